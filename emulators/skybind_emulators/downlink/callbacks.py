"""Callback endpoints and what they subscribe to. Whether anything is sent there is another matter: ``deliveries``."""

import threading
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from skybind_emulators.application import Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.callers import Callers
from skybind_emulators.downlink.codes import CALLBACK_NOT_FOUND, refuse
from skybind_emulators.downlink.moments import iso
from skybind_emulators.exchange import Call, Reply
from skybind_emulators.identity import Identities


@define(kw_only=True, eq=False)
class Subscription:
    """An event that an endpoint gets."""

    id: str
    event_type: str
    created_at: float


@define(kw_only=True, eq=False)
class Endpoint:
    """Where events are sent. The defaults are our assumption."""

    id: str
    tenant_id: str
    url: str
    status: str = "ACTIVE"
    timeout_s: int = 10
    max_attempts: int = 3
    secret: str = field(repr=False)
    subscriptions: dict[str, Subscription] = field(factory=dict)
    created_at: float
    updated_at: float

    def wants(self, event_type: str) -> bool:
        """Whether an event is to be sent there."""
        return self.status == "ACTIVE" and any(one.event_type == event_type for one in self.subscriptions.values())


class Callbacks:
    """Endpoints of all tenants; a tenant sees its own."""

    def __init__(self, callers: Callers, clock: SimulatedClock, ids: Identities) -> None:
        self._callers = callers
        self._clock = clock
        self._ids = ids
        self._lock = threading.RLock()
        self._endpoints: dict[str, Endpoint] = {}

    def by_operation(self) -> dict[str, Handler]:
        """The handlers."""
        return {
            "listCallbackEndpoints": lambda call: {"items": [_view(endpoint) for endpoint in self._mine(call)]},
            "createCallbackEndpoint": self._create,
            "getCallbackEndpoint": lambda call: _view(self._one(call)),
            "updateCallbackEndpoint": self._update,
            "listSubscriptions": self._subscriptions,
            "createSubscription": self._subscribe,
            "deleteSubscription": self._unsubscribe,
        }

    def wanting(self, tenant_id: str, event_type: str) -> list[Endpoint]:
        """Endpoints of a tenant that get an event."""
        with self._lock:
            found = [one for one in self._endpoints.values() if one.tenant_id == tenant_id]
            return [endpoint for endpoint in found if endpoint.wants(event_type)]

    def add(self, tenant_id: str, body: Mapping[str, Any]) -> Endpoint:
        """Add an endpoint; ``body`` is that of ``createCallbackEndpoint``."""
        now = self._clock.now()
        endpoint = Endpoint(
            id=self._ids.uuid(),
            tenant_id=tenant_id,
            url=body["url"],
            secret=self._ids.text(40),
            created_at=now,
            updated_at=now,
        )
        self._set(endpoint, body)
        with self._lock:
            self._endpoints[endpoint.id] = endpoint
        return endpoint

    def subscribe(self, endpoint: Endpoint, event_type: str) -> Subscription:
        """Let an endpoint get an event; the same again is the subscription that is there (our assumption)."""
        with self._lock:
            for there in endpoint.subscriptions.values():
                if there.event_type == event_type:
                    return there
            made = Subscription(id=self._ids.uuid(), event_type=event_type, created_at=self._clock.now())
            endpoint.subscriptions[made.id] = made
            return made

    def _create(self, call: Call) -> Any:
        endpoint = self.add(self._callers.of(call).tenant_id, call.body)
        return Reply({**_view(endpoint), "secret": endpoint.secret}, status=201)

    def _update(self, call: Call) -> Any:
        with self._lock:
            endpoint = self._one(call)
            self._set(endpoint, call.body)
            endpoint.updated_at = self._clock.now()
            if not call.body.get("rotate_secret"):
                return _view(endpoint)
            endpoint.secret = self._ids.text(40)
            return {**_view(endpoint), "secret": endpoint.secret}

    def _set(self, endpoint: Endpoint, body: Mapping[str, Any]) -> None:
        endpoint.url = body.get("url", endpoint.url)
        endpoint.status = body.get("status", endpoint.status)
        endpoint.timeout_s = body.get("timeout_seconds", endpoint.timeout_s)
        endpoint.max_attempts = body.get("max_attempts", endpoint.max_attempts)

    def _subscriptions(self, call: Call) -> Any:
        with self._lock:
            endpoint = self._one(call)
            return {"items": [_subscription_view(endpoint, one) for one in endpoint.subscriptions.values()]}

    def _subscribe(self, call: Call) -> Any:
        endpoint = self._one(call)
        return Reply(_subscription_view(endpoint, self.subscribe(endpoint, call.body["event_type"])), status=201)

    def _unsubscribe(self, call: Call) -> Any:
        with self._lock:
            if self._one(call).subscriptions.pop(call.arguments.path["subscription_id"], None) is None:
                raise refuse(CALLBACK_NOT_FOUND, "there is no such subscription")
        return Reply(None, status=204)

    def _mine(self, call: Call) -> list[Endpoint]:
        tenant_id = self._callers.of(call).tenant_id
        with self._lock:
            return [endpoint for endpoint in self._endpoints.values() if endpoint.tenant_id == tenant_id]

    def _one(self, call: Call) -> Endpoint:
        wanted = call.arguments.path["id"]
        found = next((endpoint for endpoint in self._mine(call) if endpoint.id == wanted), None)
        if found is None:
            raise refuse(CALLBACK_NOT_FOUND, "there is no such callback endpoint")
        return found


def _view(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "id": endpoint.id,
        "url": endpoint.url,
        "status": endpoint.status,
        "timeout_seconds": endpoint.timeout_s,
        "max_attempts": endpoint.max_attempts,
        "created_at": iso(endpoint.created_at),
        "updated_at": iso(endpoint.updated_at),
    }


def _subscription_view(endpoint: Endpoint, subscription: Subscription) -> dict[str, Any]:
    return {
        "id": subscription.id,
        "endpoint_id": endpoint.id,
        "event_type": subscription.event_type,
        "created_at": iso(subscription.created_at),
    }
