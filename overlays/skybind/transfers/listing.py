"""What lies in a store, beside what should: one listing before a service is told that all is there.

Each file has been compared with the store's digest when it went up. The listing finds what happened to the whole
since: files that somebody removed or wrote over, and records that are older than the bucket.

It needs credentials that may list. Those that a caller brings for a bucket of his own may (OBS for KooMap's refined
models). Those that TerraAPI and Altizure hand out are for writing below a prefix, and no document says that they may
list; there the services compare by themselves: TerraAPI is told the ETag of each file, Altizure looks into each image.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote, unquote_plus
from xml.etree import ElementTree as ET

import attrs

from skybind.transfers.refusing import Refusal, RefusalKind
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Sender, StoreRequest
from skybind.transfers.twins import Numbers
from skybind.wire.bulk import BulkAnswer, BulkFault

__all__ = ["Listed", "differences", "listed"]

_TRIES = 4
_PAGE = 1000  # objects a call; no store gives more


@attrs.frozen
class Listed:
    """An object.

    Attributes:
        key: Its key.
        size: Bytes.
        etag: Without quotes, lower case.
    """

    key: str
    size: int
    etag: str


def listed(bucket: Bucket, keys: StoreKeys, prefix: str, sender: Sender) -> Iterator[Listed]:
    """The objects whose keys begin with ``prefix``, a thousand a call.

    Raises:
        Refusal: the credentials may not list, or the store has trouble.
        BulkFault: the store cannot be reached.
    """
    request = StoreRequest(bucket, keys, "", sender)
    # S3 writes a space as `+`, and botocore reads it so. For OSS `%20` is our assumption: oss2 leaves a `+` alone.
    encoding = unquote if bucket.dialect == "oss" else unquote_plus
    query = {"list-type": "2", "prefix": prefix, "max-keys": str(_PAGE), "encoding-type": "url"}
    while True:
        found = _parsed(_insisting(request, query))
        token = ""
        encoded = found.findtext("{*}EncodingType") == "url"  # a store may pass over what it was asked for
        for element in found:
            tag = element.tag.rpartition("}")[2]
            if tag == "Contents":
                yield _object(element, encoding if encoded else str)
            elif tag == "NextContinuationToken":
                token = element.text or ""
        if not token:
            return
        query = {**query, "continuation-token": token}


def differences(
    bucket: Bucket, keys: StoreKeys, prefix: str, expected: Mapping[str, tuple[int, str]], sender: Sender
) -> dict[str, str]:
    """Why objects are not as they should be, by key; empty if all are. What lies there besides does not count.

    Args:
        bucket: Where.
        keys: With what.
        prefix: Of all keys.
        expected: Size and ETag by key. Nothing of it is held here but what differs.
        sender: The way there.

    Raises:
        Refusal, BulkFault: see :func:`listed`.
    """
    reasons = {}
    there = Numbers()
    count = 0
    for found in listed(bucket, keys, prefix, sender):
        wanted = expected.get(found.key)
        if wanted is None:
            continue
        count += there.add(hash(found.key))
        size, etag = wanted
        if found.size != size:
            reasons[found.key] = f"has {found.size} bytes in the store, and {size} here"
        elif found.etag != etag.lower():
            reasons[found.key] = "has another content in the store than was sent"
    if count < len(expected):
        reasons |= {key: "is not in the store any more" for key in expected if there.add(hash(key))}
    return reasons


def _insisting(request: StoreRequest, query: Mapping[str, str]) -> BulkAnswer:
    for attempt in range(1, _TRIES + 1):
        try:
            return request.call("GET", query)
        except BulkFault:
            if attempt == _TRIES:
                raise
        except Refusal as refusal:
            if attempt == _TRIES or refusal.kind not in {RefusalKind.BUSY, RefusalKind.SKEW}:
                raise
        request.pause(random.uniform(0, 0.5 * 2**attempt))  # noqa: S311 - jitter
    raise AssertionError("unreachable")


def _parsed(answer: BulkAnswer) -> ET.Element:
    try:
        return ET.fromstring(answer.body)  # noqa: S314 - expat refuses external entities; the store is authenticated
    except ET.ParseError:
        raise Refusal(RefusalKind.BUSY, f"the store's answer is not XML: {answer.body[:60]!r}") from None


def _object(element: ET.Element, decoded: Callable[[str], str]) -> Listed:
    texts = {child.tag.rpartition("}")[2]: child.text or "" for child in element}
    size = texts.get("Size", "")
    return Listed(
        decoded(texts.get("Key", "")), int(size) if size.isdigit() else -1, texts.get("ETag", "").strip('"').lower()
    )
