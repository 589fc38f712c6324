# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.object_resource import ObjectResource
from ...models.object_resource_request import ObjectResourceRequest
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ObjectResourceRequest,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-Request-Id"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/open/objects/resources",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ObjectResource | Refusal | None:
    if response.status_code == 201:
        response_201 = ObjectResource.from_dict(response.json())

        return response_201

    if 400 <= response.status_code <= 499:
        response_4xx = Refusal.from_dict(response.json())

        return response_4xx

    if 500 <= response.status_code <= 599:
        response_5xx = Refusal.from_dict(response.json())

        return response_5xx

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ObjectResource | Refusal]:
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
    body: ObjectResourceRequest,
    x_request_id: str | Unset = UNSET,
) -> Response[ObjectResource | Refusal]:
    """Allow something below a prefix

     Needs the scope open:object-config:create.

    Args:
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (ObjectResourceRequest): What is to be allowed below a prefix

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ObjectResource | Refusal]
    """

    kwargs = _get_kwargs(
        body=body,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: ObjectResourceRequest,
    x_request_id: str | Unset = UNSET,
) -> ObjectResource | Refusal | None:
    """Allow something below a prefix

     Needs the scope open:object-config:create.

    Args:
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (ObjectResourceRequest): What is to be allowed below a prefix

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ObjectResource | Refusal
    """

    return sync_detailed(
        client=client,
        body=body,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ObjectResourceRequest,
    x_request_id: str | Unset = UNSET,
) -> Response[ObjectResource | Refusal]:
    """Allow something below a prefix

     Needs the scope open:object-config:create.

    Args:
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (ObjectResourceRequest): What is to be allowed below a prefix

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ObjectResource | Refusal]
    """

    kwargs = _get_kwargs(
        body=body,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ObjectResourceRequest,
    x_request_id: str | Unset = UNSET,
) -> ObjectResource | Refusal | None:
    """Allow something below a prefix

     Needs the scope open:object-config:create.

    Args:
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (ObjectResourceRequest): What is to be allowed below a prefix

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ObjectResource | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            x_request_id=x_request_id,
        )
    ).parsed
