# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RefineProductSubtask")


@_attrs_define
class RefineProductSubtask:
    """The refine subtask that made a product

    Source: seed 4.9.4; C-68
    """

    subtask_name: str | Unset = UNSET
    """Name of the refine subtask"""
    subtask_id: str | Unset = UNSET
    """Id of the refine subtask"""
    create_time: str | Unset = UNSET
    """When it was made, UTC"""
    completed_time: str | Unset = UNSET
    """When it ended, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        subtask_name = self.subtask_name

        subtask_id = self.subtask_id

        create_time = self.create_time

        completed_time = self.completed_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if subtask_name is not UNSET:
            field_dict["subtask_name"] = subtask_name
        if subtask_id is not UNSET:
            field_dict["subtask_id"] = subtask_id
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if completed_time is not UNSET:
            field_dict["completed_time"] = completed_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subtask_name = d.pop("subtask_name", UNSET)
        if subtask_name is None:
            subtask_name = UNSET

        subtask_id = d.pop("subtask_id", UNSET)
        if subtask_id is None:
            subtask_id = UNSET

        create_time = d.pop("create_time", UNSET)
        if create_time is None:
            create_time = UNSET

        completed_time = d.pop("completed_time", UNSET)
        if completed_time is None:
            completed_time = UNSET

        refine_product_subtask = cls(
            subtask_name,
            subtask_id,
            create_time,
            completed_time,
        )

        refine_product_subtask.additional_properties = d
        return refine_product_subtask

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
