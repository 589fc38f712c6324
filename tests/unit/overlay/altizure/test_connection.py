"""Calls to Altizure over real sockets: headers, sign-in, and which address is used."""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from skybind import Altizure, AsyncAltizure, Options
from skybind.altizure import settings as settings_module
from skybind.errors import AuthenticationFailed, NotSent, OutcomeUnknown, TokenRefused, UsageError
from unit.overlay.altizure.service import Altizure as Play
from unit.overlay.altizure.service import refused
from unit.overlay.peers import Peer, loses_the_answer, nobody, stalls
from unit.overlay.worlds import AsyncWorld, World

LOGIN = {"email": "ann@example.org", "password": "canary-password"}
QUICK = Options(retries=0, total_timeout=5)


@pytest.fixture
def connect(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Makes clients; with several addresses, those stand in the place of the public ones."""
    made: list[Any] = []

    def make(*addresses: str, **given: Any) -> Any:
        if len(addresses) > 1:
            named = {str(number): f"{address}/graphql" for number, address in enumerate(addresses)}
            monkeypatch.setattr(settings_module, "ADDRESSES", named)
        else:
            given["endpoint"] = addresses[0]
        kind = AsyncAltizure if isinstance(world, AsyncWorld) else Altizure
        client: Any = world.run(_made(kind, given)) if isinstance(world, AsyncWorld) else kind("canary-key", **given)
        made.append(client)
        return client

    yield make
    for client in made:
        world.run(client.close())


async def _made(kind: Any, given: Any) -> Any:
    return kind("canary-key", **given)


class Accounts(Play):
    """Gives numbered tokens for the right password, and lets in whoever has one that counts."""

    def __init__(self, *good: str) -> None:
        super().__init__()
        self.good = set(good)
        self.given = 0

    def _said(self, name: str, variables: Any) -> Any:
        if name == "getUserToken":
            self.given += variables["password"] == LOGIN["password"]
            right = variables["password"] == LOGIN["password"]
            return {"getUserToken": f"canary-{self.given}" if right else None}
        if name == "getUserTokenByLoginCode":
            return {"getUserTokenByLoginCode": "canary-phone" if variables["code"] == "123456" else None}
        if name in {"getMyself", "createProject"} and self.calls[-1].headers.get("altitoken") not in self.good:
            return refused("Authentication Error", {"my": None, "createProject": None})
        return super()._said(name, variables)


def test_the_one_address_takes_all(world: World, connect: Any) -> None:
    """A call is a POST to exactly the address, with key and token, the document and its variables."""
    with Peer(Play()) as peer:
        client = connect(peer.url, altitoken="canary-t")
        world.run(client.account.me())
    (received,) = peer.requests
    assert (received.method, received.target) == ("POST", "/graphql")
    assert (received.headers["key"], received.headers["altitoken"]) == ("canary-key", "canary-t")
    body = json.loads(received.body)
    assert body["operationName"] == "getMyself"
    assert "query getMyself" in body["query"]


def test_without_a_user_the_key_speaks_alone(world: World, connect: Any) -> None:
    """No token, no header for it."""
    with Peer(Play()) as peer:
        assert world.run(connect(peer.url).support.api_version()) == "2.7.4"
    assert "altitoken" not in peer.requests[0].headers


def test_a_refused_token_that_was_given(world: World, connect: Any) -> None:
    """There is no other one, so the refusal comes out after one request."""
    with Peer(Accounts()) as peer, pytest.raises(TokenRefused):
        world.run(connect(peer.url, altitoken="canary-t").account.me())
    assert len(peer.requests) == 1


def test_a_login_gets_one_token_for_many_calls(world: World, connect: Any) -> None:
    """The password goes once; the sign-in itself carries no token."""
    play = Accounts("canary-1")
    with Peer(play) as peer:
        client = connect(peer.url, **LOGIN)
        world.run(client.account.me())
        world.run(client.account.me())
    assert play.names() == ["getUserToken", "getMyself", "getMyself"]
    assert "altitoken" not in play.calls[0].headers


def test_a_refused_token_is_renewed_even_for_a_creation(world: World, connect: Any) -> None:
    """Who is not let in has done nothing, so the creation goes again with another token, once."""
    play = Accounts("canary-2")
    with Peer(play) as peer:
        made = world.run(connect(peer.url, **LOGIN).projects.create(name="x"))
    assert made.name == "x"
    assert play.names() == ["getUserToken", "createProject", "getUserToken", "createProject"]


def test_a_token_is_renewed_once_for_all() -> None:
    """Sixteen threads that are refused together fetch one token."""
    play = Accounts("canary-2")
    with Peer(play) as peer, Altizure("k", endpoint=peer.url, **LOGIN) as client:
        threads = [threading.Thread(target=client.account.me) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert play.names().count("getUserToken") == 2


def test_a_wrong_password_is_not_sent_again_and_again(world: World, connect: Any) -> None:
    """Its refusal is repeated for a while; no error holds it."""
    play = Accounts()
    with Peer(play) as peer:
        client = connect(peer.url, email="a@b", password="canary-wrong")
        for _ in range(3):
            with pytest.raises(AuthenticationFailed) as caught:
                world.run(client.account.me())
            assert "canary" not in str(caught.value)
    assert play.names() == ["getUserToken"]


def test_a_phone_signs_in(world: World, connect: Any) -> None:
    """A code makes a token, which all later calls and views carry."""
    play = Accounts("canary-phone")
    with Peer(play) as peer:
        client = connect(peer.url)
        view = client.with_options(timeout=9)
        with pytest.raises(AuthenticationFailed):
            world.run(client.sign_in("+4912345", "000000"))
        assert world.run(client.sign_in("+4912345", "123456")) == "canary-phone"
        assert world.run(view.account.me()).id == "u1"
        other = connect(peer.url, **LOGIN)
        with pytest.raises(UsageError, match="e-mail"):
            world.run(other.sign_in("+4912345", "123456"))


# ------------------------------------------------------------------------------------------------------------ addresses


def test_the_address_that_answers_first_is_used(world: World, connect: Any) -> None:
    """Of two, the silent one is left alone after the question that both get."""
    play = Play()
    with Peer(stalls) as silent, Peer(play) as peer:
        client = connect(silent.url, peer.url)
        assert world.run(client.account.me()).id == "u1"
        assert world.run(client.account.me()).id == "u1"
    assert play.names() == ["getApiVersion", "getMyself", "getMyself"]
    assert len(silent.requests) <= 1


def test_who_refuses_has_answered(world: World, connect: Any) -> None:
    """A server that refuses the question is there; its refusals come out of the calls themselves."""
    play = Play(overrides={"getApiVersion": refused("Authentication Error")})
    with nobody() as dead, Peer(play) as peer:
        assert world.run(connect(dead, peer.url).account.me()).id == "u1"


def test_nothing_is_asked_with_one_address(world: World, connect: Any) -> None:
    """A private server is used as it is."""
    play = Play()
    with Peer(play) as peer:
        world.run(connect(peer.url).account.me())
    assert play.names() == ["getMyself"]


def test_another_address_takes_over_when_surely_nothing_was_sent(world: World, connect: Any) -> None:
    """A creation that found nobody goes to the other address, and so do all later calls."""
    one, two = Play(), Play(overrides={"getApiVersion": lambda _variables: stalls})
    with Peer(two) as second:
        with Peer(one) as first:
            client = connect(first.url, second.url, options=QUICK)
            world.run(client.account.me())
        assert world.run(client.projects.create(name="x")).name == "x"
        world.run(client.account.me())
    assert one.names() == ["getApiVersion", "getMyself"]
    assert two.names("createProject", "getMyself") == ["createProject", "getMyself"]


def test_a_lost_answer_does_not_move_a_creation(world: World, connect: Any) -> None:
    """What was sent may have been done; it is not sent elsewhere."""
    one = Play(overrides={"createProject": lambda _variables: loses_the_answer})
    two = Play(overrides={"getApiVersion": lambda _variables: stalls})
    with Peer(one) as first, Peer(two) as second:
        client = connect(first.url, second.url, options=QUICK)
        with pytest.raises(OutcomeUnknown):
            world.run(client.projects.create(name="x"))
    assert two.names("createProject") == []


def test_nobody_at_all(world: World, connect: Any) -> None:
    """When no address answers, the call says that nothing was sent."""
    with nobody() as one, nobody() as two, pytest.raises(NotSent):
        world.run(connect(one, two, options=QUICK).account.me())


def test_clients_of_a_cancelled_race_leave_nothing_behind() -> None:
    """When the faster address has answered, the question to the slower one is taken back."""

    async def body() -> int:
        before = len(asyncio.all_tasks())
        async with AsyncAltizure("k") as client:
            await client.account.me()
            return len(asyncio.all_tasks()) - before

    play = Play()
    with Peer(stalls) as silent, Peer(play) as peer, pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings_module, "ADDRESSES", {"a": f"{silent.url}/graphql", "b": f"{peer.url}/graphql"})
        assert asyncio.run(body()) == 0
