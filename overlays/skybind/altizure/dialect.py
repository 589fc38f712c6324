"""What goes with each request to Altizure, and how it says no.

A GraphQL service has several ways of that, of which a status is the least: a list of errors beside data that may be
there in part, a null where a result should be, or an error object beside the result.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from skybind.altizure.refusals import Verdict, judge_action, judge_status, judge_words
from skybind.errors import AuthenticationFailed, ServiceError, TokenRefused
from skybind.wire.conversation import Reply
from skybind_clients.runtime import Operation

__all__ = ["AltizureDialect"]

_SIGN_IN = frozenset({"getUserToken", "getUserTokenByLoginCode"})
_NOT_LET_IN = Verdict(
    AuthenticationFailed, "", "Check e-mail and password, or the phone and its code; a code works once.", again=False
)
_NULL = Verdict(ServiceError, "", "Check the ids, and that they belong to the user whose token is sent.", again=False)


@attrs.frozen
class AltizureDialect:
    """What the transport must know of Altizure.

    Attributes:
        base_url: The one address that takes all operations, ``https://api.altizure.com/graphql``.
        key: App key; sent with each request.
    """

    base_url: str
    key: str = attrs.field(repr=False)
    service: str = attrs.field(default="altizure", init=False)

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> Mapping[str, str]:  # noqa: ARG002
        """What goes with each request beside the user's token: the app key."""
        return {"key": self.key}

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that an answer stands for.

        Told apart: ``errors``, with whatever status and data they come; null where the specification says that this
        means failure; an error object beside a result; and what is no GraphQL answer at all.
        """
        content = _content(reply)
        data = content.get("data")
        errors = [error for error in _listed(content.get("errors")) if isinstance(error, (Mapping, str))]
        if errors or content.get("errors"):
            return self._from_errors(errors, data, reply, operation)
        if not 200 <= reply.status < 300:
            return self._error(judge_status(reply.status), "", None, data, reply, operation)
        if not operation.root or not isinstance(data, Mapping):
            return None
        result = data.get(operation.root)
        if result is None:
            return self._from_null(data, reply, operation) if operation.null == "failed" else None
        if isinstance(result, Mapping):
            return self._from_result(result, data, reply, operation)
        return None

    def _from_errors(
        self, errors: list[Mapping[str, Any] | str], data: object, reply: Reply, operation: Operation
    ) -> ServiceError:
        words = [text for text in (_message(error) for error in errors) if text]
        code = next((found for error in errors if (found := _code(error)) is not None), None)
        said = "; ".join(dict.fromkeys(words))
        verdict = judge_words(words, code, reply.status)
        if verdict.kind is AuthenticationFailed and not _part(data, operation.root):
            verdict = attrs.evolve(verdict, kind=TokenRefused)  # nothing was done, so it may go again with another
        return self._error(verdict, said, code or verdict.code, data, reply, operation)

    def _from_null(self, data: object, reply: Reply, operation: Operation) -> ServiceError:
        what = operation.summary[:1].lower() + operation.summary[1:]
        verdict = _NOT_LET_IN if operation.id in _SIGN_IN else _NULL
        said = f"it did not {what}, and gives no reason"
        return self._error(attrs.evolve(verdict, meaning=said), "", None, data, reply, operation)

    def _from_result(
        self, result: Mapping[str, Any], data: object, reply: Reply, operation: Operation
    ) -> ServiceError | None:
        error = result.get("error")
        if isinstance(error, Mapping):
            message, code = _message(error), error.get("code")
            return self._error(judge_action(message), message, code, data, reply, operation)
        if result.get("result") == "Fail":
            return self._from_null(data, reply, operation)
        return None

    def _error(
        self, verdict: Verdict, said: str, code: int | str | None, data: object, reply: Reply, operation: Operation
    ) -> ServiceError:
        words = verdict.meaning or said or f"HTTP {reply.status} without an explanation"
        if verdict.meaning and said and said not in verdict.meaning:
            words = f"{verdict.meaning.rstrip('.')} ({said})"
        return verdict.kind(
            f"Altizure refused {operation.id}: {words[:400]}",
            service=self.service,
            operation=operation.id,
            status=reply.status,
            code=code,
            service_message=said,
            meaning=verdict.meaning,
            advice=verdict.advice,
            attempt=reply.attempt,
            body=reply.body,
            data=data,
            retry_after=reply.retry_after(),
            again=verdict.again,
        )


def _content(reply: Reply) -> Mapping[str, Any]:
    try:
        content = reply.json() if reply.body else None
    except ValueError:
        return {}
    return content if isinstance(content, Mapping) else {}


def _listed(errors: Any) -> list[Any]:
    return errors if isinstance(errors, list) else [errors]


def _message(error: Mapping[str, Any] | str) -> str:
    message = error if isinstance(error, str) else error.get("message")
    return message.strip() if isinstance(message, str) else ""


def _code(error: Mapping[str, Any] | str) -> int | str | None:
    if isinstance(error, str):
        return None
    extensions = error.get("extensions")
    code = extensions.get("code") if isinstance(extensions, Mapping) else error.get("code")
    return code if isinstance(code, (int, str)) else None


def _part(data: object, root: str) -> bool:
    """Whether some of what was asked for came in spite of the errors."""
    return isinstance(data, Mapping) and data.get(root) is not None
