"""The main job as the command line does it: folder in, model out, and on again from wherever it broke off."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs

from skybind.cli.display import Display, size
from skybind.errors import JobLimit, SkybindError
from skybind.terra import Model, Terra
from skybind.terra.parameters import parameters_from_text
from skybind.transfers.download import check_target
from skybind.transfers.upload import UploadProgress

__all__ = ["Order", "Stopped", "carry_out", "fetch"]


@attrs.frozen
class Order:
    """What was asked for.

    Attributes:
        folder: The photos.
        kind: ``2d``, ``3d``, ``lidar``.
        text: Parameters, as the service wants them.
        out: Where the model goes; None leaves it at the service.
        name: Name at the service, or None for the folder's.
        workers: Files on their way at a time.
        seconds: For the wait, or None.
        wait: Whether to wait at all.
        wait_for_slot: Whether to wait while the account has too many unfinished jobs.
        again: Whether to make another job even if there is one.
    """

    folder: Path
    kind: str
    text: str
    out: Path | None = None
    name: str | None = None
    workers: int = 8
    seconds: float | None = None
    wait: bool = True
    wait_for_slot: bool = False
    again: bool = False


class Stopped(SkybindError):
    """Ctrl-C; the message says what is safe."""


@contextlib.contextmanager
def _stoppable(said: Callable[[], str], token: str) -> Iterator[None]:
    """Have whatever ends this stage carry the token that goes on with it."""
    try:
        yield
    except KeyboardInterrupt:
        raise Stopped(said(), token=token) from None
    except SkybindError as error:
        error.token = token
        raise


class _Seen:
    """Remembers the last counters, for the message after Ctrl-C."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self.progress = UploadProgress()

    def __call__(self, progress: UploadProgress) -> None:
        self.progress = progress
        self._display.upload(progress)

    def safe(self) -> str:
        safe = self.progress.files_before + self.progress.files_confirmed
        return f"{safe:,} photos are safe"


def carry_out(terra: Terra, order: Order, display: Display) -> dict[str, Any]:
    """Upload, reconstruct, wait, download; every stage goes on where an earlier run left it.

    Returns:
        What came of it, for ``--json``.

    Raises:
        Stopped: Ctrl-C; its token goes on.
        SkybindError: as the stages raise it; its token goes on.
    """
    if order.out is not None:
        check_target(order.out)
    token = terra.plan(order.folder, order.kind, order.text, out=order.out, name=order.name)
    seen = _Seen(display)
    with _stoppable(seen.safe, token):
        photos = terra.upload(order.folder, name=order.name, workers=order.workers, progress=seen)
    if photos.without_position:
        display.note(f"{photos.without_position} of the photos sent have no GPS position")
    with _stoppable(lambda: "the photos are safe; run it again to start the job", token):
        job = _started(terra, order, photos, display)
    result: dict[str, Any] = {
        "service": terra.name,
        "resource": photos.resource_uuid,
        "photos": photos.files,
        "bytes": photos.bytes,
        "job": job.id,
        "token": job.token,
    }
    if not order.wait:
        display.note(f"started job {job.id}\nask with: skybind status {job.token}")
        return {**result, "state": job.status().phase.value}
    return {**result, **fetch(terra, job.token, order, display)}


def _started(terra: Terra, order: Order, photos: Any, display: Display) -> Any:
    parameters, area, export = parameters_from_text(order.kind, order.text)
    said = False
    while True:
        try:
            return terra.reconstruct(
                photos,
                order.kind,  # type: ignore[arg-type] # checked by parameters_from_text
                parameters=parameters,
                area_of_interest=area,
                export=export,
                name=order.name,
                again=order.again,
            )
        except JobLimit as limit:
            if not order.wait_for_slot:
                raise
            if not said:
                display.note(f"{limit.message}; waiting for one to end")
                said = True
            time.sleep(15.0)


def fetch(terra: Terra, token: str, order: Order, display: Display) -> dict[str, Any]:
    """Wait for a job and download what it made."""
    job = terra.job(token)
    with _stoppable(lambda: "the job goes on at the service", job.token):
        timeout = timedelta(seconds=order.seconds) if order.seconds is not None else None
        state = job.wait(timeout, progress=display.job)
    result: dict[str, Any] = {"job": job.id, "token": job.token, "state": state.phase.value}
    if order.out is None:
        return result
    model: Model = terra.model(job.id)
    with _stoppable(lambda: "the model is at the service; files in place are kept", job.token):
        paths = model.download(order.out, workers=order.workers, progress=display.download)
    total = sum(path.stat().st_size for path in paths)
    display.note(f"{len(paths):,} files, {size(total)}, checked, in {order.out}")
    return {**result, "out": str(order.out), "files": len(paths), "model_bytes": total}
