# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="IamRefusal")


@_attrs_define
class IamRefusal:
    """Why no token was given; one of two forms

    Source: doc IAM; client-code SDK core reads both forms
    """

    error_code: str | Unset = UNSET
    """Code"""
    error_msg: str | Unset = UNSET
    """Message"""
    request_id: str | Unset = UNSET
    """Id of the request"""
    error: IamError | Unset = UNSET
    """The same in IAM's older form"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        error_code = self.error_code

        error_msg = self.error_msg

        request_id = self.request_id

        error: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error, Unset):
            error = self.error.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if error_code is not UNSET:
            field_dict["error_code"] = error_code
        if error_msg is not UNSET:
            field_dict["error_msg"] = error_msg
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        error_code = d.pop("error_code", UNSET)
        if error_code is None:
            error_code = UNSET

        error_msg = d.pop("error_msg", UNSET)
        if error_msg is None:
            error_msg = UNSET

        request_id = d.pop("request_id", UNSET)
        if request_id is None:
            request_id = UNSET

        _error: Any = d.pop("error", UNSET)
        error: IamError | Unset
        if _error is UNSET or _error is None:
            error = UNSET
        else:
            error = IamError.from_dict(_error)

        iam_refusal = cls(
            error_code,
            error_msg,
            request_id,
            error,
        )

        iam_refusal.additional_properties = d
        return iam_refusal

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


from ..models.iam_error import IamError  # noqa: E402
