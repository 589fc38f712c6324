"""The requests that the manual shows, sent as they stand there."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from unit.emulators.koomap.harness import KooMap

FILE = Path(__file__).parents[3] / "data" / "koomap" / "examples.json"
EXAMPLES: list[dict[str, Any]] = [
    example
    for example in json.loads(FILE.read_text(encoding="utf-8"))["examples"]
    if example["kind"] == "request" and example.get("service") != "iam"
]
SERVED = (200, None)
# What an example asks for is not there, which is all that is wrong with it.
NO_WORKSPACE = {(404, "KMP.00011104"), (404, "KMP.00051053"), (404, "KMP.00021128")}
NO_TASK = {(404, "KMP.00051044"), (404, "KMP.00021118"), (400, "KMP.00021151")}
NOT_THERE = NO_WORKSPACE | NO_TASK | {(404, "KMP.00051074"), (404, "KMP.00021158"), (404, "KMP.00042010")}
# Examples that are wrong themselves, and how.
WRONG = {
    "3.2 request 1": (404, "APIGW.0101"),  # C-01: the path of an older version
    "4.1.3 request": (404, "APIGW.0101"),  # C-28: POST in place of PUT
    "4.3.1 request": (400, "KMP.00051013"),  # C-22: limit and offset are swapped
    "4.10.1 request": (400, "VPS.0003"),  # xxx in place of coordinates
    "4.11.1 request": (400, "NAVI.0003"),
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_a_request_of_the_manual_is_understood(koomap: KooMap, example: dict[str, Any]) -> None:
    """It is served, or refused because its ids are made up; the few wrong examples are refused for what is wrong."""
    url = urlsplit(example["url"])
    method = example.get("method") or ("GET" if "body" not in example else _method(example))
    more: dict[str, Any] = {"json": example["body"]} if "body" in example else {}
    if "form" in example:
        more = {"files": [(name, (None, value)) for name, value in example["form"]]}
    path = url.path.replace("{task_id}", "0" * 32) + (f"?{url.query}" if url.query else "")
    response = koomap.send(method, path, **more)
    answer = response.json()
    code = answer["error_code"] if response.status_code >= 400 else None
    if example["id"] in WRONG:
        assert (response.status_code, code) == WRONG[example["id"]]
    else:
        assert (response.status_code, code) in {SERVED, *NOT_THERE}


def _method(example: dict[str, Any]) -> str:
    """C-15: examples without a method have that of their section."""
    return "DELETE" if example["operation"].startswith("delete") else "POST"


def test_the_token_of_the_manual_needs_the_real_password(koomap: KooMap) -> None:
    """C-02: its scope stands outside, and it is refused for the password alone."""
    examples = json.loads(FILE.read_text(encoding="utf-8"))["examples"]
    example = next(one for one in examples if one.get("service") == "iam" and one["kind"] == "request")
    response = koomap.iam.post("/v3/auth/tokens", json=example["body"])
    assert (response.status_code, response.json()["error_code"]) == (401, "IAM.0002")
