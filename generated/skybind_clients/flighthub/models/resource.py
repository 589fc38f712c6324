# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.resource_status import ResourceStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="Resource")


@_attrs_define
class Resource:
    """An uploaded set of files. How long it is kept is UNKNOWN.

    Source: client-code PYC, GO
    """

    resource_uuid: str
    """Uuid"""
    status: ResourceStatus
    """State of a resource"""
    resource_size: int | Unset = UNSET
    """Bytes"""
    file_names: list[str] | None | Unset = UNSET
    """Names of the files; null for none"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        resource_uuid = self.resource_uuid

        status = ResourceStatus(self.status).value

        resource_size = self.resource_size

        file_names: list[str] | None | Unset
        if isinstance(self.file_names, Unset):
            file_names = UNSET
        elif isinstance(self.file_names, list):
            file_names = self.file_names

        else:
            file_names = self.file_names

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "resource_uuid": resource_uuid,
                "status": status,
            }
        )
        if resource_size is not UNSET:
            field_dict["resource_size"] = resource_size
        if file_names is not UNSET:
            field_dict["file_names"] = file_names

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        resource_uuid = d.pop("resource_uuid")

        status = ResourceStatus.of(d.pop("status"))

        resource_size = d.pop("resource_size", UNSET)
        if resource_size is None:
            resource_size = UNSET

        def _parse_file_names(data: object) -> list[str] | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError(f"file_names cannot be {type(data).__name__}")
            _file_names_type_0: Any = data
            file_names_type_0 = cast(list[str], [] if _file_names_type_0 is None else _file_names_type_0)

            return file_names_type_0

        file_names = _parse_file_names(d.pop("file_names", UNSET))

        resource = cls(
            resource_uuid,
            status,
            resource_size,
            file_names,
        )

        resource.additional_properties = d
        return resource

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
