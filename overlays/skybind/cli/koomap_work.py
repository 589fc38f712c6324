"""The main job with KooMap: a folder that was imported there becomes a model that stays there.

With control points a person comes in between: after the aerial triangulation they mark points in the photos, and the
same command with their CSV file, or ``skybind resume TOKEN --marks``, goes on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import attrs

from skybind.cli.display import Display
from skybind.cli.flow import Order, fetch, stoppable
from skybind.cli.operations import advice_for
from skybind.errors import ActionNeeded, UsageError
from skybind.jobs import Job, Phase
from skybind.koomap import KooMap, MarkedPoint, Modeling, ModelingType, TaskJob, read_marks
from skybind.transfers.ledger import JobRecord, Ledger, flight_key
from skybind_clients.koomap.models import Real3DTask, Real3DTaskType, SatelliteTask

__all__ = ["KooMapWork"]

_WORKSPACE = "skybind"


@attrs.frozen
class _Request:
    """What KooMap is asked for."""

    workspace: str
    model: ModelingType
    modeling: Modeling | None
    controlled: bool
    marks: list[MarkedPoint]


class KooMapWork:
    """See :class:`skybind.cli.flow.Work`."""

    name: ClassVar[str] = "koomap"
    takes: ClassVar[frozenset[str]] = frozenset({"workspace", "model", "marks", "controlled"})
    refusals: ClassVar[Mapping[str, str]] = {
        "out": "Its API has no download: the model stays at the service, and the console has its files.",
        "again": "The same folder and parameters are one task; give another --name for another.",
    }

    def __init__(self, koomap: KooMap) -> None:
        self._koomap = koomap

    @staticmethod
    def completed(order: Order) -> Order:
        """The order with what KooMap is asked for; the file of mark points is read."""
        if order.kind not in {None, "3d"}:
            raise UsageError(f"koomap makes no {order.kind} of oblique photos", advice="Its kind is 3d.")
        if Path(order.source).exists():
            raise UsageError(
                f"{order.source} is a folder or file of this machine, and KooMap's API takes no photos",
                advice="Import them in the console or with Huawei's own client, and give the code of the folder "
                "there; skybind koomap folders lists them.",
            )
        request = _Request(
            workspace=order.workspace or _WORKSPACE,
            model=_model_of(order.model),
            modeling=_modeling_of(order.settings),
            controlled=order.controlled or order.marks is not None,
            marks=read_marks(order.marks) if order.marks is not None else [],
        )
        return attrs.evolve(order, kind="3d", request=request)

    def begin(self, order: Order, display: Display) -> dict[str, Any]:
        """Make sure that there is the task, and that it runs, up to where a person must act."""
        request: _Request = order.request
        job = self._koomap.prepare(
            order.source,
            workspace=request.workspace,
            model=request.model,
            controlled=request.controlled,
            modeling=request.modeling,
            name=order.name or "",
        )
        _put_on_record(job, order)
        result = {"service": self.name, "folder": order.source, "job": job.id, "token": job.token}
        with stoppable(lambda: "the task goes on at the service", job.token):
            self._bring_under_way(job, request.marks, order, display, controlled=request.controlled)
        return result

    def _bring_under_way(
        self, job: TaskJob, marks: list[MarkedPoint], order: Order, display: Display, *, controlled: bool
    ) -> None:
        if controlled:
            self._with_marks(job, marks, order, display)
        elif job.status().phase not in {Phase.QUEUED, Phase.RUNNING, Phase.DONE}:
            job.start()

    def _with_marks(self, job: TaskJob, marks: list[MarkedPoint], order: Order, display: Display) -> None:
        """Bring a controlled task under way: triangulated, marked, started.

        Raises:
            ActionNeeded: it is triangulated, and there are no marks.
        """
        state = job.status()
        if state.phase in {Phase.CREATED, Phase.FAILED, Phase.STOPPED}:
            job.start(triangulation_only=True)
        if not order.wait and state.phase is not Phase.HELD:
            return
        if state.phase is not Phase.DONE:
            state = job.wait(order.seconds, progress=display.job)
        if state.phase is not Phase.HELD:
            if marks:
                display.note("the task has its model; the marks are not needed any more")
            return
        if not marks:
            raise ActionNeeded(
                f"task {job.id} has its aerial triangulation, and no control points yet",
                advice="Mark control points in the photos, write them to a CSV file, and add --marks FILE.",
            )
        display.note(f"marking {len(marks):,} points, and writing the marker file")
        self._koomap.mark(job, marks)
        job.start()

    def resume(self, token: str, order: Order, display: Display) -> dict[str, Any]:
        """Go on with a task; with marks, also with one that waits for them.

        A task that failed or was stopped is not started again without marks: that is another run, and may cost.
        """
        marks = read_marks(order.marks) if order.marks is not None else []
        job = self.job(token)
        with stoppable(lambda: "the task goes on at the service", job.token):
            if marks or job.status().phase not in {Phase.FAILED, Phase.STOPPED}:
                controlled = bool(marks) or _is_controlled(job)
                self._bring_under_way(job, marks, order, display, controlled=controlled)
        return {"service": self.name, **fetch(self, token, order, display)}

    def job(self, token: str) -> TaskJob:
        """A task by its token."""
        return self._koomap.job(token)

    def collect(self, job: Job[Any], order: Order, display: Display) -> dict[str, Any]:  # noqa: ARG002 - no download
        """What the task has made: a product, and how many files of each type it consists of."""
        model = job.result()
        if isinstance(model.made, SatelliteTask):
            return {}
        files = dict(Counter(file.kind for file in model.files()))
        return {"product": str(model.made.id), "product_name": str(model.made.name), "files": files}

    def told(self, result: Mapping[str, Any]) -> str:
        """How the task stands, and what it made."""
        lines = [f"job {result['job']}: {result['state']}"]
        if "product" in result:
            lines.append(f"product {result['product']} {result['product_name']}")
            lines += [f"  {kind}: {count:,} file{'s' if count != 1 else ''}" for kind, count in result["files"].items()]
        return "\n".join(lines)


def _is_controlled(job: TaskJob) -> bool:
    task = job.task()
    return isinstance(task, Real3DTask) and task.task_type == Real3DTaskType.CONTROLLED


def _model_of(word: str | None) -> ModelingType:
    known = {member.value.casefold(): member for member in ModelingType}
    if (word or "mesh").casefold() not in known:
        words = [member.value for member in ModelingType]
        raise UsageError(f"--model is {word!r}", advice=f"Say {' or '.join(words)}.")
    return known[(word or "mesh").casefold()]


def _modeling_of(settings: Mapping[str, Any]) -> Modeling | None:
    names = [field.name for field in attrs.fields(Modeling)]
    for name in settings:
        if name not in names:
            raise UsageError(f"KooMap has no parameter {name!r}", advice=advice_for(name, names))
    return Modeling(**settings) if settings else None


def _put_on_record(job: TaskJob, order: Order) -> None:
    """Have ``skybind status --all`` know the task. What it is about is at the service, where its token finds it."""
    key = flight_key("koomap", job.ref.workspace, "", job.ref.task)
    request: _Request = order.request
    facts = {"workspace": request.workspace, "model": request.model.value, "controlled": request.controlled}
    with Ledger() as ledger:
        ledger.flight(key, "koomap", order.source)
        name = order.name or f"{order.source} {request.model.value}"
        ledger.intend_job(JobRecord(key, job.ref.task[:20], "3d", json.dumps(facts), None, job.token, name))
