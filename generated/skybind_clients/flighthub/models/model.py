# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.model_status import ModelStatus
from ..models.model_type import ModelType
from ..models.zip_status import ZipStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="Model")


@_attrs_define
class Model:
    """A model that is made or ready

    Source: client-code PYC, GO
    """

    model_uuid: str
    """Uuid"""
    model_status: ModelStatus
    """State of a model; done when it is 15 or 9 and the archive is finished (inferred)"""
    resource_uuid: str | Unset = UNSET
    """What it is made of"""
    model_type: ModelType | Unset = UNSET
    """Kind of model"""
    model_size: int | Unset = UNSET
    """Bytes"""
    reconstruction_progress: int | Unset = UNSET
    """Percent, 0 to 100"""
    error_code: int | Unset = UNSET
    """Its values are UNKNOWN"""
    zip_status: ZipStatus | Unset = UNSET
    """State of a model's archive"""
    zip_progress: int | Unset = UNSET
    """Percent, 0 to 100"""
    zip_file_key: str | Unset = UNSET
    """Storage key of the archive; in the answer about one model only (GO). How it becomes a link is UNKNOWN."""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_uuid = self.model_uuid

        model_status = ModelStatus(self.model_status).value

        resource_uuid = self.resource_uuid

        model_type: int | Unset = UNSET
        if not isinstance(self.model_type, Unset):
            model_type = ModelType(self.model_type).value

        model_size = self.model_size

        reconstruction_progress = self.reconstruction_progress

        error_code = self.error_code

        zip_status: int | Unset = UNSET
        if not isinstance(self.zip_status, Unset):
            zip_status = ZipStatus(self.zip_status).value

        zip_progress = self.zip_progress

        zip_file_key = self.zip_file_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "model_uuid": model_uuid,
                "model_status": model_status,
            }
        )
        if resource_uuid is not UNSET:
            field_dict["resource_uuid"] = resource_uuid
        if model_type is not UNSET:
            field_dict["model_type"] = model_type
        if model_size is not UNSET:
            field_dict["model_size"] = model_size
        if reconstruction_progress is not UNSET:
            field_dict["reconstruction_progress"] = reconstruction_progress
        if error_code is not UNSET:
            field_dict["error_code"] = error_code
        if zip_status is not UNSET:
            field_dict["zip_status"] = zip_status
        if zip_progress is not UNSET:
            field_dict["zip_progress"] = zip_progress
        if zip_file_key is not UNSET:
            field_dict["zip_file_key"] = zip_file_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        model_uuid = d.pop("model_uuid")

        model_status = ModelStatus.of(d.pop("model_status"))

        resource_uuid = d.pop("resource_uuid", UNSET)
        if resource_uuid is None:
            resource_uuid = UNSET

        _model_type: Any = d.pop("model_type", UNSET)
        model_type: ModelType | Unset
        if _model_type is UNSET or _model_type is None:
            model_type = UNSET
        else:
            model_type = ModelType.of(_model_type)

        model_size = d.pop("model_size", UNSET)
        if model_size is None:
            model_size = UNSET

        reconstruction_progress = d.pop("reconstruction_progress", UNSET)
        if reconstruction_progress is None:
            reconstruction_progress = UNSET

        error_code = d.pop("error_code", UNSET)
        if error_code is None:
            error_code = UNSET

        _zip_status: Any = d.pop("zip_status", UNSET)
        zip_status: ZipStatus | Unset
        if _zip_status is UNSET or _zip_status is None:
            zip_status = UNSET
        else:
            zip_status = ZipStatus.of(_zip_status)

        zip_progress = d.pop("zip_progress", UNSET)
        if zip_progress is None:
            zip_progress = UNSET

        zip_file_key = d.pop("zip_file_key", UNSET)
        if zip_file_key is None:
            zip_file_key = UNSET

        model = cls(
            model_uuid,
            model_status,
            resource_uuid,
            model_type,
            model_size,
            reconstruction_progress,
            error_code,
            zip_status,
            zip_progress,
            zip_file_key,
        )

        model.additional_properties = d
        return model

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
