"""The dock as a state machine without input or output: commands and time go in, messages come out."""

import random
import uuid
from collections import deque
from collections.abc import Mapping
from math import atan2, cos, degrees, radians
from typing import Any

from attrs import define, field, frozen

from .flights import Flight, Photo, Task
from .places import Leg, Place
from .rules import DockRules
from .scripts import Running, Script, Stage
from .state import DockState

Data = Mapping[str, Any]


@frozen
class Reply:
    """The answer to a command: `data.result`, `data.output` where there is one, and further members of `data`."""

    result: int = 0
    output: Data | None = None
    further: Data = field(factory=dict)

    @property
    def data(self) -> dict[str, Any]:
        """The `data` of the services_reply."""
        shown: dict[str, Any] = {"result": int(self.result), **self.further}
        if self.output is not None:
            shown["output"] = dict(self.output)
        return shown


@frozen
class Event:
    """Something that the dock tells on its own accord."""

    method: str
    data: Data
    need_reply: bool = False
    bid: str = ""


@frozen
class Question:
    """Something that the dock asks the cloud."""

    method: str
    data: Data
    bid: str = ""


@frozen
class FileWanted:
    """A wayline file that has to be had before a flight goes on: ask the cloud where it is, and download it."""

    flight_id: str


@frozen
class MediaTaken:
    """A flight is home, and its photos are to be uploaded: ask the cloud for storage."""

    flight_id: str


Outgoing = Event | Question | FileWanted | MediaTaken


@define(eq=False)
class Machine:
    """The dock and its aircraft.

    `commands.answer` gives it commands; `tick` and `settle` give it time; `outgoing` is what it has to say, in order.
    Nothing here reads a clock, a socket or a file. One thread at a time.
    """

    gateway_sn: str
    device_sn: str
    rules: DockRules
    random: random.Random
    state: DockState
    stage: Stage = field(factory=Stage)
    outgoing: deque[Outgoing] = field(factory=deque)
    tasks: dict[str, Task] = field(factory=dict)
    flights: dict[str, Flight] = field(factory=dict)
    flight: Flight | None = None
    sortie: Running | None = None
    job: Running | None = None
    chores: dict[str, Running] = field(factory=dict)
    leg: Leg | None = None
    now_s: float = 0.0
    _settled_from: float = 0.0

    @classmethod
    def new(cls, gateway_sn: str, device_sn: str, rules: DockRules, seed: int = 1) -> "Machine":
        """A dock with its aircraft inside, charging, with nothing to do."""
        state = DockState(
            "docked", rules.battery_percent, rules.latitude_deg, rules.longitude_deg, rules.height_m,
            free_storage_mb=rules.free_storage_mb,
        )  # fmt: skip
        machine = cls(gateway_sn, device_sn, rules, random.Random(f"{seed}:{gateway_sn}"), state)  # noqa: S311  no secret
        machine.stage = Stage(machine._elapse, machine._aloft)
        return machine

    @property
    def home(self) -> Place:
        """Where the dock is."""
        return Place(self.rules.latitude_deg, self.rules.longitude_deg, self.rules.height_m)

    @property
    def place(self) -> Place:
        """Where the aircraft is."""
        return Place(self.state.latitude_deg, self.state.longitude_deg, self.state.height_m)

    @property
    def moment(self) -> float:
        """Unix seconds in the dock's world: work that is hurried runs ahead of the clock."""
        return self.now_s + (self.stage.time_s - self._settled_from)

    @property
    def first_generation(self) -> bool:
        """Whether it is a dock of the first generation."""
        return self.rules.dock_generation == "dock1"

    def tick(self, seconds: float, now_s: float) -> None:
        """Let time go by.

        Args:
            seconds: how much, simulated.
            now_s: what the calendar says at its end, Unix seconds.
        """
        self._settled_from, self.now_s = self.stage.time_s, now_s - seconds
        self.stage.advance(seconds, now_s)
        self._settled_from, self.now_s = self.stage.time_s, now_s

    def settle(self) -> None:
        """Finish all work under way as if its time had passed. What waits for the calendar or the cloud, waits on."""
        self.stage.settle()

    def new_id(self) -> str:
        """A uuid of this dock's series."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def tell(self, method: str, data: Data, *, need_reply: bool = False, bid: str = "") -> None:
        """Queue an event."""
        self.outgoing.append(Event(method, data, need_reply, bid))

    def do(self, name: str, script: Script) -> None:
        """Start a chore that runs beside flights and jobs, in the place of one of that name."""
        self.stage.stop(self.chores.get(name))
        self.chores[name] = self.stage.start(script)

    def wake_flight(self, order: str) -> None:
        """Give the flight an order, which it obeys at once."""
        if self.flight is not None:
            self.flight.order = order
            self.stage.wake(self.sortie)

    def travel(self, target: Place, speed_m_s: float) -> Script:
        """Fly to a place, as part of another script. Cut short by an order; the aircraft is where it came to."""
        start = self.place
        distance = start.distance_m(target)
        if distance < 0.01:
            return
        north, east = target.latitude_deg - start.latitude_deg, target.longitude_deg - start.longitude_deg
        if abs(north) + abs(east) > 1e-9:
            heading = degrees(atan2(east * cos(radians(start.latitude_deg)), north))
            self.state.heading_deg = self.state.gimbal_yaw_deg = round(heading, 2)
        self.leg = Leg(start, target, self.stage.time_s, distance / speed_m_s)
        yield self.leg.lasts_s
        self._move()
        self.leg = None

    def photograph(self) -> Photo | None:
        """Take a photo on the flight under way."""
        flight = self.flight
        if flight is None or flight.simulated or not flight.aloft:
            return None
        photo = Photo(
            len(flight.photos) + 1, self.place, self.state.gimbal_pitch_deg, self.state.gimbal_yaw_deg, self.moment
        )
        flight.add_photo(photo)
        return photo

    def charge(self) -> Script:
        """Fill the battery, as a chore; the rest is done by the passing of time."""
        while self.state.charging and self.state.battery_percent < 100:
            yield max(0.01, (100 - self.state.battery_percent) / 100 * self.rules.charge_s)

    def _aloft(self) -> bool:
        return self.flight is not None and self.flight.aloft

    def _move(self) -> None:
        if self.leg is not None and not (self.flight is not None and self.flight.simulated):
            place = self.leg.at(self.stage.time_s)
            self.state.latitude_deg, self.state.longitude_deg, self.state.height_m = place

    def _elapse(self, seconds: float) -> None:
        """What changes all the time: where the aircraft is, and how full its battery."""
        self._move()
        state, flight = self.state, self.flight
        if flight is not None and flight.aloft and not flight.simulated:
            state.battery_percent = max(0.0, state.battery_percent - 100 * seconds / self.rules.endurance_s)
            low = state.battery_percent <= self.rules.return_battery_percent
            if low and flight.phase not in ("returning", "landing"):
                self.wake_flight("low battery")
        elif state.charging:
            state.battery_percent = min(100.0, state.battery_percent + 100 * seconds / self.rules.charge_s)
            if state.battery_percent >= 99.999:
                state.battery_percent = 100.0
