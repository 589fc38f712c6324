# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Real3DUsageList")


@_attrs_define
class Real3DUsageList:
    """Real-scene 3D usage

    Source: seed 4.7.1
    """

    data: list[Real3DUsageRecord] | Unset = UNSET
    """The records"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.data, Unset):
            data = []
            for data_item_data in self.data:
                data_item = data_item_data.to_dict()
                data.append(data_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if data is not UNSET:
            field_dict["data"] = data

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _data: Any = d.pop("data", UNSET)
        data: list[Real3DUsageRecord] | Unset = UNSET
        if not isinstance(_data, Unset) and _data is not None:
            data = []
            for data_item_data in _data:
                data_item = Real3DUsageRecord.from_dict(data_item_data)

                data.append(data_item)

        real_3d_usage_list = cls(
            data,
        )

        real_3d_usage_list.additional_properties = d
        return real_3d_usage_list

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


from ..models.real_3d_usage_record import Real3DUsageRecord  # noqa: E402
