# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.no_yes import NoYes

T = TypeVar("T", bound="AlternateLandPoint")


@_attrs_define
class AlternateLandPoint:
    """Where to land if the dock cannot be used

    Source: client-code platform; doc flighttask_execute alternate_land_point
    """

    longitude: float
    """Longitude of the point, degrees, WGS-84"""
    latitude: float
    """Latitude of the point, degrees, WGS-84"""
    height: float
    """Height of the point above the WGS-84 ellipsoid, m"""
    safe_land_height: float
    """Height at which it is safe to fly there, m"""
    is_configured: NoYes
    """Whether such a point was set"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        longitude = self.longitude

        latitude = self.latitude

        height = self.height

        safe_land_height = self.safe_land_height

        is_configured = NoYes(self.is_configured).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "longitude": longitude,
                "latitude": latitude,
                "height": height,
                "safe_land_height": safe_land_height,
                "is_configured": is_configured,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        longitude = d.pop("longitude")

        latitude = d.pop("latitude")

        height = d.pop("height")

        safe_land_height = d.pop("safe_land_height")

        is_configured = NoYes.of(d.pop("is_configured"))

        alternate_land_point = cls(
            longitude,
            latitude,
            height,
            safe_land_height,
            is_configured,
        )

        alternate_land_point.additional_properties = d
        return alternate_land_point

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
