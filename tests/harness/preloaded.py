"""``skybind`` in processes that need not load it first: each is a fork of one that has.

To start Python and load the command takes ten times as long as what most commands do. The process that is forked is a
real one in all else: its own environment, working directory, streams and exit code. What a fork would not show (that
modules load by themselves and in time, and settings of the interpreter) is tested with processes from nothing: those
that a test begins and does not wait for, and those of the installed package. ``SKYBIND_THOROUGH`` has all run so.
"""

from __future__ import annotations

import array
import atexit
import contextlib
import gc
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

__all__ = ["fits", "run"]

_LONGEST = 1 << 18  # bytes of a request; an environment is most of it
_OF_THE_INTERPRETER = ("PYTHON", "LANG", "LC_", "TZ", "LD_", "MALLOC_")


class _Nursery:
    """The process that is forked, as this one sees it."""

    def __init__(self) -> None:
        self.settings = _settings(os.environ)
        self.line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _LONGEST)
        with theirs:
            handed = theirs.fileno()
            self.process = subprocess.Popen([sys.executable, __file__, str(handed)], pass_fds=[handed])
        atexit.register(self.close)

    def close(self) -> None:
        """It ends when nobody can ask it any more."""
        self.line.close()
        self.process.wait(10)


_nursery: _Nursery | None = None


def _settings(environment: Mapping[str, str]) -> dict[str, str]:
    """What Python reads once, when it starts. Whether output is buffered makes no difference to one who waits."""
    return {
        name: value
        for name, value in environment.items()
        if name.startswith(_OF_THE_INTERPRETER) and name not in {"PYTHONUNBUFFERED", "PYTHON_KEYRING_BACKEND"}
    }


def fits(environment: Mapping[str, str]) -> bool:
    """Whether a fork would be like a process that was started with this environment."""
    global _nursery
    if not hasattr(os, "fork"):
        return False
    _nursery = _nursery or _Nursery()
    return _nursery.settings == _settings(environment)


def run(
    words: Sequence[str], environment: Mapping[str, str], folder: Path, *, stdin: str | None, timeout: float
) -> tuple[int, str, str]:
    """Run the command to its end; return exit code (negative for a signal), stdout and stderr.

    Raises:
        subprocess.TimeoutExpired: it took longer, and was killed.
    """
    assert _nursery is not None
    line = _nursery.line
    request = json.dumps({"words": [*words], "environment": dict(environment), "folder": str(folder)}).encode()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write((stdin or "").encode())
        given.seek(0)
        streams = array.array("i", [given.fileno(), out.fileno(), err.fileno()])
        line.settimeout(None)
        line.sendmsg([request], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
        child = int(line.recv(64))
        line.settimeout(timeout)
        try:
            code = int(line.recv(64))
        except TimeoutError:
            os.kill(child, signal.SIGKILL)
            line.settimeout(None)
            line.recv(64)
            raise subprocess.TimeoutExpired([*words], timeout) from None
        out.seek(0)
        err.seek(0)
        return code, out.read().decode(), err.read().decode()


# ------------------------------------------------------------------------------------------- in the other process


def _serve(line: socket.socket) -> list[str] | None:
    """Fork for each request. In the fork, return the words of the command; at the end, None."""
    while True:
        request, ancillary, _, _ = line.recvmsg(_LONGEST, socket.CMSG_SPACE(3 * array.array("i").itemsize))
        if not request:
            return None
        streams = array.array("i")
        streams.frombytes(ancillary[0][2])
        child = os.fork()
        if child == 0:
            line.close()
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
            os.closerange(3, max(streams) + 1)
            wanted = json.loads(request)
            os.environ.clear()
            os.environ.update(wanted["environment"])
            os.chdir(wanted["folder"])
            words: list[str] = wanted["words"]
            return words
        for stream in streams:
            os.close(stream)
        line.send(str(child).encode())
        _, status = os.waitpid(child, 0)
        line.send(str(os.waitstatus_to_exitcode(status)).encode())


def _load() -> None:
    import skybind

    for module in pkgutil.walk_packages(skybind.__path__, "skybind."):
        if module.name not in {"skybind.cli.__main__", "skybind.pytest_plugin"}:
            with contextlib.suppress(ImportError):  # of an extra that is not installed; who needs it will say so
                import_module(module.name)
    from skybind.options import Options
    from skybind.wire.terms import tls_context

    tls_context(Options())
    gc.freeze()  # what is loaded is no garbage, and not to look at it leaves the memory shared


def _end(error: SystemExit) -> NoReturn:
    """As Python ends, but for taking apart all that was loaded."""
    code = error.code if isinstance(error.code, int) else int(error.code is not None)
    if isinstance(error.code, str):
        print(error.code, file=sys.stderr)
    threading._shutdown()  # type: ignore[attr-defined]  # waits for threads
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(ValueError):  # closed by the command
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    del sys.path[0]  # this folder: a command of a user does not see it
    _load()
    asked = _serve(socket.socket(fileno=int(sys.argv[1])))
    if asked is not None:
        from skybind.cli import main

        sys.argv = ["skybind", *asked]
        try:
            main()
        except SystemExit as error:
            _end(error)
