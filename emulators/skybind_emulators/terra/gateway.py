"""The gateway in front of TerraAPI: who may pass, and in which words others are turned away.

That it is Kong's is inferred from the header grammar and the error texts that DJI's pages name; the answers are those
that Kong's hmac-auth gives.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from attrs import field, frozen

from skybind_emulators.exchange import Answer, Request, Turned, json_answer
from skybind_emulators.settings import TerraRules
from skybind_emulators.terra.signatures import (
    REQUEST_TARGET,
    Authorization,
    digest_fits,
    parse_authorization,
    signature_fits,
)

UNAUTHORIZED = "Unauthorized"
BAD_DATE = "HMAC signature cannot be verified, a valid date or x-date header is required for HMAC Authentication"
CANNOT_VERIFY = "HMAC signature cannot be verified"
DOES_NOT_MATCH = "HMAC signature does not match"

_TROUBLE = {
    413: "Request size limit exceeded",
    429: "API rate limit exceeded",
    500: "An unexpected error occurred",
    502: "An invalid response was received from the upstream server",
    503: "The upstream server is currently unavailable",
    504: "The upstream server is timing out",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (" + "|".join(_MONTHS) + r") (\d{4}) (\d\d):(\d\d):(\d\d) GMT"
)


def gateway_answer(status: int, message: str | None = None, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """An answer of the gateway: a bare ``message``."""
    return json_answer(status, {"message": message or _TROUBLE.get(status, "Error")}, headers)


def parse_date(text: str) -> float | None:
    """Unix seconds of an HTTP date in its fixed form, with English names and GMT; None for any other text."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    day, month, year, hour, minute, second = found.groups()
    date = (int(year), _MONTHS.index(month) + 1, int(day))
    try:
        moment = datetime(*date, int(hour), int(minute), int(second), tzinfo=UTC)
    except ValueError:
        return None
    return moment.timestamp()


@frozen
class Gateway:
    """Checks date, signature and digest of each request.

    Attributes:
        prefix: path under which the service lies; nothing else is routed.
        secrets: secret key by app key.
        rules: allowed skew, and whether digests are checked.
    """

    prefix: str
    secrets: Mapping[str, str] = field(repr=False)
    rules: TerraRules = field(factory=TerraRules)

    def admit(self, request: Request, *, now: float) -> None:
        """Let a request pass.

        Args:
            request: as it came.
            now: the gateway's time, Unix seconds.

        Raises:
            Turned: with the answer to give.
        """
        if not (request.path + b"/").startswith(self.prefix.encode("ascii") + b"/"):
            raise Turned(gateway_answer(404, "no Route matched with those values"))
        header = request.headers.get("authorization")
        if header is None:
            raise _turned(UNAUTHORIZED)
        if not any(self._recent(request.headers.get(name), now) for name in ("x-date", "date")):
            raise _turned(BAD_DATE)
        authorization = parse_authorization(header)
        if authorization is None or not _covers_enough(authorization, request):
            raise _turned(CANNOT_VERIFY)
        secret = self.secrets.get(authorization.username)
        if secret is None:
            raise _turned(CANNOT_VERIFY)
        if not signature_fits(authorization, secret, request):
            raise _turned(DOES_NOT_MATCH)
        if self.rules.check_digest and not digest_fits(request):
            raise _turned(DOES_NOT_MATCH)

    def _recent(self, date: str | None, now: float) -> bool:
        moment = parse_date(date) if date is not None else None
        return moment is not None and abs(now - moment) <= self.rules.clock_skew_s


def _covers_enough(authorization: Authorization, request: Request) -> bool:
    """Whether date, target and body are signed. Our assumption: Kong demands what its operator lists; DJI's page signs
    these three."""
    names = set(authorization.names)
    dated = bool(names & {"date", "x-date"})
    return dated and REQUEST_TARGET in names and (not request.body or "digest" in names)


def _turned(message: str) -> Turned:
    return Turned(gateway_answer(401, message, (("WWW-Authenticate", "hmac"),)))
