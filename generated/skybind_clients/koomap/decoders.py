# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import Page, decoder, reach

if TYPE_CHECKING:
    from .models.checked_image import CheckedImage
    from .models.folder import Folder
    from .models.mark_point import MarkPoint
    from .models.mark_point_count import MarkPointCount
    from .models.navi_answer import NaviAnswer
    from .models.product import Product
    from .models.real_3d_overview import Real3DOverview
    from .models.real_3d_task import Real3DTask
    from .models.real_3d_usage_record import Real3DUsageRecord
    from .models.refine_product import RefineProduct
    from .models.refine_subtask import RefineSubtask
    from .models.satellite_image import SatelliteImage
    from .models.satellite_overview import SatelliteOverview
    from .models.satellite_task import SatelliteTask
    from .models.satellite_usage_record import SatelliteUsageRecord
    from .models.vps_answer import VpsAnswer
    from .models.workspace import Workspace


def nothing(payload: Any) -> None:
    """For calls that return nothing; what came is not looked at."""


@decoder
def list_common_workspace(payload: Any) -> Page[Workspace]:
    from .models.workspace_list import WorkspaceList

    response_200 = WorkspaceList.from_dict(payload)

    items: list[Workspace] = reach(response_200, "data") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def create_common_workspace(payload: Any) -> Workspace:
    from .models.workspace import Workspace

    response_200 = Workspace.from_dict(payload)

    return response_200


@decoder
def update_common_workspace(payload: Any) -> Workspace:
    from .models.workspace import Workspace

    response_200 = Workspace.from_dict(payload)

    return response_200


@decoder
def list_task_info(payload: Any) -> Page[SatelliteTask]:
    from .models.satellite_task_list import SatelliteTaskList

    response_200 = SatelliteTaskList.from_dict(payload)

    items: list[SatelliteTask] = reach(response_200, "data") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def create_task(payload: Any) -> SatelliteTask:
    from .models.satellite_task import SatelliteTask

    response_200 = SatelliteTask.from_dict(payload)

    return response_200


@decoder
def show_task_overview(payload: Any) -> SatelliteOverview:
    from .models.satellite_overview import SatelliteOverview

    response_200 = SatelliteOverview.from_dict(payload)

    return response_200


@decoder
def validate_image(payload: Any) -> list[CheckedImage]:
    from .models.checked_image import CheckedImage

    _response_200: Any = payload
    response_200 = []
    for response_200_item_data in [] if _response_200 is None else _response_200:
        response_200_item = CheckedImage.from_dict(response_200_item_data)

        response_200.append(response_200_item)

    return response_200


@decoder
def list_image_base_info(payload: Any) -> Page[SatelliteImage]:
    from .models.satellite_image_list import SatelliteImageList

    response_200 = SatelliteImageList.from_dict(payload)

    items: list[SatelliteImage] = reach(response_200, "data_info") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def list_usage_info(payload: Any) -> Page[SatelliteUsageRecord]:
    from .models.satellite_usage_list import SatelliteUsageList

    response_200 = SatelliteUsageList.from_dict(payload)

    items: list[SatelliteUsageRecord] = reach(response_200, "data") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def list_tasks_in_workspace(payload: Any) -> Page[Real3DTask]:
    from .models.real_3d_task_list import Real3DTaskList

    response_200 = Real3DTaskList.from_dict(payload)

    items: list[Real3DTask] = reach(response_200, "tasks") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def create_real_3d_task(payload: Any) -> Real3DTask:
    from .models.real_3d_task import Real3DTask

    response_200 = Real3DTask.from_dict(payload)

    return response_200


@decoder
def update_real_3d_task(payload: Any) -> Real3DTask:
    from .models.real_3d_task import Real3DTask

    response_200 = Real3DTask.from_dict(payload)

    return response_200


@decoder
def start_real_3d_task(payload: Any) -> Real3DTask:
    from .models.real_3d_task import Real3DTask

    response_200 = Real3DTask.from_dict(payload)

    return response_200


@decoder
def update_real_3d_task_archived_status(payload: Any) -> Real3DTask:
    from .models.real_3d_task import Real3DTask

    response_200 = Real3DTask.from_dict(payload)

    return response_200


@decoder
def show_task_overview_in_workspace(payload: Any) -> Real3DOverview:
    from .models.real_3d_overview import Real3DOverview

    response_200 = Real3DOverview.from_dict(payload)

    return response_200


@decoder
def list_real_3d_sub_tasks(payload: Any) -> Page[RefineSubtask]:
    from .models.refine_subtask_list import RefineSubtaskList

    response_200 = RefineSubtaskList.from_dict(payload)

    items: list[RefineSubtask] = reach(response_200, "subtasks") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def create_real_3d_sub_task(payload: Any) -> RefineSubtask:
    from .models.refine_subtask import RefineSubtask

    response_200 = RefineSubtask.from_dict(payload)

    return response_200


@decoder
def start_real_3d_sub_task(payload: Any) -> RefineSubtask:
    from .models.refine_subtask import RefineSubtask

    response_200 = RefineSubtask.from_dict(payload)

    return response_200


@decoder
def update_real_3d_sub_task_upload_status(payload: Any) -> RefineSubtask:
    from .models.refine_subtask import RefineSubtask

    response_200 = RefineSubtask.from_dict(payload)

    return response_200


@decoder
def show_real_3d_usage(payload: Any) -> list[Real3DUsageRecord] | None:
    from .models.real_3d_usage_list import Real3DUsageList

    response_200 = Real3DUsageList.from_dict(payload)

    value: list[Real3DUsageRecord] | None = reach(response_200, "data")
    return value


@decoder
def add_spur_point(payload: Any) -> MarkPoint:
    from .models.mark_point import MarkPoint

    response_200 = MarkPoint.from_dict(payload)

    return response_200


@decoder
def list_spur_points(payload: Any) -> Page[MarkPoint]:
    from .models.mark_point_list import MarkPointList

    response_200 = MarkPointList.from_dict(payload)

    items: list[MarkPoint] = reach(response_200, "spur_infos") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def show_spur_count(payload: Any) -> MarkPointCount:
    from .models.mark_point_count import MarkPointCount

    response_200 = MarkPointCount.from_dict(payload)

    return response_200


@decoder
def list_folder(payload: Any) -> Page[Folder]:
    from .models.folder_list import FolderList

    response_200 = FolderList.from_dict(payload)

    items: list[Folder] = reach(response_200, "folders") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def list_real_3d_products(payload: Any) -> Page[Product]:
    from .models.product_list import ProductList

    response_200 = ProductList.from_dict(payload)

    items: list[Product] = reach(response_200, "products") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def list_real_3d_refine_products(payload: Any) -> Page[RefineProduct]:
    from .models.refine_product_list import RefineProductList

    response_200 = RefineProductList.from_dict(payload)

    items: list[RefineProduct] = reach(response_200, "refine_products") or []
    return Page(
        items=items,
        total=reach(response_200, "page", "total"),
        raw=response_200,
    )


@decoder
def start_vps(payload: Any) -> VpsAnswer:
    from .models.vps_answer import VpsAnswer

    response_200 = VpsAnswer.from_dict(payload)

    return response_200


@decoder
def start_navi(payload: Any) -> NaviAnswer:
    from .models.navi_answer import NaviAnswer

    response_200 = NaviAnswer.from_dict(payload)

    return response_200
