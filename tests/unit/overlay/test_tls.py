"""TLS settings, which clients share."""

from __future__ import annotations

import os
from pathlib import Path

import certifi
import pytest

from skybind import Options
from skybind.wire.terms import tls_context


def test_clients_share_what_is_the_same(tmp_path: Path) -> None:
    """Authorities are read once for all clients that trust the same ones, and never mixed."""
    bundle = tmp_path / "ours.pem"
    bundle.write_bytes(Path(certifi.where()).read_bytes())
    assert tls_context(Options()) is tls_context(Options(read_timeout=7))
    assert tls_context(Options(ca_bundle=bundle)) is tls_context(Options(ca_bundle=bundle))
    assert tls_context(Options(ca_bundle=bundle)) is not tls_context(Options())


def test_a_changed_bundle_is_read_again(tmp_path: Path) -> None:
    """A program that runs for months gets new authorities with its next client."""
    bundle = tmp_path / "ours.pem"
    bundle.write_bytes(Path(certifi.where()).read_bytes())
    before = tls_context(Options(ca_bundle=bundle))
    os.utime(bundle, ns=(1, 1))
    assert tls_context(Options(ca_bundle=bundle)) is not before


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_the_environment_counts(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Authorities that the environment names are taken when they are named, and left when they are not."""
    before = tls_context(Options())
    place = tmp_path / "place"
    place.mkdir() if name.endswith("DIR") else place.write_bytes(Path(certifi.where()).read_bytes())
    with monkeypatch.context() as given:
        given.setenv(name, str(place))
        assert tls_context(Options()) is not before
    assert tls_context(Options()) is before


def test_a_bundle_that_is_missing_is_said_each_time(tmp_path: Path) -> None:
    """It may be there for the next client."""
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            tls_context(Options(ca_bundle=tmp_path / "none.pem"))
