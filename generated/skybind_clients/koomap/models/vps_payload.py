# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VpsPayload")


@_attrs_define
class VpsPayload:
    """What a positioning needs

    Source: seed 4.10.1
    """

    user: VpsUser
    """The image, and how to position it"""
    camera: CameraIntrinsics
    """Intrinsics of the camera"""
    imu: list[InertialReading]
    """Readings of the inertial unit"""
    gps: list[GpsReading]
    """GPS readings"""
    slam: list[SlamPose]
    """Poses of the device's own tracking"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user = self.user.to_dict()

        camera = self.camera.to_dict()

        imu = []
        for imu_item_data in self.imu:
            imu_item = imu_item_data.to_dict()
            imu.append(imu_item)

        gps = []
        for gps_item_data in self.gps:
            gps_item = gps_item_data.to_dict()
            gps.append(gps_item)

        slam = []
        for slam_item_data in self.slam:
            slam_item = slam_item_data.to_dict()
            slam.append(slam_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user": user,
                "camera": camera,
                "imu": imu,
                "gps": gps,
                "slam": slam,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user = VpsUser.from_dict(d.pop("user"))

        camera = CameraIntrinsics.from_dict(d.pop("camera"))

        _imu: Any = d.pop("imu")
        imu = []
        for imu_item_data in [] if _imu is None else _imu:
            imu_item = InertialReading.from_dict(imu_item_data)

            imu.append(imu_item)

        _gps: Any = d.pop("gps")
        gps = []
        for gps_item_data in [] if _gps is None else _gps:
            gps_item = GpsReading.from_dict(gps_item_data)

            gps.append(gps_item)

        _slam: Any = d.pop("slam")
        slam = []
        for slam_item_data in [] if _slam is None else _slam:
            slam_item = SlamPose.from_dict(slam_item_data)

            slam.append(slam_item)

        vps_payload = cls(
            user,
            camera,
            imu,
            gps,
            slam,
        )

        vps_payload.additional_properties = d
        return vps_payload

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


from ..models.camera_intrinsics import CameraIntrinsics  # noqa: E402
from ..models.gps_reading import GpsReading  # noqa: E402
from ..models.inertial_reading import InertialReading  # noqa: E402
from ..models.slam_pose import SlamPose  # noqa: E402
from ..models.vps_user import VpsUser  # noqa: E402
