"""How often a request arrives, whatever the network does with its answers. AT_MOST_ONCE_RUNS=1000 makes it thorough."""

from __future__ import annotations

import asyncio
import os
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator

import pytest

from skybind import Options
from skybind.errors import NotSent, OutcomeUnknown, ServiceError, SkybindError
from skybind.waiting import no_waiting
from skybind.wire.retry import Budget
from skybind.wire.transport import AsyncTransport, Reply, Transport
from skybind_clients.runtime import Operation

RUNS = int(os.environ.get("AT_MOST_ONCE_RUNS", "60"))
EFFECTS = ("safe", "idempotent", "keyed", "once", "physical")
BODY = b'{"done": true}'
FATES = ("answer", "lose", "reset", "half", "late-503", "refuse-429", "garbage")


class MachineWithABadLine:
    """Does what it is asked the moment the request is whole, and then answers as its plan for that arrival says."""

    def __init__(self) -> None:
        self.arrivals: Counter[str] = Counter()
        self.keys: dict[str, set[str]] = {}
        self.plan: dict[str, list[str]] = {}
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            while self._one(connection):
                pass

    def _one(self, connection: socket.socket) -> bool:
        data = b""
        while b"\r\n\r\n" not in data:
            try:
                block = connection.recv(65536)
            except OSError:
                return False
            if not block:
                return False
            data += block
        head = data.decode()
        run = head.split(" ")[1].strip("/")
        key = next((line.split(": ")[1] for line in head.split("\r\n") if line.lower().startswith("x-key: ")), "")
        with self._lock:
            number = self.arrivals[run]
            self.arrivals[run] += 1
            self.keys.setdefault(run, set()).add(key)
            plan = self.plan.get(run)
            if plan is None:
                return False  # nobody of these tests
            fate = plan[number] if number < len(plan) else "answer"
        return self._answer(connection, fate)

    def _answer(self, connection: socket.socket, fate: str) -> bool:
        whole = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(BODY) + BODY
        refusal = b"HTTP/1.1 %s\r\ncontent-length: 0\r\nretry-after: 1\r\n\r\n"
        if fate == "answer":
            connection.sendall(whole)
            return True
        if fate == "half":
            connection.sendall(whole[: len(whole) - 5])
        elif fate == "late-503":
            connection.sendall(refusal % b"503 Service Unavailable")
            return True
        elif fate == "refuse-429":
            connection.sendall(refusal % b"429 Too Many Requests")
            return True
        elif fate == "garbage":
            connection.sendall(b"\x16\x03\x01 not HTTP\r\n\r\n")
        elif fate == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False

    def close(self) -> None:
        self._socket.close()


class PlainDialect:
    """No signature; a refusal is whatever is not 200."""

    service = "machine"

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> dict[str, str]:
        return {}

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        if reply.status == 200:
            return None
        wait = reply.headers.get("retry-after")
        return ServiceError(
            "refused", service="machine", status=reply.status, retry_after=float(wait) if wait else None
        )


@pytest.fixture
def machine() -> Iterator[MachineWithABadLine]:
    machine = MachineWithABadLine()
    yield machine
    machine.close()


def operation(effect: str) -> Operation:
    return Operation(
        id="move", method="POST", path="/{run}", tag="machine", call="machine.move", summary="Move.", effect=effect,
        verified="documented", source="this test",
    )  # fmt: skip


def runs(machine: MachineWithABadLine) -> Iterator[tuple[str, str, list[str]]]:
    chance = random.Random(42)
    for number in range(RUNS):
        effect = EFFECTS[number % len(EFFECTS)]
        run = f"run-{number}"
        machine.plan[run] = [chance.choice(FATES) for _ in range(chance.randrange(1, 5))]
        yield run, effect, machine.plan[run]


def check(machine: MachineWithABadLine, run: str, effect: str, plan: list[str], error: SkybindError | None) -> None:
    """What the effect promises of arrivals, and that an unknown outcome is said."""
    arrived = machine.arrivals[run]
    if effect in {"physical", "once"}:
        assert arrived == 1
        if plan[0] in {"lose", "reset", "half", "garbage"}:
            assert isinstance(error, OutcomeUnknown)
        else:
            assert not isinstance(error, OutcomeUnknown)
    else:
        faults = next((n for n, fate in enumerate(plan) if fate == "answer"), len(plan))
        assert arrived == faults + 1
        assert error is None
    assert len(machine.keys[run]) == 1


def request(run: str) -> dict[str, object]:
    return {"method": "post", "url": f"/{run}", "headers": {"X-Key": run}}


def test_sync_arrivals(machine) -> None:
    """A physical or once-only request arrives exactly once; a repeatable one until it is answered, with one key."""
    transport = Transport(PlainDialect(machine.url), Options(retries=5, total_timeout=600))
    with no_waiting():
        for run, effect, plan in runs(machine):
            transport.budget = Budget()  # an outage of this length would rightly use it up
            error = None
            try:
                transport.send(operation(effect), request(run))
            except SkybindError as caught:
                error = caught
            check(machine, run, effect, plan, error)
    transport.close()


def test_async_arrivals(machine) -> None:
    """The same, awaited, many at a time."""

    async def main() -> None:
        transport = AsyncTransport(PlainDialect(machine.url), Options(retries=5, total_timeout=600))

        async def one(run: str, effect: str, plan: list[str]) -> None:
            error = None
            try:
                await transport.send(operation(effect), request(run))
            except SkybindError as caught:
                error = caught
            check(machine, run, effect, plan, error)

        with no_waiting():
            todo = list(runs(machine))
            for start in range(0, len(todo), 10):
                transport.budget = Budget()
                await asyncio.gather(*(one(*run) for run in todo[start : start + 10]))
        await transport.close()

    asyncio.run(main())


@pytest.mark.parametrize("effect", EFFECTS)
def test_nobody_listens(effect) -> None:
    """Without a connection nothing was sent: that is said, and even a once-only request may have been tried again."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    transport = Transport(PlainDialect(f"http://127.0.0.1:{port}"), Options(retries=2))
    with no_waiting(), pytest.raises(NotSent) as caught:
        transport.send(operation(effect), request("x"))
    assert caught.value.attempt == (1 if effect == "physical" else 3)
    transport.close()
