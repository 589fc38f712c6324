"""Signed links and what they are allowed for."""

from typing import Any

import httpx
import pytest

from skybind_emulators.store import StoreServer
from unit.emulators.downlink_platform.harness import Downlink

PRESIGN = "/api/v1/open/objects/presign"
CREDENTIALS = "/api/v1/open/objects/credentials"
RESOURCES = "/api/v1/open/objects/resources"
KEYS = {
    "name": "mine",
    "endpoint": "http://127.0.0.1:1",
    "region": "eu-west-1",
    "access_key_id": "AKIA",
    "secret_access_key": "canary-secret",
}


def wanted(**more: Any) -> dict[str, Any]:
    return {"bucket": "utmos-objects", "object_key": "waylines/a.kmz", "method": "PUT", **more}


def through(server: StoreServer, url: str) -> str:
    """The link, sent to where the store is served now. The host is signed, so it is sent along."""
    return server.s3_endpoint + url.removeprefix("http://127.0.0.1:1")


def test_links_put_and_get(downlink: Downlink) -> None:
    """What one link stored another one fetches, without any header of ours; each is for its own method and time."""
    put = downlink.data("POST", PRESIGN, wanted(content_type="application/zip"))
    get = downlink.data("POST", PRESIGN, wanted(method="GET", expires_seconds=60))
    assert (put["method"], put["headers"]) == ("PUT", {"Content-Type": "application/zip"})
    assert (get["method"], get["headers"]) == ("GET", {})
    assert put["expires_at"] == "2025-10-09T09:08:20Z"
    with StoreServer(downlink.store) as server, httpx.Client(trust_env=False, headers={"Host": "127.0.0.1:1"}) as plain:
        links = {name: through(server, one["url"]) for name, one in {"put": put, "get": get}.items()}
        assert plain.put(links["put"], content=b"kmz", headers=put["headers"]).status_code == 200
        assert plain.get(links["get"]).content == b"kmz"
        assert plain.get(links["put"]).status_code == 403
        assert plain.get(links["get"].replace("a.kmz", "b.kmz")).status_code == 403
        downlink.clock.advance(61)
        assert plain.get(links["get"]).status_code == 403
        assert plain.put(links["put"], content=b"again").status_code == 200
        downlink.clock.advance(900)
        assert plain.put(links["put"], content=b"late").status_code == 403


def test_a_link_may_be_over_at_once(downlink: Downlink) -> None:
    """The fault gives one that looks good and is refused by the store; the next is good."""
    downlink.faults.add("downlink.presignObject", "expire-token", count=1)
    over, good = (downlink.data("POST", PRESIGN, wanted()) for _ in range(2))
    assert over["expires_at"] == good["expires_at"]
    with StoreServer(downlink.store) as server, httpx.Client(trust_env=False, headers={"Host": "127.0.0.1:1"}) as plain:
        statuses = [plain.put(through(server, one["url"]), content=b"x").status_code for one in (over, good)]
    assert statuses == [403, 200]


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"object_key": "/a"}, (400, "VALIDATION_FAILED")),
        ({"object_key": "a/../b"}, (400, "VALIDATION_FAILED")),
        ({"object_key": ".."}, (400, "VALIDATION_FAILED")),
        ({"object_key": ""}, (400, "VALIDATION_FAILED")),
        ({"method": "DELETE"}, (400, "VALIDATION_FAILED")),
        ({"expires_seconds": 0}, (400, "VALIDATION_FAILED")),
        ({"expires_seconds": 3601}, (400, "VALIDATION_FAILED")),
        ({"bucket": "other"}, (403, "OBJECT_POLICY_DENIED")),
    ],
)
def test_what_a_link_may_not_be_for(downlink: Downlink, changes: dict[str, Any], answer: tuple[int, str]) -> None:
    """Keys that climb, other methods, long lives, other buckets."""
    assert downlink.refused("POST", PRESIGN, wanted(**changes)) == answer


def test_two_points_in_a_name_are_no_climbing(downlink: Downlink) -> None:
    """Only a whole `..` segment is."""
    downlink.data("POST", PRESIGN, wanted(object_key="a..b/c.kmz", expires_seconds=3600))


def test_a_resource_limits_prefix_method_and_life(downlink: Downlink) -> None:
    """Narrowing the first resource closes the rest; another one opens a prefix for its own keys."""
    [first] = downlink.data("GET", RESOURCES)["items"]
    change = {"key_prefix": "waylines/", "allowed_methods": ["GET"], "max_presign_ttl_seconds": 100}
    changed = downlink.data("PUT", f"{RESOURCES}/{first['id']}", change)
    assert changed | change == changed
    assert (changed["bucket"], changed["credential_id"]) == (first["bucket"], first["credential_id"])
    denied = (403, "OBJECT_POLICY_DENIED")
    assert downlink.refused("POST", PRESIGN, wanted()) == denied
    assert downlink.refused("POST", PRESIGN, wanted(method="GET")) == denied
    assert downlink.refused("POST", PRESIGN, wanted(method="GET", expires_seconds=100, object_key="a")) == denied
    downlink.data("POST", PRESIGN, wanted(method="GET", expires_seconds=100))
    keys = downlink.data("POST", CREDENTIALS, KEYS, status=201)
    body = {"bucket": "mine", "key_prefix": "up/", "allowed_methods": ["PUT"], "credential_id": keys["id"]}
    downlink.data("POST", RESOURCES, body, status=201)
    url = downlink.data("POST", PRESIGN, wanted(bucket="mine", object_key="up/a"))["url"]
    assert url.startswith("http://127.0.0.1:1/mine/up/a?")
    assert "AKIA%2F20251009%2Feu-west-1" in url


def test_a_resource_without_keys_cannot_sign(downlink: Downlink) -> None:
    """OBJECT_SIGNING_FAILED; keys that do not exist cannot be named at all."""
    body = {"bucket": "bare", "key_prefix": "", "allowed_methods": ["PUT"]}
    made = downlink.data("POST", RESOURCES, body, status=201)
    assert "credential_id" not in made
    assert downlink.refused("POST", PRESIGN, wanted(bucket="bare")) == (500, "OBJECT_SIGNING_FAILED")
    unknown = {"credential_id": "unknown"}
    assert downlink.refused("POST", RESOURCES, body | unknown) == (400, "VALIDATION_FAILED")
    assert downlink.refused("PUT", f"{RESOURCES}/{made['id']}", unknown) == (400, "VALIDATION_FAILED")


def test_keys_are_stored_and_their_secret_is_never_shown(downlink: Downlink) -> None:
    """Created, listed, read, changed."""
    made = downlink.data("POST", CREDENTIALS, KEYS, status=201)
    shown = [
        made,
        *downlink.data("GET", CREDENTIALS)["items"],
        downlink.data("GET", f"{CREDENTIALS}/{made['id']}"),
        downlink.data("PUT", f"{CREDENTIALS}/{made['id']}", {"name": "other", "secret_access_key": "canary-2"}),
    ]
    assert [one["name"] for one in shown] == ["mine", "first", "mine", "mine", "other"]
    assert "canary" not in repr(shown)
    assert downlink.refused("GET", f"{CREDENTIALS}/x", unchecked=True) == (404, "NOT_FOUND")


def test_a_tenant_sees_its_own(downlink: Downlink) -> None:
    """Keys and resources of another tenant are as if they were not there."""
    stranger = downlink.sign(downlink.emulator.credentials.add("stranger", tenant_id="tenant-002"))
    [first] = downlink.data("GET", RESOURCES)["items"]
    assert downlink.data("GET", RESOURCES, auth=stranger)["items"] == []
    assert downlink.data("GET", CREDENTIALS, auth=stranger)["items"] == []
    assert downlink.refused("PUT", f"{RESOURCES}/{first['id']}", {}, auth=stranger) == (404, "NOT_FOUND")
    assert downlink.refused("POST", PRESIGN, wanted(), auth=stranger) == (403, "OBJECT_POLICY_DENIED")
