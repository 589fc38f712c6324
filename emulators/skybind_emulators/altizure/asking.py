"""How a request says what it wants: JSON, a form, bare GraphQL, or the query of the address."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from attrs import frozen

from skybind_emulators import forms, jsontext

_JSON, _GRAPHQL, _FORM = "application/json", "application/graphql", "application/x-www-form-urlencoded"


@frozen
class Ask:
    """A document and what goes with it."""

    query: str
    variables: dict[str, Any] | None = None
    operation_name: str | None = None


class NotAsked(Exception):
    """A request cannot be read.

    Attributes:
        status: HTTP status.
        allow: methods for ``Allow``, if the method is what is wrong.
    """

    def __init__(self, message: str, *, status: int = 400, allow: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.allow = allow


def read(method: str, query_string: bytes, content_type: str, body: bytes) -> Ask:
    """What a request asks for. Parameters in the address go before those in the body, as in express-graphql.

    Raises:
        NotAsked: 405 for other methods than GET and POST, else 400.
    """
    if method not in ("GET", "POST"):
        raise NotAsked("GraphQL is answered by GET and POST only.", status=405, allow="GET, POST")
    given: dict[str, Any] = _body(content_type, body) if method == "POST" else {}
    given |= dict(parse_qsl(query_string.decode("latin-1"), keep_blank_values=True))
    query = given.get("query")
    if not isinstance(query, str) or not query.strip():
        raise NotAsked("There is no query in the request.")
    name = given.get("operationName")
    if name is not None and not isinstance(name, str):
        raise NotAsked("The operation's name is not a text.")
    return Ask(query, _variables(given.get("variables")), name or None)


def _body(content_type: str, body: bytes) -> dict[str, Any]:
    media = content_type.partition(";")[0].strip().lower()
    if media == _GRAPHQL:
        return {"query": body.decode("utf-8", "replace")}
    if media == _FORM:
        try:
            return dict(forms.read(body, content_type))
        except forms.NotForm:
            raise NotAsked("The form in the body cannot be read.") from None
    if media == _JSON:
        try:
            given = jsontext.read(body)
        except jsontext.NotJson:
            raise NotAsked("The body is not valid JSON.") from None
        if not isinstance(given, dict):
            raise NotAsked("The body is not a JSON object.")
        return given
    return {}


def _variables(given: Any) -> dict[str, Any] | None:
    if isinstance(given, str):
        if not given:
            return None
        try:
            given = jsontext.read(given.encode("utf-8", "replace"))
        except jsontext.NotJson:
            raise NotAsked("The variables are not valid JSON.") from None
    if given is None:
        return None
    if not isinstance(given, Mapping):
        raise NotAsked("The variables are not a JSON object.")
    return dict(given)
