# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ChangedFile")


@_attrs_define
class ChangedFile:
    """A file after a change; whole only if its detail was asked for

    Source: client-code TS, VUE
    """

    uuid: str
    """36 characters"""
    name: str | Unset = UNSET
    """May hold a relative path"""
    checksum: str | Unset = UNSET
    """As reported at the callback"""
    size: int | Unset = UNSET
    """Bytes"""
    meta: str | Unset = UNSET
    """Free text"""
    position: Position | Unset = UNSET
    """Where a photo was taken, WGS-84"""
    url: str | Unset = _attrs_field(default=UNSET, repr=False)
    """Signed download link"""
    created_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    updated_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        uuid = self.uuid

        name = self.name

        checksum = self.checksum

        size = self.size

        meta = self.meta

        position: dict[str, Any] | Unset = UNSET
        if not isinstance(self.position, Unset):
            position = self.position.to_dict()

        url = self.url

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "uuid": uuid,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if checksum is not UNSET:
            field_dict["checksum"] = checksum
        if size is not UNSET:
            field_dict["size"] = size
        if meta is not UNSET:
            field_dict["meta"] = meta
        if position is not UNSET:
            field_dict["position"] = position
        if url is not UNSET:
            field_dict["url"] = url
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        uuid = d.pop("uuid")

        name = d.pop("name", UNSET)
        if name is None:
            name = UNSET

        checksum = d.pop("checksum", UNSET)
        if checksum is None:
            checksum = UNSET

        size = d.pop("size", UNSET)
        if size is None:
            size = UNSET

        meta = d.pop("meta", UNSET)
        if meta is None:
            meta = UNSET

        _position: Any = d.pop("position", UNSET)
        position: Position | Unset
        if _position is UNSET or _position is None:
            position = UNSET
        else:
            position = Position.from_dict(_position)

        url = d.pop("url", UNSET)
        if url is None:
            url = UNSET

        _created_at: Any = d.pop("createdAt", UNSET)
        created_at: datetime.datetime | Unset
        if _created_at is UNSET or _created_at is None or _created_at == "":
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

        _updated_at: Any = d.pop("updatedAt", UNSET)
        updated_at: datetime.datetime | Unset
        if _updated_at is UNSET or _updated_at is None or _updated_at == "":
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        changed_file = cls(
            uuid,
            name,
            checksum,
            size,
            meta,
            position,
            url,
            created_at,
            updated_at,
        )

        changed_file.additional_properties = d
        return changed_file

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
