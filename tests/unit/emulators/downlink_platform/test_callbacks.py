"""Callback endpoints and subscriptions, and what is sent where the rules ask for it."""

import hmac
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from skybind_emulators.downlink.deliveries import Delivery
from unit.emulators.downlink_platform.harness import Downlink

Make = Callable[..., Downlink]
PATH = "/api/v1/open/callbacks/endpoints"
URL = {"url": "https://example.com/hook"}


def test_an_endpoint_is_stored_and_its_secret_shown_once(downlink: Downlink) -> None:
    """On creation and on rotation; what is not given has a default."""
    made = downlink.data("POST", PATH, URL, status=201)
    assert (made["url"], made["status"]) == (URL["url"], "ACTIVE")
    path = f"{PATH}/{made['id']}"
    plain = {name: value for name, value in made.items() if name != "secret"}
    assert downlink.data("GET", path) == plain
    assert downlink.data("GET", PATH)["items"] == [plain]
    changed = downlink.data("PUT", path, {"status": "DISABLED", "timeout_seconds": 7, "max_attempts": 9})
    assert (changed["status"], changed["timeout_seconds"], changed["max_attempts"]) == ("DISABLED", 7, 9)
    assert "secret" not in changed
    turned = downlink.data("PUT", path, {"rotate_secret": True})
    assert turned["secret"] not in ("", made["secret"])


@pytest.mark.parametrize("body", [{}, {"url": "http://example.com"}, {"url": "https://"}, URL | {"status": "DELETED"}])
def test_an_endpoint_is_https(downlink: Downlink, body: dict[str, Any]) -> None:
    """And has a status of the two."""
    assert downlink.refused("POST", PATH, body) == (400, "VALIDATION_FAILED")


def test_subscriptions_come_and_go(downlink: Downlink) -> None:
    """Two events can be had, once each; the internal one cannot; an ended one is gone."""
    path = f"{PATH}/{downlink.data('POST', PATH, URL, status=201)['id']}/subscriptions"
    made = [
        downlink.data("POST", path, {"event_type": f"command.{end}"}, status=201) for end in ("accepted", "completed")
    ]
    again = downlink.data("POST", path, {"event_type": "command.accepted"}, status=201)
    assert again["id"] == made[0]["id"]
    assert downlink.data("GET", path)["items"] == made
    assert downlink.refused("POST", path, {"event_type": "command.problem"}) == (400, "VALIDATION_FAILED")
    downlink.data("DELETE", f"{path}/{made[0]['id']}", status=204)
    assert downlink.data("GET", path)["items"] == made[1:]
    assert downlink.refused("DELETE", f"{path}/{made[0]['id']}") == (404, "CALLBACK_NOT_FOUND")


def test_a_tenant_sees_its_own_endpoints(downlink: Downlink) -> None:
    """Those of others are as if they were not there."""
    made = downlink.data("POST", PATH, URL, status=201)
    stranger = downlink.sign(downlink.emulator.credentials.add("stranger", tenant_id="tenant-002"))
    assert downlink.data("GET", PATH, auth=stranger)["items"] == []
    for method, path, body in (
        ("GET", f"{PATH}/{made['id']}", None),
        ("PUT", f"{PATH}/{made['id']}", {}),
        ("POST", f"{PATH}/{made['id']}/subscriptions", {"event_type": "command.accepted"}),
    ):
        assert downlink.refused(method, path, body, auth=stranger) == (404, "CALLBACK_NOT_FOUND")


class Receiver:
    """Takes events on loopback, and answers the first ones with 500."""

    def __init__(self, failures: int = 0) -> None:
        self.got: list[tuple[dict[str, Any], bytes, str]] = []
        self.failures = failures
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append((json.loads(body), body, self.headers["X-Utmos-Signature"]))
                self.send_response(500 if len(receiver.got) <= receiver.failures else 204)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/hook?a=1"

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Takes every event."""
    receiver = Receiver()
    yield receiver
    receiver.close()


def listen(downlink: Downlink, url: str, **more: Any) -> str:
    """An endpoint without https, which only the test's side can add; both events. Return its secret."""
    endpoint = downlink.emulator.callbacks.add("tenant-001", {"url": url, **more})
    for event_type in ("command.accepted", "command.completed"):
        downlink.emulator.callbacks.subscribe(endpoint, event_type)
    return endpoint.secret


def settled(downlink: Downlink, count: int) -> list[Delivery]:
    """What was sent, once it is so many."""
    deadline = time.monotonic() + 5
    while len(downlink.emulator.deliveries.done) < count and time.monotonic() < deadline:
        time.sleep(0.005)
    return list(downlink.emulator.deliveries.done)


def test_release_001_sends_nothing(downlink: Downlink, receiver: Receiver) -> None:
    """Without the rule, endpoints are stored and that is all."""
    listen(downlink, receiver.url)
    downlink.gateway.echo = True
    downlink.command()
    time.sleep(0.05)
    assert (receiver.got, downlink.emulator.deliveries.done) == ([], [])


def test_events_are_sent_where_the_rules_ask_for_it(make_downlink: Make, receiver: Receiver) -> None:
    """One of acceptance with the documented members, one of the end, signed with the endpoint's secret."""
    downlink = make_downlink(deliver_callbacks=True)
    secret = listen(downlink, receiver.url)
    made = downlink.command("return_home", {"a": 1})
    downlink.gateway.reply(downlink.gateway.sent[0], {"result": 7})
    assert [one.attempts for one in settled(downlink, 2)] == [1, 1]
    (accepted, body, signature), (completed, _, _) = receiver.got
    assert set(accepted) == {
        *("event_id", "event_type", "command_id", "tenant_id", "client_id", "vendor", "device_id", "command_type"),
        *("timeout_seconds", "accepted_at", "request_id", "payload"),
    }
    assert (accepted["event_type"], accepted["command_id"], accepted["payload"]) == ("command.accepted", made, {"a": 1})
    assert hmac.digest(secret.encode(), body, "sha256").hex() == signature
    assert (completed["event_type"], completed["status"], completed["response_code"]) == (
        "command.completed",
        "FAILED",
        "7",
    )
    assert completed["event_id"] != accepted["event_id"]


def test_the_end_by_time_is_told_without_a_look(make_downlink: Make, receiver: Receiver) -> None:
    """Nobody asks for the command, and its event comes all the same."""
    downlink = make_downlink(deliver_callbacks=True)
    listen(downlink, receiver.url)
    downlink.command(timeout_seconds=5)
    downlink.clock.advance(6)
    settled(downlink, 2)
    assert [event["event_type"] for event, _, _ in receiver.got] == ["command.accepted", "command.completed"]
    assert receiver.got[1][0]["status"] == "TIMED_OUT"


def test_sending_is_tried_again(make_downlink: Make) -> None:
    """Up to `max_attempts`, the same bytes each time; a receiver that is not there is given up on."""
    receiver = Receiver(failures=2)
    downlink = make_downlink(deliver_callbacks=True)
    listen(downlink, receiver.url, max_attempts=3)
    listen(downlink, "http://127.0.0.1:9/", max_attempts=2)
    listen(downlink, "https://example.com/", max_attempts=1)
    downlink.command()
    done = settled(downlink, 3)
    receiver.close()
    assert [(one.status, one.attempts) for one in done] == [(204, 3), (None, 2), (None, 1)]
    assert len({body for _, body, _ in receiver.got}) == 1


def test_a_disabled_endpoint_gets_nothing(make_downlink: Make, receiver: Receiver) -> None:
    """Nor does one that did not subscribe."""
    downlink = make_downlink(deliver_callbacks=True)
    listen(downlink, receiver.url, status="DISABLED")
    downlink.emulator.callbacks.add("tenant-001", {"url": receiver.url})
    listen(downlink, receiver.url)
    downlink.command()
    settled(downlink, 1)
    downlink.emulator.close()
    assert len(receiver.got) == 1
