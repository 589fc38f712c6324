"""One document out of a specification that may be spread over several files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times faster where it was built


class SpecificationBroken(Exception):
    """The specification cannot be read, or a reference in it leads nowhere."""


def bundle(path: Path) -> dict[str, Any]:
    """Read a YAML document and bring in all that it refers to in other files.

    A reference to ``other.yaml#/components/schemas/Thing`` becomes ``#/components/schemas/Thing`` and the thing is
    copied there. A reference to a whole file, as path items use, is replaced by the file's content. Parts beside the
    document, named ``<part>.openapi.yaml``, add their paths, components, tags and codes to it.

    Raises:
        SpecificationBroken: a file or a place in it does not exist, or two different things have one name.
    """
    return _Bundler(path.resolve()).document


def at_pointer(document: Any, pointer: str) -> Any:
    """What a JSON pointer (with its leading slash, or empty for the whole) leads to.

    Raises:
        SpecificationBroken: it leads nowhere.
    """
    place = document
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if not isinstance(place, Mapping) or key not in place:
            raise SpecificationBroken(f"nothing is at {pointer}")
        place = place[key]
    return place


class _Bundler:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[Path, Any] = {}
        self._taken: dict[tuple[str, str], str] = {}
        self.document: dict[str, Any] = self._file(root)
        for part in sorted(root.parent.glob("*.openapi.yaml")):
            self._join(self._file(part), part)
        for section, members in self.document.get("components", {}).items():
            for name in members:
                self._taken[section, name] = f"{root}#/components/{section}/{name}"
        self._hoisted: dict[str, dict[str, Any]] = {}
        self.document = self._walk(self.document, root)
        components = self.document.setdefault("components", {}) if self._hoisted else {}
        for section, members in self._hoisted.items():
            components.setdefault(section, {}).update(members)

    def _join(self, part: Mapping[str, Any], path: Path) -> None:
        """Add a part to the document as if it had been written there."""
        for key in ("tags", "x-errors"):
            self.document.setdefault(key, []).extend(part.get(key, ()))
        _add(self.document.setdefault("paths", {}), part.get("paths", {}), path)
        for section, members in part.get("components", {}).items():
            _add(self.document.setdefault("components", {}).setdefault(section, {}), members, path)

    def _file(self, path: Path) -> Any:
        if path not in self._read:
            try:
                self._read[path] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  safe loader
            except (OSError, yaml.YAMLError) as error:
                raise SpecificationBroken(f"{path} cannot be read: {error}") from error
        return self._read[path]

    def _walk(self, node: Any, home: Path) -> Any:
        if isinstance(node, list):
            return [self._walk(item, home) for item in node]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if isinstance(reference, str) and (home != self._root or not reference.startswith("#")):
            return self._bring(reference, home, node)
        return {key: self._walk(value, home) for key, value in node.items()}

    def _bring(self, reference: str, home: Path, node: dict[str, Any]) -> Any:
        where, _, pointer = reference.partition("#")
        path = (home.parent / where).resolve() if where else home
        if path == self._root:
            return {**node, "$ref": f"#{pointer}"}
        if not pointer.strip("/"):
            return self._walk(self._file(path), path)
        tokens = pointer.split("/")
        section, name = (
            (tokens[2], tokens[3]) if len(tokens) == 4 and tokens[1] == "components" else ("schemas", tokens[-1])
        )
        source = f"{path}#{pointer}"
        owner = self._taken.setdefault((section, name), source)
        if owner != source:
            raise SpecificationBroken(f"two things are named {name}: {owner} and {source}")
        members = self._hoisted.setdefault(section, {})
        if name not in members:
            members[name] = {}  # stands in while the thing itself is walked: it may refer to itself
            members[name] = self._walk(at_pointer(self._file(path), pointer), path)
        return {**node, "$ref": f"#/components/{section}/{name}"}


def _add(members: dict[str, Any], more: Mapping[str, Any], path: Path) -> None:
    for name, member in more.items():
        if name in members:
            raise SpecificationBroken(f"two things are named {name}; one is in {path}")
        members[name] = member
