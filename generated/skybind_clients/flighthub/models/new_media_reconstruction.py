# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMediaReconstruction")


@_attrs_define
class NewMediaReconstruction:
    """Models to make of folders of media

    Source: doc AFB; the fields for photo counts are known to exist, their names are UNKNOWN; other keys are sent as
    given
    """

    folder_uuids: list[str]
    """Folders of media"""
    name: str
    """Name"""
    reconstruction_type: list[int]
    """What to make; the numbers' meaning is UNKNOWN"""
    wkt: str
    """Coordinate system as well-known text"""
    generate_model_formats: list[int] | Unset = UNSET
    """Formats to write; the numbers' meaning is UNKNOWN"""
    quality_level: int | str | Unset = UNSET
    """Quality; number or text is UNKNOWN"""
    reconstruction_mode: int | str | Unset = UNSET
    """Kind of flight; number or text is UNKNOWN"""
    simplified_factor: float | Unset = UNSET
    """Share of the mesh that is kept"""
    predefine_area: BetaArea | Unset = UNSET
    """Part of the scene to reconstruct"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        folder_uuids = self.folder_uuids

        name = self.name

        reconstruction_type = self.reconstruction_type

        wkt = self.wkt

        generate_model_formats: list[int] | Unset = UNSET
        if not isinstance(self.generate_model_formats, Unset):
            generate_model_formats = self.generate_model_formats

        quality_level: int | str | Unset
        if isinstance(self.quality_level, Unset):
            quality_level = UNSET
        else:
            quality_level = self.quality_level

        reconstruction_mode: int | str | Unset
        if isinstance(self.reconstruction_mode, Unset):
            reconstruction_mode = UNSET
        else:
            reconstruction_mode = self.reconstruction_mode

        simplified_factor = self.simplified_factor

        predefine_area: dict[str, Any] | Unset = UNSET
        if not isinstance(self.predefine_area, Unset):
            predefine_area = self.predefine_area.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "folder_uuids": folder_uuids,
                "name": name,
                "reconstruction_type": reconstruction_type,
                "wkt": wkt,
            }
        )
        if generate_model_formats is not UNSET:
            field_dict["generate_model_formats"] = generate_model_formats
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
        _folder_uuids: Any = d.pop("folder_uuids")
        folder_uuids = cast(list[str], [] if _folder_uuids is None else _folder_uuids)

        name = d.pop("name")

        _reconstruction_type: Any = d.pop("reconstruction_type")
        reconstruction_type = cast(list[int], [] if _reconstruction_type is None else _reconstruction_type)

        wkt = d.pop("wkt")

        _generate_model_formats: Any = d.pop("generate_model_formats", UNSET)
        generate_model_formats = cast(
            list[int] | Unset, UNSET if _generate_model_formats is None else _generate_model_formats
        )

        def _parse_quality_level(data: object) -> int | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        quality_level = _parse_quality_level(d.pop("quality_level", UNSET))

        def _parse_reconstruction_mode(data: object) -> int | str | Unset:
            if data is None:
                return UNSET
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        reconstruction_mode = _parse_reconstruction_mode(d.pop("reconstruction_mode", UNSET))

        simplified_factor = d.pop("simplified_factor", UNSET)
        if simplified_factor is None:
            simplified_factor = UNSET

        _predefine_area: Any = d.pop("predefine_area", UNSET)
        predefine_area: BetaArea | Unset
        if _predefine_area is UNSET or _predefine_area is None:
            predefine_area = UNSET
        else:
            predefine_area = BetaArea.from_dict(_predefine_area)

        new_media_reconstruction = cls(
            folder_uuids,
            name,
            reconstruction_type,
            wkt,
            generate_model_formats,
            quality_level,
            reconstruction_mode,
            simplified_factor,
            predefine_area,
        )

        new_media_reconstruction.additional_properties = d
        return new_media_reconstruction

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


from ..models.beta_area import BetaArea  # noqa: E402
