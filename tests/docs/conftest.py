"""The built site, once for all tests of a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from harness.pages import ROOT


@attrs.frozen
class Built:
    """A site.

    Attributes:
        folder: Its pages.
        pages: What they were made of.
        said: What was printed while it was built.
    """

    folder: Path
    pages: Path
    said: str


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as `make docs` builds it, without a way to any network."""
    folder = tmp_path_factory.mktemp("documentation") / "site"
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "docs.py", "--out", folder],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **nowhere, "NO_COLOR": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder, folder.with_name("site-pages"), done.stdout + done.stderr)
