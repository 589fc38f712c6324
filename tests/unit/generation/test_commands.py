"""Payloads by type: how the generator sees a union of them, what limits and catalogue say of each."""

import copy
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from generation.document import Document, load_document
from generation.limits import request_limits
from generation.view import generator_view, variant_unions
from skybind.wire.limits import LimitBroken, OperationLimits
from skybind_clients.runtime import Operation
from unit.generation.made_up import Spec, small_spec, write_spec

_REF = "#/components/schemas/"


def variant(kind: str, payload: str) -> Spec:
    """A body of one kind."""
    return {
        "type": "object",
        "x-source": "made up",
        "description": f"A body for {kind}",
        "required": ["kind", "payload"],
        "properties": {
            "kind": {"const": kind, "type": "string", "description": "Kind"},
            "payload": {"$ref": f"{_REF}{payload}", "description": "Payload"},
        },
    }


def command_spec() -> Spec:
    """A document whose one operation takes a payload by its type: `lift` moves something, `ping` does not."""
    spec = small_spec()
    get = spec["paths"]["/things/{id}"].pop("get")
    schemas = spec["components"]["schemas"]
    del schemas["Thing"], schemas["Kind"], schemas["Part"]
    post = {**get, "operationId": "sendThing", "summary": "Send", "parameters": [], "x-effect": "physical"}
    post["requestBody"]["content"]["application/json"]["schema"] = {"$ref": f"{_REF}Request"}
    post["responses"]["200"]["content"]["application/json"]["schema"] = {"$ref": f"{_REF}Point"}
    spec["paths"] = {"/things": {"post": post}}
    schemas.update(
        Request={
            "type": "object",
            "x-source": "made up",
            "description": "A request",
            "required": ["kind", "payload"],
            "allOf": [{"$ref": f"{_REF}ByKind"}],
            "properties": {
                "kind": {"type": "string", "description": "Kind"},
                "payload": {"type": "object", "description": "Payload"},
            },
        },
        ByKind={
            "x-source": "made up",
            "description": "A body by its kind",
            "oneOf": [{"$ref": f"{_REF}LiftBody"}, {"$ref": f"{_REF}PingBody"}],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"lift": f"{_REF}LiftBody", "ping": f"{_REF}PingBody"},
            },
        },
        LiftBody=variant("lift", "Lift"),
        PingBody=variant("ping", "Ping"),
        Lift={
            "type": "object",
            "x-command": "lift",
            "x-domain": "moves",
            "x-effect": "physical",
            "x-destroys": "the load",
            "x-source": "made up",
            "description": "Lift\n  something",
            "required": ["height", "points"],
            "properties": {
                "height": {
                    "type": "integer",
                    "description": "Height",
                    "x-unit": "m",
                    "x-strict": {"minimum": 20, "maximum": 1500},
                    "x-source": "page 7",
                },
                "points": {"type": "array", "description": "Points", "items": {"$ref": f"{_REF}Point"}},
                "mode": {"$ref": f"{_REF}Mode", "description": "Mode"},
                "key": {"type": "string", "format": "password", "description": "Key"},
            },
            "x-strict-rules": [
                {
                    "when": {"properties": {"mode": {"const": 1}}, "required": ["mode"]},
                    "then": {"required": ["key"]},
                    "says": "mode 1 needs a key",
                }
            ],
        },
        Ping={
            "type": "object",
            "x-command": "ping",
            "x-domain": "talk",
            "x-effect": "keyed",
            "x-source": "made up",
            "description": "Ping",
            "properties": {},
        },
        Point={
            "type": "object",
            "x-source": "made up",
            "description": "A point",
            "required": ["latitude"],
            "properties": {"latitude": {"type": "number", "description": "North", "x-strict": {"maximum": 90}}},
        },
        Mode={
            "type": "integer",
            "x-source": "made up",
            "description": "Mode",
            "x-strict": {"enum": [0, 1]},
            "x-enum-varnames": ["SLOW", "FAST"],
            "x-enum-descriptions": ["slowly", "quickly"],
        },
    )
    return spec


@pytest.fixture
def document(tmp_path: Path) -> Document:
    write_spec(tmp_path / "made" / "openapi.yaml", command_spec())
    return load_document(tmp_path / "made")


# ------------------------------------------------------------------------------------------------ the view


def test_a_union_is_taken_out_of_a_body(document: Document) -> None:
    """The generator sees the members that the body has of its own; union and its parts are not in sight."""
    assert list(variant_unions(document)) == ["ByKind"]
    schemas = generator_view(document)["components"]["schemas"]
    assert set(schemas) == {"Request", "Lift", "Ping", "Point", "Mode"}
    assert "allOf" not in schemas["Request"]
    assert set(schemas["Request"]["properties"]) == {"kind", "payload"}


def test_other_parts_of_a_body_stay(tmp_path: Path) -> None:
    """What stands in an allOf beside a union goes on to the generator."""
    spec = command_spec()
    spec["components"]["schemas"]["Request"]["allOf"].append({"$ref": f"{_REF}Point"})
    write_spec(tmp_path / "made" / "openapi.yaml", spec)
    schemas = generator_view(load_document(tmp_path / "made"))["components"]["schemas"]
    assert schemas["Request"]["allOf"] == [{"$ref": f"{_REF}Point"}]


def test_an_open_enum_gets_names(document: Document) -> None:
    """The values that only a strict profile asks for are the enum that the generator names."""
    assert generator_view(document)["components"]["schemas"]["Mode"]["enum"] == [0, 1]


def test_the_document_stays_as_it_is(document: Document) -> None:
    """A view is a copy, down to its leaves."""
    before = copy.deepcopy(document.root)
    generator_view(document)["components"]["schemas"]["Lift"]["properties"]["height"]["x-strict"]["minimum"] = 0
    assert document.root == before


def test_parameters_are_described_where_the_generator_looks(tmp_path: Path) -> None:
    """A parameter's description stands in its schema too."""
    write_spec(tmp_path / "made" / "openapi.yaml", small_spec())
    view = generator_view(load_document(tmp_path / "made"))
    parameters = view["paths"]["/things/{id}"]["get"]["parameters"]
    assert [parameter["schema"]["description"] for parameter in parameters] == ["Id", "Page"]


def test_a_document_without_unions_keeps_its_schemas(tmp_path: Path) -> None:
    """Where nothing is discriminated nothing is taken out."""
    write_spec(tmp_path / "made" / "openapi.yaml", small_spec())
    document = load_document(tmp_path / "made")
    assert list(variant_unions(document)) == []
    assert set(generator_view(document)["components"]["schemas"]) == {"Thing", "Part", "Kind"}


# ------------------------------------------------------------------------------------------------ limits by type


def said(document: Document, body: dict[str, Any], *, strict: bool) -> tuple[str, str]:
    """Place and words of what is wrong with a body; empty if nothing is."""
    known = Operation("sendThing", "POST", "/things", "things", "things.send", "Send", "physical", "documented", "made")
    try:
        OperationLimits(lambda: request_limits(document), strict=strict).check(known, {"json": body})
    except LimitBroken as error:
        return error.place, error.trouble
    return "", ""


LIFT: dict[str, Any] = {"kind": "lift", "payload": {"height": 30, "points": [{"latitude": 1.0}]}}


def lift(**changes: Any) -> dict[str, Any]:
    return {**LIFT, "payload": {**LIFT["payload"], **changes}}


def test_limits_come_by_type(document: Document) -> None:
    """The table names the member that decides, and a schema for each of its values, without descriptions."""
    limits = request_limits(document)["sendThing"]
    assert limits["cases"]["by"] == "kind"
    assert set(limits["cases"]["schemas"]) == {"lift", "ping"}
    assert "anyOf" not in limits["json"]
    assert limits["cases"]["schemas"]["lift"]["properties"]["payload"]["properties"]["height"] == {
        "type": "integer",
        "x-strict": {"minimum": 20, "maximum": 1500},
    }


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("body", "place", "words"),
    [
        (lift(height="30"), "payload.height", "payload.height is a str; it must be a JSON integer"),
        (lift(points=[{}]), "payload.points[0].latitude", "latitude must be given in payload.points[0]"),
        ({"kind": "lift", "payload": {}}, "payload.height", "height, points must be given in payload"),
        ({"kind": "lift"}, "payload", "payload must be given"),
        ({"payload": {}}, "kind", "kind must be given"),
    ],
)
def test_what_the_service_asks_for_always_counts(
    document: Document, body: dict[str, Any], place: str, words: str, strict: bool
) -> None:
    """Presence and type of a case's members are checked in both profiles, and the place is told by itself."""
    assert said(document, body, strict=strict) == (place, words)


@pytest.mark.parametrize(
    ("body", "place", "words"),
    [
        (lift(height=19), "payload.height", "payload.height is 19; it must be at least 20"),
        (lift(mode=7), "payload.mode", "payload.mode is 7; known values are 0, 1"),
        (lift(points=[{"latitude": 91}]), "payload.points[0].latitude",
         "payload.points[0].latitude is 91; it must be at most 90"),
        (lift(mode=1), "", "mode 1 needs a key"),
    ],
)  # fmt: skip
def test_what_is_strict_counts_where_it_is_asked_for(
    document: Document, body: dict[str, Any], place: str, words: str
) -> None:
    """Ranges, open enums and rules between members are held in the strict profile only, however deep they lie."""
    assert said(document, body, strict=True) == (place, words)
    assert said(document, body, strict=False) == ("", "")


@pytest.mark.parametrize("strict", [True, False])
def test_what_is_allowed_passes(document: Document, strict: bool) -> None:
    """A good body, one of another type, and one of a type that is not listed are all let through."""
    for body in (LIFT, lift(mode=1, key="k"), {"kind": "ping", "payload": {}}, {"kind": "new", "payload": {"x": 1}}):
        assert said(document, body, strict=strict) == ("", "")


# ------------------------------------------------------------------------------------------------ the catalogue


@pytest.fixture
def package(generated: Callable[[Spec], Path]) -> Any:
    """The generated module `commands` of the document."""
    folder = generated(command_spec())
    sys.path.insert(0, str(folder.parents[1]))
    try:
        for name in [name for name in sys.modules if name.startswith("made_clients")]:
            del sys.modules[name]
        yield importlib.import_module("made_clients.made.commands")
    finally:
        sys.path.remove(str(folder.parents[1]))


def test_the_catalogue(package: Any) -> None:
    """Every payload with x-command is a command type, in the order of the spec, with its class and its members."""
    assert list(package.COMMANDS) == ["lift", "ping"]
    command = package.COMMANDS["lift"]
    assert (command.domain, command.effect, command.model) == ("moves", "physical", "Lift")
    assert (command.summary, command.destroys) == ("Lift something", "the load")
    assert package.BY_MODEL["Ping"].effect == "keyed"
    entry = package.catalogue()["lift"]
    assert entry["rules"] == ["mode 1 needs a key"]
    members = {member["name"]: member for member in entry["members"]}
    assert list(members) == ["height", "points", "points[].latitude", "mode", "key"]
    assert (members["height"]["limits"], members["height"]["unit"]) == ("20 to 1500", "m")
    assert (members["height"]["required"], members["mode"]["required"]) == (True, False)
    assert members["points"]["type"] == "list of object"
    assert members["mode"]["values"][1] == {"value": 1, "name": "FAST", "meaning": "quickly"}
    assert members["key"]["secret"]
    assert members["height"]["source"] == "page 7"
    assert package.device_codes() == {}


def test_the_models(package: Any) -> None:
    """Payloads are classes; the union has none, and the body's payload may be anything."""
    models = importlib.import_module("made_clients.made.models")
    lifted = models.Lift(height=30, points=[models.Point(latitude=1.0)], mode=models.Mode.FAST)
    assert lifted.to_dict() == {"height": 30, "points": [{"latitude": 1.0}], "mode": 1}
    assert not hasattr(models, "ByKind")
    assert models.Mode(9).value == 9
    assert [field.name for field in attrs.fields(models.Request)][:2] == ["kind", "payload"]


def test_device_codes(generated: Callable[[Spec], Path]) -> None:
    """Codes come by their text, each with the words of its advice; without codes there is nothing."""
    spec = command_spec()
    spec["x-device-advice"] = {"wait": "Wait."}
    spec["x-device-codes"] = [{"code": 7, "meaning": "Busy", "advice": "wait", "module": "dock", "source": "made up"}]
    spec["x-break-reasons"] = [{"value": 1, "meaning": "rain"}]
    from json import loads

    found = loads((generated(spec) / "device_codes.json").read_text(encoding="utf-8"))
    assert found == {
        "codes": {"7": {"meaning": "Busy", "advice": "Wait.", "module": "dock", "source": "made up"}},
        "break_reasons": {"1": "rain"},
    }
