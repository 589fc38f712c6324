"""How requests may be sent, and with which HTTP status they are answered."""

import json
from typing import Any

import httpx
import pytest

from skybind_emulators.altizure.schema import Documents, enum_values, root_fields
from unit.emulators.altizure.harness import Altizure, MakeAltizure

VERSION = "{ versions { api } }"
ANSWER = {"data": {"versions": {"api": "2.7.4"}}}


@pytest.mark.parametrize(
    "request_of",
    [
        {"json": {"query": VERSION}},
        {"json": {"query": VERSION, "variables": None, "operationName": None}},
        {"json": {"query": "query A { versions { api } } query B { bank { __typename } }", "operationName": "A"}},
        {"data": {"query": VERSION}},
        {
            "content": "query={ versions { api } } #sdk",
            "headers": {"content-type": "application/x-www-form-urlencoded"},
        },
        {"content": VERSION, "headers": {"content-type": "application/graphql"}},
    ],
)
def test_every_form_of_post_is_read(altizure: Altizure, request_of: dict[str, Any]) -> None:
    """JSON, a form, encoded or as the SDK writes it, and bare GraphQL all give the same answer."""
    headers = altizure.headers | request_of.pop("headers", {})
    response = altizure.http.post("/graphql", headers=headers, **request_of)
    assert (response.status_code, response.json()) == (200, ANSWER)
    assert response.headers["content-type"].startswith("application/json")


def test_queries_may_come_by_get(altizure: Altizure) -> None:
    """Document, variables as JSON text, and operation name stand in the address."""
    query = "query Q($w: Int) { utility { sizeToGigaPixel(width: $w, height: 3000, numImg: 100) } }"
    params = {"query": query, "variables": json.dumps({"w": 4000}), "operationName": "Q"}
    response = altizure.http.get("/graphql", params=params, headers=altizure.headers)
    assert response.json() == {"data": {"utility": {"sizeToGigaPixel": 1.2}}}


def test_a_mutation_by_get_is_refused(altizure: Altizure) -> None:
    """405 with the method that is right, and nothing is done."""
    params = {"query": 'mutation { createProject(name: "a") { id } }'}
    response = altizure.http.get("/graphql", params=params, headers=altizure.headers)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert altizure.emulator.projects == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD"])
def test_other_methods_are_refused(altizure: Altizure, method: str) -> None:
    """405 with both methods that are right."""
    response = altizure.http.request(method, "/graphql", headers=altizure.headers)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"query": 1}',
        b'{"query": " "}',
        b'{"query": "{ versions { api } }", "variables": []}',
        b'{"query": "{ versions { api } }", "variables": "{"}',
        b'{"query": "{ versions { api } }", "operationName": 1}',
        b'{"query": "{ versions { api } }", "operationName": "Other"}',
        b'{"query": "query A { versions { api } } query B { versions { api } }"}',
        b'{"query": "{ versions {"}',
        b'{"query": "{ nothing }"}',
        b'{"query": "{ versions }"}',
        b'{"query": "mutation { hasImage(checksum: \\"a\\") { id } }"}',
        b'{"query": "mutation { uploadImageS3(pid: 1, bucket: Shenzhen, filename: \\"a\\") { url } }"}',
        b'{"query": "' + b"{a" * 5000 + b'"}',
    ],
)
def test_what_cannot_be_executed_gives_400(altizure: Altizure, body: bytes) -> None:
    """Broken bodies, syntax errors and violations of the schema: 400, with a GraphQL body without data."""
    headers = altizure.headers | {"content-type": "application/json"}
    response = altizure.http.post("/graphql", content=body, headers=headers)
    assert response.status_code == 400
    assert set(response.json()) == {"errors"}
    assert all(error["message"] for error in response.json()["errors"])


def test_a_mistake_of_the_emulator_is_not_told(altizure: Altizure, caplog: pytest.LogCaptureFixture) -> None:
    """The caller sees that the server failed; the log says how."""

    def broken(_: object) -> object:
        raise RuntimeError("a secret detail")

    altizure.emulator.buckets.nearest = broken  # type: ignore[method-assign, assignment]
    response = altizure.post("{ getGeoIPInfo { nearestBuckets { bucket } } }")
    assert response.status_code == 200
    assert [error["message"] for error in response.json()["errors"]] == ["The server failed."]
    assert "a secret detail" in caplog.text


def test_no_data_at_all_gives_500(altizure: Altizure) -> None:
    """Variables that do not fit leave nothing to execute."""
    response = altizure.post("query($id: ID!) { project(id: $id) { id } }")
    assert (response.status_code, response.json()["data"]) == (500, None)
    response = altizure.post(
        'mutation($b: BucketOSS!) { uploadImageOSS(pid: 1, bucket: $b, filename: "a") { sts { id } } }', b="Paris"
    )
    assert response.status_code == 500
    assert "Paris" in response.json()["errors"][0]["message"]


def test_partial_data_gives_200_and_errors(altizure: Altizure) -> None:
    """One field fails, another does not: both are told."""
    response = altizure.post("{ allProjects(first: -1) { totalCount } versions { api } }")
    body = response.json()
    assert response.status_code == 200
    assert body["data"] == {"allProjects": None, "versions": {"api": "2.7.4"}}
    assert body["errors"][0]["message"] == "first(-1) could not be negative"
    assert body["errors"][0]["path"] == ["allProjects"]


@pytest.mark.parametrize("path", ["/", "/super", "/sales", "/graphql/", "/auth"])
def test_there_is_nothing_at_other_paths(altizure: Altizure, path: str) -> None:
    """404, also for the staff's schemas."""
    assert altizure.http.post(path, json={"query": VERSION}).status_code == 404


def test_a_browser_on_another_host_may_call(altizure: Altizure) -> None:
    """The preflight allows both headers, and answers may be read."""
    origin = {"origin": "https://demo.example", "access-control-request-headers": "altitoken,key,content-type"}
    preflight = altizure.http.options("/graphql", headers=origin)
    allowed = preflight.headers["access-control-allow-headers"].lower()
    assert preflight.status_code == 204
    assert all(name in allowed for name in ("key", "altitoken", "content-type"))
    assert altizure.post(VERSION).headers["access-control-allow-origin"] == "*"


def test_a_large_body_is_refused(make_altizure: MakeAltizure) -> None:
    """413 above the limit, 200 at it."""
    altizure = make_altizure(body_max=200)
    padded = VERSION + "#" * (200 - len(VERSION))
    headers = altizure.headers | {"content-type": "application/graphql"}
    statuses = [
        altizure.http.post("/graphql", content=text, headers=headers).status_code for text in (padded, padded + "#")
    ]
    assert statuses == [200, 413]


def test_documents_are_read_once() -> None:
    """The same text gives the same parsed document; another one does not."""
    from graphql import build_schema

    documents = Documents(build_schema("type Query { a: Int }"))
    assert documents.read("{ a }") is documents.read("{ a }")
    assert documents.read("{ a }") is not documents.read("{a}")
    assert documents.read("{ b }").errors


def test_all_root_fields_are_counted(altizure: Altizure) -> None:
    """Aliases and fragments count as the fields that they stand for; introspection does not count."""
    query = "{ a: versions { api } ...F __schema { queryType { name } } } fragment F on Query { b: versions { api } }"
    altizure.data(query)
    altizure.post("{ versions { nothing } }")
    assert altizure.emulator.arrivals("versions") == 2
    assert altizure.emulator.arrivals("__schema") == 0


def test_every_answer_has_one_date_of_the_wall_clock(altizure: Altizure) -> None:
    """Moving the service into the future does not move the header."""
    altizure.clock.advance(10_000)
    response: httpx.Response = altizure.post(VERSION)
    assert response.headers.get_list("date") == ["Thu, 09 Oct 2025 08:53:20 GMT"]


def test_the_schema_is_the_bundled_one() -> None:
    """Queries and mutations, and values of enums, come from the schema."""
    assert {"getGeoIPInfo", "GeoIPInfo", "hasImage", "uploadImageOSS", "startReconstructionWithError"} <= root_fields()
    assert enum_values("IMAGE_TYPE") == ("JPEG", "PNG", "TIFF")
