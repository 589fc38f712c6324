# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...models.vps_answer import VpsAnswer
from ...models.vps_request import VpsRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: VpsRequest,
    x_trace_id: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    uuid: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_trace_id, Unset):
        headers["X-Trace-Id"] = x_trace_id

    if not isinstance(app_id, Unset):
        headers["App-Id"] = app_id

    headers["Uuid"] = uuid

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/algo/vps",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Refusal | VpsAnswer | None:
    if response.status_code == 200:
        response_200 = VpsAnswer.from_dict(response.json())

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Refusal | VpsAnswer]:
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
    body: VpsRequest,
    x_trace_id: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    uuid: str,
) -> Response[Refusal | VpsAnswer]:
    """Position a camera by its image

     Compares the image with the model of the area. One of token and signature must be there (视觉定位).

    Args:
        x_trace_id (str | Unset): Id that the caller gives the request, to be found again in logs
        app_id (str | Unset): Application id of the scene template; empty if there is none
        uuid (str): Mark of the device or user, the same for all its requests
        body (VpsRequest): A visual positioning request

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | VpsAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        x_trace_id=x_trace_id,
        app_id=app_id,
        uuid=uuid,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: VpsRequest,
    x_trace_id: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    uuid: str,
) -> Refusal | VpsAnswer | None:
    """Position a camera by its image

     Compares the image with the model of the area. One of token and signature must be there (视觉定位).

    Args:
        x_trace_id (str | Unset): Id that the caller gives the request, to be found again in logs
        app_id (str | Unset): Application id of the scene template; empty if there is none
        uuid (str): Mark of the device or user, the same for all its requests
        body (VpsRequest): A visual positioning request

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | VpsAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
        x_trace_id=x_trace_id,
        app_id=app_id,
        uuid=uuid,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: VpsRequest,
    x_trace_id: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    uuid: str,
) -> Response[Refusal | VpsAnswer]:
    """Position a camera by its image

     Compares the image with the model of the area. One of token and signature must be there (视觉定位).

    Args:
        x_trace_id (str | Unset): Id that the caller gives the request, to be found again in logs
        app_id (str | Unset): Application id of the scene template; empty if there is none
        uuid (str): Mark of the device or user, the same for all its requests
        body (VpsRequest): A visual positioning request

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | VpsAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        x_trace_id=x_trace_id,
        app_id=app_id,
        uuid=uuid,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: VpsRequest,
    x_trace_id: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    uuid: str,
) -> Refusal | VpsAnswer | None:
    """Position a camera by its image

     Compares the image with the model of the area. One of token and signature must be there (视觉定位).

    Args:
        x_trace_id (str | Unset): Id that the caller gives the request, to be found again in logs
        app_id (str | Unset): Application id of the scene template; empty if there is none
        uuid (str): Mark of the device or user, the same for all its requests
        body (VpsRequest): A visual positioning request

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | VpsAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            x_trace_id=x_trace_id,
            app_id=app_id,
            uuid=uuid,
        )
    ).parsed
