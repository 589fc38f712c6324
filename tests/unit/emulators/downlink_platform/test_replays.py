"""Whatever is sent again, whenever: no request enters twice, and none that is off by more than the skew."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.credentials import Credentials
from skybind_emulators.downlink.gateway import Gateway
from skybind_emulators.exchange import Refusal, Request
from skybind_emulators.identity import Identities
from skybind_emulators.settings import DownlinkRules, Settings
from unit.emulators.downlink_platform.harness import COMMANDS, Downlink
from unit.emulators.harness import WallClock

KINDS = ("drop", "lose-answer", "truncated", "duplicate", "html", "status-503", "status-429")
PATH = "/api/v1/open/device-requests"

fresh = st.tuples(st.just("fresh"), st.integers(-700, 700), st.integers(0, 3))
again = st.tuples(st.just("again"), st.integers(0, 30), st.just(0))
later = st.tuples(
    st.just("later"), st.sampled_from([0, 1, 5, 29, 30, 31, 59, 60, 61, 299, 300, 301, 600, 601]), st.just(0)
)


def signed(api_id: str, api_key: str, timestamp: int, nonce: str) -> Request:
    empty = hashlib.sha256(b"").hexdigest()
    lines = ["UTMOS-HMAC-SHA256", "GET", PATH, "", api_id, str(timestamp), nonce, empty]
    signature = hmac.digest(api_key.encode(), "\n".join(lines).encode(), "sha256").hex()
    names = ("x-api-id", "x-api-timestamp", "x-api-nonce", "x-api-signature")
    headers = dict(zip(names, (api_id, str(timestamp), nonce, signature), strict=True))
    return Request("GET", PATH.encode(), b"", headers, b"")


@settings(max_examples=150, deadline=None)
@given(
    steps=st.lists(st.one_of(fresh, again, later), max_size=40),
    skew_s=st.sampled_from([1, 30, 300]),
    window_s=st.sampled_from([1, 60, 300]),
)
def test_nothing_enters_twice(steps: list[Any], skew_s: int, window_s: int) -> None:
    """Fresh requests with times and nonces of any kind, repeats of any earlier one, and time that passes."""
    wall = WallClock()
    clock = SimulatedClock(wall=wall)
    rules = DownlinkRules()
    credentials = Credentials(clock, Identities(1, "keys"), rules)
    one = credentials.add("one", skew_s=skew_s, replay_window_s=window_s)
    gateway = Gateway(credentials, clock, rules)
    sent: list[Request] = []
    entered: list[int] = []
    last_use: dict[str, float] = {}
    for kind, number, nonce in steps:
        if kind == "later":
            wall.at += number
            continue
        if kind == "fresh":
            sent.append(signed(one.client_id, one.secret, int(wall.at) + number, f"nonce-{nonce}"))
            index = len(sent) - 1
        elif sent:
            index = number % len(sent)
        else:
            continue
        request = sent[index]
        try:
            gateway.admit(request, now=wall.at)
        except Refusal:
            continue
        used = request.headers["x-api-nonce"]
        assert abs(wall.at - int(request.headers["x-api-timestamp"])) <= skew_s
        assert not any(sent[earlier].headers == request.headers for earlier in entered)
        assert used not in last_use or wall.at - last_use[used] > window_s
        entered.append(index)
        last_use[used] = wall.at


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Downlink]:
    """One platform for all runs; each has a key of its own."""
    downlink = Downlink(tmp_path_factory.mktemp("platform"), Settings())
    yield downlink
    downlink.close()


@settings(max_examples=60, deadline=None)
@given(bad=st.lists(st.sampled_from(KINDS), max_size=5), same_signature=st.booleans())
def test_a_stubborn_caller_makes_one_command(platform: Downlink, bad: list[str], same_signature: bool) -> None:
    """Whatever goes wrong, and however often: who sends the same body until it is told a command has made just one.

    A caller that repeats its request byte for byte, signature and all, is told so, and then signs anew.
    """
    before = len(platform.gateway.sent)
    body = json.dumps(platform.body()).encode()
    headers = {"Content-Type": "application/json"}
    signs = platform.sign()
    once = signs.headers("POST", COMMANDS, body)
    told = None
    for kind in [*bad, None, None]:
        platform.faults.clear()
        if kind is not None:
            platform.faults.add("downlink.createCommand", kind, count=1)
        shown = once if same_signature else signs.headers("POST", COMMANDS, body)
        try:
            told = platform.http.post(COMMANDS, content=body, headers=headers | shown)
        except ConnectionResetError:
            continue
        if told.status_code in (200, 202):
            break
        once = signs.headers("POST", COMMANDS, body) if told.status_code == 401 else once
    assert told is not None
    assert told.status_code in (200, 202)
    [sent] = platform.gateway.sent[before:]
    [command] = [one for one in platform.emulator.commands if one.tid == sent.tid]
    assert command.command_id == told.json()["command_id"]
