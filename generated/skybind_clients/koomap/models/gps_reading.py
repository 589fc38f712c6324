# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="GpsReading")


@_attrs_define
class GpsReading:
    """One GPS reading; WGS-84 is our assumption

    Source: seed 4.10.1
    """

    longitude: float | str
    """Longitude, degrees"""
    latitude: float | str
    """Latitude, degrees"""
    accuracy: float | str
    """Accuracy of the reading; the unit is not documented"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        longitude: float | str
        longitude = self.longitude

        latitude: float | str
        latitude = self.latitude

        accuracy: float | str
        accuracy = self.accuracy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "longitude": longitude,
                "latitude": latitude,
                "accuracy": accuracy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_longitude(data: object) -> float | str:
            return cast(float | str, data)

        longitude = _parse_longitude(d.pop("longitude"))

        def _parse_latitude(data: object) -> float | str:
            return cast(float | str, data)

        latitude = _parse_latitude(d.pop("latitude"))

        def _parse_accuracy(data: object) -> float | str:
            return cast(float | str, data)

        accuracy = _parse_accuracy(d.pop("accuracy"))

        gps_reading = cls(
            longitude,
            latitude,
            accuracy,
        )

        gps_reading.additional_properties = d
        return gps_reading

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
