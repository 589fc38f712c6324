"""The main job with Altizure: a folder of photos becomes a project, whose task makes a model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import attrs

from skybind.altizure import Altizure, Model
from skybind.cli.display import Display, size
from skybind.cli.flow import Order, carry_out, fetch, stoppable
from skybind.errors import UsageError
from skybind.jobs import Job
from skybind.tokens import read_token
from skybind.transfers.download import check_target
from skybind.transfers.ledger import Ledger
from skybind.transfers.upload import UploadProgress
from skybind_clients.altizure.models.enums import ProjectType, ProjectVisibility, TaskType

__all__ = ["AltizureWork"]

#: What ``--set`` takes, with the words that are known.
_SETTINGS: Mapping[str, frozenset[str]] = {
    "project_type": frozenset(ProjectType),
    "visibility": frozenset(ProjectVisibility),
    "task_type": frozenset(TaskType),
    "cloud": frozenset({"OSS", "S3", "MINIO"}),
}
_PRO = ProjectType.PRO.value


class AltizureWork:
    """See :class:`skybind.cli.flow.Work`."""

    name: ClassVar[str] = "altizure"
    takes: ClassVar[frozenset[str]] = frozenset({"out", "again"})
    refusals: ClassVar[Mapping[str, str]] = {}

    def __init__(self, altizure: Altizure) -> None:
        self._altizure = altizure

    @staticmethod
    def completed(order: Order) -> Order:
        """The order with its settings as JSON text.

        Raises:
            UsageError: a kind or a setting that there is not; or a download that a free project has not.
        """
        kind, settings = order.kind or "3d", dict(order.settings)
        if kind != "3d":
            raise UsageError(f"altizure makes no {kind}", advice="Its kind is 3d.")
        for name, value in settings.items():
            if name not in _SETTINGS:
                raise UsageError(f"altizure has no setting {name!r}", advice=f"Settings are: {', '.join(_SETTINGS)}.")
            if value not in _SETTINGS[name]:
                raise UsageError(f"{name} is {value!r}", advice=f"Say {' or '.join(sorted(_SETTINGS[name]))}.")
        if order.out is not None and settings.setdefault("project_type", _PRO) != _PRO:
            raise UsageError("a free project has no downloads", advice="Leave --out out, or set project_type=pro.")
        return attrs.evolve(order, kind=kind, request=json.dumps(settings, sort_keys=True))

    def begin(self, order: Order, display: Display) -> dict[str, Any]:
        """Upload, and start the task; photos that are safe are not sent again."""
        if order.out is not None:
            check_target(order.out)
        settings = json.loads(order.request)
        task_type = settings.pop("task_type", None)
        counters = UploadProgress()

        def told(progress: UploadProgress) -> None:
            nonlocal counters
            counters = progress
            display.upload(progress)

        try:
            photos = self._altizure.upload(
                Path(order.source), name=order.name, workers=order.workers, progress=told, **settings
            )
        except KeyboardInterrupt:
            safe = counters.files_before + counters.files_confirmed
            display.note(f"{safe:,} photos are safe; run the same command again to go on")
            raise
        if photos.without_position:
            display.note(f"{photos.without_position} of the photos sent have no GPS position")
        job = self._altizure.reconstruct(photos, task_type=task_type, again=order.again)
        return {
            "service": self.name,
            "project": photos.project_id,
            "photos": photos.files,
            "bytes": photos.bytes,
            "job": job.id,
            "token": job.token,
        }

    def resume(self, token: str, order: Order, display: Display) -> dict[str, Any]:
        """Go on with an upload on this machine, or with a task.

        Raises:
            UsageError: the token is of an upload that was begun elsewhere.
        """
        content = read_token(token, self.name)
        if "j" in content:
            return fetch(self, token, order, display)
        with Ledger() as ledger:
            flight = ledger.find_flight(content.get("f", ""))
        if flight is None:
            raise UsageError(
                "nothing is on record for this token on this machine",
                advice="Uploads are resumed where they were begun; or run the reconstruct command again.",
            )
        return carry_out(self, self.completed(attrs.evolve(order, source=flight.folder)), display)

    def job(self, token: str) -> Job[Model]:
        """A task by the token of its project, or by the project's id."""
        return self._altizure.job(token)

    def collect(self, job: Job[Any], order: Order, display: Display) -> dict[str, Any]:
        """Download the model; only pro projects have files."""
        if order.out is None:
            return {}
        model = self._altizure.model(job.id)
        with stoppable(lambda: "the model is at the service; files in place are kept", job.token):
            paths = model.download(order.out, workers=order.workers, progress=display.download)
        total = sum(path.stat().st_size for path in paths)
        display.note(f"{len(paths):,} files, {size(total)}, in {order.out}")
        return {"out": str(order.out), "files": len(paths), "model_bytes": total}

    def told(self, result: Mapping[str, Any]) -> str:
        """Where the model is, or how the task stands."""
        where = f"{result['files']:,} files in {result['out']}" if "out" in result else result["state"]
        return f"project {result['job']}: {where}"
