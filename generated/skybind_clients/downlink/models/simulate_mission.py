# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.on_off import OnOff

T = TypeVar("T", bound="SimulateMission")


@_attrs_define
class SimulateMission:
    """A flight in the aircraft's simulator

    Source: client-code platform; doc flighttask_prepare simulate_mission
    """

    is_enable: OnOff
    """Whether this task is simulated"""
    latitude: float
    """Latitude where the simulation starts, degrees, WGS-84"""
    longitude: float
    """Longitude where the simulation starts, degrees, WGS-84"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_enable = OnOff(self.is_enable).value

        latitude = self.latitude

        longitude = self.longitude

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_enable": is_enable,
                "latitude": latitude,
                "longitude": longitude,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_enable = OnOff.of(d.pop("is_enable"))

        latitude = d.pop("latitude")

        longitude = d.pop("longitude")

        simulate_mission = cls(
            is_enable,
            latitude,
            longitude,
        )

        simulate_mission.additional_properties = d
        return simulate_mission

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
