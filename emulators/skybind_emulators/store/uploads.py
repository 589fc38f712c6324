"""Multipart uploads that are under way."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from attrs import define, field, frozen

from .refusals import Refusal


@frozen
class Part:
    """One part as it lies on disk; ``md5`` is in hex, ``checksum`` the one that the upload asked for, if any."""

    number: int
    size: int
    md5: str
    path: Path
    last_modified: float
    checksum: bytes | None = None


@define
class Upload:
    """An upload between initiate and complete.

    ``algorithm`` is an S3 checksum algorithm or None. ``full_object`` tells whether its value is one of all bytes or
    one of the list of the parts' values.
    """

    upload_id: str
    bucket: str
    key: str
    initiated: float
    headers: Mapping[str, str] = field(factory=dict)
    algorithm: str | None = None
    full_object: bool = False
    parts: dict[int, Part] = field(factory=dict)


@frozen
class WantedPart:
    """A line of the list with which a client completes an upload. ``etag`` is without quotes, in lower case."""

    number: int
    etag: str
    checksum: bytes | None = None


def choose_parts(upload: Upload, wanted: Sequence[WantedPart], min_size: int) -> list[Part]:
    """The parts that make the object.

    Raises:
        Refusal: ``InvalidPartOrder``, ``InvalidPart`` (not there, another ETag or checksum), ``EntityTooSmall``.
    """
    numbers = [line.number for line in wanted]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        raise Refusal("InvalidPartOrder")
    chosen: list[Part] = []
    for line in wanted:
        part = upload.parts.get(line.number)
        if part is None or part.md5 != line.etag or (line.checksum is not None and line.checksum != part.checksum):
            raise Refusal("InvalidPart", UploadId=upload.upload_id, PartNumber=str(line.number), ETag=line.etag)
        chosen.append(part)
    for part in chosen[:-1]:
        if part.size < min_size:
            raise Refusal(
                "EntityTooSmall",
                ProposedSize=str(part.size),
                MinSizeAllowed=str(min_size),
                PartNumber=str(part.number),
                ETag=part.md5,
            )
    return chosen
