# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Real3DTaskStart")


@_attrs_define
class Real3DTaskStart:
    """How far to run

    Source: seed 4.5.3; C-14
    """

    run_at_only: bool | Unset = UNSET
    """Stop after the aerial triangulation, in state BUNDLE_SUCCESS; only for tasks with control points"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        run_at_only = self.run_at_only

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if run_at_only is not UNSET:
            field_dict["run_AT_only"] = run_at_only

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        run_at_only = d.pop("run_AT_only", UNSET)
        if run_at_only is None:
            run_at_only = UNSET

        real_3d_task_start = cls(
            run_at_only,
        )

        real_3d_task_start.additional_properties = d
        return real_3d_task_start

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
