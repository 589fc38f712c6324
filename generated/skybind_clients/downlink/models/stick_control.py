# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StickControl")


@_attrs_define
class StickControl:
    """Fly by virtual sticks

    Source: client-code platform; doc 1.15
    """

    roll: int
    """Roll stick; 1024 is the middle, more leans right"""
    pitch: int
    """Pitch stick; 1024 is the middle, more leans forward"""
    throttle: int
    """Throttle stick; 1024 holds the height, more climbs"""
    yaw: int
    """Yaw stick; 1024 is the middle, more turns clockwise"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        roll = self.roll

        pitch = self.pitch

        throttle = self.throttle

        yaw = self.yaw

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "roll": roll,
                "pitch": pitch,
                "throttle": throttle,
                "yaw": yaw,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        roll = d.pop("roll")

        pitch = d.pop("pitch")

        throttle = d.pop("throttle")

        yaw = d.pop("yaw")

        stick_control = cls(
            roll,
            pitch,
            throttle,
            yaw,
        )

        stick_control.additional_properties = d
        return stick_control

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
