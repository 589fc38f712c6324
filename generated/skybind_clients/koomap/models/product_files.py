# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.product_file_type import ProductFileType
from ..types import UNSET, Unset

T = TypeVar("T", bound="ProductFiles")


@_attrs_define
class ProductFiles:
    """Files of one kind

    Source: seed 4.9.2
    """

    type_: ProductFileType | Unset = UNSET
    """Kind of file"""
    storage_size_byte: float | None | Unset = UNSET
    """Size in bytes"""
    files: list[str] | Unset = UNSET
    """Names of the files"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = ProductFileType(self.type_).value

        storage_size_byte: float | None | Unset
        if isinstance(self.storage_size_byte, Unset):
            storage_size_byte = UNSET
        else:
            storage_size_byte = self.storage_size_byte

        files: list[str] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = self.files

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if storage_size_byte is not UNSET:
            field_dict["storage_size_byte"] = storage_size_byte
        if files is not UNSET:
            field_dict["files"] = files

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _type_: Any = d.pop("type", UNSET)
        type_: ProductFileType | Unset
        if _type_ is UNSET or _type_ is None:
            type_ = UNSET
        else:
            type_ = ProductFileType.of(_type_)

        def _parse_storage_size_byte(data: object) -> float | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        storage_size_byte = _parse_storage_size_byte(d.pop("storage_size_byte", UNSET))

        _files: Any = d.pop("files", UNSET)
        files = cast(list[str] | Unset, UNSET if _files is None else _files)

        product_files = cls(
            type_,
            storage_size_byte,
            files,
        )

        product_files.additional_properties = d
        return product_files

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
