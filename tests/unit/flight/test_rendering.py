import hashlib

import numpy as np
import pytest
from attrs import evolve
from PIL import Image

from skybind_emulators.flight import MAVIC_3_ENTERPRISE, FlightPlan, render_flight
from skybind_emulators.flight.jpeg import Encoder

from .conftest import PHOTOS, SEED, SIZE


def digests(files):
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


@pytest.mark.parametrize(
    ("size", "photos"), [(50_000, 2), (200_000, 2), (2_000_000, 1), (10_000_000, 1), (25_000_000, 1)]
)
def test_files_have_the_wanted_size(tmp_path, size, photos):
    """Each file is within 10 % of the size, and a JPEG that decodes to the end."""
    for file in render_flight(tmp_path, photos=photos, size=size, seed=9):
        assert file.stat().st_size == pytest.approx(size, rel=0.10)
        with Image.open(file) as image:
            assert image.format == "JPEG"
            image.draft("RGB", (image.width // 8, image.height // 8))
            image.load()


def test_nothing_follows_the_picture_and_nothing_is_padded(flown):
    """Sizes are made by quantisation: besides the picture a file holds a few kilobytes of metadata."""
    for file in flown.files:
        content = file.read_bytes()
        assert content.endswith(b"\xff\xd9")
        with Image.open(file) as image:
            assert sum(len(segment) for _, segment in image.applist) < 6000


def test_the_same_seed_gives_the_same_bytes(tmp_path, flown):
    """A flight is a function of its arguments."""
    again = render_flight(tmp_path, photos=PHOTOS, size=SIZE, seed=SEED)

    assert [file.name for file in again] == [file.name for file in flown.files]
    assert digests(again) == digests(flown.files)


def test_another_seed_is_another_place(tmp_path, flown):
    """No photo of one seed is a photo of another."""
    other = render_flight(tmp_path, photos=2, size=SIZE, seed=SEED + 1)

    assert not set(digests(other)) & set(digests(flown.files))


def test_photos_of_one_flight_differ(flown):
    """Every file has its own content."""
    assert len(set(digests(flown.files))) == PHOTOS


def test_a_dozen_small_photos_are_quick(flown):
    """12 photos of 200 kB take less than 3 seconds of processor time, the land included."""
    assert len(flown.files) == 12
    assert flown.processor_s < 3


@pytest.mark.parametrize("size", [1_000, 900_000], ids=["too small", "too large"])
def test_a_size_that_pixels_cannot_fill_is_refused(size):
    """When no quantisation comes near the size, encoding raises ValueError instead of padding or spoiling the photo."""
    noise = np.random.default_rng(1).integers(100, 140, (300, 400, 3), dtype=np.uint8)

    with pytest.raises(ValueError, match="400 x 300 pixels cannot be"):
        Encoder().encode(Image.fromarray(noise), exif=b"", xmp=b"", size=size)


def test_a_refused_size_leaves_no_file(tmp_path):
    """A flight that cannot be made to size ends before a file is written."""
    tiny = evolve(MAVIC_3_ENTERPRISE, width_px=132, height_px=99, pixel_pitch_um=132.0)
    with pytest.raises(ValueError, match="cannot be"):
        render_flight(tmp_path, photos=2, size=500_000, plan=FlightPlan(camera=tiny))

    assert list(tmp_path.iterdir()) == []
