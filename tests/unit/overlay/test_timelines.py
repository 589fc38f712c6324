"""The record of states that were seen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import skybind
from skybind.jobs import JobState, Phase, Schedule
from skybind.koomap.tasks import TaskKind, TaskRef
from skybind.polling import poll, poll_async
from skybind.transfers.timelines import Timelines
from unit.overlay.dials import Clock
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

CREDENTIALS: dict[str, dict[str, str]] = {
    "Terra": {"app_key": "a", "secret_key": "b", "region": "cn"},
    "FlightHub": {"user_token": "a", "project_uuid": "b", "region": "cn"},
    "KooMap": {"ak": "a", "sk": "b", "project_id": "p"},
    "Altizure": {"key": "a", "altitoken": "b"},
}
TOKENS = {
    "Terra": "j",
    "FlightHub": "j",
    "KooMap": TaskRef(TaskKind.REAL3D, "w", "j").token,
    "Altizure": "j",
}
COURSE = (Phase.QUEUED, Phase.RUNNING, Phase.RUNNING, Phase.DONE)


def state(phase: Phase = Phase.RUNNING, progress: float | None = None, message: str = "", job: str = "j") -> JobState:
    return JobState(job, phase, native=f"{phase} (1)", progress=progress, message=message)


@pytest.fixture
def record(tmp_path: Path) -> Timelines:
    """A record whose clock moves on a second with each question."""
    moments = iter(range(1_800_000_000, 1_900_000_000))
    return Timelines("terra", tmp_path, now=lambda: float(next(moments)))


class Port:
    """Answers with one state after the other."""

    def __init__(self, world: World) -> None:
        self._left = list(COURSE)
        self.state = world.wrap(self._state)

    def _state(self, job_id: str, _seconds: float) -> JobState:
        return state(self._left.pop(0) if len(self._left) > 1 else self._left[0], job=job_id)

    def token(self, job_id: str) -> str:
        return f"sb1.terra.{job_id}"


@pytest.fixture(params=[SyncWorld, AsyncWorld])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Sync or async."""
    made = request.param()
    yield made
    made.close()


def job_of(world: World, record: Timelines | None) -> Any:
    """A job on a simulated clock."""
    clock = Clock(0.0)
    return world.job("j", Port(world), record=record, sleep=world.wrap(clock.sleep), monotonic=clock)


def test_a_wait_puts_each_change_on_record(world: World, record: Timelines) -> None:
    """What a wait saw is there in its order; answers that say nothing new are not."""
    job = job_of(world, record)
    assert job.last_known is None
    world.run(job.wait())
    assert [seen.state.phase for seen in job.history] == [Phase.QUEUED, Phase.RUNNING, Phase.DONE]
    assert job.history == sorted(job.history, key=lambda seen: seen.at)
    assert job.last_known == job.history[-1].state


def test_a_single_question_is_on_record_too(world: World, record: Timelines) -> None:
    """``status()`` leaves a line, and another process knows it without asking."""
    world.run(job_of(world, record).status())
    other = job_of(world, Timelines("terra", record.folder))
    assert other.last_known is not None
    assert other.last_known.phase is Phase.QUEUED


def test_a_job_without_a_record_has_no_history(world: World) -> None:
    """Without a record a wait goes as before."""
    job = job_of(world, None)
    world.run(job.wait())
    assert job.history == []
    assert job.last_known.phase is Phase.DONE


def test_polling_puts_on_record_and_tells(world: World, record: Timelines) -> None:
    """The callback that polling takes is told everything, and the record what is new."""
    told: list[JobState] = []
    clock = Clock(0.0)

    class Board:
        batch = 100

        def __init__(self) -> None:
            self._ask = world.wrap(self._states)

        def __call__(self, job_ids: Sequence[str], seconds: float) -> Any:
            return self._ask(job_ids)

        def _states(self, job_ids: Sequence[str]) -> dict[str, JobState]:
            return {job: state(Phase.RUNNING if clock() < 20 else Phase.DONE, job=job) for job in job_ids}

    poller: Any = poll_async if isinstance(world, AsyncWorld) else poll
    sleep, noting = world.wrap(clock.sleep), record.noting(told.append)
    outcomes = poller(["a", "b"], Board(), schedule=Schedule(), progress=noting, sleep=sleep, monotonic=clock)
    assert len(world.items(outcomes)) == 2
    assert len(told) > 4
    assert [[seen.state.phase for seen in record.states(job)] for job in "ab"] == [[Phase.RUNNING, Phase.DONE]] * 2


def test_nothing_is_lost_on_the_way(record: Timelines) -> None:
    """A state comes back as it went in, with the moment."""
    whole = JobState("j", Phase.HELD, "wartet é 测", 0.25, timedelta(minutes=3), "mark <points>")
    record.note(whole)
    (seen,) = record.states("j")
    assert seen.state == whole
    assert seen.at == datetime.fromtimestamp(1_800_000_000, UTC)


def test_small_steps_are_not_written(record: Timelines) -> None:
    """A hundred steps of one per cent are some twenty lines; a change of words is one at once."""
    for percent in range(100):
        record.note(state(progress=percent / 100))
    assert 15 <= len(record.states("j")) <= 25
    before = len(record.states("j"))
    record.note(state(progress=0.99, message="nearly"))
    assert len(record.states("j")) == before + 1


def test_a_second_process_does_not_repeat_the_first(record: Timelines, tmp_path: Path) -> None:
    """Asked each minute by a new process, a job that stands still is one line."""
    for _ in range(5):
        Timelines("terra", tmp_path).note(state())
    assert len(record.states("j")) == 1


def test_a_long_message_does_not_repeat_itself(tmp_path: Path) -> None:
    """A message that is cut on record counts as the same when it comes again, in this process and in the next."""
    for _ in range(3):
        record = Timelines("terra", tmp_path)
        record.note(state(message="测" * 5000))
        record.note(state(message="测" * 5000))
    assert len(record.states("j")) == 1


@pytest.mark.parametrize("rubbish", [b'{"at":"2026', b"\xff\xfe\n", b"[]\n", b'{"at":1,"job":"j","phase":"done"}\n'])
def test_a_broken_line_spoils_no_other(record: Timelines, rubbish: bytes) -> None:
    """Half a line of a full disk is passed over, and so is anything else that is no state."""
    record.note(state(Phase.QUEUED))
    with record.path("j").open("ab") as file:
        file.write(rubbish)
    record.note(state(Phase.DONE))
    assert [seen.state.phase for seen in record.states("j")] == [Phase.QUEUED, Phase.DONE]


@pytest.mark.parametrize("job", ["../../etc/passwd", "a/b", "..", "", "x" * 5000, "ä:1"])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, job: str) -> None:
    """Whatever a service calls a job, its file lies in the folder of the service."""
    record = Timelines("terra", tmp_path)
    record.note(state(job=job))
    assert record.path(job).resolve().parent == (tmp_path / "timelines" / "terra").resolve()
    assert [seen.state.job_id for seen in record.states(job)] == [job]


def test_no_room_for_a_record_hinders_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where nothing can be written a wait goes on; the log says so once."""
    (tmp_path / "timelines").write_text("a file where the folder should be")
    record = Timelines("terra", tmp_path)
    for phase in COURSE:
        record.note(state(phase))
    assert record.states("j") == []
    assert len(caplog.records) == 1


def test_a_state_takes_next_to_nothing(record: Timelines) -> None:
    """Ten thousand answers without news, and a hundred with, take less than a second."""
    began = time.perf_counter()
    for _ in range(10_000):
        record.note(state())
    for number in range(100):
        record.note(state(message=str(number)))
    assert time.perf_counter() - began < 1.0


KILLED = """
import sys
from pathlib import Path
from skybind.jobs import JobState, Phase
from skybind.transfers.timelines import Timelines
record = Timelines("terra", Path(sys.argv[1]))
for number in range(10**9):
    record.note(JobState("j", Phase.RUNNING, str(number)))
    if number == 200: print("there", flush=True)
"""


def test_kill_9_loses_nothing_that_was_seen(tmp_path: Path) -> None:
    """Killed amid writing, a process leaves all states in their order, without a hole."""
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    natives = [int(seen.state.native) for seen in Timelines("terra", tmp_path).states("j")]
    assert natives == list(range(len(natives)))
    assert len(natives) > 200


@pytest.mark.parametrize("name", ["Terra", "FlightHub", "KooMap", "Altizure"])
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_a_client_with_a_folder_of_its_own_records_there(tmp_path: Path, prefix: str, name: str) -> None:
    """``state=`` is where states go too, with each client; nothing is left in the user's folder."""
    client = getattr(skybind, prefix + name)(**CREDENTIALS[name], state=tmp_path / "own")
    record = client.job(TOKENS[name])._record
    record.note(state(job="j"))
    assert record.path("j").is_relative_to(tmp_path / "own")
    assert [path.parent.name for path in tmp_path.rglob("*.jsonl")] == [client.name]
