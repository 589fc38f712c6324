"""A running platform whose dock is put into whatever state a command needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from skybind_emulators import Running, Settings, start
from skybind_emulators.downlink.dock import Arrival
from skybind_emulators.settings import DownlinkRules
from unit.emulators.downlink_dock.dockyard import GATEWAY, Yard

__all__ = ["Site", "open_site"]


class _Now(Yard):
    """A machine whose tasks begin now, whatever the table of payloads says."""

    def __init__(self, now: float, **rules: Any) -> None:
        super().__init__(**rules)
        self.now = now
        self.machine.tick(0, now)

    def send(self, method: str, data: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return super().send(method, timely(data or {}, self.now))


def timely(data: Mapping[str, Any], now: float) -> dict[str, Any]:
    """A payload whose task, if it is one, begins now."""
    return {**data, **({"execute_time": int(now * 1000)} if "execute_time" in data else {})}


class Site:
    """A platform and its dock. Time goes by so slowly there that nothing moves but by commands."""

    def __init__(self, running: Running) -> None:
        self.running = running
        assert running.downlink.dock is not None
        self.dock = running.downlink.dock

    @property
    def now(self) -> float:
        """Unix seconds there."""
        return self.running.downlink.clock.now()

    def stand(self, setup: Callable[[Yard], None], generation: str) -> None:
        """Put another dock of this generation in the place of the one that is there, in a state of its own."""
        yard = _Now(self.now, dock_generation=generation)
        setup(yard)
        with self.dock._lock:
            self.dock._machine = yard.machine
            self.dock._errands._errand = None  # a file for a flight of the dock that stood here before

    def arrived(self, method: str, command_id: str) -> list[Arrival]:
        """The messages that the dock got for a command."""
        [record] = [one for one in self.running.downlink.commands if one.command_id == command_id]
        return [one for one in self.dock.arrivals(method) if one.tid == record.tid]


@contextmanager
def open_site() -> Iterator[Site]:
    """A platform on loopback with a broker and a dock."""
    rules = DownlinkRules(gateway_sn=GATEWAY)
    with start(Settings(services=("downlink",), speed="time:0.01", downlink=rules)) as running:
        yield Site(running)
