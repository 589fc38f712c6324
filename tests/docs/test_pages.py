"""Every block of every page runs, against emulators that a reader could start."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import skybind
import skybind_emulators
from harness.command import environment_of
from harness.pages import READ, ROOT, RUN, Page, pages, run_page, skips
from skybind import errors
from skybind.waiting import no_waiting
from skybind_emulators.settings import SERVICES

#: Blocks that say why they do not run. More of them need a reason in a review.
MOST_SKIPPED = 11


@pytest.fixture
def emulators(file: Path) -> Iterator[skybind_emulators.Running]:
    """The services that the page speaks of; jobs finish at once."""
    text = file.read_text(encoding="utf-8").casefold()
    spoken_of = tuple(name for name in SERVICES if name in text) or ("terra",)
    with skybind_emulators.start(skybind_emulators.Settings(services=spoken_of, speed="instant")) as running:
        yield running


@pytest.fixture
def page(emulators: skybind_emulators.Running, flight: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A folder with photos in it, and credentials for the emulators, as a reader has them."""
    for name, value in environment_of(emulators).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.setenv("COLUMNS", "120")
    return Page(tmp_path, dict(os.environ))


@pytest.mark.parametrize("file", pages(), ids=lambda file: str(file.relative_to(ROOT)))
def test_every_block_of_a_page_runs(file: Path, page: Page, emulators: skybind_emulators.Running) -> None:
    """Blocks of a page run one after another, as a reader would type them, and none fails."""
    names = {"emulators": emulators, "served": SERVICES, "skybind_names": skybind.__all__}
    with no_waiting():
        run_page(file, page, names)


@pytest.mark.parametrize("file", pages(), ids=lambda file: str(file.relative_to(ROOT)))
def test_every_block_has_a_language(file: Path) -> None:
    """A block is run (python, sh), read (json, toml) or output (text): none is missed for its language or its shape."""
    text = file.read_text(encoding="utf-8")
    opened = re.findall(r"^ *```(\S*)", text, re.MULTILINE)[::2]
    assert set(opened) <= {*RUN, *READ, "text"}
    outside = re.sub(r"^ *```.*?^ *```$|<!--.*?-->", "", text, flags=re.MULTILINE | re.DOTALL)
    assert not re.search(r"\n\n {4,}(?![-*\d ])\S", outside), "a block by indentation is not run"


def test_few_blocks_do_not_run_and_each_says_why() -> None:
    """A block that does not run has a reason, and there are few of them."""
    found = [(file.name, words) for file in pages() for words in skips(file)]
    assert not [one for one in found if not re.fullmatch(r'next (".{10,}"|if\(.+, reason=".{10,}"\))', one[1])]
    assert len(found) <= MOST_SKIPPED


def test_every_error_is_explained() -> None:
    """Each exception that skybind raises stands on the page about errors."""
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert [name for name in errors.__all__ if f"`{name}`" not in page] == []


def test_a_block_that_fails_is_told_with_its_line(tmp_path: Path) -> None:
    """A failing block fails its page, whatever its language, and the message says which line."""
    page = Page(tmp_path, {"PATH": os.environ["PATH"]})
    for block, error in (
        ("python\nraise RuntimeError('here')", RuntimeError),
        ("sh\nfalse\ntrue", AssertionError),
        ("json\n{", ValueError),
        ("python\ndef test_it():\n    assert 1 == 2", AssertionError),
    ):
        file = ROOT / "docs" / "made-up.md"
        with pytest.raises(error) as caught:
            run_page(file, page, {}, text=f"# Made up\n\n```{block}\n```\n")
        assert "made-up.md" in str(caught.value) + str(caught.traceback[-1].path) or error is ValueError


def test_skipped_blocks_and_set_up(tmp_path: Path) -> None:
    """A skipped block is left out, set-up that readers do not see is run, and only what ran is counted."""
    text = """
<!-- skip: next "because it would fail" -->
```python
raise RuntimeError
```
<!-- invisible-code-block: python
number = 41
-->
```python
assert number + 1 == answer
```
"""
    assert run_page(ROOT / "docs" / "made-up.md", Page(tmp_path, {}), {"answer": 42}, text=text) == 2


def test_what_keeps_running_is_stopped(tmp_path: Path) -> None:
    """A command that serves runs while the page goes on, and ends with it."""
    text = """
<!-- keeps-running: next -->
```sh
python -c 'import os, time; print(os.getpid(), file=open("pid", "w")); print("ready", flush=True); time.sleep(60)'
```
```sh
kill -0 "$(cat pid)"
```
"""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    assert run_page(ROOT / "docs" / "made-up.md", Page(tmp_path, {"PATH": path}), {}, text=text) == 2
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
    assert shutil.which("bash")
