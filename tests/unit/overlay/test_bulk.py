"""The lean path for bulk bytes."""

import base64
import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from skybind.options import Options
from skybind.wire.bulk import BLOCK, Bulk, BulkFault, Incoming, Unreachable, is_local
from unit.overlay.peers import Exchange, Peer, cuts, drips, loses_the_answer, nobody, resets, says, stalls

OK = says(200, "stored", ETag='"e"')


@pytest.fixture
def bulk() -> Iterator[Bulk]:
    made = Bulk(Options(connect_timeout=2, read_timeout=2))
    yield made
    made.close()


def blocks(*contents: bytes) -> Iterator[bytes]:
    yield from contents


# -------------------------------------------------------------------------------------------------------------- sending


def test_a_body_goes_out_as_it_is_given(bulk: Bulk) -> None:
    """Blocks, or bytes, arrive in their order with the announced length; header names of answers are lower case."""
    with Peer(OK) as peer:
        answer = bulk.send("PUT", f"{peer.url}/a%20b?x=1", {"host": "h", "x-k": "v"}, lambda: blocks(b"one", b"two"), 6)
        bulk.send("POST", f"{peer.url}/c", {}, b"three", 5)
        bulk.send("DELETE", f"{peer.url}/c", {}, b"", 0)
    assert (answer.status, answer.headers["etag"], answer.body) == (200, '"e"', b"stored")
    first, second, third = peer.requests
    assert (first.method, first.target, first.body) == ("PUT", "/a%20b?x=1", b"onetwo")
    assert (first.headers["host"], first.headers["x-k"], first.headers["content-length"]) == ("h", "v", "6")
    assert first.headers["user-agent"].startswith("skybind/")
    assert "accept-encoding" not in first.headers
    assert (second.body, second.headers["host"]) == (b"three", f"127.0.0.1:{peer.port}")
    assert (third.method, third.headers["content-length"]) == ("DELETE", "0")
    assert {received.connection for received in peer.requests} == {1}


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
def test_an_early_refusal_is_read_while_the_body_is_going_out(bulk: Bulk, reset: bool) -> None:
    """A store that refuses does not wait for the rest of the body, and its answer counts, not the broken pipe."""

    def refuses_at_once(exchange: Exchange) -> None:
        exchange.answer(403, b"<Error><Code>AccessDenied</Code></Error>", {"Connection": "close"})
        time.sleep(0.1)
        exchange.hang_up(reset=reset)

    with Peer(refuses_at_once, OK) as peer:
        answer = bulk.send("PUT", peer.url, {}, lambda: blocks(*[bytes(BLOCK)] * 16), 16 * BLOCK)
        assert answer.status == 403
        assert b"AccessDenied" in answer.body
        assert bulk.send("PUT", peer.url, {}, b"x", 1).status == 200
        assert peer.connections == 2


def test_a_success_before_the_body_has_gone_is_none(bulk: Bulk) -> None:
    """A peer that says 200 and closes before the bytes are out has not got them."""

    def says_yes_too_early(exchange: Exchange) -> None:
        exchange.answer(200, b"", {"Connection": "close"})
        time.sleep(0.1)
        exchange.hang_up(reset=True)

    with Peer(says_yes_too_early) as peer, pytest.raises(BulkFault):
        bulk.send("PUT", peer.url, {}, lambda: blocks(*[bytes(BLOCK)] * 16), 16 * BLOCK)


@pytest.mark.parametrize(
    "fault", [loses_the_answer, resets, stalls, cuts(100, b"x"), lambda e: e.raw(b"nonsense\r\n\r\n")]
)
def test_no_whole_answer_is_a_fault(fault: object) -> None:
    """On a fresh connection, an answer that is lost, late, cut or no HTTP ends the exchange."""
    bulk = Bulk(Options(read_timeout=0.3))
    with Peer(fault) as peer, pytest.raises(BulkFault):  # type: ignore[arg-type]
        bulk.send("PUT", f"{peer.url}/k?signature=canary", {}, b"x", 1)
    bulk.close()
    assert len(peer.requests) == 1


def test_nobody_there(bulk: Bulk) -> None:
    """Where nobody listens, the fault says so and names the host."""
    with nobody() as url, pytest.raises(BulkFault, match=r"cannot reach 127\.0\.0\.1"):
        bulk.send("PUT", url, {}, b"x", 1)


def test_an_error_of_the_body_passes_through(bulk: Bulk) -> None:
    """What reading the file raises is not taken for a fault of the line, and the half-sent connection is not reused."""

    class CardPulled(Exception):
        pass

    def body() -> Iterator[bytes]:
        yield b"x"
        raise CardPulled

    with Peer(OK) as peer:
        with pytest.raises(CardPulled):
            bulk.send("PUT", peer.url, {}, body, 10)
        assert bulk.send("PUT", peer.url, {}, b"x", 1).status == 200
        assert peer.connections == 2


@pytest.mark.parametrize("fault", [loses_the_answer, resets])
def test_a_fault_holds_no_signature(bulk: Bulk, fault: object) -> None:
    """The query of an address may sign it, so a fault names the address without it."""
    with Peer(fault) as peer, pytest.raises(BulkFault) as caught:  # type: ignore[arg-type]
        bulk.send("PUT", f"{peer.url}/k?signature=canary", {"authorization": "canary"}, b"x", 1)
    assert f"{peer.url}/k" in str(caught.value)
    assert "canary" not in str(caught.value) + repr(caught.value.__cause__)


# ----------------------------------------------------------------------------------------------------- idle connections


def test_a_dead_idle_connection_is_replaced(bulk: Bulk) -> None:
    """A connection that the peer closed while it was idle costs nothing: the body starts again on a fresh one."""
    started: list[None] = []

    def body() -> Iterator[bytes]:
        started.append(None)
        yield b"photo"

    with Peer(OK) as peer:
        bulk.send("PUT", peer.url, {}, body, 5)
        peer.hang_up_all()
        assert bulk.send("PUT", peer.url, {}, body, 5).status == 200
        assert [(received.connection, received.body) for received in peer.requests] == [(1, b"photo"), (2, b"photo")]
        assert len(started) == 3


def test_a_fresh_connection_is_tried_once(bulk: Bulk) -> None:
    """Only an idle connection is replaced; a peer that closes fresh ones too is a fault after the second."""
    with Peer(OK, loses_the_answer) as peer:
        bulk.send("PUT", peer.url, {}, b"x", 1)
        with pytest.raises(BulkFault):
            bulk.send("PUT", peer.url, {}, b"x", 1)
        assert peer.connections == 2
        assert len(peer.requests) == 3


def test_a_dead_idle_connection_is_replaced_for_reading_too(bulk: Bulk) -> None:
    """The same holds for downloads."""
    with Peer(says(200, "model")) as peer:
        for _ in range(2):
            with bulk.get(peer.url, {}) as incoming:
                assert incoming.read() == b"model"
            peer.hang_up_all()
        assert [received.connection for received in peer.requests] == [1, 2]


def test_a_connection_that_an_answer_ended_is_not_taken_up_again() -> None:
    """After ``Connection: close`` the next request has a connection of its own, with the timeouts of one."""

    def slow(exchange: Exchange) -> None:
        exchange.body()
        time.sleep(0.5)
        exchange.answer(200)

    bulk = Bulk(Options(connect_timeout=0.2, read_timeout=3))
    with Peer(says(200, Connection="close"), slow) as peer:
        bulk.send("PUT", peer.url, {}, b"x", 1)
        assert bulk.send("PUT", peer.url, {}, b"x", 1).status == 200
        assert peer.connections == 2
        assert len(peer.requests) == 2
    bulk.close()


def test_each_thread_has_its_own_connections(bulk: Bulk) -> None:
    """Threads that share the path never share a connection."""
    together = threading.Barrier(3)

    def waits_for_the_others(exchange: Exchange) -> None:
        exchange.body()
        together.wait(5)
        exchange.answer(200)

    with Peer(waits_for_the_others) as peer:
        threads = [threading.Thread(target=bulk.send, args=("PUT", peer.url, {}, b"x", 1)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(received.connection for received in peer.requests) == [1, 2, 3]


# --------------------------------------------------------------------------------------------------------------- stalls


def test_a_peer_that_does_not_read_is_given_up() -> None:
    """A stalled peer ends the exchange after ``read_timeout``, and no more of the file was read than fits the pipe."""
    taken: list[None] = []

    def body() -> Iterator[bytes]:
        for _ in range(200):
            taken.append(None)
            yield bytes(BLOCK)

    bulk = Bulk(Options(read_timeout=0.3))

    def does_not_read(exchange: Exchange) -> None:
        exchange.stopping.wait()

    with Peer(does_not_read) as peer:
        began = time.monotonic()
        with pytest.raises(BulkFault, match="stopped moving"):
            bulk.send("PUT", peer.url, {}, body, 200 * BLOCK)
        assert time.monotonic() - began < 3
    bulk.close()
    assert len(taken) < 40


def test_waiting_threads_can_be_woken() -> None:
    """``abort`` ends what other threads are waiting for, long before their timeout."""
    bulk = Bulk(Options(read_timeout=30))
    faults: list[BulkFault] = []

    def work() -> None:
        try:
            bulk.send("PUT", peer.url, {}, b"x", 1)
        except BulkFault as fault:
            faults.append(fault)

    with Peer(stalls) as peer:
        thread = threading.Thread(target=work)
        thread.start()
        while not peer.requests:
            time.sleep(0.01)
        began = time.monotonic()
        bulk.abort()
        thread.join(5)
        assert time.monotonic() - began < 2
    bulk.close()
    assert len(faults) == 1


# -------------------------------------------------------------------------------------------------------------- reading


def test_a_body_is_read_in_blocks(bulk: Bulk) -> None:
    """Whatever has come is handed out, up to a block; nothing means that it is over."""
    content = bytes(range(256)) * 40
    with Peer(says(200, content)) as peer, bulk.get(f"{peer.url}/m?x=1", {"range": "bytes=0-"}) as incoming:
        whole = b""
        while block := incoming.block():
            whole += block
    assert whole == content
    (received,) = peer.requests
    assert (received.target, received.headers["range"], received.headers["accept-encoding"]) == (
        "/m?x=1",
        "bytes=0-",
        "identity",
    )


def test_what_came_before_a_fault_is_handed_out(bulk: Bulk) -> None:
    """A fault is told when there is nothing left to hand out, so that what came need not come again."""

    def cut(exchange: Exchange) -> None:
        exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
        exchange.hang_up(reset=True)

    view = memoryview(bytearray(10))
    with Peer(cut) as peer, pytest.raises(BulkFault), bulk.get(peer.url, {}) as incoming:  # noqa: PT012
        assert incoming.into(view) == 3
        assert view[:3] == b"abc"
        incoming.into(view)


def test_a_slow_body_is_handed_out_as_it_comes(bulk: Bulk) -> None:
    """A block is not waited for until it is full: counters, stops and the level go by what is handed out."""
    drip = drips(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", every=0.03, lasts=4.0)
    with Peer(drip) as peer, bulk.get(peer.url, {}) as incoming:
        began = time.monotonic()
        assert 0 < incoming.into(memoryview(bytearray(100))) < 30
        assert time.monotonic() - began < 2


def test_a_body_that_is_read_to_its_end_leaves_the_connection(bulk: Bulk) -> None:
    """After the last byte the connection is ready for the next request, also if the end itself is not asked for."""
    view = memoryview(bytearray(5))
    with Peer(says(200, b"12345"), says(200, b"next!")) as peer:
        for content in (b"12345", b"next!"):
            with bulk.get(peer.url, {}) as incoming:
                assert incoming.into(view) == 5
                assert view == content
    assert peer.connections == 1


@pytest.mark.parametrize("body", [b"3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n", b""], ids=["chunks", "until it closes"])
def test_bodies_without_a_length(bulk: Bulk, body: bytes) -> None:
    """A body that comes in chunks, or ends with its connection, comes as a whole."""

    def play(exchange: Exchange) -> None:
        exchange.raw(chunked(body) if body else b"HTTP/1.1 200 OK\r\n\r\nabcdefg")
        if not body:
            exchange.hang_up()

    with Peer(play) as peer, bulk.get(peer.url, {}) as incoming:
        assert b"".join(iter(incoming.block, b"")) == b"abcdefg"


def chunked(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body


@pytest.mark.parametrize(
    "raw",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", chunked(b"3\r\nabc\r\n"), chunked(b"5\r\nabc")],
    ids=["length", "between chunks", "in a chunk"],
)
def test_a_cut_body_is_not_taken_for_a_short_one(bulk: Bulk, raw: bytes) -> None:
    """A body that ends before its announced end is a fault, in either framing."""

    def cut(exchange: Exchange) -> None:
        exchange.raw(raw)
        exchange.hang_up()

    def read_on(incoming: Incoming) -> None:
        while incoming.block():
            pass

    with Peer(cut) as peer, pytest.raises(BulkFault), bulk.get(peer.url, {}) as incoming:
        read_on(incoming)


def test_a_body_that_is_left_unread_spoils_nothing(bulk: Bulk) -> None:
    """What is not read on purpose does not end up in the next answer."""
    with Peer(says(200, bytes(100_000)), says(200, "next")) as peer:
        with bulk.get(peer.url, {}) as incoming:
            incoming.block()
        with bulk.get(peer.url, {}) as incoming:
            assert incoming.read() == b"next"


def test_an_error_while_reading_spoils_nothing(bulk: Bulk) -> None:
    """The same holds when the reader fails, for example on a full disk."""
    with Peer(says(200, bytes(100_000)), says(200, "next")) as peer:
        with pytest.raises(OSError, match="full"), bulk.get(peer.url, {}):
            raise OSError("disk full")
        with bulk.get(peer.url, {}) as incoming:
            assert incoming.read() == b"next"


# -------------------------------------------------------------------------------------------------------------- proxies


def test_a_proxy_is_asked_for_the_whole_address() -> None:
    """Through a proxy the request line has the address of the store, and Host is the store's."""
    with Peer(OK) as proxy:
        bulk = Bulk(Options(proxy=proxy.url))
        bulk.send("PUT", "http://bucket.store.example/k?x=1", {"host": "bucket.store.example"}, b"x", 1)
        bulk.close()
    (received,) = proxy.requests
    assert received.target == "http://bucket.store.example/k?x=1"
    assert received.headers["host"] == "bucket.store.example"
    assert "proxy-authorization" not in received.headers


@pytest.mark.parametrize("scheme", ["http://", ""])
def test_a_proxy_with_a_password(scheme: str) -> None:
    """User and password of the proxy's address, with or without its scheme, are said to the proxy, percent-decoded."""
    with Peer(OK) as proxy:
        bulk = Bulk(Options(proxy=f"{scheme}me:p%40ss@127.0.0.1:{proxy.port}"))
        bulk.send("PUT", "http://store.example/k", {}, b"x", 1)
        with bulk.get("http://store.example/k", {}):
            pass
        bulk.close()
    expected = "Basic " + base64.b64encode(b"me:p@ss").decode()
    assert [received.headers["proxy-authorization"] for received in proxy.requests] == [expected, expected]


def test_tls_goes_through_a_tunnel() -> None:
    """For https the proxy is asked to connect, with its password; a proxy that will not is a fault."""
    with Peer(says(407)) as proxy:
        bulk = Bulk(Options(proxy=f"http://me:secret@127.0.0.1:{proxy.port}"))
        with pytest.raises(BulkFault, match=r"cannot reach store\.example") as caught:
            bulk.send("PUT", "https://store.example/k", {"authorization": "canary"}, b"x", 1)
        bulk.close()
    (received,) = proxy.requests
    assert (received.method, received.target) == ("CONNECT", "store.example:443")
    assert received.headers["proxy-authorization"] == "Basic " + base64.b64encode(b"me:secret").decode()
    assert "authorization" not in received.headers
    assert "secret" not in str(caught.value)


def test_the_environments_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an option, ``HTTP_PROXY`` counts for hosts elsewhere; never for this machine, nor for ``NO_PROXY``."""
    with Peer(OK) as proxy, Peer(OK) as store:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "spared.example")
        bulk = Bulk(Options(connect_timeout=1))
        bulk.send("PUT", "http://store.example/k", {}, b"x", 1)
        bulk.send("PUT", f"{store.url}/k", {}, b"x", 1)
        assert (len(proxy.requests), len(store.requests)) == (1, 1)
        with pytest.raises(BulkFault):
            bulk.send("PUT", "http://spared.example/k", {}, b"x", 1)
        assert len(proxy.requests) == 1
        bulk.close()


@pytest.mark.parametrize("host", ["localhost", "photos.localhost", "127.0.0.1", "10.1.2.3", "::1", "[::1]"])
def test_addresses_are_no_place_for_bucket_names(host: str) -> None:
    """This machine and bare addresses are told from names of the wide world."""
    assert is_local(host)


@pytest.mark.parametrize("host", ["oss-cn-hangzhou.aliyuncs.com", "localhost.example.com", "127.0.0.1.example.com", ""])
def test_names_are_a_place_for_bucket_names(host: str) -> None:
    """A name that only looks like this machine is not taken for it."""
    assert not is_local(host)


# --------------------------------------------------------------------------------------------------------------- speed


def narrow(exchange: Exchange, *, step: int, every: float) -> None:
    """Takes the body slowly, as a long uplink does, and then answers."""
    left = int(exchange.headers["content-length"]) - len(exchange._buffer)
    while left > 0 and not exchange.stopping.wait(every):
        left -= len(exchange._socket.recv(min(step, left)) or b"x" * left)
    exchange.answer(200)


@contextlib.contextmanager
def small_buffers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sockets whose system buffers hold little, so that it is the peer who sets the pace."""
    connect = socket.create_connection

    def small(*args: Any, **options: Any) -> socket.socket:
        made = connect(*args, **options)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        return made

    with monkeypatch.context() as patch:
        patch.setattr(socket, "create_connection", small)
        yield


def test_a_slow_line_is_no_stalled_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that takes longer than the read timeout gets through, as long as bytes move all the time."""
    bulk = Bulk(Options(read_timeout=0.3))
    size = BLOCK
    with Peer(lambda e: narrow(e, step=100_000, every=0.03)) as peer, small_buffers(monkeypatch):
        began = time.monotonic()
        assert bulk.send("PUT", peer.url, {}, lambda: blocks(bytes(size)), size).status == 200
        assert time.monotonic() - began > 0.35
    bulk.close()


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_line_that_crawls_is_cut(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """A peer that takes or gives some bytes before each timeout is given up all the same."""
    monkeypatch.setattr("skybind.wire.bulk._SLOWEST", 10_000_000.0)
    bulk = Bulk(Options(read_timeout=0.3))
    size = 8 * BLOCK
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    play = drips(head, every=0.05) if way == "down" else lambda e: narrow(e, step=20_000, every=0.05)
    with Peer(play) as peer, small_buffers(monkeypatch), pytest.raises(BulkFault, match="stopped moving"):  # noqa: PT012
        if way == "up":
            bulk.send("PUT", peer.url, {}, lambda: blocks(bytes(size)), size)
        else:
            with bulk.get(peer.url, {}) as incoming:
                while incoming.block():
                    pass
    bulk.close()


@pytest.mark.parametrize("way", ["up", "down"])
def test_the_bandwidth_is_shared(way: str) -> None:
    """However many files move at a time, together they take what is allowed."""
    bulk = Bulk(Options(bwlimit=4_000_000))
    size = 500_000

    def move(url: str) -> None:
        if way == "up":
            bulk.send("PUT", url, {}, lambda: blocks(bytes(size)), size)
        else:
            with bulk.get(url, {}) as incoming:
                while incoming.block():
                    pass

    with Peer(OK if way == "up" else says(200, bytes(size))) as peer:
        threads = [threading.Thread(target=move, args=(peer.url,)) for _ in range(4)]
        began = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.monotonic() - began
    bulk.close()
    assert 4 * size / seconds <= 4_000_000 * 1.1
    assert seconds < 3


def test_who_waits_for_his_turn_is_woken() -> None:
    """Aborting does not wait for an allowance to fill."""
    bulk = Bulk(Options(bwlimit=1000))
    ended: list[BaseException] = []

    def send(url: str) -> None:
        try:
            bulk.send("PUT", url, {}, lambda: blocks(bytes(BLOCK)), BLOCK)
        except BulkFault as fault:
            ended.append(fault)

    with Peer(OK) as peer:
        thread = threading.Thread(target=send, args=(peer.url,))
        thread.start()
        time.sleep(0.1)
        bulk.abort()
        thread.join(2)
    assert len(ended) == 1
    bulk.close()


def test_out_of_reach_is_told_apart(bulk: Bulk) -> None:
    """No name, or nobody there, is another fault than a line that breaks: it blames no file."""
    with nobody() as url, pytest.raises(Unreachable):
        bulk.send("PUT", url, {}, b"x", 1)
    with Peer(loses_the_answer) as peer, pytest.raises(BulkFault) as caught:
        bulk.send("PUT", peer.url, {}, b"x", 1)
    assert not isinstance(caught.value, Unreachable)
