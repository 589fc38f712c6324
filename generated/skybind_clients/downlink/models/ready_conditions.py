# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReadyConditions")


@_attrs_define
class ReadyConditions:
    """When a conditional task may start

    Source: client-code platform; doc flighttask_prepare ready_conditions
    """

    battery_capacity: int
    """Battery that the aircraft must have at the start, %"""
    begin_time: int
    """The task starts after this, Unix milliseconds"""
    end_time: int
    """The task starts before this, Unix milliseconds"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        battery_capacity = self.battery_capacity

        begin_time = self.begin_time

        end_time = self.end_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "battery_capacity": battery_capacity,
                "begin_time": begin_time,
                "end_time": end_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        battery_capacity = d.pop("battery_capacity")

        begin_time = d.pop("begin_time")

        end_time = d.pop("end_time")

        ready_conditions = cls(
            battery_capacity,
            begin_time,
            end_time,
        )

        ready_conditions.additional_properties = d
        return ready_conditions

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
