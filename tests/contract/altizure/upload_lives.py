"""Images of Altizure from their registration until they are Ready or Invalid, compared with a model at every step."""

from __future__ import annotations

from typing import Any, ClassVar, Self

import attrs
import httpx
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from harness.contract.life_cycle import refused
from skybind.altizure import Altizure
from skybind.errors import ServiceError
from skybind_clients.altizure.models.fragments import ProjectImage
from skybind_emulators import Running
from unit.emulators.altizure.harness import photo, sha1

__all__ = ["UploadLives"]

#: Three good photos, one that is cut off, and a file that is none; the last two are wrong whatever happens to them.
CONTENTS = [photo(1), photo(2), photo(3), photo(4)[:200], b"no picture at all"]
REASONS = {3: "Resize Error", 4: "Extract Info Error"}
#: Minutes that pass. No sum of these comes near 65, which is when an image is given up, nor near 180, when a link ends.
PAUSES = (21, 43, 68, 190)
GIVEN_UP_MIN, LINK_MIN = 65, 180
IMAGES_NEEDED = 3
PROJECTS = 3
#: Stands for one of the projects or images that there are, or were.
PLACES = st.integers(0, 7)
BUCKETS = {"OSS": "Shenzhen", "S3": "Paris", "MINIO": "Minio"}


@attrs.define
class Image:
    """An image as it must be. All looks are ours, and each rule ends with one, so that nothing is under way."""

    id: str
    project: str
    content: int
    filename: str
    cloud: str
    modified_min: int
    state: str = "Pending"
    reason: str = ""
    started: bool = False
    link: str = ""
    signed_min: int = 0
    #: What lies in the bucket of a cloud, and since when.
    lying: dict[str, tuple[bytes, int]] = attrs.field(factory=dict)

    def begin_again(self, now_min: int) -> None:
        self.state, self.reason, self.started, self.modified_min = "Pending", "", False, now_min

    def look(self, now_min: int) -> None:
        """What a look shows: what lies in S3 or Minio was found, unless it came too late; what waits too long ends."""
        if self.state != "Pending":
            return
        found = self.lying.get(self.cloud)
        if self.cloud != "OSS" and self.started and found and found[1] - self.modified_min <= GIVEN_UP_MIN:
            self.arrive()
        elif now_min - self.modified_min > GIVEN_UP_MIN:
            self.state, self.reason = "Invalid", "Timeout Error"
            self.lying.pop(self.cloud, None)  # what is left over must not pass for a later upload

    def arrive(self) -> None:
        """The service looks into the file, and takes it out of the bucket."""
        content, _ = self.lying.pop(self.cloud, (None, 0))
        self.state = "Invalid"
        if content is None:
            self.reason = "Download Error"
        elif content != CONTENTS[self.content]:
            self.reason = "Checksum Error"
        elif self.content in REASONS:
            self.reason = REASONS[self.content]
        else:
            self.state, self.reason = "Ready", ""


class UploadLives(RuleBasedStateMachine):
    """Images are registered at three clouds, announced, sent whole or damaged, said to be there, left lying, registered
    again and asked for, in any order, while hours pass.

    Attributes:
        client: skybind's client.
        running: the emulators.
        buckets: names of the real buckets by cloud.
    """

    client: ClassVar[Altizure]
    running: ClassVar[Running]
    buckets: ClassVar[dict[str, str]]

    def __init__(self) -> None:
        super().__init__()
        self.projects: dict[str, None] = {}  # a set that keeps its order
        self.images: dict[str, Image] = {}
        self.project_ids: list[str] = []  # those of removed ones too, as of images: they stay in play
        self.image_ids: list[str] = []
        self.now_min = 0

    @classmethod
    def over(cls, client: Altizure, running: Running) -> type[Self]:
        """The machine for one client of running emulators."""
        found = running.altizure.buckets
        names = {}
        for cloud, literal in BUCKETS.items():
            bucket = found.find("image", cloud, literal)  # type: ignore[arg-type]
            assert bucket is not None
            names[cloud] = bucket.name
        return type(cls.__name__, (cls,), {"client": client, "running": running, "buckets": names})

    # ------------------------------------------------------------------------------------------------ projects

    @initialize()
    def begin(self) -> None:
        """Without an image there is little to do."""
        self.make_project()
        for content, cloud in enumerate(BUCKETS):
            self.register(0, content, cloud)

    @precondition(lambda self: len(self.project_ids) < PROJECTS)
    @rule()
    def make_project(self) -> None:
        made = self.client.projects.create(name="survey")
        assert made is not None
        assert made.id not in self.projects, "an id was given out twice"
        self.projects[str(made.id)] = None
        self.project_ids.append(str(made.id))

    @precondition(lambda self: len(self.projects) > 1)
    @rule(number=PLACES)
    def remove_project(self, number: int) -> None:
        project = self._project(number)
        if project not in self.projects:
            refused(ServiceError, lambda: self.client.projects.remove(project))
            return
        self.client.projects.remove(project)
        del self.projects[project]
        self.images = {key: image for key, image in self.images.items() if image.project != project}
        assert self.client.projects.get(project) is None

    @precondition(lambda self: any(one.state == "Ready" for one in self.images.values()))
    @rule(number=PLACES)
    def reconstruct(self, number: int) -> None:
        """Three images that are Ready make a task; fewer make none, and the service says so."""
        project = self._project(number)
        ready = [one for one in self.images.values() if one.project == project and one.state == "Ready"]
        if project not in self.projects or len(ready) < IMAGES_NEEDED:
            refused(ServiceError, lambda: self.client.tasks.start(project))
            return
        started = self.client.tasks.start(project)
        assert started is not None
        assert started.task is not None
        progress = self.client.projects.progress(project)
        assert progress is not None
        assert progress.task_state == "Done"

    # ------------------------------------------------------------------------------------------------ uploads

    @rule(number=PLACES, content=st.integers(0, len(CONTENTS) - 1), cloud=st.sampled_from(sorted(BUCKETS)))
    def register(self, number: int, content: int, cloud: str) -> None:
        """The same content is the same image: one that came to nothing begins again, one that is Ready stays so."""
        project = self._project(number)
        if project not in self.projects:
            refused(ServiceError, lambda: self._registered(project, content, cloud))
            return
        image, link = self._registered(project, content, cloud)
        before = next((one for one in self.images.values() if (one.project, one.content) == (project, content)), None)
        if before is None:
            assert image.id not in self.images, "an id was given out twice"
            before = Image(str(image.id), project, content, str(image.filename), cloud, self.now_min)
            self.images[before.id] = before
            self.image_ids.append(before.id)
        assert (image.id, image.filename) == (before.id, before.filename)
        if before.state == "Invalid":
            before.begin_again(self.now_min)
        if before.state == "Pending":
            before.cloud, before.modified_min = cloud, self.now_min
            before.link, before.signed_min = link, self.now_min
        self._look()

    def _registered(self, project: str, content: int, cloud: str) -> tuple[ProjectImage, str]:
        api = self.client.images
        given: dict[str, Any] = {"bucket": BUCKETS[cloud], "filename": "a.jpg", "checksum": sha1(CONTENTS[content])}
        if cloud == "OSS":
            image = api.upload_oss(project, **given)
            assert image is not None
            return image, ""
        signed = (api.upload_s3 if cloud == "S3" else api.upload_minio)(project, **given)
        assert signed is not None
        assert signed.image is not None
        return signed.image, str(signed.url)

    @rule(number=PLACES)
    def announce(self, number: int) -> None:
        """Bytes are about to flow; an image that came to nothing begins again."""
        image_id = self._image(number)
        image = self.images.get(image_id)
        if image is None:
            refused(ServiceError, lambda: self.client.images.start_upload(image_id))
            return
        self.client.images.start_upload(image_id)
        if image.state == "Invalid":
            image.begin_again(self.now_min)
        if image.state == "Pending":
            image.started, image.modified_min = True, self.now_min
        self._look()

    @rule(number=PLACES, damaged=st.sampled_from([False, False, True]))
    def put(self, number: int, damaged: bool) -> None:
        """A link is good for three hours; what lies in the bucket is overwritten."""
        image = self.images.get(self._image(number))
        if image is None or image.state == "Ready":
            return
        content = CONTENTS[image.content] + b"\x00" * damaged
        if image.cloud == "OSS":
            self.running.store.put(self.buckets["OSS"], f"{image.project}/{image.filename}", content)
        else:
            status = httpx.put(image.link, content=content, trust_env=False).status_code
            assert status == (200 if self.now_min - image.signed_min < LINK_MIN else 403)
            if status != 200:
                return
        image.lying[image.cloud] = content, self.now_min
        self._look()

    @rule(number=PLACES)
    def done(self, number: int) -> None:
        """The bytes are said to be there; of an image that was not announced the service does not believe it."""
        image_id = self._image(number)
        image = self.images.get(image_id)
        if image is None or (image.state == "Pending" and not image.started):
            refused(ServiceError, lambda: self.client.images.done_upload(image_id))
            return
        self.client.images.done_upload(image_id)
        if image.state == "Pending":
            image.arrive()
        self._look()

    @rule(number=PLACES, damaged=st.booleans())
    def send(self, number: int, damaged: bool) -> None:
        """As clients do it: announced, put, and for OSS said to be there."""
        self.announce(number)
        self.put(number, damaged)
        image = self.images.get(self._image(number))
        if image is not None and image.cloud == "OSS":
            self.done(number)

    @rule(minutes=st.sampled_from(PAUSES))
    def pass_time(self, minutes: int) -> None:
        self.running.altizure.clock.advance(minutes * 60)
        self.now_min += minutes
        self._look()

    # ------------------------------------------------------------------------------------------------ looking

    @rule(number=PLACES, content=st.integers(0, len(CONTENTS) - 1))
    def ask(self, number: int, content: int) -> None:
        """An image is known by its digest once its bytes are there, and not if they were no good."""
        project = self._project(number)
        found = self.client.images.has(project, checksum=sha1(CONTENTS[content]))
        wanted = [
            one.id
            for one in self.images.values()
            if (one.project, one.content, one.state) == (project, content, "Ready")
        ]
        assert ([found.id] if found else []) == wanted

    def _project(self, number: int) -> str:
        return self.project_ids[number % len(self.project_ids)]

    def _image(self, number: int) -> str:
        return self.image_ids[number % len(self.image_ids)]

    def _look(self) -> None:
        """All images are as the model says, none is missing, and none is there that nobody registered."""
        for image in self.images.values():
            image.look(self.now_min)
        for project in self.projects:
            shown = {one.id: (one.state, (one.error or [""])[0]) for one in self.client.images.list(project, first=3)}
            kept = {one.id: (one.state, one.reason) for one in self.images.values() if one.project == project}
            assert shown == kept

    def teardown(self) -> None:
        for image in self.images.values():
            if image.state != "Pending":
                lies = self.running.store.head(self.buckets[image.cloud], f"{image.project}/{image.filename}")
                assert (lies is not None) == (image.cloud in image.lying)
        for project in list(self.projects):
            self.client.projects.remove(project)
