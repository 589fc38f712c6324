"""Operations on the tenant's credentials."""

from typing import Any

from skybind_emulators.application import Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.callers import Callers
from skybind_emulators.downlink.codes import FORBIDDEN, NOT_FOUND, VALIDATION_FAILED, refuse
from skybind_emulators.downlink.credentials import CredentialRecord, Credentials, CredentialStatus
from skybind_emulators.downlink.moments import iso_or_none, parse_iso
from skybind_emulators.exchange import Call, Reply

_LIMIT = 100


class CredentialHandlers:
    """List, create, change. The tenant in the path must be the caller's own."""

    def __init__(self, credentials: Credentials, callers: Callers, clock: SimulatedClock) -> None:
        self._credentials = credentials
        self._callers = callers
        self._clock = clock

    def by_operation(self) -> dict[str, Handler]:
        """The handlers."""
        return {"listCredentials": self._list, "createCredential": self._create, "updateCredential": self._update}

    def _list(self, call: Call) -> Any:
        found = self._credentials.of_tenant(self._tenant(call).tenant_id)
        return {"items": [_view(record) for record in found[: call.arguments.query.get("limit", _LIMIT)]]}

    def _create(self, call: Call) -> Any:
        caller, body = self._tenant(call), call.body
        record = self._credentials.add(
            body["name"],
            tenant_id=caller.tenant_id,
            skew_s=body.get("allowed_clock_skew_seconds"),
            replay_window_s=body.get("replay_window_seconds"),
            expires_at=_moment(body.get("expires_at")),
            scopes=caller.scopes,  # which it gets is not public; it may do what its maker may
        )
        return Reply({**_view(record), "secret": record.secret}, status=201)

    def _update(self, call: Call) -> Any:
        caller, body = self._tenant(call), call.body
        with self._credentials.lock:
            record = self._credentials.find(call.arguments.path["client_id"])
            gone = record is None or record.status is CredentialStatus.DELETED
            if record is None or gone or record.tenant_id != caller.tenant_id:
                raise refuse(NOT_FOUND, "there is no such credential")
            expires_at = _moment(body["expires_at"]) if "expires_at" in body else record.expires_at
            record.name = body.get("name", record.name)
            record.status = CredentialStatus(body.get("status", record.status))
            record.skew_s = body.get("allowed_clock_skew_seconds", record.skew_s)
            record.replay_window_s = body.get("replay_window_seconds", record.replay_window_s)
            record.expires_at = expires_at
            record.updated_at = self._clock.now()
            if not body.get("rotate_secret"):
                return _view(record)
            return {**_view(record), "secret": self._credentials.rotate(record)}

    def _tenant(self, call: Call) -> CredentialRecord:
        """The caller, who must be of the tenant in the path."""
        caller = self._callers.of(call)
        if call.arguments.path["tenant_id"] != caller.tenant_id:
            raise refuse(FORBIDDEN, "the credential is of another tenant")
        return caller


def _moment(text: str | None) -> float | None:
    try:
        return None if text is None else parse_iso(text)
    except ValueError:
        raise refuse(VALIDATION_FAILED, "expires_at: not a date-time with its zone") from None


def _view(record: CredentialRecord) -> dict[str, Any]:
    return {
        "client_id": record.client_id,
        "name": record.name,
        "status": record.status.value,
        "allowed_clock_skew_seconds": record.skew_s,
        "replay_window_seconds": record.replay_window_s,
        "expires_at": iso_or_none(record.expires_at),
    }
