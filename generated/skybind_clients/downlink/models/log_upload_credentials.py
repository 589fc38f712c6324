# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LogUploadCredentials")


@_attrs_define
class LogUploadCredentials:
    """Temporary credentials for a bucket

    Source: client-code platform; doc fileupload_start credentials
    """

    access_key_id: str
    """Access key id"""
    access_key_secret: str = _attrs_field(repr=False)
    """Secret access key"""
    expire: int
    """How long the credentials live, seconds"""
    security_token: str = _attrs_field(repr=False)
    """STS token"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        access_key_id = self.access_key_id

        access_key_secret = self.access_key_secret

        expire = self.expire

        security_token = self.security_token

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access_key_id": access_key_id,
                "access_key_secret": access_key_secret,
                "expire": expire,
                "security_token": security_token,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_key_id = d.pop("access_key_id")

        access_key_secret = d.pop("access_key_secret")

        expire = d.pop("expire")

        security_token = d.pop("security_token")

        log_upload_credentials = cls(
            access_key_id,
            access_key_secret,
            expire,
            security_token,
        )

        log_upload_credentials.additional_properties = d
        return log_upload_credentials

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
