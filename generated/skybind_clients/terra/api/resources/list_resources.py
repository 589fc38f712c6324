# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.gateway_refusal import GatewayRefusal
from ...models.resource_list_answer import ResourceListAnswer
from ...models.resource_type import ResourceType
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    rows: int | Unset = UNSET,
    page: int | Unset = UNSET,
    search: str | Unset = UNSET,
    uuids: str | Unset = UNSET,
    type_: ResourceType | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["rows"] = rows

    params["page"] = page

    params["search"] = search

    params["uuids"] = uuids

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = ResourceType(type_).value

    params["type"] = json_type_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v2/resources",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | GatewayRefusal | ResourceListAnswer | None:
    if response.status_code == 200:
        response_200 = ResourceListAnswer.from_dict(response.json())

        return response_200

    if 400 <= response.status_code <= 499:

        def _parse_response_4xx(data: object) -> ErrorEnvelope | GatewayRefusal:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_4xx_type_0 = ErrorEnvelope.from_dict(data)

                return response_4xx_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError(f"response_4XX cannot be {type(data).__name__}")
            response_4xx_type_1 = GatewayRefusal.from_dict(data)

            return response_4xx_type_1

        response_4xx = _parse_response_4xx(response.json())

        return response_4xx

    if 500 <= response.status_code <= 599:

        def _parse_response_5xx(data: object) -> ErrorEnvelope | GatewayRefusal:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_5xx_type_0 = ErrorEnvelope.from_dict(data)

                return response_5xx_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError(f"response_5XX cannot be {type(data).__name__}")
            response_5xx_type_1 = GatewayRefusal.from_dict(data)

            return response_5xx_type_1

        response_5xx = _parse_response_5xx(response.json())

        return response_5xx

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | GatewayRefusal | ResourceListAnswer]:
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
    rows: int | Unset = UNSET,
    page: int | Unset = UNSET,
    search: str | Unset = UNSET,
    uuids: str | Unset = UNSET,
    type_: ResourceType | Unset = UNSET,
) -> Response[ErrorEnvelope | GatewayRefusal | ResourceListAnswer]:
    """List own resources

     Output resources of jobs are not listed; ask for them by uuid.

    Args:
        rows (int | Unset): Entries a page. Default and maximum are not documented; clients use 10
            and 100.
        page (int | Unset): Page number; the first is 1.
        search (str | Unset): Only entries whose name contains this text
        uuids (str | Unset): Only these entries; uuids joined by commas, at most 1000
        type_ (ResourceType | Unset): `map` for input, `job_output` for results; only `map` can be
            created or listed

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | ResourceListAnswer]
    """

    kwargs = _get_kwargs(
        rows=rows,
        page=page,
        search=search,
        uuids=uuids,
        type_=type_,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    rows: int | Unset = UNSET,
    page: int | Unset = UNSET,
    search: str | Unset = UNSET,
    uuids: str | Unset = UNSET,
    type_: ResourceType | Unset = UNSET,
) -> ErrorEnvelope | GatewayRefusal | ResourceListAnswer | None:
    """List own resources

     Output resources of jobs are not listed; ask for them by uuid.

    Args:
        rows (int | Unset): Entries a page. Default and maximum are not documented; clients use 10
            and 100.
        page (int | Unset): Page number; the first is 1.
        search (str | Unset): Only entries whose name contains this text
        uuids (str | Unset): Only these entries; uuids joined by commas, at most 1000
        type_ (ResourceType | Unset): `map` for input, `job_output` for results; only `map` can be
            created or listed

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | ResourceListAnswer
    """

    return sync_detailed(
        client=client,
        rows=rows,
        page=page,
        search=search,
        uuids=uuids,
        type_=type_,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    rows: int | Unset = UNSET,
    page: int | Unset = UNSET,
    search: str | Unset = UNSET,
    uuids: str | Unset = UNSET,
    type_: ResourceType | Unset = UNSET,
) -> Response[ErrorEnvelope | GatewayRefusal | ResourceListAnswer]:
    """List own resources

     Output resources of jobs are not listed; ask for them by uuid.

    Args:
        rows (int | Unset): Entries a page. Default and maximum are not documented; clients use 10
            and 100.
        page (int | Unset): Page number; the first is 1.
        search (str | Unset): Only entries whose name contains this text
        uuids (str | Unset): Only these entries; uuids joined by commas, at most 1000
        type_ (ResourceType | Unset): `map` for input, `job_output` for results; only `map` can be
            created or listed

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | ResourceListAnswer]
    """

    kwargs = _get_kwargs(
        rows=rows,
        page=page,
        search=search,
        uuids=uuids,
        type_=type_,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    rows: int | Unset = UNSET,
    page: int | Unset = UNSET,
    search: str | Unset = UNSET,
    uuids: str | Unset = UNSET,
    type_: ResourceType | Unset = UNSET,
) -> ErrorEnvelope | GatewayRefusal | ResourceListAnswer | None:
    """List own resources

     Output resources of jobs are not listed; ask for them by uuid.

    Args:
        rows (int | Unset): Entries a page. Default and maximum are not documented; clients use 10
            and 100.
        page (int | Unset): Page number; the first is 1.
        search (str | Unset): Only entries whose name contains this text
        uuids (str | Unset): Only these entries; uuids joined by commas, at most 1000
        type_ (ResourceType | Unset): `map` for input, `job_output` for results; only `map` can be
            created or listed

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | ResourceListAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            rows=rows,
            page=page,
            search=search,
            uuids=uuids,
            type_=type_,
        )
    ).parsed
