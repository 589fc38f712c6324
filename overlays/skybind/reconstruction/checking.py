"""Photos held against the limits of a service before the first byte leaves: all findings at once.

    report = check("flight-42/", Terra.capabilities, kind="2d")
    for finding in report.findings: print(finding)

``upload()`` makes the same check and refuses what is ``fatal``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from skybind.errors import PhotoError, PhotosRefused
from skybind.reconstruction.capabilities import Capabilities, KindLimits, PositionNeed
from skybind.transfers.photos import PHOTO_SUFFIXES, Fault, Photo, Photos, Source, position_of, scan

__all__ = ["Finding", "Report", "accepted", "check"]

_NAMED = 5  # files that a text names; the others are counted
_LOOKED_INTO = 20  # photos whose position is looked for where positions are used and not needed
_PICTURES = PHOTO_SUFFIXES | {".png"}


@attrs.frozen
class Finding:
    """Something that stands against an upload, or is good to know before it.

    Attributes:
        rule: ``file``, ``name``, ``format``, ``count``, ``size``, ``companions`` or ``position``.
        words: What, with numbers.
        advice: What to do.
        files: The photos that it is about, all of them; empty if it is about the folder.
        fatal: Whether an upload is refused for it.
        about_limits: Whether it is a limit of the service, which ``Options(check_limits=False)`` passes over; else the
            file cannot be sent at all.
    """

    rule: str
    words: str
    advice: str
    files: tuple[str, ...] = ()
    fatal: bool = True
    about_limits: bool = True

    def __str__(self) -> str:
        return self.words


@attrs.frozen
class Report:
    """What a look into a folder found.

    Attributes:
        photos: Files that would go up, in the order of their names.
        findings: What stands against it, and what is good to know.
    """

    photos: Sequence[Photo] = attrs.field(repr=False)
    findings: tuple[Finding, ...]

    @property
    def bytes(self) -> int:
        """Size of the files."""
        return sum(photo.size for photo in self.photos)

    @property
    def fits(self) -> bool:
        """Whether an upload would be made."""
        return not any(finding.fatal for finding in self.findings)


def check(source: Source, capabilities: Capabilities, kind: str | None = None) -> Report:
    """Hold a folder against a service's limits; nothing is sent, and no account is needed.

    Args:
        source: A folder with its sub-folders, or files.
        capabilities: Of the service, such as ``Terra.capabilities``.
        kind: What shall be made; if None, it is enough that the service makes something of so many photos.

    Raises:
        UsageError: no such kind.
        PhotoError: no such folder.
    """
    faults: list[Fault] = []
    photos = scan(source, suffixes=capabilities.accepted, faults=faults)
    found = [*_findings(source, photos, faults, capabilities, kind), *_good_to_know(source, photos, capabilities)]
    return Report(photos, tuple(found))


def accepted(
    source: Source,
    capabilities: Capabilities,
    kind: str | None = None,
    *,
    known: Callable[[Photo], bool] = lambda _photo: False,
    limits: bool = True,
) -> Photos:
    """The photos of a folder, if they may go up; what an upload begins with.

    Args:
        source: A folder with its sub-folders, or files.
        capabilities: Of the service.
        kind: What shall be made, or None.
        known: Photos that were looked into before.
        limits: Whether the service's limits are looked at, or only whether files can be sent at all.

    Raises:
        UsageError: no such kind.
        PhotosRefused: several findings, or limits of the service; lists all.
        PhotoError: nothing there, or a file that cannot be sent.
    """
    faults: list[Fault] = []
    photos = scan(source, suffixes=capabilities.accepted, known=known, faults=faults)
    found = [
        finding
        for finding in _findings(source, photos, faults, capabilities, kind)
        if finding.fatal and (limits or not finding.about_limits)
    ]
    if found:
        raise _refusal(source, found, capabilities)
    return photos


def _refusal(source: Source, findings: Sequence[Finding], capabilities: Capabilities) -> PhotoError:
    texts = [str(finding) for finding in findings]
    if len(findings) == 1:
        message = texts[0]
    else:
        label = str(source) if isinstance(source, (str, Path)) else f"{len(source)} files"
        lines = "".join(f"\n  {text}" for text in texts)
        message = f"{label}: {len(findings)} findings before the upload to {capabilities.title}{lines}"
    advice = list(dict.fromkeys(finding.advice for finding in findings))
    if any(finding.about_limits for finding in findings):
        advice.append("Nothing was sent. Options(check_limits=False) passes over limits of the service.")
    failed = {name: finding.words for finding in findings for name in finding.files}
    return PhotosRefused(message, findings=texts, failed=failed, advice=" ".join(advice))


# ------------------------------------------------------------------------------------------------- the rules


def _findings(
    source: Source, photos: Photos, faults: Sequence[Fault], capabilities: Capabilities, kind: str | None
) -> Iterator[Finding]:
    kinds = [capabilities.kind(kind)] if kind is not None else list(capabilities.kinds)
    yield from _files(faults)
    if not photos and not faults:
        yield _nothing(source, capabilities)
        return
    yield from _names(photos, capabilities)
    yield from _numbers(photos, len(faults), kinds, capabilities)
    if capabilities.position is PositionNeed.NEEDED:
        yield from _positions(photos, photos, capabilities)


def _files(faults: Sequence[Fault]) -> Iterator[Finding]:
    """Files that cannot be sent; those with one way out are one finding."""
    for advice in dict.fromkeys(fault.advice for fault in faults):
        same = [fault for fault in faults if fault.advice == advice]
        words = "; ".join(fault.words for fault in same[:_NAMED]) + _more(len(same))
        yield Finding("file", words, advice, tuple(fault.name for fault in same), about_limits=False)


def _nothing(source: Source, capabilities: Capabilities) -> Finding:
    others = _passed_over(source, capabilities)
    words = f"{source}: no photos in it"
    if others:
        words += f" that {capabilities.title} takes, but " + _counted(others)
    kinds = " ".join(sorted(suffix[1:] for suffix in capabilities.accepted))
    return Finding("format", words, f"Files that count end in: {kinds}.", about_limits=False)


def _names(photos: Sequence[Photo], capabilities: Capabilities) -> Iterator[Finding]:
    longest = capabilities.longest_name
    if longest is None:
        return
    long = [photo.name for photo in photos if len(photo.name.encode()) > longest]
    if long:
        shown = "; ".join(f"{name[:40]}…" for name in long[:_NAMED]) + _more(len(long))
        words = f"{_files_of(len(long))} with names beyond {longest} bytes: {shown}"
        yield Finding("name", words, "Use shorter names, or fewer folders within folders.", tuple(long))


def _numbers(photos: Photos, faulty: int, kinds: Sequence[KindLimits], capabilities: Capabilities) -> Iterator[Finding]:
    """Whether there is a kind for what lies there. Faulty files count as photos: they are to be mended."""
    suffixes = Counter(photo.suffix for photo in photos)
    possible = [kind for kind in kinds if not kind.needs or kind.needs & suffixes.keys()]
    if not possible:
        for kind in kinds:
            names = " ".join(sorted(suffix[1:] for suffix in kind.needs))
            words = f"no file of those that {capabilities.title} needs for {kind.name}: {names} ({kind.source})"
            yield Finding("companions", words, "Give the whole folder of the flight, not only its photos.")
        return
    others = sum(count for suffix, count in suffixes.items() if suffix in capabilities.companions)
    files = faulty + len(photos)
    numbers = {kind: files if kind.of_files else files - others for kind in possible}
    total = photos.bytes
    if not any(kind.takes(number) for kind, number in numbers.items()):
        ranges = "; ".join(f"{kind.name} takes {kind.range} ({kind.source})" for kind in possible)
        few = all(kind.least is not None and number < kind.least for kind, number in numbers.items())
        advice = "Add photos of the flight." if few else "Divide the flight into several folders."
        words = _files_of(files - others) + (f" and {others:,} other files" if others else "")
        yield Finding("count", f"{words}; at {capabilities.title} {ranges}", advice)
    if all(kind.most_bytes is not None and total > kind.most_bytes for kind in possible):
        most = max(kind.most_bytes or 0 for kind in possible)
        words = f"{total / 1e9:.1f} GB, and {capabilities.title} takes {most / 1e9:.0f} GB"
        yield Finding("size", words, "Divide the flight into several folders.")


def _positions(looked_into: Sequence[Photo], photos: Sequence[Photo], capabilities: Capabilities) -> Iterator[Finding]:
    """Photos without a position, where all are needed; else only if none of those that were looked into has one."""
    needed = capabilities.position is PositionNeed.NEEDED
    pictures = [photo for photo in looked_into if photo.suffix in PHOTO_SUFFIXES]
    without = [photo.name for photo in pictures if position_of(photo.path) is None]
    if needed and without:
        words = f"{_files_of(len(without))} without a GPS position, which {capabilities.title} needs: "
        advice = "Leave them out, or write positions into their EXIF."
        yield Finding("position", words + _listed(without), advice, tuple(without))
    elif not needed and pictures and len(without) == len(pictures):
        words = f"none of {len(pictures)} photos that were looked into has a GPS position"
        if len(pictures) < len(photos):
            words += f" (there are {len(photos):,})"
        advice = f"{capabilities.title} can do without; the model will have no place on the map."
        yield Finding("position", words, advice, fatal=False)


def _good_to_know(source: Source, photos: Photos, capabilities: Capabilities) -> Iterator[Finding]:
    others = _passed_over(source, capabilities)
    if photos and others:
        words = f"{_counted(others)}: passed over, since {capabilities.title} does not take them"
        yield Finding("format", words, "Convert them if they are not copies of the others.", fatal=False)
    if capabilities.position is PositionNeed.USED:
        step = max(1, len(photos) // _LOOKED_INTO)
        yield from _positions(photos[::step][:_LOOKED_INTO], photos, capabilities)


# ------------------------------------------------------------------------------------------------- words


def _passed_over(source: Source, capabilities: Capabilities) -> Counter[str]:
    """Pictures of formats that the service does not take, by suffix. Files of a list are never passed over."""
    if not isinstance(source, (str, Path)):
        return Counter()
    suffixes = _PICTURES - capabilities.accepted
    found = scan(source, suffixes=suffixes, known=lambda _photo: True, faults=[])
    return Counter(photo.suffix for photo in found)


def _counted(suffixes: Counter[str]) -> str:
    return ", ".join(f"{count:,} {suffix}" for suffix, count in sorted(suffixes.items()))


def _files_of(count: int) -> str:
    return f"{count:,} photo{'s' if count != 1 else ''}"


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    return ", ".join(names[:_NAMED]) + _more(len(names))


def _more(count: int) -> str:
    return f"; and {count - _NAMED:,} more" if count > _NAMED else ""
