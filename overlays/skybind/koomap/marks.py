"""Ground control points marked in photos: read from a CSV, and brought to a task without doing any of them twice.

Coordinates are text from end to end. A float would turn 37.884999999999998 into 37.885, and the service counts mark
points of a control point by its exact coordinates.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

import attrs

from skybind.errors import Conflict, OutcomeUnknown, UsageError
from skybind.steps import Workflow, ask, first
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import MarkPoint
from skybind_clients.runtime import Pages

__all__ = ["MarkedPoint", "marked", "read_marks"]

_EXISTS = "KMP.00021157"
_MOST_IN_A_PHOTO = 10_000

# Column names as people and programs write them, by our name.
_COLUMNS: Mapping[str, frozenset[str]] = {
    "image_code": frozenset({"image_code", "imagecode", "image", "photo"}),
    "column": frozenset({"column", "pointwidth", "point_width", "pixel_x", "px"}),
    "row": frozenset({"row", "pointheight", "point_height", "pixel_y", "py"}),
    "longitude": frozenset({"longitude", "lon", "lng", "x"}),
    "latitude": frozenset({"latitude", "lat", "y"}),
    "height": frozenset({"height", "altitude", "elevation", "z", "h"}),
    "accuracy": frozenset({"accuracy", "sigma"}),
}


def _decimal_text(value: Decimal | int | str) -> str:
    """The number as it was written."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise UsageError(
            f"{value!r} is a {type(value).__name__}",
            advice='Give coordinates as text or Decimal, for example "37.884999999999998": a float is rounded.',
        )
    text = format(value, "f") if isinstance(value, Decimal) else str(value).strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise UsageError(f"{text!r} is not a number", advice="Write it with a dot, as 37.885.") from None
    if not number.is_finite() or "e" in text.lower():
        raise UsageError(f"{text!r} is not a plain decimal number", advice="Write it with a dot, as 37.885.")
    return text


@attrs.frozen(kw_only=True)
class MarkedPoint:
    """Where a photo shows a control point.

    Attributes:
        image_code: Id of the photo.
        column: Pixels from the left edge of the tile.
        row: Pixels from the upper edge of the tile.
        longitude: Of the control point; the manual allows -10000000 to 10000000, so that projected coordinates fit.
        latitude: The same.
        height: The same; metres is our assumption.
        accuracy: Of the control point, above 0 and below 100; metres is our assumption.

    Raises:
        UsageError: a coordinate that is no number, or a float.
    """

    image_code: str = attrs.field(converter=str)
    column: str = attrs.field(converter=_decimal_text)
    row: str = attrs.field(converter=_decimal_text)
    longitude: str = attrs.field(converter=_decimal_text)
    latitude: str = attrs.field(converter=_decimal_text)
    height: str = attrs.field(converter=_decimal_text)
    accuracy: str = attrs.field(converter=_decimal_text)


def read_marks(file: str | Path) -> list[MarkedPoint]:
    """Mark points from a CSV file in UTF-8, with a line of column names.

    Columns: image_code, column, row, longitude, latitude, height, accuracy; other names are understood (photo,
    pixel_x, lon, z), others are passed over.

    Raises:
        UsageError: the file cannot be read, a column is missing, or a value is wrong; names line and column.
    """
    path = Path(file)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, skipinitialspace=True)
            columns = _columns(path, reader.fieldnames or ())
            points = [_point(path, reader.line_num, row, columns) for row in reader if any(row.values())]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: cannot be read: {error}", advice="Give a CSV file in UTF-8.") from error
    if not points:
        raise UsageError(f"{path}: no points in it", advice=f"Its columns are {', '.join(_COLUMNS)}.")
    return points


def _columns(path: Path, names: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ours, known in _COLUMNS.items():
        matching = [name for name in names if name is not None and name.strip().lower() in known]
        if len(matching) > 1:
            raise UsageError(f"{path}: the columns {' and '.join(matching)} mean the same", advice="Keep one.")
        if matching:
            found[ours] = matching[0]
    missing = [name for name in _COLUMNS if name not in found]
    if missing:
        raise UsageError(
            f"{path}: no column {', '.join(missing)}",
            advice="The first line names the columns; a mark point needs the photo and the pixel too.",
        )
    return found


def _point(path: Path, line: int, row: Mapping[str, str | None], columns: Mapping[str, str]) -> MarkedPoint:
    values = {}
    for ours, name in columns.items():
        text = (row.get(name) or "").strip()
        if not text:
            raise UsageError(f"{path}, line {line}: {name} is empty", advice="Fill it in, or remove the line.")
        try:
            values[ours] = text if ours == "image_code" else _decimal_text(text)
        except UsageError as error:
            raise UsageError(f"{path}, line {line}, {name}: {error.message}", advice=error.advice) from None
    return MarkedPoint(**values)


# ------------------------------------------------------------------------------------------------- to the service


def marked(task: str, points: Iterable[MarkedPoint]) -> Workflow[list[MarkPoint]]:
    """Make sure that a task has these mark points; returns them all.

    Points that a photo shows already are left alone, so that the same list may be sent again after a lost answer.
    """
    by_photo: dict[str, list[MarkedPoint]] = {}
    for point in points:
        by_photo.setdefault(point.image_code, []).append(point)
    present: list[MarkPoint] = []
    for photo, wanted in by_photo.items():
        known = yield from _in_photo(task, photo)
        for point in wanted:
            there = next((mark for mark in known if _same(mark, point)), None)
            if there is None:
                there = yield from _added(task, point)
                known.append(there)
            present.append(there)
    return present


def _in_photo(task: str, photo: str) -> Workflow[list[MarkPoint]]:
    def listed(api: KoomapGroups) -> Pages[MarkPoint]:
        return api.mark_points.list(image_code=photo, task_id=task)

    return (yield from first(listed, _MOST_IN_A_PHOTO))


def _added(task: str, point: MarkedPoint) -> Workflow[MarkPoint]:
    def add(api: KoomapGroups) -> MarkPoint:
        return api.mark_points.add(
            task_id=task,
            image_code=point.image_code,
            point_width=point.column,
            point_height=point.row,
            longitude=point.longitude,
            latitude=point.latitude,
            height=point.height,
            accuracy=point.accuracy,
        )

    try:
        return (yield from ask(add))
    except (OutcomeUnknown, Conflict) as trouble:
        if isinstance(trouble, Conflict) and trouble.code != _EXISTS:
            raise
        for mark in (yield from _in_photo(task, point.image_code)):
            if _same(mark, point):
                return mark
        raise


def _same(mark: MarkPoint, point: MarkedPoint) -> bool:
    pairs = (
        (mark.point_width, point.column),
        (mark.point_height, point.row),
        (mark.longitude, point.longitude),
        (mark.latitude, point.latitude),
        (mark.height, point.height),
    )
    return all(_number(theirs) == Decimal(ours) for theirs, ours in pairs)


def _number(text: object) -> Decimal | None:
    try:
        return Decimal(str(text))
    except InvalidOperation:
        return None
