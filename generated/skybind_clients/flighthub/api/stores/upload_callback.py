# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...models.upload_callback import UploadCallback
from ...models.upload_receipt_answer import UploadReceiptAnswer
from ...types import Response


def _get_kwargs(
    *,
    body: UploadCallback,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/open_model/stores/upload_callback",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Refusal | UploadReceiptAnswer | None:
    if response.status_code == 200:
        response_200 = UploadReceiptAnswer.from_dict(response.json())

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
) -> Response[Refusal | UploadReceiptAnswer]:
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
    body: UploadCallback,
) -> Response[Refusal | UploadReceiptAnswer]:
    """Report uploaded files of a resource

     At most 100 files a call; more go in several calls, one after another, with the same resource_uuid.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | UploadReceiptAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: UploadCallback,
) -> Refusal | UploadReceiptAnswer | None:
    """Report uploaded files of a resource

     At most 100 files a call; more go in several calls, one after another, with the same resource_uuid.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | UploadReceiptAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: UploadCallback,
) -> Response[Refusal | UploadReceiptAnswer]:
    """Report uploaded files of a resource

     At most 100 files a call; more go in several calls, one after another, with the same resource_uuid.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | UploadReceiptAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: UploadCallback,
) -> Refusal | UploadReceiptAnswer | None:
    """Report uploaded files of a resource

     At most 100 files a call; more go in several calls, one after another, with the same resource_uuid.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | UploadReceiptAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
