# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ParametersLidar")


@_attrs_define
class ParametersLidar:
    """The whole `parameters` text of a LiDAR job; it takes no area of interest

    Source: doc ALGO; client-code TS
    """

    parameter: ReconstructionLidar
    """Parameters of a LiDAR job; defaults are not known"""
    export_parameter: ExportParameter | Unset = UNSET
    """What else is written to the result"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        parameter = self.parameter.to_dict()

        export_parameter: dict[str, Any] | Unset = UNSET
        if not isinstance(self.export_parameter, Unset):
            export_parameter = self.export_parameter.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "parameter": parameter,
            }
        )
        if export_parameter is not UNSET:
            field_dict["export_parameter"] = export_parameter

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        parameter = ReconstructionLidar.from_dict(d.pop("parameter"))

        _export_parameter: Any = d.pop("export_parameter", UNSET)
        export_parameter: ExportParameter | Unset
        if _export_parameter is UNSET or _export_parameter is None:
            export_parameter = UNSET
        else:
            export_parameter = ExportParameter.from_dict(_export_parameter)

        parameters_lidar = cls(
            parameter,
            export_parameter,
        )

        parameters_lidar.additional_properties = d
        return parameters_lidar

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.export_parameter import ExportParameter  # noqa: E402
from ..models.reconstruction_lidar import ReconstructionLidar  # noqa: E402
