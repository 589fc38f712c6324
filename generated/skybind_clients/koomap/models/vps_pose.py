# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="VpsPose")


@_attrs_define
class VpsPose:
    """A camera pose

    Source: seed 4.10.1; C-75
    """

    r: list[float] | Unset = UNSET
    """Rotation matrix, row by row"""
    t: list[float] | Unset = UNSET
    """Position x, y, z"""
    confidence: float | Unset = UNSET
    """How sure the pose is"""
    k: list[float] | Unset = UNSET
    """Intrinsics that the calibration takes by default"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        r: list[float] | Unset = UNSET
        if not isinstance(self.r, Unset):
            r = self.r

        t: list[float] | Unset = UNSET
        if not isinstance(self.t, Unset):
            t = self.t

        confidence = self.confidence

        k: list[float] | Unset = UNSET
        if not isinstance(self.k, Unset):
            k = self.k

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if r is not UNSET:
            field_dict["r"] = r
        if t is not UNSET:
            field_dict["t"] = t
        if confidence is not UNSET:
            field_dict["confidence"] = confidence
        if k is not UNSET:
            field_dict["K"] = k

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _r: Any = d.pop("r", UNSET)
        r = cast(list[float] | Unset, UNSET if _r is None else _r)

        _t: Any = d.pop("t", UNSET)
        t = cast(list[float] | Unset, UNSET if _t is None else _t)

        confidence = d.pop("confidence", UNSET)
        if confidence is None:
            confidence = UNSET

        _k: Any = d.pop("K", UNSET)
        k = cast(list[float] | Unset, UNSET if _k is None else _k)

        vps_pose = cls(
            r,
            t,
            confidence,
            k,
        )

        vps_pose.additional_properties = d
        return vps_pose

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
