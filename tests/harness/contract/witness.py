"""Looks at every answer of an emulator on its way out, and notes those that leave the specification.

Schemathesis checks the answers to its own requests. The witness sees the others too: those that a client of ours gets.
It reads the specification by itself, with code that neither the emulators nor schemathesis share.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs

__all__ = ["Witness"]


class Witness:
    """An ASGI application around another one.

    Attributes:
        breaches: one line for each answer that the specification does not allow.
    """

    def __init__(self, document: Mapping[str, Any], app: Any) -> None:
        self._document = document
        self._app = app
        self._prefix = urlsplit(document["servers"][0]["url"]).path.rstrip("/")
        # Of two paths that fit a request, the one with fewer parameters is meant.
        paths = sorted(document["paths"].items(), key=lambda path: path[0].count("{"))
        self._paths = [(_template(path), item) for path, item in paths]
        self._compiled: dict[int, jsonschema_rs.Draft202012Validator] = {}
        self.breaches: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start: dict[str, Any] = {}
        body: list[bytes] = []

        async def watched(message: Any) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                body.append(message.get("body", b""))
                if not message.get("more_body", False):
                    self._look(scope, start, b"".join(body))
            await send(message)

        await self._app(scope, receive, watched)

    def _look(self, scope: Mapping[str, Any], start: Mapping[str, Any], body: bytes) -> None:
        operation = self._operation(scope)
        if operation is None or scope["method"] == "HEAD":
            return
        fields = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in start["headers"]}
        problem = self._problem(operation, start["status"], fields.get("content-type", ""), body)
        if problem:
            self.breaches.append(f"{operation['operationId']} answered {start['status']}: {problem}")

    def _operation(self, scope: Mapping[str, Any]) -> Mapping[str, Any] | None:
        raw = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1").removeprefix(self._prefix)
        for template, item in self._paths:
            if template.fullmatch(raw):
                operation: Mapping[str, Any] | None = item.get(scope["method"].lower())
                return operation
        return None

    def _problem(self, operation: Mapping[str, Any], status: int, content_type: str, body: bytes) -> str | None:
        responses = operation["responses"]
        found = next(
            (responses[key] for key in (str(status), f"{status // 100}XX", "default") if key in responses), None
        )
        if found is None:
            return "a status that is not documented"
        content = self._resolved(found).get("content", {})
        media = content_type.partition(";")[0].strip().lower()
        if not content:
            return "a body where none is documented" if body else None
        if media not in content:
            return f"{media or 'no content type'} is not documented"
        if not media.endswith("json"):
            return None
        try:
            answer = json.loads(body)
        except ValueError:
            return "not JSON"
        error = next(iter(self._validator(content[media]["schema"]).iter_errors(answer)), None)
        # Only the place: answers hold credentials, and breaches are printed.
        return None if error is None else f"{'.'.join(map(str, error.instance_path)) or 'body'} is not as specified"

    def _validator(self, schema: Mapping[str, Any]) -> jsonschema_rs.Draft202012Validator:
        key = id(schema)
        if key not in self._compiled:
            rooted = {**schema, "components": self._document.get("components", {})}
            self._compiled[key] = jsonschema_rs.Draft202012Validator(rooted)
        return self._compiled[key]

    def _resolved(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in node:
            target: Any = self._document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node


def _template(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]+\}", path)
    return re.compile("[^/]+".join(re.escape(part) for part in parts))
