# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LinkCenterNode")


@_attrs_define
class LinkCenterNode:
    """The aircraft in a pairing

    Source: client-code platform; doc flighttask_execute center_node
    """

    sdr_id: int
    """Scrambling code of the radio"""
    sn: str
    """Serial number of the aircraft"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sdr_id = self.sdr_id

        sn = self.sn

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sdr_id": sdr_id,
                "sn": sn,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sdr_id = d.pop("sdr_id")

        sn = d.pop("sn")

        link_center_node = cls(
            sdr_id,
            sn,
        )

        link_center_node.additional_properties = d
        return link_center_node

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
