"""Servers of others that tests run against: found where a package put them, started on free ports, killed, and ended.

A test that needs one is skipped, with the reason, where it is not installed; under CI it fails instead, since a check
that nobody runs checks nothing.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

import attrs
import pytest

__all__ = ["ForeignServer", "free_ports", "missing", "program"]

_PAUSE = 0.01  # seconds between two looks


def missing(what: str, remedy: str) -> NoReturn:
    """Skip the test, or fail it under CI: ``CI`` is set to anything but ``false`` or ``0``."""
    reason = f"{what} is not there: {remedy}"
    if os.environ.get("CI", "").lower() in {"", "0", "false"}:
        pytest.skip(reason)
    pytest.fail(reason)


def program(name: str, remedy: str) -> Path:
    """Where a program is: beside this Python, as its package installs it, or on the path."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        missing(name, remedy)
    return Path(found)


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody listens on; for servers that cannot choose one by themselves."""
    with ExitStack() as stack:
        held = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [listening.getsockname()[1] for listening in held]


@attrs.define
class ForeignServer:
    """A server in a process of its own.

    Attributes:
        command: What starts it.
        log: File that takes what it prints.
        ready: Whether it answers as it should.
        environment: All that it sees of ours.
        user: Arguments of ``Popen`` about the user that it runs as.
    """

    command: Sequence[str | Path]
    log: Path
    ready: Callable[[], bool]
    environment: Mapping[str, str] = attrs.field(factory=dict)
    user: Mapping[str, Any] = attrs.field(factory=dict)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def start(self, seconds: float = 30.0) -> float:
        """Start it and wait until it is ready; returns how many seconds that took.

        One that ends at once is started again: after a kill the address or a lock may be held for a moment more.
        """
        begun = time.monotonic()
        while not (self.running and self.ready()):
            if not self.running:
                with self.log.open("ab") as log:
                    self._process = subprocess.Popen(
                        [*map(str, self.command)],
                        stdin=subprocess.DEVNULL,
                        stdout=log,
                        stderr=subprocess.STDOUT,
                        env={"PATH": os.environ.get("PATH", os.defpath), **self.environment},
                        cwd="/",
                        start_new_session=True,  # Ctrl-C is for the tests, which then end it in order
                        **self.user,
                    )
            if time.monotonic() - begun > seconds:
                self.kill()
                raise TimeoutError(f"{self.command[0]} is not ready:\n{self.log.read_text(errors='replace')[-2000:]}")
            time.sleep(_PAUSE)
        return time.monotonic() - begun

    def kill(self) -> None:
        """End it as a power cut does (``kill -9``)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self, seconds: float = 10.0) -> None:
        """End it in order."""
        if self._process is not None and self.running:
            self._process.terminate()
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill()
