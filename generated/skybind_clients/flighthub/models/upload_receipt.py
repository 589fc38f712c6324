# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UploadReceipt")


@_attrs_define
class UploadReceipt:
    """What a report came to

    Source: client-code PYC, GO
    """

    resource_uuid: str
    """The resource"""
    upload_count: int
    """Files counted; GO requires it to be the length of the list"""
    file_name_list: list[str] | None | Unset = UNSET
    """Names counted; null for none"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        resource_uuid = self.resource_uuid

        upload_count = self.upload_count

        file_name_list: list[str] | None | Unset
        if isinstance(self.file_name_list, Unset):
            file_name_list = UNSET
        elif isinstance(self.file_name_list, list):
            file_name_list = self.file_name_list

        else:
            file_name_list = self.file_name_list

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "resource_uuid": resource_uuid,
                "upload_count": upload_count,
            }
        )
        if file_name_list is not UNSET:
            field_dict["file_name_list"] = file_name_list

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        resource_uuid = d.pop("resource_uuid")

        upload_count = d.pop("upload_count")

        def _parse_file_name_list(data: object) -> list[str] | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            if not isinstance(data, list):
                raise TypeError(f"file_name_list cannot be {type(data).__name__}")
            _file_name_list_type_0: Any = data
            file_name_list_type_0 = cast(list[str], [] if _file_name_list_type_0 is None else _file_name_list_type_0)

            return file_name_list_type_0

        file_name_list = _parse_file_name_list(d.pop("file_name_list", UNSET))

        upload_receipt = cls(
            resource_uuid,
            upload_count,
            file_name_list,
        )

        upload_receipt.additional_properties = d
        return upload_receipt

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
