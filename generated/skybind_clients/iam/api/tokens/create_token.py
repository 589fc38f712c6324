# Made by `python scripts/generate.py` from specs/iam/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.iam_refusal import IamRefusal
from ...models.token_answer import TokenAnswer
from ...models.token_request import TokenRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: TokenRequest,
    nocatalog: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["nocatalog"] = nocatalog

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v3/auth/tokens",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> IamRefusal | TokenAnswer | None:
    if response.status_code == 201:
        response_201 = TokenAnswer.from_dict(response.json())

        return response_201

    if 400 <= response.status_code <= 499:
        response_4xx = IamRefusal.from_dict(response.json())

        return response_4xx

    if 500 <= response.status_code <= 599:
        response_5xx = IamRefusal.from_dict(response.json())

        return response_5xx

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[IamRefusal | TokenAnswer]:
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
    body: TokenRequest,
    nocatalog: str | Unset = UNSET,
) -> Response[IamRefusal | TokenAnswer]:
    """Get a token for a user's password

     The token itself is in the header `X-Subject-Token`; the body tells how long it lives and what it is
    for. KooMap needs a token whose scope is a project.

    Args:
        nocatalog (str | Unset): Any value leaves the list of services out of the answer, which
            makes it much shorter
        body (TokenRequest): Who asks, and for which project

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IamRefusal | TokenAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        nocatalog=nocatalog,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: TokenRequest,
    nocatalog: str | Unset = UNSET,
) -> IamRefusal | TokenAnswer | None:
    """Get a token for a user's password

     The token itself is in the header `X-Subject-Token`; the body tells how long it lives and what it is
    for. KooMap needs a token whose scope is a project.

    Args:
        nocatalog (str | Unset): Any value leaves the list of services out of the answer, which
            makes it much shorter
        body (TokenRequest): Who asks, and for which project

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IamRefusal | TokenAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
        nocatalog=nocatalog,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenRequest,
    nocatalog: str | Unset = UNSET,
) -> Response[IamRefusal | TokenAnswer]:
    """Get a token for a user's password

     The token itself is in the header `X-Subject-Token`; the body tells how long it lives and what it is
    for. KooMap needs a token whose scope is a project.

    Args:
        nocatalog (str | Unset): Any value leaves the list of services out of the answer, which
            makes it much shorter
        body (TokenRequest): Who asks, and for which project

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IamRefusal | TokenAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        nocatalog=nocatalog,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: TokenRequest,
    nocatalog: str | Unset = UNSET,
) -> IamRefusal | TokenAnswer | None:
    """Get a token for a user's password

     The token itself is in the header `X-Subject-Token`; the body tells how long it lives and what it is
    for. KooMap needs a token whose scope is a project.

    Args:
        nocatalog (str | Unset): Any value leaves the list of services out of the answer, which
            makes it much shorter
        body (TokenRequest): Who asks, and for which project

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IamRefusal | TokenAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            nocatalog=nocatalog,
        )
    ).parsed
