"""Payloads held against the platform's demands, or also against the ranges of DJI's documents."""

import json
from pathlib import Path
from typing import Any

import pytest

from skybind.errors import UsageError
from skybind_clients.downlink.models import SimulateMission
from unit.downlink.conftest import Client
from unit.downlink.platform import accepts, prepare
from unit.overlay.peers import Peer
from unit.overlay.worlds import World

VECTORS = json.loads(Path(__file__).parents[2].joinpath("data/downlink/signatures.json").read_text())["vectors"]
EXAMPLE: dict[str, Any] = json.loads(VECTORS[0]["body"])  # the platform's own example
NOWHERE = "http://127.0.0.1:1"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rth_altitude": 19}, "payload.rth_altitude is 19; it must be at least 20 (m; 20 to 1500; rule of "),
        ({"rth_altitude": 1501}, "payload.rth_altitude is 1501; it must be at most 1500 (m; 20 to 1500; rule of "),
        ({"flight_id": "a.b"}, "payload.flight_id is 'a.b'; allowed: none of < > "),
        ({"execute_time": 0}, "execute_time must be a time in Unix milliseconds (13 digits)"),
        ({"task_type": 2}, "ready_conditions must be given for a conditional task"),
        ({"task_type": 9}, "payload.task_type is 9; known values are 0, 1, 2"),
        (
            {"simulate_mission": SimulateMission(is_enable=1, latitude=91.0, longitude=0.0)},
            "payload.simulate_mission.latitude is 91.0; it must be at most 90 (degree; -90 to 90; rule of ",
        ),
    ],
)
def test_what_moves_is_held_to_the_ranges(client: Client, changes: dict[str, Any], words: str) -> None:
    """The error names device, member, value, range, unit and where the rule is from; nothing is sent."""
    with pytest.raises(UsageError) as refused:
        client(NOWHERE).intent(prepare(**changes))
    assert str(refused.value).startswith("flighttask_prepare to dock-7: ")
    assert words in str(refused.value)
    assert "rule of " in str(refused.value)
    assert "profile='compatible'" in refused.value.advice


def test_the_edges_belong_to_the_range(client: Client) -> None:
    """Both ends of a range are allowed."""
    for height in (20, 1500):
        client(NOWHERE).intent(prepare(rth_altitude=height))


def test_the_platforms_own_example(world: World, client: Client) -> None:
    """Zeros everywhere: refused strictly, and sent as it is where only the platform's demands count."""
    command = (EXAMPLE["command_type"], EXAMPLE["payload"])
    with pytest.raises(UsageError, match=r"rth_altitude is 0|fingerprint is 'string'"):
        client(NOWHERE).intent(command)
    with Peer(accepts()) as peer:
        sent = client(peer.url).send(
            command,
            device_id=EXAMPLE["device_id"],
            timeout_seconds=EXAMPLE["timeout_seconds"],
            idempotency_key=EXAMPLE["idempotency_key"],
            profile="compatible",
        )
        world.run(sent)
    assert peer.requests[0].body.decode() == VECTORS[0]["body"]


@pytest.mark.parametrize("profile", ["strict", "compatible"])
@pytest.mark.parametrize(
    ("payload", "words"),
    [({}, "execute_time"), ({**prepare().to_dict(), "rth_altitude": "80"}, "payload.rth_altitude is a str")],
)
def test_presence_and_type_always_count(client: Client, payload: dict[str, Any], words: str, profile: Any) -> None:
    """What the platform itself would refuse does not leave, whichever profile."""
    with pytest.raises(UsageError, match=words):
        client(NOWHERE).intent(("flighttask_prepare", payload), profile=profile)


def test_what_is_harmless_is_not_held_to_the_ranges(client: Client) -> None:
    """Ranges of harmless commands count where the caller asks for that."""
    command = ("camera_mode_switch", {"payload_index": "52-0-0", "camera_mode": 77})
    downlink = client(NOWHERE)
    downlink.intent(command)
    with pytest.raises(UsageError, match="camera_mode is 77"):
        downlink.intent(command, profile="strict")


@pytest.mark.parametrize("seconds", [-1, 301])
def test_the_timeout_has_a_range(client: Client, seconds: int) -> None:
    """The platform waits between 0 and 300 seconds for a device."""
    with pytest.raises(UsageError, match="timeout_seconds is"):
        client(NOWHERE).intent(prepare(), timeout_seconds=seconds)
    for allowed in (0, 300):
        client(NOWHERE).intent(prepare(), timeout_seconds=allowed)


def test_the_check_can_be_left_out(world: World, client: Client) -> None:
    """Options(check_limits=False) sends whatever it is given."""
    with Peer(accepts()) as peer:
        world.run(client(peer.url).with_options(check_limits=False).send(prepare(rth_altitude=1)))
    assert json.loads(peer.requests[0].body)["payload"]["rth_altitude"] == 1


def test_a_profile_that_there_is_not(client: Client) -> None:
    """A misspelt profile is refused rather than taken for one."""
    with pytest.raises(UsageError, match="no profile 'lax'"):
        client(NOWHERE).intent(prepare(), profile="lax")
