"""The one operation of Huawei's Identity and Access Management that KooMap needs: a token for a password."""

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from attrs import evolve

from skybind_emulators.application import Application
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Answer, Call, Refusal, Reply, Request, json_answer
from skybind_emulators.faults import Faults
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.tokens import Token, Tokens
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import KooMapRules
from skybind_emulators.spec import Operation, Specification, load
from skybind_emulators.validation import BOOLEANS, Invalid

SERVICE = "iam"
SUBJECT_TOKEN = "X-Subject-Token"  # noqa: S105  the name of a header

# Which code goes with what is our assumption: public pages of IAM show statuses and texts.
BAD_REQUEST = "IAM.0001"
WRONG_PASSWORD = "IAM.0002"  # noqa: S105  a code
NOT_FOUND = "IAM.0004"
INTERNAL = "IAM.0009"

_BODY_MAX = 1024 * 1024
_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>\n"


class IamDialect:
    """The ``Dialect`` of IAM; see there for what each method is for. Nobody needs a credential to ask for one."""

    booleans = BOOLEANS
    body_max = _BODY_MAX

    def __init__(self, specification: Specification, clock: SimulatedClock, ids: Ids, rules: KooMapRules) -> None:
        self._errors = specification.errors
        self._clock = clock
        self._ids = ids
        self._rules = rules

    def time(self) -> float:
        return self._clock.wall()

    def admit(self, request: Request, *, now: float) -> None:
        pass

    def tolerate(self, body: Any, _operation: Operation) -> Any:
        """C-02: the manual's sample has the scope beside ``auth``, its text inside."""
        outside = isinstance(body, dict) and "scope" in body and isinstance(body.get("auth"), dict)
        return {**body, "auth": {"scope": body["scope"], **body["auth"]}} if outside else body

    def wrap(self, payload: Any) -> Any:
        return payload

    def answer(self, wrapped: Any) -> Answer:
        return json_answer(200, wrapped)

    def refuse(self, refusal: Refusal) -> Answer:
        status = refusal.status or self._errors[refusal.code].status
        if self._rules.iam_errors == "older":
            error = {"code": status, "message": refusal.message, "title": _phrase(status)}
            return json_answer(status, {"error": error}, refusal.headers)
        body = {"error_code": refusal.code, "error_msg": refusal.message}
        return json_answer(status, body, refusal.headers)

    def unknown_path(self) -> Refusal:
        return Refusal(NOT_FOUND, "Could not find the resource.", status=404)

    def wrong_verb(self, allowed: str) -> Refusal:
        return Refusal(BAD_REQUEST, "The method is not allowed.", status=405, headers=(("Allow", allowed),))

    def invalid(self, error: Invalid) -> Refusal:
        return Refusal(BAD_REQUEST, str(error))

    def too_large(self) -> Answer:
        return self.refuse(Refusal(BAD_REQUEST, "The request is too large.", status=413))

    def trouble(self, status: int, retry_after: float | None) -> Answer:
        headers = () if retry_after is None else (("Retry-After", f"{retry_after:g}"),)
        return self.refuse(Refusal(INTERNAL, _phrase(status), status=status, headers=headers))

    def html(self) -> Answer:
        return Answer(502, _PAGE, content_type="text/html")

    def finish(self, answer: Answer, _operation: Operation | None, _headers: Mapping[str, str]) -> Answer:
        return evolve(answer, headers=(*answer.headers, ("X-Request-Id", self._ids.hex32())))


class TokenHandler:
    """Gives out tokens."""

    def __init__(self, account: Account, tokens: Tokens, rules: KooMapRules) -> None:
        self._account = account
        self._tokens = tokens
        self._rules = rules

    def create_token(self, call: Call) -> Any:
        """A token for the user's password and one project.

        Raises:
            Refusal: IAM.0002 account, user or password is wrong, without saying which; IAM.0004 no such project.
        """
        auth = call.body["auth"]
        user = auth["identity"]["password"]["user"]
        known = (self._account.domain, self._account.username, self._account.password)
        given = (user["domain"]["name"], user["name"], user["password"])
        if not all(hmac.compare_digest(a.encode(), b.encode()) for a, b in zip(known, given, strict=True)):
            raise Refusal(WRONG_PASSWORD, "The username or password is wrong.")
        project = self._project(auth["scope"]["project"])
        lifetime_s = 0.0 if call.struck("expire-token") else self._rules.token_lifetime_s
        token = self._tokens.issue(project, lifetime_s=lifetime_s)
        view = self._view(token, catalog=not call.arguments.query.get("nocatalog"))
        return Reply({"token": view}, status=201, headers=((SUBJECT_TOKEN, token.text),))

    def _project(self, wanted: Mapping[str, str]) -> str:
        for name, project_id in self._account.projects.items():
            if wanted.get("id", project_id) == project_id and wanted.get("name", name) == name:
                return name
        raise Refusal(NOT_FOUND, "Could not find the project.")

    def _view(self, token: Token, *, catalog: bool) -> dict[str, Any]:
        account = self._account
        domain = {"id": account.domain_id, "name": account.domain}
        name = token.project or account.region
        view: dict[str, Any] = {
            "expires_at": _microseconds(token.expires_at),
            "issued_at": _microseconds(token.issued_at),
            "methods": ["password"],
            "project": {"id": account.projects[name], "name": name, "domain": domain},
            "domain": domain,
            "user": {"id": account.user_id, "name": account.username, "domain": domain, "password_expires_at": ""},
            "roles": [{"id": "0", "name": "KooMap FullAccess"}],
        }
        if catalog:
            url = f"https://koomap.{account.region}.myhuaweicloud.com"
            endpoint = {"interface": "public", "region": account.region, "region_id": account.region, "url": url}
            view["catalog"] = [{"name": "koomap", "type": "koomap", "endpoints": [endpoint]}]
        return view


def make_iam(
    account: Account,
    tokens: Tokens,
    faults: Faults,
    clock: SimulatedClock,
    rules: KooMapRules,
    seed: int,
    log: RequestLog,
) -> Application:
    """IAM as an ASGI application."""
    specification = load(SERVICE)
    dialect = IamDialect(specification, clock, Ids(seed, "iam-requests"), rules)
    handlers = {"createToken": TokenHandler(account, tokens, rules).create_token}
    return Application(specification, handlers, dialect, faults, log)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def _microseconds(unix: float) -> str:
    return datetime.fromtimestamp(unix, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
