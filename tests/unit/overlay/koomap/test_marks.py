"""Ground control points marked in photos: from a CSV, and to a task once."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from skybind.errors import Conflict, OutcomeUnknown, UsageError
from skybind.koomap.marks import MarkedPoint, marked, read_marks
from skybind_clients.koomap.models import MarkPoint
from unit.overlay.worlds import World

HEADER = "image_code,column,row,longitude,latitude,height,accuracy\n"
ROW = "170001,12.5,40,37.884999999999998,121.5,-3.25,0.01\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        file = tmp_path / "marks.csv"
        file.write_bytes(text.encode())
        return file

    return write


def point(**changes: Any) -> MarkedPoint:
    values: dict[str, Any] = {
        "image_code": "170001",
        "column": "12.5",
        "row": "40",
        "longitude": "37.884999999999998",
        "latitude": "121.5",
        "height": "-3.25",
        "accuracy": "0.01",
    }
    return MarkedPoint(**(values | changes))


def test_decimal_text_is_kept(sheet: Callable[[str], Path]) -> None:
    """Numbers come out of a CSV as they stand in it: no digit is lost, and none is added."""
    assert read_marks(sheet(HEADER + ROW)) == [point()]


@pytest.mark.parametrize(
    "header",
    [
        "Photo, Pixel_X, Pixel_Y, Lon, Lat, Z, Sigma, remark\n",
        "\ufeffimageCode,pointWidth,pointHeight,longitude,latitude,height,accuracy\n",
    ],
)
def test_other_column_names_are_understood(sheet: Callable[[str], Path], header: str) -> None:
    """Columns may have the service's names or those that survey programs write, in any case; others are passed over."""
    row = ROW.replace("\n", ",checked\n") if "remark" in header else ROW
    assert read_marks(sheet(header + row)) == [point()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column image_code"),
        (HEADER, "no points in it"),
        (HEADER.replace("row,", "") + ROW, "no column row"),
        (HEADER.replace("column", "px,column") + ROW, "px and column mean the same"),
        (
            HEADER + ROW.replace("121.5", "121,5", 1).replace("121,5", "east"),
            "line 2, latitude: 'east' is not a number",
        ),
        (HEADER + ROW + ROW.replace("0.01", ""), "line 3: accuracy is empty"),
        (HEADER + ROW.replace("12.5", "1e3"), "line 2, column: '1e3' is not a plain decimal number"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(sheet: Callable[[str], Path], text: str, words: str) -> None:
    """A file that cannot be used is refused with line and column, before anything is sent."""
    with pytest.raises(UsageError) as refused:
        read_marks(sheet(text))
    assert words in refused.value.message


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """A file that is not there is a usage error too."""
    with pytest.raises(UsageError, match="cannot be read"):
        read_marks(tmp_path / "none.csv")


def test_floats_are_refused() -> None:
    """A float has been rounded already; text, whole numbers and Decimal have not."""
    assert point(longitude=Decimal("37.884999999999998"), height=7).longitude == "37.884999999999998"
    with pytest.raises(UsageError, match="float"):
        point(longitude=37.885)
    with pytest.raises(UsageError, match="not a plain"):
        point(latitude="NaN")


class Board:
    """Mark points of one task as the service keeps them; may lose answers.

    Args:
        loses: Answers to additions that are lost after the work was done.
    """

    def __init__(self, loses: int = 0) -> None:
        self.points: list[MarkPoint] = []
        self.loses = loses
        self.added = 0

    def list(self, *, image_code: str, task_id: str) -> list[MarkPoint]:
        return [mark for mark in self.points if (mark.image_code, mark.task_id) == (image_code, task_id)]

    def add(self, **values: str) -> MarkPoint:
        self.added += 1
        mark = MarkPoint(id=str(self.added), **values)
        self.points.append(mark)
        if self.loses:
            self.loses -= 1
            raise OutcomeUnknown("lost", operation="addSpurPoint")
        return mark


class Groups:
    def __init__(self, world: World, board: Any) -> None:
        self.mark_points = board_in(world, board)


def board_in(world: World, board: Any) -> Any:
    class Face:
        add = staticmethod(world.wrap(board.add))

        @staticmethod
        def list(**values: str) -> Any:
            return world.listed(board.list(**values))

    return Face


@pytest.mark.parametrize("loses", [0, 1, 2])
def test_each_point_is_added_once(world: World, loses: int) -> None:
    """Points are added once, also when answers are lost and when the same list comes again."""
    board = Board(loses)
    points = [point(), point(column="13"), point(image_code="170002")]
    for _ in range(2):
        present = world.carry_out(marked("task", points), Groups(world, board), lambda _seconds: None)
        assert [(mark.image_code, mark.point_width) for mark in present] == [
            ("170001", "12.5"), ("170001", "13"), ("170002", "12.5"),
        ]  # fmt: skip
    assert board.added == 3


def test_numbers_are_compared_as_numbers(world: World) -> None:
    """A service that writes 40.0 for 40 has the point all the same."""
    board = Board()
    board.points.append(
        MarkPoint(id="1", task_id="task", image_code="170001", point_width="12.50", point_height="40.0",
                  longitude="37.8849999999999980", latitude="121.50", height="-3.250", accuracy="0.01")
    )  # fmt: skip
    world.carry_out(marked("task", [point()]), Groups(world, board), lambda _seconds: None)
    assert board.added == 0


def test_another_conflict_is_raised(world: World) -> None:
    """Only the conflict that says that the point exists is taken for success."""

    class Refuses(Board):
        def add(self, **values: str) -> MarkPoint:
            raise Conflict("no", service="koomap", status=400, code="KMP.00021173")

    with pytest.raises(Conflict, match="no"):
        world.carry_out(marked("task", [point()]), Groups(world, Refuses()), lambda _seconds: None)
