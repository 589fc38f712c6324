# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.navi_turn import NaviTurn
from ..types import UNSET, Unset

T = TypeVar("T", bound="NaviStep")


@_attrs_define
class NaviStep:
    """One step of a way

    Source: seed 4.11.1; C-75
    """

    link_id: str | Unset = UNSET
    """Id of the road section"""
    x: float | str | Unset = UNSET
    """x"""
    y: float | str | Unset = UNSET
    """y"""
    z: float | str | Unset = UNSET
    """z"""
    floor: str | Unset = UNSET
    """Floor"""
    building: str | Unset = UNSET
    """Building or floor, in words"""
    status: NaviTurn | Unset = UNSET
    """What to do here"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        link_id = self.link_id

        x: float | str | Unset
        if isinstance(self.x, Unset):
            x = UNSET
        else:
            x = self.x

        y: float | str | Unset
        if isinstance(self.y, Unset):
            y = UNSET
        else:
            y = self.y

        z: float | str | Unset
        if isinstance(self.z, Unset):
            z = UNSET
        else:
            z = self.z

        floor = self.floor

        building = self.building

        status: int | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = NaviTurn(self.status).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if link_id is not UNSET:
            field_dict["linkID"] = link_id
        if x is not UNSET:
            field_dict["x"] = x
        if y is not UNSET:
            field_dict["y"] = y
        if z is not UNSET:
            field_dict["z"] = z
        if floor is not UNSET:
            field_dict["floor"] = floor
        if building is not UNSET:
            field_dict["building"] = building
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        link_id = d.pop("linkID", UNSET)
        if link_id is None:
            link_id = UNSET

        def _parse_x(data: object) -> float | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(float | str | Unset, data)

        x = _parse_x(d.pop("x", UNSET))

        def _parse_y(data: object) -> float | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(float | str | Unset, data)

        y = _parse_y(d.pop("y", UNSET))

        def _parse_z(data: object) -> float | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(float | str | Unset, data)

        z = _parse_z(d.pop("z", UNSET))

        floor = d.pop("floor", UNSET)
        if floor is None:
            floor = UNSET

        building = d.pop("building", UNSET)
        if building is None:
            building = UNSET

        _status: Any = d.pop("status", UNSET)
        status: NaviTurn | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = NaviTurn.of(_status)

        navi_step = cls(
            link_id,
            x,
            y,
            z,
            floor,
            building,
            status,
        )

        navi_step.additional_properties = d
        return navi_step

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
