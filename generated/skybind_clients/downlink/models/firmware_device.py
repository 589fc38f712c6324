# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.firmware_upgrade_type import FirmwareUpgradeType

T = TypeVar("T", bound="FirmwareDevice")


@_attrs_define
class FirmwareDevice:
    """A device to upgrade, and what to

    Source: client-code platform; doc ota_create devices
    """

    sn: str
    """Serial number of the device"""
    product_version: str
    """Version to go to, as 01.00.0000"""
    file_url: str
    """Where the device downloads the firmware"""
    md5: str
    """MD5 of the firmware, hexadecimal"""
    file_size: int
    """Size of the firmware, bytes"""
    file_name: str
    """Name of the firmware's file"""
    firmware_upgrade_type: FirmwareUpgradeType
    """Kind of upgrade"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sn = self.sn

        product_version = self.product_version

        file_url = self.file_url

        md5 = self.md5

        file_size = self.file_size

        file_name = self.file_name

        firmware_upgrade_type = FirmwareUpgradeType(self.firmware_upgrade_type).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sn": sn,
                "product_version": product_version,
                "file_url": file_url,
                "md5": md5,
                "file_size": file_size,
                "file_name": file_name,
                "firmware_upgrade_type": firmware_upgrade_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sn = d.pop("sn")

        product_version = d.pop("product_version")

        file_url = d.pop("file_url")

        md5 = d.pop("md5")

        file_size = d.pop("file_size")

        file_name = d.pop("file_name")

        firmware_upgrade_type = FirmwareUpgradeType.of(d.pop("firmware_upgrade_type"))

        firmware_device = cls(
            sn,
            product_version,
            file_url,
            md5,
            file_size,
            file_name,
            firmware_upgrade_type,
        )

        firmware_device.additional_properties = d
        return firmware_device

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
