"""The tenant's credentials over the API."""

from typing import Any

import pytest

from unit.emulators.downlink_platform.harness import Downlink, Signs

PATH = "/api/v1/platform/tenants/tenant-001/credentials"
OPEN = "/api/v1/open/device-requests"


def signs(downlink: Downlink, shown: dict[str, Any]) -> Signs:
    return Signs(shown["client_id"], shown["secret"], downlink.wall)


def test_a_new_credential_lets_in(downlink: Downlink) -> None:
    """With the secret of the answer, which no later answer shows."""
    made = downlink.data("POST", PATH, {"name": "field laptop"}, status=201)
    assert (made["status"], made["expires_at"]) == ("ACTIVE", None)
    assert (made["allowed_clock_skew_seconds"], made["replay_window_seconds"]) == (300, 300)
    downlink.data("GET", OPEN, auth=signs(downlink, made))
    items = downlink.data("GET", PATH)["items"]
    assert [one["name"] for one in items] == ["first", "field laptop"]
    assert all("secret" not in one for one in items)
    assert len(downlink.data("GET", PATH + "?limit=1")["items"]) == 1


@pytest.mark.parametrize("limit", ["0", "501", "x"])
def test_a_limit_is_1_to_500(downlink: Downlink, limit: str) -> None:
    """Anything else is refused."""
    assert downlink.refused("GET", f"{PATH}?limit={limit}") == (400, "VALIDATION_FAILED")


def test_rotation_ends_the_old_secret(downlink: Downlink) -> None:
    """The new one is shown once, the old one is good for nothing from then on; without it the secret stays."""
    made = downlink.data("POST", PATH, {"name": "a"}, status=201)
    path = f"{PATH}/{made['client_id']}"
    assert "secret" not in downlink.data("PUT", path, {"name": "b"})
    downlink.data("GET", OPEN, auth=signs(downlink, made))
    turned = downlink.data("PUT", path, {"rotate_secret": True})
    assert turned["secret"] != made["secret"]
    assert turned["name"] == "b"
    assert downlink.refused("GET", OPEN, auth=signs(downlink, made)) == (401, "SIGNATURE_INVALID")
    downlink.data("GET", OPEN, auth=signs(downlink, turned))


def test_a_credential_is_switched_off_and_on_and_deleted(downlink: Downlink) -> None:
    """DISABLED may come back; DELETED is gone from the list and cannot be changed."""
    made = downlink.data("POST", PATH, {"name": "a"}, status=201)
    path, auth = f"{PATH}/{made['client_id']}", signs(downlink, made)
    downlink.data("PUT", path, {"status": "DISABLED"})
    assert downlink.refused("GET", OPEN, auth=auth) == (401, "UNAUTHORIZED")
    downlink.data("PUT", path, {"status": "ACTIVE"})
    downlink.data("GET", OPEN, auth=auth)
    downlink.data("PUT", path, {"status": "DELETED"})
    assert downlink.refused("GET", OPEN, auth=auth) == (401, "UNAUTHORIZED")
    assert len(downlink.data("GET", PATH)["items"]) == 1
    assert downlink.refused("PUT", path, {"status": "ACTIVE"}, unchecked=True) == (404, "NOT_FOUND")


def test_a_credential_expires(downlink: Downlink) -> None:
    """At its time, by the platform's clock; null takes the end away."""
    body = {"name": "a", "expires_at": "2025-10-09T10:53:20+02:00"}
    assert downlink.wall() == 1_760_000_000.0
    made = downlink.data("POST", PATH, body, status=201)
    assert made["expires_at"] == "2025-10-09T08:53:20Z"
    assert downlink.refused("GET", OPEN, auth=signs(downlink, made)) == (401, "UNAUTHORIZED")
    path = f"{PATH}/{made['client_id']}"
    downlink.data("PUT", path, {"expires_at": "2025-10-09T09:00:00Z"})
    downlink.data("GET", OPEN, auth=signs(downlink, made))
    downlink.clock.advance(400)
    assert downlink.refused("GET", OPEN, auth=signs(downlink, made)) == (401, "UNAUTHORIZED")
    assert downlink.data("PUT", path, {"expires_at": None})["expires_at"] is None
    downlink.data("GET", OPEN, auth=signs(downlink, made))


@pytest.mark.parametrize("text", ["tomorrow", "2025-10-09T09:00:00", ""])
def test_an_end_is_a_date_time_with_its_zone(downlink: Downlink, text: str) -> None:
    """Anything else is refused, and nothing is made."""
    assert downlink.refused("POST", PATH, {"name": "a", "expires_at": text}) == (400, "VALIDATION_FAILED")
    assert len(downlink.data("GET", PATH)["items"]) == 1


def test_skew_and_window_are_changed(downlink: Downlink) -> None:
    """From the next request on."""
    made = downlink.data("POST", PATH, {"name": "a", "allowed_clock_skew_seconds": 5}, status=201)
    auth = signs(downlink, made)
    late = auth.headers("GET", OPEN, b"", at=downlink.wall() - 6)
    assert downlink.refused("GET", OPEN, auth=None, headers=late) == (401, "TIMESTAMP_EXPIRED")
    path = f"{PATH}/{made['client_id']}"
    changed = downlink.data("PUT", path, {"allowed_clock_skew_seconds": 6, "replay_window_seconds": 7})
    assert changed["replay_window_seconds"] == 7
    downlink.data("GET", OPEN, auth=None, headers=late)


def test_the_tenant_is_that_of_the_credential(downlink: Downlink) -> None:
    """Another tenant's path is forbidden; another tenant's credential is not found on one's own path."""
    other = downlink.emulator.credentials.add("stranger", tenant_id="tenant-002")
    stranger = downlink.sign(other)
    for method, path, body in (("GET", PATH, None), ("POST", PATH, {"name": "a"}), ("PUT", f"{PATH}/x", {})):
        assert downlink.refused(method, path, body, auth=stranger) == (403, "FORBIDDEN")
    assert downlink.refused("PUT", f"{PATH}/{other.client_id}", {}, unchecked=True) == (404, "NOT_FOUND")


def test_a_credential_cannot_give_more_than_it_has(downlink: Downlink) -> None:
    """What a narrow credential makes is as narrow."""
    narrow = downlink.emulator.credentials.add("narrow", scopes={"platform:credential:create"})
    made = downlink.data("POST", PATH, {"name": "a"}, status=201, auth=downlink.sign(narrow))
    assert downlink.refused("GET", OPEN, auth=signs(downlink, made)) == (403, "FORBIDDEN")


def test_the_same_seed_gives_the_same_keys(make_downlink: Any) -> None:
    """Ids and keys repeat with the seed and change with it."""
    one, same, other = (make_downlink(seed=seed).emulator for seed in (5, 5, 6))
    assert (one.api_id, one.api_key) == (same.api_id, same.api_key)
    assert one.api_id != other.api_id
    assert one.api_key != other.api_key


@pytest.mark.parametrize("moment", ["0034-11-21T09:47:01Z", "9999-12-31T23:59:59Z"])
def test_a_far_moment_is_told_as_it_was_given(downlink: Downlink, moment: str) -> None:
    """Years have four digits, early ones too."""
    made = downlink.data("POST", PATH, {"name": "a", "expires_at": moment}, status=201)
    assert made["expires_at"] == moment


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"])
def test_a_moment_that_no_calendar_of_ours_has(downlink: Downlink, moment: str) -> None:
    """Refused, and no trouble of the platform's."""
    body = {"name": "a", "expires_at": moment}
    assert downlink.refused("POST", PATH, body) == (400, "VALIDATION_FAILED")
