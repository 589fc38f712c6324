"""Signing a user in by Altizure's own page: the addresses to open, what comes back, and the swap of a code.

Two ways: *implicit*, where the token itself comes back, and *code*, where a server swaps a code for it with the app's
secret. Both carry a ``state`` that must come back as it went: otherwise somebody else's sign-in is being slipped in.

Sources: the guide's API page and the official demo for the implicit way; a third party's plug-in for the code.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode, urlsplit

import attrs

from skybind.errors import AuthenticationFailed, BadRequest, DecodeError, ServerError, ServiceError, UsageError
from skybind.wire.conversation import Reply
from skybind_clients.runtime import Operation

__all__ = ["EXCHANGE", "OAuthDialect", "Returned", "exchange_request", "new_state", "read_return", "sign_in_url"]

#: The swap of a code; not one of the GraphQL operations. A code works once, so a lost answer is not asked for again.
EXCHANGE = Operation(
    id="exchangeCode",
    method="POST",
    path="/auth/exchange",
    tag="account",
    call="account.exchange_code",
    summary="Swap a code for a user token",
    effect="once",
    verified="documented",
    source="client-code sso; the form's field names are those of OAuth 2, RFC 6749 section 4.1.3",
)


@attrs.frozen
class Returned:
    """What Altizure's page sent the user back with: one of the two.

    Attributes:
        token: A user token, of the implicit way.
        code: To be swapped for one.
    """

    token: str | None = attrs.field(default=None, repr=False)
    code: str | None = attrs.field(default=None, repr=False)


def site_of(endpoint: str) -> str:
    """Scheme and host of an API address."""
    parts = urlsplit(endpoint)
    return f"{parts.scheme}://{parts.netloc}"


def new_state() -> str:
    """A value that nobody can guess; keep it with the user's session until the answer comes."""
    return secrets.token_urlsafe(24)


def sign_in_url(
    endpoint: str, key: str, redirect_uri: str, state: str, response_type: Literal["token", "code"] = "token"
) -> str:
    """The address to send the user to.

    Args:
        endpoint: The API's address, ``https://api.altizure.com/graphql``.
        key: App key.
        redirect_uri: Where the user comes back to; its domain must be bound to the app.
        state: What :func:`new_state` gave.
        response_type: ``token`` (implicit) or ``code``.
    """
    if not state:
        raise UsageError("a sign-in needs a state", advice="Make one with new_state(), and keep it for the answer.")
    query = {"client_id": key, "response_type": response_type, "redirect_uri": redirect_uri, "state": state}
    return f"{site_of(endpoint)}/auth/start?{urlencode(query)}"


def read_return(url: str, state: str) -> Returned:
    """What the address says that the user came back to.

    Args:
        url: The whole address, with its fragment: that is where an implicit token stands.
        state: What the sign-in was started with.

    Raises:
        UsageError: the state is missing or another one, or the address holds neither token nor code.
        AuthenticationFailed: the user or the service said no.
    """
    parts = urlsplit(url)
    values = {name: found[-1] for name, found in (parse_qs(parts.query) | parse_qs(parts.fragment)).items()}
    # In constant time: who tries states must not learn from the clock how much of one was right.
    if not state or not hmac.compare_digest(values.get("state", "").encode(), state.encode()):
        raise UsageError(
            "the sign-in that came back is not the one that was started",
            advice="Start the sign-in again, and give the state of this very user's session.",
        )
    if "error" in values:
        words = values.get("error_description") or values["error"]
        raise AuthenticationFailed(
            f"Altizure did not sign the user in: {words[:200]}", service="altizure", status=200, service_message=words
        )
    returned = Returned(values.get("access_token"), values.get("code"))
    if returned == Returned():
        raise UsageError("the address holds neither a token nor a code", advice="Give it whole, with its fragment.")
    return returned


def exchange_request(key: str, app_secret: str, code: str, redirect_uri: str) -> Mapping[str, Any]:
    """The request that swaps a code. It holds the app's secret, so it is for servers only."""
    return {
        "method": "post",
        "url": EXCHANGE.path,
        "data": {
            "grant_type": "authorization_code",
            "client_id": key,
            "client_secret": app_secret,
            "code": code,
            "redirect_uri": redirect_uri,
        },
    }


def token_in(content: Any) -> str:
    """The token in the answer to a swap.

    Raises:
        DecodeError: there is none.
    """
    token = content.get("access_token") if isinstance(content, Mapping) else None
    if not isinstance(token, str) or not token:
        raise DecodeError("exchangeCode: an answer without access_token", operation=EXCHANGE.id, body=b"")
    return token


@attrs.frozen
class OAuthDialect:
    """What the transport must know of the sign-in pages.

    Attributes:
        base_url: Scheme and host.
    """

    base_url: str
    service: str = attrs.field(default="altizure", init=False)

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> Mapping[str, str]:  # noqa: ARG002
        """The form itself says who asks."""
        return {}

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that an answer stands for, in the words of OAuth 2 where it has them."""
        try:
            content = reply.json()
        except ValueError:
            content = None
        said = content.get("error_description") or content.get("error") if isinstance(content, Mapping) else None
        if 200 <= reply.status < 300 and not said:
            return None
        kind: type[ServiceError] = AuthenticationFailed
        if reply.status >= 500:
            kind = ServerError
        elif reply.status not in {200, 400, 401, 403}:
            kind = BadRequest
        return kind(
            f"Altizure refused {operation.id}: {str(said or f'HTTP {reply.status}')[:200]}",
            service=self.service,
            operation=operation.id,
            status=reply.status,
            service_message=str(said or ""),
            advice="A code works once and for a short time; check the app's key, secret and bound domain.",
            body=reply.body,
        )
