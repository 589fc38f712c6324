"""From a job at a service to a report: the only part that asks the service. Sync and async ask the same questions."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skybind.errors import SkybindError, UsageError
from skybind.jobs import JobState, Phase, Seen
from skybind.report.facts import Facts, JobFacts, flight_in
from skybind.report.page import page
from skybind.report.thumbnails import chosen, thumbnails

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skybind.reconstruction.capabilities import Capabilities
    from skybind.reconstruction.clouds import AsyncCloud, Cloud, ModelFile

__all__ = ["gather", "gather_async", "write_report", "write_report_async"]

_SECONDS = 120.0  # for the result of a job that is done already


def gather(
    cloud: Cloud[Any, Any, Any], token: str, *, photos: str | Path | None = None, kind: str | None = None
) -> Facts:
    """What there is to say of a job: its state now, what was seen of it, its files, and its photos.

    Args:
        cloud: A client, such as ``Terra``.
        token: Resume token of the job, or what else ``cloud.job`` takes.
        photos: Folder of its photos, or None to leave them out.
        kind: What is made of them, so that its limits are held against them.

    Raises:
        PhotoError: no such folder; nothing was asked.
        SkybindError: the service refuses to tell the job's state. Files that cannot be listed are a warning.
    """
    flight = flight_in(photos, cloud.capabilities, kind) if photos is not None else None
    job = cloud.job(token)
    state = job.status()
    files: Sequence[ModelFile] | None = None
    trouble = ""
    if state.phase is Phase.DONE:
        try:
            files = job.result(_SECONDS).files()
        except SkybindError as error:
            trouble = error.message
    return Facts(_job(cloud.capabilities, job.token, state, job.history, files, trouble), flight)


async def gather_async(
    cloud: AsyncCloud[Any, Any, Any], token: str, *, photos: str | Path | None = None, kind: str | None = None
) -> Facts:
    """The same for asyncio; see :func:`gather`. Photos are read in a thread."""
    flight = await asyncio.to_thread(flight_in, photos, cloud.capabilities, kind) if photos is not None else None
    job = cloud.job(token)
    state = await job.status()
    files: Sequence[ModelFile] | None = None
    trouble = ""
    if state.phase is Phase.DONE:
        try:
            files = await (await job.result(_SECONDS)).files()
        except SkybindError as error:
            trouble = error.message
    return Facts(_job(cloud.capabilities, job.token, state, job.history, files, trouble), flight)


def write_report(
    cloud: Cloud[Any, Any, Any],
    token: str,
    out: str | Path = "report.html",
    *,
    photos: str | Path | None = None,
    kind: str | None = None,
) -> Facts:
    """Write a page about a job; one file, which loads nothing. See :func:`gather` for arguments and errors.

    Raises:
        UsageError: the file cannot be written. One that was there is replaced in one go, or left as it was.
    """
    facts = gather(cloud, token, photos=photos, kind=kind)
    save(facts, Path(out))
    return facts


async def write_report_async(
    cloud: AsyncCloud[Any, Any, Any],
    token: str,
    out: str | Path = "report.html",
    *,
    photos: str | Path | None = None,
    kind: str | None = None,
) -> Facts:
    """The same for asyncio; see :func:`write_report`."""
    facts = await gather_async(cloud, token, photos=photos, kind=kind)
    await asyncio.to_thread(save, facts, Path(out))
    return facts


def _job(
    capabilities: Capabilities,
    token: str,
    state: JobState,
    history: Sequence[Seen],
    files: Sequence[ModelFile] | None,
    trouble: str,
) -> JobFacts:
    return JobFacts(
        service=capabilities.service,
        title=capabilities.title,
        token=token,
        state=state,
        history=tuple(history),
        files=None if files is None else tuple(files),
        files_trouble=trouble,
        downloads=capabilities.download,
        elsewhere="" if capabilities.download else capabilities.elsewhere.get("download", ""),
    )


def save(facts: Facts, out: Path) -> None:
    """Write the page of these facts, with pictures of some photos.

    Raises:
        UsageError: the file cannot be written.
    """
    text = page(facts, thumbnails(chosen(facts.flight.shots)) if facts.flight else {})
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        scratch = out.with_name(f".{out.name}.{os.getpid()}")
        try:
            scratch.write_text(text, encoding="utf-8", errors="replace")
            scratch.replace(out)
        finally:
            scratch.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}", advice="Say another file.") from error
