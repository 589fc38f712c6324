"""What a ledger in PostgreSQL has besides the rules of all ledgers: an address with a password, and a server."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from harness.postgres import PostgresServer, postgres_server
from skybind.errors import LedgerError
from skybind.fleet import FleetRecord, Flight
from skybind.transfers import postgres as postgres_module
from skybind.transfers.ledger import Ledger

SECRET = "hunter2"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"postgresql://me:{SECRET}@127.0.0.1:1/db", "postgresql://127.0.0.1:1/db: "),
        (f"postgres://127.0.0.1:1/db?user=me&password={SECRET}", "postgres://127.0.0.1:1/db: "),
        (f"postgresql:///db?host=/nowhere&password={SECRET}", "postgresql:///db: "),
        (f"postgresql://me:{SECRET[:3]}@{SECRET[3:]}@127.0.0.1:1/db", "cannot be read"),
        (f"postgresql://me:1/{SECRET}@127.0.0.1:1/db", "cannot be read"),
        (f"postgresql://me:1#{SECRET}@127.0.0.1:1/db", "cannot be read"),
        (f"postgresql://me:1?{SECRET}@127.0.0.1:1/db", "cannot be read"),
        (f"postgresql://me:1 {SECRET}@127.0.0.1:1/db", "cannot be read"),
        (f"postgresql://me:%zz{SECRET}@127.0.0.1:1/db", "cannot be read"),
        (f"postgresql://[me:{SECRET}@127.0.0.1:1/db", "cannot be read"),
    ],
)
def test_passwords_in_addresses(address: str, said: str) -> None:
    """No error holds a piece of a password, whether the address is right or not."""
    with pytest.raises(LedgerError) as caught:
        Ledger(address)
    told = f"{caught.value} {caught.value.advice} {caught.value!r}"
    assert said in told
    assert SECRET not in told
    assert SECRET[3:] not in told


def test_an_open_ledger_shows_no_password(postgres_database: str) -> None:
    """Nor do the ledger, the record and their database, as a debugger shows them."""
    address = postgres_database.replace("postgres@", f"postgres:{SECRET}@", 1)
    with Ledger(address) as ledger, FleetRecord(address) as record:
        assert record.shared
        assert SECRET not in f"{ledger!r} {record!r} {ledger._db!r} {record.label} {record._db.label}"


@pytest.fixture(scope="module")
def fragile() -> Iterator[PostgresServer]:
    """A server for tests that take it away."""
    with postgres_server() as running:
        yield running


def test_a_server_that_goes_away(fragile: PostgresServer) -> None:
    """Killed between two notes and there again after two seconds: writing, reading and locking wait for it, and what is
    written durably is on record."""
    with fragile.database() as address, Ledger(address) as ledger, FleetRecord(address) as record:
        ledger.flight("f", "terra", "/card")
        flight = Flight(key="april/a", service="terra", folder="/a")
        record.add([flight])
        for number in range(3):
            fragile.kill()
            back = threading.Timer(1.0 if number else 2.0, fragile.start)
            back.start()
            if number == 0:
                ledger.set_resource("f", "r1")
            elif number == 1:
                assert ledger.resources("terra") == {"r1"}
            else:
                with record.held(flight, "plan") as standing:
                    assert standing.stage == "plan"
            back.join()


def test_a_server_that_stays_away(fragile: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for so long, and no longer."""
    monkeypatch.setattr(postgres_module, "PATIENCE", 0.3)
    with fragile.database() as address, Ledger(address) as ledger:
        fragile.kill()
        began = time.monotonic()

        def write() -> None:
            while time.monotonic() - began < 5:  # the process that serves this connection outlives the server a moment
                ledger.flight("f", "terra", "/card")

        with pytest.raises(LedgerError, match="cannot be used"):
            write()
        assert time.monotonic() - began < 5
