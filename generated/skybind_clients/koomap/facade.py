# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Huawei KooMap as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..runtime import UNSET, AsyncCaller, AsyncPages, Caller, Page, Pages, Raw, Unset
from . import decoders
from .operations import OPERATIONS

if TYPE_CHECKING:
    from .models.checked_image import CheckedImage
    from .models.coordinate_system import CoordinateSystem
    from .models.flag import Flag
    from .models.folder import Folder
    from .models.folder_condition import FolderCondition
    from .models.image_origin import ImageOrigin
    from .models.image_type import ImageType
    from .models.list_order import ListOrder
    from .models.mark_point import MarkPoint
    from .models.mark_point_count import MarkPointCount
    from .models.modeling_params_wanted import ModelingParamsWanted
    from .models.modeling_type import ModelingType
    from .models.navi_answer import NaviAnswer
    from .models.navi_payload import NaviPayload
    from .models.product import Product
    from .models.production_level import ProductionLevel
    from .models.real_3d_overview import Real3DOverview
    from .models.real_3d_task import Real3DTask
    from .models.real_3d_task_status import Real3DTaskStatus
    from .models.real_3d_task_type import Real3DTaskType
    from .models.real_3d_usage_record import Real3DUsageRecord
    from .models.real_3d_usage_type import Real3DUsageType
    from .models.refine_product import RefineProduct
    from .models.refine_product_order import RefineProductOrder
    from .models.refine_subtask import RefineSubtask
    from .models.refine_subtask_status import RefineSubtaskStatus
    from .models.satellite_image import SatelliteImage
    from .models.satellite_overview import SatelliteOverview
    from .models.satellite_task import SatelliteTask
    from .models.satellite_task_status import SatelliteTaskStatus
    from .models.satellite_task_type import SatelliteTaskType
    from .models.satellite_usage_record import SatelliteUsageRecord
    from .models.satellite_usage_type import SatelliteUsageType
    from .models.upload_status import UploadStatus
    from .models.vps_answer import VpsAnswer
    from .models.vps_payload import VpsPayload
    from .models.workspace import Workspace
    from .models.workspace_order import WorkspaceOrder
    from .models.yes_or_no import YesOrNo


class Workspaces:
    """Workspaces, which hold tasks."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawWorkspaces:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawWorkspaces(self._caller)

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        workspace_ids: builtins.list[str] | Unset = UNSET,
        workspace_name: str | Unset = UNSET,
        star: bool | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        order_by: WorkspaceOrder | Unset = UNSET,
    ) -> Pages[Workspace]:
        """List workspaces.

        Pinned ones come first, then the order that was asked for (查询工作共享空间列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            workspace_ids: Only these workspaces.
            workspace_name: Part of the name.
            star: Only pinned workspaces, or only others.
            create_time_from: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_to: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_from: Only what changed at or after this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_to: Only what changed at or before this time. UTC, as 2026-01-31T12:00:00Z.
            order_by: Order of the list.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00011106 workspace_name_format_wrong, KMP.00011109 order_not_valid, KMP.00011110
        workspace_id_length_wrong, KMP.00011111 workspace_time_format_wrong, KMP.00011112 workspace_offset_out_of_range,
        KMP.00011113 workspace_limit_out_of_range, and 21 codes that many calls share.

        Source: seed 4.1.2; C-22, C-24
        """
        from .api.workspaces import list_common_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            workspace_ids=workspace_ids,
            workspace_name=workspace_name,
            star=star,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            order_by=order_by,
        )
        return self._caller.pages(OPERATIONS["listCommonWorkspace"], _request, decoders.list_common_workspace)

    def create(self, *, workspace_name: str, workspace_description: str | Unset = UNSET) -> Workspace:
        """Create a workspace.

        A workspace holds tasks. At most 500 an account; names are unique without regard to case (创建工作共享空间).

        Args:
            workspace_name: Name of the workspace. 2 to 50 characters; Chinese characters, letters, digits, underscores.
            workspace_description: What the workspace is for. At most 200 characters; Chinese characters, letters,
                digits, underscores.

        Returns:
            A workspace (工作共享空间).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00011005 workspace_media_type_not_supported, KMP.00011100 workspace_limit_reached, KMP.00011105
        workspace_name_taken, KMP.00011106 workspace_name_format_wrong, KMP.00011107 workspace_name_must_not_be_null,
        KMP.00011108 workspace_description_format_wrong, and 21 codes that many calls share.

        Source: seed 4.1.1; C-01, C-20
        """
        from .api.workspaces import create_common_workspace as _endpoint
        from .models.new_workspace import NewWorkspace

        _body = NewWorkspace(workspace_name=workspace_name, workspace_description=workspace_description)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["createCommonWorkspace"], _request, decoders.create_common_workspace)

    def update(
        self,
        workspace_id: str,
        *,
        workspace_name: str | Unset = UNSET,
        workspace_description: str | Unset = UNSET,
        star: YesOrNo | Unset = UNSET,
    ) -> Workspace:
        """Rename, describe or pin a workspace.

        Fields that are left out stay as they are. At most 4 workspaces are pinned (更新工作共享空间).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            workspace_name: Name of the workspace. 2 to 50 characters; Chinese characters, letters, digits, underscores.
            workspace_description: What the workspace is for. At most 200 characters; Chinese characters, letters,
                digits, underscores.
            star: Whether it is pinned to the top; an account pins at most 4.

        Returns:
            A workspace (工作共享空间).

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00011005 workspace_media_type_not_supported, KMP.00011101 pin_limit_reached, KMP.00011104
        workspace_not_exist, KMP.00011105 workspace_name_taken, KMP.00011106 workspace_name_format_wrong, KMP.00011108
        workspace_description_format_wrong, KMP.00011110 workspace_id_length_wrong, and 21 codes that many calls share.

        Source: seed 4.1.3; C-20, C-28
        """
        from .api.workspaces import update_common_workspace as _endpoint
        from .models.workspace_change import WorkspaceChange

        _body = WorkspaceChange(workspace_name=workspace_name, workspace_description=workspace_description, star=star)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return self._caller(OPERATIONS["updateCommonWorkspace"], _request, decoders.update_common_workspace)

    def delete(self, workspace_id: str) -> None:
        """Delete a workspace.

        Refused while it is pinned or has tasks (删除工作共享空间).

        Args:
            workspace_id: Id of the workspace. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00011005 workspace_media_type_not_supported, KMP.00011102
        workspace_pinned_workspace_cannot_be_deleted, KMP.00011103 workspace_with_tasks_cannot_be_deleted, KMP.00011104
        workspace_not_exist, KMP.00011110 workspace_id_length_wrong, and 21 codes that many calls share.

        Source: seed 4.1.4; C-06, C-07, C-20
        """
        from .api.workspaces import delete_common_workspace as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        self._caller(OPERATIONS["deleteCommonWorkspace"], _request, decoders.nothing)


class RawWorkspaces:
    """The calls of `Workspaces`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        workspace_ids: builtins.list[str] | Unset = UNSET,
        workspace_name: str | Unset = UNSET,
        star: bool | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        order_by: WorkspaceOrder | Unset = UNSET,
    ) -> Raw[Page[Workspace]]:
        """See `Workspaces.list`."""
        from .api.workspaces import list_common_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            workspace_ids=workspace_ids,
            workspace_name=workspace_name,
            star=star,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            order_by=order_by,
        )
        return self._caller.raw(OPERATIONS["listCommonWorkspace"], _request, decoders.list_common_workspace)

    def create(self, *, workspace_name: str, workspace_description: str | Unset = UNSET) -> Raw[Workspace]:
        """See `Workspaces.create`."""
        from .api.workspaces import create_common_workspace as _endpoint
        from .models.new_workspace import NewWorkspace

        _body = NewWorkspace(workspace_name=workspace_name, workspace_description=workspace_description)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["createCommonWorkspace"], _request, decoders.create_common_workspace)

    def update(
        self,
        workspace_id: str,
        *,
        workspace_name: str | Unset = UNSET,
        workspace_description: str | Unset = UNSET,
        star: YesOrNo | Unset = UNSET,
    ) -> Raw[Workspace]:
        """See `Workspaces.update`."""
        from .api.workspaces import update_common_workspace as _endpoint
        from .models.workspace_change import WorkspaceChange

        _body = WorkspaceChange(workspace_name=workspace_name, workspace_description=workspace_description, star=star)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return self._caller.raw(OPERATIONS["updateCommonWorkspace"], _request, decoders.update_common_workspace)

    def delete(self, workspace_id: str) -> Raw[None]:
        """See `Workspaces.delete`."""
        from .api.workspaces import delete_common_workspace as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return self._caller.raw(OPERATIONS["deleteCommonWorkspace"], _request, decoders.nothing)


class SatelliteTasks:
    """Processing of satellite images."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawSatelliteTasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawSatelliteTasks(self._caller)

    def list(
        self,
        *,
        workspace_id: str,
        task_name: str | Unset = UNSET,
        task_status: builtins.list[SatelliteTaskStatus] | Unset = UNSET,
        create_time_start: str | Unset = UNSET,
        create_time_end: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Pages[SatelliteTask]:
        """List satellite tasks.

        Archived tasks are left out, unless their state is asked for (查询任务).

        Args:
            workspace_id: Id of the workspace. 32 characters.
            task_name: Part of the name. 1 to 50 characters.
            task_status: Only tasks in these states.
            create_time_start: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_end: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051002 workspace_belongs_another_tenant, KMP.00051012 name_too_long, KMP.00051026
        date_not_exist, KMP.00051053 satellite_workspace_not_exist, KMP.00051061 workspace_deleted, and 17 codes that
        many calls share.

        Source: seed 4.2.3; C-24, C-25, C-32
        """
        from .api.satellite_tasks import list_task_info as _endpoint

        _request = _endpoint._get_kwargs(
            task_name=task_name,
            workspace_id=workspace_id,
            task_status=task_status,
            create_time_start=create_time_start,
            create_time_end=create_time_end,
            offset=offset,
            limit=limit,
        )
        return self._caller.pages(OPERATIONS["listTaskInfo"], _request, decoders.list_task_info)

    def create(
        self,
        *,
        task_name: str,
        task_type: SatelliteTaskType,
        workspace_id: str,
        data_ids: builtins.list[str],
        production_level: ProductionLevel,
        data_alias: Mapping[str, None | str],
        coordination: str,
        data_description: Mapping[str, None | str],
        csv_ids: builtins.list[str],
        is_clip: Flag,
        is_tile: Flag,
        shape_id: str | Unset = UNSET,
        task_description: str | Unset = UNSET,
    ) -> SatelliteTask:
        """Create a satellite processing task.

        Raw satellite images become a product of level L2 to L5. Task names are unique; an account has at most 500 tasks
        (新建任务).

        Args:
            task_name: Name of the task. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_type: Kind of task.
            workspace_id: Id of the workspace. 32 characters.
            data_ids: Ids of the raw images.
            production_level: Processing level of the result.
            data_alias: Alias of each result image, by the name that the image check gave it.
            coordination: Coordinate system of the result.
            data_description: Description of each result image, by the name that the image check gave it.
            csv_ids: Ids of the production material (csv files); level L3 needs them.
            is_clip: Cut the result along a vector; level L5 only.
            is_tile: Cut the result into a tile pyramid; level L5 only.
            shape_id: Id of the vector file to cut along; needed when isClip is 1. 32 characters.
            task_description: What the task is for. At most 255 characters; Chinese characters, letters, digits,
                underscores.

        Returns:
            A satellite processing task.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051001 level_not_valid, KMP.00051002 workspace_belongs_another_tenant, KMP.00051003
        too_many_satellite_images, KMP.00051004 satellite_task_name_taken, KMP.00051005 result_alias_taken, KMP.00051006
        shapeid_must_not_be_empty, KMP.00051007 shapeid_not_exist, KMP.00051008 level_l3_needs_csvid, KMP.00051010
        result_name_taken, KMP.00051011 satellite_task_limit_reached, KMP.00051012 name_too_long, KMP.00051016
        raw_image_not_exist, KMP.00051022 description_too_long, KMP.00051032 data_information_not_available,
        KMP.00051033 shape_file_information_not_available, KMP.00051035 longitude_latitude_not_available, KMP.00051036
        utm_number_not_valid, KMP.00051037 epsg_code_not_valid, KMP.00051038 longitude_latitude_not_valid, KMP.00051039
        file_suffix_not_valid, KMP.00051041 image_state_not_allow_task, KMP.00051042 csvid_not_exist, KMP.00051045
        production_material_not_exist, KMP.00051048 satellite_information_not_available, KMP.00051049
        coordinate_system_not_valid, KMP.00051050 rpc_list_empty_coordinate_check, KMP.00051051
        coordinate_system_format_not_valid, KMP.00051053 satellite_workspace_not_exist, KMP.00051054
        image_details_not_available, KMP.00051056 vector_file_not_exist, KMP.00051061 workspace_deleted, KMP.00051065
        folder_not_created, KMP.00051067 file_not_created, KMP.00051068 file_not_built, KMP.00051069 result_name_wrong,
        KMP.00051072 production_material_given_twice, KMP.00051073 satellite_image_given_twice, KMP.00051074
        satellite_image_not_exist, KMP.00051075 level_does_not_fit, KMP.00054001 amount_production_material_wrong,
        KMP.00054002 area_production_material_wrong, KMP.00054004 values_production_material_out_range, KMP.00054006
        production_material_not_match_images, KMP.00054007 more_than_4_bands, KMP.00054008 image_cannot_be_opened,
        KMP.00054009 band_data_cannot_be_read, KMP.00054010 image_data_cannot_be_read, KMP.00054011
        image_file_type_wrong, KMP.00054012 image_cannot_be_read, KMP.00054013 image_width_or_height_wrong, and 18 codes
        that many calls share.

        Source: seed 4.2.1
        """
        from .api.satellite_tasks import create_task as _endpoint
        from .models.new_satellite_task import NewSatelliteTask
        from .models.new_satellite_task_data_alias import NewSatelliteTaskDataAlias
        from .models.new_satellite_task_data_description import NewSatelliteTaskDataDescription

        _body = NewSatelliteTask(
            task_name=task_name,
            task_type=task_type,
            workspace_id=workspace_id,
            data_ids=data_ids,
            production_level=production_level,
            data_alias=NewSatelliteTaskDataAlias.from_dict(data_alias),
            coordination=coordination,
            data_description=NewSatelliteTaskDataDescription.from_dict(data_description),
            csv_ids=csv_ids,
            is_clip=is_clip,
            is_tile=is_tile,
            shape_id=shape_id,
            task_description=task_description,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["createTask"], _request, decoders.create_task)

    def delete(self, *, id: str) -> None:
        """Delete a satellite task.

        Allowed from INIT, STOP_SUCCESS and FAILED (删除任务).

        Args:
            id: Id of the satellite task.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00051047 satellite_state_not_allow_delete, KMP.00051066 old_folder_not_deleted, KMP.00051070
        task_not_deleted, and 22 codes that many calls share.

        Source: seed 4.2.7; C-06, C-31
        """
        from .api.satellite_tasks import delete_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        self._caller(OPERATIONS["deleteTask"], _request, decoders.nothing)

    def overview(self, *, workspace_id: str) -> SatelliteOverview:
        """Count the satellite tasks of a workspace.

        `finished` counts archived tasks too, so that the total need not be the sum of the other two (查看任务概览).

        Args:
            workspace_id: Id of the workspace. 32 characters.

        Returns:
            Number of satellite tasks of a workspace.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051002 workspace_belongs_another_tenant, KMP.00051053 satellite_workspace_not_exist,
        KMP.00051061 workspace_deleted, and 17 codes that many calls share.

        Source: seed 4.2.2; C-39
        """
        from .api.satellite_tasks import show_task_overview as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return self._caller(OPERATIONS["showTaskOverview"], _request, decoders.show_task_overview)

    def start(self, *, id: str) -> None:
        """Start a satellite task.

        Allowed from INIT, STOP_SUCCESS and FAILED. The task waits in START_RUNNING, then runs (启动任务).

        Args:
            id: Id of the satellite task.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051015 satellite_state_not_allow_start, KMP.00051030 start_failed, KMP.00051032
        data_information_not_available, KMP.00051033 shape_file_information_not_available, KMP.00051040
        billing_record_failed, KMP.00051043 do_not_start_twice, KMP.00051055 file_not_generated, KMP.00051065
        folder_not_created, KMP.00051066 old_folder_not_deleted, KMP.00051067 file_not_created, KMP.00051068
        file_not_built, and 22 codes that many calls share.

        Source: seed 4.2.4; C-31, C-40
        """
        from .api.satellite_tasks import start_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        self._caller(OPERATIONS["startTask"], _request, decoders.nothing)

    def stop(self, *, id: str) -> None:
        """Stop a satellite task.

        Allowed while it runs; by the console guide also while it waits (停止任务).

        Args:
            id: Id of the satellite task.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051017 satellite_state_not_allow_stop, KMP.00051031 stop_failed, and 22 codes that many calls
        share.

        Source: seed 4.2.5; C-40
        """
        from .api.satellite_tasks import stop_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        self._caller(OPERATIONS["stopTask"], _request, decoders.nothing)

    def archive(self, *, id: str, archived: bool) -> None:
        """Archive a satellite task, or take it out of the archive.

        From SUCCESS to ARCHIVED and back (归档/取消归档任务).

        Args:
            id: Id of the satellite task.
            archived: True puts it into the archive, false takes it out.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051018 state_not_allow_archive, KMP.00051019 state_not_allow_unarchive, and 23 codes that many
        calls share.

        Source: seed 4.2.6; C-31, C-56
        """
        from .api.satellite_tasks import update_task_archived_status as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(archived=archived, body=_body)
        self._caller(OPERATIONS["updateTaskArchivedStatus"], _request, decoders.nothing)


class RawSatelliteTasks:
    """The calls of `SatelliteTasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        workspace_id: str,
        task_name: str | Unset = UNSET,
        task_status: builtins.list[SatelliteTaskStatus] | Unset = UNSET,
        create_time_start: str | Unset = UNSET,
        create_time_end: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Raw[Page[SatelliteTask]]:
        """See `SatelliteTasks.list`."""
        from .api.satellite_tasks import list_task_info as _endpoint

        _request = _endpoint._get_kwargs(
            task_name=task_name,
            workspace_id=workspace_id,
            task_status=task_status,
            create_time_start=create_time_start,
            create_time_end=create_time_end,
            offset=offset,
            limit=limit,
        )
        return self._caller.raw(OPERATIONS["listTaskInfo"], _request, decoders.list_task_info)

    def create(
        self,
        *,
        task_name: str,
        task_type: SatelliteTaskType,
        workspace_id: str,
        data_ids: builtins.list[str],
        production_level: ProductionLevel,
        data_alias: Mapping[str, None | str],
        coordination: str,
        data_description: Mapping[str, None | str],
        csv_ids: builtins.list[str],
        is_clip: Flag,
        is_tile: Flag,
        shape_id: str | Unset = UNSET,
        task_description: str | Unset = UNSET,
    ) -> Raw[SatelliteTask]:
        """See `SatelliteTasks.create`."""
        from .api.satellite_tasks import create_task as _endpoint
        from .models.new_satellite_task import NewSatelliteTask
        from .models.new_satellite_task_data_alias import NewSatelliteTaskDataAlias
        from .models.new_satellite_task_data_description import NewSatelliteTaskDataDescription

        _body = NewSatelliteTask(
            task_name=task_name,
            task_type=task_type,
            workspace_id=workspace_id,
            data_ids=data_ids,
            production_level=production_level,
            data_alias=NewSatelliteTaskDataAlias.from_dict(data_alias),
            coordination=coordination,
            data_description=NewSatelliteTaskDataDescription.from_dict(data_description),
            csv_ids=csv_ids,
            is_clip=is_clip,
            is_tile=is_tile,
            shape_id=shape_id,
            task_description=task_description,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["createTask"], _request, decoders.create_task)

    def delete(self, *, id: str) -> Raw[None]:
        """See `SatelliteTasks.delete`."""
        from .api.satellite_tasks import delete_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["deleteTask"], _request, decoders.nothing)

    def overview(self, *, workspace_id: str) -> Raw[SatelliteOverview]:
        """See `SatelliteTasks.overview`."""
        from .api.satellite_tasks import show_task_overview as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return self._caller.raw(OPERATIONS["showTaskOverview"], _request, decoders.show_task_overview)

    def start(self, *, id: str) -> Raw[None]:
        """See `SatelliteTasks.start`."""
        from .api.satellite_tasks import start_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["startTask"], _request, decoders.nothing)

    def stop(self, *, id: str) -> Raw[None]:
        """See `SatelliteTasks.stop`."""
        from .api.satellite_tasks import stop_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["stopTask"], _request, decoders.nothing)

    def archive(self, *, id: str, archived: bool) -> Raw[None]:
        """See `SatelliteTasks.archive`."""
        from .api.satellite_tasks import update_task_archived_status as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(archived=archived, body=_body)
        return self._caller.raw(OPERATIONS["updateTaskArchivedStatus"], _request, decoders.nothing)


class SatelliteImages:
    """Raw satellite images and results, and their check before a task."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawSatelliteImages:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawSatelliteImages(self._caller)

    def check(
        self, *, data_ids: builtins.list[str], production_level: ProductionLevel, task_name: str, coordination: str
    ) -> builtins.list[CheckedImage]:
        """Check raw satellite images before a task.

        Says what the result images will be called; panchromatic and multispectral images must pair up, or all be
        multispectral (校验原始影像文件).

        Args:
            data_ids: Ids of the raw images.
            production_level: Processing level of the result.
            task_name: Name of the task.
            coordination: Coordinate system of the result.

        Returns:
            What the check says, image by image.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051001 level_not_valid, KMP.00051003 too_many_satellite_images, KMP.00051012 name_too_long,
        KMP.00051016 raw_image_not_exist, KMP.00051032 data_information_not_available, KMP.00051035
        longitude_latitude_not_available, KMP.00051036 utm_number_not_valid, KMP.00051037 epsg_code_not_valid,
        KMP.00051038 longitude_latitude_not_valid, KMP.00051039 file_suffix_not_valid, KMP.00051041
        image_state_not_allow_task, KMP.00051048 satellite_information_not_available, KMP.00051049
        coordinate_system_not_valid, KMP.00051050 rpc_list_empty_coordinate_check, KMP.00051051
        coordinate_system_format_not_valid, KMP.00051054 image_details_not_available, KMP.00051073
        satellite_image_given_twice, KMP.00051074 satellite_image_not_exist, KMP.00054007 more_than_4_bands,
        KMP.00054008 image_cannot_be_opened, KMP.00054009 band_data_cannot_be_read, KMP.00054010
        image_data_cannot_be_read, KMP.00054011 image_file_type_wrong, KMP.00054012 image_cannot_be_read, KMP.00054013
        image_width_or_height_wrong, and 17 codes that many calls share.

        Source: seed 4.2.8; C-38
        """
        from .api.satellite_images import validate_image as _endpoint
        from .models.image_check import ImageCheck

        _body = ImageCheck(
            data_ids=data_ids, production_level=production_level, task_name=task_name, coordination=coordination
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["validateImage"], _request, decoders.validate_image)

    def list(
        self,
        *,
        image_name: str | Unset = UNSET,
        image_date_from: str | Unset = UNSET,
        image_date_to: str | Unset = UNSET,
        image_status: str | Unset = UNSET,
        raw_alias: str | Unset = UNSET,
        image_alias: str | Unset = UNSET,
        image_levels: str | Unset = UNSET,
        is_product: ImageOrigin | Unset = UNSET,
        order: ListOrder | Unset = UNSET,
        description: str | Unset = UNSET,
        image_type: ImageType | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
    ) -> Pages[SatelliteImage]:
        """List satellite images.

        The search goes as a form. Dates filter the upload, not the time of capture (查询卫星影像基本信息).

        Args:
            image_name: Part of the name. At most 100 characters; Chinese characters, letters, digits, underscores,
                dots, hyphens.
            image_date_from: Only images uploaded at or after this time. 20 characters; UTC, as 2026-01-31T12:00:00Z.
            image_date_to: Only images uploaded at or before this time. 20 characters; UTC, as 2026-01-31T12:00:00Z.
            image_status: States of the data, separated by commas. Matches `^(0|1|2|3|4|6|7|8)(,(0|1|2|3|4|6|7|8))*$`.
            raw_alias: Part of the alias. At most 100 characters; Chinese characters, letters, digits, underscores,
                dots, hyphens.
            image_alias: Aliases, separated by commas. Chinese characters, letters, digits, underscores, dots, hyphens,
                commas.
            image_levels: Processing levels, separated by commas. Matches
                `^(L1|L1A|L1B|L2|L3|L4|L5)(,(L1|L1A|L1B|L2|L3|L4|L5))*$`.
            is_product: Raw image or result.
            order: Order of the list.
            description: Part of the description. At most 255 characters; Chinese characters, letters, digits,
                underscores, hyphens.
            image_type: Panchromatic or multispectral.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00040000 data_internal_error, KMP.00040101 data_internal_call_failed, KMP.00041001 tenant_refused,
        KMP.00041002 database_error_operation, KMP.00041003 image_information_cannot_be_parsed, KMP.00042001
        request_parameter_wrong, KMP.00042002 time_conversion_failed, KMP.00042003 object_storage_reported_error,
        KMP.00042010 object_not_exist, KMP.00042016 image_name_lacks_satellite, KMP.00042017 image_name_lacks_sensor,
        KMP.00042018 file_missing_or_no_right_download, KMP.00042019 coordinate_format_wrong, KMP.00042020
        iam_service_reported_error, KMP.00042022 metadata_missing_or_no_right_see, KMP.00042023
        file_missing_or_no_right_query, KMP.00042030 too_many_query, and 10 codes that many calls share.

        Source: seed 4.4.1; C-05, C-42
        """
        from .api.satellite_images import list_image_base_info as _endpoint
        from .models.image_search import ImageSearch

        _body = ImageSearch(
            image_name=image_name,
            image_date_from=image_date_from,
            image_date_to=image_date_to,
            image_status=image_status,
            raw_alias=raw_alias,
            image_alias=image_alias,
            image_levels=image_levels,
            is_product=is_product,
            order=order,
            description=description,
            image_type=image_type,
            limit=limit,
            offset=offset,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.pages(OPERATIONS["listImageBaseInfo"], _request, decoders.list_image_base_info)


class RawSatelliteImages:
    """The calls of `SatelliteImages`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def check(
        self, *, data_ids: builtins.list[str], production_level: ProductionLevel, task_name: str, coordination: str
    ) -> Raw[builtins.list[CheckedImage]]:
        """See `SatelliteImages.check`."""
        from .api.satellite_images import validate_image as _endpoint
        from .models.image_check import ImageCheck

        _body = ImageCheck(
            data_ids=data_ids, production_level=production_level, task_name=task_name, coordination=coordination
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["validateImage"], _request, decoders.validate_image)

    def list(
        self,
        *,
        image_name: str | Unset = UNSET,
        image_date_from: str | Unset = UNSET,
        image_date_to: str | Unset = UNSET,
        image_status: str | Unset = UNSET,
        raw_alias: str | Unset = UNSET,
        image_alias: str | Unset = UNSET,
        image_levels: str | Unset = UNSET,
        is_product: ImageOrigin | Unset = UNSET,
        order: ListOrder | Unset = UNSET,
        description: str | Unset = UNSET,
        image_type: ImageType | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
    ) -> Raw[Page[SatelliteImage]]:
        """See `SatelliteImages.list`."""
        from .api.satellite_images import list_image_base_info as _endpoint
        from .models.image_search import ImageSearch

        _body = ImageSearch(
            image_name=image_name,
            image_date_from=image_date_from,
            image_date_to=image_date_to,
            image_status=image_status,
            raw_alias=raw_alias,
            image_alias=image_alias,
            image_levels=image_levels,
            is_product=is_product,
            order=order,
            description=description,
            image_type=image_type,
            limit=limit,
            offset=offset,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["listImageBaseInfo"], _request, decoders.list_image_base_info)


class SatelliteUsage:
    """What satellite storage and processing were used."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawSatelliteUsage:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawSatelliteUsage(self._caller)

    def list(
        self, *, usage_type: SatelliteUsageType, limit: int | Unset = UNSET, offset: int | Unset = UNSET
    ) -> Pages[SatelliteUsageRecord]:
        """Show satellite usage.

        What was stored or processed, and what was bought (查询用量).

        Args:
            usage_type: What is counted.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051058 no_data_usage_tenant, KMP.00051059 more_than_one_data_usage_record, and 17 codes that
        many calls share.

        Source: seed 4.3.1; C-22, C-47
        """
        from .api.satellite_usage import list_usage_info as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type, limit=limit, offset=offset)
        return self._caller.pages(OPERATIONS["listUsageInfo"], _request, decoders.list_usage_info)


class RawSatelliteUsage:
    """The calls of `SatelliteUsage`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, *, usage_type: SatelliteUsageType, limit: int | Unset = UNSET, offset: int | Unset = UNSET
    ) -> Raw[Page[SatelliteUsageRecord]]:
        """See `SatelliteUsage.list`."""
        from .api.satellite_usage import list_usage_info as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type, limit=limit, offset=offset)
        return self._caller.raw(OPERATIONS["listUsageInfo"], _request, decoders.list_usage_info)


class Real3dTasks:
    """Real-scene 3D models of oblique photos."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawReal3dTasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawReal3dTasks(self._caller)

    def list(
        self,
        workspace_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        task_name: str | Unset = UNSET,
        task_type: builtins.list[Real3DTaskType] | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        task_ids: builtins.list[str] | Unset = UNSET,
        task_status: builtins.list[Real3DTaskStatus] | Unset = UNSET,
    ) -> Pages[Real3DTask]:
        """List the real-scene 3D tasks of a workspace.

        Archived tasks come only when their id or their state is asked for (分页查询工作共享空间内实景三维任务列表).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            task_name: Part of the name. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_type: Only tasks of these kinds.
            modeling_type: Only tasks that model this.
            create_time_from: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_to: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_from: Only what changed at or after this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_to: Only what changed at or before this time. UTC, as 2026-01-31T12:00:00Z.
            task_ids: Only these tasks.
            task_status: Only tasks in these states.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021105 task_type_not_valid, KMP.00021119 task_name_not_valid, KMP.00021121 task_state_not_valid,
        KMP.00021135 modelling_type_not_valid, and 26 codes that many calls share.

        Source: seed 4.5.7; C-24
        """
        from .api.real3d_tasks import list_tasks_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            offset=offset,
            limit=limit,
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            task_ids=task_ids,
            task_status=task_status,
        )
        return self._caller.pages(OPERATIONS["listTasksInWorkspace"], _request, decoders.list_tasks_in_workspace)

    def create(
        self,
        workspace_id: str,
        *,
        task_name: str,
        task_description: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Real3DTask:
        """Create a real-scene 3D task.

        At most 500 a workspace; names are unique without regard to case. Folder and kind may follow later, but are
        needed to start (创建实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_name: Name of the task. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_description: What the task is for. At most 255 characters; Chinese characters, letters, digits,
                underscores.
            task_type: Kind of task.
            modeling_type: What is modelled.
            modeling_params: How it is modelled; null takes the defaults.
            folder_code: Code of the folder of oblique photos.
            coordinate_sys: Coordinate system of the model; null takes the default. The service takes WGS84-UTM if it is
                left out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021102 real3d_task_limit_reached, KMP.00021105 task_type_not_valid, KMP.00021106
        modelling_parameters_not_set, KMP.00021119 task_name_not_valid, KMP.00021120 task_description_not_valid,
        KMP.00021122 real3d_task_name_taken, KMP.00021135 modelling_type_not_valid, KMP.00021136
        pixel_count_oblique_images_not_available, and 25 codes that many calls share.

        Source: seed 4.5.1; C-50, C-51, C-52
        """
        from .api.real3d_tasks import create_real_3d_task as _endpoint
        from .models.new_real_3d_task import NewReal3DTask

        _body = NewReal3DTask(
            task_name=task_name,
            task_description=task_description,
            task_type=task_type,
            modeling_type=modeling_type,
            modeling_params=modeling_params,
            folder_code=folder_code,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return self._caller(OPERATIONS["createReal3DTask"], _request, decoders.create_real_3d_task)

    def update(
        self,
        workspace_id: str,
        task_id: str,
        *,
        task_name: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        task_description: str | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Real3DTask:
        """Change a real-scene 3D task.

        Allowed from INIT, START_FAILED, FAILED and STOP_SUCCESS; the task goes back to INIT (更新实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            task_name: Name of the task. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_type: Kind of task.
            modeling_type: What is modelled.
            task_description: What the task is for. At most 255 characters; Chinese characters, letters, digits,
                underscores.
            folder_code: Code of the folder of oblique photos.
            modeling_params: How it is modelled; null takes the defaults.
            coordinate_sys: Coordinate system of the model; null takes the default. The service takes WGS84-UTM if it is
                left out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021105 task_type_not_valid, KMP.00021106 modelling_parameters_not_set, KMP.00021116
        state_not_allow_change, KMP.00021119 task_name_not_valid, KMP.00021120 task_description_not_valid, KMP.00021122
        real3d_task_name_taken, KMP.00021135 modelling_type_not_valid, KMP.00021136
        pixel_count_oblique_images_not_available, and 28 codes that many calls share.

        Source: seed 4.5.2; C-49
        """
        from .api.real3d_tasks import update_real_3d_task as _endpoint
        from .models.real_3d_task_change import Real3DTaskChange

        _body = Real3DTaskChange(
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            task_description=task_description,
            folder_code=folder_code,
            modeling_params=modeling_params,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller(OPERATIONS["updateReal3DTask"], _request, decoders.update_real_3d_task)

    def delete(self, workspace_id: str, task_id: str) -> None:
        """Delete a real-scene 3D task.

        Its products stay. Refused while refine subtasks run or upload (删除实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021114 real3d_state_not_allow_delete, KMP.00021137 refine_subtasks_active, and 28 codes that
        many calls share.

        Source: seed 4.5.6; C-06, C-07, C-53
        """
        from .api.real3d_tasks import delete_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        self._caller(OPERATIONS["deleteReal3DTask"], _request, decoders.nothing)

    def start(self, workspace_id: str, task_id: str, *, run_at_only: bool | Unset = UNSET) -> Real3DTask:
        """Start a real-scene 3D task.

        Allowed from INIT, STOP_SUCCESS, FAILED and BUNDLE_SUCCESS. It passes PENDING and STARTING, and runs or ends in
        START_FAILED (启动实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            run_at_only: Stop after the aerial triangulation, in state BUNDLE_SUCCESS; only for tasks with control
                points. The service takes False if it is left out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00020202 real3d_data_broken, KMP.00021103 no_image_folder_bound_task, KMP.00021104
        task_type_not_set, KMP.00021106 modelling_parameters_not_set, KMP.00021108 no_mark_points_bound_task,
        KMP.00021109 aerial_triangulation_not_run_yet, KMP.00021111 start_requested_twice, KMP.00021115
        real3d_state_not_allow_start, KMP.00021134 triangulation_only_needs_control, KMP.00021136
        pixel_count_oblique_images_not_available, and 28 codes that many calls share.

        Source: seed 4.5.3; C-53
        """
        from .api.real3d_tasks import start_real_3d_task as _endpoint
        from .models.real_3d_task_start import Real3DTaskStart

        _body = Real3DTaskStart(run_at_only=run_at_only)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller(OPERATIONS["startReal3DTask"], _request, decoders.start_real_3d_task)

    def archive(self, workspace_id: str, task_id: str, *, archive: bool) -> Real3DTask:
        """Archive a real-scene 3D task, or take it out of the archive.

        From SUCCESS to ARCHIVED and back (归档/取消归档实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            archive: True puts it into the archive, false takes it out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021112 cannot_unarchive, KMP.00021113 cannot_archive, KMP.00021126 archive_request_body_wrong,
        and 27 codes that many calls share.

        Source: seed 4.5.4; C-52, C-56
        """
        from .api.real3d_tasks import update_real_3d_task_archived_status as _endpoint
        from .models.real_3d_task_archive import Real3DTaskArchive

        _body = Real3DTaskArchive(archive=archive)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller(
            OPERATIONS["updateReal3DTaskArchivedStatus"], _request, decoders.update_real_3d_task_archived_status
        )

    def stop(self, workspace_id: str, task_id: str) -> None:
        """Stop a real-scene 3D task.

        PENDING goes back to INIT; STARTING and RUNNING pass STOPPING to STOP_SUCCESS (停止实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021117 real3d_state_not_allow_stop, and 28 codes that many calls share.

        Source: seed 4.5.5; C-07
        """
        from .api.real3d_tasks import stop_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        self._caller(OPERATIONS["stopReal3DTask"], _request, decoders.nothing)

    def overview(self, workspace_id: str) -> Real3DOverview:
        """Count the real-scene 3D tasks of a workspace.

        INIT and BUNDLE_SUCCESS are in no group but the total (展示工作共享空间内任务概览).

        Args:
            workspace_id: Id of the workspace. At least 1 character.

        Returns:
            Number of real-scene 3D tasks of a workspace by state.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 22 codes that many calls share.

        Source: seed 4.5.8; C-54
        """
        from .api.real3d_tasks import show_task_overview_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return self._caller(
            OPERATIONS["showTaskOverviewInWorkspace"], _request, decoders.show_task_overview_in_workspace
        )


class RawReal3dTasks:
    """The calls of `Real3dTasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        workspace_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        task_name: str | Unset = UNSET,
        task_type: builtins.list[Real3DTaskType] | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        task_ids: builtins.list[str] | Unset = UNSET,
        task_status: builtins.list[Real3DTaskStatus] | Unset = UNSET,
    ) -> Raw[Page[Real3DTask]]:
        """See `Real3dTasks.list`."""
        from .api.real3d_tasks import list_tasks_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            offset=offset,
            limit=limit,
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            task_ids=task_ids,
            task_status=task_status,
        )
        return self._caller.raw(OPERATIONS["listTasksInWorkspace"], _request, decoders.list_tasks_in_workspace)

    def create(
        self,
        workspace_id: str,
        *,
        task_name: str,
        task_description: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Raw[Real3DTask]:
        """See `Real3dTasks.create`."""
        from .api.real3d_tasks import create_real_3d_task as _endpoint
        from .models.new_real_3d_task import NewReal3DTask

        _body = NewReal3DTask(
            task_name=task_name,
            task_description=task_description,
            task_type=task_type,
            modeling_type=modeling_type,
            modeling_params=modeling_params,
            folder_code=folder_code,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return self._caller.raw(OPERATIONS["createReal3DTask"], _request, decoders.create_real_3d_task)

    def update(
        self,
        workspace_id: str,
        task_id: str,
        *,
        task_name: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        task_description: str | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Raw[Real3DTask]:
        """See `Real3dTasks.update`."""
        from .api.real3d_tasks import update_real_3d_task as _endpoint
        from .models.real_3d_task_change import Real3DTaskChange

        _body = Real3DTaskChange(
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            task_description=task_description,
            folder_code=folder_code,
            modeling_params=modeling_params,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller.raw(OPERATIONS["updateReal3DTask"], _request, decoders.update_real_3d_task)

    def delete(self, workspace_id: str, task_id: str) -> Raw[None]:
        """See `Real3dTasks.delete`."""
        from .api.real3d_tasks import delete_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller.raw(OPERATIONS["deleteReal3DTask"], _request, decoders.nothing)

    def start(self, workspace_id: str, task_id: str, *, run_at_only: bool | Unset = UNSET) -> Raw[Real3DTask]:
        """See `Real3dTasks.start`."""
        from .api.real3d_tasks import start_real_3d_task as _endpoint
        from .models.real_3d_task_start import Real3DTaskStart

        _body = Real3DTaskStart(run_at_only=run_at_only)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller.raw(OPERATIONS["startReal3DTask"], _request, decoders.start_real_3d_task)

    def archive(self, workspace_id: str, task_id: str, *, archive: bool) -> Raw[Real3DTask]:
        """See `Real3dTasks.archive`."""
        from .api.real3d_tasks import update_real_3d_task_archived_status as _endpoint
        from .models.real_3d_task_archive import Real3DTaskArchive

        _body = Real3DTaskArchive(archive=archive)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller.raw(
            OPERATIONS["updateReal3DTaskArchivedStatus"], _request, decoders.update_real_3d_task_archived_status
        )

    def stop(self, workspace_id: str, task_id: str) -> Raw[None]:
        """See `Real3dTasks.stop`."""
        from .api.real3d_tasks import stop_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller.raw(OPERATIONS["stopReal3DTask"], _request, decoders.nothing)

    def overview(self, workspace_id: str) -> Raw[Real3DOverview]:
        """See `Real3dTasks.overview`."""
        from .api.real3d_tasks import show_task_overview_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return self._caller.raw(
            OPERATIONS["showTaskOverviewInWorkspace"], _request, decoders.show_task_overview_in_workspace
        )


class RefineSubtasks:
    """Models that people refined, made products again."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawRefineSubtasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawRefineSubtasks(self._caller)

    def list(
        self,
        workspace_id: str,
        task_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        subtask_id: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_status: builtins.list[RefineSubtaskStatus] | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
    ) -> Pages[RefineSubtask]:
        """List the refine subtasks of a task.

        Filters go together: all of them must fit (分页查询实景三维精修后处理任务列表).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            subtask_id: Only this one.
            subtask_name: Part of the name.
            subtask_status: Only subtasks in these states.
            create_time_from: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_to: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_from: Only what changed at or after this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_to: Only what changed at or before this time. UTC, as 2026-01-31T12:00:00Z.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021144 subtask_name_not_valid, KMP.00021149 subtask_state_not_valid, and 28 codes that many
        calls share.

        Source: seed 4.6.2; C-24
        """
        from .api.refine_subtasks import list_real_3d_sub_tasks as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            task_id=task_id,
            offset=offset,
            limit=limit,
            subtask_id=subtask_id,
            subtask_name=subtask_name,
            subtask_status=subtask_status,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
        )
        return self._caller.pages(OPERATIONS["listReal3DSubTasks"], _request, decoders.list_real_3d_sub_tasks)

    def create(self, workspace_id: str, task_id: str, *, subtask_name: str) -> RefineSubtask:
        """Create a refine subtask.

        Of a finished task that models a radiance field (Nerf); at most 10 a task, names unique without regard to case
        (创建实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_name: Name of the refine subtask. 1 to 50 characters; Chinese characters, letters, digits,
                underscores, hyphens.

        Returns:
            A refine subtask (精修后处理任务): takes a model that people refined, makes a product of it.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021140 subtask_needs_nerf, KMP.00021141 subtask_needs_finished_task, KMP.00021142
        subtask_limit_reached, KMP.00021143 subtask_name_taken, KMP.00021144 subtask_name_not_valid, and 27 codes that
        many calls share.

        Source: seed 4.6.1; C-41, C-59
        """
        from .api.refine_subtasks import create_real_3d_sub_task as _endpoint
        from .models.new_refine_subtask import NewRefineSubtask

        _body = NewRefineSubtask(subtask_name=subtask_name)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller(OPERATIONS["createReal3DSubTask"], _request, decoders.create_real_3d_sub_task)

    def start(self, workspace_id: str, task_id: str, subtask_id: str) -> RefineSubtask:
        """Start a refine subtask.

        Allowed from UPLOAD_SUCCESS, STOP_SUCCESS, FAILED and START_FAILED (启动实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.

        Returns:
            A refine subtask (精修后处理任务): takes a model that people refined, makes a product of it.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00020202 real3d_data_broken, KMP.00021145 subtask_state_not_allow_start, and 28 codes that many
        calls share.

        Source: seed 4.6.3; C-07, C-57, C-78
        """
        from .api.refine_subtasks import start_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return self._caller(OPERATIONS["startReal3DSubTask"], _request, decoders.start_real_3d_sub_task)

    def stop(self, workspace_id: str, task_id: str, subtask_id: str) -> None:
        """Stop a refine subtask.

        PENDING goes back to UPLOAD_SUCCESS; STARTING and RUNNING pass STOPPING to STOP_SUCCESS (停止实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021146 subtask_state_not_allow_stop, and 28 codes that many calls share.

        Source: seed 4.6.4; C-07, C-58
        """
        from .api.refine_subtasks import stop_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        self._caller(OPERATIONS["stopReal3DSubTask"], _request, decoders.nothing)

    def delete(self, workspace_id: str, task_id: str, subtask_id: str) -> None:
        """Delete a refine subtask.

        Its product goes with it (删除实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021147 subtask_state_not_allow_delete, and 28 codes that many calls share.

        Source: seed 4.6.5; C-06, C-07
        """
        from .api.refine_subtasks import delete_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        self._caller(OPERATIONS["deleteReal3DSubTask"], _request, decoders.nothing)

    def set_upload_state(
        self, workspace_id: str, task_id: str, subtask_id: str, *, upload_status: UploadStatus
    ) -> RefineSubtask:
        """Say how far the upload of a refined model is (a guess).

        From INIT to UPLOADING, and from there to UPLOAD_SUCCESS or UPLOAD_FAILED. Nothing public documents this call.

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.
            upload_status: How far the upload is.

        Returns:
            The refine subtask.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021138 uploaded_folder_not_pass_check, KMP.00021139 subtask_state_not_allow_upload_model,
        KMP.00021148 subtask_state_not_allow_update_upload, KMP.00021149 subtask_state_not_valid, KMP.00021150
        upload_state_not_valid, and 27 codes that many calls share.

        Source: inferred from seed 6.2; path, body and answer are our assumption; C-60
        """
        from .api.refine_subtasks import update_real_3d_sub_task_upload_status as _endpoint
        from .models.upload_state import UploadState

        _body = UploadState(upload_status=upload_status)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return self._caller(
            OPERATIONS["updateReal3DSubTaskUploadStatus"], _request, decoders.update_real_3d_sub_task_upload_status
        )


class RawRefineSubtasks:
    """The calls of `RefineSubtasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        workspace_id: str,
        task_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        subtask_id: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_status: builtins.list[RefineSubtaskStatus] | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
    ) -> Raw[Page[RefineSubtask]]:
        """See `RefineSubtasks.list`."""
        from .api.refine_subtasks import list_real_3d_sub_tasks as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            task_id=task_id,
            offset=offset,
            limit=limit,
            subtask_id=subtask_id,
            subtask_name=subtask_name,
            subtask_status=subtask_status,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
        )
        return self._caller.raw(OPERATIONS["listReal3DSubTasks"], _request, decoders.list_real_3d_sub_tasks)

    def create(self, workspace_id: str, task_id: str, *, subtask_name: str) -> Raw[RefineSubtask]:
        """See `RefineSubtasks.create`."""
        from .api.refine_subtasks import create_real_3d_sub_task as _endpoint
        from .models.new_refine_subtask import NewRefineSubtask

        _body = NewRefineSubtask(subtask_name=subtask_name)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return self._caller.raw(OPERATIONS["createReal3DSubTask"], _request, decoders.create_real_3d_sub_task)

    def start(self, workspace_id: str, task_id: str, subtask_id: str) -> Raw[RefineSubtask]:
        """See `RefineSubtasks.start`."""
        from .api.refine_subtasks import start_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return self._caller.raw(OPERATIONS["startReal3DSubTask"], _request, decoders.start_real_3d_sub_task)

    def stop(self, workspace_id: str, task_id: str, subtask_id: str) -> Raw[None]:
        """See `RefineSubtasks.stop`."""
        from .api.refine_subtasks import stop_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return self._caller.raw(OPERATIONS["stopReal3DSubTask"], _request, decoders.nothing)

    def delete(self, workspace_id: str, task_id: str, subtask_id: str) -> Raw[None]:
        """See `RefineSubtasks.delete`."""
        from .api.refine_subtasks import delete_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return self._caller.raw(OPERATIONS["deleteReal3DSubTask"], _request, decoders.nothing)

    def set_upload_state(
        self, workspace_id: str, task_id: str, subtask_id: str, *, upload_status: UploadStatus
    ) -> Raw[RefineSubtask]:
        """See `RefineSubtasks.set_upload_state`."""
        from .api.refine_subtasks import update_real_3d_sub_task_upload_status as _endpoint
        from .models.upload_state import UploadState

        _body = UploadState(upload_status=upload_status)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return self._caller.raw(
            OPERATIONS["updateReal3DSubTaskUploadStatus"], _request, decoders.update_real_3d_sub_task_upload_status
        )


class Real3dUsage:
    """What storage and modelling were used."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawReal3dUsage:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawReal3dUsage(self._caller)

    def list(self, *, usage_type: Real3DUsageType) -> builtins.list[Real3DUsageRecord] | None:
        """Show real-scene 3D usage.

        What was stored or modelled, and what was bought (查询实景三维用量).

        Args:
            usage_type: What is counted.

        Returns:
            Real-scene 3D usage.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 22 codes that many calls share.

        Source: seed 4.7.1
        """
        from .api.real3d_usage import show_real_3d_usage as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type)
        return self._caller(OPERATIONS["showReal3DUsage"], _request, decoders.show_real_3d_usage)


class RawReal3dUsage:
    """The calls of `Real3dUsage`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, usage_type: Real3DUsageType) -> Raw[builtins.list[Real3DUsageRecord] | None]:
        """See `Real3dUsage.list`."""
        from .api.real3d_usage import show_real_3d_usage as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type)
        return self._caller.raw(OPERATIONS["showReal3DUsage"], _request, decoders.show_real_3d_usage)


class MarkPoints:
    """Ground control points marked in photos."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawMarkPoints:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawMarkPoints(self._caller)

    def add(
        self,
        *,
        image_code: str,
        task_id: str,
        point_width: str,
        point_height: str,
        longitude: str,
        latitude: str,
        height: str,
        accuracy: str,
    ) -> MarkPoint:
        """Mark a control point in a photo.

        The task must be one with control points, and its aerial triangulation done (新增图片上的刺点).

        Args:
            image_code: Id of the photo.
            task_id: Id of the task.
            point_width: Column of the point, pixels from the left edge of the tile. A decimal number.
            point_height: Row of the point, pixels from the upper edge of the tile. A decimal number.
            longitude: Longitude of the control point, decimal text. A decimal number.
            latitude: Latitude of the control point, decimal text. A decimal number.
            height: Height of the control point, decimal text. A decimal number.
            accuracy: Accuracy of the control point, above 0 and below 100, decimal text. A decimal number.

        Returns:
            A mark point (刺点): where a photo shows a control point. Decimal text is kept as it is.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021107 this_task_type_cannot_have_mark, KMP.00021152 image_not_exist, KMP.00021153
        image_not_belong_task, KMP.00021154 image_information_wrong, KMP.00021155 pixel_value_format_wrong, KMP.00021156
        pixel_value_outside_image, KMP.00021157 mark_point_exists_already, KMP.00021160 tenant_information_wrong,
        KMP.00021161 tenant_mark_point_missing_or_not, KMP.00021162 path_image_mark_point_wrong, KMP.00021167
        control_point_name_too_long, KMP.00021168 control_point_longitude_out_range, KMP.00021169
        control_point_latitude_out_range, KMP.00021170 control_point_height_out_range, KMP.00021171
        control_point_accuracy_out_range, KMP.00021172 wrong_task_type, KMP.00021173 aerial_triangulation_not_finished,
        and 25 codes that many calls share.

        Source: seed 4.8.1; C-61
        """
        from .api.mark_points import add_spur_point as _endpoint
        from .models.new_mark_point import NewMarkPoint

        _body = NewMarkPoint(
            image_code=image_code,
            task_id=task_id,
            point_width=point_width,
            point_height=point_height,
            longitude=longitude,
            latitude=latitude,
            height=height,
            accuracy=accuracy,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["addSpurPoint"], _request, decoders.add_spur_point)

    def delete(self, *, id: str) -> None:
        """Delete a mark point.

        Only who made it may delete it (删除图片上的刺点).

        Args:
            id: Id of the mark point.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021158 mark_point_not_exist, KMP.00021160 tenant_information_wrong, KMP.00021161
        tenant_mark_point_missing_or_not, and 24 codes that many calls share.

        Source: seed 4.8.2; C-06, C-62
        """
        from .api.mark_points import delete_spur_point as _endpoint
        from .models.mark_point_id import MarkPointId

        _body = MarkPointId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        self._caller(OPERATIONS["deleteSpurPoint"], _request, decoders.nothing)

    def list(
        self, *, image_code: str, task_id: str, offset: int | Unset = UNSET, limit: int | Unset = UNSET
    ) -> Pages[MarkPoint]:
        """List the mark points of a photo.

        The search goes as JSON (获取单张图片里的所有刺点信息).

        Args:
            image_code: Id of the photo.
            task_id: Id of the task.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021152 image_not_exist, KMP.00021153 image_not_belong_task, KMP.00021154
        image_information_wrong, and 27 codes that many calls share.

        Source: seed 4.8.3; C-23
        """
        from .api.mark_points import list_spur_points as _endpoint
        from .models.mark_point_search import MarkPointSearch

        _body = MarkPointSearch(image_code=image_code, task_id=task_id, offset=offset, limit=limit)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.pages(OPERATIONS["listSpurPoints"], _request, decoders.list_spur_points)

    def count(
        self, *, task_id: str, longitude: float | str, latitude: float | str, height: float | str, accuracy: float | str
    ) -> MarkPointCount:
        """Count the mark points of a control point.

        The control point is found by its coordinates (查询单个像控点的已刺点数量).

        Args:
            task_id: Id of the task.
            longitude: Longitude of the control point, decimal text. A decimal number.
            latitude: Latitude of the control point, decimal text. A decimal number.
            height: Height of the control point, decimal text. A decimal number.
            accuracy: Accuracy of the control point, above 0 and below 100, decimal text. A decimal number.

        Returns:
            In how many photos a control point is marked.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021168 control_point_longitude_out_range, KMP.00021169 control_point_latitude_out_range,
        KMP.00021170 control_point_height_out_range, KMP.00021171 control_point_accuracy_out_range, and 24 codes that
        many calls share.

        Source: seed 4.8.4; C-61
        """
        from .api.mark_points import show_spur_count as _endpoint
        from .models.control_point import ControlPoint

        _body = ControlPoint(task_id=task_id, longitude=longitude, latitude=latitude, height=height, accuracy=accuracy)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller(OPERATIONS["showSpurCount"], _request, decoders.show_spur_count)

    def write_file(self, task_id: str) -> None:
        """Write the marker file of a task.

        The file holds all mark points of the task; a run with control points reads it (生成刺点文件).

        Args:
            task_id: Id of the task. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021107 this_task_type_cannot_have_mark, KMP.00021108 no_mark_points_bound_task, KMP.00021109
        aerial_triangulation_not_run_yet, KMP.00021161 tenant_mark_point_missing_or_not, KMP.00021162
        path_image_mark_point_wrong, KMP.00021163 upload_mark_point_file_failed, KMP.00021164
        aerial_triangulation_file_missing, KMP.00021165 aerial_triangulation_directory_empty, KMP.00021166
        aerial_triangulation_file_broken, KMP.00021172 wrong_task_type, KMP.00021173 aerial_triangulation_not_finished,
        and 24 codes that many calls share.

        Source: seed 4.8.5; C-07
        """
        from .api.mark_points import create_marker_info as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(task_id=task_id, body=_body)
        self._caller(OPERATIONS["createMarkerInfo"], _request, decoders.nothing)


class RawMarkPoints:
    """The calls of `MarkPoints`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def add(
        self,
        *,
        image_code: str,
        task_id: str,
        point_width: str,
        point_height: str,
        longitude: str,
        latitude: str,
        height: str,
        accuracy: str,
    ) -> Raw[MarkPoint]:
        """See `MarkPoints.add`."""
        from .api.mark_points import add_spur_point as _endpoint
        from .models.new_mark_point import NewMarkPoint

        _body = NewMarkPoint(
            image_code=image_code,
            task_id=task_id,
            point_width=point_width,
            point_height=point_height,
            longitude=longitude,
            latitude=latitude,
            height=height,
            accuracy=accuracy,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["addSpurPoint"], _request, decoders.add_spur_point)

    def delete(self, *, id: str) -> Raw[None]:
        """See `MarkPoints.delete`."""
        from .api.mark_points import delete_spur_point as _endpoint
        from .models.mark_point_id import MarkPointId

        _body = MarkPointId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["deleteSpurPoint"], _request, decoders.nothing)

    def list(
        self, *, image_code: str, task_id: str, offset: int | Unset = UNSET, limit: int | Unset = UNSET
    ) -> Raw[Page[MarkPoint]]:
        """See `MarkPoints.list`."""
        from .api.mark_points import list_spur_points as _endpoint
        from .models.mark_point_search import MarkPointSearch

        _body = MarkPointSearch(image_code=image_code, task_id=task_id, offset=offset, limit=limit)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["listSpurPoints"], _request, decoders.list_spur_points)

    def count(
        self, *, task_id: str, longitude: float | str, latitude: float | str, height: float | str, accuracy: float | str
    ) -> Raw[MarkPointCount]:
        """See `MarkPoints.count`."""
        from .api.mark_points import show_spur_count as _endpoint
        from .models.control_point import ControlPoint

        _body = ControlPoint(task_id=task_id, longitude=longitude, latitude=latitude, height=height, accuracy=accuracy)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["showSpurCount"], _request, decoders.show_spur_count)

    def write_file(self, task_id: str) -> Raw[None]:
        """See `MarkPoints.write_file`."""
        from .api.mark_points import create_marker_info as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(task_id=task_id, body=_body)
        return self._caller.raw(OPERATIONS["createMarkerInfo"], _request, decoders.nothing)


class Folders:
    """Folders of oblique photos."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawFolders:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawFolders(self._caller)

    def list(
        self, *, offset: int | Unset = UNSET, limit: int | Unset = UNSET, condition: FolderCondition | Unset = UNSET
    ) -> Pages[Folder]:
        """List folders of oblique photos.

        Folders are imported elsewhere; no operation uploads them (查询当前租户的倾斜影像列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            condition: What the folders must fit.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 26 codes that many calls share.

        Source: seed 4.9.1; doc ListFolder page; the SDK has GET with a body (section 1.1)
        """
        from .api.folders import list_folder as _endpoint
        from .models.folder_search import FolderSearch

        _body = FolderSearch(offset=offset, limit=limit, condition=condition)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.pages(OPERATIONS["listFolder"], _request, decoders.list_folder)


class RawFolders:
    """The calls of `Folders`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, *, offset: int | Unset = UNSET, limit: int | Unset = UNSET, condition: FolderCondition | Unset = UNSET
    ) -> Raw[Page[Folder]]:
        """See `Folders.list`."""
        from .api.folders import list_folder as _endpoint
        from .models.folder_search import FolderSearch

        _body = FolderSearch(offset=offset, limit=limit, condition=condition)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.raw(OPERATIONS["listFolder"], _request, decoders.list_folder)


class Products:
    """Real-scene 3D products."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawProducts:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawProducts(self._caller)

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        product_name: str | Unset = UNSET,
        product_id: str | Unset = UNSET,
    ) -> Pages[Product]:
        """List real-scene 3D products.

        What changed last comes first (查询实景三维成果数据列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            product_name: Part of the name.
            product_id: Only this one.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 24 codes that many calls share.

        Source: seed 4.9.2; C-22, C-47
        """
        from .api.products import list_real_3d_products as _endpoint

        _request = _endpoint._get_kwargs(offset=offset, limit=limit, product_name=product_name, product_id=product_id)
        return self._caller.pages(OPERATIONS["listReal3DProducts"], _request, decoders.list_real_3d_products)

    def delete(self, product_id: str) -> None:
        """Delete a real-scene 3D product.

        Only an available one; it is being deleted, then gone (删除实景三维成果数据).

        Args:
            product_id: Id of the product. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00042009 file_missing_or_no_right_delete, KMP.00042010 object_not_exist, KMP.00042012
        state_object_not_allow_this, and 24 codes that many calls share.

        Source: seed 4.9.3; C-06, C-07, C-67
        """
        from .api.products import delete_real_3d_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(product_id=product_id, body=_body)
        self._caller(OPERATIONS["deleteReal3DProduct"], _request, decoders.nothing)


class RawProducts:
    """The calls of `Products`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        product_name: str | Unset = UNSET,
        product_id: str | Unset = UNSET,
    ) -> Raw[Page[Product]]:
        """See `Products.list`."""
        from .api.products import list_real_3d_products as _endpoint

        _request = _endpoint._get_kwargs(offset=offset, limit=limit, product_name=product_name, product_id=product_id)
        return self._caller.raw(OPERATIONS["listReal3DProducts"], _request, decoders.list_real_3d_products)

    def delete(self, product_id: str) -> Raw[None]:
        """See `Products.delete`."""
        from .api.products import delete_real_3d_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(product_id=product_id, body=_body)
        return self._caller.raw(OPERATIONS["deleteReal3DProduct"], _request, decoders.nothing)


class RefineProducts:
    """Products of refine subtasks."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawRefineProducts:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawRefineProducts(self._caller)

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        refine_product_id: str | Unset = UNSET,
        task_name: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_create_time_from: str | Unset = UNSET,
        subtask_create_time_to: str | Unset = UNSET,
        subtask_completed_time_from: str | Unset = UNSET,
        subtask_completed_time_to: str | Unset = UNSET,
        order_by: RefineProductOrder | Unset = UNSET,
    ) -> Pages[RefineProduct]:
        """List refine products.

        What refine subtasks made (查询实景三维精修后处理成果数据列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            refine_product_id: Only this one.
            task_name: Only products of tasks or subtasks with this in their name.
            subtask_name: Only products of tasks or subtasks with this in their name.
            subtask_create_time_from: Only products whose subtask was made at or after this time. UTC, as
                2026-01-31T12:00:00Z.
            subtask_create_time_to: Only products whose subtask was made at or before this time. UTC, as
                2026-01-31T12:00:00Z.
            subtask_completed_time_from: Only products whose subtask ended at or after this time. UTC, as
                2026-01-31T12:00:00Z.
            subtask_completed_time_to: Only products whose subtask ended at or before this time. UTC, as
                2026-01-31T12:00:00Z.
            order_by: Order of the list.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021144 subtask_name_not_valid, and 25 codes that many calls share.

        Source: seed 4.9.4; C-68
        """
        from .api.refine_products import list_real_3d_refine_products as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            refine_product_id=refine_product_id,
            task_name=task_name,
            subtask_name=subtask_name,
            subtask_create_time_from=subtask_create_time_from,
            subtask_create_time_to=subtask_create_time_to,
            subtask_completed_time_from=subtask_completed_time_from,
            subtask_completed_time_to=subtask_completed_time_to,
            order_by=order_by,
        )
        return self._caller.pages(
            OPERATIONS["listReal3DRefineProducts"], _request, decoders.list_real_3d_refine_products
        )

    def delete(self, refine_product_id: str) -> None:
        """Delete a refine product.

        Only an available one; it is being deleted, then gone (删除实景三维精修后处理成果数据).

        Args:
            refine_product_id: Id of the refine product. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00042009 file_missing_or_no_right_delete, KMP.00042010 object_not_exist, KMP.00042012
        state_object_not_allow_this, and 24 codes that many calls share.

        Source: seed 4.9.5; C-06, C-07, C-68
        """
        from .api.refine_products import delete_real_3d_refine_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(refine_product_id=refine_product_id, body=_body)
        self._caller(OPERATIONS["deleteReal3DRefineProduct"], _request, decoders.nothing)


class RawRefineProducts:
    """The calls of `RefineProducts`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        refine_product_id: str | Unset = UNSET,
        task_name: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_create_time_from: str | Unset = UNSET,
        subtask_create_time_to: str | Unset = UNSET,
        subtask_completed_time_from: str | Unset = UNSET,
        subtask_completed_time_to: str | Unset = UNSET,
        order_by: RefineProductOrder | Unset = UNSET,
    ) -> Raw[Page[RefineProduct]]:
        """See `RefineProducts.list`."""
        from .api.refine_products import list_real_3d_refine_products as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            refine_product_id=refine_product_id,
            task_name=task_name,
            subtask_name=subtask_name,
            subtask_create_time_from=subtask_create_time_from,
            subtask_create_time_to=subtask_create_time_to,
            subtask_completed_time_from=subtask_completed_time_from,
            subtask_completed_time_to=subtask_completed_time_to,
            order_by=order_by,
        )
        return self._caller.raw(OPERATIONS["listReal3DRefineProducts"], _request, decoders.list_real_3d_refine_products)

    def delete(self, refine_product_id: str) -> Raw[None]:
        """See `RefineProducts.delete`."""
        from .api.refine_products import delete_real_3d_refine_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(refine_product_id=refine_product_id, body=_body)
        return self._caller.raw(OPERATIONS["deleteReal3DRefineProduct"], _request, decoders.nothing)


class Positioning:
    """Visual positioning (VPS)."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawPositioning:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawPositioning(self._caller)

    def locate(
        self, *, payload: VpsPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> VpsAnswer:
        """Position a camera by its image.

        Compares the image with the model of the area. One of token and signature must be there (视觉定位).

        Args:
            payload: What is asked.
            uuid: Mark of the device or user, the same for all its requests. Header Uuid.
            x_trace_id: Id that the caller gives the request, to be found again in logs. Header X-Trace-Id.
            app_id: Application id of the scene template; empty if there is none. Header App-Id.

        Returns:
            Where the camera is.

        Effect: safe (changes nothing, may be sent again).

        Refusals: GATEWAY.0001 gateway_error, GATEWAY.0002 no_authentication_header, GATEWAY.0003
        service_not_opened_or_frozen, GATEWAY.0005 iam_denies_action, GATEWAY.0006 ar_gateway_throttled, GATEWAY.0007
        timeout, VPS.0001 positioning_error, VPS.0002 positioning_failed, VPS.0003 positioning_parameters_not_valid,
        VPS.0004 positioning_position_outside_service_zone, and 10 codes that many calls share.

        Source: seed 4.10.1; C-69, C-75, C-77
        """
        from .api.positioning import start_vps as _endpoint
        from .models.vps_request import VpsRequest

        _body = VpsRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return self._caller(OPERATIONS["startVps"], _request, decoders.start_vps)


class RawPositioning:
    """The calls of `Positioning`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def locate(
        self, *, payload: VpsPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> Raw[VpsAnswer]:
        """See `Positioning.locate`."""
        from .api.positioning import start_vps as _endpoint
        from .models.vps_request import VpsRequest

        _body = VpsRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return self._caller.raw(OPERATIONS["startVps"], _request, decoders.start_vps)


class Navigation:
    """Navigation for AR."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawNavigation:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawNavigation(self._caller)

    def route(
        self, *, payload: NaviPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> NaviAnswer:
        """Find a way for AR navigation.

        From one position to another in an area. One of token and signature must be there (AR 导航).

        Args:
            payload: What is asked.
            uuid: Mark of the device or user, the same for all its requests. Header Uuid.
            x_trace_id: Id that the caller gives the request, to be found again in logs. Header X-Trace-Id.
            app_id: Application id of the scene template; empty if there is none. Header App-Id.

        Returns:
            A way.

        Effect: safe (changes nothing, may be sent again).

        Refusals: GATEWAY.0001 gateway_error, GATEWAY.0002 no_authentication_header, GATEWAY.0003
        service_not_opened_or_frozen, GATEWAY.0005 iam_denies_action, GATEWAY.0006 ar_gateway_throttled, GATEWAY.0007
        timeout, NAVI.0001 navigation_error, NAVI.0002 navigation_failed, NAVI.0003 navigation_parameters_not_valid,
        NAVI.0004 navigation_position_outside_service_zone, and 10 codes that many calls share.

        Source: seed 4.11.1; C-69, C-75
        """
        from .api.navigation import start_navi as _endpoint
        from .models.navi_request import NaviRequest

        _body = NaviRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return self._caller(OPERATIONS["startNavi"], _request, decoders.start_navi)


class RawNavigation:
    """The calls of `Navigation`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def route(
        self, *, payload: NaviPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> Raw[NaviAnswer]:
        """See `Navigation.route`."""
        from .api.navigation import start_navi as _endpoint
        from .models.navi_request import NaviRequest

        _body = NaviRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return self._caller.raw(OPERATIONS["startNavi"], _request, decoders.start_navi)


class KoomapGroups:
    """All groups of Huawei KooMap.

    Attributes:
        workspaces: Workspaces, which hold tasks.
        satellite_tasks: Processing of satellite images.
        satellite_images: Raw satellite images and results, and their check before a task.
        satellite_usage: What satellite storage and processing were used.
        real3d_tasks: Real-scene 3D models of oblique photos.
        refine_subtasks: Models that people refined, made products again.
        real3d_usage: What storage and modelling were used.
        mark_points: Ground control points marked in photos.
        folders: Folders of oblique photos.
        products: Real-scene 3D products.
        refine_products: Products of refine subtasks.
        positioning: Visual positioning (VPS).
        navigation: Navigation for AR.
    """

    def __init__(self, caller: Caller) -> None:
        self.workspaces = Workspaces(caller)
        self.satellite_tasks = SatelliteTasks(caller)
        self.satellite_images = SatelliteImages(caller)
        self.satellite_usage = SatelliteUsage(caller)
        self.real3d_tasks = Real3dTasks(caller)
        self.refine_subtasks = RefineSubtasks(caller)
        self.real3d_usage = Real3dUsage(caller)
        self.mark_points = MarkPoints(caller)
        self.folders = Folders(caller)
        self.products = Products(caller)
        self.refine_products = RefineProducts(caller)
        self.positioning = Positioning(caller)
        self.navigation = Navigation(caller)


class AsyncWorkspaces:
    """Workspaces, which hold tasks."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawWorkspaces:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawWorkspaces(self._caller)

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        workspace_ids: builtins.list[str] | Unset = UNSET,
        workspace_name: str | Unset = UNSET,
        star: bool | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        order_by: WorkspaceOrder | Unset = UNSET,
    ) -> AsyncPages[Workspace]:
        """List workspaces.

        Pinned ones come first, then the order that was asked for (查询工作共享空间列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            workspace_ids: Only these workspaces.
            workspace_name: Part of the name.
            star: Only pinned workspaces, or only others.
            create_time_from: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_to: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_from: Only what changed at or after this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_to: Only what changed at or before this time. UTC, as 2026-01-31T12:00:00Z.
            order_by: Order of the list.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00011106 workspace_name_format_wrong, KMP.00011109 order_not_valid, KMP.00011110
        workspace_id_length_wrong, KMP.00011111 workspace_time_format_wrong, KMP.00011112 workspace_offset_out_of_range,
        KMP.00011113 workspace_limit_out_of_range, and 21 codes that many calls share.

        Source: seed 4.1.2; C-22, C-24
        """
        from .api.workspaces import list_common_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            workspace_ids=workspace_ids,
            workspace_name=workspace_name,
            star=star,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            order_by=order_by,
        )
        return self._caller.pages(OPERATIONS["listCommonWorkspace"], _request, decoders.list_common_workspace)

    async def create(self, *, workspace_name: str, workspace_description: str | Unset = UNSET) -> Workspace:
        """Create a workspace.

        A workspace holds tasks. At most 500 an account; names are unique without regard to case (创建工作共享空间).

        Args:
            workspace_name: Name of the workspace. 2 to 50 characters; Chinese characters, letters, digits, underscores.
            workspace_description: What the workspace is for. At most 200 characters; Chinese characters, letters,
                digits, underscores.

        Returns:
            A workspace (工作共享空间).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00011005 workspace_media_type_not_supported, KMP.00011100 workspace_limit_reached, KMP.00011105
        workspace_name_taken, KMP.00011106 workspace_name_format_wrong, KMP.00011107 workspace_name_must_not_be_null,
        KMP.00011108 workspace_description_format_wrong, and 21 codes that many calls share.

        Source: seed 4.1.1; C-01, C-20
        """
        from .api.workspaces import create_common_workspace as _endpoint
        from .models.new_workspace import NewWorkspace

        _body = NewWorkspace(workspace_name=workspace_name, workspace_description=workspace_description)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["createCommonWorkspace"], _request, decoders.create_common_workspace)

    async def update(
        self,
        workspace_id: str,
        *,
        workspace_name: str | Unset = UNSET,
        workspace_description: str | Unset = UNSET,
        star: YesOrNo | Unset = UNSET,
    ) -> Workspace:
        """Rename, describe or pin a workspace.

        Fields that are left out stay as they are. At most 4 workspaces are pinned (更新工作共享空间).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            workspace_name: Name of the workspace. 2 to 50 characters; Chinese characters, letters, digits, underscores.
            workspace_description: What the workspace is for. At most 200 characters; Chinese characters, letters,
                digits, underscores.
            star: Whether it is pinned to the top; an account pins at most 4.

        Returns:
            A workspace (工作共享空间).

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00011005 workspace_media_type_not_supported, KMP.00011101 pin_limit_reached, KMP.00011104
        workspace_not_exist, KMP.00011105 workspace_name_taken, KMP.00011106 workspace_name_format_wrong, KMP.00011108
        workspace_description_format_wrong, KMP.00011110 workspace_id_length_wrong, and 21 codes that many calls share.

        Source: seed 4.1.3; C-20, C-28
        """
        from .api.workspaces import update_common_workspace as _endpoint
        from .models.workspace_change import WorkspaceChange

        _body = WorkspaceChange(workspace_name=workspace_name, workspace_description=workspace_description, star=star)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return await self._caller(OPERATIONS["updateCommonWorkspace"], _request, decoders.update_common_workspace)

    async def delete(self, workspace_id: str) -> None:
        """Delete a workspace.

        Refused while it is pinned or has tasks (删除工作共享空间).

        Args:
            workspace_id: Id of the workspace. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00011005 workspace_media_type_not_supported, KMP.00011102
        workspace_pinned_workspace_cannot_be_deleted, KMP.00011103 workspace_with_tasks_cannot_be_deleted, KMP.00011104
        workspace_not_exist, KMP.00011110 workspace_id_length_wrong, and 21 codes that many calls share.

        Source: seed 4.1.4; C-06, C-07, C-20
        """
        from .api.workspaces import delete_common_workspace as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        await self._caller(OPERATIONS["deleteCommonWorkspace"], _request, decoders.nothing)


class AsyncRawWorkspaces:
    """The calls of `AsyncWorkspaces`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        workspace_ids: builtins.list[str] | Unset = UNSET,
        workspace_name: str | Unset = UNSET,
        star: bool | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        order_by: WorkspaceOrder | Unset = UNSET,
    ) -> Raw[Page[Workspace]]:
        """See `AsyncWorkspaces.list`."""
        from .api.workspaces import list_common_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            workspace_ids=workspace_ids,
            workspace_name=workspace_name,
            star=star,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            order_by=order_by,
        )
        return await self._caller.raw(OPERATIONS["listCommonWorkspace"], _request, decoders.list_common_workspace)

    async def create(self, *, workspace_name: str, workspace_description: str | Unset = UNSET) -> Raw[Workspace]:
        """See `AsyncWorkspaces.create`."""
        from .api.workspaces import create_common_workspace as _endpoint
        from .models.new_workspace import NewWorkspace

        _body = NewWorkspace(workspace_name=workspace_name, workspace_description=workspace_description)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["createCommonWorkspace"], _request, decoders.create_common_workspace)

    async def update(
        self,
        workspace_id: str,
        *,
        workspace_name: str | Unset = UNSET,
        workspace_description: str | Unset = UNSET,
        star: YesOrNo | Unset = UNSET,
    ) -> Raw[Workspace]:
        """See `AsyncWorkspaces.update`."""
        from .api.workspaces import update_common_workspace as _endpoint
        from .models.workspace_change import WorkspaceChange

        _body = WorkspaceChange(workspace_name=workspace_name, workspace_description=workspace_description, star=star)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return await self._caller.raw(OPERATIONS["updateCommonWorkspace"], _request, decoders.update_common_workspace)

    async def delete(self, workspace_id: str) -> Raw[None]:
        """See `AsyncWorkspaces.delete`."""
        from .api.workspaces import delete_common_workspace as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return await self._caller.raw(OPERATIONS["deleteCommonWorkspace"], _request, decoders.nothing)


class AsyncSatelliteTasks:
    """Processing of satellite images."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawSatelliteTasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawSatelliteTasks(self._caller)

    def list(
        self,
        *,
        workspace_id: str,
        task_name: str | Unset = UNSET,
        task_status: builtins.list[SatelliteTaskStatus] | Unset = UNSET,
        create_time_start: str | Unset = UNSET,
        create_time_end: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncPages[SatelliteTask]:
        """List satellite tasks.

        Archived tasks are left out, unless their state is asked for (查询任务).

        Args:
            workspace_id: Id of the workspace. 32 characters.
            task_name: Part of the name. 1 to 50 characters.
            task_status: Only tasks in these states.
            create_time_start: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_end: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051002 workspace_belongs_another_tenant, KMP.00051012 name_too_long, KMP.00051026
        date_not_exist, KMP.00051053 satellite_workspace_not_exist, KMP.00051061 workspace_deleted, and 17 codes that
        many calls share.

        Source: seed 4.2.3; C-24, C-25, C-32
        """
        from .api.satellite_tasks import list_task_info as _endpoint

        _request = _endpoint._get_kwargs(
            task_name=task_name,
            workspace_id=workspace_id,
            task_status=task_status,
            create_time_start=create_time_start,
            create_time_end=create_time_end,
            offset=offset,
            limit=limit,
        )
        return self._caller.pages(OPERATIONS["listTaskInfo"], _request, decoders.list_task_info)

    async def create(
        self,
        *,
        task_name: str,
        task_type: SatelliteTaskType,
        workspace_id: str,
        data_ids: builtins.list[str],
        production_level: ProductionLevel,
        data_alias: Mapping[str, None | str],
        coordination: str,
        data_description: Mapping[str, None | str],
        csv_ids: builtins.list[str],
        is_clip: Flag,
        is_tile: Flag,
        shape_id: str | Unset = UNSET,
        task_description: str | Unset = UNSET,
    ) -> SatelliteTask:
        """Create a satellite processing task.

        Raw satellite images become a product of level L2 to L5. Task names are unique; an account has at most 500 tasks
        (新建任务).

        Args:
            task_name: Name of the task. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_type: Kind of task.
            workspace_id: Id of the workspace. 32 characters.
            data_ids: Ids of the raw images.
            production_level: Processing level of the result.
            data_alias: Alias of each result image, by the name that the image check gave it.
            coordination: Coordinate system of the result.
            data_description: Description of each result image, by the name that the image check gave it.
            csv_ids: Ids of the production material (csv files); level L3 needs them.
            is_clip: Cut the result along a vector; level L5 only.
            is_tile: Cut the result into a tile pyramid; level L5 only.
            shape_id: Id of the vector file to cut along; needed when isClip is 1. 32 characters.
            task_description: What the task is for. At most 255 characters; Chinese characters, letters, digits,
                underscores.

        Returns:
            A satellite processing task.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051001 level_not_valid, KMP.00051002 workspace_belongs_another_tenant, KMP.00051003
        too_many_satellite_images, KMP.00051004 satellite_task_name_taken, KMP.00051005 result_alias_taken, KMP.00051006
        shapeid_must_not_be_empty, KMP.00051007 shapeid_not_exist, KMP.00051008 level_l3_needs_csvid, KMP.00051010
        result_name_taken, KMP.00051011 satellite_task_limit_reached, KMP.00051012 name_too_long, KMP.00051016
        raw_image_not_exist, KMP.00051022 description_too_long, KMP.00051032 data_information_not_available,
        KMP.00051033 shape_file_information_not_available, KMP.00051035 longitude_latitude_not_available, KMP.00051036
        utm_number_not_valid, KMP.00051037 epsg_code_not_valid, KMP.00051038 longitude_latitude_not_valid, KMP.00051039
        file_suffix_not_valid, KMP.00051041 image_state_not_allow_task, KMP.00051042 csvid_not_exist, KMP.00051045
        production_material_not_exist, KMP.00051048 satellite_information_not_available, KMP.00051049
        coordinate_system_not_valid, KMP.00051050 rpc_list_empty_coordinate_check, KMP.00051051
        coordinate_system_format_not_valid, KMP.00051053 satellite_workspace_not_exist, KMP.00051054
        image_details_not_available, KMP.00051056 vector_file_not_exist, KMP.00051061 workspace_deleted, KMP.00051065
        folder_not_created, KMP.00051067 file_not_created, KMP.00051068 file_not_built, KMP.00051069 result_name_wrong,
        KMP.00051072 production_material_given_twice, KMP.00051073 satellite_image_given_twice, KMP.00051074
        satellite_image_not_exist, KMP.00051075 level_does_not_fit, KMP.00054001 amount_production_material_wrong,
        KMP.00054002 area_production_material_wrong, KMP.00054004 values_production_material_out_range, KMP.00054006
        production_material_not_match_images, KMP.00054007 more_than_4_bands, KMP.00054008 image_cannot_be_opened,
        KMP.00054009 band_data_cannot_be_read, KMP.00054010 image_data_cannot_be_read, KMP.00054011
        image_file_type_wrong, KMP.00054012 image_cannot_be_read, KMP.00054013 image_width_or_height_wrong, and 18 codes
        that many calls share.

        Source: seed 4.2.1
        """
        from .api.satellite_tasks import create_task as _endpoint
        from .models.new_satellite_task import NewSatelliteTask
        from .models.new_satellite_task_data_alias import NewSatelliteTaskDataAlias
        from .models.new_satellite_task_data_description import NewSatelliteTaskDataDescription

        _body = NewSatelliteTask(
            task_name=task_name,
            task_type=task_type,
            workspace_id=workspace_id,
            data_ids=data_ids,
            production_level=production_level,
            data_alias=NewSatelliteTaskDataAlias.from_dict(data_alias),
            coordination=coordination,
            data_description=NewSatelliteTaskDataDescription.from_dict(data_description),
            csv_ids=csv_ids,
            is_clip=is_clip,
            is_tile=is_tile,
            shape_id=shape_id,
            task_description=task_description,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["createTask"], _request, decoders.create_task)

    async def delete(self, *, id: str) -> None:
        """Delete a satellite task.

        Allowed from INIT, STOP_SUCCESS and FAILED (删除任务).

        Args:
            id: Id of the satellite task.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00051047 satellite_state_not_allow_delete, KMP.00051066 old_folder_not_deleted, KMP.00051070
        task_not_deleted, and 22 codes that many calls share.

        Source: seed 4.2.7; C-06, C-31
        """
        from .api.satellite_tasks import delete_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        await self._caller(OPERATIONS["deleteTask"], _request, decoders.nothing)

    async def overview(self, *, workspace_id: str) -> SatelliteOverview:
        """Count the satellite tasks of a workspace.

        `finished` counts archived tasks too, so that the total need not be the sum of the other two (查看任务概览).

        Args:
            workspace_id: Id of the workspace. 32 characters.

        Returns:
            Number of satellite tasks of a workspace.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051002 workspace_belongs_another_tenant, KMP.00051053 satellite_workspace_not_exist,
        KMP.00051061 workspace_deleted, and 17 codes that many calls share.

        Source: seed 4.2.2; C-39
        """
        from .api.satellite_tasks import show_task_overview as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return await self._caller(OPERATIONS["showTaskOverview"], _request, decoders.show_task_overview)

    async def start(self, *, id: str) -> None:
        """Start a satellite task.

        Allowed from INIT, STOP_SUCCESS and FAILED. The task waits in START_RUNNING, then runs (启动任务).

        Args:
            id: Id of the satellite task.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051015 satellite_state_not_allow_start, KMP.00051030 start_failed, KMP.00051032
        data_information_not_available, KMP.00051033 shape_file_information_not_available, KMP.00051040
        billing_record_failed, KMP.00051043 do_not_start_twice, KMP.00051055 file_not_generated, KMP.00051065
        folder_not_created, KMP.00051066 old_folder_not_deleted, KMP.00051067 file_not_created, KMP.00051068
        file_not_built, and 22 codes that many calls share.

        Source: seed 4.2.4; C-31, C-40
        """
        from .api.satellite_tasks import start_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        await self._caller(OPERATIONS["startTask"], _request, decoders.nothing)

    async def stop(self, *, id: str) -> None:
        """Stop a satellite task.

        Allowed while it runs; by the console guide also while it waits (停止任务).

        Args:
            id: Id of the satellite task.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051017 satellite_state_not_allow_stop, KMP.00051031 stop_failed, and 22 codes that many calls
        share.

        Source: seed 4.2.5; C-40
        """
        from .api.satellite_tasks import stop_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        await self._caller(OPERATIONS["stopTask"], _request, decoders.nothing)

    async def archive(self, *, id: str, archived: bool) -> None:
        """Archive a satellite task, or take it out of the archive.

        From SUCCESS to ARCHIVED and back (归档/取消归档任务).

        Args:
            id: Id of the satellite task.
            archived: True puts it into the archive, false takes it out.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00051018 state_not_allow_archive, KMP.00051019 state_not_allow_unarchive, and 23 codes that many
        calls share.

        Source: seed 4.2.6; C-31, C-56
        """
        from .api.satellite_tasks import update_task_archived_status as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(archived=archived, body=_body)
        await self._caller(OPERATIONS["updateTaskArchivedStatus"], _request, decoders.nothing)


class AsyncRawSatelliteTasks:
    """The calls of `AsyncSatelliteTasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        workspace_id: str,
        task_name: str | Unset = UNSET,
        task_status: builtins.list[SatelliteTaskStatus] | Unset = UNSET,
        create_time_start: str | Unset = UNSET,
        create_time_end: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Raw[Page[SatelliteTask]]:
        """See `AsyncSatelliteTasks.list`."""
        from .api.satellite_tasks import list_task_info as _endpoint

        _request = _endpoint._get_kwargs(
            task_name=task_name,
            workspace_id=workspace_id,
            task_status=task_status,
            create_time_start=create_time_start,
            create_time_end=create_time_end,
            offset=offset,
            limit=limit,
        )
        return await self._caller.raw(OPERATIONS["listTaskInfo"], _request, decoders.list_task_info)

    async def create(
        self,
        *,
        task_name: str,
        task_type: SatelliteTaskType,
        workspace_id: str,
        data_ids: builtins.list[str],
        production_level: ProductionLevel,
        data_alias: Mapping[str, None | str],
        coordination: str,
        data_description: Mapping[str, None | str],
        csv_ids: builtins.list[str],
        is_clip: Flag,
        is_tile: Flag,
        shape_id: str | Unset = UNSET,
        task_description: str | Unset = UNSET,
    ) -> Raw[SatelliteTask]:
        """See `AsyncSatelliteTasks.create`."""
        from .api.satellite_tasks import create_task as _endpoint
        from .models.new_satellite_task import NewSatelliteTask
        from .models.new_satellite_task_data_alias import NewSatelliteTaskDataAlias
        from .models.new_satellite_task_data_description import NewSatelliteTaskDataDescription

        _body = NewSatelliteTask(
            task_name=task_name,
            task_type=task_type,
            workspace_id=workspace_id,
            data_ids=data_ids,
            production_level=production_level,
            data_alias=NewSatelliteTaskDataAlias.from_dict(data_alias),
            coordination=coordination,
            data_description=NewSatelliteTaskDataDescription.from_dict(data_description),
            csv_ids=csv_ids,
            is_clip=is_clip,
            is_tile=is_tile,
            shape_id=shape_id,
            task_description=task_description,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["createTask"], _request, decoders.create_task)

    async def delete(self, *, id: str) -> Raw[None]:
        """See `AsyncSatelliteTasks.delete`."""
        from .api.satellite_tasks import delete_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["deleteTask"], _request, decoders.nothing)

    async def overview(self, *, workspace_id: str) -> Raw[SatelliteOverview]:
        """See `AsyncSatelliteTasks.overview`."""
        from .api.satellite_tasks import show_task_overview as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return await self._caller.raw(OPERATIONS["showTaskOverview"], _request, decoders.show_task_overview)

    async def start(self, *, id: str) -> Raw[None]:
        """See `AsyncSatelliteTasks.start`."""
        from .api.satellite_tasks import start_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["startTask"], _request, decoders.nothing)

    async def stop(self, *, id: str) -> Raw[None]:
        """See `AsyncSatelliteTasks.stop`."""
        from .api.satellite_tasks import stop_task as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["stopTask"], _request, decoders.nothing)

    async def archive(self, *, id: str, archived: bool) -> Raw[None]:
        """See `AsyncSatelliteTasks.archive`."""
        from .api.satellite_tasks import update_task_archived_status as _endpoint
        from .models.satellite_task_id import SatelliteTaskId

        _body = SatelliteTaskId(id=id)
        _request = _endpoint._get_kwargs(archived=archived, body=_body)
        return await self._caller.raw(OPERATIONS["updateTaskArchivedStatus"], _request, decoders.nothing)


class AsyncSatelliteImages:
    """Raw satellite images and results, and their check before a task."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawSatelliteImages:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawSatelliteImages(self._caller)

    async def check(
        self, *, data_ids: builtins.list[str], production_level: ProductionLevel, task_name: str, coordination: str
    ) -> builtins.list[CheckedImage]:
        """Check raw satellite images before a task.

        Says what the result images will be called; panchromatic and multispectral images must pair up, or all be
        multispectral (校验原始影像文件).

        Args:
            data_ids: Ids of the raw images.
            production_level: Processing level of the result.
            task_name: Name of the task.
            coordination: Coordinate system of the result.

        Returns:
            What the check says, image by image.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051001 level_not_valid, KMP.00051003 too_many_satellite_images, KMP.00051012 name_too_long,
        KMP.00051016 raw_image_not_exist, KMP.00051032 data_information_not_available, KMP.00051035
        longitude_latitude_not_available, KMP.00051036 utm_number_not_valid, KMP.00051037 epsg_code_not_valid,
        KMP.00051038 longitude_latitude_not_valid, KMP.00051039 file_suffix_not_valid, KMP.00051041
        image_state_not_allow_task, KMP.00051048 satellite_information_not_available, KMP.00051049
        coordinate_system_not_valid, KMP.00051050 rpc_list_empty_coordinate_check, KMP.00051051
        coordinate_system_format_not_valid, KMP.00051054 image_details_not_available, KMP.00051073
        satellite_image_given_twice, KMP.00051074 satellite_image_not_exist, KMP.00054007 more_than_4_bands,
        KMP.00054008 image_cannot_be_opened, KMP.00054009 band_data_cannot_be_read, KMP.00054010
        image_data_cannot_be_read, KMP.00054011 image_file_type_wrong, KMP.00054012 image_cannot_be_read, KMP.00054013
        image_width_or_height_wrong, and 17 codes that many calls share.

        Source: seed 4.2.8; C-38
        """
        from .api.satellite_images import validate_image as _endpoint
        from .models.image_check import ImageCheck

        _body = ImageCheck(
            data_ids=data_ids, production_level=production_level, task_name=task_name, coordination=coordination
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["validateImage"], _request, decoders.validate_image)

    def list(
        self,
        *,
        image_name: str | Unset = UNSET,
        image_date_from: str | Unset = UNSET,
        image_date_to: str | Unset = UNSET,
        image_status: str | Unset = UNSET,
        raw_alias: str | Unset = UNSET,
        image_alias: str | Unset = UNSET,
        image_levels: str | Unset = UNSET,
        is_product: ImageOrigin | Unset = UNSET,
        order: ListOrder | Unset = UNSET,
        description: str | Unset = UNSET,
        image_type: ImageType | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
    ) -> AsyncPages[SatelliteImage]:
        """List satellite images.

        The search goes as a form. Dates filter the upload, not the time of capture (查询卫星影像基本信息).

        Args:
            image_name: Part of the name. At most 100 characters; Chinese characters, letters, digits, underscores,
                dots, hyphens.
            image_date_from: Only images uploaded at or after this time. 20 characters; UTC, as 2026-01-31T12:00:00Z.
            image_date_to: Only images uploaded at or before this time. 20 characters; UTC, as 2026-01-31T12:00:00Z.
            image_status: States of the data, separated by commas. Matches `^(0|1|2|3|4|6|7|8)(,(0|1|2|3|4|6|7|8))*$`.
            raw_alias: Part of the alias. At most 100 characters; Chinese characters, letters, digits, underscores,
                dots, hyphens.
            image_alias: Aliases, separated by commas. Chinese characters, letters, digits, underscores, dots, hyphens,
                commas.
            image_levels: Processing levels, separated by commas. Matches
                `^(L1|L1A|L1B|L2|L3|L4|L5)(,(L1|L1A|L1B|L2|L3|L4|L5))*$`.
            is_product: Raw image or result.
            order: Order of the list.
            description: Part of the description. At most 255 characters; Chinese characters, letters, digits,
                underscores, hyphens.
            image_type: Panchromatic or multispectral.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00040000 data_internal_error, KMP.00040101 data_internal_call_failed, KMP.00041001 tenant_refused,
        KMP.00041002 database_error_operation, KMP.00041003 image_information_cannot_be_parsed, KMP.00042001
        request_parameter_wrong, KMP.00042002 time_conversion_failed, KMP.00042003 object_storage_reported_error,
        KMP.00042010 object_not_exist, KMP.00042016 image_name_lacks_satellite, KMP.00042017 image_name_lacks_sensor,
        KMP.00042018 file_missing_or_no_right_download, KMP.00042019 coordinate_format_wrong, KMP.00042020
        iam_service_reported_error, KMP.00042022 metadata_missing_or_no_right_see, KMP.00042023
        file_missing_or_no_right_query, KMP.00042030 too_many_query, and 10 codes that many calls share.

        Source: seed 4.4.1; C-05, C-42
        """
        from .api.satellite_images import list_image_base_info as _endpoint
        from .models.image_search import ImageSearch

        _body = ImageSearch(
            image_name=image_name,
            image_date_from=image_date_from,
            image_date_to=image_date_to,
            image_status=image_status,
            raw_alias=raw_alias,
            image_alias=image_alias,
            image_levels=image_levels,
            is_product=is_product,
            order=order,
            description=description,
            image_type=image_type,
            limit=limit,
            offset=offset,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.pages(OPERATIONS["listImageBaseInfo"], _request, decoders.list_image_base_info)


class AsyncRawSatelliteImages:
    """The calls of `AsyncSatelliteImages`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def check(
        self, *, data_ids: builtins.list[str], production_level: ProductionLevel, task_name: str, coordination: str
    ) -> Raw[builtins.list[CheckedImage]]:
        """See `AsyncSatelliteImages.check`."""
        from .api.satellite_images import validate_image as _endpoint
        from .models.image_check import ImageCheck

        _body = ImageCheck(
            data_ids=data_ids, production_level=production_level, task_name=task_name, coordination=coordination
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["validateImage"], _request, decoders.validate_image)

    async def list(
        self,
        *,
        image_name: str | Unset = UNSET,
        image_date_from: str | Unset = UNSET,
        image_date_to: str | Unset = UNSET,
        image_status: str | Unset = UNSET,
        raw_alias: str | Unset = UNSET,
        image_alias: str | Unset = UNSET,
        image_levels: str | Unset = UNSET,
        is_product: ImageOrigin | Unset = UNSET,
        order: ListOrder | Unset = UNSET,
        description: str | Unset = UNSET,
        image_type: ImageType | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
    ) -> Raw[Page[SatelliteImage]]:
        """See `AsyncSatelliteImages.list`."""
        from .api.satellite_images import list_image_base_info as _endpoint
        from .models.image_search import ImageSearch

        _body = ImageSearch(
            image_name=image_name,
            image_date_from=image_date_from,
            image_date_to=image_date_to,
            image_status=image_status,
            raw_alias=raw_alias,
            image_alias=image_alias,
            image_levels=image_levels,
            is_product=is_product,
            order=order,
            description=description,
            image_type=image_type,
            limit=limit,
            offset=offset,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["listImageBaseInfo"], _request, decoders.list_image_base_info)


class AsyncSatelliteUsage:
    """What satellite storage and processing were used."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawSatelliteUsage:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawSatelliteUsage(self._caller)

    def list(
        self, *, usage_type: SatelliteUsageType, limit: int | Unset = UNSET, offset: int | Unset = UNSET
    ) -> AsyncPages[SatelliteUsageRecord]:
        """Show satellite usage.

        What was stored or processed, and what was bought (查询用量).

        Args:
            usage_type: What is counted.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00051058 no_data_usage_tenant, KMP.00051059 more_than_one_data_usage_record, and 17 codes that
        many calls share.

        Source: seed 4.3.1; C-22, C-47
        """
        from .api.satellite_usage import list_usage_info as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type, limit=limit, offset=offset)
        return self._caller.pages(OPERATIONS["listUsageInfo"], _request, decoders.list_usage_info)


class AsyncRawSatelliteUsage:
    """The calls of `AsyncSatelliteUsage`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self, *, usage_type: SatelliteUsageType, limit: int | Unset = UNSET, offset: int | Unset = UNSET
    ) -> Raw[Page[SatelliteUsageRecord]]:
        """See `AsyncSatelliteUsage.list`."""
        from .api.satellite_usage import list_usage_info as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type, limit=limit, offset=offset)
        return await self._caller.raw(OPERATIONS["listUsageInfo"], _request, decoders.list_usage_info)


class AsyncReal3dTasks:
    """Real-scene 3D models of oblique photos."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawReal3dTasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawReal3dTasks(self._caller)

    def list(
        self,
        workspace_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        task_name: str | Unset = UNSET,
        task_type: builtins.list[Real3DTaskType] | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        task_ids: builtins.list[str] | Unset = UNSET,
        task_status: builtins.list[Real3DTaskStatus] | Unset = UNSET,
    ) -> AsyncPages[Real3DTask]:
        """List the real-scene 3D tasks of a workspace.

        Archived tasks come only when their id or their state is asked for (分页查询工作共享空间内实景三维任务列表).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            task_name: Part of the name. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_type: Only tasks of these kinds.
            modeling_type: Only tasks that model this.
            create_time_from: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_to: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_from: Only what changed at or after this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_to: Only what changed at or before this time. UTC, as 2026-01-31T12:00:00Z.
            task_ids: Only these tasks.
            task_status: Only tasks in these states.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021105 task_type_not_valid, KMP.00021119 task_name_not_valid, KMP.00021121 task_state_not_valid,
        KMP.00021135 modelling_type_not_valid, and 26 codes that many calls share.

        Source: seed 4.5.7; C-24
        """
        from .api.real3d_tasks import list_tasks_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            offset=offset,
            limit=limit,
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            task_ids=task_ids,
            task_status=task_status,
        )
        return self._caller.pages(OPERATIONS["listTasksInWorkspace"], _request, decoders.list_tasks_in_workspace)

    async def create(
        self,
        workspace_id: str,
        *,
        task_name: str,
        task_description: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Real3DTask:
        """Create a real-scene 3D task.

        At most 500 a workspace; names are unique without regard to case. Folder and kind may follow later, but are
        needed to start (创建实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_name: Name of the task. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_description: What the task is for. At most 255 characters; Chinese characters, letters, digits,
                underscores.
            task_type: Kind of task.
            modeling_type: What is modelled.
            modeling_params: How it is modelled; null takes the defaults.
            folder_code: Code of the folder of oblique photos.
            coordinate_sys: Coordinate system of the model; null takes the default. The service takes WGS84-UTM if it is
                left out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021102 real3d_task_limit_reached, KMP.00021105 task_type_not_valid, KMP.00021106
        modelling_parameters_not_set, KMP.00021119 task_name_not_valid, KMP.00021120 task_description_not_valid,
        KMP.00021122 real3d_task_name_taken, KMP.00021135 modelling_type_not_valid, KMP.00021136
        pixel_count_oblique_images_not_available, and 25 codes that many calls share.

        Source: seed 4.5.1; C-50, C-51, C-52
        """
        from .api.real3d_tasks import create_real_3d_task as _endpoint
        from .models.new_real_3d_task import NewReal3DTask

        _body = NewReal3DTask(
            task_name=task_name,
            task_description=task_description,
            task_type=task_type,
            modeling_type=modeling_type,
            modeling_params=modeling_params,
            folder_code=folder_code,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return await self._caller(OPERATIONS["createReal3DTask"], _request, decoders.create_real_3d_task)

    async def update(
        self,
        workspace_id: str,
        task_id: str,
        *,
        task_name: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        task_description: str | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Real3DTask:
        """Change a real-scene 3D task.

        Allowed from INIT, START_FAILED, FAILED and STOP_SUCCESS; the task goes back to INIT (更新实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            task_name: Name of the task. 1 to 50 characters; Chinese characters, letters, digits, underscores.
            task_type: Kind of task.
            modeling_type: What is modelled.
            task_description: What the task is for. At most 255 characters; Chinese characters, letters, digits,
                underscores.
            folder_code: Code of the folder of oblique photos.
            modeling_params: How it is modelled; null takes the defaults.
            coordinate_sys: Coordinate system of the model; null takes the default. The service takes WGS84-UTM if it is
                left out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021105 task_type_not_valid, KMP.00021106 modelling_parameters_not_set, KMP.00021116
        state_not_allow_change, KMP.00021119 task_name_not_valid, KMP.00021120 task_description_not_valid, KMP.00021122
        real3d_task_name_taken, KMP.00021135 modelling_type_not_valid, KMP.00021136
        pixel_count_oblique_images_not_available, and 28 codes that many calls share.

        Source: seed 4.5.2; C-49
        """
        from .api.real3d_tasks import update_real_3d_task as _endpoint
        from .models.real_3d_task_change import Real3DTaskChange

        _body = Real3DTaskChange(
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            task_description=task_description,
            folder_code=folder_code,
            modeling_params=modeling_params,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller(OPERATIONS["updateReal3DTask"], _request, decoders.update_real_3d_task)

    async def delete(self, workspace_id: str, task_id: str) -> None:
        """Delete a real-scene 3D task.

        Its products stay. Refused while refine subtasks run or upload (删除实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021114 real3d_state_not_allow_delete, KMP.00021137 refine_subtasks_active, and 28 codes that
        many calls share.

        Source: seed 4.5.6; C-06, C-07, C-53
        """
        from .api.real3d_tasks import delete_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        await self._caller(OPERATIONS["deleteReal3DTask"], _request, decoders.nothing)

    async def start(self, workspace_id: str, task_id: str, *, run_at_only: bool | Unset = UNSET) -> Real3DTask:
        """Start a real-scene 3D task.

        Allowed from INIT, STOP_SUCCESS, FAILED and BUNDLE_SUCCESS. It passes PENDING and STARTING, and runs or ends in
        START_FAILED (启动实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            run_at_only: Stop after the aerial triangulation, in state BUNDLE_SUCCESS; only for tasks with control
                points. The service takes False if it is left out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00020202 real3d_data_broken, KMP.00021103 no_image_folder_bound_task, KMP.00021104
        task_type_not_set, KMP.00021106 modelling_parameters_not_set, KMP.00021108 no_mark_points_bound_task,
        KMP.00021109 aerial_triangulation_not_run_yet, KMP.00021111 start_requested_twice, KMP.00021115
        real3d_state_not_allow_start, KMP.00021134 triangulation_only_needs_control, KMP.00021136
        pixel_count_oblique_images_not_available, and 28 codes that many calls share.

        Source: seed 4.5.3; C-53
        """
        from .api.real3d_tasks import start_real_3d_task as _endpoint
        from .models.real_3d_task_start import Real3DTaskStart

        _body = Real3DTaskStart(run_at_only=run_at_only)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller(OPERATIONS["startReal3DTask"], _request, decoders.start_real_3d_task)

    async def archive(self, workspace_id: str, task_id: str, *, archive: bool) -> Real3DTask:
        """Archive a real-scene 3D task, or take it out of the archive.

        From SUCCESS to ARCHIVED and back (归档/取消归档实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            archive: True puts it into the archive, false takes it out.

        Returns:
            A real-scene 3D task (实景三维建模任务).

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021112 cannot_unarchive, KMP.00021113 cannot_archive, KMP.00021126 archive_request_body_wrong,
        and 27 codes that many calls share.

        Source: seed 4.5.4; C-52, C-56
        """
        from .api.real3d_tasks import update_real_3d_task_archived_status as _endpoint
        from .models.real_3d_task_archive import Real3DTaskArchive

        _body = Real3DTaskArchive(archive=archive)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller(
            OPERATIONS["updateReal3DTaskArchivedStatus"], _request, decoders.update_real_3d_task_archived_status
        )

    async def stop(self, workspace_id: str, task_id: str) -> None:
        """Stop a real-scene 3D task.

        PENDING goes back to INIT; STARTING and RUNNING pass STOPPING to STOP_SUCCESS (停止实景三维建模任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021117 real3d_state_not_allow_stop, and 28 codes that many calls share.

        Source: seed 4.5.5; C-07
        """
        from .api.real3d_tasks import stop_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        await self._caller(OPERATIONS["stopReal3DTask"], _request, decoders.nothing)

    async def overview(self, workspace_id: str) -> Real3DOverview:
        """Count the real-scene 3D tasks of a workspace.

        INIT and BUNDLE_SUCCESS are in no group but the total (展示工作共享空间内任务概览).

        Args:
            workspace_id: Id of the workspace. At least 1 character.

        Returns:
            Number of real-scene 3D tasks of a workspace by state.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 22 codes that many calls share.

        Source: seed 4.5.8; C-54
        """
        from .api.real3d_tasks import show_task_overview_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return await self._caller(
            OPERATIONS["showTaskOverviewInWorkspace"], _request, decoders.show_task_overview_in_workspace
        )


class AsyncRawReal3dTasks:
    """The calls of `AsyncReal3dTasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        workspace_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        task_name: str | Unset = UNSET,
        task_type: builtins.list[Real3DTaskType] | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
        task_ids: builtins.list[str] | Unset = UNSET,
        task_status: builtins.list[Real3DTaskStatus] | Unset = UNSET,
    ) -> Raw[Page[Real3DTask]]:
        """See `AsyncReal3dTasks.list`."""
        from .api.real3d_tasks import list_tasks_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            offset=offset,
            limit=limit,
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            task_ids=task_ids,
            task_status=task_status,
        )
        return await self._caller.raw(OPERATIONS["listTasksInWorkspace"], _request, decoders.list_tasks_in_workspace)

    async def create(
        self,
        workspace_id: str,
        *,
        task_name: str,
        task_description: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Raw[Real3DTask]:
        """See `AsyncReal3dTasks.create`."""
        from .api.real3d_tasks import create_real_3d_task as _endpoint
        from .models.new_real_3d_task import NewReal3DTask

        _body = NewReal3DTask(
            task_name=task_name,
            task_description=task_description,
            task_type=task_type,
            modeling_type=modeling_type,
            modeling_params=modeling_params,
            folder_code=folder_code,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, body=_body)
        return await self._caller.raw(OPERATIONS["createReal3DTask"], _request, decoders.create_real_3d_task)

    async def update(
        self,
        workspace_id: str,
        task_id: str,
        *,
        task_name: str | Unset = UNSET,
        task_type: Real3DTaskType | Unset = UNSET,
        modeling_type: ModelingType | Unset = UNSET,
        task_description: str | Unset = UNSET,
        folder_code: str | Unset = UNSET,
        modeling_params: ModelingParamsWanted | None | Unset = UNSET,
        coordinate_sys: CoordinateSystem | None | Unset = UNSET,
    ) -> Raw[Real3DTask]:
        """See `AsyncReal3dTasks.update`."""
        from .api.real3d_tasks import update_real_3d_task as _endpoint
        from .models.real_3d_task_change import Real3DTaskChange

        _body = Real3DTaskChange(
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            task_description=task_description,
            folder_code=folder_code,
            modeling_params=modeling_params,
            coordinate_sys=coordinate_sys,
        )
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller.raw(OPERATIONS["updateReal3DTask"], _request, decoders.update_real_3d_task)

    async def delete(self, workspace_id: str, task_id: str) -> Raw[None]:
        """See `AsyncReal3dTasks.delete`."""
        from .api.real3d_tasks import delete_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller.raw(OPERATIONS["deleteReal3DTask"], _request, decoders.nothing)

    async def start(self, workspace_id: str, task_id: str, *, run_at_only: bool | Unset = UNSET) -> Raw[Real3DTask]:
        """See `AsyncReal3dTasks.start`."""
        from .api.real3d_tasks import start_real_3d_task as _endpoint
        from .models.real_3d_task_start import Real3DTaskStart

        _body = Real3DTaskStart(run_at_only=run_at_only)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller.raw(OPERATIONS["startReal3DTask"], _request, decoders.start_real_3d_task)

    async def archive(self, workspace_id: str, task_id: str, *, archive: bool) -> Raw[Real3DTask]:
        """See `AsyncReal3dTasks.archive`."""
        from .api.real3d_tasks import update_real_3d_task_archived_status as _endpoint
        from .models.real_3d_task_archive import Real3DTaskArchive

        _body = Real3DTaskArchive(archive=archive)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller.raw(
            OPERATIONS["updateReal3DTaskArchivedStatus"], _request, decoders.update_real_3d_task_archived_status
        )

    async def stop(self, workspace_id: str, task_id: str) -> Raw[None]:
        """See `AsyncReal3dTasks.stop`."""
        from .api.real3d_tasks import stop_real_3d_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller.raw(OPERATIONS["stopReal3DTask"], _request, decoders.nothing)

    async def overview(self, workspace_id: str) -> Raw[Real3DOverview]:
        """See `AsyncReal3dTasks.overview`."""
        from .api.real3d_tasks import show_task_overview_in_workspace as _endpoint

        _request = _endpoint._get_kwargs(workspace_id=workspace_id)
        return await self._caller.raw(
            OPERATIONS["showTaskOverviewInWorkspace"], _request, decoders.show_task_overview_in_workspace
        )


class AsyncRefineSubtasks:
    """Models that people refined, made products again."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawRefineSubtasks:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawRefineSubtasks(self._caller)

    def list(
        self,
        workspace_id: str,
        task_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        subtask_id: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_status: builtins.list[RefineSubtaskStatus] | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
    ) -> AsyncPages[RefineSubtask]:
        """List the refine subtasks of a task.

        Filters go together: all of them must fit (分页查询实景三维精修后处理任务列表).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            subtask_id: Only this one.
            subtask_name: Part of the name.
            subtask_status: Only subtasks in these states.
            create_time_from: Only what was made at or after this time. UTC, as 2026-01-31T12:00:00Z.
            create_time_to: Only what was made at or before this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_from: Only what changed at or after this time. UTC, as 2026-01-31T12:00:00Z.
            update_time_to: Only what changed at or before this time. UTC, as 2026-01-31T12:00:00Z.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021144 subtask_name_not_valid, KMP.00021149 subtask_state_not_valid, and 28 codes that many
        calls share.

        Source: seed 4.6.2; C-24
        """
        from .api.refine_subtasks import list_real_3d_sub_tasks as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            task_id=task_id,
            offset=offset,
            limit=limit,
            subtask_id=subtask_id,
            subtask_name=subtask_name,
            subtask_status=subtask_status,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
        )
        return self._caller.pages(OPERATIONS["listReal3DSubTasks"], _request, decoders.list_real_3d_sub_tasks)

    async def create(self, workspace_id: str, task_id: str, *, subtask_name: str) -> RefineSubtask:
        """Create a refine subtask.

        Of a finished task that models a radiance field (Nerf); at most 10 a task, names unique without regard to case
        (创建实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_name: Name of the refine subtask. 1 to 50 characters; Chinese characters, letters, digits,
                underscores, hyphens.

        Returns:
            A refine subtask (精修后处理任务): takes a model that people refined, makes a product of it.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021140 subtask_needs_nerf, KMP.00021141 subtask_needs_finished_task, KMP.00021142
        subtask_limit_reached, KMP.00021143 subtask_name_taken, KMP.00021144 subtask_name_not_valid, and 27 codes that
        many calls share.

        Source: seed 4.6.1; C-41, C-59
        """
        from .api.refine_subtasks import create_real_3d_sub_task as _endpoint
        from .models.new_refine_subtask import NewRefineSubtask

        _body = NewRefineSubtask(subtask_name=subtask_name)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller(OPERATIONS["createReal3DSubTask"], _request, decoders.create_real_3d_sub_task)

    async def start(self, workspace_id: str, task_id: str, subtask_id: str) -> RefineSubtask:
        """Start a refine subtask.

        Allowed from UPLOAD_SUCCESS, STOP_SUCCESS, FAILED and START_FAILED (启动实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.

        Returns:
            A refine subtask (精修后处理任务): takes a model that people refined, makes a product of it.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00020202 real3d_data_broken, KMP.00021145 subtask_state_not_allow_start, and 28 codes that many
        calls share.

        Source: seed 4.6.3; C-07, C-57, C-78
        """
        from .api.refine_subtasks import start_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return await self._caller(OPERATIONS["startReal3DSubTask"], _request, decoders.start_real_3d_sub_task)

    async def stop(self, workspace_id: str, task_id: str, subtask_id: str) -> None:
        """Stop a refine subtask.

        PENDING goes back to UPLOAD_SUCCESS; STARTING and RUNNING pass STOPPING to STOP_SUCCESS (停止实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021146 subtask_state_not_allow_stop, and 28 codes that many calls share.

        Source: seed 4.6.4; C-07, C-58
        """
        from .api.refine_subtasks import stop_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        await self._caller(OPERATIONS["stopReal3DSubTask"], _request, decoders.nothing)

    async def delete(self, workspace_id: str, task_id: str, subtask_id: str) -> None:
        """Delete a refine subtask.

        Its product goes with it (删除实景三维精修后处理任务).

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021147 subtask_state_not_allow_delete, and 28 codes that many calls share.

        Source: seed 4.6.5; C-06, C-07
        """
        from .api.refine_subtasks import delete_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        await self._caller(OPERATIONS["deleteReal3DSubTask"], _request, decoders.nothing)

    async def set_upload_state(
        self, workspace_id: str, task_id: str, subtask_id: str, *, upload_status: UploadStatus
    ) -> RefineSubtask:
        """Say how far the upload of a refined model is (a guess).

        From INIT to UPLOADING, and from there to UPLOAD_SUCCESS or UPLOAD_FAILED. Nothing public documents this call.

        Args:
            workspace_id: Id of the workspace. At least 1 character.
            task_id: Id of the task. At least 1 character.
            subtask_id: Id of the refine subtask. At least 1 character.
            upload_status: How far the upload is.

        Returns:
            The refine subtask.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021138 uploaded_folder_not_pass_check, KMP.00021139 subtask_state_not_allow_upload_model,
        KMP.00021148 subtask_state_not_allow_update_upload, KMP.00021149 subtask_state_not_valid, KMP.00021150
        upload_state_not_valid, and 27 codes that many calls share.

        Source: inferred from seed 6.2; path, body and answer are our assumption; C-60
        """
        from .api.refine_subtasks import update_real_3d_sub_task_upload_status as _endpoint
        from .models.upload_state import UploadState

        _body = UploadState(upload_status=upload_status)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return await self._caller(
            OPERATIONS["updateReal3DSubTaskUploadStatus"], _request, decoders.update_real_3d_sub_task_upload_status
        )


class AsyncRawRefineSubtasks:
    """The calls of `AsyncRefineSubtasks`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        workspace_id: str,
        task_id: str,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        subtask_id: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_status: builtins.list[RefineSubtaskStatus] | Unset = UNSET,
        create_time_from: str | Unset = UNSET,
        create_time_to: str | Unset = UNSET,
        update_time_from: str | Unset = UNSET,
        update_time_to: str | Unset = UNSET,
    ) -> Raw[Page[RefineSubtask]]:
        """See `AsyncRefineSubtasks.list`."""
        from .api.refine_subtasks import list_real_3d_sub_tasks as _endpoint

        _request = _endpoint._get_kwargs(
            workspace_id=workspace_id,
            task_id=task_id,
            offset=offset,
            limit=limit,
            subtask_id=subtask_id,
            subtask_name=subtask_name,
            subtask_status=subtask_status,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
        )
        return await self._caller.raw(OPERATIONS["listReal3DSubTasks"], _request, decoders.list_real_3d_sub_tasks)

    async def create(self, workspace_id: str, task_id: str, *, subtask_name: str) -> Raw[RefineSubtask]:
        """See `AsyncRefineSubtasks.create`."""
        from .api.refine_subtasks import create_real_3d_sub_task as _endpoint
        from .models.new_refine_subtask import NewRefineSubtask

        _body = NewRefineSubtask(subtask_name=subtask_name)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, body=_body)
        return await self._caller.raw(OPERATIONS["createReal3DSubTask"], _request, decoders.create_real_3d_sub_task)

    async def start(self, workspace_id: str, task_id: str, subtask_id: str) -> Raw[RefineSubtask]:
        """See `AsyncRefineSubtasks.start`."""
        from .api.refine_subtasks import start_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return await self._caller.raw(OPERATIONS["startReal3DSubTask"], _request, decoders.start_real_3d_sub_task)

    async def stop(self, workspace_id: str, task_id: str, subtask_id: str) -> Raw[None]:
        """See `AsyncRefineSubtasks.stop`."""
        from .api.refine_subtasks import stop_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return await self._caller.raw(OPERATIONS["stopReal3DSubTask"], _request, decoders.nothing)

    async def delete(self, workspace_id: str, task_id: str, subtask_id: str) -> Raw[None]:
        """See `AsyncRefineSubtasks.delete`."""
        from .api.refine_subtasks import delete_real_3d_sub_task as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return await self._caller.raw(OPERATIONS["deleteReal3DSubTask"], _request, decoders.nothing)

    async def set_upload_state(
        self, workspace_id: str, task_id: str, subtask_id: str, *, upload_status: UploadStatus
    ) -> Raw[RefineSubtask]:
        """See `AsyncRefineSubtasks.set_upload_state`."""
        from .api.refine_subtasks import update_real_3d_sub_task_upload_status as _endpoint
        from .models.upload_state import UploadState

        _body = UploadState(upload_status=upload_status)
        _request = _endpoint._get_kwargs(workspace_id=workspace_id, task_id=task_id, subtask_id=subtask_id, body=_body)
        return await self._caller.raw(
            OPERATIONS["updateReal3DSubTaskUploadStatus"], _request, decoders.update_real_3d_sub_task_upload_status
        )


class AsyncReal3dUsage:
    """What storage and modelling were used."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawReal3dUsage:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawReal3dUsage(self._caller)

    async def list(self, *, usage_type: Real3DUsageType) -> builtins.list[Real3DUsageRecord] | None:
        """Show real-scene 3D usage.

        What was stored or modelled, and what was bought (查询实景三维用量).

        Args:
            usage_type: What is counted.

        Returns:
            Real-scene 3D usage.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 22 codes that many calls share.

        Source: seed 4.7.1
        """
        from .api.real3d_usage import show_real_3d_usage as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type)
        return await self._caller(OPERATIONS["showReal3DUsage"], _request, decoders.show_real_3d_usage)


class AsyncRawReal3dUsage:
    """The calls of `AsyncReal3dUsage`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, *, usage_type: Real3DUsageType) -> Raw[builtins.list[Real3DUsageRecord] | None]:
        """See `AsyncReal3dUsage.list`."""
        from .api.real3d_usage import show_real_3d_usage as _endpoint

        _request = _endpoint._get_kwargs(usage_type=usage_type)
        return await self._caller.raw(OPERATIONS["showReal3DUsage"], _request, decoders.show_real_3d_usage)


class AsyncMarkPoints:
    """Ground control points marked in photos."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawMarkPoints:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawMarkPoints(self._caller)

    async def add(
        self,
        *,
        image_code: str,
        task_id: str,
        point_width: str,
        point_height: str,
        longitude: str,
        latitude: str,
        height: str,
        accuracy: str,
    ) -> MarkPoint:
        """Mark a control point in a photo.

        The task must be one with control points, and its aerial triangulation done (新增图片上的刺点).

        Args:
            image_code: Id of the photo.
            task_id: Id of the task.
            point_width: Column of the point, pixels from the left edge of the tile. A decimal number.
            point_height: Row of the point, pixels from the upper edge of the tile. A decimal number.
            longitude: Longitude of the control point, decimal text. A decimal number.
            latitude: Latitude of the control point, decimal text. A decimal number.
            height: Height of the control point, decimal text. A decimal number.
            accuracy: Accuracy of the control point, above 0 and below 100, decimal text. A decimal number.

        Returns:
            A mark point (刺点): where a photo shows a control point. Decimal text is kept as it is.

        Effect: once (not sent again when its answer is lost).

        Refusals: KMP.00021107 this_task_type_cannot_have_mark, KMP.00021152 image_not_exist, KMP.00021153
        image_not_belong_task, KMP.00021154 image_information_wrong, KMP.00021155 pixel_value_format_wrong, KMP.00021156
        pixel_value_outside_image, KMP.00021157 mark_point_exists_already, KMP.00021160 tenant_information_wrong,
        KMP.00021161 tenant_mark_point_missing_or_not, KMP.00021162 path_image_mark_point_wrong, KMP.00021167
        control_point_name_too_long, KMP.00021168 control_point_longitude_out_range, KMP.00021169
        control_point_latitude_out_range, KMP.00021170 control_point_height_out_range, KMP.00021171
        control_point_accuracy_out_range, KMP.00021172 wrong_task_type, KMP.00021173 aerial_triangulation_not_finished,
        and 25 codes that many calls share.

        Source: seed 4.8.1; C-61
        """
        from .api.mark_points import add_spur_point as _endpoint
        from .models.new_mark_point import NewMarkPoint

        _body = NewMarkPoint(
            image_code=image_code,
            task_id=task_id,
            point_width=point_width,
            point_height=point_height,
            longitude=longitude,
            latitude=latitude,
            height=height,
            accuracy=accuracy,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["addSpurPoint"], _request, decoders.add_spur_point)

    async def delete(self, *, id: str) -> None:
        """Delete a mark point.

        Only who made it may delete it (删除图片上的刺点).

        Args:
            id: Id of the mark point.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021158 mark_point_not_exist, KMP.00021160 tenant_information_wrong, KMP.00021161
        tenant_mark_point_missing_or_not, and 24 codes that many calls share.

        Source: seed 4.8.2; C-06, C-62
        """
        from .api.mark_points import delete_spur_point as _endpoint
        from .models.mark_point_id import MarkPointId

        _body = MarkPointId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        await self._caller(OPERATIONS["deleteSpurPoint"], _request, decoders.nothing)

    def list(
        self, *, image_code: str, task_id: str, offset: int | Unset = UNSET, limit: int | Unset = UNSET
    ) -> AsyncPages[MarkPoint]:
        """List the mark points of a photo.

        The search goes as JSON (获取单张图片里的所有刺点信息).

        Args:
            image_code: Id of the photo.
            task_id: Id of the task.
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021152 image_not_exist, KMP.00021153 image_not_belong_task, KMP.00021154
        image_information_wrong, and 27 codes that many calls share.

        Source: seed 4.8.3; C-23
        """
        from .api.mark_points import list_spur_points as _endpoint
        from .models.mark_point_search import MarkPointSearch

        _body = MarkPointSearch(image_code=image_code, task_id=task_id, offset=offset, limit=limit)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.pages(OPERATIONS["listSpurPoints"], _request, decoders.list_spur_points)

    async def count(
        self, *, task_id: str, longitude: float | str, latitude: float | str, height: float | str, accuracy: float | str
    ) -> MarkPointCount:
        """Count the mark points of a control point.

        The control point is found by its coordinates (查询单个像控点的已刺点数量).

        Args:
            task_id: Id of the task.
            longitude: Longitude of the control point, decimal text. A decimal number.
            latitude: Latitude of the control point, decimal text. A decimal number.
            height: Height of the control point, decimal text. A decimal number.
            accuracy: Accuracy of the control point, above 0 and below 100, decimal text. A decimal number.

        Returns:
            In how many photos a control point is marked.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021168 control_point_longitude_out_range, KMP.00021169 control_point_latitude_out_range,
        KMP.00021170 control_point_height_out_range, KMP.00021171 control_point_accuracy_out_range, and 24 codes that
        many calls share.

        Source: seed 4.8.4; C-61
        """
        from .api.mark_points import show_spur_count as _endpoint
        from .models.control_point import ControlPoint

        _body = ControlPoint(task_id=task_id, longitude=longitude, latitude=latitude, height=height, accuracy=accuracy)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller(OPERATIONS["showSpurCount"], _request, decoders.show_spur_count)

    async def write_file(self, task_id: str) -> None:
        """Write the marker file of a task.

        The file holds all mark points of the task; a run with control points reads it (生成刺点文件).

        Args:
            task_id: Id of the task. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00021107 this_task_type_cannot_have_mark, KMP.00021108 no_mark_points_bound_task, KMP.00021109
        aerial_triangulation_not_run_yet, KMP.00021161 tenant_mark_point_missing_or_not, KMP.00021162
        path_image_mark_point_wrong, KMP.00021163 upload_mark_point_file_failed, KMP.00021164
        aerial_triangulation_file_missing, KMP.00021165 aerial_triangulation_directory_empty, KMP.00021166
        aerial_triangulation_file_broken, KMP.00021172 wrong_task_type, KMP.00021173 aerial_triangulation_not_finished,
        and 24 codes that many calls share.

        Source: seed 4.8.5; C-07
        """
        from .api.mark_points import create_marker_info as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(task_id=task_id, body=_body)
        await self._caller(OPERATIONS["createMarkerInfo"], _request, decoders.nothing)


class AsyncRawMarkPoints:
    """The calls of `AsyncMarkPoints`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def add(
        self,
        *,
        image_code: str,
        task_id: str,
        point_width: str,
        point_height: str,
        longitude: str,
        latitude: str,
        height: str,
        accuracy: str,
    ) -> Raw[MarkPoint]:
        """See `AsyncMarkPoints.add`."""
        from .api.mark_points import add_spur_point as _endpoint
        from .models.new_mark_point import NewMarkPoint

        _body = NewMarkPoint(
            image_code=image_code,
            task_id=task_id,
            point_width=point_width,
            point_height=point_height,
            longitude=longitude,
            latitude=latitude,
            height=height,
            accuracy=accuracy,
        )
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["addSpurPoint"], _request, decoders.add_spur_point)

    async def delete(self, *, id: str) -> Raw[None]:
        """See `AsyncMarkPoints.delete`."""
        from .api.mark_points import delete_spur_point as _endpoint
        from .models.mark_point_id import MarkPointId

        _body = MarkPointId(id=id)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["deleteSpurPoint"], _request, decoders.nothing)

    async def list(
        self, *, image_code: str, task_id: str, offset: int | Unset = UNSET, limit: int | Unset = UNSET
    ) -> Raw[Page[MarkPoint]]:
        """See `AsyncMarkPoints.list`."""
        from .api.mark_points import list_spur_points as _endpoint
        from .models.mark_point_search import MarkPointSearch

        _body = MarkPointSearch(image_code=image_code, task_id=task_id, offset=offset, limit=limit)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["listSpurPoints"], _request, decoders.list_spur_points)

    async def count(
        self, *, task_id: str, longitude: float | str, latitude: float | str, height: float | str, accuracy: float | str
    ) -> Raw[MarkPointCount]:
        """See `AsyncMarkPoints.count`."""
        from .api.mark_points import show_spur_count as _endpoint
        from .models.control_point import ControlPoint

        _body = ControlPoint(task_id=task_id, longitude=longitude, latitude=latitude, height=height, accuracy=accuracy)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["showSpurCount"], _request, decoders.show_spur_count)

    async def write_file(self, task_id: str) -> Raw[None]:
        """See `AsyncMarkPoints.write_file`."""
        from .api.mark_points import create_marker_info as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(task_id=task_id, body=_body)
        return await self._caller.raw(OPERATIONS["createMarkerInfo"], _request, decoders.nothing)


class AsyncFolders:
    """Folders of oblique photos."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawFolders:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawFolders(self._caller)

    def list(
        self, *, offset: int | Unset = UNSET, limit: int | Unset = UNSET, condition: FolderCondition | Unset = UNSET
    ) -> AsyncPages[Folder]:
        """List folders of oblique photos.

        Folders are imported elsewhere; no operation uploads them (查询当前租户的倾斜影像列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            condition: What the folders must fit.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 26 codes that many calls share.

        Source: seed 4.9.1; doc ListFolder page; the SDK has GET with a body (section 1.1)
        """
        from .api.folders import list_folder as _endpoint
        from .models.folder_search import FolderSearch

        _body = FolderSearch(offset=offset, limit=limit, condition=condition)
        _request = _endpoint._get_kwargs(body=_body)
        return self._caller.pages(OPERATIONS["listFolder"], _request, decoders.list_folder)


class AsyncRawFolders:
    """The calls of `AsyncFolders`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self, *, offset: int | Unset = UNSET, limit: int | Unset = UNSET, condition: FolderCondition | Unset = UNSET
    ) -> Raw[Page[Folder]]:
        """See `AsyncFolders.list`."""
        from .api.folders import list_folder as _endpoint
        from .models.folder_search import FolderSearch

        _body = FolderSearch(offset=offset, limit=limit, condition=condition)
        _request = _endpoint._get_kwargs(body=_body)
        return await self._caller.raw(OPERATIONS["listFolder"], _request, decoders.list_folder)


class AsyncProducts:
    """Real-scene 3D products."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawProducts:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawProducts(self._caller)

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        product_name: str | Unset = UNSET,
        product_id: str | Unset = UNSET,
    ) -> AsyncPages[Product]:
        """List real-scene 3D products.

        What changed last comes first (查询实景三维成果数据列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            product_name: Part of the name.
            product_id: Only this one.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: and 24 codes that many calls share.

        Source: seed 4.9.2; C-22, C-47
        """
        from .api.products import list_real_3d_products as _endpoint

        _request = _endpoint._get_kwargs(offset=offset, limit=limit, product_name=product_name, product_id=product_id)
        return self._caller.pages(OPERATIONS["listReal3DProducts"], _request, decoders.list_real_3d_products)

    async def delete(self, product_id: str) -> None:
        """Delete a real-scene 3D product.

        Only an available one; it is being deleted, then gone (删除实景三维成果数据).

        Args:
            product_id: Id of the product. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00042009 file_missing_or_no_right_delete, KMP.00042010 object_not_exist, KMP.00042012
        state_object_not_allow_this, and 24 codes that many calls share.

        Source: seed 4.9.3; C-06, C-07, C-67
        """
        from .api.products import delete_real_3d_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(product_id=product_id, body=_body)
        await self._caller(OPERATIONS["deleteReal3DProduct"], _request, decoders.nothing)


class AsyncRawProducts:
    """The calls of `AsyncProducts`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        product_name: str | Unset = UNSET,
        product_id: str | Unset = UNSET,
    ) -> Raw[Page[Product]]:
        """See `AsyncProducts.list`."""
        from .api.products import list_real_3d_products as _endpoint

        _request = _endpoint._get_kwargs(offset=offset, limit=limit, product_name=product_name, product_id=product_id)
        return await self._caller.raw(OPERATIONS["listReal3DProducts"], _request, decoders.list_real_3d_products)

    async def delete(self, product_id: str) -> Raw[None]:
        """See `AsyncProducts.delete`."""
        from .api.products import delete_real_3d_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(product_id=product_id, body=_body)
        return await self._caller.raw(OPERATIONS["deleteReal3DProduct"], _request, decoders.nothing)


class AsyncRefineProducts:
    """Products of refine subtasks."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawRefineProducts:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawRefineProducts(self._caller)

    def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        refine_product_id: str | Unset = UNSET,
        task_name: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_create_time_from: str | Unset = UNSET,
        subtask_create_time_to: str | Unset = UNSET,
        subtask_completed_time_from: str | Unset = UNSET,
        subtask_completed_time_to: str | Unset = UNSET,
        order_by: RefineProductOrder | Unset = UNSET,
    ) -> AsyncPages[RefineProduct]:
        """List refine products.

        What refine subtasks made (查询实景三维精修后处理成果数据列表).

        Args:
            offset: Records to skip. 0 to 2147483647; the service takes 0 if it is left out.
            limit: Records a page. 1 to 100; the service takes 10 if it is left out.
            refine_product_id: Only this one.
            task_name: Only products of tasks or subtasks with this in their name.
            subtask_name: Only products of tasks or subtasks with this in their name.
            subtask_create_time_from: Only products whose subtask was made at or after this time. UTC, as
                2026-01-31T12:00:00Z.
            subtask_create_time_to: Only products whose subtask was made at or before this time. UTC, as
                2026-01-31T12:00:00Z.
            subtask_completed_time_from: Only products whose subtask ended at or after this time. UTC, as
                2026-01-31T12:00:00Z.
            subtask_completed_time_to: Only products whose subtask ended at or before this time. UTC, as
                2026-01-31T12:00:00Z.
            order_by: Order of the list.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Refusals: KMP.00021144 subtask_name_not_valid, and 25 codes that many calls share.

        Source: seed 4.9.4; C-68
        """
        from .api.refine_products import list_real_3d_refine_products as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            refine_product_id=refine_product_id,
            task_name=task_name,
            subtask_name=subtask_name,
            subtask_create_time_from=subtask_create_time_from,
            subtask_create_time_to=subtask_create_time_to,
            subtask_completed_time_from=subtask_completed_time_from,
            subtask_completed_time_to=subtask_completed_time_to,
            order_by=order_by,
        )
        return self._caller.pages(
            OPERATIONS["listReal3DRefineProducts"], _request, decoders.list_real_3d_refine_products
        )

    async def delete(self, refine_product_id: str) -> None:
        """Delete a refine product.

        Only an available one; it is being deleted, then gone (删除实景三维精修后处理成果数据).

        Args:
            refine_product_id: Id of the refine product. At least 1 character.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: KMP.00042009 file_missing_or_no_right_delete, KMP.00042010 object_not_exist, KMP.00042012
        state_object_not_allow_this, and 24 codes that many calls share.

        Source: seed 4.9.5; C-06, C-07, C-68
        """
        from .api.refine_products import delete_real_3d_refine_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(refine_product_id=refine_product_id, body=_body)
        await self._caller(OPERATIONS["deleteReal3DRefineProduct"], _request, decoders.nothing)


class AsyncRawRefineProducts:
    """The calls of `AsyncRefineProducts`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        refine_product_id: str | Unset = UNSET,
        task_name: str | Unset = UNSET,
        subtask_name: str | Unset = UNSET,
        subtask_create_time_from: str | Unset = UNSET,
        subtask_create_time_to: str | Unset = UNSET,
        subtask_completed_time_from: str | Unset = UNSET,
        subtask_completed_time_to: str | Unset = UNSET,
        order_by: RefineProductOrder | Unset = UNSET,
    ) -> Raw[Page[RefineProduct]]:
        """See `AsyncRefineProducts.list`."""
        from .api.refine_products import list_real_3d_refine_products as _endpoint

        _request = _endpoint._get_kwargs(
            offset=offset,
            limit=limit,
            refine_product_id=refine_product_id,
            task_name=task_name,
            subtask_name=subtask_name,
            subtask_create_time_from=subtask_create_time_from,
            subtask_create_time_to=subtask_create_time_to,
            subtask_completed_time_from=subtask_completed_time_from,
            subtask_completed_time_to=subtask_completed_time_to,
            order_by=order_by,
        )
        return await self._caller.raw(
            OPERATIONS["listReal3DRefineProducts"], _request, decoders.list_real_3d_refine_products
        )

    async def delete(self, refine_product_id: str) -> Raw[None]:
        """See `AsyncRefineProducts.delete`."""
        from .api.refine_products import delete_real_3d_refine_product as _endpoint
        from .models.nothing import Nothing

        _body = Nothing()
        _request = _endpoint._get_kwargs(refine_product_id=refine_product_id, body=_body)
        return await self._caller.raw(OPERATIONS["deleteReal3DRefineProduct"], _request, decoders.nothing)


class AsyncPositioning:
    """Visual positioning (VPS)."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawPositioning:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawPositioning(self._caller)

    async def locate(
        self, *, payload: VpsPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> VpsAnswer:
        """Position a camera by its image.

        Compares the image with the model of the area. One of token and signature must be there (视觉定位).

        Args:
            payload: What is asked.
            uuid: Mark of the device or user, the same for all its requests. Header Uuid.
            x_trace_id: Id that the caller gives the request, to be found again in logs. Header X-Trace-Id.
            app_id: Application id of the scene template; empty if there is none. Header App-Id.

        Returns:
            Where the camera is.

        Effect: safe (changes nothing, may be sent again).

        Refusals: GATEWAY.0001 gateway_error, GATEWAY.0002 no_authentication_header, GATEWAY.0003
        service_not_opened_or_frozen, GATEWAY.0005 iam_denies_action, GATEWAY.0006 ar_gateway_throttled, GATEWAY.0007
        timeout, VPS.0001 positioning_error, VPS.0002 positioning_failed, VPS.0003 positioning_parameters_not_valid,
        VPS.0004 positioning_position_outside_service_zone, and 10 codes that many calls share.

        Source: seed 4.10.1; C-69, C-75, C-77
        """
        from .api.positioning import start_vps as _endpoint
        from .models.vps_request import VpsRequest

        _body = VpsRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return await self._caller(OPERATIONS["startVps"], _request, decoders.start_vps)


class AsyncRawPositioning:
    """The calls of `AsyncPositioning`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def locate(
        self, *, payload: VpsPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> Raw[VpsAnswer]:
        """See `AsyncPositioning.locate`."""
        from .api.positioning import start_vps as _endpoint
        from .models.vps_request import VpsRequest

        _body = VpsRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return await self._caller.raw(OPERATIONS["startVps"], _request, decoders.start_vps)


class AsyncNavigation:
    """Navigation for AR."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawNavigation:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawNavigation(self._caller)

    async def route(
        self, *, payload: NaviPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> NaviAnswer:
        """Find a way for AR navigation.

        From one position to another in an area. One of token and signature must be there (AR 导航).

        Args:
            payload: What is asked.
            uuid: Mark of the device or user, the same for all its requests. Header Uuid.
            x_trace_id: Id that the caller gives the request, to be found again in logs. Header X-Trace-Id.
            app_id: Application id of the scene template; empty if there is none. Header App-Id.

        Returns:
            A way.

        Effect: safe (changes nothing, may be sent again).

        Refusals: GATEWAY.0001 gateway_error, GATEWAY.0002 no_authentication_header, GATEWAY.0003
        service_not_opened_or_frozen, GATEWAY.0005 iam_denies_action, GATEWAY.0006 ar_gateway_throttled, GATEWAY.0007
        timeout, NAVI.0001 navigation_error, NAVI.0002 navigation_failed, NAVI.0003 navigation_parameters_not_valid,
        NAVI.0004 navigation_position_outside_service_zone, and 10 codes that many calls share.

        Source: seed 4.11.1; C-69, C-75
        """
        from .api.navigation import start_navi as _endpoint
        from .models.navi_request import NaviRequest

        _body = NaviRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return await self._caller(OPERATIONS["startNavi"], _request, decoders.start_navi)


class AsyncRawNavigation:
    """The calls of `AsyncNavigation`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def route(
        self, *, payload: NaviPayload, uuid: str, x_trace_id: str | Unset = UNSET, app_id: str | Unset = UNSET
    ) -> Raw[NaviAnswer]:
        """See `AsyncNavigation.route`."""
        from .api.navigation import start_navi as _endpoint
        from .models.navi_request import NaviRequest

        _body = NaviRequest(payload=payload)
        _request = _endpoint._get_kwargs(x_trace_id=x_trace_id, app_id=app_id, uuid=uuid, body=_body)
        return await self._caller.raw(OPERATIONS["startNavi"], _request, decoders.start_navi)


class AsyncKoomapGroups:
    """All groups of Huawei KooMap.

    Attributes:
        workspaces: Workspaces, which hold tasks.
        satellite_tasks: Processing of satellite images.
        satellite_images: Raw satellite images and results, and their check before a task.
        satellite_usage: What satellite storage and processing were used.
        real3d_tasks: Real-scene 3D models of oblique photos.
        refine_subtasks: Models that people refined, made products again.
        real3d_usage: What storage and modelling were used.
        mark_points: Ground control points marked in photos.
        folders: Folders of oblique photos.
        products: Real-scene 3D products.
        refine_products: Products of refine subtasks.
        positioning: Visual positioning (VPS).
        navigation: Navigation for AR.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.workspaces = AsyncWorkspaces(caller)
        self.satellite_tasks = AsyncSatelliteTasks(caller)
        self.satellite_images = AsyncSatelliteImages(caller)
        self.satellite_usage = AsyncSatelliteUsage(caller)
        self.real3d_tasks = AsyncReal3dTasks(caller)
        self.refine_subtasks = AsyncRefineSubtasks(caller)
        self.real3d_usage = AsyncReal3dUsage(caller)
        self.mark_points = AsyncMarkPoints(caller)
        self.folders = AsyncFolders(caller)
        self.products = AsyncProducts(caller)
        self.refine_products = AsyncRefineProducts(caller)
        self.positioning = AsyncPositioning(caller)
        self.navigation = AsyncNavigation(caller)


__all__ = (
    "AsyncFolders",
    "AsyncKoomapGroups",
    "AsyncMarkPoints",
    "AsyncNavigation",
    "AsyncPositioning",
    "AsyncProducts",
    "AsyncReal3dTasks",
    "AsyncReal3dUsage",
    "AsyncRefineProducts",
    "AsyncRefineSubtasks",
    "AsyncSatelliteImages",
    "AsyncSatelliteTasks",
    "AsyncSatelliteUsage",
    "AsyncWorkspaces",
    "Folders",
    "KoomapGroups",
    "MarkPoints",
    "Navigation",
    "Positioning",
    "Products",
    "Real3dTasks",
    "Real3dUsage",
    "RefineProducts",
    "RefineSubtasks",
    "SatelliteImages",
    "SatelliteTasks",
    "SatelliteUsage",
    "Workspaces",
)
