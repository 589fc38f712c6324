# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.real_3d_task import Real3DTask
from ...models.real_3d_task_change import Real3DTaskChange
from ...models.refusal import Refusal
from ...types import Response


def _get_kwargs(
    workspace_id: str,
    task_id: str,
    *,
    body: Real3DTaskChange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/real3d/{workspace_id}/tasks/{task_id}".format(
            workspace_id=quote(str(workspace_id), safe=""),
            task_id=quote(str(task_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Real3DTask | Refusal | None:
    if response.status_code == 200:
        response_200 = Real3DTask.from_dict(response.json())

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
) -> Response[Real3DTask | Refusal]:
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
    body: Real3DTaskChange,
) -> Response[Real3DTask | Refusal]:
    """Change a real-scene 3D task

     Allowed from INIT, START_FAILED, FAILED and STOP_SUCCESS; the task goes back to INIT (更新实景三维建模任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        body (Real3DTaskChange): What to change about a real-scene 3D task

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Real3DTask | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        task_id=task_id,
        body=body,
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
    body: Real3DTaskChange,
) -> Real3DTask | Refusal | None:
    """Change a real-scene 3D task

     Allowed from INIT, START_FAILED, FAILED and STOP_SUCCESS; the task goes back to INIT (更新实景三维建模任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        body (Real3DTaskChange): What to change about a real-scene 3D task

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Real3DTask | Refusal
    """

    return sync_detailed(
        workspace_id=workspace_id,
        task_id=task_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    workspace_id: str,
    task_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Real3DTaskChange,
) -> Response[Real3DTask | Refusal]:
    """Change a real-scene 3D task

     Allowed from INIT, START_FAILED, FAILED and STOP_SUCCESS; the task goes back to INIT (更新实景三维建模任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        body (Real3DTaskChange): What to change about a real-scene 3D task

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Real3DTask | Refusal]
    """

    kwargs = _get_kwargs(
        workspace_id=workspace_id,
        task_id=task_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    workspace_id: str,
    task_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: Real3DTaskChange,
) -> Real3DTask | Refusal | None:
    """Change a real-scene 3D task

     Allowed from INIT, START_FAILED, FAILED and STOP_SUCCESS; the task goes back to INIT (更新实景三维建模任务).

    Args:
        workspace_id (str): Id of the workspace
        task_id (str): Id of the task
        body (Real3DTaskChange): What to change about a real-scene 3D task

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Real3DTask | Refusal
    """

    return (
        await asyncio_detailed(
            workspace_id=workspace_id,
            task_id=task_id,
            client=client,
            body=body,
        )
    ).parsed
