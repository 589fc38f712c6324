"""Conditional requests, and ranges."""

import re
from email.utils import parsedate_to_datetime

from .objects import Condition
from .records import StoredObject
from .refusals import Refusal
from .request import Request


def write_condition(request: Request) -> Condition:
    """The condition that a PUT or a completed upload sets on what the key holds already."""

    def oss(existing: StoredObject | None) -> None:
        if existing is not None and request.header("x-oss-forbid-overwrite").lower() == "true":
            raise Refusal("FileAlreadyExists")

    def s3(existing: StoredObject | None) -> None:
        if_none_match, if_match = request.header("if-none-match"), request.header("if-match")
        if if_none_match not in ("", "*"):
            raise Refusal("NotImplemented")  # S3 takes nothing but the asterisk here
        if if_none_match and existing is not None:
            raise Refusal("PreconditionFailed", Condition="If-None-Match")
        if if_match and existing is None:
            raise Refusal("NoSuchKey")
        if if_match and existing is not None and not _matches(if_match, existing):
            raise Refusal("PreconditionFailed", Condition="If-Match")

    return oss if request.dialect == "oss" else s3


def is_unchanged(request: Request, stored: StoredObject) -> bool:
    """Whether a GET or HEAD may be answered with 304.

    Raises:
        Refusal: ``PreconditionFailed``.
    """
    if_match, if_none_match = request.header("if-match"), request.header("if-none-match")
    modified = int(stored.last_modified)
    if if_match:
        if not _matches(if_match, stored):
            raise Refusal("PreconditionFailed", Condition="If-Match")
    elif (since := _seconds(request.header("if-unmodified-since"))) is not None and modified > since:
        raise Refusal("PreconditionFailed", Condition="If-Unmodified-Since")
    if if_none_match:
        return _matches(if_none_match, stored)
    since = _seconds(request.header("if-modified-since"))
    return since is not None and modified <= since


def _matches(header: str, stored: StoredObject) -> bool:
    tags = {tag.strip().removeprefix("W/").strip('"').lower() for tag in header.split(",")}
    return "*" in tags or stored.etag in tags


def _seconds(header: str) -> float | None:
    try:
        return parsedate_to_datetime(header).timestamp() if header else None
    except (TypeError, ValueError):
        return None


_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def range_of(request: Request, size: int) -> tuple[int, int] | None:
    """Offset and length of the wanted part; None for the whole object.

    S3 shortens a range that reaches beyond the end. OSS answers such a range with the whole object and 200, unless
    the request says ``x-oss-range-behavior: standard`` (OSS documentation, "Use HTTP Range requests").

    Raises:
        Refusal: ``InvalidRange``.
    """
    header = request.header("range").replace(" ", "")
    lenient = request.dialect == "oss" and request.header("x-oss-range-behavior") != "standard"
    found = _RANGE.fullmatch(header)
    if found is None or found[0] == "bytes=-":
        return None
    first, last = found[1], found[2]
    if not first:
        start, end, reaches_out = max(0, size - int(last)), size - 1, int(last) > size
    else:
        start, end = int(first), int(last) if last else size - 1
        if last and end < start:
            return None  # not a range at all
        reaches_out = end >= size
    if start >= size:
        if lenient:
            return None
        raise Refusal("InvalidRange", RangeRequested=header, ActualObjectSize=str(size))
    if lenient and reaches_out:
        return None
    return start, min(end, size - 1) - start + 1
