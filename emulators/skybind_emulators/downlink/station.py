"""What stands behind the platform: a broker, the platform's own connection to it, and a dock."""

from contextlib import ExitStack

from attrs import frozen

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.bridge import Bridge
from skybind_emulators.downlink.broker import start_broker
from skybind_emulators.downlink.dock import Dock, DockRules
from skybind_emulators.settings import Settings


@frozen
class Station:
    """Broker, bridge and dock.

    Attributes:
        url: of the broker, ``mqtt://...``.
        bridge: the platform's connection, not open yet.
        dock: None if its place is left to another program.
    """

    url: str
    bridge: Bridge
    dock: Dock | None
    _stack: ExitStack

    def open(self) -> None:
        """Connect the platform, then the dock: what it says first is heard.

        Raises:
            NotConnected: the broker is not there.
        """
        self._stack.callback(self.bridge.close)
        self.bridge.start()
        if self.dock is not None:
            self._stack.callback(self.dock.close)
            self.dock.start()


def start_station(settings: Settings, clock: SimulatedClock, stack: ExitStack) -> Station:
    """Start the broker, unless one is chosen by its address, and make the rest; ``stack`` ends it all.

    Raises:
        PortInUse: the chosen port is taken.
    """
    url = settings.mqtt_url
    if not url:
        broker = start_broker(host=settings.host, port=settings.mqtt_port)
        stack.callback(broker.close)
        url = broker.url
    rules = settings.downlink
    dock = None
    if rules.dock:
        dock_rules = DockRules(
            dock_generation=rules.dock_generation, osd_hz=rules.osd_hz, photo_bytes=rules.photo_bytes
        )
        # The dock is the gateway; the aircraft's own serial number derives from it.
        dock = Dock(
            url, rules.gateway_sn, f"{rules.gateway_sn}-UAV", clock, settings.pace, rules=dock_rules, seed=settings.seed
        )
    return Station(url, Bridge(url, now=clock.now), dock, stack)
