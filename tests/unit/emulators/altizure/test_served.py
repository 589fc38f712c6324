"""Altizure on real sockets: foreign uploaders with the credentials it gives out, and the program."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import oss2
import pytest

from skybind_emulators import Fault, Running, Settings, start
from unit.emulators.altizure.harness import DONE, REGISTER_OSS, REGISTER_S3, START, photo, sha1

STS = """mutation($p: ID!) { uploadImageOSS(pid: $p, bucket: Shenzhen, filename: "") {
  sts { id secret token bucket endpoint expire } } }"""
IMAGES = "query($p: ID!) { project(id: $p) { allImages { edges { node { name state error url } } } } }"


class Client:
    """Speaks to a running emulator."""

    def __init__(self, ready: dict[str, Any]) -> None:
        self.facts = ready["services"]["altizure"]
        headers = {"key": self.facts["key"], "altitoken": self.facts["altitoken"]}
        self.http = httpx.Client(headers=headers, trust_env=False)

    def data(self, query: str, **variables: Any) -> dict[str, Any]:
        """Send a document that must be answered in full."""
        response = self.http.post(self.facts["endpoint"], json={"query": query, "variables": variables})
        body: dict[str, Any] = response.json()
        assert response.status_code == 200, body
        assert "errors" not in body, body
        data: dict[str, Any] = body["data"]
        return data

    def project(self) -> str:
        """A new pro project."""
        made: str = self.data('mutation { createProject(name: "a", type: pro) { id } }')["createProject"]["id"]
        return made

    def by_oss(self, pid: str, contents: dict[str, bytes], bucket: oss2.Bucket) -> None:
        """Upload with one set of credentials."""
        for name, content in contents.items():
            given = {"pid": pid, "name": name, "sum": sha1(content)}
            image = self.data(REGISTER_OSS, **given)["uploadImageOSS"]["image"]
            self.data(START, id=image["id"])
            assert bucket.put_object(f"{pid}/{image['filename']}", content).status == 200
            self.data(DONE, id=image["id"])


def bucket_of(sts: dict[str, str]) -> oss2.Bucket:
    """The vendor's client with temporary keys."""
    keys = oss2.credentials.StaticCredentialsProvider(sts["id"], sts["secret"], sts["token"])
    return oss2.Bucket(oss2.ProviderAuthV4(keys), sts["endpoint"], sts["bucket"], region="cn-shenzhen")


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """An emulator on loopback, shared by the tests of this file."""
    with start(Settings(services=("altizure",))) as running:
        yield running


@pytest.fixture
def client(running: Running) -> Iterator[Client]:
    """A client with the first user's token; faults are cleared afterwards."""
    client = Client(running.ready)
    yield client
    client.http.close()
    running.faults.clear()


def test_the_ready_line_has_all_that_a_client_needs(running: Running) -> None:
    """Endpoint, key, token, login and storage, in this shape; no secret in a repr."""
    facts = running.ready["services"]["altizure"]
    assert set(facts) == {"endpoint", "key", "altitoken", "email", "password", "storage"}
    assert set(facts["storage"]) == {"oss_endpoint", "s3_endpoint", "region"}
    assert facts["endpoint"].endswith("/graphql")
    assert facts["storage"]["region"] == "oss-cn-shenzhen"
    assert facts["altitoken"] not in repr(running)


def test_the_region_decides_which_storage_is_near() -> None:
    """Elsewhere than in China it is one of S3; both can be used."""
    with start(Settings(services=("altizure",), region="us")) as running:
        client = Client(running.ready)
        nearest = client.data("{ getGeoIPInfo { nearestBuckets { cloud } } }")["getGeoIPInfo"]["nearestBuckets"]
        assert nearest[0]["cloud"] == "S3"
        assert client.data(STS, p=client.project())["uploadImageOSS"]["sts"]["token"]
        assert not client.facts["storage"]["region"].startswith("oss-")
        client.http.close()


def test_a_flight_becomes_a_model(rendered_flight: Path, client: Client) -> None:
    """Real photos by Alibaba's client and by a plain PUT, a real result behind links that need no header."""
    pid = client.project()
    photos = {path.name: path.read_bytes() for path in sorted(rendered_flight.glob("*.JPG"))[:6]}
    names = list(photos)
    sts = client.data(STS, p=pid)["uploadImageOSS"]["sts"]
    client.by_oss(pid, {name: photos[name] for name in names[:3]}, bucket_of(sts))
    for name in names[3:]:
        given = {"pid": pid, "name": name, "type": "JPEG", "sum": sha1(photos[name])}
        made = client.data(REGISTER_S3, **given)["uploadImageS3"]
        client.data(START, id=made["image"]["id"])
        put = httpx.put(made["url"], content=photos[name], headers={"content-type": "image/jpeg"}, trust_env=False)
        assert put.status_code == 200
    edges = client.data(IMAGES, p=pid)["project"]["allImages"]["edges"]
    assert {edge["node"]["name"]: edge["node"]["state"] for edge in edges} == dict.fromkeys(names, "Ready")
    assert httpx.get(edges[0]["node"]["url"], trust_env=False).content == photos[edges[0]["node"]["name"]]
    query = "mutation($p: ID!) { startReconstructionWithError(id: $p) { error { code } task { id } } }"
    assert client.data(query, p=pid)["startReconstructionWithError"]["error"] is None
    query = "query($p: ID!) { project(id: $p) { taskState downloads { edges { node { name size link } } } } }"
    found = client.data(query, p=pid)["project"]
    assert found["taskState"] == "Done"
    files = {edge["node"]["name"]: edge["node"] for edge in found["downloads"]["edges"]}
    assert set(files) == {"obj.zip", "las.zip"}
    content = httpx.get(files["obj.zip"]["link"], trust_env=False).content
    assert len(content) == files["obj.zip"]["size"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert "model.obj" in archive.namelist()


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda bucket, pid: bucket.put_object("other/a.jpg", b"x"), "AccessDenied"),
        (lambda bucket, pid: bucket.put_object(f"{pid}x/a.jpg", b"x"), "AccessDenied"),
        (lambda bucket, pid: bucket.get_object(f"{pid}/a.jpg"), "AccessDenied"),
        (lambda bucket, pid: bucket.list_objects(f"{pid}/"), "AccessDenied"),
        (lambda bucket, pid: bucket.delete_object(f"{pid}/a.jpg"), "AccessDenied"),
    ],
)
def test_credentials_write_below_the_prefix_and_nothing_else(
    client: Client, act: Callable[[oss2.Bucket, str], Any], code: str
) -> None:
    """No other key, no reading, no listing, no deleting."""
    pid = client.project()
    bucket = bucket_of(client.data(STS, p=pid)["uploadImageOSS"]["sts"])
    assert bucket.put_object(f"{pid}/a.jpg", b"x").status == 200
    with pytest.raises(oss2.exceptions.ServerError) as refused:
        act(bucket, pid)
    assert refused.value.code == code


def test_credentials_live_for_an_hour() -> None:
    """Good at 59 minutes, refused at 61; the text says when; the next call gives good ones."""
    with start(Settings(services=("altizure",))) as running:
        client = Client(running.ready)
        pid = client.project()
        sts = client.data(STS, p=pid)["uploadImageOSS"]["sts"]
        assert len(sts["expire"]) == len("2006-01-02T15:04:05Z")
        running.altizure.clock.advance(59 * 60)
        bucket_of(sts).put_object(f"{pid}/a.jpg", b"x")
        running.altizure.clock.advance(2 * 60)
        with pytest.raises(oss2.exceptions.ServerError) as refused:
            bucket_of(sts).put_object(f"{pid}/a.jpg", b"x")
        assert refused.value.status == 403
        again = client.data(STS, p=pid)["uploadImageOSS"]["sts"]
        assert bucket_of(again).put_object(f"{pid}/a.jpg", b"x").status == 200
        client.http.close()


def test_a_link_lives_for_three_hours() -> None:
    """It may be used again until then; it is for one PUT of one object."""
    with start(Settings(services=("altizure",))) as running, httpx.Client(trust_env=False) as plain:
        client = Client(running.ready)
        url = client.data(REGISTER_S3, pid=client.project(), name="a", sum=None)["uploadImageS3"]["url"]
        assert [plain.put(url, content=b"x").status_code for _ in range(2)] == [200, 200]
        assert plain.get(url).status_code == 403
        assert plain.put(url.replace(".jpg", ".png"), content=b"x").status_code == 403
        running.altizure.clock.advance(3 * 3600 - 60)
        assert plain.put(url, content=b"x").status_code == 200
        running.altizure.clock.advance(120)
        assert plain.put(url, content=b"x").status_code == 403
        client.http.close()


def test_an_image_by_minio_becomes_ready(client: Client) -> None:
    """Under the client's own name, blanks and all; noticed without done, and moved out of the bucket."""
    pid, content = client.project(), photo(3)
    query = """mutation($p: ID!, $s: String) {
      uploadImageMinio(pid: $p, bucket: Minio, filename: "a b.jpg", checksum: $s) { url image { id filename } } }"""
    made = client.data(query, p=pid, s=sha1(content))["uploadImageMinio"]
    client.data(START, id=made["image"]["id"])
    assert httpx.put(made["url"], content=content, trust_env=False).status_code == 200
    [edge] = client.data(IMAGES, p=pid)["project"]["allImages"]["edges"]
    assert (edge["node"]["state"], made["image"]["filename"]) == ("Ready", "a b.jpg")
    assert httpx.get(edge["node"]["url"], trust_env=False).content == content


def test_an_expired_sts_by_fault_is_refused_by_the_store(running: Running, client: Client) -> None:
    """The call goes well, the PUT does not, and the next credentials are good."""
    pid = client.project()
    running.faults.add("altizure.uploadImageOSS", "expire-token", count=1)
    over, good = (client.data(STS, p=pid)["uploadImageOSS"]["sts"] for _ in range(2))
    with pytest.raises(oss2.exceptions.ServerError) as refused:
        bucket_of(over).put_object(f"{pid}/a.jpg", b"x")
    assert refused.value.status == 403
    assert bucket_of(good).put_object(f"{pid}/a.jpg", b"x").status == 200


def test_a_byte_that_flips_on_the_way_is_found(running: Running, client: Client) -> None:
    """The store takes it, the worker does not."""
    pid = client.project()
    running.faults.add("store.put", "corrupt", count=1)
    bucket = bucket_of(client.data(STS, p=pid)["uploadImageOSS"]["sts"])
    bucket.enable_crc = False
    client.by_oss(pid, {"a.jpg": photo(1), "b.jpg": photo(2)}, bucket)
    nodes = [edge["node"] for edge in client.data(IMAGES, p=pid)["project"]["allImages"]["edges"]]
    assert [node["state"] for node in nodes] == ["Invalid", "Ready"]
    assert nodes[0]["error"][0] == "Checksum Error"


def test_many_uploaders_at_once(client: Client) -> None:
    """Forty images from eight threads, one of them sent by two: all are there once, and Ready."""
    pid = client.project()
    bucket_keys = client.data(STS, p=pid)["uploadImageOSS"]["sts"]

    def upload(number: int) -> None:
        client.by_oss(pid, {f"{number}.jpg": photo(number, size=(64 + number, 48))}, bucket_of(bucket_keys))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(upload, [*range(40), 0]))
    nodes = [edge["node"] for edge in client.data(IMAGES, p=pid)["project"]["allImages"]["edges"]]
    assert len(nodes) == 40
    assert {node["state"] for node in nodes} == {"Ready"}


def test_the_server_can_test_itself(client: Client) -> None:
    """A test of an address of this very server is answered, while others are served too."""
    query = "query($u: String!) { support { networkTest(url: $u) } }"
    url = client.facts["endpoint"] + "?query={versions{api}}"
    results: list[Any] = []
    threads = [
        threading.Thread(target=lambda: results.append(client.data(query, u=url)["support"]["networkTest"]))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == ["Success"] * 3


def test_the_service_can_be_left_out() -> None:
    """It says so when it is asked for."""
    with start(Settings(services=("terra",))) as running, pytest.raises(ValueError, match="altizure"):
        running.altizure  # noqa: B018


def test_the_port_can_be_chosen() -> None:
    """After the block the same port can be taken again."""
    with start(Settings(services=("altizure",))) as first:
        port = httpx.URL(first.ready["services"]["altizure"]["endpoint"]).port
    assert port is not None
    with start(Settings(services=("altizure",), altizure_port=port)) as second:
        assert httpx.URL(second.ready["services"]["altizure"]["endpoint"]).port == port


def test_the_same_seed_gives_the_same_account() -> None:
    """Keys, login and ids repeat with the seed and change with it."""
    lines = []
    for seed in (5, 5, 6):
        with start(Settings(services=("altizure",), seed=seed)) as running:
            client = Client(running.ready)
            pid = client.project()
            image = client.data(REGISTER_OSS, pid=pid, name="a", sum=None)["uploadImageOSS"]["image"]
            lines.append([client.facts[name] for name in ("key", "altitoken", "password")] + [pid, image["filename"]])
            client.http.close()
    assert lines[0] == lines[1]
    assert not set(lines[0]) & set(lines[2])


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault("altizure.createproject", "drop"), "altizure.createproject"),
        (Fault("altizure.createProject", "refuse", args={"code": 4}), "createProject"),
    ],
)
def test_a_fault_that_could_never_strike_is_told(fault: Fault, says: str) -> None:
    """An unknown query or mutation, or a code that it does not have."""
    with pytest.raises(ValueError, match=says), start(Settings(faults=(fault,))):
        pass


def test_the_log_shows_fields_and_no_secrets() -> None:
    """Method, path, fields, status; never a document, a token or a signed link."""
    log = io.StringIO()
    with start(Settings(services=("altizure",)), log=log) as running:
        client = Client(running.ready)
        url = client.data(REGISTER_S3, pid=client.project(), name="a", sum=None)["uploadImageS3"]["url"]
        httpx.put(url, content=b"x", trust_env=False)
        client.data("{ a: versions { api } support { systemMode } }")
        client.http.close()
    lines = [line.rsplit(" ", 2)[0] for line in log.getvalue().splitlines() if line.startswith("altizure")]
    fields = ("createProject", "uploadImageS3", "versions,support")
    assert lines == [f"altizure POST /graphql {name} 200" for name in fields]
    for secret in (client.facts["altitoken"], client.facts["key"], "X-Amz-Signature"):
        assert secret not in log.getvalue()


def test_the_program_serves_altizure_alone() -> None:
    """--services, --fault, the ready line, exit code 0."""
    command = [sys.executable, "-m", "skybind_emulators", "--services", "altizure", "--speed", "polls:2"]
    command += ["--fault", "altizure.versions:status-503:1"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert program.stdout is not None
    ready = json.loads(program.stdout.readline())
    client = Client(ready)
    body = {"query": "{ versions { api } }"}
    statuses = [client.http.post(client.facts["endpoint"], json=body).status_code for _ in range(2)]
    client.http.close()
    program.send_signal(signal.SIGTERM)
    program.communicate(timeout=20)
    assert (list(ready["services"]), statuses, program.returncode) == (["altizure"], [503, 200], 0)
