"""Commands as answers show them: with the seed's six statuses, or with the newer page's three fields."""

from collections.abc import Mapping
from typing import Any

from skybind_emulators.downlink.commands import CommandRecord, Failure, Status
from skybind_emulators.downlink.moments import iso, iso_or_none

_ADAPTER: Mapping[Failure, str] = {
    Failure.TRANSPORT_FAILED: "TRANSPORT_FAILED",
    Failure.REJECTED_BY_ADAPTER: "REJECTED_BY_ADAPTER",
    Failure.RESPONSE_TIMEOUT: "RESPONSE_TIMEOUT",
}


def accepted_view(record: CommandRecord, model: str, request_id: str) -> dict[str, Any]:
    """The answer to ``createCommand``."""
    return {
        "command_id": record.command_id,
        "status": record.status.value if model == "seed" else _public(record),
        "accepted_at": iso(record.accepted_at),
        "request_id": request_id,
    }


def state_view(record: CommandRecord, model: str) -> dict[str, Any]:
    """The answer to ``getCommand``; what is not known yet is left out."""
    view: dict[str, Any] = {"command_id": record.command_id}
    if model == "seed":
        view["status"] = record.status.value
    else:
        view["public_status"] = _public(record)
        view["adapter_status"] = _adapter(record)
        if record.status is Status.SUCCEEDED:
            view["device_execution_status"] = "ACCEPTED_BY_DEVICE"
    view |= {
        "vendor": record.intent.vendor,
        "device_id": record.intent.device_id,
        "command_type": record.intent.command_type,
        "response_code": record.response_code,
        "response_message": record.response_message,
        "vendor_response": None if record.vendor_response is None else dict(record.vendor_response),
        "failure_code": record.failure_code,
        "failure_reason": record.failure_reason,
        "accepted_at": iso(record.accepted_at),
        "delivered_at": iso_or_none(record.delivered_at),
        "response_received_at": iso_or_none(record.response_received_at),
        "completed_at": iso_or_none(record.completed_at),
        "updated_at": iso(record.updated_at),
    }
    return {name: value for name, value in view.items() if value is not None}


def _public(record: CommandRecord) -> str:
    """The newer page has no UNMATCHED_RESPONSE; that such a command is UNKNOWN there is our assumption."""
    if record.status is Status.ACCEPTED and record.tid:
        return "DISPATCHING"
    return "UNKNOWN" if record.status is Status.UNMATCHED_RESPONSE else record.status.value


def _adapter(record: CommandRecord) -> str:
    failure = record.failure_code
    if failure is not None and failure in _ADAPTER:
        return _ADAPTER[failure]
    return "RECEIVED" if record.delivered_at is None else "SENT_TO_DEVICE"
