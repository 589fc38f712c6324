# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="FolderSearch")


@_attrs_define
class FolderSearch:
    """Which folders, and which page of them

    Source: seed 4.9.1
    """

    offset: int | Unset = UNSET
    """Records to skip"""
    limit: int | Unset = UNSET
    """Records a page"""
    condition: FolderCondition | Unset = UNSET
    """What the folders must fit"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        offset = self.offset

        limit = self.limit

        condition: dict[str, Any] | Unset = UNSET
        if not isinstance(self.condition, Unset):
            condition = self.condition.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if offset is not UNSET:
            field_dict["offset"] = offset
        if limit is not UNSET:
            field_dict["limit"] = limit
        if condition is not UNSET:
            field_dict["condition"] = condition

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        offset = d.pop("offset", UNSET)
        if offset is None:
            offset = UNSET

        limit = d.pop("limit", UNSET)
        if limit is None:
            limit = UNSET

        _condition: Any = d.pop("condition", UNSET)
        condition: FolderCondition | Unset
        if _condition is UNSET or _condition is None:
            condition = UNSET
        else:
            condition = FolderCondition.from_dict(_condition)

        folder_search = cls(
            offset,
            limit,
            condition,
        )

        folder_search.additional_properties = d
        return folder_search

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


from ..models.folder_condition import FolderCondition  # noqa: E402
