"""A pyramid of web map tiles, 256 pixels a side and 256 colours, from an overview to more than the map's own detail."""

import io
from collections.abc import Callable, Iterator
from math import ceil, cos, floor, log2, radians

import numpy as np
from attrs import frozen
from PIL import Image

from .gcj02 import from_gcj02, to_gcj02
from .grids import mercator_position, mercator_tile
from .orthophoto import Orthophoto

TILE_PX = 256
_EQUATOR_M = 40_075_016.686
# A real map has hundreds of tiles; a small one is drawn deeper, a large one less deep. Our assumption.
_FEWEST, _MOST = 240, 900
_DEEPEST = 24


@frozen
class MapTile:
    """One tile: zoom, column, row counted from the north-west (the XYZ scheme), and its PNG bytes."""

    zoom: int
    column: int
    row: int
    png: bytes


_Extent = tuple[int, int, int, int]


def cut_tiles(picture: Orthophoto, *, gcj02: bool = False) -> Iterator[MapTile]:
    """The tiles that show something, from the overview down; lies on GCJ-02 when asked to."""
    shown_at, lies_at = (to_gcj02, from_gcj02) if gcj02 else (_unshifted, _unshifted)
    colour = Image.fromarray(picture.colour)
    covered = Image.fromarray(np.where(picture.covered, 255, 0).astype(np.uint8))
    levels: dict[int, tuple[Image.Image, Image.Image]] = {1: (colour, covered)}
    latitude, _ = _middle(picture)
    for zoom, extent in _zooms(picture, shown_at):
        pixel_m = _EQUATOR_M * cos(radians(latitude)) / 2**zoom / TILE_PX
        reduction = 1 << max(0, round(log2(pixel_m / picture.gsd_m) - 0.25))
        if reduction not in levels:
            levels[reduction] = (colour.reduce(reduction), covered.reduce(reduction))
        first_column, first_row, last_column, last_row = extent
        for column in range(first_column, last_column + 1):
            for row in range(first_row, last_row + 1):
                coefficients = _tile_to_pixel(picture, zoom, column, row, reduction, lies_at)
                if png := _cut(*levels[reduction], coefficients):
                    yield MapTile(zoom, column, row, png)


def _unshifted(latitude_deg: float, longitude_deg: float) -> tuple[float, float]:
    return latitude_deg, longitude_deg


def _middle(picture: Orthophoto) -> tuple[float, float]:
    latitude, longitude = picture.positions(np.array(picture.size[0] / 2), np.array(picture.size[1] / 2))
    return float(latitude), float(longitude)


def _zooms(picture: Orthophoto, shown_at: Callable[[float, float], tuple[float, float]]) -> list[tuple[int, _Extent]]:
    """Zoom levels with their extents in tiles, coarsest first."""
    width, height = picture.size
    latitudes, longitudes = picture.positions(np.array([0.0, width, width, 0]), np.array([0.0, 0, height, height]))
    corners = [shown_at(float(lat), float(lon)) for lat, lon in zip(latitudes, longitudes, strict=True)]
    native = ceil(log2(_EQUATOR_M * cos(radians(corners[0][0])) / TILE_PX / picture.gsd_m))
    chosen: list[tuple[int, _Extent]] = []
    total = 0
    for zoom in range(1, _DEEPEST + 1):
        places = [mercator_tile(lat, lon, zoom) for lat, lon in corners]
        columns, rows = [floor(x) for x, _ in places], [floor(y) for _, y in places]
        extent = (min(columns), min(rows), max(columns), max(rows))
        count = (extent[2] - extent[0] + 1) * (extent[3] - extent[1] + 1)
        if chosen and (total + count > _MOST or (zoom > native and total >= _FEWEST)):
            break
        if count <= 2:
            chosen, total = [], 0  # still the whole map in one tile or two: the overview starts here
        chosen.append((zoom, extent))
        total += count
    return chosen


def _tile_to_pixel(
    picture: Orthophoto,
    zoom: int,
    column: int,
    row: int,
    reduction: int,
    lies_at: Callable[[float, float], tuple[float, float]],
) -> tuple[float, ...]:
    """The affine map from tile pixels to picture pixels; over one tile nothing bends enough to show."""
    corner, right, below = (
        picture.pixel_of(*lies_at(*mercator_position(column + i, row + j, zoom))) for i, j in ((0, 0), (1, 0), (0, 1))
    )
    scale = 1 / reduction
    return tuple(
        value * scale
        for axis in (0, 1)
        for value in (
            (right[axis] - corner[axis]) / TILE_PX,
            (below[axis] - corner[axis]) / TILE_PX,
            corner[axis],
        )
    )


def _cut(colour: Image.Image, covered: Image.Image, coefficients: tuple[float, ...]) -> bytes | None:
    size = TILE_PX, TILE_PX
    mask = covered.transform(size, Image.Transform.AFFINE, coefficients, Image.Resampling.NEAREST)
    seen = np.asarray(mask) > 127
    if not seen.any():
        return None
    tile = colour.transform(size, Image.Transform.AFFINE, coefficients, Image.Resampling.BILINEAR)
    if not seen.all():
        tile.putalpha(Image.fromarray(np.where(seen, 255, 0).astype(np.uint8)))
    # A palette makes a tile three times smaller and twice as fast to write; an octree keeps transparency.
    tile = tile.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    png = io.BytesIO()
    tile.save(png, "PNG", compress_level=1)
    return png.getvalue()
