# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.break_point_state import BreakPointState

T = TypeVar("T", bound="BreakPoint")


@_attrs_define
class BreakPoint:
    """Where a flight broke off, to go on from there

    Source: client-code platform; doc flighttask_prepare break_point
    """

    index: int
    """Number of the break point, as flighttask_progress told it"""
    state: BreakPointState
    """Whether the aircraft was on a segment or on a waypoint"""
    progress: float
    """Part of the segment that is flown, 0 to 1"""
    wayline_id: int
    """Number of the wayline in the KMZ"""
    break_reason: int
    """Why the flight broke off, as flighttask_progress told it. DJI's own prepare does not have it"""
    latitude: float
    """Latitude of the break point, degrees, WGS-84, north positive. DJI's own prepare does not have it"""
    longitude: float
    """Longitude of the break point, degrees, WGS-84, east positive. DJI's own prepare does not have it"""
    height: float
    """Height of the break point above the WGS-84 ellipsoid, m. DJI's own prepare does not have it"""
    attitude_head: float
    """Heading of the aircraft at the break point, degrees. DJI's own prepare does not have it"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        index = self.index

        state = BreakPointState(self.state).value

        progress = self.progress

        wayline_id = self.wayline_id

        break_reason = self.break_reason

        latitude = self.latitude

        longitude = self.longitude

        height = self.height

        attitude_head = self.attitude_head

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "index": index,
                "state": state,
                "progress": progress,
                "wayline_id": wayline_id,
                "break_reason": break_reason,
                "latitude": latitude,
                "longitude": longitude,
                "height": height,
                "attitude_head": attitude_head,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        index = d.pop("index")

        state = BreakPointState.of(d.pop("state"))

        progress = d.pop("progress")

        wayline_id = d.pop("wayline_id")

        break_reason = d.pop("break_reason")

        latitude = d.pop("latitude")

        longitude = d.pop("longitude")

        height = d.pop("height")

        attitude_head = d.pop("attitude_head")

        break_point = cls(
            index,
            state,
            progress,
            wayline_id,
            break_reason,
            latitude,
            longitude,
            height,
            attitude_head,
        )

        break_point.additional_properties = d
        return break_point

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
