# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Models of requests and answers. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .camera_intrinsics import CameraIntrinsics
    from .checked_image import CheckedImage
    from .control_point import ControlPoint
    from .coordinate_system import CoordinateSystem
    from .device_kind import DeviceKind
    from .flag import Flag
    from .folder import Folder
    from .folder_condition import FolderCondition
    from .folder_list import FolderList
    from .folder_search import FolderSearch
    from .folder_status import FolderStatus
    from .folder_status_text import FolderStatusText
    from .frozen_tag import FrozenTag
    from .gps_reading import GpsReading
    from .image_check import ImageCheck
    from .image_level import ImageLevel
    from .image_origin import ImageOrigin
    from .image_search import ImageSearch
    from .image_status import ImageStatus
    from .image_type import ImageType
    from .inertial_reading import InertialReading
    from .list_order import ListOrder
    from .mark_point import MarkPoint
    from .mark_point_count import MarkPointCount
    from .mark_point_id import MarkPointId
    from .mark_point_list import MarkPointList
    from .mark_point_search import MarkPointSearch
    from .modeling_params import ModelingParams
    from .modeling_params_wanted import ModelingParamsWanted
    from .modeling_type import ModelingType
    from .navi_answer import NaviAnswer
    from .navi_payload import NaviPayload
    from .navi_position import NaviPosition
    from .navi_request import NaviRequest
    from .navi_result import NaviResult
    from .navi_step import NaviStep
    from .navi_turn import NaviTurn
    from .new_mark_point import NewMarkPoint
    from .new_real_3d_task import NewReal3DTask
    from .new_refine_subtask import NewRefineSubtask
    from .new_satellite_task import NewSatelliteTask
    from .new_satellite_task_data_alias import NewSatelliteTaskDataAlias
    from .new_satellite_task_data_description import NewSatelliteTaskDataDescription
    from .new_workspace import NewWorkspace
    from .nothing import Nothing
    from .page_info import PageInfo
    from .product import Product
    from .product_file_type import ProductFileType
    from .product_files import ProductFiles
    from .product_list import ProductList
    from .product_status import ProductStatus
    from .product_task import ProductTask
    from .production_level import ProductionLevel
    from .real_3d_overview import Real3DOverview
    from .real_3d_task import Real3DTask
    from .real_3d_task_archive import Real3DTaskArchive
    from .real_3d_task_change import Real3DTaskChange
    from .real_3d_task_list import Real3DTaskList
    from .real_3d_task_start import Real3DTaskStart
    from .real_3d_task_status import Real3DTaskStatus
    from .real_3d_task_type import Real3DTaskType
    from .real_3d_usage_item import Real3DUsageItem
    from .real_3d_usage_list import Real3DUsageList
    from .real_3d_usage_record import Real3DUsageRecord
    from .real_3d_usage_subtype import Real3DUsageSubtype
    from .real_3d_usage_type import Real3DUsageType
    from .real_3d_usage_unit import Real3DUsageUnit
    from .refine_product import RefineProduct
    from .refine_product_file_type import RefineProductFileType
    from .refine_product_files import RefineProductFiles
    from .refine_product_list import RefineProductList
    from .refine_product_order import RefineProductOrder
    from .refine_product_subtask import RefineProductSubtask
    from .refine_product_task import RefineProductTask
    from .refine_subtask import RefineSubtask
    from .refine_subtask_list import RefineSubtaskList
    from .refine_subtask_status import RefineSubtaskStatus
    from .refusal import Refusal
    from .satellite_image import SatelliteImage
    from .satellite_image_list import SatelliteImageList
    from .satellite_overview import SatelliteOverview
    from .satellite_task import SatelliteTask
    from .satellite_task_counts import SatelliteTaskCounts
    from .satellite_task_id import SatelliteTaskId
    from .satellite_task_list import SatelliteTaskList
    from .satellite_task_status import SatelliteTaskStatus
    from .satellite_task_type import SatelliteTaskType
    from .satellite_usage_item import SatelliteUsageItem
    from .satellite_usage_list import SatelliteUsageList
    from .satellite_usage_record import SatelliteUsageRecord
    from .satellite_usage_type import SatelliteUsageType
    from .satellite_usage_unit import SatelliteUsageUnit
    from .slam_pose import SlamPose
    from .triangulation_accuracy import TriangulationAccuracy
    from .upload_state import UploadState
    from .upload_status import UploadStatus
    from .vps_answer import VpsAnswer
    from .vps_detection import VpsDetection
    from .vps_method import VpsMethod
    from .vps_mode import VpsMode
    from .vps_outcome import VpsOutcome
    from .vps_payload import VpsPayload
    from .vps_pose import VpsPose
    from .vps_request import VpsRequest
    from .vps_type import VpsType
    from .vps_user import VpsUser
    from .workspace import Workspace
    from .workspace_change import WorkspaceChange
    from .workspace_list import WorkspaceList
    from .workspace_order import WorkspaceOrder
    from .yes_or_no import YesOrNo

__all__ = (
    "CameraIntrinsics",
    "CheckedImage",
    "ControlPoint",
    "CoordinateSystem",
    "DeviceKind",
    "Flag",
    "Folder",
    "FolderCondition",
    "FolderList",
    "FolderSearch",
    "FolderStatus",
    "FolderStatusText",
    "FrozenTag",
    "GpsReading",
    "ImageCheck",
    "ImageLevel",
    "ImageOrigin",
    "ImageSearch",
    "ImageStatus",
    "ImageType",
    "InertialReading",
    "ListOrder",
    "MarkPoint",
    "MarkPointCount",
    "MarkPointId",
    "MarkPointList",
    "MarkPointSearch",
    "ModelingParams",
    "ModelingParamsWanted",
    "ModelingType",
    "NaviAnswer",
    "NaviPayload",
    "NaviPosition",
    "NaviRequest",
    "NaviResult",
    "NaviStep",
    "NaviTurn",
    "NewMarkPoint",
    "NewReal3DTask",
    "NewRefineSubtask",
    "NewSatelliteTask",
    "NewSatelliteTaskDataAlias",
    "NewSatelliteTaskDataDescription",
    "NewWorkspace",
    "Nothing",
    "PageInfo",
    "Product",
    "ProductFiles",
    "ProductFileType",
    "ProductionLevel",
    "ProductList",
    "ProductStatus",
    "ProductTask",
    "Real3DOverview",
    "Real3DTask",
    "Real3DTaskArchive",
    "Real3DTaskChange",
    "Real3DTaskList",
    "Real3DTaskStart",
    "Real3DTaskStatus",
    "Real3DTaskType",
    "Real3DUsageItem",
    "Real3DUsageList",
    "Real3DUsageRecord",
    "Real3DUsageSubtype",
    "Real3DUsageType",
    "Real3DUsageUnit",
    "RefineProduct",
    "RefineProductFiles",
    "RefineProductFileType",
    "RefineProductList",
    "RefineProductOrder",
    "RefineProductSubtask",
    "RefineProductTask",
    "RefineSubtask",
    "RefineSubtaskList",
    "RefineSubtaskStatus",
    "Refusal",
    "SatelliteImage",
    "SatelliteImageList",
    "SatelliteOverview",
    "SatelliteTask",
    "SatelliteTaskCounts",
    "SatelliteTaskId",
    "SatelliteTaskList",
    "SatelliteTaskStatus",
    "SatelliteTaskType",
    "SatelliteUsageItem",
    "SatelliteUsageList",
    "SatelliteUsageRecord",
    "SatelliteUsageType",
    "SatelliteUsageUnit",
    "SlamPose",
    "TriangulationAccuracy",
    "UploadState",
    "UploadStatus",
    "VpsAnswer",
    "VpsDetection",
    "VpsMethod",
    "VpsMode",
    "VpsOutcome",
    "VpsPayload",
    "VpsPose",
    "VpsRequest",
    "VpsType",
    "VpsUser",
    "Workspace",
    "WorkspaceChange",
    "WorkspaceList",
    "WorkspaceOrder",
    "YesOrNo",
)

_HOMES = {
    "CameraIntrinsics": ".camera_intrinsics",
    "CheckedImage": ".checked_image",
    "ControlPoint": ".control_point",
    "CoordinateSystem": ".coordinate_system",
    "DeviceKind": ".device_kind",
    "Flag": ".flag",
    "Folder": ".folder",
    "FolderCondition": ".folder_condition",
    "FolderList": ".folder_list",
    "FolderSearch": ".folder_search",
    "FolderStatus": ".folder_status",
    "FolderStatusText": ".folder_status_text",
    "FrozenTag": ".frozen_tag",
    "GpsReading": ".gps_reading",
    "ImageCheck": ".image_check",
    "ImageLevel": ".image_level",
    "ImageOrigin": ".image_origin",
    "ImageSearch": ".image_search",
    "ImageStatus": ".image_status",
    "ImageType": ".image_type",
    "InertialReading": ".inertial_reading",
    "ListOrder": ".list_order",
    "MarkPoint": ".mark_point",
    "MarkPointCount": ".mark_point_count",
    "MarkPointId": ".mark_point_id",
    "MarkPointList": ".mark_point_list",
    "MarkPointSearch": ".mark_point_search",
    "ModelingParams": ".modeling_params",
    "ModelingParamsWanted": ".modeling_params_wanted",
    "ModelingType": ".modeling_type",
    "NaviAnswer": ".navi_answer",
    "NaviPayload": ".navi_payload",
    "NaviPosition": ".navi_position",
    "NaviRequest": ".navi_request",
    "NaviResult": ".navi_result",
    "NaviStep": ".navi_step",
    "NaviTurn": ".navi_turn",
    "NewMarkPoint": ".new_mark_point",
    "NewReal3DTask": ".new_real_3d_task",
    "NewRefineSubtask": ".new_refine_subtask",
    "NewSatelliteTask": ".new_satellite_task",
    "NewSatelliteTaskDataAlias": ".new_satellite_task_data_alias",
    "NewSatelliteTaskDataDescription": ".new_satellite_task_data_description",
    "NewWorkspace": ".new_workspace",
    "Nothing": ".nothing",
    "PageInfo": ".page_info",
    "Product": ".product",
    "ProductFileType": ".product_file_type",
    "ProductFiles": ".product_files",
    "ProductList": ".product_list",
    "ProductStatus": ".product_status",
    "ProductTask": ".product_task",
    "ProductionLevel": ".production_level",
    "Real3DOverview": ".real_3d_overview",
    "Real3DTask": ".real_3d_task",
    "Real3DTaskArchive": ".real_3d_task_archive",
    "Real3DTaskChange": ".real_3d_task_change",
    "Real3DTaskList": ".real_3d_task_list",
    "Real3DTaskStart": ".real_3d_task_start",
    "Real3DTaskStatus": ".real_3d_task_status",
    "Real3DTaskType": ".real_3d_task_type",
    "Real3DUsageItem": ".real_3d_usage_item",
    "Real3DUsageList": ".real_3d_usage_list",
    "Real3DUsageRecord": ".real_3d_usage_record",
    "Real3DUsageSubtype": ".real_3d_usage_subtype",
    "Real3DUsageType": ".real_3d_usage_type",
    "Real3DUsageUnit": ".real_3d_usage_unit",
    "RefineProduct": ".refine_product",
    "RefineProductFileType": ".refine_product_file_type",
    "RefineProductFiles": ".refine_product_files",
    "RefineProductList": ".refine_product_list",
    "RefineProductOrder": ".refine_product_order",
    "RefineProductSubtask": ".refine_product_subtask",
    "RefineProductTask": ".refine_product_task",
    "RefineSubtask": ".refine_subtask",
    "RefineSubtaskList": ".refine_subtask_list",
    "RefineSubtaskStatus": ".refine_subtask_status",
    "Refusal": ".refusal",
    "SatelliteImage": ".satellite_image",
    "SatelliteImageList": ".satellite_image_list",
    "SatelliteOverview": ".satellite_overview",
    "SatelliteTask": ".satellite_task",
    "SatelliteTaskCounts": ".satellite_task_counts",
    "SatelliteTaskId": ".satellite_task_id",
    "SatelliteTaskList": ".satellite_task_list",
    "SatelliteTaskStatus": ".satellite_task_status",
    "SatelliteTaskType": ".satellite_task_type",
    "SatelliteUsageItem": ".satellite_usage_item",
    "SatelliteUsageList": ".satellite_usage_list",
    "SatelliteUsageRecord": ".satellite_usage_record",
    "SatelliteUsageType": ".satellite_usage_type",
    "SatelliteUsageUnit": ".satellite_usage_unit",
    "SlamPose": ".slam_pose",
    "TriangulationAccuracy": ".triangulation_accuracy",
    "UploadState": ".upload_state",
    "UploadStatus": ".upload_status",
    "VpsAnswer": ".vps_answer",
    "VpsDetection": ".vps_detection",
    "VpsMethod": ".vps_method",
    "VpsMode": ".vps_mode",
    "VpsOutcome": ".vps_outcome",
    "VpsPayload": ".vps_payload",
    "VpsPose": ".vps_pose",
    "VpsRequest": ".vps_request",
    "VpsType": ".vps_type",
    "VpsUser": ".vps_user",
    "Workspace": ".workspace",
    "WorkspaceChange": ".workspace_change",
    "WorkspaceList": ".workspace_list",
    "WorkspaceOrder": ".workspace_order",
    "YesOrNo": ".yes_or_no",
}

# Hidden from type checkers: with a module-level __getattr__ in sight they would accept any misspelt name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(home, __name__), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
