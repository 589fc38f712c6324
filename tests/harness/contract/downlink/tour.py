"""Valid calls of the open platform, in an order in which each succeeds."""

from harness.contract.contract import Found, Known, Step

_ENDPOINT = Found("createCallbackEndpoint", "/id")
_CLIENT = Found("createCredential", "/client_id")
_TENANT = {"tenant_id": Known("tenant")}
_KEYS = {"endpoint": "https://storage.example.com", "region": "r", "access_key_id": "k", "secret_access_key": "s"}

TOUR = (
    # Reading: what the tenant has.
    Step(operation="listDeviceRequests", query={"request_type": "flighttask_resource_get"}),
    Step(operation="getDeviceRequest", path={"request_id": Found("listDeviceRequests", "/items/0/request_id")}),
    Step(operation="listObjectCredentials"),
    Step(operation="getObjectCredential", path={"id": Found("listObjectCredentials", "/items/0/id")}),
    Step(operation="listObjectResources"),
    Step(operation="listCallbackEndpoints"),
    Step(operation="getCallbackEndpoint", path={"id": Found("listCallbackEndpoints", "/items/0/id")}),
    Step(operation="listSubscriptions", path={"id": Found("listCallbackEndpoints", "/items/0/id")}),
    Step(operation="listCredentials", path=_TENANT, query={"limit": 5}),
    # A command that moves nothing.
    Step(
        operation="createCommand",
        body={
            "vendor": "dji",
            "device_id": Known("device"),
            "command_type": "fileupload_list",
            "payload": {"module_list": ["0", "3"]},
            "idempotency_key": "skybind-tour",
            "timeout_seconds": 30,
        },
    ),
    Step(operation="getCommand", path={"command_id": Found("createCommand", "/command_id")}),
    Step(
        operation="replyDeviceRequest",
        path={"request_id": Known("request")},
        body={"reply_code": 0, "reply_message": "ok", "payload": {"file": {"url": "https://example.com/a.kmz"}}},
    ),
    # Writing.
    Step(operation="presignObject", body={"bucket": Known("bucket"), "object_key": "tour.kmz", "method": "GET"}),
    Step(operation="createObjectCredential", body={"name": "skybind tour", **_KEYS}),
    Step(
        operation="updateObjectCredential",
        path={"id": Found("createObjectCredential", "/id")},
        body={"name": "skybind tour, renamed"},
    ),
    Step(
        operation="createObjectResource",
        body={"bucket": Known("bucket"), "key_prefix": "skybind-tour/", "allowed_methods": ["GET"]},
    ),
    Step(
        operation="updateObjectResource",
        path={"id": Found("createObjectResource", "/id")},
        body={"max_presign_ttl_seconds": 60},
    ),
    Step(operation="createCallbackEndpoint", body={"url": "https://example.com/skybind-tour", "status": "DISABLED"}),
    Step(operation="updateCallbackEndpoint", path={"id": _ENDPOINT}, body={"rotate_secret": True}),
    Step(operation="createSubscription", path={"id": _ENDPOINT}, body={"event_type": "command.completed"}),
    Step(
        operation="deleteSubscription",
        path={"id": _ENDPOINT, "subscription_id": Found("createSubscription", "/id")},
    ),
    Step(operation="createCredential", path=_TENANT, body={"name": "skybind tour"}),
    Step(operation="updateCredential", path={**_TENANT, "client_id": _CLIENT}, body={"rotate_secret": True}),
    # What cannot be deleted is put out of use.
    Step(operation="updateCredential", path={**_TENANT, "client_id": _CLIENT}, body={"status": "DELETED"}),
)

_STAYS = "what it makes cannot be deleted"
COSTLY = {
    "createObjectCredential": _STAYS,
    "updateObjectCredential": "the only ones that there are to change are the tenant's own",
    "createObjectResource": _STAYS,
    "updateObjectResource": "the only ones that there are to change are the tenant's own",
    "createCallbackEndpoint": _STAYS,
    "updateCallbackEndpoint": "the only ones that there are to change are the tenant's own",
}
