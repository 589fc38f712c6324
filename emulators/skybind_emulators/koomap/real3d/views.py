"""Records as the service shows them.

Text fields that have no value are left out, except those which the manual's examples show as null.
"""

from collections.abc import Mapping
from typing import Any

from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.real3d.progress import STAGES, decimal_text, stages_done, triangulation_share
from skybind_emulators.koomap.real3d.records import (
    FolderRecord,
    PointRecord,
    ProductRecord,
    RefineProductRecord,
    SubtaskRecord,
    TaskRecord,
    Worked,
)
from skybind_emulators.koomap.real3d.states import ProductStatus
from skybind_emulators.koomap.real3d.storage import Vault


def task_view(task: TaskRecord, account: Account) -> dict[str, Any]:
    """A modelling task."""
    share = triangulation_share(task.progress) if task.controlled else None
    return {
        **_given(
            task_id=task.id,
            task_name=task.name,
            task_description=task.description,
            task_type=task.type,
            modeling_type=task.modeling_type,
            workspace_id=task.workspace_id,
            modeling_params=task.modeling_params,
            folder_code=task.folder_code,
        ),
        "coordinate_sys": task.coordinate_sys,
        "has_marker": task.has_marker,
        "task_status": task.status.value,
        "complete_stage": stages_done(task.progress),
        "total_stage": None if task.progress is None else STAGES,
        "task_progress": decimal_text(task.progress),
        "AT_progress": decimal_text(share),
        **_owned(task, account),
        **_ran(task),
    }


def subtask_view(subtask: SubtaskRecord, account: Account, uploads: Vault) -> dict[str, Any]:
    """A refine subtask."""
    task = subtask.task
    return {
        **_given(modeling_params=task.modeling_params),
        "subtask_id": subtask.id,
        "task_id": task.id,
        "subtask_name": subtask.name,
        "task_name": task.name,
        "workspace_id": task.workspace_id,
        "subtask_status": subtask.status.value,
        "model_path": f"obs://{uploads.bucket}/{subtask.prefix.rstrip('/')}",
        "refine_product_id": subtask.refine_product_id,
        "subtask_progress": decimal_text(subtask.progress),
        **_owned(subtask, account),
        **_ran(subtask),
    }


def folder_view(folder: FolderRecord, obs_endpoint: str) -> dict[str, Any]:
    """A folder of oblique photos."""
    return {
        "folder_code": folder.code,
        "folder_name": folder.name,
        "folder_alias": folder.alias,
        "folder_desc": folder.description,
        "obs_endpoint": obs_endpoint,
        "obs_path": folder.path,
        "create_time": moment(folder.created_at),
        "status": folder.status,
    }


def point_view(point: PointRecord) -> dict[str, Any]:
    """A mark point. Decimal texts are those that were sent."""
    return {
        "imageCode": point.image_code,
        "id": point.id,
        "taskId": point.task_id,
        "pointWidth": point.width_px,
        "pointHeight": point.height_px,
        "longitude": point.longitude,
        "latitude": point.latitude,
        "height": point.height,
        "accuracy": point.accuracy,
    }


def product_view(product: ProductRecord, account: Account) -> dict[str, Any]:
    """A product. Sizes are told once it is available; before, they are as in the manual's example."""
    return {
        **_given(folder_code=product.folder_code),
        **_product(product, account),
        "task_info": _task_info(product),
    }


def refine_product_view(product: RefineProductRecord, account: Account) -> dict[str, Any]:
    """A product of a refine subtask."""
    return {
        **_product(product, account),
        "task_info": {**_task_info(product), "workspace_id": product.workspace_id},
        "subtask_info": {
            "subtask_id": product.subtask_id,
            "subtask_name": product.subtask_name,
            "create_time": moment(product.subtask_created_at),
            "completed_time": moment(product.subtask_completed_at),
        },
    }


def _product(product: ProductRecord, account: Account) -> dict[str, Any]:
    ready = product.status is not ProductStatus.PREPARING
    return {
        "id": product.id,
        "name": product.name,
        "status": product.status.value,
        "product_details": [
            {
                "type": detail.type,
                "storage_size_byte": detail.size if ready else 0,
                "files": list(detail.files),
            }
            for detail in product.details
        ],
        "storage_size_byte": product.size if ready else None,
        "create_time": moment(product.created_at),
        "update_time": moment(product.updated_at),
        "tenant_domain_id": account.domain_id,
    }


def _task_info(product: ProductRecord) -> dict[str, Any]:
    return _given(
        task_id=product.task_id,
        task_name=product.task_name,
        task_params=product.task_params,
        task_exec_start_time=_moment(product.task_started_at),
        task_exec_end_time=_moment(product.task_ended_at),
    )


def _owned(record: Worked, account: Account) -> dict[str, Any]:
    return {
        "create_time": moment(record.created_at),
        "update_time": moment(record.updated_at),
        "tenant_domain_id": account.domain_id,
        "creator": record.creator,
        "latest_operator": record.latest_operator,
    }


def _ran(record: Worked) -> dict[str, Any]:
    return {
        "exec_start_time": _moment(record.exec_start),
        "exec_stop_time": _moment(record.exec_stop),
        "fail_message": record.fail_message,
    }


def _moment(at: float | None) -> str | None:
    return None if at is None else moment(at)


def _given(**fields: Any) -> dict[str, Any]:
    return {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in fields.items()
        if value is not None
    }
