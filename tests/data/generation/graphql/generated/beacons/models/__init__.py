# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Models of Beacons. Each is loaded when it is first asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .enums import LampState
    from .fragments import Crew, CrewKeepersPerson, CrewKeepersRobot, Lamp, Place
    from .input_types import Lighting

__all__ = (
    "Crew",
    "CrewKeepersPerson",
    "CrewKeepersRobot",
    "Lamp",
    "LampState",
    "Lighting",
    "Place",
)

_HOMES = {
    "enums": ("LampState",),
    "fragments": (
        "Crew",
        "CrewKeepersPerson",
        "CrewKeepersRobot",
        "Place",
        "Lamp",
    ),
    "input_types": ("Lighting",),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names:
                globals()[name] = found = getattr(import_module(f"{__name__}.{home}"), name)
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
