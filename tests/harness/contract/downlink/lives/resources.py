"""What may be done with objects below a prefix, compared with a model; links show what holds."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule

from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import PermissionDenied
from skybind_clients.downlink.models import ObjectMethod

__all__ = ["ResourceLives"]

PREFIXES = st.text(alphabet="aB7/", max_size=4).map("skybind/{}".format)
METHODS = st.lists(st.sampled_from(ObjectMethod), min_size=1, max_size=2, unique=True)
LIVES_S = st.sampled_from([1, 60, 3600])
BUCKET = "skybind-lives"


@attrs.define
class Kept:
    """A resource as it must be."""

    prefix: str
    methods: list[ObjectMethod]
    lifetime_s: int


class ResourceLives(LifeCycle):
    """Resources are made and changed, and links are asked for. They cannot be deleted."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.resources: dict[str, Kept] = {}
        found = self.client.object_resources.list()
        self.before = [one for one in found if one.bucket == BUCKET]

    @precondition(lambda self: "createObjectResource" not in self.spared and "keys" in self.known)
    @rule(target=ids, prefix=PREFIXES, methods=METHODS, lifetime_s=LIVES_S)
    def create(self, prefix: str, methods: list[ObjectMethod], lifetime_s: int) -> str:
        made = self.client.object_resources.create(
            bucket=BUCKET,
            credential_id=self.known["keys"],
            key_prefix=prefix,
            allowed_methods=methods,
            max_presign_ttl_seconds=lifetime_s,
        )
        assert made.id not in self.resources, "an id was given out twice"
        self.resources[made.id] = Kept(prefix, methods, lifetime_s)
        self._like(made, self.resources[made.id])
        return str(made.id)

    @rule(id_=ids, prefix=st.none() | PREFIXES, methods=st.none() | METHODS)
    def update(self, id_: str, prefix: str | None, methods: list[ObjectMethod] | None) -> None:
        change: dict[str, Any] = {} if prefix is None else {"key_prefix": prefix}
        change |= {} if methods is None else {"allowed_methods": methods}
        changed, kept = self.client.object_resources.update(id_, **change), self.resources[id_]
        kept.prefix = kept.prefix if prefix is None else prefix
        kept.methods = kept.methods if methods is None else methods
        self._like(changed, kept)
        self.read_all()

    @rule()
    def read_all(self) -> None:
        found = {one.id: one for one in self.client.object_resources.list()}
        for id_, kept in self.resources.items():
            self._like(found[id_], kept)

    @precondition(lambda self: self.resources and not self.before)
    @rule(key=PREFIXES.map("{}x".format), method=st.sampled_from(ObjectMethod), lifetime_s=LIVES_S)
    def sign(self, key: str, method: ObjectMethod, lifetime_s: int) -> None:
        """A link is signed if one resource allows all of it."""
        allowed = any(
            key.startswith(kept.prefix) and method in kept.methods and lifetime_s <= kept.lifetime_s
            for kept in self.resources.values()
        )

        def presign() -> Any:
            return self.client.objects.presign(bucket=BUCKET, object_key=key, method=method, expires_seconds=lifetime_s)

        if allowed:
            assert presign().url
        else:
            refused(PermissionDenied, presign)

    def short_life(self) -> None:
        first = self.create("skybind/a", [ObjectMethod.GET], 60)
        second = self.create("skybind/b", [ObjectMethod.GET], 60)
        self.update(second, "skybind/c", None)
        assert first != second

    def _like(self, found: Any, kept: Kept) -> None:
        assert (found.key_prefix, found.allowed_methods) == (kept.prefix, kept.methods)
