# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="IamError")


@_attrs_define
class IamError:
    """Why no token was given

    Source: doc IAM
    """

    code: int | Unset = UNSET
    """HTTP status"""
    title: str | Unset = UNSET
    """HTTP status in words"""
    message: str | Unset = UNSET
    """Message"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        title = self.title

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if code is not UNSET:
            field_dict["code"] = code
        if title is not UNSET:
            field_dict["title"] = title
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code", UNSET)
        if code is None:
            code = UNSET

        title = d.pop("title", UNSET)
        if title is None:
            title = UNSET

        message = d.pop("message", UNSET)
        if message is None:
            message = UNSET

        iam_error = cls(
            code,
            title,
            message,
        )

        iam_error.additional_properties = d
        return iam_error

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
