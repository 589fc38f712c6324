"""What a service takes and gives, as a frozen value with its sources: known before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import attrs

from skybind.errors import UsageError

__all__ = ["Capabilities", "KindLimits", "PositionNeed"]


class PositionNeed(StrEnum):
    """What a service makes of the GPS position in a photo's EXIF."""

    NEEDED = "needed"
    USED = "used if there"
    UNKNOWN = "not documented"


def _frozen(mapping: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(mapping))


@attrs.frozen(kw_only=True)
class KindLimits:
    """One kind of reconstruction, and what it takes.

    Attributes:
        name: ``2d``, ``3d``, ``lidar``, ...; the ``kind`` of ``reconstruct()``.
        makes: What it makes, in words.
        least: Photos at least; None if that is not documented or does not apply.
        most: Photos at most; None the same.
        of_files: Whether these numbers are of all files, and not of photos only.
        most_bytes: Size of all files at most; None the same.
        needs: Suffixes, lower case with dot, of which there must be at least one file beside photos; empty if photos
            are enough.
        source: Document and mark.
    """

    name: str
    makes: str
    least: int | None = None
    most: int | None = None
    of_files: bool = False
    most_bytes: int | None = None
    needs: frozenset[str] = frozenset()
    source: str

    def takes(self, number: int) -> bool:
        """Whether so many photos, or files, are within its limits."""
        return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)

    @property
    def range(self) -> str:
        """Its number of photos in words: ``10 to 20,000``."""
        if self.least is not None and self.most is not None:
            return f"{self.least:,} to {self.most:,}"
        if self.least is not None:
            return f"{self.least:,} or more"
        return f"up to {self.most:,}" if self.most is not None else "not documented"


@attrs.frozen(kw_only=True)
class Capabilities:
    """What a service takes and gives.

    Limits that no document names are None: nothing is refused for them.

    Attributes:
        service: Its name in skybind, as ``cloud.name``.
        title: Its name in messages.
        client: Name of its client in ``skybind``.
        kinds: What it makes.
        regions: Host by region; empty if there is but one, or the user names it.
        stores: Where photos go; empty if the API takes none.
        photos: Suffixes of photos that it takes, lower case with dot.
        companions: Suffixes of other files that go up with them.
        longest_name: Bytes of UTF-8 in a photo's name with its sub-folders; None if there is no known limit.
        position: What it makes of GPS positions.
        upload: Whether its API takes photos.
        download: Whether its API gives the files of a model.
        archive: Whether these are in one archive, which is all that ``files()`` names; ``download()`` unpacks it.
        results: Formats of results, in words.
        unfinished_jobs: Unfinished jobs that an account may have; None if that is not documented.
        credentials: Environment variables that a client reads first.
        elsewhere: By ``upload`` and ``download``, a sentence on what the API does not do, or not always, and who does.
        sources: Document and mark by the name of an attribute here; an attribute that is our assumption says so.
    """

    service: str
    title: str
    client: str
    kinds: tuple[KindLimits, ...]
    regions: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen)
    stores: tuple[str, ...] = ()
    photos: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    longest_name: int | None = None
    position: PositionNeed = PositionNeed.UNKNOWN
    upload: bool = True
    download: bool = True
    archive: bool = False
    results: tuple[str, ...] = ()
    unfinished_jobs: int | None = None
    credentials: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen)
    sources: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen)

    @property
    def accepted(self) -> frozenset[str]:
        """Suffixes of all files that go up."""
        return self.photos | self.companions

    def kind(self, name: str) -> KindLimits:
        """The limits of a kind.

        Raises:
            UsageError: the service makes no such thing; says what it makes.
        """
        for kind in self.kinds:
            if kind.name == name:
                return kind
        raise UsageError(
            f"{self.title} makes no {name!r}", advice=f"It makes: {', '.join(k.name for k in self.kinds)}."
        )

    def check_count(self, kind: str, photos: int | None) -> None:
        """Hold the size of a photo set that is at the service against a kind's limits, before a job is made of it.

        Args:
            kind: What is wanted.
            photos: Photos in the set, or None if that is not known; then nothing is refused.

        Raises:
            UsageError: no such kind, or too few photos, or too many; nothing was sent.
        """
        limits = self.kind(kind)
        if photos is not None and not limits.takes(photos):
            what = "files" if limits.of_files else "photos"
            raise UsageError(
                f"{photos:,} {what}, and {self.title} takes {limits.range} for {kind} ({limits.source})",
                advice="Nothing was started. Options(check_limits=False) starts it all the same.",
            )
