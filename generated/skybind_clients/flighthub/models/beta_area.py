# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BetaArea")


@_attrs_define
class BetaArea:
    """Part of the scene to reconstruct

    Source: doc AFB
    """

    polygon_points: list[BetaAreaPoint]
    """Corners"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        polygon_points = []
        for polygon_points_item_data in self.polygon_points:
            polygon_points_item = polygon_points_item_data.to_dict()
            polygon_points.append(polygon_points_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "polygon_points": polygon_points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _polygon_points: Any = d.pop("polygon_points")
        polygon_points = []
        for polygon_points_item_data in [] if _polygon_points is None else _polygon_points:
            polygon_points_item = BetaAreaPoint.from_dict(polygon_points_item_data)

            polygon_points.append(polygon_points_item)

        beta_area = cls(
            polygon_points,
        )

        beta_area.additional_properties = d
        return beta_area

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


from ..models.beta_area_point import BetaAreaPoint  # noqa: E402
