"""Dask clusters that a fleet can use, and those that it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from distributed import LocalCluster

from skybind.errors import UsageError
from skybind.fleet import dask_engine, engines


@pytest.fixture
def cluster() -> Iterator[Callable[..., str]]:
    """Starts a scheduler with one worker in threads of this process; its address."""
    with ExitStack() as stack:

        def started(**more: object) -> str:
            more |= {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": "127.0.0.1:0"}
            made = LocalCluster(scheduler_kwargs={"dashboard": False}, **more)
            return str(stack.enter_context(made).scheduler_address)

        yield started


def refused(scheduler: str) -> UsageError:
    with pytest.raises(UsageError) as caught:
        dask_engine(scheduler)
    return caught.value


def test_workers_that_keep_the_same_record(cluster: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A cluster has as many places for uploads as its workers say, if they write to the record that is read here."""
    address = cluster(resources={"upload": 3}, protocol="tcp", host="127.0.0.1")
    assert "do not see" in refused(address).message
    monkeypatch.setenv("SKYBIND_LEDGER", "postgresql://me:hunter2@db/fleet")
    engine = dask_engine(address)
    try:
        assert (engine.upload_slots, engine.other_slots) == (3, 4)
        assert engine.uploads.submit(divmod, 7, 2).result(20) == (3, 1)
    finally:
        engine.close()
    monkeypatch.setattr(engines, "ledger_place", lambda: "postgresql://other")
    monkeypatch.setattr(engines.os, "environ", {"SKYBIND_LEDGER": "postgresql://other"})
    monkeypatch.setattr(engines, "_place", _elsewhere)
    error = refused(address)
    assert "1 workers keep another record" in error.message
    assert "hunter2" not in error.message + error.advice


def _elsewhere() -> str:
    return "postgresql://me:hunter2@db/fleet"


def test_workers_that_take_no_uploads(cluster: Callable[..., str]) -> None:
    """Workers say what they take; if none takes uploads, how to start one that does."""
    assert "upload=1" in refused(cluster(protocol="tcp", host="127.0.0.1")).advice


def test_addresses_of_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody there, or no number of workers."""
    monkeypatch.setattr(engines, "_ANSWERS", 0.3)
    assert "no Dask scheduler answers" in refused("tcp://127.0.0.1:9").message
    for words in ("local:none", "local:0"):
        assert "how many workers" in refused(words).message
