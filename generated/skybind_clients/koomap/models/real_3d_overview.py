# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Real3DOverview")


@_attrs_define
class Real3DOverview:
    """Number of real-scene 3D tasks of a workspace by state

    Source: seed 4.5.8; C-54
    """

    workspace_id: str | Unset = UNSET
    """Id of the workspace"""
    total_count: int | Unset = UNSET
    """All tasks"""
    running_count: int | Unset = UNSET
    """Tasks in PENDING, STARTING, RUNNING or STOPPING"""
    success_count: int | Unset = UNSET
    """Tasks in SUCCESS or STOP_SUCCESS"""
    failed_count: int | Unset = UNSET
    """Tasks in START_FAILED or FAILED"""
    archived_count: int | Unset = UNSET
    """Tasks in ARCHIVED"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        workspace_id = self.workspace_id

        total_count = self.total_count

        running_count = self.running_count

        success_count = self.success_count

        failed_count = self.failed_count

        archived_count = self.archived_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if workspace_id is not UNSET:
            field_dict["workspace_id"] = workspace_id
        if total_count is not UNSET:
            field_dict["total_count"] = total_count
        if running_count is not UNSET:
            field_dict["running_count"] = running_count
        if success_count is not UNSET:
            field_dict["success_count"] = success_count
        if failed_count is not UNSET:
            field_dict["failed_count"] = failed_count
        if archived_count is not UNSET:
            field_dict["archived_count"] = archived_count

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        workspace_id = d.pop("workspace_id", UNSET)
        if workspace_id is None:
            workspace_id = UNSET

        total_count = d.pop("total_count", UNSET)
        if total_count is None:
            total_count = UNSET

        running_count = d.pop("running_count", UNSET)
        if running_count is None:
            running_count = UNSET

        success_count = d.pop("success_count", UNSET)
        if success_count is None:
            success_count = UNSET

        failed_count = d.pop("failed_count", UNSET)
        if failed_count is None:
            failed_count = UNSET

        archived_count = d.pop("archived_count", UNSET)
        if archived_count is None:
            archived_count = UNSET

        real_3d_overview = cls(
            workspace_id,
            total_count,
            running_count,
            success_count,
            failed_count,
            archived_count,
        )

        real_3d_overview.additional_properties = d
        return real_3d_overview

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
