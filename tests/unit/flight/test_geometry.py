"""The photos show one and the same ground, each from its own place."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from skybind_emulators.flight.darkroom import _doubled

from .conftest import Flown


@pytest.fixture(scope="module")
def grey(flown: Flown) -> list[np.ndarray]:
    """Brightness, smoothed over the noise of single pixels."""
    images = [Image.open(file).convert("L").filter(ImageFilter.GaussianBlur(1)) for file in flown.files]
    return [np.asarray(image, dtype=np.float32) for image in images]


def sampled(image, columns, rows):
    """Bilinear values at continuous pixel coordinates."""
    columns, rows = columns - 0.5, rows - 0.5
    left, top = np.floor(columns).astype(int), np.floor(rows).astype(int)
    s, t = columns - left, rows - top
    return (
        image[top, left] * (1 - s) * (1 - t)
        + image[top, left + 1] * s * (1 - t)
        + image[top + 1, left] * (1 - s) * t
        + image[top + 1, left + 1] * s * t
    )


def agreement(survey, images, first, second, *, shift=(0.0, 0.0)):
    """Normalised cross-correlation of two photos at the ground points that both see."""
    one, other = survey.view(survey.stations[first]), survey.view(survey.stations[second])
    east, north = np.meshgrid(np.arange(-150, 150, 0.5), np.arange(-150, 150, 0.5))
    at, to = np.array(one.pixel_of(0, 0)), np.array(other.pixel_of(0, 0))
    step_e, step_n = np.array(one.pixel_of(1, 0)) - at, np.array(one.pixel_of(0, 1)) - at
    other_e, other_n = np.array(other.pixel_of(1, 0)) - to, np.array(other.pixel_of(0, 1)) - to
    c1, r1 = (at[i] + step_e[i] * east + step_n[i] * north for i in (0, 1))
    c2, r2 = (to[i] + other_e[i] * east + other_n[i] * north + shift[i] for i in (0, 1))
    margin = 8
    seen = np.ones_like(east, dtype=bool)
    for columns, rows in ((c1, r1), (c2, r2)):
        seen &= (columns > margin) & (columns < survey.width_px - margin)
        seen &= (rows > margin) & (rows < survey.height_px - margin)
    assert seen.sum() > 2000
    return np.corrcoef(sampled(images[first], c1[seen], r1[seen]), sampled(images[second], c2[seen], r2[seen]))[0, 1]


@pytest.mark.parametrize(("first", "second"), [(0, 1), (0, 3), (1, 6), (3, 4)])
def test_overlapping_photos_agree_about_the_ground(flown, grey, first, second):
    """Where two photos see the same ground they look alike, best of all where their geometry says."""
    exact = agreement(flown.survey, grey, first, second)

    assert exact > 0.95
    for shift in ((2, 0), (-2, 0), (0, 2), (0, -2)):
        assert agreement(flown.survey, grey, first, second, shift=shift) < exact - 0.02


def test_survey_targets_show_where_the_camera_model_puts_them(flown):
    """Each target on the ground appears in each photo that sees it, within a pixel of its computed place."""
    survey, reach = flown.survey, 10
    targets = flown.scene.landmarks
    found = 0
    for station, file in zip(survey.stations, flown.files, strict=True):
        view = survey.view(station)
        blue = np.asarray(Image.open(file).getchannel("B"))
        for target in targets:
            if not view.sees(target.east_m, target.north_m, margin_px=reach + 2):
                continue
            column, row = view.pixel_of(target.east_m, target.north_m)
            left, top = int(column) - reach, int(row) - reach
            window = blue[top : top + 2 * reach, left : left + 2 * reach]
            rows, columns = np.nonzero(window > 185)  # the white quarters: nothing that grows is as blue
            assert len(rows) >= 8, f"{target.name} is not to be seen in photo {station.number}"
            assert columns.mean() + 0.5 + left == pytest.approx(column, abs=1.0)
            assert rows.mean() + 0.5 + top == pytest.approx(row, abs=1.0)
            found += 1
    assert found >= 8


def test_large_photos_are_computed_smaller_and_enlarged_without_a_shift():
    """Doubling keeps place and brightness: a linear ramp stays the same ramp, noise keeps its mean."""
    columns, rows = np.meshgrid(np.arange(60), np.arange(50))
    ramp = (20 + 2 * columns + 1.5 * rows).astype(np.uint8)

    doubled = _doubled(ramp).astype(float)

    # The centre of new pixel i lies at (i + 0.5) / 2 in old pixels.
    columns, rows = (np.arange(120) + 0.5) / 2 - 0.5, (np.arange(100) + 0.5) / 2 - 0.5
    expected = 20 + 2 * columns[None, :] + 1.5 * rows[:, None]
    within = (slice(2, -2), slice(2, -2))
    assert doubled.shape == (100, 120)
    assert np.abs(doubled[within] - expected[within]).max() <= 2.0
    noise = np.random.default_rng(1).integers(16, 240, (60, 80), dtype=np.uint8)
    assert _doubled(noise).mean() == pytest.approx(noise.mean(), abs=0.5)
