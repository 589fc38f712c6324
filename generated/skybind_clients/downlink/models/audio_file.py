# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.audio_format import AudioFormat

T = TypeVar("T", bound="AudioFile")


@_attrs_define
class AudioFile:
    """An audio file for the speaker

    Source: client-code platform; doc speaker_audio_play_start file
    """

    name: str
    """Name of the file"""
    url: str
    """Where the device downloads it"""
    md5: str
    """MD5 of the file, hexadecimal; the device knows the file by it"""
    format_: AudioFormat
    """How the audio is coded"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        url = self.url

        md5 = self.md5

        format_ = AudioFormat(self.format_).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "url": url,
                "md5": md5,
                "format": format_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        url = d.pop("url")

        md5 = d.pop("md5")

        format_ = AudioFormat.of(d.pop("format"))

        audio_file = cls(
            name,
            url,
            md5,
            format_,
        )

        audio_file.additional_properties = d
        return audio_file

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
