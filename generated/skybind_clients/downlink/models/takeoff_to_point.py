# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.commander_flight_mode import CommanderFlightMode
from ..models.commander_mode_lost_action import CommanderModeLostAction
from ..models.exit_wayline_when_rc_lost import ExitWaylineWhenRcLost
from ..models.on_off import OnOff
from ..models.rc_lost_action import RcLostAction
from ..models.rth_mode import RthMode
from ..types import UNSET, Unset

T = TypeVar("T", bound="TakeoffToPoint")


@_attrs_define
class TakeoffToPoint:
    """Take off and fly to a point

    Source: client-code platform; doc 1.11.3, 1.15
    """

    target_latitude: float
    """Latitude of the target, degrees, WGS-84, north positive"""
    target_longitude: float
    """Longitude of the target, degrees, WGS-84, east positive"""
    target_height: float
    """Height of the target above the WGS-84 ellipsoid, m; the aircraft hovers there. DJI's SDK takes up to 10000"""
    security_takeoff_height: float
    """Height above the dock to climb to before flying to the target, m. Dock 1 takes 2 or more"""
    rth_mode: RthMode
    """How the height of the return is chosen. Docks can only do 1 (preset)"""
    rth_altitude: int
    """Height above the dock at which the aircraft returns to home, m"""
    rc_lost_action: RcLostAction
    """What the aircraft does when the control link is lost. The numbers differ from those of out_of_control_action"""
    exit_wayline_when_rc_lost: ExitWaylineWhenRcLost
    """What becomes of a wayline when the control link is lost. DJI has it for Dock 1 only, and no longer; the
    platform wants it
    """
    commander_mode_lost_action: CommanderModeLostAction
    """What becomes of the flight to the point when the control link is lost"""
    commander_flight_mode: CommanderFlightMode
    """How the height of the flight to the point is chosen"""
    commander_flight_height: float
    """Height above the dock at which the aircraft flies to the point, m"""
    flight_id: str
    """The caller's name for this flight, never used before; its media carry it"""
    flight_safety_advance_check: OnOff
    """Whether the flight areas are compared with the cloud's before the start, and fetched when they differ"""
    max_speed: int | Unset = UNSET
    """Top speed on the way, m/s"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        target_latitude = self.target_latitude

        target_longitude = self.target_longitude

        target_height = self.target_height

        security_takeoff_height = self.security_takeoff_height

        rth_mode = RthMode(self.rth_mode).value

        rth_altitude = self.rth_altitude

        rc_lost_action = RcLostAction(self.rc_lost_action).value

        exit_wayline_when_rc_lost = ExitWaylineWhenRcLost(self.exit_wayline_when_rc_lost).value

        commander_mode_lost_action = CommanderModeLostAction(self.commander_mode_lost_action).value

        commander_flight_mode = CommanderFlightMode(self.commander_flight_mode).value

        commander_flight_height = self.commander_flight_height

        flight_id = self.flight_id

        flight_safety_advance_check = OnOff(self.flight_safety_advance_check).value

        max_speed = self.max_speed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "target_latitude": target_latitude,
                "target_longitude": target_longitude,
                "target_height": target_height,
                "security_takeoff_height": security_takeoff_height,
                "rth_mode": rth_mode,
                "rth_altitude": rth_altitude,
                "rc_lost_action": rc_lost_action,
                "exit_wayline_when_rc_lost": exit_wayline_when_rc_lost,
                "commander_mode_lost_action": commander_mode_lost_action,
                "commander_flight_mode": commander_flight_mode,
                "commander_flight_height": commander_flight_height,
                "flight_id": flight_id,
                "flight_safety_advance_check": flight_safety_advance_check,
            }
        )
        if max_speed is not UNSET:
            field_dict["max_speed"] = max_speed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        target_latitude = d.pop("target_latitude")

        target_longitude = d.pop("target_longitude")

        target_height = d.pop("target_height")

        security_takeoff_height = d.pop("security_takeoff_height")

        rth_mode = RthMode.of(d.pop("rth_mode"))

        rth_altitude = d.pop("rth_altitude")

        rc_lost_action = RcLostAction.of(d.pop("rc_lost_action"))

        exit_wayline_when_rc_lost = ExitWaylineWhenRcLost.of(d.pop("exit_wayline_when_rc_lost"))

        commander_mode_lost_action = CommanderModeLostAction.of(d.pop("commander_mode_lost_action"))

        commander_flight_mode = CommanderFlightMode.of(d.pop("commander_flight_mode"))

        commander_flight_height = d.pop("commander_flight_height")

        flight_id = d.pop("flight_id")

        flight_safety_advance_check = OnOff.of(d.pop("flight_safety_advance_check"))

        max_speed = d.pop("max_speed", UNSET)
        if max_speed is None:
            max_speed = UNSET

        takeoff_to_point = cls(
            target_latitude,
            target_longitude,
            target_height,
            security_takeoff_height,
            rth_mode,
            rth_altitude,
            rc_lost_action,
            exit_wayline_when_rc_lost,
            commander_mode_lost_action,
            commander_flight_mode,
            commander_flight_height,
            flight_id,
            flight_safety_advance_check,
            max_speed,
        )

        takeoff_to_point.additional_properties = d
        return takeoff_to_point

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
