"""The generated client with the manual's examples: it reads every answer, and sends every request as it is printed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from unit.specs_koomap.calling import answer_model, decode, encode, path_of, query_of, sent
from unit.specs_koomap.examples import Example, examples

KOOMAP = [example for example in examples() if example.service == "koomap"]
RESPONSES = [example for example in KOOMAP if example.kind == "response"]
BARE = [example for example in RESPONSES if example.body is True]
FULL = [example for example in RESPONSES if example.status == 200 and example.body is not True]
REFUSALS = [example for example in RESPONSES if example.status != 200]

# Requests that the client does not make as they are printed, and the contradiction that is the reason.
NOT_SENT: Mapping[str, str] = {
    "3.2 request 1": "C-01",  # the older path
    "4.2.1 request": "C-29",  # is_clip and is_tile, where isClip and isTile are required
    "4.6.4 request": "C-58",  # the path of a task
}
REQUESTS = [example for example in KOOMAP if example.kind == "request" and example.id not in NOT_SENT]

# A part of the answer is what callers get; the rest says nothing more.
PARTS = {"4.7.1 response": "data"}


def named(example: Example) -> str:
    """Name of a test."""
    return example.id


def by_id(name: str) -> Example:
    """One example."""
    return next(example for example in KOOMAP if example.id == name)


@pytest.mark.parametrize("example", FULL, ids=named)
def test_an_answer_is_read_and_nothing_of_it_is_lost(example: Example) -> None:
    """Every answer is decoded, whatever contradicts the tables in it, and comes out again as it was."""
    expected = example.body[PARTS[example.id]] if example.id in PARTS else example.body
    assert json.dumps(encode(decode(example)), sort_keys=True) == json.dumps(expected, sort_keys=True)


@pytest.mark.parametrize("example", BARE, ids=named)
def test_a_bare_true_is_read(example: Example) -> None:
    """An answer that only says `true` gives nothing to the caller."""
    assert decode(example) is None


@pytest.mark.parametrize("example", REFUSALS, ids=named)
def test_a_refusal_is_read(example: Example) -> None:
    """Every printed refusal is decoded: an error, also with a short code (C-10), or a list of images (C-38)."""
    assert encode(answer_model(example)) == example.body


@pytest.mark.parametrize("example", REQUESTS, ids=named)
def test_a_request_is_sent_as_it_is_printed(example: Example) -> None:
    """Path, query and body of a call with an example's arguments are those of the example."""
    request = sent(example)
    assert request["url"] == path_of(example).replace("{", "%7B").replace("}", "%7D")
    assert {name: _text(value) for name, value in request.get("params", {}).items()} == dict(query_of(example))
    if example.form:
        # A field that is printed twice is sent once (C-42).
        assert {name: content.decode() for name, (_, content, _) in request["files"]} == dict(example.form)
        assert len(request["files"]) == len(dict(example.form))
    else:
        assert json.dumps(request.get("json"), sort_keys=True) == json.dumps(example.body, sort_keys=True)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_the_reasons_exist(known: Mapping[str, str]) -> None:
    """What is not sent is an example, and each reason one of the contradictions."""
    assert set(NOT_SENT) <= {example.id for example in KOOMAP}
    assert set(NOT_SENT.values()) <= set(known)


def test_the_tables_win_over_the_names_in_examples() -> None:
    """A satellite task with `isClip` and `isTile` is sent so; with the names of the example it is refused (C-29)."""
    printed = by_id("4.2.1 request")
    with pytest.raises(KeyError, match="isClip"):
        sent(printed)
    body = {name: value for name, value in printed.body.items() if name not in ("is_clip", "is_tile", "shape_id")}
    request = sent(replace(printed, body={**body, "isClip": "0", "isTile": "0"}))
    assert request["json"] == {**body, "isClip": "0", "isTile": "0"}


def test_decimal_text_is_not_rounded() -> None:
    """The numbers of a mark point go out and come in as the text they are (C-61)."""
    height = "37.884999999999998"  # as a float it would print as 37.885
    assert sent(by_id("4.8.1 request"))["json"]["height"] == height
    assert decode(by_id("4.8.1 response")).height == height
    assert [point.height for point in decode(by_id("4.8.3 response")).items] == [height, "37.976999999999997", height]


OTHER_FORMS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "C-12, a time with blanks": ("4.1.1 response", {"create_time": "2023-05-11 17:10:13.000"}),
    "C-23, an offset of -1": ("4.8.3 response", {"page": {"offset": -1, "limit": 10, "total": 3}}),
    "C-30, limits as numbers": ("4.5.1 response", {"modeling_params": {"key_point_limit": 40000}}),
    "C-30, limits as text": ("4.5.3 response", {"modeling_params": {"key_point_limit": "40000"}}),
    "C-32, counts as an object": ("4.2.3 response", {"taskNumVo": {"totalNum": 10}}),
    "C-33, a plain id": ("4.2.1 response", {"data_id": "3f7eb40cf46d45fd96a927361c57787"}),
    "C-35, a level of no list": ("4.2.1 response", {"production_level": "L9"}),
    "C-55, progress before the start": ("4.5.4 response", {"task_progress": None}),
    "C-64, task_info as an object": ("4.9.2 response", {"products": [{"task_info": {"task_id": "a"}}]}),
    "C-65, product_detail": ("4.9.2 response", {"products": [{"product_detail": [{"type": "mesh_obj"}]}]}),
    "C-74, a state of no list": ("4.5.1 response", {"task_status": "ON_FIRE"}),
}


@pytest.mark.parametrize("form", OTHER_FORMS)
def test_the_other_form_is_read_too(form: str) -> None:
    """Where documents disagree about an answer, the form that its example does not have is read as well."""
    name, change = OTHER_FORMS[form]
    example = by_id(name)
    changed = replace(example, body={**example.body, **change})
    assert encode(decode(changed)) == changed.body
