# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.real_3d_usage_list import Real3DUsageList
from ...models.real_3d_usage_type import Real3DUsageType
from ...models.refusal import Refusal
from ...types import UNSET, Response


def _get_kwargs(
    *,
    usage_type: Real3DUsageType,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_usage_type = Real3DUsageType(usage_type).value
    params["usage_type"] = json_usage_type

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/real3d/usages",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Real3DUsageList | Refusal | None:
    if response.status_code == 200:
        response_200 = Real3DUsageList.from_dict(response.json())

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
) -> Response[Real3DUsageList | Refusal]:
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
    usage_type: Real3DUsageType,
) -> Response[Real3DUsageList | Refusal]:
    """Show real-scene 3D usage

     What was stored or modelled, and what was bought (查询实景三维用量).

    Args:
        usage_type (Real3DUsageType): What real-scene 3D usage counts

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Real3DUsageList | Refusal]
    """

    kwargs = _get_kwargs(
        usage_type=usage_type,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    usage_type: Real3DUsageType,
) -> Real3DUsageList | Refusal | None:
    """Show real-scene 3D usage

     What was stored or modelled, and what was bought (查询实景三维用量).

    Args:
        usage_type (Real3DUsageType): What real-scene 3D usage counts

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Real3DUsageList | Refusal
    """

    return sync_detailed(
        client=client,
        usage_type=usage_type,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    usage_type: Real3DUsageType,
) -> Response[Real3DUsageList | Refusal]:
    """Show real-scene 3D usage

     What was stored or modelled, and what was bought (查询实景三维用量).

    Args:
        usage_type (Real3DUsageType): What real-scene 3D usage counts

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Real3DUsageList | Refusal]
    """

    kwargs = _get_kwargs(
        usage_type=usage_type,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    usage_type: Real3DUsageType,
) -> Real3DUsageList | Refusal | None:
    """Show real-scene 3D usage

     What was stored or modelled, and what was bought (查询实景三维用量).

    Args:
        usage_type (Real3DUsageType): What real-scene 3D usage counts

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Real3DUsageList | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            usage_type=usage_type,
        )
    ).parsed
