# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SpeakerPlayVolumeSet")


@_attrs_define
class SpeakerPlayVolumeSet:
    """Set the speaker's volume

    Source: client-code platform; doc 1.11.3, 1.15
    """

    psdk_index: int
    """Which PSDK device on the aircraft"""
    index: int
    """Not described in public. DJI's own method does not have it, the platform wants it"""
    play_volume: int
    """Volume, %"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        psdk_index = self.psdk_index

        index = self.index

        play_volume = self.play_volume

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "psdk_index": psdk_index,
                "index": index,
                "play_volume": play_volume,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        psdk_index = d.pop("psdk_index")

        index = d.pop("index")

        play_volume = d.pop("play_volume")

        speaker_play_volume_set = cls(
            psdk_index,
            index,
            play_volume,
        )

        speaker_play_volume_set.additional_properties = d
        return speaker_play_volume_set

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
