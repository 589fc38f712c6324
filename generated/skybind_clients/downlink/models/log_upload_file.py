# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.log_module import LogModule

T = TypeVar("T", bound="LogUploadFile")


@_attrs_define
class LogUploadFile:
    """One module's logs and where they go

    Source: client-code platform; doc fileupload_start files
    """

    list_: Any
    """Which logs go into the object: a list of objects with boot_index, as fileupload_list told them"""
    module: LogModule
    """Whose logs these are"""
    object_key: str
    """Key of the object to write"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        list_ = self.list_

        module = LogModule(self.module).value

        object_key = self.object_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "list": list_,
                "module": module,
                "object_key": object_key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        list_ = d.pop("list")

        module = LogModule.of(d.pop("module"))

        object_key = d.pop("object_key")

        log_upload_file = cls(
            list_,
            module,
            object_key,
        )

        log_upload_file.additional_properties = d
        return log_upload_file

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
