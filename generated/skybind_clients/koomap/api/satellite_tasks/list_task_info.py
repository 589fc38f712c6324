# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...models.satellite_task_list import SatelliteTaskList
from ...models.satellite_task_status import SatelliteTaskStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    task_name: str | Unset = UNSET,
    workspace_id: str,
    task_status: list[SatelliteTaskStatus] | Unset = UNSET,
    create_time_start: str | Unset = UNSET,
    create_time_end: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["task_name"] = task_name

    params["workspace_id"] = workspace_id

    json_task_status: list[str] | Unset = UNSET
    if not isinstance(task_status, Unset):
        json_task_status = []
        for task_status_item_data in task_status:
            task_status_item = SatelliteTaskStatus(task_status_item_data).value
            json_task_status.append(task_status_item)

    params["task_status"] = json_task_status

    params["create_time_start"] = create_time_start

    params["create_time_end"] = create_time_end

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/kmp-control/tasks",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Refusal | SatelliteTaskList | None:
    if response.status_code == 200:
        response_200 = SatelliteTaskList.from_dict(response.json())

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
) -> Response[Refusal | SatelliteTaskList]:
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
    task_name: str | Unset = UNSET,
    workspace_id: str,
    task_status: list[SatelliteTaskStatus] | Unset = UNSET,
    create_time_start: str | Unset = UNSET,
    create_time_end: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[Refusal | SatelliteTaskList]:
    """List satellite tasks

     Archived tasks are left out, unless their state is asked for (查询任务).

    Args:
        task_name (str | Unset): Part of the name
        workspace_id (str): Id of the workspace
        task_status (list[SatelliteTaskStatus] | Unset): Only tasks in these states
        create_time_start (str | Unset): Only what was made at or after this time
        create_time_end (str | Unset): Only what was made at or before this time
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | SatelliteTaskList]
    """

    kwargs = _get_kwargs(
        task_name=task_name,
        workspace_id=workspace_id,
        task_status=task_status,
        create_time_start=create_time_start,
        create_time_end=create_time_end,
        offset=offset,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    task_name: str | Unset = UNSET,
    workspace_id: str,
    task_status: list[SatelliteTaskStatus] | Unset = UNSET,
    create_time_start: str | Unset = UNSET,
    create_time_end: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Refusal | SatelliteTaskList | None:
    """List satellite tasks

     Archived tasks are left out, unless their state is asked for (查询任务).

    Args:
        task_name (str | Unset): Part of the name
        workspace_id (str): Id of the workspace
        task_status (list[SatelliteTaskStatus] | Unset): Only tasks in these states
        create_time_start (str | Unset): Only what was made at or after this time
        create_time_end (str | Unset): Only what was made at or before this time
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | SatelliteTaskList
    """

    return sync_detailed(
        client=client,
        task_name=task_name,
        workspace_id=workspace_id,
        task_status=task_status,
        create_time_start=create_time_start,
        create_time_end=create_time_end,
        offset=offset,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    task_name: str | Unset = UNSET,
    workspace_id: str,
    task_status: list[SatelliteTaskStatus] | Unset = UNSET,
    create_time_start: str | Unset = UNSET,
    create_time_end: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[Refusal | SatelliteTaskList]:
    """List satellite tasks

     Archived tasks are left out, unless their state is asked for (查询任务).

    Args:
        task_name (str | Unset): Part of the name
        workspace_id (str): Id of the workspace
        task_status (list[SatelliteTaskStatus] | Unset): Only tasks in these states
        create_time_start (str | Unset): Only what was made at or after this time
        create_time_end (str | Unset): Only what was made at or before this time
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | SatelliteTaskList]
    """

    kwargs = _get_kwargs(
        task_name=task_name,
        workspace_id=workspace_id,
        task_status=task_status,
        create_time_start=create_time_start,
        create_time_end=create_time_end,
        offset=offset,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    task_name: str | Unset = UNSET,
    workspace_id: str,
    task_status: list[SatelliteTaskStatus] | Unset = UNSET,
    create_time_start: str | Unset = UNSET,
    create_time_end: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Refusal | SatelliteTaskList | None:
    """List satellite tasks

     Archived tasks are left out, unless their state is asked for (查询任务).

    Args:
        task_name (str | Unset): Part of the name
        workspace_id (str): Id of the workspace
        task_status (list[SatelliteTaskStatus] | Unset): Only tasks in these states
        create_time_start (str | Unset): Only what was made at or after this time
        create_time_end (str | Unset): Only what was made at or before this time
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | SatelliteTaskList
    """

    return (
        await asyncio_detailed(
            client=client,
            task_name=task_name,
            workspace_id=workspace_id,
            task_status=task_status,
            create_time_start=create_time_start,
            create_time_end=create_time_end,
            offset=offset,
            limit=limit,
        )
    ).parsed
