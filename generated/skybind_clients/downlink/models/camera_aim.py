# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.camera_lens import CameraLens

T = TypeVar("T", bound="CameraAim")


@_attrs_define
class CameraAim:
    """Turn the gimbal to a point of the picture

    Source: client-code platform; doc 1.11.3, 1.15
    """

    payload_index: str
    """Which payload: type, subtype and gimbal as 52-0-0; the aircraft reports those that it has"""
    camera_type: CameraLens
    """Which lens"""
    locked: bool
    """Whether the aircraft turns with the gimbal"""
    x: float
    """Where the point is in the picture: 0 left, 1 right"""
    y: float
    """Where the point is in the picture: 0 top, 1 bottom"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        payload_index = self.payload_index

        camera_type = CameraLens(self.camera_type).value

        locked = self.locked

        x = self.x

        y = self.y

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "payload_index": payload_index,
                "camera_type": camera_type,
                "locked": locked,
                "x": x,
                "y": y,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        payload_index = d.pop("payload_index")

        camera_type = CameraLens.of(d.pop("camera_type"))

        locked = d.pop("locked")

        x = d.pop("x")

        y = d.pop("y")

        camera_aim = cls(
            payload_index,
            camera_type,
            locked,
            x,
            y,
        )

        camera_aim.additional_properties = d
        return camera_aim

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
