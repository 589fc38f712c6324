"""The main job with TerraAPI: a folder of photos goes up, the model comes down."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import attrs

from skybind.cli.display import Display, size
from skybind.cli.flow import Order, carry_out, fetch, stoppable
from skybind.errors import JobLimit, UsageError
from skybind.jobs import Job
from skybind.terra import Model, Terra
from skybind.terra.parameters import parameters_from_text, parameters_text
from skybind.tokens import read_token
from skybind.transfers.download import check_target
from skybind.transfers.ledger import Ledger
from skybind.transfers.upload import UploadProgress

__all__ = ["TerraWork"]

_SLOT_SECONDS = 15.0  # between two tries while the account has too many unfinished jobs


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


class TerraWork:
    """See :class:`skybind.cli.flow.Work`."""

    name: ClassVar[str] = "terra"
    takes: ClassVar[frozenset[str]] = frozenset({"out", "wait_for_slot", "again"})
    refusals: ClassVar[Mapping[str, str]] = {}

    def __init__(self, terra: Terra) -> None:
        self._terra = terra

    @staticmethod
    def completed(order: Order) -> Order:
        """The order with its parameters as JSON text."""
        kind, settings = order.kind or "3d", dict(order.settings)
        if kind == "2d":
            settings.setdefault("map_mode", 1)
        parameters, _, _ = parameters_from_text(kind, json.dumps({"parameter": settings}))
        return attrs.evolve(order, kind=kind, request=parameters_text(kind, parameters))

    def begin(self, order: Order, display: Display) -> dict[str, Any]:
        """Upload, and start the job; photos that are safe are not sent again."""
        if order.out is not None:
            check_target(order.out)
        terra, folder = self._terra, Path(order.source)
        token = terra.plan(folder, str(order.kind), order.request, out=order.out, name=order.name)
        seen = _Seen(display)
        with stoppable(seen.safe, token):
            photos = terra.upload(
                folder,
                name=order.name,
                kind=order.kind,  # type: ignore[arg-type] # checked by parameters_from_text
                workers=order.workers,
                progress=seen,
            )
        if photos.without_position:
            display.note(f"{photos.without_position} of the photos sent have no GPS position")
        with stoppable(lambda: "the photos are safe; run it again to start the job", token):
            job = self._started(order, photos, display)
        return {
            "service": self.name,
            "resource": photos.resource_uuid,
            "photos": photos.files,
            "bytes": photos.bytes,
            "job": job.id,
            "token": job.token,
        }

    def _started(self, order: Order, photos: Any, display: Display) -> Job[Model]:
        parameters, area, export = parameters_from_text(str(order.kind), order.request)
        said = False
        while True:
            try:
                return self._terra.reconstruct(
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
                time.sleep(_SLOT_SECONDS)

    def resume(self, token: str, order: Order, display: Display) -> dict[str, Any]:
        """Go on with an upload on this machine, or with a job.

        Raises:
            UsageError: the token is of an upload that was begun elsewhere.
        """
        content = read_token(token, self.name)
        with Ledger() as ledger:
            flight = ledger.find_flight(content["f"]) if "f" in content else None
            records = ledger.jobs(self.name, content["f"]) if flight else []
            known = ledger.job(content["j"]) if "j" in content else None
        if "j" in content:
            out = order.out or (Path(known.out) if known and known.out else None)
            return fetch(self, token, attrs.evolve(order, out=out), display)
        if not flight or not records:
            raise UsageError(
                "nothing is on record for this token on this machine",
                advice="Uploads are resumed where they were begun; or run the reconstruct command again.",
            )
        record = records[0]
        begun = attrs.evolve(
            order,
            source=flight.folder,
            kind=record.kind,
            request=record.request,
            out=order.out or (Path(record.out) if record.out else None),
            name=record.name,
        )
        return carry_out(self, begun, display)

    def job(self, token: str) -> Job[Model]:
        """A job by token or uuid."""
        return self._terra.job(token)

    def collect(self, job: Job[Any], order: Order, display: Display) -> dict[str, Any]:
        """Download the model."""
        if order.out is None:
            return {}
        model = self._terra.model(job.id)
        with stoppable(lambda: "the model is at the service; files in place are kept", job.token):
            paths = model.download(order.out, workers=order.workers, progress=display.download)
        total = sum(path.stat().st_size for path in paths)
        display.note(f"{len(paths):,} files, {size(total)}, checked, in {order.out}")
        return {"out": str(order.out), "files": len(paths), "model_bytes": total}

    def told(self, result: Mapping[str, Any]) -> str:
        """Where the model is, or how the job stands."""
        where = f"{result['files']:,} files in {result['out']}" if "out" in result else result["state"]
        return f"job {result['job']}: {where}"
