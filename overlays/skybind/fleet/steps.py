"""The steps of a flight: plan, upload, start, poll_once, fetch.

Each is a plain function of plain data, so that it can be sent to another process; each goes by the flight's key, and
called again it goes on where the record says. Where and with whose credentials it runs, the environment and the
profiles of that machine say.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from skybind.errors import SkybindError, UsageError
from skybind.fleet.clouds import capabilities_of, connect
from skybind.fleet.flights import Flight
from skybind.fleet.record import FleetRecord, Standing
from skybind.jobs import JobState
from skybind.transfers.download import DownloadProgress
from skybind.transfers.upload import UploadProgress

__all__ = ["Manifest", "fetch", "plan", "poll_once", "start", "upload"]

_OFTEN = 2.0  # seconds between two notes of how far an upload is
_EVERY = 30.0  # seconds between two questions about a job


@attrs.frozen
class Manifest:
    """What a flight has to send.

    Attributes:
        key: Of the flight.
        files: Photos, and files that go with them.
        bytes: Their size.
        warnings: What is good to know and does not stop it.
    """

    key: str
    files: int
    bytes: int
    warnings: tuple[str, ...] = ()


def plan(flight: Flight) -> Manifest:
    """Look into a flight's folder, and hold it against the limits of its service; nothing is sent.

    Raises:
        PhotosRefused, PhotoError: it cannot go up; all findings are listed.
        UsageError: it has no folder: its photos are at the service already.
        LedgerBusy: another process is at it.
    """
    from skybind.reconstruction.checking import accepted, check  # noqa: PLC0415 - reads photos; other steps do not

    if flight.folder is None:
        raise UsageError(f"flight {flight.key}: its photos are at the service", advice="Start its job.")
    with FleetRecord() as record, record.held(flight, "plan") as standing:
        capabilities = capabilities_of(flight.service)
        report = check(flight.folder, capabilities, flight.kind)
        if not report.fits:
            accepted(flight.folder, capabilities, flight.kind)  # raises, with all findings
        manifest = Manifest(
            flight.key, len(report.photos), report.bytes, tuple(str(finding) for finding in report.findings)
        )
        if standing.stage == "plan":  # one that is further does not go back
            record.planned(flight.key, manifest.files, manifest.bytes)
        return manifest


def upload(
    flight: Flight,
    *,
    workers: int = 8,
    bwlimit: float | None = None,
    progress: Callable[[UploadProgress], None] = lambda _progress: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Upload a flight's photos, or go on with it: what is safe is not sent again.

    Args:
        flight: Which.
        workers: Most photos on their way at a time.
        bwlimit: Bytes a second that it takes at most, or None.
        progress: Called about ten times a second: a heartbeat.
        cancelled: Asked as often; True stops like Ctrl-C.

    Returns:
        The service's id of the photos.

    Raises:
        LedgerBusy: another process is at it.
        UploadIncomplete: some photos did not go up; the others are safe.
        SkybindError: what ``upload`` of the service's client raises.
    """
    if flight.photos is not None:
        return flight.photos
    with FleetRecord() as record, record.held(flight, "plan") as standing:
        if standing.photo_set is not None:
            return standing.photo_set
        noted = 0.0

        def told(now: UploadProgress) -> None:
            nonlocal noted
            if time.monotonic() - noted > _OFTEN:
                noted = time.monotonic()
                record.sending(
                    flight.key,
                    now.files,
                    now.bytes,
                    now.files_before + now.files_confirmed,
                    now.bytes_before + now.bytes_moved,
                )
            progress(now)

        with contextlib.closing(connect(flight.service, flight.profile, bwlimit)) as cloud:
            photos = cloud.upload(
                str(flight.folder),
                name=flight.name,
                kind=flight.kind,
                workers=workers,
                progress=told,
                cancelled=cancelled,
                **flight.upload_options,
            )
        record.uploaded(flight.key, photos.id, photos.files or 0, photos.bytes or 0)
        found: str = photos.id
        return found


def start(flight: Flight) -> str:
    """Start a flight's reconstruction, once, whatever happened before.

    That a job is wanted is on record before it is asked for, and the service is asked for it before it is made, so that
    a crash between making a job and writing down its id makes no second one.

    Returns:
        The resume token of its job.

    Raises:
        LedgerBusy: another process is at it.
        UsageError: its photos were not uploaded.
        JobLimit: the account has as many unfinished jobs as it may have.
        SkybindError: what ``reconstruct`` of the service's client raises.
    """
    with FleetRecord() as record, record.held(flight, "start") as standing:
        if standing.token is not None:
            return standing.token
        with contextlib.closing(connect(flight.service, flight.profile)) as cloud:
            name = flight.name or (Path(flight.folder).name if flight.folder else None)
            job = cloud.reconstruct(
                flight.photos or standing.photo_set or "", kind=flight.kind, name=name, **flight.job_options
            )
        record.started(flight.key, job.token)
        return job.token


def poll_once(flights: Iterable[Flight], *, every: float = _EVERY) -> dict[str, JobState | SkybindError]:
    """Ask once about the jobs of many flights, with as few questions as their services allow.

    Args:
        flights: Which; those whose job is not started, or known to be over, are passed over.
        every: Seconds before they are due for the next question.

    Returns:
        By key, the state of the job or the error that asking for it met. The record knows it too.
    """
    with FleetRecord() as record:
        standings = [record.standing(flight.key) for flight in flights]
        return poll_standings(record, [each for each in standings if each and each.stage == "wait"], every=every)


def poll_standings(
    record: FleetRecord, standings: Sequence[Standing], *, every: float
) -> dict[str, JobState | SkybindError]:
    """Ask once about flights whose record was just read."""
    answers: dict[str, JobState | SkybindError] = {}
    accounts: dict[tuple[str, str | None], list[Standing]] = {}
    for standing in standings:
        accounts.setdefault((standing.flight.service, standing.flight.profile), []).append(standing)
    for (service, profile), some in accounts.items():
        answers.update(_asked(service, profile, some))
    after = {each.flight.key: "fetch" if _comes_down(each.flight) else "done" for each in standings}
    record.seen({key: state for key, state in answers.items() if isinstance(state, JobState)}, after, every)
    for key, error in answers.items():
        if isinstance(error, SkybindError):
            record.troubled(key, error, asking=True)
    return answers


def _asked(
    service: str, profile: str | None, standings: Sequence[Standing]
) -> Iterator[tuple[str, JobState | SkybindError]]:
    tokens = {standing.flight.key: standing.token or "" for standing in standings}
    try:
        with contextlib.closing(connect(service, profile)) as cloud:
            ids = {key: cloud.job(token).id for key, token in tokens.items()}
            states = cloud.states(tokens.values())
    except SkybindError as error:
        for key in tokens:
            yield key, error
        return
    for key, job_id in ids.items():
        yield key, states[job_id]


def fetch(
    flight: Flight,
    *,
    workers: int = 8,
    bwlimit: float | None = None,
    progress: Callable[[DownloadProgress], None] | None = None,
) -> list[Path]:
    """Download what a flight's job made, or go on with it: what is there and whole is not fetched again.

    Args:
        flight: Which; its job is done. Without an ``out``, or where the service's API gives no files, nothing is
            fetched, and the flight is done.
        workers: Most files on their way at a time.
        bwlimit: Bytes a second that it takes at most, or None.
        progress: Called now and then.

    Raises:
        LedgerBusy: another process is at it.
        UsageError: its job was not started.
        JobFailed, ActionNeeded: there is no model, and why.
        DownloadIncomplete: some files did not come; the others are in place.
    """
    with FleetRecord() as record, record.held(flight, "wait") as standing:
        down = _comes_down(flight)
        if standing.stage == "done" and not down:
            return []
        with contextlib.closing(connect(flight.service, flight.profile, bwlimit)) as cloud:
            model = cloud.job(standing.token or "").result(timeout=_EVERY)
            paths: list[Path] = model.download(str(flight.out), workers=workers, progress=progress) if down else []
        record.fetched(flight.key, len(paths))
        return paths


def _comes_down(flight: Flight) -> bool:
    return flight.out is not None and capabilities_of(flight.service).download
