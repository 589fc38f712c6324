from pathlib import Path

import pytest

from skybind_emulators.bundle import SpecificationBroken, bundle
from skybind_emulators.spec import load


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "root.yaml"


def test_things_in_other_files_come_into_the_document(tmp_path: Path) -> None:
    """A reference to a component of another file becomes one within the document, and what that needs comes too."""
    root = written(
        tmp_path,
        root="a: {$ref: 'other.yaml#/components/schemas/Thing'}\n",
        other="components: {schemas: {Thing: {items: {$ref: '#/components/schemas/Part'}}, Part: {type: string}}}\n",
    )
    document = bundle(root)
    assert document["a"] == {"$ref": "#/components/schemas/Thing"}
    assert document["components"]["schemas"] == {
        "Thing": {"items": {"$ref": "#/components/schemas/Part"}},
        "Part": {"type": "string"},
    }


def test_a_thing_may_hold_itself(tmp_path: Path) -> None:
    """Recursive schemas in other files come in once."""
    root = written(
        tmp_path,
        root="a: {$ref: 'other.yaml#/components/schemas/Tree'}\n",
        other="components: {schemas: {Tree: {items: {$ref: '#/components/schemas/Tree'}}}}\n",
    )
    assert bundle(root)["components"]["schemas"]["Tree"] == {"items": {"$ref": "#/components/schemas/Tree"}}


def test_a_whole_file_takes_the_place_of_its_reference(tmp_path: Path) -> None:
    """Path items may lie in files of their own, and refer back to the first one."""
    root = written(
        tmp_path,
        root="paths: {/x: {$ref: paths.yaml}}\ncomponents: {schemas: {Own: {type: integer}}}\n",
        paths="get: {schema: {$ref: 'root.yaml#/components/schemas/Own'}}\n",
    )
    assert bundle(root)["paths"]["/x"] == {"get": {"schema": {"$ref": "#/components/schemas/Own"}}}


@pytest.mark.parametrize(
    ("root", "says"),
    [
        ("a: {$ref: 'nowhere.yaml'}", "nowhere.yaml"),
        ("a: {$ref: 'other.yaml#/components/schemas/No'}", "/components/schemas/No"),
        ("a: {$ref: 'other.yaml#/components/schemas/Same'}\ncomponents: {schemas: {Same: {}}}", "Same"),
        ("a: [", "root.yaml"),
    ],
)
def test_a_broken_document_is_named(tmp_path: Path, root: str, says: str) -> None:
    """A reference that leads nowhere, a name used twice and a file that cannot be read are all told."""
    other = "components: {schemas: {Same: {type: string}}}\n"
    with pytest.raises(SpecificationBroken) as caught:
        bundle(written(tmp_path, root=root + "\n", other=other))
    assert says in str(caught.value)


def test_the_specification_of_terra_is_read() -> None:
    """All 21 operations are there, under the path prefix of the service, with the codes' statuses."""
    specification = load("terra")
    assert len(specification.operations) == 21
    assert specification.prefix == "/terra-rescon-be"
    assert specification.errors[801].status == 429
    by_path = specification.by_path()
    assert set(by_path["/v2/jobs/{uuid}"]) == {"GET", "PUT", "DELETE"}
    start = specification.operations["startJob"]
    assert (start.method, start.path, start.body_required) == ("POST", "/v2/jobs/{uuid}/start", True)
    assert [parameter.name for parameter in start.parameters] == ["uuid"]
