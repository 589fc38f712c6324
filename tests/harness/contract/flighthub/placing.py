"""FlightHub's document as the harness needs it: each path with the version that it is known from, and refusals with
HTTP 200 beside successes."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

__all__ = ["placed"]

_METHODS = ("get", "put", "post", "delete", "patch")
_SUCCESS = {"properties": {"code": {"enum": [0, "0"]}}}


def placed(document: dict[str, Any]) -> dict[str, Any]:
    """A copy whose paths begin behind ``/openapi``, and whose answers with 200 and a code are ``x-refused``."""
    copy = deepcopy(document)
    default = copy["servers"][0]["variables"]["version"]["default"]
    copy["servers"] = [{"url": "https://flighthub.test/openapi"}]
    copy["paths"] = {
        f"/{_version(item, default)}{path}": {name: node for name, node in item.items() if name != "servers"}
        for path, item in copy["paths"].items()
    }
    for answer in _answers(copy):
        content = answer["content"]["application/json"]
        content["schema"] = {"if": _SUCCESS, "then": content["schema"], "else": copy["x-refused"]}
    return copy


def _version(item: dict[str, Any], default: str) -> str:
    """That of the operations of a path; no path has operations of several."""
    own = {version for method in _METHODS if method in item for version in item[method].get("x-versions", ())}
    return default if default in own or not own else min(own)


def _answers(document: dict[str, Any]) -> list[dict[str, Any]]:
    """All answers with HTTP 200, each once, wherever it is written."""
    nodes = [item[method] for item in document["paths"].values() for method in _METHODS if method in item]
    found = {id(answer): answer for answer in (node["responses"]["200"] for node in nodes) if "$ref" not in answer}
    return [*found.values(), document["components"]["responses"]["Done"]]
