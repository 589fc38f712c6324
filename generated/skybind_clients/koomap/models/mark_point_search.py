# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="MarkPointSearch")


@_attrs_define
class MarkPointSearch:
    """Whose mark points

    Source: seed 4.8.3
    """

    image_code: str
    """Id of the photo"""
    task_id: str
    """Id of the task"""
    offset: int | Unset = UNSET
    """Records to skip"""
    limit: int | Unset = UNSET
    """Records a page"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image_code = self.image_code

        task_id = self.task_id

        offset = self.offset

        limit = self.limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "imageCode": image_code,
                "taskId": task_id,
            }
        )
        if offset is not UNSET:
            field_dict["offset"] = offset
        if limit is not UNSET:
            field_dict["limit"] = limit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_code = d.pop("imageCode")

        task_id = d.pop("taskId")

        offset = d.pop("offset", UNSET)
        if offset is None:
            offset = UNSET

        limit = d.pop("limit", UNSET)
        if limit is None:
            limit = UNSET

        mark_point_search = cls(
            image_code,
            task_id,
            offset,
            limit,
        )

        mark_point_search.additional_properties = d
        return mark_point_search

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
