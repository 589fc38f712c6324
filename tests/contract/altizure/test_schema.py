"""Altizure's emulator against the schema, with documents that schemathesis and hypothesis make up.

What a field may return is seen to by the executor; here it is how requests are taken, and how they are answered.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import hypothesis
import pytest
import schemathesis
from graphql import (
    DirectiveNode,
    OperationType,
    StringValueNode,
    build_client_schema,
    build_schema,
    get_introspection_query,
    get_operation_ast,
    lexicographic_sort_schema,
    parse,
    print_schema,
)
from hypothesis_graphql import strategies as documents

from contract.altizure.account import Account, acquainted, furnished
from harness.contract.notes import NOTES
from harness.contract.preloading import load_everything
from skybind_clients.altizure.documents import DOCUMENTS
from skybind_clients.altizure.operations import OPERATIONS

load_everything()  # what is made up must not depend on what was loaded before

PATH = Path(__file__).parents[3] / "specs" / "altizure" / "schema.graphql"
SDL = build_schema(PATH.read_text(encoding="utf-8"))
CONFIG = {
    "seed": 1,
    "suppress-health-check": ["all"],
    "generation": {"mode": "all", "max-examples": 12, "deterministic": True, "database": "none"},
}
SCHEMA = schemathesis.graphql.from_path(PATH, config=schemathesis.Config.from_dict(CONFIG))
QUICK = hypothesis.settings(
    max_examples=20,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
assert SDL.mutation_type is not None
MUTATIONS = set(SDL.mutation_type.fields)
# Signing in is what those do who have no token yet.
SIGN_IN = {"getUserToken", "requestLoginCode", "getUserTokenByLoginCode"}


def _refusals() -> list[re.Pattern[str]]:
    """Words that the schema names; `first(-1)` stands for either argument and any number."""
    assert SDL.ast_node is not None
    words = [_code(one) for one in SDL.ast_node.directives if one.name.value == "refusal"]
    words += ["hasImage needs a checksum.", "The picture is empty."]  # the emulator's own: nothing public says these
    return [re.compile(re.escape(text).replace(re.escape("first(-1)"), r"(first|last)\(-\d+\)")) for text in words]


def _code(refusal: DirectiveNode) -> str:
    values = {one.name.value: one.value for one in refusal.arguments}
    assert isinstance(values["code"], StringValueNode)
    return values["code"].value


REFUSALS = _refusals()


def send(account: Account, document: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
    """A document as clients send it."""
    shown = account.altizure.headers if headers is None else headers
    return account.altizure.http.post("/graphql", json={"query": document}, headers=dict(shown))


def answered(response: httpx.Response) -> dict[str, Any]:
    """The data of a document that is valid: errors beside it have words that the schema names."""
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("application/json")
    body = response.json()
    assert set(body) <= {"data", "errors"}
    for error in body.get("errors", ()):
        assert any(words.fullmatch(error["message"]) for words in REFUSALS), error
        assert _at(body["data"], error["path"]) is None
    data: dict[str, Any] = body["data"]
    return data


def _at(data: Any, path: list[str | int]) -> Any:
    for step in path:
        data = None if data is None else data[step]
    return data


def refused(response: httpx.Response) -> None:
    """A document that is not valid: 400, messages, and no data."""
    assert response.status_code == 400, response.text
    body = response.json()
    assert set(body) == {"errors"}
    assert all(error["message"] for error in body["errors"])


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    """An account for tests that leave it as it is."""
    with furnished(tmp_path_factory.mktemp("account")) as account:
        yield account


@pytest.fixture
def held(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Account, set[str]]]:
    """An account for one test, and a place to note each root field that came to something; at the end the test's own
    must be there."""
    found: set[str] = set()
    with furnished(tmp_path) as account:
        yield account, found
    field = request.node.operation_label.partition(".")[2]
    assert field in found, "no request came to anything: only refusals were checked"
    if NOTES in request.config.stash:
        for operation in (one for one in OPERATIONS.values() if one.root == field):
            request.config.stash[NOTES].property_tested("altizure", operation.id)


@SCHEMA.parametrize()
def test_every_field_is_answered_as_the_schema_allows(case: Any, held: tuple[Account, set[str]]) -> None:
    """Documents that fit the schema get 200 and data, others 400; most of the ids that are asked for exist."""
    account, found = held
    wrong = case.meta.generation.mode.is_negative
    document = case.body if wrong or len(case.body) % 4 == 0 else acquainted(case.body, account)
    response = send(account, document)
    if wrong:
        refused(response)
        return
    found |= {name for name, value in answered(response).items() if value is not None}


@pytest.mark.parametrize("token", [{}, {"altitoken": "x"}], ids=["none", "unknown"])
@pytest.mark.parametrize("field", sorted(MUTATIONS - SIGN_IN))
def test_no_mutation_is_open_to_strangers(account: Account, field: str, token: dict[str, str]) -> None:
    """Whatever the arguments, whoever has no good token gets `Authentication Error`, and nothing changes."""
    before = state(account)

    @hypothesis.settings(QUICK, max_examples=3)
    @hypothesis.given(documents.mutations(SDL, fields=[field]))
    def ask(document: str) -> None:
        response = send(account, acquainted(document, account), {"key": account.altizure.headers["key"], **token})
        body = response.json()
        assert body["data"] is None or set(body["data"].values()) == {None}
        assert {error["message"] for error in body["errors"]} == {"Authentication Error"}

    ask()
    assert state(account) == before


def state(account: Account) -> Any:
    """What a mutation might have changed."""
    emulator = account.altizure.emulator
    projects = [(project.id, project.owner) for project in emulator.projects]
    images = [(image.id, image.state, image.started) for image in emulator.images]
    return projects, images, [task.id for task in emulator.tasks], emulator.user.balance


def test_every_form_of_request_gets_the_same_answer(account: Account) -> None:
    """JSON, JSON with variables, a form, bare GraphQL and the address: the document counts, not how it comes."""
    http, headers = account.altizure.http, account.altizure.headers

    @QUICK
    @hypothesis.given(documents.queries(SDL))
    def ask(document: str) -> None:
        document = acquainted(document, account)
        bare = {**headers, "content-type": "application/graphql"}
        answers = [
            send(account, document),
            http.post("/graphql", json={"query": document, "variables": {}, "operationName": None}, headers=headers),
            http.post("/graphql", data={"query": document, "variables": "{}"}, headers=headers),
            http.post("/graphql", content=document.encode("utf-8", "replace"), headers=bare),
            http.get("/graphql", params={"query": document}, headers=headers),
        ]
        assert {answer.status_code for answer in answers} == {200}
        assert len({_plain(answer) for answer in answers}) == 1

    ask()


def _plain(answer: httpx.Response) -> str:
    """An answer without what changes from one moment to the next: links are signed anew each time."""
    return re.sub(r'"http://[^"]*"', '"link"', answer.text)


def test_no_mutation_comes_by_get(account: Account) -> None:
    """405 whatever the document, and nothing is done."""
    before = state(account)

    @QUICK
    @hypothesis.given(documents.mutations(SDL))
    def ask(document: str) -> None:
        document = acquainted(document, account)
        response = account.altizure.http.get("/graphql", params={"query": document}, headers=account.altizure.headers)
        assert (response.status_code, response.headers["allow"]) == (405, "POST")

    ask()
    assert state(account) == before


def test_literals_and_variables_mean_the_same(account: Account) -> None:
    """Early clients wrote values into the document, later ones send them beside it; enums are texts there."""
    literal = (
        f'mutation {{ uploadImageOSS(pid: "{account.project}", bucket: Shenzhen, filename: "x", checksum: "ab") {{ '
    )
    literal += "image { id name state checksum } } }"
    beside = """mutation up($p: ID!, $b: BucketOSS!, $f: String!, $c: String) {
      uploadImageOSS(pid: $p, bucket: $b, filename: $f, checksum: $c) { image { id name state checksum } } }"""
    given = {"p": account.project, "b": "Shenzhen", "f": "x", "c": "ab"}
    body = {"query": beside, "variables": given, "operationName": "up"}
    second = account.altizure.http.post("/graphql", json=body, headers=account.altizure.headers)
    assert answered(send(account, literal)) == answered(second)
    form = {**body, "variables": json.dumps(given)}
    third = account.altizure.http.post("/graphql", data=form, headers=account.altizure.headers)
    assert answered(third) == answered(second)


def test_the_schema_that_it_shows_is_the_specification(account: Account) -> None:
    """Introspection, which needs no key, tells the same types, fields, arguments and deprecations."""
    query = get_introspection_query(directive_is_repeatable=True, input_value_deprecation=True, schema_description=True)
    told: Any = answered(send(account, query, headers={}))
    shown = build_client_schema(told)
    assert print_schema(lexicographic_sort_schema(shown)) == print_schema(lexicographic_sort_schema(SDL))


def test_every_operation_is_valid_and_names_its_root() -> None:
    """What the client sends fits the schema, and asks for what the table of operations says."""
    for name, text in DOCUMENTS.items():
        document = parse(text)
        node = get_operation_ast(document, name)
        assert node is not None
        roots = {selection.name.value for selection in node.selection_set.selections}  # type: ignore[attr-defined]
        assert roots == {OPERATIONS[name].root}
        assert (node.operation is OperationType.QUERY) <= (OPERATIONS[name].effect == "safe")
