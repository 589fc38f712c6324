# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ObjectCredentialRequest")


@_attrs_define
class ObjectCredentialRequest:
    """Credentials of storage for the platform to sign with

    Source: inferred; our assumption
    """

    name: str
    """For people"""
    endpoint: str
    """Address of the storage"""
    region: str
    """Region of the storage"""
    access_key_id: str
    """Access key id"""
    secret_access_key: str = _attrs_field(repr=False)
    """Secret access key"""
    provider: str | Unset = UNSET
    """Whose storage it is"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        endpoint = self.endpoint

        region = self.region

        access_key_id = self.access_key_id

        secret_access_key = self.secret_access_key

        provider = self.provider

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "endpoint": endpoint,
                "region": region,
                "access_key_id": access_key_id,
                "secret_access_key": secret_access_key,
            }
        )
        if provider is not UNSET:
            field_dict["provider"] = provider

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        endpoint = d.pop("endpoint")

        region = d.pop("region")

        access_key_id = d.pop("access_key_id")

        secret_access_key = d.pop("secret_access_key")

        provider = d.pop("provider", UNSET)
        if provider is None:
            provider = UNSET

        object_credential_request = cls(
            name,
            endpoint,
            region,
            access_key_id,
            secret_access_key,
            provider,
        )

        object_credential_request.additional_properties = d
        return object_credential_request

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
