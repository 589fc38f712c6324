# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.yes_or_no import YesOrNo
from ..types import UNSET, Unset

T = TypeVar("T", bound="WorkspaceChange")


@_attrs_define
class WorkspaceChange:
    """What to change about a workspace

    Source: seed 4.1.3
    """

    workspace_name: str | Unset = UNSET
    """Name of the workspace"""
    workspace_description: str | Unset = UNSET
    """What the workspace is for"""
    star: YesOrNo | Unset = UNSET
    """Whether it is pinned to the top; an account pins at most 4"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        workspace_name = self.workspace_name

        workspace_description = self.workspace_description

        star: int | Unset = UNSET
        if not isinstance(self.star, Unset):
            star = YesOrNo(self.star).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if workspace_name is not UNSET:
            field_dict["workspace_name"] = workspace_name
        if workspace_description is not UNSET:
            field_dict["workspace_description"] = workspace_description
        if star is not UNSET:
            field_dict["star"] = star

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        workspace_name = d.pop("workspace_name", UNSET)
        if workspace_name is None:
            workspace_name = UNSET

        workspace_description = d.pop("workspace_description", UNSET)
        if workspace_description is None:
            workspace_description = UNSET

        _star: Any = d.pop("star", UNSET)
        star: YesOrNo | Unset
        if _star is UNSET or _star is None:
            star = UNSET
        else:
            star = YesOrNo.of(_star)

        workspace_change = cls(
            workspace_name,
            workspace_description,
            star,
        )

        workspace_change.additional_properties = d
        return workspace_change

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
