"""Hears which operations arrive at emulators of GraphQL, where all requests go to one path: by the name that the
document gives to its operation, which in documents of the generated client is the operation's id."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from skybind_emulators.altizure.service import Service

__all__ = ["hear"]


def hear(told: Callable[[str, bool], None]) -> Callable[[], None]:
    """Listen to all emulators of this process.

    Args:
        told: gets the operation's name, once when it has arrived, and again if it succeeded; then with True.

    Returns:
        What ends the listening.
    """
    genuine = Service._misbehaving

    async def heard(service: Service, errand: Any, scope: Any, receive: Any, send: Any, noted: Any) -> None:
        operation = errand.document.operation(errand.ask.operation_name)
        if operation is None or operation.name is None:
            await genuine(service, errand, scope, receive, send, noted)
            return
        name = operation.name.value
        told(name, False)
        status = 0

        async def sent(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif 200 <= status < 300 and _whole(message["body"]):
                told(name, True)
            await send(message)

        await genuine(service, errand, scope, receive, sent, noted)

    Service._misbehaving = heard  # type: ignore[method-assign]

    def restore() -> None:
        Service._misbehaving = genuine  # type: ignore[method-assign]

    return restore


def _whole(body: bytes) -> bool:
    """Whether an answer holds what was asked for, and no errors."""
    try:
        answer = json.loads(body)
    except ValueError:
        return False
    return "errors" not in answer and None not in answer["data"].values()
