# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.product_list import ProductList
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    product_name: str | Unset = UNSET,
    product_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["offset"] = offset

    params["limit"] = limit

    params["product_name"] = product_name

    params["product_id"] = product_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/real3d/products",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ProductList | Refusal | None:
    if response.status_code == 200:
        response_200 = ProductList.from_dict(response.json())

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
) -> Response[ProductList | Refusal]:
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
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    product_name: str | Unset = UNSET,
    product_id: str | Unset = UNSET,
) -> Response[ProductList | Refusal]:
    """List real-scene 3D products

     What changed last comes first (查询实景三维成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        product_name (str | Unset): Part of the name
        product_id (str | Unset): Only this one

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProductList | Refusal]
    """

    kwargs = _get_kwargs(
        offset=offset,
        limit=limit,
        product_name=product_name,
        product_id=product_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    product_name: str | Unset = UNSET,
    product_id: str | Unset = UNSET,
) -> ProductList | Refusal | None:
    """List real-scene 3D products

     What changed last comes first (查询实景三维成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        product_name (str | Unset): Part of the name
        product_id (str | Unset): Only this one

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProductList | Refusal
    """

    return sync_detailed(
        client=client,
        offset=offset,
        limit=limit,
        product_name=product_name,
        product_id=product_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    product_name: str | Unset = UNSET,
    product_id: str | Unset = UNSET,
) -> Response[ProductList | Refusal]:
    """List real-scene 3D products

     What changed last comes first (查询实景三维成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        product_name (str | Unset): Part of the name
        product_id (str | Unset): Only this one

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProductList | Refusal]
    """

    kwargs = _get_kwargs(
        offset=offset,
        limit=limit,
        product_name=product_name,
        product_id=product_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    product_name: str | Unset = UNSET,
    product_id: str | Unset = UNSET,
) -> ProductList | Refusal | None:
    """List real-scene 3D products

     What changed last comes first (查询实景三维成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        product_name (str | Unset): Part of the name
        product_id (str | Unset): Only this one

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProductList | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            offset=offset,
            limit=limit,
            product_name=product_name,
            product_id=product_id,
        )
    ).parsed
