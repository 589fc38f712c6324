# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.model_format import ModelFormat
from ..models.quality_level import QualityLevel
from ..models.reconstruction_mode import ReconstructionMode
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMediaModel")


@_attrs_define
class NewMediaModel:
    """A model to make of a folder of media

    Source: client-code PYC, GO, DE; which fields are required is our assumption
    """

    name: str
    """Name"""
    task_folder_id: str
    """Folder of media"""
    reconstruction_type: list[int | str]
    """What to make; the values are UNKNOWN"""
    generate_model_formats: list[ModelFormat] | Unset = UNSET
    """Formats to write"""
    wkt: str | Unset = UNSET
    """Coordinate system as well-known text"""
    quality_level: QualityLevel | Unset = UNSET
    """Quality; a client takes medium if nothing is said"""
    reconstruction_mode: ReconstructionMode | Unset = UNSET
    """Kind of flight"""
    simplified_factor: float | Unset = UNSET
    """Share of the mesh that is kept; 0.2 is advised"""
    predefine_area: MediaArea | Unset = UNSET
    """Part of the scene to reconstruct"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        task_folder_id = self.task_folder_id

        reconstruction_type = []
        for reconstruction_type_item_data in self.reconstruction_type:
            reconstruction_type_item: int | str
            reconstruction_type_item = reconstruction_type_item_data
            reconstruction_type.append(reconstruction_type_item)

        generate_model_formats: list[str] | Unset = UNSET
        if not isinstance(self.generate_model_formats, Unset):
            generate_model_formats = []
            for generate_model_formats_item_data in self.generate_model_formats:
                generate_model_formats_item = ModelFormat(generate_model_formats_item_data).value
                generate_model_formats.append(generate_model_formats_item)

        wkt = self.wkt

        quality_level: str | Unset = UNSET
        if not isinstance(self.quality_level, Unset):
            quality_level = QualityLevel(self.quality_level).value

        reconstruction_mode: str | Unset = UNSET
        if not isinstance(self.reconstruction_mode, Unset):
            reconstruction_mode = ReconstructionMode(self.reconstruction_mode).value

        simplified_factor = self.simplified_factor

        predefine_area: dict[str, Any] | Unset = UNSET
        if not isinstance(self.predefine_area, Unset):
            predefine_area = self.predefine_area.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "task_folder_id": task_folder_id,
                "reconstruction_type": reconstruction_type,
            }
        )
        if generate_model_formats is not UNSET:
            field_dict["generate_model_formats"] = generate_model_formats
        if wkt is not UNSET:
            field_dict["wkt"] = wkt
        if quality_level is not UNSET:
            field_dict["quality_level"] = quality_level
        if reconstruction_mode is not UNSET:
            field_dict["reconstruction_mode"] = reconstruction_mode
        if simplified_factor is not UNSET:
            field_dict["simplified_factor"] = simplified_factor
        if predefine_area is not UNSET:
            field_dict["predefine_area"] = predefine_area

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        task_folder_id = d.pop("task_folder_id")

        _reconstruction_type: Any = d.pop("reconstruction_type")
        reconstruction_type = []
        for reconstruction_type_item_data in [] if _reconstruction_type is None else _reconstruction_type:

            def _parse_reconstruction_type_item(data: object) -> int | str:
                return cast(int | str, data)

            reconstruction_type_item = _parse_reconstruction_type_item(reconstruction_type_item_data)

            reconstruction_type.append(reconstruction_type_item)

        _generate_model_formats: Any = d.pop("generate_model_formats", UNSET)
        generate_model_formats: list[ModelFormat] | Unset = UNSET
        if not isinstance(_generate_model_formats, Unset) and _generate_model_formats is not None:
            generate_model_formats = []
            for generate_model_formats_item_data in _generate_model_formats:
                generate_model_formats_item = ModelFormat.of(generate_model_formats_item_data)

                generate_model_formats.append(generate_model_formats_item)

        wkt = d.pop("wkt", UNSET)
        if wkt is None:
            wkt = UNSET

        _quality_level: Any = d.pop("quality_level", UNSET)
        quality_level: QualityLevel | Unset
        if _quality_level is UNSET or _quality_level is None:
            quality_level = UNSET
        else:
            quality_level = QualityLevel.of(_quality_level)

        _reconstruction_mode: Any = d.pop("reconstruction_mode", UNSET)
        reconstruction_mode: ReconstructionMode | Unset
        if _reconstruction_mode is UNSET or _reconstruction_mode is None:
            reconstruction_mode = UNSET
        else:
            reconstruction_mode = ReconstructionMode.of(_reconstruction_mode)

        simplified_factor = d.pop("simplified_factor", UNSET)
        if simplified_factor is None:
            simplified_factor = UNSET

        _predefine_area: Any = d.pop("predefine_area", UNSET)
        predefine_area: MediaArea | Unset
        if _predefine_area is UNSET or _predefine_area is None:
            predefine_area = UNSET
        else:
            predefine_area = MediaArea.from_dict(_predefine_area)

        new_media_model = cls(
            name,
            task_folder_id,
            reconstruction_type,
            generate_model_formats,
            wkt,
            quality_level,
            reconstruction_mode,
            simplified_factor,
            predefine_area,
        )

        new_media_model.additional_properties = d
        return new_media_model

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


from ..models.media_area import MediaArea  # noqa: E402
