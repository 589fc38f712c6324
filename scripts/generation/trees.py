"""Comparing what was generated with what is there, byte by byte, and bringing the latter up to date."""

from dataclasses import dataclass
from pathlib import Path

_NOT_OURS = {"__pycache__", ".ruff_cache", ".mypy_cache"}


@dataclass(frozen=True)
class Difference:
    """Names of files, below the root of both trees.

    Attributes:
        new: Generated, but not there.
        missing: There, but no longer generated.
        changed: In both, with other bytes.
    """

    new: tuple[str, ...]
    missing: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.missing or self.changed)

    def lines(self) -> list[str]:
        """One line a file: what about it, and its name."""
        groups = (("new", self.new), ("missing", self.missing), ("changed", self.changed))
        return [f"{kind:8}{name}" for kind, names in groups for name in names]


def compare(generated: Path, present: Path) -> Difference:
    """How the tree that is there differs from the generated one."""
    wanted, found = _files(generated), _files(present)
    both = wanted.keys() & found.keys()
    return Difference(
        new=tuple(sorted(wanted.keys() - found.keys())),
        missing=tuple(sorted(found.keys() - wanted.keys())),
        changed=tuple(sorted(name for name in both if wanted[name].read_bytes() != found[name].read_bytes())),
    )


def bring_up_to_date(generated: Path, present: Path) -> Difference:
    """Make the tree that is there equal to the generated one; files that are equal already are not touched."""
    difference = compare(generated, present)
    for name in (*difference.new, *difference.changed):
        target = present / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((generated / name).read_bytes())
    for name in difference.missing:
        (present / name).unlink()
        _remove_empty(present / name, present)
    return difference


def _remove_empty(gone: Path, root: Path) -> None:
    for folder in gone.parents:
        if folder == root or not folder.is_relative_to(root):
            return
        leftovers = [entry for entry in folder.iterdir() if entry.name not in _NOT_OURS]
        if leftovers:
            return
        for cache in folder.iterdir():
            for file in cache.iterdir():
                file.unlink()
            cache.rmdir()
        folder.rmdir()


def _files(root: Path) -> dict[str, Path]:
    return {
        file.relative_to(root).as_posix(): file
        for file in root.rglob("*")
        if file.is_file() and not _NOT_OURS.intersection(file.relative_to(root).parts)
    }
