"""Small pictures of some photos: the one that a camera put into EXIF, else one made by Pillow where that is there."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Sequence
from pathlib import Path

from skybind.report.shots import Shot
from skybind.transfers.photos import exif_of

__all__ = ["MOST", "chosen", "thumbnails"]

#: Photos of which there is a picture; the others are dots on the map.
MOST = 48
_MOST_BYTES = 1_500_000  # of all pictures, so that a report can go by mail
_LARGEST = 60_000  # of one
_SIDE = 200  # pixels of those made here


def chosen(shots: Sequence[Shot], most: int = MOST) -> list[Shot]:
    """Photos spread evenly over a flight, its first and its last among them."""
    if len(shots) <= most:
        return list(shots)
    return [shots[round(number * (len(shots) - 1) / (most - 1))] for number in range(most)]


def thumbnails(shots: Sequence[Shot]) -> dict[str, str]:
    """Pictures as ``data:`` addresses by name of the photo, as far as there are some and there is room."""
    found: dict[str, str] = {}
    room = _MOST_BYTES
    for shot in shots:
        picture = _embedded(shot.path) or _made(shot.path)
        if picture and len(picture) <= min(room, _LARGEST):
            room -= len(picture)
            found[shot.name] = f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
    return found


def _embedded(path: Path) -> bytes | None:
    picture = exif_of(path, thumbnail=True).get("JPEGThumbnail")
    return picture if isinstance(picture, bytes) and picture.startswith(b"\xff\xd8\xff") else None


def _made(path: Path) -> bytes | None:
    try:
        from PIL import Image  # noqa: PLC0415 - an extra, and 100 ms
    except ImportError:
        return None
    out = io.BytesIO()
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")  # photos of 100 megapixels are what some cameras make
            with Image.open(file, formats=("JPEG", "TIFF")) as photo:
                photo.draft("RGB", (_SIDE, _SIDE))  # JPEG is decoded at an eighth of its size
                photo.thumbnail((_SIDE, _SIDE))
                photo.convert("RGB").save(out, "JPEG", quality=70)
    except Exception:  # noqa: BLE001 - a broken photo may trip a decoder anywhere; the report does without its picture
        return None
    return out.getvalue()
