# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_quality import VideoQuality

T = TypeVar("T", bound="LiveSetQuality")


@_attrs_define
class LiveSetQuality:
    """Change the quality of a live stream

    Source: client-code platform; doc 1.11.3, 1.15
    """

    video_id: str
    """Which stream: serial number, camera and video as sn/52-0-0/normal-0"""
    video_quality: VideoQuality
    """Quality of the stream"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        video_id = self.video_id

        video_quality = VideoQuality(self.video_quality).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_id": video_id,
                "video_quality": video_quality,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        video_id = d.pop("video_id")

        video_quality = VideoQuality.of(d.pop("video_quality"))

        live_set_quality = cls(
            video_id,
            video_quality,
        )

        live_set_quality.additional_properties = d
        return live_set_quality

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
