# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.nothing import Nothing
from ...models.refine_subtask import RefineSubtask
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    workspace_id: str,
    task_id: str,
    subtask_id: str,
    *,
    body: Nothing | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/real3d/{workspace_id}/tasks/{task_id}/subtasks/{subtask_id}/start".format(
            workspace_id=quote(str(workspace_id), safe=""),
            task_id=quote(str(task_id), safe=""),
            subtask_id=quote(str(subtask_id), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RefineSubtask | Refusal | None:
    if response.status_code == 200:
        response_200 = RefineSubtask.from_dict(response.json())

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
) -> Response[RefineSubtask | Refusal]:
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
    subtask_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Nothing | Unset = UNSET,
) -> Response[RefineSubtask | Refusal]:
    """Start a refine subtask

     Allowed from UPLOAD_SUCCESS, STOP_SUCCESS, FAILED and START_FAILED (启动实景三维精修后处理任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        subtask_id (str): Id of the refine subtask
        body (Nothing | Unset): An empty object

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RefineSubtask | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        task_id=task_id,
        subtask_id=subtask_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    workspace_id: str,
    task_id: str,
    subtask_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Nothing | Unset = UNSET,
) -> RefineSubtask | Refusal | None:
    """Start a refine subtask

     Allowed from UPLOAD_SUCCESS, STOP_SUCCESS, FAILED and START_FAILED (启动实景三维精修后处理任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        subtask_id (str): Id of the refine subtask
        body (Nothing | Unset): An empty object

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RefineSubtask | Refusal
    """

    return sync_detailed(
        workspace_id=workspace_id,
        task_id=task_id,
        subtask_id=subtask_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    workspace_id: str,
    task_id: str,
    subtask_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Nothing | Unset = UNSET,
) -> Response[RefineSubtask | Refusal]:
    """Start a refine subtask

     Allowed from UPLOAD_SUCCESS, STOP_SUCCESS, FAILED and START_FAILED (启动实景三维精修后处理任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        subtask_id (str): Id of the refine subtask
        body (Nothing | Unset): An empty object

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[RefineSubtask | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        task_id=task_id,
        subtask_id=subtask_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    workspace_id: str,
    task_id: str,
    subtask_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Nothing | Unset = UNSET,
) -> RefineSubtask | Refusal | None:
    """Start a refine subtask

     Allowed from UPLOAD_SUCCESS, STOP_SUCCESS, FAILED and START_FAILED (启动实景三维精修后处理任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        subtask_id (str): Id of the refine subtask
        body (Nothing | Unset): An empty object

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        RefineSubtask | Refusal
    """

    return (
        await asyncio_detailed(
            workspace_id=workspace_id,
            task_id=task_id,
            subtask_id=subtask_id,
            client=client,
            body=body,
        )
    ).parsed
