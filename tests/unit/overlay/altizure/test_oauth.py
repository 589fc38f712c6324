"""Signing in by Altizure's own page."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from skybind import Altizure
from skybind.altizure import new_state, read_return, sign_in_url
from skybind.errors import AuthenticationFailed, CredentialsMissing, DecodeError, UsageError
from unit.overlay.peers import Peer, says

BACK = "https://app.example.org/back?x=1"


def test_the_page_is_on_the_service_that_is_used() -> None:
    """The address names app, kind of answer, way back and state, each encoded."""
    url = sign_in_url("https://api.altizure.cn/graphql", "k 1", BACK, "s&t", "code")
    parts = urlsplit(url)
    assert (parts.netloc, parts.path) == ("api.altizure.cn", "/auth/start")
    assert parse_qs(parts.query) == {
        "client_id": ["k 1"],
        "response_type": ["code"],
        "redirect_uri": [BACK],
        "state": ["s&t"],
    }


def test_states_are_not_alike_and_not_missing() -> None:
    """Each sign-in has a state of its own; without one no page is opened."""
    assert len({new_state() for _ in range(50)}) == 50
    assert len(new_state()) >= 32
    with pytest.raises(UsageError):
        sign_in_url("https://api.altizure.cn/graphql", "k", BACK, "")


def test_a_token_comes_in_the_fragment() -> None:
    """The implicit way brings the token behind the hash; it does not print."""
    returned = read_return("https://app/back?x=1#access_token=canary&state=s1", "s1")
    assert (returned.token, returned.code) == ("canary", None)
    assert "canary" not in repr(returned)


def test_a_code_comes_in_the_query() -> None:
    """The code way brings it in the query."""
    assert read_return("https://app/back?code=c1&state=s1", "s1").code == "c1"


@pytest.mark.parametrize(
    "address",
    ["https://app/back#access_token=t&state=s2", "https://app/back#access_token=t", "https://app/back#state=&access_token=t"],
)  # fmt: skip
def test_a_state_that_is_not_ours(address: str) -> None:
    """A token that comes with another state, or none, is not taken."""
    for state in ("s1", ""):
        with pytest.raises(UsageError, match="not the one that was started"):
            read_return(address, state)


def test_a_user_who_says_no() -> None:
    """The page's error comes out in its words."""
    with pytest.raises(AuthenticationFailed, match="user said no"):
        read_return("https://app/back?error=access_denied&error_description=user+said+no&state=s1", "s1")
    with pytest.raises(UsageError, match="neither"):
        read_return("https://app/back?state=s1", "s1")


def exchanged(answer: Any) -> tuple[str, Peer]:
    with Peer(answer) as peer, Altizure("k1", endpoint=peer.url, app_secret="canary-secret") as client:
        return client.exchange_code("c1", BACK), peer


def test_a_code_is_swapped_with_the_secret() -> None:
    """The form names app, secret and code, and goes to the swap's own address."""
    token, peer = exchanged(says(200, '{"access_token": "canary-token", "token_type": "bearer"}'))
    (received,) = peer.requests
    assert token == "canary-token"
    assert (received.method, received.target) == ("POST", "/auth/exchange")
    form = parse_qs(received.body.decode())
    assert (form["client_id"], form["client_secret"], form["code"]) == (["k1"], ["canary-secret"], ["c1"])
    assert form["grant_type"] == ["authorization_code"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (says(400, '{"error": "invalid_grant"}'), AuthenticationFailed),
        (says(200, '{"error": "invalid_grant"}'), AuthenticationFailed),
        (says(200, "{}"), DecodeError),
    ],
)
def test_a_code_that_is_not_taken(answer: Any, kind: type[Exception]) -> None:
    """A swap that fails says so, and the secret is not in it."""
    with pytest.raises(kind) as caught:
        exchanged(answer)
    assert "canary" not in str(caught.value)


def test_a_swap_needs_the_secret() -> None:
    """Without it nothing is sent."""
    with Altizure("k", endpoint="http://127.0.0.1:1") as client, pytest.raises(CredentialsMissing):
        client.exchange_code("c", BACK)
