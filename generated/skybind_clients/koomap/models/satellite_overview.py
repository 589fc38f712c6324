# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SatelliteOverview")


@_attrs_define
class SatelliteOverview:
    """Number of satellite tasks of a workspace

    Source: seed 4.2.2; C-39
    """

    total: int | Unset = UNSET
    """All tasks of the workspace"""
    finished: int | Unset = UNSET
    """Finished and archived tasks"""
    unfinished: int | Unset = UNSET
    """Tasks under way"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        finished = self.finished

        unfinished = self.unfinished

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if total is not UNSET:
            field_dict["total"] = total
        if finished is not UNSET:
            field_dict["finished"] = finished
        if unfinished is not UNSET:
            field_dict["unfinished"] = unfinished

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total", UNSET)
        if total is None:
            total = UNSET

        finished = d.pop("finished", UNSET)
        if finished is None:
            finished = UNSET

        unfinished = d.pop("unfinished", UNSET)
        if unfinished is None:
            unfinished = UNSET

        satellite_overview = cls(
            total,
            finished,
            unfinished,
        )

        satellite_overview.additional_properties = d
        return satellite_overview

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
