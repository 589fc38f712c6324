# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Parameters3D")


@_attrs_define
class Parameters3D:
    """The whole `parameters` text of a 3D job

    Source: doc ALGO; client-code TS
    """

    parameter: Reconstruction3D
    """Parameters of a 3D job; where no default is named, the service's default is not known"""
    predefine_aoi: AreaOfInterest | Unset = UNSET
    """Part of the scene to reconstruct"""
    export_parameter: ExportParameter | Unset = UNSET
    """What else is written to the result"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        parameter = self.parameter.to_dict()

        predefine_aoi: dict[str, Any] | Unset = UNSET
        if not isinstance(self.predefine_aoi, Unset):
            predefine_aoi = self.predefine_aoi.to_dict()

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
        if predefine_aoi is not UNSET:
            field_dict["predefine_AOI"] = predefine_aoi
        if export_parameter is not UNSET:
            field_dict["export_parameter"] = export_parameter

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        parameter = Reconstruction3D.from_dict(d.pop("parameter"))

        _predefine_aoi: Any = d.pop("predefine_AOI", UNSET)
        predefine_aoi: AreaOfInterest | Unset
        if _predefine_aoi is UNSET or _predefine_aoi is None:
            predefine_aoi = UNSET
        else:
            predefine_aoi = AreaOfInterest.from_dict(_predefine_aoi)

        _export_parameter: Any = d.pop("export_parameter", UNSET)
        export_parameter: ExportParameter | Unset
        if _export_parameter is UNSET or _export_parameter is None:
            export_parameter = UNSET
        else:
            export_parameter = ExportParameter.from_dict(_export_parameter)

        parameters_3d = cls(
            parameter,
            predefine_aoi,
            export_parameter,
        )

        parameters_3d.additional_properties = d
        return parameters_3d

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


from ..models.area_of_interest import AreaOfInterest  # noqa: E402
from ..models.export_parameter import ExportParameter  # noqa: E402
from ..models.reconstruction_3d import Reconstruction3D  # noqa: E402
