"""Whatever is sent to a dock in whatever order, some things hold."""

from collections.abc import Callable
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from skybind_emulators.downlink.dock.catalogue import commands
from unit.emulators.downlink_dock import payloads as given
from unit.emulators.downlink_dock.dockyard import HOME, TERMINAL, Yard, task

METHODS = sorted(commands())
ON_THE_WAY = ["flighttask_pause", "flighttask_recovery", "return_home", "return_home_cancel", "drone_emergency_stop"]
SETUPS = [given.nothing, given.wayline, given.paused, given.returning, given.hovering, given.flying_to, given.recording,
          given.panorama, given.debugging, given.setting_up, given.flown, given.streaming]  # fmt: skip

FURTHER = [
    given.controlled,
    given.video,
    given.half_empty,
    given.powered,
    given.playing,
    given.prepared,
    given.uploading,
]


class DockMachine(RuleBasedStateMachine):
    """A cloud that sends anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.yard = Yard()
        self.given = 0

    @initialize(setup=st.sampled_from(SETUPS), generation=st.sampled_from(["dock1", "dock2"]))
    def begin(self, setup: Callable[[Yard], None], generation: str) -> None:
        """Begin in one of the states that a dock can be brought to."""
        self.yard = Yard(dock_generation=generation, battery_percent=60.0)
        setup(self.yard)

    @rule(method=st.sampled_from(METHODS))
    def anything(self, method: str) -> None:
        """A well-formed command, whatever the state."""
        _, data, _ = given.TAKEN[method]
        before = repr(self.yard.state), self.yard.phase
        if self.yard.result(method, data):
            assert (repr(self.yard.state), self.yard.phase) == before

    @rule(method=st.sampled_from(ON_THE_WAY))
    def order(self, method: str) -> None:
        """An order to an aircraft on its way."""
        self.yard.send(method)

    @rule(method=st.sampled_from(METHODS), data=st.dictionaries(st.text(max_size=5), st.none() | st.integers()))
    def nonsense(self, method: str, data: dict[str, Any]) -> None:
        """A command with nonsense in it is answered like any other."""
        assert self.yard.result(method, data) >= 0

    @rule(resume=st.booleans())
    def fly(self, resume: bool) -> None:
        """A new task, perhaps from the break point of the last."""
        self.given += 1
        flight_id = f"n{self.given}"
        broken = [flight.break_point for flight in self.yard.machine.flights.values() if flight.break_point]
        further = {"break_point": broken[-1]} if resume and broken else {}
        self.yard.ok("flighttask_prepare", task(flight_id, execute_time=int(self.yard.now * 1000), **further))
        flying = self.yard.machine.flight
        if self.yard.result("flighttask_execute", {"flight_id": flight_id}) == 0:
            assert flying is None

    @rule(seconds=st.sampled_from([1, 4, 15, 40, 400]))
    def wait(self, seconds: int) -> None:
        """Time."""
        self.yard.wait(seconds)

    @precondition(lambda self: self.yard.state.mode == "docked")
    @rule()
    def hurry(self) -> None:
        """Finish what the dock has to do on the ground."""
        self.yard.settle()

    @invariant()
    def the_battery_is_between_empty_and_full(self) -> None:
        """Charge stays from 0 to 100 percent."""
        assert 0 <= self.yard.state.battery_percent <= 100

    @invariant()
    def one_flight_at_a_time(self) -> None:
        """At most one flight is not over, and the state names it."""
        open_ones = [flight.flight_id for flight in self.yard.machine.flights.values() if flight.phase != "over"]
        assert open_ones == ([self.yard.state.flight_id] if self.yard.state.flight_id else [])

    @invariant()
    def progress_rises_and_ends_once(self) -> None:
        """Of each task the percentage never falls, and nothing is told after a terminal status."""
        for flight_id, flight in self.yard.machine.flights.items():
            course = self.yard.progress(flight_id)
            percents = [output["progress"]["percent"] for output in course]
            assert percents == sorted(percents)
            assert all(0 <= percent <= 100 for percent in percents)
            ends = [place for place, output in enumerate(course) if output["status"] in TERMINAL]
            over = flight.phase == "over" and flight.task is not None
            assert ends == ([len(course) - 1] if over else [])

    @invariant()
    def a_docked_aircraft_is_at_home(self) -> None:
        """In the dock the aircraft is where the dock is; with nothing in the air it is in the dock."""
        if self.yard.machine.flight is None:
            assert self.yard.state.mode == "docked"
            assert self.yard.machine.place == HOME

    def teardown(self) -> None:
        """Every flight can be brought to its end."""
        yard = self.yard
        for _ in range(4):
            yard.settle()
            if yard.machine.flight is None:
                break
            yard.send("return_home")
        yard.settle()
        assert yard.machine.flight is None
        self.progress_rises_and_ends_once()


DockMachine.TestCase.settings = settings(
    max_examples=100, stateful_step_count=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
TestDockMachine = DockMachine.TestCase


@pytest.mark.parametrize("setup", SETUPS + FURTHER, ids=lambda setup: setup.__name__)
def test_any_command_in_any_state_leaves_a_dock_that_comes_to_rest(setup: Callable[[Yard], None]) -> None:
    """In each state each of the 83 commands is taken, or refused without a trace; afterwards all flights can end."""
    for method in METHODS:
        _, data, generation = given.TAKEN[method]
        machine = DockMachine()
        machine.yard = yard = Yard(dock_generation="dock1" if setup is given.setting_up else generation)
        setup(yard)
        before = repr(yard.state), yard.phase
        if yard.result(method, data):
            assert (repr(yard.state), yard.phase) == before, method
        yard.wait(7)
        machine.the_battery_is_between_empty_and_full()
        machine.one_flight_at_a_time()
        machine.a_docked_aircraft_is_at_home()
        machine.teardown()
