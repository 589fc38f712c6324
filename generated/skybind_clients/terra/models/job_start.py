# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_type import JobType
from ..types import UNSET, Unset

T = TypeVar("T", bound="JobStart")


@_attrs_define
class JobStart:
    """What to reconstruct, and how

    Source: seed; doc ALGO; client-code TS, VUE
    """

    resource_uuid: str
    """Input resource"""
    type_: JobType
    """Kind of reconstruction"""
    parameters: str
    """JSON text, not an object; its shape is that of Parameters2D, Parameters3D or ParametersLidar"""
    output_resource_uuid: str | Unset = UNSET
    """Belongs to a job type that is not described; an empty text does no harm"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        resource_uuid = self.resource_uuid

        type_ = JobType(self.type_).value

        parameters = self.parameters

        output_resource_uuid = self.output_resource_uuid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "resourceUuid": resource_uuid,
                "type": type_,
                "parameters": parameters,
            }
        )
        if output_resource_uuid is not UNSET:
            field_dict["outputResourceUuid"] = output_resource_uuid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        resource_uuid = d.pop("resourceUuid")

        type_ = JobType.of(d.pop("type"))

        parameters = d.pop("parameters")

        output_resource_uuid = d.pop("outputResourceUuid", UNSET)
        if output_resource_uuid is None:
            output_resource_uuid = UNSET

        job_start = cls(
            resource_uuid,
            type_,
            parameters,
            output_resource_uuid,
        )

        job_start.additional_properties = d
        return job_start

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
