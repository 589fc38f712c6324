# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.adapter_status import AdapterStatus
from ..models.command_status import CommandStatus
from ..models.vendor import Vendor
from ..types import UNSET, Unset

T = TypeVar("T", bound="CommandState")


@_attrs_define
class CommandState:
    """What has become of a command

    Source: seed; doc services-reply, downlink-commands
    """

    command_id: str
    """Id of the command"""
    status: CommandStatus | Unset = UNSET
    """How far it is; SUCCEEDED is the device's word that it took the command"""
    public_status: CommandStatus | Unset = UNSET
    """The same in newer answers"""
    adapter_status: AdapterStatus | Unset = UNSET
    """How far the command got on its way to the device"""
    device_execution_status: str | Unset = UNSET
    """What the device said; ACCEPTED_BY_DEVICE is the only public value"""
    vendor: Vendor | Unset = UNSET
    """Whose device it is"""
    device_id: str | Unset = UNSET
    """The device"""
    command_type: str | Unset = UNSET
    """Name of the method"""
    response_code: str | Unset = UNSET
    """Code of the device as text, data.code or else data.result of its reply"""
    response_message: str | Unset = UNSET
    """Words of the device, data.message or data.msg or data.description; DJI devices send none"""
    vendor_response: CommandStateVendorResponse | Unset = UNSET
    """The reply of the device, with result, code, message, output and what else it had"""
    failure_code: str | Unset = UNSET
    """Why it failed, in the platform's words; DEVICE_EXECUTION_FAILED is the only public value"""
    failure_reason: str | Unset = UNSET
    """The same for people"""
    accepted_at: datetime.datetime | Unset = UNSET
    """When it was accepted, UTC"""
    delivered_at: datetime.datetime | Unset = UNSET
    """When it was handed to the device's transport, UTC"""
    response_received_at: datetime.datetime | Unset = UNSET
    """When the reply came, UTC"""
    completed_at: datetime.datetime | Unset = UNSET
    """When it ended, UTC"""
    updated_at: datetime.datetime | Unset = UNSET
    """When it changed last, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        command_id = self.command_id

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = CommandStatus(self.status).value

        public_status: str | Unset = UNSET
        if not isinstance(self.public_status, Unset):
            public_status = CommandStatus(self.public_status).value

        adapter_status: str | Unset = UNSET
        if not isinstance(self.adapter_status, Unset):
            adapter_status = AdapterStatus(self.adapter_status).value

        device_execution_status = self.device_execution_status

        vendor: str | Unset = UNSET
        if not isinstance(self.vendor, Unset):
            vendor = Vendor(self.vendor).value

        device_id = self.device_id

        command_type = self.command_type

        response_code = self.response_code

        response_message = self.response_message

        vendor_response: dict[str, Any] | Unset = UNSET
        if not isinstance(self.vendor_response, Unset):
            vendor_response = self.vendor_response.to_dict()

        failure_code = self.failure_code

        failure_reason = self.failure_reason

        accepted_at: str | Unset = UNSET
        if not isinstance(self.accepted_at, Unset):
            accepted_at = self.accepted_at.isoformat()

        delivered_at: str | Unset = UNSET
        if not isinstance(self.delivered_at, Unset):
            delivered_at = self.delivered_at.isoformat()

        response_received_at: str | Unset = UNSET
        if not isinstance(self.response_received_at, Unset):
            response_received_at = self.response_received_at.isoformat()

        completed_at: str | Unset = UNSET
        if not isinstance(self.completed_at, Unset):
            completed_at = self.completed_at.isoformat()

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "command_id": command_id,
            }
        )
        if status is not UNSET:
            field_dict["status"] = status
        if public_status is not UNSET:
            field_dict["public_status"] = public_status
        if adapter_status is not UNSET:
            field_dict["adapter_status"] = adapter_status
        if device_execution_status is not UNSET:
            field_dict["device_execution_status"] = device_execution_status
        if vendor is not UNSET:
            field_dict["vendor"] = vendor
        if device_id is not UNSET:
            field_dict["device_id"] = device_id
        if command_type is not UNSET:
            field_dict["command_type"] = command_type
        if response_code is not UNSET:
            field_dict["response_code"] = response_code
        if response_message is not UNSET:
            field_dict["response_message"] = response_message
        if vendor_response is not UNSET:
            field_dict["vendor_response"] = vendor_response
        if failure_code is not UNSET:
            field_dict["failure_code"] = failure_code
        if failure_reason is not UNSET:
            field_dict["failure_reason"] = failure_reason
        if accepted_at is not UNSET:
            field_dict["accepted_at"] = accepted_at
        if delivered_at is not UNSET:
            field_dict["delivered_at"] = delivered_at
        if response_received_at is not UNSET:
            field_dict["response_received_at"] = response_received_at
        if completed_at is not UNSET:
            field_dict["completed_at"] = completed_at
        if updated_at is not UNSET:
            field_dict["updated_at"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        command_id = d.pop("command_id")

        _status: Any = d.pop("status", UNSET)
        status: CommandStatus | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = CommandStatus.of(_status)

        _public_status: Any = d.pop("public_status", UNSET)
        public_status: CommandStatus | Unset
        if _public_status is UNSET or _public_status is None:
            public_status = UNSET
        else:
            public_status = CommandStatus.of(_public_status)

        _adapter_status: Any = d.pop("adapter_status", UNSET)
        adapter_status: AdapterStatus | Unset
        if _adapter_status is UNSET or _adapter_status is None:
            adapter_status = UNSET
        else:
            adapter_status = AdapterStatus.of(_adapter_status)

        device_execution_status = d.pop("device_execution_status", UNSET)
        if device_execution_status is None:
            device_execution_status = UNSET

        _vendor: Any = d.pop("vendor", UNSET)
        vendor: Vendor | Unset
        if _vendor is UNSET or _vendor is None:
            vendor = UNSET
        else:
            vendor = Vendor.of(_vendor)

        device_id = d.pop("device_id", UNSET)
        if device_id is None:
            device_id = UNSET

        command_type = d.pop("command_type", UNSET)
        if command_type is None:
            command_type = UNSET

        response_code = d.pop("response_code", UNSET)
        if response_code is None:
            response_code = UNSET

        response_message = d.pop("response_message", UNSET)
        if response_message is None:
            response_message = UNSET

        _vendor_response: Any = d.pop("vendor_response", UNSET)
        vendor_response: CommandStateVendorResponse | Unset
        if _vendor_response is UNSET or _vendor_response is None:
            vendor_response = UNSET
        else:
            vendor_response = CommandStateVendorResponse.from_dict(_vendor_response)

        failure_code = d.pop("failure_code", UNSET)
        if failure_code is None:
            failure_code = UNSET

        failure_reason = d.pop("failure_reason", UNSET)
        if failure_reason is None:
            failure_reason = UNSET

        _accepted_at: Any = d.pop("accepted_at", UNSET)
        accepted_at: datetime.datetime | Unset
        if _accepted_at is UNSET or _accepted_at is None or _accepted_at == "":
            accepted_at = UNSET
        else:
            accepted_at = datetime.datetime.fromisoformat(_accepted_at)

        _delivered_at: Any = d.pop("delivered_at", UNSET)
        delivered_at: datetime.datetime | Unset
        if _delivered_at is UNSET or _delivered_at is None or _delivered_at == "":
            delivered_at = UNSET
        else:
            delivered_at = datetime.datetime.fromisoformat(_delivered_at)

        _response_received_at: Any = d.pop("response_received_at", UNSET)
        response_received_at: datetime.datetime | Unset
        if _response_received_at is UNSET or _response_received_at is None or _response_received_at == "":
            response_received_at = UNSET
        else:
            response_received_at = datetime.datetime.fromisoformat(_response_received_at)

        _completed_at: Any = d.pop("completed_at", UNSET)
        completed_at: datetime.datetime | Unset
        if _completed_at is UNSET or _completed_at is None or _completed_at == "":
            completed_at = UNSET
        else:
            completed_at = datetime.datetime.fromisoformat(_completed_at)

        _updated_at: Any = d.pop("updated_at", UNSET)
        updated_at: datetime.datetime | Unset
        if _updated_at is UNSET or _updated_at is None or _updated_at == "":
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        command_state = cls(
            command_id,
            status,
            public_status,
            adapter_status,
            device_execution_status,
            vendor,
            device_id,
            command_type,
            response_code,
            response_message,
            vendor_response,
            failure_code,
            failure_reason,
            accepted_at,
            delivered_at,
            response_received_at,
            completed_at,
            updated_at,
        )

        command_state.additional_properties = d
        return command_state

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


from ..models.command_state_vendor_response import CommandStateVendorResponse  # noqa: E402
