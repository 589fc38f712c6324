# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.object_method import ObjectMethod
from ..types import UNSET, Unset

T = TypeVar("T", bound="PresignedObject")


@_attrs_define
class PresignedObject:
    """A presigned URL

    Source: inferred; the answer's members are not public, our assumption
    """

    url: str = _attrs_field(repr=False)
    """The link; who has it may use it"""
    method: ObjectMethod | Unset = UNSET
    """What is done with it"""
    headers: PresignedObjectHeaders | Unset = UNSET
    """Headers that must be sent along"""
    expires_at: datetime.datetime | Unset = UNSET
    """Until when it works, UTC"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        method: str | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = ObjectMethod(self.method).value

        headers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.headers, Unset):
            headers = self.headers.to_dict()

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "url": url,
            }
        )
        if method is not UNSET:
            field_dict["method"] = method
        if headers is not UNSET:
            field_dict["headers"] = headers
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url")

        _method: Any = d.pop("method", UNSET)
        method: ObjectMethod | Unset
        if _method is UNSET or _method is None:
            method = UNSET
        else:
            method = ObjectMethod.of(_method)

        _headers: Any = d.pop("headers", UNSET)
        headers: PresignedObjectHeaders | Unset
        if _headers is UNSET or _headers is None:
            headers = UNSET
        else:
            headers = PresignedObjectHeaders.from_dict(_headers)

        _expires_at: Any = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if _expires_at is UNSET or _expires_at is None or _expires_at == "":
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        presigned_object = cls(
            url,
            method,
            headers,
            expires_at,
        )

        presigned_object.additional_properties = d
        return presigned_object

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


from ..models.presigned_object_headers import PresignedObjectHeaders  # noqa: E402
