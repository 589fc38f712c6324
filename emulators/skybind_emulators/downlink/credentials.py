"""API credentials of the tenant: who may send requests, and what for."""

import threading
from collections.abc import Collection
from enum import StrEnum

from attrs import define, field

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.scopes import ALL_SCOPES
from skybind_emulators.identity import Identities
from skybind_emulators.settings import DownlinkRules


class CredentialStatus(StrEnum):
    """Only an ``ACTIVE`` credential lets in."""

    ACTIVE = "ACTIVE"
    DISABLED = "DISABLED"
    DELETED = "DELETED"


@define(kw_only=True, eq=False)
class CredentialRecord:
    """A credential.

    Attributes:
        client_id: the API ID, what ``X-Api-Id`` says.
        secret: the API Key; the key of the HMAC.
        skew_s: how far a timestamp may be off, seconds either way.
        replay_window_s: how long a nonce is used up, seconds.
        expires_at: Unix seconds; None is never.
        scopes: what it may do, as ``object:action``.
    """

    client_id: str
    name: str
    tenant_id: str
    secret: str = field(repr=False)
    status: CredentialStatus = CredentialStatus.ACTIVE
    skew_s: int
    replay_window_s: int
    expires_at: float | None = None
    scopes: frozenset[str] = ALL_SCOPES
    created_at: float
    updated_at: float

    def lets_in(self, now: float) -> bool:
        """Whether it is active and has not expired."""
        return self.status is CredentialStatus.ACTIVE and (self.expires_at is None or now < self.expires_at)


class Credentials:
    """All credentials, of all tenants. Safe to use from several threads.

    Attributes:
        first: the credential that is there from the start.
    """

    def __init__(self, clock: SimulatedClock, ids: Identities, rules: DownlinkRules) -> None:
        self.lock = threading.RLock()
        self._clock = clock
        self._ids = ids
        self._rules = rules
        self._by_id: dict[str, CredentialRecord] = {}
        self.first = self.add("first", tenant_id=rules.tenant_id)

    def add(
        self,
        name: str,
        *,
        tenant_id: str | None = None,
        skew_s: int | None = None,
        replay_window_s: int | None = None,
        expires_at: float | None = None,
        scopes: Collection[str] = ALL_SCOPES,
    ) -> CredentialRecord:
        """Make a credential; what is left out is as the rules say. By default it may do everything."""
        now = self._clock.now()
        record = CredentialRecord(
            client_id=f"app-{self._ids.uuid()[:18]}",
            name=name,
            tenant_id=tenant_id or self._rules.tenant_id,
            secret=self._new_secret(),
            skew_s=self._rules.clock_skew_s if skew_s is None else skew_s,
            replay_window_s=self._rules.replay_window_s if replay_window_s is None else replay_window_s,
            expires_at=expires_at,
            scopes=frozenset(scopes),
            created_at=now,
            updated_at=now,
        )
        with self.lock:
            self._by_id[record.client_id] = record
        return record

    def find(self, client_id: str) -> CredentialRecord | None:
        """The credential, whatever its status; None if there is none."""
        with self.lock:
            return self._by_id.get(client_id)

    def of_tenant(self, tenant_id: str) -> list[CredentialRecord]:
        """Those of a tenant that are not deleted, oldest first."""
        with self.lock:
            return [
                record
                for record in self._by_id.values()
                if record.tenant_id == tenant_id and record.status is not CredentialStatus.DELETED
            ]

    def rotate(self, record: CredentialRecord) -> str:
        """Give a credential another secret. The old one is good for nothing from then on (our assumption)."""
        with self.lock:
            record.secret = self._new_secret()
            record.updated_at = self._clock.now()
            return record.secret

    def _new_secret(self) -> str:
        return self._ids.text(40).translate(str.maketrans("+/", "-_"))
