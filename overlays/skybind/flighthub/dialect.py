"""Where FlightHub is, what goes with every request, and how it says no.

Nothing is signed: a token of the organisation goes along. Most refusals come with HTTP 200 and a ``code`` that is not
0, as a number or as text.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any
from urllib.parse import urlsplit

import attrs

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    Conflict,
    NotFound,
    PermissionDenied,
    ServerError,
    ServiceError,
    Throttled,
    UsageError,
)
from skybind.wire.transport import Reply
from skybind_clients.flighthub.operations import ERRORS
from skybind_clients.runtime import Operation

__all__ = ["BETA_VERSION", "HOSTS", "LANGUAGES", "LINKS_VERSION", "VERSIONS", "FlightHubDialect"]

HOSTS = {region: f"https://es-flight-api-{region}.djigate.com" for region in ("cn", "us", "eu")}
#: Versions of the path that have Open Modeling. The first was tried live by others; what differs is not known.
VERSIONS = ("v0.1", "v2.0")
BETA_VERSION = "v0.9"
#: The one version from which links to files are known (a public client, GO).
LINKS_VERSION = "v2.0"
LANGUAGES = ("en", "zh")

_WEB_FRONT_END = "fh.dji.com"
_CLASSES: dict[str, type[ServiceError]] = {
    "authentication": AuthenticationFailed,
    "permission": PermissionDenied,
    "not_found": NotFound,
    "setup": Conflict,
    "throttled": Throttled,
    "server": ServerError,
}
_STATUSES: dict[int, type[ServiceError]] = {
    401: AuthenticationFailed,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    429: Throttled,
}
_ADVICE: dict[type[ServiceError], str] = {
    AuthenticationFailed: (
        "Check token and region (a token of one region is unknown in the others), whether its maker is still in the "
        "project, and the organisation's list of allowed addresses."
    ),
    PermissionDenied: "Check the project's uuid, the rights of the token's maker, and the plan.",
    NotFound: "Check the uuid; not every region has every call.",
    Throttled: "Wait, then try again.",
    ServerError: "Try again later; name the request id when asking DJI.",
}

# The id of the request that is answered next in this thread or task. An answer need not repeat it, and DJI's support
# asks for it.
_sent_id: ContextVar[str | None] = ContextVar("flighthub_request_id", default=None)


def _new_id() -> str:
    return str(uuid.uuid4())


@attrs.frozen
class FlightHubDialect:
    """What the transport must know of FlightHub.

    Attributes:
        host: Scheme and host, with a path before ``/openapi`` if there is one.
        version: Of the path: ``v0.1`` or ``v2.0``.
        user_token: Key of the organisation.
        project_uuid: The project, or None; whether Open Modeling wants it is not known.
        organization_key: The older key of FlightHub Sync, or None.
        language: Of the service's messages: ``en`` or ``zh``.
        new_id: Makes the id of each attempt.
    """

    host: str
    version: str
    user_token: str = attrs.field(repr=False)
    project_uuid: str | None = None
    organization_key: str | None = attrs.field(default=None, repr=False)
    language: str = "en"
    new_id: Callable[[], str] = attrs.field(default=_new_id, repr=False)
    service: str = attrs.field(default="flighthub", init=False)

    @classmethod
    def of(
        cls,
        user_token: str,
        *,
        region: str = "",
        base_url: str | None = None,
        version: str | None = None,
        project_uuid: str | None = None,
        organization_key: str | None = None,
        language: str | None = None,
    ) -> FlightHubDialect:
        """A dialect for a region, or for another address: that of FlightHub on one's own premises, or of an emulator.

        Args:
            user_token: Key of the organisation.
            region: ``cn``, ``us`` or ``eu``.
            base_url: In place of a region's host; may end in ``/openapi/v0.1``.
            version: Of the path; that of the address, or ``v0.1``, if None.
            project_uuid: The project.
            organization_key: The older key.
            language: Of messages; ``en`` if None.

        Raises:
            UsageError: a region, version, language, address or token that cannot be.
        """
        host, named = _host(region, base_url)
        chosen = version or named or VERSIONS[0]
        if not re.fullmatch(r"v\d+(\.\d+)?", chosen):
            raise UsageError(f"FlightHub has no version {chosen!r}", advice=f"Say {' or '.join(VERSIONS)}.")
        if language is not None and language not in LANGUAGES:
            raise UsageError(f"FlightHub does not speak {language!r}", advice="Say en or zh.")
        for what, value in (("token", user_token), ("project's uuid", project_uuid), ("key", organization_key)):
            if value is not None and not re.fullmatch(r"[\x21-\x7e]+", value):
                raise UsageError(f"the {what} has characters that no header can hold", advice="Copy it again, whole.")
        return cls(host, chosen, user_token, project_uuid or None, organization_key or None, language or LANGUAGES[0])

    @property
    def base_url(self) -> str:
        """What the paths of the specification begin with."""
        return self.at(self.version)

    def at(self, version: str) -> str:
        """The base address of another version of the path."""
        return f"{self.host}/openapi/{version}"

    def sign(self, _method: str, _target: str, _body: bytes, _unix_seconds: float) -> dict[str, str]:
        """Headers of one attempt. Each has an id of its own."""
        request_id = self.new_id()
        _sent_id.set(request_id)
        headers = {"X-User-Token": self.user_token, "X-Request-Id": request_id, "X-Language": self.language}
        if self.project_uuid:
            headers["X-Project-Uuid"] = self.project_uuid
        if self.organization_key:
            headers["X-Organization-Key"] = self.organization_key
        return headers

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that an answer stands for: by its code, else by its HTTP status.

        JSON that has no ``code`` is no answer of FlightHub, whatever its status: taken for a success, it would make a
        deletion or a stop seem done.
        """
        content = _content(reply)
        code = _code(content.get("code")) if content is not None else None
        good = 200 <= reply.status < 300
        if good and (code == 0 or content is None):
            return None
        if code is not None and code != 0:
            return self._by_code(code, content or {}, reply, operation)
        if good:
            return self._error(ServerError, "an answer without a code", "", reply, operation)
        kind = _STATUSES.get(reply.status) or (ServerError if reply.status >= 500 else BadRequest)
        said = _message(content or {})
        words = said or f"HTTP {reply.status} without an explanation"
        return self._error(kind, words, said, reply, operation, advice=_ADVICE.get(kind, ""))

    def _by_code(self, code: int | str, content: dict[str, Any], reply: Reply, operation: Operation) -> ServiceError:
        known = ERRORS.get(code)
        kind = _CLASSES.get(known.kind) if known else None
        kind = kind or _STATUSES.get(reply.status) or (ServerError if reply.status >= 500 else BadRequest)
        said = _message(content)
        meaning = known.meaning if known else ""
        advice = known.advice if known else ""
        again = known.retry == "yes" if known else None
        words = said or meaning or "no reason given"
        return self._error(kind, words, said, reply, operation, code=code, meaning=meaning, advice=advice, again=again)

    def _error(
        self,
        kind: type[ServiceError],
        words: str,
        said: str,
        reply: Reply,
        operation: Operation,
        *,
        code: int | str | None = None,
        meaning: str = "",
        advice: str = "",
        again: bool | None = None,
    ) -> ServiceError:
        return kind(
            f"FlightHub refused {operation.id}: {words}",
            service=self.service,
            operation=operation.id,
            status=reply.status,
            code=code,
            service_message=said,
            meaning=meaning,
            advice=advice,
            request_id=reply.headers.get("x-request-id") or _sent_id.get(),
            attempt=reply.attempt,
            body=reply.body,
            retry_after=reply.retry_after(),
            again=again,
        )


def _host(region: str, base_url: str | None) -> tuple[str, str | None]:
    """Host, and the version that the address names, if it does."""
    if base_url is None:
        if region not in HOSTS:
            raise UsageError(
                f"FlightHub has no region {region!r}",
                advice="Regions are cn (mainland China), us and eu; a token belongs to one.",
            )
        return HOSTS[region], None
    if not base_url.startswith(("http://", "https://")) or not urlsplit(base_url).hostname:
        raise UsageError(f"{base_url}: is not an address", advice="It starts with https:// (or http:// on premises).")
    if urlsplit(base_url).hostname == _WEB_FRONT_END:
        raise UsageError(
            f"{base_url}: is FlightHub's web site, not its interface",
            advice="Set SKYBIND_FLIGHTHUB_REGION to cn, us or eu, and no address.",
        )
    # An emulator's ready line and DJI's own examples may write the address with its path.
    match = re.fullmatch(r"(.*?)(?:/openapi(?:/(v[\d.]+|\{version\}))?)?/*", base_url)
    assert match is not None
    version = match[2]
    return match[1], version if version and not version.startswith("{") else None


def _content(reply: Reply) -> dict[str, Any] | None:
    """The object of an answer, an empty one for other JSON; None if there is no JSON at all."""
    try:
        content = reply.json()
    except ValueError:
        return None
    return content if isinstance(content, dict) else {}


def _code(value: Any) -> int | str | None:
    """A code as a number where it is one, so that ``200401`` and ``"200401"`` are the same; None if there is none."""
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    if isinstance(value, str):
        text = value.strip()
        return int(text) if re.fullmatch(r"[0-9]+", text) else text or None
    return value


def _message(content: dict[str, Any]) -> str:
    words = content.get("message")
    return words if isinstance(words, str) else ""
