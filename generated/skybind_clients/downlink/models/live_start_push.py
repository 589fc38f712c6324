# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.stream_type import StreamType
from ..models.video_quality import VideoQuality

T = TypeVar("T", bound="LiveStartPush")


@_attrs_define
class LiveStartPush:
    """Begin a live stream

    Source: client-code platform; doc 1.11.3, 1.15
    """

    url_type: StreamType
    """Protocol of the stream"""
    url: str = _attrs_field(repr=False)
    """Where the stream goes. RTMP and WebRTC (WHIP): an address; Agora and GB28181: name=value pairs with their
    own keys, which hold a token or a password
    """
    video_id: str
    """Which stream: serial number, camera and video as sn/52-0-0/normal-0"""
    video_quality: VideoQuality
    """Quality of the stream"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        url_type = StreamType(self.url_type).value

        url = self.url

        video_id = self.video_id

        video_quality = VideoQuality(self.video_quality).value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "url_type": url_type,
                "url": url,
                "video_id": video_id,
                "video_quality": video_quality,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url_type = StreamType.of(d.pop("url_type"))

        url = d.pop("url")

        video_id = d.pop("video_id")

        video_quality = VideoQuality.of(d.pop("video_quality"))

        live_start_push = cls(
            url_type,
            url,
            video_id,
            video_quality,
        )

        live_start_push.additional_properties = d
        return live_start_push

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
