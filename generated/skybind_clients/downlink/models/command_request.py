# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.vendor import Vendor
from ..types import UNSET, Unset

T = TypeVar("T", bound="CommandRequest")


@_attrs_define
class CommandRequest:
    """A command for a device

    Source: seed; doc downlink-commands
    """

    vendor: Vendor
    """Whose device it is"""
    device_id: str
    """The device, by the platform's own id. Whether a serial number of DJI does is not public"""
    command_type: str
    """Name of the method"""
    payload: CommandRequestPayload
    """What the method takes"""
    idempotency_key: str
    """One for each command that is meant; the same key returns the same command"""
    timeout_seconds: int | Unset = UNSET
    """How long the platform waits for the device's reply, s"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        vendor = Vendor(self.vendor).value

        device_id = self.device_id

        command_type = self.command_type

        payload = self.payload.to_dict()

        idempotency_key = self.idempotency_key

        timeout_seconds = self.timeout_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "vendor": vendor,
                "device_id": device_id,
                "command_type": command_type,
                "payload": payload,
                "idempotency_key": idempotency_key,
            }
        )
        if timeout_seconds is not UNSET:
            field_dict["timeout_seconds"] = timeout_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        vendor = Vendor.of(d.pop("vendor"))

        device_id = d.pop("device_id")

        command_type = d.pop("command_type")

        payload = CommandRequestPayload.from_dict(d.pop("payload"))

        idempotency_key = d.pop("idempotency_key")

        timeout_seconds = d.pop("timeout_seconds", UNSET)
        if timeout_seconds is None:
            timeout_seconds = UNSET

        command_request = cls(
            vendor,
            device_id,
            command_type,
            payload,
            idempotency_key,
            timeout_seconds,
        )

        command_request.additional_properties = d
        return command_request

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


from ..models.command_request_payload import CommandRequestPayload  # noqa: E402
