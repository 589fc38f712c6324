"""Photos as they lie on a card, small and quick to make; and a folder that is locked."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
    stat = path.stat()
    name = path.relative_to(folder).as_posix() if folder else path.name
    return Photo(name, path, stat.st_size, stat.st_mtime_ns)


@contextmanager
def not_ours() -> Iterator[Path]:
    """A folder into which this process may not write, root or not."""
    with tempfile.TemporaryDirectory(prefix="skybind-not-ours-") as name:
        folder = Path(name)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)  # whom nothing belongs to
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)
