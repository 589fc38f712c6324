"""Say how many lines are written by hand: per room that services share, and per service.

    python scripts/budget.py [--json]

Code, comments and docstrings are counted apart, blank lines not at all. Hand-written code is meant to stay thin: when
an overlay grows, ask whether the spec or a template could carry it. Generated code and tests stand apart.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import sys
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Where each kind of hand-written text lies; a folder in it that is also a folder of specs/ belongs to that service.
KINDS = {"spec": "specs", "overlay": "overlays/skybind", "emulator": "emulators/skybind_emulators", "script": "scripts"}
APART = {"generated": "generated/skybind_clients", "tests": "tests"}
COUNTED = frozenset({".py", ".yaml", ".yml", ".graphql", ".jinja", ".sh"})


@dataclass
class Lines:
    """Counted lines.

    Attributes:
        code: Lines with something that is neither comment nor docstring.
        comments: Lines with nothing but a comment.
        docstrings: Lines of strings that document.
    """

    code: int = 0
    comments: int = 0
    docstrings: int = 0

    def __add__(self, other: Lines) -> Lines:
        return Lines(self.code + other.code, self.comments + other.comments, self.docstrings + other.docstrings)


def count(name: str, text: str) -> Lines:
    """Lines of a file; its name tells how to read it."""
    return _python(text) if name.endswith(".py") else _plain(text)


def _python(text: str) -> Lines:
    documentation: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            documentation.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    code: set[int] = set()
    comments: set[int] = set()
    silent = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments.add(token.start[0])
        elif token.type not in silent:
            code.update(range(token.start[0], token.end[0] + 1))
    blank = {number for number, line in enumerate(text.splitlines(), 1) if not line.strip()}
    return Lines(len(code - documentation - blank), len(comments - code), len(documentation - blank))


def _plain(text: str) -> Lines:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    comments = sum(line.startswith("#") for line in lines)
    return Lines(code=len(lines) - comments, comments=comments)


Table = dict[str, dict[str, Lines]]


@dataclass(frozen=True)
class Budget:
    """All counts.

    Attributes:
        services: By service, then by kind.
        rooms: By kind, then by room, of what belongs to no service.
        apart: Generated code by service, tests by tier.
    """

    services: Table
    rooms: Table
    apart: Table


def measure(root: Path) -> Budget:
    """Count the lines of a checkout."""
    services = [path.name for path in sorted((root / "specs").iterdir()) if path.is_dir()]
    budget = Budget({service: {} for service in services}, {}, {})
    for kind, home in KINDS.items():
        for room, lines in _counted(root / home):
            if room in services:
                _add(budget.services, room, kind, lines)
            else:
                _add(budget.rooms, kind, room, lines)
    for kind, home in APART.items():
        for room, lines in _counted(root / home):
            _add(budget.apart, kind, room, lines)
    return budget


def _counted(home: Path) -> Iterator[tuple[str, Lines]]:
    """Room and lines of each file: a room is a folder, or a module of its own."""
    for file in sorted(home.rglob("*")):
        if file.suffix in COUNTED and "__pycache__" not in file.parts and file.is_file():
            first = file.relative_to(home).parts[0]
            yield first.removesuffix(file.suffix), count(file.name, file.read_text(encoding="utf-8"))


def _add(table: Table, row: str, column: str, lines: Lines) -> None:
    cells = table.setdefault(row, {})
    cells[column] = cells.get(column, Lines()) + lines


def report(budget: Budget) -> Iterator[str]:
    """The counts as text for people."""
    kinds = [kind for kind in KINDS if kind != "script"]
    yield _row("lines by hand: code (+comments +docstrings)", *kinds)
    for service, cells in budget.services.items():
        yield _row(f"  {service}", *(_cell(cells.get(kind, Lines())) for kind in kinds))
    for kind, rooms in budget.rooms.items():
        yield _row(f"{kind}, not of one service", _cell(sum(rooms.values(), Lines())))
        for room, lines in rooms.items():
            yield _row(f"  {room}", _cell(lines))
    for kind, rooms in budget.apart.items():
        yield _row(f"apart: {kind}", _cell(sum(rooms.values(), Lines())))


def _row(name: str, *cells: str) -> str:
    return f"{name:<44}" + "".join(f"{cell:>20}" for cell in cells)


def _cell(lines: Lines) -> str:
    return f"{lines.code} (+{lines.comments} +{lines.docstrings})"


def _plain_table(table: Mapping[str, Mapping[str, Lines]]) -> dict[str, dict[str, dict[str, int]]]:
    return {row: {column: asdict(lines) for column, lines in cells.items()} for row, cells in table.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="budget.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="as JSON, for other programs")
    parser.add_argument("--root", type=Path, default=ROOT, help="checkout to count")
    options = parser.parse_args(arguments)
    budget = measure(options.root)
    if options.json:
        tables = {"services": budget.services, "rooms": budget.rooms, "apart": budget.apart}
        print(json.dumps({name: _plain_table(table) for name, table in tables.items()}, indent=2))
    else:
        print("\n".join(report(budget)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
