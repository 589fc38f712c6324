"""Commands from acceptance to their end, with a device that answers well, badly, twice, late or never."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule

from harness.contract.life_cycle import LifeCycle, refused
from skybind.downlink.intents import Intent
from skybind.errors import Conflict, NotFound
from skybind_clients.downlink.models import CommandStatus
from unit.emulators.downlink_platform.harness import Sent

__all__ = ["CommandLives"]

TYPES = st.sampled_from(["return_home", "flighttask_pause", "cover_open", "unlock_license_list", "debug_mode_open"])
PAYLOADS: dict[str, dict[str, Any]] = {"unlock_license_list": {"device_model_domain": 0}}
TIMEOUT_S = 30
OPEN = (CommandStatus.ACCEPTED, CommandStatus.DELIVERED)
NOBODY = "00000000-0000-0000-0000-000000000000"

# What a device says, and what becomes of an open command by it; None leaves it as it is.
REPLIES: dict[str, tuple[dict[str, Any], dict[str, str], CommandStatus | None]] = {
    "takes": ({"data": {"result": 0}}, {}, CommandStatus.SUCCEEDED),
    "takes, with output": ({"data": {"result": 0, "output": {"status": "ok"}}}, {}, CommandStatus.SUCCEEDED),
    "refuses": ({"data": {"result": 314000}}, {}, CommandStatus.FAILED),
    "refuses, with words": ({"data": {"result": 1, "code": 5001, "message": "busy"}}, {}, CommandStatus.FAILED),
    "says nothing": ({"data": None}, {}, CommandStatus.UNMATCHED_RESPONSE),
    "has no result": ({"data": {"output": {}}}, {}, CommandStatus.UNMATCHED_RESPONSE),
    "names another method": ({"data": {"result": 0}}, {"method": "other"}, CommandStatus.UNMATCHED_RESPONSE),
    "names another command": ({"data": {"result": 0}}, {"tid": "other"}, None),
}


@attrs.define
class Kept:
    """A command as it must be."""

    intent: Intent
    sent: Sent
    status: CommandStatus = CommandStatus.DELIVERED
    code: str = ""


class CommandLives(LifeCycle):
    """Commands are sent, sent again with their keys, answered, looked at, and run out of time."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.commands: dict[str, Kept] = {}
        self.platform = self.known.get("platform")
        self.emulated = self.platform is not None
        if self.emulated:
            self.platform.gateway.echo = False

    @precondition(lambda self: self.emulated)
    @rule(target=ids, command_type=TYPES)
    def send(self, command_type: str) -> str:
        before = len(self._sent)
        intent = self.client.intent((command_type, PAYLOADS.get(command_type, {})), timeout_seconds=TIMEOUT_S)
        command = self.client.send(intent)
        assert command.id not in self.commands, "an id was given out twice"
        assert len(self._sent) == before + 1, "a command goes out once"
        assert self._sent[-1].data == intent.payload
        self.commands[command.id] = Kept(intent, self._sent[-1])
        self.look(command.id)
        return str(command.id)

    @rule(id_=ids)
    def send_again(self, id_: str) -> None:
        """The same key and body: the command that there is, and nothing goes out."""
        before = len(self._sent)
        assert self.client.ask(self.commands[id_].intent, however_old=True).id == id_
        assert len(self._sent) == before, "a command that there is goes out again"

    @rule(id_=ids)
    def send_another_with_its_key(self, id_: str) -> None:
        """The same key with another body is refused."""
        key, before = self.commands[id_].intent.idempotency_key, len(self._sent)
        refused(Conflict, lambda: self.client.send(("gimbal_reset", {"payload_index": "80-0-0", "reset_mode": 0}),
                                                   idempotency_key=key))  # fmt: skip
        assert len(self._sent) == before

    @rule(id_=ids, how=st.sampled_from([*REPLIES]))
    def reply(self, id_: str, how: str) -> None:
        """The first good reply counts; what comes when it has ended changes nothing."""
        kept = self.commands[id_]
        said, other, status = REPLIES[how]
        assert self.platform is not None
        self.platform.gateway.reply(kept.sent, said["data"], **other)
        if kept.status in OPEN and status is not None:
            kept.status = status
            data = said["data"] or {}
            kept.code = str(data.get("code", data.get("result", "")))
        self.look(id_)

    @precondition(lambda self: self.emulated)
    @rule(seconds=st.sampled_from([1, TIMEOUT_S + 1]))
    def let_time_go_by(self, seconds: int) -> None:
        assert self.platform is not None
        self.platform.clock.advance(float(seconds))
        if seconds <= TIMEOUT_S:
            # Whether one of them runs out now depends on what went by before; a look tells.
            for id_, kept in self.commands.items():
                if kept.status in OPEN and self.client.command(id_).poll().status is CommandStatus.TIMED_OUT:
                    kept.status = CommandStatus.TIMED_OUT
            return
        for kept in self.commands.values():
            kept.status = CommandStatus.TIMED_OUT if kept.status in OPEN else kept.status

    @rule(id_=ids)
    def look(self, id_: str) -> None:
        kept, state = self.commands[id_], self.client.command(id_).poll()
        assert (state.status, state.command_type) == (kept.status, kept.intent.command_type)
        assert (state.response_code or "") == kept.code, "not the code that the device sent"
        assert bool(state.completed_at) == (kept.status not in OPEN)

    @rule()
    def look_for_one_that_there_is_not(self) -> None:
        refused(NotFound, lambda: self.client.command(NOBODY).poll())

    @property
    def _sent(self) -> list[Sent]:
        assert self.platform is not None
        sent: list[Sent] = self.platform.gateway.sent
        return sent
