"""Servers of others. Tests of stores run on two: ours, and SeaweedFS. Where they differ, a test says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.seaweed import Seaweed, seaweed
from harness.temporal import TemporalServer, temporal_server
from integration.houses import BUCKET, REGION, House, emulated, foreign
from skybind.transfers.signing import StoreKeys
from skybind_emulators.store import ObjectStore, StoreServer


@pytest.fixture(scope="session")
def seaweed_server() -> Iterator[Seaweed]:
    """The server of this worker; tests have places of their own in its bucket."""
    with seaweed() as running:
        yield running


@pytest.fixture(params=["emulated", "seaweedfs"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A place of this test in a store."""
    prefix = re.sub(r"\W+", "-", request.node.name) + "/"
    if request.param == "seaweedfs":
        yield foreign(request.getfixturevalue("seaweed_server"), prefix)
        return
    store = ObjectStore(tmp_path / "store", seed=1)
    store.create_bucket(BUCKET, oss_region="cn-hangzhou", s3_region=REGION)
    static = StoreKeys("AKTEST", "emulated-static-secret")
    store.add_static(static.access_key_id, static.secret_access_key, [BUCKET, "no-such-bucket"])
    with StoreServer(store) as server:
        yield emulated(server, static, prefix)


@pytest.fixture
def temporal() -> Iterator[TemporalServer]:
    """A server of this test, which it may kill."""
    with temporal_server() as running:
        yield running
