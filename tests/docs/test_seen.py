"""The site as a browser shows it. Chromium must be installed already: nothing is downloaded for a test."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt install chromium)")

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 800}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site) -> Iterator[str]:
    """The site, served on loopback."""
    handler = functools.partial(_Quiet, directory=str(site.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])  # root has no sandbox
        yield found
        found.close()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """A window that fails its test on an error, and on a request to elsewhere."""
    window = browser.new_page(viewport=request.param)
    trouble: list[str] = []
    window.on("pageerror", lambda error: trouble.append(str(error)))
    window.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    here = (address, "data:", "blob:")
    window.on("request", lambda asked: None if asked.url.startswith(here) else trouble.append(asked.url))
    yield window
    window.close()
    assert trouble == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("index.html", "Start in five minutes"),
        ("errors.html", "Errors and what to do"),
        ("services/koomap.html", "real3d_tasks.create"),
        ("error-codes/koomap.html", "what to do"),
        ("command.html", "skybind reconstruct"),
    ],
)
def test_pages_are_shown(page, address, path, said) -> None:
    """A page shows what it is about, is not wider than its window, and asks nobody else for anything."""
    page.goto(f"{address}/{path}")
    assert said in page.locator("article").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_an_operation_can_be_linked_to(page, address) -> None:
    """The address of an operation brings its heading into the window."""
    page.goto(f"{address}/services/terra.html#jobs-create")
    heading = page.locator("#jobs-create")
    heading.wait_for()
    assert page.evaluate("location.hash") == "#jobs-create"
    assert 0 <= heading.bounding_box()["y"] < page.viewport_size["height"]


def test_search_finds_an_operation(page, address) -> None:
    """Search works without a server of its own: it finds an operation by its id."""
    page.goto(f"{address}/index.html", wait_until="networkidle")  # the key does nothing before the script is there
    page.keyboard.press("/")
    page.keyboard.type("obtainToken", delay=20)
    page.get_by_text("store.obtain_token").first.wait_for(timeout=10_000)
