"""What a reconstruction would cost, from the headers of the photos."""

import struct
from pathlib import Path

import pytest

from skybind import Altizure
from skybind.altizure.dimensions import dimensions_of
from skybind.altizure.estimating import gigapixels_of
from skybind.errors import PhotoError, UsageError
from unit.overlay.altizure.service import Altizure as Play
from unit.overlay.cards import put_on
from unit.overlay.peers import Peer


def jpeg(width: int, height: int, *, frame: int = 0xC0, filler: int = 40) -> bytes:
    """A JPEG up to its frame: an EXIF block that holds a smaller picture, a table, the frame."""
    thumbnail = b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 120, 160)
    exif = b"Exif\0\0" + b"x" * filler + thumbnail
    table = b"\0" * 20
    return (
        b"\xff\xd8"
         b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
        + b"\xff\xff\xc4" + struct.pack(">H", len(table) + 2) + table
        + bytes([0xFF, frame]) + struct.pack(">HBHH", 17, 8, height, width) + b"\x03" * 12
    )  # fmt: skip


def png(width: int, height: int) -> bytes:
    """A PNG's header."""
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"
    )


def tiff(width: int, height: int, order: str = "<", *, short: bool = True) -> bytes:
    """A TIFF's header and directory."""
    kind = 3 if short else 4
    value = lambda number: struct.pack(order + ("HH" if short else "I"), *((number, 0) if short else (number,)))  # noqa: E731
    entries = [
        struct.pack(order + "HHI", tag, kind, 1) + value(n) for tag, n in ((254, 0), (256, width), (257, height))
    ]
    start = b"II*\0" if order == "<" else b"MM\0*"
    return start + struct.pack(order + "I", 8) + struct.pack(order + "H", len(entries)) + b"".join(entries)


@pytest.mark.parametrize(
    "content",
    [jpeg(4000, 3000), jpeg(4000, 3000, frame=0xC2, filler=60_000), png(4000, 3000), tiff(4000, 3000),
     tiff(4000, 3000, ">"), tiff(4000, 3000, short=False)],
)  # fmt: skip
def test_sizes_are_read_from_headers(photos: Path, content: bytes) -> None:
    """Of each format, the size is that of the picture, not of a thumbnail within."""
    assert dimensions_of(put_on(photos, "a.jpg", content)) == (4000, 3000)


@pytest.mark.parametrize(
    "content", [b"\xff\xd8\xff", jpeg(4, 3)[:90], b"GIF89a...", jpeg(0, 3), b"", b"II*\0\x08\0\0\0"]
)
def test_headers_that_say_nothing(photos: Path, content: bytes) -> None:
    """A file whose size cannot be told is named."""
    with pytest.raises(PhotoError, match=r"a\.jpg"):
        dimensions_of(put_on(photos, "a.jpg", content))


def test_gigapixels() -> None:
    """The guide's own example; and small images count as 1920 x 1080."""
    assert gigapixels_of([(4000, 3000)] * 100) == pytest.approx(1.2)
    assert gigapixels_of([(10, 10)]) == pytest.approx(0.0020736)


def test_an_estimate_of_a_folder(photos: Path) -> None:
    """Headers are read, nothing is uploaded; the price is that of the user's plan."""
    for number in range(100):
        put_on(photos, f"{number}.jpg", jpeg(4000, 3000))
    play = Play()
    with Peer(play) as peer, Altizure("k", "t", endpoint=peer.url) as client:
        found = client.estimate(photos)
        assert (found.images, found.balance, found.free_gigapixels) == (100, 5.0, 3.0)
        assert found.gigapixels == pytest.approx(1.2)
        assert found.coins == pytest.approx(2.4)
        assert found.affordable is True
        assert client.estimate(sizes=[(4000, 3000)] * 1000).affordable is False
        with pytest.raises(UsageError):
            client.estimate()
    assert set(play.names()) == {"getMyself"}


def test_a_price_that_is_not_told(photos: Path) -> None:
    """Without a plan, the gigapixels are told and the coins are not."""
    play = Play(overrides={"getMyself": {"my": {"self": {"id": "u1", "membership": None}}}})
    with Peer(play) as peer, Altizure("k", "t", endpoint=peer.url) as client:
        found = client.estimate(sizes=[(4000, 3000)])
    assert (found.coins, found.affordable) == (None, None)
