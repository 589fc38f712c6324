# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.coordinate_system import CoordinateSystem
from ..models.modeling_type import ModelingType
from ..models.real_3d_task_type import Real3DTaskType
from ..types import UNSET, Unset

T = TypeVar("T", bound="Real3DTaskChange")


@_attrs_define
class Real3DTaskChange:
    """What to change about a real-scene 3D task

    Source: seed 4.5.2
    """

    task_name: str | Unset = UNSET
    """Name of the task"""
    task_type: Real3DTaskType | Unset = UNSET
    """Kind of task"""
    modeling_type: ModelingType | Unset = UNSET
    """What is modelled"""
    task_description: str | Unset = UNSET
    """What the task is for"""
    folder_code: str | Unset = UNSET
    """Code of the folder of oblique photos"""
    modeling_params: ModelingParamsWanted | None | Unset = UNSET
    """How it is modelled; null takes the defaults"""
    coordinate_sys: CoordinateSystem | None | Unset = UNSET
    """Coordinate system of the model; null takes the default"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        task_name = self.task_name

        task_type: str | Unset = UNSET
        if not isinstance(self.task_type, Unset):
            task_type = Real3DTaskType(self.task_type).value

        modeling_type: str | Unset = UNSET
        if not isinstance(self.modeling_type, Unset):
            modeling_type = ModelingType(self.modeling_type).value

        task_description = self.task_description

        folder_code = self.folder_code

        modeling_params: dict[str, Any] | None | Unset
        if isinstance(self.modeling_params, Unset):
            modeling_params = UNSET
        elif isinstance(self.modeling_params, ModelingParamsWanted):
            modeling_params = self.modeling_params.to_dict()
        else:
            modeling_params = self.modeling_params

        coordinate_sys: None | str | Unset
        if isinstance(self.coordinate_sys, Unset):
            coordinate_sys = UNSET
        elif isinstance(self.coordinate_sys, CoordinateSystem):
            coordinate_sys = CoordinateSystem(self.coordinate_sys).value
        else:
            coordinate_sys = self.coordinate_sys

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if task_name is not UNSET:
            field_dict["task_name"] = task_name
        if task_type is not UNSET:
            field_dict["task_type"] = task_type
        if modeling_type is not UNSET:
            field_dict["modeling_type"] = modeling_type
        if task_description is not UNSET:
            field_dict["task_description"] = task_description
        if folder_code is not UNSET:
            field_dict["folder_code"] = folder_code
        if modeling_params is not UNSET:
            field_dict["modeling_params"] = modeling_params
        if coordinate_sys is not UNSET:
            field_dict["coordinate_sys"] = coordinate_sys

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_name = d.pop("task_name", UNSET)
        if task_name is None:
            task_name = UNSET

        _task_type: Any = d.pop("task_type", UNSET)
        task_type: Real3DTaskType | Unset
        if _task_type is UNSET or _task_type is None:
            task_type = UNSET
        else:
            task_type = Real3DTaskType.of(_task_type)

        _modeling_type: Any = d.pop("modeling_type", UNSET)
        modeling_type: ModelingType | Unset
        if _modeling_type is UNSET or _modeling_type is None:
            modeling_type = UNSET
        else:
            modeling_type = ModelingType.of(_modeling_type)

        task_description = d.pop("task_description", UNSET)
        if task_description is None:
            task_description = UNSET

        folder_code = d.pop("folder_code", UNSET)
        if folder_code is None:
            folder_code = UNSET

        def _parse_modeling_params(data: object) -> ModelingParamsWanted | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            if not isinstance(data, dict):
                raise TypeError(f"modeling_params cannot be {type(data).__name__}")
            modeling_params_type_0 = ModelingParamsWanted.from_dict(data)

            return modeling_params_type_0

        modeling_params = _parse_modeling_params(d.pop("modeling_params", UNSET))

        def _parse_coordinate_sys(data: object) -> CoordinateSystem | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            if not isinstance(data, str):
                raise TypeError(f"coordinate_sys cannot be {type(data).__name__}")
            coordinate_sys_type_0 = CoordinateSystem.of(data)

            return coordinate_sys_type_0

        coordinate_sys = _parse_coordinate_sys(d.pop("coordinate_sys", UNSET))

        real_3d_task_change = cls(
            task_name,
            task_type,
            modeling_type,
            task_description,
            folder_code,
            modeling_params,
            coordinate_sys,
        )

        real_3d_task_change.additional_properties = d
        return real_3d_task_change

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


from ..models.modeling_params_wanted import ModelingParamsWanted  # noqa: E402
