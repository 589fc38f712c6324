"""Credentials: who is let in with which key, at every step."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule

from harness.contract.life_cycle import LifeCycle, refused
from skybind import Downlink, Options
from skybind.errors import AuthenticationFailed, NotFound, PermissionDenied
from skybind_clients.downlink.models import CredentialStatus

__all__ = ["CredentialLives"]

NAMES = st.text(alphabet="aB 7测", min_size=1, max_size=8)


@attrs.define
class Kept:
    """A credential as it must be. ``secrets`` has all that it ever had, the last one of today."""

    name: str
    secrets: list[str] = attrs.field(repr=False)
    status: CredentialStatus = CredentialStatus.ACTIVE


class CredentialLives(LifeCycle):
    """Credentials are made, renamed, rotated, put out of use and deleted; each key that there ever was is tried."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.credentials: dict[str, Kept] = {}
        self.tenant = self.known.get("tenant", "")

    @precondition(lambda self: self.tenant)
    @rule(target=ids, name=NAMES)
    def create(self, name: str) -> str:
        made = self.client.credentials.create(self.tenant, name=name)
        assert made.client_id not in self.credentials, "an id was given out twice"
        self.credentials[made.client_id] = Kept(name, [made.secret])
        self.enter(made.client_id)
        return str(made.client_id)

    @rule(id_=ids, name=NAMES)
    def rename(self, id_: str, name: str) -> None:
        if not self._gone(id_, name=name):
            self.client.credentials.update(self.tenant, id_, name=name)
            self.credentials[id_].name = name
            self.read_all()

    @rule(id_=ids)
    def rotate(self, id_: str) -> None:
        if not self._gone(id_, rotate_secret=True):
            secret = self.client.credentials.update(self.tenant, id_, rotate_secret=True).secret
            kept = self.credentials[id_]
            assert secret, "no new key"
            assert secret not in kept.secrets, "the new key is an old one"
            kept.secrets.append(secret)
            self.enter(id_)

    @rule(id_=ids, status=st.sampled_from(CredentialStatus))
    def set_status(self, id_: str, status: CredentialStatus) -> None:
        if not self._gone(id_, status=status):
            self.client.credentials.update(self.tenant, id_, status=status)
            self.credentials[id_].status = status
            self.enter(id_)

    @rule(id_=ids)
    def enter(self, id_: str) -> None:
        """Only the key of today lets in, and only while the credential is active."""
        kept = self.credentials[id_]
        for number, secret in enumerate(kept.secrets[-2:], start=max(0, len(kept.secrets) - 2)):
            if kept.status is CredentialStatus.ACTIVE and number == len(kept.secrets) - 1:
                self._call(id_, secret)
            else:
                refused(AuthenticationFailed, lambda secret=secret: self._call(id_, secret))

    @rule()
    def read_all(self) -> None:
        if not self.tenant:
            return
        found = {one.client_id: one for one in self.client.credentials.list(self.tenant, limit=500)}
        for id_, kept in self.credentials.items():
            if id_ in found:
                assert (found[id_].name, found[id_].status) == (kept.name, kept.status)
                assert not found[id_].secret, "a key is shown twice"
            else:
                assert kept.status is CredentialStatus.DELETED, "a credential is not listed"

    @precondition(lambda self: self.tenant)
    @rule()
    def look_at_another_tenant(self) -> None:
        refused(PermissionDenied, lambda: self.client.credentials.list("another tenant"))

    def _call(self, id_: str, secret: str) -> Any:
        address = self.client._settings.dialect.base_url
        with Downlink(id_, secret, base_url=address, options=Options(retries=0)) as client:
            return client.device_requests.list()

    def _gone(self, id_: str, **change: Any) -> bool:
        """Whether the credential was deleted; then a change must not find it."""
        if self.credentials[id_].status is not CredentialStatus.DELETED:
            return False
        refused(NotFound, lambda: self.client.credentials.update(self.tenant, id_, **change))
        return True

    def teardown(self) -> None:
        """Put out of use what this run made."""
        for id_, kept in self.credentials.items():
            if kept.status is not CredentialStatus.DELETED:
                self.client.credentials.update(self.tenant, id_, status=CredentialStatus.DELETED)
