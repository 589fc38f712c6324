# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...models.workspace_list import WorkspaceList
from ...models.workspace_order import WorkspaceOrder
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    workspace_ids: list[str] | Unset = UNSET,
    workspace_name: str | Unset = UNSET,
    star: bool | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    order_by: WorkspaceOrder | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["offset"] = offset

    params["limit"] = limit

    json_workspace_ids: list[str] | Unset = UNSET
    if not isinstance(workspace_ids, Unset):
        json_workspace_ids = workspace_ids

    params["workspace_ids"] = json_workspace_ids

    params["workspace_name"] = workspace_name

    params["star"] = star

    params["create_time_from"] = create_time_from

    params["create_time_to"] = create_time_to

    params["update_time_from"] = update_time_from

    params["update_time_to"] = update_time_to

    json_order_by: str | Unset = UNSET
    if not isinstance(order_by, Unset):
        json_order_by = WorkspaceOrder(order_by).value

    params["order_by"] = json_order_by

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/workspaces",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Refusal | WorkspaceList | None:
    if response.status_code == 200:
        response_200 = WorkspaceList.from_dict(response.json())

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
) -> Response[Refusal | WorkspaceList]:
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
    workspace_ids: list[str] | Unset = UNSET,
    workspace_name: str | Unset = UNSET,
    star: bool | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    order_by: WorkspaceOrder | Unset = UNSET,
) -> Response[Refusal | WorkspaceList]:
    """List workspaces

     Pinned ones come first, then the order that was asked for (查询工作共享空间列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        workspace_ids (list[str] | Unset): Only these workspaces
        workspace_name (str | Unset): Part of the name
        star (bool | Unset): Only pinned workspaces, or only others
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        order_by (WorkspaceOrder | Unset): Order of workspaces

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | WorkspaceList]
    """

    kwargs = _get_kwargs(
        offset=offset,
        limit=limit,
        workspace_ids=workspace_ids,
        workspace_name=workspace_name,
        star=star,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
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
    workspace_ids: list[str] | Unset = UNSET,
    workspace_name: str | Unset = UNSET,
    star: bool | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    order_by: WorkspaceOrder | Unset = UNSET,
) -> Refusal | WorkspaceList | None:
    """List workspaces

     Pinned ones come first, then the order that was asked for (查询工作共享空间列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        workspace_ids (list[str] | Unset): Only these workspaces
        workspace_name (str | Unset): Part of the name
        star (bool | Unset): Only pinned workspaces, or only others
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        order_by (WorkspaceOrder | Unset): Order of workspaces

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | WorkspaceList
    """

    return sync_detailed(
        client=client,
        offset=offset,
        limit=limit,
        workspace_ids=workspace_ids,
        workspace_name=workspace_name,
        star=star,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
        order_by=order_by,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    workspace_ids: list[str] | Unset = UNSET,
    workspace_name: str | Unset = UNSET,
    star: bool | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    order_by: WorkspaceOrder | Unset = UNSET,
) -> Response[Refusal | WorkspaceList]:
    """List workspaces

     Pinned ones come first, then the order that was asked for (查询工作共享空间列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        workspace_ids (list[str] | Unset): Only these workspaces
        workspace_name (str | Unset): Part of the name
        star (bool | Unset): Only pinned workspaces, or only others
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        order_by (WorkspaceOrder | Unset): Order of workspaces

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | WorkspaceList]
    """

    kwargs = _get_kwargs(
        offset=offset,
        limit=limit,
        workspace_ids=workspace_ids,
        workspace_name=workspace_name,
        star=star,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
        order_by=order_by,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    workspace_ids: list[str] | Unset = UNSET,
    workspace_name: str | Unset = UNSET,
    star: bool | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    order_by: WorkspaceOrder | Unset = UNSET,
) -> Refusal | WorkspaceList | None:
    """List workspaces

     Pinned ones come first, then the order that was asked for (查询工作共享空间列表).

    Args:
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        workspace_ids (list[str] | Unset): Only these workspaces
        workspace_name (str | Unset): Part of the name
        star (bool | Unset): Only pinned workspaces, or only others
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        order_by (WorkspaceOrder | Unset): Order of workspaces

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | WorkspaceList
    """

    return (
        await asyncio_detailed(
            client=client,
            offset=offset,
            limit=limit,
            workspace_ids=workspace_ids,
            workspace_name=workspace_name,
            star=star,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            order_by=order_by,
        )
    ).parsed
