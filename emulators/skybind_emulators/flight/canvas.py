"""A drawing surface measured in metres: colour, fine texture, crop rows and shade, each a raster of its own."""

from collections.abc import Sequence
from math import cos, pi, sin

from attrs import frozen
from PIL import Image, ImageDraw

Point = tuple[float, float]
Colour = tuple[int, int, int]


@frozen
class Bounds:
    """A rectangle on the ground, in metres east and north."""

    west_m: float
    south_m: float
    east_m: float
    north_m: float

    @classmethod
    def around(cls, points: Sequence[Point], margin_m: float = 0.0) -> "Bounds":
        """The smallest rectangle that holds the points, widened by a margin."""
        eastings, northings = zip(*points, strict=True)
        return cls(
            min(eastings) - margin_m, min(northings) - margin_m, max(eastings) + margin_m, max(northings) + margin_m
        )

    @property
    def width_m(self) -> float:
        """Extent from west to east."""
        return self.east_m - self.west_m

    @property
    def height_m(self) -> float:
        """Extent from south to north."""
        return self.north_m - self.south_m


class Canvas:
    """Rasters of a piece of ground, north up. Shapes are given in metres east and north."""

    def __init__(self, bounds: Bounds, resolution_m: float) -> None:
        self.bounds = bounds
        self.resolution_m = resolution_m
        self.size = (round(bounds.width_m / resolution_m), round(bounds.height_m / resolution_m))
        self.colour = Image.new("RGB", self.size, (118, 126, 84))
        self.texture = Image.new("L", self.size, 150)
        self.rows = Image.new("L", self.size, 0)
        self.shade = Image.new("L", self.size, 255)
        self._colour = ImageDraw.Draw(self.colour)
        self._texture = ImageDraw.Draw(self.texture)
        self._rows = ImageDraw.Draw(self.rows)
        self._shade = ImageDraw.Draw(self.shade)

    def polygon(self, points: Sequence[Point], colour: Colour, *, texture: int, rows: int = 0) -> None:
        """Cover an area with one material, lit by the sun."""
        pixels = self._pixels(points)
        self._colour.polygon(pixels, fill=colour)
        self._texture.polygon(pixels, fill=texture)
        self._rows.polygon(pixels, fill=rows)
        self._shade.polygon(pixels, fill=255)

    def disc(self, centre: Point, radius_m: float, colour: Colour, *, texture: int) -> None:
        """A round area."""
        self.polygon(circle(centre, radius_m), colour, texture=texture)

    def path(self, points: Sequence[Point], width_m: float, colour: Colour, *, texture: int) -> None:
        """A strip along a broken line, round at its bends."""
        width = max(1, round(width_m / self.resolution_m))
        pixels = self._pixels(points)
        for draw, fill in ((self._colour, colour), (self._texture, texture), (self._rows, 0), (self._shade, 255)):
            draw.line(pixels, fill=fill, width=width, joint="curve")

    def shadow(self, points: Sequence[Point], depth: float) -> None:
        """Take away a share of the light over an area."""
        self._shade.polygon(self._pixels(points), fill=round(255 * (1 - depth)))

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        west, north, scale = self.bounds.west_m, self.bounds.north_m, 1 / self.resolution_m
        return [((east - west) * scale, (north - y) * scale) for east, y in points]


def circle(centre: Point, radius_m: float, start: float = 0.0, end: float = 2 * pi) -> list[Point]:
    """Points along an arc, anticlockwise from east."""
    steps = 20
    return [
        (
            centre[0] + radius_m * cos(start + (end - start) * step / steps),
            centre[1] + radius_m * sin(start + (end - start) * step / steps),
        )
        for step in range(steps + 1)
    ]


def rectangle(centre: Point, length_m: float, width_m: float, angle: float) -> list[Point]:
    """The corners of a rectangle whose length points `angle` radians anticlockwise from east."""
    along, across = (
        (cos(angle) * length_m / 2, sin(angle) * length_m / 2),
        (-sin(angle) * width_m / 2, cos(angle) * width_m / 2),
    )
    return [
        (centre[0] + s * along[0] + t * across[0], centre[1] + s * along[1] + t * across[1])
        for s, t in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


def shifted(points: Sequence[Point], offset: Point) -> list[Point]:
    """The same shape elsewhere."""
    return [(east + offset[0], north + offset[1]) for east, north in points]
