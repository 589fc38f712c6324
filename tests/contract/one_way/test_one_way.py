"""One way over all services that reconstruct: the same body passes with each, sync and async.

What a body may demand of a service that has no uploads, or no downloads, is that it says so, and what to do instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import attrs
import pytest

from contract.one_way.cases import CASES, Case
from skybind import Phase, Schedule
from skybind.errors import NotOffered, PhotoError, PhotosRefused, SkybindError, UsageError
from skybind.reconstruction import Capabilities
from skybind_emulators import Running
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

QUICK = Schedule(first=0.01, longest=0.05)


@attrs.frozen
class Scene:
    """A service, a client of it, and a folder of photos.

    Attributes:
        case: The service.
        running: Its emulator.
        world: Sync or async.
        connect: Makes clients; all share a ledger.
        cloud: One of them.
        flight: Twelve photos.
    """

    case: Case
    running: Running
    world: World
    connect: Callable[..., Any]
    cloud: Any
    flight: Path

    @property
    def capabilities(self) -> Capabilities:
        found: Capabilities = self.cloud.capabilities
        return found

    @property
    def sent(self) -> int:
        """Files that arrived at the store, whatever became of them."""
        return self.running.store.arrivals["put"]

    def run(self, outcome: Any) -> Any:
        return self.world.run(outcome)

    def upload(self, cloud: Any = None, **more: Any) -> Any:
        given = {**self.case.photos(self.running, self.flight), **more}
        source = (given.pop("source"),) if "source" in given else ()
        return self.run((cloud or self.cloud).upload(*source, **given))

    def reconstruct(self, photos: Any, **options: Any) -> Any:
        return self.run(self.cloud.reconstruct(photos, kind="3d", **options))


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Where the clients live."""
    world: World = request.param()
    yield world
    world.close()


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def scene(
    request: pytest.FixtureRequest, world: World, start: Callable[..., Running], flight: Path, tmp_path: Path
) -> Iterator[Scene]:
    case: Case = request.param
    running = start(services=(case.name,), speed="polls:2")
    kind = case.sync if isinstance(world, SyncWorld) else case.asynchronous
    with ExitStack() as stack:

        def connect(**more: Any) -> Any:
            client = kind(**case.settings(running), schedule=QUICK, state=tmp_path / "state", **more)
            stack.callback(lambda: world.run(client.close()))
            return client

        yield Scene(case, running, world, connect, connect(), flight)


# ------------------------------------------------------------------------------------------------- the way


def test_photos_go_up_and_a_model_comes_down(scene: Scene, tmp_path: Path) -> None:
    """Upload, reconstruct, result, files, download: five calls of one shape; a download that is not there says so."""
    photos = scene.upload(kind="3d", workers=4)
    if scene.capabilities.upload:
        assert (photos.files, photos.name) == (12, "flight-42")
        assert photos.bytes == sum(path.stat().st_size for path in scene.flight.iterdir())
    else:
        assert (photos.files, photos.bytes) == (None, None)
        assert photos.name
    job = scene.reconstruct(photos)
    model = scene.run(job.result(timeout=60))
    names = {file.name for file in scene.run(model.files())}
    assert names
    out = tmp_path / "out"
    if scene.capabilities.download:
        paths = scene.run(model.download(out, workers=2))
        assert sorted(paths) == sorted(path for path in out.rglob("*") if path.is_file() and path.name[0] != ".")
        assert all(path.stat().st_size for path in paths)
        if scene.capabilities.archive:
            assert len(names) == 1
        else:
            assert {path.relative_to(out).as_posix() for path in paths} == names
    else:
        with pytest.raises(NotOffered) as refused:
            scene.run(model.download(out, workers=2))
        assert scene.capabilities.elsewhere["download"] in refused.value.advice
        assert not out.exists()


def test_a_second_upload_sends_nothing(scene: Scene) -> None:
    """The same photos again, by another client, are the same set; not a byte is sent."""
    first = scene.upload()
    sent = scene.sent
    assert sent == (12 if scene.capabilities.upload else 0)
    second = scene.upload(scene.connect())
    assert (second.id, second.files, second.bytes) == (first.id, first.files, first.bytes)
    assert scene.sent == sent


def test_a_reconstruction_is_started_once(scene: Scene) -> None:
    """The same photos, kind and options give the same job, with an option of the service's own."""
    photos = scene.upload()
    first = scene.reconstruct(photos, **scene.case.options)
    assert scene.reconstruct(photos, **scene.case.options).id == first.id
    scene.run(first.wait(60))
    assert scene.case.starts(scene.running) == 1


def test_the_id_of_a_photo_set_is_enough(scene: Scene) -> None:
    """Another process may reconstruct by the id of the set alone."""
    photos = scene.upload()
    job = scene.run(scene.connect().reconstruct(photos.id, kind="3d"))
    assert scene.run(job.wait(60)).phase is Phase.DONE


def test_states_are_common_and_keep_the_services_own(scene: Scene) -> None:
    """Updates go from running to done in shared words; the service's own word for each is beside them."""
    job = scene.reconstruct(scene.upload())
    states = scene.world.items(job.updates(timeout=60))
    assert states[-1].phase is Phase.DONE
    assert all(state.phase in {Phase.QUEUED, Phase.RUNNING} for state in states[:-1])
    assert len(states) >= 2
    assert len({state.native for state in states}) >= 2
    assert all(state.native for state in states)
    assert {state.job_id for state in states} == {job.id}


def test_a_token_goes_on_in_another_client(scene: Scene) -> None:
    """A resume token names service and job, holds nothing secret, and is all that another client needs."""
    job = scene.reconstruct(scene.upload())
    assert job.token.startswith(f"sb1.{scene.cloud.name}.")
    secrets = [value for name, value in scene.case.settings(scene.running).items() if "endpoint" not in name]
    assert not [value for value in secrets if len(value) > 8 and value in job.token]
    again = scene.connect().job(job.token)
    assert again.id == job.id
    model = scene.run(again.result(timeout=60))
    assert scene.run(model.files())


def test_many_jobs_are_asked_about_at_once(scene: Scene) -> None:
    """By id, the state of each and the trouble with each: one that is not there spoils no other. History knows it."""
    job = scene.reconstruct(scene.upload())
    token = job.token
    lost = scene.cloud._settings.job_token("0" * 24) if scene.cloud.name != "koomap" else None
    answers = scene.run(scene.cloud.states([token, *([lost] if lost else [])]))
    assert answers[job.id].phase in {Phase.QUEUED, Phase.RUNNING, Phase.DONE}
    assert scene.cloud.job(token).last_known == answers[job.id]
    if lost:
        assert isinstance(answers["0" * 24], SkybindError)
    scene.run(job.wait(60))
    (outcome,) = scene.world.items(scene.cloud.poll([token, token], timeout=60))
    assert (outcome.job_id, outcome.state.phase, outcome.error) == (job.id, Phase.DONE, None)
    assert scene.run(scene.cloud.states([])) == {}


# ------------------------------------------------------------------------------------------------- refused before


def test_what_cannot_be_is_refused_before_a_byte_is_sent(scene: Scene) -> None:
    """Faults of several kinds are told at once, with names and what to do; nothing reaches the store."""
    files = sorted(scene.flight.iterdir())
    for file in files[2:]:
        file.unlink()
    files[0].write_bytes(b"")
    if not scene.capabilities.upload:
        with pytest.raises(NotOffered) as refused:
            scene.run(scene.cloud.upload(scene.flight))
        assert scene.capabilities.elsewhere["upload"] in refused.value.advice
    else:
        with pytest.raises(PhotosRefused) as refused:
            scene.upload()
        (empty, few) = refused.value.findings
        assert files[0].name in empty
        assert "is empty" in empty
        assert "2 photos" in few
        assert str(scene.capabilities.kind("3d").least) in few
        assert {files[0].name} == refused.value.failed.keys()
        assert all(finding in refused.value.message for finding in refused.value.findings)
    assert isinstance(refused.value, UsageError)
    assert refused.value.advice
    assert scene.sent == 0


def test_a_kind_that_a_service_does_not_make(scene: Scene) -> None:
    """Before photos are sent, and before a job is made: the message says which kinds there are."""
    kind = scene.case.kind_of_none
    assert kind not in {known.name for known in scene.capabilities.kinds}
    with pytest.raises(UsageError, match=kind) as refused:
        scene.upload(kind=kind)
    assert "3d" in refused.value.advice
    assert scene.sent == 0
    with pytest.raises(UsageError, match=kind):
        scene.run(scene.cloud.reconstruct("an-id", kind=kind))
    assert scene.case.starts(scene.running) == 0


def test_limits_can_be_passed_over(scene: Scene) -> None:
    """``check_limits=False`` leaves the decision to the service; what cannot be sent at all is refused even so."""
    for file in sorted(scene.flight.iterdir())[2:]:
        file.unlink()
    if scene.capabilities.upload:
        with pytest.raises(PhotosRefused):
            scene.upload()
    cloud = scene.cloud.with_options(check_limits=False)
    photos = scene.upload(cloud)
    assert photos.files in {2, None}
    if scene.capabilities.upload:
        assert scene.sent == 2
        (scene.flight / "zeros.jpg").write_bytes(bytes(1000))
        with pytest.raises(PhotoError, match=r"zeros\.jpg"):
            scene.upload(cloud)
    assert scene.sent == (2 if scene.capabilities.upload else 0)


# ------------------------------------------------------------------------------------------------- capabilities


def test_capabilities_have_sources(scene: Scene) -> None:
    """They belong to the class, so that no account is needed to read them; each fact says where it is from."""
    told = scene.capabilities
    assert told is scene.case.sync.capabilities is scene.case.asynchronous.capabilities
    assert told.service == scene.cloud.name
    assert scene.case.sync.__name__ == told.client
    assert all(kind.source for kind in told.kinds)
    plain = {"service", "title", "client", "kinds", "credentials", "sources"}
    for field in attrs.fields(Capabilities):
        value = getattr(told, field.name)
        unusual = value != (field.default.factory() if isinstance(field.default, attrs.Factory) else field.default)  # type: ignore[arg-type]
        assert not unusual or field.name in plain | told.sources.keys(), field.name
    assert told.sources.keys() <= {field.name for field in attrs.fields(Capabilities)}
