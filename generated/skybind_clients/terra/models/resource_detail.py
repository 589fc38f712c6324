# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ResourceDetail")


@_attrs_define
class ResourceDetail:
    """A resource with the ids of all that hangs on it

    Source: client-code TS, VUE
    """

    summary: Resource
    """A set of files"""
    file_uuids: list[str]
    """Files"""
    input_job_uuids: list[str] | Unset = UNSET
    """Jobs that take it as input"""
    output_job_uuids: list[str] | Unset = UNSET
    """Jobs that wrote it"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        summary = self.summary.to_dict()

        file_uuids = self.file_uuids

        input_job_uuids: list[str] | Unset = UNSET
        if not isinstance(self.input_job_uuids, Unset):
            input_job_uuids = self.input_job_uuids

        output_job_uuids: list[str] | Unset = UNSET
        if not isinstance(self.output_job_uuids, Unset):
            output_job_uuids = self.output_job_uuids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "summary": summary,
                "fileUuids": file_uuids,
            }
        )
        if input_job_uuids is not UNSET:
            field_dict["inputJobUuids"] = input_job_uuids
        if output_job_uuids is not UNSET:
            field_dict["outputJobUuids"] = output_job_uuids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        summary = Resource.from_dict(d.pop("summary"))

        _file_uuids: Any = d.pop("fileUuids")
        file_uuids = cast(list[str], [] if _file_uuids is None else _file_uuids)

        _input_job_uuids: Any = d.pop("inputJobUuids", UNSET)
        input_job_uuids = cast(list[str] | Unset, UNSET if _input_job_uuids is None else _input_job_uuids)

        _output_job_uuids: Any = d.pop("outputJobUuids", UNSET)
        output_job_uuids = cast(list[str] | Unset, UNSET if _output_job_uuids is None else _output_job_uuids)

        resource_detail = cls(
            summary,
            file_uuids,
            input_job_uuids,
            output_job_uuids,
        )

        resource_detail.additional_properties = d
        return resource_detail

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


from ..models.resource import Resource  # noqa: E402
