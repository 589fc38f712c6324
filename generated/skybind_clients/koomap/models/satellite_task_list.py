# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SatelliteTaskList")


@_attrs_define
class SatelliteTaskList:
    """A page of satellite tasks

    Source: seed 4.2.3
    """

    page: PageInfo | Unset = UNSET
    """Where this page lies in the list"""
    data: list[SatelliteTask] | Unset = UNSET
    """The records"""
    task_num_vo: list[SatelliteTaskCounts] | SatelliteTaskCounts | Unset = UNSET
    """Number of tasks by state"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        page: dict[str, Any] | Unset = UNSET
        if not isinstance(self.page, Unset):
            page = self.page.to_dict()

        data: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.data, Unset):
            data = []
            for data_item_data in self.data:
                data_item = data_item_data.to_dict()
                data.append(data_item)

        task_num_vo: dict[str, Any] | list[dict[str, Any]] | Unset
        if isinstance(self.task_num_vo, Unset):
            task_num_vo = UNSET
        elif isinstance(self.task_num_vo, SatelliteTaskCounts):
            task_num_vo = self.task_num_vo.to_dict()
        else:
            task_num_vo = []
            for task_num_vo_type_1_item_data in self.task_num_vo:
                task_num_vo_type_1_item = task_num_vo_type_1_item_data.to_dict()
                task_num_vo.append(task_num_vo_type_1_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if page is not UNSET:
            field_dict["page"] = page
        if data is not UNSET:
            field_dict["data"] = data
        if task_num_vo is not UNSET:
            field_dict["taskNumVo"] = task_num_vo

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _page: Any = d.pop("page", UNSET)
        page: PageInfo | Unset
        if _page is UNSET or _page is None:
            page = UNSET
        else:
            page = PageInfo.from_dict(_page)

        _data: Any = d.pop("data", UNSET)
        data: list[SatelliteTask] | Unset = UNSET
        if not isinstance(_data, Unset) and _data is not None:
            data = []
            for data_item_data in _data:
                data_item = SatelliteTask.from_dict(data_item_data)

                data.append(data_item)

        def _parse_task_num_vo(data: object) -> list[SatelliteTaskCounts] | SatelliteTaskCounts | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                task_num_vo_type_0 = SatelliteTaskCounts.from_dict(data)

                return task_num_vo_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, list):
                raise TypeError(f"taskNumVo cannot be {type(data).__name__}")
            _task_num_vo_type_1: Any = data
            task_num_vo_type_1 = []
            for task_num_vo_type_1_item_data in [] if _task_num_vo_type_1 is None else _task_num_vo_type_1:
                task_num_vo_type_1_item = SatelliteTaskCounts.from_dict(task_num_vo_type_1_item_data)

                task_num_vo_type_1.append(task_num_vo_type_1_item)

            return task_num_vo_type_1

        task_num_vo = _parse_task_num_vo(d.pop("taskNumVo", UNSET))

        satellite_task_list = cls(
            page,
            data,
            task_num_vo,
        )

        satellite_task_list.additional_properties = d
        return satellite_task_list

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


from ..models.page_info import PageInfo  # noqa: E402
from ..models.satellite_task import SatelliteTask  # noqa: E402
from ..models.satellite_task_counts import SatelliteTaskCounts  # noqa: E402
