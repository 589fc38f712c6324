"""The operations that the specification writes out, each answered with data."""

from pathlib import Path
from typing import Any

import pytest
from graphql import FragmentSpreadNode, OperationDefinitionNode, Visitor, parse, print_ast, visit

from unit.emulators.altizure.harness import Altizure, photo, sha1
from unit.emulators.altizure.test_attachments import archive, imported, meta, part

FOLDER = Path(__file__).parents[4] / "specs" / "altizure" / "operations"
OPERATIONS = sorted(FOLDER.glob("*/*.graphql"))


class _Spreads(Visitor):
    """Collects the names of fragments that are used."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: Any) -> None:
        self.names.add(node.name.value)


def whole(path: Path) -> str:
    """A document with the fragments that it uses, and no others."""
    fragments = {
        node.name.value: node
        for node in parse((FOLDER / "fragments.graphql").read_text("utf-8")).definitions  # type: ignore[attr-defined]
    }
    nodes, used = list(parse(path.read_text("utf-8")).definitions), set[str]()
    for node in nodes:
        spreads = _Spreads()
        visit(node, spreads)
        nodes += [fragments[name] for name in sorted(spreads.names - used)]
        used |= spreads.names
    return "\n".join(print_ast(node) for node in nodes)


class World:
    """An account in which there is one of everything."""

    def __init__(self, altizure: Altizure) -> None:
        self.pid = altizure.flight(3, type="pro")
        altizure.start(self.pid)
        altizure.look(self.pid)
        self.image = altizure.emulator.images[0].id
        file = meta(altizure, self.pid)["file"]
        altizure.put(self.pid, file["filename"], b"poses", "altizure-meta-s3-paris")
        self.meta_file = file["id"]
        self.model = imported(altizure)
        part(altizure, self.model, "model.zip", archive())
        altizure.as_user(email="new@example.com")
        user = altizure.emulator.user
        altizure.emulator.user.coupons["c1"] = 1.0
        altizure.emulator.accounts.send_code(user.phone)
        self.values: dict[str, Any] = {
            "amount": 1.0,
            "after": "",
            "checksum": sha1(photo(0)),
            "code": altizure.emulator.accounts.messages[-1][1],
            "coins": 1.0,
            "collection": None,
            "coupons": ["c1"],
            "currency": "USD",
            "description": "spam",
            "email": "new@example.com",
            "filename": "a.jpg",
            "first": 2,
            "fresh": False,
            "height": 1,
            "imgStr": "aGk=",
            "imported": False,
            "kind": "image",
            "lang": "en",
            "latitude": 1.0,
            "limit": 3,
            "longitude": 1.0,
            "merge": False,
            "message": "hi",
            "modelType": None,
            "money": 1.0,
            "myProject": True,
            "name": "a",
            "numImg": 1,
            "password": user.password,
            "phone": user.phone,
            "range": 1.0,
            "search": "",
            "span": 1.0,
            "taskType": "Native",
            "token": None,
            "type": None,
            "url": "http://127.0.0.1:1/pose.txt",
            "visibility": None,
            "width": 1,
        }

    def variables(self, path: Path, user_email: str) -> dict[str, Any]:
        """Values for all variables of an operation."""
        group = path.parent.name
        given = self.values | {"id": {"models": self.model}.get(group, self.pid), "pid": self.pid}
        if group == "models":
            given |= {"filename": "model.zip", "pid": self.model}
        if group == "images":
            given |= {"id": self.image}
        if group == "meta_files":
            given |= {"id": self.meta_file, "filename": "pose.txt"}
        if path.stem == "get_token":
            given |= {"email": user_email}
        if path.stem == "enum_values":
            given |= {"name": "BucketOSS"}
        if path.stem == "explain_error":
            given |= {"code": "RECONSTRUCTION_FAILED"}
        if path.stem == "has" and group == "meta_files":
            given |= {"checksum": sha1(b"poses")}
        return given


def buckets(text: str) -> dict[str, str]:
    """The literal for the enum that a document names."""
    for name, literal in (("Minio", "Minio"), ("BucketS3Model", "London"), ("BucketS3", "Paris"), ("OSS", "Shenzhen")):
        if name in text:
            return {"bucket": literal}
    return {}


@pytest.mark.parametrize("path", OPERATIONS, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_operation_is_answered(altizure: Altizure, path: Path) -> None:
    """With data, without errors; no root field is null."""
    document = whole(path)
    world = World(altizure)
    user = altizure.emulator.user
    given = world.variables(path, user.email) | buckets(path.read_text("utf-8"))
    if path.stem == "stop":
        altizure.faults.add("altizure.startReconstructionWithError", "stall")  # so that there is a task to stop
        altizure.start(world.pid)
    [operation] = [node for node in parse(document).definitions if isinstance(node, OperationDefinitionNode)]
    names = {definition.variable.name.value for definition in operation.variable_definitions}
    data = altizure.data(document, **{name: given[name] for name in names})
    assert all(value is not None for value in data.values()), data
    for value in data.values():
        if isinstance(value, dict) and len(value) == 1 and path.stem != "test_network":
            assert next(iter(value.values())) is not None, data


def test_there_are_operations() -> None:
    """The folder is where it is looked for."""
    assert len(OPERATIONS) > 40
