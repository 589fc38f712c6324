"""Wayline files: what the dock is told of one, and how it gets where the dock can download it.

The dock downloads the KMZ from an address, and refuses it if its MD5 is another than it was told.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import attrs

from skybind.errors import TransferError, UsageError
from skybind.options import Options
from skybind.steps import Workflow, ask
from skybind.wire.bulk import Bulk, BulkFault
from skybind.wire.telemetry import bare_url
from skybind_clients.downlink.facade import DownlinkGroups
from skybind_clients.downlink.models import ObjectMethod, PresignedObject, WaylineFile
from skybind_clients.runtime import Unset

__all__ = ["Kmz", "Place", "check_address", "put", "signed", "wayline_file"]

_KMZ_TYPE = "application/vnd.google-earth.kmz"
_LENGTH = re.compile(r"bytes \d+-\d+/(\d+)")


@attrs.frozen
class Kmz:
    """A wayline file on this machine.

    Attributes:
        path: Where it is.
        size: Bytes.
        fingerprint: MD5, as hexadecimal digits.
    """

    path: Path
    size: int
    fingerprint: str

    @classmethod
    def read(cls, path: str | Path) -> Kmz:
        """Look at a file.

        Raises:
            UsageError: it cannot be read, or is no KMZ, which is a ZIP archive.
        """
        file = Path(path)
        try:
            if not zipfile.is_zipfile(file):
                raise UsageError(f"{file}: is no KMZ file", advice="Export the route as KMZ (WPML) once more.")
            with file.open("rb") as opened:
                digest = hashlib.file_digest(opened, lambda: hashlib.md5(usedforsecurity=False))
            return cls(file, file.stat().st_size, digest.hexdigest())
        except OSError as error:
            raise UsageError(f"{file}: cannot be read: {error.strerror}") from error


def wayline_file(path: str | Path, url: str, *, check: bool = False, options: Options | None = None) -> WaylineFile:
    """What ``flighttask_prepare`` tells the dock of a wayline file: its address, and its MD5.

    Args:
        path: The KMZ on this machine.
        url: Where the dock downloads it; http or https, and still valid when the task begins.
        check: Ask for the first byte there, and compare its size with the file's. That this machine can download it
            does not say that the dock can.
        options: For the check: timeouts, proxy, CA bundle.

    Raises:
        UsageError: no KMZ, no address, or (with ``check``) not this file at that address.
        TransferError: (with ``check``) the address does not answer.
    """
    kmz = Kmz.read(path)
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(
            f"{bare_url(url)[:80]!r} is not an address that a dock can download from",
            advice="Upload the KMZ to storage that the dock reaches, and give its http(s) address.",
        )
    if check:
        check_address(kmz, url, options or Options())
    return WaylineFile(fingerprint=kmz.fingerprint, url=url)


def check_address(kmz: Kmz, url: str, options: Options) -> None:
    """Whether a file of this size is at an address; one byte of it is asked for.

    Raises:
        UsageError: it is not.
        TransferError: the address does not answer.
    """
    where = bare_url(url)
    with _transfers(options) as bulk, bulk.get(url, {"range": "bytes=0-0"}) as incoming:
        status = incoming.status
        told = _LENGTH.fullmatch(incoming.headers.get("content-range", ""))
        length = told[1] if told else incoming.headers.get("content-length") if status == 200 else None
    if status not in {200, 206}:
        raise UsageError(f"{where}: HTTP {status}; the dock could not download the wayline file there")
    if length is not None and int(length) != kmz.size:
        raise UsageError(
            f"{where}: has {int(length):,} bytes, and {kmz.path} has {kmz.size:,}",
            advice="Upload the file again; the dock would refuse what is there.",
        )


@attrs.frozen
class Place:
    """Where in the platform's storage a file goes.

    Attributes:
        bucket: The bucket.
        object_key: The key, without a leading ``/``.
        expires_seconds: Life of the links, up to 3600; the dock must have downloaded the file by then.
    """

    bucket: str
    object_key: str
    expires_seconds: int = 3600


def signed(place: Place, method: Literal["PUT", "GET"]) -> Workflow[PresignedObject]:
    """A link to put or get the file."""

    def presign(api: DownlinkGroups) -> PresignedObject:
        kind = {"content_type": _KMZ_TYPE} if method == "PUT" else {}
        return api.objects.presign(
            bucket=place.bucket,
            object_key=place.object_key,
            method=ObjectMethod(method),
            expires_seconds=place.expires_seconds,
            **kind,
        )

    return (yield from ask(presign))


def put(kmz: Kmz, link: PresignedObject, options: Options) -> None:
    """Upload a file to a link.

    Raises:
        TransferError: the store refuses, or does not answer.
    """
    headers = {"content-type": _KMZ_TYPE}
    if not isinstance(link.headers, Unset):
        headers |= {str(name).lower(): str(value) for name, value in link.headers.to_dict().items()}
    with _transfers(options) as bulk:
        answer = bulk.send("PUT", link.url, headers, kmz.path.read_bytes(), kmz.size)
    if not 200 <= answer.status < 300:
        raise TransferError(
            f"{kmz.path}: the store refuses it with HTTP {answer.status}",
            advice="Look at the object resources: prefix, methods, longest life of a link.",
        )


@contextlib.contextmanager
def _transfers(options: Options) -> Iterator[Bulk]:
    bulk = Bulk(options)
    try:
        yield bulk
    except BulkFault as fault:
        raise TransferError(str(fault), advice="Check the network and the proxy.") from fault
    finally:
        bulk.close()
