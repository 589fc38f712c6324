"""Each of the 83 commands: typed payload, platform, MQTT, dock, reply, and what the client makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from contract.downlink.site import Site, open_site, timely
from harness.emulation import settings_of
from skybind import AsyncDownlink, Downlink, Schedule
from skybind.downlink.outcomes import CommandFailed
from skybind_clients.downlink import models
from skybind_clients.downlink.commands import COMMANDS, device_codes
from skybind_clients.downlink.models import CommandStatus
from unit.emulators.downlink_dock.payloads import TAKEN, nothing
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

# The platform's payload has other members than DJI's method: no dock can make anything of it.
OTHER_THAN_DJI: Mapping[str, Mapping[str, Any]] = {
    "flighttask_create": {
        "flighttask_id": "c1", "task_type": "immediate", "wayline_type": "wayline", "out_of_control_action": "home",
    },
}  # fmt: skip
ALWAYS_TAKEN = {"debug_mode_close"}  # is as harmless as it is without effect where debugging is off already


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """One platform for all."""
    with open_site() as site:
        yield site


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Both worlds, one after the other."""
    world: World = request.param()
    yield world
    world.close()


@pytest.fixture
def client(site: Site, world: World) -> Iterator[Any]:
    """A client with quick looks. What moves a machine is held to DJI's ranges, as by default."""
    kind: Callable[..., Any] = Downlink if isinstance(world, SyncWorld) else AsyncDownlink
    made = kind(**settings_of(site.running, "downlink"), schedule=Schedule(first=0.002, longest=0.02))
    yield made
    world.run(made.close())


def typed(site: Site, command_type: str) -> Any:
    """The payload of a command as its own class."""
    data = OTHER_THAN_DJI.get(command_type) or timely(TAKEN[command_type][1], site.now)
    return getattr(models, COMMANDS[command_type].model).from_dict(data)


def test_there_are_83() -> None:
    """Client, emulator and the table of payloads know the same commands."""
    assert len(COMMANDS) == 83
    assert set(COMMANDS) == set(TAKEN)


@pytest.mark.parametrize("command_type", [name for name in TAKEN if name not in OTHER_THAN_DJI])
def test_a_dock_that_can_takes_it(site: Site, world: World, client: Any, command_type: str) -> None:
    """A typed payload arrives at the dock once, member for member, in DJI's envelope; the reply makes it taken."""
    setup, _, generation = TAKEN[command_type]
    site.stand(setup, generation)
    payload = typed(site, command_type)
    command = world.run(client.send(payload))
    state = world.run(command.wait(10.0))
    assert (state.status, state.response_code, command.taken) == (CommandStatus.SUCCEEDED, "0", True)
    [arrived] = site.arrived(command_type, command.id)
    assert arrived.data == payload.to_dict()
    envelope = json.loads(arrived.payload)
    assert {name: envelope[name] for name in ("tid", "bid", "method")} == {
        "tid": arrived.tid,
        "bid": arrived.bid,
        "method": command_type,
    }
    assert command.output == state.vendor_response.to_dict().get("output", {})


REFUSED = [name for name, (setup, _, _) in TAKEN.items() if setup is not nothing and name not in ALWAYS_TAKEN]


@pytest.mark.parametrize("command_type", [*REFUSED, *OTHER_THAN_DJI])
def test_a_dock_that_cannot_says_why(site: Site, world: World, client: Any, command_type: str) -> None:
    """A dock that stands idle refuses with one of DJI's codes, which the client tells in English, with what to do."""
    site.stand(nothing, TAKEN[command_type][2])
    command = world.run(client.send(typed(site, command_type)))
    with pytest.raises(CommandFailed) as caught:
        world.run(command.wait(10.0))
    error = caught.value
    assert (error.failure_code, error.state.status) == ("DEVICE_EXECUTION_FAILED", CommandStatus.FAILED)
    assert error.device_code in device_codes()["codes"]
    assert error.meaning
    assert error.meaning.rstrip(".") in str(error)
    assert error.advice
    assert len(site.arrived(command_type, command.id)) == 1
