"""Photos and videos of a flight: what the dock tells of each, and how they come here.

After a flight the dock uploads what was taken to the platform's storage, and tells each file that is there by the event
``file_upload_callback``. That the platform answers the dock's question for storage, and with a bucket that it may sign
links for, is our assumption: its public documents do not speak of media.

Source: DJI Cloud API, ``file_upload_callback`` (documents 1.11.3).
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from skybind.downlink.waylines import Place, signed
from skybind.positions import WGS84
from skybind.steps import Workflow
from skybind.transfers.download import Wanted
from skybind_clients.downlink.models import PresignedObject

__all__ = ["MediaFile", "link_to", "media_of", "wanted"]


@attrs.frozen
class MediaFile:
    """A photo or video that is in the storage.

    Attributes:
        flight_id: The flight on which it was taken.
        name: Its file's name.
        object_key: Where it is in the bucket.
        path: Folder of the file, as the dock names it.
        position: Where the camera was, if the dock tells; height above the ellipsoid.
        relative_altitude: Height above the place of take-off, m; None if the dock does not tell.
        uploaded: How many of the flight are in the storage by now; None if the dock does not tell.
        expected: How many it will be; None the same.
    """

    flight_id: str
    name: str
    object_key: str
    path: str = ""
    position: WGS84 | None = None
    relative_altitude: float | None = None
    uploaded: int | None = None
    expected: int | None = None


def media_of(payload: bytes) -> MediaFile | None:
    """A message of the events topic; None for anything but a file that was uploaded."""
    try:
        message = json.loads(payload)
    except ValueError:
        return None
    if not isinstance(message, dict) or message.get("method") != "file_upload_callback":
        return None
    data = _object(message.get("data"))
    file, counted = _object(data.get("file")), _object(data.get("flight_task"))
    key, name = file.get("object_key"), file.get("name")
    if data.get("result", 0) != 0 or not isinstance(key, str) or not key or not isinstance(name, str) or not name:
        return None
    metadata = _object(file.get("metadata"))
    return MediaFile(
        flight_id=str(_object(file.get("ext")).get("flight_id", "")),
        name=name,
        object_key=key,
        path=str(file.get("path", "")),
        position=_position(metadata),
        relative_altitude=_number(metadata.get("relative_altitude")),
        uploaded=_whole(counted.get("uploaded_file_count")),
        expected=_whole(counted.get("expected_file_count")),
    )


def link_to(object_key: str, bucket: str) -> Workflow[PresignedObject]:
    """A link to one file, for an hour."""
    return signed(Place(bucket, object_key), "GET")


def wanted(files: Iterable[MediaFile], url: Callable[[MediaFile], str]) -> Sequence[Wanted]:
    """The files as the download takes them: by name, and where two have one name, in their folders.

    Args:
        files: As the dock told them; one that it told twice counts once.
        url: Gets a fresh link.
    """
    single = list({file.object_key: file for file in files}.values())
    named = Counter(file.name for file in single)
    return [
        Wanted(file.name if named[file.name] == 1 else file.object_key, None, lambda file=file: url(file))  # type: ignore[misc]
        for file in single
    ]


def _position(metadata: Mapping[str, Any]) -> WGS84 | None:
    place = _object(metadata.get("shoot_position"))
    latitude, longitude = _number(place.get("lat")), _number(place.get("lng"))
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return WGS84(latitude, longitude, _number(metadata.get("absolute_altitude")))


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: Any) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if known else None
