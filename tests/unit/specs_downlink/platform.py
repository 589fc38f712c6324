"""The platform's side of the spec beside what is known of it: endpoints, headers, codes, statuses; a line for each
difference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generation.document import Document
from unit.specs_downlink.payloads import DATA, Schema, merged

METHODS = ("get", "post", "put", "delete", "patch")


@cache
def platform() -> Mapping[str, Any]:
    """What is known."""
    known: Mapping[str, Any] = json.loads((DATA / "platform.json").read_bytes())
    return known


@cache
def device_codes() -> Mapping[str, Any]:
    """What devices answer."""
    known: Mapping[str, Any] = json.loads((DATA / "device_codes.json").read_bytes())
    return known


ADVICE = {
    "R": "retry_later", "D": "restart_dock", "A": "restart_aircraft", "B": "restart_both", "S": "check_on_site",
    "F": "change_request", "W": "wait", "C": "contact_vendor", "N": "check_network", "X": "none",
}  # fmt: skip


def differences(document: Document) -> list[str]:
    """All places where the spec says otherwise."""
    root = document.root
    found = [*_codes(root), *_statuses(root), *_headers(root)]
    if [server["url"] for server in root["servers"]] != platform()["hosts"]:
        found.append("hosts")
    spoken = {f"{verb.upper()} {path}": raw for path, item in root["paths"].items() for verb, raw in _verbs(item)}
    for name in sorted(spoken.keys() ^ platform()["endpoints"].keys()):
        found.append(f"{name}: {'not known' if name in spoken else 'not in the spec'}")
    for name, known in platform()["endpoints"].items():
        if name in spoken:
            found += [f"{name}: {words}" for words in _endpoint(document, spoken[name], known)]
    return found + list(_device_codes(root))


def _verbs(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((verb, raw) for verb, raw in item.items() if verb in METHODS)


def _codes(root: Mapping[str, Any]) -> Iterator[str]:
    given = {entry["code"]: entry["status"] for entry in root["x-errors"]}
    known = {**platform()["errors"], **platform()["assumed_errors"]}
    for code in sorted(given.keys() | known.keys()):
        if given.get(code) != known.get(code):
            yield f"{code}: {given.get(code)}, known is {known.get(code)}"
    for entry in root["x-errors"]:
        if entry["code"] in platform()["assumed_errors"] and "our assumption" not in entry["source"]:
            yield f"{entry['code']}: does not say that it is our assumption"
    envelope = root["components"]["schemas"]["Refusal"]["properties"]
    if list(envelope) != platform()["envelope"]:
        yield f"envelope: {', '.join(envelope)}"


def _statuses(root: Mapping[str, Any]) -> Iterator[str]:
    known, schemas = platform()["statuses"], root["components"]["schemas"]
    statuses = schemas["CommandStatus"]["enum"]
    if set(statuses) != {*known["seed"], *known["newer"]} or statuses[: len(known["seed"])] != known["seed"]:
        yield f"statuses: {', '.join(statuses)}"
    if schemas["AdapterStatus"]["enum"] != known["adapter"]:
        yield "adapter statuses"
    enums = platform()["enums"]
    for name, schema in (
        ("vendor", "Vendor"),
        ("credential_status", "CredentialStatus"),
        ("event_type", "CallbackEvent"),
        ("object_method", "ObjectMethod"),
        ("reply_source", "ReplySource"),
    ):
        if schemas[schema]["enum"] != enums[name]:
            yield f"{name}: {', '.join(schemas[schema]['enum'])}"


def _headers(root: Mapping[str, Any]) -> Iterator[str]:
    scheme = root["components"]["securitySchemes"]["signature"]
    told = f"{scheme['name']} {scheme['description']} {root['components']['parameters']['RequestId']['name']}"
    yield from (f"header {name}: not told" for name in platform()["headers"] if name not in told)
    if root["security"] != [{"signature": []}]:
        yield "not all requests are signed"


def _endpoint(document: Document, raw: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    if "scope" in known and known["scope"] not in raw["description"]:
        yield f"scope {known['scope']} is not told"
    if not raw.get("x-source"):
        yield "no source"
    success = raw["responses"].get(str(known["success"]))
    if success is None:
        yield f"no status {known['success']}"
        return
    query = {name for one in raw.get("parameters", ()) if (name := _query(document, one))}
    if query != set(known.get("query", ())):
        yield f"query: {', '.join(sorted(query)) or 'none'}"
    if "request" in known:
        body = _json(document, raw["requestBody"])
        yield from _members(document, body, known["request"])
    elif "requestBody" in raw:
        yield "takes a body"
    answer = merged(document, _json(document, success)) if known["answer"] else {}
    given = answer.get("properties", {})
    for name, kind in known["answer"].items():
        if name not in given:
            yield f"answer lacks {name}"
        elif (shown := _type(document, given[name])) != kind:
            yield f"answer's {name} is {shown}, known is {kind}"


def _members(document: Document, body: Schema, known: Mapping[str, Any]) -> Iterator[str]:
    whole = merged(document, body)
    for name, (kind, required, *limits) in known.items():
        if name not in whole["properties"]:
            yield f"request lacks {name}"
            continue
        schema = merged(document, whole["properties"][name])
        if (shown := _type(document, schema)) != kind:
            yield f"{name} is {shown}, known is {kind}"
        if (name in whole.get("required", ())) != required:
            yield f"{name}: required is {not required}"
        for keyword, value in (limits[0] if limits else {}).items():
            if schema.get({"default": "x-default"}.get(keyword, keyword)) != value:
                yield f"{name}: {keyword} is not {value}"


def _query(document: Document, parameter: Schema) -> str | None:
    whole = merged(document, parameter)
    return whole["name"] if whole["in"] == "query" else None


def _json(document: Document, holder: Schema) -> Schema:
    schema: Schema = merged(document, holder)["content"]["application/json"]["schema"]
    return schema


def _type(document: Document, schema: Schema) -> str:
    kind = merged(document, schema).get("type", "any")
    return kind if isinstance(kind, str) else " or ".join(kind)


def _device_codes(root: Mapping[str, Any]) -> Iterator[str]:
    given = {entry["code"]: entry for entry in root["x-device-codes"]}
    known = {entry["code"]: entry for entry in device_codes()["codes"]}
    if len(given) != len(root["x-device-codes"]):
        yield "a device code stands twice"
    for code in sorted(given.keys() ^ known.keys()):
        yield f"device code {code}: {'not known' if code in given else 'not in the spec'}"
    for code in given.keys() & known.keys():
        entry = given[code]
        if entry["advice"] != ADVICE[known[code]["remedy"]]:
            yield f"device code {code}: advice is {entry['advice']}"
        if not (entry["meaning"] and entry["source"] and entry["module"]):
            yield f"device code {code}: meaning, source or module is missing"
        if entry["advice"] not in root["x-device-advice"]:
            yield f"device code {code}: advice without words"
    reasons = {entry["value"] for entry in root["x-break-reasons"]}
    for value in sorted(reasons ^ set(device_codes()["break_reasons"])):
        yield f"break reason {value}"
