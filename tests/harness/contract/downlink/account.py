"""A tenant of the open platform to test with: emulated with a few things in it, or the user's own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import requests

from contract.koomap.signer import body_of
from harness.contract.live import Paced
from harness.contract.world import World
from skybind import Downlink, Options
from skybind.downlink.settings import DownlinkSettings
from skybind_emulators.server import AppServer
from skybind_emulators.settings import DownlinkRules, Settings
from unit.emulators.downlink_platform.harness import Downlink as Emulated
from unit.emulators.downlink_platform.harness import Signs

__all__ = ["connect", "emulate"]

# Types that the specification lets pass as unlisted must be taken too, or all requests with them would be refused.
CHOICES = Settings(services=("downlink",), downlink=DownlinkRules(unlisted_commands=True))
# A client that sends nothing twice: what the service does wrong must not be put right by trying again.
ONCE = Options(retries=0)


@attrs.frozen
class SignsForRequests(requests.auth.AuthBase):
    """Signs the requests of ``requests``."""

    signs: Signs = attrs.field(repr=False)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        parts = urlsplit(request.url or "")
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        request.headers.update(self.signs.headers(request.method or "", target, body_of(request)))
        return request


@contextmanager
def emulate(folder: Path) -> Iterator[World]:
    """An emulated tenant whose device answers at once: a command, a request of the device, an endpoint with a
    subscription, and a second credential, so that the first one stays as it is."""
    downlink = Emulated(folder, CHOICES)
    downlink.wall.at = time.time()  # clients sign with the time of this machine
    downlink.gateway.echo = True
    try:
        yield _furnished(downlink)
    finally:
        downlink.close()


def _furnished(downlink: Emulated) -> World:
    emulator = downlink.emulator
    base = "/api/v1/open"
    downlink.gateway.ask("flighttask_resource_get", {"flight_id": "nobody's"}, gateway=emulator.gateway_sn)
    endpoint = downlink.data("POST", f"{base}/callbacks/endpoints", {"url": "https://example.com/first"}, status=201)
    path = f"{base}/callbacks/endpoints/{endpoint['id']}/subscriptions"
    subscription = downlink.data("POST", path, {"event_type": "command.accepted"}, status=201)
    [keys] = downlink.data("GET", f"{base}/objects/credentials")["items"]
    [resource] = downlink.data("GET", f"{base}/objects/resources")["items"]
    tenant = emulator.first.tenant_id
    second = downlink.data("POST", f"/api/v1/platform/tenants/{tenant}/credentials", {"name": "second"}, status=201)

    @contextmanager
    def client() -> Iterator[Downlink]:
        with (
            AppServer(world.app) as server,
            Downlink(
                emulator.api_id,
                emulator.api_key,
                base_url=server.base_url,
                device_id=emulator.device_id,
                options=ONCE,
            ) as client,
        ):
            yield client

    world = World(
        base_url="http://dev.utmos.test",
        app=emulator.app,
        sign=SignsForRequests(Signs(emulator.api_id, emulator.api_key, time.time)),
        client=client,
        known={
            "device": emulator.device_id,
            "tenant": tenant,
            "command": downlink.command(),
            "request": emulator.device_requests[0].request_id,
            "endpoint": endpoint["id"],
            "subscription": subscription["id"],
            "keys": keys["id"],
            "resource": resource["id"],
            "bucket": resource["bucket"],
            "client": second["client_id"],
            "platform": downlink,
        },
    )
    return world


@contextmanager
def connect(pace: Callable[[], Any]) -> Iterator[World]:
    """The user's own tenant, reached with credentials from environment, profile file or keyring.

    Nothing is known of it but its device: there is no list of commands, and the tenant's id is not told.

    Raises:
        CredentialsMissing: there are none; the message says what to set.
    """
    settings = DownlinkSettings.of({})
    dialect = settings.dialect
    options = Options(retries=0, before_attempt=lambda _attempt: pace())

    @contextmanager
    def client() -> Iterator[Downlink]:
        with Downlink(options=options) as client:
            yield client

    yield World(
        base_url=dialect.base_url,
        sign=Paced(_SignsAsClient(dialect), pace),
        client=client,
        known={"device": settings.device_id} if settings.device_id else {},
    )


@attrs.frozen
class _SignsAsClient(requests.auth.AuthBase):
    """Signs as the client is set up to: how the real platform wants it is not public, so that it is configured."""

    dialect: Any = attrs.field(repr=False)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        parts = urlsplit(request.url or "")
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        request.headers.update(self.dialect.sign(request.method, target, body_of(request), time.time()))
        return request
