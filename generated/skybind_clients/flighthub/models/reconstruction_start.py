# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReconstructionStart")


@_attrs_define
class ReconstructionStart:
    """What to make of a resource; at least one of the four texts must be there

    Source: client-code PYC, GO; the keys inside the four texts are UNKNOWN, and that they follow TerraAPI's is a guess
    """

    resource_uuid: str
    """The resource"""
    parameter_2d: str | Unset = UNSET
    """JSON text; asks for a 2D map. Its keys are UNKNOWN."""
    parameter_3d: str | Unset = UNSET
    """JSON text; asks for a 3D model. Its keys are UNKNOWN."""
    parameter_3dgs: str | Unset = UNSET
    """JSON text; asks for Gaussian splats. Its keys are UNKNOWN."""
    parameter_lidar: str | Unset = UNSET
    """JSON text; asks for a LiDAR point cloud. Its keys are UNKNOWN."""
    delete_resource_if_finish: bool | Unset = UNSET
    """Delete the resource once all of its models have ended"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        resource_uuid = self.resource_uuid

        parameter_2d = self.parameter_2d

        parameter_3d = self.parameter_3d

        parameter_3dgs = self.parameter_3dgs

        parameter_lidar = self.parameter_lidar

        delete_resource_if_finish = self.delete_resource_if_finish

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "resource_uuid": resource_uuid,
            }
        )
        if parameter_2d is not UNSET:
            field_dict["parameter_2d"] = parameter_2d
        if parameter_3d is not UNSET:
            field_dict["parameter_3d"] = parameter_3d
        if parameter_3dgs is not UNSET:
            field_dict["parameter_3dgs"] = parameter_3dgs
        if parameter_lidar is not UNSET:
            field_dict["parameter_lidar"] = parameter_lidar
        if delete_resource_if_finish is not UNSET:
            field_dict["delete_resource_if_finish"] = delete_resource_if_finish

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        resource_uuid = d.pop("resource_uuid")

        parameter_2d = d.pop("parameter_2d", UNSET)
        if parameter_2d is None:
            parameter_2d = UNSET

        parameter_3d = d.pop("parameter_3d", UNSET)
        if parameter_3d is None:
            parameter_3d = UNSET

        parameter_3dgs = d.pop("parameter_3dgs", UNSET)
        if parameter_3dgs is None:
            parameter_3dgs = UNSET

        parameter_lidar = d.pop("parameter_lidar", UNSET)
        if parameter_lidar is None:
            parameter_lidar = UNSET

        delete_resource_if_finish = d.pop("delete_resource_if_finish", UNSET)
        if delete_resource_if_finish is None:
            delete_resource_if_finish = UNSET

        reconstruction_start = cls(
            resource_uuid,
            parameter_2d,
            parameter_3d,
            parameter_3dgs,
            parameter_lidar,
            delete_resource_if_finish,
        )

        reconstruction_start.additional_properties = d
        return reconstruction_start

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
