# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.endpoint_status import EndpointStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="CallbackEndpoint")


@_attrs_define
class CallbackEndpoint:
    """An address that the platform calls

    Source: doc callbacks
    """

    id: str
    """Id of the endpoint"""
    url: str | Unset = UNSET
    """Where events are sent"""
    status: EndpointStatus | Unset = UNSET
    """Whether it gets events"""
    timeout_seconds: int | Unset = UNSET
    """How long the platform waits for an answer, s"""
    max_attempts: int | Unset = UNSET
    """How often the platform tries"""
    secret: str | Unset = _attrs_field(default=UNSET, repr=False)
    """Shown once, when it is new; how events are signed with it is not public"""
    created_at: datetime.datetime | Unset = UNSET
    """When it was added, UTC"""
    updated_at: datetime.datetime | Unset = UNSET
    """When it changed last, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        url = self.url

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = EndpointStatus(self.status).value

        timeout_seconds = self.timeout_seconds

        max_attempts = self.max_attempts

        secret = self.secret

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
        if url is not UNSET:
            field_dict["url"] = url
        if status is not UNSET:
            field_dict["status"] = status
        if timeout_seconds is not UNSET:
            field_dict["timeout_seconds"] = timeout_seconds
        if max_attempts is not UNSET:
            field_dict["max_attempts"] = max_attempts
        if secret is not UNSET:
            field_dict["secret"] = secret
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

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

        secret = d.pop("secret", UNSET)
        if secret is None:
            secret = UNSET

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

        callback_endpoint = cls(
            id,
            url,
            status,
            timeout_seconds,
            max_attempts,
            secret,
            created_at,
            updated_at,
        )

        callback_endpoint.additional_properties = d
        return callback_endpoint

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
