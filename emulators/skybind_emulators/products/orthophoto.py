"""The map picture: each place is taken from the photo whose camera was nearest above it."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from math import ceil, floor, sqrt
from statistics import median

import numpy as np
import numpy.typing as npt
from attrs import field, frozen
from PIL import Image

from .geodesy import Floats, metres_per_degree
from .grids import Grid
from .photographs import LeftOut
from .placement import PlacedPhoto

Bytes = npt.NDArray[np.uint8]
# Bounds the memory of a job, however many photos it has: 7 bytes per pixel while the mosaic grows.
LARGEST_PIXELS = 9_000_000
_AHEAD = 2


@frozen
class Orthophoto:
    """A picture in a grid, north up. `west` and `north` are the outer edges of the first pixel."""

    grid: Grid
    west: float
    north: float
    step_x: float
    step_y: float
    gsd_m: float
    colour: Bytes = field(repr=False)  # rows, columns, red green blue
    covered: npt.NDArray[np.bool_] = field(repr=False)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self.colour.shape[1], self.colour.shape[0]

    def image(self, *, outside: tuple[int, int, int]) -> Image.Image:
        """The colours as an image, with one colour where nothing was seen."""
        return Image.fromarray(np.where(self.covered[:, :, None], self.colour, np.array(outside, np.uint8)))

    def positions(self, columns: Floats, rows: Floats) -> tuple[Floats, Floats]:
        """Latitude and longitude of places in the picture; (0, 0) is its outer north-west corner."""
        return self.grid.inverse(self.west + columns * self.step_x, self.north - rows * self.step_y)

    def pixel_of(self, latitude_deg: float, longitude_deg: float) -> tuple[float, float]:
        """Column and row of a position."""
        x, y = self.grid.forward(latitude_deg, longitude_deg)
        return float((x - self.west) / self.step_x), float((self.north - y) / self.step_y)


@frozen
class _Lie:
    """How a photo lies in a grid: grid = origin + matrix · (east, north of the photo's own ground frame)."""

    placed: PlacedPhoto
    origin: Floats
    matrix: Floats

    @classmethod
    def of(cls, placed: PlacedPhoto, grid: Grid) -> "_Lie":
        # Straight lines are good enough: over one photo a projection bends by millimetres.
        latitude, longitude, reach_m = placed.latitude_deg, placed.longitude_deg, 50.0
        per_latitude, per_longitude = metres_per_degree(latitude)
        towards = []
        for north, east in ((0.0, reach_m / per_longitude), (reach_m / per_latitude, 0.0)):
            ahead = np.array(grid.forward(latitude + north, longitude + east))
            back = np.array(grid.forward(latitude - north, longitude - east))
            towards.append((ahead - back) / (2 * reach_m))
        return cls(placed, np.array(grid.forward(latitude, longitude)), np.stack(towards, axis=1))

    @property
    def footprint(self) -> Floats:
        """Grid coordinates of the photo's corners."""
        corners: Floats = self.origin + np.array(self.placed.footprint() or [(0.0, 0.0)]) @ self.matrix.T
        return corners

    def ground_from(self, picture: Orthophoto, left: int, top: int) -> Floats:
        """3 x 3 affine map to the photo's ground frame from pixels of a window of the picture."""
        west, north = picture.west + left * picture.step_x, picture.north - top * picture.step_y
        window_to_grid = np.array(((picture.step_x, 0, west), (0, -picture.step_y, north), (0, 0, 1)))
        ground_to_grid = np.array(((*self.matrix[0], self.origin[0]), (*self.matrix[1], self.origin[1]), (0, 0, 1)))
        mapped: Floats = np.linalg.inv(ground_to_grid) @ window_to_grid
        return mapped


def mosaic(photos: Sequence[PlacedPhoto], grid: Grid, *, coarseness: float = 1.0) -> tuple[Orthophoto, list[LeftOut]]:
    """Lay photos into one picture.

    Args:
        photos: at least one.
        grid: of the result.
        coarseness: how many times the ground sample distance of the photos a pixel shall span.

    Returns:
        The picture, and the photos that could not be decoded. Coarser than asked for when it would be too large.
    """
    lies = [_Lie.of(placed, grid) for placed in photos]
    corners = np.concatenate([lie.footprint for lie in lies])
    (west, south), (east, north) = corners.min(axis=0), corners.max(axis=0)
    per_x, per_y = (float(np.linalg.norm(lies[0].matrix[axis])) for axis in (0, 1))  # grid units per metre
    area_m2 = (east - west) / per_x * (north - south) / per_y
    gsd_m = max(median(placed.gsd_m for placed in photos) * coarseness, sqrt(area_m2 / LARGEST_PIXELS))
    step_x, step_y = gsd_m * per_x, gsd_m * per_y
    height, width = max(ceil((north - south) / step_y), 1), max(ceil((east - west) / step_x), 1)
    picture = Orthophoto(
        grid,
        float(west),
        float(north),
        step_x,
        step_y,
        gsd_m,
        np.zeros((height, width, 3), np.uint8),
        np.zeros((height, width), np.bool_),
    )
    nearest = np.full((height, width), np.inf, np.float32)
    left_out = []
    for lie, image in _decoded_ahead(lies, gsd_m):
        if image is None:
            left_out.append(LeftOut(lie.placed.photo.name, "its pixels cannot be decoded"))
        else:
            _lay(lie, image, picture, nearest)
    np.isfinite(nearest, out=picture.covered)
    return picture, left_out


def blank(grid: Grid, seed: int) -> Orthophoto:
    """A made-up grey ground of one hectare around the grid's origin."""
    side, gsd_m = 500, 0.2
    rng = np.random.default_rng([seed, 12])
    grey = np.clip(rng.normal(128, 14, (side, side, 1)), 0, 255).astype(np.uint8)
    edge = side * gsd_m / 2
    return Orthophoto(grid, -edge, edge, gsd_m, gsd_m, gsd_m, grey.repeat(3, axis=2), np.ones((side, side), np.bool_))


def _lay(lie: _Lie, image: Image.Image, picture: Orthophoto, nearest: npt.NDArray[np.float32]) -> None:
    """Put one photo where no other camera was nearer; `nearest` is the square of that distance in metres."""
    columns = (lie.footprint[:, 0] - picture.west) / picture.step_x
    rows = (picture.north - lie.footprint[:, 1]) / picture.step_y
    left, right = max(floor(columns.min()), 0), min(ceil(columns.max()), picture.size[0])
    top, bottom = max(floor(rows.min()), 0), min(ceil(rows.max()), picture.size[1])
    if left >= right or top >= bottom:
        return
    size = right - left, bottom - top
    to_ground = lie.ground_from(picture, left, top)
    coefficients = _pixel_from_window(lie.placed, image.size, to_ground)
    seen = image.transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR)
    inside = Image.new("L", image.size, 255).transform(size, Image.Transform.PERSPECTIVE, coefficients)
    across = (np.arange(size[0], dtype=np.float32) + np.float32(0.5))[None, :]
    down = (np.arange(size[1], dtype=np.float32) + np.float32(0.5))[:, None]
    east, north = (a * across + b * down + c for a, b, c in to_ground[:2].astype(np.float32))
    distance = east * east + north * north
    window = nearest[top:bottom, left:right]
    wins = (np.asarray(inside) > 0) & (distance < window)
    np.copyto(window, distance, where=wins)
    np.copyto(picture.colour[top:bottom, left:right], np.asarray(seen), where=wins[:, :, None])


def _pixel_from_window(placed: PlacedPhoto, size: tuple[int, int], to_ground: Floats) -> tuple[float, ...]:
    """From a window of the picture to pixels of a photo decoded at `size`: eight numbers, as Pillow wants them."""
    shrink = np.diag((size[0] / placed.photo.width_px, size[1] / placed.photo.height_px, 1.0))
    homography = shrink @ placed.ground_to_pixel() @ to_ground
    return tuple(float(value) for value in (homography / homography[2, 2]).ravel()[:8])


def _decoded_ahead(lies: Sequence[_Lie], gsd_m: float) -> Iterator[tuple[_Lie, Image.Image | None]]:
    """Each photo with its pixels, `None` where they are spoiled. Two at a time: Pillow decodes outside the GIL."""
    with ThreadPoolExecutor(_AHEAD) as pool:
        waiting: deque[tuple[_Lie, Future[Image.Image | None]]] = deque()
        for lie in lies:
            if len(waiting) > _AHEAD:  # bounded, so that memory does not grow with the number of photos
                first, future = waiting.popleft()
                yield first, future.result()
            waiting.append((lie, pool.submit(_decoded, lie.placed, gsd_m)))
        for first, future in waiting:
            yield first, future.result()


def _decoded(placed: PlacedPhoto, gsd_m: float) -> Image.Image | None:
    """The photo at about the resolution of the map: JPEG decoders can skip what a smaller picture does not need."""
    shrink = gsd_m / placed.gsd_m
    try:
        with Image.open(placed.photo.path) as image:
            image.draft("RGB", (ceil(image.width / shrink), ceil(image.height / shrink)))
            decoded = image.convert("RGB")
    except (OSError, ValueError, SyntaxError):  # Pillow's words for bytes that break off or make no picture
        return None
    rest = floor(shrink * decoded.width / placed.photo.width_px + 0.01)
    return decoded.reduce(rest) if rest > 1 else decoded
