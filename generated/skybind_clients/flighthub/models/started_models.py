# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StartedModels")


@_attrs_define
class StartedModels:
    """The models of one start; those that were asked for are present

    Source: client-code GO
    """

    model_2d: StartedModel | Unset = UNSET
    """One model that was started, or was not"""
    model_3d: StartedModel | Unset = UNSET
    """One model that was started, or was not"""
    model_3dgs: StartedModel | Unset = UNSET
    """One model that was started, or was not"""
    model_lidar: StartedModel | Unset = UNSET
    """One model that was started, or was not"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        model_2d: dict[str, Any] | Unset = UNSET
        if not isinstance(self.model_2d, Unset):
            model_2d = self.model_2d.to_dict()

        model_3d: dict[str, Any] | Unset = UNSET
        if not isinstance(self.model_3d, Unset):
            model_3d = self.model_3d.to_dict()

        model_3dgs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.model_3dgs, Unset):
            model_3dgs = self.model_3dgs.to_dict()

        model_lidar: dict[str, Any] | Unset = UNSET
        if not isinstance(self.model_lidar, Unset):
            model_lidar = self.model_lidar.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if model_2d is not UNSET:
            field_dict["model_2d"] = model_2d
        if model_3d is not UNSET:
            field_dict["model_3d"] = model_3d
        if model_3dgs is not UNSET:
            field_dict["model_3dgs"] = model_3dgs
        if model_lidar is not UNSET:
            field_dict["model_lidar"] = model_lidar

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _model_2d: Any = d.pop("model_2d", UNSET)
        model_2d: StartedModel | Unset
        if _model_2d is UNSET or _model_2d is None:
            model_2d = UNSET
        else:
            model_2d = StartedModel.from_dict(_model_2d)

        _model_3d: Any = d.pop("model_3d", UNSET)
        model_3d: StartedModel | Unset
        if _model_3d is UNSET or _model_3d is None:
            model_3d = UNSET
        else:
            model_3d = StartedModel.from_dict(_model_3d)

        _model_3dgs: Any = d.pop("model_3dgs", UNSET)
        model_3dgs: StartedModel | Unset
        if _model_3dgs is UNSET or _model_3dgs is None:
            model_3dgs = UNSET
        else:
            model_3dgs = StartedModel.from_dict(_model_3dgs)

        _model_lidar: Any = d.pop("model_lidar", UNSET)
        model_lidar: StartedModel | Unset
        if _model_lidar is UNSET or _model_lidar is None:
            model_lidar = UNSET
        else:
            model_lidar = StartedModel.from_dict(_model_lidar)

        started_models = cls(
            model_2d,
            model_3d,
            model_3dgs,
            model_lidar,
        )

        started_models.additional_properties = d
        return started_models

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


from ..models.started_model import StartedModel  # noqa: E402
