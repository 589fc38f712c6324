# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.reconstruction_start import ReconstructionStart
from ...models.refusal import Refusal
from ...models.started_models_answer import StartedModelsAnswer
from ...types import Response


def _get_kwargs(
    *,
    body: ReconstructionStart,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/open_model/models/reconstruction/start",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Refusal | StartedModelsAnswer | None:
    if response.status_code == 200:
        response_200 = StartedModelsAnswer.from_dict(response.json())

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
) -> Response[Refusal | StartedModelsAnswer]:
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
    body: ReconstructionStart,
) -> Response[Refusal | StartedModelsAnswer]:
    """Start one to four reconstructions of one resource

     For each parameter text that is given, one model is made. Input is 5 to 20 000 files for 2D, 3D and
    LiDAR, and 10 to 4 000 for 3DGS (Gaussian splatting). Images count against the organisation's quota.

    Args:
        body (ReconstructionStart): What to make of a resource; at least one of the four texts
            must be there

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | StartedModelsAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: ReconstructionStart,
) -> Refusal | StartedModelsAnswer | None:
    """Start one to four reconstructions of one resource

     For each parameter text that is given, one model is made. Input is 5 to 20 000 files for 2D, 3D and
    LiDAR, and 10 to 4 000 for 3DGS (Gaussian splatting). Images count against the organisation's quota.

    Args:
        body (ReconstructionStart): What to make of a resource; at least one of the four texts
            must be there

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | StartedModelsAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ReconstructionStart,
) -> Response[Refusal | StartedModelsAnswer]:
    """Start one to four reconstructions of one resource

     For each parameter text that is given, one model is made. Input is 5 to 20 000 files for 2D, 3D and
    LiDAR, and 10 to 4 000 for 3DGS (Gaussian splatting). Images count against the organisation's quota.

    Args:
        body (ReconstructionStart): What to make of a resource; at least one of the four texts
            must be there

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | StartedModelsAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ReconstructionStart,
) -> Refusal | StartedModelsAnswer | None:
    """Start one to four reconstructions of one resource

     For each parameter text that is given, one model is made. Input is 5 to 20 000 files for 2D, 3D and
    LiDAR, and 10 to 4 000 for 3DGS (Gaussian splatting). Images count against the organisation's quota.

    Args:
        body (ReconstructionStart): What to make of a resource; at least one of the four texts
            must be there

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | StartedModelsAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
