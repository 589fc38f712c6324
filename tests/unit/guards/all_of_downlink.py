"""A workflow over all operations of the open platform's downlink, written once for sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skybind.steps import Workflow, ask, pause
from skybind_clients.downlink.models import CallbackEvent, DeviceRequest, EndpointStatus, ObjectMethod, Vendor
from skybind_emulators import Running
from skybind_emulators.settings import DownlinkRules

__all__ = ["SETTINGS", "all_of_downlink"]

#: The dock asks for its configuration when it comes up; somebody must answer by hand.
SETTINGS: Mapping[str, Any] = {"downlink": DownlinkRules(auto_replies=("update_topo", "flighttask_resource_get"))}
_LOOKS, _BETWEEN_S = 500, 0.01


def all_of_downlink(emulators: Running) -> Workflow[None]:
    """One call after another, each of an operation."""
    yield from _command(emulators)
    yield from _device_request(emulators)
    yield from _objects()
    yield from _callbacks()
    yield from _credentials(emulators)


def _command(emulators: Running) -> Workflow[None]:
    device = emulators.downlink.device_id
    accepted = yield from ask(
        lambda api: api.commands.create(
            vendor=Vendor.DJI, device_id=device, command_type="debug_mode_open", payload={}, idempotency_key="all-1"
        )
    )
    for _ in range(_LOOKS):
        state = yield from ask(lambda api: api.commands.get(accepted.command_id))
        if state.status.value not in {"ACCEPTED", "DELIVERED"}:
            break
        yield from pause(_BETWEEN_S)
    assert (state.status, state.response_code) == ("SUCCEEDED", "0")


def _device_request(emulators: Running) -> Workflow[None]:
    device = emulators.downlink.device_id
    waiting: list[DeviceRequest] = []
    for _ in range(_LOOKS):
        waiting = yield from ask(lambda api: api.device_requests.list(device_id=device, request_type="config"))
        if waiting:
            break
        yield from pause(_BETWEEN_S)
    [asked] = waiting
    answer = {"ntp_server_host": "ntp.example", "ntp_server_port": 123}
    yield from ask(lambda api: api.device_requests.reply(asked.request_id, reply_code=0, payload=answer))
    found = yield from ask(lambda api: api.device_requests.get(asked.request_id))
    assert found.reply_source == "manual"


def _objects() -> Workflow[None]:
    keys: dict[str, Any] = {"endpoint": "http://127.0.0.1:9", "region": "r", "access_key_id": "id"}
    made = yield from ask(lambda api: api.object_credentials.create(name="mine", secret_access_key="s", **keys))
    yield from ask(lambda api: api.object_credentials.update(made.id, name="ours"))
    assert (yield from ask(lambda api: api.object_credentials.get(made.id))).name == "ours"
    assert "ours" in {one.name for one in (yield from ask(lambda api: api.object_credentials.list()))}

    methods = [ObjectMethod.GET]
    resource = yield from ask(
        lambda api: api.object_resources.create(
            bucket="mine", key_prefix="a/", allowed_methods=methods, credential_id=made.id
        )
    )
    yield from ask(lambda api: api.object_resources.update(resource.id, key_prefix="b/"))
    assert "b/" in {one.key_prefix for one in (yield from ask(lambda api: api.object_resources.list()))}
    link = yield from ask(
        lambda api: api.objects.presign(bucket="mine", object_key="b/route.kmz", method=ObjectMethod.GET)
    )
    assert "b/route.kmz" in link.url


def _callbacks() -> Workflow[None]:
    made = yield from ask(lambda api: api.callback_endpoints.create(url="https://example.com/hook"))
    yield from ask(lambda api: api.callback_endpoints.update(made.id, status=EndpointStatus.DISABLED))
    assert (yield from ask(lambda api: api.callback_endpoints.get(made.id))).status == "DISABLED"
    assert [one.id for one in (yield from ask(lambda api: api.callback_endpoints.list()))] == [made.id]
    event = yield from ask(lambda api: api.subscriptions.create(made.id, event_type=CallbackEvent.COMMAND_COMPLETED))
    assert [one.id for one in (yield from ask(lambda api: api.subscriptions.list(made.id)))] == [event.id]
    yield from ask(lambda api: api.subscriptions.delete(made.id, event.id))


def _credentials(emulators: Running) -> Workflow[None]:
    tenant = emulators.downlink.first.tenant_id
    made = yield from ask(lambda api: api.credentials.create(tenant, name="second"))
    changed = yield from ask(lambda api: api.credentials.update(tenant, made.client_id, rotate_secret=True))
    assert changed.secret != made.secret
    listed = yield from ask(lambda api: api.credentials.list(tenant))
    assert made.client_id in {one.client_id for one in listed}
