# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="JobPage")


@_attrs_define
class JobPage:
    """One page of jobs

    Source: client-code TS
    """

    list_: list[Job]
    """Entries"""
    page: int | Unset = UNSET
    """Page number"""
    rows: int | Unset = UNSET
    """Entries a page"""
    total: int | Unset = UNSET
    """Entries in all"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        list_ = []
        for list_item_data in self.list_:
            list_item = list_item_data.to_dict()
            list_.append(list_item)

        page = self.page

        rows = self.rows

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "list": list_,
            }
        )
        if page is not UNSET:
            field_dict["page"] = page
        if rows is not UNSET:
            field_dict["rows"] = rows
        if total is not UNSET:
            field_dict["total"] = total

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _list_: Any = d.pop("list")
        list_ = []
        for list_item_data in [] if _list_ is None else _list_:
            list_item = Job.from_dict(list_item_data)

            list_.append(list_item)

        page = d.pop("page", UNSET)
        if page is None:
            page = UNSET

        rows = d.pop("rows", UNSET)
        if rows is None:
            rows = UNSET

        total = d.pop("total", UNSET)
        if total is None:
            total = UNSET

        job_page = cls(
            list_,
            page,
            rows,
            total,
        )

        job_page.additional_properties = d
        return job_page

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


from ..models.job import Job  # noqa: E402
