"""Calls to KooMap with each way to authenticate, over real sockets."""

import asyncio
import threading
import traceback
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from skybind.errors import AuthenticationFailed, SkybindError, TokenRefused
from skybind.koomap.connection import AsyncConnection, Connection
from skybind.koomap.settings import KooMapSettings
from skybind.koomap.signing import AccessKeys, sign
from skybind.options import Options
from skybind_clients.koomap.operations import OPERATIONS
from unit.overlay.koomap.iam import Iam
from unit.overlay.peers import Exchange, Peer, Play, nobody, says
from unit.overlay.worlds import AsyncWorld, World

LIST = OPERATIONS["listCommonWorkspace"]
CREATE = OPERATIONS["createCommonWorkspace"]
GET = {"method": "get", "url": "/v1/workspaces", "params": {"workspace_name": "a b*+~", "ids": ["b", "a"]}}
POST = {"method": "post", "url": "/v1/workspaces", "json": {"workspace_name": "测试"}}
LOGIN = {"domain": "acme", "username": "ann", "password": "canary-password"}
GIVEN = {"token": "canary-given"}
KEYS = {"ak": "canary-ak", "sk": "canary-sk"}
NO_TOKEN = '{"error_code": "KMP.00011007", "error_msg": "Token缺失或无效"}'
WORKERS = 16


def settings(given: dict[str, str], options: Options | None = None) -> KooMapSettings:
    return KooMapSettings.of(given, options=options, environ={})


@pytest.fixture
def connect(world: World) -> Iterator[Any]:
    """Makes connections, and functions that call through them."""
    made: list[Any] = []

    def make(options: Options | None = None, **given: str) -> Any:
        kind = AsyncConnection if isinstance(world, AsyncWorld) else Connection
        connection: Any = kind(settings(given, options))
        made.append(connection)
        return lambda operation=LIST, request=GET: world.run(connection.transport.send(operation, request))

    yield make
    for one in made:
        world.run(one.close())


def takes(*tokens: str) -> Play:
    """Lets in whoever has one of these tokens."""

    def play(exchange: Exchange) -> None:
        exchange.body()
        if exchange.headers.get("x-auth-token") in tokens:
            exchange.answer(200, b"{}")
        else:
            exchange.answer(401, NO_TOKEN.encode())

    return play


# ---------------------------------------------------------------------------------------------------------------- login


def test_a_login_gets_one_token_for_many_calls(connect: Any) -> None:
    """The first call asks IAM; all calls carry the token; the caller's headers go to KooMap and not to IAM."""
    with Peer(Iam()) as iam, Peer(takes("canary-token-1")) as peer:
        call = connect(Options(headers={"X-Team": "red"}), base_url=peer.url, iam_url=iam.url, **LOGIN)
        assert (iam.requests, peer.requests) == ([], [])
        call()
        call(CREATE, POST)
    assert len(iam.requests) == 1
    assert [received.headers["x-auth-token"] for received in peer.requests] == ["canary-token-1"] * 2
    assert all(received.headers["x-team"] == "red" for received in peer.requests)
    assert "x-team" not in iam.requests[0].headers
    assert "authorization" not in peer.requests[0].headers


def test_an_ended_token_is_replaced_even_for_a_creation(connect: Any) -> None:
    """A refused token is renewed, and the creation that it was refused for is sent once more."""
    with Peer(Iam()) as iam, Peer(takes("canary-token-2")) as peer:
        call = connect(base_url=peer.url, iam_url=iam.url, **LOGIN)
        call(CREATE, POST)
        call()
    assert len(iam.requests) == 2
    assert [r.headers["x-auth-token"][-1] for r in peer.requests] == ["1", "2", "2"]
    assert peer.requests[0].body == peer.requests[1].body


def test_a_new_token_that_is_refused_too(connect: Any) -> None:
    """Two tokens that are refused one after the other are told with what to check; there is no third."""
    with Peer(Iam()) as iam, Peer(says(401, NO_TOKEN)) as peer, pytest.raises(TokenRefused) as caught:
        connect(base_url=peer.url, iam_url=iam.url, **LOGIN)()
    assert (len(iam.requests), len(peer.requests)) == (2, 2)
    assert (caught.value.code, caught.value.attempt) == ("KMP.00011007", 2)
    assert "region" in caught.value.advice


def test_a_token_of_a_short_life_is_renewed_before_its_end(connect: Any) -> None:
    """A token that ends soon serves for nine tenths of its life, and not for one call only."""
    with Peer(Iam(lives=timedelta(minutes=5))) as iam, Peer(says(200, "{}")) as peer:
        call = connect(base_url=peer.url, iam_url=iam.url, **LOGIN)
        for _ in range(3):
            call()
    assert len(iam.requests) == 1


def test_a_wrong_password(connect: Any) -> None:
    """What IAM refuses is what the caller is told; KooMap is not asked, and the password not tried again."""
    with Peer(Iam(password="another")) as iam, Peer(takes()) as peer:
        call = connect(base_url=peer.url, iam_url=iam.url, **LOGIN)
        for _ in range(2):
            with pytest.raises(AuthenticationFailed) as caught:
                call(CREATE, POST)
    assert (len(iam.requests), len(peer.requests), caught.value.service) == (1, 0, "iam")


def test_threads_with_an_ended_token_ask_iam_once() -> None:
    """Sixteen threads whose token has ended share one question to IAM, and all their creations get through."""
    together = threading.Barrier(WORKERS)

    def at_once(exchange: Exchange) -> None:
        together.wait(10)
        takes("canary-token-2")(exchange)

    first = takes("canary-token-1")
    with Peer(Iam()) as iam, Peer(first, *[at_once] * WORKERS, takes("canary-token-2")) as peer:
        connection = Connection(settings({"base_url": peer.url, "iam_url": iam.url, **LOGIN}))
        connection.transport.send(LIST, GET)
        assert len(iam.requests) == 1
        statuses: list[int] = []
        threads = [
            threading.Thread(target=lambda: statuses.append(connection.transport.send(CREATE, POST).status))
            for _ in range(WORKERS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        connection.close()
    assert statuses == [200] * WORKERS
    assert len(iam.requests) == 2


def test_tasks_with_an_ended_token_ask_iam_once() -> None:
    """The same for tasks."""
    together = threading.Barrier(WORKERS)

    def at_once(exchange: Exchange) -> None:
        together.wait(10)
        takes("canary-token-2")(exchange)

    async def work(base_url: str, iam_url: str) -> list[int]:
        connection = AsyncConnection(settings({"base_url": base_url, "iam_url": iam_url, **LOGIN}))
        await connection.transport.send(LIST, GET)
        replies = await asyncio.gather(*[connection.transport.send(CREATE, POST) for _ in range(WORKERS)])
        await connection.close()
        return [reply.status for reply in replies]

    first = takes("canary-token-1")
    with Peer(Iam()) as iam, Peer(first, *[at_once] * WORKERS, takes("canary-token-2")) as peer:
        assert asyncio.run(work(peer.url, iam.url)) == [200] * WORKERS
    assert len(iam.requests) == 2


# --------------------------------------------------------------------------------------------------------- given token


def test_a_given_token(connect: Any) -> None:
    """A token that was given is sent as it is, and IAM is not needed."""
    with Peer(takes("canary-given")) as peer:
        connect(base_url=peer.url, **GIVEN)(CREATE, POST)
    assert len(peer.requests) == 1


def test_a_given_token_that_has_ended(connect: Any) -> None:
    """It cannot be renewed: it is sent once, and the error says so and what to do."""
    with Peer(says(401, NO_TOKEN)) as peer, pytest.raises(TokenRefused) as caught:
        connect(base_url=peer.url, **GIVEN)()
    assert len(peer.requests) == 1
    assert "cannot get another" in caught.value.advice
    assert "password" in caught.value.advice


# ---------------------------------------------------------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("operation", "request_"),
    [
        (LIST, GET),
        (CREATE, POST),
        (OPERATIONS["deleteCommonWorkspace"], {"method": "delete", "url": "/v1/workspaces/1", "json": {}}),
        (OPERATIONS["listImageBaseInfo"], {"method": "post", "url": "/v1/kmp-data/imageinfo", "files": {"a": "1"}}),
        (OPERATIONS["listImageBaseInfo"], {"method": "post", "url": "/v1/kmp-data/imageinfo", "data": {"a": "1"}}),
        (OPERATIONS["startVps"], {"method": "post", "url": "/v1/algo/vps", "json": {}, "headers": {"Uuid": "u"}}),
    ],
    ids=["query", "json", "delete", "multipart", "form", "own header"],
)
def test_a_signature_fits_the_bytes_on_the_wire(connect: Any, operation: Any, request_: dict[str, Any]) -> None:
    """What arrives carries the signature of what arrived: computed again from it, it is the same."""
    with Peer(says(200, "{}")) as peer:
        options = Options(check_limits=False)  # the signature is the matter here, not what is in the bodies
        connect(options, base_url=peer.url, security_token="canary-st", project_id="p1", **KEYS)(operation, request_)
    (received,) = peer.requests
    names = received.headers["authorization"].partition("SignedHeaders=")[2].partition(",")[0].split(";")
    assert {"host", "x-sdk-date", "x-project-id", "x-security-token"} <= set(names)
    assert ("content-type" in names) == ("content-type" in received.headers)
    signed = {name: received.headers[name] for name in names if name not in {"x-sdk-date", "x-sdk-content-sha256"}}
    again = sign(
        AccessKeys(KEYS["ak"], KEYS["sk"]),
        received.method,
        received.target,
        signed,
        received.body,
        received.headers["x-sdk-date"],
    )
    assert again["Authorization"] == received.headers["authorization"]
    assert again.get("X-Sdk-Content-Sha256") == received.headers.get("x-sdk-content-sha256")
    assert received.headers["host"] == f"127.0.0.1:{peer.port}"
    assert "x-auth-token" not in received.headers
    assert "+" not in received.target


def test_a_clock_that_is_off(connect: Any) -> None:
    """A signature that is refused by a service whose clock is far from ours is made anew for that clock, once."""

    def strict(exchange: Exchange) -> None:
        exchange.body()
        if exchange.headers["x-sdk-date"].startswith("20250213T"):
            exchange.answer(200, b"{}")
        else:
            body = b'{"error_code": "APIGW.0301", "error_msg": "verify aksk signature fail"}'
            exchange.answer(401, body, {"Date": "Thu, 13 Feb 2025 08:00:00 GMT"})

    with Peer(strict) as peer:
        call = connect(base_url=peer.url, **KEYS)
        call(CREATE, POST)
        call(CREATE, POST)
    assert len(peer.requests) == 3
    assert peer.requests[0].body == peer.requests[1].body


def test_a_locked_key_is_not_tried_again(connect: Any) -> None:
    """A locked access key is told with its five minutes, after one request."""
    words = (
        '{"error_code": "APIGW.0301", "error_msg": "Incorrect IAM authentication information: '
        'AK access failed to reach the limit,forbidden", "request_id": "r-1"}'
    )
    with Peer(says(401, words)) as peer, pytest.raises(AuthenticationFailed, match="locked for 5 minutes") as caught:
        connect(base_url=peer.url, **KEYS)()
    assert len(peer.requests) == 1
    assert caught.value.request_id == "r-1"


@pytest.mark.parametrize("given", [LOGIN, GIVEN, KEYS], ids=["login", "token", "aksk"])
@pytest.mark.parametrize("status", [400, 401, 500, 502])
def test_errors_show_no_secret(connect: Any, given: dict[str, str], status: int) -> None:
    """Neither password, token nor keys are in what is printed of an error."""
    with Peer(Iam()) as iam, Peer(says(status, NO_TOKEN)) as peer, pytest.raises(SkybindError) as caught:
        connect(Options(retries=0), base_url=peer.url, iam_url=iam.url, **given)()
    shown = "".join(traceback.format_exception(caught.value)) + caught.value.advice
    assert "canary" not in shown


def test_a_connection_does_not_print_its_secrets(connect: Any) -> None:
    """Settings and connections hold secrets, and show none."""
    with nobody() as url:
        for given in (LOGIN, GIVEN, KEYS):
            made = settings({"base_url": url, "iam_url": url, **given})
            connection = Connection(made)
            assert "canary" not in repr([made, connection, connection.transport, vars(connection)])
            connection.close()
