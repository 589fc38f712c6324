"""Everything that skybind raises on purpose.

::

    SkybindError
    ├── UsageError                 what the caller gave cannot work (also a ValueError)
    │   ├── CredentialsMissing     none found, or incomplete
    │   ├── NotOffered             the service has no such thing; says where it is done instead
    │   └── PhotoError             a photo or folder that cannot be used
    │       └── PhotosRefused      ... because it breaks limits of the service; lists all of them
    ├── ServiceError               the service answered, and said no
    │   ├── BadRequest             it did not understand, or a limit is broken
    │   ├── AuthenticationFailed   it does not know us
    │   │   ├── ClockSkew          ... because our clock is off
    │   │   └── TokenRefused       ... because it does not take the token, or not any more
    │   ├── PermissionDenied       it knows us, and will not
    │   ├── NotFound
    │   ├── Conflict               the object's state forbids it
    │   │   └── JobLimit           too many unfinished jobs
    │   ├── QuotaExceeded          plan or billing
    │   ├── Throttled              too fast; ``retry_after`` says how long to wait
    │   └── ServerError            its own trouble
    ├── TransportError             no answer, or not a whole one
    │   ├── NotSent                surely nothing reached the service
    │   ├── AnswerLost             sent; what became of it does not matter or can be asked
    │   └── OutcomeUnknown         sent, not repeatable, and the answer is lost
    ├── DecodeError                an answer that is not what the specification says
    ├── DeadlineExceeded           a wait ran out (also a TimeoutError)
    ├── JobFailed                  the service gave the job up
    ├── JobStopped                 somebody stopped the job
    ├── ActionNeeded               the job waits for a person
    ├── TransferError              bytes could not be moved
    │   ├── UploadIncomplete       some photos did not go up; ``failed`` names them
    │   ├── DownloadIncomplete     some files did not come down; ``failed`` names them
    │   └── IntegrityError         bytes arrived changed, more than once
    └── LedgerError                the record of what was done cannot be read or written
        └── LedgerBusy             another process is at work on the same thing

``str(error)`` never holds a secret, a signature or a signed URL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skybind import notebook

__all__ = [
    "ActionNeeded",
    "AnswerLost",
    "AuthenticationFailed",
    "BadRequest",
    "ClockSkew",
    "Conflict",
    "CredentialsMissing",
    "DeadlineExceeded",
    "DecodeError",
    "DownloadIncomplete",
    "IntegrityError",
    "JobFailed",
    "JobLimit",
    "JobStopped",
    "LedgerBusy",
    "LedgerError",
    "NotFound",
    "NotOffered",
    "NotSent",
    "OutcomeUnknown",
    "PermissionDenied",
    "PhotoError",
    "PhotosRefused",
    "QuotaExceeded",
    "ServerError",
    "ServiceError",
    "SkybindError",
    "Throttled",
    "TokenRefused",
    "TransferError",
    "TransportError",
    "UploadIncomplete",
    "UsageError",
]


class SkybindError(Exception):
    """Root of the tree.

    Attributes:
        advice: What to do about it, as a sentence; empty if there is nothing to say.
        token: Resume token of the work that was in progress, or None. It holds no secret.
    """

    def __init__(self, message: str, *, advice: str = "", token: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.token = token

    def __str__(self) -> str:
        return self.message

    def _repr_html_(self) -> str:
        facts: dict[str, object] = {"what to do": self.advice, "go on with": self.token}
        return notebook.error(type(self).__name__, self.message, facts, {})

    def __reduce__(self) -> tuple[object, ...]:
        # What Exception does calls the class with its message alone; an error must survive the way between processes.
        return _restored, (type(self), self.args), self.__dict__


def _restored(kind: type[SkybindError], args: tuple[object, ...]) -> SkybindError:
    error = kind.__new__(kind, *args)
    error.args = args
    return error


class UsageError(SkybindError, ValueError):
    """What the caller gave cannot work; nothing was sent."""


class CredentialsMissing(UsageError):
    """No credentials were found, or not all of them."""


class NotOffered(UsageError):
    """The service's API has no such thing, whoever asks; ``advice`` says where it is done instead."""


class PhotoError(UsageError):
    """A photo or a folder of photos cannot be used."""


class PhotosRefused(PhotoError):
    """Photos break limits of the service; nothing was sent.

    Attributes:
        findings: All that was found, one text each.
        failed: Reason by name of the photo, of what concerns single ones.
    """

    def __init__(self, message: str, *, findings: Sequence[str], failed: Mapping[str, str], advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.findings = tuple(findings)
        self.failed = dict(failed)

    def _repr_html_(self) -> str:
        below = notebook.table(("finding",), ((finding,) for finding in self.findings))
        return notebook.card(type(self).__name__, {"what to do": self.advice}, edge="#d64545", below=below)


class ServiceError(SkybindError):
    """The service answered, and said no.

    Attributes:
        service: Name of the service, ``terra``.
        operation: Operation id of the specification, or None if the call is not one of its operations.
        status: HTTP status.
        code: The service's own code, or None where only the HTTP status speaks.
        service_message: The service's own words, as they came.
        meaning: What the code means, in English; empty for codes that the specification does not list.
        request_id: The service's id for the request, or None.
        attempt: Which attempt got this answer; 1 is the first.
        body: The whole answer, as it came.
        data: What a GraphQL answer held beside its errors, as it came; None if it held nothing.
        retry_after: Seconds that the service asks to wait, or None.
        again: Whether the same request may succeed later; None if the service's documents do not say, and the HTTP
            status decides.
    """

    def __init__(
        self,
        message: str,
        *,
        service: str,
        status: int,
        operation: str | None = None,
        code: int | str | None = None,
        service_message: str = "",
        meaning: str = "",
        advice: str = "",
        request_id: str | None = None,
        attempt: int = 1,
        body: bytes = b"",
        data: object = None,
        retry_after: float | None = None,
        again: bool | None = None,
    ) -> None:
        super().__init__(message, advice=advice)
        self.service = service
        self.operation = operation
        self.status = status
        self.code = code
        self.service_message = service_message
        self.meaning = meaning
        self.request_id = request_id
        self.attempt = attempt
        self.body = body
        self.data = data
        self.retry_after = retry_after
        self.again = again

    def _repr_html_(self) -> str:
        facts = {
            "what to do": self.advice,
            "service": self.service,
            "operation": self.operation,
            "HTTP status": self.status,
            "code": self.code,
            "it says": self.service_message,
            "that means": self.meaning,
            "request id": self.request_id,
            "attempt": self.attempt,
        }
        return notebook.error(type(self).__name__, self.message, facts, {})

    def __str__(self) -> str:
        facts = [f"HTTP {self.status}"]
        if self.code is not None:
            facts.append(f"code {self.code}")
        if self.request_id:
            facts.append(f"request {self.request_id}")
        if self.attempt > 1:
            facts.append(f"attempt {self.attempt}")
        return f"{self.message} ({', '.join(facts)})"


class BadRequest(ServiceError):
    """The service did not understand the request, or the request breaks one of its limits."""


class AuthenticationFailed(ServiceError):
    """The service does not accept the credentials or the signature."""


class ClockSkew(AuthenticationFailed):
    """The request's time is too far from the service's clock, even after it was corrected."""


class TokenRefused(AuthenticationFailed):
    """The service does not take the token, or does not any more, even after another one was fetched where it can be."""


class PermissionDenied(ServiceError):
    """The credentials are good, and do not allow this."""


class NotFound(ServiceError):
    """There is no such object in this account."""


class Conflict(ServiceError):
    """The object's state forbids this."""


class JobLimit(Conflict):
    """The account has as many unfinished jobs as it may have."""


class QuotaExceeded(ServiceError):
    """The plan does not suffice, or billing failed."""


class Throttled(ServiceError):
    """Too many requests; ``retry_after`` says how long to wait, if the service did."""


class ServerError(ServiceError):
    """The service has trouble of its own."""


class TransportError(SkybindError):
    """There was no answer, or not a whole one.

    Attributes:
        operation: Operation id, or None.
        attempt: Number of attempts made.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        attempt: int = 1,
        advice: str = "",
        token: str | None = None,
    ) -> None:
        super().__init__(message, advice=advice, token=token)
        self.operation = operation
        self.attempt = attempt


class NotSent(TransportError):
    """Surely nothing reached the service: no connection was made."""


class AnswerLost(TransportError):
    """The request went out and its answer did not come back whole; it is harmless to send it again."""


class OutcomeUnknown(TransportError):
    """The request went out, must not be sent twice, and its answer is lost. Ask before doing it again."""


class DecodeError(SkybindError):
    """An answer is not what the specification says.

    Attributes:
        operation: Operation id.
        body: The answer as it came.
    """

    def __init__(self, message: str, *, operation: str | None, body: bytes) -> None:
        super().__init__(message, advice="Keep error.body: it shows what the service sent.")
        self.operation = operation
        self.body = body


class DeadlineExceeded(SkybindError, TimeoutError):
    """A wait ran out. The job goes on at the service; ``token`` takes the wait up again."""


class JobFailed(SkybindError):
    """The service gave the job up.

    Attributes:
        job_id: The service's id of the job.
        service_message: Its explanation, as it came.
    """

    def __init__(self, message: str, *, job_id: str, service_message: str = "", token: str | None = None) -> None:
        super().__init__(message, token=token)
        self.job_id = job_id
        self.service_message = service_message


class JobStopped(JobFailed):
    """The job was stopped before it had a result."""


class ActionNeeded(SkybindError):
    """The job has no result yet: it waits for a person to do something. ``token`` goes on with it afterwards."""


class TransferError(SkybindError):
    """Bytes could not be moved."""


class _Incomplete(TransferError):
    def __init__(
        self, message: str, *, failed: Mapping[str, str] | Sequence[tuple[str, str]], advice: str = ""
    ) -> None:
        super().__init__(message, advice=advice)
        self.failed: dict[str, str] = dict(failed)

    def _repr_html_(self) -> str:
        return notebook.error(type(self).__name__, self.message, {"what to do": self.advice}, self.failed)


class UploadIncomplete(_Incomplete):
    """Some photos did not go up; all others are safe.

    Attributes:
        failed: Reason by name of the photo.
    """


class DownloadIncomplete(_Incomplete):
    """Some files did not come down; all others are in place.

    Attributes:
        failed: Reason by name of the file.
    """


class IntegrityError(TransferError):
    """Bytes arrived changed, more than once."""


class LedgerError(SkybindError):
    """The record of what was done cannot be read or written."""


class LedgerBusy(LedgerError):
    """Another process is at work on the same thing; nothing was done."""
