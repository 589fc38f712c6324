"""What a credential may do: a scope for each operation."""

from collections.abc import Mapping

# Scopes of the open routes are documented; which of them an operation needs follows from their names. Those of the
# platform routes are our assumption: the pages speak of the role `tenant_admin` there.
NEEDED: Mapping[str, str] = {
    "createCommand": "open:command:create",
    "getCommand": "open:command:read",
    "listDeviceRequests": "open:device-request:read",
    "getDeviceRequest": "open:device-request:read",
    "replyDeviceRequest": "open:device-request:create",
    "presignObject": "open:object:create",
    "listObjectCredentials": "open:object-config:read",
    "createObjectCredential": "open:object-config:create",
    "getObjectCredential": "open:object-config:read",
    "updateObjectCredential": "open:object-config:update",
    "listObjectResources": "open:object-config:read",
    "createObjectResource": "open:object-config:create",
    "updateObjectResource": "open:object-config:update",
    "listCallbackEndpoints": "open:callback:read",
    "createCallbackEndpoint": "open:callback:create",
    "getCallbackEndpoint": "open:callback:read",
    "updateCallbackEndpoint": "open:callback:update",
    "listSubscriptions": "open:callback:read",
    "createSubscription": "open:callback:create",
    "deleteSubscription": "open:callback:disable",
    "listCredentials": "platform:credential:read",
    "createCredential": "platform:credential:create",
    "updateCredential": "platform:credential:update",
}
ALL_SCOPES = frozenset(NEEDED.values())
