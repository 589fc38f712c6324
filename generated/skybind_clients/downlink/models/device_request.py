# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reply_source import ReplySource
from ..models.vendor import Vendor
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeviceRequest")


@_attrs_define
class DeviceRequest:
    """A request of a device, and what it was answered

    Source: doc vendors/dji/requests; request_id, vendor, device_id and request_type inferred from the call
    """

    request_id: str
    """Id of the request"""
    vendor: Vendor | Unset = UNSET
    """Whose device it is"""
    device_id: str | Unset = UNSET
    """The device"""
    request_type: str | Unset = UNSET
    """Its kind: flighttask_resource_get, config, update_topo or another"""
    inbound_payload: DeviceRequestInboundPayload | Unset = UNSET
    """What the device sent"""
    routing_decision: str | Unset = UNSET
    """Who answers; its values are not public, ours are auto and manual"""
    reply_source: ReplySource | Unset = UNSET
    """Who answered"""
    standardized_reply: DeviceRequestStandardizedReply | Unset = UNSET
    """The answer"""
    received_at: datetime.datetime | Unset = UNSET
    """When it came, UTC"""
    replied_at: datetime.datetime | Unset = UNSET
    """When it was answered, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        request_id = self.request_id

        vendor: str | Unset = UNSET
        if not isinstance(self.vendor, Unset):
            vendor = Vendor(self.vendor).value

        device_id = self.device_id

        request_type = self.request_type

        inbound_payload: dict[str, Any] | Unset = UNSET
        if not isinstance(self.inbound_payload, Unset):
            inbound_payload = self.inbound_payload.to_dict()

        routing_decision = self.routing_decision

        reply_source: str | Unset = UNSET
        if not isinstance(self.reply_source, Unset):
            reply_source = ReplySource(self.reply_source).value

        standardized_reply: dict[str, Any] | Unset = UNSET
        if not isinstance(self.standardized_reply, Unset):
            standardized_reply = self.standardized_reply.to_dict()

        received_at: str | Unset = UNSET
        if not isinstance(self.received_at, Unset):
            received_at = self.received_at.isoformat()

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
        if vendor is not UNSET:
            field_dict["vendor"] = vendor
        if device_id is not UNSET:
            field_dict["device_id"] = device_id
        if request_type is not UNSET:
            field_dict["request_type"] = request_type
        if inbound_payload is not UNSET:
            field_dict["inbound_payload"] = inbound_payload
        if routing_decision is not UNSET:
            field_dict["routing_decision"] = routing_decision
        if reply_source is not UNSET:
            field_dict["reply_source"] = reply_source
        if standardized_reply is not UNSET:
            field_dict["standardized_reply"] = standardized_reply
        if received_at is not UNSET:
            field_dict["received_at"] = received_at
        if replied_at is not UNSET:
            field_dict["replied_at"] = replied_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        request_id = d.pop("request_id")

        _vendor: Any = d.pop("vendor", UNSET)
        vendor: Vendor | Unset
        if _vendor is UNSET or _vendor is None:
            vendor = UNSET
        else:
            vendor = Vendor.of(_vendor)

        device_id = d.pop("device_id", UNSET)
        if device_id is None:
            device_id = UNSET

        request_type = d.pop("request_type", UNSET)
        if request_type is None:
            request_type = UNSET

        _inbound_payload: Any = d.pop("inbound_payload", UNSET)
        inbound_payload: DeviceRequestInboundPayload | Unset
        if _inbound_payload is UNSET or _inbound_payload is None:
            inbound_payload = UNSET
        else:
            inbound_payload = DeviceRequestInboundPayload.from_dict(_inbound_payload)

        routing_decision = d.pop("routing_decision", UNSET)
        if routing_decision is None:
            routing_decision = UNSET

        _reply_source: Any = d.pop("reply_source", UNSET)
        reply_source: ReplySource | Unset
        if _reply_source is UNSET or _reply_source is None:
            reply_source = UNSET
        else:
            reply_source = ReplySource.of(_reply_source)

        _standardized_reply: Any = d.pop("standardized_reply", UNSET)
        standardized_reply: DeviceRequestStandardizedReply | Unset
        if _standardized_reply is UNSET or _standardized_reply is None:
            standardized_reply = UNSET
        else:
            standardized_reply = DeviceRequestStandardizedReply.from_dict(_standardized_reply)

        _received_at: Any = d.pop("received_at", UNSET)
        received_at: datetime.datetime | Unset
        if _received_at is UNSET or _received_at is None or _received_at == "":
            received_at = UNSET
        else:
            received_at = datetime.datetime.fromisoformat(_received_at)

        _replied_at: Any = d.pop("replied_at", UNSET)
        replied_at: datetime.datetime | Unset
        if _replied_at is UNSET or _replied_at is None or _replied_at == "":
            replied_at = UNSET
        else:
            replied_at = datetime.datetime.fromisoformat(_replied_at)

        device_request = cls(
            request_id,
            vendor,
            device_id,
            request_type,
            inbound_payload,
            routing_decision,
            reply_source,
            standardized_reply,
            received_at,
            replied_at,
        )

        device_request.additional_properties = d
        return device_request

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


from ..models.device_request_inbound_payload import DeviceRequestInboundPayload  # noqa: E402
from ..models.device_request_standardized_reply import DeviceRequestStandardizedReply  # noqa: E402
