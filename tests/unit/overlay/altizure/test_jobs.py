"""A project's task as a job, and what it made."""

import hashlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind import Altizure, AsyncAltizure, Options, Phase, Schedule
from skybind.altizure.jobs import state_of
from skybind.errors import (
    Conflict,
    DownloadIncomplete,
    JobFailed,
    JobStopped,
    NotFound,
    NotOffered,
    OutcomeUnknown,
    QuotaExceeded,
    UsageError,
)
from skybind.waiting import no_waiting
from skybind_clients.altizure.models.fragments import ProjectProgress
from unit.overlay.altizure.service import PID, once
from unit.overlay.altizure.service import Altizure as Play
from unit.overlay.peers import Exchange, Peer, loses_the_answer, says
from unit.overlay.worlds import AsyncWorld, World

TASK = {"id": "t1", "taskType": "Native", "state": "Pending"}


class Works(Play):
    """A project with a task that goes through these states, one a question; the last one for ever."""

    def __init__(self, *states: str | None) -> None:
        super().__init__()
        self.states = list(states)
        self.started = 0
        self.code: str | None = None

    def on_getProjectProgress(self, id: str) -> Any:
        if not self.started:
            return {"project": {"id": id, "taskState": None}}
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        return {"project": {"id": id, "taskState": state, "errorCode": self.code}}

    def on_startReconstructionWithError(self, **_: Any) -> Any:
        self.started += 1
        return {"startReconstructionWithError": {"error": None, "task": TASK}}

    on_startReconstructionWithCoupons = on_startReconstructionWithError  # noqa: N815 - named as the operation

    def on_preStartReconstruction(self, **_: Any) -> Any:
        self.started += 1
        return {"preStartReconstruction": {"__typename": "Whatever"}}

    def on_stopReconstruction(self, id: str) -> Any:
        self.states = ["Stopped"]
        return {"stopReconstruction": TASK}

    def on_getErrorCodeInfo(self, code: str, lang: str) -> Any:
        return {"support": {"errorCodeInfo": {"code": code, "description": "Too few images.", "solution": "Add some."}}}


@pytest.fixture
def connect(world: World, tmp_path: Path) -> Iterator[Any]:
    """Makes clients that ask often."""
    made: list[Any] = []

    def make(peer: Peer) -> Any:
        kind = AsyncAltizure if isinstance(world, AsyncWorld) else Altizure
        ways = {
            "endpoint": peer.url,
            "altitoken": "canary-t",
            "schedule": Schedule(first=0.01, longest=0.02),
            "options": Options(read_timeout=5, retries=0),
            "state": tmp_path / "state",
        }
        client: Any = world.run(_made(kind, ways)) if isinstance(world, AsyncWorld) else kind("canary-key", **ways)
        made.append(client)
        return client

    yield make
    for client in made:
        world.run(client.close())


async def _made(kind: Any, ways: Any) -> Any:
    return kind("canary-key", **ways)


def test_a_task_runs_to_its_end(world: World, connect: Any) -> None:
    """Started once, asked about until it is done; states of any name do not end the wait."""
    play = Works("Pending", "Running", "Xyzzy", "Running", "Done")
    seen: list[Any] = []
    with Peer(play) as peer:
        job = world.run(connect(peer).reconstruct(PID, task_type="Native"))
        model = world.run(job.result(timeout=20, progress=seen.append))
    assert [state.phase for state in seen] == [Phase.QUEUED, Phase.RUNNING, Phase.UNKNOWN, Phase.RUNNING, Phase.DONE]
    assert seen[2].native == "Xyzzy"
    assert model.project_id == PID
    (start,) = [call for call in play.calls if call.name == "startReconstructionWithError"]
    assert start.variables == {"id": PID, "taskType": "Native"}


def test_the_same_request_gives_the_same_job(world: World, connect: Any) -> None:
    """Asked for again, running or done, in this process or another, nothing is started a second time."""
    play = Works("Running", "Done")
    with Peer(play) as peer:
        for client in (connect(peer), connect(peer)):
            for _ in range(2):
                job = world.run(client.reconstruct(PID))
        assert play.started == 1
        world.run(connect(peer).reconstruct(PID, again=True))
    assert job.id == PID
    assert play.started == 2


def test_a_task_that_failed_is_started_anew(world: World, connect: Any) -> None:
    """What came to nothing does not stand in the way."""
    play = Works("Failed")
    with Peer(play) as peer:
        client = connect(peer)
        world.run(client.reconstruct(PID))
        world.run(client.reconstruct(PID))
    assert play.started == 2


def test_a_task_that_runs_already_is_not_started(world: World, connect: Any) -> None:
    """Started by somebody else, it is waited for."""
    play = Works("Running")
    play.started = 1
    with Peer(play) as peer:
        world.run(connect(peer).reconstruct(PID))
    assert play.started == 1


def test_a_failed_task_says_why(world: World, connect: Any) -> None:
    """Its code is explained in the service's words."""
    play = Works("Failed")
    play.code = "FEW_IMAGES"
    with Peer(play) as peer:
        job = world.run(connect(peer).reconstruct(PID))
        with pytest.raises(JobFailed, match=r"FEW_IMAGES: Too few images\. Add some\.") as caught:
            world.run(job.result())
    assert caught.value.token == job.token


def test_an_error_code_alone_means_failure() -> None:
    """A state of an unknown name with an error code is a failure; with Done it is not."""
    code = {"id": PID, "errorCode": "X"}
    assert state_of(ProjectProgress.from_dict({**code, "taskState": "Xyzzy"}), PID).phase is Phase.FAILED
    assert state_of(ProjectProgress.from_dict({**code, "taskState": "Done"}), PID).phase is Phase.DONE


def test_stopped(world: World, connect: Any) -> None:
    """Stopping ends the wait as stopped."""
    play = Works("Running")
    with Peer(play) as peer:
        job = world.run(connect(peer).reconstruct(PID))
        world.run(job.stop())
        with pytest.raises(JobStopped):
            world.run(job.wait())


def test_a_start_that_is_refused(world: World, connect: Any) -> None:
    """The action's own error comes out typed, and the next try asks again."""
    play = Works("Running")
    broke = {"startReconstructionWithError": {"error": {"code": 2, "message": "Not enough coins"}, "task": None}}
    play.overrides["startReconstructionWithError"] = once(broke)
    with Peer(play) as peer:
        client = connect(peer)
        with pytest.raises(QuotaExceeded):
            world.run(client.reconstruct(PID))
        world.run(client.reconstruct(PID))
    assert play.started == 1


def test_a_lost_start_is_looked_for(world: World, connect: Any) -> None:
    """A start whose answer was lost is not sent again: if the task shows, it counts; if not, the caller is told."""
    play = Works("Running")

    def carried_out(_variables: Any) -> Any:
        play.started += 1
        return loses_the_answer

    play.overrides["startReconstructionWithError"] = carried_out
    with Peer(play) as peer, no_waiting():
        world.run(connect(peer).reconstruct(PID))
        assert play.names().count("startReconstructionWithError") == 1
        play.started = 0
        play.overrides["startReconstructionWithError"] = lambda _variables: loses_the_answer
        with pytest.raises(OutcomeUnknown):
            world.run(connect(peer).reconstruct("5a99"))
    assert play.names().count("startReconstructionWithError") == 2


def test_coupons_and_pre_start(world: World, connect: Any) -> None:
    """Coupons go with the start; a start that comes by itself takes none."""
    play = Works("Running")
    with Peer(play) as peer:
        client = connect(peer)
        world.run(client.reconstruct(PID, coupons=["c1", "c2"]))
        assert play.calls[-1].variables == {"id": PID, "coupons": ["c1", "c2"]}
        play.started = 0
        world.run(client.reconstruct("5a02", pre_start=True))
        assert play.calls[-1].name == "preStartReconstruction"
        count = len(play.calls)
        with pytest.raises(UsageError):
            world.run(client.reconstruct("5a03", pre_start=True, coupons=["c1"]))
        with pytest.raises(UsageError, match="2d"):
            world.run(client.reconstruct("5a03", "2d"))
    assert len(play.calls) == count


def test_no_such_project(world: World, connect: Any) -> None:
    """A project that is not shown is not found, and nothing is started."""
    play = Works("Running")
    play.overrides["getProjectProgress"] = {"project": None}
    with Peer(play) as peer, pytest.raises(NotFound):
        world.run(connect(peer).reconstruct(PID))
    assert play.started == 0


def test_a_token_goes_on_in_another_process(world: World, connect: Any) -> None:
    """The resume token names the project, and no secret."""
    play = Works("Done")
    with Peer(play) as peer:
        token = world.run(connect(peer).reconstruct(PID)).token
        assert world.run(connect(peer).job(token).wait()).phase is Phase.DONE
    assert "canary" not in token


# ------------------------------------------------------------------------------------------------------------- results


def downloads(*files: dict[str, Any]) -> dict[str, Any]:
    return {"project": {"downloads": Play._connection(list(files))}}


def test_results_are_fetched(world: World, connect: Any, tmp_path: Path) -> None:
    """Each file comes by a plain GET of its link, without key or token."""
    play = Works("Done")
    with Peer(says(200, b"model bytes")) as shelf, Peer(play) as peer:
        file = {"name": "model.obj.zip", "size": 11.0, "state": "Ready", "link": f"{shelf.url}/x?sig=canary"}
        play.overrides["listDownloads"] = downloads(file)
        model = connect(peer).model(PID)
        (listed,) = world.run(model.files())
        assert (listed.name, listed.size, listed.ready) == ("model.obj.zip", 11, True)
        (path,) = world.run(model.download(tmp_path / "out"))
    assert path.read_bytes() == b"model bytes"
    assert {"key", "altitoken"}.isdisjoint(shelf.requests[0].headers)


def test_links_that_end_together_are_listed_anew_once(world: World, connect: Any, tmp_path: Path) -> None:
    """Links are listed together; when they end under all workers, one of them has them listed, for all."""
    play = Works("Done")
    listed: list[int] = []
    meeting = threading.Barrier(4)

    def list_downloads(_variables: Any) -> Any:
        listed.append(len(listed) + 1)
        time.sleep(0.02)
        return downloads(
            *({"name": f"{n}.zip", "size": 5.0, "link": f"{shelf.url}/{n}?at={len(listed)}"} for n in range(8))
        )

    def lends(exchange: Exchange) -> None:
        if exchange.target.endswith("?at=3"):
            says(200, b"12345")(exchange)
        else:
            meeting.wait(5)  # so that all are refused at a time
            says(403)(exchange)

    with Peer(lends) as shelf, Peer(play) as peer:
        play.overrides["listDownloads"] = list_downloads
        with no_waiting():
            world.run(connect(peer).model(PID).download(tmp_path / "out", workers=4))
    assert len(list((tmp_path / "out").iterdir())) == 8
    assert listed == [1, 2, 3]  # what there is; links when the download begins; and links once more


def test_a_file_without_a_link_is_not_ready(world: World, connect: Any, tmp_path: Path) -> None:
    """The others come; it is named."""
    play = Works("Done")
    with Peer(says(200, b"12345")) as shelf, Peer(play) as peer:
        play.overrides["listDownloads"] = downloads(
            {"name": "a.zip", "size": 5.0, "link": f"{shelf.url}/a"}, {"name": "b.zip", "size": 5.0, "link": None}
        )
        model = connect(peer).model(PID)
        assert [file.ready for file in world.run(model.files())] == [True, False]
        with pytest.raises(DownloadIncomplete) as caught, no_waiting():
            world.run(model.download(tmp_path / "out"))
    assert list(caught.value.failed) == ["b.zip"]
    assert (tmp_path / "out" / "a.zip").read_bytes() == b"12345"


def test_a_free_project_has_nothing_to_download(world: World, connect: Any, tmp_path: Path) -> None:
    """That is said, with where to look instead."""
    play = Works("Done")
    play.overrides["listDownloads"] = downloads()
    with Peer(play) as peer, pytest.raises(NotOffered) as caught:
        world.run(connect(peer).model(PID).download(tmp_path / "out"))
    assert "pro" in caught.value.advice


# ------------------------------------------------------------------------------------------ meta files and whole models


def test_a_meta_file_goes_up_once(tmp_path: Path) -> None:
    """It is asked for by its digest, registered, put, and waited for; a second time it is there."""
    path = tmp_path / "pose.txt"
    path.write_bytes(b"DJI_0001.JPG 1 2 3")
    there: dict[str, Any] = {}

    def has(variables: Any) -> Any:
        assert variables["checksum"] == hashlib.sha1(path.read_bytes()).hexdigest()
        return {"project": {"hasMetaFile": there.get("file")}}

    def sign(variables: Any) -> Any:
        there["file"] = {"id": "m1", "state": "Pending", "name": variables["filename"]}
        return {"uploadMetaFileS3": {"url": f"{shelf.url}/m", "file": there["file"]}}

    states = iter(["Pending", "Ready"])

    def get(_variables: Any) -> Any:
        there["file"]["state"] = next(states, "Ready")
        return {"project": {"metaFile": there["file"]}}

    play = Works("Done")
    nearest = {"getGeoIPInfo": {"nearestMetaBuckets": [{"bucket": "Paris", "cloud": "S3"}]}}
    play.overrides = {
        "hasMetaFile": has,
        "uploadMetaFileS3": sign,
        "getMetaFile": get,
        "listNearestMetaBuckets": nearest,
        "listSupportedClouds": {"support": {"supportedCloud": ["S3"]}},
    }
    with (
        Peer(says(200)) as shelf,
        Peer(play) as peer,
        no_waiting(),
        Altizure("k", "t", endpoint=peer.url) as client,
    ):
        assert client.upload_meta(PID, path).state == "Ready"
        assert client.upload_meta(PID, path).id == "m1"
        count = len(play.calls)
        with pytest.raises(UsageError, match="poses"):
            client.upload_meta(PID, path.rename(tmp_path / "poses.txt"))
    assert [received.body for received in shelf.requests] == [b"DJI_0001.JPG 1 2 3"]
    assert len(play.calls) == count


@pytest.mark.parametrize("whole", [True, False])
def test_a_model_goes_up_whole_or_in_parts(tmp_path: Path, whole: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit it is cut into raw parts with numbered names; then the service is told to put them together."""
    from skybind.altizure import attachments

    if not whole:
        monkeypatch.setattr(attachments, "_WHOLE", 100)
        monkeypatch.setattr(attachments, "PART", 64)
    path = tmp_path / "city.zip"
    path.write_bytes(bytes(range(150)))
    names: list[str] = []

    def sign(variables: Any) -> Any:
        names.append(variables["filename"])
        return {"uploadModelS3": {"url": f"{shelf.url}/m", "file": {"id": "f"}}}

    play = Works("Done")
    play.overrides = {
        "uploadModelS3": sign,
        "doneModelUpload": {"doneModelUpload": {"id": PID}},
        "listNearestModelBuckets": {"getGeoIPInfo": {"nearestModelBuckets": [{"bucket": "London", "cloud": "s3"}]}},
        "listSupportedClouds": {"support": {"supportedCloud": ["S3"]}},
        "getProjectProgress": {"project": {"id": PID, "isImported": True, "importedState": "Ready"}},
    }
    with Peer(says(200)) as shelf, Peer(play) as peer, Altizure("k", "t", endpoint=peer.url) as client:
        job = client.import_model(path, "CAD")
        assert job.wait().phase is Phase.DONE
    bodies = [received.body for received in shelf.requests]
    assert b"".join(bodies) == bytes(range(150))
    assert names == (["city.zip"] if whole else ["city.zip.part.1", "city.zip.part.2", "city.zip.part.3"])
    done = next(call for call in play.calls if call.name == "doneModelUpload")
    assert done.variables["merge"] is not whole
    made = next(call for call in play.calls if call.name == "createProject")
    assert (made.variables["imported"], made.variables["modelType"]) == (True, "CAD")


def test_a_conflict_is_no_other_error(world: World, connect: Any) -> None:
    """An action's error whose words are not known is a conflict with the service's own words."""
    play = Works("Running")
    odd = {"startReconstructionWithError": {"error": {"code": 9, "message": "Xyzzy"}, "task": None}}
    play.overrides["startReconstructionWithError"] = odd
    with Peer(play) as peer, pytest.raises(Conflict, match="Xyzzy"):
        world.run(connect(peer).reconstruct(PID))
