"""The sign-in pages: OAuth 2 in its implicit and its code form, for users who are asked nothing here."""

import hmac
from urllib.parse import parse_qsl, urlencode, urlsplit

from skybind_emulators import forms, jsontext
from skybind_emulators.altizure.accounts import UserRecord
from skybind_emulators.altizure.state import State
from skybind_emulators.exchange import Answer, json_answer
from skybind_emulators.settings import AltizureRules

_START, _EXCHANGE = "/auth/start", "/auth/exchange"


class SignIn:
    """Answers ``/auth/start`` and ``/auth/exchange``. The user is always the one that the emulator starts with."""

    def __init__(self, state: State, user: UserRecord, rules: AltizureRules) -> None:
        self._state = state
        self._user = user
        self._rules = rules

    def answer(self, method: str, path: str, query: bytes, content_type: str, body: bytes) -> Answer | None:
        """What a page says; None where there is no page."""
        if path == _START:
            if method != "GET":
                return _refused(405, "this page is read by GET", allow="GET")
            return self._start(dict(parse_qsl(query.decode("latin-1"))))
        if path == _EXCHANGE:
            if method != "POST":
                return _refused(405, "this page takes POST", allow="POST")
            return self._exchange(_fields(content_type, body))
        return None

    def _start(self, given: dict[str, str]) -> Answer:
        """Lead back to the app, with a token or a code. Nowhere at all if it is not known where that is."""
        target = given.get("redirect_uri", "")
        with self._state.lock:
            if not self._state.accounts.knows_key(given.get("client_id")):
                return _refused(400, "client_id is no app key")
            if urlsplit(target).hostname not in self._rules.redirect_domains or "#" in target:
                return _refused(400, "redirect_uri is not bound to the app")
            kind = given.get("response_type")
            found: dict[str, str]
            if kind not in ("token", "code"):
                found = {"error": "unsupported_response_type"}
            elif self._rules.consent == "denied":
                found = {"error": "access_denied"}
            elif kind == "token":
                found = {"access_token": self._state.accounts.token(self._user), "token_type": "bearer"}
            else:
                found = {"code": self._state.accounts.grant(self._user)}
        if "state" in given:
            found["state"] = given["state"]
        mark = "#" if kind == "token" else "&" if "?" in target else "?"
        return Answer(302, b"", headers=(("Location", target + mark + urlencode(found)),))

    def _exchange(self, given: dict[str, str]) -> Answer:
        """A token for a code, if the app proves itself by its secret."""
        with self._state.lock:
            accounts = self._state.accounts
            secret = given.get("client_secret", "")
            proven = hmac.compare_digest(secret.encode("utf-8", "replace"), accounts.secret.encode())
            if not (accounts.knows_key(given.get("client_id")) and proven):
                return json_answer(401, {"error": "invalid_client"})
            if given.get("grant_type", "authorization_code") != "authorization_code":
                return json_answer(400, {"error": "unsupported_grant_type"})
            user = accounts.redeem(given.get("code", ""))
            if user is None:
                return json_answer(400, {"error": "invalid_grant"})
            return json_answer(200, {"access_token": accounts.token(user), "token_type": "bearer"})


def _fields(content_type: str, body: bytes) -> dict[str, str]:
    """A form or a JSON object; nothing if it is neither."""
    try:
        if content_type.partition(";")[0].strip().lower() != "application/json":
            return forms.read(body, content_type)
        given = jsontext.read(body)
    except (forms.NotForm, jsontext.NotJson):
        return {}
    return {name: text for name, text in given.items() if isinstance(text, str)} if isinstance(given, dict) else {}


def _refused(status: int, message: str, *, allow: str | None = None) -> Answer:
    headers = (("Allow", allow),) if allow else ()
    return Answer(status, f"{message}\n".encode(), content_type="text/plain; charset=utf-8", headers=headers)
