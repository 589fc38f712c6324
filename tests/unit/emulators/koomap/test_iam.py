from datetime import datetime
from typing import Any

import jsonschema_rs
import pytest
import yaml

from skybind_emulators.koomap.account import OTHER_REGION
from unit.emulators.koomap.harness import SPECIFICATION, KooMap, MakeKooMap

PATH = "/v3/auth/tokens"


def fits(name: str, body: Any) -> None:
    """Fail unless the body is what the specification says."""
    document = yaml.safe_load((SPECIFICATION.parent / "iam" / "openapi.yaml").read_text(encoding="utf-8"))
    components = document["components"]
    jsonschema_rs.validate({"$ref": f"#/components/schemas/{name}", "components": components}, body)


def test_a_token_comes_in_a_header(koomap: KooMap) -> None:
    """201, the token in X-Subject-Token, its data in the body; it lets its owner in."""
    response = koomap.iam.post(PATH, json=koomap.token_request())
    assert response.status_code == 201
    fits("TokenAnswer", response.json())
    token, account = response.json()["token"], koomap.emulator.account
    assert token["project"]["id"] == account.project_id
    assert (token["user"]["name"], token["domain"]["name"]) == (account.username, account.domain)
    assert token["methods"] == ["password"]
    koomap.data("GET", "/v1/workspaces", headers={"X-Auth-Token": response.headers["x-subject-token"]})


def test_a_token_lives_for_24_hours_in_microseconds(koomap: KooMap) -> None:
    """Both times have six digits of a second, and are a day apart."""
    token = koomap.iam.post(PATH, json=koomap.token_request()).json()["token"]
    form = "%Y-%m-%dT%H:%M:%S.%fZ"
    issued, ends = (datetime.strptime(token[name], form) for name in ("issued_at", "expires_at"))
    assert token["issued_at"] == "2025-10-09T08:53:20.000000Z"
    assert (ends - issued).total_seconds() == 86_400


def test_the_catalog_can_be_left_out(koomap: KooMap) -> None:
    """Any value of nocatalog does it; an empty one does not."""
    assert "catalog" in koomap.iam.post(PATH, json=koomap.token_request()).json()["token"]
    assert "catalog" not in koomap.iam.post(f"{PATH}?nocatalog=1", json=koomap.token_request()).json()["token"]
    assert "catalog" in koomap.iam.post(f"{PATH}?nocatalog=", json=koomap.token_request()).json()["token"]


def test_the_scope_may_stand_beside(koomap: KooMap) -> None:
    """C-02: the manual's sample has it outside of `auth`."""
    body = koomap.token_request()
    body["scope"] = body["auth"].pop("scope")
    assert koomap.iam.post(PATH, json=body).status_code == 201


def test_a_project_is_named_or_given_by_its_id(koomap: KooMap) -> None:
    """Either, or both if they belong together."""
    projects = koomap.emulator.account.projects
    for name, project_id in projects.items():
        for project in ({"name": name}, {"id": project_id}, {"name": name, "id": project_id}):
            response = koomap.iam.post(PATH, json=koomap.token_request(scope={"project": project}))
            assert response.json()["token"]["project"]["name"] == name
    mixed = {"name": OTHER_REGION, "id": koomap.emulator.account.project_id}
    assert koomap.iam.post(PATH, json=koomap.token_request(scope={"project": mixed})).status_code == 404


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"user": {"password": "wrong"}}, 401, "IAM.0002"),
        ({"user": {"name": "nobody"}}, 401, "IAM.0002"),
        ({"user": {"domain": {"name": "elsewhere"}}}, 401, "IAM.0002"),
        ({"scope": {"project": {"name": "cn-nowhere-1"}}}, 404, "IAM.0004"),
        ({"scope": {"project": {"id": "0" * 32}}}, 404, "IAM.0004"),
        ({"scope": {"project": {}}}, 400, "IAM.0001"),
        ({"scope": {}}, 400, "IAM.0001"),
        ({"user": {"password": ""}}, 400, "IAM.0001"),
    ],
)
@pytest.mark.parametrize("older", [False, True])
def test_a_refusal_has_one_of_two_forms(
    make_koomap: MakeKooMap, changes: dict[str, Any], status: int, code: str, older: bool
) -> None:
    """Which is wrong of account, user and password is not told; no token comes."""
    koomap = make_koomap(iam_errors="older" if older else "code")
    response = koomap.iam.post(PATH, json=koomap.token_request(**changes))
    fits("IamRefusal", response.json())
    assert response.status_code == status
    assert "x-subject-token" not in response.headers
    if older:
        assert response.json()["error"]["code"] == status
    else:
        assert response.json()["error_code"] == code
    assert koomap.emulator.account.password not in response.text


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        ("POST", PATH, b"", 400),
        ("POST", PATH, b"{", 400),
        ("POST", PATH, b"{}", 400),
        ("GET", PATH, b"", 405),
        ("POST", "/v3/nothing", b"{}", 404),
        ("POST", PATH, b" " * (1024 * 1024 + 1), 413),
    ],
)
def test_what_is_no_request_is_refused(koomap: KooMap, method: str, path: str, content: bytes, status: int) -> None:
    """Body, method and path are looked at in IAM's words."""
    response = koomap.iam.request(method, path, content=content, headers={"Content-Type": "application/json"})
    assert response.status_code == status
    fits("IamRefusal", response.json())


def test_a_token_can_be_made_to_expire_at_once(koomap: KooMap) -> None:
    """expire-token at IAM gives out a token that is over."""
    koomap.faults.add("iam.createToken", "expire-token", count=1)
    token = koomap.iam.post(PATH, json=koomap.token_request()).headers["x-subject-token"]
    assert koomap.refused("GET", "/v1/workspaces", headers={"X-Auth-Token": token}) == (401, "APIGW.0301")


@pytest.mark.parametrize(("kind", "status"), [("status-500", 500), ("status-503", 503), ("html", 502)])
def test_iam_can_be_in_trouble(koomap: KooMap, kind: str, status: int) -> None:
    """Its faults strike IAM alone."""
    koomap.faults.add("iam.createToken", kind, count=1)
    assert koomap.iam.post(PATH, json=koomap.token_request()).status_code == status
    assert koomap.iam.post(PATH, json=koomap.token_request()).status_code == 201
    assert koomap.emulator.arrivals("createToken") == 2


def test_iam_refuses_with_any_of_its_codes(koomap: KooMap) -> None:
    """A refuse fault orders codes that the operation lists, and no other."""
    koomap.faults.add("iam.createToken", "refuse", count=1, code="IAM.0003")
    response = koomap.iam.post(PATH, json=koomap.token_request())
    assert (response.status_code, response.json()["error_code"]) == (403, "IAM.0003")
    with pytest.raises(ValueError, match=r"IAM\.0007"):
        koomap.faults.add("iam.createToken", "refuse", code="IAM.0007")
