"""Callback endpoints and their subscriptions, compared with a model at every step."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule

from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import NotFound
from skybind_clients.downlink.models import CallbackEvent, EndpointStatus

__all__ = ["EndpointLives"]

URLS = st.text(alphabet="aB7-", min_size=1, max_size=8).map("https://example.com/{}".format)
STATUSES = st.sampled_from(EndpointStatus)
EVENTS = st.sampled_from(CallbackEvent)


@attrs.define
class Kept:
    """An endpoint as it must be. What it wants stands by event."""

    url: str
    status: EndpointStatus
    secret: str = attrs.field(repr=False)
    wants: dict[CallbackEvent, str] = attrs.field(factory=dict)


class EndpointLives(LifeCycle):
    """Endpoints are made, changed, put out of use, given new secrets and events. They cannot be deleted."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.endpoints: dict[str, Kept] = {}

    @precondition(lambda self: "createCallbackEndpoint" not in self.spared)
    @rule(target=ids, url=URLS, status=STATUSES)
    def create(self, url: str, status: EndpointStatus) -> str:
        made = self.client.callback_endpoints.create(url=url, status=status)
        assert made.id not in self.endpoints, "an id was given out twice"
        assert made.secret, "a new endpoint without its secret"
        self.endpoints[made.id] = Kept(url, status, made.secret)
        return str(made.id)

    @rule(id_=ids, url=st.none() | URLS, status=st.none() | STATUSES)
    def update(self, id_: str, url: str | None, status: EndpointStatus | None) -> None:
        change = {name: value for name, value in (("url", url), ("status", status)) if value is not None}
        changed = self.client.callback_endpoints.update(id_, **change)
        kept = self.endpoints[id_] = attrs.evolve(self.endpoints[id_], **change)
        assert not changed.secret, "a secret is shown twice"
        self._like(changed, kept)
        self.read_all()

    @rule(id_=ids)
    def rotate(self, id_: str) -> None:
        kept = self.endpoints[id_]
        secret = self.client.callback_endpoints.update(id_, rotate_secret=True).secret
        assert secret, "no new secret"
        assert secret != kept.secret, "the new secret is the old one"
        kept.secret = secret

    @rule(id_=ids)
    def read(self, id_: str) -> None:
        found = self.client.callback_endpoints.get(id_)
        assert not found.secret, "a secret is shown twice"
        self._like(found, self.endpoints[id_])

    @rule()
    def read_all(self) -> None:
        found = {one.id: one for one in self.client.callback_endpoints.list()}
        for id_, kept in self.endpoints.items():
            self._like(found[id_], kept)

    @rule(id_=ids, event=EVENTS)
    def subscribe(self, id_: str, event: CallbackEvent) -> None:
        kept = self.endpoints[id_]
        made = self.client.subscriptions.create(id_, event_type=event)
        assert kept.wants.setdefault(event, made.id) == made.id, "an event is subscribed to twice"
        self._wants(id_)

    @rule(id_=ids, event=EVENTS)
    def unsubscribe(self, id_: str, event: CallbackEvent) -> None:
        gone = self.endpoints[id_].wants.pop(event, None)
        if gone is None:
            refused(NotFound, lambda: self.client.subscriptions.delete(id_, "none"))
        else:
            self.client.subscriptions.delete(id_, gone)
            refused(NotFound, lambda: self.client.subscriptions.delete(id_, gone))
        self._wants(id_)

    def _wants(self, id_: str) -> None:
        found = {one.event_type: one.id for one in self.client.subscriptions.list(id_)}
        assert found == self.endpoints[id_].wants

    def _like(self, found: Any, kept: Kept) -> None:
        assert (found.url, found.status) == (kept.url, kept.status)
