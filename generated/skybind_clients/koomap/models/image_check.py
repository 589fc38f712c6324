# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.production_level import ProductionLevel

T = TypeVar("T", bound="ImageCheck")


@_attrs_define
class ImageCheck:
    """Raw images that a task shall use

    Source: seed 4.2.8
    """

    data_ids: list[str]
    """Ids of the raw images"""
    production_level: ProductionLevel
    """Processing level of the result"""
    task_name: str
    """Name of the task"""
    coordination: str
    """Coordinate system of the result"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data_ids = self.data_ids

        production_level = ProductionLevel(self.production_level).value

        task_name = self.task_name

        coordination = self.coordination

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data_ids": data_ids,
                "production_level": production_level,
                "task_name": task_name,
                "coordination": coordination,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _data_ids: Any = d.pop("data_ids")
        data_ids = cast(list[str], [] if _data_ids is None else _data_ids)

        production_level = ProductionLevel.of(d.pop("production_level"))

        task_name = d.pop("task_name")

        coordination = d.pop("coordination")

        image_check = cls(
            data_ids,
            production_level,
            task_name,
            coordination,
        )

        image_check.additional_properties = d
        return image_check

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
