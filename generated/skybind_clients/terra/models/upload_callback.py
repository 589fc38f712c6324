# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UploadCallback")


@_attrs_define
class UploadCallback:
    """Report of uploaded files

    Source: client-code TS, VUE, PY, JAVA
    """

    callback_param: str = _attrs_field(repr=False)
    """From the credentials that these files were uploaded with"""
    resource_uuid: str
    """Resource to link the files to; note the capitals, other calls say resourceUuid"""
    files: list[UploadedFile]
    """At most 50 a call in public clients; the hard limit is not documented"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        callback_param = self.callback_param

        resource_uuid = self.resource_uuid

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "callbackParam": callback_param,
                "resourceUUID": resource_uuid,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        callback_param = d.pop("callbackParam")

        resource_uuid = d.pop("resourceUUID")

        _files: Any = d.pop("files")
        files = []
        for files_item_data in [] if _files is None else _files:
            files_item = UploadedFile.from_dict(files_item_data)

            files.append(files_item)

        upload_callback = cls(
            callback_param,
            resource_uuid,
            files,
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
