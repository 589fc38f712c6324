# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refine_product_list import RefineProductList
from ...models.refine_product_order import RefineProductOrder
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    refine_product_id: str | Unset = UNSET,
    task_name: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_create_time_from: str | Unset = UNSET,
    subtask_create_time_to: str | Unset = UNSET,
    subtask_completed_time_from: str | Unset = UNSET,
    subtask_completed_time_to: str | Unset = UNSET,
    order_by: RefineProductOrder | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["offset"] = offset

    params["limit"] = limit

    params["refine_product_id"] = refine_product_id

    params["task_name"] = task_name

    params["subtask_name"] = subtask_name

    params["subtask_create_time_from"] = subtask_create_time_from

    params["subtask_create_time_to"] = subtask_create_time_to

    params["subtask_completed_time_from"] = subtask_completed_time_from

    params["subtask_completed_time_to"] = subtask_completed_time_to

    json_order_by: str | Unset = UNSET
    if not isinstance(order_by, Unset):
        json_order_by = RefineProductOrder(order_by).value

    params["order_by"] = json_order_by

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/real3d/refineproducts",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RefineProductList | Refusal | None:
    if response.status_code == 200:
        response_200 = RefineProductList.from_dict(response.json())

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
) -> Response[RefineProductList | Refusal]:
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
    refine_product_id: str | Unset = UNSET,
    task_name: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_create_time_from: str | Unset = UNSET,
    subtask_create_time_to: str | Unset = UNSET,
    subtask_completed_time_from: str | Unset = UNSET,
    subtask_completed_time_to: str | Unset = UNSET,
    order_by: RefineProductOrder | Unset = UNSET,
) -> Response[RefineProductList | Refusal]:
    """List refine products

     What refine subtasks made (查询实景三维精修后处理成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        refine_product_id (str | Unset): Only this one
        task_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_create_time_from (str | Unset): Only products whose subtask was made at or after
            this time
        subtask_create_time_to (str | Unset): Only products whose subtask was made at or before
            this time
        subtask_completed_time_from (str | Unset): Only products whose subtask ended at or after
            this time
        subtask_completed_time_to (str | Unset): Only products whose subtask ended at or before
            this time
        order_by (RefineProductOrder | Unset): Order of refine products

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RefineProductList | Refusal]
    """

    kwargs = _get_kwargs(
        offset=offset,
        limit=limit,
        refine_product_id=refine_product_id,
        task_name=task_name,
        subtask_name=subtask_name,
        subtask_create_time_from=subtask_create_time_from,
        subtask_create_time_to=subtask_create_time_to,
        subtask_completed_time_from=subtask_completed_time_from,
        subtask_completed_time_to=subtask_completed_time_to,
        order_by=order_by,
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
    refine_product_id: str | Unset = UNSET,
    task_name: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_create_time_from: str | Unset = UNSET,
    subtask_create_time_to: str | Unset = UNSET,
    subtask_completed_time_from: str | Unset = UNSET,
    subtask_completed_time_to: str | Unset = UNSET,
    order_by: RefineProductOrder | Unset = UNSET,
) -> RefineProductList | Refusal | None:
    """List refine products

     What refine subtasks made (查询实景三维精修后处理成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        refine_product_id (str | Unset): Only this one
        task_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_create_time_from (str | Unset): Only products whose subtask was made at or after
            this time
        subtask_create_time_to (str | Unset): Only products whose subtask was made at or before
            this time
        subtask_completed_time_from (str | Unset): Only products whose subtask ended at or after
            this time
        subtask_completed_time_to (str | Unset): Only products whose subtask ended at or before
            this time
        order_by (RefineProductOrder | Unset): Order of refine products

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RefineProductList | Refusal
    """

    return sync_detailed(
        client=client,
        offset=offset,
        limit=limit,
        refine_product_id=refine_product_id,
        task_name=task_name,
        subtask_name=subtask_name,
        subtask_create_time_from=subtask_create_time_from,
        subtask_create_time_to=subtask_create_time_to,
        subtask_completed_time_from=subtask_completed_time_from,
        subtask_completed_time_to=subtask_completed_time_to,
        order_by=order_by,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    refine_product_id: str | Unset = UNSET,
    task_name: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_create_time_from: str | Unset = UNSET,
    subtask_create_time_to: str | Unset = UNSET,
    subtask_completed_time_from: str | Unset = UNSET,
    subtask_completed_time_to: str | Unset = UNSET,
    order_by: RefineProductOrder | Unset = UNSET,
) -> Response[RefineProductList | Refusal]:
    """List refine products

     What refine subtasks made (查询实景三维精修后处理成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        refine_product_id (str | Unset): Only this one
        task_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_create_time_from (str | Unset): Only products whose subtask was made at or after
            this time
        subtask_create_time_to (str | Unset): Only products whose subtask was made at or before
            this time
        subtask_completed_time_from (str | Unset): Only products whose subtask ended at or after
            this time
        subtask_completed_time_to (str | Unset): Only products whose subtask ended at or before
            this time
        order_by (RefineProductOrder | Unset): Order of refine products

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RefineProductList | Refusal]
    """

    kwargs = _get_kwargs(
        offset=offset,
        limit=limit,
        refine_product_id=refine_product_id,
        task_name=task_name,
        subtask_name=subtask_name,
        subtask_create_time_from=subtask_create_time_from,
        subtask_create_time_to=subtask_create_time_to,
        subtask_completed_time_from=subtask_completed_time_from,
        subtask_completed_time_to=subtask_completed_time_to,
        order_by=order_by,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    refine_product_id: str | Unset = UNSET,
    task_name: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_create_time_from: str | Unset = UNSET,
    subtask_create_time_to: str | Unset = UNSET,
    subtask_completed_time_from: str | Unset = UNSET,
    subtask_completed_time_to: str | Unset = UNSET,
    order_by: RefineProductOrder | Unset = UNSET,
) -> RefineProductList | Refusal | None:
    """List refine products

     What refine subtasks made (查询实景三维精修后处理成果数据列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        refine_product_id (str | Unset): Only this one
        task_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_name (str | Unset): Only products of tasks or subtasks with this in their name
        subtask_create_time_from (str | Unset): Only products whose subtask was made at or after
            this time
        subtask_create_time_to (str | Unset): Only products whose subtask was made at or before
            this time
        subtask_completed_time_from (str | Unset): Only products whose subtask ended at or after
            this time
        subtask_completed_time_to (str | Unset): Only products whose subtask ended at or before
            this time
        order_by (RefineProductOrder | Unset): Order of refine products

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RefineProductList | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            offset=offset,
            limit=limit,
            refine_product_id=refine_product_id,
            task_name=task_name,
            subtask_name=subtask_name,
            subtask_create_time_from=subtask_create_time_from,
            subtask_create_time_to=subtask_create_time_to,
            subtask_completed_time_from=subtask_completed_time_from,
            subtask_completed_time_to=subtask_completed_time_to,
            order_by=order_by,
        )
    ).parsed
