# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.model_status import ModelStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="StartedModel")


@_attrs_define
class StartedModel:
    """One model that was started, or was not

    Source: client-code GO; that the status is that of a model is inferred
    """

    uuid: str
    """Uuid of the model; empty if it was not started (our assumption)"""
    status: ModelStatus | Unset = UNSET
    """State of a model; done when it is 15 or 9 and the archive is finished (inferred)"""
    sub_error_code: int | Unset = UNSET
    """0 if all is well; other codes are UNKNOWN"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        uuid = self.uuid

        status: int | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = ModelStatus(self.status).value

        sub_error_code = self.sub_error_code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "uuid": uuid,
            }
        )
        if status is not UNSET:
            field_dict["status"] = status
        if sub_error_code is not UNSET:
            field_dict["sub_error_code"] = sub_error_code

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        uuid = d.pop("uuid")

        _status: Any = d.pop("status", UNSET)
        status: ModelStatus | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = ModelStatus.of(_status)

        sub_error_code = d.pop("sub_error_code", UNSET)
        if sub_error_code is None:
            sub_error_code = UNSET

        started_model = cls(
            uuid,
            status,
            sub_error_code,
        )

        started_model.additional_properties = d
        return started_model

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
