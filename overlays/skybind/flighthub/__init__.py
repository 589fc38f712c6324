"""DJI FlightHub 2 Open Modeling: photos up, up to four models, archives down. The way on from TerraAPI.

What is known of it is from public clients; what is not known is marked in ``specs/flighthub``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.flighthub.async_client import AsyncFlightHub
    from skybind.flighthub.client import FlightHub
    from skybind.flighthub.flights import PhotoSet
    from skybind.flighthub.jobs import ReconstructionRefused
    from skybind.flighthub.results import AsyncModel, Model, ModelFile
    from skybind_clients.flighthub.models import ModelStatus, ModelType, ResourceStatus, ZipStatus

_HOMES = {
    "AsyncFlightHub": "skybind.flighthub.async_client",
    "FlightHub": "skybind.flighthub.client",
    "PhotoSet": "skybind.flighthub.flights",
    "ReconstructionRefused": "skybind.flighthub.jobs",
    "AsyncModel": "skybind.flighthub.results",
    "Model": "skybind.flighthub.results",
    "ModelFile": "skybind.flighthub.results",
    "ModelStatus": "skybind_clients.flighthub.models",
    "ModelType": "skybind_clients.flighthub.models",
    "ResourceStatus": "skybind_clients.flighthub.models",
    "ZipStatus": "skybind_clients.flighthub.models",
}

__all__ = [
    "AsyncFlightHub",
    "AsyncModel",
    "FlightHub",
    "Model",
    "ModelFile",
    "ModelStatus",
    "ModelType",
    "PhotoSet",
    "ReconstructionRefused",
    "ResourceStatus",
    "ZipStatus",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
