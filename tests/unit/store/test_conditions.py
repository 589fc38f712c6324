"""Conditional requests and ranges."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.store.conditions import is_unchanged, range_of, write_condition
from skybind_emulators.store.records import Dialect, StoredObject
from skybind_emulators.store.refusals import Refusal
from skybind_emulators.store.request import Request

STORED = StoredObject("b", "k", 10, "abc", 1, 1_800_000_000.5, Path("x"))
AT = "Fri, 15 Jan 2027 08:00:00 GMT"
BEFORE = "Fri, 15 Jan 2027 07:59:59 GMT"


def request_of(dialect: Dialect = "s3", **headers: str) -> Request:
    return Request("GET", "/b/k", [], {name.replace("_", "-"): value for name, value in headers.items()}, dialect)


@settings(deadline=None, max_examples=200)
@given(size=st.integers(1, 30), first=st.integers(0, 40), last=st.none() | st.integers(0, 40))
def test_s3_ranges_are_those_of_the_standard(size: int, first: int, last: int | None) -> None:
    """A range gives what slicing gives; one that starts behind the end is refused; a backward one is no range."""
    content = bytes(range(size))
    request = request_of(range=f"bytes={first}-{'' if last is None else last}")
    if last is not None and last < first:
        assert range_of(request, size) is None
    elif first >= size:
        with pytest.raises(Refusal, match="InvalidRange"):
            range_of(request, size)
    else:
        found = range_of(request, size)
        assert found is not None
        assert content[found[0] : found[0] + found[1]] == content[first : None if last is None else last + 1]


@settings(deadline=None, max_examples=60)
@given(size=st.integers(1, 30), count=st.integers(1, 40))
def test_suffix_ranges(size: int, count: int) -> None:
    """bytes=-N gives the last N bytes, or all."""
    found = range_of(request_of(range=f"bytes=-{count}"), size)
    assert found == (max(0, size - count), min(count, size))


@pytest.mark.parametrize("header", ["", "bytes", "byte=0-1", "bytes=-", "bytes=a-b", "bytes=0-1,3-4"])
def test_what_is_no_range_is_passed_over(header: str) -> None:
    """A malformed or multiple range gives the whole object."""
    assert range_of(request_of(range=header), 10) is None


@pytest.mark.parametrize("header", ["bytes=-0", "bytes=0-", "bytes=0-0"])
def test_nothing_can_be_taken_of_nothing(header: str) -> None:
    """No byte of an empty object can be had."""
    with pytest.raises(Refusal, match="InvalidRange"):
        range_of(request_of(range=header), 0)


@pytest.mark.parametrize(
    ("header", "plain", "standard"),
    [
        ("bytes=2-4", (2, 3), (2, 3)),
        ("bytes=2-", (2, 8), (2, 8)),
        ("bytes=2-99", None, (2, 8)),
        ("bytes=-99", None, (0, 10)),
        ("bytes=10-", None, "InvalidRange"),
    ],
)
def test_oss_gives_everything_for_a_range_beyond_the_end(
    header: str, plain: tuple[int, int] | None, standard: tuple[int, int] | str
) -> None:
    """OSS answers 200 with the whole object, unless x-oss-range-behavior says standard."""
    assert range_of(request_of("oss", range=header), 10) == plain
    request = request_of("oss", range=header, x_oss_range_behavior="standard")
    if isinstance(standard, str):
        with pytest.raises(Refusal, match=standard):
            range_of(request, 10)
    else:
        assert range_of(request, 10) == standard


@pytest.mark.parametrize(
    ("headers", "outcome"),
    [
        ({}, False),
        ({"if_match": '"abc"'}, False),
        ({"if_match": '"x", "ABC"'}, False),
        ({"if_match": "*"}, False),
        ({"if_match": '"x"'}, "PreconditionFailed"),
        ({"if_none_match": '"abc"'}, True),
        ({"if_none_match": 'W/"abc"'}, True),
        ({"if_none_match": '"x"'}, False),
        ({"if_modified_since": AT}, True),
        ({"if_modified_since": BEFORE}, False),
        ({"if_modified_since": "never"}, False),
        ({"if_unmodified_since": AT}, False),
        ({"if_unmodified_since": BEFORE}, "PreconditionFailed"),
        ({"if_match": '"abc"', "if_unmodified_since": BEFORE}, False),
        ({"if_none_match": '"x"', "if_modified_since": AT}, False),
    ],
)
def test_reads(headers: dict[str, str], outcome: bool | str) -> None:
    """Tags and dates decide in the order of RFC 9110: a tag makes the date of the same kind irrelevant."""
    request = request_of(**headers)
    if isinstance(outcome, str):
        with pytest.raises(Refusal, match=outcome):
            is_unchanged(request, STORED)
    else:
        assert is_unchanged(request, STORED) is outcome


@pytest.mark.parametrize(
    ("dialect", "headers", "existing", "code"),
    [
        ("s3", {}, STORED, None),
        ("s3", {"if_none_match": "*"}, None, None),
        ("s3", {"if_none_match": "*"}, STORED, "PreconditionFailed"),
        ("s3", {"if_none_match": '"abc"'}, None, "NotImplemented"),
        ("s3", {"if_match": '"abc"'}, STORED, None),
        ("s3", {"if_match": '"x"'}, STORED, "PreconditionFailed"),
        ("s3", {"if_match": '"x"'}, None, "NoSuchKey"),
        ("s3", {"x_oss_forbid_overwrite": "true"}, STORED, None),
        ("oss", {"x_oss_forbid_overwrite": "true"}, STORED, "FileAlreadyExists"),
        ("oss", {"x_oss_forbid_overwrite": "true"}, None, None),
        ("oss", {"x_oss_forbid_overwrite": "false"}, STORED, None),
    ],
)
def test_writes(dialect: Dialect, headers: dict[str, str], existing: StoredObject | None, code: str | None) -> None:
    """Each dialect has its own header against overwriting and does not know the other's."""
    condition = write_condition(request_of(dialect, **headers))
    if code is None:
        condition(existing)
    else:
        with pytest.raises(Refusal, match=code):
            condition(existing)
