# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Result")


@_attrs_define
class Result:
    """How the call went

    Source: client-code TS, VUE, TSB
    """

    code: int
    """0 is success; other codes are in this document's x-errors"""
    msg: str | Unset = UNSET
    """Message"""
    desc: str | Unset = UNSET
    """The code described, for people; may be missing"""
    trace_id: str | Unset = UNSET
    """Not seen in any public source; kept when it comes"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        msg = self.msg

        desc = self.desc

        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
            }
        )
        if msg is not UNSET:
            field_dict["msg"] = msg
        if desc is not UNSET:
            field_dict["desc"] = desc
        if trace_id is not UNSET:
            field_dict["trace_id"] = trace_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        msg = d.pop("msg", UNSET)
        if msg is None:
            msg = UNSET

        desc = d.pop("desc", UNSET)
        if desc is None:
            desc = UNSET

        trace_id = d.pop("trace_id", UNSET)
        if trace_id is None:
            trace_id = UNSET

        result = cls(
            code,
            msg,
            desc,
            trace_id,
        )

        result.additional_properties = d
        return result

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
