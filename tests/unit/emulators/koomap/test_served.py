"""KooMap and IAM on real sockets, and as a program of their own."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from skybind_emulators import Fault, Running, Settings, start
from unit.emulators.koomap.signer import Signs


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """Emulators on loopback, shared by the tests of this file."""
    with start() as running:
        yield running


def facts(running: Running) -> dict[str, Any]:
    described: dict[str, Any] = running.ready["services"]["koomap"]
    return described


def client(described: dict[str, Any]) -> httpx.Client:
    return httpx.Client(base_url=described["base_url"], headers={"X-Auth-Token": described["token"]}, trust_env=False)


def token_request(described: dict[str, Any]) -> dict[str, Any]:
    user = {
        "name": described["username"],
        "password": described["password"],
        "domain": {"name": described["domain"]},
    }
    identity = {"methods": ["password"], "password": {"user": user}}
    return {"auth": {"identity": identity, "scope": {"project": {"id": described["project_id"]}}}}


def test_the_ready_line_has_all_that_a_client_needs(running: Running) -> None:
    """Addresses, keys, account, and ids that no operation lists, in this shape; nothing of it in the repr."""
    described = facts(running)
    assert set(described) == {
        *("base_url", "iam_url", "region", "project_id", "domain", "username", "password", "ak", "sk", "token"),
        *("folder_code", "image_codes", "satellite_image_ids", "csv_ids", "vector_ids", "storage"),
    }
    assert set(described["storage"]) == {"obs_endpoint"}
    assert described["base_url"] != described["iam_url"]
    json.dumps(running.ready)
    for secret in ("password", "sk", "token"):
        assert described[secret] not in repr(running)


def test_a_password_becomes_a_token_that_lets_in(running: Running) -> None:
    """IAM on its own port gives out a token; KooMap on its own takes it."""
    described = facts(running)
    given = httpx.post(described["iam_url"] + "/v3/auth/tokens", json=token_request(described), trust_env=False)
    headers = {"X-Auth-Token": given.headers["X-Subject-Token"]}
    answer = httpx.get(described["base_url"] + "/v1/workspaces", headers=headers, trust_env=False)
    assert (given.status_code, answer.status_code) == (201, 200)


def test_a_signature_is_verified_on_the_wire(running: Running) -> None:
    """The host with its port is signed as it is sent."""
    described = facts(running)
    auth = Signs(
        described["ak"], described["sk"], running.koomap.clock.wall, names=("host", "user-agent", "x-sdk-date")
    )
    answer = httpx.get(
        described["base_url"] + "/v1/workspaces", params={"workspace_name": "测 试"}, auth=auth, trust_env=False
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(("kind", "made"), [("drop", 0), ("lose-answer", 1), ("truncated", 1)])
def test_connections_are_really_cut(running: Running, kind: str, made: int) -> None:
    """The client sees the connection end; whether the work was done depends on the fault."""
    before = len(running.koomap.workspaces)
    running.faults.add("koomap.createCommonWorkspace", kind, count=1)
    with client(facts(running)) as http, pytest.raises(httpx.RemoteProtocolError):
        http.post("/v1/workspaces", json={"workspace_name": f"cut_by_{kind.replace('-', '_')}"})
    assert len(running.koomap.workspaces) - before == made


def test_a_large_signed_body_is_refused_and_not_cut(running: Running) -> None:
    """The sender of 12 MB and a byte gets to read the refusal."""
    described = facts(running)
    auth = Signs(described["ak"], described["sk"], running.koomap.clock.wall)
    url = described["base_url"] + "/v1/workspaces"
    answer = httpx.post(url, content=b" " * (12 * 1024 * 1024 + 1), auth=auth, trust_env=False)
    assert (answer.status_code, answer.json()["error_code"]) == (413, "APIGW.0201")


@pytest.mark.parametrize(("name", "status"), [("address", 414), ("header", 494)])
def test_long_addresses_and_headers_reach_the_gateway(running: Running, name: str, status: int) -> None:
    """The server in front does not cut them off before the gateway can say what is wrong."""
    query = {"workspace_name": "a" * 33_000} if name == "address" else {}
    headers = {"X-Other": "a" * 33_000} if name == "header" else {}
    with client(facts(running)) as http:
        answer = http.get("/v1/workspaces", params=query, headers=headers)
    assert (answer.status_code, answer.json()["error_code"]) == (status, "APIGW.0201")


def test_a_preview_can_be_fetched(running: Running) -> None:
    """The link of a finished task leads to a picture, without keys."""
    described = facts(running)
    with client(described) as http:
        workspace = http.post("/v1/workspaces", json={"workspace_name": "preview"}).json()["workspace_id"]
        images = described["satellite_image_ids"][-1:]
        check = {"data_ids": images, "production_level": "L2", "task_name": "t", "coordination": "WGS84"}
        (result,) = http.post("/v1/kmp-control/tasks/image", json=check).json()
        order = {
            **check,
            "task_type": "ORSIP",
            "workspace_id": workspace,
            "csv_ids": [],
            "data_alias": {result["name"]: "alias"},
            "data_description": {},
            "isClip": "0",
            "isTile": "0",
        }
        task = http.post("/v1/kmp-control/tasks", json=order).json()["task_id"]
        assert http.post("/v1/kmp-control/tasks/start", json={"id": task}).json() is True
        (row,) = http.get("/v1/kmp-control/tasks", params={"workspace_id": workspace}).json()["data"]
    assert httpx.get(row["image_url"], trust_env=False).content.startswith(b"\x89PNG")


def test_many_callers_at_once(running: Running) -> None:
    """Calls from several threads are all served; one of several equal names is taken once."""
    statuses: list[int] = []

    def create() -> None:
        with client(facts(running)) as http:
            statuses.extend(
                http.post("/v1/workspaces", json={"workspace_name": f"shared_{number}"}).status_code
                for number in range(10)
            )

    threads = [threading.Thread(target=create) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (statuses.count(200), statuses.count(409)) == (10, 30)


@pytest.mark.parametrize("name", ["terra", "koomap"])
def test_services_can_be_chosen(name: str) -> None:
    """Only the chosen one is started; the other says so when it is asked for."""
    other = {"terra": "koomap", "koomap": "terra"}[name]
    with start(Settings(services=(name,))) as running:
        assert list(running.ready["services"]) == [name]
        assert getattr(running, name) is not None
        with pytest.raises(ValueError, match=other):
            getattr(running, other)


@pytest.mark.parametrize("services", [(), ("moon",)])
def test_a_wrong_choice_is_told(services: tuple[str, ...]) -> None:
    """No service and an unknown one are refused."""
    with pytest.raises(ValueError, match="service"):
        Settings(services=services)


def test_ports_can_be_chosen() -> None:
    """After the block the same ports can be taken again."""
    with start(Settings(services=("koomap",))) as first:
        described = facts(first)
        ports = [int(described[name].rpartition(":")[2]) for name in ("base_url", "iam_url")]
    with start(Settings(services=("koomap",), koomap_port=ports[0], iam_port=ports[1])) as second:
        assert facts(second)["base_url"].endswith(f":{ports[0]}")
        assert facts(second)["iam_url"].endswith(f":{ports[1]}")


def test_the_stock_is_the_same_on_every_day(running: Running) -> None:
    """Names and dates of the raw images do not go by the clock."""
    names = [image.name for image in running.koomap.satellite.images.all()]
    assert names[0] == "GF2_PMS1_E116.4_N39.9_20240401_L1A-PAN"


def test_the_same_seed_gives_the_same_account() -> None:
    """Keys, account and ids repeat with the seed and change with it."""
    lines = []
    for seed in (5, 5, 6):
        with start(Settings(services=("koomap",), seed=seed)) as running:
            described = facts(running)
            lines.append({k: v for k, v in described.items() if not k.endswith("url") and k != "storage"})
    assert lines[0] == lines[1]
    assert lines[0]["ak"] != lines[2]["ak"]
    assert lines[0]["satellite_image_ids"] != lines[2]["satellite_image_ids"]


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault("koomap.createtask", "drop"), "koomap.createtask"),
        (Fault("koomap.createTask", "refuse", args={"code": "KMP.00099999"}), "KMP.00099999"),
        (Fault("iam.createTask", "drop"), "iam.createTask"),
    ],
)
def test_a_fault_that_could_never_strike_is_told(fault: Fault, says: str) -> None:
    """An unknown operation, or a code that it does not list."""
    with pytest.raises(ValueError, match=says.replace(".", r"\.")), start(Settings(faults=(fault,))):
        pass


def test_the_program_serves_koomap_alone() -> None:
    """--services, --fault with a code, the ready line, one line a request, exit code 0."""
    command = [sys.executable, "-m", "skybind_emulators", "--services", "koomap"]
    command += ["--fault", "koomap.listCommonWorkspace:refuse:1,code=KMP.00010201", "--speed", "polls:2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert program.stdout is not None
    ready = json.loads(program.stdout.readline())
    with client(ready["services"]["koomap"]) as http:
        statuses = [http.get("/v1/workspaces").status_code for _ in range(2)]
    program.send_signal(signal.SIGTERM)
    _, log = program.communicate(timeout=20)
    assert (list(ready["services"]), statuses, program.returncode) == (["koomap"], [500, 200], 0)
    assert [line.rsplit(" ", 2)[0] for line in log.splitlines()] == [
        f"koomap GET /v1/workspaces listCommonWorkspace {status}" for status in statuses
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--services", "moon"], "moon"),
        (["--fault", "koomap.createTask:refuse"], "code"),
        (["--fault", "koomap.createTask:refuse,code=KMP.00021004"], "KMP.00021004"),
        (["--koomap-port", "99999"], "koomap_port"),
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
    assert (caught.value.code, out, told.count("\n")) == (2, "", 1)
    assert says in told
