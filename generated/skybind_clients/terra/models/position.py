# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Position")


@_attrs_define
class Position:
    """Where a photo was taken, WGS-84

    Source: client-code TS; that `attitude` is an altitude is inferred
    """

    attitude: float | Unset = UNSET
    """Altitude in metres; the service spells it so"""
    latitude: float | Unset = UNSET
    """Degrees, north positive"""
    longitude: float | Unset = UNSET
    """Degrees, east positive"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attitude = self.attitude

        latitude = self.latitude

        longitude = self.longitude

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if attitude is not UNSET:
            field_dict["attitude"] = attitude
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attitude = d.pop("attitude", UNSET)
        if attitude is None:
            attitude = UNSET

        latitude = d.pop("latitude", UNSET)
        if latitude is None:
            latitude = UNSET

        longitude = d.pop("longitude", UNSET)
        if longitude is None:
            longitude = UNSET

        position = cls(
            attitude,
            latitude,
            longitude,
        )

        position.additional_properties = d
        return position

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
