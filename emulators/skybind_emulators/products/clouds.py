"""Point clouds: the ground seen in the map, and the stations of the camera."""

from collections.abc import Sequence
from math import ceil, sqrt

import numpy as np
import numpy.typing as npt
from attrs import evolve, frozen

from .geodesy import Floats
from .orthophoto import Bytes, Orthophoto
from .placement import PlacedPhoto

UNCLASSIFIED, GROUND, STATION = 1, 2, 64  # ASPRS classes; 64 is the first that users may define
_STATION_COLOUR = (230, 40, 40)
# Points of a plane with no error at all look made up. Our assumption for an RTK block.
_ROUGHNESS_M = 0.02
_MOST_POINTS = 3_000_000  # bounds time and memory when someone asks for a point per millimetre


@frozen
class PointCloud:
    """Points in WGS-84 with ellipsoidal heights in metres."""

    latitude_deg: Floats
    longitude_deg: Floats
    height_m: Floats
    colour: Bytes
    classes: Bytes

    def __len__(self) -> int:
        return len(self.height_m)

    def __add__(self, other: "PointCloud") -> "PointCloud":
        return PointCloud(
            np.concatenate((self.latitude_deg, other.latitude_deg)),
            np.concatenate((self.longitude_deg, other.longitude_deg)),
            np.concatenate((self.height_m, other.height_m)),
            np.concatenate((self.colour, other.colour)),
            np.concatenate((self.classes, other.classes)),
        )

    def raised(self, metres: float) -> "PointCloud":
        """The same points at another height."""
        return evolve(self, height_m=self.height_m + metres)


def ground_cloud(
    picture: Orthophoto,
    ground_height_m: float,
    *,
    seed: int,
    points: int | None = None,
    spacing_m: float | None = None,
    class_: int = UNCLASSIFIED,
) -> PointCloud:
    """Points on a square lattice over the covered part of the map.

    Args:
        picture: gives place and colour.
        ground_height_m: of the plane; each point strays from it by a few centimetres.
        seed: of that straying.
        points: about how many, when no spacing is given.
        spacing_m: distance between points.
        class_: ASPRS class of all points.
    """
    width, height = picture.size
    if spacing_m is None:
        spacing_m = picture.gsd_m * sqrt(max(int(picture.covered.sum()), 1) / max(points or 1, 1))
    stride = max(spacing_m / picture.gsd_m, sqrt(picture.covered.size / _MOST_POINTS))
    columns = np.arange(stride / 2, width, stride)
    rows = np.arange(stride / 2, height, stride)
    across, down = (axis.ravel() for axis in np.meshgrid(columns, rows))
    at = down.astype(np.intp), across.astype(np.intp)
    seen = picture.covered[at]
    latitude, longitude = picture.positions(across[seen], down[seen])
    rng = np.random.default_rng([seed, 11])
    return PointCloud(
        latitude,
        longitude,
        ground_height_m + _ROUGHNESS_M * rng.standard_normal(len(latitude)),
        picture.colour[at][seen],
        np.full(len(latitude), class_, np.uint8),
    )


def station_cloud(photos: Sequence[PlacedPhoto], ground_height_m: float) -> PointCloud:
    """One point per photo, where its camera was."""
    return PointCloud(
        np.array([placed.latitude_deg for placed in photos], float),
        np.array([placed.longitude_deg for placed in photos], float),
        np.array([ground_height_m + placed.above_ground_m for placed in photos], float),
        np.tile(np.array(_STATION_COLOUR, np.uint8), (len(photos), 1)),
        np.full(len(photos), STATION, np.uint8),
    )


def flat_heights(picture: Orthophoto, ground_height_m: float, step_m: float, outside: float) -> npt.NDArray[np.float32]:
    """The ground as a raster over the extent of a picture: one height, `outside` where nothing was seen."""
    stride = max(step_m / picture.gsd_m, 1.0)
    width, height = ceil(picture.size[0] / stride), ceil(picture.size[1] / stride)
    rows = ((np.arange(height) + 0.5) * picture.size[1] / height).astype(np.intp)
    columns = ((np.arange(width) + 0.5) * picture.size[0] / width).astype(np.intp)
    return np.where(picture.covered[np.ix_(rows, columns)], ground_height_m, outside).astype(np.float32)
