# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.model_answer import ModelAnswer
from ...models.refusal import Refusal
from ...types import Response


def _get_kwargs(
    model_uuid: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/open_model/models/{model_uuid}".format(
            model_uuid=quote(str(model_uuid), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ModelAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = ModelAnswer.from_dict(response.json())

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
) -> Response[ModelAnswer | Refusal]:
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
    model_uuid: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[ModelAnswer | Refusal]:
    """Get a model's state, progress and archive

    Args:
        model_uuid (str): Uuid of the model

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ModelAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        model_uuid=model_uuid,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    model_uuid: str,
    *,
    client: AuthenticatedClient | Client,
) -> ModelAnswer | Refusal | None:
    """Get a model's state, progress and archive

    Args:
        model_uuid (str): Uuid of the model

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ModelAnswer | Refusal
    """

    return sync_detailed(
        model_uuid=model_uuid,
        client=client,
    ).parsed


async def asyncio_detailed(
    model_uuid: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[ModelAnswer | Refusal]:
    """Get a model's state, progress and archive

    Args:
        model_uuid (str): Uuid of the model

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ModelAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        model_uuid=model_uuid,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    model_uuid: str,
    *,
    client: AuthenticatedClient | Client,
) -> ModelAnswer | Refusal | None:
    """Get a model's state, progress and archive

    Args:
        model_uuid (str): Uuid of the model

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ModelAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            model_uuid=model_uuid,
            client=client,
        )
    ).parsed
