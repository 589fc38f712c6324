"""An archive into a folder, trusting nothing in it: no file lands outside, and no small archive fills the disk.

What is in place is written down in ``.skybind-<model>.json``, so that a later run knows that there is nothing to do.
"""

from __future__ import annotations

import contextlib
import json
import lzma
import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from skybind.errors import IntegrityError, UsageError
from skybind.transfers.download import place
from skybind.wire.bulk import BLOCK

__all__ = ["unpack", "unpacked"]

_MOST_FILES = 1_000_000
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a method of compression that Python lacks
    RuntimeError,  # a file that wants a password
)


def _record(out: Path, model: str) -> Path:
    return place(out, f".skybind-{model}.json")


def unpacked(out: Path, model: str) -> list[Path] | None:
    """The files of a model that was unpacked here before; None if it was not, or not all are there as they were."""
    try:
        sizes = json.loads(_record(out, model).read_text(encoding="utf-8"))
        paths = [(place(out, name), size) for name, size in sizes.items()]
        whole = all(path.stat().st_size == size for path, size in paths)
    except (OSError, ValueError, AttributeError):
        return None
    return [path for path, _ in paths] if whole else None


def unpack(archive: Path, out: Path, model: str, *, cancelled: Callable[[], bool] = lambda: False) -> list[Path]:
    """Write the files of an archive; each gets its name when it is whole, with its checksum verified.

    Args:
        archive: A zip file.
        out: The folder; may hold the archive itself.
        model: Names the record.
        cancelled: Asked often; True ends it like Ctrl-C.

    Raises:
        UsageError: a name leads out of the folder, is there twice, or is a link, or the disk has no room for all:
            nothing was written. Or the folder cannot be written to.
        IntegrityError: it is no zip file, or is damaged.
        KeyboardInterrupt: it was told to end.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = [(info, place(out, info.filename)) for info in opened.infolist() if not info.is_dir()]
            _check(entries, archive, out)
            for info, target in entries:
                _write(opened, info, target, cancelled)
    except _DAMAGED as error:
        raise IntegrityError(f"{archive.name}: is no archive that can be unpacked: {error}") from error
    except OSError as error:
        if error.errno is None:  # how bzip2 says that its data make no sense
            raise IntegrityError(f"{archive.name}: is no archive that can be unpacked: {error}") from error
        raise UsageError(
            f"{out}: cannot be unpacked to: {error.strerror}",
            advice="Make room or mend its permissions, then run the same command again; the archive is kept.",
        ) from error
    record = _record(out, model)
    sizes = {info.filename: info.file_size for info, _ in entries}
    part = record.with_name(record.name + ".part")
    part.write_text(json.dumps(sizes, ensure_ascii=False), encoding="utf-8")
    part.replace(record)
    return [target for _, target in entries]


def _check(entries: list[tuple[zipfile.ZipInfo, Path]], archive: Path, out: Path) -> None:
    seen: set[str] = set()
    for info, target in entries:
        if stat.S_ISLNK(info.external_attr >> 16):
            raise UsageError(f"{archive.name}: {info.filename!r} is a link, and links are not unpacked")
        folded = unicodedata.normalize("NFC", target.relative_to(out).as_posix()).casefold()
        if folded in seen or target == archive:
            raise UsageError(f"{archive.name}: two files would be {info.filename!r}")
        seen.add(folded)
    if len(entries) > _MOST_FILES:
        raise UsageError(f"{archive.name}: {len(entries)} files are more than any model has")
    wanted, free = sum(info.file_size for info, _ in entries), shutil.disk_usage(out).free
    if wanted > free:
        raise UsageError(
            f"{out}: {wanted / 1e9:.1f} GB are to be unpacked, and {free / 1e9:.1f} GB are free",
            advice="Make room, or choose another folder; the archive is kept.",
        )


def _write(opened: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, cancelled: Callable[[], bool]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    try:
        with opened.open(info) as source, part.open("wb") as sink:
            # Never more than was announced: the room was checked for that. Python checks length and CRC at the end.
            while block := source.read(BLOCK):
                if cancelled():
                    raise KeyboardInterrupt
                sink.write(block)
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
