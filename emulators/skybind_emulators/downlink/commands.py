"""Commands: accepted once for a key, sent once, ended by a reply or by time."""

import hashlib
import json
import threading
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from attrs import define, field, frozen

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.identity import Identities


class Status(StrEnum):
    """The seed's statuses; ``ACCEPTED`` and ``DELIVERED`` are not final."""

    ACCEPTED = "ACCEPTED"
    DELIVERED = "DELIVERED"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    TIMED_OUT = "TIMED_OUT"
    UNMATCHED_RESPONSE = "UNMATCHED_RESPONSE"

    @property
    def final(self) -> bool:
        """Whether the command moves no more."""
        return self not in (Status.ACCEPTED, Status.DELIVERED)


class Failure(StrEnum):
    """Why a command failed. Only the first is documented, the others borrow names of the newer status model."""

    DEVICE_EXECUTION_FAILED = "DEVICE_EXECUTION_FAILED"
    TRANSPORT_FAILED = "TRANSPORT_FAILED"
    RESPONSE_TIMEOUT = "RESPONSE_TIMEOUT"
    REJECTED_BY_ADAPTER = "REJECTED_BY_ADAPTER"


@frozen(kw_only=True)
class Intent:
    """What a caller wants done, and who it is."""

    tenant_id: str
    client_id: str
    vendor: str
    device_id: str
    command_type: str
    payload: Mapping[str, Any] = field(repr=False)
    idempotency_key: str
    timeout_s: int
    request_id: str


@define(kw_only=True, eq=False)
class CommandRecord:
    """A command. Times are Unix seconds.

    Attributes:
        fingerprint: of the body that it came with.
        tid: of its only message to the device; empty before.
        gateway_sn: where that went.
        late_replies: what came when it had ended, or did not count.
    """

    command_id: str
    intent: Intent
    fingerprint: str
    tid: str = ""
    gateway_sn: str = ""
    status: Status = Status.ACCEPTED
    response_code: str | None = None
    response_message: str | None = None
    vendor_response: Mapping[str, Any] | None = None
    failure_code: Failure | None = None
    failure_reason: str | None = None
    accepted_at: float
    delivered_at: float | None = None
    response_received_at: float | None = None
    completed_at: float | None = None
    updated_at: float
    late_replies: list[Mapping[str, Any]] = field(factory=list)

    @property
    def deadline(self) -> float:
        """When it is timed out, unless it has ended before."""
        return self.accepted_at + self.intent.timeout_s


class KeyTaken(Exception):
    """The idempotency key came before, with another body."""


class Commands:
    """All commands of the platform. Whoever changes a record holds ``lock``.

    Time goes by ``clock.now()``: a command is timed out by the same clock that stamps it.
    """

    def __init__(self, clock: SimulatedClock, ids: Identities) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.ids = ids
        self._by_id: dict[str, CommandRecord] = {}
        self._by_key: dict[tuple[str, str], CommandRecord] = {}
        self._by_tid: dict[str, CommandRecord] = {}
        self._open: dict[str, CommandRecord] = {}
        self._ended: list[Callable[[CommandRecord], None]] = []

    def on_end(self, callback: Callable[[CommandRecord], None]) -> None:
        """Be told of each command that ends, once; with the lock held."""
        self._ended.append(callback)

    def accept(self, intent: Intent, body: Any) -> tuple[CommandRecord, bool]:
        """Store a command, or find the one that the same key and body made before.

        Keys belong to the tenant and do not expire (our assumption). Two bodies are the same if they parse to the same
        values, whatever the order of their members and the form of their numbers.

        Returns:
            The command, and whether it is new.

        Raises:
            KeyTaken: the key came with another body.
        """
        fingerprint = _fingerprint(body)
        key = (intent.tenant_id, intent.idempotency_key)
        with self.lock:
            self.settle()
            known = self._by_key.get(key)
            if known is not None:
                if known.fingerprint != fingerprint:
                    raise KeyTaken
                return known, False
            now = self.clock.now()
            record = CommandRecord(
                command_id=self.ids.uuid(), intent=intent, fingerprint=fingerprint, accepted_at=now, updated_at=now
            )
            self._by_id[record.command_id] = self._by_key[key] = self._open[record.command_id] = record
            return record, True

    def all(self) -> list[CommandRecord]:
        """All commands, oldest first, brought up to the present."""
        with self.lock:
            self.settle()
            return list(self._by_id.values())

    def find(self, command_id: str) -> CommandRecord | None:
        """A command, brought up to the present; None if there is none."""
        with self.lock:
            self.settle()
            return self._by_id.get(command_id)

    def of_tid(self, tid: str) -> CommandRecord | None:
        """The command whose message has this tid."""
        with self.lock:
            return self._by_tid.get(tid)

    def prepared_file(self, gateway_sn: str, flight_id: str) -> Mapping[str, Any] | None:
        """``file`` of the last task of this name that went to a gateway; None if there is none."""
        with self.lock:
            for record in reversed(self._by_id.values()):
                intent = record.intent
                if intent.command_type == "flighttask_prepare" and record.gateway_sn == gateway_sn:
                    file = intent.payload.get("file")
                    if intent.payload.get("flight_id") == flight_id and isinstance(file, Mapping):
                        return file
        return None

    def settle(self) -> None:
        """End all commands whose time is up."""
        with self.lock:
            now = self.clock.now()
            for record in [one for one in self._open.values() if now >= one.deadline]:
                reason = f"no reply within {record.intent.timeout_s} s"
                self.end(record, Status.TIMED_OUT, at=record.deadline, failure=Failure.RESPONSE_TIMEOUT, reason=reason)

    def addressed(self, record: CommandRecord, gateway_sn: str) -> str:
        """Note where a command goes, before it goes; return the tid of its message."""
        with self.lock:
            record.gateway_sn = gateway_sn
            record.tid = self.ids.uuid()
            self._by_tid[record.tid] = record
            return record.tid

    def delivered(self, record: CommandRecord) -> None:
        """Show a command as delivered, unless the reply was faster."""
        with self.lock:
            now = self.clock.now()
            record.delivered_at = now if record.response_received_at is None else record.response_received_at
            if not record.status.final:
                record.status = Status.DELIVERED
                record.updated_at = now

    def end(
        self,
        record: CommandRecord,
        status: Status,
        *,
        at: float | None = None,
        failure: Failure | None = None,
        reason: str | None = None,
    ) -> None:
        """Give a command its final status."""
        with self.lock:
            record.status, record.failure_code, record.failure_reason = status, failure, reason
            record.completed_at = record.updated_at = self.clock.now() if at is None else at
            if self._open.pop(record.command_id, None) is not None:
                for told in self._ended:
                    told(record)


def _fingerprint(body: Any) -> str:
    text = json.dumps(_plain(body), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    """Numbers in one form: 30 and 30.0 are one value."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
