# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dock_role import DockRole
from ..models.no_yes import NoYes

T = TypeVar("T", bound="DockInfo")


@_attrs_define
class DockInfo:
    """One of the docks of a task between two

    Source: client-code platform; doc flighttask_execute dock_infos
    """

    dock_type: DockRole
    """What the dock is for in this task"""
    latitude: float
    """Latitude of the dock, degrees, WGS-84"""
    longitude: float
    """Longitude of the dock, degrees, WGS-84"""
    height: float
    """Height of the dock above the WGS-84 ellipsoid, m"""
    heading: float
    """Heading of the dock, degrees"""
    home_position_is_valid: NoYes
    """Whether the dock's home point can be used"""
    index: int
    """Number of the dock, one of its own within the task"""
    sn: str
    """Serial number of the dock"""
    rtcm_info: RtcmInfo
    """Where the dock's RTK corrections come from; both docks need the same network source"""
    alternate_land_point: AlternateLandPoint
    """Where to land if the dock cannot be used"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        dock_type = DockRole(self.dock_type).value

        latitude = self.latitude

        longitude = self.longitude

        height = self.height

        heading = self.heading

        home_position_is_valid = NoYes(self.home_position_is_valid).value

        index = self.index

        sn = self.sn

        rtcm_info = self.rtcm_info.to_dict()

        alternate_land_point = self.alternate_land_point.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dock_type": dock_type,
                "latitude": latitude,
                "longitude": longitude,
                "height": height,
                "heading": heading,
                "home_position_is_valid": home_position_is_valid,
                "index": index,
                "sn": sn,
                "rtcm_info": rtcm_info,
                "alternate_land_point": alternate_land_point,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        dock_type = DockRole.of(d.pop("dock_type"))

        latitude = d.pop("latitude")

        longitude = d.pop("longitude")

        height = d.pop("height")

        heading = d.pop("heading")

        home_position_is_valid = NoYes.of(d.pop("home_position_is_valid"))

        index = d.pop("index")

        sn = d.pop("sn")

        rtcm_info = RtcmInfo.from_dict(d.pop("rtcm_info"))

        alternate_land_point = AlternateLandPoint.from_dict(d.pop("alternate_land_point"))

        dock_info = cls(
            dock_type,
            latitude,
            longitude,
            height,
            heading,
            home_position_is_valid,
            index,
            sn,
            rtcm_info,
            alternate_land_point,
        )

        dock_info.additional_properties = d
        return dock_info

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


from ..models.alternate_land_point import AlternateLandPoint  # noqa: E402
from ..models.rtcm_info import RtcmInfo  # noqa: E402
