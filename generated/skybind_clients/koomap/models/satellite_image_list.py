# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SatelliteImageList")


@_attrs_define
class SatelliteImageList:
    """A page of satellite images

    Source: seed 4.4.1; C-42
    """

    data_info: list[SatelliteImage] | Unset = UNSET
    """The images"""
    page: PageInfo | Unset = UNSET
    """Where this page lies in the list"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data_info: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.data_info, Unset):
            data_info = []
            for data_info_item_data in self.data_info:
                data_info_item = data_info_item_data.to_dict()
                data_info.append(data_info_item)

        page: dict[str, Any] | Unset = UNSET
        if not isinstance(self.page, Unset):
            page = self.page.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if data_info is not UNSET:
            field_dict["data_info"] = data_info
        if page is not UNSET:
            field_dict["page"] = page

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _data_info: Any = d.pop("data_info", UNSET)
        data_info: list[SatelliteImage] | Unset = UNSET
        if not isinstance(_data_info, Unset) and _data_info is not None:
            data_info = []
            for data_info_item_data in _data_info:
                data_info_item = SatelliteImage.from_dict(data_info_item_data)

                data_info.append(data_info_item)

        _page: Any = d.pop("page", UNSET)
        page: PageInfo | Unset
        if _page is UNSET or _page is None:
            page = UNSET
        else:
            page = PageInfo.from_dict(_page)

        satellite_image_list = cls(
            data_info,
            page,
        )

        satellite_image_list.additional_properties = d
        return satellite_image_list

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


from ..models.page_info import PageInfo  # noqa: E402
from ..models.satellite_image import SatelliteImage  # noqa: E402
