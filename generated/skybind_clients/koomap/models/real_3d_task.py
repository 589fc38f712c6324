# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.coordinate_system import CoordinateSystem
from ..models.modeling_type import ModelingType
from ..models.real_3d_task_status import Real3DTaskStatus
from ..models.real_3d_task_type import Real3DTaskType
from ..types import UNSET, Unset

T = TypeVar("T", bound="Real3DTask")


@_attrs_define
class Real3DTask:
    """A real-scene 3D task (实景三维建模任务)

    Source: seed 4.5.1 to 4.5.4, 4.5.7; C-52
    """

    task_id: str | Unset = UNSET
    """Id of the task"""
    task_name: str | Unset = UNSET
    """Name of the task"""
    task_type: Real3DTaskType | Unset = UNSET
    """Kind of task"""
    modeling_type: ModelingType | Unset = UNSET
    """What is modelled"""
    task_description: str | Unset = UNSET
    """What the task is for"""
    workspace_id: str | Unset = UNSET
    """Id of the workspace"""
    modeling_params: ModelingParams | Unset = UNSET
    """How it is modelled"""
    coordinate_sys: CoordinateSystem | Unset = UNSET
    """Coordinate system of the model"""
    has_marker: bool | Unset = UNSET
    """Whether it has mark points"""
    folder_code: str | Unset = UNSET
    """Code of the folder of oblique photos"""
    create_time: str | Unset = UNSET
    """When it was made, UTC"""
    update_time: str | Unset = UNSET
    """When it last changed, UTC"""
    tenant_domain_id: str | Unset = UNSET
    """Account (IAM domain) that owns it"""
    creator: str | Unset = UNSET
    """User who made it"""
    latest_operator: str | Unset = UNSET
    """User who last changed it or ran something on it"""
    task_status: Real3DTaskStatus | Unset = UNSET
    """State of the task"""
    complete_stage: int | None | Unset = UNSET
    """Stages done"""
    total_stage: int | None | Unset = UNSET
    """Stages in all"""
    task_progress: None | str | Unset = UNSET
    """Progress, 0.00 to 1.00 as decimal text; null before the start"""
    exec_start_time: None | str | Unset = UNSET
    """When the run began, UTC; null before"""
    exec_stop_time: None | str | Unset = UNSET
    """When the run ended, UTC; null before"""
    fail_message: None | str | Unset = UNSET
    """Why it failed"""
    at_progress: None | str | Unset = UNSET
    """Progress of the aerial triangulation, 0.00 to 1.00 as decimal text; null for a task without control points"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        task_id = self.task_id

        task_name = self.task_name

        task_type: str | Unset = UNSET
        if not isinstance(self.task_type, Unset):
            task_type = Real3DTaskType(self.task_type).value

        modeling_type: str | Unset = UNSET
        if not isinstance(self.modeling_type, Unset):
            modeling_type = ModelingType(self.modeling_type).value

        task_description = self.task_description

        workspace_id = self.workspace_id

        modeling_params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.modeling_params, Unset):
            modeling_params = self.modeling_params.to_dict()

        coordinate_sys: str | Unset = UNSET
        if not isinstance(self.coordinate_sys, Unset):
            coordinate_sys = CoordinateSystem(self.coordinate_sys).value

        has_marker = self.has_marker

        folder_code = self.folder_code

        create_time = self.create_time

        update_time = self.update_time

        tenant_domain_id = self.tenant_domain_id

        creator = self.creator

        latest_operator = self.latest_operator

        task_status: str | Unset = UNSET
        if not isinstance(self.task_status, Unset):
            task_status = Real3DTaskStatus(self.task_status).value

        complete_stage: int | None | Unset
        if isinstance(self.complete_stage, Unset):
            complete_stage = UNSET
        else:
            complete_stage = self.complete_stage

        total_stage: int | None | Unset
        if isinstance(self.total_stage, Unset):
            total_stage = UNSET
        else:
            total_stage = self.total_stage

        task_progress: None | str | Unset
        if isinstance(self.task_progress, Unset):
            task_progress = UNSET
        else:
            task_progress = self.task_progress

        exec_start_time: None | str | Unset
        if isinstance(self.exec_start_time, Unset):
            exec_start_time = UNSET
        else:
            exec_start_time = self.exec_start_time

        exec_stop_time: None | str | Unset
        if isinstance(self.exec_stop_time, Unset):
            exec_stop_time = UNSET
        else:
            exec_stop_time = self.exec_stop_time

        fail_message: None | str | Unset
        if isinstance(self.fail_message, Unset):
            fail_message = UNSET
        else:
            fail_message = self.fail_message

        at_progress: None | str | Unset
        if isinstance(self.at_progress, Unset):
            at_progress = UNSET
        else:
            at_progress = self.at_progress

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if task_id is not UNSET:
            field_dict["task_id"] = task_id
        if task_name is not UNSET:
            field_dict["task_name"] = task_name
        if task_type is not UNSET:
            field_dict["task_type"] = task_type
        if modeling_type is not UNSET:
            field_dict["modeling_type"] = modeling_type
        if task_description is not UNSET:
            field_dict["task_description"] = task_description
        if workspace_id is not UNSET:
            field_dict["workspace_id"] = workspace_id
        if modeling_params is not UNSET:
            field_dict["modeling_params"] = modeling_params
        if coordinate_sys is not UNSET:
            field_dict["coordinate_sys"] = coordinate_sys
        if has_marker is not UNSET:
            field_dict["has_marker"] = has_marker
        if folder_code is not UNSET:
            field_dict["folder_code"] = folder_code
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if update_time is not UNSET:
            field_dict["update_time"] = update_time
        if tenant_domain_id is not UNSET:
            field_dict["tenant_domain_id"] = tenant_domain_id
        if creator is not UNSET:
            field_dict["creator"] = creator
        if latest_operator is not UNSET:
            field_dict["latest_operator"] = latest_operator
        if task_status is not UNSET:
            field_dict["task_status"] = task_status
        if complete_stage is not UNSET:
            field_dict["complete_stage"] = complete_stage
        if total_stage is not UNSET:
            field_dict["total_stage"] = total_stage
        if task_progress is not UNSET:
            field_dict["task_progress"] = task_progress
        if exec_start_time is not UNSET:
            field_dict["exec_start_time"] = exec_start_time
        if exec_stop_time is not UNSET:
            field_dict["exec_stop_time"] = exec_stop_time
        if fail_message is not UNSET:
            field_dict["fail_message"] = fail_message
        if at_progress is not UNSET:
            field_dict["AT_progress"] = at_progress

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_id = d.pop("task_id", UNSET)
        if task_id is None:
            task_id = UNSET

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

        workspace_id = d.pop("workspace_id", UNSET)
        if workspace_id is None:
            workspace_id = UNSET

        _modeling_params: Any = d.pop("modeling_params", UNSET)
        modeling_params: ModelingParams | Unset
        if _modeling_params is UNSET or _modeling_params is None:
            modeling_params = UNSET
        else:
            modeling_params = ModelingParams.from_dict(_modeling_params)

        _coordinate_sys: Any = d.pop("coordinate_sys", UNSET)
        coordinate_sys: CoordinateSystem | Unset
        if _coordinate_sys is UNSET or _coordinate_sys is None:
            coordinate_sys = UNSET
        else:
            coordinate_sys = CoordinateSystem.of(_coordinate_sys)

        has_marker = d.pop("has_marker", UNSET)
        if has_marker is None:
            has_marker = UNSET

        folder_code = d.pop("folder_code", UNSET)
        if folder_code is None:
            folder_code = UNSET

        create_time = d.pop("create_time", UNSET)
        if create_time is None:
            create_time = UNSET

        update_time = d.pop("update_time", UNSET)
        if update_time is None:
            update_time = UNSET

        tenant_domain_id = d.pop("tenant_domain_id", UNSET)
        if tenant_domain_id is None:
            tenant_domain_id = UNSET

        creator = d.pop("creator", UNSET)
        if creator is None:
            creator = UNSET

        latest_operator = d.pop("latest_operator", UNSET)
        if latest_operator is None:
            latest_operator = UNSET

        _task_status: Any = d.pop("task_status", UNSET)
        task_status: Real3DTaskStatus | Unset
        if _task_status is UNSET or _task_status is None:
            task_status = UNSET
        else:
            task_status = Real3DTaskStatus.of(_task_status)

        def _parse_complete_stage(data: object) -> int | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        complete_stage = _parse_complete_stage(d.pop("complete_stage", UNSET))

        def _parse_total_stage(data: object) -> int | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        total_stage = _parse_total_stage(d.pop("total_stage", UNSET))

        def _parse_task_progress(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        task_progress = _parse_task_progress(d.pop("task_progress", UNSET))

        def _parse_exec_start_time(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        exec_start_time = _parse_exec_start_time(d.pop("exec_start_time", UNSET))

        def _parse_exec_stop_time(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        exec_stop_time = _parse_exec_stop_time(d.pop("exec_stop_time", UNSET))

        def _parse_fail_message(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fail_message = _parse_fail_message(d.pop("fail_message", UNSET))

        def _parse_at_progress(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        at_progress = _parse_at_progress(d.pop("AT_progress", UNSET))

        real_3d_task = cls(
            task_id,
            task_name,
            task_type,
            modeling_type,
            task_description,
            workspace_id,
            modeling_params,
            coordinate_sys,
            has_marker,
            folder_code,
            create_time,
            update_time,
            tenant_domain_id,
            creator,
            latest_operator,
            task_status,
            complete_stage,
            total_stage,
            task_progress,
            exec_start_time,
            exec_stop_time,
            fail_message,
            at_progress,
        )

        real_3d_task.additional_properties = d
        return real_3d_task

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


from ..models.modeling_params import ModelingParams  # noqa: E402
