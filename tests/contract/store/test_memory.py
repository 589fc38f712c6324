"""Memory of the server does not grow with the size of objects."""

import http.client
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.store.raw_http import Raw

SIZE = 300 * 1024 * 1024

SERVER = """
import pathlib, sys
from skybind_emulators.store import ObjectStore, StoreServer
store = ObjectStore(pathlib.Path(sys.argv[1]))
store.create_bucket("photos")
store.add_static("AK", "SK", ["photos"])
with StoreServer(store) as server:
    print(server.port, flush=True)
    while sys.stdin.readline():
        lines = pathlib.Path("/proc/self/status").read_text().splitlines()
        [peak] = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
        print(peak // 1024, flush=True)  # KiB to MiB; ru_maxrss would begin at the peak of the process that forked
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_stays_flat(tmp_path: Path) -> None:
    """Taking in and giving out an object of 300 MB costs the server no more than a few blocks of memory."""
    command = [sys.executable, "-c", SERVER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def peak_mib() -> int:
            process.stdin.write("\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        raw = Raw(int(process.stdout.readline()), "AK", "SK")
        assert raw.request("PUT", "/photos/small", b"x" * 1024 * 1024)[0] == 200
        before = peak_mib()
        transfer(raw)
        grown = peak_mib() - before
        process.stdin.close()
    assert grown < 16


def transfer(raw: Raw) -> None:
    block = bytes(1024 * 1024)

    def blocks() -> Iterator[bytes]:
        for _ in range(SIZE // len(block)):
            yield block

    connection = http.client.HTTPConnection("127.0.0.1", raw.port, timeout=30)
    headers = {**raw.headers("PUT", "/photos/big"), "Content-Length": str(SIZE)}
    connection.request("PUT", "/photos/big", body=blocks(), headers=headers)
    response = connection.getresponse()
    response.read()
    assert response.status == 200
    connection.request("GET", "/photos/big", headers=raw.headers("GET", "/photos/big"))
    response = connection.getresponse()
    received = 0
    into = bytearray(1024 * 1024)
    while count := response.readinto(into):
        received += count
    connection.close()
    assert received == SIZE
