# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.command_status import CommandStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="AcceptedCommand")


@_attrs_define
class AcceptedCommand:
    """A command that the platform has accepted

    Source: seed; doc accept-a-downlink-command
    """

    command_id: str
    """Id of the command"""
    status: CommandStatus
    """ACCEPTED"""
    accepted_at: datetime.datetime
    """When it was accepted"""
    request_id: str | Unset = UNSET
    """Id to find the request by in logs"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        command_id = self.command_id

        status = CommandStatus(self.status).value

        accepted_at = self.accepted_at.isoformat()

        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "command_id": command_id,
                "status": status,
                "accepted_at": accepted_at,
            }
        )
        if request_id is not UNSET:
            field_dict["request_id"] = request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        command_id = d.pop("command_id")

        status = CommandStatus.of(d.pop("status"))

        accepted_at = datetime.datetime.fromisoformat(d.pop("accepted_at"))

        request_id = d.pop("request_id", UNSET)
        if request_id is None:
            request_id = UNSET

        accepted_command = cls(
            command_id,
            status,
            accepted_at,
            request_id,
        )

        accepted_command.additional_properties = d
        return accepted_command

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
