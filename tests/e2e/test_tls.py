"""The whole way over TLS: API calls, photos and results."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from harness.emulation import settings_of
from skybind import Options, Schedule, Terra
from skybind.errors import NotSent, UploadIncomplete
from skybind.terra import flights
from skybind.transfers.upload import Plan

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")


class TlsInFront:
    """Ends TLS on loopback and passes everything on, byte for byte."""

    def __init__(self, target: str, certificate: Path, key: Path) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname or "", parts.port or 0)
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(certificate, key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://localhost:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                raw, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(raw,), daemon=True).start()

    def _serve(self, raw: socket.socket) -> None:
        with (
            contextlib.suppress(OSError),
            self._context.wrap_socket(raw, server_side=True) as near,
            socket.create_connection(self._target) as far,
        ):
            back = threading.Thread(target=self._pump, args=(far, near), daemon=True)
            back.start()
            self._pump(near, far)
            back.join()

    @staticmethod
    def _pump(source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while block := source.recv(1 << 16):
                sink.sendall(block)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self._listener.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that no machine trusts by itself."""
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-keyout", str(key), "-out", str(certificate), "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:TRUE"]
    subprocess.run(command, check=True, capture_output=True)
    return certificate, key


@pytest.fixture
def secured(running, certificate) -> Iterator[dict[str, str]]:
    """Settings of a client for running emulators behind TLS."""
    settings = settings_of(running)
    with contextlib.ExitStack() as stack:
        for name in ("base_url", "oss_endpoint", "s3_endpoint"):
            front = TlsInFront(settings[name], *certificate)
            stack.callback(front.close)
            settings[name] = front.url
        yield settings


def test_main_job_over_tls(running, secured, certificate, flight, tmp_path) -> None:
    """With the CA bundle in the options, photos, calls and results go over TLS."""
    options = Options(ca_bundle=certificate[0])
    with Terra(**secured, options=options, schedule=Schedule(first=0.01)) as terra:
        model = terra.reconstruct(terra.upload(flight), "2d").result(60)
        with model.stream("map/result.tif") as blocks:
            assert b"".join(blocks)[:4] in {b"II*\0", b"MM\0*"}
    assert running.store.arrivals["put"] == 12


def test_unknown_certificate_is_refused(running, secured, flight) -> None:
    """A certificate that nobody vouches for ends the call before anything is sent."""
    with Terra(**secured, options=Options(retries=0)) as terra, pytest.raises(NotSent, match=r"(?i)certificate"):
        terra.upload(flight)
    assert running.terra.arrivals("createResource") == 0


def test_unknown_certificate_of_the_store_is_refused(running, secured, flight, monkeypatch) -> None:
    """The same for the store; no byte of a photo is sent."""
    monkeypatch.setattr(flights, "Plan", lambda **given: Plan(**given, attempts=1))
    settings = {**settings_of(running), "oss_endpoint": secured["oss_endpoint"], "s3_endpoint": secured["s3_endpoint"]}
    with Terra(**settings) as terra, pytest.raises(UploadIncomplete, match=r"(?i)certificate"):
        terra.upload(flight)
    assert running.store.arrivals["put"] == 0
