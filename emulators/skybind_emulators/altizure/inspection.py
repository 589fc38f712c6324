"""What the worker does with the bytes of a file: fetch, hash, look inside, keep, clean up.

The order and the words of the reasons are those of a public worker by the API's author, except for ``Checksum Error``
and ``Size Error``: how those two are worded is our assumption.
"""

import hashlib
import warnings
import zipfile
from pathlib import Path

from attrs import frozen
from PIL import Image, UnidentifiedImageError

from skybind_emulators.altizure.buckets import DISK
from skybind_emulators.altizure.fetching import CannotFetch, fetch
from skybind_emulators.store import ObjectStore, StoredObject

_FORMATS = ("JPEG", "PNG", "TIFF")
_THUMB_PX = 160
_CHUNK = 1 << 20


class Unusable(Exception):
    """A file is not taken. ``reasons`` are for its ``error``."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(": ".join(reasons))
        self.reasons = list(reasons)


@frozen
class Order:
    """One file to look at. ``bucket`` is None if it has to be downloaded from ``source``."""

    kind: str
    bucket: str | None
    key: str
    source: str | None
    bearer: str | None
    checksum: str | None
    bytes_max: int
    fetch_timeout_s: float


@frozen
class Found:
    """What was found. Width and height are 0 for files that are no images."""

    size: int
    sha1: str
    width: int = 0
    height: int = 0


def inspect(store: ObjectStore, order: Order) -> Found:
    """Look at a file; if it is good, it lies on the service's disk afterwards, and no more in the upload bucket.

    Raises:
        Unusable: it is not good. It is deleted.
    """
    if order.bucket is None:
        try:
            content = fetch(order.source or "", bearer=order.bearer, timeout_s=order.fetch_timeout_s)
        except CannotFetch as error:
            raise Unusable("Download Error", str(error)) from None
        store.put(DISK, order.key, content)
    stored = store.head(order.bucket or DISK, order.key)
    if stored is None:
        raise Unusable("Download Error", "nothing lies under the file's name in the bucket")
    try:
        found = _look(stored, order)
        if order.bucket is not None:
            store.copy(order.bucket, order.key, order.key, to_bucket=DISK)
    finally:
        if order.bucket is not None:
            store.delete(order.bucket, order.key)
    return found


def _look(stored: StoredObject, order: Order) -> Found:
    if stored.size == 0:
        raise Unusable("Size Error", "the file is empty")
    if order.bytes_max and stored.size > order.bytes_max:
        raise Unusable("Size Error", f"{stored.size} bytes are more than {order.bytes_max}")
    sha1 = sha1_of(stored.path)
    if order.checksum and order.checksum.lower() != sha1:
        raise Unusable("Checksum Error", f"the SHA-1 of the file is {sha1}")
    width, height = _pixels(stored.path) if order.kind == "image" else (0, 0)
    return Found(stored.size, sha1, width, height)


def sha1_of(path: Path) -> str:
    """SHA-1 of a file in lower-case hex."""
    digest = hashlib.sha1(usedforsecurity=False)
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _pixels(path: Path) -> tuple[int, int]:
    """Width and height; the picture is decoded for its thumbnail, which finds bytes that are missing at the end."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about sizes
            with Image.open(path, formats=_FORMATS) as image:
                size = image.size
                image.thumbnail((_THUMB_PX, _THUMB_PX))
                return size
    except UnidentifiedImageError:
        raise Unusable("Extract Info Error", "the file is no JPEG, PNG or TIFF image") from None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        text = str(error) if isinstance(error, OSError) and error.errno is None else "it cannot be decoded"
        raise Unusable("Resize Error", text) from None


def is_archive(content: Path) -> bool:
    """Whether a model is a whole zip, or begins as a 7z archive does."""
    with content.open("rb") as file:
        if file.read(6) == b"7z\xbc\xaf\x27\x1c":
            return True
    return zipfile.is_zipfile(content)
