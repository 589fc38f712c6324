# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""What requests to DJI FlightHub 2 Open Modeling must keep to, as the spec documents it."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def limits() -> Mapping[str, Mapping[str, Any]]:
    """By operationId: a JSON schema for each place of a request (`params`, `headers`, `json`, `files`), and `rules`.

    A rule has `when` and `then`, schemas of the body, and `says`, what it asks for in words. `cases` has schemas of
    the body by the value of the member `by`. `x-strict` in a schema holds keywords that apply only to who asks for them.
    """
    found: Mapping[str, Mapping[str, Any]] = json.loads(Path(__file__).with_name("limits.json").read_bytes())
    return found


__all__ = ("limits",)
