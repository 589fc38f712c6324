"""Tokens that IAM gives out and the gateway looks at."""

import threading

from attrs import field, frozen

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.koomap.ids import Ids


@frozen
class Token:
    """A token.

    Attributes:
        text: what is sent in ``X-Auth-Token``.
        project: name of the project that it is for, which is also the region; None for a token of the whole account.
        issued_at: Unix seconds.
        expires_at: Unix seconds.
    """

    text: str = field(repr=False)
    project: str | None
    issued_at: float
    expires_at: float


class Tokens:
    """All tokens of an account. A new one leaves the old ones valid. Safe to use from several threads."""

    def __init__(self, clock: SimulatedClock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._lock = threading.Lock()
        self._tokens: dict[str, Token] = {}

    def issue(self, project: str | None, *, lifetime_s: float) -> Token:
        """A new token."""
        now = self._clock.now()
        # Real ones are signed messages in base64, which begin like this and are about as long.
        token = Token("MII" + self._ids.text(1500), project, now, now + lifetime_s)
        with self._lock:
            self._tokens[token.text] = token
        return token

    def find(self, text: str) -> Token | None:
        """The token, expired or not; None if it was never given out."""
        with self._lock:
            return self._tokens.get(text)

    def revoke(self) -> None:
        """End all tokens at once, as a change of the password does."""
        with self._lock:
            self._tokens.clear()
