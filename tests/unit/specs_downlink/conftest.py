"""The spec of the open platform's downlink as the generator reads it."""

import pytest

from generation.document import Document, load_document
from unit.specs_downlink.payloads import ROOT


@pytest.fixture(scope="session")
def spec() -> Document:
    """The whole spec, its parts put together."""
    return load_document(ROOT / "specs" / "downlink")
