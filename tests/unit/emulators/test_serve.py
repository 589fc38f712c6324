"""The emulators on real sockets, and as a program of their own."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import skybind_emulators
from contract.terra.signer import SignsForHttpx
from skybind_emulators import Fault, Running, Settings, start
from skybind_emulators.clouds import CLOUDS
from skybind_emulators.server import PortInUse, listen

PREFIX = "/terra-rescon-be"


def client(ready: dict[str, Any]) -> httpx.Client:
    service = ready["services"]["terra"]
    auth = SignsForHttpx(service["app_key"], service["secret_key"])
    return httpx.Client(base_url=service["base_url"] + PREFIX, auth=auth, trust_env=False)


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """Emulators on loopback, shared by the tests of this file."""
    with start() as running:
        yield running


@pytest.fixture
def http(running: Running) -> Iterator[httpx.Client]:
    """A signing client; faults are cleared afterwards."""
    with client(running.ready) as http:
        yield http
    running.faults.clear()


def test_the_package_shows_four_names() -> None:
    """The public names fit on a line, and others are told not to exist."""
    assert skybind_emulators.__all__ == ["Fault", "Running", "Settings", "start"]
    assert skybind_emulators.Fault is Fault
    with pytest.raises(AttributeError, match="nothing"):
        skybind_emulators.nothing  # noqa: B018


def test_the_ready_line_has_all_that_a_client_needs(running: Running) -> None:
    """Base URL, keys, endpoints and region, in this shape."""
    service = running.ready["services"]["terra"]
    assert set(service) == {"base_url", "app_key", "secret_key", "storage"}
    assert set(service["storage"]) == {"oss_endpoint", "s3_endpoint", "region"}
    assert service["storage"]["region"] == "oss-cn-hangzhou"
    assert service["secret_key"] not in repr(running)


def test_small_answers_leave_at_once() -> None:
    """asyncio sends small writes at once only on sockets that name their protocol; others wait 40 ms an answer."""
    with listen("127.0.0.1", 0) as listener:
        listener.listen()
        with socket.create_connection(listener.getsockname()), listener.accept()[0] as accepted:
            assert accepted.proto == socket.IPPROTO_TCP


def test_an_answer_has_one_date(http: httpx.Client) -> None:
    """The server adds no date of its own beside the service's."""
    response = http.get("/v2/jobs")
    assert response.status_code == 200
    assert len(response.headers.get_list("date")) == 1
    assert "server" not in response.headers


@pytest.mark.parametrize("method", ["PATCH", "HEAD", "OPTIONS", "TRACE", "QUERY"])
def test_any_verb_is_answered_on_the_wire(http: httpx.Client, method: str) -> None:
    """Verbs that the HTTP parser lets through are refused by the service, with a right Allow."""
    response = http.request(method, "/v2/jobs")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")


@pytest.mark.parametrize(("kind", "jobs"), [("drop", 0), ("lose-answer", 1), ("truncated", 1)])
def test_connections_are_really_cut(running: Running, http: httpx.Client, kind: str, jobs: int) -> None:
    """The client sees the connection end; whether the work was done depends on the fault. The next call works."""
    before = len(running.terra.jobs)
    running.faults.add("terra.createJob", kind, count=1)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):  # an end, or a reset while the body is unread
        http.post("/v2/jobs", json={"name": "n"})
    assert len(running.terra.jobs) - before == jobs
    for job in running.terra.jobs:
        assert http.delete(f"/v2/jobs/{job.uuid}").status_code == 200


def test_a_large_body_is_refused_and_not_cut(http: httpx.Client) -> None:
    """The sender of too large a body gets to read the refusal."""
    assert http.post("/v2/jobs", content=b"x" * 3_000_000).status_code == 413


def test_a_download_link_leads_to_the_bytes(running: Running, http: httpx.Client) -> None:
    """The link of a file needs no header; the key in it begins with a uuid."""
    token = http.post("/v2/store/obtain_token").json()["data"]
    stored = running.store.put(CLOUDS["cn"].bucket, token["storePath"].replace("{fileName}", "a b.jpg"), b"bytes")
    resource = http.post("/v2/resources", json={"name": "n", "type": "map"}).json()["data"]["uuid"]
    files = [{"name": "a b.jpg", "etag": stored.etag, "checksum": ""}]
    body = {"callbackParam": token["callbackParam"], "resourceUUID": resource, "files": files}
    uuid = http.post("/v2/store/upload_callback", json=body).json()["data"][0]["uuid"]
    url = http.get(f"/v2/files/{uuid}").json()["data"]["url"]
    assert httpx.get(url, trust_env=False).content == b"bytes"


def test_the_log_of_the_store_has_no_signed_query() -> None:
    """Downloads are logged by bucket and key alone."""
    log = io.StringIO()
    with start(log=log) as running:
        bucket = CLOUDS["cn"].bucket
        running.store.put(bucket, "a.txt", b"bytes")
        base_url = running.ready["services"]["terra"]["storage"]["oss_endpoint"]
        url = running.store.presign_get(bucket, "a.txt", base_url=base_url, lifetime_s=60, dialect="oss")
        assert httpx.get(url, trust_env=False).content == b"bytes"
    assert log.getvalue() == f"store GET /{bucket}/a.txt get 200\n"


def test_many_callers_at_once(running: Running) -> None:
    """Calls from several threads are all served, and no record is lost."""
    before = len(running.terra.resources)
    failures: list[int] = []

    def create() -> None:
        with client(running.ready) as http:
            for _ in range(15):
                status = http.post("/v2/resources", json={"name": "n", "type": "map"}).status_code
                if status != 200:
                    failures.append(status)

    threads = [threading.Thread(target=create) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len({one.uuid for one in running.terra.resources}) - before == 90


def test_a_stopped_emulator_frees_its_port() -> None:
    """After the block the same port can be taken again."""
    with start() as first:
        port = int(first.ready["services"]["terra"]["base_url"].rpartition(":")[2])
    with start(Settings(port=port)) as second:
        assert second.ready["services"]["terra"]["base_url"].endswith(f":{port}")


@pytest.mark.parametrize("which", ["port", "storage_port"])
def test_a_taken_port_is_told(which: str) -> None:
    """Starting on a port that is in use raises PortInUse with its number."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortInUse, match=str(port)), start(Settings(**{which: port})):
            pass


def test_a_fault_at_an_unknown_operation_is_told() -> None:
    """Faults that could never strike are refused at the start."""
    with pytest.raises(ValueError, match=r"terra\.getjob"), start(Settings(faults=(Fault("terra.getjob", "drop"),))):
        pass


# ---------------------------------------------------------------- as a program


def program(*arguments: str, folder: Path | None = None) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    if folder is not None:
        environment["TMPDIR"] = str(folder)
    return subprocess.Popen(
        [sys.executable, "-m", "skybind_emulators", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_serves_until_a_signal(number: signal.Signals, tmp_path: Path) -> None:
    """One line of JSON when ready, requests logged on stderr, exit code 0 after a signal, and nothing left behind."""
    running = program("--region", "us", "--seed", "7", "--fault", "terra.listJobs:status-503:1", folder=tmp_path)
    assert running.stdout is not None
    ready = json.loads(running.stdout.readline())
    assert ready["services"]["terra"]["storage"]["region"] == "us-west-2"
    assert list(tmp_path.iterdir())
    with client(ready) as http:
        statuses = [http.get("/v2/jobs?search=canary").status_code for _ in range(2)]
    running.send_signal(number)
    out, log = running.communicate(timeout=20)
    assert statuses == [503, 200]
    assert (running.returncode, out) == (0, "")
    lines = [line.rsplit(" ", 2)[0] for line in log.splitlines()]
    assert lines == [f"terra GET {PREFIX}/v2/jobs listJobs {status}" for status in statuses]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--speed", "fast"], "speed 'fast' is not instant"),
        (["--region", "eu"], "region 'eu' is not cn or us"),
        (["--port", "99999"], "port 99999 is not between"),
        (["--port", "x"], "invalid int value"),
        (["--fault", "terra.getJob"], "TARGET:KIND"),
        (["--fault", "terra.getjob:drop"], "terra.getjob"),
        (["--unknown"], "--unknown"),
    ],
)
def test_wrong_arguments_are_told_in_a_sentence(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on stderr, nothing on stdout, exit code 2."""
    from skybind_emulators.__main__ import main

    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, told = capsys.readouterr()
    assert (caught.value.code, out) == (2, "")
    assert says in told
    assert told.count("\n") == 1


def test_a_taken_port_ends_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr that names the port, exit code 1."""
    from skybind_emulators.__main__ import main

    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["--port", str(port)]) == 1
    out, told = capsys.readouterr()
    assert out == ""
    assert told == f"skybind_emulators: port {port} of 127.0.0.1 is in use by another program\n"
