# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_status import JobStatus
from ..models.job_type import JobType
from ..types import UNSET, Unset

T = TypeVar("T", bound="ChangedJob")


@_attrs_define
class ChangedJob:
    """A job after a change; whole only if its detail was asked for

    Source: client-code TS
    """

    uuid: str
    """36 characters"""
    name: str | Unset = UNSET
    """Name"""
    meta: str | Unset = UNSET
    """Free text"""
    type_: JobType | Unset = UNSET
    """Kind of reconstruction"""
    status: JobStatus | Unset = UNSET
    """State of a job; 5, 6 and 7 are final"""
    created_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    updated_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    origin_resource_uuid: str | Unset = UNSET
    """Input resource; after the start"""
    output_resource_uuid: str | Unset = UNSET
    """Output resource; after the start. Look at `status` to know whether it is complete."""
    parameters: str | Unset = UNSET
    """JSON text as sent at the start"""
    percentage: float | Unset = UNSET
    """Progress from 0 to 1; after the start"""
    remain_seconds: int | Unset = UNSET
    """Estimate of the time left, seconds; after the start"""
    pixels: float | Unset = UNSET
    """Pixels of the input; after the start"""
    message: str | Unset = UNSET
    """The state in words; after the start"""
    started_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    completed_at: datetime.datetime | Unset = UNSET
    """RFC 3339"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        uuid = self.uuid

        name = self.name

        meta = self.meta

        type_: int | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = JobType(self.type_).value

        status: int | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = JobStatus(self.status).value

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        updated_at: str | Unset = UNSET
        if not isinstance(self.updated_at, Unset):
            updated_at = self.updated_at.isoformat()

        origin_resource_uuid = self.origin_resource_uuid

        output_resource_uuid = self.output_resource_uuid

        parameters = self.parameters

        percentage = self.percentage

        remain_seconds = self.remain_seconds

        pixels = self.pixels

        message = self.message

        started_at: str | Unset = UNSET
        if not isinstance(self.started_at, Unset):
            started_at = self.started_at.isoformat()

        completed_at: str | Unset = UNSET
        if not isinstance(self.completed_at, Unset):
            completed_at = self.completed_at.isoformat()

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
        if status is not UNSET:
            field_dict["status"] = status
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at
        if updated_at is not UNSET:
            field_dict["updatedAt"] = updated_at
        if origin_resource_uuid is not UNSET:
            field_dict["originResourceUuid"] = origin_resource_uuid
        if output_resource_uuid is not UNSET:
            field_dict["outputResourceUuid"] = output_resource_uuid
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if percentage is not UNSET:
            field_dict["percentage"] = percentage
        if remain_seconds is not UNSET:
            field_dict["remainSeconds"] = remain_seconds
        if pixels is not UNSET:
            field_dict["pixels"] = pixels
        if message is not UNSET:
            field_dict["message"] = message
        if started_at is not UNSET:
            field_dict["startedAt"] = started_at
        if completed_at is not UNSET:
            field_dict["completedAt"] = completed_at

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
        type_: JobType | Unset
        if _type_ is UNSET or _type_ is None:
            type_ = UNSET
        else:
            type_ = JobType.of(_type_)

        _status: Any = d.pop("status", UNSET)
        status: JobStatus | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = JobStatus.of(_status)

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

        origin_resource_uuid = d.pop("originResourceUuid", UNSET)
        if origin_resource_uuid is None:
            origin_resource_uuid = UNSET

        output_resource_uuid = d.pop("outputResourceUuid", UNSET)
        if output_resource_uuid is None:
            output_resource_uuid = UNSET

        parameters = d.pop("parameters", UNSET)
        if parameters is None:
            parameters = UNSET

        percentage = d.pop("percentage", UNSET)
        if percentage is None:
            percentage = UNSET

        remain_seconds = d.pop("remainSeconds", UNSET)
        if remain_seconds is None:
            remain_seconds = UNSET

        pixels = d.pop("pixels", UNSET)
        if pixels is None:
            pixels = UNSET

        message = d.pop("message", UNSET)
        if message is None:
            message = UNSET

        _started_at: Any = d.pop("startedAt", UNSET)
        started_at: datetime.datetime | Unset
        if _started_at is UNSET or _started_at is None or _started_at == "":
            started_at = UNSET
        else:
            started_at = datetime.datetime.fromisoformat(_started_at)

        _completed_at: Any = d.pop("completedAt", UNSET)
        completed_at: datetime.datetime | Unset
        if _completed_at is UNSET or _completed_at is None or _completed_at == "":
            completed_at = UNSET
        else:
            completed_at = datetime.datetime.fromisoformat(_completed_at)

        changed_job = cls(
            uuid,
            name,
            meta,
            type_,
            status,
            created_at,
            updated_at,
            origin_resource_uuid,
            output_resource_uuid,
            parameters,
            percentage,
            remain_seconds,
            pixels,
            message,
            started_at,
            completed_at,
        )

        changed_job.additional_properties = d
        return changed_job

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
