from math import asinh, pi, radians, tan

import numpy as np
import pytest
from PIL import Image

from skybind_emulators.products.gcj02 import to_gcj02

from .ground_truth import white_middle


def tiles_of(result):
    """(zoom, column, row) of each PNG, by the numbers in its name."""
    found = {}
    for name, path in result.under("map", ".png").items():
        zoom, column, row = name.removesuffix(".png").split("/")
        found[int(zoom), int(column), int(row)] = path
    return found


def web_pixel(latitude, longitude, zoom):
    """Column and row in pixels of the whole web map, by its defining formula."""
    size = 256 * 2**zoom
    return (longitude + 180) / 360 * size, (1 - asinh(tan(radians(latitude))) / pi) / 2 * size


def test_there_are_hundreds_of_small_tiles(made):
    """A 2D result has a few hundred PNG files of 256 pixels a side, no one of them large."""
    tiles = tiles_of(made("2d"))

    assert 200 < len(tiles) < 1000
    for path in tiles.values():
        assert path.stat().st_size < 300_000
        with Image.open(path) as image:
            assert (image.format, image.size) == ("PNG", (256, 256))


def test_zoom_levels_follow_one_another(made):
    """The pyramid starts with one or two tiles, and each tile lies in one of the level above."""
    tiles = tiles_of(made("2d"))
    zooms = sorted({zoom for zoom, _, _ in tiles})

    assert zooms == list(range(zooms[0], zooms[-1] + 1))
    assert sum(zoom == zooms[0] for zoom, _, _ in tiles) <= 2
    for zoom, column, row in tiles:
        if zoom > zooms[0]:
            assert (zoom - 1, column // 2, row // 2) in tiles


@pytest.mark.parametrize("shifted", [False, True], ids=["WGS-84", "GCJ-02"])
def test_targets_are_at_their_place_in_the_tiles(flown, made, elsewhere, shifted):
    """Survey targets appear where the web map formula puts them, on GCJ-02 when `use_gcj02` asks for it."""
    tiles = tiles_of(elsewhere if shifted else made("2d"))
    zoom = max(zoom for zoom, _, _ in tiles)
    found = 0
    for target in flown.scene.landmarks:
        place = flown.survey.frame.to_geodetic(target.east_m, target.north_m)[:2]
        x, y = web_pixel(*(to_gcj02(*place) if shifted else place), zoom)
        path = tiles.get((zoom, int(x // 256), int(y // 256)))
        reach = 26
        if path is None or not (reach < x % 256 < 256 - reach and reach < y % 256 < 256 - reach):
            continue
        with Image.open(path) as image:
            middle = white_middle(np.asarray(image.convert("RGBA")), x % 256, y % 256, reach)
        if middle:
            found += 1
            assert middle == pytest.approx((x % 256, y % 256), abs=4.0)  # one ground sample is about three pixels here
    assert found >= 3


def test_edges_are_transparent(made):
    """Tiles at the edge of the flight are transparent where nothing was seen; tiles within are opaque."""
    covered = []
    for path in tiles_of(made("2d")).values():
        with Image.open(path) as image:
            alpha = np.asarray(image.convert("RGBA"))[..., 3]
        assert set(np.unique(alpha)) <= {0, 255}
        covered.append((alpha > 0).mean())
    assert min(covered) > 0
    assert max(covered) == 1
    assert any(0.1 < share < 0.9 for share in covered)


def test_tiles_join(made):
    """The last row or column of a tile goes on in the next tile: no gap, no step, no stretch."""
    tiles = tiles_of(made("2d"))
    zoom = max(zoom for zoom, _, _ in tiles)

    def pixels(column, row):
        with Image.open(tiles[zoom, column, row]) as image:
            return np.asarray(image.convert("RGBA")).astype(float)

    within, across = [], []
    for _, column, row in [key for key in tiles if key[0] == zoom and (key[1] + key[2]) % 3 == 0]:
        if not {(zoom, column, row + 1), (zoom, column + 1, row)} <= set(tiles):
            continue
        here, below, right = pixels(column, row), pixels(column, row + 1), pixels(column + 1, row)
        if min(tile[..., 3].min() for tile in (here, below, right)) == 255:
            within += [np.abs(here[-1] - here[-2]).mean(), np.abs(here[:, -1] - here[:, -2]).mean()]
            across += [np.abs(here[-1] - below[0]).mean(), np.abs(here[:, -1] - right[:, 0]).mean()]
    assert len(within) > 20
    # Not quite as alike as neighbours within a tile, because each tile has a palette of its own.
    assert np.mean(across) < 1.6 * np.mean(within)
