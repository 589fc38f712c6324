# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.coordinate_system_type import CoordinateSystemType
from ..types import UNSET, Unset

T = TypeVar("T", bound="GeoDescription")


@_attrs_define
class GeoDescription:
    """Coordinate system of an output; empty lets the service choose, and must stay empty for photos without GPS

    Source: client-code TS, VUE, PY
    """

    cs_type: CoordinateSystemType | Unset = UNSET
    """Geographic or projected, local, or local east-north-up around a reference point"""
    geo_cs: str | Unset = UNSET
    """Horizontal system, for example EPSG:32650"""
    geo_cs_wkt: str | Unset = UNSET
    """Well-known text in place of a code"""
    override_vertical_cs: str | Unset = UNSET
    """Vertical system, for example EPSG:5773 (EGM96)"""
    offset: list[float] | Unset = UNSET
    """Shift of the origin, three numbers"""
    ref_gps: ReferencePoint | Unset = UNSET
    """Origin of a local east-north-up system, WGS-84"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cs_type: str | Unset = UNSET
        if not isinstance(self.cs_type, Unset):
            cs_type = CoordinateSystemType(self.cs_type).value

        geo_cs = self.geo_cs

        geo_cs_wkt = self.geo_cs_wkt

        override_vertical_cs = self.override_vertical_cs

        offset: list[float] | Unset = UNSET
        if not isinstance(self.offset, Unset):
            offset = self.offset

        ref_gps: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ref_gps, Unset):
            ref_gps = self.ref_gps.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if cs_type is not UNSET:
            field_dict["cs_type"] = cs_type
        if geo_cs is not UNSET:
            field_dict["geo_cs"] = geo_cs
        if geo_cs_wkt is not UNSET:
            field_dict["geo_cs_wkt"] = geo_cs_wkt
        if override_vertical_cs is not UNSET:
            field_dict["override_vertical_cs"] = override_vertical_cs
        if offset is not UNSET:
            field_dict["offset"] = offset
        if ref_gps is not UNSET:
            field_dict["ref_GPS"] = ref_gps

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _cs_type: Any = d.pop("cs_type", UNSET)
        cs_type: CoordinateSystemType | Unset
        if _cs_type is UNSET or _cs_type is None:
            cs_type = UNSET
        else:
            cs_type = CoordinateSystemType.of(_cs_type)

        geo_cs = d.pop("geo_cs", UNSET)
        if geo_cs is None:
            geo_cs = UNSET

        geo_cs_wkt = d.pop("geo_cs_wkt", UNSET)
        if geo_cs_wkt is None:
            geo_cs_wkt = UNSET

        override_vertical_cs = d.pop("override_vertical_cs", UNSET)
        if override_vertical_cs is None:
            override_vertical_cs = UNSET

        _offset: Any = d.pop("offset", UNSET)
        offset = cast(list[float] | Unset, UNSET if _offset is None else _offset)

        _ref_gps: Any = d.pop("ref_GPS", UNSET)
        ref_gps: ReferencePoint | Unset
        if _ref_gps is UNSET or _ref_gps is None:
            ref_gps = UNSET
        else:
            ref_gps = ReferencePoint.from_dict(_ref_gps)

        geo_description = cls(
            cs_type,
            geo_cs,
            geo_cs_wkt,
            override_vertical_cs,
            offset,
            ref_gps,
        )

        geo_description.additional_properties = d
        return geo_description

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


from ..models.reference_point import ReferencePoint  # noqa: E402
