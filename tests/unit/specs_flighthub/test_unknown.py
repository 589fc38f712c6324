"""What nobody could tell of FlightHub is marked, so that it is not taken for knowledge."""

from typing import Any

import pytest

from generation.document import Document

# The open points, and words by which each is marked somewhere in the spec.
OPEN = {
    "whether this is FlightHub Mapping": "FlightHub Mapping API",
    "keys of the parameter texts": "keys of the four parameter texts",
    "download of the archive": "how zip_file_key becomes a download link",
    "layout of the archive": "layout of the archive",
    "error codes of models": "codes of error_code",
    "error codes of starts": "codes of sub_error_code",
    "lifetime of credentials": "lifetime of the credentials",
    "retention of resources": "how long resources are kept",
    "prices": "prices",
    "concurrency": "how many may run at a time",
    "versions": "What differs beyond the path is UNKNOWN",
    "the project's header": "whether it is needed there is UNKNOWN",
    "which state is final": "whether 9 or 15 is final",
    "on premises": "Whether it has Open Modeling is UNKNOWN",
}


@pytest.mark.parametrize("point", OPEN)
def test_each_open_point_is_marked(spec: Document, point: str) -> None:
    """Each stands in the spec in words."""
    text = "\n".join(" ".join(file.read_text(encoding="utf-8").split()) for file in spec.files)
    assert OPEN[point] in text


def test_assumptions_are_called_so(spec: Document) -> None:
    """A schema whose shape no source has says in its source that it is assumed, inferred or unknown."""
    assumed = ("RunningModels", "RunningModelsAnswer", "MediaReconstructionAnswer", "Moment", "NewMediaModel")
    for name in assumed:
        source = str(spec.components("schemas")[name]["x-source"])
        assert any(word in source for word in ("assumption", "inferred", "UNKNOWN")), name


def test_unknowns_are_lists_of_words(spec: Document) -> None:
    """``x-unknown`` can be printed line by line; every started or finished model has some."""
    marked: dict[str, Any] = {raw.id: raw.operation.get("x-unknown") for raw in spec.operations()}
    for name, points in marked.items():
        assert points is None or (points and all(isinstance(point, str) and point for point in points)), name
    assert marked["startReconstructions"]
    assert marked["getModel"]


def test_nothing_claims_to_be_live(spec: Document) -> None:
    """Nobody has called the service from here."""
    assert {str(raw.operation["x-verified"]) for raw in spec.operations()} == {"emulated"}
