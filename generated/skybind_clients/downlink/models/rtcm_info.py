# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.calibration_source import CalibrationSource
from ..models.rtcm_device_type import RtcmDeviceType

T = TypeVar("T", bound="RtcmInfo")


@_attrs_define
class RtcmInfo:
    """Source of RTK corrections

    Source: client-code platform; doc flighttask_execute rtcm_info
    """

    mount_point: str
    """Mount point of the network RTK"""
    port: str
    """Port of the network RTK"""
    host: str
    """Host of the network RTK"""
    rtcm_device_type: RtcmDeviceType
    """Kind of the device"""
    source_type: CalibrationSource
    """How the position of the dock was found"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mount_point = self.mount_point

        port = self.port

        host = self.host

        rtcm_device_type = RtcmDeviceType(self.rtcm_device_type).value

        source_type = CalibrationSource(self.source_type).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mount_point": mount_point,
                "port": port,
                "host": host,
                "rtcm_device_type": rtcm_device_type,
                "source_type": source_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mount_point = d.pop("mount_point")

        port = d.pop("port")

        host = d.pop("host")

        rtcm_device_type = RtcmDeviceType.of(d.pop("rtcm_device_type"))

        source_type = CalibrationSource.of(d.pop("source_type"))

        rtcm_info = cls(
            mount_point,
            port,
            host,
            rtcm_device_type,
            source_type,
        )

        rtcm_info.additional_properties = d
        return rtcm_info

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
