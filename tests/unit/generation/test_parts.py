"""The small functions that the generator is made of."""

from pathlib import Path
from typing import Any

import pytest

from generation.docstrings import sentences
from generation.document import Document, load_document
from generation.naming import group_attribute, group_class, method_name
from generation.pipeline import literal
from generation.problems import GenerationError
from generation.schemas import described, is_secret, limits, object_properties
from unit.generation.made_up import small_spec, write_spec


@pytest.fixture
def document(tmp_path: Path) -> Document:
    write_spec(tmp_path / "made" / "openapi.yaml", small_spec())
    return load_document(tmp_path / "made")


@pytest.mark.parametrize(
    ("operation", "tag", "given", "name"),
    [
        ("listFiles", "files", None, "list"),
        ("getFile", "files", None, "get"),
        ("getFileList", "files", None, "get_list"),
        ("listMarkPoints", "mark-points", None, "list"),
        ("getMarkPoint", "mark-points", None, "get"),
        ("deleteEntry", "entries", None, "delete"),
        ("showClass", "classes", None, "show"),
        ("obtainToken", "store", None, "obtain_token"),
        ("files", "files", None, "files"),
        ("importFiles", "files", None, "import_"),
        ("listFiles", "files", "every", "every"),
        ("listFiles", "files", "yield", "yield_"),
        ("profileGet", "files", None, "profile_get"),
    ],
)
def test_methods_are_named_by_what_is_left_without_the_noun(
    operation: str, tag: str, given: str | None, name: str
) -> None:
    """The tag's noun goes, in singular or plural; keywords get an underscore, builtins do not."""
    assert method_name(operation, tag, given) == name


def test_groups_are_named_by_their_tag() -> None:
    """One tag, one class and one attribute."""
    assert (group_class("mark-points"), group_attribute("mark-points")) == ("MarkPoints", "mark_points")
    assert group_attribute("import") == "import_"


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"minimum": 1, "maximum": 100}, "1 to 100"),
        ({"minimum": 0}, "0 or more"),
        ({"minimum": 1.0, "maximum": 2147483647.0}, "1 to 2147483647"),
        ({"maximum": 0.5}, "at most 0.5"),
        ({"exclusiveMinimum": 0, "exclusiveMaximum": 1}, "above 0; below 1"),
        ({"multipleOf": 2}, "a multiple of 2"),
        ({"minLength": 1}, "at least 1 character"),
        ({"minLength": 36, "maxLength": 36}, "36 characters"),
        ({"maxLength": 1}, "at most 1 character"),
        ({"minItems": 3, "maxItems": 5}, "3 to 5 entries"),
        ({"minItems": 1, "maxItems": 1}, "1 entry"),
        ({"pattern": "^a$"}, "matches `^a$`"),
        ({"type": "string"}, ""),
    ],
)
def test_limits_are_put_into_words(document: Document, schema: dict[str, Any], words: str) -> None:
    """Every limit of a schema is told to those who read the docstring."""
    assert limits(document, schema) == words


@pytest.mark.parametrize(
    ("schema", "secret"),
    [
        ({"type": "string"}, False),
        ({"type": "string", "format": "password"}, True),
        ({"type": "string", "x-secret": True}, True),
        ({"type": "string", "x-secret": False}, False),
        ({"oneOf": [{"type": "string", "x-secret": True}, {"type": "null"}]}, True),
        ({"type": "array", "items": {"type": "string", "x-secret": True}}, True),
        ({"$ref": "#/components/schemas/Kind"}, False),
        ({"$ref": "#/components/schemas/Kind", "x-secret": True}, True),
    ],
)
def test_secrets_are_recognised(document: Document, schema: dict[str, Any], secret: bool) -> None:
    """Wherever the mark stands, the value is a secret."""
    assert is_secret(document, schema) is secret


def test_the_description_beside_a_reference_goes_first(document: Document) -> None:
    """A property says what it means; else the schema it refers to does."""
    reference = {"$ref": "#/components/schemas/Kind"}
    assert described(document, reference) == "Kind"
    assert described(document, {**reference, "description": "Own\n words"}) == "Own words"
    assert described(document, {"$ref": "#/nowhere"}) == ""


def test_properties_of_all_parts_are_found(document: Document) -> None:
    """allOf adds the properties of each part, and a circle of references ends."""
    combined = {
        "allOf": [{"$ref": "#/components/schemas/Part"}, {"properties": {"a": {}}}],
        "properties": {"b": {"type": "null"}},
    }
    assert list(object_properties(document, combined)) == ["size", "a", "b"]
    circle = Document("made", document.files, {"a": {"$ref": "#/a"}})
    assert object_properties(circle, {"$ref": "#/a"}) == {}


def test_references_lead_through_escaped_names_and_lists(document: Document) -> None:
    """JSON pointers are followed as the standard says."""
    get = "#/paths/~1things~1{id}/get"
    assert document.at(f"{get}/parameters/1/name") == "page"
    assert document.at(f"{get}/parameters/9") is None
    assert document.at("other.yaml#/a") is None


def test_parts_of_a_spec_are_put_together(tmp_path: Path) -> None:
    """Paths, components, tags and codes of all files make one document, which knows where each is from."""
    whole, part = small_spec(), small_spec()
    part["paths"] = {"/parts": part["paths"]["/things/{id}"]}
    part["components"]["schemas"] = {"Extra": {"type": "string"}}
    write_spec(tmp_path / "made" / "openapi.yaml", whole)
    write_spec(tmp_path / "made" / "b.openapi.yaml", part)
    document = load_document(tmp_path / "made")
    assert [raw.path for raw in document.operations()] == ["/things/{id}", "/parts"]
    assert list(document.components("schemas")) == ["Thing", "Part", "Kind", "Extra"]
    assert len(document.root["tags"]) == 2
    assert document.file_of("/components/schemas/Extra/type").name == "b.openapi.yaml"
    assert document.file_of("/paths/~1parts/get").name == "b.openapi.yaml"
    assert document.file_of("/components/schemas/Thing").name == "openapi.yaml"
    assert list(document.digests()) == ["made/openapi.yaml", "made/b.openapi.yaml"]


def test_two_files_that_define_one_thing_are_refused(tmp_path: Path) -> None:
    """Which of the two would count is nothing to guess."""
    write_spec(tmp_path / "made" / "openapi.yaml", small_spec())
    write_spec(tmp_path / "made" / "b.openapi.yaml", {"components": {"schemas": {"Kind": {}}}})
    with pytest.raises(GenerationError, match=r"b\.openapi\.yaml#/components/schemas/Kind: another file"):
        load_document(tmp_path / "made")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ('a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("图", '"图"'),
        ("a\nb\x00", '"ab"'),
        ((1,), "(1,)"),
        ((1, "x"), '(1, "x")'),
        (None, "None"),
        (True, "True"),
    ],
)
def test_values_of_a_spec_become_literals(value: object, code: str) -> None:
    """A text of the spec cannot become anything but a text in the code."""
    assert literal(value) == code


def test_a_value_that_is_no_literal_is_refused() -> None:
    """The table takes plain values only."""
    with pytest.raises(GenerationError, match="of a kind that the operations table does not take"):
        literal({"a": 1})


def test_texts_become_sentences() -> None:
    """Descriptions are joined with one full stop each, however they were written."""
    assert sentences(["page number; the first is 1. ", "", "1 or more"]) == "Page number; the first is 1. 1 or more."
