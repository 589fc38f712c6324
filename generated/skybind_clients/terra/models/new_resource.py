# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewResource")


@_attrs_define
class NewResource:
    """A resource to create

    Source: client-code TS, PY
    """

    name: str
    """Name"""
    type_: Literal["map"]
    """Only `map`"""
    meta: str | Unset = UNSET
    """Free text"""
    files: list[str] | Unset = UNSET
    """Uuids of files that are already known"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_ = self.type_

        meta = self.meta

        files: list[str] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = self.files

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "type": type_,
            }
        )
        if meta is not UNSET:
            field_dict["meta"] = meta
        if files is not UNSET:
            field_dict["files"] = files

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        _type_: Any = d.pop("type")
        if _type_ != "map":
            raise ValueError(f"type must match const 'map', got '{_type_}'")
        type_ = cast(Literal["map"], _type_)

        meta = d.pop("meta", UNSET)
        if meta is None:
            meta = UNSET

        _files: Any = d.pop("files", UNSET)
        files = cast(list[str] | Unset, UNSET if _files is None else _files)

        new_resource = cls(
            name,
            type_,
            meta,
            files,
        )

        new_resource.additional_properties = d
        return new_resource

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
