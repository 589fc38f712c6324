"""Answers are shown whole to programs and readable to people, and their secrets to nobody who did not ask."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skybind.cli.answers import HIDDEN, as_json, as_text, hides, listed, secret_fields, table
from skybind_clients.koomap.models import Workspace
from skybind_clients.terra.models import File, UploadToken

FILE = File.from_dict({"uuid": "u", "name": "a.jpg", "url": "https://store/a?Signature=abcdef", "new_field": "signed"})


def test_secrets_are_hidden_unless_they_are_asked_for() -> None:
    """What a model keeps out of its own text stays out of the answer too, with fields that nobody knows."""
    shown = as_json([FILE])
    assert (shown[0]["url"], shown[0]["new_field"], shown[0]["name"]) == (HIDDEN, HIDDEN, "a.jpg")
    assert hides([FILE])
    assert as_json([FILE], secrets=True)[0]["url"] == "https://store/a?Signature=abcdef"
    assert FILE.url == "https://store/a?Signature=abcdef"
    space = Workspace(workspace_name="survey")
    assert as_json(space) == {"workspace_name": "survey"}
    assert not hides(space)


def test_signed_addresses_are_secrets_wherever_they_stand() -> None:
    """A link with a signature is hidden in any field, in depth; one without is not."""
    space = Workspace(workspace_name="https://store/a.png?X-Amz-Date=1&X-Amz-Signature=abc", creator="https://store/a")
    space["links"] = [{"at": "https://store/b?OSSAccessKeyId=k&Signature=abc"}]
    shown = as_json(space)
    assert (shown["workspace_name"], shown["creator"], shown["links"]) == (HIDDEN, "https://store/a", [{"at": HIDDEN}])
    assert as_json(space, secrets=True)["workspace_name"].endswith("abc")
    assert hides(space)


def test_fields_that_are_secret_are_known_by_name() -> None:
    """Also where they are plain arguments of a call."""
    assert {"secret_access_key", "callback_param"} <= secret_fields("skybind_clients.terra")
    assert "password" in secret_fields("skybind_clients.iam")
    assert "name" not in secret_fields("skybind_clients.terra")
    assert UploadToken.__name__  # the model they stand in


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "done"),
        ([], "nothing"),
        (5, "5"),
        (True, "yes"),
        (["a", "b"], "a\nb"),
        ({"a": 1, "long": [1, 2], "n": None}, "a     1\nlong  [1, 2]\nn"),
    ],
)
def test_anything_can_be_shown(value: Any, text: str) -> None:
    """Nothing, lists, objects and plain values all have their form."""
    assert as_text(value, 80) == text


def test_a_table_shows_the_first_columns_that_fit() -> None:
    """Whole columns are left out at the right; empty ones and objects have none; the first is always there."""
    rows = [{"id": "a" * 32, "empty": None, "box": {"x": 1}, "name": "north", "more": "m" * 40}]
    assert table(rows, 60).split() == ["id", "name", "a" * 32, "north"]
    assert table(rows, 120).split()[:3] == ["id", "name", "more"]
    assert table(rows, 5).split() == ["id", "a" * 32]
    assert table(rows, 80, ("name", "id")).split()[:2] == ["name", "id"]


def test_columns_stand_under_each_other_in_chinese_too() -> None:
    """Characters that are two columns wide count twice, also where a cell is cut."""
    rows = [{"name": "测绘", "state": "ok"}, {"name": "ab", "state": "no"}]
    first, second = table(rows, 80).splitlines()[1:]
    assert (first, second) == ("测绘  ok", "ab    no")
    cut = table([{"name": "测" * 60, "x": 1}], 80).splitlines()[1]
    assert cut.split()[0] == "测" * 23 + "…"


def test_nothing_reaches_the_terminal_that_it_would_obey() -> None:
    """Names come from others: escape sequences and line ends are shown as blanks, and broken text can be written."""
    rows = [{"name": "a\x1b[2Jb\nc\ud800", "x": "1"}]
    line = table(rows, 80).splitlines()[1]
    assert line.split() == ["a", "[2Jb", "c", "1"]
    listed({"name": "a\ud800\x07"}).encode()
    json.dumps(as_json(Workspace(workspace_name="\ud800"))).encode()
