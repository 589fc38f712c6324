# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.endpoint_status import EndpointStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="CallbackEndpointChange")


@_attrs_define
class CallbackEndpointChange:
    """What is to be different

    Source: doc callbacks
    """

    url: str | Unset = UNSET
    """Where events are sent"""
    status: EndpointStatus | Unset = UNSET
    """Whether it gets events"""
    timeout_seconds: int | Unset = UNSET
    """How long the platform waits for an answer, s"""
    max_attempts: int | Unset = UNSET
    """How often the platform tries"""
    rotate_secret: bool | Unset = UNSET
    """Whether it gets a new secret"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = EndpointStatus(self.status).value

        timeout_seconds = self.timeout_seconds

        max_attempts = self.max_attempts

        rotate_secret = self.rotate_secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if status is not UNSET:
            field_dict["status"] = status
        if timeout_seconds is not UNSET:
            field_dict["timeout_seconds"] = timeout_seconds
        if max_attempts is not UNSET:
            field_dict["max_attempts"] = max_attempts
        if rotate_secret is not UNSET:
            field_dict["rotate_secret"] = rotate_secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)
        if url is None:
            url = UNSET

        _status: Any = d.pop("status", UNSET)
        status: EndpointStatus | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = EndpointStatus.of(_status)

        timeout_seconds = d.pop("timeout_seconds", UNSET)
        if timeout_seconds is None:
            timeout_seconds = UNSET

        max_attempts = d.pop("max_attempts", UNSET)
        if max_attempts is None:
            max_attempts = UNSET

        rotate_secret = d.pop("rotate_secret", UNSET)
        if rotate_secret is None:
            rotate_secret = UNSET

        callback_endpoint_change = cls(
            url,
            status,
            timeout_seconds,
            max_attempts,
            rotate_secret,
        )

        callback_endpoint_change.additional_properties = d
        return callback_endpoint_change

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
