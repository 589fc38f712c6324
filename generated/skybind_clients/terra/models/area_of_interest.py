# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AreaOfInterest")


@_attrs_define
class AreaOfInterest:
    """Part of the scene to reconstruct

    Source: client-code TS; the order of a point's three numbers is not known
    """

    polygon_points: list[list[float]]
    """Corners; three numbers each, in the system of geo_desc"""
    max_altitude: float | Unset = UNSET
    """Upper bound, metres"""
    min_altitude: float | Unset = UNSET
    """Lower bound, metres"""
    geo_desc: GeoDescription | Unset = UNSET
    """Coordinate system of an output; empty lets the service choose, and must stay empty for photos without GPS"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        polygon_points = []
        for polygon_points_item_data in self.polygon_points:
            polygon_points_item = polygon_points_item_data

            polygon_points.append(polygon_points_item)

        max_altitude = self.max_altitude

        min_altitude = self.min_altitude

        geo_desc: dict[str, Any] | Unset = UNSET
        if not isinstance(self.geo_desc, Unset):
            geo_desc = self.geo_desc.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "polygon_points": polygon_points,
            }
        )
        if max_altitude is not UNSET:
            field_dict["max_altitude"] = max_altitude
        if min_altitude is not UNSET:
            field_dict["min_altitude"] = min_altitude
        if geo_desc is not UNSET:
            field_dict["geo_desc"] = geo_desc

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _polygon_points: Any = d.pop("polygon_points")
        polygon_points = []
        for polygon_points_item_data in [] if _polygon_points is None else _polygon_points:
            _polygon_points_item: Any = polygon_points_item_data
            polygon_points_item = cast(list[float], [] if _polygon_points_item is None else _polygon_points_item)

            polygon_points.append(polygon_points_item)

        max_altitude = d.pop("max_altitude", UNSET)
        if max_altitude is None:
            max_altitude = UNSET

        min_altitude = d.pop("min_altitude", UNSET)
        if min_altitude is None:
            min_altitude = UNSET

        _geo_desc: Any = d.pop("geo_desc", UNSET)
        geo_desc: GeoDescription | Unset
        if _geo_desc is UNSET or _geo_desc is None:
            geo_desc = UNSET
        else:
            geo_desc = GeoDescription.from_dict(_geo_desc)

        area_of_interest = cls(
            polygon_points,
            max_altitude,
            min_altitude,
            geo_desc,
        )

        area_of_interest.additional_properties = d
        return area_of_interest

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


from ..models.geo_description import GeoDescription  # noqa: E402
