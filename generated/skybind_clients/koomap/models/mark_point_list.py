# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="MarkPointList")


@_attrs_define
class MarkPointList:
    """A page of mark points

    Source: seed 4.8.3; C-23
    """

    spur_infos: list[MarkPoint] | Unset = UNSET
    """The mark points"""
    page: PageInfo | Unset = UNSET
    """Where this page lies in the list"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        spur_infos: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.spur_infos, Unset):
            spur_infos = []
            for spur_infos_item_data in self.spur_infos:
                spur_infos_item = spur_infos_item_data.to_dict()
                spur_infos.append(spur_infos_item)

        page: dict[str, Any] | Unset = UNSET
        if not isinstance(self.page, Unset):
            page = self.page.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if spur_infos is not UNSET:
            field_dict["spurInfos"] = spur_infos
        if page is not UNSET:
            field_dict["page"] = page

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _spur_infos: Any = d.pop("spurInfos", UNSET)
        spur_infos: list[MarkPoint] | Unset = UNSET
        if not isinstance(_spur_infos, Unset) and _spur_infos is not None:
            spur_infos = []
            for spur_infos_item_data in _spur_infos:
                spur_infos_item = MarkPoint.from_dict(spur_infos_item_data)

                spur_infos.append(spur_infos_item)

        _page: Any = d.pop("page", UNSET)
        page: PageInfo | Unset
        if _page is UNSET or _page is None:
            page = UNSET
        else:
            page = PageInfo.from_dict(_page)

        mark_point_list = cls(
            spur_infos,
            page,
        )

        mark_point_list.additional_properties = d
        return mark_point_list

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


from ..models.mark_point import MarkPoint  # noqa: E402
from ..models.page_info import PageInfo  # noqa: E402
