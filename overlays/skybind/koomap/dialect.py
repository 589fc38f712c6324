"""Where KooMap is, what goes with each request, and how it says no."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import attrs

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    ClockSkew,
    ServerError,
    ServiceError,
    TokenRefused,
    UsageError,
)
from skybind.koomap.refusals import Verdict, Words, judge, read_words
from skybind.wire.conversation import Reply
from skybind_clients.koomap.operations import ERRORS
from skybind_clients.runtime import Operation

__all__ = ["HOSTS", "Access", "KooMapDialect"]

#: Regions that Huawei's SDK knows. Another one is reached by its address.
HOSTS = {"cn-north-4": "https://koomap.cn-north-4.myhuaweicloud.com"}

#: How a client authenticates: with a token that it gets for a password, with one that was given, or with AK/SK.
Access = Literal["login", "token", "aksk"]

# The gateway takes dates that are fifteen minutes off. A refused signature with clocks this far apart is about that.
_SKEW_SECONDS = 600.0
_SKEW_WORDS = "signature expired"
_LOCKED_WORDS = "access failed to reach the limit"

_TOKEN_ADVICE = {
    "login": "A token counts in its own region and project, and ends when password or rights change; check these.",
    "token": (
        "This token was given, so that skybind cannot get another one; tokens end after 24 hours. Give a new one, or "
        "domain, username and password."
    ),
    "aksk": "",
}
_UNDONE_ADVICE = "Look at the state of the object; name the request id when asking for help."
_KEYS_ADVICE = (
    "Check access key, secret key and project. Temporary keys need their security token, and end. More than five "
    "refused signatures in a row lock a key for five minutes."
)


@attrs.frozen
class KooMapDialect:
    """What the transport must know of KooMap.

    Attributes:
        base_url: Scheme and host.
        access: How requests are authenticated; decides what a refusal of that kind means.
        project_id: Sent with each request, if it is known; tokens name their project themselves.
    """

    base_url: str
    access: Access = "login"
    project_id: str | None = None
    service: str = attrs.field(default="koomap", init=False)

    @classmethod
    def of(
        cls, region: str, base_url: str | None, access: Access = "login", project_id: str | None = None
    ) -> KooMapDialect:
        """A dialect for a region, or for another address.

        Raises:
            UsageError: there is no such region, or the address is none.
        """
        if base_url is None and region not in HOSTS:
            raise UsageError(
                f"KooMap has no region {region!r}",
                advice=f"Regions are {', '.join(HOSTS)}; another one needs its address (base_url).",
            )
        address = (base_url or HOSTS[region]).rstrip("/")
        if not address.startswith(("http://", "https://")):
            raise UsageError(f"{address}: is not an address", advice="It starts with https://.")
        return cls(address, access, project_id)

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> Mapping[str, str]:  # noqa: ARG002
        """What goes with each request beside its credential: the project."""
        return {"X-Project-Id": self.project_id} if self.project_id else {}

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that an answer stands for.

        Told apart: the service's and the gateway's codes in all spellings, the list of images that did not pass their
        check, and whatever else stands in the way (an HTML page of a proxy).
        """
        words = read_words(reply)
        if 200 <= reply.status < 300 and not words.outright:
            if reply.body.strip() == b"false":  # what answers with a bare word says true when it was done
                undone = Verdict(ServerError, "it was not done, and no reason is given", _UNDONE_ADVICE, again=False)
                return self._error(undone, words, reply, operation)
            return None
        if reply.status == 400 and words.code is None:
            refused = _refused_images(reply)
            if refused is not None:
                images = f"images do not pass the check: {refused}" if refused else "images do not pass the check"
                verdict = Verdict(BadRequest, images, "Take other images, or name them anew.", again=False)
                return self._error(verdict, words, reply, operation)
        verdict = judge(words.code, reply.status, operation.effect, ERRORS)
        if reply.status == 413 and reply.retry_after() is not None:
            verdict = attrs.evolve(verdict, again=True)  # for now, says RFC 9110
        if issubclass(verdict.kind, AuthenticationFailed):
            verdict = self._about_credentials(verdict, words, reply)
        return self._error(verdict, words, reply, operation)

    def _about_credentials(self, verdict: Verdict, words: Words, reply: Reply) -> Verdict:
        if self.access != "aksk":
            return attrs.evolve(verdict, kind=TokenRefused, advice=_TOKEN_ADVICE[self.access], again=False)
        if _LOCKED_WORDS in words.message.lower():
            return Verdict(
                AuthenticationFailed,
                "the access key is locked for 5 minutes, after more than five refused signatures",
                "Stop all that signs with this key, correct its secret key, and wait five minutes.",
                again=False,
            )
        ahead = reply.ahead()
        if abs(ahead or 0.0) > _SKEW_SECONDS or (ahead is None and _SKEW_WORDS in words.message.lower()):
            advice = "Set this machine's clock: the gateway takes requests that are at most fifteen minutes off."
            return attrs.evolve(verdict, kind=ClockSkew, advice=advice, again=False)
        return attrs.evolve(verdict, kind=AuthenticationFailed, advice=_KEYS_ADVICE, again=False)

    def _error(self, verdict: Verdict, words: Words, reply: Reply, operation: Operation) -> ServiceError:
        who = "KooMap's gateway" if (words.code or "").startswith(("APIG", "GATEWAY.")) else "KooMap"
        # Of a code with many causes, the table lists them all behind a semicolon; the service's words say which it is.
        meaning = verdict.meaning.partition(";")[0] if words.code else verdict.meaning
        return verdict.kind(
            f"{who} refused {operation.id}: {_said(meaning, words.message, reply.status)}",
            service=self.service,
            operation=operation.id,
            status=reply.status,
            code=words.code,
            service_message=words.message,
            meaning=verdict.meaning,
            advice=verdict.advice,
            request_id=words.request_id,
            attempt=reply.attempt,
            body=reply.body,
            retry_after=reply.retry_after(),
            again=verdict.again,
        )


def _said(meaning: str, message: str, status: int) -> str:
    # The gateway may repeat what it signed, a security token in it, behind the first comma of a refused signature.
    message = message.partition(",")[0] if "signature" in message.lower() else message
    meaning = meaning.rstrip(".")
    if meaning and message:
        return f"{meaning} ({message})"
    return meaning or message or f"HTTP {status} without an explanation"


def _refused_images(reply: Reply) -> str | None:
    """Images and hints of an answer that is a list of checks (C-38); None if it is something else."""
    if reply.body[:99].lstrip()[:1] != b"[":
        return None
    try:
        content: Any = json.loads(reply.body)
    except ValueError:
        return None
    images = [image for image in content if isinstance(image, dict) and image.get("error_message")]
    return "; ".join(
        f"{image.get('name') or image.get('data_id') or 'an image'}: {image['error_message']}" for image in images
    )
