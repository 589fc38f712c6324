"""The comparison can fail: faults planted in a copy of the spec are reported, each with its place."""

import copy
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generation.document import Document
from unit.specs_downlink import payloads, platform

Root = dict[str, Any]


def schema(root: Root, name: str) -> dict[str, Any]:
    """A component to spoil."""
    found: dict[str, Any] = root["components"]["schemas"][name]
    return found


def member(root: Root, name: str, of: str) -> dict[str, Any]:
    """A member of a component."""
    found: dict[str, Any] = schema(root, of)["properties"][name]
    return found


def renamed_member(root: Root) -> None:
    """A member is called otherwise."""
    properties = schema(root, "FlighttaskPrepare")["properties"]
    properties["rth_height"] = properties.pop("rth_altitude")


def lost_member(root: Root) -> None:
    """A nested member is forgotten."""
    del schema(root, "BreakPoint")["properties"]["attitude_head"]


def wrong_type(root: Root) -> None:
    """A height is text."""
    member(root, "rth_altitude", "FlighttaskPrepare")["type"] = "string"


def dropped_required(root: Root) -> None:
    """What must be there may be left out."""
    schema(root, "FlighttaskPrepare")["required"].remove("file")


def added_required(root: Root) -> None:
    """What may be left out must be there."""
    schema(root, "FlighttaskPrepare")["required"].append("break_point")


def wrong_minimum(root: Root) -> None:
    """A lower return is let pass."""
    member(root, "rth_altitude", "FlighttaskPrepare")["x-strict"]["minimum"] = 2


def lost_range(root: Root) -> None:
    """A range is forgotten."""
    del member(root, "max_speed", "FlyToPoint")["x-strict"]


def lost_value(root: Root) -> None:
    """A task type is forgotten."""
    schema(root, "TaskType")["x-strict"]["enum"].remove(2)


def more_values(root: Root) -> None:
    """A task type is made up."""
    schema(root, "TaskType")["x-strict"]["enum"].append(3)


def loose_pattern(root: Root) -> None:
    """The name of a task may have any character."""
    member(root, "flight_id", "FlighttaskPrepare").pop("x-strict")


def wrong_unit(root: Root) -> None:
    """Metres are feet."""
    member(root, "rth_altitude", "FlighttaskPrepare")["x-unit"] = "ft"


def lost_command(root: Root) -> None:
    """A command is not offered."""
    union = schema(root, "CommandByType")
    target = union["discriminator"]["mapping"].pop("return_home")
    union["oneOf"] = [part for part in union["oneOf"] if part["$ref"] != target]


def wrong_const(root: Root) -> None:
    """A command goes out under another name."""
    schema(root, "ReturnHomeCommand")["properties"]["command_type"]["const"] = "return_to_home"


def crossed_commands(root: Root) -> None:
    """Opening the cover closes it."""
    mapping = schema(root, "CommandByType")["discriminator"]["mapping"]
    mapping["cover_open"], mapping["cover_close"] = mapping["cover_close"], mapping["cover_open"]


def listed_as_unlisted(root: Root) -> None:
    """A listed command may pass for an unlisted one."""
    schema(root, "UnlistedCommand")["properties"]["command_type"]["not"]["enum"].remove("cover_open")


def no_source(root: Root) -> None:
    """A member does not say where it is from."""
    del member(root, "rth_altitude", "FlighttaskPrepare")["x-source"]


def lost_slip(root: Root) -> None:
    """What the platform does not carry is not told."""
    schema(root, "FlighttaskPrepare")["x-not-carried"].pop()


PAYLOADS: Mapping[Callable[[Root], None], tuple[str, ...]] = {
    renamed_member: (
        "flighttask_prepare.rth_altitude: not in the spec",
        "flighttask_prepare.rth_height: not in the inventory",
    ),
    lost_member: tuple(
        f"{name}.break_point.attitude_head: not in the spec" for name in ("flighttask_create", "flighttask_prepare")
    ),
    wrong_type: ("flighttask_prepare.rth_altitude: type is string, documented is integer",),
    dropped_required: ("flighttask_prepare.file: required is False, documented is True",),
    added_required: ("flighttask_prepare.break_point: required is True, documented is False",),
    wrong_minimum: ("flighttask_prepare.rth_altitude: minimum is 2, documented is 20",),
    lost_range: (
        "fly_to_point.max_speed: maximum is none, documented is 15",
        "fly_to_point.max_speed: minimum is none, documented is 0",
    ),
    lost_value: ("flighttask_prepare.task_type: enum is ['0', '1'], documented is ['0', '1', '2']",),
    more_values: ("flighttask_prepare.task_type: enum is ['0', '1', '2', '3'], documented is ['0', '1', '2']",),
    loose_pattern: ("flighttask_prepare.flight_id: pattern is none, documented is",),
    wrong_unit: ("flighttask_prepare.rth_altitude: unit is ft, documented is m",),
    lost_command: ("return_home: not in the union",),
    wrong_const: ("return_home: its const is return_to_home",),
    crossed_commands: (
        "cover_close: its const is cover_open",
        "cover_close: x-command is cover_open",
        "cover_open: its const is cover_close",
        "cover_open: x-command is cover_close",
    ),
    listed_as_unlisted: ("cover_open: may pass for an unlisted command",),
    no_source: ("flighttask_prepare.rth_altitude: no source",),
    lost_slip: ("flighttask_prepare: x-not-carried is",),
}


def other_host(root: Root) -> None:
    """The platform is elsewhere."""
    root["servers"][0]["url"] = "https://utmos.dev"


def lost_code(root: Root) -> None:
    """A code of the platform is forgotten."""
    root["x-errors"] = [entry for entry in root["x-errors"] if entry["code"] != "NONCE_REPLAYED"]


def other_status(root: Root) -> None:
    """A code comes with another status."""
    next(entry for entry in root["x-errors"] if entry["code"] == "IDEMPOTENCY_CONFLICT")["status"] = 400


def a_guess_for_a_fact(root: Root) -> None:
    """A code that we made up is given out as documented."""
    next(entry for entry in root["x-errors"] if entry["code"] == "FORBIDDEN")["source"] = "doc error-model"


def lost_outcome(root: Root) -> None:
    """One of the seed's statuses is forgotten."""
    schema(root, "CommandStatus")["enum"].remove("UNMATCHED_RESPONSE")


def lost_endpoint(root: Root) -> None:
    """Replies to devices cannot be sent."""
    del root["paths"]["/api/v1/open/device-requests/{request_id}/reply"]


def other_limit(root: Root) -> None:
    """A command may wait longer than the platform lets it."""
    member(root, "timeout_seconds", "CommandRequest")["maximum"] = 3600


def lost_scope(root: Root) -> None:
    """A call does not tell its scope."""
    root["paths"]["/api/v1/open/downlink/commands"]["post"]["description"] = "Sends a command."


def lost_filter(root: Root) -> None:
    """Requests of devices cannot be filtered by kind."""
    call = root["paths"]["/api/v1/open/device-requests"]["get"]
    call["parameters"] = [one for one in call["parameters"] if one.get("name") != "request_type"]


def number_for_text(root: Root) -> None:
    """The device's code is a number."""
    member(root, "response_code", "CommandState")["type"] = "integer"


def unsigned(root: Root) -> None:
    """Requests need no signature."""
    root["security"] = []


def lost_header(root: Root) -> None:
    """The nonce is not told."""
    scheme = root["components"]["securitySchemes"]["signature"]
    scheme["description"] = scheme["description"].replace("X-Api-Nonce", "a number")


def lost_device_code(root: Root) -> None:
    """A device's code is forgotten."""
    root["x-device-codes"] = [entry for entry in root["x-device-codes"] if entry["code"] != 325001]


def other_advice(root: Root) -> None:
    """What to do about a code is another thing."""
    entry = next(entry for entry in root["x-device-codes"] if entry["code"] == 0)
    entry["advice"] = "restart_aircraft"


def lost_reason(root: Root) -> None:
    """A reason to break off is forgotten."""
    root["x-break-reasons"] = [entry for entry in root["x-break-reasons"] if entry["value"] != 513]


_COMMANDS = "POST /api/v1/open/downlink/commands"
PLATFORM: Mapping[Callable[[Root], None], str] = {
    other_host: "hosts",
    lost_code: "NONCE_REPLAYED: None, known is 401",
    other_status: "IDEMPOTENCY_CONFLICT: 400, known is 409",
    a_guess_for_a_fact: "FORBIDDEN: does not say that it is our assumption",
    lost_outcome: "statuses: ",
    lost_endpoint: "POST /api/v1/open/device-requests/{request_id}/reply: not in the spec",
    other_limit: f"{_COMMANDS}: timeout_seconds: maximum is not 300",
    lost_scope: f"{_COMMANDS}: scope open:command:create is not told",
    lost_filter: "GET /api/v1/open/device-requests: query: device_id, vendor",
    number_for_text: "GET /api/v1/open/downlink/commands/{command_id}: answer's response_code is integer",
    unsigned: "not all requests are signed",
    lost_header: "header X-Api-Nonce: not told",
    lost_device_code: "device code 325001: not in the spec",
    other_advice: "device code 0: advice is restart_aircraft",
    lost_reason: "break reason 513",
}


def spoiled(spec: Document, plant: Callable[[Root], None]) -> Document:
    """A copy of the spec with a fault in it."""
    root = copy.deepcopy(dict(spec.root))
    plant(root)
    return replace(spec, root=root)


@pytest.fixture(scope="module")
def before(spec: Document) -> frozenset[str]:
    """What is reported of the spec as it is."""
    return frozenset(payloads.differences(spec))


@pytest.mark.parametrize("plant", PAYLOADS, ids=lambda plant: plant.__name__)
def test_a_fault_in_a_payload_is_reported(
    spec: Document, before: frozenset[str], plant: Callable[[Root], None]
) -> None:
    """With the command, the member and what differs; nothing else is reported."""
    reported = sorted(set(payloads.differences(spoiled(spec, plant))) - before)
    assert len(reported) == len(PAYLOADS[plant]), reported
    assert all(line.startswith(words) for line, words in zip(reported, sorted(PAYLOADS[plant]), strict=True)), reported


@pytest.mark.parametrize("plant", PLATFORM, ids=lambda plant: plant.__name__)
def test_a_fault_in_the_platform_is_reported(spec: Document, plant: Callable[[Root], None]) -> None:
    """In one line, with its place."""
    [reported] = platform.differences(spoiled(spec, plant))
    assert reported.startswith(PLATFORM[plant])
