"""The platform in process, a client that signs and checks every answer, and a gateway on paper."""

import hashlib
import hmac
import itertools
import json
import re
import threading
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

import httpx
import jsonschema_rs
import yaml
from attrs import define, field, frozen

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink import make_downlink
from skybind_emulators.downlink.bridge import NotDelivered, Request
from skybind_emulators.downlink.credentials import CredentialRecord
from skybind_emulators.faults import Faults
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.store import ObjectStore
from unit.emulators.harness import InProcess, WallClock

SPECIFICATION = Path(__file__).parents[4] / "specs" / "downlink"
COMMANDS = "/api/v1/open/downlink/commands"
SEED_BODY = (Path(__file__).parents[3] / "data" / "downlink" / "flighttask_prepare.json").read_bytes()
# Codes of our own for what no page speaks of: nothing at a path, a wrong verb, too large a body, an unknown id.
UNLISTED = {"NOT_FOUND", "METHOD_NOT_ALLOWED", "PAYLOAD_TOO_LARGE"}


class FitsSpecification:
    """Checks answers against the specification, read anew from its files."""

    def __init__(self) -> None:
        # Two hundred kilobytes; PyYAML's own loader takes two seconds for them.
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        parts = [yaml.load(file.read_bytes(), Loader=loader) for file in sorted(SPECIFICATION.glob("*.yaml"))]
        self.paths: dict[str, Any] = {}
        self.components: dict[str, dict[str, Any]] = {}
        self.statuses: dict[str, int] = {}
        self._validators: dict[tuple[str, int], Any] = {}
        for part in parts:
            self.paths |= part.get("paths", {})
            for section, members in part.get("components", {}).items():
                self.components.setdefault(section, {}).update(members)
            self.statuses |= {entry["code"]: entry["status"] for entry in part.get("x-errors", ())}

    def check(self, response: httpx.Response) -> None:
        """Fail unless status, code and body are what the specification says."""
        assert response.headers["x-request-id"]
        node = self._node(response.request)
        if response.status_code >= 400:
            body = response.json()
            assert set(body) == {"code", "message", "request_id"}
            assert body["request_id"] == response.headers["x-request-id"]
            listed = set(node["x-errors"] if node else self.statuses)
            assert body["code"] in listed | UNLISTED, body
            assert response.status_code == self.statuses.get(body["code"], response.status_code)
            return
        answer = node["responses"][str(response.status_code)]
        if "content" not in answer:
            assert response.content == b""
            return
        known = (node["operationId"], response.status_code)
        if known not in self._validators:
            schema = answer["content"]["application/json"]["schema"]
            self._validators[known] = jsonschema_rs.Draft202012Validator({**schema, "components": self.components})
        self._validators[known].validate(response.json())
        assert response.headers["content-type"].startswith("application/json")

    def _node(self, request: httpx.Request) -> Any:
        for template, item in self.paths.items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), request.url.path):
                return item.get(request.method.lower())
        return None


specification_check = cache(FitsSpecification)


def canonical(method: str, target: str, api_id: str, timestamp: str, nonce: str, body: bytes) -> str:
    """The eight lines in their default order, written from their description."""
    path, _, query = target.partition("?")
    pairs = sorted((quote(name, safe=""), quote(value, safe="")) for name, value in parse_qsl(query, True))
    lines = ["UTMOS-HMAC-SHA256", method, path, "&".join(f"{name}={value}" for name, value in pairs)]
    return "\n".join([*lines, api_id, timestamp, nonce, hashlib.sha256(body).hexdigest()])


class Signs(httpx.Auth):
    """Signs each request anew, at the time of a given clock."""

    requires_request_body = True
    _serial = itertools.count(1)

    def __init__(self, api_id: str, api_key: str, now: Callable[[], float]) -> None:
        self.api_id, self.api_key, self.now = api_id, api_key, now

    def headers(
        self, method: str, target: str, body: bytes, *, at: float | None = None, nonce: str = ""
    ) -> dict[str, str]:
        """The four headers of one request."""
        timestamp = str(int(self.now() if at is None else at))
        nonce = nonce or f"nonce-{next(self._serial)}"
        text = canonical(method, target, self.api_id, timestamp, nonce, body)
        signature = hmac.digest(self.api_key.encode(), text.encode(), "sha256").hex()
        names = ("X-Api-Id", "X-Api-Timestamp", "X-Api-Nonce", "X-Api-Signature")
        return dict(zip(names, (self.api_id, timestamp, nonce, signature), strict=True))

    def auth_flow(self, request: httpx.Request) -> Any:
        target = request.url.raw_path.decode("ascii")
        request.headers.update(self.headers(request.method, target, request.content))
        yield request


@frozen
class Sent:
    """A command as it left."""

    gateway_sn: str
    method: str
    data: Mapping[str, Any]
    bid: str
    tid: str


@define
class PaperGateway:
    """A transport that writes down what it is given, and says what a test lets it say.

    ``echo`` answers every command at once with result 0, before ``deliver`` returns.
    """

    reachable: bool = True
    echo: bool = False
    sent: list[Sent] = field(factory=list)
    answered: list[tuple[Request, Mapping[str, Any]]] = field(factory=list)
    _replies: list[Any] = field(factory=list)
    _requests: list[Any] = field(factory=list)
    _lock: threading.Lock = field(factory=threading.Lock)

    def deliver(self, gateway_sn: str, method: str, data: Mapping[str, Any], bid: str, *, tid: str) -> str:
        if not self.reachable:
            raise NotDelivered("nobody is there")
        with self._lock:
            self.sent.append(Sent(gateway_sn, method, data, bid, tid))
        if self.echo:
            self.reply(self.sent[-1], {"result": 0})
        return tid

    def on_reply(self, callback: Any) -> None:
        self._replies.append(callback)

    def on_request(self, callback: Any) -> None:
        self._requests.append(callback)

    def answer_request(self, request: Request, data: Mapping[str, Any]) -> None:
        self.answered.append((request, data))

    def reply(
        self, to: Sent, data: Any, *, tid: str | None = None, method: str | None = None, gateway: str | None = None
    ) -> None:
        """What a device says to a command; without a keyword, all is as it should be."""
        for callback in self._replies:
            callback(gateway or to.gateway_sn, tid or to.tid, to.bid, method or to.method, data)

    def ask(self, method: str, data: Mapping[str, Any], *, gateway: str, kind: Any = "requests") -> Request:
        """What a device asks."""
        request = Request(gateway, f"tid-{method}", "bid", method, data, kind)
        for callback in self._requests:
            callback(request)
        return request


class Downlink:
    """An emulator with a signing client.

    ``unchecked`` in a call switches off the check against the specification, for answers that are wrong on purpose.
    """

    def __init__(self, folder: Path, settings: Settings, *, log: RequestLog | None = None) -> None:
        self.wall = WallClock()
        self.clock = SimulatedClock(settings.pace.scale, wall=self.wall)
        self.faults = Faults(settings.faults)
        self.store = ObjectStore(folder / "store", now=self.clock.now)
        self.gateway = PaperGateway()
        self.emulator = make_downlink(
            settings,
            self.store,
            self.faults,
            self.clock,
            transport=self.gateway,
            log=log,
            storage_url="http://127.0.0.1:1",
        )
        self.http = httpx.Client(transport=InProcess(self.emulator.app), base_url="http://dev.utmos.test")
        self._keys = itertools.count(1)

    def sign(self, credential: CredentialRecord | None = None) -> Signs:
        """Signs with the first credential, or another, at the emulator's wall time."""
        credential = credential or self.emulator.first
        return Signs(credential.client_id, credential.secret, self.wall)

    def send(self, method: str, path: str, body: Any = None, *, unchecked: bool = False, **more: Any) -> httpx.Response:
        """Send a signed request; the answer must fit the specification."""
        more.setdefault("auth", self.sign())
        if body is not None:
            more["json"] = body
        response = self.http.request(method, path, **more)
        if not unchecked:
            specification_check().check(response)
        return response

    def data(self, method: str, path: str, body: Any = None, *, status: int = 200, **more: Any) -> Any:
        """Send a request that must succeed; return its answer."""
        response = self.send(method, path, body, **more)
        assert response.status_code == status, response.text
        return response.json() if response.content else None

    def refused(self, method: str, path: str, body: Any = None, **more: Any) -> tuple[int, str]:
        """Send a request that must be refused; return HTTP status and code."""
        response = self.send(method, path, body, **more)
        return response.status_code, response.json()["code"]

    def body(self, command_type: str = "return_home", payload: Any = None, **more: Any) -> dict[str, Any]:
        """The body of a command with a key of its own."""
        usual = {"vendor": "dji", "device_id": "drone-001", "idempotency_key": f"key-{next(self._keys)}"}
        return {**usual, "command_type": command_type, "payload": payload or {}, **more}

    def command(self, command_type: str = "return_home", payload: Any = None, **more: Any) -> str:
        """A new command; return its id."""
        made: str = self.data("POST", COMMANDS, self.body(command_type, payload, **more), status=202)["command_id"]
        return made

    def state(self, command_id: str) -> dict[str, Any]:
        """What the platform says of a command."""
        found: dict[str, Any] = self.data("GET", f"{COMMANDS}/{command_id}")
        return found

    def close(self) -> None:
        """End the emulator's threads."""
        self.http.close()
        self.emulator.close()


def prepare(**payload: Any) -> dict[str, Any]:
    """A payload of ``flighttask_prepare`` as the seed has it, with changes."""
    seed: dict[str, Any] = json.loads(SEED_BODY)["payload"]
    return {**seed, **payload}
