"""Reconstructions at FlightHub: started once whatever happens to answers, and how they stand.

A start has no key of ours and no name, and finished models are listed nowhere. So the models that run are looked at
before each start; after a lost answer, what runs of the same resource and kind and did not run before is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from skybind.errors import (
    AnswerLost,
    NotFound,
    OutcomeUnknown,
    ServerError,
    SkybindError,
    Throttled,
)
from skybind.flighthub.kinds import KINDS, Kind
from skybind.jobs import JobState, Phase
from skybind.steps import Workflow, ask, pause
from skybind_clients.flighthub.facade import FlighthubGroups
from skybind_clients.flighthub.models import Model, ModelStatus, Resource, StartedModel, StartedModels, ZipStatus
from skybind_clients.runtime import UNSET, Unset

__all__ = ["STATES_A_ROUND", "StartRequest", "started_models", "state_of", "states_of"]

STATES_A_ROUND = 1000  # jobs that one question about those that run answers for
_TRIES = 4
_ENDED = {Phase.FAILED, Phase.STOPPED}

_PHASES = {
    ModelStatus.ASKING_FOR_COMPUTE: Phase.QUEUED,
    ModelStatus.RECONSTRUCTING: Phase.RUNNING,
    ModelStatus.COMPUTE_REFUSED: Phase.FAILED,
    ModelStatus.MAPPING_FAILED: Phase.FAILED,
    ModelStatus.CANCELLED: Phase.STOPPED,
}
_MADE = {ModelStatus.RECONSTRUCTED, ModelStatus.MAPPING_DONE}
_WORDS = {
    ModelStatus.COMPUTE_REFUSED: "no compute was given",
    ModelStatus.MAPPING_FAILED: "mapping failed",
}


@attrs.frozen
class StartRequest:
    """Reconstructions that are wanted of one resource.

    Attributes:
        resource: Its uuid.
        texts: JSON text by kind.
        delete_resource: Whether the resource is deleted once all have ended.
    """

    resource: str
    texts: Mapping[Kind, str]
    delete_resource: bool = False


# ------------------------------------------------------------------------------------------------------------- states


def _phase(model: Model) -> Phase:
    """Where a model stands. Which of 9 and 15 is final is not known; it is done when its archive is (inferred)."""
    if model.model_status not in _MADE:
        return _PHASES.get(model.model_status, Phase.UNKNOWN)
    if model.zip_status is ZipStatus.FINISHED:
        return Phase.DONE
    if model.zip_status is ZipStatus.FAILED:
        return Phase.FAILED
    return Phase.RUNNING


def state_of(model: Model) -> JobState:
    """The common view of a model. Its progress is that of the reconstruction; ``native`` has that of the archive."""
    phase = _phase(model)
    status, archive = model.model_status, model.zip_status
    native = f"{status.name.lower()} ({status.value})"
    if status in _MADE and not isinstance(archive, Unset):
        share = f", {model.zip_progress} %" if isinstance(model.zip_progress, int) else ""
        native += f", archive {archive.name.lower()} ({archive.value}{share})"
    words = []
    if phase is Phase.FAILED:
        words.append(_WORDS.get(status, "the archive could not be written"))
    if isinstance(model.error_code, int) and model.error_code:
        words.append(f"error code {model.error_code}")
    return JobState(
        job_id=model.model_uuid,
        phase=phase,
        native=native,
        progress=model.reconstruction_progress / 100 if isinstance(model.reconstruction_progress, int) else None,
        message=", ".join(words),
    )


def _get(uuid: str) -> Callable[[FlighthubGroups], Model]:
    return lambda api: api.models.get(uuid)


def _resource(uuid: str) -> Callable[[FlighthubGroups], Resource]:
    return lambda api: api.resources.get(uuid)


def _listed(api: FlighthubGroups) -> list[Model] | None:
    return api.models.running()


def _running() -> Workflow[list[Model]]:
    """The models that run. Not every region has every call; where this one is missing, none are known."""
    try:
        return (yield from ask(_listed)) or []
    except NotFound:
        return []


def states_of(uuids: Sequence[str]) -> Workflow[dict[str, JobState | SkybindError]]:
    """The states of many models: one question for those that run, one each for the others."""
    try:
        running = {model.model_uuid: model for model in (yield from _running())}
    except SkybindError as error:
        return dict.fromkeys(uuids, error)
    found: dict[str, JobState | SkybindError] = {}
    for uuid in uuids:
        try:
            found[uuid] = state_of(running[uuid] if uuid in running else (yield from ask(_get(uuid))))
        except SkybindError as error:
            found[uuid] = error
    return found


# -------------------------------------------------------------------------------------------------------------- start


def _usable(uuid: str, resource: str) -> Workflow[bool]:
    """Whether a model on record is there, of this resource, and not given up."""
    try:
        model = yield from ask(_get(uuid))
    except NotFound:
        return False
    return state_of(model).phase not in _ENDED and model.resource_uuid in {UNSET, "", resource}


def _that_run(request: StartRequest, not_these: Iterable[str]) -> Workflow[dict[Kind, str]]:
    """Models of the resource that run, the first of each wanted kind, without some."""
    passed = set(not_these)
    found: dict[Kind, str] = {}
    for model in (yield from _running()):
        for kind in request.texts:
            ours = model.resource_uuid == request.resource and model.model_type == KINDS[kind]
            if ours and model.model_uuid not in passed and state_of(model).phase not in _ENDED:
                found.setdefault(kind, model.model_uuid)
    return found


def _start(request: StartRequest) -> Callable[[FlighthubGroups], StartedModels]:
    def start(api: FlighthubGroups) -> StartedModels:
        texts = request.texts
        return api.reconstructions.start(
            resource_uuid=request.resource,
            parameter_2d=texts.get("2d", UNSET),
            parameter_3d=texts.get("3d", UNSET),
            parameter_3dgs=texts.get("3dgs", UNSET),
            parameter_lidar=texts.get("lidar", UNSET),
            delete_resource_if_finish=True if request.delete_resource else UNSET,
        )

    return start


def _by_kind(answer: StartedModels) -> dict[Kind, StartedModel]:
    given: dict[Kind, StartedModel | Unset] = {
        "2d": answer.model_2d,
        "3d": answer.model_3d,
        "3dgs": answer.model_3dgs,
        "lidar": answer.model_lidar,
    }
    return {kind: started for kind, started in given.items() if not isinstance(started, Unset)}


def _started_once(request: StartRequest, others: set[str]) -> Workflow[dict[Kind, str]]:
    """Start what is wanted, with one call that is never repeated blindly."""
    before = {model.model_uuid for model in (yield from _running())}
    throttled: Throttled | None = None
    for attempt in range(_TRIES):
        if throttled is not None:  # refused before it did anything
            yield from pause(throttled.retry_after or 0.5 * 2**attempt)
        try:
            answer = _by_kind((yield from ask(_start(request))))
        except Throttled as error:
            throttled = error
        except (OutcomeUnknown, AnswerLost, ServerError) as error:
            return (yield from _what_became(request, before | others, error))
        else:
            refused = {kind: answer.get(kind) for kind in request.texts if kind not in answer or not answer[kind].uuid}
            if refused:
                raise _not_started(refused, answer)
            return {kind: answer[kind].uuid for kind in request.texts}
    assert throttled is not None
    raise throttled


def _not_started(refused: Mapping[Kind, StartedModel | None], answer: Mapping[Kind, StartedModel]) -> SkybindError:
    """Some kinds got no model. Those that did are named: they run, and are paid for."""
    codes = ", ".join(
        f"{kind} (code {started.sub_error_code})"
        if started is not None and not isinstance(started.sub_error_code, Unset)
        else kind
        for kind, started in refused.items()
    )
    running = ", ".join(f"{kind} as {started.uuid}" for kind, started in answer.items() if started.uuid)
    return ReconstructionRefused(
        f"FlightHub did not start {codes}" + (f"; it started {running}" if running else ""),
        started={kind: started.uuid for kind, started in answer.items() if started.uuid},
    )


class ReconstructionRefused(SkybindError):
    """FlightHub answered a start, and made no model for some of the kinds.

    Attributes:
        started: Uuids of the models that it did make, by kind.
    """

    def __init__(self, message: str, *, started: Mapping[Kind, str]) -> None:
        super().__init__(message, advice="The codes are not public; ask DJI, or look at the project in FlightHub.")
        self.started = dict(started)


def _what_became(request: StartRequest, known: set[str], trouble: SkybindError) -> Workflow[dict[Kind, str]]:
    """Look for what a start has made whose answer is lost."""
    found: dict[Kind, str] = {}
    for attempt in range(1, _TRIES):
        yield from pause(0.5 * 2**attempt)
        try:
            found = yield from _that_run(request, known)
        except SkybindError:  # the line is bad, as it was a moment ago; what ends this is `trouble`
            continue
        if set(found) == set(request.texts):
            return found
    resource = f"Resource {request.resource}"
    try:
        yield from ask(_resource(request.resource))
    except SkybindError:
        resource += " cannot be read either"
    else:
        resource += " is still there"
    listed = ", ".join(f"{kind} as {uuid}" for kind, uuid in found.items()) or "no new model of it is listed as running"
    trouble.advice = (
        f"{resource}, and {listed}. Reconstruct again: models that run by then are found, and what does not run is "
        "started."
    )
    raise trouble


def started_models(
    request: StartRequest,
    known: Mapping[Kind, str],
    interrupted: Iterable[Kind],
    others: Iterable[str],
    note: Callable[[Kind, str], None],
) -> Workflow[dict[Kind, str]]:
    """Make sure that the wanted models exist or are being made; returns their uuids.

    Args:
        request: What is wanted.
        known: Uuids on record, of kinds that were asked for before.
        interrupted: Kinds that were asked for before and have no uuid on record: an answer was lost, or a process died.
        others: Uuids on record of other requests, which must not be taken for these.
        note: Told each uuid, so that it can be put on record.

    Raises:
        ReconstructionRefused: some kinds got no model; those that did are on record.
        OutcomeUnknown: the answer was lost, and no new model is listed.
        SkybindError: the service refuses.
    """
    taken = set(others)
    found: dict[Kind, str] = {}
    for kind, uuid in known.items():
        if (yield from _usable(uuid, request.resource)):
            found[kind] = uuid
        taken.add(uuid)
    lost = {kind: text for kind, text in request.texts.items() if kind in set(interrupted)}
    if lost:
        adopted = yield from _that_run(attrs.evolve(request, texts=lost), taken)
        for kind, uuid in adopted.items():
            note(kind, uuid)
        found |= adopted
    missing = {kind: text for kind, text in request.texts.items() if kind not in found}
    if missing:
        try:
            started = yield from _started_once(attrs.evolve(request, texts=missing), taken | set(found.values()))
        except ReconstructionRefused as refusal:
            for kind, uuid in refusal.started.items():
                note(kind, uuid)
            raise
        for kind, uuid in started.items():
            note(kind, uuid)
        found |= started
    return {kind: found[kind] for kind in request.texts}
