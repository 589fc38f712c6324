"""Huawei KooMap: satellite images, real-scene 3D models of oblique photos, and positioning for AR."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.koomap.async_client import AsyncKooMap
    from skybind.koomap.choices import Credentials
    from skybind.koomap.client import KooMap
    from skybind.koomap.folders import PhotoSet
    from skybind.koomap.jobs import AsyncTaskJob, TaskJob
    from skybind.koomap.marks import MarkedPoint, read_marks
    from skybind.koomap.modeling import Modeling
    from skybind.koomap.results import AsyncModel, Model, ModelFile
    from skybind.koomap.tasks import TaskKind, TaskRef
    from skybind.koomap.usage import UsageLine
    from skybind_clients.koomap.models import ModelingType, ProductionLevel, Real3DTaskType, TriangulationAccuracy

_HOMES = {
    "AsyncKooMap": "skybind.koomap.async_client",
    "AsyncModel": "skybind.koomap.results",
    "AsyncTaskJob": "skybind.koomap.jobs",
    "Credentials": "skybind.koomap.choices",
    "KooMap": "skybind.koomap.client",
    "MarkedPoint": "skybind.koomap.marks",
    "Model": "skybind.koomap.results",
    "ModelFile": "skybind.koomap.results",
    "Modeling": "skybind.koomap.modeling",
    "ModelingType": "skybind_clients.koomap.models",
    "PhotoSet": "skybind.koomap.folders",
    "ProductionLevel": "skybind_clients.koomap.models",
    "Real3DTaskType": "skybind_clients.koomap.models",
    "TaskJob": "skybind.koomap.jobs",
    "TaskKind": "skybind.koomap.tasks",
    "TaskRef": "skybind.koomap.tasks",
    "TriangulationAccuracy": "skybind_clients.koomap.models",
    "UsageLine": "skybind.koomap.usage",
    "read_marks": "skybind.koomap.marks",
}

__all__ = [
    "AsyncKooMap",
    "AsyncModel",
    "AsyncTaskJob",
    "Credentials",
    "KooMap",
    "MarkedPoint",
    "Model",
    "ModelFile",
    "Modeling",
    "ModelingType",
    "PhotoSet",
    "ProductionLevel",
    "Real3DTaskType",
    "TaskJob",
    "TaskKind",
    "TaskRef",
    "TriangulationAccuracy",
    "UsageLine",
    "read_marks",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
