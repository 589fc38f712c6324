# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.delete_mode import DeleteMode
from ...models.error_envelope import ErrorEnvelope
from ...models.gateway_refusal import GatewayRefusal
from ...models.result_only import ResultOnly
from ...types import UNSET, Response, Unset


def _get_kwargs(
    uuid: str,
    *,
    delete_mode: DeleteMode | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_delete_mode: int | Unset = UNSET
    if not isinstance(delete_mode, Unset):
        json_delete_mode = DeleteMode(delete_mode).value

    params["deleteMode"] = json_delete_mode

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/v2/resources/{uuid}".format(
            uuid=quote(str(uuid), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | GatewayRefusal | ResultOnly | None:
    if response.status_code == 200:
        response_200 = ResultOnly.from_dict(response.json())

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
) -> Response[ErrorEnvelope | GatewayRefusal | ResultOnly]:
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
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    delete_mode: DeleteMode | Unset = UNSET,
) -> Response[ErrorEnvelope | GatewayRefusal | ResultOnly]:
    """Delete a resource

     Files can be kept, or deleted where no other resource holds them.

    Args:
        uuid (str): The resource's uuid
        delete_mode (DeleteMode | Unset): What becomes of a deleted resource's files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | ResultOnly]
    """

    kwargs = _get_kwargs(
        uuid=uuid,
        delete_mode=delete_mode,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    delete_mode: DeleteMode | Unset = UNSET,
) -> ErrorEnvelope | GatewayRefusal | ResultOnly | None:
    """Delete a resource

     Files can be kept, or deleted where no other resource holds them.

    Args:
        uuid (str): The resource's uuid
        delete_mode (DeleteMode | Unset): What becomes of a deleted resource's files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | ResultOnly
    """

    return sync_detailed(
        uuid=uuid,
        client=client,
        delete_mode=delete_mode,
    ).parsed


async def asyncio_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    delete_mode: DeleteMode | Unset = UNSET,
) -> Response[ErrorEnvelope | GatewayRefusal | ResultOnly]:
    """Delete a resource

     Files can be kept, or deleted where no other resource holds them.

    Args:
        uuid (str): The resource's uuid
        delete_mode (DeleteMode | Unset): What becomes of a deleted resource's files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | ResultOnly]
    """

    kwargs = _get_kwargs(
        uuid=uuid,
        delete_mode=delete_mode,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    delete_mode: DeleteMode | Unset = UNSET,
) -> ErrorEnvelope | GatewayRefusal | ResultOnly | None:
    """Delete a resource

     Files can be kept, or deleted where no other resource holds them.

    Args:
        uuid (str): The resource's uuid
        delete_mode (DeleteMode | Unset): What becomes of a deleted resource's files

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | ResultOnly
    """

    return (
        await asyncio_detailed(
            uuid=uuid,
            client=client,
            delete_mode=delete_mode,
        )
    ).parsed
