# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.battery_store_mode import BatteryStoreMode

T = TypeVar("T", bound="BatteryStoreModeSwitch")


@_attrs_define
class BatteryStoreModeSwitch:
    """Choose how batteries are kept

    Source: client-code platform; doc 1.11.3, 1.15
    """

    action: BatteryStoreMode
    """How batteries are kept: schedule is kinder to them, standby keeps them charged"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = BatteryStoreMode(self.action).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        action = BatteryStoreMode.of(d.pop("action"))

        battery_store_mode_switch = cls(
            action,
        )

        battery_store_mode_switch.additional_properties = d
        return battery_store_mode_switch

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
