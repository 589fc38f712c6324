"""What no public page tells of the platform is marked, so that it is not taken for knowledge."""

import pytest

from generation.document import Document

# The open points, with the operation that each is marked at and words of the mark.
OPEN = {
    "the text that is signed": ("createCommand", "lines 2 to 8"),
    "timeout 0": ("createCommand", "timeout_seconds 0"),
    "status of a replay": ("createCommand", "HTTP status of a repeated key"),
    "scope of keys": ("createCommand", "whose the idempotency key is"),
    "lengths": ("createCommand", "how long idempotency key and nonce may be"),
    "device ids": ("createCommand", "serial number of DJI"),
    "nested rules": ("createCommand", "nested members"),
    "two models": ("getCommand", "two models of status"),
    "UNMATCHED_RESPONSE": ("getCommand", "what UNMATCHED_RESPONSE means"),
    "device_execution_status": ("getCommand", "device_execution_status"),
    "lists and cancelling": ("getCommand", "listed or cancelled"),
    "signature of callbacks": ("createCallbackEndpoint", "how delivered events are signed"),
    "command.completed": ("createSubscription", "members of command.completed"),
}


@pytest.mark.parametrize("point", OPEN)
def test_each_open_point_is_marked(spec: Document, point: str) -> None:
    """At the operation that it is about."""
    operation, words = OPEN[point]
    marked = {raw.id: raw.operation.get("x-unknown", ()) for raw in spec.operations()}
    assert any(words in text for text in marked[operation])


def test_unknowns_are_lists_of_words(spec: Document) -> None:
    """They can be printed line by line."""
    for raw in spec.operations():
        points = raw.operation.get("x-unknown")
        assert points is None or (points and all(isinstance(point, str) and point for point in points)), raw.id
