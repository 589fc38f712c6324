"""Where Huawei's identity service (IAM) is, and how it says no."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from skybind.errors import AuthenticationFailed, ServiceError, UsageError
from skybind.koomap.refusals import judge, read_words
from skybind.wire.conversation import Reply
from skybind_clients.iam.operations import ERRORS
from skybind_clients.runtime import Operation

__all__ = ["IamDialect"]

_ADVICE = "Check domain (the account's name), user and password; the user needs programmatic access."


@attrs.frozen
class IamDialect:
    """What the transport must know of IAM. Its one call is not authenticated.

    Attributes:
        base_url: Scheme and host.
    """

    base_url: str
    service: str = attrs.field(default="iam", init=False)

    @classmethod
    def of(cls, region: str, base_url: str | None) -> IamDialect:
        """A dialect for a region, or for another address.

        Raises:
            UsageError: the address is none.
        """
        address = (base_url or f"https://iam.{region}.myhuaweicloud.com").rstrip("/")
        if not address.startswith(("http://", "https://")):
            raise UsageError(f"{address}: is not an address", advice="It starts with https://.")
        return cls(address)

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> Mapping[str, str]:  # noqa: ARG002
        """Nothing: the password is in the body."""
        return {}

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that an answer stands for, in IAM's newer words and in its older ones."""
        words = read_words(reply)
        if 200 <= reply.status < 300 and not words.outright:
            return None
        verdict = judge(words.code, reply.status, operation.effect, ERRORS)
        advice = verdict.advice or (_ADVICE if issubclass(verdict.kind, AuthenticationFailed) else "")
        said = verdict.meaning.rstrip(".") or words.message or f"HTTP {reply.status} without an explanation"
        return verdict.kind(
            f"IAM gives no token: {said}",
            service=self.service,
            operation=operation.id,
            status=reply.status,
            code=words.code,
            service_message=words.message,
            meaning=verdict.meaning,
            advice=advice,
            request_id=words.request_id,
            attempt=reply.attempt,
            body=reply.body,
            retry_after=reply.retry_after(),
            again=verdict.again,
        )
