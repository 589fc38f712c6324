"""Proof that the inventory can fail: each single fact, spoiled by itself, is reported by name."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from generation.document import Document, load_document
from unit.specs_flighthub.facts import LIMITS, ROOT, problems

SPEC = load_document(ROOT / "specs" / "flighthub")
Root = dict[str, Any]


def schemas(root: Root) -> dict[str, Any]:
    found: dict[str, Any] = root["components"]["schemas"]
    return found


def planted() -> Iterator[Any]:
    """(what is spoiled, the spoiling, a word that the report must have)."""
    for name, schema in schemas(SPEC.root).items():
        if name == "Refusal":
            continue
        for field in schema.get("properties", {}):
            if name.endswith("Answer") or name == "Done":
                if field == "code":
                    yield f"{name} without {field}", _drop(name, field), "no code and message"
                continue
            yield f"{name} without {field}", _drop(name, field), f"{field}: missing"
            yield f"{name} with {field} twice", _add(name, f"{field}_too"), f"{field}_too: not documented"
            for limit in LIMITS:
                if limit in schema["properties"][field]:
                    yield f"{name}.{field} with another {limit}", _limit(name, field, limit), limit
        for index, value in enumerate(schema.get("enum", [])):
            yield f"{name} without {value}", _value(name, index), f"value {value}: missing"
            if "x-enum-descriptions" in schema:
                yield f"{name} with {value} of another meaning", _meaning(name, index), f"value {value}: means"
        if "enum" in schema:
            yield f"{name} with a value more", _one_more(name), "not documented"
    for index, entry in enumerate(SPEC.root["x-errors"]):
        yield f"without {entry['code']}", _without("x-errors", index), f"code {entry['code']}: missing"
        yield f"{entry['code']} of another class", _class(index), f"code {entry['code']}: is other"
    for index, entry in enumerate(SPEC.root["x-headers"]):
        yield f"without {entry['name']}", _without("x-headers", index), f"header {entry['name']}: missing"
        yield f"{entry['name']} as it is not", _required(index), f"header {entry['name']}: is"
    for path in SPEC.root["paths"]:
        yield f"{path} moved", _moved(path), "operation"
    for variable, value in (("region", "eu"), ("version", "v2.0")):
        yield f"servers without {value}", _server(variable, value), "host"


def _drop(name: str, field: str) -> Callable[[Root], object]:
    return lambda root: schemas(root)[name]["properties"].pop(field)


def _add(name: str, field: str) -> Callable[[Root], object]:
    return lambda root: schemas(root)[name]["properties"].update({field: {"type": "string"}})


def _limit(name: str, field: str, limit: str) -> Callable[[Root], object]:
    def spoil(root: Root) -> None:
        schemas(root)[name]["properties"][field][limit] += 7

    return spoil


def _value(name: str, index: int) -> Callable[[Root], object]:
    def spoil(root: Root) -> None:
        for key in ("enum", "x-enum-varnames", "x-enum-descriptions"):
            if key in schemas(root)[name]:
                del schemas(root)[name][key][index]

    return spoil


def _meaning(name: str, index: int) -> Callable[[Root], object]:
    return lambda root: schemas(root)[name]["x-enum-descriptions"].__setitem__(index, "something else")


def _one_more(name: str) -> Callable[[Root], object]:
    def spoil(root: Root) -> None:
        schemas(root)[name]["enum"].append("other" if schemas(root)[name]["type"] == "string" else 77)
        schemas(root)[name].get("x-enum-descriptions", []).append("other")

    return spoil


def _without(key: str, index: int) -> Callable[[Root], object]:
    return lambda root: root[key].pop(index)


def _class(index: int) -> Callable[[Root], object]:
    return lambda root: root["x-errors"][index].update({"class": "other"})


def _required(index: int) -> Callable[[Root], object]:
    def spoil(root: Root) -> None:
        root["x-headers"][index]["required"] = not root["x-headers"][index]["required"]

    return spoil


def _moved(path: str) -> Callable[[Root], object]:
    return lambda root: root["paths"].update({f"{path}/elsewhere": root["paths"].pop(path)})


def _server(variable: str, value: str) -> Callable[[Root], object]:
    return lambda root: root["servers"][0]["variables"][variable]["enum"].remove(value)


ALL = [pytest.param(spoil, words, id=what) for what, spoil, words in planted()]


def test_there_are_faults_of_each_sort() -> None:
    """Fields, limits, values, codes, headers, paths and servers are spoiled."""
    assert len(ALL) > 200


@pytest.mark.parametrize(("spoil", "words"), ALL)
def test_a_planted_fault_is_reported(spoil: Callable[[Root], object], words: str, inventory: dict[str, Any]) -> None:
    """The report names what was spoiled."""
    root = copy.deepcopy(SPEC.root)
    assert isinstance(root, dict)
    spoil(root)
    found = problems(replace(SPEC, root=root), inventory)
    assert any(words in line for line in found), found


TYPED = [
    (name, field)
    for name in ("UploadToken", "UploadCallback", "UploadedFile", "UploadReceipt", "Resource", "ReconstructionStart")
    for field in schemas(dict(SPEC.root))[name]["properties"]
]


@pytest.mark.parametrize(("name", "field"), TYPED)
def test_another_type_is_reported(name: str, field: str, inventory: dict[str, Any]) -> None:
    """Each field with a documented type is held to it."""
    root: Any = copy.deepcopy(SPEC.root)
    schemas(root)[name]["properties"][field] = {"type": "number", "description": "spoiled"}
    found = problems(replace(SPEC, root=root), inventory)
    assert any(f"{field}: type is number" in line for line in found), found


@pytest.mark.parametrize("name", ["UploadCallback", "UploadedFile", "ReconstructionStart", "NewMediaReconstruction"])
def test_another_requirement_is_reported(name: str, inventory: dict[str, Any]) -> None:
    """Each field of a request that is required, and each that is not, is held to that."""
    for field in schemas(dict(SPEC.root))[name]["properties"]:
        root: Any = copy.deepcopy(SPEC.root)
        required = schemas(root)[name]["required"]
        required.remove(field) if field in required else required.append(field)
        found = problems(replace(SPEC, root=root), inventory)
        assert any(f"{field}: required is" in line for line in found), field


def test_the_spec_as_it_is_has_no_fault(inventory: dict[str, Any]) -> None:
    """The copy that faults are planted in is clean."""
    assert isinstance(SPEC, Document)
    assert problems(SPEC, inventory) == []
