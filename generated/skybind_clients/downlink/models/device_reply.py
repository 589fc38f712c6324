# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reply_source import ReplySource
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceReply")


@_attrs_define
class DeviceReply:
    """An answer that is on its way to a device

    Source: doc vendors/dji/requests-reply
    """

    request_id: str
    """Id of the device's request"""
    reply_code: int | Unset = UNSET
    """0 is success"""
    reply_message: str | Unset = UNSET
    """For people"""
    reply_source: ReplySource | Unset = UNSET
    """manual"""
    replied_at: datetime.datetime | Unset = UNSET
    """When, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        request_id = self.request_id

        reply_code = self.reply_code

        reply_message = self.reply_message

        reply_source: str | Unset = UNSET
        if not isinstance(self.reply_source, Unset):
            reply_source = ReplySource(self.reply_source).value

        replied_at: str | Unset = UNSET
        if not isinstance(self.replied_at, Unset):
            replied_at = self.replied_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "request_id": request_id,
            }
        )
        if reply_code is not UNSET:
            field_dict["reply_code"] = reply_code
        if reply_message is not UNSET:
            field_dict["reply_message"] = reply_message
        if reply_source is not UNSET:
            field_dict["reply_source"] = reply_source
        if replied_at is not UNSET:
            field_dict["replied_at"] = replied_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        request_id = d.pop("request_id")

        reply_code = d.pop("reply_code", UNSET)
        if reply_code is None:
            reply_code = UNSET

        reply_message = d.pop("reply_message", UNSET)
        if reply_message is None:
            reply_message = UNSET

        _reply_source: Any = d.pop("reply_source", UNSET)
        reply_source: ReplySource | Unset
        if _reply_source is UNSET or _reply_source is None:
            reply_source = UNSET
        else:
            reply_source = ReplySource.of(_reply_source)

        _replied_at: Any = d.pop("replied_at", UNSET)
        replied_at: datetime.datetime | Unset
        if _replied_at is UNSET or _replied_at is None or _replied_at == "":
            replied_at = UNSET
        else:
            replied_at = datetime.datetime.fromisoformat(_replied_at)

        device_reply = cls(
            request_id,
            reply_code,
            reply_message,
            reply_source,
            replied_at,
        )

        device_reply.additional_properties = d
        return device_reply

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
