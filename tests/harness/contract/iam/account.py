"""A user of IAM to test with: emulated, or the reader's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import requests

from harness.contract.koomap.account import emulated
from harness.contract.live import Paced
from harness.contract.world import World
from skybind import Options
from skybind.errors import CredentialsMissing
from skybind.koomap.iam import IamDialect
from skybind.koomap.settings import KooMapSettings
from skybind.wire.transport import Transport
from skybind_clients.iam.facade import IamGroups
from skybind_emulators.server import AppServer

__all__ = ["connect", "emulate"]

ONCE = Options(retries=0)


class ShowsNothing(requests.auth.AuthBase):
    """The one call that needs no credentials beside those in its body."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


@contextmanager
def emulate(folder: Path) -> Iterator[World]:
    """IAM of an emulated account."""
    with emulated(folder) as (emulator, _store):
        account = emulator.account
        world = World(
            base_url="http://iam.test",
            app=emulator.iam_app,
            sign=ShowsNothing(),
            client=lambda: _client(world),
            known={"login": login(account.domain, account.username, account.password, {"name": account.region})},
        )
        yield world


@contextmanager
def _client(world: World) -> Iterator[IamGroups]:
    with AppServer(world.app) as server, _groups(server.base_url, ONCE) as groups:
        yield groups


@contextmanager
def _groups(base_url: str, options: Options) -> Iterator[IamGroups]:
    transport = Transport(IamDialect(base_url), options)
    try:
        yield IamGroups(transport)
    finally:
        transport.close()


@contextmanager
def connect(pace: Callable[[], Any]) -> Iterator[World]:
    """IAM with the user whose password is in environment, profile file or keyring, as for KooMap.

    Raises:
        CredentialsMissing: there is no password; the message says what to set.
    """
    settings = KooMapSettings.of({"auth": "token"})
    if settings.login is None or settings.iam is None:
        raise CredentialsMissing("no password for iam", advice="Set SKYBIND_KOOMAP_DOMAIN, _USERNAME and _PASSWORD.")
    mine, base_url = settings.login, settings.iam.base_url
    project: dict[str, str | None] = {"id": mine.project_id} if mine.project_id else {"name": mine.project_name}
    options = Options(retries=0, before_attempt=lambda _attempt: pace())

    def client() -> AbstractContextManager[IamGroups]:
        return _groups(base_url, options)

    yield World(
        base_url=base_url,
        sign=Paced(ShowsNothing(), pace),
        client=client,
        known={"login": login(mine.domain, mine.username, mine.password, project)},
    )


def login(domain: str, username: str, password: str, project: Mapping[str, str | None]) -> dict[str, Any]:
    """The body of a request for a token."""
    user = {"name": username, "password": password, "domain": {"name": domain}}
    identity = {"methods": ["password"], "password": {"user": user}}
    return {"auth": {"identity": identity, "scope": {"project": project}}}
