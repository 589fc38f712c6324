# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.log_module import LogModule
from ..models.log_upload_change import LogUploadChange

T = TypeVar("T", bound="FileuploadUpdate")


@_attrs_define
class FileuploadUpdate:
    """Cancel an upload of logs

    Source: client-code platform; doc 1.11.3, 1.15
    """

    status: LogUploadChange
    """What becomes of the upload; cancelling is all that is documented"""
    module_list: list[LogModule]
    """Whose upload this is"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = LogUploadChange(self.status).value

        module_list = []
        for module_list_item_data in self.module_list:
            module_list_item = LogModule(module_list_item_data).value
            module_list.append(module_list_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "module_list": module_list,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = LogUploadChange.of(d.pop("status"))

        _module_list: Any = d.pop("module_list")
        module_list = []
        for module_list_item_data in [] if _module_list is None else _module_list:
            module_list_item = LogModule.of(module_list_item_data)

            module_list.append(module_list_item)

        fileupload_update = cls(
            status,
            module_list,
        )

        fileupload_update.additional_properties = d
        return fileupload_update

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
