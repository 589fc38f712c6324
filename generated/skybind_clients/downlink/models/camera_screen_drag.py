# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CameraScreenDrag")


@_attrs_define
class CameraScreenDrag:
    """Turn the gimbal, by dragging the picture

    Source: client-code platform; doc 1.11.3, 1.15
    """

    payload_index: str
    """Which payload: type, subtype and gimbal as 52-0-0; the aircraft reports those that it has"""
    locked: bool
    """Whether the aircraft turns with the gimbal"""
    pitch_speed: float
    """How fast the gimbal pitches; rad/s in DJI's documents of 2024, degrees/s in those of 2026"""
    yaw_speed: float
    """How fast the gimbal yaws, if it is not locked; rad/s in DJI's documents of 2024, degrees/s in those of 2026"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        payload_index = self.payload_index

        locked = self.locked

        pitch_speed = self.pitch_speed

        yaw_speed = self.yaw_speed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "payload_index": payload_index,
                "locked": locked,
                "pitch_speed": pitch_speed,
                "yaw_speed": yaw_speed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        payload_index = d.pop("payload_index")

        locked = d.pop("locked")

        pitch_speed = d.pop("pitch_speed")

        yaw_speed = d.pop("yaw_speed")

        camera_screen_drag = cls(
            payload_index,
            locked,
            pitch_speed,
            yaw_speed,
        )

        camera_screen_drag.additional_properties = d
        return camera_screen_drag

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
