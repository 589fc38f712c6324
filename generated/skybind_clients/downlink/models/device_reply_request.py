# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceReplyRequest")


@_attrs_define
class DeviceReplyRequest:
    """An answer for a device

    Source: doc vendors/dji/requests-reply; that the code is a whole number is inferred
    """

    reply_code: int
    """0 is success"""
    reply_message: str | Unset = UNSET
    """For people"""
    payload: DeviceReplyRequestPayload | Unset = UNSET
    """What the device gets as output"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reply_code = self.reply_code

        reply_message = self.reply_message

        payload: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payload, Unset):
            payload = self.payload.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reply_code": reply_code,
            }
        )
        if reply_message is not UNSET:
            field_dict["reply_message"] = reply_message
        if payload is not UNSET:
            field_dict["payload"] = payload

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reply_code = d.pop("reply_code")

        reply_message = d.pop("reply_message", UNSET)
        if reply_message is None:
            reply_message = UNSET

        _payload: Any = d.pop("payload", UNSET)
        payload: DeviceReplyRequestPayload | Unset
        if _payload is UNSET or _payload is None:
            payload = UNSET
        else:
            payload = DeviceReplyRequestPayload.from_dict(_payload)

        device_reply_request = cls(
            reply_code,
            reply_message,
            payload,
        )

        device_reply_request.additional_properties = d
        return device_reply_request

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


from ..models.device_reply_request_payload import DeviceReplyRequestPayload  # noqa: E402
