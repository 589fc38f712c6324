"""Progress for people: bars on a terminal, a plain line now and then elsewhere. All of it on stderr."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Protocol, Self

from skybind.jobs import JobState
from skybind.transfers.download import DownloadProgress
from skybind.transfers.upload import UploadProgress

__all__ = ["Bars", "Display", "Lines", "Silent", "choose", "size"]


def size(count: float) -> str:
    """``11.9 GB``: decimal units, as clouds bill them."""
    for unit in ("B", "kB", "MB", "GB"):
        if abs(count) < 1000:
            return f"{count:.0f} {unit}" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.2f} TB"


def remaining(state: JobState) -> str:
    """``about 21 min left``, if the service says so."""
    if state.remaining is None or state.phase.final:
        return ""
    seconds = state.remaining.total_seconds()
    if seconds < 90:
        return f"about {seconds:.0f} s left"
    return f"about {seconds / 60:.0f} min left" if seconds < 5400 else f"about {seconds / 3600:.1f} h left"


def upload_summary(progress: UploadProgress, things: str = "photos") -> str:
    """What is about to be uploaded."""
    before = (
        "nothing uploaded before"
        if not progress.files_before
        else f"{progress.files_before:,} uploaded before ({size(progress.bytes_before)})"
    )
    return f"{progress.files:,} {things} · {size(progress.bytes)} · {before}"


class Display(Protocol):
    """Where progress goes."""

    def note(self, text: str) -> None: ...
    def upload(self, progress: UploadProgress) -> None: ...
    def job(self, state: JobState) -> None: ...
    def download(self, progress: DownloadProgress) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Silent:
    """Nothing at all."""

    def note(self, text: str) -> None:
        """Say a line."""

    def upload(self, progress: UploadProgress) -> None:
        """Photos on their way."""

    def job(self, state: JobState) -> None:
        """The job's state."""

    def download(self, progress: DownloadProgress) -> None:
        """Files on their way."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return


class Lines(Silent):
    """Plain lines, at most one in ``every`` seconds for a thing that only moves on."""

    def __init__(self, every: float = 10.0, things: str = "photos") -> None:
        self._every = every
        self._things = things
        self._last: dict[str, tuple[float, str]] = {}
        self._summed = False

    def note(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - this is the terminal

    def _line(self, what: str, text: str, *, now: bool = False) -> None:
        at, before = self._last.get(what, (0.0, ""))
        if text != before and (now or time.monotonic() - at >= self._every):
            self._last[what] = (time.monotonic(), text)
            self.note(text)

    def upload(self, progress: UploadProgress) -> None:
        if not self._summed:
            self._summed = True
            self.note(upload_summary(progress, self._things))
        done = progress.files_before + progress.files_confirmed
        moved = size(progress.bytes_before + progress.bytes_moved)
        text = f"upload    {moved} of {size(progress.bytes)} · {done:,} of {progress.files:,} confirmed"
        if progress.retries:
            text += f" · {progress.retries} retries"
        if progress.files_failed:
            text += f" · {progress.files_failed} failed"
        self._line("upload", text, now=done == progress.files)

    def job(self, state: JobState) -> None:
        share = f" · {state.progress:.0%}" if state.progress is not None else ""
        rest = f" · {remaining(state)}" if remaining(state) else ""
        changed = self._last.get("phase", (0.0, ""))[1] != state.native
        self._last["phase"] = (0.0, state.native)
        self._line("job", f"job       {state.job_id} · {state.native}{share}{rest}", now=changed)

    def download(self, progress: DownloadProgress) -> None:
        done = progress.files_before + progress.files_done
        text = f"download  {done:,} of {progress.files:,} files · {size(progress.bytes_before + progress.bytes_moved)}"
        self._line("download", text, now=done == progress.files and done > 0)


class Bars(Silent):
    """One bar for each of the three stages, redrawn at most ten times a second from counters."""

    def __init__(self, things: str = "photos") -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._things = things
        self._console = Console(stderr=True, highlight=False)
        self._progress = Progress(
            TextColumn("{task.description:<9}"),
            BarColumn(bar_width=36),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[text]}"),
            TimeRemainingColumn(compact=True),
            console=self._console,
            refresh_per_second=10,
        )
        self._tasks: dict[str, int] = {}
        self._rate: tuple[float, float] | None = None

    def note(self, text: str) -> None:
        self._progress.console.print(text, markup=False, soft_wrap=True)

    def _bar(self, what: str, total: float, completed: float, text: str) -> None:
        from rich.progress import TaskID

        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total or 1, text="")
        task = TaskID(self._tasks[what])
        self._progress.update(task, total=total or 1, completed=completed if total else 1, text=text)

    def upload(self, progress: UploadProgress) -> None:
        if "upload" not in self._tasks:
            self.note(upload_summary(progress, self._things))
        now = time.monotonic()
        self._rate = self._rate or (now, progress.bytes_moved)
        seconds = now - self._rate[0]
        speed = (progress.bytes_moved - self._rate[1]) / seconds if seconds > 0.5 else 0.0
        moved = progress.bytes_before + progress.bytes_moved
        text = f"{size(moved)} of {size(progress.bytes)}"
        if speed:
            text += f" · {size(speed)}/s · {progress.workers} workers"
        if progress.files_failed:
            text += f" · {progress.files_failed} failed"
        self._bar("upload", progress.bytes, moved, text)
        confirmed = progress.files_before + progress.files_confirmed
        self._bar("confirm", progress.files, confirmed, f"{confirmed:,} of {progress.files:,} {self._things}")

    def job(self, state: JobState) -> None:
        share = 1.0 if state.phase == "done" else state.progress or 0.0
        self._bar("job", 1.0, share, f"{state.native} · {remaining(state)}".rstrip(" ·"))

    def download(self, progress: DownloadProgress) -> None:
        done = progress.files_before + progress.files_done
        moved = progress.bytes_before + progress.bytes_moved
        text = f"{done:,} of {progress.files:,} files · {size(moved)}"
        self._bar("download", progress.files, done, text)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()


def choose(*, quiet: bool = False, things: str = "photos") -> Display:
    """Bars on a terminal, lines elsewhere, nothing if not wanted; ``things`` is what is uploaded."""
    if quiet:
        return Silent()
    return Bars(things) if sys.stderr.isatty() else Lines(things=things)
