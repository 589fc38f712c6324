"""DJI TerraAPI: photos up, reconstruction, model down.

TerraAPI was announced to end in June 2026; DJI sends its users to FlightHub.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.terra.client import AsyncTerra, Terra
    from skybind.terra.flights import PhotoSet
    from skybind.terra.results import AsyncModel, Model, ModelFile
    from skybind_clients.terra.models import (
        AreaOfInterest,
        ExportParameter,
        GeoDescription,
        JobStatus,
        JobType,
        MapMode,
        Reconstruction2D,
        Reconstruction3D,
        ReconstructionLidar,
    )

_HOMES = {
    "AsyncTerra": "skybind.terra.client",
    "Terra": "skybind.terra.client",
    "PhotoSet": "skybind.terra.flights",
    "AsyncModel": "skybind.terra.results",
    "Model": "skybind.terra.results",
    "ModelFile": "skybind.terra.results",
    "AreaOfInterest": "skybind_clients.terra.models",
    "ExportParameter": "skybind_clients.terra.models",
    "GeoDescription": "skybind_clients.terra.models",
    "JobStatus": "skybind_clients.terra.models",
    "JobType": "skybind_clients.terra.models",
    "MapMode": "skybind_clients.terra.models",
    "Reconstruction2D": "skybind_clients.terra.models",
    "Reconstruction3D": "skybind_clients.terra.models",
    "ReconstructionLidar": "skybind_clients.terra.models",
}

__all__ = [
    "AreaOfInterest",
    "AsyncModel",
    "AsyncTerra",
    "ExportParameter",
    "GeoDescription",
    "JobStatus",
    "JobType",
    "MapMode",
    "Model",
    "ModelFile",
    "PhotoSet",
    "Reconstruction2D",
    "Reconstruction3D",
    "ReconstructionLidar",
    "Terra",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
