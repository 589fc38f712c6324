"""From cameras in the air to what they see of the ground, in metres around the middle of the flight.

The ground is taken for flat, at the height of take-off. In hills, footprints and overlap are that much off.
"""

from __future__ import annotations

import math
import statistics
from collections import deque
from collections.abc import Iterator, Sequence

import attrs

from skybind.report.shots import Shot

__all__ = ["ENOUGH", "Coverage", "Gap", "Plane", "Point", "covered", "footprint"]

#: Views of a point that a model needs: two place it, the third tells a wrong match. Our assumption.
ENOUGH = 3

Point = tuple[float, float]

_EQUATOR = 6378137.0  # WGS-84, m
_ECCENTRICITY_SQUARED = 6.69437999014e-3
_FLATTEST = 0.25  # fall per metre of a view; beyond four times its height a photo shows too little to count
_CELLS = 140  # along the longer side
_LEAST = 0.03  # of a footprint; smaller gaps come from the grid and from ragged edges


@attrs.frozen
class Plane:
    """Metres east and north of a place; good to a part in a thousand within 50 km of it.

    Attributes:
        latitude: Of the place, degrees WGS-84.
        longitude: The same.
    """

    latitude: float
    longitude: float

    @classmethod
    def around(cls, places: Sequence[Point]) -> Plane:
        """The plane about the middle of some places (latitude, longitude). A flight may cross 180 degrees."""
        first = places[0][1]
        turned = [(longitude - first + 180.0) % 360.0 - 180.0 for _, longitude in places]
        middle = first + (min(turned) + max(turned)) / 2
        latitudes = [latitude for latitude, _ in places]
        return cls((min(latitudes) + max(latitudes)) / 2, (middle + 180.0) % 360.0 - 180.0)

    def _metres_a_degree(self) -> Point:
        phi = math.radians(self.latitude)
        flat = 1.0 - _ECCENTRICITY_SQUARED * math.sin(phi) ** 2
        north = _EQUATOR * (1.0 - _ECCENTRICITY_SQUARED) / flat**1.5
        east = _EQUATOR / math.sqrt(flat) * max(1e-6, math.cos(phi))
        return math.radians(1.0) * east, math.radians(1.0) * north

    def metres(self, latitude: float, longitude: float) -> Point:
        """East and north of the middle."""
        east, north = self._metres_a_degree()
        turned = (longitude - self.longitude + 180.0) % 360.0 - 180.0
        return turned * east, (latitude - self.latitude) * north

    def place(self, point: Point) -> Point:
        """Latitude and longitude of a point."""
        east, north = self._metres_a_degree()
        return self.latitude + point[1] / north, (self.longitude + point[0] / east + 180.0) % 360.0 - 180.0


def footprint(shot: Shot, at: Point) -> list[Point] | None:
    """The four corners of what a photo sees, in metres; None if its height or its lens is not known.

    A camera of which the pitch is not known is taken to look straight down; of which the yaw is not known, to north.
    """
    if shot.height is None or shot.height <= 0 or shot.tangents is None:
        return None
    yaw, pitch = math.radians(shot.yaw or 0.0), math.radians(-90.0 if shot.pitch is None else shot.pitch)
    view = (math.sin(yaw) * math.cos(pitch), math.cos(yaw) * math.cos(pitch), math.sin(pitch))
    right = (math.cos(yaw), -math.sin(yaw), 0.0)
    up = (right[1] * view[2], -right[0] * view[2], right[0] * view[1] - right[1] * view[0])
    corners = []
    for across, upwards in ((-1, 1), (1, 1), (1, -1), (-1, -1)):
        x, y = across * shot.tangents[0], upwards * shot.tangents[1]
        east, north, rise = (view[i] + x * right[i] + y * up[i] for i in range(3))
        reach = shot.height / max(-rise, _FLATTEST * math.hypot(east, north), 1e-9)
        corners.append((at[0] + east * reach, at[1] + north * reach))
    return corners


@attrs.frozen
class Gap:
    """A place amid well covered ground that too few photos see.

    Attributes:
        middle: Metres.
        area: Square metres.
    """

    middle: Point
    area: float


@attrs.frozen
class Coverage:
    """How many photos see each cell of a grid.

    Attributes:
        west: Left edge, metres.
        south: Lower edge, metres.
        cell: Side of a cell, metres.
        rows: Views by row, from south, and column, from west.
        gaps: The largest first.
    """

    west: float
    south: float
    cell: float
    rows: list[list[int]] = attrs.field(repr=False)
    gaps: list[Gap]

    def area(self, least: int) -> float:
        """Square metres that at least so many photos see."""
        return self.cell**2 * sum(views >= least for row in self.rows for views in row)


def covered(footprints: Sequence[Sequence[Point]]) -> Coverage | None:
    """Count the photos that see each place; None without footprints."""
    if not footprints:
        return None
    easts = [east for corners in footprints for east, _ in corners]
    norths = [north for corners in footprints for _, north in corners]
    west, south = min(easts), min(norths)
    cell = max(max(easts) - west, max(norths) - south, 1e-3) / _CELLS
    columns = int((max(easts) - west) / cell) + 1
    rows = [[0] * (columns + 1) for _ in range(int((max(norths) - south) / cell) + 1)]
    for corners in footprints:
        for row, left, right in _spans([((e - west) / cell, (n - south) / cell) for e, n in corners]):
            if 0 <= row < len(rows):
                rows[row][left] += 1
                rows[row][min(columns, right)] -= 1
    for counts in rows:  # what begins and ends becomes how many there are
        for column in range(1, columns):
            counts[column] += counts[column - 1]
        counts.pop()
    widths = [math.dist(corners[0], corners[1]) for corners in footprints]
    reach = max(1, round(statistics.median(widths) / cell))
    least = _LEAST * statistics.median(_area(corners) for corners in footprints)
    gaps = [
        Gap(
            (
                west + cell * statistics.fmean(column + 0.5 for _, column in cells),
                south + cell * statistics.fmean(row + 0.5 for row, _ in cells),
            ),
            len(cells) * cell**2,
        )
        for cells in _gaps(rows, reach)
        if len(cells) * cell**2 >= least
    ]
    return Coverage(west, south, cell, rows, sorted(gaps, key=lambda gap: -gap.area))


def _area(corners: Sequence[Point]) -> float:
    turned = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turned)) / 2


def _spans(corners: Sequence[Point]) -> Iterator[tuple[int, int, int]]:
    """Rows of a polygon without dents, with the first column whose middle is inside and the first that is not."""
    lowest, highest = min(y for _, y in corners), max(y for _, y in corners)
    for row in range(max(0, math.ceil(lowest - 0.5)), math.ceil(highest - 0.5)):
        middle = row + 0.5
        crossings = []
        for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
            if (y0 <= middle) != (y1 <= middle):
                crossings.append(x0 + (x1 - x0) * (middle - y0) / (y1 - y0))
        if crossings:
            left, right = math.ceil(min(crossings) - 0.5), math.ceil(max(crossings) - 0.5)
            if right > left:
                yield row, max(0, left), right


def _gaps(rows: list[list[int]], reach: int) -> Iterator[list[tuple[int, int]]]:
    """Cells that too few see, and that widening and narrowing the well seen ground by ``reach`` closes; in groups.

    Edges of a flight are seen by few and are no gaps; a line that was not flown is one, though it opens to an edge.
    """
    wide = len(rows[0]) + 2 * reach
    padding = [[False] * wide for _ in range(reach)]
    side = [False] * reach
    good = [*padding, *([*side, *(views >= ENOUGH for views in row), *side] for row in rows), *padding]
    closed = _narrowed(_widened(good, reach), reach)
    open_cells = {
        (row, column)
        for row in range(len(rows))
        for column in range(len(rows[0]))
        if closed[row + reach][column + reach] and rows[row][column] < ENOUGH
    }
    while open_cells:
        group, waiting = [], deque([open_cells.pop()])
        while waiting:
            row, column = waiting.popleft()
            group.append((row, column))
            for near in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
                if near in open_cells:
                    open_cells.remove(near)
                    waiting.append(near)
        yield group


def _widened(cells: list[list[bool]], reach: int) -> list[list[bool]]:
    return _turned([_smeared(row, reach) for row in _turned([_smeared(row, reach) for row in cells])])


def _narrowed(cells: list[list[bool]], reach: int) -> list[list[bool]]:
    opposite = _widened([[not cell for cell in row] for row in cells], reach)
    return [[not cell for cell in row] for row in opposite]


def _turned(cells: list[list[bool]]) -> list[list[bool]]:
    return [list(column) for column in zip(*cells, strict=True)]


def _smeared(row: list[bool], reach: int) -> list[bool]:
    """Whether there is a set cell within ``reach``."""
    changes = [0] * (len(row) + 1)
    for at, cell in enumerate(row):
        if cell:
            changes[max(0, at - reach)] += 1
            changes[min(len(row), at + reach + 1)] -= 1
    total, found = 0, []
    for change in changes[:-1]:
        total += change
        found.append(total > 0)
    return found
