# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OtaCreate")


@_attrs_define
class OtaCreate:
    """Upgrade firmware: the device restarts

    Source: client-code platform; doc 1.11.3, 1.15
    """

    devices: list[FirmwareDevice]
    """What to upgrade: dock, aircraft or both"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        devices = []
        for devices_item_data in self.devices:
            devices_item = devices_item_data.to_dict()
            devices.append(devices_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "devices": devices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _devices: Any = d.pop("devices")
        devices = []
        for devices_item_data in [] if _devices is None else _devices:
            devices_item = FirmwareDevice.from_dict(devices_item_data)

            devices.append(devices_item)

        ota_create = cls(
            devices,
        )

        ota_create.additional_properties = d
        return ota_create

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


from ..models.firmware_device import FirmwareDevice  # noqa: E402
