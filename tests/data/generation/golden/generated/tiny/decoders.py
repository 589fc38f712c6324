# Made by `python scripts/generate.py` from specs/tiny/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import Page, decoder, reach

if TYPE_CHECKING:
    from .models.lamp import Lamp


def nothing(payload: Any) -> None:
    """For calls that return nothing; what came is not looked at."""


@decoder
def list_lamps(payload: Any) -> Page[Lamp]:
    from .models.lamp_page import LampPage

    response_200 = LampPage.from_dict(payload)

    items = response_200.lamps
    return Page(
        items=items,
        total=reach(response_200, "total"),
        raw=response_200,
    )


@decoder
def switch_lamp(payload: Any) -> Lamp:
    from .models.lamp import Lamp

    response_200 = Lamp.from_dict(payload)

    return response_200
