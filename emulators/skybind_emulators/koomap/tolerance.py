"""Forms of a request that the service takes beside the one it documents.

Names are taken literally: a field that is spelt in another way is not read (C-14), but for two that the manual itself
spells in two ways.
"""

from collections.abc import Mapping
from typing import Any

from skybind_emulators.koomap.areas import NAVIGATION, POSITIONING, SATELLITE, WORKSPACES, area_of
from skybind_emulators.spec import Operation, Schema, Specification

# C-27: a number in bodies, a boolean in the query; both are read in both.
BOOLEANS: Mapping[str, bool] = {"true": True, "false": False, "1": True, "0": False}
# C-29: one way in the tables, another in all examples.
_ALIASES = {"is_clip": "isClip", "is_tile": "isTile"}


def tolerated(body: Any, operation: Operation, specification: Specification) -> Any:
    """The body in the form that the specification declares."""
    if not isinstance(body, dict) or operation.body is None:
        return body
    area = area_of(operation)
    if area is WORKSPACES:
        return {
            name: int(value) if name == "star" and isinstance(value, bool) else value for name, value in body.items()
        }
    if area is SATELLITE:
        return _without_nulls(_renamed(body), specification.resolve(operation.body))
    if area is POSITIONING:
        return _with_whole_centre(body)
    return _as_text(body) if area is NAVIGATION else body


def _renamed(body: Mapping[str, Any]) -> dict[str, Any]:
    return {_ALIASES.get(name, name): value for name, value in body.items() if _ALIASES.get(name) not in body}


def _without_nulls(body: Mapping[str, Any], schema: Schema) -> dict[str, Any]:
    """C-36, C-37: null stands for nothing in the examples, where a field may be left out."""
    needed = schema.get("required", ())
    return {name: value for name, value in body.items() if value is not None or name in needed}


def _with_whole_centre(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """C-71: the principal point is documented in whole pixels; one between them is rounded (our assumption)."""
    payload = body.get("payload")
    camera = payload.get("camera") if isinstance(payload, dict) else None
    if not isinstance(payload, dict) or not isinstance(camera, dict):
        return body
    whole = {name: round(camera[name]) for name in ("cx", "cy") if isinstance(camera.get(name), float)}
    return {**body, "payload": {**payload, "camera": {**camera, **whole}}}


def _as_text(value: Any) -> Any:
    """C-73: coordinates are texts in the request and numbers in the answer; both are read."""
    if isinstance(value, dict):
        return {name: _as_text(item) for name, item in value.items()}
    return repr(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
