# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.flag import Flag
from ..models.production_level import ProductionLevel
from ..models.satellite_task_type import SatelliteTaskType
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewSatelliteTask")


@_attrs_define
class NewSatelliteTask:
    """A satellite processing task to make

    Source: seed 4.2.1
    """

    task_name: str
    """Name of the task"""
    task_type: SatelliteTaskType
    """Kind of task"""
    workspace_id: str
    """Id of the workspace"""
    data_ids: list[str]
    """Ids of the raw images"""
    production_level: ProductionLevel
    """Processing level of the result"""
    data_alias: NewSatelliteTaskDataAlias
    """Alias of each result image, by the name that the image check gave it"""
    coordination: str
    """Coordinate system of the result"""
    data_description: NewSatelliteTaskDataDescription
    """Description of each result image, by the name that the image check gave it"""
    csv_ids: list[str]
    """Ids of the production material (csv files); level L3 needs them"""
    is_clip: Flag
    """Cut the result along a vector; level L5 only"""
    is_tile: Flag
    """Cut the result into a tile pyramid; level L5 only"""
    shape_id: str | Unset = UNSET
    """Id of the vector file to cut along; needed when isClip is 1"""
    task_description: str | Unset = UNSET
    """What the task is for"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        task_name = self.task_name

        task_type = SatelliteTaskType(self.task_type).value

        workspace_id = self.workspace_id

        data_ids = self.data_ids

        production_level = ProductionLevel(self.production_level).value

        data_alias = self.data_alias.to_dict()

        coordination = self.coordination

        data_description = self.data_description.to_dict()

        csv_ids = self.csv_ids

        is_clip = Flag(self.is_clip).value

        is_tile = Flag(self.is_tile).value

        shape_id = self.shape_id

        task_description = self.task_description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "task_name": task_name,
                "task_type": task_type,
                "workspace_id": workspace_id,
                "data_ids": data_ids,
                "production_level": production_level,
                "data_alias": data_alias,
                "coordination": coordination,
                "data_description": data_description,
                "csv_ids": csv_ids,
                "isClip": is_clip,
                "isTile": is_tile,
            }
        )
        if shape_id is not UNSET:
            field_dict["shape_id"] = shape_id
        if task_description is not UNSET:
            field_dict["task_description"] = task_description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        task_name = d.pop("task_name")

        task_type = SatelliteTaskType.of(d.pop("task_type"))

        workspace_id = d.pop("workspace_id")

        _data_ids: Any = d.pop("data_ids")
        data_ids = cast(list[str], [] if _data_ids is None else _data_ids)

        production_level = ProductionLevel.of(d.pop("production_level"))

        data_alias = NewSatelliteTaskDataAlias.from_dict(d.pop("data_alias"))

        coordination = d.pop("coordination")

        data_description = NewSatelliteTaskDataDescription.from_dict(d.pop("data_description"))

        _csv_ids: Any = d.pop("csv_ids")
        csv_ids = cast(list[str], [] if _csv_ids is None else _csv_ids)

        is_clip = Flag.of(d.pop("isClip"))

        is_tile = Flag.of(d.pop("isTile"))

        shape_id = d.pop("shape_id", UNSET)
        if shape_id is None:
            shape_id = UNSET

        task_description = d.pop("task_description", UNSET)
        if task_description is None:
            task_description = UNSET

        new_satellite_task = cls(
            task_name,
            task_type,
            workspace_id,
            data_ids,
            production_level,
            data_alias,
            coordination,
            data_description,
            csv_ids,
            is_clip,
            is_tile,
            shape_id,
            task_description,
        )

        new_satellite_task.additional_properties = d
        return new_satellite_task

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


from ..models.new_satellite_task_data_alias import NewSatelliteTaskDataAlias  # noqa: E402
from ..models.new_satellite_task_data_description import NewSatelliteTaskDataDescription  # noqa: E402
