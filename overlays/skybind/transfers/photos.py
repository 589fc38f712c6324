"""What lies in a folder of photos, before anything is sent."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from skybind.errors import PhotoError
from skybind.transfers.gps import HEAD, gps_in
from skybind.transfers.manifest import Photo, Photos
from skybind.transfers.twins import Twins

__all__ = [
    "LIDAR_SUFFIXES",
    "PHOTO_SUFFIXES",
    "Fault",
    "Photo",
    "Photos",
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


@attrs.frozen
class Position:
    """Where a photo was taken: WGS-84 degrees, altitude in metres above what the camera took as zero."""

    latitude: float
    longitude: float
    altitude_m: float | None


def _walk(folder: str, suffixes: frozenset[str], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Names and paths in the order of the names: a folder stands where its name with a slash does."""
    found: list[str] = []
    endings = tuple(suffixes)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):  # macOS leaves ._DJI_0001.JPG on cards
                continue
            if entry.is_dir():
                found.append(entry.name + "/")
            elif entry.name.lower().endswith(endings) and entry.is_file():
                found.append(entry.name)
    found.sort()
    place = os.path.join(folder, "")  # noqa: PTH118 - no Path for each of so many
    for name in found:
        if name.endswith("/"):
            yield from _walk(place + name[:-1], suffixes, prefix + name)
        else:
            yield prefix + name, place + name


def _listed(source: Path | Sequence[Path], suffixes: frozenset[str]) -> Iterable[tuple[str, str]]:
    """Names and paths in the order of the names."""
    if not isinstance(source, Path):
        return sorted(((path.name, str(path)) for path in source), key=lambda file: file[0])
    if not source.exists():
        raise PhotoError(f"{source}: there is no such folder", advice="Check the path.")
    if not source.is_dir():
        raise PhotoError(f"{source}: is a file", advice="Give the folder that holds the photos.")
    return _walk(str(source), suffixes)


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


def _content_fault(name: str, path: str) -> Fault | None:
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - quick
    magic = _MAGIC.get(suffix)
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - quick
            start = file.read(4)
    except OSError as error:
        return _unreadable(name, path, error)
    if not start:
        return Fault(name, f"{path}: is empty", "Copy it from the card again, or leave it out.")
    if magic and not start.startswith(magic):
        words = f"{path}: is not a {suffix[1:].upper()} file"
        return Fault(name, words, "Copy it from the card again, or leave it out.")
    return None


def _unreadable(name: str, path: str, error: OSError) -> Fault:
    return Fault(
        name, f"{path}: cannot be read: {error.strerror}", "Check its permissions and the card, or leave it out."
    )


def scan(
    source: Source,
    *,
    suffixes: frozenset[str] = PHOTO_SUFFIXES,
    known: Callable[[Photo], bool] = lambda _photo: False,
    faults: list[Fault] | None = None,
) -> Photos:
    """The photos of a folder and its sub-folders, or of a list of files, in the order of their names.

    Args:
        source: A folder, or files; files go by their last name.
        suffixes: Which files count, lower case with dot; others are passed over.
        known: Photos that were looked into before; their first bytes are not read again. Asked in the order of names.
        faults: Takes what is wrong with single files, which are then left out; if None, a fault is an error.

    Raises:
        PhotoError: no such folder; and unless ``faults`` takes them: a file that cannot be read or is no photo, two of
            one name, or nothing there. All faults are counted and the first ones named.
    """
    paths = Path(source) if isinstance(source, (str, Path)) else [Path(item) for item in source]
    found: list[Fault] = []
    try:
        photos = Photos(_sound(paths, suffixes, known, found))
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
    return photos


def _sound(
    source: Path | Sequence[Path], suffixes: frozenset[str], known: Callable[[Photo], bool], faults: list[Fault]
) -> Iterator[Photo]:
    """The photos that can go up; of the others, why not."""

    def files() -> Iterator[tuple[str, str]]:
        of_folder = isinstance(source, Path)
        return ((name, name if of_folder else path) for name, path in _listed(source, suffixes))

    twins = Twins(files)
    for name, path in _listed(source, suffixes):
        shown = name if isinstance(source, Path) else path
        earlier = twins.earlier(name)
        if earlier is not None:
            words = f"two files of one name: {earlier} and {shown}"
            advice = "Rename one of them; the service would take them for the same photo."
            faults.append(Fault(name, words, advice))
            continue
        fault = _name_fault(name)
        try:
            stat = os.stat(path)  # noqa: PTH116 - quick
        except OSError as error:
            faults.append(fault or _unreadable(name, path, error))
            continue
        photo = Photo(name, path, stat.st_size, stat.st_mtime_ns)
        if fault is None and not known(photo):
            fault = _content_fault(name, path)
        if fault is None:
            yield photo
        else:
            faults.append(fault)


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
    if path.suffix.lower() not in PHOTO_SUFFIXES:
        return None
    try:
        with path.open("rb", buffering=0) as file:
            found = gps_in(file.read(HEAD))
    except OSError:
        return None
    return Position(*found) if found is not None else position_in(exif_of(path))


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
