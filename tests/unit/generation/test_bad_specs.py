"""Messages for bad specs: what the linter and the generator say, and where they point."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import lint_specs
from generation.document import load_document
from generation.lint import lint
from generation.problems import GenerationError
from unit.generation.made_up import DATA, ROOT, Spec, small_spec, write_spec

Change = Callable[[Spec], Any]
GET = "/paths/~1things~1{id}/get"
THING = "/components/schemas/Thing"


def operation(document: Spec) -> Spec:
    return document["paths"]["/things/{id}"]["get"]  # type: ignore[no-any-return]


def schema(document: Spec, name: str = "Thing") -> Spec:
    return document["components"]["schemas"][name]  # type: ignore[no-any-return]


def properties(document: Spec, name: str = "Thing") -> Spec:
    return schema(document, name)["properties"]  # type: ignore[no-any-return]


def second_operation(document: Spec) -> None:
    document["paths"]["/others/{id}"] = copy.deepcopy(document["paths"]["/things/{id}"])


JSON_TEXT = {"application/json": {"schema": {"type": "string"}}, "text/csv": {"schema": {"type": "string"}}}

# what is spoilt, where the finding points, the start of its problem
FAULTS: dict[str, tuple[Change, str, str]] = {
    "operation without source": (lambda d: operation(d).pop("x-source"), GET, "x-source is missing"),
    "schema without source": (lambda d: schema(d).pop("x-source"), THING, "x-source is missing"),
    "effect missing": (lambda d: operation(d).pop("x-effect"), GET, "x-effect is missing"),
    "effect unknown": (lambda d: operation(d).update({"x-effect": "maybe"}), GET, "x-effect is 'maybe'"),
    "verified missing": (lambda d: operation(d).pop("x-verified"), GET, "x-verified is missing"),
    "verified live without date": (lambda d: operation(d).update({"x-verified": "live"}), GET, "x-verified is 'live'"),
    "no operationId": (lambda d: operation(d).pop("operationId"), GET, "operationId is missing"),
    "operationId twice": (second_operation, GET, "operationId getThing is used 2 times"),
    "no tag": (lambda d: operation(d).pop("tags"), GET, "there are 0 tags"),
    "two tags": (lambda d: operation(d).update(tags=["a", "b"]), GET, "there are 2 tags"),
    "no success": (lambda d: operation(d)["responses"].pop("200"), GET, "no 2xx response"),
    "no 4xx": (lambda d: operation(d)["responses"].pop("4XX"), GET, "no 4xx response"),
    "no 5xx": (lambda d: operation(d)["responses"].pop("5XX"), GET, "no 5xx response"),
    "unknown error code": (lambda d: operation(d).update({"x-errors": [8]}), GET, "x-errors names 8"),
    "number enum without names": (
        lambda d: schema(d, "Kind").pop("x-enum-varnames"),
        "/components/schemas/Kind",
        "x-enum-varnames is missing",
    ),
    "enum with too few names": (
        lambda d: schema(d, "Kind").update({"x-enum-varnames": ["ONE"]}),
        "/components/schemas/Kind",
        "1 different names for 2 values",
    ),
    "enum with a name twice": (
        lambda d: schema(d, "Kind").update({"x-enum-varnames": ["ONE", "ONE"]}),
        "/components/schemas/Kind",
        "1 different names for 2 values",
    ),
    "enum with too few meanings": (
        lambda d: schema(d, "Kind").update({"x-enum-descriptions": ["one"]}),
        "/components/schemas/Kind",
        "1 x-enum-descriptions for 2 values",
    ),
    "command without domain": (
        lambda d: schema(d, "Part").update({"x-command": "part_set", "x-effect": "keyed"}),
        "/components/schemas/Part",
        "x-domain is missing",
    ),
    "command without effect": (
        lambda d: schema(d, "Part").update({"x-command": "part_set", "x-domain": "parts"}),
        "/components/schemas/Part",
        "x-effect is missing",
    ),
    "command with the effect of an operation": (
        lambda d: schema(d, "Part").update({"x-command": "part_set", "x-domain": "parts", "x-effect": "safe"}),
        "/components/schemas/Part",
        "x-effect is 'safe'",
    ),
    "command type twice": (
        lambda d: [
            schema(d, name).update({"x-command": "part_set", "x-domain": "parts", "x-effect": "keyed"})
            for name in ("Thing", "Part")
        ],
        THING,
        "x-command part_set is used twice",
    ),
    "unknown strict keyword": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {"maximun": 5}}),
        "/components/schemas/Part/properties/size",
        "x-strict has maximun",
    ),
    "strict type": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {"type": "number"}}),
        "/components/schemas/Part/properties/size",
        "x-strict has type",
    ),
    "nothing strict": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {}}),
        "/components/schemas/Part/properties/size",
        "x-strict is empty",
    ),
    "strict enum without names": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {"enum": [1, 2]}}),
        "/components/schemas/Part/properties/size",
        "x-enum-varnames is missing",
    ),
    "strict enum with too few names": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {"enum": [1, 2]}, "x-enum-varnames": ["ONE"]}),
        "/components/schemas/Part/properties/size",
        "1 x-enum-varnames for 2 values",
    ),
    "strict enum with a name twice": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {"enum": [1, 2]}, "x-enum-varnames": ["A", "A"]}),
        "/components/schemas/Part/properties/size",
        "a name stands twice",
    ),
    "strict enum with a value twice": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {"enum": [1, 1]}}),
        "/components/schemas/Part/properties/size",
        "a value stands twice",
    ),
    "strict enum with too few meanings": (
        lambda d: properties(d, "Part")["size"].update({"x-strict": {"enum": [1, 2]}, "x-enum-descriptions": ["one"]}),
        "/components/schemas/Part/properties/size",
        "1 x-enum-descriptions for 2 values",
    ),
    "enum with null": (
        lambda d: properties(d)["name"].update(enum=["a", None]),
        f"{THING}/properties/name",
        "null in an enum",
    ),
    "enum of mixed types": (
        lambda d: properties(d)["name"].update(enum=["a", 1], **{"x-enum-varnames": ["A", "ONE"]}),
        f"{THING}/properties/name",
        "enum values of type int, str",
    ),
    "boolean schema": (
        lambda d: properties(d)["parts"].update(items=False),
        f"{THING}/properties/parts/items",
        "the schema is false",
    ),
    "boolean property": (lambda d: properties(d).update(all=True), f"{THING}/properties/all", "the schema is true"),
    "several content types": (
        lambda d: operation(d)["requestBody"].update(content=JSON_TEXT),
        f"{GET}/requestBody",
        "several content types (application/json, text/csv)",
    ),
    "default in a parameter": (
        lambda d: operation(d)["parameters"][1]["schema"].update(default=1),
        f"{GET}/parameters/1/schema",
        "default in a request",
    ),
    "default deep in a body": (
        lambda d: properties(d, "Part")["size"].update(default=1),
        "/components/schemas/Part/properties/size",
        "default in a request",
    ),
    "dangling reference": (
        lambda d: properties(d).update(kind={"$ref": "#/components/schemas/Kinds", "description": "Kind"}),
        f"{THING}/properties/kind",
        "#/components/schemas/Kinds does not exist",
    ),
    "reference to another file": (
        lambda d: properties(d).update(kind={"$ref": "kinds.yaml#/Kind", "description": "Kind"}),
        f"{THING}/properties/kind",
        "kinds.yaml#/Kind is in another file",
    ),
    "link to nowhere": (
        lambda d: operation(d)["responses"]["200"].update(links={"next": {"operationId": "getThings"}}),
        f"{GET}/responses/200/links/next",
        "there is no operation getThings",
    ),
    "property without description": (
        lambda d: properties(d)["name"].pop("description"),
        f"{THING}/properties/name",
        "description is missing",
    ),
    "nested property without description": (
        lambda d: properties(d)["parts"].update(items={"type": "object", "properties": {"a/b": {"type": "string"}}}),
        f"{THING}/properties/parts/items/properties/a~1b",
        "description is missing",
    ),
    "parameter without description": (
        lambda d: operation(d)["parameters"][1].pop("description"),
        f"{GET}/parameters/1",
        "description is missing",
    ),
    "list in one value": (
        lambda d: operation(d)["parameters"][1].update(
            explode=False, schema={"type": "array", "items": {"type": "string"}}
        ),
        f"{GET}/parameters/1",
        "deepObject, or a list in one value",
    ),
    "not the standard": (
        lambda d: operation(d)["parameters"][1].pop("in"),
        f"{GET}/parameters/1",
        'not OpenAPI 3.1: "in" is a required property',
    ),
    "old version": (lambda d: d.update(openapi="3.0.3"), "/openapi", "openapi is '3.0.3'"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_where_it_is(tmp_path: Path, fault: str) -> None:
    """One rule, one spoilt spec: the finding points at the place, names the problem and says what to do."""
    change, pointer, problem = FAULTS[fault]
    document = small_spec()
    change(document)
    write_spec(tmp_path / "made" / "openapi.yaml", document)
    found = [finding for finding in lint(load_document(tmp_path / "made")) if finding.problem.startswith(problem)]
    assert [finding.pointer for finding in found][:1] == [pointer]
    assert all(finding.advice for finding in found)


@pytest.mark.parametrize("folder", [DATA / "specs", DATA / "golden" / "specs"])
def test_specs_for_tests_are_clean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the generator's tests use breaks no rule."""
    assert lint_specs.main(["--specs", str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_the_small_spec_is_clean(tmp_path: Path) -> None:
    """The spec that the tests of this file spoil has no fault of its own."""
    write_spec(tmp_path / "made" / "openapi.yaml", small_spec())
    assert list(lint(load_document(tmp_path / "made"))) == []


def test_the_specs_of_the_project_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """What is published breaks no rule."""
    assert lint_specs.main([]) == 0, capsys.readouterr().out


def test_findings_are_lines_with_file_pointer_problem_and_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command prints a line a finding, and fails."""
    document = small_spec()
    operation(document).pop("x-effect")
    operation(document).pop("x-source")
    write_spec(tmp_path / "made" / "openapi.yaml", document)
    assert lint_specs.main(["--specs", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    file = tmp_path / "made" / "openapi.yaml"
    assert printed.out.splitlines() == [
        f"{file}#{GET}: x-source is missing: name the document and section, and its mark",
        f"{file}#{GET}: x-effect is missing: say one of safe, idempotent, keyed, once, physical",
    ]
    assert printed.err == "1 specs, 1 operations, 2 findings\n"


def test_a_value_that_readers_of_yaml_disagree_on_is_found(tmp_path: Path) -> None:
    """The generator reads YAML 1.2, the emulators read 1.1; `no` and dates mean other things there."""
    file = tmp_path / "made" / "openapi.yaml"
    write_spec(file, small_spec())
    text = file.read_text(encoding="utf-8").replace('"description": "Name"', '"description": no', 1)
    file.write_text(text.replace('"description": "Kind"', '"description": 2026-01-31', 1), encoding="utf-8")
    found = {finding.pointer: finding.problem for finding in lint(load_document(tmp_path / "made"))}
    assert found[f"{THING}/properties/name/description"] == "means something else to a reader of YAML 1.1"
    assert "no counterpart in JSON" in found["/components/schemas/Kind/description"]


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "- a list\n"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """What is no YAML, gives a key twice or is no mapping is refused with the file's name."""
    file = tmp_path / "made" / "openapi.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert lint_specs.main(["--specs", str(tmp_path)]) == 2
    assert str(file) in capsys.readouterr().err


def test_a_folder_without_specs_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped folder is not an empty success."""
    assert lint_specs.main(["--specs", str(tmp_path / "nowhere")]) == 2
    assert "no folder in it has an openapi.yaml or a schema.graphql" in capsys.readouterr().err


# ----------------------------------------------------------------------------------------------------- the generator


REFUSED: dict[str, tuple[Change, str]] = {
    "mixed enum": (
        lambda d: properties(d)["name"].update(enum=["a", 1]),
        "has resulted in the removal of:\n    /components/schemas/Thing",
    ),
    "reference to another file": (
        lambda d: properties(d).update(kind={"$ref": "kinds.yaml#/Kind"}),
        "Remote references",
    ),
    "unknown content": (
        lambda d: operation(d)["responses"]["200"].update(content={"application/xml": {"schema": {"type": "string"}}}),
        "Unsupported content_type",
    ),
    "boolean schema": (lambda d: properties(d)["parts"].update(items=False), "Failed to parse OpenAPI document"),
    "path parameter not declared": (lambda d: operation(d)["parameters"].pop(0), "Incorrect path templating"),
    "no effect": (lambda d: operation(d).pop("x-effect"), "getThing: x-effect is None: say one of safe"),
    "two tags": (lambda d: operation(d).update(tags=["a", "b"]), "getThing: an operation has exactly one tag"),
    "no success": (lambda d: operation(d)["responses"].pop("200"), "getThing: no 2xx response is described"),
    "two successes": (
        lambda d: operation(d)["responses"].update(
            {"201": {"description": "x", "content": {"application/json": {"schema": {"type": "integer"}}}}}
        ),
        "getThing: its 2xx responses differ (Thing, int)",
    ),
    "result that does not exist": (
        lambda d: operation(d).update({"x-result": "data"}),
        "getThing: x-result is 'data', but Thing has no 'data'; it has name, kind, parts",
    ),
    "result below a text": (
        lambda d: operation(d).update({"x-result": "name.first"}),
        "getThing: x-result is 'name.first', but what comes before 'first' is str, not an object",
    ),
    "paging without page": (
        lambda d: operation(d).update({"x-paging": {"style": "page", "items": "parts"}}),
        "getThing: x-paging needs style (page, offset, cursor), items and page",
    ),
    "paging with an unknown key": (
        lambda d: operation(d).update({"x-paging": {"style": "page", "items": "parts", "page": "page", "rows": "x"}}),
        "getThing: x-paging needs style",
    ),
    "paging by a parameter that is not there": (
        lambda d: operation(d).update({"x-paging": {"style": "page", "items": "parts", "page": "number"}}),
        "getThing: x-paging names number, which the call does not take",
    ),
    "paging over no list": (
        lambda d: operation(d).update({"x-paging": {"style": "page", "items": "name", "page": "page"}}),
        "getThing: x-paging.items is 'name', which is not a list",
    ),
    "error code of no use": (
        lambda d: operation(d).update({"x-errors": [True]}),
        "getThing: x-errors lists codes of the service, True is none",
    ),
    "two operations with one method": (
        lambda d: d["paths"]["/things/{id}"].update(put={**operation(d), "operationId": "x", "x-method": "get"}),
        "getThing and x would both be things.get: give one an x-method",
    ),
    "model named as the facade's own": (
        lambda d: (
            d["components"]["schemas"].update(Pages=d["components"]["schemas"].pop("Kind")),
            properties(d).update(kind={"$ref": "#/components/schemas/Pages"}),
        ),
        "Pages of .models.pages has the name of a name of the facade itself",
    ),
    "model named as a group": (
        lambda d: (
            d["components"]["schemas"].update(Things=d["components"]["schemas"].pop("Kind")),
            properties(d).update(kind={"$ref": "#/components/schemas/Things"}),
        ),
        "Things of .models.things has the name of the group of tag things: rename the schema or the tag",
    ),
    "property named as a variable": (
        lambda d: properties(d).update(d={"type": "string"}),
        "the property d of Thing clashes with a variable of the generated code",
    ),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_the_generator_refuses_what_it_would_drop(generated: Callable[[Spec], Path], minimal: Spec, fault: str) -> None:
    """Nothing is left out in silence: generation stops, and the message says what and where."""
    change, message = REFUSED[fault]
    change(minimal)
    with pytest.raises(GenerationError) as caught:
        generated(minimal)
    assert message in str(caught.value)
    assert "UntrustedString" not in str(caught.value)


def test_the_generator_takes_the_small_spec(generated: Callable[[Spec], Path], minimal: Spec) -> None:
    """The spec that these tests spoil is fine as it is."""
    assert (generated(minimal) / "models" / "thing.py").is_file()


def test_root_of_the_project_is_found() -> None:
    """The linter shows files of the project by their path below its root."""
    assert (ROOT / "specs").is_dir()
    assert lint_specs.ROOT == ROOT
