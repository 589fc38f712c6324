"""What KooMap needs of the emulators' common ground."""

from pathlib import Path

import pytest

from skybind_emulators import forms
from skybind_emulators.bundle import SpecificationBroken, bundle
from skybind_emulators.faults import Fault, Faults, check_targets, parse
from skybind_emulators.spec import Specification, load

ROOT = """\
paths: {/a: {get: {operationId: first}}}
tags: [{name: one}]
components: {schemas: {Own: {type: integer}}}
"""
PART = """\
paths: {/b: {put: {operationId: second, schema: {$ref: '#/components/schemas/Own'}}}}
tags: [{name: two}]
x-errors: [{code: C.1, status: 400, meaning: m}]
components: {schemas: {More: {type: string}}}
"""


def test_parts_beside_a_document_belong_to_it(tmp_path: Path) -> None:
    """Paths, components, tags and codes of `<part>.openapi.yaml` are as if written into the document."""
    (tmp_path / "openapi.yaml").write_text(ROOT, encoding="utf-8")
    (tmp_path / "further.openapi.yaml").write_text(PART, encoding="utf-8")
    document = bundle(tmp_path / "openapi.yaml")
    assert set(document["paths"]) == {"/a", "/b"}
    assert [tag["name"] for tag in document["tags"]] == ["one", "two"]
    assert document["x-errors"][0]["code"] == "C.1"
    assert set(document["components"]["schemas"]) == {"Own", "More"}
    assert document["paths"]["/b"]["put"]["schema"] == {"$ref": "#/components/schemas/Own"}


@pytest.mark.parametrize("part", ["paths: {/a: {}}\n", "components: {schemas: {Own: {}}}\n"])
def test_a_part_may_not_say_a_thing_again(tmp_path: Path, part: str) -> None:
    """The same path or component in two files is told by its name."""
    (tmp_path / "openapi.yaml").write_text(ROOT, encoding="utf-8")
    (tmp_path / "further.openapi.yaml").write_text(part, encoding="utf-8")
    with pytest.raises(SpecificationBroken, match="further"):
        bundle(tmp_path / "openapi.yaml")


def test_an_operation_can_be_left_out() -> None:
    """All others stay, and the specification that it was left out of has it still."""
    whole = load("koomap")
    less = whole.without("updateReal3DSubTaskUploadStatus", "noSuchOperation")
    assert set(whole.operations) - set(less.operations) == {"updateReal3DSubTaskUploadStatus"}
    assert less.errors == whole.errors


def test_the_specification_of_koomap_is_read() -> None:
    """40 documented operations and a guess, 277 codes, bodies as forms, codes of each operation, once."""
    specification = load("koomap")
    assert load("koomap") is specification
    assert (len(specification.operations), len(specification.errors)) == (41, 277)
    assert specification.operations["listImageBaseInfo"].media == ("multipart/form-data",)
    assert "KMP.00051030" in specification.operations["startTask"].codes
    assert specification.errors["KMP.00011104"].message == "工作共享空间不存在"


def test_the_answer_may_be_a_creation() -> None:
    """Where there is no answer with 200, the one with 201 is the answer."""
    assert load("iam").operations["createToken"].answer == {"$ref": "#/components/schemas/TokenAnswer"}


def test_a_specification_without_codes_has_none() -> None:
    """x-errors may be missing everywhere."""
    answers: dict[str, object] = {}
    path = {"get": {"operationId": "look", "responses": answers}}
    operation = Specification("s", {"servers": [{"url": "/"}], "paths": {"/a": path}}).operations["look"]
    assert (operation.codes, operation.media, operation.body) == ((), (), None)


def test_a_refuse_fault_is_read_from_text() -> None:
    """The code is an argument like others; a number stays one."""
    assert parse("koomap.createTask:refuse,code=KMP.00051030").code == "KMP.00051030"
    assert parse("terra.createJob:refuse:1,code=801").code == 801
    assert parse("terra.createJob:drop").code is None
    with pytest.raises(ValueError, match="code="):
        parse("koomap.createTask:refuse")


def test_states_that_a_service_lacks_cannot_be_ordered() -> None:
    """KooMap's tasks can fail to start or to stop; TerraAPI's jobs have no such state."""
    for kind in ("fail-start", "fail-stop"):
        assert parse(f"koomap.startTask:{kind}").kind == kind
        with pytest.raises(ValueError, match="terra has no such state"):
            parse(f"terra.startJob:{kind}")


def test_digits_belong_to_names() -> None:
    """Operations may have digits in their names, not at their beginning."""
    assert parse("koomap.createReal3DTask:drop").target == "koomap.createReal3DTask"
    with pytest.raises(ValueError, match="<service>"):
        parse("koomap.3D:drop")


def test_only_listed_codes_can_be_ordered() -> None:
    """By text, and at a registry that was told the codes, before or after."""
    known = {"s.a": ("C.1",), "s.b": ("C.2",)}
    check_targets([parse("s.a:refuse,code=C.1"), parse("s.*:refuse,code=C.2")], known)
    with pytest.raises(ValueError, match=r"s\.a refuses with C\.2"):
        check_targets([parse("s.a:refuse,code=C.2")], known)
    faults = Faults([Fault("s.a", "refuse", args={"code": "C.2"})])
    with pytest.raises(ValueError, match=r"C\.2"):
        faults.learn(known)
    faults = Faults()
    faults.learn(known)
    assert faults.add("s.a", "refuse", code="C.1").code == "C.1"
    with pytest.raises(ValueError, match=r"C\.3"):
        faults.add("s.*", "refuse", code="C.3")


def test_forms_are_read_in_both_encodings() -> None:
    """Text in any script; a blank is a plus sign; what comes last counts."""
    assert forms.read(b"a=1&b=%E6%B5%8B+x&a=2&c=", "application/x-www-form-urlencoded") == {
        "a": "2",
        "b": "测 x",
        "c": "",
    }
    multipart = (
        '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n测 x\r\n'
        '--b\r\nContent-Disposition: form-data; name="f"; filename="n.txt"\r\nContent-Type: text/plain\r\n\r\n'
        "1\r\n2\r\n--b--\r\n"
    )
    assert forms.read(multipart.encode(), 'multipart/form-data; boundary="b"') == {"a": "测 x", "f": "1\r\n2"}


_PART = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n'


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        (b"a=\xff", "application/x-www-form-urlencoded"),
        (b"a=%FF", "application/x-www-form-urlencoded"),
        (b"--b\r\n\r\n", "multipart/form-data; boundary=b"),
        (b"x", "multipart/form-data"),
        (
            b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--b--\r\n',
            "multipart/form-data; boundary=b",
        ),
    ],
)
def test_what_is_no_form_is_told(raw: bytes, content_type: str) -> None:
    """Wrong escapes, missing boundaries, parts without a name and bytes that are no text."""
    with pytest.raises(forms.NotForm):
        forms.read(raw, content_type)
