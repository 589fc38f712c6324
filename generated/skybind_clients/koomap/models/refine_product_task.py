# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RefineProductTask")


@_attrs_define
class RefineProductTask:
    """The task whose model was refined

    Source: seed 4.9.4; C-68
    """

    task_id: str | Unset = UNSET
    """Id of the task"""
    task_name: str | Unset = UNSET
    """Name of the task"""
    workspace_id: str | Unset = UNSET
    """Id of the workspace"""
    task_params: str | Unset = UNSET
    """How it was modelled, as the text of a JSON object"""
    task_exec_start_time: str | Unset = UNSET
    """When the run began, UTC"""
    task_exec_end_time: str | Unset = UNSET
    """When the run ended, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        task_id = self.task_id

        task_name = self.task_name

        workspace_id = self.workspace_id

        task_params = self.task_params

        task_exec_start_time = self.task_exec_start_time

        task_exec_end_time = self.task_exec_end_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if task_id is not UNSET:
            field_dict["task_id"] = task_id
        if task_name is not UNSET:
            field_dict["task_name"] = task_name
        if workspace_id is not UNSET:
            field_dict["workspace_id"] = workspace_id
        if task_params is not UNSET:
            field_dict["task_params"] = task_params
        if task_exec_start_time is not UNSET:
            field_dict["task_exec_start_time"] = task_exec_start_time
        if task_exec_end_time is not UNSET:
            field_dict["task_exec_end_time"] = task_exec_end_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_id = d.pop("task_id", UNSET)
        if task_id is None:
            task_id = UNSET

        task_name = d.pop("task_name", UNSET)
        if task_name is None:
            task_name = UNSET

        workspace_id = d.pop("workspace_id", UNSET)
        if workspace_id is None:
            workspace_id = UNSET

        task_params = d.pop("task_params", UNSET)
        if task_params is None:
            task_params = UNSET

        task_exec_start_time = d.pop("task_exec_start_time", UNSET)
        if task_exec_start_time is None:
            task_exec_start_time = UNSET

        task_exec_end_time = d.pop("task_exec_end_time", UNSET)
        if task_exec_end_time is None:
            task_exec_end_time = UNSET

        refine_product_task = cls(
            task_id,
            task_name,
            workspace_id,
            task_params,
            task_exec_start_time,
            task_exec_end_time,
        )

        refine_product_task.additional_properties = d
        return refine_product_task

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
