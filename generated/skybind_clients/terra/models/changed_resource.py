# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.resource_type import ResourceType
from ..types import UNSET, Unset

T = TypeVar("T", bound="ChangedResource")


@_attrs_define
class ChangedResource:
    """A resource after a change; whole only if its detail was asked for

    Source: client-code TS, PY
    """

    uuid: str
    """36 characters"""
    name: str | Unset = UNSET
    """Name; results are named `output of job: <job uuid>`"""
    meta: str | Unset = UNSET
    """Free text"""
    type_: ResourceType | Unset = UNSET
    """`map` for input, `job_output` for results; only `map` can be created or listed"""
    file_count: int | Unset = UNSET
    """Number of files"""
    total_size: int | Unset = UNSET
    """Bytes in all"""
    scope: Scope | Unset = UNSET
    """Bounding box of the photos, WGS-84 degrees"""
    revisable: bool | Unset = UNSET
    """Whether files can be added or removed; false once a job took it"""
    upload_used_time: float | Unset = UNSET
    """Seconds spent on uploads"""
    download_used_time: float | Unset = UNSET
    """Seconds spent on downloads"""
    created_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    updated_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        uuid = self.uuid

        name = self.name

        meta = self.meta

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = ResourceType(self.type_).value

        file_count = self.file_count

        total_size = self.total_size

        scope: dict[str, Any] | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope.to_dict()

        revisable = self.revisable

        upload_used_time = self.upload_used_time

        download_used_time = self.download_used_time

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "uuid": uuid,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if meta is not UNSET:
            field_dict["meta"] = meta
        if type_ is not UNSET:
            field_dict["type"] = type_
        if file_count is not UNSET:
            field_dict["fileCount"] = file_count
        if total_size is not UNSET:
            field_dict["totalSize"] = total_size
        if scope is not UNSET:
            field_dict["scope"] = scope
        if revisable is not UNSET:
            field_dict["revisable"] = revisable
        if upload_used_time is not UNSET:
            field_dict["uploadUsedTime"] = upload_used_time
        if download_used_time is not UNSET:
            field_dict["downloadUsedTime"] = download_used_time
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        uuid = d.pop("uuid")

        name = d.pop("name", UNSET)
        if name is None:
            name = UNSET

        meta = d.pop("meta", UNSET)
        if meta is None:
            meta = UNSET

        _type_: Any = d.pop("type", UNSET)
        type_: ResourceType | Unset
        if _type_ is UNSET or _type_ is None:
            type_ = UNSET
        else:
            type_ = ResourceType.of(_type_)

        file_count = d.pop("fileCount", UNSET)
        if file_count is None:
            file_count = UNSET

        total_size = d.pop("totalSize", UNSET)
        if total_size is None:
            total_size = UNSET

        _scope: Any = d.pop("scope", UNSET)
        scope: Scope | Unset
        if _scope is UNSET or _scope is None:
            scope = UNSET
        else:
            scope = Scope.from_dict(_scope)

        revisable = d.pop("revisable", UNSET)
        if revisable is None:
            revisable = UNSET

        upload_used_time = d.pop("uploadUsedTime", UNSET)
        if upload_used_time is None:
            upload_used_time = UNSET

        download_used_time = d.pop("downloadUsedTime", UNSET)
        if download_used_time is None:
            download_used_time = UNSET

        _created_at: Any = d.pop("createdAt", UNSET)
        created_at: datetime.datetime | Unset
        if _created_at is UNSET or _created_at is None or _created_at == "":
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)

        _updated_at: Any = d.pop("updatedAt", UNSET)
        updated_at: datetime.datetime | Unset
        if _updated_at is UNSET or _updated_at is None or _updated_at == "":
            updated_at = UNSET
        else:
            updated_at = datetime.datetime.fromisoformat(_updated_at)

        changed_resource = cls(
            uuid,
            name,
            meta,
            type_,
            file_count,
            total_size,
            scope,
            revisable,
            upload_used_time,
            download_used_time,
            created_at,
            updated_at,
        )

        changed_resource.additional_properties = d
        return changed_resource

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


from ..models.scope import Scope  # noqa: E402
