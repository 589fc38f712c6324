"""Client, platform, MQTT and dock over a bad line: what is sent once arrives at most once, and what the client tells is
so. 40 runs in each world; 1,000 with SKYBIND_THOROUGH=1.
"""

from __future__ import annotations

import json
import random
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

from faults.bad_line import FATES, QUIET, BadLine
from harness.thorough import THOROUGH
from skybind import AsyncDownlink, Downlink, Options, Schedule
from skybind.downlink.intents import Intent
from skybind.downlink.outcomes import CommandFailed, CommandUnanswered, CommandUnknown
from skybind.errors import AnswerLost, NotSent, ServiceError, SkybindError
from skybind.waiting import no_waiting
from skybind.wire import conversation
from skybind.wire.retry import Budget
from skybind_clients.downlink.commands import COMMANDS
from skybind_emulators import Running, Settings, start
from skybind_emulators.downlink.adapter import Adapter
from skybind_emulators.downlink.commands import CommandRecord
from skybind_emulators.downlink.dock.mischief import GARBLES
from skybind_emulators.downlink.nonces import Nonces
from unit.emulators.downlink_dock.payloads import TAKEN
from unit.emulators.downlink_platform.harness import COMMANDS as PATH
from unit.emulators.downlink_platform.harness import Signs
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

RUNS = 1000 if THOROUGH else 40
SEED = 20261122
RETRIES = 4
READ_TIMEOUT_S = 0.4
#: Each fate is as likely as the others, but for the two that cost time or are no fault.
WEIGHTS = [{"answer": 4.0, "no answer at all": 0.2}.get(fate, 1.0) for fate in FATES]
# flighttask_create has other members at the platform than at DJI's docks: the table below holds the latter.
PHYSICAL = [name for name, known in COMMANDS.items() if known.effect == "physical" and name != "flighttask_create"]
KEYED = [name for name, known in COMMANDS.items() if known.effect == "keyed"]
PRANKS = (*["none"] * 6, "mute", "late", *GARBLES)


@attrs.define
class Figures:
    """What came of all runs."""

    runs: int = 0
    commands: Counter[str] = attrs.field(factory=Counter)
    faults: Counter[str] = attrs.field(factory=Counter)
    outcomes: Counter[str] = attrs.field(factory=Counter)
    most_arrivals: int = 0
    never_arrived: int = 0
    refused: Counter[str] = attrs.field(factory=Counter)

    def __str__(self) -> str:
        planted = sum(self.faults.values())
        sent = ", ".join(f"{number} {effect}" for effect, number in sorted(self.commands.items()))
        told = ", ".join(f"{word} {number}" for word, number in sorted(self.outcomes.items()))
        kept_out = ", ".join(f"{code} {number}" for code, number in sorted(self.refused.items()))
        return (
            f"{self.runs} runs, {planted} faults; commands: {sent}; arrivals of one at most {self.most_arrivals}, "
            f"{self.never_arrived} never arrived; told: {told}; kept out: {kept_out}"
        )


class Yard:
    """The platform, its dock, and the bad line before them."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.platform = running.downlink
        assert self.platform.dock is not None
        self.dock = self.platform.dock
        host, _, port = running.ready["services"]["downlink"]["base_url"].removeprefix("http://").partition(":")
        self.line = BadLine(host, int(port), patience_s=5.0)
        self.signs = Signs(self.platform.api_id, self.platform.api_key, time.time)

    def records(self, key: str) -> list[CommandRecord]:
        """What the platform has under a key; it should be one command."""
        return [one for one in self.platform.commands if one.intent.idempotency_key == key]

    def arrivals(self, intent: Intent) -> int:
        """How often the command has come to the dock."""
        tids = {one.tid for one in self.records(intent.idempotency_key)}
        return sum(one.tid in tids for one in self.dock.arrivals(intent.command_type))

    def settle(self) -> None:
        """Wait until the dock has all that the platform gave to MQTT."""
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            here = {one.tid for one in self.dock.arrivals()}
            if all(one.tid in here for one in self.platform.commands if one.delivered_at is not None):
                return
            time.sleep(0.002)
        raise AssertionError("a message was lost between platform and dock")

    def dock_said(self, intent: Intent) -> set[str]:
        """The results that the dock answered with, as it meant them."""
        tids = {one.tid for one in self.records(intent.idempotency_key)}
        replies = [json.loads(raw) for tid in tids for raw in self.dock._replies.get(tid, [])]
        return {str(reply.get("data", {}).get("result")) for reply in replies}

    def crafted(self, key: str, at: float) -> bytes:
        """A command with a good signature of another time."""
        body = {"vendor": "dji", "device_id": self.platform.device_id, "command_type": "return_home"}
        text = json.dumps({**body, "payload": {}, "idempotency_key": key}).encode()
        headers = {**self.signs.headers("POST", PATH, text, at=at), "Host": "x", "Content-Type": "application/json"}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"POST {PATH} HTTP/1.1\r\n{head}Content-Length: {len(text)}\r\n\r\n".encode() + text


@pytest.fixture(scope="module")
def yard() -> Iterator[Yard]:
    """One platform for all runs."""
    with start(Settings(services=("downlink",), speed="instant")) as running:
        yard = Yard(running)
        yield yard
        yard.line.close()


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Both worlds, one after the other."""
    world: World = request.param()
    yield world
    world.close()


@pytest.fixture
def client(yard: Yard, world: World) -> Iterator[Any]:
    """A client over the bad line."""
    kind: Callable[..., Any] = Downlink if isinstance(world, SyncWorld) else AsyncDownlink
    platform = yard.platform
    made = kind(
        platform.api_id,
        platform.api_key,
        base_url=yard.line.base_url,
        device_id=platform.device_id,
        options=Options(retries=RETRIES, read_timeout=READ_TIMEOUT_S, total_timeout=60.0),
        schedule=Schedule(first=0.002, longest=0.02),
    )
    with no_waiting():
        yield made
    world.run(made.close())


@attrs.define
class Sent:
    """A command of a run.

    Attributes:
        asks: how often was asked about it.
        told: what the client said of it in the end.
    """

    intent: Intent
    command: Any = None
    asks: int = 0
    told: str = ""
    code: str = ""


class Run:
    """Some commands, what becomes of them on the line and at the dock, and what is told of them."""

    def __init__(self, number: int, yard: Yard, world: World, client: Any, figures: Figures) -> None:
        self.chance = random.Random(f"{SEED}:{number}")
        self.yard, self.world, self.client, self.figures = yard, world, client, figures
        self.sent: list[Sent] = []

    def carry_out(self) -> None:
        """Everything, with all checks."""
        chance, line = self.chance, self.yard.line
        line.plan(chance.choices(FATES, WEIGHTS, k=chance.randrange(1, 9)))
        self.client._transport.budget = Budget()  # an outage of this length would rightly use it up
        for _ in range(chance.randrange(1, 4)):
            self._send()
        self._deliver_what_was_held()
        self.yard.settle()
        self.yard.platform.clock.advance(400.0)  # no muted command stays open
        for sent in self.sent:
            self._hear(sent)
        self._replay()
        self._skew()
        self.yard.settle()
        for sent in self.sent:
            self._check(sent)
        self.yard.dock.behave()
        for fate in (one.fate for one in line.passed):
            self.figures.faults.update([fate] if fate != "answer" else [])
        self.figures.runs += 1

    def _send(self) -> None:
        chance, line = self.chance, self.yard.line
        command_type = chance.choice(PHYSICAL if chance.random() < 0.7 else KEYED)
        if (prank := chance.choice(PRANKS)) != "none":
            self._play(command_type, prank)
        intent = self.client.intent((command_type, TAKEN[command_type][1]), profile="compatible")
        sent = Sent(intent)
        self.sent.append(sent)
        self.figures.commands[intent.effect] += 1
        try:
            sent.command = self.world.run(self.client.send(intent))
            assert line.attempts(intent.idempotency_key), "its key is not the intent's"
        except CommandUnknown:
            sent.told = "unknown"
            assert line.attempts(intent.idempotency_key), "its key is not the intent's"
            first, *more = line.attempts(intent.idempotency_key)
            assert not more, "sent without being asked to"
            assert first.fate not in QUIET, "the answer came, and the client says that it did not"
            self._ask(sent)
        except (AnswerLost, ServiceError):
            assert intent.effect == "keyed", "what moves a machine is never left without a word for it"
            sent.told = "given up"
        except NotSent:
            sent.told = "not sent"
        else:
            if intent.effect == "physical":
                first, *more = line.attempts(intent.idempotency_key)
                assert not more, "sent without being asked to"
                assert first.fate in QUIET, "an answer that never came is told"

    def _play(self, command_type: str, prank: str) -> None:
        self.figures.faults[f"dock: {prank}"] += 1
        if prank == "mute":
            self.yard.dock.mute(command_type)
        elif prank == "late":
            self.yard.dock.late(command_type, seconds=self.chance.choice([0.001, 0.01]))
        else:
            self.yard.dock.garble(command_type, how=prank)  # type: ignore[arg-type]

    def _ask(self, sent: Sent) -> None:
        while sent.command is None and self.chance.random() < 0.6:
            sent.asks += 1
            try:
                sent.command = self.world.run(self.client.ask(sent.intent))
            except CommandUnknown:
                continue
            except (AnswerLost, ServiceError) as error:
                raise AssertionError("what moves a machine is never left without a word for it") from error

    def _deliver_what_was_held(self) -> None:
        line, faults = self.yard.line, self.yard.running.faults
        for held in line.held(self.chance):
            if held.fate == "hold too long":
                faults.add("downlink.createCommand", "skew", seconds=301.0, count=1)
                before = self._inside(held.key)
                status, code = line.deliver(held.raw)
                assert (status, code) == (401, "TIMESTAMP_EXPIRED"), "a request that was held too long entered"
                self.figures.refused[code] += 1
                assert self._inside(held.key) == before
            else:
                status, code = line.deliver(held.raw)
                assert (status, code) in {(202, ""), (200, ""), (401, "NONCE_REPLAYED")}
                self.figures.refused.update([code] if code else [])

    def _hear(self, sent: Sent) -> None:
        """Whatever the client says when it waits."""
        if sent.command is None:
            return
        try:
            state = self.world.run(sent.command.wait(20.0))
            sent.told, sent.code = "taken", str(state.response_code)
        except CommandFailed as error:
            sent.told, sent.code = "refused by the device", error.device_code
        except CommandUnanswered:
            sent.told = "no clear reply"

    def _replay(self) -> None:
        """All requests once more, as they were and changed a little: none of them enters."""
        line = self.yard.line
        before = self._everything()
        for one in list(line.passed):
            if one.fate in {"drop", "refuse before", "hold too long"}:
                continue  # it was never inside; delivered now, it would rightly enter
            for raw, wanted in ((one.raw, "NONCE_REPLAYED"), (self._forged(one.raw), "SIGNATURE_INVALID")):
                status, code = line.deliver(raw)
                assert (status, code) == (401, wanted), "a replayed or forged request entered"
                self.figures.refused[code] += 1
        assert self._everything() == before

    def _forged(self, raw: bytes) -> bytes:
        """With another nonce, which the signature does not know."""
        head, _, rest = raw.lower().partition(b"x-api-nonce: ")
        place = len(head) + len(b"x-api-nonce: ")
        assert rest, "a request without a nonce"
        other = b"1" if raw[place : place + 1] == b"0" else b"0"
        return raw[:place] + other + raw[place + 1 :]

    def _skew(self) -> None:
        """A good signature of another time does not enter either."""
        off = self.chance.choice([-1, 1]) * self.chance.randrange(303, 100_000)
        key = f"skewed-{uuid.uuid4()}"
        status, code = self.yard.line.deliver(self.yard.crafted(key, time.time() + off))
        assert (status, code) == (401, "TIMESTAMP_EXPIRED"), "a request of another time entered"
        self.figures.refused[code] += 1
        assert self._inside(key) == 0

    def _inside(self, key: str) -> int:
        return len(self.yard.records(key))

    def _everything(self) -> tuple[int, int]:
        return len(self.yard.platform.commands), len(self.yard.dock.arrivals())

    def _check(self, sent: Sent) -> None:
        """The promise, and whether what was told is so."""
        yard, intent = self.yard, sent.intent
        arrived = yard.arrivals(intent)
        self.figures.outcomes[sent.told] += 1
        self.figures.most_arrivals = max(self.figures.most_arrivals, arrived)
        self.figures.never_arrived += not arrived
        assert arrived <= 1, f"{intent} arrived {arrived} times"
        assert self._inside(intent.idempotency_key) <= 1
        attempts = len(yard.line.attempts(intent.idempotency_key))
        assert attempts, "its key is not the intent's"
        if intent.effect == "physical":
            assert attempts == 1 + sent.asks, "sent without being asked to"
        else:
            assert attempts <= 1 + RETRIES
        if sent.told == "taken":
            assert arrived == 1
            assert yard.dock_said(intent) == {"0"}
        elif sent.told == "refused by the device":
            assert arrived == 1
            assert yard.dock_said(intent) == {sent.code}
        elif sent.told == "no clear reply":
            assert arrived == 1
        elif sent.told == "not sent":
            assert arrived == 0
        if sent.command is not None:
            [record] = yard.records(intent.idempotency_key)
            assert record.command_id == sent.command.id


def carry_out(yard: Yard, world: World, client: Any, runs: int) -> Figures:
    """So many runs; what came of them. Says in which one a check failed."""
    figures = Figures()
    for number in range(runs):
        try:
            Run(number, yard, world, client, figures).carry_out()
        except (AssertionError, SkybindError) as error:
            error.add_note(f"in run {number} of seed {SEED}")
            raise
    return figures


def test_a_command_arrives_at_most_once(
    yard: Yard, world: World, client: Any, record_property: Callable[[str, object], None]
) -> None:
    """Whatever becomes of requests and answers, on the line and at the dock, a command comes to the dock at most once;
    what the client tells of it is so; requests that are replayed, forged or of another time never enter."""
    figures = carry_out(yard, world, client, RUNS)
    record_property("figures", str(figures))
    print(figures)
    assert figures.most_arrivals == 1
    assert set(figures.commands) == {"physical", "keyed"}
    assert {"taken", "refused by the device", "no clear reply", "unknown"} <= set(figures.outcomes)
    assert set(FATES) - {"answer", "no answer at all"} <= set(figures.faults)
    assert figures.never_arrived


class Forgetful(dict[Any, Any]):
    """Keeps nothing."""

    def __setitem__(self, key: Any, value: Any) -> None:
        pass


def the_platform_forgets_keys(yard: Yard, patch: pytest.MonkeyPatch) -> None:
    """The same key makes another command."""
    patch.setattr(yard.platform._commands, "_by_key", Forgetful())


def the_platform_sends_twice(yard: Yard, patch: pytest.MonkeyPatch) -> None:
    """The adapter tries again what may have gone out."""
    genuine = Adapter.send

    def send(adapter: Adapter, record: CommandRecord) -> None:
        genuine(adapter, record)
        adapter._transport.deliver(record.gateway_sn, record.intent.command_type, {}, "bid", tid=record.tid)

    patch.setattr(Adapter, "send", send)


def the_platform_takes_any_nonce(yard: Yard, patch: pytest.MonkeyPatch) -> None:
    """A replayed request enters."""
    patch.setattr(Nonces, "take", lambda *_arguments, **_more: True)


def the_platform_takes_any_time(yard: Yard, patch: pytest.MonkeyPatch) -> None:
    """A request of another time enters."""
    patch.setattr(yard.platform.first, "skew_s", 10**9)


def the_client_tries_again(yard: Yard, patch: pytest.MonkeyPatch) -> None:
    """What moves a machine is sent like what may be repeated."""
    decide: Any = conversation.decide  # type: ignore[attr-defined]
    patch.setattr(conversation, "decide", lambda _effect, *arguments, **more: decide("idempotent", *arguments, **more))


def the_client_is_sure(yard: Yard, patch: pytest.MonkeyPatch) -> None:
    """A lost answer is told as a harmless one."""
    patch.setattr(conversation, "OutcomeUnknown", AnswerLost)


def the_client_makes_keys_anew(yard: Yard, patch: pytest.MonkeyPatch) -> None:
    """Each attempt has a key of its own."""
    genuine = Intent.request
    patch.setattr(Intent, "request", lambda intent: {**genuine(intent), "idempotency_key": uuid.uuid4().hex})


FAULTS = {
    the_platform_forgets_keys: "arrived [23456] times",
    the_platform_sends_twice: "arrived 2 times",
    the_platform_takes_any_nonce: "a replayed or forged request entered",
    the_platform_takes_any_time: "(of another time|held too long) entered",
    the_client_tries_again: "sent without being asked to",
    the_client_is_sure: "never left without a word",
    the_client_makes_keys_anew: "its key is not the intent's",
}


@pytest.mark.parametrize(("fault", "says"), FAULTS.items(), ids=[fault.__name__ for fault in FAULTS])
@pytest.mark.parametrize("world", [SyncWorld], ids=["sync"], indirect=True)
def test_the_runs_can_fail(
    fault: Callable[[Yard, pytest.MonkeyPatch], None],
    says: str,
    yard: Yard,
    world: World,
    client: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of these mistakes, in the platform or in the client, is seen within the first runs, and for what it is."""
    fault(yard, monkeypatch)
    with pytest.raises(AssertionError, match=says):
        carry_out(yard, world, client, 40)
    yard.running.faults.clear()
    yard.dock.behave()
