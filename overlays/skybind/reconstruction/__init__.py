"""One way over all clouds that make models of photos: what they share, what each takes, what changes between them.

from skybind import Altizure, Terra
from skybind.reconstruction import Cloud

def mapped(cloud: Cloud, folder: str) -> None:
    cloud.reconstruct(cloud.upload(folder), kind="3d").result().download(f"out/{cloud.name}")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.reconstruction.capabilities import Capabilities, KindLimits, PositionNeed
    from skybind.reconstruction.checking import Finding, Report, check
    from skybind.reconstruction.clouds import AsyncCloud, AsyncModel, Cloud, Model, ModelFile, PhotoSet
    from skybind.reconstruction.comparing import Row, compared, differences

_HOMES = {
    "AsyncCloud": "skybind.reconstruction.clouds",
    "AsyncModel": "skybind.reconstruction.clouds",
    "Capabilities": "skybind.reconstruction.capabilities",
    "Cloud": "skybind.reconstruction.clouds",
    "Finding": "skybind.reconstruction.checking",
    "KindLimits": "skybind.reconstruction.capabilities",
    "Model": "skybind.reconstruction.clouds",
    "ModelFile": "skybind.reconstruction.clouds",
    "PhotoSet": "skybind.reconstruction.clouds",
    "PositionNeed": "skybind.reconstruction.capabilities",
    "Report": "skybind.reconstruction.checking",
    "Row": "skybind.reconstruction.comparing",
    "check": "skybind.reconstruction.checking",
    "compared": "skybind.reconstruction.comparing",
    "differences": "skybind.reconstruction.comparing",
}

__all__ = [
    "AsyncCloud",
    "AsyncModel",
    "Capabilities",
    "Cloud",
    "Finding",
    "KindLimits",
    "Model",
    "ModelFile",
    "PhotoSet",
    "PositionNeed",
    "Report",
    "Row",
    "check",
    "compared",
    "differences",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
