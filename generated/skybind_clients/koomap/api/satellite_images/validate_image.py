# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.checked_image import CheckedImage
from ...models.image_check import ImageCheck
from ...models.refusal import Refusal
from ...types import Response


def _get_kwargs(
    *,
    body: ImageCheck,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/kmp-control/tasks/image",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Refusal | list[CheckedImage] | list[CheckedImage] | Refusal | None:
    if response.status_code == 200:
        _response_200: Any = response.json()
        response_200 = []
        for response_200_item_data in [] if _response_200 is None else _response_200:
            response_200_item = CheckedImage.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    if 400 <= response.status_code <= 499:

        def _parse_response_4xx(data: object) -> list[CheckedImage] | Refusal:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                _response_4xx_type_0: Any = data
                response_4xx_type_0 = []
                for response_4xx_type_0_item_data in [] if _response_4xx_type_0 is None else _response_4xx_type_0:
                    response_4xx_type_0_item = CheckedImage.from_dict(response_4xx_type_0_item_data)

                    response_4xx_type_0.append(response_4xx_type_0_item)

                return response_4xx_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError(f"response_4XX cannot be {type(data).__name__}")
            response_4xx_type_1 = Refusal.from_dict(data)

            return response_4xx_type_1

        response_4xx = _parse_response_4xx(response.json())

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
) -> Response[Refusal | list[CheckedImage] | list[CheckedImage] | Refusal]:
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
    body: ImageCheck,
) -> Response[Refusal | list[CheckedImage] | list[CheckedImage] | Refusal]:
    """Check raw satellite images before a task

     Says what the result images will be called; panchromatic and multispectral images must pair up, or
    all be multispectral (校验原始影像文件).

    Args:
        body (ImageCheck): Raw images that a task shall use

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | list[CheckedImage] | list[CheckedImage] | Refusal]
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
    body: ImageCheck,
) -> Refusal | list[CheckedImage] | list[CheckedImage] | Refusal | None:
    """Check raw satellite images before a task

     Says what the result images will be called; panchromatic and multispectral images must pair up, or
    all be multispectral (校验原始影像文件).

    Args:
        body (ImageCheck): Raw images that a task shall use

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | list[CheckedImage] | list[CheckedImage] | Refusal
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ImageCheck,
) -> Response[Refusal | list[CheckedImage] | list[CheckedImage] | Refusal]:
    """Check raw satellite images before a task

     Says what the result images will be called; panchromatic and multispectral images must pair up, or
    all be multispectral (校验原始影像文件).

    Args:
        body (ImageCheck): Raw images that a task shall use

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | list[CheckedImage] | list[CheckedImage] | Refusal]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ImageCheck,
) -> Refusal | list[CheckedImage] | list[CheckedImage] | Refusal | None:
    """Check raw satellite images before a task

     Says what the result images will be called; panchromatic and multispectral images must pair up, or
    all be multispectral (校验原始影像文件).

    Args:
        body (ImageCheck): Raw images that a task shall use

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | list[CheckedImage] | list[CheckedImage] | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
