"""A headless Chromium that is installed already, and a window that fails its test on an error or a foreign request."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt install chromium)")


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser; skips the test without Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])  # root has no sandbox
        yield found
        found.close()


@contextmanager
def window(browser: Any, *here: str, **choices: Any) -> Iterator[Any]:
    """A window in which nothing may go wrong, and nothing be asked for but ``here`` and what a page holds itself."""
    opened = browser.new_page(**choices)
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("console", lambda said: trouble.append(said.text) if said.type in {"error", "warning"} else None)
    own = (*here, "data:", "blob:")
    opened.on("request", lambda asked: None if asked.url.startswith(own) else trouble.append(asked.url))
    yield opened
    opened.close()
    assert trouble == []
