"""The spec of KooMap as the generator reads it, and what the documents say."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generation.document import Document, load_document
from unit.specs_koomap import documents

SPECS: Path = documents.ROOT / "specs"


@pytest.fixture(scope="session")
def spec() -> Document:
    """The whole spec, its parts put together."""
    return load_document(SPECS / "koomap")


@pytest.fixture(scope="session")
def specs(spec: Document) -> Mapping[str, Document]:
    """The specs that the manual has examples for."""
    return {"koomap": spec, "iam": load_document(SPECS / "iam")}


@pytest.fixture(scope="session")
def documented() -> dict[str, documents.Operation]:
    """The operations of the manual by operationId."""
    return documents.operations()


@pytest.fixture(scope="session")
def known() -> dict[str, str]:
    """The contradictions by id."""
    return documents.contradictions()
