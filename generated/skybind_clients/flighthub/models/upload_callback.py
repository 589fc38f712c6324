# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UploadCallback")


@_attrs_define
class UploadCallback:
    """Report of uploaded files

    Source: client-code PYC, GO
    """

    resource_uuid: str
    """From `store_path`"""
    callback_param: str = _attrs_field(repr=False)
    """From the credentials that these files were uploaded with"""
    files: list[UploadedFile]
    """Files that lie in storage"""
    resource_name: str | Unset = UNSET
    """Name of the resource"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        resource_uuid = self.resource_uuid

        callback_param = self.callback_param

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        resource_name = self.resource_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "resource_uuid": resource_uuid,
                "callback_param": callback_param,
                "files": files,
            }
        )
        if resource_name is not UNSET:
            field_dict["resource_name"] = resource_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        resource_uuid = d.pop("resource_uuid")

        callback_param = d.pop("callback_param")

        _files: Any = d.pop("files")
        files = []
        for files_item_data in [] if _files is None else _files:
            files_item = UploadedFile.from_dict(files_item_data)

            files.append(files_item)

        resource_name = d.pop("resource_name", UNSET)
        if resource_name is None:
            resource_name = UNSET

        upload_callback = cls(
            resource_uuid,
            callback_param,
            files,
            resource_name,
        )

        upload_callback.additional_properties = d
        return upload_callback

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


from ..models.uploaded_file import UploadedFile  # noqa: E402
