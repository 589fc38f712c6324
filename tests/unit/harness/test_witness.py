"""The witness: which answers it lets pass, and which it notes."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest

from harness.contract.witness import Witness

LAMP = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "watts": {"$ref": "#/components/schemas/Watts"}},
}
JSON = {"application/json": {"schema": {"$ref": "#/components/schemas/Lamp"}}}
DOCUMENT = {
    "servers": [{"url": "https://lamps.test/v9"}],
    "paths": {
        "/lamps/{id}": {
            "get": {
                "operationId": "getLamp",
                "responses": {"200": {"content": JSON}, "4XX": {"$ref": "#/components/responses/No"}},
            },
            "delete": {"operationId": "deleteLamp", "responses": {"204": {"description": "gone"}}},
        }
    },
    "components": {
        "schemas": {"Lamp": LAMP, "Watts": {"type": "integer", "minimum": 1}},
        "responses": {"No": {"content": {"application/json": {"schema": {"required": ["why"]}}}}},
    },
}


def breaches(
    status: int, body: Any, *, method: str = "GET", path: str = "/v9/lamps/1", media: str = "application/json"
) -> Any:
    """What the witness notes of one answer."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"Content-Type", f"{media}; charset=utf-8".encode())] if content else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content[:3], "more_body": True})
        await send({"type": "http.response.body", "body": content[3:]})

    witness = Witness(DOCUMENT, app)

    async def ask() -> bytes:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(witness), base_url="http://lamps.test") as http:
            return (await http.request(method, path)).content

    assert asyncio.run(ask()) == content  # the answer goes out as it is
    return witness.breaches


@pytest.mark.parametrize(
    ("status", "body", "more"),
    [
        (200, {"id": "1", "watts": 40}, {}),
        (200, {"id": "1", "colour": "red"}, {}),
        (404, {"why": "no such lamp"}, {}),
        (204, b"", {"method": "DELETE"}),
        (200, {"anything": True}, {"path": "/v9/elsewhere"}),
        (405, {"anything": True}, {"method": "PUT"}),
        (200, {"id": "1"}, {"path": "/v9/lamps/a%2Fb"}),
    ],
)
def test_what_the_specification_allows_passes(status: int, body: Any, more: dict[str, Any]) -> None:
    """Documented answers, further fields, and answers at places that the specification does not know are let pass."""
    assert breaches(status, body, **more) == []


@pytest.mark.parametrize(
    ("status", "body", "more", "noted"),
    [
        (200, {"id": 1}, {}, "getLamp answered 200: id is not as specified"),
        (200, {"watts": 40}, {}, "getLamp answered 200: body is not as specified"),
        (200, {"id": "1", "watts": 0}, {}, "getLamp answered 200: watts is not as specified"),
        (404, {"reason": "none"}, {}, "getLamp answered 404: body is not as specified"),
        (500, {"why": "trouble"}, {}, "getLamp answered 500: a status that is not documented"),
        (200, b"<html>", {"media": "text/html"}, "getLamp answered 200: text/html is not documented"),
        (200, b"{", {}, "getLamp answered 200: not JSON"),
        (204, b"{}", {"method": "DELETE"}, "deleteLamp answered 204: a body where none is documented"),
        (200, {"id": 1}, {"path": "/v9/lamps/a%2Fb"}, "getLamp answered 200: id is not as specified"),
    ],
)
def test_what_leaves_the_specification_is_noted(status: int, body: Any, more: dict[str, Any], noted: str) -> None:
    """A wrong type or bound, a field too few, another status, media type or body: each is noted, without its value."""
    assert breaches(status, body, **more) == [noted]
