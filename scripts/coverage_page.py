"""Write `docs/coverage.md` and `docs/coverage.json`: what is known of each operation, and from where.

    python scripts/coverage_page.py --notes DIR              write both, and print a line for each service
    python scripts/coverage_page.py --notes DIR --summary    print the lines only

`--notes` is what a test run left with `pytest --notes DIR`: which operations arrived at which emulator, from which test
modules, and which were property-tested. Effects and sources are those of the specifications, days of live answers those
of the snapshots. The output holds no times and no counts of calls, so that it changes only when coverage does.

The exit code is 1 if a specification claims something else in `x-verified` than was seen.
"""

from __future__ import annotations

import argparse
import ipaddress
import json
import pkgutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

import skybind_clients
from skybind_clients.runtime import Operation

ROOT = Path(__file__).resolve().parent.parent
HEADER = "Made by `make coverage` from a run of the whole suite; do not edit."


@dataclass(frozen=True)
class Row:
    """What is known of an operation.

    Attributes:
        verified: What the specification claims.
        emulated: Whether an emulator answered it with a success.
        property_tested: Whether made-up requests, valid and invalid, were all answered as the specification allows.
        tests: Test modules that called it at an emulator, below `tests/`.
        live: The day of the real service's answer that is on record, None if there is none.
        unknown: What no public document says of it, from `x-unknown` of the specification.
    """

    operation: str
    effect: str
    source: str
    verified: str
    emulated: bool
    property_tested: bool
    tests: tuple[str, ...]
    live: str | None
    unknown: tuple[str, ...] = ()

    @property
    def contradiction(self) -> str | None:
        """How claim and evidence differ, None if they agree."""
        seen = f"live {self.live}" if self.live else "emulated" if self.emulated else "documented"
        return None if self.verified == seen else f"x-verified is {self.verified!r}, and what was seen is {seen!r}"


@dataclass
class Notes:
    """The notes of all processes of a run; services and operations by name."""

    called: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    succeeded: set[tuple[str, str]] = field(default_factory=set)
    property_tested: set[tuple[str, str]] = field(default_factory=set)


class NoNotes(Exception):
    """There is nothing to make a page of."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 1 for a claim that does not hold, 2 if there are no notes."""
    parser = argparse.ArgumentParser(prog="coverage_page.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--notes", type=Path, required=True, metavar="DIR", help="notes of a test run")
    parser.add_argument("--summary", action="store_true", help="write nothing, print a line for each service")
    parser.add_argument("--snapshots", type=Path, default=ROOT / "tests" / "live" / "snapshots", metavar="DIR")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="where the page goes")
    options = parser.parse_args(arguments)
    try:
        notes = read_notes(options.notes)
    except NoNotes as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    days = live_days(options.snapshots)
    gaps = unknown_facts(ROOT / "specs")
    services = {name: rows(name, operations, notes, days, gaps) for name, operations in operation_tables()}
    if not options.summary:
        options.docs.mkdir(parents=True, exist_ok=True)
        (options.docs / "coverage.json").write_text(as_json(services), encoding="utf-8")
        (options.docs / "coverage.md").write_text(as_markdown(services), encoding="utf-8")
    for line in summary(services):
        print(line)
    problems = [f"{name} {row.operation}: {row.contradiction}" for name, row in _all(services) if row.contradiction]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def operation_tables() -> Iterator[tuple[str, Mapping[str, Operation]]]:
    """Services that clients were generated for, with their operations in the order of the specification."""
    for found in pkgutil.iter_modules(skybind_clients.__path__):
        if found.ispkg:
            yield found.name, import_module(f"skybind_clients.{found.name}.operations").OPERATIONS


def read_notes(folder: Path) -> Notes:
    """Put together what the processes of a run noted.

    Raises:
        NoNotes: The folder holds none, or no test that ran called anything.
    """
    notes = Notes()
    for file in sorted(folder.glob("*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        for service, operation, module in content["called"]:
            notes.called.setdefault((service, operation), set()).add(module)
        notes.succeeded |= {(service, operation) for service, operation in content["succeeded"]}
        notes.property_tested |= {(service, operation) for service, operation in content["property_tested"]}
    if not notes.called:
        raise NoNotes(f"{folder} holds no notes of calls; run pytest with --notes {folder}")
    return notes


def live_days(folder: Path) -> dict[tuple[str, str], str]:
    """Days of the snapshots. An answer from loopback came from an emulator and does not count."""
    days = {}
    for file in sorted(folder.glob("*/*.json")):
        snapshot = json.loads(file.read_text(encoding="utf-8"))
        if not _loopback(snapshot["host"]):
            days[snapshot["service"], snapshot["operation"]] = str(snapshot["recorded"])
    return days


def unknown_facts(specifications: Path) -> dict[str, tuple[str, ...]]:
    """What no public document says of an operation, by its id, where a specification names that."""
    gaps = {}
    for file in sorted(specifications.glob("*/*openapi.yaml")):
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        nodes = [node for item in document.get("paths", {}).values() for node in item.values()]
        for node in nodes:
            if isinstance(node, Mapping) and "x-unknown" in node:
                gaps[str(node["operationId"])] = tuple(map(str, node["x-unknown"]))
    return gaps


def rows(
    service: str,
    operations: Mapping[str, Operation],
    notes: Notes,
    days: Mapping[tuple[str, str], str],
    gaps: Mapping[str, tuple[str, ...]],
) -> list[Row]:
    """One row for each operation of a service."""
    return [
        Row(
            operation=name,
            effect=operation.effect,
            source=operation.source,
            verified=operation.verified,
            emulated=(service, name) in notes.succeeded,
            property_tested=(service, name) in notes.property_tested,
            tests=tuple(sorted(notes.called.get((service, name), ()))),
            live=days.get((service, name)),
            unknown=gaps.get(name, ()),
        )
        for name, operation in operations.items()
    ]


def summary(services: Mapping[str, Sequence[Row]]) -> list[str]:
    """A line for each service, in columns."""
    return [
        f"{name:<10} {len(found):>3} operations   {sum(row.emulated for row in found):>3} emulated   "
        f"{sum(row.property_tested for row in found):>3} property-tested   "
        f"{sum(row.live is not None for row in found):>3} verified live"
        for name, found in services.items()
    ]


def as_json(services: Mapping[str, Sequence[Row]]) -> str:
    """The page for programs."""
    content: dict[str, Any] = {
        "made": HEADER,
        "services": {name: [asdict(row) for row in found] for name, found in services.items()},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def as_markdown(services: Mapping[str, Sequence[Row]]) -> str:
    """The page for people."""
    lines = [f"<!-- {HEADER} -->", "# What is covered, operation by operation", ""]
    lines += ["```text", *summary(services), "```", ""]
    lines += [
        "- *effect*: what may be sent again when an answer is lost; see the head of the specification.",
        "- *emulated*: an emulator answered it with a success in this run.",
        "- *property-tested*: made-up requests, valid and invalid, got only answers that the specification allows.",
        "- *live*: the day of the real service's answer that is on record under `tests/live/snapshots`.",
        "- *called by*: test modules, by folder below `tests/`.",
    ]
    for name, found in services.items():
        lines += ["", f"## {name}", ""]
        lines += ["| operation | effect | emulated | property-tested | live | source | called by |"]
        lines += ["| --- | --- | --- | --- | --- | --- | --- |"]
        lines += [
            f"| `{row.operation}` | {row.effect} | {_yes(row.emulated)} | {_yes(row.property_tested)} | "
            f"{row.live or 'no'} | {_cell(row.source)} | {_callers(row.tests)} |"
            for row in found
        ]
        gaps = [f"- `{row.operation}`: {'; '.join(row.unknown)}" for row in found if row.unknown]
        lines += ["", "What no public document says:", "", *gaps] if gaps else []
    return "\n".join(lines) + "\n"


def _all(services: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Row]]:
    for name, found in services.items():
        for row in found:
            yield name, row


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"", "localhost"}


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _callers(modules: Sequence[str]) -> str:
    """`contract: specification, tour; e2e: main_job`."""
    folders: dict[str, list[str]] = {}
    for module in map(PurePosixPath, modules):
        folders.setdefault(str(module.parent), []).append(module.stem.removeprefix("test_"))
    return "; ".join(f"{folder}: {', '.join(names)}" for folder, names in folders.items()) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
