# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""From the content of a success to the value that a call returns. Models are loaded when the first answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..runtime import decoder

if TYPE_CHECKING:
    from .models.accepted_command import AcceptedCommand
    from .models.api_credential import ApiCredential
    from .models.callback_endpoint import CallbackEndpoint
    from .models.command_state import CommandState
    from .models.device_reply import DeviceReply
    from .models.device_request import DeviceRequest
    from .models.object_credential import ObjectCredential
    from .models.object_resource import ObjectResource
    from .models.presigned_object import PresignedObject
    from .models.subscription import Subscription


def nothing(payload: Any) -> None:
    """For calls that return nothing; what came is not looked at."""


@decoder
def create_command(payload: Any) -> AcceptedCommand:
    from .models.accepted_command import AcceptedCommand

    response_200 = AcceptedCommand.from_dict(payload)

    return response_200


@decoder
def get_command(payload: Any) -> CommandState:
    from .models.command_state import CommandState

    response_200 = CommandState.from_dict(payload)

    return response_200


@decoder
def list_device_requests(payload: Any) -> list[DeviceRequest]:
    from .models.device_request_list import DeviceRequestList

    response_200 = DeviceRequestList.from_dict(payload)

    return response_200.items


@decoder
def get_device_request(payload: Any) -> DeviceRequest:
    from .models.device_request import DeviceRequest

    response_200 = DeviceRequest.from_dict(payload)

    return response_200


@decoder
def reply_device_request(payload: Any) -> DeviceReply:
    from .models.device_reply import DeviceReply

    response_202 = DeviceReply.from_dict(payload)

    return response_202


@decoder
def presign_object(payload: Any) -> PresignedObject:
    from .models.presigned_object import PresignedObject

    response_200 = PresignedObject.from_dict(payload)

    return response_200


@decoder
def list_object_credentials(payload: Any) -> list[ObjectCredential]:
    from .models.object_credential_list import ObjectCredentialList

    response_200 = ObjectCredentialList.from_dict(payload)

    return response_200.items


@decoder
def create_object_credential(payload: Any) -> ObjectCredential:
    from .models.object_credential import ObjectCredential

    response_201 = ObjectCredential.from_dict(payload)

    return response_201


@decoder
def get_object_credential(payload: Any) -> ObjectCredential:
    from .models.object_credential import ObjectCredential

    response_200 = ObjectCredential.from_dict(payload)

    return response_200


@decoder
def update_object_credential(payload: Any) -> ObjectCredential:
    from .models.object_credential import ObjectCredential

    response_200 = ObjectCredential.from_dict(payload)

    return response_200


@decoder
def list_object_resources(payload: Any) -> list[ObjectResource]:
    from .models.object_resource_list import ObjectResourceList

    response_200 = ObjectResourceList.from_dict(payload)

    return response_200.items


@decoder
def create_object_resource(payload: Any) -> ObjectResource:
    from .models.object_resource import ObjectResource

    response_201 = ObjectResource.from_dict(payload)

    return response_201


@decoder
def update_object_resource(payload: Any) -> ObjectResource:
    from .models.object_resource import ObjectResource

    response_200 = ObjectResource.from_dict(payload)

    return response_200


@decoder
def list_callback_endpoints(payload: Any) -> list[CallbackEndpoint]:
    from .models.callback_endpoint_list import CallbackEndpointList

    response_200 = CallbackEndpointList.from_dict(payload)

    return response_200.items


@decoder
def create_callback_endpoint(payload: Any) -> CallbackEndpoint:
    from .models.callback_endpoint import CallbackEndpoint

    response_201 = CallbackEndpoint.from_dict(payload)

    return response_201


@decoder
def get_callback_endpoint(payload: Any) -> CallbackEndpoint:
    from .models.callback_endpoint import CallbackEndpoint

    response_200 = CallbackEndpoint.from_dict(payload)

    return response_200


@decoder
def update_callback_endpoint(payload: Any) -> CallbackEndpoint:
    from .models.callback_endpoint import CallbackEndpoint

    response_200 = CallbackEndpoint.from_dict(payload)

    return response_200


@decoder
def list_subscriptions(payload: Any) -> list[Subscription]:
    from .models.subscription_list import SubscriptionList

    response_200 = SubscriptionList.from_dict(payload)

    return response_200.items


@decoder
def create_subscription(payload: Any) -> Subscription:
    from .models.subscription import Subscription

    response_201 = Subscription.from_dict(payload)

    return response_201


@decoder
def list_credentials(payload: Any) -> list[ApiCredential]:
    from .models.api_credential_list import ApiCredentialList

    response_200 = ApiCredentialList.from_dict(payload)

    return response_200.items


@decoder
def create_credential(payload: Any) -> ApiCredential:
    from .models.api_credential import ApiCredential

    response_201 = ApiCredential.from_dict(payload)

    return response_201


@decoder
def update_credential(payload: Any) -> ApiCredential:
    from .models.api_credential import ApiCredential

    response_200 = ApiCredential.from_dict(payload)

    return response_200
