# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ObjectCredential")


@_attrs_define
class ObjectCredential:
    """Credentials of storage, without their secret

    Source: inferred; our assumption
    """

    id: str
    """Id of the credentials"""
    name: str | Unset = UNSET
    """For people"""
    provider: str | Unset = UNSET
    """Whose storage it is"""
    endpoint: str | Unset = UNSET
    """Address of the storage"""
    region: str | Unset = UNSET
    """Region of the storage"""
    access_key_id: str | Unset = UNSET
    """Access key id"""
    created_at: datetime.datetime | Unset = UNSET
    """When they were added, UTC"""
    updated_at: datetime.datetime | Unset = UNSET
    """When they changed last, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        provider = self.provider

        endpoint = self.endpoint

        region = self.region

        access_key_id = self.access_key_id

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
        if name is not UNSET:
            field_dict["name"] = name
        if provider is not UNSET:
            field_dict["provider"] = provider
        if endpoint is not UNSET:
            field_dict["endpoint"] = endpoint
        if region is not UNSET:
            field_dict["region"] = region
        if access_key_id is not UNSET:
            field_dict["access_key_id"] = access_key_id
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name", UNSET)
        if name is None:
            name = UNSET

        provider = d.pop("provider", UNSET)
        if provider is None:
            provider = UNSET

        endpoint = d.pop("endpoint", UNSET)
        if endpoint is None:
            endpoint = UNSET

        region = d.pop("region", UNSET)
        if region is None:
            region = UNSET

        access_key_id = d.pop("access_key_id", UNSET)
        if access_key_id is None:
            access_key_id = UNSET

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

        object_credential = cls(
            id,
            name,
            provider,
            endpoint,
            region,
            access_key_id,
            created_at,
            updated_at,
        )

        object_credential.additional_properties = d
        return object_credential

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
