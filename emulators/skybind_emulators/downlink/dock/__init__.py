"""A simulated dock with its aircraft: a state machine, and the MQTT client through which it is reached.

dock = Dock(broker.url, "7CTDM00E0000001", "1581F6EMULATOR0000001", clock, Speed("instant"))
dock.start()
"""

from .codes import Code
from .device import Arrival, Dock
from .flights import Flight, Photo
from .kmz import survey_points, write_kmz
from .places import Place
from .rules import DockRules
from .state import DockState

__all__ = [
    "Arrival", "Code", "Dock", "DockRules", "DockState", "Flight", "Photo", "Place", "survey_points", "write_kmz",
]  # fmt: skip
