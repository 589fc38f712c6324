"""Commands: accepted once, sent once, ended by a reply or by time; statuses in both models."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from skybind_emulators.downlink.commands import Status
from unit.emulators.downlink_platform.harness import COMMANDS, SEED_BODY, Downlink, prepare

Make = Callable[..., Downlink]


def post(downlink: Downlink, content: bytes, **more: str) -> Any:
    headers = {"Content-Type": "application/json", **more}
    return downlink.send("POST", COMMANDS, content=content, headers=headers)


def test_the_seed_s_own_body_is_accepted_byte_for_byte(downlink: Downlink) -> None:
    """Zero values, all optional objects, a wrong fingerprint: the compatible profile takes it and sends it as it is."""
    response = post(downlink, SEED_BODY, **{"X-Request-Id": "trace"})
    assert response.status_code == 202
    answer = response.json()
    assert set(answer) == {"command_id", "status", "accepted_at", "request_id"}
    assert (answer["status"], answer["request_id"]) == ("ACCEPTED", "trace")
    assert answer["accepted_at"] == "2025-10-09T08:53:20Z"
    [sent] = downlink.gateway.sent
    assert (sent.method, sent.gateway_sn) == ("flighttask_prepare", downlink.emulator.gateway_sn)
    assert sent.data == json.loads(SEED_BODY)["payload"]
    assert sent.bid == "id-001"
    state = downlink.state(answer["command_id"])
    assert (state["status"], state["vendor"], state["device_id"]) == ("DELIVERED", "dji", "drone-001")
    assert "response_code" not in state


def test_the_strict_profile_refuses_the_seed_s_own_body(make_downlink: Make) -> None:
    """It breaks DJI's ranges; the message names the member."""
    downlink = make_downlink(profile="strict")
    response = post(downlink, SEED_BODY)
    assert (response.status_code, response.json()["code"]) == (400, "VALIDATION_FAILED")
    assert response.json()["message"].startswith("payload.")
    assert downlink.gateway.sent == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, None),
        ({"rth_altitude": 19}, "payload.rth_altitude"),
        ({"rth_altitude": 1501}, "payload.rth_altitude"),
        ({"task_type": 3}, "payload.task_type"),
        ({"flight_id": "a/b"}, "payload.flight_id"),
        ({"execute_time": 0}, "execute_time must be a time"),
        ({"task_type": 2, "ready_conditions": None}, "ready_conditions must be given"),
        ({"break_point": prepare()["break_point"] | {"progress": 1.5}}, "payload.break_point.progress"),
    ],
)
def test_the_strict_profile_holds_dji_s_ranges(make_downlink: Make, changes: dict[str, Any], says: str | None) -> None:
    """Ranges of members, and rules between them, each told by its name; what the ranges allow is sent."""
    downlink = make_downlink(profile="strict")
    file = {"url": "https://example.com/a.kmz", "fingerprint": "0" * 32}
    payload = prepare(execute_time=1_760_000_000_000, rth_altitude=100, file=file) | changes
    for name in ("break_point", "simulate_mission", "ready_conditions", "executable_conditions"):
        if name not in changes:
            payload.pop(name)
    payload = {name: value for name, value in payload.items() if value is not None}
    body = downlink.body("flighttask_prepare", payload)
    if says is None:
        downlink.data("POST", COMMANDS, body, status=202)
        return
    response = downlink.send("POST", COMMANDS, body)
    assert response.json()["code"] == "VALIDATION_FAILED"
    assert says in response.json()["message"]


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        ({}, "payload"),
        (prepare(flight_id=7), "payload.flight_id"),
        (prepare(file="https://example.com"), "payload.file"),
        (prepare(rth_altitude="100"), "payload.rth_altitude"),
    ],
)
def test_the_compatible_profile_wants_presence_and_type(downlink: Downlink, payload: Any, says: str) -> None:
    """A missing or mistyped member is refused and named."""
    response = downlink.send("POST", COMMANDS, downlink.body("flighttask_prepare", payload))
    assert (response.status_code, response.json()["code"]) == (400, "VALIDATION_FAILED")
    assert says in response.json()["message"]


def test_members_that_nobody_knows_are_passed_on(downlink: Downlink) -> None:
    """A payload may have more than the catalogue says."""
    downlink.command("return_home", {"later": {"a": 1}})
    assert downlink.gateway.sent[0].data == {"later": {"a": 1}}


def test_the_catalogue_has_83_command_types(downlink: Downlink) -> None:
    """As the changelog of the platform says."""
    assert len(set(downlink.emulator.command_types)) == 83


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"vendor": "px4"}, "UNSUPPORTED_VENDOR"),
        ({"vendor": "parrot"}, "UNSUPPORTED_VENDOR"),
        ({"vendor": 1}, "VALIDATION_FAILED"),
        ({"vendor": None}, "VALIDATION_FAILED"),
        ({"command_type": "flighttask_stop"}, "UNSUPPORTED_COMMAND"),
        ({"command_type": ""}, "VALIDATION_FAILED"),
        ({"device_id": None}, "VALIDATION_FAILED"),
        ({"device_id": ""}, "VALIDATION_FAILED"),
        ({"payload": None}, "VALIDATION_FAILED"),
        ({"payload": []}, "VALIDATION_FAILED"),
        ({"idempotency_key": None}, "VALIDATION_FAILED"),
        ({"timeout_seconds": -1}, "VALIDATION_FAILED"),
        ({"timeout_seconds": 301}, "VALIDATION_FAILED"),
        ({"timeout_seconds": 1.5}, "VALIDATION_FAILED"),
        ({"timeout_seconds": "30"}, "VALIDATION_FAILED"),
    ],
)
def test_a_wrong_member_is_refused_with_its_code(downlink: Downlink, changes: dict[str, Any], code: str) -> None:
    """None leaves the member out. Nothing is stored or sent."""
    body = downlink.body() | changes
    body = {name: value for name, value in body.items() if value is not None}
    assert downlink.refused("POST", COMMANDS, body) == (400, code)
    assert (downlink.emulator.commands, downlink.gateway.sent) == ([], [])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b'{"a": NaN}', "application/json"),
        (SEED_BODY, "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_json_is_told_so(downlink: Downlink, content: bytes, kind: str) -> None:
    """INVALID_REQUEST_BODY, for a body that cannot be read, is missing, or is said to be something else."""
    response = downlink.send("POST", COMMANDS, content=content, headers={"Content-Type": kind})
    assert (response.status_code, response.json()["code"]) == (400, "INVALID_REQUEST_BODY")


def test_rules_can_open_the_catalogue_and_the_vendors(make_downlink: Make) -> None:
    """An unlisted command is sent as it is; one for px4 is stored and fails, for want of an adapter."""
    downlink = make_downlink(unlisted_commands=True, vendors=("dji", "px4"))
    downlink.command("flighttask_stop", {"a": 1})
    assert [sent.method for sent in downlink.gateway.sent] == ["flighttask_stop"]
    state = downlink.state(downlink.command("px4.parameter.read", vendor="px4"))
    assert (state["status"], state["failure_code"]) == ("FAILED", "REJECTED_BY_ADAPTER")
    assert len(downlink.gateway.sent) == 1


def test_a_key_returns_the_same_command(downlink: Downlink) -> None:
    """202, then 200 with the same id and what became of it; one message to the device."""
    body = downlink.body(timeout_seconds=30)
    first = downlink.data("POST", COMMANDS, body, status=202)
    downlink.gateway.reply(downlink.gateway.sent[0], {"result": 0})
    again = downlink.data("POST", COMMANDS, body, status=200)
    assert (again["command_id"], again["status"]) == (first["command_id"], "SUCCEEDED")
    assert again["accepted_at"] == first["accepted_at"]
    assert len(downlink.gateway.sent) == len(downlink.emulator.commands) == 1


def test_what_pages_disagree_on_can_be_chosen(make_downlink: Make) -> None:
    """202 for a repeated command too; no timeout of 0, where one that is left out is still taken."""
    downlink = make_downlink(replay_status=202, timeout_min_s=1)
    body = downlink.body()
    first = downlink.data("POST", COMMANDS, body, status=202)
    assert downlink.data("POST", COMMANDS, body, status=202)["command_id"] == first["command_id"]
    assert downlink.refused("POST", COMMANDS, downlink.body(timeout_seconds=0)) == (400, "VALIDATION_FAILED")
    downlink.command(timeout_seconds=1)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('{"vendor":"dji","device_id":"drone-001","command_type":"return_home","payload":{"a":1,"b":[1,2]},'
         '"idempotency_key":"k","timeout_seconds":30}', 200),
        ('{ "payload": {"b": [1.0, 2], "a": 1e0}, "timeout_seconds": 30.0, "idempotency_key": "k",'
         ' "vendor":"dji","device_id":"drone-001","command_type":"return_home"}', 200),
        ('{"vendor":"dji","device_id":"drone-001","command_type":"return_home","payload":{"a":1,"b":[2,1]},'
         '"idempotency_key":"k","timeout_seconds":30}', 409),
        ('{"vendor":"dji","device_id":"drone-001","command_type":"return_home","payload":{"a":true,"b":[1,2]},'
         '"idempotency_key":"k","timeout_seconds":30}', 409),
        ('{"vendor":"dji","device_id":"drone-001","command_type":"return_home","payload":{"a":1,"b":[1,2]},'
         '"idempotency_key":"k"}', 409),
        ('{"vendor":"dji","device_id":"drone-002","command_type":"return_home","payload":{"a":1,"b":[1,2]},'
         '"idempotency_key":"k","timeout_seconds":30}', 409),
    ],
)  # fmt: skip
def test_bodies_are_compared_as_values(downlink: Downlink, text: str, status: int) -> None:
    """Order, spaces and forms of numbers do not matter; any value, its type, and what is left out do."""
    first = downlink.body(payload={"a": 1, "b": [1, 2]}, idempotency_key="k", timeout_seconds=30)
    downlink.data("POST", COMMANDS, first, status=202)
    response = post(downlink, text.encode())
    assert response.status_code == status
    assert status == 200 or response.json()["code"] == "IDEMPOTENCY_CONFLICT"
    assert len(downlink.gateway.sent) == 1


def test_a_key_belongs_to_the_tenant(downlink: Downlink) -> None:
    """Another credential of the tenant finds the same command; another tenant makes its own, and has no devices."""
    body = downlink.body()
    first = downlink.data("POST", COMMANDS, body, status=202)["command_id"]
    credentials = downlink.emulator.credentials
    colleague, stranger = credentials.add("colleague"), credentials.add("stranger", tenant_id="tenant-002")
    assert downlink.data("POST", COMMANDS, body, auth=downlink.sign(colleague))["command_id"] == first
    other = downlink.data("POST", COMMANDS, body, status=202, auth=downlink.sign(stranger))["command_id"]
    assert other != first
    assert downlink.refused("GET", f"{COMMANDS}/{first}", auth=downlink.sign(stranger)) == (404, "COMMAND_NOT_FOUND")
    state = downlink.data("GET", f"{COMMANDS}/{other}", auth=downlink.sign(stranger))
    assert (state["status"], state["failure_code"]) == ("FAILED", "REJECTED_BY_ADAPTER")
    assert len(downlink.gateway.sent) == 1


def test_many_senders_of_one_key_make_one_command(downlink: Downlink) -> None:
    """Forty requests with one key from eight threads: one 202, thirty-nine 200, one id, one message."""
    body = downlink.body()
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: downlink.send("POST", COMMANDS, body), range(40)))
    assert sorted(answer.status_code for answer in answers) == [200] * 39 + [202]
    assert len({answer.json()["command_id"] for answer in answers}) == 1
    assert len(downlink.gateway.sent) == 1


def test_a_command_is_stored_before_it_is_sent(downlink: Downlink) -> None:
    """The reply may come before the message has left: it finds its command all the same."""
    downlink.gateway.echo = True
    state = downlink.state(downlink.command())
    assert (state["status"], state["response_code"]) == ("SUCCEEDED", "0")
    assert state["delivered_at"] <= state["response_received_at"] <= state["completed_at"]


def test_messages_have_ids_of_their_own(downlink: Downlink) -> None:
    """tid and bid are new for each command, and neither is the command's id; tasks have their flight id as bid."""
    made = [downlink.command("return_home"), downlink.command("return_home")]
    downlink.command("flighttask_execute", {"flight_id": "f-1"})
    sent = downlink.gateway.sent
    ids = [one.tid for one in sent] + [one.bid for one in sent[:2]]
    assert len({*ids, *made}) == len(ids) + len(made)
    assert sent[2].bid == "f-1"


def test_another_device_may_be_added_or_is_not_known(make_downlink: Make) -> None:
    """`devices` maps further ids; others are accepted and fail, or are refused."""
    downlink = make_downlink(devices={"drone-002": "OTHER-DOCK"})
    downlink.command(device_id="drone-002")
    assert downlink.gateway.sent[0].gateway_sn == "OTHER-DOCK"
    state = downlink.state(downlink.command(device_id="drone-003"))
    assert (state["status"], state["failure_code"]) == ("FAILED", "REJECTED_BY_ADAPTER")
    strict = make_downlink(unknown_device="refuse")
    assert strict.refused("POST", COMMANDS, strict.body(device_id="drone-003")) == (400, "VALIDATION_FAILED")


def test_a_serial_number_that_is_no_topic_is_told() -> None:
    """It would become part of an MQTT topic."""
    from skybind_emulators.settings import DownlinkRules

    with pytest.raises(ValueError, match="gateway_sn is empty"):
        DownlinkRules(gateway_sn="a/b")
    with pytest.raises(ValueError, match="devices is empty"):
        DownlinkRules(devices={"drone-002": "#"})


@pytest.mark.parametrize(
    ("data", "status", "more"),
    [
        ({"result": 0, "output": {"status": "in_progress"}}, "SUCCEEDED", {"response_code": "0"}),
        ({"result": 319016}, "FAILED", {"response_code": "319016", "failure_reason": "the device answered 319016"}),
        (
            {"result": 1, "code": 5001, "message": "camera busy"},
            "FAILED",
            {"response_code": "5001", "response_message": "camera busy", "failure_reason": "camera busy"},
        ),
    ],
)
def test_a_reply_ends_a_command(downlink: Downlink, data: Any, status: str, more: dict[str, str]) -> None:
    """By `result` alone; code, message and the whole reply are shown."""
    made = downlink.command()
    downlink.gateway.reply(downlink.gateway.sent[0], data)
    state = downlink.state(made)
    assert state | more == state
    assert (state["status"], state["vendor_response"]) == (status, data)
    assert state.get("failure_code") == ("DEVICE_EXECUTION_FAILED" if status == "FAILED" else None)
    assert state["completed_at"] == state["response_received_at"] == state["updated_at"]


@pytest.mark.parametrize(
    ("data", "twist"),
    [
        ({"result": 0}, {"method": "fly_to_point"}),
        ({"result": 0}, {"gateway": "OTHER-DOCK"}),
        ({"code": 1}, {}),
        (None, {}),
    ],
)
def test_a_reply_that_does_not_fit_is_unmatched(downlink: Downlink, data: Any, twist: dict[str, str]) -> None:
    """Its tid is the command's, but method, gateway or result are not right: readings (a) and (c)."""
    made = downlink.command()
    downlink.gateway.reply(downlink.gateway.sent[0], data, **twist)
    state = downlink.state(made)
    assert state["status"] == "UNMATCHED_RESPONSE"
    assert state["failure_reason"]


@pytest.mark.parametrize(("data", "twist"), [({"result": 0}, {"method": "fly_to_point"}), (None, {})])
def test_rules_may_pass_over_replies_that_do_not_fit(make_downlink: Make, data: Any, twist: dict[str, str]) -> None:
    """They are remembered, the command goes on, and a right reply still ends it."""
    downlink = make_downlink(unmatched=())
    made = downlink.command()
    downlink.gateway.reply(downlink.gateway.sent[0], data, **twist)
    assert downlink.state(made)["status"] == "DELIVERED"
    downlink.gateway.reply(downlink.gateway.sent[0], {"result": 0})
    assert downlink.state(made)["status"] == "SUCCEEDED"
    assert downlink.emulator.commands[0].late_replies == [data or {}]


def test_a_reply_with_an_unknown_tid_changes_nothing(downlink: Downlink) -> None:
    """There is no command that could carry it."""
    made = downlink.command()
    downlink.gateway.reply(downlink.gateway.sent[0], {"result": 1}, tid="somebody else's")
    assert downlink.state(made)["status"] == "DELIVERED"


def test_the_first_reply_counts(downlink: Downlink) -> None:
    """A later one, of whatever kind, is remembered and changes nothing: reading (b)."""
    made = downlink.command()
    [sent] = downlink.gateway.sent
    downlink.gateway.reply(sent, {"result": 0})
    before = downlink.state(made)
    downlink.clock.advance(5)
    for data in ({"result": 0}, {"result": 7}, None):
        downlink.gateway.reply(sent, data)
    assert downlink.state(made) == before
    assert downlink.emulator.commands[0].late_replies == [{"result": 0}, {"result": 7}, {}]


@pytest.mark.parametrize(("given", "after_s"), [(None, 30), (0, 30), (1, 1), (300, 300)])
def test_without_a_reply_a_command_is_timed_out(downlink: Downlink, given: int | None, after_s: int) -> None:
    """After its own timeout, or 30 s; what it says is the moment its time was up."""
    made = downlink.command(**({} if given is None else {"timeout_seconds": given}))
    accepted = downlink.emulator.commands[0].accepted_at
    downlink.clock.advance(after_s - 0.5)
    assert downlink.state(made)["status"] == "DELIVERED"
    downlink.clock.advance(100)
    state = downlink.state(made)
    assert (state["status"], state["failure_code"]) == ("TIMED_OUT", "RESPONSE_TIMEOUT")
    assert downlink.emulator.commands[0].completed_at == accepted + after_s


def test_a_reply_after_the_time_comes_too_late(downlink: Downlink) -> None:
    """Even if nobody has looked at the command since; the reply is remembered."""
    made = downlink.command(timeout_seconds=10)
    downlink.clock.advance(10)
    downlink.gateway.reply(downlink.gateway.sent[0], {"result": 0})
    assert downlink.state(made)["status"] == "TIMED_OUT"
    assert downlink.emulator.commands[0].late_replies == [{"result": 0}]


def test_rules_may_read_a_late_reply_as_unmatched(make_downlink: Make) -> None:
    """Reading (b) taken the other way."""
    downlink = make_downlink(unmatched=("late",))
    made = downlink.command(timeout_seconds=10)
    downlink.clock.advance(10)
    assert downlink.state(made)["status"] == "TIMED_OUT"
    downlink.gateway.reply(downlink.gateway.sent[0], {"result": 0})
    assert downlink.state(made)["status"] == "UNMATCHED_RESPONSE"


def test_a_gateway_that_is_not_there(downlink: Downlink) -> None:
    """The command fails, and stays failed when the gateway comes back: it is never sent later."""
    downlink.gateway.reachable = False
    body = downlink.body()
    made = downlink.data("POST", COMMANDS, body, status=202)["command_id"]
    assert downlink.state(made)["failure_code"] == "TRANSPORT_FAILED"
    downlink.gateway.reachable = True
    assert downlink.data("POST", COMMANDS, body)["status"] == "FAILED"
    assert downlink.gateway.sent == []


def test_the_newer_model_has_three_fields(make_downlink: Make) -> None:
    """`public_status`, `adapter_status`, `device_execution_status`, and no `status`."""
    downlink = make_downlink(status_model="newer", devices={"d2": "D2"})
    made = [downlink.command(timeout_seconds=9) for _ in range(4)]
    sent = downlink.gateway.sent

    def shown(command_id: str) -> tuple[Any, ...]:
        state = downlink.state(command_id)
        assert "status" not in state
        return tuple(state.get(name) for name in ("public_status", "adapter_status", "device_execution_status"))

    assert shown(made[0]) == ("DELIVERED", "SENT_TO_DEVICE", None)
    downlink.gateway.reply(sent[0], {"result": 0})
    downlink.gateway.reply(sent[1], {"result": 1})
    downlink.gateway.reply(sent[2], None)
    downlink.clock.advance(9)
    assert shown(made[0]) == ("SUCCEEDED", "SENT_TO_DEVICE", "ACCEPTED_BY_DEVICE")
    assert shown(made[1]) == ("FAILED", "SENT_TO_DEVICE", None)
    assert shown(made[2]) == ("UNKNOWN", "SENT_TO_DEVICE", None)
    assert shown(made[3]) == ("TIMED_OUT", "RESPONSE_TIMEOUT", None)
    assert shown(downlink.command(device_id="drone-003")) == ("FAILED", "REJECTED_BY_ADAPTER", None)
    downlink.gateway.reachable = False
    assert shown(downlink.command()) == ("FAILED", "TRANSPORT_FAILED", None)


def test_an_unknown_command_is_not_found(downlink: Downlink) -> None:
    """So is an id that is none; the seed's own sample is one, though no UUID by the book."""
    for command_id in ("676eda60-93c8-3534-3add-1e24d30c7d43", "x", "676EDA60-93C8-3534-3ADD-1E24D30C7D43"):
        assert downlink.refused("GET", f"{COMMANDS}/{command_id}") == (404, "COMMAND_NOT_FOUND")


def test_an_id_may_be_written_in_capitals(downlink: Downlink) -> None:
    """Hexadecimal digits have no case."""
    made = downlink.command()
    assert downlink.state(made.upper())["command_id"] == made


def test_the_emulator_s_own_view(downlink: Downlink) -> None:
    """Commands and arrivals can be looked at from the test's side."""
    downlink.command()
    assert [command.status for command in downlink.emulator.commands] == [Status.DELIVERED]
    assert downlink.emulator.arrivals("createCommand") == 1
