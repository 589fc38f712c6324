"""Every request and answer that the manual prints, against the spec."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generation.document import Document
from unit.specs_koomap.documents import Operation
from unit.specs_koomap.examples import Example, examples, problems, unknown_fields

# What the spec would refuse of an example: a word of each problem, and the contradiction that it comes from.
REFUSED: Mapping[str, Mapping[str, str]] = {
    "3.2 request 1": {"path is /v1/kmp-control/workspaces": "C-01", "a body is required": "C-01"},
    "3.2 request 2": {'"scope" is a required property': "C-02"},
    "4.1.3 request": {"method is POST": "C-28"},
    "4.2.1 request": {'"isClip" is a required': "C-29", '"isTile" is a required': "C-29", "shape_id: null": "C-36"},
    "4.2.3 response": {'production_level: "tile"': "C-35"},
    "4.3.1 request": {"limit: 0 is less": "C-22"},
    "4.4.1 request": {"is_product is given 2 times": "C-42"},
    "4.4.1 response 200": {'image_status: "完成"': "C-42"},
    "4.5.4 request 2": {"method is None": "C-15"},
    "4.6.1 request": {"method is None": "C-15"},
    "4.6.2 request": {"method is None": "C-15"},
    "4.6.3 request": {"method is None": "C-15"},
    "4.6.4 request": {"method is None": "C-15", "path is /v1/real3d/": "C-58"},
    "4.6.5 request": {"method is None": "C-15"},
    # The placeholder `xxx` is no number, and the example has text where the table has numbers.
    "4.10.1 request": {"host is": "C-15", 'longitude: "xxx"': "C-70", 'latitude: "xxx"': "C-70"},
    "4.11.1 request": {"host is": "C-15"},
}

_MODELING = (
    *("center_x_offset", "center_y_offset", "center_z_offset", "is_calibration"),
    *("blend_intensity", "compress_accuracy", "intp_accuracy"),
)

# Fields that only examples have, and the contradiction that names them.
ONLY_IN_EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "3.2 request 2": {"scope": "C-02"},
    "4.2.1 request": {"is_clip": "C-29", "is_tile": "C-29"},
    "4.2.1 response": {"is_clip": "C-29", "is_tile": "C-29"},
    "4.2.3 response": {"data.is_clip": "C-29", "data.is_tile": "C-29"},
    "4.5.3 response": {f"modeling_params.{name}": "C-48" for name in _MODELING},
    "4.5.4 response": {f"modeling_params.{name}": "C-48" for name in _MODELING},
    "4.5.7 response": {f"tasks.modeling_params.{name}": "C-48" for name in _MODELING},
    "4.9.2 response": {"products.folder_info": "C-64"},
    "4.10.1 request": {"payload.slam.index": "C-70", "payload.slam.mode": "C-70"},
}

# Sections that print no example of a kind.
WITHOUT = {"request": {"4.9.4", "4.9.5"}, "response": {"4.9.4", "4.9.5", "4.10.1", "4.11.1"}}  # C-68, C-75

ALL = [pytest.param(example, id=example.id) for example in examples()]


def test_every_section_has_its_examples(documented: Mapping[str, Operation]) -> None:
    """Each operation has its request and its answer, except where the manual prints none; 78 in chapter 4."""
    sections = {operation.section for operation in documented.values()}
    for kind, without in WITHOUT.items():
        assert {example.section for example in examples(kind)} & sections == sections - without
    assert len([example for example in examples() if example.section in sections]) == 78


@pytest.mark.parametrize("example", ALL)
def test_an_example_fits_the_spec(specs: Mapping[str, Document], example: Example) -> None:
    """An example is valid, or each thing the spec has against it is listed with its contradiction, and nothing more."""
    expected = REFUSED.get(example.id, {})
    found = problems(specs[example.service], example)
    assert [problem for problem in found if not any(words in problem for words in expected)] == []
    assert [words for words in expected if not any(words in problem for problem in found)] == []


@pytest.mark.parametrize("example", ALL)
def test_fields_of_an_example_are_in_the_spec(specs: Mapping[str, Document], example: Example) -> None:
    """The spec has every field of an example, or the field is listed with its contradiction."""
    assert unknown_fields(specs[example.service], example) == sorted(ONLY_IN_EXAMPLES.get(example.id, {}))


def test_the_lists_name_examples_and_contradictions(known: Mapping[str, str]) -> None:
    """Every listed id is that of an example, and every reason one of the contradictions."""
    ids = {example.id for example in examples()}
    for listed in (REFUSED, ONLY_IN_EXAMPLES):
        assert set(listed) - ids == set()
        assert {reason for reasons in listed.values() for reason in reasons.values()} - set(known) == set()


SPOILED = {
    "a wrong method": lambda e: replace(e, method="PATCH"),
    "a path that no operation has": lambda e: replace(e, url=str(e.url).replace("/tasks", "/task")),
    "an unknown query parameter": lambda e: replace(e, url=f"{e.url}&colour=red"),
    "a query value out of range": lambda e: replace(e, url=str(e.url).replace("limit=2", "limit=101")),
}


@pytest.mark.parametrize("fault", SPOILED)
def test_a_spoiled_request_is_noticed(spec: Document, fault: str) -> None:
    """The check of method, path and query can fail."""
    whole = next(example for example in examples("request") if example.id == "4.5.7 request")
    assert problems(spec, whole) == []
    assert len(problems(spec, SPOILED[fault](whole))) == 1


def test_a_spoiled_body_is_noticed(spec: Document) -> None:
    """The check of bodies can fail: a number for a text, a missing field, an unlisted value."""
    request = next(example for example in examples("request") if example.id == "4.8.1 request")
    answer = next(example for example in examples("response") if example.id == "4.5.1 response")
    assert problems(spec, request) == problems(spec, answer) == []
    assert len(problems(spec, replace(request, body={**request.body, "height": 37.885}))) == 1
    assert len(problems(spec, replace(request, body={k: v for k, v in request.body.items() if k != "taskId"}))) == 1
    assert len(problems(spec, replace(answer, body={**answer.body, "task_type": "REAL2D"}))) == 1
