# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refine_subtask_status import RefineSubtaskStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="RefineSubtask")


@_attrs_define
class RefineSubtask:
    """A refine subtask (精修后处理任务): takes a model that people refined, makes a product of it

    Source: seed 4.6.1, 4.6.2, 4.6.3
    """

    subtask_id: str | Unset = UNSET
    """Id of the refine subtask"""
    task_id: str | Unset = UNSET
    """Id of the task"""
    subtask_name: str | Unset = UNSET
    """Name of the refine subtask"""
    task_name: str | Unset = UNSET
    """Name of the task"""
    workspace_id: str | Unset = UNSET
    """Id of the workspace"""
    modeling_params: ModelingParams | Unset = UNSET
    """How it is modelled"""
    subtask_status: RefineSubtaskStatus | Unset = UNSET
    """State of the refine subtask"""
    model_path: str | Unset = UNSET
    """Where the refined model is to be uploaded, as obs://bucket/prefix"""
    refine_product_id: str | Unset = UNSET
    """Id of the product that the subtask makes"""
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
    subtask_progress: None | str | Unset = UNSET
    """Progress, 0.00 to 1.00 as decimal text; null before the start"""
    exec_start_time: None | str | Unset = UNSET
    """When the run began, UTC; null before"""
    exec_stop_time: None | str | Unset = UNSET
    """When the run ended, UTC; null before"""
    fail_message: None | str | Unset = UNSET
    """Why it failed"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        subtask_id = self.subtask_id

        task_id = self.task_id

        subtask_name = self.subtask_name

        task_name = self.task_name

        workspace_id = self.workspace_id

        modeling_params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.modeling_params, Unset):
            modeling_params = self.modeling_params.to_dict()

        subtask_status: str | Unset = UNSET
        if not isinstance(self.subtask_status, Unset):
            subtask_status = RefineSubtaskStatus(self.subtask_status).value

        model_path = self.model_path

        refine_product_id = self.refine_product_id

        create_time = self.create_time

        update_time = self.update_time

        tenant_domain_id = self.tenant_domain_id

        creator = self.creator

        latest_operator = self.latest_operator

        subtask_progress: None | str | Unset
        if isinstance(self.subtask_progress, Unset):
            subtask_progress = UNSET
        else:
            subtask_progress = self.subtask_progress

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if subtask_id is not UNSET:
            field_dict["subtask_id"] = subtask_id
        if task_id is not UNSET:
            field_dict["task_id"] = task_id
        if subtask_name is not UNSET:
            field_dict["subtask_name"] = subtask_name
        if task_name is not UNSET:
            field_dict["task_name"] = task_name
        if workspace_id is not UNSET:
            field_dict["workspace_id"] = workspace_id
        if modeling_params is not UNSET:
            field_dict["modeling_params"] = modeling_params
        if subtask_status is not UNSET:
            field_dict["subtask_status"] = subtask_status
        if model_path is not UNSET:
            field_dict["model_path"] = model_path
        if refine_product_id is not UNSET:
            field_dict["refine_product_id"] = refine_product_id
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
        if subtask_progress is not UNSET:
            field_dict["subtask_progress"] = subtask_progress
        if exec_start_time is not UNSET:
            field_dict["exec_start_time"] = exec_start_time
        if exec_stop_time is not UNSET:
            field_dict["exec_stop_time"] = exec_stop_time
        if fail_message is not UNSET:
            field_dict["fail_message"] = fail_message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subtask_id = d.pop("subtask_id", UNSET)
        if subtask_id is None:
            subtask_id = UNSET

        task_id = d.pop("task_id", UNSET)
        if task_id is None:
            task_id = UNSET

        subtask_name = d.pop("subtask_name", UNSET)
        if subtask_name is None:
            subtask_name = UNSET

        task_name = d.pop("task_name", UNSET)
        if task_name is None:
            task_name = UNSET

        workspace_id = d.pop("workspace_id", UNSET)
        if workspace_id is None:
            workspace_id = UNSET

        _modeling_params: Any = d.pop("modeling_params", UNSET)
        modeling_params: ModelingParams | Unset
        if _modeling_params is UNSET or _modeling_params is None:
            modeling_params = UNSET
        else:
            modeling_params = ModelingParams.from_dict(_modeling_params)

        _subtask_status: Any = d.pop("subtask_status", UNSET)
        subtask_status: RefineSubtaskStatus | Unset
        if _subtask_status is UNSET or _subtask_status is None:
            subtask_status = UNSET
        else:
            subtask_status = RefineSubtaskStatus.of(_subtask_status)

        model_path = d.pop("model_path", UNSET)
        if model_path is None:
            model_path = UNSET

        refine_product_id = d.pop("refine_product_id", UNSET)
        if refine_product_id is None:
            refine_product_id = UNSET

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

        def _parse_subtask_progress(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        subtask_progress = _parse_subtask_progress(d.pop("subtask_progress", UNSET))

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

        refine_subtask = cls(
            subtask_id,
            task_id,
            subtask_name,
            task_name,
            workspace_id,
            modeling_params,
            subtask_status,
            model_path,
            refine_product_id,
            create_time,
            update_time,
            tenant_domain_id,
            creator,
            latest_operator,
            subtask_progress,
            exec_start_time,
            exec_stop_time,
            fail_message,
        )

        refine_subtask.additional_properties = d
        return refine_subtask

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
