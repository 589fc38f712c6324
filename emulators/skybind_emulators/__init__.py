"""The services, offline: stateful servers on loopback that speak each vendor's dialect.

    with skybind_emulators.start(Settings(speed="polls:3")) as running:
        running.ready["services"]["terra"]["base_url"]
        running.koomap.satellite.tasks

In the shell: ``python -m skybind_emulators``. Names are loaded when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skybind_emulators.faults import Fault
    from skybind_emulators.serve import Running, start
    from skybind_emulators.settings import Settings

__all__ = ["Fault", "Running", "Settings", "start"]

_HOMES = {"Fault": "faults", "Running": "serve", "Settings": "settings", "start": "serve"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
