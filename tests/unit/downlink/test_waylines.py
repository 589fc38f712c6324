"""Wayline files: fingerprint, address, and the way to the platform's storage."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from skybind import Options
from skybind.downlink import wayline_file
from skybind.errors import PermissionDenied, TransferError, UsageError
from unit.downlink.conftest import Client
from unit.downlink.platform import refuses
from unit.overlay.peers import Exchange, Peer, Play, nobody, says
from unit.overlay.worlds import World

URL = "https://storage.example.com/route.kmz?X-Amz-Signature=c4nary"


@pytest.fixture
def kmz(tmp_path: Path) -> Path:
    """A small wayline file."""
    file = tmp_path / "route.kmz"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("wpmz/waylines.wpml", "<kml/>" * 50)
    return file


def test_the_fingerprint_is_that_of_the_file(kmz: Path) -> None:
    """The dock is told the address as it was given, and the MD5 of the bytes."""
    made = wayline_file(kmz, URL)
    assert made.url == URL
    assert made.fingerprint == hashlib.md5(kmz.read_bytes()).hexdigest()


@pytest.mark.parametrize("url", ["route.kmz", "/home/me/route.kmz", "file:///route.kmz", "s3://bucket/key", "https://"])
def test_a_dock_needs_an_address(kmz: Path, url: str) -> None:
    """A path of this machine and addresses that no dock understands are refused."""
    with pytest.raises(UsageError, match="not an address that a dock can download from"):
        wayline_file(kmz, url)


def test_what_is_no_kmz(tmp_path: Path) -> None:
    """A file that is no archive, or is not there, is refused by its name."""
    plain = tmp_path / "route.kml"
    plain.write_text("<kml/>")
    with pytest.raises(UsageError, match=r"route.kml: is no KMZ"):
        wayline_file(plain, URL)
    with pytest.raises(UsageError, match=r"gone.kmz"):
        wayline_file(tmp_path / "gone.kmz", URL)


def one_byte_of(size: int) -> Play:
    """A store that gives ranges."""

    def play(exchange: Exchange) -> None:
        exchange.body()
        assert exchange.headers["range"] == "bytes=0-0"
        exchange.answer(206, b"P", {"Content-Range": f"bytes 0-0/{size}"})

    return play


def test_the_address_is_tried(world: World, client: Client, kmz: Path) -> None:
    """With a range or without, a file of the same size at the address is taken for it; only its size is looked at."""
    size = kmz.stat().st_size
    for play in (one_byte_of(size), says(200, kmz.read_bytes())):
        with Peer(play) as store:
            made = world.run(client(store.url).wayline_file(kmz, f"{store.url}/route.kmz"))
            assert made.url == f"{store.url}/route.kmz"
            assert len(store.requests) == 1


@pytest.mark.parametrize(
    ("play", "words"),
    [
        (one_byte_of(7), "has 7 bytes"),
        (says(200, b"x" * 9), "has 9 bytes"),
        (says(403), "HTTP 403"),
        (says(404), "404"),
    ],
)
def test_another_file_at_the_address(kmz: Path, play: Play, words: str) -> None:
    """A file of another size, or none, is told before the dock is; the address's signature is not shown."""
    with Peer(play) as store:
        with pytest.raises(UsageError, match=words) as refused:
            wayline_file(kmz, f"{store.url}/route.kmz?sig=c4nary", check=True)
        assert "c4nary" not in str(refused.value)


def test_nobody_at_the_address(kmz: Path) -> None:
    """An address that does not answer is told as such."""
    with nobody() as url, pytest.raises(TransferError, match="cannot reach"):
        wayline_file(kmz, f"{url}/route.kmz", check=True, options=Options(connect_timeout=1.0))


def test_an_upload(world: World, client: Client, kmz: Path) -> None:
    """The KMZ goes to a link that the platform signed, with the headers that belong to it; the dock gets another."""
    with Peer(says(200)) as store:
        link = {"url": f"{store.url}/b/k?put=1", "method": "PUT", "headers": {"x-amz-acl": "private"}}
        plays = [says(200, json.dumps(link)), says(200, json.dumps({"url": f"{store.url}/b/k?get=1"}))]
        with Peer(*plays) as peer:
            made = world.run(client(peer.url).upload_wayline(kmz, bucket="b", object_key="k", expires_seconds=600))
        (put,) = store.requests
    assert made.url == f"{store.url}/b/k?get=1"
    assert made.fingerprint == hashlib.md5(kmz.read_bytes()).hexdigest()
    assert (put.method, put.target, put.body) == ("PUT", "/b/k?put=1", kmz.read_bytes())
    assert put.headers["x-amz-acl"] == "private"
    assert put.headers["content-type"] == "application/vnd.google-earth.kmz"
    assert "x-api-signature" not in put.headers
    asked = [json.loads(received.body) for received in peer.requests]
    assert [(body["method"], body["expires_seconds"]) for body in asked] == [("PUT", 600), ("GET", 600)]


def test_an_upload_that_is_refused(world: World, client: Client, kmz: Path) -> None:
    """The platform's refusal to sign, and the store's to take, are told as what they are."""
    with Peer(refuses(403, "OBJECT_POLICY_DENIED")) as peer, pytest.raises(PermissionDenied):
        world.run(client(peer.url).upload_wayline(kmz, bucket="b", object_key="k"))
    with Peer(says(403)) as store, Peer(says(200, json.dumps({"url": f"{store.url}/k?put=c4nary"}))) as peer:
        with pytest.raises(TransferError, match="refuses it with HTTP 403") as refused:
            world.run(client(peer.url).upload_wayline(kmz, bucket="b", object_key="k"))
        assert "c4nary" not in str(refused.value)
