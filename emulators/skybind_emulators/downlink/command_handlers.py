"""Accept a command, tell what became of it."""

from collections.abc import Callable
from typing import Any

from skybind_emulators.application import Handler
from skybind_emulators.downlink.adapter import Adapter
from skybind_emulators.downlink.callers import REQUEST_ID, Callers
from skybind_emulators.downlink.catalogue import Catalogue
from skybind_emulators.downlink.codes import (
    COMMAND_NOT_FOUND,
    IDEMPOTENCY_CONFLICT,
    UNSUPPORTED_VENDOR,
    VALIDATION_FAILED,
    refuse,
)
from skybind_emulators.downlink.command_views import accepted_view, state_view
from skybind_emulators.downlink.commands import Commands, Intent, KeyTaken
from skybind_emulators.downlink.deliveries import Deliveries
from skybind_emulators.downlink.fleet import Fleet
from skybind_emulators.exchange import Call, Reply
from skybind_emulators.settings import DownlinkRules


class CommandHandlers:
    """``createCommand`` and ``getCommand``.

    Args:
        look: called with each look at a command: where jobs move with looks, the dock's do too.
    """

    def __init__(
        self,
        commands: Commands,
        adapter: Adapter,
        catalogue: Catalogue,
        callers: Callers,
        fleet: Fleet,
        deliveries: Deliveries,
        rules: DownlinkRules,
        *,
        look: Callable[[], None],
    ) -> None:
        self._commands = commands
        self._adapter = adapter
        self._catalogue = catalogue
        self._callers = callers
        self._fleet = fleet
        self._deliveries = deliveries
        self._rules = rules
        self._look = look

    def by_operation(self) -> dict[str, Handler]:
        """The handlers."""
        return {"createCommand": self._create, "getCommand": self._get}

    def _create(self, call: Call) -> Any:
        """202 for a new command; the same key and body find the one that they made before."""
        intent = self._intent(call)
        if intent.vendor not in self._rules.vendors:
            raise refuse(UNSUPPORTED_VENDOR, f"vendor {intent.vendor} is not served")
        self._catalogue.check(intent.vendor, intent.command_type, intent.payload)
        if call.body.get("timeout_seconds", self._rules.timeout_min_s) < self._rules.timeout_min_s:
            raise refuse(VALIDATION_FAILED, f"timeout_seconds: less than {self._rules.timeout_min_s}")
        known = self._fleet.gateway(intent.tenant_id, intent.device_id) is not None
        if self._rules.unknown_device == "refuse" and not known:
            raise refuse(VALIDATION_FAILED, "device_id: the tenant has no such device")
        try:
            record, new = self._commands.accept(intent, call.body)
        except KeyTaken:
            raise refuse(IDEMPOTENCY_CONFLICT, "the idempotency_key was used with another body") from None
        view = accepted_view(record, self._rules.status_model, intent.request_id)
        if not new:
            return Reply(view, status=self._rules.replay_status)
        # It is stored by now, whatever becomes of this call; only the call that stored it sends it.
        self._deliveries.accepted(record)
        if call.struck("fail"):
            self._adapter.lose(record)
        elif not call.struck("stall"):
            self._adapter.send(record)
        return Reply(view, status=202)

    def _get(self, call: Call) -> Any:
        record = self._commands.find(call.arguments.path["command_id"].lower())
        if record is None or record.intent.tenant_id != self._callers.of(call).tenant_id:
            raise refuse(COMMAND_NOT_FOUND, "there is no such command")
        self._look()
        with self._commands.lock:
            return state_view(record, self._rules.status_model)

    def _intent(self, call: Call) -> Intent:
        body, caller = call.body, self._callers.of(call)
        return Intent(
            tenant_id=caller.tenant_id,
            client_id=caller.client_id,
            vendor=body["vendor"],
            device_id=body["device_id"],
            command_type=body["command_type"],
            payload=body["payload"],
            idempotency_key=body["idempotency_key"],
            timeout_s=body.get("timeout_seconds") or self._rules.timeout_default_s,
            request_id=self._callers.request_id(call.headers.get(REQUEST_ID)),
        )
