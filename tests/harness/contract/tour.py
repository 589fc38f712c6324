"""A tour of a service: one valid call after another, each of which must succeed and keep to the specification."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from harness.contract.contract import Found, Known, Step
from harness.contract.stage import Stage

__all__ = ["Visit", "answers_of", "take_tour"]


@attrs.frozen
class Visit:
    """What came of a step.

    Attributes:
        operation: operationId.
        answer: JSON of the answer, None if the step was not taken.
        excuse: why it was not taken.
    """

    operation: str
    answer: Any = attrs.field(default=None, repr=False)
    excuse: str | None = None


class _NothingThere(LookupError):
    """Neither an earlier answer nor the account holds what a step needs."""


def take_tour(stage: Stage) -> list[Visit]:
    """Take all steps. One that fails does not keep the others from being taken: some of them clean up.

    Raises:
        BaseExceptionGroup: steps failed.
    """
    visits: list[Visit] = []
    failures: list[BaseException] = []
    for step in stage.contract.tour:
        try:
            visits.append(_visit(stage, step, answers_of(visits)))
        except (Exception, BaseExceptionGroup) as failure:  # schemathesis' own failures are no plain exceptions
            failure.add_note(f"in step {step.operation} of the tour")
            failures.append(failure)
    if failures:
        raise BaseExceptionGroup(f"the tour of {stage.contract.service} failed", failures)
    return visits


def answers_of(visits: list[Visit]) -> dict[str, list[Any]]:
    """All answers, by operation."""
    answers: dict[str, list[Any]] = {}
    for visit in visits:
        if visit.excuse is None:
            answers.setdefault(visit.operation, []).append(visit.answer)
    return answers


def _visit(stage: Stage, step: Step, answers: Mapping[str, list[Any]]) -> Visit:
    if reason := stage.refrains(step.operation):
        return Visit(step.operation, excuse=reason)
    try:
        arguments = _filled(
            {"path_parameters": step.path, "query": step.query, "headers": step.headers, "body": step.body},
            answers,
            stage.world.known,
        )
    except _NothingThere as nothing:
        return Visit(step.operation, excuse=f"the account has nothing to call it with: {nothing}")
    label = stage.contract.operations[step.operation].label
    case = stage.schema.find_operation_by_label(label).Case(**{k: v for k, v in arguments.items() if v is not None})
    response = stage.send(case, auth=stage.world.sign)  # only cases that are made up come with a signature
    assert stage.contract.succeeded(response), f"{step.operation} was refused with {response.status_code}"
    return Visit(step.operation, response.json() if response.content else None)


def _filled(value: Any, answers: Mapping[str, list[Any]], known: Mapping[str, Any]) -> Any:
    """The value with each ``Found`` and ``Known`` replaced by what it stands for."""
    if isinstance(value, Mapping):
        return {name: _filled(item, answers, known) for name, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, answers, known) for item in value]
    if isinstance(value, Known):
        if value.name not in known:
            raise _NothingThere(value.name)
        return known[value.name]
    if not isinstance(value, Found):
        return value
    if value.operation not in answers:
        raise _NothingThere(value.operation)
    found: Any = answers[value.operation][0]
    for part in value.pointer.split("/")[1:]:
        try:
            found = found[int(part)] if isinstance(found, list) else found[part]
        except (KeyError, IndexError):
            raise _NothingThere(f"{value.operation} {value.pointer}") from None
    return found
