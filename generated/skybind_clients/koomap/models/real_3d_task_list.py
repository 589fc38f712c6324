# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Real3DTaskList")


@_attrs_define
class Real3DTaskList:
    """A page of real-scene 3D tasks

    Source: seed 4.5.7
    """

    tasks: list[Real3DTask] | Unset = UNSET
    """The tasks"""
    page: PageInfo | Unset = UNSET
    """Where this page lies in the list"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tasks: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.tasks, Unset):
            tasks = []
            for tasks_item_data in self.tasks:
                tasks_item = tasks_item_data.to_dict()
                tasks.append(tasks_item)

        page: dict[str, Any] | Unset = UNSET
        if not isinstance(self.page, Unset):
            page = self.page.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if tasks is not UNSET:
            field_dict["tasks"] = tasks
        if page is not UNSET:
            field_dict["page"] = page

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _tasks: Any = d.pop("tasks", UNSET)
        tasks: list[Real3DTask] | Unset = UNSET
        if not isinstance(_tasks, Unset) and _tasks is not None:
            tasks = []
            for tasks_item_data in _tasks:
                tasks_item = Real3DTask.from_dict(tasks_item_data)

                tasks.append(tasks_item)

        _page: Any = d.pop("page", UNSET)
        page: PageInfo | Unset
        if _page is UNSET or _page is None:
            page = UNSET
        else:
            page = PageInfo.from_dict(_page)

        real_3d_task_list = cls(
            tasks,
            page,
        )

        real_3d_task_list.additional_properties = d
        return real_3d_task_list

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
from ..models.real_3d_task import Real3DTask  # noqa: E402
