# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SatelliteTaskCounts")


@_attrs_define
class SatelliteTaskCounts:
    """Number of satellite tasks by state

    Source: seed 4.2.3
    """

    total_num: int | Unset = UNSET
    """All tasks"""
    failed_num: int | Unset = UNSET
    """Failed tasks"""
    archived_num: int | Unset = UNSET
    """Archived tasks"""
    success_num: int | Unset = UNSET
    """Tasks that succeeded"""
    running_num: int | Unset = UNSET
    """Tasks that run"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total_num = self.total_num

        failed_num = self.failed_num

        archived_num = self.archived_num

        success_num = self.success_num

        running_num = self.running_num

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if total_num is not UNSET:
            field_dict["totalNum"] = total_num
        if failed_num is not UNSET:
            field_dict["failedNum"] = failed_num
        if archived_num is not UNSET:
            field_dict["archivedNum"] = archived_num
        if success_num is not UNSET:
            field_dict["successNum"] = success_num
        if running_num is not UNSET:
            field_dict["runningNum"] = running_num

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total_num = d.pop("totalNum", UNSET)
        if total_num is None:
            total_num = UNSET

        failed_num = d.pop("failedNum", UNSET)
        if failed_num is None:
            failed_num = UNSET

        archived_num = d.pop("archivedNum", UNSET)
        if archived_num is None:
            archived_num = UNSET

        success_num = d.pop("successNum", UNSET)
        if success_num is None:
            success_num = UNSET

        running_num = d.pop("runningNum", UNSET)
        if running_num is None:
            running_num = UNSET

        satellite_task_counts = cls(
            total_num,
            failed_num,
            archived_num,
            success_num,
            running_num,
        )

        satellite_task_counts.additional_properties = d
        return satellite_task_counts

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
