# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NaviPayload")


@_attrs_define
class NaviPayload:
    """From where to where

    Source: seed 4.11.1
    """

    from_: NaviPosition
    """Where the way begins"""
    to: NaviPosition
    """Where the way ends"""
    utm: str
    """UTM code of the area"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.to_dict()

        to = self.to.to_dict()

        utm = self.utm

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "to": to,
                "utm": utm,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = NaviPosition.from_dict(d.pop("from"))

        to = NaviPosition.from_dict(d.pop("to"))

        utm = d.pop("utm")

        navi_payload = cls(
            from_,
            to,
            utm,
        )

        navi_payload.additional_properties = d
        return navi_payload

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


from ..models.navi_position import NaviPosition  # noqa: E402
