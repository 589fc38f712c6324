# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.media_model_type import MediaModelType
from ..types import UNSET, Unset

T = TypeVar("T", bound="MediaModelDetail")


@_attrs_define
class MediaModelDetail:
    """A model in a project, with its links

    Source: client-code PYC, GO, DE
    """

    id: str
    """Id"""
    name: str | Unset = UNSET
    """Name"""
    file_type: MediaModelType | Unset = UNSET
    """Kind of file"""
    show_on_map: bool | Unset = UNSET
    """Whether the project's map shows it"""
    size: int | Unset = UNSET
    """Size; bytes is our assumption"""
    create_at: int | str | Unset = UNSET
    """When it was made"""
    update_at: int | str | Unset = UNSET
    """When it was changed"""
    user_name: str | Unset = UNSET
    """Who made it"""
    url: str | Unset = _attrs_field(default=UNSET, repr=False)
    """Link to it"""
    preview_url: str | Unset = _attrs_field(default=UNSET, repr=False)
    """Link to a preview"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        file_type: str | Unset = UNSET
        if not isinstance(self.file_type, Unset):
            file_type = MediaModelType(self.file_type).value

        show_on_map = self.show_on_map

        size = self.size

        create_at: int | str | Unset
        if isinstance(self.create_at, Unset):
            create_at = UNSET
        else:
            create_at = self.create_at

        update_at: int | str | Unset
        if isinstance(self.update_at, Unset):
            update_at = UNSET
        else:
            update_at = self.update_at

        user_name = self.user_name

        url = self.url

        preview_url = self.preview_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if file_type is not UNSET:
            field_dict["file_type"] = file_type
        if show_on_map is not UNSET:
            field_dict["show_on_map"] = show_on_map
        if size is not UNSET:
            field_dict["size"] = size
        if create_at is not UNSET:
            field_dict["create_at"] = create_at
        if update_at is not UNSET:
            field_dict["update_at"] = update_at
        if user_name is not UNSET:
            field_dict["user_name"] = user_name
        if url is not UNSET:
            field_dict["url"] = url
        if preview_url is not UNSET:
            field_dict["preview_url"] = preview_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name", UNSET)
        if name is None:
            name = UNSET

        _file_type: Any = d.pop("file_type", UNSET)
        file_type: MediaModelType | Unset
        if _file_type is UNSET or _file_type is None:
            file_type = UNSET
        else:
            file_type = MediaModelType.of(_file_type)

        show_on_map = d.pop("show_on_map", UNSET)
        if show_on_map is None:
            show_on_map = UNSET

        size = d.pop("size", UNSET)
        if size is None:
            size = UNSET

        def _parse_create_at(data: object) -> int | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        create_at = _parse_create_at(d.pop("create_at", UNSET))

        def _parse_update_at(data: object) -> int | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        update_at = _parse_update_at(d.pop("update_at", UNSET))

        user_name = d.pop("user_name", UNSET)
        if user_name is None:
            user_name = UNSET

        url = d.pop("url", UNSET)
        if url is None:
            url = UNSET

        preview_url = d.pop("preview_url", UNSET)
        if preview_url is None:
            preview_url = UNSET

        media_model_detail = cls(
            id,
            name,
            file_type,
            show_on_map,
            size,
            create_at,
            update_at,
            user_name,
            url,
            preview_url,
        )

        media_model_detail.additional_properties = d
        return media_model_detail

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
