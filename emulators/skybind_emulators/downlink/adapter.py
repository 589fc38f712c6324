"""What stands between commands and devices: each command is sent once, each reply finds its command."""

import logging
from collections.abc import Mapping
from typing import Any

from skybind_emulators.downlink.bridge import NotDelivered
from skybind_emulators.downlink.commands import CommandRecord, Commands, Failure, Status
from skybind_emulators.downlink.fleet import Fleet
from skybind_emulators.downlink.replies import Outcome, read_reply
from skybind_emulators.downlink.transport import Transport
from skybind_emulators.settings import DownlinkRules

# Their `bid` is the task's own name, as in DJI's SDK; that of others is a UUID.
_BY_FLIGHT = ("flighttask_prepare", "flighttask_execute")

_log = logging.getLogger(__name__)


class Adapter:
    """Sends commands to gateways and reads what they answer."""

    def __init__(self, commands: Commands, transport: Transport, fleet: Fleet, rules: DownlinkRules) -> None:
        self._commands = commands
        self._transport = transport
        self._fleet = fleet
        self._rules = rules
        transport.on_reply(self._replied)

    def send(self, record: CommandRecord) -> None:
        """Send a command that was just stored. Must be called once for each.

        Publishing again could make a machine move twice, so there is no second attempt: what could not be sent has
        failed.
        """
        intent = record.intent
        gateway_sn = self._fleet.gateway(intent.tenant_id, intent.device_id)
        if intent.vendor != "dji" or gateway_sn is None:
            reason = (
                "no gateway is known for the device" if intent.vendor == "dji" else f"no adapter for {intent.vendor}"
            )
            self._commands.end(record, Status.FAILED, failure=Failure.REJECTED_BY_ADAPTER, reason=reason)
            return
        tid = self._commands.addressed(record, gateway_sn)
        flight = intent.payload.get("flight_id") if intent.command_type in _BY_FLIGHT else None
        bid = flight if isinstance(flight, str) and flight else self._commands.ids.uuid()
        try:
            self._transport.deliver(gateway_sn, intent.command_type, intent.payload, bid, tid=tid)
        except NotDelivered:
            self.lose(record)
        else:
            self._commands.delivered(record)

    def lose(self, record: CommandRecord) -> None:
        """Show a command as one that the transport could not carry, and do not send it."""
        reason = "the gateway could not be reached"
        self._commands.end(record, Status.FAILED, failure=Failure.TRANSPORT_FAILED, reason=reason)

    def _replied(self, gateway_sn: str, tid: str, _bid: str, method: str, data: Mapping[str, Any] | None) -> None:
        record = self._commands.of_tid(tid)
        if record is None:
            _log.info("a reply of %s to %s fits no command", gateway_sn, method)
            return
        with self._commands.lock:
            self._commands.settle()
            outcome = read_reply(data)
            reading = self._reading(record, gateway_sn, method, outcome)
            if reading is not None and reading not in self._rules.unmatched:
                record.late_replies.append(outcome.vendor_response)
                return
            record.response_received_at = self._commands.clock.now()
            record.response_code, record.response_message = outcome.response_code, outcome.response_message
            record.vendor_response = outcome.vendor_response
            if reading is not None:
                self._commands.end(record, Status.UNMATCHED_RESPONSE, reason=_UNMATCHED[reading])
            elif outcome.succeeded:
                self._commands.end(record, Status.SUCCEEDED)
            else:
                reason = outcome.response_message or f"the device answered {outcome.response_code}"
                self._commands.end(record, Status.FAILED, failure=Failure.DEVICE_EXECUTION_FAILED, reason=reason)

    def _reading(self, record: CommandRecord, gateway_sn: str, method: str, outcome: Outcome) -> str | None:
        """Why the reply is not simply the command's; None if it is."""
        if record.status.final:
            return "late"
        if method != record.intent.command_type or gateway_sn != record.gateway_sn:
            return "other-call"
        return "no-result" if outcome.succeeded is None else None


_UNMATCHED = {
    "late": "a reply came after the command had ended",
    "other-call": "a reply with the command's tid is of another method or gateway",
    "no-result": "the reply has no usable result",
}
