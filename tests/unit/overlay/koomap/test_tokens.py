"""IAM tokens: asked for as the manual says, kept as long as they live, and never printed."""

import json
import traceback
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    DecodeError,
    NotFound,
    NotSent,
    PermissionDenied,
    ServerError,
    ServiceError,
    Throttled,
    UsageError,
)
from skybind.koomap.iam import IamDialect
from skybind.koomap.tokens import Login, SignIn, Token
from skybind.options import Options
from skybind.wire.authentication import Outgoing
from unit.overlay.dials import Clock, Pauses
from unit.overlay.koomap.iam import Iam, answer
from unit.overlay.peers import Peer, Play, nobody, says
from unit.overlay.worlds import AsyncWorld, World

LOGIN = Login("acme", "ann", "canary-password", project_name="cn-north-4")
TEN_MINUTES, FIVE_MINUTES = 600.0, 300.0


class Desk:
    """A sign-in in one of the worlds."""

    def __init__(self, world: World, url: str, login: Login = LOGIN, **options: Any) -> None:
        self.world = world
        self.clock = Clock()
        self.sign_in = SignIn(login, now=self.clock)
        self.transport = world.transport(IamDialect.of("", url), Options(**options), sleep=world.wrap(Pauses()))

    def token(self) -> Token:
        fetch = self.sign_in.fetch_async if isinstance(self.world, AsyncWorld) else self.sign_in.fetch
        token: Token = self.world.run(fetch(self.transport))
        return token


@pytest.fixture
def desk(world: World) -> Iterator[Any]:
    made: list[Desk] = []

    def make(url: str, login: Login = LOGIN, **options: Any) -> Desk:
        made.append(Desk(world, url, login, **options))
        return made[-1]

    yield make
    for one in made:
        world.run(one.transport.close())


def gives(body: Any, **headers: str) -> Play:
    return says(201, json.dumps(body), **{"X_Subject_Token": "t", **headers})


# ------------------------------------------------------------------------------------------------------------- asking


@pytest.mark.parametrize(
    ("login", "project"),
    [
        (LOGIN, {"name": "cn-north-4"}),
        (Login("acme", "ann", "canary-password", project_id="p1"), {"id": "p1"}),
        (Login("acme", "ann", "canary-password", "cn-north-4", "p1"), {"id": "p1"}),
    ],
)
def test_what_iam_is_asked(desk: Any, login: Login, project: dict[str, str]) -> None:
    """Password, user and account as the manual says, the scope inside ``auth`` (C-02); no catalogue; no credential."""
    with Peer(Iam()) as peer:
        desk(peer.url, login).token()
    (received,) = peer.requests
    assert (received.method, received.target) == ("POST", "/v3/auth/tokens?nocatalog=true")
    user = {"name": "ann", "password": "canary-password", "domain": {"name": "acme"}}
    assert json.loads(received.body) == {
        "auth": {"identity": {"methods": ["password"], "password": {"user": user}}, "scope": {"project": project}}
    }
    assert received.headers["content-type"] == "application/json"
    assert not {"authorization", "x-auth-token", "x-project-id"} & set(received.headers)


def test_a_login_without_a_project() -> None:
    """KooMap wants tokens for a project, so a login without one is refused before anything is sent."""
    with pytest.raises(UsageError, match="project"):
        Login("acme", "ann", "pw")


# -------------------------------------------------------------------------------------------------------------- getting


def test_the_token_is_in_the_header(desk: Any) -> None:
    """The token comes in X-Subject-Token, in whichever case, and goes in X-Auth-Token."""
    with Peer(gives(answer(), X_Subject_Token="canary-1")) as peer:
        token = desk(peer.url).token()
    assert token.sign(Outgoing("GET", "h", "/", {}, b"", 0.0)) == {"X-Auth-Token": "canary-1"}


@pytest.mark.parametrize(
    ("lives", "kept"),
    [
        (timedelta(hours=24), 86_400 - TEN_MINUTES),
        (timedelta(hours=2), 7_200 - TEN_MINUTES),
        (timedelta(minutes=10), 540.0),
        (timedelta(seconds=20), 18.0),
    ],
)
def test_how_long_a_token_is_kept(desk: Any, lives: timedelta, kept: float) -> None:
    """Ten minutes less than it lives, or nine tenths of a short life, counted from when it was asked for.

    Only the length of its life is taken from IAM: a clock of this machine that is off (here by a year) does no harm.
    """
    with Peer(Iam(lives=lives)) as peer:
        one = desk(peer.url)
        token = one.token()
    assert token.renew_at == pytest.approx(one.clock.time + kept, abs=0.001)


@pytest.mark.parametrize(
    ("times", "kept"),
    [
        ({"issued_at": "?", "expires_at": "2027-01-15T10:00:00.5Z"}, 6_600.5),
        ({"issued_at": "2026-01-31T12:00:00Z", "expires_at": "2026-01-31T14:00:00Z"}, 6_600.0),
        ({"issued_at": "2026-01-31T12:00:00", "expires_at": "2026-01-31T14:00:00.5"}, 6_600.5),
        ({"issued_at": "2026-01-31T12:00:00Z", "expires_at": "2026-01-31T22:00:00+08:00"}, 6_600.0),
    ],
)
def test_times_in_other_forms(desk: Any, times: dict[str, str], kept: float) -> None:
    """Times are read with and without fractions and zone; without a beginning the end counts as it is."""
    with Peer(gives({"token": times})) as peer:
        one = desk(peer.url)
        token = one.token()
    assert token.renew_at == pytest.approx(one.clock.time + kept, abs=0.001)


@pytest.mark.parametrize("issued", ["?", "2026-01-31T12:00:00Z"])
@pytest.mark.parametrize("ends", ["soon", "", "2026-01-31T12:00:00Z", "2026-01-01T12:00:00Z"])
def test_an_end_that_cannot_be(desk: Any, issued: str, ends: str) -> None:
    """A token whose end nobody understands, or that had ended before it began, is used until it is refused."""
    with Peer(gives({"token": {"issued_at": issued, "expires_at": ends}})) as peer:
        assert desk(peer.url).token().renew_at is None


@pytest.mark.parametrize(
    "play", [says(201, json.dumps(answer())), gives({}), says(201, "<html>", X_Subject_Token="canary-1"), gives([])]
)
def test_an_answer_without_a_token(desk: Any, play: Play) -> None:
    """A success that holds no token is told as an answer that is not as specified; what came is not printed."""
    with Peer(play) as peer, pytest.raises(DecodeError) as caught:
        desk(peer.url).token()
    assert "canary" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("value", ["", "a b", "a\n", "日"])
def test_a_token_that_no_header_can_hold(value: str) -> None:
    """A token with blanks or line breaks (from careless copying) is refused at once."""
    with pytest.raises(UsageError, match="token") as caught:
        Token(value)
    assert caught.value.advice


def test_a_token_is_sent_whole(desk: Any) -> None:
    """Tokens of several thousand characters are taken; the manual's 5000 are no limit (C-47)."""
    assert len(Token("x" * 12_000).value) == 12_000


def test_secrets_do_not_print() -> None:
    """Neither password nor token are in what is printed of their holders."""
    assert "canary" not in repr([Token("canary-1"), LOGIN, SignIn(LOGIN)])


# ------------------------------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (401, {"error_code": "IAM.0002", "error_msg": "wrong"}, AuthenticationFailed, "IAM.0002"),
        (401, {"error": {"code": 401, "message": "wrong", "title": "Unauthorized"}}, AuthenticationFailed, None),
        (403, {"error_code": "IAM.0003", "error_msg": "no"}, PermissionDenied, "IAM.0003"),
        (404, {"error_code": "IAM.0004", "error_msg": "no"}, NotFound, "IAM.0004"),
        (400, {"error_code": "IAM.9999", "error_msg": "no"}, BadRequest, "IAM.9999"),
        (429, {}, Throttled, None),
        (500, {"error_code": "IAM.0009", "error_msg": "no"}, ServerError, "IAM.0009"),
        (502, None, ServerError, None),
    ],
)
def test_how_iam_says_no(desk: Any, status: int, body: Any, kind: type[ServiceError], code: str | None) -> None:
    """IAM's newer and older words, and statuses alone, are told as refusals of IAM."""
    content = "<html>" if body is None else json.dumps(body)
    with Peer(says(status, content, X_Request_Id="r-1")) as peer, pytest.raises(kind) as caught:
        desk(peer.url, retries=0).token()
    error = caught.value
    assert type(error) is kind
    assert (error.service, error.status, error.code, error.request_id) == ("iam", status, code, "r-1")
    assert "IAM gives no token" in str(error)
    assert kind is not AuthenticationFailed or "password" in error.advice
    assert "canary" not in "".join(traceback.format_exception(error))


def test_trouble_of_iam_is_tried_again(desk: Any) -> None:
    """Asking for a token changes nothing, so that what passes is tried again."""
    with Peer(says(500, '{"error_code": "IAM.0009"}'), says(503), Iam()) as peer:
        desk(peer.url).token()
    assert len(peer.requests) == 3


def test_nobody_at_home(desk: Any) -> None:
    """An IAM that cannot be reached is told as such."""
    with nobody() as url, pytest.raises(NotSent, match="iam createToken"):
        desk(url, retries=0).token()


def test_a_wrong_password_is_sent_once_in_five_minutes(desk: Any) -> None:
    """A refused login is not tried again for a while, so that many calls do not get the user locked."""
    iam = Iam(password="another")
    with Peer(iam) as peer:
        one = desk(peer.url)
        for _ in range(3):
            with pytest.raises(AuthenticationFailed) as caught:
                one.token()
            one.clock.time += 99.0
        assert iam.asked == 1
        assert caught.value.status == 401
        one.clock.time += FIVE_MINUTES
        iam.password = "canary-password"
        assert one.token().value == "canary-token-1"
        assert one.token().value == "canary-token-2"
    assert iam.asked == 3
