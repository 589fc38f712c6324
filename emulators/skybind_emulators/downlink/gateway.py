"""Who is let in: headers, credential, time, signature, nonce, scope, in this order.

The order is our assumption. A nonce is used up only by a request whose signature fits, so that nobody can burn the
nonces of others; and a request that was let in once is never let in again.
"""

import re

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.canonical import API_ID, NONCE, SIGNATURE, TIMESTAMP, signature_fits
from skybind_emulators.downlink.codes import (
    FORBIDDEN,
    NONCE_REPLAYED,
    RATE_LIMITED,
    SIGNATURE_INVALID,
    TIMESTAMP_EXPIRED,
    UNAUTHORIZED,
    refuse,
)
from skybind_emulators.downlink.credentials import Credentials
from skybind_emulators.downlink.nonces import Nonces
from skybind_emulators.downlink.scopes import NEEDED
from skybind_emulators.exchange import Request
from skybind_emulators.settings import DownlinkRules
from skybind_emulators.throttle import Throttle

_SECONDS = re.compile(r"\d{1,15}")
_PRINTABLE = re.compile(r"[\x21-\x7e]+")
_SIGNATURE = re.compile(r"[0-9a-f]{64}")

# One text for all credentials that let nobody in: ids cannot be probed by it.
NO_SUCH_CREDENTIAL = "the API credential is not known or not valid"


class Gateway:
    """Checks each request before anything else looks at it."""

    def __init__(self, credentials: Credentials, clock: SimulatedClock, rules: DownlinkRules) -> None:
        self._credentials = credentials
        self._clock = clock
        self._rules = rules
        self._nonces = Nonces()
        self._throttle = Throttle(clock, rules.requests_per_s)

    def admit(self, request: Request, *, now: float) -> None:
        """Let a request pass.

        Args:
            request: as it came.
            now: Unix seconds, as the platform tells them.

        Raises:
            Refusal: with the code to answer.
        """
        self._well_formed(request)
        client_id = request.headers[API_ID]
        credential = self._credentials.find(client_id)
        if credential is None or not credential.lets_in(self._clock.now()):
            raise refuse(UNAUTHORIZED, NO_SUCH_CREDENTIAL)
        timestamp = float(request.headers[TIMESTAMP])
        if abs(now - timestamp) > credential.skew_s:
            raise refuse(TIMESTAMP_EXPIRED, f"X-Api-Timestamp is off by more than {credential.skew_s} s")
        if not signature_fits(credential.secret, request, self._rules):
            raise refuse(SIGNATURE_INVALID, "X-Api-Signature does not fit the request")
        # By the real clock, whatever the platform tells: a clock that jumps must not forget nonces.
        nonce = request.headers[NONCE]
        if not self._nonces.take(credential, nonce, timestamp=timestamp, now=self._clock.wall()):
            raise refuse(NONCE_REPLAYED, "X-Api-Nonce was used before")
        if not self._throttle.takes(client_id):
            raise refuse(RATE_LIMITED, "too many requests", headers=(("Retry-After", "1"),))
        if request.operation is not None and (scope := NEEDED[request.operation.id]) not in credential.scopes:
            raise refuse(FORBIDDEN, f"the credential has not the scope {scope}")

    def _well_formed(self, request: Request) -> None:
        headers = request.headers
        for name in (API_ID, TIMESTAMP, NONCE, SIGNATURE):
            if not headers.get(name):
                raise refuse(UNAUTHORIZED, f"the header {name} is missing")
        if not _PRINTABLE.fullmatch(headers[API_ID]):
            raise refuse(UNAUTHORIZED, f"the header {API_ID} is malformed")
        if not _SECONDS.fullmatch(headers[TIMESTAMP]):
            raise refuse(UNAUTHORIZED, f"the header {TIMESTAMP} is not Unix seconds")
        if not _PRINTABLE.fullmatch(headers[NONCE]) or len(headers[NONCE]) > self._rules.nonce_max:
            raise refuse(UNAUTHORIZED, f"the header {NONCE} is malformed")
        if not _SIGNATURE.fullmatch(headers[SIGNATURE]):
            raise refuse(SIGNATURE_INVALID, f"the header {SIGNATURE} is not 64 hex digits in lower case")
