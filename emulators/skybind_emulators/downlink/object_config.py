"""Which objects the platform may sign links for, and with which keys."""

import threading
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define, field

from skybind_emulators.application import Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.callers import Callers
from skybind_emulators.downlink.codes import NOT_FOUND, VALIDATION_FAILED, refuse
from skybind_emulators.downlink.moments import iso
from skybind_emulators.exchange import Call, Reply
from skybind_emulators.identity import Identities
from skybind_emulators.settings import DownlinkRules


@define(kw_only=True, eq=False)
class StorageKeys:
    """Keys of storage that the platform signs with. Whether they fit is seen when a link is used."""

    id: str
    tenant_id: str
    facts: dict[str, str] = field(repr=False)
    created_at: float
    updated_at: float


@define(kw_only=True, eq=False)
class ResourceRecord:
    """What may be done below a prefix of a bucket."""

    id: str
    tenant_id: str
    bucket: str
    credential_id: str | None
    key_prefix: str
    allowed_methods: tuple[str, ...]
    max_ttl_s: int
    created_at: float
    updated_at: float

    def allows(self, key: str, method: str, lifetime_s: int) -> bool:
        """Whether a link may be signed."""
        return key.startswith(self.key_prefix) and method in self.allowed_methods and lifetime_s <= self.max_ttl_s


Record = TypeVar("Record", StorageKeys, ResourceRecord)


class ObjectConfig:
    """Keys and resources of all tenants; a tenant sees its own."""

    def __init__(self, callers: Callers, clock: SimulatedClock, ids: Identities, rules: DownlinkRules) -> None:
        self._callers = callers
        self._clock = clock
        self._ids = ids
        self._rules = rules
        self._lock = threading.RLock()
        self._keys: dict[str, StorageKeys] = {}
        self._resources: dict[str, ResourceRecord] = {}

    def by_operation(self) -> dict[str, Handler]:
        """The handlers."""
        return {
            "listObjectCredentials": lambda call: {"items": [_keys_view(one) for one in self._mine(call, self._keys)]},
            "createObjectCredential": self._create_keys,
            "getObjectCredential": lambda call: _keys_view(self._one(call, self._keys)),
            "updateObjectCredential": self._update_keys,
            "listObjectResources": lambda call: {
                "items": [_resource_view(one) for one in self._mine(call, self._resources)]
            },
            "createObjectResource": self._create_resource,
            "updateObjectResource": self._update_resource,
        }

    def resources(self, call: Call, bucket: str) -> list[ResourceRecord]:
        """What the caller's tenant may do in a bucket."""
        return [resource for resource in self._mine(call, self._resources) if resource.bucket == bucket]

    def keys(self, resource: ResourceRecord) -> StorageKeys | None:
        """What links below a resource are signed with."""
        with self._lock:
            return self._keys.get(resource.credential_id or "")

    def add_keys(self, tenant_id: str, facts: Mapping[str, str]) -> StorageKeys:
        """Keep keys; ``facts`` is the body of ``createObjectCredential``."""
        now = self._clock.now()
        keys = StorageKeys(id=self._ids.uuid(), tenant_id=tenant_id, facts=dict(facts), created_at=now, updated_at=now)
        with self._lock:
            self._keys[keys.id] = keys
        return keys

    def add_resource(self, tenant_id: str, body: Mapping[str, Any]) -> ResourceRecord:
        """Allow something; ``body`` is that of ``createObjectResource``."""
        now = self._clock.now()
        resource = ResourceRecord(
            id=self._ids.uuid(),
            tenant_id=tenant_id,
            bucket=body["bucket"],
            credential_id=body.get("credential_id"),
            key_prefix=body["key_prefix"],
            allowed_methods=tuple(body["allowed_methods"]),
            max_ttl_s=body.get("max_presign_ttl_seconds", self._rules.presign_max_s),
            created_at=now,
            updated_at=now,
        )
        with self._lock:
            self._resources[resource.id] = resource
        return resource

    def _create_keys(self, call: Call) -> Any:
        return Reply(_keys_view(self.add_keys(self._callers.of(call).tenant_id, call.body)), status=201)

    def _update_keys(self, call: Call) -> Any:
        with self._lock:
            keys = self._one(call, self._keys)
            keys.facts |= call.body
            keys.updated_at = self._clock.now()
            return _keys_view(keys)

    def _create_resource(self, call: Call) -> Any:
        self._check_keys(call)
        return Reply(_resource_view(self.add_resource(self._callers.of(call).tenant_id, call.body)), status=201)

    def _update_resource(self, call: Call) -> Any:
        with self._lock:
            resource, body = self._one(call, self._resources), call.body
            self._check_keys(call)
            resource.credential_id = body.get("credential_id", resource.credential_id)
            resource.key_prefix = body.get("key_prefix", resource.key_prefix)
            resource.allowed_methods = tuple(body.get("allowed_methods", resource.allowed_methods))
            resource.max_ttl_s = body.get("max_presign_ttl_seconds", resource.max_ttl_s)
            resource.updated_at = self._clock.now()
            return _resource_view(resource)

    def _check_keys(self, call: Call) -> None:
        given = call.body.get("credential_id")
        if given is not None and given not in {keys.id for keys in self._mine(call, self._keys)}:
            raise refuse(VALIDATION_FAILED, "credential_id: there are no such credentials")

    def _mine(self, call: Call, records: Mapping[str, Record]) -> list[Record]:
        tenant_id = self._callers.of(call).tenant_id
        with self._lock:
            return [record for record in records.values() if record.tenant_id == tenant_id]

    def _one(self, call: Call, records: Mapping[str, Record]) -> Record:
        wanted = call.arguments.path["id"]
        found = next((record for record in self._mine(call, records) if record.id == wanted), None)
        if found is None:
            raise refuse(NOT_FOUND, "there is nothing of that id")
        return found


def _keys_view(keys: StorageKeys) -> dict[str, Any]:
    names = ("name", "provider", "endpoint", "region", "access_key_id")
    shown = {name: keys.facts[name] for name in names if name in keys.facts}
    return {"id": keys.id, **shown, "created_at": iso(keys.created_at), "updated_at": iso(keys.updated_at)}


def _resource_view(resource: ResourceRecord) -> dict[str, Any]:
    view = {
        "id": resource.id,
        "bucket": resource.bucket,
        "key_prefix": resource.key_prefix,
        "allowed_methods": list(resource.allowed_methods),
        "max_presign_ttl_seconds": resource.max_ttl_s,
        "created_at": iso(resource.created_at),
        "updated_at": iso(resource.updated_at),
    }
    return view if resource.credential_id is None else {**view, "credential_id": resource.credential_id}
