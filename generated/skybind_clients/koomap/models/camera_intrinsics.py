# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CameraIntrinsics")


@_attrs_define
class CameraIntrinsics:
    """Intrinsics of the camera

    Source: seed 4.10.1
    """

    fx: float
    """Focal length in x, pixels"""
    fy: float
    """Focal length in y, pixels"""
    cx: int
    """Principal point in x, pixels"""
    cy: int
    """Principal point in y, pixels"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        fx = self.fx

        fy = self.fy

        cx = self.cx

        cy = self.cy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fx": fx,
                "fy": fy,
                "cx": cx,
                "cy": cy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fx = d.pop("fx")

        fy = d.pop("fy")

        cx = d.pop("cx")

        cy = d.pop("cy")

        camera_intrinsics = cls(
            fx,
            fy,
            cx,
            cy,
        )

        camera_intrinsics.additional_properties = d
        return camera_intrinsics

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
