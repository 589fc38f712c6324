# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewWorkspace")


@_attrs_define
class NewWorkspace:
    """A workspace to make

    Source: seed 4.1.1
    """

    workspace_name: str
    """Name of the workspace"""
    workspace_description: str | Unset = UNSET
    """What the workspace is for"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        workspace_name = self.workspace_name

        workspace_description = self.workspace_description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "workspace_name": workspace_name,
            }
        )
        if workspace_description is not UNSET:
            field_dict["workspace_description"] = workspace_description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        workspace_name = d.pop("workspace_name")

        workspace_description = d.pop("workspace_description", UNSET)
        if workspace_description is None:
            workspace_description = UNSET

        new_workspace = cls(
            workspace_name,
            workspace_description,
        )

        new_workspace.additional_properties = d
        return new_workspace

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
