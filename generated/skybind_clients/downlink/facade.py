# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""UTMOS open platform, downlink as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..runtime import UNSET, AsyncCaller, Caller, Raw, Unset
from . import decoders
from .operations import OPERATIONS

if TYPE_CHECKING:
    import datetime

    from .models.accepted_command import AcceptedCommand
    from .models.api_credential import ApiCredential
    from .models.callback_endpoint import CallbackEndpoint
    from .models.callback_event import CallbackEvent
    from .models.command_state import CommandState
    from .models.credential_status import CredentialStatus
    from .models.device_reply import DeviceReply
    from .models.device_request import DeviceRequest
    from .models.endpoint_status import EndpointStatus
    from .models.object_credential import ObjectCredential
    from .models.object_method import ObjectMethod
    from .models.object_resource import ObjectResource
    from .models.presigned_object import PresignedObject
    from .models.subscription import Subscription
    from .models.vendor import Vendor


class Commands:
    """Commands to devices."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawCommands:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawCommands(self._caller)

    def create(
        self,
        *,
        vendor: Vendor,
        device_id: str,
        command_type: str,
        payload: Mapping[str, Any],
        idempotency_key: str,
        timeout_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> AcceptedCommand:
        """Send a command to a device.

        The platform stores the command, answers, and delivers it. The same idempotency key with the same request
        returns the command that there is; with another request it is refused. Needs the scope open:command:create.

        Args:
            vendor: Whose device it is.
            device_id: The device, by the platform's own id. Whether a serial number of DJI does is not public. At least
                1 character.
            command_type: Name of the method. At least 1 character.
            payload: What the method takes.
            idempotency_key: One for each command that is meant; the same key returns the same command. At least 1
                character.
            timeout_seconds: How long the platform waits for the device's reply, s. 0 to 300; the service takes 30 if it
                is left out.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The command, accepted.

        Effect: physical (moves a machine, never sent again).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNSUPPORTED_VENDOR
        unsupported_vendor, UNSUPPORTED_COMMAND unsupported_command, IDEMPOTENCY_CONFLICT idempotency_conflict,
        INTERNAL_ERROR internal_error, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED
        timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited.

        Source: seed; doc downlink-commands, accept-a-downlink-command
        """
        from .api.commands import create_command as _endpoint
        from .models.command_request import CommandRequest
        from .models.command_request_payload import CommandRequestPayload

        _body = CommandRequest(
            vendor=vendor,
            device_id=device_id,
            command_type=command_type,
            payload=CommandRequestPayload.from_dict(payload),
            idempotency_key=idempotency_key,
            timeout_seconds=timeout_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["createCommand"], _request, decoders.create_command)

    def get(self, command_id: str, *, x_request_id: str | Unset = UNSET) -> CommandState:
        """Get what has become of a command.

        The seed has six statuses, newer pages have ten and name them public_status; both are understood. The seed
        prints the answer of createCommand under this call, a slip. Needs the scope open:command:read.

        Args:
            command_id: Id of the command. The seed's own example is no valid UUID, so that any 8-4-4-4-12 digits are
                taken. 8-4-4-4-12 hexadecimal digits.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The command.

        Effect: safe (changes nothing, may be sent again).

        Refusals: COMMAND_NOT_FOUND command_not_found, INTERNAL_ERROR internal_error, UNAUTHORIZED unauthorized,
        SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed,
        FORBIDDEN forbidden, RATE_LIMITED rate_limited.

        Source: seed; doc services-reply, downlink-commands
        """
        from .api.commands import get_command as _endpoint

        _request = _endpoint._get_kwargs(command_id=command_id, x_request_id=x_request_id)
        return self._caller(OPERATIONS["getCommand"], _request, decoders.get_command)


class RawCommands:
    """The calls of `Commands`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        vendor: Vendor,
        device_id: str,
        command_type: str,
        payload: Mapping[str, Any],
        idempotency_key: str,
        timeout_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[AcceptedCommand]:
        """See `Commands.create`."""
        from .api.commands import create_command as _endpoint
        from .models.command_request import CommandRequest
        from .models.command_request_payload import CommandRequestPayload

        _body = CommandRequest(
            vendor=vendor,
            device_id=device_id,
            command_type=command_type,
            payload=CommandRequestPayload.from_dict(payload),
            idempotency_key=idempotency_key,
            timeout_seconds=timeout_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["createCommand"], _request, decoders.create_command)

    def get(self, command_id: str, *, x_request_id: str | Unset = UNSET) -> Raw[CommandState]:
        """See `Commands.get`."""
        from .api.commands import get_command as _endpoint

        _request = _endpoint._get_kwargs(command_id=command_id, x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["getCommand"], _request, decoders.get_command)


class DeviceRequests:
    """What devices ask of the cloud, and answers given by hand."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawDeviceRequests:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawDeviceRequests(self._caller)

    def list(
        self,
        *,
        vendor: Vendor | Unset = UNSET,
        device_id: str | Unset = UNSET,
        request_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> builtins.list[DeviceRequest]:
        """List requests of devices.

        How the list is paged is not public; all come at once. Needs the scope open:device-request:read.

        Args:
            vendor: Only requests of devices of this vendor.
            device_id: Only requests of this device.
            request_type: Only requests of this kind, for example flighttask_resource_get, config or update_topo.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The requests.

        Effect: safe (changes nothing, may be sent again).

        Refusals: VALIDATION_FAILED validation_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc vendors/dji/requests
        """
        from .api.device_requests import list_device_requests as _endpoint

        _request = _endpoint._get_kwargs(
            vendor=vendor, device_id=device_id, request_type=request_type, x_request_id=x_request_id
        )
        return self._caller(OPERATIONS["listDeviceRequests"], _request, decoders.list_device_requests)

    def get(self, request_id: str, *, x_request_id: str | Unset = UNSET) -> DeviceRequest:
        """Get a request of a device.

        With what the device sent, and what it was answered. Needs the scope open:device-request:read.

        Args:
            request_id: Id of the device's request.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The request.

        Effect: safe (changes nothing, may be sent again).

        Refusals: DEVICE_REQUEST_NOT_FOUND device_request_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID
        signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden,
        RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc vendors/dji/requests
        """
        from .api.device_requests import get_device_request as _endpoint

        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id)
        return self._caller(OPERATIONS["getDeviceRequest"], _request, decoders.get_device_request)

    def reply(
        self,
        request_id: str,
        *,
        reply_code: int,
        reply_message: str | Unset = UNSET,
        payload: Mapping[str, Any] | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> DeviceReply:
        """Answer a request of a device by hand.

        Needs the scope open:device-request:create.

        Args:
            request_id: Id of the device's request.
            reply_code: 0 is success.
            reply_message: For people.
            payload: What the device gets as output.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The answer is on its way.

        Effect: physical (moves a machine, never sent again).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed,
        DEVICE_REQUEST_NOT_FOUND device_request_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID
        signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden,
        RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc vendors/dji/requests-reply
        """
        from .api.device_requests import reply_device_request as _endpoint
        from .models.device_reply_request import DeviceReplyRequest
        from .models.device_reply_request_payload import DeviceReplyRequestPayload

        _body = DeviceReplyRequest(
            reply_code=reply_code,
            reply_message=reply_message,
            payload=payload if isinstance(payload, Unset) else DeviceReplyRequestPayload.from_dict(payload),
        )
        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["replyDeviceRequest"], _request, decoders.reply_device_request)


class RawDeviceRequests:
    """The calls of `DeviceRequests`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        vendor: Vendor | Unset = UNSET,
        device_id: str | Unset = UNSET,
        request_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[builtins.list[DeviceRequest]]:
        """See `DeviceRequests.list`."""
        from .api.device_requests import list_device_requests as _endpoint

        _request = _endpoint._get_kwargs(
            vendor=vendor, device_id=device_id, request_type=request_type, x_request_id=x_request_id
        )
        return self._caller.raw(OPERATIONS["listDeviceRequests"], _request, decoders.list_device_requests)

    def get(self, request_id: str, *, x_request_id: str | Unset = UNSET) -> Raw[DeviceRequest]:
        """See `DeviceRequests.get`."""
        from .api.device_requests import get_device_request as _endpoint

        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["getDeviceRequest"], _request, decoders.get_device_request)

    def reply(
        self,
        request_id: str,
        *,
        reply_code: int,
        reply_message: str | Unset = UNSET,
        payload: Mapping[str, Any] | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[DeviceReply]:
        """See `DeviceRequests.reply`."""
        from .api.device_requests import reply_device_request as _endpoint
        from .models.device_reply_request import DeviceReplyRequest
        from .models.device_reply_request_payload import DeviceReplyRequestPayload

        _body = DeviceReplyRequest(
            reply_code=reply_code,
            reply_message=reply_message,
            payload=payload if isinstance(payload, Unset) else DeviceReplyRequestPayload.from_dict(payload),
        )
        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["replyDeviceRequest"], _request, decoders.reply_device_request)


class Objects:
    """Links to objects of the platform's storage."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawObjects:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawObjects(self._caller)

    def presign(
        self,
        *,
        bucket: str,
        object_key: str,
        method: ObjectMethod,
        expires_seconds: int | Unset = UNSET,
        content_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> PresignedObject:
        """Get a presigned URL of an object.

        For a wayline file that a dock downloads, for example. Needs the scope open:object:create.

        Args:
            bucket: The bucket. At least 1 character.
            object_key: Key of the object; it may not have ../ in it. At least 1 character; a key that does not begin
                with /.
            method: What is done with the link.
            expires_seconds: Life of the link, s. 1 to 3600; the service takes 900 if it is left out.
            content_type: Content type that an upload must have.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The link.

        Effect: safe (changes nothing, may be sent again).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, OBJECT_POLICY_DENIED
        object_policy_denied, OBJECT_SIGNING_FAILED object_signing_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID
        signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden,
        RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc object-presign
        """
        from .api.objects import presign_object as _endpoint
        from .models.presign_request import PresignRequest

        _body = PresignRequest(
            bucket=bucket,
            object_key=object_key,
            method=method,
            expires_seconds=expires_seconds,
            content_type=content_type,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["presignObject"], _request, decoders.presign_object)


class RawObjects:
    """The calls of `Objects`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def presign(
        self,
        *,
        bucket: str,
        object_key: str,
        method: ObjectMethod,
        expires_seconds: int | Unset = UNSET,
        content_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[PresignedObject]:
        """See `Objects.presign`."""
        from .api.objects import presign_object as _endpoint
        from .models.presign_request import PresignRequest

        _body = PresignRequest(
            bucket=bucket,
            object_key=object_key,
            method=method,
            expires_seconds=expires_seconds,
            content_type=content_type,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["presignObject"], _request, decoders.presign_object)


class ObjectCredentials:
    """Credentials of storage that the platform signs with."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawObjectCredentials:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawObjectCredentials(self._caller)

    def list(self, *, x_request_id: str | Unset = UNSET) -> builtins.list[ObjectCredential]:
        """List credentials of storage.

        Without their secrets. Needs the scope open:object-config:read.

        Args:
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired,
        NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_credentials import list_object_credentials as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return self._caller(OPERATIONS["listObjectCredentials"], _request, decoders.list_object_credentials)

    def create(
        self,
        *,
        name: str,
        endpoint: str,
        region: str,
        access_key_id: str,
        secret_access_key: str,
        provider: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectCredential:
        """Add credentials of storage.

        The members are our assumption. Needs the scope open:object-config:create.

        Args:
            name: For people. At least 1 character.
            endpoint: Address of the storage. At least 1 character.
            region: Region of the storage. At least 1 character.
            access_key_id: Access key id. At least 1 character.
            secret_access_key: Secret access key. At least 1 character.
            provider: Whose storage it is.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials, without their secret.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects; members inferred
        """
        from .api.object_credentials import create_object_credential as _endpoint
        from .models.object_credential_request import ObjectCredentialRequest

        _body = ObjectCredentialRequest(
            name=name,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
            provider=provider,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["createObjectCredential"], _request, decoders.create_object_credential)

    def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> ObjectCredential:
        """Get credentials of storage.

        Without their secret. Which code an unknown id gets is not public. Needs the scope open:object-config:read.

        Args:
            id: Id of the credentials or the resource.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: VALIDATION_FAILED validation_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_credentials import get_object_credential as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return self._caller(OPERATIONS["getObjectCredential"], _request, decoders.get_object_credential)

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        provider: str | Unset = UNSET,
        endpoint: str | Unset = UNSET,
        region: str | Unset = UNSET,
        access_key_id: str | Unset = UNSET,
        secret_access_key: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectCredential:
        """Change credentials of storage.

        The members are our assumption. Needs the scope open:object-config:update.

        Args:
            id: Id of the credentials or the resource.
            name: For people. At least 1 character.
            provider: Whose storage it is.
            endpoint: Address of the storage. At least 1 character.
            region: Region of the storage. At least 1 character.
            access_key_id: Access key id. At least 1 character.
            secret_access_key: Secret access key. At least 1 character.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials, without their secret.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects; members inferred
        """
        from .api.object_credentials import update_object_credential as _endpoint
        from .models.object_credential_change import ObjectCredentialChange

        _body = ObjectCredentialChange(
            name=name,
            provider=provider,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["updateObjectCredential"], _request, decoders.update_object_credential)


class RawObjectCredentials:
    """The calls of `ObjectCredentials`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[ObjectCredential]]:
        """See `ObjectCredentials.list`."""
        from .api.object_credentials import list_object_credentials as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["listObjectCredentials"], _request, decoders.list_object_credentials)

    def create(
        self,
        *,
        name: str,
        endpoint: str,
        region: str,
        access_key_id: str,
        secret_access_key: str,
        provider: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectCredential]:
        """See `ObjectCredentials.create`."""
        from .api.object_credentials import create_object_credential as _endpoint
        from .models.object_credential_request import ObjectCredentialRequest

        _body = ObjectCredentialRequest(
            name=name,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
            provider=provider,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["createObjectCredential"], _request, decoders.create_object_credential)

    def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> Raw[ObjectCredential]:
        """See `ObjectCredentials.get`."""
        from .api.object_credentials import get_object_credential as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["getObjectCredential"], _request, decoders.get_object_credential)

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        provider: str | Unset = UNSET,
        endpoint: str | Unset = UNSET,
        region: str | Unset = UNSET,
        access_key_id: str | Unset = UNSET,
        secret_access_key: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectCredential]:
        """See `ObjectCredentials.update`."""
        from .api.object_credentials import update_object_credential as _endpoint
        from .models.object_credential_change import ObjectCredentialChange

        _body = ObjectCredentialChange(
            name=name,
            provider=provider,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["updateObjectCredential"], _request, decoders.update_object_credential)


class ObjectResources:
    """What may be done below a prefix of a bucket."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawObjectResources:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawObjectResources(self._caller)

    def list(self, *, x_request_id: str | Unset = UNSET) -> builtins.list[ObjectResource]:
        """List what may be done below prefixes.

        Needs the scope open:object-config:read.

        Args:
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The resources.

        Effect: safe (changes nothing, may be sent again).

        Refusals: UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired,
        NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_resources import list_object_resources as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return self._caller(OPERATIONS["listObjectResources"], _request, decoders.list_object_resources)

    def create(
        self,
        *,
        bucket: str,
        key_prefix: str,
        allowed_methods: builtins.list[ObjectMethod],
        credential_id: str | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectResource:
        """Allow something below a prefix.

        Needs the scope open:object-config:create.

        Args:
            bucket: The bucket. At least 1 character.
            key_prefix: Beginning of the keys.
            allowed_methods: What may be done. At least 1 entry.
            credential_id: Credentials of storage to sign with.
            max_presign_ttl_seconds: Longest life of a link, s. 1 to 3600.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The resource.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_resources import create_object_resource as _endpoint
        from .models.object_resource_request import ObjectResourceRequest

        _body = ObjectResourceRequest(
            bucket=bucket,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            credential_id=credential_id,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["createObjectResource"], _request, decoders.create_object_resource)

    def update(
        self,
        id: str,
        *,
        credential_id: str | Unset = UNSET,
        key_prefix: str | Unset = UNSET,
        allowed_methods: builtins.list[ObjectMethod] | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectResource:
        """Change what is allowed below a prefix.

        Needs the scope open:object-config:update.

        Args:
            id: Id of the credentials or the resource.
            credential_id: Credentials of storage to sign with.
            key_prefix: Beginning of the keys.
            allowed_methods: What may be done. At least 1 entry.
            max_presign_ttl_seconds: Longest life of a link, s. 1 to 3600.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The resource.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_resources import update_object_resource as _endpoint
        from .models.object_resource_change import ObjectResourceChange

        _body = ObjectResourceChange(
            credential_id=credential_id,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["updateObjectResource"], _request, decoders.update_object_resource)


class RawObjectResources:
    """The calls of `ObjectResources`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[ObjectResource]]:
        """See `ObjectResources.list`."""
        from .api.object_resources import list_object_resources as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["listObjectResources"], _request, decoders.list_object_resources)

    def create(
        self,
        *,
        bucket: str,
        key_prefix: str,
        allowed_methods: builtins.list[ObjectMethod],
        credential_id: str | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectResource]:
        """See `ObjectResources.create`."""
        from .api.object_resources import create_object_resource as _endpoint
        from .models.object_resource_request import ObjectResourceRequest

        _body = ObjectResourceRequest(
            bucket=bucket,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            credential_id=credential_id,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["createObjectResource"], _request, decoders.create_object_resource)

    def update(
        self,
        id: str,
        *,
        credential_id: str | Unset = UNSET,
        key_prefix: str | Unset = UNSET,
        allowed_methods: builtins.list[ObjectMethod] | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectResource]:
        """See `ObjectResources.update`."""
        from .api.object_resources import update_object_resource as _endpoint
        from .models.object_resource_change import ObjectResourceChange

        _body = ObjectResourceChange(
            credential_id=credential_id,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["updateObjectResource"], _request, decoders.update_object_resource)


class CallbackEndpoints:
    """Addresses that the platform calls."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawCallbackEndpoints:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawCallbackEndpoints(self._caller)

    def list(self, *, x_request_id: str | Unset = UNSET) -> builtins.list[CallbackEndpoint]:
        """List callback endpoints.

        Without their secrets. Needs the scope open:callback:read.

        Args:
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoints.

        Effect: safe (changes nothing, may be sent again).

        Refusals: UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired,
        NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import list_callback_endpoints as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return self._caller(OPERATIONS["listCallbackEndpoints"], _request, decoders.list_callback_endpoints)

    def create(
        self,
        *,
        url: str,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> CallbackEndpoint:
        """Add a callback endpoint.

        The secret is shown in this answer only. What delivers callbacks is not part of the platform's first release.
        Needs the scope open:callback:create.

        Args:
            url: Where events are sent. An https address.
            status: Whether it gets events.
            timeout_seconds: How long the platform waits for an answer, s. 1 or more.
            max_attempts: How often the platform tries. 1 or more.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoint with its secret.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import create_callback_endpoint as _endpoint
        from .models.callback_endpoint_request import CallbackEndpointRequest

        _body = CallbackEndpointRequest(
            url=url, status=status, timeout_seconds=timeout_seconds, max_attempts=max_attempts
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["createCallbackEndpoint"], _request, decoders.create_callback_endpoint)

    def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> CallbackEndpoint:
        """Get a callback endpoint.

        Without its secret. Needs the scope open:callback:read.

        Args:
            id: Id of the callback endpoint.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoint.

        Effect: safe (changes nothing, may be sent again).

        Refusals: CALLBACK_NOT_FOUND callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import get_callback_endpoint as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return self._caller(OPERATIONS["getCallbackEndpoint"], _request, decoders.get_callback_endpoint)

    def update(
        self,
        id: str,
        *,
        url: str | Unset = UNSET,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> CallbackEndpoint:
        """Change a callback endpoint.

        With rotate_secret it gets a new secret, shown in this answer only. Needs the scope open:callback:update.

        Args:
            id: Id of the callback endpoint.
            url: Where events are sent. An https address.
            status: Whether it gets events.
            timeout_seconds: How long the platform waits for an answer, s. 1 or more.
            max_attempts: How often the platform tries. 1 or more.
            rotate_secret: Whether it gets a new secret.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoint, with its secret if that is new.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, CALLBACK_NOT_FOUND
        callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED
        timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR
        internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import update_callback_endpoint as _endpoint
        from .models.callback_endpoint_change import CallbackEndpointChange

        _body = CallbackEndpointChange(
            url=url,
            status=status,
            timeout_seconds=timeout_seconds,
            max_attempts=max_attempts,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["updateCallbackEndpoint"], _request, decoders.update_callback_endpoint)


class RawCallbackEndpoints:
    """The calls of `CallbackEndpoints`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[CallbackEndpoint]]:
        """See `CallbackEndpoints.list`."""
        from .api.callback_endpoints import list_callback_endpoints as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["listCallbackEndpoints"], _request, decoders.list_callback_endpoints)

    def create(
        self,
        *,
        url: str,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[CallbackEndpoint]:
        """See `CallbackEndpoints.create`."""
        from .api.callback_endpoints import create_callback_endpoint as _endpoint
        from .models.callback_endpoint_request import CallbackEndpointRequest

        _body = CallbackEndpointRequest(
            url=url, status=status, timeout_seconds=timeout_seconds, max_attempts=max_attempts
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["createCallbackEndpoint"], _request, decoders.create_callback_endpoint)

    def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> Raw[CallbackEndpoint]:
        """See `CallbackEndpoints.get`."""
        from .api.callback_endpoints import get_callback_endpoint as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["getCallbackEndpoint"], _request, decoders.get_callback_endpoint)

    def update(
        self,
        id: str,
        *,
        url: str | Unset = UNSET,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[CallbackEndpoint]:
        """See `CallbackEndpoints.update`."""
        from .api.callback_endpoints import update_callback_endpoint as _endpoint
        from .models.callback_endpoint_change import CallbackEndpointChange

        _body = CallbackEndpointChange(
            url=url,
            status=status,
            timeout_seconds=timeout_seconds,
            max_attempts=max_attempts,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["updateCallbackEndpoint"], _request, decoders.update_callback_endpoint)


class Subscriptions:
    """Which events a callback endpoint gets."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawSubscriptions:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawSubscriptions(self._caller)

    def list(self, id: str, *, x_request_id: str | Unset = UNSET) -> builtins.list[Subscription]:
        """List the events that an endpoint gets.

        Needs the scope open:callback:read.

        Args:
            id: Id of the callback endpoint.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The subscriptions.

        Effect: safe (changes nothing, may be sent again).

        Refusals: CALLBACK_NOT_FOUND callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc create-callback-subscription
        """
        from .api.subscriptions import list_subscriptions as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return self._caller(OPERATIONS["listSubscriptions"], _request, decoders.list_subscriptions)

    def create(self, id: str, *, event_type: CallbackEvent, x_request_id: str | Unset = UNSET) -> Subscription:
        """Have an endpoint get an event.

        Command.problem is an internal event and cannot be subscribed. Needs the scope open:callback:create.

        Args:
            id: Id of the callback endpoint.
            event_type: The event.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The subscription.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, CALLBACK_NOT_FOUND
        callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED
        timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR
        internal_error.

        Source: doc create-callback-subscription
        """
        from .api.subscriptions import create_subscription as _endpoint
        from .models.subscription_request import SubscriptionRequest

        _body = SubscriptionRequest(event_type=event_type)
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["createSubscription"], _request, decoders.create_subscription)

    def delete(self, id: str, subscription_id: str, *, x_request_id: str | Unset = UNSET) -> None:
        """End a subscription.

        Needs the scope open:callback:disable; which scope it is, is our assumption.

        Args:
            id: Id of the callback endpoint.
            subscription_id: Id of the subscription.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: CALLBACK_NOT_FOUND callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc create-callback-subscription
        """
        from .api.subscriptions import delete_subscription as _endpoint

        _request = _endpoint._get_kwargs(id=id, subscription_id=subscription_id, x_request_id=x_request_id)
        self._caller(OPERATIONS["deleteSubscription"], _request, decoders.nothing)


class RawSubscriptions:
    """The calls of `Subscriptions`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, id: str, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[Subscription]]:
        """See `Subscriptions.list`."""
        from .api.subscriptions import list_subscriptions as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["listSubscriptions"], _request, decoders.list_subscriptions)

    def create(self, id: str, *, event_type: CallbackEvent, x_request_id: str | Unset = UNSET) -> Raw[Subscription]:
        """See `Subscriptions.create`."""
        from .api.subscriptions import create_subscription as _endpoint
        from .models.subscription_request import SubscriptionRequest

        _body = SubscriptionRequest(event_type=event_type)
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["createSubscription"], _request, decoders.create_subscription)

    def delete(self, id: str, subscription_id: str, *, x_request_id: str | Unset = UNSET) -> Raw[None]:
        """See `Subscriptions.delete`."""
        from .api.subscriptions import delete_subscription as _endpoint

        _request = _endpoint._get_kwargs(id=id, subscription_id=subscription_id, x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["deleteSubscription"], _request, decoders.nothing)


class Credentials:
    """API IDs of a tenant, and their keys."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawCredentials:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawCredentials(self._caller)

    def list(
        self, tenant_id: str, *, limit: int | Unset = UNSET, x_request_id: str | Unset = UNSET
    ) -> builtins.list[ApiCredential]:
        """List API IDs of a tenant.

        Without their keys. How to get more than 500 is not public.

        Args:
            tenant_id: Id of the tenant; it must be that of the API ID that signs.
            limit: Most entries to return; 100 if it is left out. 1 to 500; the service takes 100 if it is left out.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The API IDs.

        Effect: safe (changes nothing, may be sent again).

        Refusals: VALIDATION_FAILED validation_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/credentials
        """
        from .api.credentials import list_credentials as _endpoint

        _request = _endpoint._get_kwargs(tenant_id=tenant_id, limit=limit, x_request_id=x_request_id)
        return self._caller(OPERATIONS["listCredentials"], _request, decoders.list_credentials)

    def create(
        self,
        tenant_id: str,
        *,
        name: str,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ApiCredential:
        """Add an API ID.

        Its key is shown in this answer only.

        Args:
            tenant_id: Id of the tenant; it must be that of the API ID that signs.
            name: For people. At least 1 character.
            allowed_clock_skew_seconds: How far the time of a request may be off, s. 1 or more; the service takes 300 if
                it is left out.
            replay_window_seconds: How long a nonce is remembered, s. 1 or more; the service takes 300 if it is left
                out.
            expires_at: Until when it may be used, UTC.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The API ID with its key.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/credentials
        """
        from .api.credentials import create_credential as _endpoint
        from .models.api_credential_request import ApiCredentialRequest

        _body = ApiCredentialRequest(
            name=name,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
        )
        _request = _endpoint._get_kwargs(tenant_id=tenant_id, x_request_id=x_request_id, body=_body)
        return self._caller(OPERATIONS["createCredential"], _request, decoders.create_credential)

    def update(
        self,
        tenant_id: str,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        status: CredentialStatus | Unset = UNSET,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | None | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ApiCredential:
        """Change an API ID, or give it a new key.

        With rotate_secret it gets a new key, shown in this answer only. Which code an unknown id gets is not public.

        Args:
            tenant_id: Id of the tenant; it must be that of the API ID that signs.
            client_id: The API ID.
            name: For people. At least 1 character.
            status: Whether it may be used.
            allowed_clock_skew_seconds: How far the time of a request may be off, s. 1 or more.
            replay_window_seconds: How long a nonce is remembered, s. 1 or more.
            expires_at: Until when it may be used, UTC; null is for ever.
            rotate_secret: Whether it gets a new key.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The API ID, with its key if that is new.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/credentials
        """
        from .api.credentials import update_credential as _endpoint
        from .models.api_credential_change import ApiCredentialChange

        _body = ApiCredentialChange(
            name=name,
            status=status,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(
            tenant_id=tenant_id, client_id=client_id, x_request_id=x_request_id, body=_body
        )
        return self._caller(OPERATIONS["updateCredential"], _request, decoders.update_credential)


class RawCredentials:
    """The calls of `Credentials`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, tenant_id: str, *, limit: int | Unset = UNSET, x_request_id: str | Unset = UNSET
    ) -> Raw[builtins.list[ApiCredential]]:
        """See `Credentials.list`."""
        from .api.credentials import list_credentials as _endpoint

        _request = _endpoint._get_kwargs(tenant_id=tenant_id, limit=limit, x_request_id=x_request_id)
        return self._caller.raw(OPERATIONS["listCredentials"], _request, decoders.list_credentials)

    def create(
        self,
        tenant_id: str,
        *,
        name: str,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ApiCredential]:
        """See `Credentials.create`."""
        from .api.credentials import create_credential as _endpoint
        from .models.api_credential_request import ApiCredentialRequest

        _body = ApiCredentialRequest(
            name=name,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
        )
        _request = _endpoint._get_kwargs(tenant_id=tenant_id, x_request_id=x_request_id, body=_body)
        return self._caller.raw(OPERATIONS["createCredential"], _request, decoders.create_credential)

    def update(
        self,
        tenant_id: str,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        status: CredentialStatus | Unset = UNSET,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | None | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ApiCredential]:
        """See `Credentials.update`."""
        from .api.credentials import update_credential as _endpoint
        from .models.api_credential_change import ApiCredentialChange

        _body = ApiCredentialChange(
            name=name,
            status=status,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(
            tenant_id=tenant_id, client_id=client_id, x_request_id=x_request_id, body=_body
        )
        return self._caller.raw(OPERATIONS["updateCredential"], _request, decoders.update_credential)


class DownlinkGroups:
    """All groups of UTMOS open platform, downlink.

    Attributes:
        commands: Commands to devices.
        device_requests: What devices ask of the cloud, and answers given by hand.
        objects: Links to objects of the platform's storage.
        object_credentials: Credentials of storage that the platform signs with.
        object_resources: What may be done below a prefix of a bucket.
        callback_endpoints: Addresses that the platform calls.
        subscriptions: Which events a callback endpoint gets.
        credentials: API IDs of a tenant, and their keys.
    """

    def __init__(self, caller: Caller) -> None:
        self.commands = Commands(caller)
        self.device_requests = DeviceRequests(caller)
        self.objects = Objects(caller)
        self.object_credentials = ObjectCredentials(caller)
        self.object_resources = ObjectResources(caller)
        self.callback_endpoints = CallbackEndpoints(caller)
        self.subscriptions = Subscriptions(caller)
        self.credentials = Credentials(caller)


class AsyncCommands:
    """Commands to devices."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawCommands:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawCommands(self._caller)

    async def create(
        self,
        *,
        vendor: Vendor,
        device_id: str,
        command_type: str,
        payload: Mapping[str, Any],
        idempotency_key: str,
        timeout_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> AcceptedCommand:
        """Send a command to a device.

        The platform stores the command, answers, and delivers it. The same idempotency key with the same request
        returns the command that there is; with another request it is refused. Needs the scope open:command:create.

        Args:
            vendor: Whose device it is.
            device_id: The device, by the platform's own id. Whether a serial number of DJI does is not public. At least
                1 character.
            command_type: Name of the method. At least 1 character.
            payload: What the method takes.
            idempotency_key: One for each command that is meant; the same key returns the same command. At least 1
                character.
            timeout_seconds: How long the platform waits for the device's reply, s. 0 to 300; the service takes 30 if it
                is left out.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The command, accepted.

        Effect: physical (moves a machine, never sent again).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNSUPPORTED_VENDOR
        unsupported_vendor, UNSUPPORTED_COMMAND unsupported_command, IDEMPOTENCY_CONFLICT idempotency_conflict,
        INTERNAL_ERROR internal_error, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED
        timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited.

        Source: seed; doc downlink-commands, accept-a-downlink-command
        """
        from .api.commands import create_command as _endpoint
        from .models.command_request import CommandRequest
        from .models.command_request_payload import CommandRequestPayload

        _body = CommandRequest(
            vendor=vendor,
            device_id=device_id,
            command_type=command_type,
            payload=CommandRequestPayload.from_dict(payload),
            idempotency_key=idempotency_key,
            timeout_seconds=timeout_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["createCommand"], _request, decoders.create_command)

    async def get(self, command_id: str, *, x_request_id: str | Unset = UNSET) -> CommandState:
        """Get what has become of a command.

        The seed has six statuses, newer pages have ten and name them public_status; both are understood. The seed
        prints the answer of createCommand under this call, a slip. Needs the scope open:command:read.

        Args:
            command_id: Id of the command. The seed's own example is no valid UUID, so that any 8-4-4-4-12 digits are
                taken. 8-4-4-4-12 hexadecimal digits.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The command.

        Effect: safe (changes nothing, may be sent again).

        Refusals: COMMAND_NOT_FOUND command_not_found, INTERNAL_ERROR internal_error, UNAUTHORIZED unauthorized,
        SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed,
        FORBIDDEN forbidden, RATE_LIMITED rate_limited.

        Source: seed; doc services-reply, downlink-commands
        """
        from .api.commands import get_command as _endpoint

        _request = _endpoint._get_kwargs(command_id=command_id, x_request_id=x_request_id)
        return await self._caller(OPERATIONS["getCommand"], _request, decoders.get_command)


class AsyncRawCommands:
    """The calls of `AsyncCommands`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create(
        self,
        *,
        vendor: Vendor,
        device_id: str,
        command_type: str,
        payload: Mapping[str, Any],
        idempotency_key: str,
        timeout_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[AcceptedCommand]:
        """See `AsyncCommands.create`."""
        from .api.commands import create_command as _endpoint
        from .models.command_request import CommandRequest
        from .models.command_request_payload import CommandRequestPayload

        _body = CommandRequest(
            vendor=vendor,
            device_id=device_id,
            command_type=command_type,
            payload=CommandRequestPayload.from_dict(payload),
            idempotency_key=idempotency_key,
            timeout_seconds=timeout_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["createCommand"], _request, decoders.create_command)

    async def get(self, command_id: str, *, x_request_id: str | Unset = UNSET) -> Raw[CommandState]:
        """See `AsyncCommands.get`."""
        from .api.commands import get_command as _endpoint

        _request = _endpoint._get_kwargs(command_id=command_id, x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["getCommand"], _request, decoders.get_command)


class AsyncDeviceRequests:
    """What devices ask of the cloud, and answers given by hand."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawDeviceRequests:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawDeviceRequests(self._caller)

    async def list(
        self,
        *,
        vendor: Vendor | Unset = UNSET,
        device_id: str | Unset = UNSET,
        request_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> builtins.list[DeviceRequest]:
        """List requests of devices.

        How the list is paged is not public; all come at once. Needs the scope open:device-request:read.

        Args:
            vendor: Only requests of devices of this vendor.
            device_id: Only requests of this device.
            request_type: Only requests of this kind, for example flighttask_resource_get, config or update_topo.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The requests.

        Effect: safe (changes nothing, may be sent again).

        Refusals: VALIDATION_FAILED validation_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc vendors/dji/requests
        """
        from .api.device_requests import list_device_requests as _endpoint

        _request = _endpoint._get_kwargs(
            vendor=vendor, device_id=device_id, request_type=request_type, x_request_id=x_request_id
        )
        return await self._caller(OPERATIONS["listDeviceRequests"], _request, decoders.list_device_requests)

    async def get(self, request_id: str, *, x_request_id: str | Unset = UNSET) -> DeviceRequest:
        """Get a request of a device.

        With what the device sent, and what it was answered. Needs the scope open:device-request:read.

        Args:
            request_id: Id of the device's request.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The request.

        Effect: safe (changes nothing, may be sent again).

        Refusals: DEVICE_REQUEST_NOT_FOUND device_request_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID
        signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden,
        RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc vendors/dji/requests
        """
        from .api.device_requests import get_device_request as _endpoint

        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id)
        return await self._caller(OPERATIONS["getDeviceRequest"], _request, decoders.get_device_request)

    async def reply(
        self,
        request_id: str,
        *,
        reply_code: int,
        reply_message: str | Unset = UNSET,
        payload: Mapping[str, Any] | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> DeviceReply:
        """Answer a request of a device by hand.

        Needs the scope open:device-request:create.

        Args:
            request_id: Id of the device's request.
            reply_code: 0 is success.
            reply_message: For people.
            payload: What the device gets as output.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The answer is on its way.

        Effect: physical (moves a machine, never sent again).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed,
        DEVICE_REQUEST_NOT_FOUND device_request_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID
        signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden,
        RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc vendors/dji/requests-reply
        """
        from .api.device_requests import reply_device_request as _endpoint
        from .models.device_reply_request import DeviceReplyRequest
        from .models.device_reply_request_payload import DeviceReplyRequestPayload

        _body = DeviceReplyRequest(
            reply_code=reply_code,
            reply_message=reply_message,
            payload=payload if isinstance(payload, Unset) else DeviceReplyRequestPayload.from_dict(payload),
        )
        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["replyDeviceRequest"], _request, decoders.reply_device_request)


class AsyncRawDeviceRequests:
    """The calls of `AsyncDeviceRequests`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        vendor: Vendor | Unset = UNSET,
        device_id: str | Unset = UNSET,
        request_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[builtins.list[DeviceRequest]]:
        """See `AsyncDeviceRequests.list`."""
        from .api.device_requests import list_device_requests as _endpoint

        _request = _endpoint._get_kwargs(
            vendor=vendor, device_id=device_id, request_type=request_type, x_request_id=x_request_id
        )
        return await self._caller.raw(OPERATIONS["listDeviceRequests"], _request, decoders.list_device_requests)

    async def get(self, request_id: str, *, x_request_id: str | Unset = UNSET) -> Raw[DeviceRequest]:
        """See `AsyncDeviceRequests.get`."""
        from .api.device_requests import get_device_request as _endpoint

        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["getDeviceRequest"], _request, decoders.get_device_request)

    async def reply(
        self,
        request_id: str,
        *,
        reply_code: int,
        reply_message: str | Unset = UNSET,
        payload: Mapping[str, Any] | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[DeviceReply]:
        """See `AsyncDeviceRequests.reply`."""
        from .api.device_requests import reply_device_request as _endpoint
        from .models.device_reply_request import DeviceReplyRequest
        from .models.device_reply_request_payload import DeviceReplyRequestPayload

        _body = DeviceReplyRequest(
            reply_code=reply_code,
            reply_message=reply_message,
            payload=payload if isinstance(payload, Unset) else DeviceReplyRequestPayload.from_dict(payload),
        )
        _request = _endpoint._get_kwargs(request_id=request_id, x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["replyDeviceRequest"], _request, decoders.reply_device_request)


class AsyncObjects:
    """Links to objects of the platform's storage."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawObjects:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawObjects(self._caller)

    async def presign(
        self,
        *,
        bucket: str,
        object_key: str,
        method: ObjectMethod,
        expires_seconds: int | Unset = UNSET,
        content_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> PresignedObject:
        """Get a presigned URL of an object.

        For a wayline file that a dock downloads, for example. Needs the scope open:object:create.

        Args:
            bucket: The bucket. At least 1 character.
            object_key: Key of the object; it may not have ../ in it. At least 1 character; a key that does not begin
                with /.
            method: What is done with the link.
            expires_seconds: Life of the link, s. 1 to 3600; the service takes 900 if it is left out.
            content_type: Content type that an upload must have.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The link.

        Effect: safe (changes nothing, may be sent again).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, OBJECT_POLICY_DENIED
        object_policy_denied, OBJECT_SIGNING_FAILED object_signing_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID
        signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden,
        RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc object-presign
        """
        from .api.objects import presign_object as _endpoint
        from .models.presign_request import PresignRequest

        _body = PresignRequest(
            bucket=bucket,
            object_key=object_key,
            method=method,
            expires_seconds=expires_seconds,
            content_type=content_type,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["presignObject"], _request, decoders.presign_object)


class AsyncRawObjects:
    """The calls of `AsyncObjects`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def presign(
        self,
        *,
        bucket: str,
        object_key: str,
        method: ObjectMethod,
        expires_seconds: int | Unset = UNSET,
        content_type: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[PresignedObject]:
        """See `AsyncObjects.presign`."""
        from .api.objects import presign_object as _endpoint
        from .models.presign_request import PresignRequest

        _body = PresignRequest(
            bucket=bucket,
            object_key=object_key,
            method=method,
            expires_seconds=expires_seconds,
            content_type=content_type,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["presignObject"], _request, decoders.presign_object)


class AsyncObjectCredentials:
    """Credentials of storage that the platform signs with."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawObjectCredentials:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawObjectCredentials(self._caller)

    async def list(self, *, x_request_id: str | Unset = UNSET) -> builtins.list[ObjectCredential]:
        """List credentials of storage.

        Without their secrets. Needs the scope open:object-config:read.

        Args:
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired,
        NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_credentials import list_object_credentials as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return await self._caller(OPERATIONS["listObjectCredentials"], _request, decoders.list_object_credentials)

    async def create(
        self,
        *,
        name: str,
        endpoint: str,
        region: str,
        access_key_id: str,
        secret_access_key: str,
        provider: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectCredential:
        """Add credentials of storage.

        The members are our assumption. Needs the scope open:object-config:create.

        Args:
            name: For people. At least 1 character.
            endpoint: Address of the storage. At least 1 character.
            region: Region of the storage. At least 1 character.
            access_key_id: Access key id. At least 1 character.
            secret_access_key: Secret access key. At least 1 character.
            provider: Whose storage it is.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials, without their secret.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects; members inferred
        """
        from .api.object_credentials import create_object_credential as _endpoint
        from .models.object_credential_request import ObjectCredentialRequest

        _body = ObjectCredentialRequest(
            name=name,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
            provider=provider,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["createObjectCredential"], _request, decoders.create_object_credential)

    async def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> ObjectCredential:
        """Get credentials of storage.

        Without their secret. Which code an unknown id gets is not public. Needs the scope open:object-config:read.

        Args:
            id: Id of the credentials or the resource.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials.

        Effect: safe (changes nothing, may be sent again).

        Refusals: VALIDATION_FAILED validation_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_credentials import get_object_credential as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return await self._caller(OPERATIONS["getObjectCredential"], _request, decoders.get_object_credential)

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        provider: str | Unset = UNSET,
        endpoint: str | Unset = UNSET,
        region: str | Unset = UNSET,
        access_key_id: str | Unset = UNSET,
        secret_access_key: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectCredential:
        """Change credentials of storage.

        The members are our assumption. Needs the scope open:object-config:update.

        Args:
            id: Id of the credentials or the resource.
            name: For people. At least 1 character.
            provider: Whose storage it is.
            endpoint: Address of the storage. At least 1 character.
            region: Region of the storage. At least 1 character.
            access_key_id: Access key id. At least 1 character.
            secret_access_key: Secret access key. At least 1 character.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The credentials, without their secret.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects; members inferred
        """
        from .api.object_credentials import update_object_credential as _endpoint
        from .models.object_credential_change import ObjectCredentialChange

        _body = ObjectCredentialChange(
            name=name,
            provider=provider,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["updateObjectCredential"], _request, decoders.update_object_credential)


class AsyncRawObjectCredentials:
    """The calls of `AsyncObjectCredentials`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[ObjectCredential]]:
        """See `AsyncObjectCredentials.list`."""
        from .api.object_credentials import list_object_credentials as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["listObjectCredentials"], _request, decoders.list_object_credentials)

    async def create(
        self,
        *,
        name: str,
        endpoint: str,
        region: str,
        access_key_id: str,
        secret_access_key: str,
        provider: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectCredential]:
        """See `AsyncObjectCredentials.create`."""
        from .api.object_credentials import create_object_credential as _endpoint
        from .models.object_credential_request import ObjectCredentialRequest

        _body = ObjectCredentialRequest(
            name=name,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
            provider=provider,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["createObjectCredential"], _request, decoders.create_object_credential)

    async def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> Raw[ObjectCredential]:
        """See `AsyncObjectCredentials.get`."""
        from .api.object_credentials import get_object_credential as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["getObjectCredential"], _request, decoders.get_object_credential)

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        provider: str | Unset = UNSET,
        endpoint: str | Unset = UNSET,
        region: str | Unset = UNSET,
        access_key_id: str | Unset = UNSET,
        secret_access_key: str | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectCredential]:
        """See `AsyncObjectCredentials.update`."""
        from .api.object_credentials import update_object_credential as _endpoint
        from .models.object_credential_change import ObjectCredentialChange

        _body = ObjectCredentialChange(
            name=name,
            provider=provider,
            endpoint=endpoint,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["updateObjectCredential"], _request, decoders.update_object_credential)


class AsyncObjectResources:
    """What may be done below a prefix of a bucket."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawObjectResources:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawObjectResources(self._caller)

    async def list(self, *, x_request_id: str | Unset = UNSET) -> builtins.list[ObjectResource]:
        """List what may be done below prefixes.

        Needs the scope open:object-config:read.

        Args:
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The resources.

        Effect: safe (changes nothing, may be sent again).

        Refusals: UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired,
        NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_resources import list_object_resources as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return await self._caller(OPERATIONS["listObjectResources"], _request, decoders.list_object_resources)

    async def create(
        self,
        *,
        bucket: str,
        key_prefix: str,
        allowed_methods: builtins.list[ObjectMethod],
        credential_id: str | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectResource:
        """Allow something below a prefix.

        Needs the scope open:object-config:create.

        Args:
            bucket: The bucket. At least 1 character.
            key_prefix: Beginning of the keys.
            allowed_methods: What may be done. At least 1 entry.
            credential_id: Credentials of storage to sign with.
            max_presign_ttl_seconds: Longest life of a link, s. 1 to 3600.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The resource.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_resources import create_object_resource as _endpoint
        from .models.object_resource_request import ObjectResourceRequest

        _body = ObjectResourceRequest(
            bucket=bucket,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            credential_id=credential_id,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["createObjectResource"], _request, decoders.create_object_resource)

    async def update(
        self,
        id: str,
        *,
        credential_id: str | Unset = UNSET,
        key_prefix: str | Unset = UNSET,
        allowed_methods: builtins.list[ObjectMethod] | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ObjectResource:
        """Change what is allowed below a prefix.

        Needs the scope open:object-config:update.

        Args:
            id: Id of the credentials or the resource.
            credential_id: Credentials of storage to sign with.
            key_prefix: Beginning of the keys.
            allowed_methods: What may be done. At least 1 entry.
            max_presign_ttl_seconds: Longest life of a link, s. 1 to 3600.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The resource.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/objects
        """
        from .api.object_resources import update_object_resource as _endpoint
        from .models.object_resource_change import ObjectResourceChange

        _body = ObjectResourceChange(
            credential_id=credential_id,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["updateObjectResource"], _request, decoders.update_object_resource)


class AsyncRawObjectResources:
    """The calls of `AsyncObjectResources`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[ObjectResource]]:
        """See `AsyncObjectResources.list`."""
        from .api.object_resources import list_object_resources as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["listObjectResources"], _request, decoders.list_object_resources)

    async def create(
        self,
        *,
        bucket: str,
        key_prefix: str,
        allowed_methods: builtins.list[ObjectMethod],
        credential_id: str | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectResource]:
        """See `AsyncObjectResources.create`."""
        from .api.object_resources import create_object_resource as _endpoint
        from .models.object_resource_request import ObjectResourceRequest

        _body = ObjectResourceRequest(
            bucket=bucket,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            credential_id=credential_id,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["createObjectResource"], _request, decoders.create_object_resource)

    async def update(
        self,
        id: str,
        *,
        credential_id: str | Unset = UNSET,
        key_prefix: str | Unset = UNSET,
        allowed_methods: builtins.list[ObjectMethod] | Unset = UNSET,
        max_presign_ttl_seconds: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ObjectResource]:
        """See `AsyncObjectResources.update`."""
        from .api.object_resources import update_object_resource as _endpoint
        from .models.object_resource_change import ObjectResourceChange

        _body = ObjectResourceChange(
            credential_id=credential_id,
            key_prefix=key_prefix,
            allowed_methods=allowed_methods,
            max_presign_ttl_seconds=max_presign_ttl_seconds,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["updateObjectResource"], _request, decoders.update_object_resource)


class AsyncCallbackEndpoints:
    """Addresses that the platform calls."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawCallbackEndpoints:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawCallbackEndpoints(self._caller)

    async def list(self, *, x_request_id: str | Unset = UNSET) -> builtins.list[CallbackEndpoint]:
        """List callback endpoints.

        Without their secrets. Needs the scope open:callback:read.

        Args:
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoints.

        Effect: safe (changes nothing, may be sent again).

        Refusals: UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired,
        NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import list_callback_endpoints as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return await self._caller(OPERATIONS["listCallbackEndpoints"], _request, decoders.list_callback_endpoints)

    async def create(
        self,
        *,
        url: str,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> CallbackEndpoint:
        """Add a callback endpoint.

        The secret is shown in this answer only. What delivers callbacks is not part of the platform's first release.
        Needs the scope open:callback:create.

        Args:
            url: Where events are sent. An https address.
            status: Whether it gets events.
            timeout_seconds: How long the platform waits for an answer, s. 1 or more.
            max_attempts: How often the platform tries. 1 or more.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoint with its secret.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import create_callback_endpoint as _endpoint
        from .models.callback_endpoint_request import CallbackEndpointRequest

        _body = CallbackEndpointRequest(
            url=url, status=status, timeout_seconds=timeout_seconds, max_attempts=max_attempts
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["createCallbackEndpoint"], _request, decoders.create_callback_endpoint)

    async def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> CallbackEndpoint:
        """Get a callback endpoint.

        Without its secret. Needs the scope open:callback:read.

        Args:
            id: Id of the callback endpoint.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoint.

        Effect: safe (changes nothing, may be sent again).

        Refusals: CALLBACK_NOT_FOUND callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import get_callback_endpoint as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return await self._caller(OPERATIONS["getCallbackEndpoint"], _request, decoders.get_callback_endpoint)

    async def update(
        self,
        id: str,
        *,
        url: str | Unset = UNSET,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> CallbackEndpoint:
        """Change a callback endpoint.

        With rotate_secret it gets a new secret, shown in this answer only. Needs the scope open:callback:update.

        Args:
            id: Id of the callback endpoint.
            url: Where events are sent. An https address.
            status: Whether it gets events.
            timeout_seconds: How long the platform waits for an answer, s. 1 or more.
            max_attempts: How often the platform tries. 1 or more.
            rotate_secret: Whether it gets a new secret.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The endpoint, with its secret if that is new.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, CALLBACK_NOT_FOUND
        callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED
        timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR
        internal_error.

        Source: doc callbacks
        """
        from .api.callback_endpoints import update_callback_endpoint as _endpoint
        from .models.callback_endpoint_change import CallbackEndpointChange

        _body = CallbackEndpointChange(
            url=url,
            status=status,
            timeout_seconds=timeout_seconds,
            max_attempts=max_attempts,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["updateCallbackEndpoint"], _request, decoders.update_callback_endpoint)


class AsyncRawCallbackEndpoints:
    """The calls of `AsyncCallbackEndpoints`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[CallbackEndpoint]]:
        """See `AsyncCallbackEndpoints.list`."""
        from .api.callback_endpoints import list_callback_endpoints as _endpoint

        _request = _endpoint._get_kwargs(x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["listCallbackEndpoints"], _request, decoders.list_callback_endpoints)

    async def create(
        self,
        *,
        url: str,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[CallbackEndpoint]:
        """See `AsyncCallbackEndpoints.create`."""
        from .api.callback_endpoints import create_callback_endpoint as _endpoint
        from .models.callback_endpoint_request import CallbackEndpointRequest

        _body = CallbackEndpointRequest(
            url=url, status=status, timeout_seconds=timeout_seconds, max_attempts=max_attempts
        )
        _request = _endpoint._get_kwargs(x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["createCallbackEndpoint"], _request, decoders.create_callback_endpoint)

    async def get(self, id: str, *, x_request_id: str | Unset = UNSET) -> Raw[CallbackEndpoint]:
        """See `AsyncCallbackEndpoints.get`."""
        from .api.callback_endpoints import get_callback_endpoint as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["getCallbackEndpoint"], _request, decoders.get_callback_endpoint)

    async def update(
        self,
        id: str,
        *,
        url: str | Unset = UNSET,
        status: EndpointStatus | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        max_attempts: int | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[CallbackEndpoint]:
        """See `AsyncCallbackEndpoints.update`."""
        from .api.callback_endpoints import update_callback_endpoint as _endpoint
        from .models.callback_endpoint_change import CallbackEndpointChange

        _body = CallbackEndpointChange(
            url=url,
            status=status,
            timeout_seconds=timeout_seconds,
            max_attempts=max_attempts,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["updateCallbackEndpoint"], _request, decoders.update_callback_endpoint)


class AsyncSubscriptions:
    """Which events a callback endpoint gets."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawSubscriptions:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawSubscriptions(self._caller)

    async def list(self, id: str, *, x_request_id: str | Unset = UNSET) -> builtins.list[Subscription]:
        """List the events that an endpoint gets.

        Needs the scope open:callback:read.

        Args:
            id: Id of the callback endpoint.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The subscriptions.

        Effect: safe (changes nothing, may be sent again).

        Refusals: CALLBACK_NOT_FOUND callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc create-callback-subscription
        """
        from .api.subscriptions import list_subscriptions as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return await self._caller(OPERATIONS["listSubscriptions"], _request, decoders.list_subscriptions)

    async def create(self, id: str, *, event_type: CallbackEvent, x_request_id: str | Unset = UNSET) -> Subscription:
        """Have an endpoint get an event.

        Command.problem is an internal event and cannot be subscribed. Needs the scope open:callback:create.

        Args:
            id: Id of the callback endpoint.
            event_type: The event.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The subscription.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, CALLBACK_NOT_FOUND
        callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED
        timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR
        internal_error.

        Source: doc create-callback-subscription
        """
        from .api.subscriptions import create_subscription as _endpoint
        from .models.subscription_request import SubscriptionRequest

        _body = SubscriptionRequest(event_type=event_type)
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["createSubscription"], _request, decoders.create_subscription)

    async def delete(self, id: str, subscription_id: str, *, x_request_id: str | Unset = UNSET) -> None:
        """End a subscription.

        Needs the scope open:callback:disable; which scope it is, is our assumption.

        Args:
            id: Id of the callback endpoint.
            subscription_id: Id of the subscription.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Effect: idempotent (may be sent again with the same outcome).

        Refusals: CALLBACK_NOT_FOUND callback_not_found, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc create-callback-subscription
        """
        from .api.subscriptions import delete_subscription as _endpoint

        _request = _endpoint._get_kwargs(id=id, subscription_id=subscription_id, x_request_id=x_request_id)
        await self._caller(OPERATIONS["deleteSubscription"], _request, decoders.nothing)


class AsyncRawSubscriptions:
    """The calls of `AsyncSubscriptions`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, id: str, *, x_request_id: str | Unset = UNSET) -> Raw[builtins.list[Subscription]]:
        """See `AsyncSubscriptions.list`."""
        from .api.subscriptions import list_subscriptions as _endpoint

        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["listSubscriptions"], _request, decoders.list_subscriptions)

    async def create(
        self, id: str, *, event_type: CallbackEvent, x_request_id: str | Unset = UNSET
    ) -> Raw[Subscription]:
        """See `AsyncSubscriptions.create`."""
        from .api.subscriptions import create_subscription as _endpoint
        from .models.subscription_request import SubscriptionRequest

        _body = SubscriptionRequest(event_type=event_type)
        _request = _endpoint._get_kwargs(id=id, x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["createSubscription"], _request, decoders.create_subscription)

    async def delete(self, id: str, subscription_id: str, *, x_request_id: str | Unset = UNSET) -> Raw[None]:
        """See `AsyncSubscriptions.delete`."""
        from .api.subscriptions import delete_subscription as _endpoint

        _request = _endpoint._get_kwargs(id=id, subscription_id=subscription_id, x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["deleteSubscription"], _request, decoders.nothing)


class AsyncCredentials:
    """API IDs of a tenant, and their keys."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawCredentials:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawCredentials(self._caller)

    async def list(
        self, tenant_id: str, *, limit: int | Unset = UNSET, x_request_id: str | Unset = UNSET
    ) -> builtins.list[ApiCredential]:
        """List API IDs of a tenant.

        Without their keys. How to get more than 500 is not public.

        Args:
            tenant_id: Id of the tenant; it must be that of the API ID that signs.
            limit: Most entries to return; 100 if it is left out. 1 to 500; the service takes 100 if it is left out.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The API IDs.

        Effect: safe (changes nothing, may be sent again).

        Refusals: VALIDATION_FAILED validation_failed, UNAUTHORIZED unauthorized, SIGNATURE_INVALID signature_invalid,
        TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED
        rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/credentials
        """
        from .api.credentials import list_credentials as _endpoint

        _request = _endpoint._get_kwargs(tenant_id=tenant_id, limit=limit, x_request_id=x_request_id)
        return await self._caller(OPERATIONS["listCredentials"], _request, decoders.list_credentials)

    async def create(
        self,
        tenant_id: str,
        *,
        name: str,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ApiCredential:
        """Add an API ID.

        Its key is shown in this answer only.

        Args:
            tenant_id: Id of the tenant; it must be that of the API ID that signs.
            name: For people. At least 1 character.
            allowed_clock_skew_seconds: How far the time of a request may be off, s. 1 or more; the service takes 300 if
                it is left out.
            replay_window_seconds: How long a nonce is remembered, s. 1 or more; the service takes 300 if it is left
                out.
            expires_at: Until when it may be used, UTC.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The API ID with its key.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/credentials
        """
        from .api.credentials import create_credential as _endpoint
        from .models.api_credential_request import ApiCredentialRequest

        _body = ApiCredentialRequest(
            name=name,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
        )
        _request = _endpoint._get_kwargs(tenant_id=tenant_id, x_request_id=x_request_id, body=_body)
        return await self._caller(OPERATIONS["createCredential"], _request, decoders.create_credential)

    async def update(
        self,
        tenant_id: str,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        status: CredentialStatus | Unset = UNSET,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | None | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> ApiCredential:
        """Change an API ID, or give it a new key.

        With rotate_secret it gets a new key, shown in this answer only. Which code an unknown id gets is not public.

        Args:
            tenant_id: Id of the tenant; it must be that of the API ID that signs.
            client_id: The API ID.
            name: For people. At least 1 character.
            status: Whether it may be used.
            allowed_clock_skew_seconds: How far the time of a request may be off, s. 1 or more.
            replay_window_seconds: How long a nonce is remembered, s. 1 or more.
            expires_at: Until when it may be used, UTC; null is for ever.
            rotate_secret: Whether it gets a new key.
            x_request_id: An id to find the request by in logs; the platform makes one if it is left out. Header
                X-Request-Id.

        Returns:
            The API ID, with its key if that is new.

        Effect: once (not sent again when its answer is lost).

        Refusals: INVALID_REQUEST_BODY invalid_request_body, VALIDATION_FAILED validation_failed, UNAUTHORIZED
        unauthorized, SIGNATURE_INVALID signature_invalid, TIMESTAMP_EXPIRED timestamp_expired, NONCE_REPLAYED
        nonce_replayed, FORBIDDEN forbidden, RATE_LIMITED rate_limited, INTERNAL_ERROR internal_error.

        Source: doc api-reference/credentials
        """
        from .api.credentials import update_credential as _endpoint
        from .models.api_credential_change import ApiCredentialChange

        _body = ApiCredentialChange(
            name=name,
            status=status,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(
            tenant_id=tenant_id, client_id=client_id, x_request_id=x_request_id, body=_body
        )
        return await self._caller(OPERATIONS["updateCredential"], _request, decoders.update_credential)


class AsyncRawCredentials:
    """The calls of `AsyncCredentials`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self, tenant_id: str, *, limit: int | Unset = UNSET, x_request_id: str | Unset = UNSET
    ) -> Raw[builtins.list[ApiCredential]]:
        """See `AsyncCredentials.list`."""
        from .api.credentials import list_credentials as _endpoint

        _request = _endpoint._get_kwargs(tenant_id=tenant_id, limit=limit, x_request_id=x_request_id)
        return await self._caller.raw(OPERATIONS["listCredentials"], _request, decoders.list_credentials)

    async def create(
        self,
        tenant_id: str,
        *,
        name: str,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ApiCredential]:
        """See `AsyncCredentials.create`."""
        from .api.credentials import create_credential as _endpoint
        from .models.api_credential_request import ApiCredentialRequest

        _body = ApiCredentialRequest(
            name=name,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
        )
        _request = _endpoint._get_kwargs(tenant_id=tenant_id, x_request_id=x_request_id, body=_body)
        return await self._caller.raw(OPERATIONS["createCredential"], _request, decoders.create_credential)

    async def update(
        self,
        tenant_id: str,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        status: CredentialStatus | Unset = UNSET,
        allowed_clock_skew_seconds: int | Unset = UNSET,
        replay_window_seconds: int | Unset = UNSET,
        expires_at: datetime.datetime | None | Unset = UNSET,
        rotate_secret: bool | Unset = UNSET,
        x_request_id: str | Unset = UNSET,
    ) -> Raw[ApiCredential]:
        """See `AsyncCredentials.update`."""
        from .api.credentials import update_credential as _endpoint
        from .models.api_credential_change import ApiCredentialChange

        _body = ApiCredentialChange(
            name=name,
            status=status,
            allowed_clock_skew_seconds=allowed_clock_skew_seconds,
            replay_window_seconds=replay_window_seconds,
            expires_at=expires_at,
            rotate_secret=rotate_secret,
        )
        _request = _endpoint._get_kwargs(
            tenant_id=tenant_id, client_id=client_id, x_request_id=x_request_id, body=_body
        )
        return await self._caller.raw(OPERATIONS["updateCredential"], _request, decoders.update_credential)


class AsyncDownlinkGroups:
    """All groups of UTMOS open platform, downlink.

    Attributes:
        commands: Commands to devices.
        device_requests: What devices ask of the cloud, and answers given by hand.
        objects: Links to objects of the platform's storage.
        object_credentials: Credentials of storage that the platform signs with.
        object_resources: What may be done below a prefix of a bucket.
        callback_endpoints: Addresses that the platform calls.
        subscriptions: Which events a callback endpoint gets.
        credentials: API IDs of a tenant, and their keys.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.commands = AsyncCommands(caller)
        self.device_requests = AsyncDeviceRequests(caller)
        self.objects = AsyncObjects(caller)
        self.object_credentials = AsyncObjectCredentials(caller)
        self.object_resources = AsyncObjectResources(caller)
        self.callback_endpoints = AsyncCallbackEndpoints(caller)
        self.subscriptions = AsyncSubscriptions(caller)
        self.credentials = AsyncCredentials(caller)


__all__ = (
    "AsyncCallbackEndpoints",
    "AsyncCommands",
    "AsyncCredentials",
    "AsyncDeviceRequests",
    "AsyncDownlinkGroups",
    "AsyncObjectCredentials",
    "AsyncObjectResources",
    "AsyncObjects",
    "AsyncSubscriptions",
    "CallbackEndpoints",
    "Commands",
    "Credentials",
    "DeviceRequests",
    "DownlinkGroups",
    "ObjectCredentials",
    "ObjectResources",
    "Objects",
    "Subscriptions",
)
