# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UploadedFile")


@_attrs_define
class UploadedFile:
    """One file that lies in storage

    Source: client-code TS, VUE, PY, JAVA
    """

    name: str
    """What stood in place of `{fileName}`; may be a relative path"""
    etag: str
    """The ETag that the storage answered, with or without quotes"""
    checksum: str
    """The caller's own fingerprint, given back with the file; all public clients repeat the etag"""
    meta: str | Unset = UNSET
    """Free text"""
    position: Position | Unset = UNSET
    """Where a photo was taken, WGS-84"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        etag = self.etag

        checksum = self.checksum

        meta = self.meta

        position: dict[str, Any] | Unset = UNSET
        if not isinstance(self.position, Unset):
            position = self.position.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "etag": etag,
                "checksum": checksum,
            }
        )
        if meta is not UNSET:
            field_dict["meta"] = meta
        if position is not UNSET:
            field_dict["position"] = position

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        etag = d.pop("etag")

        checksum = d.pop("checksum")

        meta = d.pop("meta", UNSET)
        if meta is None:
            meta = UNSET

        _position: Any = d.pop("position", UNSET)
        position: Position | Unset
        if _position is UNSET or _position is None:
            position = UNSET
        else:
            position = Position.from_dict(_position)

        uploaded_file = cls(
            name,
            etag,
            checksum,
            meta,
            position,
        )

        uploaded_file.additional_properties = d
        return uploaded_file

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


from ..models.position import Position  # noqa: E402
