# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.folder_status_text import FolderStatusText
from ..models.list_order import ListOrder
from ..types import UNSET, Unset

T = TypeVar("T", bound="FolderCondition")


@_attrs_define
class FolderCondition:
    """What folders must fit

    Source: seed 4.9.1
    """

    folder_name: str | Unset = UNSET
    """Name of the folder"""
    folder_alias: str | Unset = UNSET
    """Alias of the folder"""
    folder_desc: str | Unset = UNSET
    """Description of the folder"""
    from_: str | Unset = UNSET
    """Only folders uploaded at or after this time"""
    to: str | Unset = UNSET
    """Only folders uploaded at or before this time"""
    status: FolderStatusText | Unset = UNSET
    """State of the import"""
    order: ListOrder | Unset = UNSET
    """Order of the list"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        folder_name = self.folder_name

        folder_alias = self.folder_alias

        folder_desc = self.folder_desc

        from_ = self.from_

        to = self.to

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = FolderStatusText(self.status).value

        order: str | Unset = UNSET
        if not isinstance(self.order, Unset):
            order = ListOrder(self.order).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if folder_name is not UNSET:
            field_dict["folder_name"] = folder_name
        if folder_alias is not UNSET:
            field_dict["folder_alias"] = folder_alias
        if folder_desc is not UNSET:
            field_dict["folder_desc"] = folder_desc
        if from_ is not UNSET:
            field_dict["from"] = from_
        if to is not UNSET:
            field_dict["to"] = to
        if status is not UNSET:
            field_dict["status"] = status
        if order is not UNSET:
            field_dict["order"] = order

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        folder_name = d.pop("folder_name", UNSET)
        if folder_name is None:
            folder_name = UNSET

        folder_alias = d.pop("folder_alias", UNSET)
        if folder_alias is None:
            folder_alias = UNSET

        folder_desc = d.pop("folder_desc", UNSET)
        if folder_desc is None:
            folder_desc = UNSET

        from_ = d.pop("from", UNSET)
        if from_ is None:
            from_ = UNSET

        to = d.pop("to", UNSET)
        if to is None:
            to = UNSET

        _status: Any = d.pop("status", UNSET)
        status: FolderStatusText | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = FolderStatusText.of(_status)

        _order: Any = d.pop("order", UNSET)
        order: ListOrder | Unset
        if _order is UNSET or _order is None:
            order = UNSET
        else:
            order = ListOrder.of(_order)

        folder_condition = cls(
            folder_name,
            folder_alias,
            folder_desc,
            from_,
            to,
            status,
            order,
        )

        folder_condition.additional_properties = d
        return folder_condition

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
