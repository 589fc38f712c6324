"""Record what users can name: exported names with their signatures, one line each.

    python scripts/api_surface.py            # compare with the record; the exit code is 1 if they differ
    python scripts/api_surface.py --write    # renew the record

The record is tests/data/api_surface.json. A line that disappears or changes breaks somebody's program; a change note
says so.
"""

from __future__ import annotations

import argparse
import difflib
import enum
import importlib
import importlib.util
import inspect
import json
import pkgutil
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import skybind_clients

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "tests" / "data" / "api_surface.json"

PACKAGES = ("skybind", "skybind_clients", "skybind_emulators")
# What programs import beside the services, whose packages are found. A name is described where it stands first.
PUBLIC = (
    "skybind",
    "skybind.errors",
    "skybind.fleet",
    "skybind.jobs",
    "skybind.options",
    "skybind.paging",
    "skybind.polling",
    "skybind.notebook",
    "skybind.positions",
    "skybind.reconstruction",
    "skybind.report",
    "skybind.waiting",
    "skybind.pytest_plugin",
    "skybind_emulators",
)
# Python and the protocols of `with`, `for` and calls say enough by being there.
PROTOCOLS = ("__call__", "__enter__", "__aenter__", "__iter__", "__aiter__", "__getattr__")

Surface = dict[str, dict[str, str]]


def public_modules() -> list[str]:
    """All modules of which users may name what they export."""
    services = sorted(module.name for module in pkgutil.iter_modules(skybind_clients.__path__) if module.ispkg)
    found = list(PUBLIC)
    for service in services:
        if importlib.util.find_spec(f"skybind.{service}"):
            found.append(f"skybind.{service}")
        found.append(f"skybind_clients.{service}.facade")
    return found


def surface(modules: Sequence[str]) -> Surface:
    """By module, what each exported name is; what was described before is only referred to."""
    found: Surface = {}
    homes: dict[int, str] = {}
    for name in modules:
        module = importlib.import_module(name)
        lines: dict[str, str] = {}
        for exported in _exported(module):
            thing = getattr(module, exported)
            described = isinstance(thing, type) or callable(thing)
            if described and id(thing) in homes:
                lines[exported] = f"= {homes[id(thing)]}"
                continue
            homes[id(thing)] = f"{name}.{exported}"
            lines |= dict(_described(exported, thing))
        found[name] = lines
    return found


def _exported(module: ModuleType) -> list[str]:
    named: list[str] | None = getattr(module, "__all__", None)
    if named is not None:
        return sorted(named)
    own = (name for name, thing in vars(module).items() if getattr(thing, "__module__", "") == module.__name__)
    return sorted(name for name in own if not name.startswith("_"))


def _described(name: str, thing: Any) -> Iterator[tuple[str, str]]:
    if isinstance(thing, type):
        bases = ", ".join(base.__qualname__ for base in thing.__bases__ if base is not object)
        yield name, f"class ({bases})" if bases else "class"
        if issubclass(thing, enum.Enum):
            yield from ((f"{name}.{member.name}", repr(member.value)) for member in thing.__members__.values())
        elif Protocol not in thing.__bases__ and not _made_like_its_base(thing):
            yield f"{name}()", _signature(thing)
        for member, value in sorted(_members(thing).items()):
            yield f"{name}.{member}", _member(value)
    elif callable(thing):
        yield name, _callable(thing)
    else:
        yield name, f"value of type {_short(str(getattr(type(thing), '__qualname__', '')))}"


def _made_like_its_base(thing: type) -> bool:
    base = thing.__bases__[0]
    named = base.__module__.split(".")[0] in PACKAGES and not base.__name__.startswith("_")
    return named and _signature(base) == _signature(thing)


def _members(thing: type) -> dict[str, Any]:
    """What a class and its bases of ours offer; fields are in the signature of its constructor."""
    found: dict[str, Any] = {}
    for base in reversed(thing.__mro__):
        if base.__module__.split(".")[0] in PACKAGES:
            found |= {n: v for n, v in vars(base).items() if not n.startswith("_") or n in PROTOCOLS}
    if issubclass(thing, enum.Enum):
        found = {n: v for n, v in found.items() if n not in thing.__members__}
    useful = (property, classmethod, staticmethod, str, int)
    return {n: v for n, v in found.items() if inspect.isfunction(v) or isinstance(v, useful)}


def _member(value: Any) -> str:
    if isinstance(value, property):
        assert value.fget is not None
        return f"property -> {_annotation(inspect.signature(value.fget).return_annotation)}"
    if isinstance(value, classmethod | staticmethod):
        return f"{type(value).__name__} {_callable(value.__func__)}"
    return _callable(value) if callable(value) else repr(value)


def _callable(thing: Any) -> str:
    waits = inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing)
    return f"{'async ' if waits else ''}def {_signature(thing)}"


class _Verbatim:
    """Prints as it is told, where `inspect` prints a repr."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def _signature(thing: Any) -> str:
    try:
        signature = inspect.signature(thing)
    except (TypeError, ValueError):
        return "(...)"
    empty = inspect.Parameter.empty
    parameters = [
        parameter.replace(
            annotation=empty if parameter.annotation is empty else _Verbatim(_annotation(parameter.annotation)),
            default=empty if parameter.default is empty else _Verbatim(_default(parameter.default)),
        )
        for parameter in signature.parameters.values()
    ]
    answer = signature.return_annotation
    told = signature.replace(parameters=parameters, return_annotation=inspect.Signature.empty)
    return (
        f"{told}{'' if answer is inspect.Signature.empty or isinstance(thing, type) else f' -> {_annotation(answer)}'}"
    )


def _annotation(annotation: Any) -> str:
    if isinstance(annotation, str):
        return annotation
    return _short(annotation.__qualname__ if isinstance(annotation, type) else repr(annotation))


def _short(text: str) -> str:
    """Without the modules that names come from; those differ between versions of Python."""
    return re.sub(r"(?:\b[a-z_]\w*\.)+(?=[A-Z])", "", text)


def _default(value: Any) -> str:
    if inspect.isroutine(value):
        return "lambda" if value.__name__ == "<lambda>" else value.__name__
    text = repr(value)
    return f"<{type(value).__name__}>" if " at 0x" in text else text


def written(found: Surface) -> str:
    """A surface as the text of the record: one line a name."""
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def difference(recorded: str, found: str) -> list[str]:
    """What has changed, a line a name; a line that begins with ``-`` may break a program."""
    old, new = (
        [f"{module}.{name}: {line}" for module, lines in json.loads(text).items() for name, line in lines.items()]
        for text in (recorded, found)
    )
    return [line for line in difflib.ndiff(old, new) if line.startswith(("-", "+"))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 1 if the record is not what the code offers."""
    parser = argparse.ArgumentParser(prog="api_surface.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="renew the record")
    parser.add_argument("--record", type=Path, default=RECORD, help="where the record is")
    options = parser.parse_args(arguments)
    found = written(surface(public_modules()))
    recorded = options.record.read_text(encoding="utf-8") if options.record.exists() else "{}"
    changes = difference(recorded, found)
    print("\n".join(changes) or "the record is up to date")
    if options.write:
        options.record.write_text(found, encoding="utf-8")
        return 0
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main())
