# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.yes_or_no import YesOrNo
from ..types import UNSET, Unset

T = TypeVar("T", bound="Workspace")


@_attrs_define
class Workspace:
    """A workspace (工作共享空间)

    Source: seed 4.1.1, 4.1.2, 4.1.3
    """

    workspace_id: str | Unset = UNSET
    """Id of the workspace"""
    workspace_name: str | Unset = UNSET
    """Name of the workspace"""
    workspace_description: str | Unset = UNSET
    """What the workspace is for"""
    tenant_domain_id: str | Unset = UNSET
    """Account (IAM domain) that owns it"""
    creator: str | Unset = UNSET
    """User who made it"""
    latest_operator: str | Unset = UNSET
    """User who last changed it or ran something on it"""
    create_time: str | Unset = UNSET
    """When it was made, UTC"""
    update_time: str | Unset = UNSET
    """When it last changed, UTC"""
    star: YesOrNo | Unset = UNSET
    """Whether it is pinned to the top; an account pins at most 4"""
    can_delete: bool | Unset = UNSET
    """Deletion mark. The manual says true means it cannot be deleted (pinned, or with tasks), the name says the
    opposite. Never decide by it
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        workspace_id = self.workspace_id

        workspace_name = self.workspace_name

        workspace_description = self.workspace_description

        tenant_domain_id = self.tenant_domain_id

        creator = self.creator

        latest_operator = self.latest_operator

        create_time = self.create_time

        update_time = self.update_time

        star: int | Unset = UNSET
        if not isinstance(self.star, Unset):
            star = YesOrNo(self.star).value

        can_delete = self.can_delete

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if workspace_id is not UNSET:
            field_dict["workspace_id"] = workspace_id
        if workspace_name is not UNSET:
            field_dict["workspace_name"] = workspace_name
        if workspace_description is not UNSET:
            field_dict["workspace_description"] = workspace_description
        if tenant_domain_id is not UNSET:
            field_dict["tenant_domain_id"] = tenant_domain_id
        if creator is not UNSET:
            field_dict["creator"] = creator
        if latest_operator is not UNSET:
            field_dict["latest_operator"] = latest_operator
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if update_time is not UNSET:
            field_dict["update_time"] = update_time
        if star is not UNSET:
            field_dict["star"] = star
        if can_delete is not UNSET:
            field_dict["can_delete"] = can_delete

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        workspace_id = d.pop("workspace_id", UNSET)
        if workspace_id is None:
            workspace_id = UNSET

        workspace_name = d.pop("workspace_name", UNSET)
        if workspace_name is None:
            workspace_name = UNSET

        workspace_description = d.pop("workspace_description", UNSET)
        if workspace_description is None:
            workspace_description = UNSET

        tenant_domain_id = d.pop("tenant_domain_id", UNSET)
        if tenant_domain_id is None:
            tenant_domain_id = UNSET

        creator = d.pop("creator", UNSET)
        if creator is None:
            creator = UNSET

        latest_operator = d.pop("latest_operator", UNSET)
        if latest_operator is None:
            latest_operator = UNSET

        create_time = d.pop("create_time", UNSET)
        if create_time is None:
            create_time = UNSET

        update_time = d.pop("update_time", UNSET)
        if update_time is None:
            update_time = UNSET

        _star: Any = d.pop("star", UNSET)
        star: YesOrNo | Unset
        if _star is UNSET or _star is None:
            star = UNSET
        else:
            star = YesOrNo.of(_star)

        can_delete = d.pop("can_delete", UNSET)
        if can_delete is None:
            can_delete = UNSET

        workspace = cls(
            workspace_id,
            workspace_name,
            workspace_description,
            tenant_domain_id,
            creator,
            latest_operator,
            create_time,
            update_time,
            star,
            can_delete,
        )

        workspace.additional_properties = d
        return workspace

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
