# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.object_method import ObjectMethod
from ..types import UNSET, Unset

T = TypeVar("T", bound="ObjectResource")


@_attrs_define
class ObjectResource:
    """What is allowed below a prefix

    Source: doc api-reference/objects
    """

    id: str
    """Id of the resource"""
    bucket: str | Unset = UNSET
    """The bucket"""
    credential_id: str | Unset = UNSET
    """Credentials of storage to sign with"""
    key_prefix: str | Unset = UNSET
    """Beginning of the keys"""
    allowed_methods: list[ObjectMethod] | Unset = UNSET
    """What may be done"""
    max_presign_ttl_seconds: int | Unset = UNSET
    """Longest life of a link, s"""
    created_at: datetime.datetime | Unset = UNSET
    """When it was added, UTC"""
    updated_at: datetime.datetime | Unset = UNSET
    """When it changed last, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        bucket = self.bucket

        credential_id = self.credential_id

        key_prefix = self.key_prefix

        allowed_methods: list[str] | Unset = UNSET
        if not isinstance(self.allowed_methods, Unset):
            allowed_methods = []
            for allowed_methods_item_data in self.allowed_methods:
                allowed_methods_item = ObjectMethod(allowed_methods_item_data).value
                allowed_methods.append(allowed_methods_item)

        max_presign_ttl_seconds = self.max_presign_ttl_seconds

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
                "id": id,
            }
        )
        if bucket is not UNSET:
            field_dict["bucket"] = bucket
        if credential_id is not UNSET:
            field_dict["credential_id"] = credential_id
        if key_prefix is not UNSET:
            field_dict["key_prefix"] = key_prefix
        if allowed_methods is not UNSET:
            field_dict["allowed_methods"] = allowed_methods
        if max_presign_ttl_seconds is not UNSET:
            field_dict["max_presign_ttl_seconds"] = max_presign_ttl_seconds
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        bucket = d.pop("bucket", UNSET)
        if bucket is None:
            bucket = UNSET

        credential_id = d.pop("credential_id", UNSET)
        if credential_id is None:
            credential_id = UNSET

        key_prefix = d.pop("key_prefix", UNSET)
        if key_prefix is None:
            key_prefix = UNSET

        _allowed_methods: Any = d.pop("allowed_methods", UNSET)
        allowed_methods: list[ObjectMethod] | Unset = UNSET
        if not isinstance(_allowed_methods, Unset) and _allowed_methods is not None:
            allowed_methods = []
            for allowed_methods_item_data in _allowed_methods:
                allowed_methods_item = ObjectMethod.of(allowed_methods_item_data)

                allowed_methods.append(allowed_methods_item)

        max_presign_ttl_seconds = d.pop("max_presign_ttl_seconds", UNSET)
        if max_presign_ttl_seconds is None:
            max_presign_ttl_seconds = UNSET

        _created_at: Any = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if _created_at is UNSET or _created_at is None or _created_at == "":
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

        _updated_at: Any = d.pop("updated_at", UNSET)
        updated_at: datetime.datetime | Unset
        if _updated_at is UNSET or _updated_at is None or _updated_at == "":
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        object_resource = cls(
            id,
            bucket,
            credential_id,
            key_prefix,
            allowed_methods,
            max_presign_ttl_seconds,
            created_at,
            updated_at,
        )

        object_resource.additional_properties = d
        return object_resource

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
