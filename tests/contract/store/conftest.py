"""A store server per test, with a clock, faults and a log that the test holds in its hands."""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest
from attrs import field, frozen
from botocore.client import BaseClient
from botocore.config import Config

from contract.store.raw_http import Raw
from skybind_emulators.store import Credential, Exchange, ObjectStore, StoreServer

STATIC = Credential("AK", "SK")


class ClockThatJumps:
    """Real time, moved by ``offset`` seconds."""

    def __init__(self) -> None:
        self.offset = 0.0

    def __call__(self) -> float:
        return time.time() + self.offset


@frozen
class PlannedFault:
    """The shape that the store asks of a fault."""

    kind: str
    args: dict[str, str | float] = field(factory=dict)


class PlannedFaults:
    """Hands out the faults that a test has planned, in order, one an arrival; remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._planned: dict[str, deque[PlannedFault]] = defaultdict(deque)

    def plan(self, target: str, kind: str, **args: float) -> None:
        self._planned[target].append(PlannedFault(kind, dict(args)))

    def take(self, target: str) -> PlannedFault | None:
        self.asked.append(target)
        return self._planned[target].popleft() if self._planned[target] else None


@pytest.fixture
def clock() -> ClockThatJumps:
    return ClockThatJumps()


@pytest.fixture
def faults() -> PlannedFaults:
    return PlannedFaults()


@pytest.fixture
def log() -> list[Exchange]:
    return []


@pytest.fixture
def store(tmp_path: Path, clock: ClockThatJumps) -> ObjectStore:
    store = ObjectStore(tmp_path / "store", now=clock)
    store.create_bucket("photos")
    store.add_static(STATIC.access_key_id, STATIC.secret_access_key, ["photos", "missing"])
    return store


@pytest.fixture
def server(store: ObjectStore, faults: PlannedFaults, log: list[Exchange]) -> Iterator[StoreServer]:
    with StoreServer(store, faults=faults, log=log.append, timeout_s=10) as server:
        yield server


@pytest.fixture(scope="session")
def boto3_session() -> boto3.Session:
    return boto3.Session()


S3Client = Callable[..., BaseClient]


@pytest.fixture
def s3_client(server: StoreServer, boto3_session: boto3.Session) -> S3Client:
    """Makes boto3 clients: path style, no retries, by default with the static keys."""

    def make(credential: Credential = STATIC, *, region: str = "us-west-2", **config: object) -> BaseClient:
        return boto3_session.client(
            "s3",
            endpoint_url=server.s3_endpoint,
            region_name=region,
            aws_access_key_id=credential.access_key_id,
            aws_secret_access_key=credential.secret_access_key,
            aws_session_token=credential.session_token or None,
            config=Config(
                **{
                    "signature_version": "s3v4",
                    "s3": {"addressing_style": "path"},
                    "retries": {"total_max_attempts": 1},
                    "proxies": {},
                    "read_timeout": 20,
                    **config,
                }
            ),
        )

    return make


@pytest.fixture
def s3(s3_client: S3Client) -> BaseClient:
    return s3_client()


@pytest.fixture
def raw(server: StoreServer) -> Raw:
    """Signs with botocore and writes bytes by hand."""
    return Raw(server.port, STATIC.access_key_id, STATIC.secret_access_key)


@pytest.fixture
def left_over(tmp_path: Path) -> Callable[[], list[Path]]:
    """Files in the store's folder that belong to no object: there must be none once a request is over."""

    def find() -> list[Path]:
        folder = tmp_path / "store"
        return [path for path in folder.rglob("*") if path.is_file() and "objects" not in path.parts]

    return find


def eventually(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Whether the condition comes to hold: for what the server does after the client has gone."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


@pytest.fixture(name="eventually")
def _eventually() -> Callable[..., bool]:
    return eventually
