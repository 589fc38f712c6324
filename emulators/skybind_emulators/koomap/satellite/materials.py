"""What tasks need beside images: control points in csv files, and outlines in vector files."""

from collections.abc import Iterable, Sequence

from attrs import field, frozen

from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.satellite.images import ImageRecord

Point = tuple[float, float, float]

# Fewest points that L3 rectifies with, and how far a scene reaches from its middle: our assumptions.
_FEWEST_POINTS = 4
_REACH_DEG = 1.0
_HEIGHT_RANGE_M = (-500.0, 9_000.0)


@frozen
class Csv:
    """A csv file (生产资料, production material): longitude, latitude in degrees, height in metres.

    Attributes:
        there: False if it was deleted since its id was given out.
    """

    csv_id: str
    points: Sequence[Point] = field(repr=False)
    size: int = 2_000
    there: bool = True


@frozen
class Vector:
    """A vector file. ``there``: False if it was deleted since its id was given out."""

    shape_id: str
    size: int = 40_000
    there: bool = True


class Materials:
    """The csv and vector files of an account. No operation lists them: their ids come from elsewhere."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self.csvs: dict[str, Csv] = {}
        self.vectors: dict[str, Vector] = {}
        for west, south in ((115.9, 39.6), (116.9, 38.6)):
            self.add_csv([(west + x, south + y, 50.0) for x in (0.0, 0.7) for y in (0.0, 0.5)])
        self.add_vector()

    def add_csv(self, points: Iterable[Point], *, there: bool = True) -> Csv:
        """A new csv file, as an import makes it."""
        csv = Csv(self._ids.hex32(), tuple(points), there=there)
        self.csvs[csv.csv_id] = csv
        return csv

    def add_vector(self, *, there: bool = True) -> Vector:
        """A new vector file, as an import makes it."""
        vector = Vector(self._ids.hex32(), there=there)
        self.vectors[vector.shape_id] = vector
        return vector

    def check_csvs(self, csv_ids: Sequence[str], images: Sequence[ImageRecord]) -> None:
        """Let csv files pass for a task.

        Raises:
            Refusal: 00051072 given twice; 00051042 there is none such; 00051045 it is gone; 00054001 too few points;
                00054004 a point is out of range; 00054002 the points have no area; 00054006 they are elsewhere than
                the images.
        """
        if len(set(csv_ids)) != len(csv_ids):
            raise refuse("KMP.00051072")
        for csv_id in csv_ids:
            csv = self.csvs.get(csv_id)
            if csv is None:
                raise refuse("KMP.00051042")
            if not csv.there:
                raise refuse("KMP.00051045")
            _check_points(csv.points, images)

    def check_vector(self, shape_id: str) -> None:
        """Let a vector file pass.

        Raises:
            Refusal: 00051007 there is none such; 00051056 it is gone.
        """
        vector = self.vectors.get(shape_id)
        if vector is None:
            raise refuse("KMP.00051007")
        if not vector.there:
            raise refuse("KMP.00051056")


def _check_points(points: Sequence[Point], images: Sequence[ImageRecord]) -> None:
    if len(points) < _FEWEST_POINTS:
        raise refuse("KMP.00054001")
    lowest, highest = _HEIGHT_RANGE_M
    if not all(abs(x) <= 180 and abs(y) <= 90 and lowest <= z <= highest for x, y, z in points):
        raise refuse("KMP.00054004")
    if _flat(points):
        raise refuse("KMP.00054002")
    middle = (sum(x for x, _, _ in points) / len(points), sum(y for _, y, _ in points) / len(points))
    places = [image.position for image in images if image.position is not None]
    if not any(max(abs(middle[0] - x), abs(middle[1] - y)) <= _REACH_DEG for x, y in places):
        raise refuse("KMP.00054006")


def _flat(points: Sequence[Point]) -> bool:
    """Whether all points lie on one line, so that what they span has no area."""
    (x0, y0, _), *others = points
    away = [(x - x0, y - y0) for x, y, _ in others if (x, y) != (x0, y0)]
    return not away or all(abs(away[0][0] * y - away[0][1] * x) < 1e-12 for x, y in away)
