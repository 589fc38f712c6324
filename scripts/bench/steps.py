"""What each step of an upload costs by itself: reading, digests, sending.

    python scripts/bench/steps.py

Page-cached files go over loopback to a sink that throws everything away. It tells which path is the leanest, and what
no path can do without.
"""

from __future__ import annotations

import hashlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastcrc import crc32, crc64
from measuring import keep

_FILES, _SIZE, _THREADS, _ROUNDS = 50, 10_000_000, 4, 3
_BLOCK = 1 << 20
_SINK = """
import socket, threading
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
def swallow(connected):
    while connected.recv(1 << 22, socket.MSG_TRUNC):
        pass
while True:
    threading.Thread(target=swallow, args=(listener.accept()[0],), daemon=True).start()
"""

Update = Callable[[bytes], Any]


class _Crc:
    def __init__(self, step: Callable[..., int]) -> None:
        self._step, self._value = step, 0

    def update(self, block: bytes) -> None:
        self._value = self._step(block, self._value) if self._value else self._step(block)


def _blocks(path: Path, *does: Update) -> None:
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            for do in does:
                do(block)


def _sendfile(sock: socket.socket, path: Path) -> None:
    with path.open("rb", buffering=0) as file:
        sock.sendfile(file)


def _digest_first(path: Path, send: Callable[[], None]) -> None:
    _blocks(path, _Crc(crc32.iscsi).update)
    send()


STEPS: dict[str, Callable[[socket.socket, Path], object]] = {
    "sendfile": _sendfile,
    "read": lambda _sock, path: _blocks(path),
    "read, CRC-32C": lambda _sock, path: _blocks(path, _Crc(crc32.iscsi).update),
    "read, send": lambda sock, path: _blocks(path, sock.sendall),
    "read, CRC-64, send (OSS)": lambda sock, path: _blocks(path, _Crc(crc64.xz).update, sock.sendall),
    "read, CRC-32C, send (S3)": lambda sock, path: _blocks(path, _Crc(crc32.iscsi).update, sock.sendall),
    "read, CRC-32C; read, send": lambda sock, path: _digest_first(path, lambda: _blocks(path, sock.sendall)),
    "read, CRC-32C; sendfile": lambda sock, path: _digest_first(path, lambda: _sendfile(sock, path)),
    "read, MD5, send": lambda sock, path: _blocks(path, hashlib.md5(usedforsecurity=False).update, sock.sendall),
}


def _measured(step: Callable[[socket.socket, Path], object], files: list[Path], port: int) -> float:
    """Seconds of processor time a GB."""
    todo = list(files)

    def work() -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as sock:
            while True:
                try:
                    path = todo.pop()
                except IndexError:
                    return
                step(sock, path)

    began = time.process_time()
    threads = [threading.Thread(target=work) for _ in range(_THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return (time.process_time() - began) / (len(files) * _SIZE) * 1e9


def main() -> None:
    """Measure, and print a table."""
    sink = subprocess.Popen([sys.executable, "-c", _SINK], stdout=subprocess.PIPE, text=True)
    try:
        assert sink.stdout is not None
        port = int(sink.stdout.readline())
        with tempfile.TemporaryDirectory(prefix="skybind-bench-") as name:
            files = [Path(name) / str(number) for number in range(_FILES)]
            for path in files:
                path.write_bytes(os.urandom(_SIZE))
            seen: dict[str, list[float]] = {step: [] for step in STEPS}
            for _ in range(_ROUNDS):
                for what, step in STEPS.items():
                    seen[what].append(_measured(step, files, port))
    finally:
        sink.terminate()
        sink.wait()
    figures = {what: statistics.median(rounds) for what, rounds in seen.items()}
    for what, seconds in figures.items():
        print(f"{what:<34}{seconds:>6.2f} s/GB")
    keep("steps", {"steps": {what: str(round(seconds, 2)) for what, seconds in figures.items()}})


if __name__ == "__main__":
    main()
