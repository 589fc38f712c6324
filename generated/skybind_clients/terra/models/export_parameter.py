# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ExportParameter")


@_attrs_define
class ExportParameter:
    """What else is written to the result

    Source: doc REL (version 1.1.0); client-code TS. The English release note spells it export_parameters.
    """

    pc_dir_structure: bool | Unset = UNSET
    """Lay the result out as desktop Terra does, so that it can be imported there"""
    undistort_images: bool | Unset = UNSET
    """Export undistorted photos; not for LiDAR"""
    temp_result_files: bool | Unset = UNSET
    """Export intermediate files; large"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pc_dir_structure = self.pc_dir_structure

        undistort_images = self.undistort_images

        temp_result_files = self.temp_result_files

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if pc_dir_structure is not UNSET:
            field_dict["pc_dir_structure"] = pc_dir_structure
        if undistort_images is not UNSET:
            field_dict["undistort_images"] = undistort_images
        if temp_result_files is not UNSET:
            field_dict["temp_result_files"] = temp_result_files

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pc_dir_structure = d.pop("pc_dir_structure", UNSET)
        if pc_dir_structure is None:
            pc_dir_structure = UNSET

        undistort_images = d.pop("undistort_images", UNSET)
        if undistort_images is None:
            undistort_images = UNSET

        temp_result_files = d.pop("temp_result_files", UNSET)
        if temp_result_files is None:
            temp_result_files = UNSET

        export_parameter = cls(
            pc_dir_structure,
            undistort_images,
            temp_result_files,
        )

        export_parameter.additional_properties = d
        return export_parameter

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
