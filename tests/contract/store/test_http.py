"""The server seen from the socket: broken bodies, early refusals, kept and closed connections."""

import base64
import http.client
import io
import socket
import struct
import threading
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from contract.store.raw_http import Raw, read_answer
from skybind_emulators.store import Exchange, ObjectStore, StoreServer

Eventually = Callable[..., bool]


def start_put(raw: Raw, target: str, length: int, **more: str) -> socket.socket:
    """A connection on which the head of a signed PUT has been sent."""
    connection = raw.connect()
    headers = {**raw.headers("PUT", target), "Content-Length": str(length), **more}
    connection.sendall(raw.head("PUT", target, headers))
    return connection


# --- bodies that break off ---


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
@pytest.mark.parametrize("sent", [0, 1, 1_500_000, 2_999_999])
def test_cut_uploads_leave_nothing(
    raw: Raw,
    store: ObjectStore,
    log: list[Exchange],
    eventually: Eventually,
    left_over: Callable[[], list[Path]],
    sent: int,
    reset: bool,
) -> None:
    """An upload that breaks off changes neither index nor folder, wherever and however the connection ends."""
    store.put("photos", "a", b"before")
    with start_put(raw, "/photos/a", 3_000_000) as connection:
        connection.sendall(b"x" * sent)
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert eventually(lambda: len(log) == 1)
    assert log[0].code in {"IncompleteBody", None}
    stored = store.head("photos", "a")
    assert stored is not None
    assert stored.path.read_bytes() == b"before"
    assert left_over() == []
    assert (store.arrivals["put"], store.arrivals_of("a"), store.commits_of("photos", "a")) == (1, 1, 1)


def test_a_half_closed_upload_is_told_so(raw: Raw, store: ObjectStore) -> None:
    """A peer that stops sending but still listens is told IncompleteBody."""
    with start_put(raw, "/photos/a", 100) as connection:
        connection.sendall(b"x" * 99)
        connection.shutdown(socket.SHUT_WR)
        status, _, body = read_answer(connection)
    assert (status, ET.fromstring(body).findtext("Code")) == (400, "IncompleteBody")
    assert store.head("photos", "a") is None


def test_a_silent_upload_times_out(store: ObjectStore, raw: Raw, left_over: Callable[[], list[Path]]) -> None:
    """A body that stops coming is RequestTimeout, and leaves nothing."""
    with StoreServer(store, timeout_s=0.2) as server:
        slow = Raw(server.port, raw.access_key_id, raw.secret)
        with start_put(slow, "/photos/a", 100) as connection:
            connection.sendall(b"x")
            status, _, body = read_answer(connection)
            assert connection.recv(1) == b""
    assert (status, ET.fromstring(body).findtext("Code")) == (400, "RequestTimeout")
    assert left_over() == []


# --- refusals before the body ---


def test_early_refusal_of_a_large_body_can_be_read(raw: Raw, store: ObjectStore) -> None:
    """A client that sends 20 MB without looking still reads the refusal, not a broken pipe."""
    for _ in range(3):
        connection = http.client.HTTPConnection("127.0.0.1", raw.port, timeout=10)
        headers = raw.headers("PUT", "/photos/a", secret="wrong")
        connection.request("PUT", "/photos/a", body=b"x" * 20_000_000, headers=headers)
        response = connection.getresponse()
        assert response.status == 403
        assert response.getheader("Connection") == "close"
        assert b"SignatureDoesNotMatch" in response.read()
        connection.close()


def test_early_refusal_of_a_small_body_keeps_the_connection(raw: Raw, store: ObjectStore) -> None:
    """What is left of a small body is passed over: the next request on the connection is read right."""
    connection = http.client.HTTPConnection("127.0.0.1", raw.port, timeout=10)
    connection.connect()
    used = connection.sock
    for secret, expected in (("wrong", 403), (raw.secret, 200), ("wrong", 403), (raw.secret, 200)):
        headers = raw.headers("PUT", "/photos/a", secret=secret)
        connection.request("PUT", "/photos/a", body=b"y" * 100_000, headers=headers)
        response = connection.getresponse()
        response.read()
        assert response.status == expected
        assert connection.sock is used
    connection.close()


def test_continue_comes_after_the_signature(raw: Raw, store: ObjectStore) -> None:
    """``100 Continue`` is said to those whose signature holds; others get their refusal at once."""
    with start_put(raw, "/photos/a", 5, Expect="100-continue") as connection:
        assert connection.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"hello")
        assert read_answer(connection)[0] == 200
    with raw.connect() as connection:
        headers = {**raw.headers("PUT", "/photos/b", secret="wrong"), "Content-Length": "5", "Expect": "100-continue"}
        connection.sendall(raw.head("PUT", "/photos/b", headers))
        status, answered, _ = read_answer(connection)
        assert (status, answered["connection"]) == (403, "close")
    assert [item.key for item in store.list("photos")] == ["a"]


def test_preconditions_spare_the_body(raw: Raw, store: ObjectStore) -> None:
    """A PUT that may not overwrite is refused before its body is asked for."""
    store.put("photos", "a", b"x")
    headers = raw.headers("PUT", "/photos/a", if_none_match="*")
    with raw.connect() as connection:
        connection.sendall(raw.head("PUT", "/photos/a", {**headers, "Content-Length": "9", "Expect": "100-continue"}))
        assert read_answer(connection)[0] == 412


def test_of_two_writers_one_wins(raw: Raw, store: ObjectStore) -> None:
    """If-None-Match holds when the body is whole, not only when it begins."""
    headers = raw.headers("PUT", "/photos/a", if_none_match="*")
    connections = [raw.connect() for _ in range(2)]
    for connection in connections:
        connection.sendall(raw.head("PUT", "/photos/a", {**headers, "Content-Length": "2"}) + b"x")
    statuses = []
    for connection in connections:
        connection.sendall(b"y")
        statuses.append(read_answer(connection)[0])
        connection.close()
    assert statuses == [200, 412]


# --- lengths and codings ---


def test_length_is_required(raw: Raw) -> None:
    """An upload without Content-Length is 411."""
    with raw.connect() as connection:
        connection.sendall(raw.head("PUT", "/photos/a", raw.headers("PUT", "/photos/a")))
        status, _, body = read_answer(connection)
    assert (status, ET.fromstring(body).findtext("Code")) == (411, "MissingContentLength")


def test_s3_takes_no_transfer_coding(raw: Raw, store: ObjectStore) -> None:
    """Chunked transfer coding is not implemented on S3."""
    headers = {**raw.headers("PUT", "/photos/a"), "Transfer-Encoding": "chunked"}
    with raw.connect() as connection:
        connection.sendall(raw.head("PUT", "/photos/a", headers) + b"1\r\nx\r\n0\r\n\r\n")
        assert read_answer(connection)[0] == 501
    assert store.head("photos", "a") is None


def test_too_large_is_refused_by_its_length(raw: Raw) -> None:
    """More than 5 GiB is EntityTooLarge before the first byte."""
    with start_put(raw, "/photos/a", 5 * 1024**3 + 1, Expect="100-continue") as connection:
        status, _, body = read_answer(connection)
    assert (status, ET.fromstring(body).findtext("Code")) == (400, "EntityTooLarge")


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\r\n",
        b"GET / HTTP/3\r\n\r\n",
        b"PUT /photos/a HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        b"PUT /photos/a HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
def test_what_is_not_http_is_refused_and_closed(raw: Raw, data: bytes) -> None:
    """400, and nothing more is read from such a connection."""
    with raw.connect() as connection:
        connection.sendall(data)
        assert connection.makefile("rb").read().startswith(b"HTTP/1.1 400 ")


# --- connections ---


def test_requests_in_a_row(raw: Raw, store: ObjectStore) -> None:
    """Requests that are sent without waiting are answered in order on one connection."""
    whole = b""
    for n in range(3):
        headers = {**raw.headers("PUT", f"/photos/{n}"), "Content-Length": "1"}
        whole += raw.head("PUT", f"/photos/{n}", headers) + b"%d" % n
    for method in ("GET", "HEAD", "DELETE", "GET"):
        whole += raw.head(method, "/photos/1", raw.headers(method, "/photos/1"))
    with raw.connect() as connection:
        connection.sendall(whole)
        stream = connection.makefile("rb")
        assert [one_answer(stream)[0] for _ in range(3)] == [200, 200, 200]
        assert one_answer(stream) == (200, b"1")
        assert one_answer(stream, bodiless=True) == (200, b"")
        assert one_answer(stream, bodiless=True) == (204, b"")
        assert one_answer(stream)[0] == 404


def one_answer(stream: io.BufferedReader, *, bodiless: bool = False) -> tuple[int, bytes]:
    """Status and body of the next of several answers."""
    status = int(stream.readline().split()[1])
    length = 0
    while (line := stream.readline()) != b"\r\n":
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    return status, b"" if bodiless else stream.read(length)


def test_close_is_heeded(raw: Raw, store: ObjectStore) -> None:
    """A client that asks for it gets its connection closed after the answer."""
    store.put("photos", "a", b"x")
    with raw.connect() as connection:
        headers = {**raw.headers("GET", "/photos/a"), "Connection": "close"}
        connection.sendall(raw.head("GET", "/photos/a", headers))
        answer = connection.makefile("rb").read()
    assert b"\r\nConnection: close\r\n" in answer
    assert answer.endswith(b"\r\n\r\nx")


def test_unknown_verbs(raw: Raw) -> None:
    """Any verb on any path gets an answer, with the verbs that there are."""
    for method in ("PATCH", "BREW", "OPTIONS"):
        status, headers, _ = raw.request(method, "/photos/a")
        assert (status, headers["allow"]) == (405, "GET, HEAD, PUT, POST, DELETE")


def test_buckets_in_the_host_name(raw: Raw, server: StoreServer, store: ObjectStore) -> None:
    """``bucket.localhost`` and ``bucket.127.0.0.1`` address as well as a path; S3 signs the path without bucket."""
    for suffix in ("localhost", "127.0.0.1"):
        host = f"photos.{suffix}:{server.port}"
        signed = Raw(server.port, raw.access_key_id, raw.secret).headers("PUT", "/k%20x", host=host)
        with raw.connect() as connection:
            headers = {**signed, "Host": host, "Content-Length": "1"}
            del headers["host"]
            connection.sendall(raw.head("PUT", "/k%20x", headers) + b"x")
            assert read_answer(connection)[0] == 200
        assert store.delete("photos", "k x")


def test_stopping_ends_all_connections(store: ObjectStore, raw: Raw) -> None:
    """stop() does not wait for idle or slow clients, frees the port, and may be called twice."""
    server = StoreServer(store)
    server.start()
    port = server.port
    client = Raw(port, raw.access_key_id, raw.secret)
    with client.connect() as idle, start_put(client, "/photos/a", 100) as slow:
        slow.sendall(b"x")
        time.sleep(0.05)
        began = time.monotonic()
        server.stop()
        server.stop()
        assert time.monotonic() - began < 2
        assert idle.recv(1) == b""
    with pytest.raises(RuntimeError):
        _ = server.port
    with pytest.raises(ConnectionRefusedError):
        client.connect()
    assert not [thread for thread in threading.enumerate() if thread.name == "store-connection" and not thread.daemon]
    assert store.head("photos", "a") is None


def test_a_stopped_server_starts_again(store: ObjectStore) -> None:
    """The store outlives its server."""
    server = StoreServer(store)
    for _ in range(2):
        with server:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
            connection.request("GET", "/photos/a")
            assert connection.getresponse().status == 403
            connection.close()


# --- the log ---


def test_the_log_holds_no_secrets(raw: Raw, store: ObjectStore, log: list[Exchange], eventually: Eventually) -> None:
    """Signatures, tokens and secrets of requests are nowhere in the log, whatever the outcome."""
    credential = store.issue("photos", "", lifetime_s=600)
    keys = Raw(raw.port, credential.access_key_id, credential.secret_access_key)
    headers = keys.headers("PUT", "/photos/a", x_amz_security_token=credential.session_token)
    with raw.connect() as connection:
        connection.sendall(raw.head("PUT", "/photos/a", {**headers, "Content-Length": "1"}) + b"x")
        assert read_answer(connection)[0] == 200
    assert eventually(lambda: len(log) == 1)  # each connection reports for itself
    url = store.presign_get("photos", "a", base_url="http://h", lifetime_s=9, dialect="s3")
    connection = http.client.HTTPConnection("127.0.0.1", raw.port, timeout=5)
    connection.request("GET", url.removeprefix("http://h"))
    assert connection.getresponse().status == 403  # signed for another host
    connection.close()
    assert eventually(lambda: len(log) == 2)
    assert [(entry.operation, entry.status, entry.code) for entry in log] == [
        ("put", 200, None),
        ("get", 403, "SignatureDoesNotMatch"),
    ]
    assert (log[0].key, log[0].received, log[0].access_key_id) == ("a", 1, credential.access_key_id)
    signature = headers["Authorization"].rpartition("Signature=")[2]
    for secret in (credential.secret_access_key, credential.session_token, signature, url.rpartition("=")[2]):
        assert secret not in repr(log)


def test_head_errors_of_oss(server: StoreServer) -> None:
    """A refused HEAD has no body; on OSS the document is in x-oss-err."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("HEAD", "/photos/a", headers={"x-oss-date": "20261122T000000Z"})
    response = connection.getresponse()
    document = base64.b64decode(response.headers["x-oss-err"])
    assert (response.status, ET.fromstring(document).findtext("Code")) == (403, "AccessDenied")
    connection.close()
