"""What lies in a folder of photos, before anything is sent."""

from __future__ import annotations

import logging
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from skybind.errors import PhotoError

__all__ = ["LIDAR_SUFFIXES", "PHOTO_SUFFIXES", "Photo", "Position", "exif_of", "position_of", "scan"]

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


@attrs.frozen
class Photo:
    """A file to upload, as it was when the folder was read.

    Attributes:
        name: Path relative to the folder, with slashes; the name at the service.
        path: Where it lies.
        size: Bytes.
        mtime_ns: Time of its last change; with the size it tells whether it is still the same.
    """

    name: str
    path: Path
    size: int
    mtime_ns: int


@attrs.frozen
class Position:
    """Where a photo was taken: WGS-84 degrees, altitude in metres above what the camera took as zero."""

    latitude: float
    longitude: float
    altitude_m: float | None


def _walk(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith("."):  # macOS leaves ._DJI_0001.JPG on cards
            continue
        if entry.is_dir():
            yield from _walk(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def _listed(source: Path | Sequence[Path], suffixes: frozenset[str]) -> Iterable[tuple[str, Path]]:
    if isinstance(source, Path):
        if not source.exists():
            raise PhotoError(f"{source}: there is no such folder", advice="Check the path.")
        if not source.is_dir():
            raise PhotoError(f"{source}: is a file", advice="Give the folder that holds the photos.")
        for path in _walk(source):
            if path.suffix.lower() in suffixes:
                yield path.relative_to(source).as_posix(), path
    else:
        for path in source:
            yield path.name, path


def _check_name(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of another encoding; they can be neither signed nor put on record
        raise PhotoError(f"{name!r}: its name is not UTF-8", advice="Rename it.") from None


def _readable(path: Path) -> None:
    magic = _MAGIC.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise PhotoError(
            f"{path}: cannot be read: {error.strerror}", advice="Check its permissions and the card, or leave it out."
        ) from error
    if not start:
        raise PhotoError(f"{path}: is empty", advice="Copy it from the card again, or leave it out.")
    if magic and not start.startswith(magic):
        raise PhotoError(
            f"{path}: is not a {path.suffix[1:].upper()} file", advice="Copy it from the card again, or leave it out."
        )


def scan(
    source: str | Path | Sequence[str | Path],
    *,
    suffixes: frozenset[str] = PHOTO_SUFFIXES,
    known: Callable[[Photo], bool] = lambda _photo: False,
) -> list[Photo]:
    """The photos of a folder and its sub-folders, or of a list of files, in the order of their names.

    Args:
        source: A folder, or files; files go by their last name.
        suffixes: Which files count, lower case with dot; others are passed over.
        known: Photos that were looked into before; their first bytes are not read again.

    Raises:
        PhotoError: nothing there, a file that cannot be read or is no photo, or two of one name. All faults of a
            kind are counted and the first ones named.
    """
    paths = Path(source) if isinstance(source, (str, Path)) else [Path(item) for item in source]
    photos: list[Photo] = []
    names: dict[str, str] = {}
    faults: list[PhotoError] = []
    try:
        for name, path in _listed(paths, suffixes):
            # macOS writes é in two code points, Windows does not tell A from a: such twins would overwrite each other.
            folded = unicodedata.normalize("NFC", name).casefold()
            if folded in names:
                raise PhotoError(
                    f"two files of one name: {names[folded]} and {name if isinstance(paths, Path) else path}",
                    advice="Rename one of them; the service would take them for the same photo.",
                )
            names[folded] = name if isinstance(paths, Path) else str(path)
            try:
                _check_name(name)
                stat = path.stat()
                photo = Photo(name, path, stat.st_size, stat.st_mtime_ns)
                if not known(photo):
                    _readable(path)
                photos.append(photo)
            except OSError as error:
                faults.append(PhotoError(f"{path}: cannot be read: {error.strerror}"))
            except PhotoError as error:
                faults.append(error)
    except OSError as error:
        raise PhotoError(
            f"{error.filename}: cannot be read: {error.strerror}", advice="Check its permissions."
        ) from error
    if faults:
        shown = "; ".join(fault.message for fault in faults[:3])
        more = f"; and {len(faults) - 3} more" if len(faults) > 3 else ""
        raise PhotoError(shown + more, advice=faults[0].advice or "Copy them from the card again, or leave them out.")
    if not photos:
        kinds = " ".join(sorted(suffix[1:] for suffix in suffixes))
        raise PhotoError(f"{source}: no photos in it", advice=f"Files that count end in: {kinds}.")
    return sorted(photos, key=lambda photo: photo.name)


def exif_of(path: Path) -> dict[str, Any]:
    """The EXIF tags of a photo by name; none if it has none, cannot be read, or is no photo."""
    if path.suffix.lower() not in PHOTO_SUFFIXES:
        return {}
    import exifread  # noqa: PLC0415 - 20 ms that planning and waiting do not need

    logging.getLogger("exifread").addHandler(_SILENT)  # else it writes about odd files to stderr
    try:
        with path.open("rb") as file:
            tags: dict[str, Any] = exifread.process_file(file, details=False, extract_thumbnail=False)
    except Exception:  # noqa: BLE001 - the parser raises whatever a broken header makes it trip over
        return {}
    return tags


def position_of(path: Path) -> Position | None:
    """The position in a photo's EXIF, or None if it has none, cannot be read, or is no photo."""
    try:
        return _position(exif_of(path))
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
