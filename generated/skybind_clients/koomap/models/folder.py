# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.folder_status import FolderStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="Folder")


@_attrs_define
class Folder:
    """A folder of oblique photos (倾斜影像)

    Source: seed 4.9.1
    """

    folder_code: str | Unset = UNSET
    """Code of the folder of oblique photos"""
    folder_name: str | Unset = UNSET
    """Name of the folder"""
    folder_alias: str | Unset = UNSET
    """Alias of the folder"""
    folder_desc: str | Unset = UNSET
    """Description of the folder"""
    obs_endpoint: str | Unset = UNSET
    """OBS endpoint of the folder"""
    obs_path: str | Unset = UNSET
    """OBS directory of the folder"""
    create_time: str | Unset = UNSET
    """When the folder was uploaded, UTC"""
    status: FolderStatus | Unset = UNSET
    """State of the import"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        folder_code = self.folder_code

        folder_name = self.folder_name

        folder_alias = self.folder_alias

        folder_desc = self.folder_desc

        obs_endpoint = self.obs_endpoint

        obs_path = self.obs_path

        create_time = self.create_time

        status: int | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = FolderStatus(self.status).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if folder_code is not UNSET:
            field_dict["folder_code"] = folder_code
        if folder_name is not UNSET:
            field_dict["folder_name"] = folder_name
        if folder_alias is not UNSET:
            field_dict["folder_alias"] = folder_alias
        if folder_desc is not UNSET:
            field_dict["folder_desc"] = folder_desc
        if obs_endpoint is not UNSET:
            field_dict["obs_endpoint"] = obs_endpoint
        if obs_path is not UNSET:
            field_dict["obs_path"] = obs_path
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        folder_code = d.pop("folder_code", UNSET)
        if folder_code is None:
            folder_code = UNSET

        folder_name = d.pop("folder_name", UNSET)
        if folder_name is None:
            folder_name = UNSET

        folder_alias = d.pop("folder_alias", UNSET)
        if folder_alias is None:
            folder_alias = UNSET

        folder_desc = d.pop("folder_desc", UNSET)
        if folder_desc is None:
            folder_desc = UNSET

        obs_endpoint = d.pop("obs_endpoint", UNSET)
        if obs_endpoint is None:
            obs_endpoint = UNSET

        obs_path = d.pop("obs_path", UNSET)
        if obs_path is None:
            obs_path = UNSET

        create_time = d.pop("create_time", UNSET)
        if create_time is None:
            create_time = UNSET

        _status: Any = d.pop("status", UNSET)
        status: FolderStatus | Unset
        if _status is UNSET or _status is None:
            status = UNSET
        else:
            status = FolderStatus.of(_status)

        folder = cls(
            folder_code,
            folder_name,
            folder_alias,
            folder_desc,
            obs_endpoint,
            obs_path,
            create_time,
            status,
        )

        folder.additional_properties = d
        return folder

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
