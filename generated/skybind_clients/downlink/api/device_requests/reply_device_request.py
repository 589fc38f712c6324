# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_reply import DeviceReply
from ...models.device_reply_request import DeviceReplyRequest
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    request_id: str,
    *,
    body: DeviceReplyRequest,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-Request-Id"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/open/device-requests/{request_id}/reply".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> DeviceReply | Refusal | None:
    if response.status_code == 202:
        response_202 = DeviceReply.from_dict(response.json())

        return response_202

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
) -> Response[DeviceReply | Refusal]:
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
    request_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceReplyRequest,
    x_request_id: str | Unset = UNSET,
) -> Response[DeviceReply | Refusal]:
    """Answer a request of a device by hand

     Needs the scope open:device-request:create.

    Args:
        request_id (str): Id of the device's request
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (DeviceReplyRequest): An answer for a device

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceReply | Refusal]
    """

    kwargs = _get_kwargs(
        request_id=request_id,
        body=body,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    request_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceReplyRequest,
    x_request_id: str | Unset = UNSET,
) -> DeviceReply | Refusal | None:
    """Answer a request of a device by hand

     Needs the scope open:device-request:create.

    Args:
        request_id (str): Id of the device's request
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (DeviceReplyRequest): An answer for a device

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceReply | Refusal
    """

    return sync_detailed(
        request_id=request_id,
        client=client,
        body=body,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    request_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceReplyRequest,
    x_request_id: str | Unset = UNSET,
) -> Response[DeviceReply | Refusal]:
    """Answer a request of a device by hand

     Needs the scope open:device-request:create.

    Args:
        request_id (str): Id of the device's request
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (DeviceReplyRequest): An answer for a device

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceReply | Refusal]
    """

    kwargs = _get_kwargs(
        request_id=request_id,
        body=body,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    request_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceReplyRequest,
    x_request_id: str | Unset = UNSET,
) -> DeviceReply | Refusal | None:
    """Answer a request of a device by hand

     Needs the scope open:device-request:create.

    Args:
        request_id (str): Id of the device's request
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out
        body (DeviceReplyRequest): An answer for a device

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceReply | Refusal
    """

    return (
        await asyncio_detailed(
            request_id=request_id,
            client=client,
            body=body,
            x_request_id=x_request_id,
        )
    ).parsed
