# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="FlighttaskExecute")


@_attrs_define
class FlighttaskExecute:
    """Start a task that was prepared: the aircraft takes off

    Source: client-code platform; doc 1.11.3, 1.15
    """

    flight_id: str
    """The caller's name for the task: prepare, execute, progress and media are linked by it"""
    multi_dock_task: MultiDockTask | Unset = UNSET
    """Where to take off and land, for a task between two docks"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        flight_id = self.flight_id

        multi_dock_task: dict[str, Any] | Unset = UNSET
        if not isinstance(self.multi_dock_task, Unset):
            multi_dock_task = self.multi_dock_task.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "flight_id": flight_id,
            }
        )
        if multi_dock_task is not UNSET:
            field_dict["multi_dock_task"] = multi_dock_task

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        flight_id = d.pop("flight_id")

        _multi_dock_task: Any = d.pop("multi_dock_task", UNSET)
        multi_dock_task: MultiDockTask | Unset
        if _multi_dock_task is UNSET or _multi_dock_task is None:
            multi_dock_task = UNSET
        else:
            multi_dock_task = MultiDockTask.from_dict(_multi_dock_task)

        flighttask_execute = cls(
            flight_id,
            multi_dock_task,
        )

        flighttask_execute.additional_properties = d
        return flighttask_execute

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


from ..models.multi_dock_task import MultiDockTask  # noqa: E402
