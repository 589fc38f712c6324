"""Answers of a real service, kept as files: ``<service>/<operation>.json``, made by a run and never by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs

from harness.contract.contract import Contract
from harness.contract.masking import Mask
from harness.contract.terms import answer_terms
from harness.contract.tour import Visit, answers_of

__all__ = ["Snapshot", "read", "record"]


@attrs.frozen(kw_only=True)
class Snapshot:
    """What an operation answered.

    Attributes:
        host: who answered. A loopback address shows that it was an emulator.
        recorded: the day, UTC.
        answers: masked.
    """

    service: str
    operation: str
    host: str
    recorded: str
    answers: list[Any]


def record(folder: Path, contract: Contract, visits: Iterable[Visit], *, base_url: str, on: date) -> list[Path]:
    """Write a snapshot for each operation that answered; others are left as they are.

    Returns:
        The files written.
    """
    mask = Mask(contract.readable)
    written = []
    # In the order of the tour, so that the first id that is met is id-1 again the next time.
    for operation, answers in answers_of(list(visits)).items():
        terms = answer_terms(contract.document, contract.operations[operation].node)
        snapshot = Snapshot(
            service=contract.service,
            operation=operation,
            host=urlsplit(base_url).hostname or "",
            recorded=on.isoformat(),
            answers=[mask.masked(answer, terms) for answer in answers],
        )
        file = _file(folder, contract.service, operation)
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(attrs.asdict(snapshot), indent=2, ensure_ascii=False)
        file.write_text(text + "\n", encoding="utf-8")
        written.append(file)
    return written


def read(folder: Path, service: str, operation: str) -> Snapshot | None:
    """The snapshot of an operation, None if none was recorded."""
    file = _file(folder, service, operation)
    return Snapshot(**json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else None


def _file(folder: Path, service: str, operation: str) -> Path:
    return folder / service / f"{operation}.json"
