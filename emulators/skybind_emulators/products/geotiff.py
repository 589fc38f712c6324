"""GeoTIFF files: a picture or heights, with the tags that say where they lie (OGC GeoTIFF 1.1)."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import tifffile

from .grids import Geographic, Grid
from .orthophoto import Orthophoto

NO_HEIGHT = -9999.0
_SOFTWARE = "skybind emulator"
_BLOCK = 256

# TIFF tags and their types.
_MODEL_PIXEL_SCALE, _MODEL_TIEPOINT, _GEO_KEY_DIRECTORY, _GEO_ASCII_PARAMS, _GDAL_NODATA = (
    33550,
    33922,
    34735,
    34737,
    42113,
)
_ASCII, _SHORT, _DOUBLE = 2, 3, 12

_USER_DEFINED = 32767
_METRE, _DEGREE = 9001, 9102


def write_picture(path: Path, picture: Orthophoto, *, columns: slice | None = None, rows: slice | None = None) -> None:
    """Write colours with an alpha band that is 0 where no photo looked; optionally only a part."""
    columns, rows = columns or slice(0, picture.size[0]), rows or slice(0, picture.size[1])
    alpha = np.where(picture.covered[rows, columns], 255, 0).astype(np.uint8)
    pixels = np.dstack((picture.colour[rows, columns], alpha))
    west = picture.west + columns.start * picture.step_x
    north = picture.north - rows.start * picture.step_y
    tags = _geo_tags(picture.grid, west, north, picture.step_x, picture.step_y)
    _write(path, pixels, tags, photometric="rgb", extrasamples=["unassalpha"])


def write_heights(path: Path, picture: Orthophoto, heights: npt.NDArray[np.float32]) -> None:
    """Write metres above the ellipsoid over the extent of a picture, in pixels as coarse as the array is."""
    step_x = picture.step_x * picture.size[0] / heights.shape[1]
    step_y = picture.step_y * picture.size[1] / heights.shape[0]
    tags = _geo_tags(picture.grid, picture.west, picture.north, step_x, step_y)
    tags.append((_GDAL_NODATA, _ASCII, 0, f"{NO_HEIGHT:g}", True))
    _write(path, heights, tags, photometric="minisblack")


def _write(path: Path, pixels: npt.NDArray[Any], tags: list[tuple[Any, ...]], **options: Any) -> None:
    tifffile.imwrite(
        path,
        pixels,
        tile=(_BLOCK, _BLOCK),
        compression="zlib",
        compressionargs={"level": 1},
        software=_SOFTWARE,
        metadata=None,  # no description of tifffile's own
        extratags=tags,
        **options,
    )


def _geo_tags(grid: Grid, west: float, north: float, step_x: float, step_y: float) -> list[tuple[Any, ...]]:
    citation = grid.title + "|"
    # Key, where its value is (0: right here), count, value or offset.
    keys: list[tuple[int, int, int, int]] = []
    if grid.epsg is None:
        keys.append((1024, 0, 1, _USER_DEFINED))  # GTModelTypeGeoKey
    else:
        keys.append((1024, 0, 1, 2 if isinstance(grid, Geographic) else 1))  # geographic, projected
    keys.append((1025, 0, 1, 1))  # GTRasterTypeGeoKey: a pixel is an area
    keys.append((1026, _GEO_ASCII_PARAMS, len(citation), 0))  # GTCitationGeoKey
    if isinstance(grid, Geographic):
        keys += [(2048, 0, 1, grid.epsg), (2054, 0, 1, _DEGREE)]  # GeodeticCRSGeoKey, GeogAngularUnitsGeoKey
    elif grid.epsg is not None:
        keys += [(3072, 0, 1, grid.epsg), (3076, 0, 1, _METRE)]  # ProjectedCRSGeoKey, ProjLinearUnitsGeoKey
    directory = [1, 1, 0, len(keys), *(number for key in keys for number in key)]
    return [
        (_MODEL_PIXEL_SCALE, _DOUBLE, 3, (step_x, step_y, 0.0), True),
        (_MODEL_TIEPOINT, _DOUBLE, 6, (0.0, 0.0, 0.0, west, north, 0.0), True),
        (_GEO_KEY_DIRECTORY, _SHORT, len(directory), directory, True),
        (_GEO_ASCII_PARAMS, _ASCII, 0, citation, True),
    ]
