"""Pages, by the rules of the service's pagination library."""

import base64
import json
from typing import Any

import pytest
from graphql import GraphQLError

from skybind_emulators.altizure.relay import connection, cursor_of, identity_of

IDS = ["a", "b", "c", "d", "e"]


def page(ids: list[str] | None = None, **arguments: Any) -> tuple[str, bool, bool]:
    """The ids on a page as one text, and both flags."""
    found = connection(IDS if ids is None else ids, arguments, identify=str)
    flags = found["pageInfo"]
    return "".join(edge["node"] for edge in found["edges"]), flags["hasNextPage"], flags["hasPreviousPage"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, ("abcde", False, False)),
        ({"first": None, "last": None, "before": None, "after": None}, ("abcde", False, False)),
        ({"first": 2}, ("ab", True, False)),
        ({"first": 5}, ("abcde", False, False)),
        ({"first": 0}, ("", True, False)),
        ({"last": 2}, ("de", False, True)),
        ({"last": 9}, ("abcde", False, False)),
        ({"first": 2, "last": 1}, ("ab", True, False)),
        ({"after": cursor_of("b")}, ("cde", False, False)),
        ({"after": cursor_of("b"), "first": 3}, ("cde", False, False)),
        ({"after": cursor_of("b"), "first": 2}, ("cd", True, False)),
        ({"before": cursor_of("d"), "last": 2}, ("bc", False, True)),
        ({"before": cursor_of("d"), "after": cursor_of("a")}, ("bc", False, False)),
        ({"before": "", "after": "", "first": 1}, ("a", True, False)),
        ({"after": "no cursor"}, ("abcde", False, False)),
        ({"after": base64.b64encode(b"[]").decode()}, ("abcde", False, False)),
        ({"after": cursor_of("bb")}, ("cde", False, False)),
    ],
)
def test_pages_are_cut_as_the_library_cuts_them(arguments: dict[str, Any], expected: tuple[str, bool, bool]) -> None:
    """Each flag is only worked out for its direction; `last` gives way; an unreadable cursor counts as none."""
    assert page(**arguments) == expected


def test_an_empty_page_has_empty_cursors() -> None:
    """Texts, not nulls."""
    info = connection([], {"first": 3}, identify=str)["pageInfo"]
    assert info == {"hasNextPage": False, "hasPreviousPage": False, "startCursor": "", "endCursor": ""}


def test_the_count_is_that_of_the_whole_list() -> None:
    """Whatever is on the page."""
    assert connection(IDS, {"first": 1, "after": cursor_of("c")}, identify=str)["totalCount"] == 5


@pytest.mark.parametrize("name", ["first", "last"])
def test_negative_numbers_are_refused(name: str) -> None:
    """The message names argument and number."""
    with pytest.raises(GraphQLError, match=rf"^{name}\(-1\) could not be negative$"):
        page(**{name: -1})


def test_walking_gives_every_record_once() -> None:
    """As the official client walks: `after` is the last cursor, while there is a next page."""
    seen, after = "", ""
    for _ in range(10):
        found = connection(IDS, {"first": 2, "after": after, "last": None, "before": ""}, identify=str)
        seen += "".join(edge["node"] for edge in found["edges"])
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert seen == "abcde"


def test_a_cursor_is_base64_of_an_object() -> None:
    """With a field and an id."""
    assert set(json.loads(base64.b64decode(cursor_of("x")))) == {"field", "id"}
    assert identity_of(cursor_of("x")) == "x"
