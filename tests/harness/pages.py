"""Blocks of the documentation's pages as programs: found by Sybil, run one after another as a reader would.

What a page may hold besides what readers see, as comments:

``<!-- skip: next "reason" -->``
    The block below cannot run. ``<!-- skip: next if(condition, reason="...") -->`` looks at the page's names.
``<!-- invisible-code-block: python ... -->``
    Set-up that readers need not see.
``<!-- keeps-running: next -->``
    The command below serves until it is stopped: the page goes on when its first line is out, and stops it at its end.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import SkipTest

import attrs
from sybil import Document, Example, Region
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, SkipParser
from sybil.parsers.markdown.lexers import DirectiveInHTMLCommentLexer

__all__ = ["ROOT", "RUN", "Page", "pages", "run_page", "skips"]

ROOT = Path(__file__).parents[2]

#: Languages whose blocks run; those of `READ` are parsed, and `text` is output.
RUN = frozenset({"python", "sh"})
READ: Mapping[str, Callable[[str], object]] = {"json": json.loads, "toml": tomllib.loads}

_TEST = re.compile(r"^(?:async )?def test_\w+\(", re.MULTILINE)
_SKIP = re.compile(r"<!--+ *skip: *(.*?) *--+>", re.DOTALL)
_SECONDS = 180  # a machine may have much else to do
#: Only the plugin that pages tell of: others that are installed here take longer to load than a page to run.
_PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "skybind.pytest_plugin"]


def pages() -> list[Path]:
    """The README and all that people wrote in docs/."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def skips(page: Path) -> list[str]:
    """What the page says of blocks that do not run."""
    return _SKIP.findall(page.read_text(encoding="utf-8"))


@attrs.define(eq=False)
class Page:
    """A page while it runs.

    Attributes:
        folder: Where its blocks run.
        environment: For its commands; those of a block are passed on to the next.
    """

    folder: Path
    environment: dict[str, str]
    _serving: list[subprocess.Popen[str]] = attrs.field(factory=list)

    def python(self, example: Example) -> None:
        """Run it; a block that defines tests is given to pytest, as a file of its own."""
        if not _TEST.search(example.parsed):
            PythonEvaluator()(example)
            return
        file = self.folder / f"test_line_{example.line}.py"
        file.write_text(example.parsed, encoding="utf-8")
        self._must([*_PYTEST, file.name], example, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")

    def shell(self, example: Example) -> None:
        """Run it with bash; the first command that fails ends it."""
        state = self.folder / ".shell"
        before = f". {state}\n" if state.exists() else ""
        script = f"set -eu -o pipefail\n{before}{example.parsed}\nexport -p > {state}\n"
        self._must(["bash", "-c", script], example)

    def serve(self, example: Example) -> None:
        """Begin it, and come back with the first line that it prints."""
        log = self.folder / "serving.log"
        with log.open("w") as errors:
            served = subprocess.Popen(
                ["bash", "-c", example.parsed],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                cwd=self.folder,
                env=self.environment,
                start_new_session=True,  # a pipeline is stopped as a whole, as Ctrl-C does it
            )
        self._serving.append(served)
        assert served.stdout is not None
        assert served.stdout.readline(), f"{_place(example)}: ended at once: {log.read_text()}"

    def _must(self, command: Sequence[str], example: Example, **more: str) -> None:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
        assert done.returncode == 0, f"{_place(example)}: exit code {done.returncode}\n{done.stdout}{done.stderr}"

    def close(self) -> None:
        """Stop what serves."""
        for served in self._serving:
            os.killpg(served.pid, signal.SIGINT)
            with served:
                served.wait(timeout=10)


def _place(example: Example) -> str:
    return f"{Path(example.path).relative_to(ROOT)}:{example.line}"


def run_page(file: Path, page: Page, names: Mapping[str, Any], *, text: str | None = None) -> int:
    """Run the blocks of a page in their order, and say how many ran. `text` stands for what is in the file."""
    document = _parsed(file, file.read_text(encoding="utf-8") if text is None else text, page)
    document.namespace.update(names)
    ran = 0
    with _place_of(page):
        for example in document.examples():
            try:
                example.evaluate()
            except SkipTest:
                continue
            ran += example.region.evaluator in {page.python, page.shell, page.serve}
    return ran


@contextmanager
def _place_of(page: Page) -> Iterator[None]:
    """Run in the page's folder, and stop what serves."""
    before = Path.cwd()
    os.chdir(page.folder)
    try:
        yield
    finally:
        os.chdir(before)
        page.close()


def _parsed(file: Path, text: str, page: Page) -> Document:
    document = Document(text, str(file))
    readers = [CodeBlockParser(language, _reading(read)) for language, read in READ.items()]
    runners = [CodeBlockParser("python", page.python), CodeBlockParser("sh", page.shell)]
    for parser in (*runners, *readers, _Serving(page), SkipParser()):
        for region in parser(document):
            document.add(region)
    return document


def _reading(read: Callable[[str], object]) -> Callable[[Example], None]:
    def evaluate(example: Example) -> None:
        read(example.parsed)

    return evaluate


class _Serving:
    """``<!-- keeps-running: next -->``."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._lexer = DirectiveInHTMLCommentLexer("keeps-running")

    def __call__(self, document: Document) -> Iterator[Region]:
        for found in self._lexer(document):
            yield Region(found.start, found.end, found, self._install)

    def _install(self, example: Example) -> None:
        def instead(following: Example) -> None:
            following.document.pop_evaluator(instead)
            self._page.serve(following)

        example.document.push_evaluator(instead)
