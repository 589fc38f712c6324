"""How callers use a generated GraphQL facade. Type-checked, never run; a broken line is a broken promise."""

from typing import assert_type

from beacon_clients.beacons import models
from beacon_clients.beacons.facade import AsyncBeaconsGroups, BeaconsGroups
from beacon_clients.beacons.models import Lamp, LampState, Lighting
from beacon_clients.beacons.operations import OPERATIONS
from beacon_clients.runtime import AsyncPages, Operation, Page, Pages, Raw


def sync(groups: BeaconsGroups) -> None:
    lamp = groups.lamps.get("l-1")
    assert_type(lamp, Lamp | None)
    assert lamp is not None
    assert_type(lamp.state, LampState | None)
    assert_type(lamp.place, models.Place | None)
    assert_type(groups.lamps.light("l-1", password="p", how=Lighting(brightness=3)), Lamp | None)
    assert_type(groups.lamps.list(state=LampState.LIT), Pages[Lamp])
    groups.lamps.list(state="Flickering")  # lists of values are incomplete
    for page in groups.lamps.list(first=10).pages():
        assert_type(page, Page[Lamp])
    assert_type(groups.places.state("l-1"), LampState | None)
    assert_type(groups.lamps.with_raw.get("l-1"), Raw[Lamp | None])
    assert_type(OPERATIONS["getLamp"], Operation)


async def awaited(groups: AsyncBeaconsGroups) -> None:
    assert_type(await groups.lamps.get("l-1"), Lamp | None)
    assert_type(groups.lamps.list(), AsyncPages[Lamp])


def misuse(groups: BeaconsGroups) -> None:
    groups.lamps.light("l-1")  # type: ignore[call-arg]  # the password is not left out
    groups.lamps.get(1)  # type: ignore[arg-type]  # ids are text
    groups.lamps.light("l-1", password="p", how="bright")  # type: ignore[arg-type]  # an input is a model
