# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SpeakerTtsPlayStart")


@_attrs_define
class SpeakerTtsPlayStart:
    """Say a text on the speaker

    Source: client-code platform; doc 1.11.3, 1.15
    """

    psdk_index: int
    """Which PSDK device on the aircraft"""
    tts: SpokenText
    """What to say"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        psdk_index = self.psdk_index

        tts = self.tts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "psdk_index": psdk_index,
                "tts": tts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        psdk_index = d.pop("psdk_index")

        tts = SpokenText.from_dict(d.pop("tts"))

        speaker_tts_play_start = cls(
            psdk_index,
            tts,
        )

        speaker_tts_play_start.additional_properties = d
        return speaker_tts_play_start

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


from ..models.spoken_text import SpokenText  # noqa: E402
