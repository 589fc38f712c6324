"""What the documents say: tables, codes, contradictions and examples of the manual, as `tests/data/koomap` has them."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data" / "koomap"


@dataclass(frozen=True, eq=False)
class Row:
    """One row of a table.

    Attributes:
        operation: operationId.
        table: Number of the table, for example `4-25`.
        part: `request`, or the status whose answer the table describes.
        place: `path`, `query`, `header`, `form`, `body`, or `object` for a table of an object's fields.
        object: The object's name; empty elsewhere.
        facts: `name`, `type` and the rest, as documented.
    """

    operation: str
    section: str
    table: str
    part: str
    place: str
    object: str
    facts: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Name of the parameter or field."""
        return str(self.facts["name"])

    @property
    def kind(self) -> str:
        """The object that the row's value is, or is a list of; empty if it is none."""
        match = re.fullmatch(r"(?:Array of )?(\w+) objects?", str(self.facts["type"]))
        return match[1] if match else ""

    @property
    def is_credential(self) -> bool:
        """Whether the row is a request header that a security scheme stands for."""
        return self.part == "request" and self.place == "header" and self.name in ("X-Auth-Token", "Authorization")

    def __str__(self) -> str:
        where = f"{self.part} {self.object or self.place}"
        return f"{self.section} {self.operation}, table {self.table}, {where}: {self.name}"


@dataclass(frozen=True)
class Operation:
    """One operation of the manual.

    Attributes:
        body: `none`, `object`, `form`, `empty object`, or `nothing said`.
        answers_true: Whether the answer has no table and is a bare `true` (in the example, or in those of its kin).
    """

    id: str
    section: str
    method: str
    path: str
    auth: tuple[str, ...]
    body: str
    answers_true: bool
    rows: tuple[Row, ...]

    def table(self, part: str, place: str, name: str = "") -> list[Row]:
        """The rows of one place, in their order."""
        return [row for row in self.rows if (row.part, row.place, row.object) == (part, place, name)]


def read(file: str) -> Any:
    """One of the files of `tests/data/koomap`."""
    return json.loads((DATA / file).read_text(encoding="utf-8"))


def operations() -> dict[str, Operation]:
    """The operations by operationId."""
    return {entry["operation"]: _operation(entry) for entry in read("inventory.json")["operations"]}


def contradictions() -> dict[str, str]:
    """What the documents disagree about, by id (`C-01`)."""
    return {name: entry["about"] for name, entry in read("contradictions.json").items()}


def _operation(entry: Mapping[str, Any]) -> Operation:
    return Operation(
        id=entry["operation"],
        section=entry["section"],
        method=entry["method"],
        path=entry["path"],
        auth=tuple(entry["auth"]),
        body=entry["body"],
        answers_true=entry.get("answers_true", False),
        rows=tuple(_rows(entry)),
    )


def _rows(entry: Mapping[str, Any]) -> Iterator[Row]:
    for table in entry["tables"]:
        for facts in table["rows"]:
            yield Row(
                operation=entry["operation"],
                section=entry["section"],
                table=table["table"],
                part=table["of"],
                place=table["place"],
                object=table.get("object", ""),
                facts=facts,
            )
