"""One call to the wire and back, sync and async."""

import gzip
import logging
import re
import threading
import time
import traceback
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from skybind.errors import (
    AnswerLost,
    BadRequest,
    ClockSkew,
    Conflict,
    DecodeError,
    NotSent,
    OutcomeUnknown,
    ServerError,
    ServiceError,
    Throttled,
    TransportError,
)
from skybind.options import Attempt, Options
from skybind.wire.clock import ServiceClock, http_date
from skybind.wire.retry import Budget
from skybind.wire.terms import proxy_for
from skybind.wire.transport import Transport
from skybind_clients.runtime import Effect, Page, Paging
from unit.overlay.dials import Clock, Pauses
from unit.overlay.peers import Exchange, Peer, Play, cuts, drips, loses_the_answer, nobody, resets, says, stalls
from unit.overlay.probing import Probe, operation, sealed
from unit.overlay.worlds import SyncWorld, World

OK = says(200, '{"ok": true}')
GET = {"method": "get", "url": "/things"}
POST = {"method": "post", "url": "/things", "json": {"a": 1}}
T0 = 1_739_433_600.0


class Client:
    """A transport in one of the worlds, its service, and the pauses that it made."""

    def __init__(self, world: World, base_url: str, options: Options | None = None, **parts: Any) -> None:
        self.world = world
        self.dialect = Probe(base_url)
        self.pauses = Pauses()
        self.transport = world.transport(self.dialect, options, sleep=world.wrap(self.pauses), **parts)

    def send(self, effect: Effect = "safe", request: dict[str, Any] = GET) -> Any:
        return self.world.run(self.transport.send(operation(effect), request))

    def call(self, decode: Any, effect: Effect = "safe") -> Any:
        return self.world.run(self.transport(operation(effect), GET, decode))

    def close(self) -> None:
        self.world.run(self.transport.close())


@pytest.fixture
def client(world: World) -> Iterator[Any]:
    """Makes clients, and closes them."""
    made: list[Client] = []

    def make(base_url: str, options: Options | None = None, **parts: Any) -> Client:
        made.append(Client(world, base_url, options, **parts))
        return made[-1]

    yield make
    for one in made:
        one.close()


# -------------------------------------------------------------------------------------------------------------- signing


@pytest.mark.parametrize(
    "request_",
    [
        {"method": "get", "url": "/things"},
        {"method": "get", "url": "/things", "params": {"rows": 10, "search": "Höhe 1+1=2 & a,b/c?"}},
        {"method": "get", "url": "/things/%E5%9B%BE%2F1"},
        {"method": "post", "url": "/things", "json": {"name": "Feld „Süd“", "ids": [1, 2.5, None]}},
        {"method": "post", "url": "/things", "content": b"\x00\xff raw"},
        {"method": "delete", "url": "/things/1", "params": {"mode": 1}},
    ],
    ids=["plain", "query", "path", "json", "bytes", "delete"],
)
def test_what_is_signed_is_what_goes_over_the_wire(client: Any, request_: dict[str, Any]) -> None:
    """Method, target with query and body are signed byte by byte as the peer receives them."""
    with Peer(OK) as peer:
        client(f"{peer.url}/prefix").send("safe", request_)
        (received,) = peer.requests
    assert sealed(received)
    assert received.target.startswith("/prefix/things")


def test_every_attempt_is_signed_for_its_own_moment(client: Any) -> None:
    """A retry carries the time of the retry; the old signature would be too old after a long pause."""
    wall = Clock(T0)

    def busy(exchange: Exchange) -> None:
        wall.time += 100
        says(503)(exchange)

    with Peer(busy, loses_the_answer, OK) as peer:
        client(peer.url, clock=ServiceClock(wall)).send("idempotent", POST)
    assert [float(r.headers["x-stamp"]) for r in peer.requests] == [T0, T0 + 100, T0 + 100]
    assert all(sealed(received) for received in peer.requests)
    assert {received.body for received in peer.requests} == {peer.requests[0].body}


# ------------------------------------------------------------------------------------------------- refusals and retries


def test_a_pause_that_the_service_asks_for_is_made(client: Any) -> None:
    """503 with Retry-After: a reading call waits that long, goes again, and tells which attempt succeeded."""
    with Peer(says(503, Retry_After="2"), OK) as peer:
        one = client(peer.url)
        reply = one.send()
    assert one.pauses.asked == [2.0]
    assert (reply.status, reply.attempt, len(peer.requests)) == (200, 2, 2)


@pytest.mark.parametrize("effect", ["once", "physical"])
def test_what_may_not_be_repeated_is_not(client: Any, effect: Effect) -> None:
    """503 to what would be done twice is said to the caller, with the pause that the service asked for."""
    with Peer(says(503, Retry_After="7"), OK) as peer, pytest.raises(ServerError) as caught:
        client(peer.url).send(effect, POST)
    assert (caught.value.status, caught.value.retry_after, caught.value.attempt) == (503, 7.0, 1)
    assert len(peer.requests) == 1


def test_too_many_requests_are_tried_again(client: Any) -> None:
    """A bare 429 is a matter of load; after the last attempt it is said with its number."""
    with Peer(says(429)) as peer:
        one = client(peer.url, Options(retries=2))
        with pytest.raises(Throttled) as caught:
            one.send()
    assert caught.value.attempt == 3
    assert len(peer.requests) == 3
    assert len(one.pauses.asked) == 2


def test_a_code_of_the_service_is_not_a_matter_of_load(client: Any) -> None:
    """801 comes with 429 and is about jobs: even a reading call is not sent again."""
    with Peer(says(429, '{"code": 801}'), OK) as peer, pytest.raises(Conflict) as caught:
        client(peer.url).send()
    assert caught.value.code == 801
    assert len(peer.requests) == 1


def test_throttling_with_a_code_is_still_throttling(client: Any) -> None:
    """A refusal that the dialect takes for throttling goes again, whether or not it has a code."""
    with Peer(says(429, '{"code": 999}', Retry_After="3"), OK) as peer:
        one = client(peer.url)
        one.send()
    assert one.pauses.asked == [3.0]


@pytest.mark.parametrize("status", [400, 404, 409, 500, 501])
def test_other_refusals_are_final(client: Any, status: int) -> None:
    """What asking again would not change is asked once."""
    with Peer(says(status, "no"), OK) as peer, pytest.raises(ServiceError) as caught:
        client(peer.url).send()
    assert (caught.value.status, caught.value.body) == (status, b"no")
    assert len(peer.requests) == 1


def test_a_page_of_a_proxy_is_a_server_error(client: Any) -> None:
    """502 with HTML is tried again, and in the end raised as the service's trouble with the page in ``body``."""
    page = "<html><h1>502 Bad Gateway</h1></html>"
    with Peer(says(502, page, Content_Type="text/html")) as peer, pytest.raises(ServerError) as caught:
        client(peer.url, Options(retries=1)).send()
    assert caught.value.body == page.encode()
    assert len(peer.requests) == 2


@pytest.mark.parametrize(("effect", "asked"), [("safe", 2), ("once", 1)])
def test_trouble_with_a_code_is_trouble(client: Any, effect: Effect, asked: int) -> None:
    """A 503 that carries a code of the service is tried again like one without, where that does no harm."""
    with Peer(says(503, '{"code": 9}'), OK) as peer:
        made = client(peer.url, Options(retries=1))
        if asked == 2:
            made.send(effect)
        else:
            with pytest.raises(ServerError):
                made.send(effect)
        assert len(peer.requests) == asked


def test_a_refusal_inside_a_success_is_a_refusal(client: Any) -> None:
    """The dialect judges the whole answer, not its status."""
    with Peer(says(200, '{"code": 5}')) as peer, pytest.raises(BadRequest) as caught:
        client(peer.url).send()
    assert (caught.value.status, caught.value.code) == (200, 5)


def test_an_empty_budget_ends_the_retries(client: Any) -> None:
    """In an outage, a client that has spent its retries sends each call once; an answer earns some back."""
    with Peer(says(503), says(503), says(503), OK) as peer:
        one = client(peer.url, Options(retries=4), budget=Budget(5, cost=5, refund=5))
        with pytest.raises(ServerError):
            one.send()
        assert len(peer.requests) == 2
        with pytest.raises(ServerError):
            one.send()
        assert len(peer.requests) == 3
        one.send()
        peer._plays[:] = [says(503), OK]
        one.send()
        assert len(peer.requests) == 6


def test_a_pause_that_would_outlast_the_call_is_not_made(client: Any) -> None:
    """A service that asks to wait longer than the call may take is given up at once."""
    with Peer(says(503, Retry_After="50"), OK) as peer:
        one = client(peer.url, Options(total_timeout=10))
        with pytest.raises(ServerError):
            one.send()
    assert one.pauses.asked == []
    assert len(peer.requests) == 1


# ---------------------------------------------------------------------------------------------------- faults on the way


@pytest.mark.parametrize(
    "fault", [loses_the_answer, resets, cuts(100, b'{"ok'), says(200, b"no gzip", Content_Encoding="gzip")]
)
@pytest.mark.parametrize("effect", ["safe", "idempotent", "keyed"])
def test_harmless_calls_survive_a_lost_answer(client: Any, fault: Play, effect: Effect) -> None:
    """An answer that does not come back whole is asked for again where that does no harm."""
    with Peer(fault, OK) as peer:
        assert client(peer.url).send(effect, POST).attempt == 2
    assert len(peer.requests) == 2


@pytest.mark.parametrize("fault", [loses_the_answer, resets, cuts(100, b'{"ok')])
@pytest.mark.parametrize("effect", ["once", "physical"])
def test_a_lost_answer_to_what_may_not_be_repeated(client: Any, fault: Play, effect: Effect) -> None:
    """The caller is told that it may have been carried out; it is not sent again."""
    with Peer(fault, OK) as peer, pytest.raises(OutcomeUnknown) as caught:
        client(peer.url).send(effect, POST)
    assert len(peer.requests) == 1
    assert (caught.value.operation, caught.value.attempt) == ("probe", 1)
    assert caught.value.advice


def test_answers_that_stay_lost(client: Any) -> None:
    """After the last attempt, a harmless call says that its answer is lost, and how often it tried."""
    with Peer(loses_the_answer) as peer, pytest.raises(AnswerLost) as caught:
        client(peer.url, Options(retries=2)).send()
    assert caught.value.attempt == 3
    assert len(peer.requests) == 3


@pytest.mark.parametrize(("effect", "attempts"), [("safe", 3), ("once", 3), ("physical", 1)])
def test_no_connection_means_not_sent(client: Any, effect: Effect, attempts: int) -> None:
    """Where nobody listens nothing was sent: everything is tried again but what moves a machine."""
    told: list[Attempt] = []
    with nobody() as url:
        one = client(url, Options(retries=2, before_attempt=told.append))
        with pytest.raises(NotSent) as caught:
            one.send(effect, POST)
    assert caught.value.attempt == len(told) == attempts
    assert url.removeprefix("http://") in str(caught.value)


def test_an_answer_that_is_not_as_specified(client: Any) -> None:
    """A body that the decoder cannot read is kept in the error, and its cause is chained."""
    with Peer(says(200, '{"data": {"uuid": 7}}')) as peer, pytest.raises(DecodeError) as caught:
        client(peer.url).call(lambda content: content["data"]["name"])
    assert caught.value.body == b'{"data": {"uuid": 7}}'
    assert caught.value.operation == "probe"
    assert isinstance(caught.value.__cause__, KeyError)


@pytest.mark.parametrize("body", ["<html>hello</html>", '{"data": ', "[]", "null", "\xff"])
def test_an_answer_that_is_not_even_json(client: Any, body: str) -> None:
    """A success that is not what the decoder wants is a DecodeError, whatever is wrong with it."""
    with Peer(says(200, body.encode("latin-1"))) as peer, pytest.raises(DecodeError) as caught:
        client(peer.url).call(lambda content: content["data"]["name"])
    assert caught.value.body == body.encode("latin-1")


def test_an_empty_answer_is_an_empty_object(client: Any) -> None:
    """A success without a body can be decoded where nothing is expected of it."""
    with Peer(says(200)) as peer:
        assert client(peer.url).call(lambda content: content) == {}


# ------------------------------------------------------------------------------------------------------------ our clock


def shows(server: Clock) -> Play:
    """A service that refuses stamps more than 300 seconds from its own clock, and tells its time when it does."""

    def play(exchange: Exchange) -> None:
        exchange.body()
        if abs(float(exchange.headers["x-stamp"]) - server()) > 300:
            exchange.answer(401, b"skew", {"Date": http_date(server())})
        else:
            exchange.answer(200, b"{}")

    return play


def test_a_wrong_clock_is_corrected_once_and_remembered(client: Any) -> None:
    """A refusal for skew is answered by one signature with the service's time; later calls use it from the start."""
    server = Clock(T0)
    with Peer(shows(server)) as peer:
        one = client(peer.url, clock=ServiceClock(Clock(T0 - 7200)))
        one.send("once", POST)
        assert [float(r.headers["x-stamp"]) for r in peer.requests] == [T0 - 7200, T0]
        assert peer.requests[1].body == peer.requests[0].body
        one.send("once", POST)
        assert float(peer.requests[2].headers["x-stamp"]) == T0
    assert all(sealed(received) for received in peer.requests)


def test_a_wrong_clock_does_not_move_a_machine_twice(client: Any) -> None:
    """What is physical is not sent again for the service's time; it is learnt, and the caller's next call has it."""
    with Peer(shows(Clock(T0))) as peer:
        one = client(peer.url, clock=ServiceClock(Clock(T0 - 7200)))
        with pytest.raises(ClockSkew):
            one.send("physical", POST)
        assert len(peer.requests) == 1
        one.send("physical", POST)
        assert float(peer.requests[1].headers["x-stamp"]) == T0


def test_a_service_that_is_never_content_with_our_clock(client: Any) -> None:
    """If the corrected time is refused too, the call ends; there is no third signature."""
    with Peer(says(401, "skew", Date=http_date(T0))) as peer, pytest.raises(ClockSkew):
        client(peer.url, clock=ServiceClock(Clock(T0 - 7200))).send()
    assert len(peer.requests) == 2


def test_a_skew_that_we_do_not_see(client: Any) -> None:
    """A refusal for skew with a date that agrees with ours, or without one, is not answered by the same again."""
    with Peer(says(401, "skew", Date=http_date(T0)), says(401, "skew")) as peer:
        one = client(peer.url, clock=ServiceClock(Clock(T0)))
        for _ in range(2):
            with pytest.raises(ClockSkew):
                one.send()
    assert len(peer.requests) == 2


def test_ordinary_answers_teach_no_time(client: Any) -> None:
    """A cache's old date on a good answer does not spoil the clock."""
    with Peer(says(200, "{}", Date=http_date(T0 - 9999))) as peer:
        one = client(peer.url, clock=ServiceClock(Clock(T0)))
        one.send()
        one.send()
    assert [float(r.headers["x-stamp"]) for r in peer.requests] == [T0, T0]


def test_threads_that_are_refused_together_all_recover() -> None:
    """What one thread has learnt of the clock also cures the calls that were on their way at that moment."""
    together = threading.Barrier(6)
    server = Clock(T0)

    def at_once(exchange: Exchange) -> None:
        together.wait(5)
        shows(server)(exchange)

    with Peer(*[at_once] * 6, shows(server)) as peer:
        transport = Transport(Probe(peer.url), clock=ServiceClock(Clock(T0 + 7200)))
        statuses: list[int] = []
        threads = [
            threading.Thread(target=lambda: statuses.append(transport.send(operation(), GET).status)) for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        transport.close()
    assert statuses == [200] * 6


# ----------------------------------------------------------------------------------------------------------------- time

DRIPPING_BODY = drips(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
DRIPPING_CHUNK = drips(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;")
DRIPPING_HEAD = drips(b"HTTP/1.1 200 OK\r\nX-Long: ")


def ends_in_time(client: Client) -> bool:
    """Whether a call of at most 0.4 seconds fails in about that time."""
    began = time.monotonic()
    with pytest.raises(TransportError):
        client.send()
    return time.monotonic() - began < 1.2


BOUNDED = Options(total_timeout=0.4, retries=9, read_timeout=5)


@pytest.mark.parametrize("slow", [stalls, DRIPPING_BODY], ids=["silent", "dripping"])
def test_the_total_timeout_bounds_the_whole_call(client: Any, slow: Play) -> None:
    """Neither silence nor a body that drips keeps a call beyond ``total_timeout``, retries included."""
    with Peer(slow) as peer:
        assert ends_in_time(client(peer.url, BOUNDED))


@pytest.mark.parametrize("slow", [DRIPPING_HEAD, DRIPPING_CHUNK], ids=["head", "chunk"])
def test_the_total_timeout_bounds_what_is_no_body(client: Any, world: World, slow: Play, request: Any) -> None:
    """A head or the frame of a chunk that drips does not keep a call beyond ``total_timeout`` either."""
    if isinstance(world, SyncWorld):
        reason = "the HTTP library hands out no control before the head is whole, and reads on with a fresh timeout"
        request.applymarker(pytest.mark.xfail(strict=True, reason=reason))
    with Peer(slow) as peer:
        assert ends_in_time(client(peer.url, BOUNDED))


def test_a_silent_peer_is_given_up_after_the_read_timeout(client: Any) -> None:
    """An attempt lasts no longer without a byte than ``read_timeout``; then there is another."""
    with Peer(stalls, OK) as peer:
        one = client(peer.url, Options(read_timeout=0.2))
        began = time.monotonic()
        assert one.send().attempt == 2
        assert 0.15 < time.monotonic() - began < 2


# ---------------------------------------------------------------------------------------------- hooks, headers, options


def test_hooks_are_told_of_every_attempt(client: Any) -> None:
    """Each attempt is announced and reported with its number, status or fault; without query, header and body."""
    before: list[Attempt] = []
    after: list[Attempt] = []
    options = Options(before_attempt=before.append, after_attempt=after.append)
    with Peer(says(503), loses_the_answer, OK) as peer:
        client(peer.url, options).send("safe", {**GET, "params": {"token": "canary"}})
    assert [(a.number, a.status, a.error, a.seconds) for a in before] == [
        (number, None, None, 0.0) for number in (1, 2, 3)
    ]
    assert [(a.number, a.status, a.error is None) for a in after] == [(1, 503, True), (2, None, False), (3, 200, True)]
    assert all(a.seconds > 0 for a in after)
    assert {(a.service, a.operation, a.method, a.url) for a in [*before, *after]} == {
        ("probe", "probe", "GET", f"{peer.url}/things")
    }
    assert "canary" not in repr([before, after])


def test_redirects_are_not_followed(client: Any) -> None:
    """A redirect is a refusal: what authenticates us would go along to another host."""
    with (
        Peer(OK) as elsewhere,
        Peer(says(302, Location=f"{elsewhere.url}/things")) as peer,
        pytest.raises(ServiceError) as caught,
    ):
        client(peer.url).send()
    assert caught.value.status == 302
    assert elsewhere.requests == []


def test_who_we_are(client: Any) -> None:
    """The User-Agent names the application before skybind, its version and Python's."""
    with Peer(OK) as peer:
        client(peer.url, Options(app_name="surveyor/3")).send()
        client(peer.url).send()
    first, second = (received.headers["user-agent"] for received in peer.requests)
    assert re.fullmatch(r"surveyor/3 skybind/\d[\w.]* python/3\.\d+\.\d+\S*", first)
    assert second == first.removeprefix("surveyor/3 ")


def test_headers_of_options_and_of_the_operation(client: Any) -> None:
    """Headers of the options go with every call; an operation's own header stands above them."""
    with Peer(OK) as peer:
        one = client(peer.url, Options(headers={"X-Team": "red", "X-Mode": "slow"}))
        one.send("safe", {**GET, "headers": {"X-Mode": "fast"}})
    (received,) = peer.requests
    assert (received.headers["x-team"], received.headers["x-mode"]) == ("red", "fast")


@pytest.mark.parametrize("effect", ["safe", "once"])
def test_a_header_that_cannot_be_sent(client: Any, effect: Effect) -> None:
    """A key with a line break (read from a file, say) was never sent; it is told so, and the key is not printed."""
    options = Options(retries=0, headers={"X-Key": "canary\n"})
    with Peer(OK) as peer, pytest.raises(NotSent) as caught:
        client(peer.url, options).send(effect, POST)
    assert peer.requests == []
    assert "canary" not in "".join(traceback.format_exception(caught.value))


def test_the_environments_proxy_is_for_elsewhere(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an option, the environment's proxy counts for hosts elsewhere, and not for this machine."""
    with Peer(OK) as proxy, Peer(OK) as peer:
        monkeypatch.setenv("http_proxy", proxy.url)
        client(peer.url).send()
        assert (len(proxy.requests), len(peer.requests)) == (0, 1)
        client("http://service.example").send()
        assert proxy.requests[0].target == "http://service.example/things"


@pytest.mark.parametrize(
    ("environment", "base_url", "expected"),
    [
        ({"https_proxy": "http://proxy:3128"}, "https://service.example", "http://proxy:3128"),
        ({"https_proxy": "proxy:3128"}, "https://service.example", "http://proxy:3128"),
        ({"https_proxy": "http://proxy:3128"}, "http://service.example", None),
        ({"all_proxy": "http://proxy:3128"}, "http://service.example", "http://proxy:3128"),
        ({"all_proxy": "http://proxy:3128", "no_proxy": "service.example"}, "http://service.example", None),
        ({"all_proxy": "http://proxy:3128", "no_proxy": "other.example"}, "http://[::1]:80", None),
    ],
)
def test_which_proxy(
    environment: dict[str, str], base_url: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment's proxy is that of the scheme, else of all, unless the host is exempt or this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    parts = urlsplit(base_url)
    assert proxy_for(Options(), parts.scheme, parts.hostname or "") == expected
    assert proxy_for(Options(proxy="http://own:1"), parts.scheme, parts.hostname or "") == "http://own:1"


def test_no_session_is_kept(client: Any) -> None:
    """A cookie is not sent back: every request is authenticated by itself."""
    with Peer(says(200, "{}", Set_Cookie="session=1; Path=/"), OK) as peer:
        one = client(peer.url)
        one.send()
        one.send()
    assert [request.headers.get("cookie") for request in peer.requests] == [None, None]


def test_a_compressed_answer_is_read(client: Any) -> None:
    """What goes out says which compression is understood, and such an answer is unpacked."""
    with Peer(says(200, gzip.compress(b'{"ok": true}'), Content_Encoding="gzip")) as peer:
        assert client(peer.url).send().json() == {"ok": True}
    assert "gzip" in peer.requests[0].headers["accept-encoding"]


def test_a_proxy_of_ones_own_is_for_everything(client: Any) -> None:
    """A proxy that was given counts for every host, with its password."""
    with Peer(OK) as proxy:
        client("http://127.0.0.1:9", Options(proxy=f"http://me:secret@127.0.0.1:{proxy.port}")).send()
    (received,) = proxy.requests
    assert received.target == "http://127.0.0.1:9/things"
    assert received.headers["proxy-authorization"] == "Basic bWU6c2VjcmV0"


def test_other_options_over_the_same_connections(client: Any) -> None:
    """A view with other options shares connections, clock and budget, and leaves the first as it was."""
    with Peer(OK, OK, says(503)) as peer:
        one = client(peer.url, Options(retries=3, headers={"X-Team": "red"}))
        view = one.transport.with_options(Options(retries=0))
        one.send()
        one.world.run(view.send(operation(), GET))
        with pytest.raises(ServerError):
            one.world.run(view.send(operation(), GET))
        assert [(r.connection, r.headers.get("x-team")) for r in peer.requests] == [(1, "red"), (1, None), (1, None)]
        assert (view.clock, view.budget) == (one.transport.clock, one.transport.budget)
        assert one.transport.options.retries == 3


def test_the_log_tells_what_happened_and_no_secret(client: Any, caplog: pytest.LogCaptureFixture) -> None:
    """One line an attempt, DEBUG for answers and INFO for faults, without query, headers and bodies."""
    with caplog.at_level(logging.DEBUG, logger="skybind"), Peer(loses_the_answer, says(200, '{"k": "canary"}')) as peer:
        one = client(peer.url, Options(headers={"X-Key": "canary"}))
        one.send("safe", {**GET, "params": {"k": "canary"}, "json": {"k": "canary"}})
    lines = [(record.name, record.levelno) for record in caplog.records if record.name.startswith("skybind")]
    assert lines == [("skybind.probe", logging.INFO), ("skybind.probe", logging.DEBUG)]
    assert "canary" not in caplog.text.replace("httpx", "")


def test_pages_are_calls_of_their_own(client: Any) -> None:
    """A list asks for page after page, each signed and each with its retries."""
    paging = Paging(style="page", items="list", page_param="page", size_param="rows", total="total")

    def decode(content: Any) -> Page[int]:
        return Page(content["list"], content["total"])

    with Peer(says(200, '{"list": [1, 2], "total": 3}'), says(503), says(200, '{"list": [3], "total": 3}')) as peer:
        one = client(peer.url)
        items = one.transport.pages(operation(paging=paging), {**GET, "params": {"rows": 2}}, decode)
        assert one.world.items(items) == [1, 2, 3]
    assert [r.target for r in peer.requests] == [
        "/things?rows=2&page=1",
        "/things?rows=2&page=2",
        "/things?rows=2&page=2",
    ]
    assert all(sealed(received) for received in peer.requests)
