"""Access keys, and when one is locked."""

import threading

from attrs import define, field

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.settings import KooMapRules


@define(eq=False)
class Key:
    """An access key.

    Attributes:
        ak: its public part.
        sk: its secret part.
        security_token: what must come with a temporary key, None for a lasting one.
        expires_at: end of a temporary key, Unix seconds.
        failures: wrong signatures in a row.
        locked_until: Unix seconds.
    """

    ak: str
    sk: str = field(repr=False)
    security_token: str | None = field(default=None, repr=False)
    expires_at: float | None = None
    failures: int = 0
    locked_until: float = 0.0


class AccessKeys:
    """The keys of an account. Safe to use from several threads."""

    def __init__(self, account: Account, clock: SimulatedClock, ids: Ids, rules: KooMapRules) -> None:
        self._clock = clock
        self._ids = ids
        self._rules = rules
        self._lock = threading.Lock()
        self._keys = {account.ak: Key(account.ak, account.sk)}

    def issue_temporary(self, lifetime_s: float) -> Key:
        """A new key that ends after so many seconds and needs its security token.

        The service that gives such keys out (an IAM operation) is not emulated; tests and tools ask here.
        """
        key = Key(
            self._ids.hex32()[:20].upper(), self._ids.text(40), self._ids.text(400), self._clock.now() + lifetime_s
        )
        with self._lock:
            self._keys[key.ak] = key
        return key

    def find(self, ak: str) -> Key | None:
        """The key, or None if there is none that is still valid."""
        with self._lock:
            key = self._keys.get(ak)
        if key is None or (key.expires_at is not None and self._clock.now() >= key.expires_at):
            return None
        return key

    def locked(self, key: Key) -> bool:
        """Whether the key is locked."""
        return self._clock.now() < key.locked_until

    def tried(self, key: Key, *, right: bool) -> None:
        """Note a signature that was right or wrong. Too many wrong ones in a row lock the key for a while."""
        with self._lock:
            key.failures = 0 if right else key.failures + 1
            if key.failures > self._rules.lock_failures:
                key.failures = 0
                key.locked_until = self._clock.now() + self._rules.lock_s
