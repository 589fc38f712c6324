# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.device_model_domain import DeviceModelDomain

T = TypeVar("T", bound="UnlockLicenseList")


@_attrs_define
class UnlockLicenseList:
    """List licences for restricted zones

    Source: client-code platform; doc 1.11.3, 1.15
    """

    device_model_domain: DeviceModelDomain
    """Whose licences are listed: those in the aircraft, or those that the dock holds for it"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        device_model_domain = DeviceModelDomain(self.device_model_domain).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "device_model_domain": device_model_domain,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        device_model_domain = DeviceModelDomain.of(d.pop("device_model_domain"))

        unlock_license_list = cls(
            device_model_domain,
        )

        unlock_license_list.additional_properties = d
        return unlock_license_list

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
