# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FlyToPointUpdate")


@_attrs_define
class FlyToPointUpdate:
    """Change the point of the flight that is under way

    Source: client-code platform; doc 1.11.3, 1.15
    """

    max_speed: int
    """Top speed from now on, m/s"""
    points: list[TargetPoint]
    """The target; just one"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        max_speed = self.max_speed

        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "max_speed": max_speed,
                "points": points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        max_speed = d.pop("max_speed")

        _points: Any = d.pop("points")
        points = []
        for points_item_data in [] if _points is None else _points:
            points_item = TargetPoint.from_dict(points_item_data)

            points.append(points_item)

        fly_to_point_update = cls(
            max_speed,
            points,
        )

        fly_to_point_update.additional_properties = d
        return fly_to_point_update

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


from ..models.target_point import TargetPoint  # noqa: E402
