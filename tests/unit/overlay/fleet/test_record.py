"""Where flights stand, on record in either database; both keep the same rules."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import attrs
import pytest

from skybind import errors
from skybind.fleet import FleetRecord, Flight, Standing
from skybind.fleet import record as record_module
from skybind.fleet.troubles import BUSY, MOST_TRIES
from skybind.jobs import JobState, Phase
from skybind.transfers.places import Place


def flights(count: int, fleet: str = "april", **more: str) -> list[Flight]:
    given = {"service": "terra", **more}
    return [Flight(key=f"{fleet}/{number:03}", folder=f"/card/{number}", **given) for number in range(count)]


def at(record: FleetRecord, key: str) -> Standing:
    found = record.standing(key)
    assert found is not None
    return found


def brought_to(record: FleetRecord, stage: str, *keys: str) -> None:
    """Take flights as far as a stage."""
    steps: dict[str, Callable[[str], None]] = {
        "upload": lambda key: record.planned(key, 12, 1000),
        "start": lambda key: record.uploaded(key, f"set-{key}", 12, 1000),
        "wait": lambda key: record.started(key, f"token-{key}"),
        "fetch": lambda key: record.seen({key: state(Phase.DONE)}, {key: "fetch"}, 0.0),
        "done": lambda key: record.fetched(key, 7),
    }
    for key in keys:
        for name in record_module.STAGES[1 : record_module.STAGES.index(stage) + 1]:
            steps[name](key)


def state(phase: Phase, message: str = "", progress: float | None = None) -> JobState:
    return JobState(job_id="j1", phase=phase, native=f"{phase.value} (1)", progress=progress, message=message)


# ------------------------------------------------------------------------------------------------------------- the list


def test_what_is_added_is_on_record(record: FleetRecord, place: Place) -> None:
    """Flights come back as they were given, in the order of their list, also for who opens the record later."""
    listed = [
        Flight(key="april/z", service="terra", folder="/z", upload_options={"a": "ü"}, job_options={"b": "1"}),
        Flight(key="april/a", service="koomap", kind="3d", photos="p1", profile="survey", out="/m", name="Site %s ?"),
    ]
    record.add(listed)
    with FleetRecord(place) as later:
        found = later.standings("april")
    assert [standing.flight for standing in found] == listed
    assert [standing.stage for standing in found] == ["plan", "start"]  # photos that are there are not sent
    assert record.standings("may") == []
    assert record.standing("april/none") is None
    assert record.counts("april") == {"plan": 1, "start": 1}


def test_what_is_added_again_stays_as_it_stands(record: FleetRecord) -> None:
    """Where the model goes, whose credentials are used and how it is done may change; nothing else is begun anew."""
    (flight,) = flights(1)
    record.add([flight])
    brought_to(record, "wait", flight.key)
    changed = attrs.evolve(flight, out="/models", profile="other", name="n", job_options={"model": "Nerf"})
    record.add([changed])
    assert (at(record, flight.key).flight, at(record, flight.key).stage) == (changed, "wait")


@pytest.mark.parametrize("change", [{"folder": "/other"}, {"service": "altizure"}, {"kind": "2d"}])
def test_a_key_names_one_flight(record: FleetRecord, change: dict[str, str]) -> None:
    """A key that is on record for something else is refused, and nothing of that list is put on record."""
    first, second = flights(2)
    record.add([first])
    with pytest.raises(errors.UsageError, match="is on record as 3d of /card/0 at terra"):
        record.add([second, attrs.evolve(first, out="/elsewhere", **change)])
    assert [standing.flight for standing in record.standings("april")] == [first]


def test_fleets_are_listed_by_their_last_change(record: FleetRecord) -> None:
    """The one that changed last comes first."""
    for name in ("april", "may"):
        record.add(flights(1, name))
        time.sleep(0.01)
    assert record.fleets() == ["may", "april"]
    record.planned("april/000", 1, 1)
    assert record.fleets() == ["april", "may"]


# ----------------------------------------------------------------------------------------------------------- the stages


def test_a_flight_goes_through_the_stages(record: FleetRecord) -> None:
    """Each step that went through leaves the next one due, with what it found out, and nobody at it."""
    (flight,) = flights(1)
    record.add([flight])
    key = flight.key
    with record.driving() as owner:
        record.claim("april", "plan", owner, 1)
        record.planned(key, 12, 1000)
        assert (at(record, key).stage, at(record, key).files, at(record, key).owner) == ("upload", 12, "")
        record.claim("april", "upload", owner, 1)
        record.sending(key, 12, 1000, 5, 400)
        now = at(record, key)
        assert (now.stage, now.safe_files, now.moved_bytes, now.owner) == ("upload", 5, 400, owner)
    record.uploaded(key, "set-1", 12, 1000)
    assert (at(record, key).stage, at(record, key).photo_set, at(record, key).safe_files) == ("start", "set-1", 12)
    record.started(key, "token-1")
    assert (at(record, key).stage, at(record, key).token) == ("wait", "token-1")
    record.seen({key: state(Phase.RUNNING, progress=0.5)}, {key: "fetch"}, 60.0)
    now = at(record, key)
    assert (now.stage, now.phase, now.native, now.progress) == ("wait", "running", "running (1)", 0.5)
    assert now.not_before == pytest.approx(time.time() + 60, abs=5)
    record.seen({key: state(Phase.DONE)}, {key: "fetch"}, 60.0)
    assert at(record, key).stage == "fetch"
    record.fetched(key, 300)
    assert (at(record, key).stage, at(record, key).fetched, at(record, key).over) == ("done", 300, True)
    assert record.counts("april") == {"done": 1}


@pytest.mark.parametrize(
    ("phase", "stage", "stuck"),
    [
        (Phase.CREATED, "wait", ""),
        (Phase.QUEUED, "wait", ""),
        (Phase.RUNNING, "wait", ""),
        (Phase.UNKNOWN, "wait", ""),
        (Phase.HELD, "wait", "held"),
        (Phase.DONE, "done", ""),
        (Phase.FAILED, "wait", "failed"),
        (Phase.STOPPED, "wait", "failed"),
    ],
)
def test_states_of_jobs(record: FleetRecord, phase: Phase, stage: str, stuck: str) -> None:
    """A job that goes on is asked about again; one that ended badly stops its flight, with the service's words."""
    (flight,) = flights(1)
    record.add([flight])
    brought_to(record, "wait", flight.key)
    record.seen({flight.key: state(phase, "too few photos")}, {flight.key: "done"}, 1.0)
    now = at(record, flight.key)
    assert (now.stage, now.stuck) == (stage, stuck)
    assert now.trouble == ("job j1: too few photos" if stuck else "")


def test_a_late_answer_takes_nothing_back(record: FleetRecord) -> None:
    """What is heard of a job after its flight went on is no news."""
    (flight,) = flights(1)
    record.add([flight])
    brought_to(record, "done", flight.key)
    record.seen({flight.key: state(Phase.RUNNING)}, {flight.key: "fetch"}, 1.0)
    record.troubled(flight.key, errors.ServerError("late", service="terra", status=500))
    assert (at(record, flight.key).stage, at(record, flight.key).trouble) == ("done", "")


# -------------------------------------------------------------------------------------------------------------- trouble


def test_trouble_is_tried_again_later_and_then_given_up(record: FleetRecord) -> None:
    """Tries are counted, pauses grow, and a step that goes through forgets them; too many in a row stop the flight."""
    (flight,) = flights(1)
    record.add([flight])
    error = errors.ServerError("no luck", service="terra", status=500)
    for tries in range(1, 4):
        record.troubled(flight.key, error)
        now = at(record, flight.key)
        assert (now.tries, now.trouble, now.stuck, now.stage) == (tries, "no luck (HTTP 500)", "", "plan")
        assert now.not_before == pytest.approx(time.time() + 15 * 2 ** (tries - 1), abs=5)
    with record.driving() as owner:
        assert record.claim("april", "plan", owner, 9) == []  # not yet
    record.planned(flight.key, 1, 1)
    assert (at(record, flight.key).tries, at(record, flight.key).trouble) == (0, "")
    for _ in range(MOST_TRIES):
        record.troubled(flight.key, error)
    assert (at(record, flight.key).stuck, at(record, flight.key).over) == ("failed", True)
    assert record.counts("april") == {"failed": 1}


def test_turns_that_are_waited_for_are_no_tries(record: FleetRecord) -> None:
    """Neither another process that is at it, nor questions about a job that goes on, use up tries."""
    (flight,) = flights(1)
    record.add([flight])
    for _ in range(2 * MOST_TRIES):
        record.troubled(flight.key, errors.LedgerBusy("busy"))
        record.troubled(flight.key, errors.AnswerLost("lost"), asking=True)
    assert (at(record, flight.key).tries, at(record, flight.key).stuck) == (0, "")


def test_held_is_not_failed(record: FleetRecord) -> None:
    """A flight that waits for a person is counted apart."""
    (flight,) = flights(1)
    record.add([flight])
    record.troubled(flight.key, errors.ActionNeeded("mark points"))
    assert record.counts("april") == {"held": 1}


def test_trouble_in_any_words(record: FleetRecord) -> None:
    """Names of photos that are no texts, and bytes that a database does not take, keep no trouble off the record."""
    (flight,) = flights(1)
    record.add([flight])
    record.troubled(flight.key, errors.UsageError("photo \udcff.jpg \0 100 %s ?"))
    assert at(record, flight.key).trouble == "photo \\udcff.jpg  100 %s ?"
    record.troubled(flight.key, ZeroDivisionError())
    assert at(record, flight.key).trouble == "ZeroDivisionError"


def test_trying_again(record: FleetRecord) -> None:
    """What was stuck, or waits for its next try, is due at once; what is done, or goes on at the service, is not."""
    listed = flights(5)
    stuck, later, busy, going, done = [flight.key for flight in listed]
    record.add(listed)
    brought_to(record, "wait", going)
    brought_to(record, "done", done)
    record.troubled(stuck, errors.UsageError("x"))
    record.troubled(later, errors.AnswerLost("x"))
    record.troubled(busy, errors.LedgerBusy("x"))
    record.seen({going: state(Phase.RUNNING)}, {going: "fetch"}, 60.0)
    record.try_again("may")
    assert record.counts("april") == {"failed": 1, "plan": 2, "wait": 1, "done": 1}
    record.try_again("april")
    with record.driving() as owner:
        assert {one.flight.key for one in record.claim("april", "plan", owner, 9)} == {stuck, later, busy}
        assert record.claim("april", "wait", owner, 9) == []
    assert at(record, done).stage == "done"


# --------------------------------------------------------------------------------------------------------------- claims


def test_claims(record: FleetRecord) -> None:
    """A claim takes what is due at a stage, so many, in the order of the list, and of one account if that is said."""
    record.add([*flights(4), Flight(key="april/x", service="terra", profile="other", folder="/x"), *flights(2, "may")])
    with record.driving() as owner, record.driving() as other:
        assert record.claim("april", "plan", owner, 0) == []
        assert [one.flight.key for one in record.claim("april", "plan", owner, 2)] == ["april/000", "april/001"]
        assert [one.flight.key for one in record.claim("april", "plan", other, 9, ("terra", "other"))] == ["april/x"]
        assert [one.flight.key for one in record.claim("april", "plan", other, 9)] == ["april/002", "april/003"]
        assert record.claim("april", "upload", owner, 9) == []
        assert at(record, "april/001").busy_until == pytest.approx(time.time() + record_module.LEASE, abs=5)
        record.free(owner, ["april/001"])
        assert [one.flight.key for one in record.claim("april", "plan", other, 9)] == ["april/001"]
        record.put_off(owner, "april/001", "plan", BUSY)  # which is not its own
        record.put_off(owner, "april/000", "upload", BUSY)  # a stage at which it is not
        assert at(record, "april/000").owner == owner
        record.put_off(owner, "april/000", "plan", BUSY)
        assert record.claim("april", "plan", other, 9) == []
        assert at(record, "april/000").not_before == pytest.approx(time.time() + BUSY, abs=5)
    assert {one.owner for one in record.standings("april")} == {""}  # whoever ends lets go


def test_leases_end(record: FleetRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not renewed is free after a while; what is, is not."""
    monkeypatch.setattr(record_module, "LEASE", 0.3)
    record.add(flights(1))
    with record.driving() as owner, record.driving() as other:
        assert len(record.claim("april", "plan", owner, 9)) == 1
        for _ in range(4):
            time.sleep(0.1)
            record.renew(owner)
            assert record.claim("april", "plan", other, 9) == []
        time.sleep(0.35)
        assert len(record.claim("april", "plan", other, 9)) == 1
        record.renew(owner)  # too late
        assert at(record, "april/000").owner == other


def test_two_never_claim_the_same(record: FleetRecord, place: Place) -> None:
    """Several who claim at the same time, each with a record of its own, have all flights, and none twice."""
    count = 60
    record.add(flights(count))
    taken: list[list[str]] = [[] for _ in range(4)]

    def claims(mine: list[str]) -> None:
        with FleetRecord(place) as own, own.driving() as owner:
            while found := own.claim("april", "plan", owner, 3):
                mine += [one.flight.key for one in found]
            ready.wait()

    ready = threading.Barrier(len(taken))
    threads = [threading.Thread(target=claims, args=(mine,)) for mine in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = [key for mine in taken for key in mine]
    assert sorted(keys) == sorted(set(keys)) == [flight.key for flight in flights(count)]


CLAIM = """
import json, sys, time
from skybind.fleet import FleetRecord
with FleetRecord() as record, record.driving() as owner:
    print("ready", flush=True)
    sys.stdin.readline()
    keys = []
    while found := record.claim("april", "plan", owner, 2):
        keys += [one.flight.key for one in found]
    print(json.dumps(keys), flush=True)
    time.sleep(60)
"""


@contextmanager
def claimer() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", CLAIM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def claimed(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    keys: list[str] = json.loads(process.stdout.readline())
    return keys


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_processes_that_claim_and_are_killed(record: FleetRecord) -> None:
    """Two processes share flights out; what a killed one had is free at once, long before its lease ends, and what a
    living one has is not."""
    record.add(flights(40))
    with claimer() as first, claimer() as second, record.driving() as owner:
        go(first)
        go(second)
        mine, others = claimed(first), claimed(second)
        assert sorted(mine + others) == [flight.key for flight in flights(40)]
        record.free_dead(owner)
        assert record.claim("april", "plan", owner, 99) == []
        first.send_signal(signal.SIGKILL)
        first.wait()
        record.free_dead(owner)
        assert sorted(one.flight.key for one in record.claim("april", "plan", owner, 99)) == sorted(mine)


def test_jobs_that_are_begun_or_go_on_count(record: FleetRecord) -> None:
    """Where jobs want to start is told with the jobs there: being started, going on, of whatever fleet."""
    record.add([*flights(4), *flights(2, "may"), *flights(1, "june", service="altizure")])
    brought_to(record, "start", *(f"april/{number:03}" for number in range(4)), "may/000", "june/000")
    assert record.startable("april") == [("terra", "", 0)]
    assert record.startable("june") == [("altizure", "", 0)]
    with record.driving() as owner:
        record.claim("april", "start", owner, 1)
        assert record.startable("april") == record.startable("may") == [("terra", "", 1)]
        record.started("april/000", "t")
        record.started("may/000", "t")
        assert record.startable("april") == [("terra", "", 2)]
        assert record.startable("may") == []  # nothing to start
    record.seen({"april/000": state(Phase.FAILED)}, {"april/000": "done"}, 1.0)
    assert record.startable("april") == [("terra", "", 1)]
    record.troubled("april/001", errors.UsageError("x"))
    record.troubled("april/002", errors.UsageError("x"))
    record.troubled("april/003", errors.UsageError("x"))
    assert record.startable("april") == []


# ----------------------------------------------------------------------------------------------------------------- held

HOLD = """
import sys, time
from skybind.fleet import FleetRecord, Flight
with FleetRecord() as record, record.held(Flight(key="april/000", service="terra", folder="/card/0"), "plan"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_process_is_at_a_flight(record: FleetRecord, place: Place) -> None:
    """A second is told so at once; with the process its hold ends. Nothing of it is trouble of the flight."""
    first, second = flights(2)
    with subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            with pytest.raises(errors.LedgerBusy, match="another process"), record.held(first, "plan"):
                pass
            with record.held(second, "plan"):
                pass
            assert at(record, first.key).trouble == ""
            process.kill()
            process.wait()
            end = time.monotonic() + 10
            while True:  # a server notices within a moment that its client is gone
                try:
                    with record.held(first, "plan"):
                        break
                except errors.LedgerBusy:
                    assert time.monotonic() < end
                    time.sleep(0.02)
        finally:
            process.kill()
    with (
        record.held(first, "plan"),
        FleetRecord(place) as same,
        pytest.raises(errors.LedgerBusy),
        same.held(first, "plan"),
    ):
        pass


def test_steps_have_an_order(record: FleetRecord) -> None:
    """A step whose forerunner was not done is a UsageError, and the flight did not fail."""
    (flight,) = flights(1)
    with pytest.raises(errors.UsageError, match="plan comes first"), record.held(flight, "start"):
        pass
    assert (at(record, flight.key).stuck, at(record, flight.key).trouble) == ("", "")
    brought_to(record, "wait", flight.key)
    with record.held(flight, "start") as standing:
        assert standing.token == f"token-{flight.key}"


def test_trouble_of_a_step_goes_on_record_and_up(record: FleetRecord) -> None:
    """An error within a step is known to the record, and is raised; being stopped is no trouble."""
    (flight,) = flights(1)
    with pytest.raises(errors.UsageError), record.held(flight, "plan"):
        raise errors.UsageError("bad photo")
    assert (at(record, flight.key).stuck, at(record, flight.key).trouble) == ("failed", "bad photo")
    record.try_again("april")
    with pytest.raises(KeyboardInterrupt), record.held(flight, "plan"):
        raise KeyboardInterrupt
    assert at(record, flight.key).stuck == ""


def test_after_it_is_closed(place: Place) -> None:
    """A closed record takes nothing more, and says so in our words."""
    record = FleetRecord(place)
    record.close()
    with pytest.raises(errors.LedgerError):
        record.add(flights(1))
    with pytest.raises(errors.LedgerError):
        record.standings("april")
