"""From a request to an answer, whatever the transport."""

from collections.abc import Callable, Mapping

from attrs import define

from . import sigv4
from .answers import Answer, refusal_answer
from .bodies import Body, WireBody
from .calls import Call
from .chunks import AwsChunkedBody, aws_chunked
from .gate import Admission, Gate, check_region
from .objects import ObjectStore
from .operations import Operation
from .records import MAX_OBJECT_SIZE
from .refusals import Refusal
from .request import Request, check_key

Wrap = Callable[[Body], Body]


@define
class Outcome:
    """An answer, and whose keys the request was admitted with."""

    answer: Answer
    access_key_id: str | None = None


class StoreService:
    """Runs operations on one store."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store
        self._gate = Gate(store.access, store.now, store.wall)

    def answer(
        self,
        operation: Operation,
        request: Request,
        wire: WireBody,
        request_id: str,
        *,
        wrap: Wrap = lambda body: body,
        token_expired: bool = False,
    ) -> Outcome:
        """Run the operation; refusals become error documents.

        ``wrap`` puts something around the body of an object on its way in. ``token_expired`` ends the session token
        that comes with the request, if the request is a genuine one.
        """
        outcome = Outcome(Answer(500))
        try:
            admission = self._gate.admit(request)
            outcome.access_key_id = admission.claim.access_key_id
            if token_expired:
                self._expire(admission)
            outcome.answer = self._run(operation, request, wire, admission, wrap)
        except Refusal as refusal:
            outcome.answer = refusal_answer(refusal, request, request_id)
        return outcome

    def _run(self, operation: Operation, request: Request, wire: WireBody, admission: Admission, wrap: Wrap) -> Answer:
        _check_policy(operation, request, admission)
        home = self.store.bucket(request.bucket)
        check_region(request, admission.claim, home.oss_region if request.dialect == "oss" else home.s3_region)
        if request.key:
            check_key(request)
        _check_length(operation, request, wire)
        body, decoder = _decoded(request, wire, admission)
        if operation.takes_object:
            body = wrap(body)
        return operation.run(Call(self.store, request, admission, body, decoder))

    def _expire(self, admission: Admission) -> None:
        if not admission.claim.session_token:
            # Nothing to expire: only this arrival is told so.
            raise (
                Refusal("AccessDenied", "Request has expired.")
                if admission.claim.presigned
                else Refusal("ExpiredToken")
            )
        self.store.access.expire(admission.claim.access_key_id)
        raise Refusal("ExpiredToken")


def _check_policy(operation: Operation, request: Request, admission: Admission) -> None:
    grant = admission.grant
    if not operation.action:  # what is not implemented is so for everyone
        return
    if operation.scope == "":
        # These concern the bucket as a whole: any prefix in it will do.
        allowed = grant.allows(operation.action, request.bucket, grant.prefix)
    else:
        scope = request.key if operation.scope is None else request.query.get(operation.scope, "")
        allowed = grant.allows(operation.action, request.bucket, scope)
    if not allowed:
        raise Refusal("AccessDenied")


def _check_length(operation: Operation, request: Request, wire: WireBody) -> None:
    headers: Mapping[str, str] = request.headers
    if wire.length is None:
        if request.dialect == "s3":
            raise Refusal("NotImplemented", Header="Transfer-Encoding")
        return
    if request.method in {"PUT", "POST"} and "content-length" not in headers and operation.takes_object:
        raise Refusal("MissingContentLength")
    if operation.takes_object and wire.length > MAX_OBJECT_SIZE:
        raise Refusal("EntityTooLarge", ProposedSize=str(wire.length), MaxSizeAllowed=str(MAX_OBJECT_SIZE))


def _decoded(request: Request, wire: WireBody, admission: Admission) -> tuple[Body, AwsChunkedBody | None]:
    if request.dialect == "s3" and admission.claim.payload in sigv4.STREAMING:
        decoder = aws_chunked(wire, request.header("x-amz-decoded-content-length"), admission)
        return decoder, decoder
    return wire, None
