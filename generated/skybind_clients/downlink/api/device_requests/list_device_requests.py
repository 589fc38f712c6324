# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_request_list import DeviceRequestList
from ...models.refusal import Refusal
from ...models.vendor import Vendor
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    vendor: Vendor | Unset = UNSET,
    device_id: str | Unset = UNSET,
    request_type: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-Request-Id"] = x_request_id

    params: dict[str, Any] = {}

    json_vendor: str | Unset = UNSET
    if not isinstance(vendor, Unset):
        json_vendor = Vendor(vendor).value

    params["vendor"] = json_vendor

    params["device_id"] = device_id

    params["request_type"] = request_type

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/open/device-requests",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeviceRequestList | Refusal | None:
    if response.status_code == 200:
        response_200 = DeviceRequestList.from_dict(response.json())

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
) -> Response[DeviceRequestList | Refusal]:
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
    vendor: Vendor | Unset = UNSET,
    device_id: str | Unset = UNSET,
    request_type: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> Response[DeviceRequestList | Refusal]:
    """List requests of devices

     How the list is paged is not public; all come at once. Needs the scope open:device-request:read.

    Args:
        vendor (Vendor | Unset): Whose device it is; this spec describes the commands of dji
        device_id (str | Unset): Only requests of this device
        request_type (str | Unset): Only requests of this kind, for example
            flighttask_resource_get, config or update_topo
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceRequestList | Refusal]
    """

    kwargs = _get_kwargs(
        vendor=vendor,
        device_id=device_id,
        request_type=request_type,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    vendor: Vendor | Unset = UNSET,
    device_id: str | Unset = UNSET,
    request_type: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> DeviceRequestList | Refusal | None:
    """List requests of devices

     How the list is paged is not public; all come at once. Needs the scope open:device-request:read.

    Args:
        vendor (Vendor | Unset): Whose device it is; this spec describes the commands of dji
        device_id (str | Unset): Only requests of this device
        request_type (str | Unset): Only requests of this kind, for example
            flighttask_resource_get, config or update_topo
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceRequestList | Refusal
    """

    return sync_detailed(
        client=client,
        vendor=vendor,
        device_id=device_id,
        request_type=request_type,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    vendor: Vendor | Unset = UNSET,
    device_id: str | Unset = UNSET,
    request_type: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> Response[DeviceRequestList | Refusal]:
    """List requests of devices

     How the list is paged is not public; all come at once. Needs the scope open:device-request:read.

    Args:
        vendor (Vendor | Unset): Whose device it is; this spec describes the commands of dji
        device_id (str | Unset): Only requests of this device
        request_type (str | Unset): Only requests of this kind, for example
            flighttask_resource_get, config or update_topo
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeviceRequestList | Refusal]
    """

    kwargs = _get_kwargs(
        vendor=vendor,
        device_id=device_id,
        request_type=request_type,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    vendor: Vendor | Unset = UNSET,
    device_id: str | Unset = UNSET,
    request_type: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> DeviceRequestList | Refusal | None:
    """List requests of devices

     How the list is paged is not public; all come at once. Needs the scope open:device-request:read.

    Args:
        vendor (Vendor | Unset): Whose device it is; this spec describes the commands of dji
        device_id (str | Unset): Only requests of this device
        request_type (str | Unset): Only requests of this kind, for example
            flighttask_resource_get, config or update_topo
        x_request_id (str | Unset): An id to find the request by in logs; the platform makes one
            if it is left out

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeviceRequestList | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            vendor=vendor,
            device_id=device_id,
            request_type=request_type,
            x_request_id=x_request_id,
        )
    ).parsed
