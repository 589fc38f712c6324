"""What users can name is on record; a change of it is seen, and read as a line a name."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

import api_surface

RENEW = "python scripts/api_surface.py --write"


def test_the_record_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    """Names and signatures are those on record; if they shall change, renew it, and write a change note."""
    up_to_date = api_surface.main([]) == 0
    assert up_to_date, f"the API has changed; if it shall, run `{RENEW}`:\n{capsys.readouterr().out}"


def test_every_service_is_on_record() -> None:
    """A service's own package and its generated groups are found without being listed."""
    homes = {
        "skybind.terra",
        "skybind.koomap",
        "skybind.altizure",
        *(f"skybind_clients.{name}.facade" for name in ("terra", "koomap", "altizure", "iam")),
    }
    assert homes <= set(api_surface.public_modules())


BEFORE = """
from __future__ import annotations
from enum import Enum

class Mode(Enum):
    FAST = 1

class Base:
    def __init__(self, size: int) -> None: ...
    def go(self) -> None: ...

class Thing(Base):
    kind = "a"
    @property
    def name(self) -> str: ...
    @classmethod
    def make(cls, *, mode: Mode = Mode.FAST) -> Thing: ...
    async def wait(self, seconds: float = 1.0) -> None: ...
    def _own(self) -> None: ...

def run(thing: Thing, *, hook=lambda: None) -> bool: ...
"""


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> api_surface.Surface:
    """The surface of a module that is made up."""
    return look(monkeypatch, BEFORE)


def look(monkeypatch: pytest.MonkeyPatch, code: str) -> api_surface.Surface:
    module = ModuleType("skybind.made_up")
    exec(compile(dedent(code), "made_up.py", "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return api_surface.surface([module.__name__])


def test_what_is_recorded(seen: api_surface.Surface) -> None:
    """Classes with bases and constructors, what they offer, members of enums, functions; nothing private."""
    assert seen["skybind.made_up"] == {
        "Base": "class",
        "Base()": "(size: int)",
        "Base.go": "def (self) -> None",
        "Mode": "class (Enum)",
        "Mode.FAST": "1",
        "Thing": "class (Base)",
        "Thing.go": "def (self) -> None",
        "Thing.kind": "'a'",
        "Thing.make": "classmethod def (cls, *, mode: Mode = <Mode.FAST: 1>) -> Thing",
        "Thing.name": "property -> str",
        "Thing.wait": "async def (self, seconds: float = 1.0) -> None",
        "run": "def (thing: Thing, *, hook=lambda) -> bool",
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("def go(self) -> None: ...", "", ["- skybind.made_up.Base.go", "- skybind.made_up.Thing.go"]),
        ("seconds: float = 1.0", "n: int", ["-", "+ skybind.made_up.Thing.wait: async def (self, n: int) ->"]),
        ("async def wait", "def wait", ["-", "+ skybind.made_up.Thing.wait: def"]),
        ("-> bool", "-> int", ["-", "+ skybind.made_up.run: def (thing: Thing, *, hook=lambda) -> int"]),
        ("FAST = 1", "FAST = 2", ["- skybind.made_up.Mode.FAST: 1", "+ skybind.made_up.Mode.FAST: 2"]),
        ("size: int", "size: int, more: int = 0", ["-", "+ skybind.made_up.Base(): (size: int, more: int = 0)"]),
        ("(Base):", ":", ["- skybind.made_up.Thing: class (Base)"]),
        ("_own", "own", ["+ skybind.made_up.Thing.own: def (self) -> None"]),
    ],
)  # fmt: skip
def test_a_change_is_seen(
    seen: api_surface.Surface, monkeypatch: pytest.MonkeyPatch, old: str, new: str, said: list[str]
) -> None:
    """What is gone, new or different is said by name, with its line before and after."""
    changed = look(monkeypatch, BEFORE.replace(old, new, 1))
    told = api_surface.difference(api_surface.written(seen), api_surface.written(changed))
    assert [line for line in said if not any(change.startswith(line) for change in told)] == []


def test_a_record_that_is_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command shows the difference and fails; told to write, it renews the record, which is the same every time."""
    record = tmp_path / "surface.json"
    new = api_surface.written(api_surface.surface(api_surface.public_modules()))
    record.write_text(new.replace('"Terra.upload"', '"Terra.send"'))
    assert api_surface.main(["--record", str(record)]) == 1
    assert "- skybind.Terra.send: def" in capsys.readouterr().out
    assert api_surface.main(["--record", str(record), "--write"]) == 0
    assert api_surface.main(["--record", str(record)]) == 0
    assert record.read_text() == new
