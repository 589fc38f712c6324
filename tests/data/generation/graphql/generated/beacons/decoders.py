# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import Page, decoder, graphql_data, reach, relay_page

if TYPE_CHECKING:
    from .models.enums import LampState
    from .models.fragments import Crew, Lamp, Place


@decoder
def get_crew(payload: Any) -> Crew | None:
    from .models.get_crew import GetCrew

    answer = GetCrew.from_dict(graphql_data(payload))
    value: Crew | None = reach(answer, "lamp")
    return value


@decoder
def get_lamp(payload: Any) -> Lamp | None:
    from .models.get_lamp import GetLamp

    answer = GetLamp.from_dict(graphql_data(payload))
    value: Lamp | None = reach(answer, "lamp")
    return value


@decoder
def light_lamp(payload: Any) -> Lamp | None:
    from .models.light_lamp import LightLamp

    answer = LightLamp.from_dict(graphql_data(payload))
    value: Lamp | None = reach(answer, "light")
    return value


@decoder
def list_lamps(payload: Any) -> Page[Lamp]:
    from .models.list_lamps import ListLamps

    answer = ListLamps.from_dict(graphql_data(payload))
    value: Page[Lamp] = relay_page(reach(answer, "lamps"), answer)
    return value


@decoder
def get_place_of_lamp(payload: Any) -> Place | None:
    from .models.get_place_of_lamp import GetPlaceOfLamp

    answer = GetPlaceOfLamp.from_dict(graphql_data(payload))
    value: Place | None = reach(answer, "lamp", "place")
    return value


@decoder
def get_lamp_state(payload: Any) -> LampState | None:
    from .models.get_lamp_state import GetLampState

    answer = GetLampState.from_dict(graphql_data(payload))
    value: LampState | None = reach(answer, "lamp", "state")
    return value
