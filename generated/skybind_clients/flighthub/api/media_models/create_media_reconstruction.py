# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.media_reconstruction_answer import MediaReconstructionAnswer
from ...models.new_media_reconstruction import NewMediaReconstruction
from ...models.refusal import Refusal
from ...types import Response


def _get_kwargs(
    proj_uuid: str,
    *,
    body: NewMediaReconstruction,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/model/api/v1/workspaces/{proj_uuid}/reconstructions".format(
            proj_uuid=quote(str(proj_uuid), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MediaReconstructionAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = MediaReconstructionAnswer.from_dict(response.json())

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
) -> Response[MediaReconstructionAnswer | Refusal]:
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
    proj_uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: NewMediaReconstruction,
) -> Response[MediaReconstructionAnswer | Refusal]:
    """Make models of folders of media (beta, version 0.9 of the path)

     The whole answer is returned, since nobody has described its data.

    Args:
        proj_uuid (str): Uuid of the project
        body (NewMediaReconstruction): Models to make of folders of media

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MediaReconstructionAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        proj_uuid=proj_uuid,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    proj_uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: NewMediaReconstruction,
) -> MediaReconstructionAnswer | Refusal | None:
    """Make models of folders of media (beta, version 0.9 of the path)

     The whole answer is returned, since nobody has described its data.

    Args:
        proj_uuid (str): Uuid of the project
        body (NewMediaReconstruction): Models to make of folders of media

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MediaReconstructionAnswer | Refusal
    """

    return sync_detailed(
        proj_uuid=proj_uuid,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    proj_uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: NewMediaReconstruction,
) -> Response[MediaReconstructionAnswer | Refusal]:
    """Make models of folders of media (beta, version 0.9 of the path)

     The whole answer is returned, since nobody has described its data.

    Args:
        proj_uuid (str): Uuid of the project
        body (NewMediaReconstruction): Models to make of folders of media

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MediaReconstructionAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        proj_uuid=proj_uuid,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    proj_uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: NewMediaReconstruction,
) -> MediaReconstructionAnswer | Refusal | None:
    """Make models of folders of media (beta, version 0.9 of the path)

     The whole answer is returned, since nobody has described its data.

    Args:
        proj_uuid (str): Uuid of the project
        body (NewMediaReconstruction): Models to make of folders of media

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MediaReconstructionAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            proj_uuid=proj_uuid,
            client=client,
            body=body,
        )
    ).parsed
