# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exposure_value import ExposureValue
from ..models.visible_lens import VisibleLens

T = TypeVar("T", bound="CameraExposureSet")


@_attrs_define
class CameraExposureSet:
    """Set the exposure compensation

    Source: client-code platform; doc 1.11.3, 1.15
    """

    payload_index: str
    """Which payload: type, subtype and gimbal as 52-0-0; the aircraft reports those that it has"""
    camera_type: VisibleLens
    """Which lens"""
    exposure_value: ExposureValue
    """Exposure compensation, as a number in text: 1 is -5.0 EV, 16 is 0 EV, 31 is +5.0 EV"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        payload_index = self.payload_index

        camera_type = VisibleLens(self.camera_type).value

        exposure_value = ExposureValue(self.exposure_value).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "payload_index": payload_index,
                "camera_type": camera_type,
                "exposure_value": exposure_value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        payload_index = d.pop("payload_index")

        camera_type = VisibleLens.of(d.pop("camera_type"))

        exposure_value = ExposureValue.of(d.pop("exposure_value"))

        camera_exposure_set = cls(
            payload_index,
            camera_type,
            exposure_value,
        )

        camera_exposure_set.additional_properties = d
        return camera_exposure_set

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
