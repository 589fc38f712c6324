# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MediaModels")


@_attrs_define
class MediaModels:
    """Models of a project

    Source: client-code PYC, GO, DE
    """

    list_: list[MediaModel] | None
    """Entries; null for none"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        list_: list[dict[str, Any]] | None
        if isinstance(self.list_, list):
            list_ = []
            for list_type_0_item_data in self.list_:
                list_type_0_item = list_type_0_item_data.to_dict()
                list_.append(list_type_0_item)

        else:
            list_ = self.list_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "list": list_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_list_(data: object) -> list[MediaModel] | None:
            if data is None:
                return None
            if not isinstance(data, list):
                raise TypeError(f"list cannot be {type(data).__name__}")
            _list_type_0: Any = data
            list_type_0 = []
            for list_type_0_item_data in [] if _list_type_0 is None else _list_type_0:
                list_type_0_item = MediaModel.from_dict(list_type_0_item_data)

                list_type_0.append(list_type_0_item)

            return list_type_0

        list_ = _parse_list_(d.pop("list"))

        media_models = cls(
            list_,
        )

        media_models.additional_properties = d
        return media_models

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


from ..models.media_model import MediaModel  # noqa: E402
