# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ObjectCredentialChange")


@_attrs_define
class ObjectCredentialChange:
    """What is to be different

    Source: inferred; our assumption
    """

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
    secret_access_key: str | Unset = _attrs_field(default=UNSET, repr=False)
    """Secret access key"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        provider = self.provider

        endpoint = self.endpoint

        region = self.region

        access_key_id = self.access_key_id

        secret_access_key = self.secret_access_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
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
        if secret_access_key is not UNSET:
            field_dict["secret_access_key"] = secret_access_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
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

        secret_access_key = d.pop("secret_access_key", UNSET)
        if secret_access_key is None:
            secret_access_key = UNSET

        object_credential_change = cls(
            name,
            provider,
            endpoint,
            region,
            access_key_id,
            secret_access_key,
        )

        object_credential_change.additional_properties = d
        return object_credential_change

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
