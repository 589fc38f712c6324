"""Commands that were accepted: both models of their status, how a wait ends, and resume tokens."""

import base64
import json
from datetime import timedelta
from typing import Any

import attrs
import pytest

from skybind.downlink import CommandFailed, CommandTimedOut, CommandUnanswered
from skybind.downlink.commands import CommandRef
from skybind.downlink.statuses import Fate, fate_of, status_of
from skybind.errors import DeadlineExceeded, JobFailed, NotFound, OutcomeUnknown, UsageError
from skybind_clients.downlink.models import CommandState, CommandStatus, ReturnHome
from unit.downlink.conftest import QUICK, Client
from unit.downlink.platform import ID, accepts, refuses, tells
from unit.overlay.peers import Peer, Play, loses_the_answer, says
from unit.overlay.worlds import World


def waited(world: World, client: Client, *plays: Play, timeout: Any = 5.0) -> Any:
    """A command that is sent and waited for; returns it with the answer."""
    with Peer(accepts(), *plays) as peer:
        command = world.run(client(peer.url).send(ReturnHome()))
        return command, world.run(command.wait(timeout))


def ending(world: World, client: Client, kind: type[Exception], *plays: Play, timeout: Any = 5.0) -> Any:
    """The error that a wait ends with."""
    with pytest.raises(kind) as ended:
        waited(world, client, *plays, timeout=timeout)
    return ended.value


def test_a_command_is_taken(world: World, client: Client) -> None:
    """A wait goes on through open statuses until the device took it, and has its reply."""
    reply = {"result": 0, "output": {"status": "in_progress"}}
    plays = [tells("ACCEPTED"), tells("DELIVERED"), tells("SUCCEEDED", response_code="0", vendor_response=reply)]
    command, state = waited(world, client, *plays, timeout=timedelta(seconds=5))
    assert command.taken
    assert command.ended
    assert command.status == CommandStatus.SUCCEEDED
    assert command.state is state
    assert command.output == {"status": "in_progress"}


def test_trouble_on_the_way_does_not_end_a_wait(world: World, client: Client) -> None:
    """Lost answers, the platform's own trouble and a command that is not found yet are waited out."""
    plays = [refuses(404, "COMMAND_NOT_FOUND"), loses_the_answer, says(503), says(200, "<html>"), tells("SUCCEEDED")]
    command, _ = waited(world, client, *plays)
    assert command.taken


def test_a_refusal_of_the_device_is_explained(world: World, client: Client) -> None:
    """The error has the device's code, what it means in English, what to do, and the platform's own reason."""
    failure = {"response_code": "319016", "failure_code": "DEVICE_EXECUTION_FAILED", "failure_reason": "busy"}
    error = ending(world, client, CommandFailed, tells("FAILED", **failure))
    assert isinstance(error, JobFailed)
    assert error.device_code == "319016"
    assert error.failure_code == "DEVICE_EXECUTION_FAILED"
    assert error.service_message == "busy"
    assert error.meaning
    assert error.meaning.rstrip(".") in str(error)
    assert error.advice
    assert "device code 319016" in str(error)
    assert f"return_home {ID} to dock-7 was not taken" in str(error)
    assert error.token.startswith("sb1.downlink.")


def test_an_unknown_code_of_the_device_is_kept(world: World, client: Client) -> None:
    """A code that nobody documented is told as it came, with the words that came along."""
    error = ending(world, client, CommandFailed, tells("FAILED", response_code="5001", response_message="camera busy"))
    assert (error.device_code, error.meaning) == ("5001", "")
    assert "camera busy (device code 5001)" in str(error)


def test_a_code_of_zero_beside_a_failure_explains_nothing(world: World, client: Client) -> None:
    """Where the reply's code is 0 and its result is not, the result is what is explained."""
    reply = {"code": 0, "result": 319016}
    error = ending(world, client, CommandFailed, tells("FAILED", response_code="0", vendor_response=reply))
    assert error.device_code == "0"
    assert "succeeded" not in error.meaning
    assert error.meaning


@pytest.mark.parametrize(("status", "words"), [("CANCELLED", "was cancelled"), ("UNSUPPORTED", "is not supported")])
def test_other_ends_without_being_taken(world: World, client: Client, status: str, words: str) -> None:
    """Cancelled and unsupported commands were not taken."""
    assert words in str(ending(world, client, CommandFailed, tells(None, public_status=status)))


def test_silence_of_the_device_is_no_failure(world: World, client: Client) -> None:
    """A command that timed out may have been carried out all the same, and the error says so."""
    error = ending(world, client, CommandTimedOut, tells("TIMED_OUT"))
    assert isinstance(error, OutcomeUnknown)
    assert not isinstance(error, JobFailed)
    assert "may have acted all the same" in str(error)
    assert "Look at the device" in error.advice
    assert error.state.command_id == ID


def test_an_unmatched_reply_is_no_failure(world: World, client: Client) -> None:
    """A reply that could not be tied to the command ends the wait, and leaves open what the device did."""
    error = ending(world, client, CommandUnanswered, tells("UNMATCHED_RESPONSE"))
    assert isinstance(error, OutcomeUnknown)
    assert not isinstance(error, CommandTimedOut)


def test_time_runs_out(world: World, client: Client) -> None:
    """A wait that runs out says how far the command is and that the device may act yet; its token goes on."""
    error = ending(world, client, DeadlineExceeded, tells("DELIVERED"), timeout=0.05)
    assert isinstance(error, TimeoutError)
    assert "time ran out after 0.05 s; it is DELIVERED, and the device may act yet" in str(error)
    assert error.token.startswith("sb1.downlink.")


def test_an_unknown_status_does_not_end_a_wait(world: World, client: Client) -> None:
    """Neither a status that nobody documented nor the platform's own UNKNOWN is an end."""
    plays = [tells("TELEPORTED"), tells(None, public_status="UNKNOWN"), tells(None), tells("SUCCEEDED")]
    command, _ = waited(world, client, *plays)
    assert command.taken


@pytest.mark.parametrize(
    ("status", "newer", "fate"),
    [
        ("ACCEPTED", None, Fate.OPEN),
        ("DELIVERED", None, Fate.OPEN),
        ("SUCCEEDED", None, Fate.TAKEN),
        ("FAILED", None, Fate.REFUSED),
        ("TIMED_OUT", None, Fate.SILENT),
        ("UNMATCHED_RESPONSE", None, Fate.UNCLEAR),
        (None, "DISPATCHING", Fate.OPEN),
        (None, "RUNNING", Fate.OPEN),
        (None, "UNSUPPORTED", Fate.REFUSED),
        (None, "CANCELLED", Fate.REFUSED),
        (None, "UNKNOWN", Fate.OPEN),
        ("FAILED", "SUCCEEDED", Fate.TAKEN),
        ("SUCCEEDED", "RUNNING", Fate.OPEN),
        (None, None, Fate.OPEN),
    ],
)
def test_both_models_of_the_status(status: str | None, newer: str | None, fate: Fate) -> None:
    """The six statuses of the one model and the ten of the other are understood; the newer one counts."""
    told = {"command_id": ID, "status": status, "public_status": newer}
    state = CommandState.from_dict({key: value for key, value in told.items() if value})
    assert fate_of(state) is fate
    assert status_of(state).value == (newer or status or "UNKNOWN")


def test_an_end_stays(world: World, client: Client) -> None:
    """An answer that lags behind does not open a command that has ended."""
    with Peer(accepts(), tells("SUCCEEDED"), tells("DELIVERED")) as peer:
        command = world.run(client(peer.url).send(ReturnHome()))
        assert world.run(command.poll()).status == CommandStatus.SUCCEEDED
        assert world.run(command.poll()).status == CommandStatus.DELIVERED
    assert command.taken


def test_updates_and_progress(world: World, client: Client) -> None:
    """Each answer is told, in the order in which they come."""
    seen: list[str] = []
    with Peer(accepts(), tells("ACCEPTED"), tells("DELIVERED"), tells("SUCCEEDED")) as peer:
        command = world.run(client(peer.url).send(ReturnHome()))
        world.run(command.wait(5, progress=lambda state: seen.append(state.status)))
        assert world.items(command.updates(5))[-1].status == "SUCCEEDED"
    assert seen == ["ACCEPTED", "DELIVERED", "SUCCEEDED"]


def test_a_refusal_ends_a_wait(world: World, client: Client) -> None:
    """What waiting cannot cure is raised, with the token."""
    error = ending(world, client, Exception, refuses(403, "FORBIDDEN"))
    assert error.code == "FORBIDDEN"
    assert error.token.startswith("sb1.downlink.")


# ------------------------------------------------------------------------------------------------ tokens


def test_a_token_goes_on(world: World, client: Client) -> None:
    """The token of one client finds the command from another, with all that is known of it and no secret."""
    with Peer(accepts(), tells("SUCCEEDED")) as peer:
        first = world.run(client(peer.url).send(ReturnHome(), timeout_seconds=90))
        again = client(peer.url).command(first.token)
        assert (again.id, again.command_type, again.device_id) == (ID, "return_home", "dock-7")
        assert again.idempotency_key == first.idempotency_key
        assert (again.status, again.taken, again.state) == (None, False, None)
        world.run(again.wait(5))
    assert again.taken
    payload = first.token.split(".")[2][:-6]
    content = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    assert set(content) == {"c", "t", "d", "s", "k", "at"}
    assert CommandRef.of(first.token, peer.url).patience == 90


def test_a_bare_id_will_do(world: World, client: Client) -> None:
    """A command is found by the platform's id; what nobody said of it is empty."""
    with Peer(refuses(404, "COMMAND_NOT_FOUND")) as peer:
        command = client(peer.url, schedule=attrs.evolve(QUICK, grace=0.0)).command(ID)
        assert (command.command_type, command.device_id) == ("", "")
        with pytest.raises(NotFound):
            world.run(command.wait(5))


def test_tokens_of_other_places(client: Client) -> None:
    """A token of another platform or service is refused, and says where it belongs."""
    downlink = client("http://127.0.0.1:1")
    elsewhere = CommandRef(ID, place="https://dev.utmos.dev").token
    with pytest.raises(UsageError, match=r"sent to https://dev\.utmos\.dev"):
        downlink.command(elsewhere)
    with pytest.raises(UsageError, match="belongs to terra"):
        downlink.command("sb1.terra.e30abcdef")


def test_a_command_prints_without_secrets(world: World, client: Client) -> None:
    """What a command shows of itself is type, id and device."""
    with Peer(accepts()) as peer:
        command = world.run(client(peer.url).send(ReturnHome()))
    assert repr(command).endswith(f"Command return_home {ID} to dock-7>")
