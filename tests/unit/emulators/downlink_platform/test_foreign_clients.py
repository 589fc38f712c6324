"""Clients that share no line with ours: openssl and curl in a shell, and Python's own urllib."""

import hashlib
import hmac
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators import Running, Settings, start
from unit.emulators.downlink_platform.harness import COMMANDS, SEED_BODY

SCRIPT = Path(__file__).with_name("sign.sh")
LIST = "/api/v1/open/device-requests"
missing = [name for name in ("sh", "openssl", "curl") if shutil.which(name) is None]
needs_shell = pytest.mark.skipif(bool(missing), reason=f"not on this machine: {', '.join(missing)}")


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """The platform, its broker and its dock on loopback."""
    with start(Settings(services=("downlink",))) as running:
        yield running


@pytest.fixture
def facts(running: Running) -> dict[str, str]:
    """The service's part of the ready line."""
    found: dict[str, str] = running.ready["services"]["downlink"]
    return found


def shell(facts: dict[str, str], method: str, path: str, query: str, body: Path, nonce: str) -> tuple[int, Any]:
    """Run the script; status and body of the answer."""
    environment = {**os.environ, "API_ID": facts["api_id"], "API_KEY": facts["api_key"]}
    command = ["sh", str(SCRIPT), method, facts["base_url"], path, query, str(body), nonce]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=20, check=True)
    text, _, status = done.stdout.rpartition("\n")
    return int(status), json.loads(text)


def ended(look: Any) -> dict[str, Any]:
    """What a command is once the dock has answered it."""
    deadline = time.monotonic() + 5
    while (state := look())["status"] in ("ACCEPTED", "DELIVERED") and time.monotonic() < deadline:
        time.sleep(0.02)
    found: dict[str, Any] = state
    return found


@needs_shell
def test_openssl_and_curl_send_the_seed_s_command(facts: dict[str, str], tmp_path: Path) -> None:
    """Signed in a shell, sent by curl byte for byte, answered by the dock, asked about, and not sent twice."""
    body, nothing = tmp_path / "body.json", tmp_path / "nothing"
    body.write_bytes(SEED_BODY)
    nothing.write_bytes(b"")
    status, made = shell(facts, "POST", COMMANDS, "", body, "shell-1")
    assert (status, made["status"]) == (202, "ACCEPTED")
    path = f"{COMMANDS}/{made['command_id']}"
    state = ended(lambda: shell(facts, "GET", path, "", nothing, f"shell-{time.monotonic_ns()}")[1])
    assert (state["command_type"], state["device_id"]) == ("flighttask_prepare", "drone-001")
    assert state["response_code"]
    status, again = shell(facts, "POST", COMMANDS, "", body, "shell-2")
    assert (status, again["command_id"], again["status"]) == (200, made["command_id"], state["status"])
    status, refused = shell(facts, "POST", COMMANDS, "", body, "shell-1")
    assert (status, refused["code"]) == (401, "NONCE_REPLAYED")
    query = "device_id=drone-001&request_type=config&vendor=dji"
    status, found = shell(facts, "GET", LIST, query, nothing, "shell-4")
    assert (status, [one["request_type"] for one in found["items"]]) == (200, ["config"])


def plain(facts: dict[str, str], method: str, target: str, body: bytes = b"", *, nonce: str) -> tuple[int, Any]:
    """Sign and send with the standard library; status and body of the answer."""
    now = str(int(time.time()))
    path, _, query = target.partition("?")
    query = "&".join(sorted(query.split("&")))
    lines = ["UTMOS-HMAC-SHA256", method, path, query, facts["api_id"], now, nonce, hashlib.sha256(body).hexdigest()]
    signature = hmac.new(facts["api_key"].encode(), "\n".join(lines).encode(), "sha256").hexdigest()
    headers = {"X-Api-Id": facts["api_id"], "X-Api-Timestamp": now, "X-Api-Nonce": nonce, "X-Api-Signature": signature}
    headers |= {"Content-Type": "application/json"} if body else {}
    request = urllib.request.Request(facts["base_url"] + target, body or None, headers, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def test_urllib_asks_and_commands(running: Running, facts: dict[str, str]) -> None:
    """An unsorted query, a command that the dock takes, and one that it refuses with a code of its own."""
    status, found = plain(facts, "GET", f"{LIST}?vendor=dji&request_type=update_topo", nonce="urllib-1")
    assert (status, len(found["items"])) == (200, 1)
    states = []
    for number, command_type in enumerate(("debug_mode_open", "return_home")):
        body = {"vendor": "dji", "device_id": facts["device_id"], "command_type": command_type, "payload": {}}
        sent = json.dumps(body | {"idempotency_key": f"urllib-{number}"}).encode()
        status, made = plain(facts, "POST", COMMANDS, sent, nonce=f"urllib-c{number}")
        assert status == 202
        path = f"{COMMANDS}/{made['command_id']}"
        states.append(ended(lambda path=path: plain(facts, "GET", path, nonce=f"urllib-{time.monotonic_ns()}")[1]))
    assert [state["status"] for state in states] == ["SUCCEEDED", "FAILED"]
    assert states[0]["response_code"] == "0"
    assert states[1]["response_code"] not in ("", "0")
    dock = running.downlink.dock
    assert dock is not None
    assert [len(dock.arrivals(name)) for name in ("debug_mode_open", "return_home")] == [1, 1]


def test_a_wrong_key_is_told(facts: dict[str, str]) -> None:
    """401 in the envelope."""
    status, body = plain({**facts, "api_key": "wrong"}, "GET", LIST, nonce="wrong-1")
    assert (status, body["code"]) == (401, "SIGNATURE_INVALID")
