# Made by `python scripts/generate.py` from specs/tiny/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.state import State
from ..types import UNSET, Unset

T = TypeVar("T", bound="Lamp")


@_attrs_define
class Lamp:
    """A lamp

    Source: made up
    """

    id: str
    """Id"""
    state: State
    """State of a lamp"""
    seen_at: datetime.datetime | Unset = UNSET
    """When it last answered"""
    pin: str | Unset = _attrs_field(default=UNSET, repr=False)
    """Opens its housing"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state = State(self.state).value

        seen_at: str | Unset = UNSET
        if not isinstance(self.seen_at, Unset):
            seen_at = self.seen_at.isoformat()

        pin = self.pin

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
            }
        )
        if seen_at is not UNSET:
            field_dict["seenAt"] = seen_at
        if pin is not UNSET:
            field_dict["pin"] = pin

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        state = State.of(d.pop("state"))

        _seen_at: Any = d.pop("seenAt", UNSET)
        seen_at: datetime.datetime | Unset
        if _seen_at is UNSET or _seen_at is None or _seen_at == "":
            seen_at = UNSET
        else:
            seen_at = datetime.datetime.fromisoformat(_seen_at)

        pin = d.pop("pin", UNSET)
        if pin is None:
            pin = UNSET

        lamp = cls(
            id,
            state,
            seen_at,
            pin,
        )

        lamp.additional_properties = d
        return lamp

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
