# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ControlPoint")


@_attrs_define
class ControlPoint:
    """A ground control point (像控点) of a task

    Source: seed 4.8.4
    """

    task_id: str
    """Id of the task"""
    longitude: float | str
    """Longitude of the control point, decimal text"""
    latitude: float | str
    """Latitude of the control point, decimal text"""
    height: float | str
    """Height of the control point, decimal text"""
    accuracy: float | str
    """Accuracy of the control point, above 0 and below 100, decimal text"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        task_id = self.task_id

        longitude: float | str
        longitude = self.longitude

        latitude: float | str
        latitude = self.latitude

        height: float | str
        height = self.height

        accuracy: float | str
        accuracy = self.accuracy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "taskId": task_id,
                "longitude": longitude,
                "latitude": latitude,
                "height": height,
                "accuracy": accuracy,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_id = d.pop("taskId")

        def _parse_longitude(data: object) -> float | str:
            return cast(float | str, data)

        longitude = _parse_longitude(d.pop("longitude"))

        def _parse_latitude(data: object) -> float | str:
            return cast(float | str, data)

        latitude = _parse_latitude(d.pop("latitude"))

        def _parse_height(data: object) -> float | str:
            return cast(float | str, data)

        height = _parse_height(d.pop("height"))

        def _parse_accuracy(data: object) -> float | str:
            return cast(float | str, data)

        accuracy = _parse_accuracy(d.pop("accuracy"))

        control_point = cls(
            task_id,
            longitude,
            latitude,
            height,
            accuracy,
        )

        control_point.additional_properties = d
        return control_point

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
