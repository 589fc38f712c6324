# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.changed_job_answer import ChangedJobAnswer
from ...models.error_envelope import ErrorEnvelope
from ...models.gateway_refusal import GatewayRefusal
from ...models.job_change import JobChange
from ...types import UNSET, Response, Unset


def _get_kwargs(
    uuid: str,
    *,
    body: JobChange | Unset = UNSET,
    return_detail: bool | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(return_detail, Unset):
        headers["Return-Detail"] = "true" if return_detail else "false"

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v2/jobs/{uuid}/copy".format(
            uuid=quote(str(uuid), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ChangedJobAnswer | ErrorEnvelope | GatewayRefusal | None:
    if response.status_code == 200:
        response_200 = ChangedJobAnswer.from_dict(response.json())

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
) -> Response[ChangedJobAnswer | ErrorEnvelope | GatewayRefusal]:
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
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobChange | Unset = UNSET,
    return_detail: bool | Unset = UNSET,
) -> Response[ChangedJobAnswer | ErrorEnvelope | GatewayRefusal]:
    """Create another job like this one

     The copy is a new job that waits for its start; it counts as unfinished.

    Args:
        uuid (str): The job's uuid
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (JobChange | Unset): What can be changed of a job, or given to its copy

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChangedJobAnswer | ErrorEnvelope | GatewayRefusal]
    """

    kwargs = _get_kwargs(
        uuid=uuid,
        body=body,
        return_detail=return_detail,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobChange | Unset = UNSET,
    return_detail: bool | Unset = UNSET,
) -> ChangedJobAnswer | ErrorEnvelope | GatewayRefusal | None:
    """Create another job like this one

     The copy is a new job that waits for its start; it counts as unfinished.

    Args:
        uuid (str): The job's uuid
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (JobChange | Unset): What can be changed of a job, or given to its copy

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChangedJobAnswer | ErrorEnvelope | GatewayRefusal
    """

    return sync_detailed(
        uuid=uuid,
        client=client,
        body=body,
        return_detail=return_detail,
    ).parsed


async def asyncio_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobChange | Unset = UNSET,
    return_detail: bool | Unset = UNSET,
) -> Response[ChangedJobAnswer | ErrorEnvelope | GatewayRefusal]:
    """Create another job like this one

     The copy is a new job that waits for its start; it counts as unfinished.

    Args:
        uuid (str): The job's uuid
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (JobChange | Unset): What can be changed of a job, or given to its copy

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChangedJobAnswer | ErrorEnvelope | GatewayRefusal]
    """

    kwargs = _get_kwargs(
        uuid=uuid,
        body=body,
        return_detail=return_detail,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobChange | Unset = UNSET,
    return_detail: bool | Unset = UNSET,
) -> ChangedJobAnswer | ErrorEnvelope | GatewayRefusal | None:
    """Create another job like this one

     The copy is a new job that waits for its start; it counts as unfinished.

    Args:
        uuid (str): The job's uuid
        return_detail (bool | Unset): Ask for the whole object in the answer; without it only
            `uuid` is sure to come
        body (JobChange | Unset): What can be changed of a job, or given to its copy

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChangedJobAnswer | ErrorEnvelope | GatewayRefusal
    """

    return (
        await asyncio_detailed(
            uuid=uuid,
            client=client,
            body=body,
            return_detail=return_detail,
        )
    ).parsed
