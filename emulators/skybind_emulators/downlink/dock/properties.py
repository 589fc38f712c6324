"""What a dock says of itself unasked: topology, the configuration it wants, and its properties (``osd``)."""

from collections.abc import Mapping
from typing import Any

from .machine import Machine
from .rules import Generation

# Dock and aircraft in DJI's list of products: Dock and Matrice 30, Dock 2 and Matrice 3D, Dock 3 and Matrice 4D.
_TYPES: Mapping[Generation, tuple[int, int]] = {"dock1": (1, 67), "dock2": (2, 91), "dock3": (3, 100)}

#: The `data` of the request ``config``.
CONFIG_WANTED = {"config_type": "json", "config_scope": "product"}


def topology(generation: Generation, device_sn: str) -> dict[str, Any]:
    """The `data` of ``update_topo``: which aircraft hangs on the dock."""
    dock, drone = _TYPES[generation]
    below = {"sn": device_sn, "domain": "0", "type": drone, "sub_type": 0, "index": "A"}
    return {"domain": "3", "type": dock, "sub_type": 0, "sub_devices": [below]}


def drone_model(generation: Generation) -> str:
    """The aircraft's model as domain, type and sub-type."""
    return f"0-{_TYPES[generation][1]}-0"


def aircraft_osd(machine: Machine) -> dict[str, Any]:
    """Properties of the aircraft: where it is (WGS-84, ellipsoid height in metres), and its battery."""
    state = machine.state
    return {
        "latitude": state.latitude_deg,
        "longitude": state.longitude_deg,
        "height": state.height_m,
        "attitude_head": state.heading_deg,
        "battery": {"capacity_percent": round(state.battery_percent)},
    }


def dock_osd(machine: Machine) -> dict[str, Any]:
    """Properties of the dock."""
    state, rules = machine.state, machine.rules
    return {
        "cover_state": int(state.cover_open),
        "drone_in_dock": int(state.mode in ("docked", "preparing")),
        "drone_charge_state": {"state": int(state.charging), "capacity_percent": round(state.battery_percent)},
        "latitude": rules.latitude_deg,
        "longitude": rules.longitude_deg,
        "height": rules.height_m,
    }
