# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SlamPose")


@_attrs_define
class SlamPose:
    """One pose of the device's own tracking

    Source: seed 4.10.1
    """

    x: float | str
    """x"""
    y: float | str
    """y"""
    z: float | str
    """z"""
    qx: float | str
    """x of the rotation quaternion"""
    qy: float | str
    """y of the rotation quaternion"""
    qz: float | str
    """z of the rotation quaternion"""
    qw: float | str
    """w of the rotation quaternion"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        x: float | str
        x = self.x

        y: float | str
        y = self.y

        z: float | str
        z = self.z

        qx: float | str
        qx = self.qx

        qy: float | str
        qy = self.qy

        qz: float | str
        qz = self.qz

        qw: float | str
        qw = self.qw

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "x": x,
                "y": y,
                "z": z,
                "qx": qx,
                "qy": qy,
                "qz": qz,
                "qw": qw,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_x(data: object) -> float | str:
            return cast(float | str, data)

        x = _parse_x(d.pop("x"))

        def _parse_y(data: object) -> float | str:
            return cast(float | str, data)

        y = _parse_y(d.pop("y"))

        def _parse_z(data: object) -> float | str:
            return cast(float | str, data)

        z = _parse_z(d.pop("z"))

        def _parse_qx(data: object) -> float | str:
            return cast(float | str, data)

        qx = _parse_qx(d.pop("qx"))

        def _parse_qy(data: object) -> float | str:
            return cast(float | str, data)

        qy = _parse_qy(d.pop("qy"))

        def _parse_qz(data: object) -> float | str:
            return cast(float | str, data)

        qz = _parse_qz(d.pop("qz"))

        def _parse_qw(data: object) -> float | str:
            return cast(float | str, data)

        qw = _parse_qw(d.pop("qw"))

        slam_pose = cls(
            x,
            y,
            z,
            qx,
            qy,
            qz,
            qw,
        )

        slam_pose.additional_properties = d
        return slam_pose

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
