"""An object store in a process of its own, for clients to be measured against: the emulator's, on HTTP or TLS.

    python scripts/bench/store.py FOLDER [--certificate CERT KEY] [--uplink BYTES_A_SECOND DELAY_S CUT_SHARE]

Prints one line of JSON: endpoint, bucket, keys. Ends when its standard input does.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from uplink import Uplink

from skybind_emulators.store import ObjectStore, StoreServer

BUCKET, REGION = "photos", "us-east-1"


@contextmanager
def store(scratch: Path, *more: str) -> Iterator[dict[str, Any]]:
    """The store, for some time; what it held is thrown away."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    process = subprocess.Popen(
        [sys.executable, __file__, str(folder), *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
    finally:
        process.communicate()
        shutil.rmtree(folder)


def certificate(folder: Path) -> tuple[str, str]:
    """A certificate for localhost, and its key."""
    paths = str(folder / "cert.pem"), str(folder / "key.pem")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-keyout", paths[1], "-out", paths[0], "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:TRUE"]
    subprocess.run(command, check=True, capture_output=True)
    return paths


def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--certificate", nargs=2)
    parser.add_argument("--uplink", nargs=3, type=float)
    given = parser.parse_args()
    held = ObjectStore(given.folder, seed=1)
    held.create_bucket(BUCKET, oss_region="cn-hangzhou", s3_region=REGION)
    held.add_static("bench", "bench-secret", [BUCKET])
    with ExitStack() as stack:
        context = None
        if given.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*given.certificate)

        class Served(StoreServer):
            def _serve(self, connected: socket.socket) -> None:
                super()._serve(context.wrap_socket(connected, server_side=True) if context else connected)

        endpoint = stack.enter_context(Served(held, "localhost" if context else "127.0.0.1")).s3_endpoint
        if context:
            endpoint = endpoint.replace("http:", "https:")
        if given.uplink:
            endpoint = stack.enter_context(Uplink(endpoint, *given.uplink)).url
        print(json.dumps({"endpoint": endpoint, "bucket": BUCKET, "region": REGION}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
