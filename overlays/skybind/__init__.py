"""skybind: clouds that turn drone photos into maps and models, one way of working.

    from datetime import timedelta
    from skybind import Terra

    with Terra.from_env() as terra:
        photos = terra.upload("flight-42/")
        job = terra.reconstruct(photos, kind="3d")
        model = job.result(timeout=timedelta(hours=6))
        model.download("out/")

Names are loaded when they are first used; ``import skybind`` itself is light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.altizure.async_client import AsyncAltizure
    from skybind.altizure.client import Altizure
    from skybind.downlink.async_client import AsyncDownlink
    from skybind.downlink.client import Downlink
    from skybind.errors import SkybindError
    from skybind.flighthub.async_client import AsyncFlightHub
    from skybind.flighthub.client import FlightHub
    from skybind.jobs import AsyncJob, Job, JobState, Phase, Schedule
    from skybind.koomap.async_client import AsyncKooMap
    from skybind.koomap.client import KooMap
    from skybind.options import Options
    from skybind.terra.client import AsyncTerra, Terra

_HOMES = {
    "Altizure": "skybind.altizure.client",
    "AsyncAltizure": "skybind.altizure.async_client",
    "AsyncDownlink": "skybind.downlink.async_client",
    "AsyncFlightHub": "skybind.flighthub.async_client",
    "AsyncJob": "skybind.jobs",
    "AsyncKooMap": "skybind.koomap.async_client",
    "AsyncTerra": "skybind.terra.client",
    "Downlink": "skybind.downlink.client",
    "FlightHub": "skybind.flighthub.client",
    "Job": "skybind.jobs",
    "JobState": "skybind.jobs",
    "KooMap": "skybind.koomap.client",
    "Options": "skybind.options",
    "Phase": "skybind.jobs",
    "Schedule": "skybind.jobs",
    "SkybindError": "skybind.errors",
    "Terra": "skybind.terra.client",
}

__all__ = [
    "Altizure",
    "AsyncAltizure",
    "AsyncDownlink",
    "AsyncFlightHub",
    "AsyncJob",
    "AsyncKooMap",
    "AsyncTerra",
    "Downlink",
    "FlightHub",
    "Job",
    "JobState",
    "KooMap",
    "Options",
    "Phase",
    "Schedule",
    "SkybindError",
    "Terra",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
