# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DroneControl")


@_attrs_define
class DroneControl:
    """Fly by speeds; DJI has stick_control in its place

    Source: client-code platform; doc 1.11.3, 1.15
    """

    seq: int
    """Counts up; begins at 0 again when a speed changes"""
    x: float
    """Speed forwards, m/s; negative is backwards"""
    y: float
    """Speed to the right, m/s; negative is to the left"""
    h: float
    """Speed upwards, m/s; negative is downwards"""
    w: float
    """Turn rate, degrees/s; clockwise is positive"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        seq = self.seq

        x = self.x

        y = self.y

        h = self.h

        w = self.w

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "seq": seq,
                "x": x,
                "y": y,
                "h": h,
                "w": w,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seq = d.pop("seq")

        x = d.pop("x")

        y = d.pop("y")

        h = d.pop("h")

        w = d.pop("w")

        drone_control = cls(
            seq,
            x,
            y,
            h,
            w,
        )

        drone_control.additional_properties = d
        return drone_control

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
