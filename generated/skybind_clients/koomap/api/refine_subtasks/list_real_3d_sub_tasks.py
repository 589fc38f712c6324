# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refine_subtask_list import RefineSubtaskList
from ...models.refine_subtask_status import RefineSubtaskStatus
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    workspace_id: str,
    task_id: str,
    *,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    subtask_id: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_status: list[RefineSubtaskStatus] | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["offset"] = offset

    params["limit"] = limit

    params["subtask_id"] = subtask_id

    params["subtask_name"] = subtask_name

    json_subtask_status: list[str] | Unset = UNSET
    if not isinstance(subtask_status, Unset):
        json_subtask_status = []
        for subtask_status_item_data in subtask_status:
            subtask_status_item = RefineSubtaskStatus(subtask_status_item_data).value
            json_subtask_status.append(subtask_status_item)

    params["subtask_status"] = json_subtask_status

    params["create_time_from"] = create_time_from

    params["create_time_to"] = create_time_to

    params["update_time_from"] = update_time_from

    params["update_time_to"] = update_time_to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/real3d/{workspace_id}/tasks/{task_id}/subtasks".format(
            workspace_id=quote(str(workspace_id), safe=""),
            task_id=quote(str(task_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RefineSubtaskList | Refusal | None:
    if response.status_code == 200:
        response_200 = RefineSubtaskList.from_dict(response.json())

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
) -> Response[RefineSubtaskList | Refusal]:
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
    workspace_id: str,
    task_id: str,
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    subtask_id: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_status: list[RefineSubtaskStatus] | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
) -> Response[RefineSubtaskList | Refusal]:
    """List the refine subtasks of a task

     Filters go together: all of them must fit (分页查询实景三维精修后处理任务列表).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        subtask_id (str | Unset): Only this one
        subtask_name (str | Unset): Part of the name
        subtask_status (list[RefineSubtaskStatus] | Unset): Only subtasks in these states
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RefineSubtaskList | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        task_id=task_id,
        offset=offset,
        limit=limit,
        subtask_id=subtask_id,
        subtask_name=subtask_name,
        subtask_status=subtask_status,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    workspace_id: str,
    task_id: str,
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    subtask_id: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_status: list[RefineSubtaskStatus] | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
) -> RefineSubtaskList | Refusal | None:
    """List the refine subtasks of a task

     Filters go together: all of them must fit (分页查询实景三维精修后处理任务列表).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        subtask_id (str | Unset): Only this one
        subtask_name (str | Unset): Part of the name
        subtask_status (list[RefineSubtaskStatus] | Unset): Only subtasks in these states
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RefineSubtaskList | Refusal
    """

    return sync_detailed(
        workspace_id=workspace_id,
        task_id=task_id,
        client=client,
        offset=offset,
        limit=limit,
        subtask_id=subtask_id,
        subtask_name=subtask_name,
        subtask_status=subtask_status,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
    ).parsed


async def asyncio_detailed(
    workspace_id: str,
    task_id: str,
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    subtask_id: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_status: list[RefineSubtaskStatus] | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
) -> Response[RefineSubtaskList | Refusal]:
    """List the refine subtasks of a task

     Filters go together: all of them must fit (分页查询实景三维精修后处理任务列表).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        subtask_id (str | Unset): Only this one
        subtask_name (str | Unset): Part of the name
        subtask_status (list[RefineSubtaskStatus] | Unset): Only subtasks in these states
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RefineSubtaskList | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        task_id=task_id,
        offset=offset,
        limit=limit,
        subtask_id=subtask_id,
        subtask_name=subtask_name,
        subtask_status=subtask_status,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    workspace_id: str,
    task_id: str,
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    subtask_id: str | Unset = UNSET,
    subtask_name: str | Unset = UNSET,
    subtask_status: list[RefineSubtaskStatus] | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
) -> RefineSubtaskList | Refusal | None:
    """List the refine subtasks of a task

     Filters go together: all of them must fit (分页查询实景三维精修后处理任务列表).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        subtask_id (str | Unset): Only this one
        subtask_name (str | Unset): Part of the name
        subtask_status (list[RefineSubtaskStatus] | Unset): Only subtasks in these states
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RefineSubtaskList | Refusal
    """

    return (
        await asyncio_detailed(
            workspace_id=workspace_id,
            task_id=task_id,
            client=client,
            offset=offset,
            limit=limit,
            subtask_id=subtask_id,
            subtask_name=subtask_name,
            subtask_status=subtask_status,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
        )
    ).parsed
