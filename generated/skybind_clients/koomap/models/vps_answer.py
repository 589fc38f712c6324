# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.vps_detection import VpsDetection
from ..models.vps_method import VpsMethod
from ..models.vps_outcome import VpsOutcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="VpsAnswer")


@_attrs_define
class VpsAnswer:
    """Where the camera is

    Source: seed 4.10.1; C-75
    """

    utmcode: str | Unset = UNSET
    """UTM code of the area"""
    is_calibration_succ: bool | Unset = UNSET
    """Whether the calibration in the cloud is used"""
    cache_data: str | Unset = UNSET
    """Data to be kept between requests"""
    pose: VpsPose | Unset = UNSET
    """Where the camera is"""
    request_id: str | Unset = UNSET
    """Id of the request"""
    coupling_time: int | Unset = UNSET
    """Milliseconds between two positionings that the service advises"""
    vps_mode: VpsDetection | Unset = UNSET
    """Detection mode that the service advises"""
    process_mode: VpsMethod | Unset = UNSET
    """Method that was used"""
    vps_floor: int | Unset = UNSET
    """Floor"""
    vps_code: int | Unset = UNSET
    """Code of the outcome; its values are not documented"""
    retry: int | Unset = UNSET
    """Milliseconds to wait at least before positioning again by hand"""
    status: VpsOutcome | Unset = UNSET
    """Outcome"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        utmcode = self.utmcode

        is_calibration_succ = self.is_calibration_succ

        cache_data = self.cache_data

        pose: dict[str, Any] | Unset = UNSET
        if not isinstance(self.pose, Unset):
            pose = self.pose.to_dict()

        request_id = self.request_id

        coupling_time = self.coupling_time

        vps_mode: int | Unset = UNSET
        if not isinstance(self.vps_mode, Unset):
            vps_mode = VpsDetection(self.vps_mode).value

        process_mode: str | Unset = UNSET
        if not isinstance(self.process_mode, Unset):
            process_mode = VpsMethod(self.process_mode).value

        vps_floor = self.vps_floor

        vps_code = self.vps_code

        retry = self.retry

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = VpsOutcome(self.status).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if utmcode is not UNSET:
            field_dict["utmcode"] = utmcode
        if is_calibration_succ is not UNSET:
            field_dict["isCalibrationSucc"] = is_calibration_succ
        if cache_data is not UNSET:
            field_dict["cacheData"] = cache_data
        if pose is not UNSET:
            field_dict["pose"] = pose
        if request_id is not UNSET:
            field_dict["requestId"] = request_id
        if coupling_time is not UNSET:
            field_dict["couplingTime"] = coupling_time
        if vps_mode is not UNSET:
            field_dict["vpsMode"] = vps_mode
        if process_mode is not UNSET:
            field_dict["processMode"] = process_mode
        if vps_floor is not UNSET:
            field_dict["vpsFloor"] = vps_floor
        if vps_code is not UNSET:
            field_dict["VpsCode"] = vps_code
        if retry is not UNSET:
            field_dict["retry"] = retry
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        utmcode = d.pop("utmcode", UNSET)
        if utmcode is None:
            utmcode = UNSET

        is_calibration_succ = d.pop("isCalibrationSucc", UNSET)
        if is_calibration_succ is None:
            is_calibration_succ = UNSET

        cache_data = d.pop("cacheData", UNSET)
        if cache_data is None:
            cache_data = UNSET

        _pose: Any = d.pop("pose", UNSET)
        pose: VpsPose | Unset
        if _pose is UNSET or _pose is None:
            pose = UNSET
        else:
            pose = VpsPose.from_dict(_pose)

        request_id = d.pop("requestId", UNSET)
        if request_id is None:
            request_id = UNSET

        coupling_time = d.pop("couplingTime", UNSET)
        if coupling_time is None:
            coupling_time = UNSET

        _vps_mode: Any = d.pop("vpsMode", UNSET)
        vps_mode: VpsDetection | Unset
        if _vps_mode is UNSET or _vps_mode is None:
            vps_mode = UNSET
        else:
            vps_mode = VpsDetection.of(_vps_mode)

        _process_mode: Any = d.pop("processMode", UNSET)
        process_mode: VpsMethod | Unset
        if _process_mode is UNSET or _process_mode is None:
            process_mode = UNSET
        else:
            process_mode = VpsMethod.of(_process_mode)

        vps_floor = d.pop("vpsFloor", UNSET)
        if vps_floor is None:
            vps_floor = UNSET

        vps_code = d.pop("VpsCode", UNSET)
        if vps_code is None:
            vps_code = UNSET

        retry = d.pop("retry", UNSET)
        if retry is None:
            retry = UNSET

        _status: Any = d.pop("status", UNSET)
        status: VpsOutcome | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = VpsOutcome.of(_status)

        vps_answer = cls(
            utmcode,
            is_calibration_succ,
            cache_data,
            pose,
            request_id,
            coupling_time,
            vps_mode,
            process_mode,
            vps_floor,
            vps_code,
            retry,
            status,
        )

        vps_answer.additional_properties = d
        return vps_answer

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


from ..models.vps_pose import VpsPose  # noqa: E402
