"""Credentials that end, or that sign headers: fetched before a request, once for all, and replaced when refused."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import define, field, frozen

from skybind.errors import AuthenticationFailed, NotSent, ServiceError, TokenRefused, UsageError
from skybind.options import Attempt, Options
from skybind.renewal import AsyncRenewing, Renewing
from skybind.wire.authentication import Credential, Outgoing
from skybind.wire.clock import ServiceClock, http_date
from skybind.wire.conversation import Authenticate, Pause, Reply, Send, conversation
from skybind.wire.retry import Again, Budget, Happened, RetryPolicy, decide
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.runtime import Effect, Operation
from unit.overlay.dials import Clock, Pauses
from unit.overlay.peers import Exchange, Peer, Play, loses_the_answer, says
from unit.overlay.probing import Probe, operation
from unit.overlay.worlds import AsyncWorld, World

GET = {"method": "get", "url": "/things"}
POST = {"method": "post", "url": "/things", "json": {"a": 1}}
T0 = 1_739_433_600.0


@frozen(eq=False)
class Pass:
    """A credential with a number."""

    number: int
    signed: list[Outgoing]

    def sign(self, outgoing: Outgoing) -> Mapping[str, str]:
        self.signed.append(outgoing)
        return {"X-Pass": str(self.number)}


@define
class Desk:
    """Gives out passes, one after another."""

    given: int = 0
    signed: list[Outgoing] = field(factory=list)

    def __call__(self) -> Pass:
        self.given += 1
        return Pass(self.given, self.signed)


class Gated(Probe):
    """A service that takes a pass from a number on, and says so with 401; its envelope is that of the probe."""

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        if reply.status == 401 and b"pass" in reply.body:
            return TokenRefused("no such pass", service="probe", status=401, code="P1", body=reply.body)
        return super().refusal(reply, operation)


def takes(number: int, after: Play | None = None) -> Play:
    """Lets in whoever has this pass or a later one."""

    def play(exchange: Exchange) -> None:
        exchange.body()
        if int(exchange.headers["x-pass"]) < number:
            exchange.answer(401, b"pass")
        elif after is not None:
            after(exchange)
        else:
            exchange.answer(200, b"{}")

    return play


def access(world: World, fetch: Any) -> Any:
    kind = AsyncRenewing if isinstance(world, AsyncWorld) else Renewing
    return kind(world.wrap(fetch), lambda _pass: None, margin=0.0)


@pytest.fixture
def client(world: World) -> Iterator[Any]:
    """Sends requests with passes from a desk."""
    made: list[Any] = []

    def make(url: str, fetch: Any, options: Options | None = None, **parts: Any) -> Any:
        transport = world.transport(
            Gated(url), options, access=access(world, fetch), sleep=world.wrap(Pauses()), **parts
        )
        made.append(transport)
        return lambda effect="safe", request=GET: world.run(transport.send(operation(effect), request))

    yield make
    for transport in made:
        world.run(transport.close())


# --------------------------------------------------------------------------------------------------- over the wire


def test_a_credential_is_fetched_once_and_signs_each_request(client: Any) -> None:
    """The first call fetches; each request carries what its credential adds beside what the dialect adds."""
    desk = Desk()
    with Peer(takes(1)) as peer:
        send = client(peer.url, desk)
        send()
        send("once", POST)
    assert desk.given == 1
    assert [received.headers["x-pass"] for received in peer.requests] == ["1", "1"]
    assert all("x-seal" in received.headers for received in peer.requests)


def test_a_credential_sees_the_request_as_it_goes_out(client: Any) -> None:
    """Method, host with port, target, headers (the dialect's too) and body are those that the peer receives."""
    desk = Desk()
    with Peer(takes(1)) as peer:
        client(f"{peer.url}/prefix", desk)("once", {**POST, "params": {"q": "a b+c"}, "headers": {"X-Own": "1"}})
        (received,) = peer.requests
    (seen,) = desk.signed
    assert (seen.method, seen.target, seen.body) == (received.method, received.target, received.body)
    assert seen.host == received.headers["host"] == f"127.0.0.1:{peer.port}"
    assert {**seen.headers, "x-pass": "1"} == dict(received.headers)
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["x-own"] == "1"
    assert "x-seal" in seen.headers
    assert received.target == "/prefix/things?q=a%20b%2Bc"


@pytest.mark.parametrize("effect", ["safe", "idempotent", "keyed", "once"])
def test_a_refused_credential_is_replaced_and_the_request_sent_again(client: Any, effect: Effect) -> None:
    """Who is not let in has changed nothing: the request goes once more with a new credential, whatever its effect."""
    desk, told = Desk(), []
    with Peer(takes(2)) as peer:
        reply = client(peer.url, desk, Options(retries=0, before_attempt=told.append))(effect, POST)
    assert (reply.status, reply.attempt, desk.given) == (200, 2, 2)
    assert [received.headers["x-pass"] for received in peer.requests] == ["1", "2"]
    assert peer.requests[0].body == peer.requests[1].body
    assert [attempt.number for attempt in told] == [1, 2]


def test_what_moves_a_machine_is_not_sent_again(client: Any) -> None:
    """A physical request arrives once, even if it was not let in."""
    with Peer(takes(2)) as peer, pytest.raises(TokenRefused):
        client(peer.url, Desk())("physical", POST)
    assert len(peer.requests) == 1


def test_a_second_refusal_is_final(client: Any) -> None:
    """A service that does not take the new credential either is not asked a third time."""
    desk = Desk()
    with Peer(takes(99)) as peer, pytest.raises(TokenRefused) as caught:
        client(peer.url, desk)()
    assert (len(peer.requests), desk.given, caught.value.attempt) == (2, 2, 2)


def test_a_credential_that_has_no_other(client: Any) -> None:
    """Where the same one comes back, asking again would change nothing: the refusal is final after one request."""
    only = Desk()()
    with Peer(takes(2)) as peer, pytest.raises(TokenRefused) as caught:
        client(peer.url, lambda: only)()
    assert (len(peer.requests), caught.value.attempt) == (1, 1)


@pytest.mark.parametrize("faults", [(says(503), loses_the_answer), (loses_the_answer, says(503))])
def test_a_renewal_costs_no_retry(client: Any, faults: tuple[Play, Play]) -> None:
    """After a new credential all retries are still there."""
    with Peer(takes(2), *[takes(2, fault) for fault in faults], takes(2)) as peer:
        assert client(peer.url, Desk(), Options(retries=2))().attempt == 4
    assert len(peer.requests) == 4


def test_other_refusals_do_not_renew(client: Any) -> None:
    """A refusal of another kind leaves the credential as it is."""
    desk = Desk()
    with Peer(says(401, "no")) as peer, pytest.raises(ServiceError):
        client(peer.url, desk)()
    assert (len(peer.requests), desk.given) == (1, 1)


def test_signing_in_that_fails_is_what_the_caller_is_told(client: Any) -> None:
    """The reason why there is no credential is raised as it is; nothing was sent."""

    def refuse() -> Pass:
        raise AuthenticationFailed("wrong password", service="desk", status=401)

    with Peer(takes(1)) as peer, pytest.raises(AuthenticationFailed, match="wrong password"):
        client(peer.url, refuse)("once", POST)
    assert peer.requests == []


def test_a_request_that_cannot_be_signed(client: Any) -> None:
    """What a credential cannot sign is not sent; listeners are told that the attempt has ended."""

    class Picky:
        def sign(self, outgoing: Outgoing) -> Mapping[str, str]:
            raise UsageError("too large")

    before: list[Attempt] = []
    after: list[Attempt] = []
    with Peer(says(200)) as peer, pytest.raises(UsageError, match="too large"):
        client(peer.url, Picky, Options(before_attempt=before.append, after_attempt=after.append))()
    assert peer.requests == []
    assert [(attempt.number, attempt.error) for attempt in after] == [(1, "UsageError")]
    assert len(before) == 1


def test_a_wrong_clock_is_corrected_for_credentials_too(client: Any) -> None:
    """A refusal for skew is answered by one signature for the service's time."""
    desk = Desk()

    def strict(exchange: Exchange) -> None:
        exchange.body()
        late = abs(float(exchange.headers["x-stamp"]) - T0) > 300
        exchange.answer(401 if late else 200, b"skew" if late else b"{}", {"Date": http_date(T0)})

    with Peer(strict) as peer:
        reply = client(peer.url, desk, clock=ServiceClock(Clock(T0 - 7200)))("once", POST)
    assert [seen.unix_seconds for seen in desk.signed] == [T0 - 7200, T0]
    assert (desk.given, reply.signed_at) == (1, T0)


def test_other_options_use_the_same_credential(world: World) -> None:
    """A view of a transport signs in as the transport does, and not once more."""
    desk = Desk()
    with Peer(takes(1)) as peer:
        transport = world.transport(Gated(peer.url), access=access(world, desk))
        world.run(transport.send(operation(), GET))
        world.run(transport.with_options(Options(retries=0)).send(operation(), GET))
        world.run(transport.close())
    assert desk.given == 1


WORKERS = 16


def test_threads_with_an_ended_credential_fetch_one() -> None:
    """Sixteen threads that are refused together share one new credential, and all get through."""
    together = threading.Barrier(WORKERS)
    desk = Desk()

    def at_once(exchange: Exchange) -> None:
        together.wait(10)
        takes(2)(exchange)

    with Peer(takes(1), *[at_once] * WORKERS, takes(2)) as peer:
        transport = Transport(Gated(peer.url), access=Renewing[Credential](desk, lambda _pass: None, margin=0.0))
        transport.send(operation(), GET)
        statuses: list[int] = []
        threads = [
            threading.Thread(target=lambda: statuses.append(transport.send(operation("once"), POST).status))
            for _ in range(WORKERS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        transport.close()
    assert statuses == [200] * WORKERS
    assert desk.given == 2


def test_tasks_with_an_ended_credential_fetch_one() -> None:
    """The same for tasks."""
    together = threading.Barrier(WORKERS)
    desk = Desk()

    async def fetch() -> Credential:
        await asyncio.sleep(0.01)
        return desk()

    def at_once(exchange: Exchange) -> None:
        together.wait(10)
        takes(2)(exchange)

    async def work(url: str) -> list[int]:
        transport = AsyncTransport(Gated(url), access=AsyncRenewing[Credential](fetch, lambda _pass: None, margin=0.0))
        await transport.send(operation(), GET)
        replies = await asyncio.gather(*[transport.send(operation("once"), POST) for _ in range(WORKERS)])
        await transport.close()
        return [reply.status for reply in replies]

    with Peer(takes(1), *[at_once] * WORKERS, takes(2)) as peer:
        assert asyncio.run(work(peer.url)) == [200] * WORKERS
    assert desk.given == 2


# ---------------------------------------------------------------------------------------------------------------- time


def test_signing_in_counts_for_the_time_of_a_call() -> None:
    """A credential that comes after the call's time is not used: nothing is sent, and that is said."""
    clock = Clock(0.0)
    options = Options(total_timeout=10)
    steps = conversation(operation("once"), Probe("http://p"), options, Budget(), clock, authenticates=True)
    step = next(steps)
    assert isinstance(step, Authenticate)
    assert (step.refused, step.seconds_left) == (None, 10)
    clock.time = 10.0
    with pytest.raises(NotSent) as caught:
        steps.send(Desk()())
    assert "signing in" in str(caught.value)
    assert caught.value.advice


def test_what_is_left_after_signing_in_is_left_for_the_request() -> None:
    """The request gets the time of the call less that of signing in, and the credential that was refused is named."""
    clock, first = Clock(0.0), Desk()()
    steps = conversation(operation(), Gated("http://p"), Options(total_timeout=10), Budget(), clock, authenticates=True)
    next(steps)
    clock.time = 4.0
    assert steps.send(first) == Send(1, 6.0, first)
    clock.time = 5.0
    assert steps.send(Reply(401, {}, b"pass")) == Authenticate(first, 5.0)


def test_a_desk_that_never_answers_does_not_keep_a_task() -> None:
    """In asyncio the time of a call bounds signing in."""

    async def fetch() -> Credential:
        await asyncio.sleep(60)
        return Desk()()

    async def work() -> None:
        transport = AsyncTransport(
            Gated("http://127.0.0.1:9"),
            Options(total_timeout=0.1),
            access=AsyncRenewing[Credential](fetch, lambda _pass: None, margin=0.0),
        )
        try:
            await transport.send(operation(), GET)
        finally:
            await transport.close()

    began = time.monotonic()
    with pytest.raises(NotSent, match="signing in"):
        asyncio.run(work())
    assert time.monotonic() - began < 2


# ------------------------------------------------------------------------------------- what a refusal says of itself


@pytest.mark.parametrize(
    ("again", "status", "sent"), [(None, 500, 1), (None, 503, 2), (True, 500, 2), (True, 400, 2), (False, 503, 1)]
)
def test_a_refusal_may_say_whether_asking_again_helps(again: bool | None, status: int, sent: int) -> None:
    """Where a service documents of its codes whether they pass, that counts, and the status does not."""

    class Documented(Probe):
        def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
            return ServiceError("no", service="probe", status=reply.status, again=again)

    steps = conversation(operation(), Documented("http://p"), Options(retries=1), Budget(), Clock(0.0))
    sends = 0
    step: Any = next(steps)
    with contextlib.suppress(ServiceError):
        while True:
            sends += isinstance(step, Send)
            step = steps.send(None if isinstance(step, Pause) else Reply(status, {}, b""))
    assert sends == sent


@pytest.mark.parametrize(
    ("effect", "repeated"), [("safe", True), ("idempotent", True), ("keyed", True), ("once", False)]
)
def test_what_may_not_be_repeated_is_not_though_it_might_help(effect: Effect, repeated: bool) -> None:
    """The effect of the operation stands above what a refusal says."""
    verdict = decide(effect, Happened.ANSWERED, attempt=1, policy=RetryPolicy(), status=500, again=True)
    assert isinstance(verdict, Again) == repeated
