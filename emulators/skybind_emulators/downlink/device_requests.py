"""What devices ask of the cloud: some is answered at once, the rest waits for somebody who answers by hand."""

import logging
import threading
from collections.abc import Mapping
from typing import Any

from attrs import define

from skybind_emulators.application import Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.bridge import Request
from skybind_emulators.downlink.broker import NotConnected
from skybind_emulators.downlink.callers import Callers
from skybind_emulators.downlink.codes import DEVICE_REQUEST_NOT_FOUND, INTERNAL_ERROR, VALIDATION_FAILED, refuse
from skybind_emulators.downlink.commands import Commands
from skybind_emulators.downlink.fleet import Fleet
from skybind_emulators.downlink.moments import iso
from skybind_emulators.downlink.objects import Objects
from skybind_emulators.downlink.transport import Transport
from skybind_emulators.exchange import Call, Reply
from skybind_emulators.identity import Identities
from skybind_emulators.settings import DownlinkRules

_log = logging.getLogger(__name__)


@define(kw_only=True, eq=False)
class DeviceRequestRecord:
    """A request of a device, and its answer once there is one. Times are Unix seconds."""

    request_id: str
    device_id: str
    asked: Request
    routing: str
    received_at: float
    reply_source: str | None = None
    reply: Mapping[str, Any] | None = None
    replied_at: float | None = None


class DeviceRequests:
    """All requests of devices.

    The platform answers by itself (``routing_decision`` ``auto``) where the rules name the method and it knows what to
    say; a request for the file of a task that it never saw waits for a reply by hand.
    """

    def __init__(
        self,
        callers: Callers,
        fleet: Fleet,
        commands: Commands,
        objects: Objects,
        transport: Transport,
        clock: SimulatedClock,
        ids: Identities,
        rules: DownlinkRules,
    ) -> None:
        self._callers = callers
        self._fleet = fleet
        self._commands = commands
        self._objects = objects
        self._transport = transport
        self._clock = clock
        self._ids = ids
        self._rules = rules
        self._lock = threading.RLock()
        self._records: dict[str, DeviceRequestRecord] = {}
        transport.on_request(self._asked)

    def by_operation(self) -> dict[str, Handler]:
        """The handlers."""
        return {
            "listDeviceRequests": self._list,
            "getDeviceRequest": lambda call: _view(self._found(call)),
            "replyDeviceRequest": self._reply,
        }

    def all(self) -> list[DeviceRequestRecord]:
        """All of them, oldest first."""
        with self._lock:
            return list(self._records.values())

    def _asked(self, asked: Request) -> None:
        answer = self._automatic(asked) if asked.method in self._rules.auto_replies else None
        with self._lock:
            record = DeviceRequestRecord(
                request_id=self._ids.uuid(),
                device_id=self._fleet.device(asked.gateway_sn),
                asked=asked,
                routing="manual" if answer is None else "auto",
                received_at=self._clock.now(),
            )
            self._records[record.request_id] = record
            if answer is None:
                return
            try:
                self._transport.answer_request(asked, answer)
            except NotConnected:
                _log.warning("a request of %s could not be answered", asked.gateway_sn)
                return
            self._answered(record, "auto", {"reply_code": 0, "payload": _kept(answer)})

    def _automatic(self, asked: Request) -> Mapping[str, Any] | None:
        """``data`` of the answer that the platform gives by itself; None if it knows none."""
        if asked.method == "flighttask_resource_get":
            file = self._commands.prepared_file(asked.gateway_sn, str(asked.data.get("flight_id", "")))
            if file is None:
                return None
            return {"result": 0, "output": {"file": {**file, "url": self._objects.renewed(str(file.get("url", "")))}}}
        if asked.method == "storage_config_get":
            return {"result": 0, "output": self._objects.media_storage(asked.gateway_sn)}
        if asked.method == "config":
            return {"result": 0, "ntp_server_host": self._rules.ntp_server, "ntp_server_port": 123}
        return {"result": 0}

    def _list(self, call: Call) -> Any:
        wanted = call.arguments.query
        tenant_id = self._callers.of(call).tenant_id
        found = [_view(record) for record in self.all() if self._fleet.sees(tenant_id)]
        names = ("vendor", "device_id", "request_type")
        return {"items": [one for one in found if all(one[name] == wanted.get(name, one[name]) for name in names)]}

    def _found(self, call: Call) -> DeviceRequestRecord:
        record = self._records.get(call.arguments.path["request_id"])
        if record is None or not self._fleet.sees(self._callers.of(call).tenant_id):
            raise refuse(DEVICE_REQUEST_NOT_FOUND, "there is no such request of a device")
        return record

    def _reply(self, call: Call) -> Any:
        record, body = self._found(call), call.body
        payload = body.get("payload")
        data = {"result": body["reply_code"], **({} if payload is None else {"output": payload})}
        with self._lock:
            if record.replied_at is not None:
                raise refuse(VALIDATION_FAILED, "the request was answered before")
            try:
                self._transport.answer_request(record.asked, data)
            except NotConnected:
                raise refuse(INTERNAL_ERROR, "the device could not be reached") from None
            self._answered(record, "manual", body)
            return Reply({"request_id": record.request_id, **_reply_view(record)}, status=202)

    def _answered(self, record: DeviceRequestRecord, source: str, reply: Mapping[str, Any]) -> None:
        record.reply_source, record.reply, record.replied_at = source, reply, self._clock.now()


def _kept(answer: Mapping[str, Any]) -> dict[str, Any]:
    """What of an answer is shown to those who may read requests: no keys of storage."""
    output = answer.get("output")
    if isinstance(output, Mapping):
        answer = {**answer, "output": {name: value for name, value in output.items() if name != "credentials"}}
    return {name: value for name, value in answer.items() if name != "result"}


def _view(record: DeviceRequestRecord) -> dict[str, Any]:
    view: dict[str, Any] = {
        "request_id": record.request_id,
        "vendor": "dji",
        "device_id": record.device_id,
        "request_type": record.asked.method,
        "inbound_payload": dict(record.asked.data),
        "routing_decision": record.routing,
        "received_at": iso(record.received_at),
    }
    if record.reply is not None and record.replied_at is not None:
        view |= {"reply_source": record.reply_source, "standardized_reply": dict(record.reply)}
        view["replied_at"] = iso(record.replied_at)
    return view


def _reply_view(record: DeviceRequestRecord) -> dict[str, Any]:
    assert record.reply is not None
    assert record.replied_at is not None
    told = {name: record.reply[name] for name in ("reply_code", "reply_message") if name in record.reply}
    return {**told, "reply_source": record.reply_source, "replied_at": iso(record.replied_at)}
