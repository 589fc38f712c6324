"""The main job with FlightHub: a folder of photos goes up, the archive of the model comes down and is unpacked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, cast

import attrs

from skybind.cli.display import Display, size
from skybind.cli.flow import Order, carry_out, fetch, stoppable
from skybind.errors import UsageError
from skybind.flighthub import FlightHub, Model
from skybind.flighthub.kinds import Kind, check_kinds, parameters_text
from skybind.jobs import Job
from skybind.tokens import read_token
from skybind.transfers.download import check_target
from skybind.transfers.ledger import Ledger
from skybind.transfers.upload import UploadProgress

__all__ = ["FlightHubWork"]


class FlightHubWork:
    """See :class:`skybind.cli.flow.Work`."""

    name: ClassVar[str] = "flighthub"
    takes: ClassVar[frozenset[str]] = frozenset({"out", "again"})
    refusals: ClassVar[Mapping[str, str]] = {}

    def __init__(self, flighthub: FlightHub) -> None:
        self._flighthub = flighthub

    @staticmethod
    def completed(order: Order) -> Order:
        """The order with its settings as JSON text. Which settings there are is not public, so all are passed on.

        Raises:
            UsageError: a kind that there is not.
        """
        (kind,) = check_kinds([order.kind or "3d"])
        return attrs.evolve(order, kind=kind, request=parameters_text(order.settings))

    def begin(self, order: Order, display: Display) -> dict[str, Any]:
        """Upload, and start the job; photos that are safe are not sent again."""
        if order.out is not None:
            check_target(order.out)
        flighthub, folder, kind = self._flighthub, Path(order.source), cast("Kind", order.kind)
        token = flighthub.plan(folder, kind, order.request, out=order.out, name=order.name)
        counters = UploadProgress()

        def told(progress: UploadProgress) -> None:
            nonlocal counters
            counters = progress
            display.upload(progress)

        def safe() -> str:
            return f"{counters.files_before + counters.files_confirmed:,} photos are safe"

        with stoppable(safe, token):
            photos = flighthub.upload(folder, name=order.name, kind=kind, workers=order.workers, progress=told)
        if photos.begun_anew:
            display.note(photos.begun_anew)
        if photos.without_position:
            display.note(f"{photos.without_position} of the photos sent have no GPS position")
        with stoppable(lambda: "the photos are safe; run it again to start the job", token):
            job = flighthub.reconstruct(photos, kind, parameters=order.request, again=order.again)
        return {
            "service": self.name,
            "resource": photos.resource_uuid,
            "photos": photos.files,
            "bytes": photos.bytes,
            "job": job.id,
            "token": job.token,
        }

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
        """A job by token, or by uuid of its model."""
        return self._flighthub.job(token)

    def collect(self, job: Job[Any], order: Order, display: Display) -> dict[str, Any]:
        """Download the archive and unpack it."""
        if order.out is None:
            return {}
        model = self._flighthub.model(job.id)
        with stoppable(lambda: "the model is at the service; what came of its archive is kept", job.token):
            paths = model.download(order.out, workers=order.workers, progress=display.download)
        total = sum(path.stat().st_size for path in paths)
        display.note(f"{len(paths):,} files, {size(total)}, in {order.out}")
        return {"out": str(order.out), "files": len(paths), "model_bytes": total}

    def told(self, result: Mapping[str, Any]) -> str:
        """Where the model is, or how the job stands."""
        where = f"{result['files']:,} files in {result['out']}" if "out" in result else result["state"]
        return f"job {result['job']}: {where}"
