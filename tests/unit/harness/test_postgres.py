"""The PostgreSQL server that tests are given."""

from __future__ import annotations

import stat
import time

import psycopg
import pytest

from harness.foreign_server import missing
from harness.postgres import PostgresServer


def test_databases_are_apart(postgres: PostgresServer, postgres_database: str) -> None:
    """Each test has an empty database: what one writes is not in another, and nothing is left of it."""
    with psycopg.connect(postgres_database) as one, postgres.database() as url, psycopg.connect(url) as other:
        one.execute("CREATE TABLE jobs (id int)")
        assert one.execute("SELECT to_regclass('jobs')").fetchone() == ("jobs",)
        assert other.execute("SELECT to_regclass('jobs')").fetchone() == (None,)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url)


def test_a_killed_server_comes_back(postgres: PostgresServer, postgres_database: str) -> None:
    """After kill -9 the server starts again at the same address, with all that was committed and nothing else."""
    with psycopg.connect(postgres_database) as connection:
        connection.execute("CREATE TABLE jobs (id int)")
        connection.execute("INSERT INTO jobs VALUES (1)")
        connection.commit()
        connection.execute("INSERT INTO jobs VALUES (2)")
        postgres.kill()
        assert not postgres.running
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    postgres.start()
    with psycopg.connect(postgres_database) as connection:
        assert connection.execute("SELECT id FROM jobs").fetchall() == [(1,)]


def test_nobody_else_may_enter(postgres: PostgresServer) -> None:
    """The server trusts whoever reaches its socket; so the folder of the socket is closed to other users."""
    assert stat.S_IMODE(postgres.folder.stat().st_mode) == 0o700


def test_claims_skip_what_is_locked(postgres_database: str) -> None:
    """It is a real server in what a ledger for many machines asks of it: two who claim get different rows at once."""
    claim = "SELECT id FROM jobs ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1"
    with psycopg.connect(postgres_database) as one, psycopg.connect(postgres_database) as other:
        one.execute("CREATE TABLE jobs AS SELECT generate_series(1, 2) AS id")
        one.commit()
        begun = time.monotonic()
        assert (one.execute(claim).fetchone(), other.execute(claim).fetchone()) == ((1,), (2,))
        assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail.Exception), ("1", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_what_is_missing_fails_under_ci(monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[Exception]) -> None:
    """A server that is not installed skips a test with a reason, and under CI it fails it."""
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="PostgreSQL is not there: install it"):
        missing("PostgreSQL", "install it")
