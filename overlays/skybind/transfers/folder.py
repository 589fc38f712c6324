"""Where files go: under names that stay inside of the folder, and beside what an earlier run left of them.

What is not whole has a temporary name beside its own, with the ETag of the object in it: a rest is only ever joined to
its own beginning.

======================  ==========================================================================
``.<name>.<etag>.part``     the beginning of a file that comes in one stream
``.<name>.<etag>.ranges``   a file that comes in ranges, with holes; see :mod:`skybind.transfers.ranges`
``.<name>.<etag>.arrived``  which of its ranges are there
======================  ==========================================================================
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path, PurePosixPath

from skybind.errors import UsageError

__all__ = ["ARRIVED", "PART", "RANGES", "Folder", "check_target", "etag_in", "place", "temporary"]

PART, RANGES, ARRIVED = ".part", ".ranges", ".arrived"


def place(out: Path, name: str) -> Path:
    """Where a file of this name belongs below ``out``.

    Raises:
        UsageError: the name leads out of it, or is no file name.
    """
    return Folder(out).place(name)


def check_target(out: Path) -> None:
    """Make the folder, and see that a file can be written into it.

    Raises:
        UsageError: it cannot; said before hours are spent on what is to go there.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".skybind-probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise UsageError(
            f"{out}: cannot be written to: {error.strerror}", advice="Choose another folder, or mend its permissions."
        ) from error


def temporary(target: Path, etag: str, suffix: str) -> Path:
    """The name of a file that is not whole yet."""
    safe = re.sub(r"[^0-9A-Za-z-]", "", etag)[:40]
    return target.with_name(f".{target.name}.{safe}{suffix}")


def etag_in(temporary_name: Path) -> str:
    """The ETag, as far as the name holds it."""
    return temporary_name.stem.rpartition(".")[2]


class Folder:
    """The folder of a download. Folders below it are looked at once each, however many files they hold."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._root = out.resolve()
        self._inside: set[Path] = set()
        self._left: dict[Path, dict[str, list[Path]]] = {}

    def place(self, name: str) -> Path:
        """See the function of this name."""
        path = PurePosixPath(name)
        parts = path.parts
        bad = (
            not parts
            or path.is_absolute()
            or ".." in parts
            or re.search(r"[\x00-\x1f\\]", name)
            or re.match(r"\w:", name)
        )
        target = self._out.joinpath(*parts) if not bad else self._out
        if bad or not self._holds(target.parent):
            raise UsageError(f"the service names a file {name!r}, which does not stay inside {self._out}")
        return target

    def _holds(self, folder: Path) -> bool:
        """Whether it is inside; a link below ``out`` must not lead out of it either."""
        if folder not in self._inside:
            if not folder.resolve().is_relative_to(self._root):
                return False
            self._inside.add(folder)
        return True

    def left_of(self, target: Path, suffix: str) -> Path | None:
        """What an earlier run left of a file under a temporary name. What is of no use is deleted."""
        found = [path for path in self._leftovers(target) if path.suffix == suffix]
        useful = next((path for path in found if etag_in(path) and not path.is_symlink()), None)
        for path in found:
            if path != useful:
                path.unlink(missing_ok=True)
        return useful

    def sweep(self, target: Path) -> None:
        """Delete what is left of a file that is in place."""
        for path in self._leftovers(target):
            path.unlink(missing_ok=True)

    def _leftovers(self, target: Path) -> list[Path]:
        folder = target.parent
        if folder not in self._left:
            found = self._left[folder] = {}
            with contextlib.suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    stem, suffix = os.path.splitext(entry.name)  # noqa: PTH122 - a name, not a path
                    # An ETag has no dots here, so what is before the last one is the name of the file.
                    if stem.startswith(".") and suffix in {PART, RANGES, ARRIVED}:
                        found.setdefault(stem[1:].rpartition(".")[0], []).append(folder / entry.name)
        return self._left[folder].get(target.name, [])
