"""An emulator of DJI FlightHub Open Modeling, and of the modeling calls next to it.

Sources: `specs/flighthub`, which says how sure each fact is. What nobody has described is in ``FlightHubRules``.
"""

from skybind_emulators.flighthub.emulator import FlightHubEmulator, make_flighthub

__all__ = ["FlightHubEmulator", "make_flighthub"]
