"""Who may do what: the keys that the store has given out, and their limits."""

import base64
import random
import string
import threading
from collections.abc import Callable, Collection

from attrs import evolve, frozen

from .records import Credential

UPLOAD_ACTIONS = frozenset({"put", "get", "list", "multipart"})
"""What an upload token allows: not to delete."""

ALL_ACTIONS = UPLOAD_ACTIONS | {"delete"}


@frozen
class Grant:
    """A credential and what it is good for. ``buckets`` is None where every bucket is meant."""

    credential: Credential
    buckets: frozenset[str] | None
    prefix: str
    actions: frozenset[str]

    def allows(self, action: str, bucket: str, key: str) -> bool:
        """Whether ``action`` may touch ``key``, which for listings is the prefix that they ask for."""
        return (
            action in self.actions and (self.buckets is None or bucket in self.buckets) and key.startswith(self.prefix)
        )


class Access:
    """The register of grants. Keys and tokens derive from ``seed``, in the order in which they are asked for."""

    def __init__(self, seed: int, now: Callable[[], float]) -> None:
        self._random = random.Random(f"store-credentials-{seed}")  # noqa: S311 - repeatable on purpose
        self._now = now
        self._lock = threading.Lock()
        self._grants: dict[str, Grant] = {}
        self._tokens: set[str] = set()

    def add_static(self, access_key_id: str, secret_access_key: str, buckets: Collection[str]) -> None:
        """Keys of a user: no token, no expiry, every action in ``buckets``."""
        self._keep(Grant(Credential(access_key_id, secret_access_key), frozenset(buckets), "", ALL_ACTIONS))

    def issue(
        self, buckets: frozenset[str] | None, prefix: str, *, lifetime_s: float, actions: frozenset[str]
    ) -> Credential:
        """Temporary keys with a session token, as an STS hands them out."""
        unknown = actions - ALL_ACTIONS
        if unknown:
            raise ValueError(f"unknown actions: {', '.join(sorted(unknown))}")
        with self._lock:
            credential = Credential(
                access_key_id="STS.NT" + self._letters(24),
                secret_access_key=self._letters(44),
                # 400 bytes as base64 hold plus, slash and equals signs: what careless encoders trip over.
                session_token=base64.b64encode(self._random.randbytes(400)).decode("ascii"),
                expires_at=self._now() + lifetime_s,
            )
        self._keep(Grant(credential, buckets, prefix, actions))
        return credential

    def issue_service_key(self) -> Credential:
        """Keys with which the store signs its own download URLs."""
        with self._lock:
            credential = Credential("STORE" + self._letters(16).upper(), self._letters(40))
        self._keep(Grant(credential, None, "", frozenset({"get"})))
        return credential

    def expire(self, access_key_id: str) -> None:
        """End a credential now."""
        with self._lock:
            grant = self._grants[access_key_id]
            self._grants[access_key_id] = evolve(grant, credential=evolve(grant.credential, expires_at=self._now()))

    def find(self, access_key_id: str) -> Grant | None:
        """The grant behind a key id, expired or not."""
        with self._lock:
            return self._grants.get(access_key_id)

    def knows_token(self, session_token: str) -> bool:
        """Whether the token was ever given out, with whatever keys."""
        with self._lock:
            return session_token in self._tokens

    def _keep(self, grant: Grant) -> None:
        with self._lock:
            self._grants[grant.credential.access_key_id] = grant
            if grant.credential.session_token:
                self._tokens.add(grant.credential.session_token)

    def _letters(self, count: int) -> str:
        return "".join(self._random.choices(string.ascii_letters + string.digits, k=count))
