# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.flag import Flag
from ..models.frozen_tag import FrozenTag
from ..models.production_level import ProductionLevel
from ..models.satellite_task_status import SatelliteTaskStatus
from ..models.satellite_task_type import SatelliteTaskType
from ..models.yes_or_no import YesOrNo
from ..types import UNSET, Unset

T = TypeVar("T", bound="SatelliteTask")


@_attrs_define
class SatelliteTask:
    """A satellite processing task

    Source: seed 4.2.1, 4.2.3
    """

    task_id: str | Unset = UNSET
    """Id of the task"""
    workspace_id: str | Unset = UNSET
    """Id of the workspace"""
    data_id: str | Unset = UNSET
    """Ids of the raw images, as the text of a JSON array"""
    task_name: str | Unset = UNSET
    """Name of the task"""
    creator: str | Unset = UNSET
    """User who made it"""
    create_time: str | Unset = UNSET
    """When it was made, UTC"""
    task_status: SatelliteTaskStatus | Unset = UNSET
    """State of the task"""
    task_type: SatelliteTaskType | Unset = UNSET
    """Kind of task"""
    task_description: str | Unset = UNSET
    """What the task is for"""
    exec_start_time: None | str | Unset = UNSET
    """When the run began, UTC; null before"""
    exec_stop_time: None | str | Unset = UNSET
    """When the run ended, UTC; null before"""
    origin_data_alias: None | str | Unset = UNSET
    """Alias of the raw data"""
    production_level: ProductionLevel | Unset = UNSET
    """Processing level of the result"""
    task_progress: None | str | Unset = UNSET
    """Progress, 0.00 to 1.00 as decimal text; null before the start"""
    shape_id: None | str | Unset = UNSET
    """Id of the vector file to cut along; needed when isClip is 1"""
    is_deleted: YesOrNo | Unset = UNSET
    """Whether it is deleted"""
    image_url: None | str | Unset = _attrs_field(default=UNSET, repr=False)
    """Signed link to a preview of the image"""
    domain_id: str | Unset = UNSET
    """Account (IAM domain) that owns it"""
    fail_message: None | str | Unset = UNSET
    """Why it failed"""
    frozen_tag: FrozenTag | None | Unset = UNSET
    """Set when the account is frozen"""
    is_clip: Flag | Unset = UNSET
    """Cut the result along a vector; level L5 only"""
    is_tile: Flag | Unset = UNSET
    """Cut the result into a tile pyramid; level L5 only"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        task_id = self.task_id

        workspace_id = self.workspace_id

        data_id = self.data_id

        task_name = self.task_name

        creator = self.creator

        create_time = self.create_time

        task_status: str | Unset = UNSET
        if not isinstance(self.task_status, Unset):
            task_status = SatelliteTaskStatus(self.task_status).value

        task_type: str | Unset = UNSET
        if not isinstance(self.task_type, Unset):
            task_type = SatelliteTaskType(self.task_type).value

        task_description = self.task_description

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

        origin_data_alias: None | str | Unset
        if isinstance(self.origin_data_alias, Unset):
            origin_data_alias = UNSET
        else:
            origin_data_alias = self.origin_data_alias

        production_level: str | Unset = UNSET
        if not isinstance(self.production_level, Unset):
            production_level = ProductionLevel(self.production_level).value

        task_progress: None | str | Unset
        if isinstance(self.task_progress, Unset):
            task_progress = UNSET
        else:
            task_progress = self.task_progress

        shape_id: None | str | Unset
        if isinstance(self.shape_id, Unset):
            shape_id = UNSET
        else:
            shape_id = self.shape_id

        is_deleted: int | Unset = UNSET
        if not isinstance(self.is_deleted, Unset):
            is_deleted = YesOrNo(self.is_deleted).value

        image_url: None | str | Unset
        if isinstance(self.image_url, Unset):
            image_url = UNSET
        else:
            image_url = self.image_url

        domain_id = self.domain_id

        fail_message: None | str | Unset
        if isinstance(self.fail_message, Unset):
            fail_message = UNSET
        else:
            fail_message = self.fail_message

        frozen_tag: None | str | Unset
        if isinstance(self.frozen_tag, Unset):
            frozen_tag = UNSET
        elif isinstance(self.frozen_tag, FrozenTag):
            frozen_tag = FrozenTag(self.frozen_tag).value
        else:
            frozen_tag = self.frozen_tag

        is_clip: str | Unset = UNSET
        if not isinstance(self.is_clip, Unset):
            is_clip = Flag(self.is_clip).value

        is_tile: str | Unset = UNSET
        if not isinstance(self.is_tile, Unset):
            is_tile = Flag(self.is_tile).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if task_id is not UNSET:
            field_dict["task_id"] = task_id
        if workspace_id is not UNSET:
            field_dict["workspace_id"] = workspace_id
        if data_id is not UNSET:
            field_dict["data_id"] = data_id
        if task_name is not UNSET:
            field_dict["task_name"] = task_name
        if creator is not UNSET:
            field_dict["creator"] = creator
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if task_status is not UNSET:
            field_dict["task_status"] = task_status
        if task_type is not UNSET:
            field_dict["task_type"] = task_type
        if task_description is not UNSET:
            field_dict["task_description"] = task_description
        if exec_start_time is not UNSET:
            field_dict["exec_start_time"] = exec_start_time
        if exec_stop_time is not UNSET:
            field_dict["exec_stop_time"] = exec_stop_time
        if origin_data_alias is not UNSET:
            field_dict["origin_data_alias"] = origin_data_alias
        if production_level is not UNSET:
            field_dict["production_level"] = production_level
        if task_progress is not UNSET:
            field_dict["task_progress"] = task_progress
        if shape_id is not UNSET:
            field_dict["shape_id"] = shape_id
        if is_deleted is not UNSET:
            field_dict["is_deleted"] = is_deleted
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if domain_id is not UNSET:
            field_dict["domain_id"] = domain_id
        if fail_message is not UNSET:
            field_dict["fail_message"] = fail_message
        if frozen_tag is not UNSET:
            field_dict["frozen_tag"] = frozen_tag
        if is_clip is not UNSET:
            field_dict["isClip"] = is_clip
        if is_tile is not UNSET:
            field_dict["isTile"] = is_tile

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_id = d.pop("task_id", UNSET)
        if task_id is None:
            task_id = UNSET

        workspace_id = d.pop("workspace_id", UNSET)
        if workspace_id is None:
            workspace_id = UNSET

        data_id = d.pop("data_id", UNSET)
        if data_id is None:
            data_id = UNSET

        task_name = d.pop("task_name", UNSET)
        if task_name is None:
            task_name = UNSET

        creator = d.pop("creator", UNSET)
        if creator is None:
            creator = UNSET

        create_time = d.pop("create_time", UNSET)
        if create_time is None:
            create_time = UNSET

        _task_status: Any = d.pop("task_status", UNSET)
        task_status: SatelliteTaskStatus | Unset
        if _task_status is UNSET or _task_status is None:
            task_status = UNSET
        else:
            task_status = SatelliteTaskStatus.of(_task_status)

        _task_type: Any = d.pop("task_type", UNSET)
        task_type: SatelliteTaskType | Unset
        if _task_type is UNSET or _task_type is None:
            task_type = UNSET
        else:
            task_type = SatelliteTaskType.of(_task_type)

        task_description = d.pop("task_description", UNSET)
        if task_description is None:
            task_description = UNSET

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

        def _parse_origin_data_alias(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        origin_data_alias = _parse_origin_data_alias(d.pop("origin_data_alias", UNSET))

        _production_level: Any = d.pop("production_level", UNSET)
        production_level: ProductionLevel | Unset
        if _production_level is UNSET or _production_level is None:
            production_level = UNSET
        else:
            production_level = ProductionLevel.of(_production_level)

        def _parse_task_progress(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        task_progress = _parse_task_progress(d.pop("task_progress", UNSET))

        def _parse_shape_id(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        shape_id = _parse_shape_id(d.pop("shape_id", UNSET))

        _is_deleted: Any = d.pop("is_deleted", UNSET)
        is_deleted: YesOrNo | Unset
        if _is_deleted is UNSET or _is_deleted is None:
            is_deleted = UNSET
        else:
            is_deleted = YesOrNo.of(_is_deleted)

        def _parse_image_url(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        image_url = _parse_image_url(d.pop("image_url", UNSET))

        domain_id = d.pop("domain_id", UNSET)
        if domain_id is None:
            domain_id = UNSET

        def _parse_fail_message(data: object) -> None | str | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fail_message = _parse_fail_message(d.pop("fail_message", UNSET))

        def _parse_frozen_tag(data: object) -> FrozenTag | None | Unset:
            if data is None:
                return None
            if isinstance(data, Unset):
                return data
            if not isinstance(data, str):
                raise TypeError(f"frozen_tag cannot be {type(data).__name__}")
            frozen_tag_type_0 = FrozenTag.of(data)

            return frozen_tag_type_0

        frozen_tag = _parse_frozen_tag(d.pop("frozen_tag", UNSET))

        _is_clip: Any = d.pop("isClip", UNSET)
        is_clip: Flag | Unset
        if _is_clip is UNSET or _is_clip is None:
            is_clip = UNSET
        else:
            is_clip = Flag.of(_is_clip)

        _is_tile: Any = d.pop("isTile", UNSET)
        is_tile: Flag | Unset
        if _is_tile is UNSET or _is_tile is None:
            is_tile = UNSET
        else:
            is_tile = Flag.of(_is_tile)

        satellite_task = cls(
            task_id,
            workspace_id,
            data_id,
            task_name,
            creator,
            create_time,
            task_status,
            task_type,
            task_description,
            exec_start_time,
            exec_stop_time,
            origin_data_alias,
            production_level,
            task_progress,
            shape_id,
            is_deleted,
            image_url,
            domain_id,
            fail_message,
            frozen_tag,
            is_clip,
            is_tile,
        )

        satellite_task.additional_properties = d
        return satellite_task

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
