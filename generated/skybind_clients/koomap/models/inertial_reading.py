# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="InertialReading")


@_attrs_define
class InertialReading:
    """One reading of the inertial unit

    Source: seed 4.10.1
    """

    accuracy: float | str
    """Accuracy of the reading"""
    azimuth: float | str
    """Azimuth, an Euler angle; the unit is not documented"""
    roll: float | str
    """Roll, an Euler angle; the unit is not documented"""
    pitch: float | str
    """Pitch, an Euler angle; the unit is not documented"""
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
        accuracy: float | str
        accuracy = self.accuracy

        azimuth: float | str
        azimuth = self.azimuth

        roll: float | str
        roll = self.roll

        pitch: float | str
        pitch = self.pitch

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
                "accuracy": accuracy,
                "azimuth": azimuth,
                "roll": roll,
                "pitch": pitch,
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

        def _parse_accuracy(data: object) -> float | str:
            return cast(float | str, data)

        accuracy = _parse_accuracy(d.pop("accuracy"))

        def _parse_azimuth(data: object) -> float | str:
            return cast(float | str, data)

        azimuth = _parse_azimuth(d.pop("azimuth"))

        def _parse_roll(data: object) -> float | str:
            return cast(float | str, data)

        roll = _parse_roll(d.pop("roll"))

        def _parse_pitch(data: object) -> float | str:
            return cast(float | str, data)

        pitch = _parse_pitch(d.pop("pitch"))

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

        inertial_reading = cls(
            accuracy,
            azimuth,
            roll,
            pitch,
            qx,
            qy,
            qz,
            qw,
        )

        inertial_reading.additional_properties = d
        return inertial_reading

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
