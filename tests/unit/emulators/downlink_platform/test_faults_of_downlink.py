"""Every kind of fault, in the platform's dialect."""

from collections.abc import Callable
from typing import Any

import pytest

from unit.emulators.downlink_platform.harness import COMMANDS, Downlink

Make = Callable[..., Downlink]
LIST = "/api/v1/open/device-requests"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "UNAUTHORIZED"),
        (403, "FORBIDDEN"),
        (429, "RATE_LIMITED"),
        (500, "INTERNAL_ERROR"),
        (502, "INTERNAL_ERROR"),
        (503, "INTERNAL_ERROR"),
        (504, "INTERNAL_ERROR"),
        (599, "INTERNAL_ERROR"),
        (418, "VALIDATION_FAILED"),
    ],
)
def test_a_status_fault_stands_in_for_the_platform(downlink: Downlink, status: int, code: str) -> None:
    """In the envelope, with the caller's request id and Retry-After; nothing is stored, and the next call is good."""
    downlink.faults.add("downlink.createCommand", f"status-{status}", count=1, retry_after=7)
    body = downlink.body()
    response = downlink.send("POST", COMMANDS, body, unchecked=True, headers={"X-Request-Id": "trace"})
    assert response.status_code == status
    assert (response.json()["code"], response.json()["request_id"]) == (code, "trace")
    assert response.headers["retry-after"] == "7"
    assert downlink.emulator.commands == []
    downlink.data("POST", COMMANDS, body, status=202)


def test_a_code_can_be_ordered(downlink: Downlink) -> None:
    """Any that the operation lists, with its status; another is told at once."""
    downlink.faults.add("downlink.createCommand", "refuse", count=1, code="NONCE_REPLAYED")
    assert downlink.refused("POST", COMMANDS, downlink.body()) == (401, "NONCE_REPLAYED")
    with pytest.raises(ValueError, match="COMMAND_NOT_FOUND"):
        downlink.faults.add("downlink.createCommand", "refuse", code="COMMAND_NOT_FOUND")


@pytest.mark.parametrize(("kind", "made"), [("drop", 0), ("lose-answer", 1), ("truncated", 1)])
def test_a_cut_comes_before_or_after_the_work(downlink: Downlink, kind: str, made: int) -> None:
    """Whatever was done, asking again with the key ends in one command and one message."""
    downlink.faults.add("downlink.createCommand", kind, count=1)
    body = downlink.body()
    with pytest.raises(ConnectionResetError):
        downlink.send("POST", COMMANDS, body)
    assert len(downlink.gateway.sent) == made
    downlink.data("POST", COMMANDS, body, status=200 if made else 202)
    assert len(downlink.gateway.sent) == 1


def test_a_request_that_comes_twice_enters_once(downlink: Downlink) -> None:
    """The second of the two is a replay, and its answer is what the caller sees; the key tells what became of it."""
    downlink.faults.add("downlink.createCommand", "duplicate", count=1)
    body = downlink.body()
    assert downlink.refused("POST", COMMANDS, body) == (401, "NONCE_REPLAYED")
    assert len(downlink.gateway.sent) == 1
    downlink.data("POST", COMMANDS, body, status=200)


def test_a_clock_that_is_off(downlink: Downlink) -> None:
    """The platform's time is in its Date; a client that goes by it is let in, and cannot be replayed afterwards."""
    downlink.faults.add("downlink.listDeviceRequests", "skew", count=3, seconds=3600)
    response = downlink.send("GET", LIST)
    assert (response.status_code, response.json()["code"]) == (401, "TIMESTAMP_EXPIRED")
    assert response.headers["date"] == "Thu, 09 Oct 2025 09:53:20 GMT"
    headers = downlink.sign().headers("GET", LIST, b"", at=downlink.wall() + 3600)
    downlink.data("GET", LIST, auth=None, headers=headers)
    assert downlink.refused("GET", LIST, auth=None, headers=headers) == (401, "NONCE_REPLAYED")
    downlink.wall.at += 3600
    assert downlink.refused("GET", LIST, auth=None, headers=headers) == (401, "NONCE_REPLAYED")


def test_a_clock_that_jumps_forgets_no_nonce(downlink: Downlink) -> None:
    """A request that came before the jump is still a replay when the clock is right again."""
    before = downlink.sign().headers("GET", LIST, b"")
    downlink.data("GET", LIST, auth=None, headers=before)
    downlink.faults.add("downlink.listDeviceRequests", "skew", count=1, seconds=100_000)
    ahead = downlink.sign().headers("GET", LIST, b"", at=downlink.wall() + 100_000)
    downlink.data("GET", LIST, auth=None, headers=ahead)
    assert downlink.refused("GET", LIST, auth=None, headers=before) == (401, "NONCE_REPLAYED")


def test_html_from_a_proxy(downlink: Downlink) -> None:
    """502 and a page."""
    downlink.faults.add("downlink.*", "html", count=1)
    response = downlink.send("GET", LIST, unchecked=True)
    assert (response.status_code, response.headers["content-type"]) == (502, "text/html")


def test_unlisted_values_come_where_enums_are(downlink: Downlink) -> None:
    """The status of a command, on its creation and later; other texts stay."""
    downlink.faults.add("downlink.createCommand", "unlisted-enum", count=1)
    downlink.faults.add("downlink.getCommand", "unlisted-enum", count=1)
    made = downlink.data("POST", COMMANDS, downlink.body(), status=202, unchecked=True)
    assert made["status"] == "an_unlisted_value"
    state = downlink.data("GET", f"{COMMANDS}/{made['command_id']}", unchecked=True)
    assert (state["status"], state["command_type"]) == ("an_unlisted_value", "return_home")


def test_null_comes_where_a_list_is(downlink: Downlink) -> None:
    """`items` is null."""
    downlink.faults.add("downlink.listDeviceRequests", "null-list", count=1)
    assert downlink.data("GET", LIST, unchecked=True) == {"items": None}


@pytest.mark.parametrize(("kind", "failure"), [("stall", "RESPONSE_TIMEOUT"), ("fail", "TRANSPORT_FAILED")])
def test_a_command_that_never_leaves(downlink: Downlink, kind: str, failure: str) -> None:
    """It is stored, and not sent: it runs out of time, or has failed; the key does not send it either."""
    downlink.faults.add("downlink.createCommand", kind, count=1)
    body = downlink.body(timeout_seconds=5)
    made = downlink.data("POST", COMMANDS, body, status=202)["command_id"]
    downlink.data("POST", COMMANDS, body, status=200)
    downlink.clock.advance(5)
    state = downlink.state(made)
    assert state["failure_code"] == failure
    assert "delivered_at" not in state
    assert downlink.gateway.sent == []


def test_a_fault_that_could_never_strike_is_told() -> None:
    """An operation that does not exist."""
    from skybind_emulators.faults import Fault, check_targets
    from skybind_emulators.serve import fault_targets

    targets: Any = fault_targets()
    check_targets([Fault("downlink.createCommand", "lose-answer")], targets)
    with pytest.raises(ValueError, match=r"downlink\.sendCommand"):
        check_targets([Fault("downlink.sendCommand", "drop")], targets)
