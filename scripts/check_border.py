"""Check the borders that an import graph does not show; `[tool.importlinter]` in pyproject.toml holds the others.

    python scripts/check_border.py

One line a finding: file, line, what is wrong, what to do. The exit code is 1 if there is one. The rules:

- one module of `overlays/` names the HTTP library;
- overlays use generated code as it is: they neither subclass nor patch it;
- rooms that services share know no service by its name, but in comments and docstrings;
- emulators are imported when they are needed, and nothing is imported by a computed name across a border.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SPELLINGS = {"FlightHub": "Flighthub", "KooMap": "Koomap"}  # one word each
SERVICES = ("terra", "flighthub", "koomap", "altizure", "downlink", "iam")  # iam: where koomap's tokens come from
GENERATED, CLIENT, EMULATORS = "skybind_clients", "skybind", "skybind_emulators"
HTTP_LIBRARIES = frozenset({"httpx", "httpcore", "requests", "urllib3", "aiohttp"})
HTTP_NAMES = re.compile(r"\b(httpx|httpcore)\b")  # the others are also words
HTTP_HOME = "skybind.wire.transport"
# These stand above the services and may name them; the package's front door only forwards names.
ABOVE_SERVICES = frozenset({"skybind", "skybind.cli", "skybind.fleet", "skybind.pytest_plugin"})


@dataclass(frozen=True, order=True)
class Finding:
    """Something that must not be.

    Attributes:
        file: Where.
        line: 1 for the first.
        problem: What is wrong.
        advice: What to do.
    """

    file: Path
    line: int
    problem: str
    advice: str


@dataclass(frozen=True)
class Source:
    """A module of ours, parsed.

    Attributes:
        file: Where it is.
        name: Dotted name.
        tree: Its code.
        documentation: Ids of the string nodes that document, and do nothing.
    """

    file: Path
    name: str
    tree: ast.Module
    documentation: frozenset[int] = field(repr=False)

    @classmethod
    def read(cls, file: Path, home: Path) -> Source:
        """Parse a file that lies below an import root."""
        parts = file.relative_to(home).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
        strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
        return cls(file, name, tree, frozenset(id(node) for node in strings if isinstance(node, ast.Constant)))

    def strings(self) -> Iterator[ast.Constant]:
        """String literals that are no documentation, parts of f-strings included."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in self.documentation:
                yield node

    def imported(self) -> Iterator[tuple[ast.stmt, str, str]]:
        """Statement, module, and name in it (empty for ``import module``) of each import."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node, alias.name, ""
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    yield node, self._absolute(node), alias.name

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.name.split(".") if self.file.stem == "__init__" else self.name.split(".")[:-1]
        base = package[: len(package) - node.level + 1]
        return ".".join([*base, node.module] if node.module else base)


Rule = Callable[[Sequence[Source]], Iterator[Finding]]


def find(root: Path) -> list[Finding]:
    """All findings in a checkout."""
    sources = [
        Source.read(file, root / home)
        for home in ("overlays", "emulators", "generated")
        for file in sorted((root / home).rglob("*.py"))
    ]
    found = [finding for rule in RULES for finding in rule(sources)]
    for folder in sorted((root / "specs").iterdir()) if (root / "specs").is_dir() else ():
        if folder.is_dir() and folder.name not in SERVICES:
            advice = "add it to SERVICES here, and to the layers in pyproject.toml"
            found.append(Finding(folder, 1, f"{folder.name} is a service that the borders do not know", advice))
    return sorted(found)


def _overlays(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if _below(source.name, CLIENT)]


def _below(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


# --------------------------------------------------------------------------------------------------- HTTP library


def one_home_of_the_http_library(sources: Sequence[Source]) -> Iterator[Finding]:
    """The field moves to another HTTP library; the day we follow, one module changes."""
    advice = f"say it in {HTTP_HOME}, and use that"
    for source in _overlays(sources):
        if source.name == HTTP_HOME:
            continue
        for node, module, _ in source.imported():
            if module.split(".")[0] in HTTP_LIBRARIES:
                yield Finding(source.file, node.lineno, f"imports {module}", advice)
        for constant in source.strings():
            if match := HTTP_NAMES.search(str(constant.value)):
                yield Finding(source.file, constant.lineno, f"names {match[1]}", advice)


# ------------------------------------------------------------------------------------------------- generated code


def generated_code_as_it_is(sources: Sequence[Source]) -> Iterator[Finding]:
    """A wrong model is mended in the spec or in a template; an overlay that bends it hides that."""
    reexports = _reexports(sources)
    for source in _overlays(sources):
        yield from _Bending(source, reexports).findings()


def _reexports(sources: Sequence[Source]) -> Mapping[str, frozenset[str]]:
    """By module, the names that come from generated code and can be imported from there."""
    found: dict[str, set[str]] = {source.name: set() for source in _overlays(sources)}
    grows = True
    while grows:
        grows = False
        for source in _overlays(sources):
            for node, module, name in source.imported():
                if name and (_below(module, GENERATED) or name in found.get(module, ())):
                    bound = next(a.asname or a.name for a in _aliases(node) if a.name == name)
                    grows = grows or bound not in found[source.name]
                    found[source.name].add(bound)
            for name in _forwarded(source):
                grows = grows or name not in found[source.name]
                found[source.name].add(name)
    return {module: frozenset(names) for module, names in found.items()}


def _aliases(node: ast.stmt) -> list[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else []


def _forwarded(source: Source) -> Iterator[str]:
    """Names that a lazy ``{"Name": "module"}`` table takes from generated code."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                home = value.value if isinstance(value, ast.Constant) else None
                if isinstance(key, ast.Constant) and isinstance(home, str) and _below(home, GENERATED):
                    yield str(key.value)


class _Bending:
    """Finds what one module does to generated code."""

    def __init__(self, source: Source, reexports: Mapping[str, frozenset[str]]) -> None:
        self._source = source
        self._names = set(reexports[source.name])
        for node, module, name in source.imported():
            if not name and _below(module, GENERATED):
                self._names |= {alias.asname or GENERATED for alias in _aliases(node) if alias.name == module}
        for assigned in ast.walk(source.tree):  # Alias = Model
            if isinstance(assigned, ast.Assign) and self._is_generated(assigned.value):
                self._names |= {target.id for target in assigned.targets if isinstance(target, ast.Name)}

    def _is_generated(self, node: ast.expr) -> bool:
        """Whether it is a module or class of generated code, or in one: ``Job``, ``models.Job``, ``Page[Job]``."""
        while isinstance(node, ast.Attribute | ast.Subscript):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self._names

    def findings(self) -> Iterator[Finding]:
        for node in ast.walk(self._source.tree):
            for problem in self._problems(node):
                advice = "mend the spec or a template, or wrap it"
                yield Finding(self._source.file, getattr(node, "lineno", 1), problem, advice)

    def _problems(self, node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                if self._is_generated(base):
                    yield f"{node.name} subclasses the generated {ast.unparse(base)}"
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Delete):
            targets = [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else node.targets
            for target in targets:
                if isinstance(target, ast.Attribute | ast.Subscript) and self._is_generated(target):
                    yield f"changes the generated {ast.unparse(target)}"
        elif isinstance(node, ast.Call):
            yield from self._calls(node)

    def _calls(self, node: ast.Call) -> Iterator[str]:
        called = ast.unparse(node.func)
        first = node.args[0] if node.args else None
        if called in {"setattr", "delattr", "object.__setattr__", "type.__setattr__"}:
            if first is not None and self._is_generated(first):
                yield f"changes the generated {ast.unparse(first)} with {called}"
        elif called in {"type", "types.new_class", "attrs.make_class", "make_class"}:
            for argument in [*node.args[1:], *(keyword.value for keyword in node.keywords)]:
                bases = argument.elts if isinstance(argument, ast.Tuple | ast.List) else []
                if any(self._is_generated(base) for base in bases):
                    yield f"subclasses generated code with {called}"


# ------------------------------------------------------------------------------------------------------- services


def shared_rooms_know_no_service(sources: Sequence[Source]) -> Iterator[Finding]:
    """What one service needs stands in its package; a shared room that knows it is a room of that service."""
    advice = "have the service's package say it, or give it as an argument"
    for source in _overlays(sources):
        if not _is_shared(source.name):
            continue
        named = [(node.lineno, text) for node, text in _identifiers(source.tree)]
        named += [(constant.lineno, str(constant.value)) for constant in source.strings()]
        for line, text in named:
            for service in _services_in(text):
                yield Finding(source.file, line, f"a shared room names {service} in {text[:60]!r}", advice)


def _is_shared(name: str) -> bool:
    room = ".".join(name.split(".")[:2])
    return room not in ABOVE_SERVICES and room not in {f"{CLIENT}.{service}" for service in SERVICES}


def _services_in(text: str) -> list[str]:
    for spelling, word in SPELLINGS.items():
        text = text.replace(spelling, word)
    words = re.findall(r"[a-z]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text).lower())
    return [service for service in SERVICES if service in words]


def _identifiers(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt | ast.arg | ast.keyword, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node, node.id
        elif isinstance(node, ast.Attribute):
            yield node, node.attr
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node, node.name
        elif isinstance(node, ast.arg | ast.keyword) and node.arg:
            yield node, node.arg
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield node, " ".join([getattr(node, "module", "") or "", *(alias.name for alias in node.names)])


# -------------------------------------------------------------------------------------------------------- imports


def imports_that_wait_or_hide(sources: Sequence[Source]) -> Iterator[Finding]:
    """Emulators are an extra; and a module that is imported by a text is not in the import graph."""
    for source in sources:
        own = source.name.split(".")[0]
        for node in source.tree.body:
            if own == CLIENT and isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
                if any(_below(name, EMULATORS) for name in names):
                    yield Finding(source.file, node.lineno, "imports emulators at once", "import where it is used")
        for call in ast.walk(source.tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in {"import_module", "__import__"}:
                given = call.args[0] if call.args else None
                package = str(given.value).split(".")[0] if isinstance(given, ast.Constant) else own
                if package != own and package in {GENERATED, CLIENT, EMULATORS}:
                    yield Finding(source.file, call.lineno, f"imports {package} by a text", "use an import statement")


RULES: tuple[Rule, ...] = (
    one_home_of_the_http_library,
    generated_code_as_it_is,
    shared_rooms_know_no_service,
    imports_that_wait_or_hide,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 1 if there is a finding."""
    parser = argparse.ArgumentParser(prog="check_border.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="checkout to look at")
    root = parser.parse_args(arguments).root.resolve()
    found = find(root)
    for finding in found:
        print(f"{finding.file.relative_to(root)}:{finding.line}: {finding.problem}: {finding.advice}")
    print(f"{len(RULES)} border rules, {len(found)} findings", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
