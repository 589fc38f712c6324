"""Photos as they lie on a card, small and quick to make."""

import os
from pathlib import Path

from skybind.transfers.photos import Photo

JPEG = b"\xff\xd8\xff\xe0"


def put_on(folder: Path, name: str, content: bytes | None = None, *, size: int = 100) -> Path:
    """Lay a file on the card; without content it begins like a JPEG and goes on with bytes made from its name."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        filler = (name.encode("utf-8", "surrogateescape") + b"-") * (size // max(1, len(name)) + 1)
        content = (JPEG + filler)[:size]
    path.write_bytes(content)
    return path


def photo_of(path: Path, folder: Path | None = None) -> Photo:
    """A file as it is at this moment."""
    stat = os.stat(path)
    name = path.relative_to(folder).as_posix() if folder else path.name
    return Photo(name, path, stat.st_size, stat.st_mtime_ns)
