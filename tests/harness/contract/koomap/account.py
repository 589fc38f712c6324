"""An account of KooMap to test with: emulated with a few things in it, or the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from contract.koomap.signer import ByTurns, ShowsToken, Signs
from harness.contract.koomap.factory import PHOTOS, OnTheSpot, few_photos, small_mesh
from harness.contract.koomap.furniture import furnish
from harness.contract.koomap.knowledge import knowledge
from harness.contract.live import Paced
from harness.contract.world import World
from skybind import KooMap, Options
from skybind.koomap.settings import KooMapSettings
from skybind.koomap.signing import AccessKeys
from skybind.koomap.tokens import Login, Token
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Faults
from skybind_emulators.koomap import KooMapEmulator, make_koomap
from skybind_emulators.server import AppServer
from skybind_emulators.settings import KooMapRules, Settings
from skybind_emulators.store import ObjectStore

__all__ = ["connect", "emulate", "emulated"]

# Any number of things, calls and wrong signatures: with the service's limits, refusals that are right would look like
# valid data refused, and one wrong signature too many would lock the key. The limits have tests of their own in
# tests/unit/emulators.
RULES = KooMapRules(
    throttle_per_s=0,
    lock_failures=1_000_000,
    workspaces_max=1_000_000,
    pinned_max=1_000_000,
    satellite_tasks_max=1_000_000,
    real3d_tasks_max=1_000_000,
    subtasks_max=1_000_000,
    folder_photos=PHOTOS,
)
CHOICES = Settings(speed="polls:4", koomap=RULES)

# A client that sends nothing twice: what the service does wrong must not be put right by trying again.
ONCE = Options(retries=0)


@contextmanager
def emulated(folder: Path) -> Iterator[tuple[KooMapEmulator, ObjectStore]]:
    """KooMap and IAM of an account that has what every account has."""
    clock = SimulatedClock(CHOICES.pace.scale)
    store = ObjectStore(folder / "store", now=clock.now)
    emulator = make_koomap(CHOICES, store, Faults(), clock, engine=small_mesh, render=few_photos, folder=folder)
    emulator.real3d._runs._workers = OnTheSpot()
    try:
        yield emulator, store
    finally:
        emulator.close()


@contextmanager
def emulate(folder: Path) -> Iterator[World]:
    """An emulated account with something in each state that an operation needs. Most requests show a token, some are
    signed."""
    with emulated(folder) as (emulator, store):
        there = furnish(emulator, store, RULES)
        account = emulator.account

        @contextmanager
        def client() -> Iterator[KooMap]:
            with (
                AppServer(world.app) as server,
                KooMap(
                    token=emulator.token.text, base_url=server.base_url, options=ONCE, state=folder / "state"
                ) as client,
            ):
                yield client

        world = World(
            base_url="http://koomap.test",
            app=emulator.app,
            sign=ByTurns(ShowsToken(emulator.token.text), Signs(account.ak, account.sk)),
            client=client,
            known=knowledge(there, emulator, store),
        )
        yield world


@contextmanager
def connect(pace: Callable[[], Any]) -> Iterator[World]:
    """The user's own account, reached with credentials from environment, profile file or keyring.

    Raises:
        CredentialsMissing: there are none; the message says what to set.
    """
    settings = KooMapSettings.of({})
    base_url = settings.dialect.base_url
    options = Options(retries=0, before_attempt=lambda _attempt: pace())
    sign = Paced(_authentication(settings, pace), pace)
    yield World(base_url=base_url, sign=sign, client=lambda: KooMap(options=options), known=_own(base_url, sign))


def _authentication(settings: KooMapSettings, pace: Callable[[], Any]) -> requests.auth.AuthBase:
    """What the settings say, done by code of the tests."""
    credential = settings.credential
    if isinstance(credential, AccessKeys):
        return Signs(credential.access_key, credential.secret_key, credential.security_token or "")
    if isinstance(credential, Token):
        return ShowsToken(credential.value)
    assert settings.login is not None
    assert settings.iam is not None
    return ShowsToken(_token(settings.iam.base_url, settings.login, pace))


_tokens: dict[tuple[str, str, str], str] = {}


def _token(iam_url: str, login: Login, pace: Callable[[], Any]) -> str:
    """A token for a password, asked for once a run: IAM locks who asks too often."""
    key = (iam_url, login.domain, login.username)
    if key not in _tokens:
        user = {"name": login.username, "password": login.password, "domain": {"name": login.domain}}
        identity = {"methods": ["password"], "password": {"user": user}}
        project = {"id": login.project_id} if login.project_id else {"name": login.project_name}
        body = {"auth": {"identity": identity, "scope": {"project": project}}}
        pace()
        answer = requests.post(f"{iam_url}/v3/auth/tokens", json=body, timeout=20)
        answer.raise_for_status()
        _tokens[key] = answer.headers["X-Subject-Token"]
    return _tokens[key]


_seen: dict[str, Mapping[str, Any]] = {}


def _own(base_url: str, sign: requests.auth.AuthBase) -> Mapping[str, Any]:
    """A workspace and a folder of the account, asked for once."""
    if base_url not in _seen:
        workspaces = requests.get(f"{base_url}/v1/workspaces?offset=0&limit=1", auth=sign, timeout=20).json()
        url = f"{base_url}/v1/real3d/folders/query_by_condition"
        folders = requests.post(url, json={"offset": 0, "limit": 1}, auth=sign, timeout=20).json()
        known: dict[str, Any] = {}
        if entries := folders.get("folders"):
            known["folder"] = entries[0]["folder_code"]
        if entries := workspaces.get("data"):
            one = {"workspace_id": entries[0]["workspace_id"]}
            known["paths"] = dict.fromkeys(("listTasksInWorkspace", "showTaskOverviewInWorkspace"), one)
            known["queries"] = dict.fromkeys(("listTaskInfo", "showTaskOverview"), one)
        _seen[base_url] = known
    return _seen[base_url]
