# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NewMarkPoint")


@_attrs_define
class NewMarkPoint:
    """A control point, and where a photo shows it

    Source: seed 4.8.1
    """

    image_code: str
    """Id of the photo"""
    task_id: str
    """Id of the task"""
    point_width: str
    """Column of the point, pixels from the left edge of the tile"""
    point_height: str
    """Row of the point, pixels from the upper edge of the tile"""
    longitude: str
    """Longitude of the control point, decimal text"""
    latitude: str
    """Latitude of the control point, decimal text"""
    height: str
    """Height of the control point, decimal text"""
    accuracy: str
    """Accuracy of the control point, above 0 and below 100, decimal text"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image_code = self.image_code

        task_id = self.task_id

        point_width = self.point_width

        point_height = self.point_height

        longitude = self.longitude

        latitude = self.latitude

        height = self.height

        accuracy = self.accuracy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "imageCode": image_code,
                "taskId": task_id,
                "pointWidth": point_width,
                "pointHeight": point_height,
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
        image_code = d.pop("imageCode")

        task_id = d.pop("taskId")

        point_width = d.pop("pointWidth")

        point_height = d.pop("pointHeight")

        longitude = d.pop("longitude")

        latitude = d.pop("latitude")

        height = d.pop("height")

        accuracy = d.pop("accuracy")

        new_mark_point = cls(
            image_code,
            task_id,
            point_width,
            point_height,
            longitude,
            latitude,
            height,
            accuracy,
        )

        new_mark_point.additional_properties = d
        return new_mark_point

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
