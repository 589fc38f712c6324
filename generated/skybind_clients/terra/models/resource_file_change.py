# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_operation import FileOperation

T = TypeVar("T", bound="ResourceFileChange")


@_attrs_define
class ResourceFileChange:
    """Files to add to a resource or to remove from it

    Source: inferred: our assumption; the body is not public
    """

    operation: FileOperation
    """Whether files are added or removed"""
    files: list[str]
    """Uuids of the files"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        operation = FileOperation(self.operation).value

        files = self.files

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "operation": operation,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        operation = FileOperation.of(d.pop("operation"))

        _files: Any = d.pop("files")
        files = cast(list[str], [] if _files is None else _files)

        resource_file_change = cls(
            operation,
            files,
        )

        resource_file_change.additional_properties = d
        return resource_file_change

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
