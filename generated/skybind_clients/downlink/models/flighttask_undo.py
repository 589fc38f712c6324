# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FlighttaskUndo")


@_attrs_define
class FlighttaskUndo:
    """Take back tasks that have not begun

    Source: client-code platform; doc 1.11.3, 1.15
    """

    flight_ids: list[str]
    """Tasks to take back, by flight_id. A task that has begun is not stopped"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        flight_ids = self.flight_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "flight_ids": flight_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _flight_ids: Any = d.pop("flight_ids")
        flight_ids = cast(list[str], [] if _flight_ids is None else _flight_ids)

        flighttask_undo = cls(
            flight_ids,
        )

        flighttask_undo.additional_properties = d
        return flighttask_undo

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
