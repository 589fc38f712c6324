"""A wayline flight step by step: what comes after what, times, and going on from a break point."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest

from skybind.downlink import CommandUnknown, FlightPlan
from skybind.downlink.plans import PlanMembers
from skybind.errors import BadRequest, UsageError
from skybind_clients.downlink.models import BreakPoint, ExitWaylineWhenRcLost, ReadyConditions, TaskType
from unit.downlink.conftest import Client
from unit.downlink.platform import WAYLINE, accepts, bodies, refuses, tells
from unit.overlay.peers import Exchange, Peer, Play, loses_the_answer
from unit.overlay.worlds import World

NOW = 1_776_859_200.0
PLAN: dict[str, Any] = {
    "file": WAYLINE,
    "rth_altitude": 80,
    "exit_wayline_when_rc_lost": ExitWaylineWhenRcLost.LEAVE_WAYLINE,
}
BREAK = {
    "index": 3,
    "state": 1,
    "progress": 0.5,
    "wayline_id": 0,
    "break_reason": 1,
    "latitude": 31.1,
    "longitude": 121.5,
    "height": 80.0,
    "attitude_head": 90.0,
}


def takes_everything(exchange: Exchange) -> None:
    """Accepts whatever is sent, and says of everything that the device took it."""
    (accepts() if exchange.method == "POST" else tells("SUCCEEDED"))(exchange)


@pytest.fixture
def peer() -> Iterator[Peer]:
    """A platform whose dock takes everything."""
    with Peer(takes_everything) as made:
        yield made


def flown(world: World, flight: Any, *steps: str) -> None:
    """Send these steps, and wait for each."""
    for step in steps:
        world.run(world.run(getattr(flight, step)()).wait(5))


def types(peer: Peer) -> list[str]:
    return [body["command_type"] for body in bodies(peer.requests)]


def test_a_whole_flight(world: World, client: Client, peer: Peer) -> None:
    """Each step is one command of its own, for the same task."""
    flight = client(peer.url).flight("f-1", **PLAN)
    flown(world, flight, "prepare", "execute", "pause", "recover", "return_home", "cancel_return", "return_home")
    assert types(peer) == [
        *("flighttask_prepare", "flighttask_execute", "flighttask_pause", "flighttask_recovery"),
        *("return_home", "return_home_cancel", "return_home"),
    ]
    prepare, execute, *_ = bodies(peer.requests)
    assert prepare["payload"]["flight_id"] == execute["payload"]["flight_id"] == "f-1"
    assert prepare["payload"]["rth_mode"] == 1
    assert prepare["payload"]["out_of_control_action"] == 0


def test_an_immediate_task_has_the_time_of_sending(world: World, client: Client, peer: Peer) -> None:
    """The time is set when prepare is sent, not when the flight is planned: docks refuse it 30 s later."""
    before = datetime.now(UTC).timestamp()
    flown(world, client(peer.url).flight("f-1", **PLAN), "prepare")
    (body,) = bodies(peer.requests)
    assert before - 1 <= body["payload"]["execute_time"] / 1000 <= datetime.now(UTC).timestamp()


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("execute", "execute comes after prepare"),
        ("pause", "pause comes after execute"),
        ("recover", "recover comes after pause"),
        ("cancel_return", "cancel_return comes after return_home"),
        ("undo", "undo comes after prepare"),
    ],
)
def test_order_is_checked_before_sending(world: World, client: Client, peer: Peer, step: str, words: str) -> None:
    """A step whose turn it is not is refused here, and nothing is sent."""
    flight = client(peer.url).flight("f-1", **PLAN)
    with pytest.raises(UsageError, match=words):
        flown(world, flight, step)
    assert peer.requests == []


def test_a_return_home_is_never_held_back(world: World, client: Client, peer: Peer) -> None:
    """Whoever wants the aircraft back gets the command out, whatever was sent before."""
    flown(world, client(peer.url).flight("f-1", **PLAN), "return_home")
    assert types(peer) == ["return_home"]


def test_execute_needs_a_prepare_that_was_taken(world: World, client: Client, peer: Peer) -> None:
    """A prepare that was accepted by the platform is not yet with the dock."""
    flight = client(peer.url).flight("f-1", **PLAN)
    command = world.run(flight.prepare())
    with pytest.raises(UsageError, match="not known to have taken prepare"):
        world.run(flight.execute())
    world.run(command.wait(5))
    world.run(flight.execute())


def test_a_step_that_started_something_is_sent_once(world: World, client: Client, peer: Peer) -> None:
    """Neither prepare nor execute is sent a second time for the same task; pause and return may be."""
    flight = client(peer.url).flight("f-1", **PLAN)
    flown(world, flight, "prepare", "execute", "pause", "pause")
    for step in ("prepare", "execute"):
        with pytest.raises(UsageError, match=f"{step} was sent already"):
            flown(world, flight, step)
    with pytest.raises(UsageError, match="cannot be undone"):
        flown(world, flight, "undo")


def test_a_prepare_that_the_dock_refused_may_be_sent_again(world: World, client: Client) -> None:
    """What was not taken has to be sent anew, as a command of its own."""
    with Peer(accepts(), tells("FAILED", response_code="314000"), takes_everything) as peer:
        flight = client(peer.url).flight("f-1", **PLAN)
        with pytest.raises(Exception, match="was not taken"):
            flown(world, flight, "prepare")
        flown(world, flight, "prepare", "undo")
    first, second, undo = bodies(peer.requests)
    assert first["idempotency_key"] != second["idempotency_key"]
    assert undo["payload"] == {"flight_ids": ["f-1"]}


def test_a_step_that_the_platform_refused_was_not_sent(world: World, client: Client) -> None:
    """A refusal before acceptance leaves the flight where it was."""
    with Peer(refuses(400, "VALIDATION_FAILED"), takes_everything) as peer:
        flight = client(peer.url).flight("f-1", **PLAN)
        with pytest.raises(BadRequest):
            flown(world, flight, "prepare")
        with pytest.raises(UsageError, match="execute comes after prepare"):
            flown(world, flight, "execute")
        flown(world, flight, "prepare")


def test_a_lost_answer_within_a_flight(world: World, client: Client) -> None:
    """A step whose answer was lost counts as sent: it is asked about, not repeated, and the aircraft can be paused."""
    plays: list[Play] = [takes_everything, takes_everything, loses_the_answer, takes_everything]
    with Peer(*plays) as peer:
        flight = client(peer.url).flight("f-1", **PLAN)
        flown(world, flight, "prepare")
        with pytest.raises(CommandUnknown) as lost:
            flown(world, flight, "execute")
        with pytest.raises(UsageError, match="no answer to it is known"):
            flown(world, flight, "execute")
        flown(world, flight, "pause")
        world.run(world.run(flight.ask(lost.value)).wait(5))
    assert types(peer) == ["flighttask_prepare", "flighttask_execute", "flighttask_pause", "flighttask_execute"]
    keys = [body["idempotency_key"] for body in bodies(peer.requests)]
    assert keys[1] == keys[3]


def test_a_question_of_another_flight(world: World, client: Client) -> None:
    """A flight is asked about its own steps only."""
    with Peer(loses_the_answer) as peer:
        downlink = client(peer.url)
        with pytest.raises(CommandUnknown) as lost:
            flown(world, downlink.flight("f-1", **PLAN), "prepare")
        with pytest.raises(UsageError, match="was not sent by this flight"):
            world.run(downlink.flight("f-2", **PLAN).ask(lost.value))


def test_going_on_from_a_break_point(world: World, client: Client, peer: Peer) -> None:
    """A break point as the dock told it goes into a new task, with a name of its own."""
    flight = client(peer.url).flight("f-1", **PLAN)
    flown(world, flight, "prepare", "execute")
    resumed = flight.resume_from(BREAK, flight_id="f-1b")
    assert len(bodies(peer.requests)) == 2
    flown(world, resumed, "prepare", "execute")
    body = bodies(peer.requests)[2]
    assert body["payload"]["flight_id"] == "f-1b"
    assert body["payload"]["break_point"] == BREAK
    assert resumed.resume_from(BreakPoint.from_dict(BREAK), flight_id="f-1c").plan.flight_id == "f-1c"
    with pytest.raises(UsageError, match="a new task"):
        flight.resume_from(BREAK, flight_id="f-1")
    lacking = {key: value for key, value in BREAK.items() if key != "height"}
    with pytest.raises(UsageError, match="'height' is missing"):
        flight.resume_from(lacking, flight_id="f-1b")


def test_a_flight_has_its_own_device(world: World, client: Client, peer: Peer) -> None:
    """All steps go to the dock that the flight names."""
    flown(world, client(peer.url).flight("f-1", device_id="dock-9", **PLAN), "prepare", "execute")
    assert {json.loads(received.body)["device_id"] for received in peer.requests if received.body} == {"dock-9"}


# ------------------------------------------------------------------------------------------------ plans


def plan(**more: Any) -> FlightPlan:
    return FlightPlan(flight_id="f-1", **{**PLAN, **more})


def at(**ahead: float) -> datetime:
    return datetime.fromtimestamp(NOW, UTC) + timedelta(**ahead)


def test_timed_tasks() -> None:
    """A timed task has its own time, is prepared at most 24 hours before it, and executed at most two minutes."""
    timed = plan(task_type=TaskType.TIMED, execute_time=at(hours=24))
    assert timed.prepare(NOW).execute_time == int((NOW + 86_400) * 1000)
    with pytest.raises(UsageError, match="begins too late"):
        timed.prepare(NOW - 1)
    with pytest.raises(UsageError, match="begins too early"):
        timed.prepare(NOW + 86_401)
    soon = plan(task_type=TaskType.TIMED, execute_time=at(minutes=2))
    soon.check_execute(NOW)
    with pytest.raises(UsageError, match="too early to execute"):
        soon.check_execute(NOW - 1)


def test_conditional_tasks() -> None:
    """A conditional task has its conditions; the time that the platform wants is the begin of its window."""
    window = ReadyConditions(battery_capacity=60, begin_time=int(NOW * 1000), end_time=int(NOW * 1000) + 1)
    payload = plan(task_type=TaskType.CONDITIONAL, ready_conditions=window).prepare(NOW - 500)
    assert (payload.execute_time, payload.ready_conditions) == (window.begin_time, window)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"task_type": TaskType.TIMED}, "when does the timed task begin"),
        ({"task_type": TaskType.TIMED, "execute_time": datetime(2026, 4, 22)}, "when does the timed task begin"),
        ({"execute_time": at()}, "execute_time is for timed tasks"),
        ({"task_type": TaskType.CONDITIONAL}, "go together"),
        ({"ready_conditions": ReadyConditions(60, 1, 2)}, "go together"),
    ],
)
def test_plans_that_cannot_be(more: dict[str, Any], words: str) -> None:
    """Members that contradict each other are refused when the plan is made."""
    with pytest.raises(UsageError, match=words):
        plan(**more)


def test_the_link_loss_has_no_default() -> None:
    """What becomes of the wayline when the link is lost must match the KMZ, so that nobody may guess it."""
    fields = attrs.fields_dict(FlightPlan)
    assert fields["exit_wayline_when_rc_lost"].default is attrs.NOTHING


def test_the_members_of_a_plan_are_told_once() -> None:
    """What ``flight(...)`` takes is what a plan has."""
    assert {"flight_id", *PlanMembers.__annotations__} == set(attrs.fields_dict(FlightPlan))
