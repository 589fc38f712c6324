# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.changed_resource_answer import ChangedResourceAnswer
from ...models.error_envelope import ErrorEnvelope
from ...models.gateway_refusal import GatewayRefusal
from ...models.new_resource import NewResource
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewResource,
    return_detail: bool | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(return_detail, Unset):
        headers["Return-Detail"] = "true" if return_detail else "false"

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v2/resources",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal | None:
    if response.status_code == 200:
        response_200 = ChangedResourceAnswer.from_dict(response.json())

        return response_200

    if 400 <= response.status_code <= 499:

        def _parse_response_4xx(data: object) -> ErrorEnvelope | GatewayRefusal:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_4xx_type_0 = ErrorEnvelope.from_dict(data)

                return response_4xx_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError(f"response_4XX cannot be {type(data).__name__}")
            response_4xx_type_1 = GatewayRefusal.from_dict(data)

            return response_4xx_type_1

        response_4xx = _parse_response_4xx(response.json())

        return response_4xx

    if 500 <= response.status_code <= 599:

        def _parse_response_5xx(data: object) -> ErrorEnvelope | GatewayRefusal:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_5xx_type_0 = ErrorEnvelope.from_dict(data)

                return response_5xx_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError(f"response_5XX cannot be {type(data).__name__}")
            response_5xx_type_1 = GatewayRefusal.from_dict(data)

            return response_5xx_type_1

        response_5xx = _parse_response_5xx(response.json())

        return response_5xx

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal]:
    try:
        parsed = _parse_response(client=client, response=response)
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise errors.UndecodableAnswer(response.status_code, response.content, fault) from fault
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=parsed,
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewResource,
    return_detail: bool | Unset = UNSET,
) -> Response[ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal]:
    """Create a resource

     A resource may be created before or after its files are uploaded; it must exist at their callback.

    Args:
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (NewResource): A resource to create

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal]
    """

    kwargs = _get_kwargs(
        body=body,
        return_detail=return_detail,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: NewResource,
    return_detail: bool | Unset = UNSET,
) -> ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal | None:
    """Create a resource

     A resource may be created before or after its files are uploaded; it must exist at their callback.

    Args:
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (NewResource): A resource to create

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal
    """

    return sync_detailed(
        client=client,
        body=body,
        return_detail=return_detail,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewResource,
    return_detail: bool | Unset = UNSET,
) -> Response[ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal]:
    """Create a resource

     A resource may be created before or after its files are uploaded; it must exist at their callback.

    Args:
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (NewResource): A resource to create

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal]
    """

    kwargs = _get_kwargs(
        body=body,
        return_detail=return_detail,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: NewResource,
    return_detail: bool | Unset = UNSET,
) -> ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal | None:
    """Create a resource

     A resource may be created before or after its files are uploaded; it must exist at their callback.

    Args:
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (NewResource): A resource to create

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChangedResourceAnswer | ErrorEnvelope | GatewayRefusal
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            return_detail=return_detail,
        )
    ).parsed
