# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="MarkPoint")


@_attrs_define
class MarkPoint:
    """A mark point (刺点): where a photo shows a control point. Decimal text is kept as it is

    Source: seed 4.8.1, 4.8.3
    """

    image_code: str | Unset = UNSET
    """Id of the photo"""
    id: str | Unset = UNSET
    """Id of the mark point"""
    task_id: str | Unset = UNSET
    """Id of the task"""
    point_width: str | Unset = UNSET
    """Column of the point, pixels from the left edge of the tile"""
    point_height: str | Unset = UNSET
    """Row of the point, pixels from the upper edge of the tile"""
    longitude: str | Unset = UNSET
    """Longitude of the control point, decimal text"""
    latitude: str | Unset = UNSET
    """Latitude of the control point, decimal text"""
    height: str | Unset = UNSET
    """Height of the control point, decimal text"""
    accuracy: str | Unset = UNSET
    """Accuracy of the control point, decimal text"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image_code = self.image_code

        id = self.id

        task_id = self.task_id

        point_width = self.point_width

        point_height = self.point_height

        longitude = self.longitude

        latitude = self.latitude

        height = self.height

        accuracy = self.accuracy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if image_code is not UNSET:
            field_dict["imageCode"] = image_code
        if id is not UNSET:
            field_dict["id"] = id
        if task_id is not UNSET:
            field_dict["taskId"] = task_id
        if point_width is not UNSET:
            field_dict["pointWidth"] = point_width
        if point_height is not UNSET:
            field_dict["pointHeight"] = point_height
        if longitude is not UNSET:
            field_dict["longitude"] = longitude
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if height is not UNSET:
            field_dict["height"] = height
        if accuracy is not UNSET:
            field_dict["accuracy"] = accuracy

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_code = d.pop("imageCode", UNSET)
        if image_code is None:
            image_code = UNSET

        id = d.pop("id", UNSET)
        if id is None:
            id = UNSET

        task_id = d.pop("taskId", UNSET)
        if task_id is None:
            task_id = UNSET

        point_width = d.pop("pointWidth", UNSET)
        if point_width is None:
            point_width = UNSET

        point_height = d.pop("pointHeight", UNSET)
        if point_height is None:
            point_height = UNSET

        longitude = d.pop("longitude", UNSET)
        if longitude is None:
            longitude = UNSET

        latitude = d.pop("latitude", UNSET)
        if latitude is None:
            latitude = UNSET

        height = d.pop("height", UNSET)
        if height is None:
            height = UNSET

        accuracy = d.pop("accuracy", UNSET)
        if accuracy is None:
            accuracy = UNSET

        mark_point = cls(
            image_code,
            id,
            task_id,
            point_width,
            point_height,
            longitude,
            latitude,
            height,
            accuracy,
        )

        mark_point.additional_properties = d
        return mark_point

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
