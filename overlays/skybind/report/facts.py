"""All that a report says, as values: gathered once, shown by a page, printed as JSON."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import attrs

from skybind.jobs import JobState, Phase, Seen
from skybind.reconstruction.capabilities import Capabilities, PositionNeed
from skybind.reconstruction.checking import check
from skybind.reconstruction.clouds import ModelFile
from skybind.report.ground import ENOUGH, Coverage, Plane, Point, covered, footprint
from skybind.report.shots import Shot, read_shot

__all__ = ["Facts", "Flight", "JobFacts", "KindOfFile", "Warned", "flight_in", "warnings_of"]

_NAMED = 5
_FAR = 30_000.0  # metres from the middle of a flight; a photo beyond is of another one, or its position is wrong


@attrs.frozen
class Warned:
    """Something that may spoil the result.

    Attributes:
        words: What.
        advice: What to do; may be empty.
    """

    words: str
    advice: str = ""


@attrs.frozen
class Flight:
    """Photos on this machine, and where they were taken.

    Attributes:
        name: Of the folder; where it lies is nobody's business who gets the report.
        shots: The photos, in the order of their names.
        bytes: Size of all files that go up.
        plane: Metres around the middle of the flight; None if no photo has a position.
        spots: Metres by name of the photo.
        footprints: Corners in metres by name of the photo.
        coverage: Views on a grid, or None without footprints.
        warnings: What stands against it.
    """

    name: str
    shots: tuple[Shot, ...] = attrs.field(repr=False)
    bytes: int
    plane: Plane | None
    spots: dict[str, Point] = attrs.field(repr=False)
    footprints: dict[str, list[Point]] = attrs.field(repr=False)
    coverage: Coverage | None = attrs.field(repr=False)
    warnings: tuple[Warned, ...] = ()

    @property
    def ground_sample(self) -> float | None:
        """Metres of ground that a pixel shows, of the middle one of all photos; None if it is not known."""
        samples = [
            2 * shot.height * shot.tangents[0] / shot.pixels[0]
            for shot in self.shots
            if shot.height and shot.tangents and shot.pixels
        ]
        return statistics.median(samples) if samples else None


@attrs.frozen
class JobFacts:
    """A job as the service tells it.

    Attributes:
        service: Name of the service.
        title: The same for people.
        token: Goes on with the job; no secret.
        state: How it stands now.
        history: States that were seen on this machine.
        files: Files of its model; None if it has none yet.
        files_trouble: Why they could not be listed, or empty.
        downloads: Whether the service's API gives files.
        elsewhere: Who does, if it does not; may be empty.
    """

    service: str
    title: str
    token: str
    state: JobState
    history: tuple[Seen, ...]
    files: tuple[ModelFile, ...] | None = None
    files_trouble: str = ""
    downloads: bool = True
    elsewhere: str = ""


@attrs.frozen
class KindOfFile:
    """Files of one kind.

    Attributes:
        kind: The service's word for it, else the suffix, else ``other``.
        files: How many.
        bytes: Their size; None if the service does not say for all.
    """

    kind: str
    files: int
    bytes: int | None


@attrs.frozen
class Facts:
    """What a report says.

    Attributes:
        job: The job.
        flight: Its photos, or None if they are not on this machine.
        made: When the report was made.
    """

    job: JobFacts
    flight: Flight | None
    made: datetime = attrs.field(factory=lambda: datetime.now(UTC))

    @property
    def kinds(self) -> list[KindOfFile]:
        """Files of the model by kind, the largest first."""
        by_kind: dict[str, list[int | None]] = {}
        for file in self.job.files or ():
            by_kind.setdefault(_kind(file), []).append(file.size)
        kinds = [
            KindOfFile(kind, len(sizes), None if None in sizes else sum(size or 0 for size in sizes))
            for kind, sizes in by_kind.items()
        ]
        return sorted(kinds, key=lambda kind: (-(kind.bytes or 0), -kind.files, kind.kind))

    @property
    def warnings(self) -> list[Warned]:
        """All of them."""
        return [*warnings_of(self.job), *(self.flight.warnings if self.flight else ())]

    def plain(self) -> dict[str, Any]:
        """As JSON has it: lengths in metres, sizes in bytes, times in UTC."""
        job = self.job
        return {
            "made": self.made.isoformat(timespec="seconds"),
            "service": job.service,
            "job": job.state.job_id,
            "token": job.token,
            **_plain_state(job.state),
            "history": [
                {"at": seen.at.isoformat(timespec="milliseconds"), **_plain_state(seen.state)} for seen in job.history
            ],
            "photos": _plain_flight(self.flight) if self.flight else None,
            "files": None if job.files is None else [{"name": file.name, "bytes": file.size} for file in job.files],
            "kinds": [attrs.asdict(kind) for kind in self.kinds],
            "warnings": [attrs.asdict(warned) for warned in self.warnings],
        }


def _plain_state(state: JobState) -> dict[str, Any]:
    return {
        "state": state.phase.value,
        "native": state.native,
        "progress": state.progress,
        "remaining_seconds": state.remaining.total_seconds() if state.remaining is not None else None,
        "message": state.message,
    }


def _plain_flight(flight: Flight) -> dict[str, Any]:
    heights = [shot.height for shot in flight.shots if shot.height is not None]
    gaps = flight.coverage.gaps if flight.coverage else []
    return {
        "folder": flight.name,
        "photos": len(flight.shots),
        "bytes": flight.bytes,
        "with_position": sum(shot.latitude is not None for shot in flight.shots),
        "on_map": len(flight.spots),
        "with_footprint": len(flight.footprints),
        "middle": None if flight.plane is None else [flight.plane.latitude, flight.plane.longitude],
        "heights": [min(heights), max(heights)] if heights else None,
        "ground_sample": flight.ground_sample,
        "area": flight.coverage.area(1) if flight.coverage else None,
        "area_covered": flight.coverage.area(ENOUGH) if flight.coverage else None,
        "gaps": [
            {"middle": list(flight.plane.place(gap.middle)), "area": gap.area}
            for gap in gaps
            if flight.plane is not None
        ],
    }


def _kind(file: ModelFile) -> str:
    kind = getattr(file, "kind", "")
    return str(kind) if kind else PurePosixPath(file.name).suffix.lower().lstrip(".") or "other"


# ------------------------------------------------------------------------------------------------------------ photos


def flight_in(folder: str | Path, capabilities: Capabilities, kind: str | None = None) -> Flight:
    """Read the headers of a folder's photos; about a millisecond each.

    Args:
        folder: With its sub-folders.
        capabilities: Of the service, which says what counts and which limits there are.
        kind: What is made, or None.

    Raises:
        PhotoError: no such folder.
    """
    folder = Path(folder)
    # Positions are read here anyway, and once is enough. A service that takes no photos has no list of them.
    limits = attrs.evolve(capabilities, position=PositionNeed.UNKNOWN)
    if not capabilities.photos:
        limits = attrs.evolve(limits, photos=frozenset({".jpg", ".jpeg"}), kinds=())
    report = check(folder, limits, kind if limits.kinds else None)
    shots = [shot for photo in report.photos if (shot := read_shot(photo)) is not None]
    refused = [Warned(_without(str(finding), folder), finding.advice) for finding in report.findings]
    return _flight(folder.resolve().name, shots, report.bytes, refused)


def _without(words: str, folder: Path) -> str:
    return words.replace(f"{folder}/", "").replace(str(folder), folder.resolve().name)


def _flight(name: str, shots: Sequence[Shot], size: int, refused: Iterable[Warned]) -> Flight:
    placed = [shot for shot in shots if _has_place(shot)]
    spots, plane, far = _spots(placed)
    footprints = {
        shot.name: corners
        for shot in placed
        if shot.name in spots and (corners := footprint(shot, spots[shot.name])) is not None
    }
    coverage = covered(list(footprints.values()))
    found = [
        *refused,
        *_about_places(shots, placed, far),
        *_about_cover(len(spots), len(footprints), coverage, plane),
    ]
    return Flight(name, tuple(shots), size, plane, spots, footprints, coverage, tuple(found))


def _has_place(shot: Shot) -> bool:
    """Cameras without a fix write 0, 0, which is in the sea."""
    return (
        shot.latitude is not None
        and shot.longitude is not None
        and math.isfinite(shot.latitude)
        and math.isfinite(shot.longitude)
        and abs(shot.latitude) <= 90.0
        and abs(shot.longitude) <= 180.0
        and (shot.latitude, shot.longitude) != (0.0, 0.0)
    )


def _spots(placed: Sequence[Shot]) -> tuple[dict[str, Point], Plane | None, list[str]]:
    """Metres by name; and the names of those that lie too far off, which would make the others one dot."""
    if not placed:
        return {}, None, []
    middle = placed[len(placed) // 2]
    for _ in range(2):  # the middle photo may be the one that is far off; the median of its metres is not
        plane = Plane(float(middle.latitude or 0.0), float(middle.longitude or 0.0))
        metres = {shot.name: plane.metres(float(shot.latitude or 0), float(shot.longitude or 0)) for shot in placed}
        centre = (statistics.median(e for e, _ in metres.values()), statistics.median(n for _, n in metres.values()))
        middle = min(placed, key=lambda shot: math.dist(metres[shot.name], centre))
    far = [shot.name for shot in placed if math.dist(metres[shot.name], centre) > _FAR]
    near = [shot for shot in placed if shot.name not in set(far)] or list(placed)
    plane = Plane.around([(float(shot.latitude or 0), float(shot.longitude or 0)) for shot in near])
    spots = {shot.name: plane.metres(float(shot.latitude or 0), float(shot.longitude or 0)) for shot in near}
    return spots, plane, far if len(near) < len(placed) else []


# ---------------------------------------------------------------------------------------------------------- warnings


def _about_places(shots: Sequence[Shot], placed: Sequence[Shot], far: Sequence[str]) -> Iterator[Warned]:
    have = {shot.name for shot in placed}
    without = [shot.name for shot in shots if shot.name not in have]
    if without:
        yield Warned(
            f"{len(without):,} of {len(shots):,} photos have no GPS position: {_listed(without)}",
            "They are not on the map. Check the camera, or write positions into their EXIF.",
        )
    if far:
        yield Warned(
            f"{len(far):,} photos lie more than {_FAR / 1000:.0f} km from the others: {_listed(far)}",
            "They are not on the map. Look whether they belong to this flight.",
        )


def _about_cover(on_map: int, seen: int, coverage: Coverage | None, plane: Plane | None) -> Iterator[Warned]:
    if on_map and seen < on_map:
        yield Warned(
            f"{on_map - seen:,} of {on_map:,} photos do not say their height above the ground or their lens",
            "They have no footprint on the map, and count for no overlap.",
        )
    if coverage is None or plane is None:
        return
    if not coverage.area(ENOUGH):
        yield Warned(f"no place is seen by {ENOUGH} photos", "Fly with more overlap: 80 % along, 70 % across is usual.")
    elif coverage.gaps:
        total = sum(gap.area for gap in coverage.gaps)
        latitude, longitude = plane.place(coverage.gaps[0].middle)
        yield Warned(
            f"gaps in the overlap: {len(coverage.gaps)}, together {total:,.0f} m², seen by fewer than {ENOUGH} photos; "
            f"the largest is around {latitude:.6f}, {longitude:.6f}",
            "The model may have holes there. Fly them again before you leave.",
        )


def warnings_of(job: JobFacts) -> Iterator[Warned]:
    """What the job's own state warns of."""
    words = f": {job.state.message}" if job.state.message else ""
    if job.state.phase is Phase.FAILED:
        yield Warned(f"the service gave the job up ({job.state.native}){words}", "Run `skybind reconstruct` again.")
    elif job.state.phase is Phase.STOPPED:
        yield Warned(f"the job was stopped ({job.state.native}){words}", "Run `skybind reconstruct` again.")
    elif job.state.phase is Phase.HELD:
        yield Warned(f"the job waits for a person ({job.state.native}){words}", "Nothing goes on by itself.")
    elif job.state.phase is Phase.UNKNOWN:
        yield Warned(f"the service says {job.state.native!r}, which this skybind does not know", "")
    if job.files_trouble:
        yield Warned(f"the files of the model could not be listed: {job.files_trouble}", "Make the report again later.")


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
