# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.modeling_type import ModelingType
from ...models.real_3d_task_list import Real3DTaskList
from ...models.real_3d_task_status import Real3DTaskStatus
from ...models.real_3d_task_type import Real3DTaskType
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    workspace_id: str,
    *,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    task_name: str | Unset = UNSET,
    task_type: list[Real3DTaskType] | Unset = UNSET,
    modeling_type: ModelingType | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    task_ids: list[str] | Unset = UNSET,
    task_status: list[Real3DTaskStatus] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["offset"] = offset

    params["limit"] = limit

    params["task_name"] = task_name

    json_task_type: list[str] | Unset = UNSET
    if not isinstance(task_type, Unset):
        json_task_type = []
        for task_type_item_data in task_type:
            task_type_item = Real3DTaskType(task_type_item_data).value
            json_task_type.append(task_type_item)

    params["task_type"] = json_task_type

    json_modeling_type: str | Unset = UNSET
    if not isinstance(modeling_type, Unset):
        json_modeling_type = ModelingType(modeling_type).value

    params["modeling_type"] = json_modeling_type

    params["create_time_from"] = create_time_from

    params["create_time_to"] = create_time_to

    params["update_time_from"] = update_time_from

    params["update_time_to"] = update_time_to

    json_task_ids: list[str] | Unset = UNSET
    if not isinstance(task_ids, Unset):
        json_task_ids = task_ids

    params["task_ids"] = json_task_ids

    json_task_status: list[str] | Unset = UNSET
    if not isinstance(task_status, Unset):
        json_task_status = []
        for task_status_item_data in task_status:
            task_status_item = Real3DTaskStatus(task_status_item_data).value
            json_task_status.append(task_status_item)

    params["task_status"] = json_task_status

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/real3d/{workspace_id}/tasks".format(
            workspace_id=quote(str(workspace_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Real3DTaskList | Refusal | None:
    if response.status_code == 200:
        response_200 = Real3DTaskList.from_dict(response.json())

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
) -> Response[Real3DTaskList | Refusal]:
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
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    task_name: str | Unset = UNSET,
    task_type: list[Real3DTaskType] | Unset = UNSET,
    modeling_type: ModelingType | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    task_ids: list[str] | Unset = UNSET,
    task_status: list[Real3DTaskStatus] | Unset = UNSET,
) -> Response[Real3DTaskList | Refusal]:
    """List the real-scene 3D tasks of a workspace

     Archived tasks come only when their id or their state is asked for (分页查询工作共享空间内实景三维任务列表).

    Args:
        workspace_id (str): Id of the workspace
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        task_name (str | Unset): Part of the name
        task_type (list[Real3DTaskType] | Unset): Only tasks of these kinds
        modeling_type (ModelingType | Unset): What is modelled
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        task_ids (list[str] | Unset): Only these tasks
        task_status (list[Real3DTaskStatus] | Unset): Only tasks in these states

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Real3DTaskList | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        offset=offset,
        limit=limit,
        task_name=task_name,
        task_type=task_type,
        modeling_type=modeling_type,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
        task_ids=task_ids,
        task_status=task_status,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    workspace_id: str,
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    task_name: str | Unset = UNSET,
    task_type: list[Real3DTaskType] | Unset = UNSET,
    modeling_type: ModelingType | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    task_ids: list[str] | Unset = UNSET,
    task_status: list[Real3DTaskStatus] | Unset = UNSET,
) -> Real3DTaskList | Refusal | None:
    """List the real-scene 3D tasks of a workspace

     Archived tasks come only when their id or their state is asked for (分页查询工作共享空间内实景三维任务列表).

    Args:
        workspace_id (str): Id of the workspace
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        task_name (str | Unset): Part of the name
        task_type (list[Real3DTaskType] | Unset): Only tasks of these kinds
        modeling_type (ModelingType | Unset): What is modelled
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        task_ids (list[str] | Unset): Only these tasks
        task_status (list[Real3DTaskStatus] | Unset): Only tasks in these states

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Real3DTaskList | Refusal
    """

    return sync_detailed(
        workspace_id=workspace_id,
        client=client,
        offset=offset,
        limit=limit,
        task_name=task_name,
        task_type=task_type,
        modeling_type=modeling_type,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
        task_ids=task_ids,
        task_status=task_status,
    ).parsed


async def asyncio_detailed(
    workspace_id: str,
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    task_name: str | Unset = UNSET,
    task_type: list[Real3DTaskType] | Unset = UNSET,
    modeling_type: ModelingType | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    task_ids: list[str] | Unset = UNSET,
    task_status: list[Real3DTaskStatus] | Unset = UNSET,
) -> Response[Real3DTaskList | Refusal]:
    """List the real-scene 3D tasks of a workspace

     Archived tasks come only when their id or their state is asked for (分页查询工作共享空间内实景三维任务列表).

    Args:
        workspace_id (str): Id of the workspace
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        task_name (str | Unset): Part of the name
        task_type (list[Real3DTaskType] | Unset): Only tasks of these kinds
        modeling_type (ModelingType | Unset): What is modelled
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        task_ids (list[str] | Unset): Only these tasks
        task_status (list[Real3DTaskStatus] | Unset): Only tasks in these states

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Real3DTaskList | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        offset=offset,
        limit=limit,
        task_name=task_name,
        task_type=task_type,
        modeling_type=modeling_type,
        create_time_from=create_time_from,
        create_time_to=create_time_to,
        update_time_from=update_time_from,
        update_time_to=update_time_to,
        task_ids=task_ids,
        task_status=task_status,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    workspace_id: str,
    *,
    client: AuthenticatedClient | Client,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    task_name: str | Unset = UNSET,
    task_type: list[Real3DTaskType] | Unset = UNSET,
    modeling_type: ModelingType | Unset = UNSET,
    create_time_from: str | Unset = UNSET,
    create_time_to: str | Unset = UNSET,
    update_time_from: str | Unset = UNSET,
    update_time_to: str | Unset = UNSET,
    task_ids: list[str] | Unset = UNSET,
    task_status: list[Real3DTaskStatus] | Unset = UNSET,
) -> Real3DTaskList | Refusal | None:
    """List the real-scene 3D tasks of a workspace

     Archived tasks come only when their id or their state is asked for (分页查询工作共享空间内实景三维任务列表).

    Args:
        workspace_id (str): Id of the workspace
        offset (int | Unset): Records to skip
        limit (int | Unset): Records a page
        task_name (str | Unset): Part of the name
        task_type (list[Real3DTaskType] | Unset): Only tasks of these kinds
        modeling_type (ModelingType | Unset): What is modelled
        create_time_from (str | Unset): Only what was made at or after this time
        create_time_to (str | Unset): Only what was made at or before this time
        update_time_from (str | Unset): Only what changed at or after this time
        update_time_to (str | Unset): Only what changed at or before this time
        task_ids (list[str] | Unset): Only these tasks
        task_status (list[Real3DTaskStatus] | Unset): Only tasks in these states

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Real3DTaskList | Refusal
    """

    return (
        await asyncio_detailed(
            workspace_id=workspace_id,
            client=client,
            offset=offset,
            limit=limit,
            task_name=task_name,
            task_type=task_type,
            modeling_type=modeling_type,
            create_time_from=create_time_from,
            create_time_to=create_time_to,
            update_time_from=update_time_from,
            update_time_to=update_time_to,
            task_ids=task_ids,
            task_status=task_status,
        )
    ).parsed
