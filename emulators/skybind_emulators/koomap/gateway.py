"""The gateway in front of KooMap: who may pass."""

from collections.abc import Mapping
from datetime import UTC, datetime

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Request, Turned
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.areas import area_of, is_ar
from skybind_emulators.koomap.gateway_answers import PROJECT, RENEW_TOKEN, gateway_answer, unauthenticated
from skybind_emulators.koomap.keys import AccessKeys, Key
from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.signatures import (
    DATE_HEADER,
    DERIVED,
    PLAIN,
    Authorization,
    parse_authorization,
    signature_fits,
)
from skybind_emulators.koomap.tokens import Tokens
from skybind_emulators.settings import KooMapRules
from skybind_emulators.spec import Operation
from skybind_emulators.throttle import Throttle

TOKEN_HEADER = "x-auth-token"  # noqa: S105  the name of a header
SECURITY_TOKEN_HEADER = "x-security-token"  # noqa: S105
SERVICE_NAME = "koomap"

BAD_SIGNATURE = "verify aksk signature fail"
NO_SECRET = "Get secretKey failed"  # noqa: S105  a reason
LOCKED = "AK access failed to reach the limit,forbidden"
BAD_TOKEN = "decrypt token fail"  # noqa: S105


def parse_date(text: str) -> float | None:
    """Unix seconds of ``20240517T080000Z``; None for any other text."""
    if len(text) != 16 or not text.isascii():
        return None
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None


class Gateway:
    """Checks size, signature or token, and rate of each request to an operation."""

    def __init__(
        self, account: Account, keys: AccessKeys, tokens: Tokens, clock: SimulatedClock, rules: KooMapRules
    ) -> None:
        self._account = account
        self._keys = keys
        self._tokens = tokens
        self._clock = clock
        self._rules = rules
        self._throttle = Throttle(clock, rules.throttle_per_s)

    def admit(self, request: Request, *, now: float) -> None:
        """Let a request pass. One to no operation does pass: that nothing is there is told before who asks.

        Args:
            request: as it came.
            now: the gateway's time, Unix seconds; signatures are judged by it.

        Raises:
            Turned: with the gateway's answer.
            Refusal: the service's own words for a missing token or permission, or for the account's state.
        """
        self._measured(request)
        operation = request.operation
        if operation is None:
            return
        header = request.headers.get("authorization", "")
        if header.startswith((PLAIN, DERIVED)) or (header and TOKEN_HEADER not in request.headers):
            self._signed(request, parse_authorization(header), now)
        else:
            self._with_token(request, operation)
        if self._rules.account != "open":
            area = area_of(operation)
            raise refuse(area.unopened if self._rules.account == "unopened" else area.abnormal)
        if not self._throttle.takes(operation.id):
            raise refuse("GATEWAY.0006") if is_ar(operation) else Turned(gateway_answer(429))

    def _measured(self, request: Request) -> None:
        target = len(request.path) + len(request.query)
        sizes = [len(name) + len(value) for name, value in request.headers.items()]
        if target > self._rules.uri_max:
            raise Turned(gateway_answer(414))
        if max(sizes, default=0) > self._rules.header_max or sum(sizes) > self._rules.headers_max:
            raise Turned(gateway_answer(494))

    def _with_token(self, request: Request, operation: Operation) -> None:
        """C-17: a token that is missing or was never given out is refused by the part of the service that is asked;
        one that has ended, or is for another region, by the gateway."""
        area = area_of(operation)
        token = self._tokens.find(request.headers.get(TOKEN_HEADER, ""))
        if token is None:
            raise refuse(area.token)
        if self._clock.now() >= token.expires_at or request.struck("expire-token"):
            raise Turned(unauthenticated(f"token expires, expires_at: {moment(token.expires_at)}"))
        if token.project is None:
            raise refuse(area.permission)
        if token.project != self._account.region:
            raise Turned(gateway_answer(401, RENEW_TOKEN, "The token must be updated."))

    def _signed(self, request: Request, authorization: Authorization | None, now: float) -> None:
        if authorization is None:
            raise Turned(unauthenticated(BAD_SIGNATURE))
        if len(request.body) > self._rules.signed_body_max:
            raise Turned(gateway_answer(413))
        key = self._keys.find(authorization.access)
        if key is None:
            raise Turned(unauthenticated(NO_SECRET))
        if self._keys.locked(key):
            raise Turned(unauthenticated(LOCKED))
        right = self._right(request, authorization, key, now)
        self._keys.tried(key, right=right)
        if not right:
            raise Turned(unauthenticated(BAD_SIGNATURE))
        if not _token_fits(request.headers, authorization, key) or request.struck("expire-token"):
            raise Turned(unauthenticated(BAD_TOKEN))
        if request.headers.get("x-project-id", self._account.project_id) != self._account.project_id:
            raise Turned(gateway_answer(403, PROJECT, "The project is unavailable."))

    def _right(self, request: Request, authorization: Authorization, key: Key, now: float) -> bool:
        """The date must be signed, and near; a derived key must be of that day, this region and this service.

        That a date which is off counts as a failure of the key, like a wrong signature, is our assumption.
        """
        date = request.headers.get(DATE_HEADER, "")
        sent = parse_date(date)
        if sent is None or abs(now - sent) > self._rules.signature_skew_s or DATE_HEADER not in authorization.names:
            return False
        scope = f"{date[:8]}/{self._account.region}/{SERVICE_NAME}"
        return authorization.scope in ("", scope) and signature_fits(authorization, key.sk, request)


def _token_fits(headers: Mapping[str, str], authorization: Authorization, key: Key) -> bool:
    """Whether a temporary key came with its own security token, signed, and a lasting one with none."""
    sent = headers.get(SECURITY_TOKEN_HEADER)
    return sent == key.security_token and (sent is None or SECURITY_TOKEN_HEADER in authorization.names)
