# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.object_method import ObjectMethod
from ..types import UNSET, Unset

T = TypeVar("T", bound="PresignRequest")


@_attrs_define
class PresignRequest:
    """What a link is for

    Source: doc object-presign
    """

    bucket: str
    """The bucket"""
    object_key: str
    """Key of the object; it may not have ../ in it"""
    method: ObjectMethod
    """What is done with the link"""
    expires_seconds: int | Unset = UNSET
    """Life of the link, s"""
    content_type: str | Unset = UNSET
    """Content type that an upload must have"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bucket = self.bucket

        object_key = self.object_key

        method = ObjectMethod(self.method).value

        expires_seconds = self.expires_seconds

        content_type = self.content_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bucket": bucket,
                "object_key": object_key,
                "method": method,
            }
        )
        if expires_seconds is not UNSET:
            field_dict["expires_seconds"] = expires_seconds
        if content_type is not UNSET:
            field_dict["content_type"] = content_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bucket = d.pop("bucket")

        object_key = d.pop("object_key")

        method = ObjectMethod.of(d.pop("method"))

        expires_seconds = d.pop("expires_seconds", UNSET)
        if expires_seconds is None:
            expires_seconds = UNSET

        content_type = d.pop("content_type", UNSET)
        if content_type is None:
            content_type = UNSET

        presign_request = cls(
            bucket,
            object_key,
            method,
            expires_seconds,
            content_type,
        )

        presign_request.additional_properties = d
        return presign_request

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
