"""What stands where: fields, orchards, a village, roads, a pond, survey targets.

The land has no edge. It is laid out in cells, and each cell and each corner draws its own random numbers from the
seed and its place, so the same seed shows the same land however large a flight is.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, cos, floor, pi, sin

import numpy as np
from attrs import frozen

from .canvas import Bounds, Canvas, Colour, Point, circle, rectangle, shifted

CELL_M = 46.0
CROP_ROW_PATTERNS = 32
# The sun stands in the south-east: shadows fall this many metres east and north per metre of height.
_SHADOW = (-0.55, 0.5)

_CROPS: tuple[Colour, ...] = (
    (96, 124, 58), (122, 138, 66), (150, 146, 82), (168, 150, 98), (128, 104, 74), (84, 112, 62), (140, 152, 80),
)  # fmt: skip
_MEADOWS: tuple[Colour, ...] = ((104, 128, 70), (116, 134, 82), (92, 118, 64))
_ROOFS: tuple[Colour, ...] = ((150, 78, 60), (162, 96, 74), (112, 112, 118), (92, 104, 126), (176, 160, 140))
_CARS: tuple[Colour, ...] = ((214, 214, 214), (60, 62, 70), (160, 42, 40), (52, 84, 142), (186, 186, 178))
_ASPHALT: Colour = (104, 104, 106)
_PAINT: Colour = (214, 214, 206)
_TRACK: Colour = (164, 148, 116)
_WATER: Colour = (54, 82, 88)
_LEAVES: Colour = (58, 84, 42)


@frozen
class Landmark:
    """A survey target painted on the ground: a white disc with two black quarters, seen from the air as a cross."""

    name: str
    east_m: float
    north_m: float
    radius_m: float = 1.4


@frozen
class _Cell:
    column: int
    row: int
    corners: tuple[Point, Point, Point, Point]  # anticlockwise from the south-west

    @property
    def centre(self) -> Point:
        return sum(east for east, _ in self.corners) / 4, sum(north for _, north in self.corners) / 4


class Countryside:
    """The land of one seed."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def paint(self, canvas: Canvas) -> None:
        """Draw all that the canvas holds, from the ground up."""
        cells = list(self._cells(canvas.bounds))
        for cell in cells:
            self._ground(canvas, cell)
        for cell in cells:
            self._ways(canvas, cell)
        for casting in (True, False):  # all shadows first: what stands in the sun is painted over them
            for cell in cells:
                self._things(canvas, cell, casting=casting)
        for landmark in self.landmarks(canvas.bounds):
            _paint_target(canvas, landmark)

    def landmarks(self, bounds: Bounds) -> list[Landmark]:
        """The survey targets within the bounds."""
        found = []
        for cell in self._cells(bounds):
            east, north = cell.corners[0][0] + 6.5, cell.corners[0][1] + 6.5
            inside = bounds.west_m <= east <= bounds.east_m and bounds.south_m <= north <= bounds.north_m
            if (cell.column + cell.row) % 2 == 0 and inside:
                found.append(Landmark(f"T{cell.column:+d}{cell.row:+d}", east, north))
        return found

    def _rng(self, purpose: int, column: int, row: int) -> np.random.Generator:
        offset = 1 << 20  # seeds must not be negative
        return np.random.default_rng([self._seed, purpose, column + offset, row + offset])

    def _cells(self, bounds: Bounds) -> Iterator[_Cell]:
        for row in range(floor(bounds.south_m / CELL_M) - 1, floor(bounds.north_m / CELL_M) + 2):
            for column in range(floor(bounds.west_m / CELL_M) - 1, floor(bounds.east_m / CELL_M) + 2):
                steps = ((0, 0), (1, 0), (1, 1), (0, 1))
                south_west, south_east, north_east, north_west = (self._corner(column + i, row + j) for i, j in steps)
                yield _Cell(column, row, (south_west, south_east, north_east, north_west))

    def _corner(self, column: int, row: int) -> Point:
        de, dn = self._rng(1, column, row).uniform(-6.5, 6.5, 2)
        return column * CELL_M + float(de), row * CELL_M + float(dn)

    def _kind(self, cell: _Cell) -> str:
        kinds = ("field", "meadow", "orchard", "village", "pond")
        return kinds[int(self._rng(2, cell.column, cell.row).choice(5, p=(0.48, 0.13, 0.14, 0.21, 0.04)))]

    def _ground(self, canvas: Canvas, cell: _Cell) -> None:
        rng = self._rng(3, cell.column, cell.row)
        kind = self._kind(cell)
        if kind == "field":
            rows = int(rng.integers(1, CROP_ROW_PATTERNS))
            canvas.polygon(
                cell.corners, _tinted(rng, _pick(rng, _CROPS)), texture=int(rng.integers(90, 200)), rows=rows
            )
            return
        canvas.polygon(cell.corners, _tinted(rng, _pick(rng, _MEADOWS)), texture=190)
        if kind == "pond":
            radius = float(rng.uniform(11, 16))
            wobble = rng.uniform(0.85, 1.15, 21)
            shore = [
                (cell.centre[0] + (e - cell.centre[0]) * w, cell.centre[1] + (n - cell.centre[1]) * w)
                for (e, n), w in zip(circle(cell.centre, radius), wobble, strict=True)
            ]
            canvas.polygon(shore, (126, 116, 88), texture=140)
            canvas.polygon([_between(cell.centre, point, 0.9) for point in shore], _WATER, texture=14)

    def _ways(self, canvas: Canvas, cell: _Cell) -> None:
        south_west, south_east, _, north_west = cell.corners
        for end, is_road in ((north_west, cell.column % 4 == 0), (south_east, cell.row % 4 == 1)):
            if not is_road:
                canvas.path((south_west, end), 1.8, _TRACK, texture=120)
        for end, is_road in ((north_west, cell.column % 4 == 0), (south_east, cell.row % 4 == 1)):
            if is_road:
                canvas.path((south_west, end), 7.4, (140, 134, 118), texture=120)
                canvas.path((south_west, end), 6.2, _ASPHALT, texture=50)
                canvas.disc(south_west, 3.1, _ASPHALT, texture=50)
                for start, stop in pairwise(_between(south_west, end, share) for share in np.arange(0.08, 0.95, 0.04)):
                    canvas.path((start, _between(start, stop, 0.5)), 0.3, _PAINT, texture=10)

    def _things(self, canvas: Canvas, cell: _Cell, *, casting: bool) -> None:
        rng = self._rng(4, cell.column, cell.row)
        kind = self._kind(cell)
        if kind == "village":
            self._houses(canvas, cell, rng, casting=casting)
        elif kind == "orchard":
            for share_e in np.arange(0.14, 0.9, 0.12):
                for share_n in np.arange(0.14, 0.9, 0.12):
                    place = _between(
                        _between(cell.corners[0], cell.corners[1], float(share_e)),
                        _between(cell.corners[3], cell.corners[2], float(share_e)),
                        float(share_n),
                    )
                    _tree(canvas, rng, place, float(rng.uniform(1.2, 1.9)), casting=casting)
        spread = 0.08 if kind == "village" else 0.35  # in a village only between the houses
        for _ in range(int(rng.integers(2, 8))):
            edge = int(rng.integers(4))
            along = _between(cell.corners[edge], cell.corners[edge - 1], 0.5 + float(rng.uniform(-spread, spread)))
            place = _between(along, cell.centre, float(rng.uniform(0.26, 0.42)))
            _tree(canvas, rng, place, float(rng.uniform(1.6, 3.8)), casting=casting)
        if cell.column % 4 == 0:
            for _ in range(int(rng.integers(0, 3))):
                start, end = cell.corners[0], cell.corners[3]
                angle = atan2(end[1] - start[1], end[0] - start[0])
                middle = _between(start, end, float(rng.uniform(0.15, 0.85)))
                side = float(rng.choice((-1.6, 1.6)))
                place = (middle[0] + side * sin(angle), middle[1] - side * cos(angle))
                _car(canvas, rng, place, angle, casting=casting)

    def _houses(self, canvas: Canvas, cell: _Cell, rng: np.random.Generator, *, casting: bool) -> None:
        angle = float(rng.uniform(-0.25, 0.25)) + pi / 2 * int(rng.integers(2))
        for corner in cell.corners:
            place = _between(cell.centre, corner, float(rng.uniform(0.40, 0.5)))
            length, width = float(rng.uniform(9, 14)), float(rng.uniform(7, 9.5))
            height, roof = float(rng.uniform(4, 8)), _tinted(rng, _pick(rng, _ROOFS))
            panels, chimney = rng.random() < 0.35, float(rng.uniform(-0.3, 0.3))
            walls = rectangle(place, length, width, angle)
            if casting:
                _cast(canvas, walls, height)
                continue
            canvas.polygon(rectangle(place, length + 5, width + 5, angle), (158, 154, 144), texture=60)
            _cast(canvas, walls, height)  # again: the yard has covered the shadow
            canvas.polygon(walls, roof, texture=40)
            darker = tuple(round(channel * 0.74) for channel in roof)
            ridge = [_between(walls[0], walls[3], 0.5), _between(walls[1], walls[2], 0.5)]
            canvas.polygon([ridge[0], ridge[1], walls[2], walls[3]], (darker[0], darker[1], darker[2]), texture=40)
            canvas.path(ridge, 0.3, (190, 180, 170), texture=20)
            canvas.polygon(
                rectangle(_between(ridge[0], ridge[1], 0.5 + chimney), 0.9, 0.9, angle), (74, 66, 62), texture=20
            )
            if panels:
                middle = _between(_between(walls[0], walls[1], 0.5), _between(ridge[0], ridge[1], 0.5), 0.5)
                canvas.polygon(rectangle(middle, length * 0.6, width * 0.3, angle), (36, 46, 78), texture=10)
                canvas.path(
                    (_between(middle, walls[0], 0.4), _between(middle, walls[1], 0.4)), 0.15, (130, 140, 160), texture=0
                )


def _cast(canvas: Canvas, walls: Sequence[Point], height_m: float) -> None:
    """The shadow of an upright body: its outline swept away from the sun."""
    far = shifted(walls, (_SHADOW[0] * height_m, _SHADOW[1] * height_m))
    canvas.shadow(far, 0.52)
    for index in range(len(walls)):
        canvas.shadow((walls[index - 1], walls[index], far[index], far[index - 1]), 0.52)


def _tree(canvas: Canvas, rng: np.random.Generator, place: Point, radius: float, *, casting: bool) -> None:
    tone = float(rng.uniform(0.8, 1.25))
    leaves = (round(_LEAVES[0] * tone), round(_LEAVES[1] * tone), round(_LEAVES[2] * tone))
    if casting:
        canvas.shadow(circle((place[0] + _SHADOW[0] * radius * 1.6, place[1] + _SHADOW[1] * radius * 1.6), radius), 0.5)
        return
    canvas.disc(place, radius, leaves, texture=255)
    lit = (leaves[0] + 22, leaves[1] + 24, leaves[2] + 10)
    canvas.disc((place[0] + radius * 0.25, place[1] - radius * 0.22), radius * 0.62, lit, texture=255)


def _car(canvas: Canvas, rng: np.random.Generator, place: Point, angle: float, *, casting: bool) -> None:
    colour = _pick(rng, _CARS)
    if casting:
        canvas.shadow(rectangle((place[0] + _SHADOW[0] * 1.4, place[1] + _SHADOW[1] * 1.4), 4.4, 1.9, angle), 0.5)
        return
    canvas.polygon(rectangle(place, 4.4, 1.85, angle), colour, texture=8)
    canvas.polygon(rectangle(place, 2.0, 1.5, angle), (42, 48, 56), texture=8)
    canvas.polygon(rectangle(place, 1.2, 1.45, angle), colour, texture=8)


def _paint_target(canvas: Canvas, landmark: Landmark) -> None:
    centre = (landmark.east_m, landmark.north_m)
    canvas.disc(centre, landmark.radius_m, (232, 232, 228), texture=0)
    for start in (0.0, pi):
        canvas.polygon(
            [centre, *circle(centre, landmark.radius_m * 0.86, start, start + pi / 2)], (24, 24, 24), texture=0
        )


def _pick(rng: np.random.Generator, colours: tuple[Colour, ...]) -> Colour:
    return colours[int(rng.integers(len(colours)))]


def _tinted(rng: np.random.Generator, colour: Colour) -> Colour:
    light = float(rng.uniform(0.9, 1.1))
    return round(colour[0] * light), round(colour[1] * light), round(colour[2] * light)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
