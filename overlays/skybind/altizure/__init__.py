"""Altizure: photos up to a project, one 3D reconstruction of it, and its results."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.altizure.async_client import AsyncAltizure
    from skybind.altizure.client import Altizure
    from skybind.altizure.estimating import Estimate
    from skybind.altizure.flights import PhotoSet
    from skybind.altizure.oauth import Returned, new_state, read_return, sign_in_url
    from skybind.altizure.results import AsyncModel, Model, ModelFile
    from skybind_clients.altizure.models.enums import ImportedModelType, ProjectType, ProjectVisibility, TaskType

_HOMES = {
    "Altizure": "skybind.altizure.client",
    "AsyncAltizure": "skybind.altizure.async_client",
    "AsyncModel": "skybind.altizure.results",
    "Estimate": "skybind.altizure.estimating",
    "ImportedModelType": "skybind_clients.altizure.models.enums",
    "Model": "skybind.altizure.results",
    "ModelFile": "skybind.altizure.results",
    "PhotoSet": "skybind.altizure.flights",
    "ProjectType": "skybind_clients.altizure.models.enums",
    "ProjectVisibility": "skybind_clients.altizure.models.enums",
    "Returned": "skybind.altizure.oauth",
    "TaskType": "skybind_clients.altizure.models.enums",
    "new_state": "skybind.altizure.oauth",
    "read_return": "skybind.altizure.oauth",
    "sign_in_url": "skybind.altizure.oauth",
}

__all__ = [
    "Altizure",
    "AsyncAltizure",
    "AsyncModel",
    "Estimate",
    "ImportedModelType",
    "Model",
    "ModelFile",
    "PhotoSet",
    "ProjectType",
    "ProjectVisibility",
    "Returned",
    "TaskType",
    "new_state",
    "read_return",
    "sign_in_url",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
