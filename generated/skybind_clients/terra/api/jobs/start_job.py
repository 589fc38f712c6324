# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.gateway_refusal import GatewayRefusal
from ...models.job_start import JobStart
from ...models.start_job_answer import StartJobAnswer
from ...types import Response


def _get_kwargs(
    uuid: str,
    *,
    body: JobStart,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v2/jobs/{uuid}/start".format(
            uuid=quote(str(uuid), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | GatewayRefusal | StartJobAnswer | None:
    if response.status_code == 200:
        response_200 = StartJobAnswer.from_dict(response.json())

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
) -> Response[ErrorEnvelope | GatewayRefusal | StartJobAnswer]:
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
    body: JobStart,
) -> Response[ErrorEnvelope | GatewayRefusal | StartJobAnswer]:
    """Start a job

     Only a job that was not started yet. Its input resource can no longer be changed afterwards.

    Args:
        uuid (str): The job's uuid
        body (JobStart): What to reconstruct, and how

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | StartJobAnswer]
    """

    kwargs = _get_kwargs(
        uuid=uuid,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobStart,
) -> ErrorEnvelope | GatewayRefusal | StartJobAnswer | None:
    """Start a job

     Only a job that was not started yet. Its input resource can no longer be changed afterwards.

    Args:
        uuid (str): The job's uuid
        body (JobStart): What to reconstruct, and how

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | StartJobAnswer
    """

    return sync_detailed(
        uuid=uuid,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobStart,
) -> Response[ErrorEnvelope | GatewayRefusal | StartJobAnswer]:
    """Start a job

     Only a job that was not started yet. Its input resource can no longer be changed afterwards.

    Args:
        uuid (str): The job's uuid
        body (JobStart): What to reconstruct, and how

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | GatewayRefusal | StartJobAnswer]
    """

    kwargs = _get_kwargs(
        uuid=uuid,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    uuid: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobStart,
) -> ErrorEnvelope | GatewayRefusal | StartJobAnswer | None:
    """Start a job

     Only a job that was not started yet. Its input resource can no longer be changed afterwards.

    Args:
        uuid (str): The job's uuid
        body (JobStart): What to reconstruct, and how

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | GatewayRefusal | StartJobAnswer
    """

    return (
        await asyncio_detailed(
            uuid=uuid,
            client=client,
            body=body,
        )
    ).parsed
