"""What to reconstruct: kinds, and the JSON text that TerraAPI wants in place of an object.

The typed models are generated from the specification: ``Reconstruction2D``, ``Reconstruction3D``,
``ReconstructionLidar``, ``AreaOfInterest``, ``ExportParameter``. What is left out, the service decides.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

import attrs

from skybind.errors import UsageError
from skybind.terra.capabilities import CAPABILITIES
from skybind_clients.terra.models import (
    AreaOfInterest,
    ExportParameter,
    JobType,
    MapMode,
    Reconstruction2D,
    Reconstruction3D,
    ReconstructionLidar,
)

__all__ = ["KINDS", "Kind", "Parameters", "job_type", "parameter_names", "parameters_from_text", "parameters_text"]

Kind = Literal["2d", "3d", "lidar"]
Parameters = Reconstruction2D | Reconstruction3D | ReconstructionLidar

KINDS: dict[str, JobType] = {"2d": JobType.MAP_2D, "3d": JobType.MODEL_3D, "lidar": JobType.LIDAR}
_PARTS = frozenset({"parameter", "predefine_AOI", "export_parameter"})
_MODELS: dict[str, type[Parameters]] = {"2d": Reconstruction2D, "3d": Reconstruction3D, "lidar": ReconstructionLidar}


def job_type(kind: str) -> JobType:
    """The service's number for a kind.

    Raises:
        UsageError: there is no such kind.
    """
    CAPABILITIES.kind(kind)
    return KINDS[kind]


def _default(kind: str) -> Parameters:
    if kind == "2d":
        # `map_mode` is the one parameter that the service insists on; a city is the most general of its grounds.
        return Reconstruction2D(map_mode=MapMode.CITY)
    return Reconstruction3D() if kind == "3d" else ReconstructionLidar()


def parameters_text(
    kind: str,
    parameters: Parameters | None = None,
    area_of_interest: AreaOfInterest | None = None,
    export: ExportParameter | None = None,
) -> str:
    """The ``parameters`` text of a job, checked against the documented limits.

    Raises:
        UsageError: parameters of another kind, or a value beyond its limit; says which.
    """
    job_type(kind)
    chosen = parameters if parameters is not None else _default(kind)
    if not isinstance(chosen, _MODELS[kind]):
        raise UsageError(
            f"{type(chosen).__name__} does not belong to kind {kind!r}", advice=f"Use {_MODELS[kind].__name__}."
        )
    if kind == "lidar" and area_of_interest is not None:
        raise UsageError("a LiDAR job takes no area of interest", advice="Leave area_of_interest out.")
    content: dict[str, Any] = {"parameter": chosen.to_dict()}
    if area_of_interest is not None:
        content["predefine_AOI"] = area_of_interest.to_dict()
    if export is not None:
        content["export_parameter"] = export.to_dict()
    try:
        _check(kind, content)
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except UsageError:
        raise
    except (TypeError, ValueError) as error:  # text where a number belongs, or a number that JSON does not know
        raise UsageError(f"the parameters are not as TerraAPI wants them: {error}") from None


def parameters_from_text(kind: str, text: str) -> tuple[Parameters, AreaOfInterest | None, ExportParameter | None]:
    """The typed models of a ``parameters`` text; the inverse of :func:`parameters_text`.

    Raises:
        UsageError: it is not JSON of the documented shape, or has a parameter that the kind does not know.
    """
    job_type(kind)
    try:
        content = json.loads(text)
        parameters = _MODELS[kind].from_dict(content["parameter"])
        area = AreaOfInterest.from_dict(content["predefine_AOI"]) if "predefine_AOI" in content else None
        export = ExportParameter.from_dict(content["export_parameter"]) if "export_parameter" in content else None
    except KeyError as error:
        raise UsageError(f"the parameters of a {kind} job need {error}") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"the parameters are not as TerraAPI wants them: {error}") from None
    others = sorted(set(content) - _PARTS)
    others += [name for part in (area, export) if part is not None for name in sorted(part.additional_properties)]
    if others:
        # Left out without a word, a misspelt area of interest would cost a reconstruction of everything.
        raise UsageError(
            f"TerraAPI's parameters have no {others[0]!r}", advice=f"Parts are: {', '.join(sorted(_PARTS))}."
        )
    unknown = sorted(parameters.additional_properties)
    if unknown:
        known = ", ".join(parameter_names(kind))
        raise UsageError(f"{kind} jobs have no parameter {unknown[0]!r}", advice=f"Parameters are: {known}.")
    return parameters, area, export


class _Number(int):
    """Stands for a number or an object, so that a model shows under which name it sends a field."""

    def to_dict(self) -> dict[str, Any]:
        return {}


def parameter_names(kind: str) -> list[str]:
    """Names of a kind's parameters, as TerraAPI spells them (``SfM_method``, ``use_Wallis``)."""
    model: Callable[..., Any] = _MODELS[kind]
    fields = [field for field in attrs.fields(_MODELS[kind]) if field.name != "additional_properties"]
    needed = {field.name: _Number() for field in fields if field.default is attrs.NOTHING}
    sent: set[str] = set(model(**needed).to_dict())
    for field in fields:
        for probe in (_Number(), ""):  # a field of words takes no number
            try:
                sent |= model(**{**needed, field.name: probe}).to_dict().keys()
                break
            except ValueError:
                continue
    return sorted(sent)


def _check(kind: str, content: dict[str, Any]) -> None:
    parameter = content["parameter"]
    simplify = parameter.get("model_simplify")
    if simplify is not None and not 0.05 <= simplify <= 1:
        raise UsageError(f"model_simplify is {simplify}; it goes from 0.05 to 1, and 1 keeps everything")
    tile = parameter.get("dom_tile_size")
    if tile is not None and (tile < 0 or tile % 2):
        raise UsageError(f"dom_tile_size is {tile}; it is 0 or a positive multiple of 2, in pixels")
    if kind == "lidar" and parameter.get("sample_distance") is not None and parameter.get("quality_level") is not None:
        raise UsageError("sample_distance and quality_level exclude each other", advice="Give one of the two.")
    if kind == "lidar" and content.get("export_parameter", {}).get("undistort_images"):
        raise UsageError("undistort_images is not for LiDAR", advice="Leave it out.")
    corners = content.get("predefine_AOI", {}).get("polygon_points")
    if corners is not None and (len(corners) < 3 or any(len(corner) != 3 for corner in corners)):
        raise UsageError("polygon_points holds at least 3 corners of 3 numbers each")
