"""Requests held against documented limits before they leave."""

from typing import Any

import attrs
import pytest

from skybind.errors import UsageError
from skybind.options import Options
from skybind.wire.limits import OperationLimits
from unit.overlay.peers import Peer, says
from unit.overlay.probing import Probe, operation
from unit.overlay.worlds import World

TABLE: dict[str, dict[str, Any]] = {
    "probe": {
        "params": {"type": "object", "properties": {"limit": {"type": "integer", "minimum": 1, "maximum": 100}}},
        "json": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "minLength": 2, "maxLength": 5, "pattern": "^[a-z]*$", "x-means": "letters"},
                "kind": {"type": "string", "enum": ["a", "b"]},
                "ids": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                "height": {"type": "string", "format": "decimal[-10,10]"},
                "accuracy": {"type": "string", "format": "decimal(0,100)"},
                "inner": {"type": "object", "required": ["all"], "properties": {"all": {"type": "boolean"}}},
            },
        },
        "rules": [
            {
                "when": {"properties": {"kind": {"const": "a"}}, "required": ["kind"]},
                "then": {"required": ["ids"]},
                "says": "kind a needs ids",
            }
        ],
    },
    "form": {
        "files": {
            "type": "object",
            "properties": {"limit": {"type": "integer", "maximum": 9}, "code": {"type": "string", "maxLength": 3}},
        }
    },
}
LIMITS = OperationLimits(lambda: TABLE)


def said(request: dict[str, Any], number: str = "probe") -> str:
    """What is wrong with a request; empty if nothing is."""
    known = attrs.evolve(operation(), id=number)
    try:
        LIMITS.check(known, request)
    except UsageError as error:
        return error.message.partition(": ")[2]
    return ""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "name must be given"),
        ({"name": "x"}, "name has 1 character; at least 2 are allowed"),
        ({"name": "abcdef"}, "name has 6 characters; at most 5 are allowed"),
        ({"name": "a b"}, "name is 'a b'; allowed: letters"),
        ({"name": 7}, "name is a int; it must be a JSON string"),
        ({"name": "ab", "kind": "c"}, "kind is 'c'; known values are a, b"),
        ({"name": "ab", "ids": []}, "ids has 0 entries; at least 1 are allowed"),
        ({"name": "ab", "ids": ["x", 3]}, "ids[1] is a int; it must be a JSON string"),
        ({"name": "ab", "height": "10.0000000000000000001"}, "height is '10.0000000000000000001'; it must be at least "
         "-10 and at most 10"),
        ({"name": "ab", "accuracy": "0"}, "accuracy is '0'; it must be above 0 and below 100"),
        ({"name": "ab", "height": "high"}, "height is 'high'; it must be at least -10 and at most 10"),
        ({"name": "ab", "inner": {}}, "all must be given in inner"),
        ({"name": "ab", "kind": "a"}, "kind a needs ids"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(body: dict[str, Any], words: str) -> None:
    """The message names the field, what it is, and what is allowed."""
    assert said({"json": body}) == words


@pytest.mark.parametrize(
    "body",
    [
        {"name": "ab"},
        {"name": "abcde", "kind": "a", "ids": ["1"]},
        {"name": "ab", "height": "-10", "accuracy": "99.999"},
        {"name": "ab", "not_documented": object()},
    ],
)
def test_what_is_allowed_passes(body: dict[str, Any]) -> None:
    """The edges belong to what is allowed, and what the specification does not say is not checked."""
    assert said({"json": body}) == ""


def test_queries_and_forms() -> None:
    """Numbers of a query are numbers; in a form they are text, and counted as what they mean."""
    assert said({"params": {"limit": 0}, "json": {"name": "ab"}}) == "limit is 0; it must be at least 1"
    form = [("limit", (None, b"10", "text/plain")), ("code", (None, b"7", "text/plain"))]
    assert said({"files": form}, "form") == "limit is 10; it must be at most 9"
    assert said({"files": form[1:]}, "form") == ""
    assert said({"files": [("code", (None, b"1234", "text/plain"))]}, "form").startswith("code has 4 characters")


def test_an_operation_without_limits_passes() -> None:
    """What has no limits is not looked at."""
    assert said({"json": {"anything": 1}}, "other") == ""


def test_a_long_value_is_cut_short() -> None:
    """A message shows the beginning of a value, not all of it."""
    assert len(said({"json": {"name": "ab", "kind": "c" * 10_000}})) < 120


def test_nothing_is_sent(world: World) -> None:
    """A request that breaks a limit does not reach the service, unless the caller wants that."""
    with Peer(says(200, b"{}")) as peer:
        transport = world.transport(Probe(peer.url), limits=LIMITS)
        request = {"method": "post", "url": "/probe", "json": {"name": "x"}}
        with pytest.raises(UsageError, match="name has 1 character") as refused:
            world.run(transport(operation("idempotent"), request, dict))
        assert "check_limits=False" in refused.value.advice
        assert peer.requests == []
        loose = transport.with_options(Options(check_limits=False))
        assert world.run(loose(operation("idempotent"), request, dict)) == {}
        assert len(peer.requests) == 1
        world.run(transport.close())
