# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.callback_endpoint import CallbackEndpoint
from ...models.callback_endpoint_change import CallbackEndpointChange
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    body: CallbackEndpointChange,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-Request-Id"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/open/callbacks/endpoints/{id}".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CallbackEndpoint | Refusal | None:
    if response.status_code == 200:
        response_200 = CallbackEndpoint.from_dict(response.json())

        return response_200

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
) -> Response[CallbackEndpoint | Refusal]:
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
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CallbackEndpointChange,
    x_request_id: str | Unset = UNSET,
) -> Response[CallbackEndpoint | Refusal]:
    """Change a callback endpoint

     With rotate_secret it gets a new secret, shown in this answer only. Needs the scope
    open:callback:update.

    Args:
        id (str): Id of the callback endpoint
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (CallbackEndpointChange): What is to be different

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CallbackEndpoint | Refusal]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CallbackEndpointChange,
    x_request_id: str | Unset = UNSET,
) -> CallbackEndpoint | Refusal | None:
    """Change a callback endpoint

     With rotate_secret it gets a new secret, shown in this answer only. Needs the scope
    open:callback:update.

    Args:
        id (str): Id of the callback endpoint
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (CallbackEndpointChange): What is to be different

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CallbackEndpoint | Refusal
    """

    return sync_detailed(
        id=id,
        client=client,
        body=body,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CallbackEndpointChange,
    x_request_id: str | Unset = UNSET,
) -> Response[CallbackEndpoint | Refusal]:
    """Change a callback endpoint

     With rotate_secret it gets a new secret, shown in this answer only. Needs the scope
    open:callback:update.

    Args:
        id (str): Id of the callback endpoint
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (CallbackEndpointChange): What is to be different

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CallbackEndpoint | Refusal]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CallbackEndpointChange,
    x_request_id: str | Unset = UNSET,
) -> CallbackEndpoint | Refusal | None:
    """Change a callback endpoint

     With rotate_secret it gets a new secret, shown in this answer only. Needs the scope
    open:callback:update.

    Args:
        id (str): Id of the callback endpoint
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (CallbackEndpointChange): What is to be different

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CallbackEndpoint | Refusal
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            body=body,
            x_request_id=x_request_id,
        )
    ).parsed
