"""How TerraAPI signs, where it is, and how it says no."""

from __future__ import annotations

from typing import Any, Literal

import attrs

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    ClockSkew,
    Conflict,
    JobLimit,
    NotFound,
    PermissionDenied,
    QuotaExceeded,
    ServerError,
    ServiceError,
    Throttled,
    UsageError,
)
from skybind.terra.signing import sign
from skybind.wire.clock import http_date
from skybind.wire.transport import Reply
from skybind_clients.runtime import Operation
from skybind_clients.terra.operations import ERRORS

__all__ = ["HOSTS", "PREFIX", "TerraDialect"]

HOSTS = {"cn": "https://openapi-cn.dji.com", "us": "https://openapi-us.dji.com"}
PREFIX = "/terra-rescon-be"

_CLASSES: dict[str, type[ServiceError]] = {
    "authentication": AuthenticationFailed,
    "bad_request": BadRequest,
    "not_found": NotFound,
    "conflict": Conflict,
    "job_limit": JobLimit,
    "quota": QuotaExceeded,
    "server": ServerError,
}
_STATUSES: dict[int, type[ServiceError]] = {
    400: BadRequest,
    401: AuthenticationFailed,
    402: QuotaExceeded,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    413: BadRequest,
    422: BadRequest,
    429: Throttled,
}

# The gateway is taken for Kong's hmac-auth; this is how that one refuses a date, and nothing else.
_SKEW_WORDS = "a valid date or x-date header is required"

_ADVICE = {
    AuthenticationFailed: "Check app key, secret key and region: a key of one region is unknown in the other.",
    ClockSkew: "Set this machine's clock: it differs from the service's by more than the service allows.",
    Throttled: "Wait, then try again.",
    ServerError: "Try again later.",
}


@attrs.frozen
class TerraDialect:
    """What the transport must know of TerraAPI.

    Attributes:
        base_url: Scheme, host and the service's prefix.
        app_key: From the TerraAPI console.
        secret_key: The same.
        date_header: Which header carries the time.
    """

    base_url: str
    app_key: str = attrs.field(repr=False)
    secret_key: str = attrs.field(repr=False)
    date_header: Literal["Date", "X-Date"] = "Date"
    service: str = attrs.field(default="terra", init=False)

    @classmethod
    def of(cls, app_key: str, secret_key: str, region: str, base_url: str | None) -> TerraDialect:
        """A dialect for a region, or for another base address (what stands before ``/terra-rescon-be``).

        Raises:
            UsageError: there is no such region.
        """
        if base_url is None and region not in HOSTS:
            raise UsageError(
                f"TerraAPI has no region {region!r}", advice="Regions are cn (mainland China) and us (elsewhere)."
            )
        host = (base_url or HOSTS[region]).rstrip("/").removesuffix(PREFIX)
        if not host.startswith(("http://", "https://")):
            raise UsageError(f"{host}: is not an address", advice="It starts with https://.")
        return cls(host + PREFIX, app_key, secret_key)

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> dict[str, str]:
        """Headers that authenticate exactly these bytes."""
        date = http_date(unix_seconds)
        return sign(self.app_key, self.secret_key, method, target, body, date, date_header=self.date_header)

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that an answer stands for.

        Three dialects are told apart: the service's envelope (``result.code``), the gateway's bare ``message``, and
        whatever else stands in the way (an HTML page of a proxy).
        """
        content: Any = None
        if reply.body[:99].lstrip()[:1] == b"{":
            try:
                content = reply.json()
            except ValueError:
                content = None
        result = content.get("result") if isinstance(content, dict) else None
        code = result.get("code") if isinstance(result, dict) else None
        if not isinstance(code, (int, float, str)):
            code = None
        if 200 <= reply.status < 300 and code in {None, 0}:
            return None
        if isinstance(result, dict) and code not in {None, 0}:
            return self._by_code(code, result, reply, operation)
        words = content.get("message") if isinstance(content, dict) else None
        return self._by_status(words if isinstance(words, str) else "", reply, operation)

    def _by_code(self, code: Any, result: dict[str, Any], reply: Reply, operation: Operation) -> ServiceError:
        known = ERRORS.get(code)
        kind = _CLASSES.get(known.kind) if known else None
        kind = kind or _STATUSES.get(reply.status) or (ServerError if reply.status >= 500 else BadRequest)
        words = str(result.get("desc") or result.get("msg") or "")
        meaning = known.meaning if known else ""
        return kind(
            f"TerraAPI refused {operation.id}: {words or meaning or 'no reason given'}",
            service=self.service,
            operation=operation.id,
            status=reply.status,
            code=code,
            service_message=words,
            meaning=meaning,
            advice=known.advice if known else "",
            request_id=_request_id(result, reply),
            attempt=reply.attempt,
            body=reply.body,
            retry_after=reply.retry_after(),
        )

    def _by_status(self, words: str, reply: Reply, operation: Operation) -> ServiceError:
        kind = _STATUSES.get(reply.status) or (ServerError if reply.status >= 500 else BadRequest)
        if _SKEW_WORDS in words:
            kind = ClockSkew
        what = words or f"HTTP {reply.status} without an explanation"
        return kind(
            f"TerraAPI's gateway refused {operation.id}: {what}",
            service=self.service,
            operation=operation.id,
            status=reply.status,
            service_message=words,
            advice=_ADVICE.get(kind, ""),
            request_id=_request_id({}, reply),
            attempt=reply.attempt,
            body=reply.body,
            retry_after=reply.retry_after(),
        )


def _request_id(result: dict[str, Any], reply: Reply) -> str | None:
    found = result.get("trace_id") or reply.headers.get("x-request-id") or reply.headers.get("x-kong-request-id")
    return str(found) if found else None
