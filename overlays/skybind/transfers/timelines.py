"""What was seen of jobs, when: a file of JSON lines for each job, beside the ledger.

A line is written when something about a job has changed, with one unbuffered write at the end of its file. A process
killed at any moment leaves whole lines, or one broken line that reading passes over. Nothing here may hinder a wait:
where the file cannot be written, nothing is on record, and the log says so once.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs

from skybind.jobs import JobState, Phase, Seen
from skybind.transfers.places import state_dir

__all__ = ["Timelines"]

_STEP = 0.05  # of progress; less is not worth a line
_LONGEST_NAME = 120  # bytes of a file's name
_MOST_READ = 2_000_000  # bytes at the end of a file; some ten thousand states
_LAST = 16_384  # bytes at the end in which the last line begins
_LONGEST_MESSAGE = 1000  # so that a line, in which a character may take six bytes, stays below that
_LOG = logging.getLogger("skybind.timelines")
_TOLD: set[Path | None] = set()  # folders of which the log has said that they cannot be written to


@attrs.define
class Timelines:
    """The record of one service's jobs on this machine.

    Attributes:
        service: Its name.
        folder: Folder of the record of uploads, or None for the user's.
        now: Seconds since 1970.
    """

    service: str
    folder: Path | None = None
    now: Callable[[], float] = time.time
    _last: dict[str, JobState | None] = attrs.field(factory=dict, init=False, repr=False)

    def path(self, job_id: str) -> Path:
        """The file of a job."""
        name = quote(job_id, safe="")
        if len(name) > _LONGEST_NAME or not name.strip("."):
            name = hashlib.sha256(job_id.encode()).hexdigest()
        return (self.folder or state_dir()) / "timelines" / self.service / f"{name}.jsonl"

    def note(self, state: JobState) -> None:
        """Put a state on record, if it says something new."""
        state = attrs.evolve(state, message=state.message[:_LONGEST_MESSAGE])
        try:
            if state.job_id not in self._last:
                self._last[state.job_id] = self._last_of(state.job_id)
            before = self._last[state.job_id]
            if before is not None and not _news(before, state):
                return
            self._last[state.job_id] = state
            self._append(self.path(state.job_id), _line(self.now(), state))
        except OSError as error:
            if self.folder not in _TOLD:
                _TOLD.add(self.folder)
                _LOG.warning("states of jobs are not put on record: %s", error)

    def states(self, job_id: str) -> list[Seen]:
        """What is on record of a job, the oldest first; nothing if there is no record or it cannot be read."""
        try:
            return _read(self.path(job_id), _MOST_READ)
        except OSError:
            return []

    def noting(self, progress: Callable[[JobState], None]) -> Callable[[JobState], None]:
        """A progress callback that puts on record what it is told, and tells the one given."""

        def told(state: JobState) -> None:
            self.note(state)
            progress(state)

        return told

    def _last_of(self, job_id: str) -> JobState | None:
        try:
            seen = _read(self.path(job_id), _LAST)
        except FileNotFoundError:
            return None
        return seen[-1].state if seen else None

    @staticmethod
    def _append(path: Path, line: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(file, line)
        finally:
            os.close(file)


def _news(before: JobState, state: JobState) -> bool:
    if (before.phase, before.native, before.message) != (state.phase, state.native, state.message):
        return True
    if before.progress is None or state.progress is None:
        return before.progress is not state.progress
    return abs(state.progress - before.progress) >= _STEP


def _line(now: float, state: JobState) -> bytes:
    facts = {
        "at": datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds"),
        "job": state.job_id,
        "phase": state.phase.value,
        "native": state.native,
        "progress": state.progress,
        "remaining": state.remaining.total_seconds() if state.remaining is not None else None,
        "message": state.message or None,
    }
    text = json.dumps({key: value for key, value in facts.items() if value is not None}, separators=(",", ":"))
    return f"\n{text}\n".encode()  # a line end before it too: a full disk may have broken off the last line


def _read(path: Path, most: int) -> list[Seen]:
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - most))
        lines = file.read(most).splitlines()
    return [seen for line in lines if line.strip() and (seen := _seen(line)) is not None]


def _seen(line: bytes) -> Seen | None:
    try:
        facts: dict[str, Any] = json.loads(line)
        phase = facts["phase"]
        remaining = facts.get("remaining")
        state = JobState(
            job_id=facts["job"],
            phase=Phase(phase) if phase in set(Phase) else Phase.UNKNOWN,
            native=facts.get("native", ""),
            progress=facts.get("progress"),
            remaining=timedelta(seconds=remaining) if remaining is not None else None,
            message=facts.get("message", ""),
        )
        return Seen(datetime.fromisoformat(facts["at"]), state)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
