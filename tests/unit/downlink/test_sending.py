"""Sending commands: at most once where something moves, with one key for each intent, and how one asks."""

import json
from typing import Any

import pytest

from skybind import Options
from skybind.downlink import CommandUnknown, UnlistedCommand
from skybind.downlink.sending import asked
from skybind.errors import (
    AnswerLost,
    AuthenticationFailed,
    BadRequest,
    ClockSkew,
    Conflict,
    NotSent,
    OutcomeUnknown,
    ServerError,
    Throttled,
    UsageError,
)
from skybind.wire.clock import http_date
from skybind_clients.downlink.commands import BY_MODEL, COMMANDS
from skybind_clients.downlink.models import CommandStatus, ReturnHome
from unit.downlink.conftest import Client
from unit.downlink.platform import ID, accepts, bodies, prepare, refuses
from unit.overlay.dials import Clock
from unit.overlay.peers import Peer, Play, loses_the_answer, nobody, resets, says, stalls
from unit.overlay.worlds import World

HARMLESS = ("camera_mode_switch", {"payload_index": "52-0-0", "camera_mode": 1})


def test_a_command_is_sent(world: World, client: Client) -> None:
    """The request has vendor, device, type, payload and a readable key, and the answer becomes a command."""
    with Peer(accepts()) as peer:
        command = world.run(client(peer.url).send(prepare(), timeout_seconds=45))
    (body,) = bodies(peer.requests)
    assert body["vendor"] == "dji"
    assert body["device_id"] == "dock-7"
    assert body["command_type"] == "flighttask_prepare"
    assert body["payload"] == prepare().to_dict()
    assert body["timeout_seconds"] == 45
    assert body["idempotency_key"].startswith("skybind-flighttask_prepare-")
    assert (command.id, command.status, command.taken, command.ended) == (ID, CommandStatus.ACCEPTED, False, False)
    assert command.idempotency_key == body["idempotency_key"]
    assert command.state is None


def test_nothing_is_sent_that_was_not_given(world: World, client: Client) -> None:
    """Without a timeout the platform's own counts; members of a payload that were not given are not sent."""
    with Peer(accepts()) as peer:
        world.run(client(peer.url).send(prepare()))
    (body,) = bodies(peer.requests)
    assert "timeout_seconds" not in body
    assert "break_point" not in body["payload"]


def test_each_intent_has_its_own_key(world: World, client: Client) -> None:
    """The same payload twice is two commands, unless the caller gives the key."""
    with Peer(accepts()) as peer:
        downlink = client(peer.url)
        for key in (None, None, "mine", "mine"):
            world.run(downlink.send(ReturnHome(), idempotency_key=key))
    keys = [body["idempotency_key"] for body in bodies(peer.requests)]
    assert len(set(keys)) == 3
    assert keys[2:] == ["mine", "mine"]


@pytest.mark.parametrize("command_type", COMMANDS)
def test_every_listed_type_can_be_meant(client: Client, command_type: str) -> None:
    """All 83 types are known by their name, and by the class of their payload."""
    downlink = client("http://127.0.0.1:1")
    lenient = downlink.with_options(check_limits=False)
    intent = lenient.intent((command_type, {}))
    assert (intent.command_type, intent.effect) == (command_type, COMMANDS[command_type].effect)
    assert intent.profile == ("strict" if intent.effect == "physical" else "compatible")
    assert BY_MODEL[COMMANDS[command_type].model].type == command_type


def test_there_are_83_types() -> None:
    """The test above runs over the platform's whole catalogue."""
    assert len(COMMANDS) == 83


# ------------------------------------------------------------------------------------------------ lost answers


@pytest.mark.parametrize("fault", [loses_the_answer, resets], ids=["closed", "reset"])
def test_a_lost_answer_of_what_moves_is_told(world: World, client: Client, fault: Play) -> None:
    """A physical command arrives once; its error carries key, device and type, and says how to ask."""
    with Peer(fault) as peer, pytest.raises(CommandUnknown) as lost:
        world.run(client(peer.url).send(ReturnHome()))
    assert len(peer.requests) == 1
    error = lost.value
    assert isinstance(error, OutcomeUnknown)
    assert (error.command_type, error.device_id) == ("return_home", "dock-7")
    assert error.idempotency_key == bodies(peer.requests)[0]["idempotency_key"]
    assert error.idempotency_key in str(error)
    assert "ask(error)" in error.advice
    assert "carries the command out" in error.advice


def test_a_late_answer_of_what_moves_is_told(world: World, client: Client) -> None:
    """Time that runs out on the way leaves it as open as a broken connection."""
    options = Options(total_timeout=0.2, read_timeout=0.1)
    with Peer(stalls) as peer, pytest.raises(CommandUnknown):
        world.run(client(peer.url, options=options).send(ReturnHome()))
    assert len(peer.requests) == 1


@pytest.mark.parametrize(
    "play",
    [
        says(500, "<html>"),
        refuses(500, "INTERNAL_ERROR"),
        says(502),
        says(503),
        says(504),
        says(408),
        refuses(401, "NONCE_REPLAYED"),
        says(202, "<html>"),
        says(200, '{"status": "ACCEPTED"}'),
    ],
    ids=["500", "internal", "502", "503", "504", "408", "replayed", "portal", "no id"],
)
def test_an_answer_that_leaves_it_open_is_no_refusal(world: World, client: Client, play: Play) -> None:
    """Trouble of the platform, of a proxy, or an unreadable success does not say that nothing was accepted."""
    with Peer(play) as peer, pytest.raises(CommandUnknown):
        world.run(client(peer.url).send(ReturnHome()))
    assert len(peer.requests) == 1


@pytest.mark.parametrize(
    ("play", "kind"),
    [
        (refuses(400, "VALIDATION_FAILED"), BadRequest),
        (refuses(409, "IDEMPOTENCY_CONFLICT"), Conflict),
        (refuses(401, "SIGNATURE_INVALID"), AuthenticationFailed),
        (refuses(429, "RATE_LIMITED", Retry_After="0"), Throttled),
        (says(307, Location="http://127.0.0.1:1/"), BadRequest),
    ],
    ids=["400", "409", "401", "429", "redirect"],
)
def test_a_refusal_of_what_moves_is_final(world: World, client: Client, play: Play, kind: type[Exception]) -> None:
    """A refusal before acceptance is raised as what it is, and what moves a machine is not sent again by itself."""
    with Peer(play) as peer, pytest.raises(kind) as refused:
        world.run(client(peer.url).send(ReturnHome()))
    assert not isinstance(refused.value, CommandUnknown)
    assert len(peer.requests) == 1


def test_no_connection_is_no_open_question(world: World, client: Client) -> None:
    """Where surely nothing was sent, that is said, and the same intent may be sent then."""
    with nobody() as url:
        downlink = client(url)
        intent = downlink.intent(ReturnHome())
        for _ in range(2):
            with pytest.raises(NotSent):
                world.run(downlink.send(intent))


def test_what_is_harmless_is_sent_again_with_its_key(world: World, client: Client) -> None:
    """A keyed command survives lost answers and a replayed nonce: one key, and another nonce for each attempt."""
    with Peer(loses_the_answer, refuses(401, "NONCE_REPLAYED"), says(503), accepts(200)) as peer:
        command = world.run(client(peer.url).send(HARMLESS))
    assert command.id == ID
    assert len({received.body for received in peer.requests}) == 1
    assert len({received.headers["x-api-nonce"] for received in peer.requests}) == len(peer.requests) == 4


def test_what_is_harmless_may_be_given_up(world: World, client: Client) -> None:
    """A keyed command that never gets an answer ends as one that is harmless to send again."""
    options = Options(retries=1, total_timeout=5.0)
    with Peer(loses_the_answer) as peer, pytest.raises(AnswerLost):
        world.run(client(peer.url, options=options).send(HARMLESS))
    assert len(peer.requests) == 2
    with Peer(refuses(500, "INTERNAL_ERROR")) as peer, pytest.raises(ServerError):
        world.run(client(peer.url, options=options).send(HARMLESS))


# ------------------------------------------------------------------------------------------------ the clock


def test_a_wrong_clock_does_not_send_twice_what_moves(world: World, client: Client) -> None:
    """A physical command that is refused for its time is not sent again; the next call is signed for the right one."""
    skewed = refuses(401, "TIMESTAMP_EXPIRED", Date=http_date(1_776_859_200.0))
    with Peer(skewed, accepts()) as peer:
        downlink = client(peer.url)
        intent = downlink.intent(ReturnHome())
        with pytest.raises(ClockSkew) as refused:
            world.run(downlink.send(intent))
        assert "Nothing was accepted" in refused.value.advice
        assert len(peer.requests) == 1
        world.run(downlink.send(intent))
    first, second = peer.requests
    assert first.body == second.body
    assert abs(int(second.headers["x-api-timestamp"]) - 1_776_859_200) < 60


def test_a_wrong_clock_is_corrected_for_the_rest(world: World, client: Client) -> None:
    """What is harmless is signed again for the platform's time at once."""
    with Peer(refuses(401, "TIMESTAMP_EXPIRED", Date=http_date(1_776_859_200.0)), accepts()) as peer:
        world.run(client(peer.url).send(HARMLESS))
    assert len({received.headers["x-api-nonce"] for received in peer.requests}) == 2


# ------------------------------------------------------------------------------------------------ asking


def test_asking_is_the_same_request_with_the_same_key(world: World, client: Client) -> None:
    """The question has the bytes of the first request and a nonce of its own; its answer is the command."""
    with Peer(loses_the_answer, accepts(200)) as peer:
        downlink = client(peer.url)
        with pytest.raises(CommandUnknown) as lost:
            world.run(downlink.send(prepare()))
        command = world.run(downlink.ask(lost.value))
    first, second = peer.requests
    assert first.body == second.body
    assert first.headers["x-api-nonce"] != second.headers["x-api-nonce"]
    assert (command.id, command.idempotency_key) == (ID, lost.value.idempotency_key)


def test_asking_is_done_once(world: World, client: Client) -> None:
    """A question whose answer is lost is not repeated by itself; it may be asked again as long as it is young."""
    with Peer(loses_the_answer, says(504), accepts(200)) as peer:
        downlink = client(peer.url)
        intent = downlink.intent(ReturnHome())
        with pytest.raises(CommandUnknown):
            world.run(downlink.send(intent))
        with pytest.raises(CommandUnknown) as again:
            world.run(downlink.ask(intent))
        assert len(peer.requests) == 2
        assert world.run(downlink.ask(again.value)).id == ID


def test_an_old_question_is_refused(world: World) -> None:
    """Asking is refused once the command would come too late, or its age is not known; the caller may overrule that."""
    clock = Clock()
    intent = _sent_at(clock.time)

    def question(**more: Any) -> Any:
        return next(asked(intent, wall=clock, **more))

    clock.time += 30
    question()
    clock.time += 1
    with pytest.raises(UsageError, match="was sent 31 s ago, and 30 s are allowed: asking would carry it out now"):
        question()
    question(max_age=60)
    question(however_old=True)
    clock.time -= 3600
    with pytest.raises(UsageError, match="unknown time"):
        question()
    intent.forget()
    with pytest.raises(UsageError, match="unknown time"):
        question()


def test_a_question_about_something_harmless_is_never_too_old() -> None:
    """What may be repeated anyway may be asked about at any time."""
    from skybind.downlink.intents import intent_of

    next(asked(intent_of(HARMLESS, "d"), wall=Clock()))


def _sent_at(moment: float) -> Any:
    from skybind.downlink.intents import intent_of

    intent = intent_of(ReturnHome(), "dock-7")
    assert intent.begin(moment)
    return intent


def test_an_intent_is_sent_once(world: World, client: Client) -> None:
    """What moves a machine is not sent a second time by sending its intent again; asking is what does that."""
    with Peer(accepts()) as peer:
        downlink = client(peer.url)
        intent = downlink.intent(ReturnHome())
        world.run(downlink.send(intent))
        with pytest.raises(UsageError, match="was sent already"):
            world.run(downlink.send(intent))
        assert len(peer.requests) == 1
        harmless = downlink.intent(HARMLESS)
        for _ in range(2):
            world.run(downlink.send(harmless))
    assert len(peer.requests) == 3


def test_an_interrupted_intent_counts_as_sent(world: World, client: Client) -> None:
    """After Ctrl-C nobody knows what arrived, so that only asking is left; the interruption carries the key."""

    def interrupt(_attempt: object) -> None:
        raise KeyboardInterrupt

    with Peer(accepts()) as peer:
        downlink = client(peer.url)
        intent = downlink.intent(ReturnHome())
        with pytest.raises(KeyboardInterrupt) as interrupted:
            world.run(downlink.with_options(after_attempt=interrupt).send(intent))
        assert intent.idempotency_key in interrupted.value.__notes__[0]
        with pytest.raises(UsageError, match="was sent already"):
            world.run(downlink.send(intent))
        assert world.run(downlink.ask(intent)).id == ID


# ------------------------------------------------------------------------------------------------ what cannot be meant


@pytest.mark.parametrize(
    ("command", "words", "advice"),
    [
        (("return_hom", {}), "not among the platform's 83 commands", "Did you mean return_home"),
        (("zzz", {}), "not among the platform's 83 commands", "UnlistedCommand"),
        ("return_home", "a str is no command", "payload"),
        ({"a": 1}, "a dict is no command", "payload"),
    ],
)
def test_what_is_no_command(client: Client, command: Any, words: str, advice: str) -> None:
    """A type that is not listed or something that is no payload is refused, with what to do instead."""
    with pytest.raises(UsageError, match=words) as refused:
        client("http://127.0.0.1:1").intent(command)
    assert advice in refused.value.advice


def test_models_of_answers_are_no_payloads(client: Client) -> None:
    """Neither another model of the service nor a class with a payload's name can be sent."""
    from skybind_clients.downlink.models import TargetPoint

    class ReturnHome:
        def to_dict(self) -> dict[str, Any]:
            return {}

    for wrong in (TargetPoint(1.0, 2.0, 3.0), ReturnHome()):
        with pytest.raises(UsageError, match="is no command"):
            client("http://127.0.0.1:1").intent(wrong)


def test_a_device_is_needed(client: Client) -> None:
    """A command goes to the device that the call names, else to the client's own; without either it is refused."""
    downlink = client("http://127.0.0.1:1", device_id=None)
    assert downlink.intent(ReturnHome(), device_id="d-9").device_id == "d-9"
    with pytest.raises(UsageError, match="to which device") as refused:
        downlink.intent(ReturnHome())
    assert "SKYBIND_DOWNLINK_DEVICE_ID" in refused.value.advice


def test_an_intent_keeps_what_it_has(client: Client) -> None:
    """Arguments beside an intent would contradict it, and are refused."""
    downlink = client("http://127.0.0.1:1")
    intent = downlink.intent(ReturnHome())
    assert downlink.intent(intent) is intent
    with pytest.raises(UsageError, match="has its device_id already"):
        downlink.intent(intent, device_id="other")


def test_an_unlisted_command_goes_deliberately(world: World, client: Client) -> None:
    """A type outside of the catalogue is sent when it is said to be one, as what moves a machine unless it is said not
    to; a listed one cannot be sent past its own class."""
    with Peer(loses_the_answer, loses_the_answer, accepts()) as peer:
        downlink = client(peer.url)
        with pytest.raises(CommandUnknown):
            world.run(downlink.send(UnlistedCommand("poi_mode_enter", {"x": 1})))
        assert len(peer.requests) == 1
        world.run(downlink.send(UnlistedCommand("poi_status", effect="keyed")))
    assert bodies(peer.requests)[0]["payload"] == {"x": 1}
    assert len(peer.requests) == 3
    with pytest.raises(UsageError, match="listed command"):
        UnlistedCommand("return_home")


def test_mappings_may_hold_models_and_enums(client: Client) -> None:
    """A payload as a mapping may have models and enum members inside, and becomes plain JSON."""
    from skybind_clients.downlink.models import LogModule, OutOfControlAction

    payload = {**prepare().to_dict(), "file": prepare().file, "out_of_control_action": OutOfControlAction.LAND}
    intent = client("http://127.0.0.1:1").intent(("flighttask_prepare", payload))
    assert json.loads(json.dumps(intent.payload))["file"]["url"] == "https://example.com/route.kmz"
    assert type(intent.payload["out_of_control_action"]) is int
    logs = client("http://127.0.0.1:1").intent(("fileupload_list", {"module_list": list(LogModule)}))
    assert all(type(value) in {str, int} for value in logs.payload["module_list"])


def test_secrets_do_not_print(client: Client) -> None:
    """Neither an intent nor an error shows its payload, which may hold credentials; nothing shows the API key."""
    downlink = client("http://127.0.0.1:1")
    intent = downlink.intent(("psdk_input_box_text_set", {"psdk_index": 1, "value": "c4nary"}))
    assert "c4nary" not in repr(intent) + str(intent)
    assert "s3cret" not in repr(downlink)


def test_a_raw_call_is_held_to_the_same_ranges(world: World, client: Client) -> None:
    """commands.create itself is strict with what moves a machine, and compatible with the rest."""
    payload = prepare(rth_altitude=5).to_dict()
    with Peer(accepts()) as peer:
        commands = client(peer.url).commands
        known = {"vendor": "dji", "device_id": "d", "idempotency_key": "k"}
        with pytest.raises(UsageError, match="rth_altitude is 5"):
            world.run(commands.create(command_type="flighttask_prepare", payload=payload, **known))
        assert peer.requests == []
        world.run(
            commands.create(command_type="camera_mode_switch", payload=HARMLESS[1] | {"camera_mode": 77}, **known)
        )
