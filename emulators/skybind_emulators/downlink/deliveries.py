"""Events sent to callback endpoints, if the rules switch it on.

Release 001 of the platform stores endpoints and sends nothing. What is done here is our assumption throughout, but for
the members of ``command.accepted``: one POST of JSON per event and endpoint, signed with HMAC-SHA256 of the body and
the endpoint's secret in ``X-Utmos-Signature`` (lower-case hex), tried again at once up to ``max_attempts`` times.
"""

import hmac
import http.client
import ipaddress
import queue
import ssl
import threading
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from skybind_emulators import jsontext
from skybind_emulators.downlink.callbacks import Callbacks, Endpoint
from skybind_emulators.downlink.command_views import state_view
from skybind_emulators.downlink.commands import CommandRecord, Commands
from skybind_emulators.downlink.moments import iso
from skybind_emulators.identity import Identities
from skybind_emulators.settings import DownlinkRules

ACCEPTED = "command.accepted"
COMPLETED = "command.completed"
SIGNATURE = "X-Utmos-Signature"
_LOOK_S = 0.1  # how often commands are looked at whose time may be up


@frozen
class Delivery:
    """An event that was sent, or could not be.

    Attributes:
        status: of the last answer; None if there was none.
        attempts: how often it was sent.
    """

    endpoint_id: str
    event_type: str
    status: int | None
    attempts: int


@frozen
class _Parcel:
    endpoint: Endpoint
    event_type: str
    body: bytes = field(repr=False)


class Deliveries:
    """Sends events from a thread of its own; does nothing at all where the rules do not ask for it.

    Attributes:
        done: what was sent, oldest first.
    """

    def __init__(self, commands: Commands, callbacks: Callbacks, ids: Identities, rules: DownlinkRules) -> None:
        self.done: list[Delivery] = []
        self._commands = commands
        self._callbacks = callbacks
        self._ids = ids
        self._model = rules.status_model
        self._parcels: queue.Queue[_Parcel | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        if rules.deliver_callbacks:
            commands.on_end(self._completed)
            self._thread = threading.Thread(target=self._work, name="skybind-callbacks", daemon=True)
            self._thread.start()

    def accepted(self, record: CommandRecord) -> None:
        """Tell of a command that was just stored."""
        intent = record.intent
        self._post(
            record,
            ACCEPTED,
            {
                "client_id": intent.client_id,
                "vendor": intent.vendor,
                "device_id": intent.device_id,
                "command_type": intent.command_type,
                "timeout_seconds": intent.timeout_s,
                "accepted_at": iso(record.accepted_at),
                "request_id": intent.request_id,
                "payload": intent.payload,
            },
        )

    def close(self) -> None:
        """Send no more."""
        if self._thread is not None:
            self._parcels.put(None)
            self._thread.join()
            self._thread = None

    def _completed(self, record: CommandRecord) -> None:
        self._post(record, COMPLETED, state_view(record, self._model))

    def _post(self, record: CommandRecord, event_type: str, members: Mapping[str, Any]) -> None:
        if self._thread is None:
            return
        tenant_id = record.intent.tenant_id
        head = {"event_type": event_type, "command_id": record.command_id, "tenant_id": tenant_id}
        for endpoint in self._callbacks.wanting(tenant_id, event_type):
            body = jsontext.write({"event_id": self._ids.uuid(), **head, **members})
            self._parcels.put(_Parcel(endpoint, event_type, body))

    def _work(self) -> None:
        while True:
            try:
                parcel = self._parcels.get(timeout=_LOOK_S)
            except queue.Empty:
                self._commands.settle()
                continue
            if parcel is None:
                return
            self.done.append(_sent(parcel))


def _sent(parcel: _Parcel) -> Delivery:
    endpoint, status, attempts = parcel.endpoint, None, 0
    signature = hmac.digest(endpoint.secret.encode("utf-8"), parcel.body, "sha256").hex()
    headers = {"Content-Type": "application/json", SIGNATURE: signature}
    while attempts < endpoint.max_attempts and not (status and 200 <= status < 300):
        attempts += 1
        status = _status(endpoint, parcel.body, headers)
    return Delivery(endpoint.id, parcel.event_type, status, attempts)


def _status(endpoint: Endpoint, body: bytes, headers: Mapping[str, str]) -> int | None:
    """Status of the answer; None if there is none. Only loopback is called: an emulator stays on its machine."""
    connection: http.client.HTTPConnection | None = None
    try:
        place = urlsplit(endpoint.url)
        host, port = place.hostname or "", place.port
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            return None
        if place.scheme == "https":
            # Receivers on loopback have certificates of their own making.
            context = ssl._create_unverified_context()  # noqa: S323, SLF001
            connection = http.client.HTTPSConnection(host, port, timeout=endpoint.timeout_s, context=context)
        else:
            connection = http.client.HTTPConnection(host, port, timeout=endpoint.timeout_s)
        connection.request(
            "POST", (place.path or "/") + (f"?{place.query}" if place.query else ""), body, dict(headers)
        )
        return connection.getresponse().status
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        if connection is not None:
            connection.close()
