"""What changes from one service to another, as a table."""

from __future__ import annotations

import attrs

from skybind import Altizure, KooMap, Terra
from skybind.reconstruction import Capabilities, KindLimits, Row, compared, differences

A = Capabilities(
    service="a",
    title="A",
    client="CloudA",
    kinds=(
        KindLimits(name="2d", makes="map", least=10, most=4_000, source="page 1"),
        KindLimits(name="3d", makes="mesh", least=10, source="page 2"),
    ),
    stores=("OSS",),
    unfinished_jobs=2,
    sources={"stores": "page 3", "unfinished_jobs": "page 4"},
)
B = attrs.evolve(
    A,
    client="CloudB",
    kinds=A.kinds[1:],
    upload=False,
    elsewhere={"upload": "In the console."},
    sources={"stores": "page 9", "upload": "page 8"},
)


def row(rows: list[Row], topic: str) -> Row:
    (found,) = [row for row in rows if row.topic == topic]
    return found


def test_the_same_changes_nothing() -> None:
    """A service beside itself has no differences."""
    assert differences(A, A) == []


def test_what_changes() -> None:
    """Only what differs is told, each with both texts and their sources; equal facts of other sources do not count."""
    rows = differences(A, B)
    assert [row.topic for row in rows] == ["client", "kinds", "photos for 2d", "upload"]
    assert row(rows, "client").values == ("skybind.CloudA, skybind.AsyncCloudA", "skybind.CloudB, skybind.AsyncCloudB")
    assert row(rows, "photos for 2d") == Row("photos for 2d", ("10 to 4,000", "–"), ("page 1", ""))
    assert row(rows, "upload") == Row("upload", ("yes", "In the console."), ("", "page 8"))


def test_all_that_is_known() -> None:
    """Any number of services stand side by side; what no document says is told as such, what is not there as a dash."""
    rows = compared(A, B, A)
    assert {len(row.values) for row in rows} == {len(row.sources) for row in rows} == {3}
    assert row(rows, "photos for 3d").values == ("10 or more",) * 3
    assert row(rows, "stores").sources == ("page 3", "page 9", "page 3")
    assert row(rows, "longest name, bytes").values == ("not documented",) * 3
    assert row(rows, "results").values == ("–",) * 3


def test_every_fact_of_the_services_has_a_row() -> None:
    """What capabilities say is in the table: to change any fact of a service changes a row."""
    changed = {
        "client": "Other",
        "kinds": Altizure.capabilities.kinds,
        "regions": {"x": "https://x"},
        "stores": ("X",),
        "photos": frozenset({".x"}),
        "companions": frozenset({".x"}),
        "longest_name": 7,
        "position": KooMap.capabilities.position,
        "upload": False,
        "download": False,
        "archive": True,
        "results": ("X",),
        "unfinished_jobs": 77,
        "credentials": ("X",),
        "elsewhere": {"download": "In the console."},
    }
    untold = {"service", "title", "sources"}
    assert changed.keys() | untold == {field.name for field in attrs.fields(Capabilities)}
    for name, value in changed.items():
        assert differences(Terra.capabilities, attrs.evolve(Terra.capabilities, **{name: value})), name
