"""A dock without a network: commands and time go in, what it tells is kept."""

import hashlib
from collections.abc import Mapping
from typing import Any

from skybind_emulators.downlink.dock import Code, DockRules, Place, commands, survey_points, write_kmz
from skybind_emulators.downlink.dock.machine import Event, FileWanted, Machine, MediaTaken
from skybind_emulators.downlink.dock.progress import uploaded

NOW = 1_776_859_200.0
GATEWAY, DRONE, PAYLOAD = "7CTDM00E0000001", "1581F6EMULATOR0000001", "80-0-0"
RULES = DockRules()
HOME = Place(RULES.latitude_deg, RULES.longitude_deg, RULES.height_m)
ABOVE = HOME._replace(height_m=HOME.height_m + 60)
KMZ = write_kmz(survey_points(ABOVE, 6))
TERMINAL = {"ok", "partially_done", "rejected", "failed", "canceled", "timeout"}


def md5(content: bytes) -> str:
    """The fingerprint of a wayline file."""
    return hashlib.md5(content).hexdigest()


def task(flight_id: str = "f1", **other: Any) -> dict[str, Any]:
    """The payload of flighttask_prepare for an immediate task, as the platform sends it."""
    return {
        "flight_id": flight_id,
        "execute_time": int(NOW * 1000),
        "task_type": 0,
        "file": {"url": "http://127.0.0.1/route.kmz", "fingerprint": md5(KMZ)},
        "rth_altitude": 60,
        "rth_mode": 1,
        "out_of_control_action": 0,
        "exit_wayline_when_rc_lost": 0,
        **other,
    }


class Yard:
    """One machine, its clock, and its memory."""

    def __init__(self, *, kmz: bytes | None = KMZ, **rules: Any) -> None:
        self.machine = Machine.new(GATEWAY, DRONE, DockRules(**rules))
        self.now = NOW
        self.kmz = kmz
        self.events: list[Event] = []
        self.machine.tick(0, self.now)

    @property
    def state(self) -> Any:
        """The dock's state itself."""
        return self.machine.state

    @property
    def phase(self) -> str:
        """Of the flight under way; empty without one."""
        return "" if self.machine.flight is None else self.machine.flight.phase

    def send(self, method: str, data: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Give a command; what the dock replies as `data`."""
        reply = commands.answer(self.machine, method, data if data is not None else {})
        self._listen()
        return reply.data

    def result(self, method: str, data: Mapping[str, Any] | None = None) -> int:
        """Give a command; the code of the reply."""
        code: int = self.send(method, data)["result"]
        return code

    def ok(self, method: str, data: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Give a command that must be taken."""
        reply = self.send(method, data)
        assert reply["result"] == 0, (method, reply, Code(reply["result"]).name)
        return reply

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.now += seconds
        self.machine.tick(seconds, self.now)
        self._listen()

    def wait_for(self, phase: str, *, most_s: float = 1000, step_s: float = 1.0) -> None:
        """Let time go by until the flight is in a phase."""
        for _ in range(int(most_s / step_s)):
            if self.phase == phase:
                return
            self.wait(step_s)
        raise AssertionError(f"still {self.phase!r}, not {phase!r}")

    def settle(self) -> None:
        """Finish what is under way."""
        self.machine.settle()
        self._listen()
        self.machine.settle()
        self._listen()

    def told(self, method: str) -> list[Mapping[str, Any]]:
        """The data of the events of a method."""
        return [event.data for event in self.events if event.method == method]

    def progress(self, flight_id: str = "f1") -> list[Mapping[str, Any]]:
        """The task progress of a flight: the outputs, each with its result."""
        told = self.told("flighttask_progress")
        return [
            {**data["output"], "result": data["result"]}
            for data in told
            if data["output"]["ext"]["flight_id"] == flight_id
        ]

    def fly(self, flight_id: str = "f1", **other: Any) -> None:
        """Prepare and execute an immediate task."""
        self.ok("flighttask_prepare", task(flight_id, execute_time=int(self.now * 1000), **other))
        self.ok("flighttask_execute", {"flight_id": flight_id})

    def _listen(self) -> None:
        outgoing = self.machine.outgoing
        while outgoing:
            said = outgoing.popleft()
            if isinstance(said, Event):
                self.events.append(said)
            elif isinstance(said, FileWanted):
                flight = self.machine.flights[said.flight_id]
                flight.answer = (0, self.kmz) if self.kmz is not None else (int(Code.NOT_FETCHED), None)
                self.machine.stage.wake(self.machine.sortie)
            elif isinstance(said, MediaTaken):
                flight = self.machine.flights[said.flight_id]
                for photo in flight.photos:
                    uploaded(self.machine, flight, photo, f"{photo.number}.JPG", f"there/{photo.number}.JPG")
