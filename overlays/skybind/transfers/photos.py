"""What lies in a folder of photos, before anything is sent."""

from __future__ import annotations

import logging
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from skybind.errors import PhotoError

__all__ = [
    "LIDAR_SUFFIXES",
    "PHOTO_SUFFIXES",
    "Fault",
    "Photo",
    "Position",
    "Source",
    "exif_of",
    "position_in",
    "position_of",
    "scan",
]

#: A folder with its sub-folders, or files, which go by their last name.
Source = str | Path | Sequence[str | Path]

_SILENT = logging.NullHandler()

PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".dng", ".heic", ".heif", ".tif", ".tiff"})
LIDAR_SUFFIXES = frozenset({".imu", ".rtk", ".rtb", ".rtl", ".rts", ".ldr", ".ldrt", ".clc", ".cli", ".cmi", ".mrk"})

# First bytes by suffix. A card that was pulled too early leaves files of the right size full of zeros.
_MAGIC: dict[str, tuple[bytes, ...]] = {
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG",),
    ".dng": (b"II*\0", b"MM\0*"),
    ".tif": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    ".tiff": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
}


def _text_of(path: str | Path) -> str:
    return os.fspath(path)


@attrs.frozen
class Photo:
    """A file to upload, as it was when the folder was read.

    Attributes:
        name: Path relative to the folder, with slashes; the name at the service.
        size: Bytes.
        mtime_ns: Time of its last change; with the size it tells whether it is still the same.
    """

    name: str
    _place: str = attrs.field(alias="path", converter=_text_of)
    size: int
    mtime_ns: int

    def __attrs_post_init__(self) -> None:
        # A flight may have a hundred thousand photos: the folder that they share is kept once.
        if self._place.endswith("/" + self.name):
            object.__setattr__(self, "_place", sys.intern(self._place[: -len(self.name)]))

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self._place + self.name if self._place.endswith("/") else self._place)


@attrs.frozen
class Position:
    """Where a photo was taken: WGS-84 degrees, altitude in metres above what the camera took as zero."""

    latitude: float
    longitude: float
    altitude_m: float | None


def _walk(folder: str | Path, suffixes: frozenset[str], prefix: str = "") -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith("."):  # macOS leaves ._DJI_0001.JPG on cards
            continue
        if entry.is_dir():
            yield from _walk(entry.path, suffixes, f"{prefix}{entry.name}/")
        elif os.path.splitext(entry.name)[1].lower() in suffixes and entry.is_file():  # noqa: PTH122 - quick
            yield prefix + entry.name, Path(entry.path)


def _listed(source: Path | Sequence[Path], suffixes: frozenset[str]) -> Iterable[tuple[str, Path]]:
    if isinstance(source, Path):
        if not source.exists():
            raise PhotoError(f"{source}: there is no such folder", advice="Check the path.")
        if not source.is_dir():
            raise PhotoError(f"{source}: is a file", advice="Give the folder that holds the photos.")
        yield from _walk(source, suffixes)
    else:
        for path in source:
            yield path.name, path


@attrs.frozen
class Fault:
    """Why a file cannot go up.

    Attributes:
        name: The file, as the service would name it.
        words: What is wrong, with its path.
        advice: What to do about it.
    """

    name: str
    words: str
    advice: str


def _name_fault(name: str) -> Fault | None:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of another encoding; they can be neither signed nor put on record
        return Fault(name, f"{name!r}: its name is not UTF-8", "Rename it.")
    return None


def _content_fault(name: str, path: Path) -> Fault | None:
    magic = _MAGIC.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        return _unreadable(name, path, error)
    if not start:
        return Fault(name, f"{path}: is empty", "Copy it from the card again, or leave it out.")
    if magic and not start.startswith(magic):
        words = f"{path}: is not a {path.suffix[1:].upper()} file"
        return Fault(name, words, "Copy it from the card again, or leave it out.")
    return None


def _unreadable(name: str, path: Path, error: OSError) -> Fault:
    return Fault(
        name, f"{path}: cannot be read: {error.strerror}", "Check its permissions and the card, or leave it out."
    )


def scan(
    source: Source,
    *,
    suffixes: frozenset[str] = PHOTO_SUFFIXES,
    known: Callable[[Photo], bool] = lambda _photo: False,
    faults: list[Fault] | None = None,
) -> list[Photo]:
    """The photos of a folder and its sub-folders, or of a list of files, in the order of their names.

    Args:
        source: A folder, or files; files go by their last name.
        suffixes: Which files count, lower case with dot; others are passed over.
        known: Photos that were looked into before; their first bytes are not read again.
        faults: Takes what is wrong with single files, which are then left out; if None, a fault is an error.

    Raises:
        PhotoError: no such folder; and unless ``faults`` takes them: a file that cannot be read or is no photo, two of
            one name, or nothing there. All faults are counted and the first ones named.
    """
    paths = Path(source) if isinstance(source, (str, Path)) else [Path(item) for item in source]
    photos: list[Photo] = []
    names: dict[str, str] = {}
    found: list[Fault] = []
    try:
        for name, path in _listed(paths, suffixes):
            # macOS writes é in two code points, Windows does not tell A from a: such twins would overwrite each other.
            folded = unicodedata.normalize("NFC", name).casefold()
            shown = name if isinstance(paths, Path) else str(path)
            if folded in names:
                words = f"two files of one name: {names[folded]} and {shown}"
                advice = "Rename one of them; the service would take them for the same photo."
                found.append(Fault(name, words, advice))
                continue
            names[folded] = shown
            fault = _name_fault(name)
            try:
                stat = path.stat()
            except OSError as error:
                fault = fault or _unreadable(name, path, error)
            else:
                photo = Photo(name, path, stat.st_size, stat.st_mtime_ns)
                if fault is None and not known(photo):
                    fault = _content_fault(name, path)
            if fault is None:
                photos.append(photo)
            else:
                found.append(fault)
    except OSError as error:
        raise PhotoError(
            f"{error.filename}: cannot be read: {error.strerror}", advice="Check its permissions."
        ) from error
    if faults is not None:
        faults.extend(found)
    elif found:
        shown = "; ".join(fault.words for fault in found[:3])
        more = f"; and {len(found) - 3} more" if len(found) > 3 else ""
        raise PhotoError(shown + more, advice=found[0].advice)
    elif not photos:
        kinds = " ".join(sorted(suffix[1:] for suffix in suffixes))
        raise PhotoError(f"{source}: no photos in it", advice=f"Files that count end in: {kinds}.")
    return sorted(photos, key=lambda photo: photo.name)


def exif_of(path: Path, *, thumbnail: bool = False) -> dict[str, Any]:
    """The EXIF tags of a photo by name; none if it has none, cannot be read, or is no photo.

    Args:
        path: The photo.
        thumbnail: Whether the small picture in it is read as well, as ``JPEGThumbnail``.
    """
    if path.suffix.lower() not in PHOTO_SUFFIXES:
        return {}
    import exifread  # noqa: PLC0415 - 20 ms that planning and waiting do not need

    logging.getLogger("exifread").addHandler(_SILENT)  # else it writes about odd files to stderr
    try:
        with path.open("rb") as file:
            tags: dict[str, Any] = exifread.process_file(file, details=False, extract_thumbnail=thumbnail)
    except Exception:  # noqa: BLE001 - the parser raises whatever a broken header makes it trip over
        return {}
    return tags


def position_of(path: Path) -> Position | None:
    """The position in a photo's EXIF, or None if it has none, cannot be read, or is no photo."""
    return position_in(exif_of(path))


def position_in(tags: dict[str, Any]) -> Position | None:
    """The position in the EXIF tags of a photo, or None if there is none or it cannot be read."""
    try:
        return _position(tags)
    except Exception:  # noqa: BLE001 - numbers of a broken header may be of any kind
        return None


def _position(tags: dict[str, Any]) -> Position | None:
    def numbers(name: str) -> list[float]:
        return [float(value) for value in tags[name].values]

    def letter(name: str) -> str:
        return str(tags[name]).strip().upper()

    if "GPS GPSLatitude" not in tags or "GPS GPSLongitude" not in tags:
        return None
    degrees = []
    for name, negative in (("GPS GPSLatitude", "S"), ("GPS GPSLongitude", "W")):
        whole, minutes, seconds = numbers(name)
        value = whole + minutes / 60 + seconds / 3600
        degrees.append(-value if letter(name + "Ref") == negative else value)
    altitude = numbers("GPS GPSAltitude")[0] if "GPS GPSAltitude" in tags else None
    if altitude is not None and "GPS GPSAltitudeRef" in tags and numbers("GPS GPSAltitudeRef")[0] == 1:
        altitude = -altitude
    return Position(degrees[0], degrees[1], altitude)
