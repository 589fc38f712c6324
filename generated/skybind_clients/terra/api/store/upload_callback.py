# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.gateway_refusal import GatewayRefusal
from ...models.upload_callback import UploadCallback
from ...models.upload_callback_answer import UploadCallbackAnswer
from ...types import Response


def _get_kwargs(
    *,
    body: UploadCallback,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v2/store/upload_callback",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer | None:
    if response.status_code == 200:
        response_200 = UploadCallbackAnswer.from_dict(response.json())

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
) -> Response[ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer]:
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
) -> Response[ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer]:
    """Report uploaded files and link them to a resource

     Clients send at most 50 files a call. The callback parameter must be that of the credentials the
    files were uploaded with.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer]
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
) -> ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer | None:
    """Report uploaded files and link them to a resource

     Clients send at most 50 files a call. The callback parameter must be that of the credentials the
    files were uploaded with.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: UploadCallback,
) -> Response[ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer]:
    """Report uploaded files and link them to a resource

     Clients send at most 50 files a call. The callback parameter must be that of the credentials the
    files were uploaded with.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer]
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
) -> ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer | None:
    """Report uploaded files and link them to a resource

     Clients send at most 50 files a call. The callback parameter must be that of the credentials the
    files were uploaded with.

    Args:
        body (UploadCallback): Report of uploaded files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | UploadCallbackAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
