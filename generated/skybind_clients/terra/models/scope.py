# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Scope")


@_attrs_define
class Scope:
    """Bounding box of the photos, WGS-84 degrees

    Source: client-code TS
    """

    max_latitude: float | Unset = UNSET
    """North edge"""
    max_longitude: float | Unset = UNSET
    """East edge"""
    min_latitude: float | Unset = UNSET
    """South edge"""
    min_longitude: float | Unset = UNSET
    """West edge"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        max_latitude = self.max_latitude

        max_longitude = self.max_longitude

        min_latitude = self.min_latitude

        min_longitude = self.min_longitude

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if max_latitude is not UNSET:
            field_dict["maxLatitude"] = max_latitude
        if max_longitude is not UNSET:
            field_dict["maxLongitude"] = max_longitude
        if min_latitude is not UNSET:
            field_dict["minLatitude"] = min_latitude
        if min_longitude is not UNSET:
            field_dict["minLongitude"] = min_longitude

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        max_latitude = d.pop("maxLatitude", UNSET)
        if max_latitude is None:
            max_latitude = UNSET

        max_longitude = d.pop("maxLongitude", UNSET)
        if max_longitude is None:
            max_longitude = UNSET

        min_latitude = d.pop("minLatitude", UNSET)
        if min_latitude is None:
            min_latitude = UNSET

        min_longitude = d.pop("minLongitude", UNSET)
        if min_longitude is None:
            min_longitude = UNSET

        scope = cls(
            max_latitude,
            max_longitude,
            min_latitude,
            min_longitude,
        )

        scope.additional_properties = d
        return scope

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
