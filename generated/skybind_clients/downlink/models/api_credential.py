# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.credential_status import CredentialStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="ApiCredential")


@_attrs_define
class ApiCredential:
    """An API ID of a tenant

    Source: doc api-reference/credentials
    """

    client_id: str
    """The API ID"""
    name: str | Unset = UNSET
    """For people"""
    status: CredentialStatus | Unset = UNSET
    """Whether it may be used"""
    allowed_clock_skew_seconds: int | Unset = UNSET
    """How far the time of a request may be off, s"""
    replay_window_seconds: int | Unset = UNSET
    """How long a nonce is remembered, s"""
    expires_at: datetime.datetime | None | Unset = UNSET
    """Until when it may be used, UTC; null is for ever"""
    secret: str | Unset = _attrs_field(default=UNSET, repr=False)
    """The API key; shown once, when it is new"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        name = self.name

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = CredentialStatus(self.status).value

        allowed_clock_skew_seconds = self.allowed_clock_skew_seconds

        replay_window_seconds = self.replay_window_seconds

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if status is not UNSET:
            field_dict["status"] = status
        if allowed_clock_skew_seconds is not UNSET:
            field_dict["allowed_clock_skew_seconds"] = allowed_clock_skew_seconds
        if replay_window_seconds is not UNSET:
            field_dict["replay_window_seconds"] = replay_window_seconds
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if secret is not UNSET:
            field_dict["secret"] = secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = d.pop("client_id")

        name = d.pop("name", UNSET)
        if name is None:
            name = UNSET

        _status: Any = d.pop("status", UNSET)
        status: CredentialStatus | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = CredentialStatus.of(_status)

        allowed_clock_skew_seconds = d.pop("allowed_clock_skew_seconds", UNSET)
        if allowed_clock_skew_seconds is None:
            allowed_clock_skew_seconds = UNSET

        replay_window_seconds = d.pop("replay_window_seconds", UNSET)
        if replay_window_seconds is None:
            replay_window_seconds = UNSET

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None or data == "":
                return None
            if isinstance(data, Unset):
                return data
            if not isinstance(data, str):
                raise TypeError(f"expires_at cannot be {type(data).__name__}")
            expires_at_type_0 = datetime.datetime.fromisoformat(data)

            return expires_at_type_0

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        secret = d.pop("secret", UNSET)
        if secret is None:
            secret = UNSET

        api_credential = cls(
            client_id,
            name,
            status,
            allowed_clock_skew_seconds,
            replay_window_seconds,
            expires_at,
            secret,
        )

        api_credential.additional_properties = d
        return api_credential

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
