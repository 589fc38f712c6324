"""Connections cut in the middle, as a failing network does.

ASGI has no word for it, so the server hands its transport along in the scope, under ``EXTENSION``. Without a server
(in-process tests) there is no connection, and ``ConnectionResetError`` stands for the cut.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

EXTENSION = "skybind.transport"


async def sever(scope: Scope, receive: Receive, *, after_flush: bool = False) -> None:
    """Cut the connection of this request.

    Args:
        scope: the request's scope.
        receive: its receive channel; the server is given time to notice the cut.
        after_flush: let bytes that were already sent out reach the other side first.

    Raises:
        ConnectionResetError: there is no server, so nothing else can stand for the cut.
    """
    transport: asyncio.Transport | None = (scope.get("extensions") or {}).get(EXTENSION)
    if transport is None:
        raise ConnectionResetError("the emulator cut the connection")
    if after_flush:
        transport.close()
    else:
        transport.abort()
    while (await receive())["type"] != "http.disconnect":
        pass


def with_transport(app: App, transport: asyncio.Transport) -> App:
    """The app, called with the transport in its scope."""

    async def called(scope: Scope, receive: Receive, send: Send) -> None:
        extensions = {**(scope.get("extensions") or {}), EXTENSION: transport}
        await app({**scope, "extensions": extensions}, receive, send)

    return called
