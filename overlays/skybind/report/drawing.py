"""A flight as SVG: where each photo was taken, what it sees, and how many see each place. North is up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from html import escape

import attrs

from skybind.report.facts import Flight
from skybind.report.ground import Coverage, Point

__all__ = ["CLASSES", "map_of"]

#: Views of a place, the least of each class; the page's style names them ``c0`` and so on.
CLASSES = (1, 3, 5, 9)

_WIDTH = 1000.0
_MARGIN = 24.0
_FOOT = 46.0  # for the scale bar
_OUTLINES = 1000  # footprints that are drawn as lines; more of them are one dark patch
_GAPS = 30  # rings at most


@attrs.frozen
class _Sheet:
    """From metres to units of the drawing."""

    middle: Point
    scale: float
    upwards: float

    @classmethod
    def around(cls, flight: Flight) -> _Sheet:
        points = [*flight.spots.values(), *(corner for corners in flight.footprints.values() for corner in corners)]
        west, east = min(e for e, _ in points), max(e for e, _ in points)
        south, north = min(n for _, n in points), max(n for _, n in points)
        # One spot, or a line of them, still gets a picture of some metres.
        across, upwards = max(east - west, (north - south) / 1.2, 20.0), max(north - south, (east - west) / 4, 10.0)
        return cls(((west + east) / 2, (south + north) / 2), (_WIDTH - 2 * _MARGIN) / across, upwards)

    @property
    def height(self) -> float:
        return self.upwards * self.scale + 2 * _MARGIN + _FOOT

    def __call__(self, point: Point) -> Point:
        return (
            round(_WIDTH / 2 + (point[0] - self.middle[0]) * self.scale, 1),
            round(_MARGIN + (self.upwards / 2 - point[1] + self.middle[1]) * self.scale, 1),
        )


def map_of(flight: Flight, pictures: Mapping[str, str]) -> str:
    """The map, with a dot for each photo that has a place. Dots of those with a picture lead to it.

    Args:
        flight: With at least one place.
        pictures: Anchor in the page by name of the photo.
    """
    sheet = _Sheet.around(flight)
    label = f"Map of {len(flight.spots):,} camera positions"
    parts = [f'<svg id="map" role="img" aria-label="{label}" viewBox="0 0 {_WIDTH:.0f} {sheet.height:.0f}">']
    if flight.coverage is not None:
        parts += _cells(flight.coverage, sheet)
    parts.append(_outlines(flight, sheet))
    parts += _dots(flight, sheet, pictures)
    if flight.coverage is not None:
        parts += _gaps(flight.coverage, sheet)
    parts += [_scale_bar(sheet), _north(sheet), "</svg>"]
    return "".join(parts)


def _cells(coverage: Coverage, sheet: _Sheet) -> Iterator[str]:
    """A path for each class, of runs of cells along a row."""
    side = coverage.cell * sheet.scale
    paths: list[list[str]] = [[] for _ in CLASSES]
    for number, row in enumerate(coverage.rows):
        _, top = sheet((0.0, coverage.south + (number + 1) * coverage.cell))
        kinds = [_class(views) for views in row]
        begin = 0
        for column in range(1, len(kinds) + 1):
            if column < len(kinds) and kinds[column] == kinds[begin]:
                continue
            kind = kinds[begin]
            if kind is not None:
                left, _ = sheet((coverage.west + begin * coverage.cell, 0.0))
                paths[kind].append(f"M{left:g} {top:g}h{(column - begin) * side:.1f}v{side:.1f}H{left:g}z")
            begin = column
    for kind, runs in enumerate(paths):
        if runs:
            yield f'<path class="c{kind}" d="{"".join(runs)}"/>'


def _class(views: int) -> int | None:
    return next((kind for kind in reversed(range(len(CLASSES))) if views >= CLASSES[kind]), None)


def _outlines(flight: Flight, sheet: _Sheet) -> str:
    if len(flight.footprints) > _OUTLINES:
        return ""
    lines = [
        "M" + "L".join(f"{x:g} {y:g}" for x, y in map(sheet, corners)) + "z" for corners in flight.footprints.values()
    ]
    return f'<path class="outline" d="{"".join(lines)}"/>' if lines else ""


def _dots(flight: Flight, sheet: _Sheet, pictures: Mapping[str, str]) -> Iterator[str]:
    radius = 5.0 if len(flight.spots) <= 200 else 3.5 if len(flight.spots) <= 1000 else 2.0
    for name, spot in flight.spots.items():
        x, y = sheet(spot)
        dot = f'<circle class="dot" cx="{x:g}" cy="{y:g}" r="{radius:g}"><title>{escape(name)}</title></circle>'
        yield f'<a href="#{pictures[name]}">{dot}</a>' if name in pictures else dot


def _gaps(coverage: Coverage, sheet: _Sheet) -> Iterator[str]:
    for gap in coverage.gaps[:_GAPS]:
        x, y = sheet(gap.middle)
        radius = max(8.0, math.sqrt(gap.area / math.pi) * sheet.scale)
        title = f"gap of {gap.area:,.0f} m²"
        yield f'<circle class="gap" cx="{x:g}" cy="{y:g}" r="{radius:.1f}"><title>{title}</title></circle>'


def _scale_bar(sheet: _Sheet) -> str:
    metres = _round(200.0 / sheet.scale)
    length, y = metres * sheet.scale, sheet.height - 16
    words = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    bar = f'<path class="ink" d="M{_MARGIN:g} {y - 6:g}v6h{length:.1f}v-6"/>'
    return f'<g id="scale">{bar}<text x="{_MARGIN + length + 8:.1f}" y="{y:g}">{words}</text></g>'


def _round(metres: float) -> float:
    """The largest of 1, 2, 5, 10, ... that is not longer."""
    power = 10.0 ** math.floor(math.log10(metres))
    return next(step * power for step in (5, 2, 1) if step * power <= metres * 1.0001)


def _north(sheet: _Sheet) -> str:
    x, y = _WIDTH - _MARGIN - 9, sheet.height - _FOOT + 4
    arrow = f'<path class="arrow" d="M{x:g} {y:g}l9 26l-9 -6l-9 6z"/>'
    return f'<g id="north">{arrow}<text x="{x - 30:g}" y="{y + 24:g}">N</text></g>'
