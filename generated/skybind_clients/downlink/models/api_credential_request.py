# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ApiCredentialRequest")


@_attrs_define
class ApiCredentialRequest:
    """An API ID to add

    Source: doc api-reference/credentials
    """

    name: str
    """For people"""
    allowed_clock_skew_seconds: int | Unset = UNSET
    """How far the time of a request may be off, s"""
    replay_window_seconds: int | Unset = UNSET
    """How long a nonce is remembered, s"""
    expires_at: datetime.datetime | Unset = UNSET
    """Until when it may be used, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        allowed_clock_skew_seconds = self.allowed_clock_skew_seconds

        replay_window_seconds = self.replay_window_seconds

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
            }
        )
        if allowed_clock_skew_seconds is not UNSET:
            field_dict["allowed_clock_skew_seconds"] = allowed_clock_skew_seconds
        if replay_window_seconds is not UNSET:
            field_dict["replay_window_seconds"] = replay_window_seconds
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        allowed_clock_skew_seconds = d.pop("allowed_clock_skew_seconds", UNSET)
        if allowed_clock_skew_seconds is None:
            allowed_clock_skew_seconds = UNSET

        replay_window_seconds = d.pop("replay_window_seconds", UNSET)
        if replay_window_seconds is None:
            replay_window_seconds = UNSET

        _expires_at: Any = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if _expires_at is UNSET or _expires_at is None or _expires_at == "":
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        api_credential_request = cls(
            name,
            allowed_clock_skew_seconds,
            replay_window_seconds,
            expires_at,
        )

        api_credential_request.additional_properties = d
        return api_credential_request

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
