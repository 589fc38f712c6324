"""A long and narrow uplink, simulated on loopback: delay, a rate that all connections share, and cuts.

The kernel's own simulator is not everywhere, and needs rights. This one is a relay: what a client sends is held back
until its time has come. A connection has no more than a window of bytes on its way, as TCP has, so that a single one
carries ``window / delay`` at most.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
import time
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

__all__ = ["WINDOW", "Uplink"]

WINDOW = 512 * 1024
_STEP = 32 * 1024
_CUT_EVERY = 10_000_000  # bytes of a connection at which its luck is tried


class Uplink:
    """Relays to a store.

    Args:
        target: Address of the store.
        rate: Bytes a second, of all connections together.
        delay: Seconds that bytes are on their way up; answers come back at once.
        cuts: Chance that a connection is cut, for each 10 MB that it carries.
        seed: Of the chance.
    """

    def __init__(self, target: str, rate: float, delay: float, cuts: float, seed: int = 1) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname or "", parts.port or 0)
        self._rate, self._delay, self._cuts = rate, delay, cuts
        self._chance = random.Random(seed)  # noqa: S311 - which connection is cut
        self._free_at = 0.0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()
        self.connections = 0
        self.cut = 0
        self.carried = 0
        self.url = ""

    def __enter__(self) -> Self:
        self._thread.start()
        server = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._relay, "127.0.0.1", 0, limit=_STEP), self._loop
        ).result()
        self._server = server
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        async def end() -> None:
            self._server.close()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _relay(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self.connections += 1
        far, up = await asyncio.open_connection(*self._target)
        down = asyncio.ensure_future(self._down(far, back))
        try:
            await self._up(near, up)
            await down
        except (OSError, asyncio.CancelledError, ConnectionAbortedError):
            pass
        finally:
            down.cancel()
            for writer in (up, back):
                writer.transport.abort()

    async def _up(self, near: asyncio.StreamReader, up: asyncio.StreamWriter) -> None:
        """Each piece gets its turn on the shared line, and arrives a delay later; a window of them is on its way."""
        on_its_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(WINDOW // _STEP)

        async def arrive() -> None:
            while True:
                due, piece = await on_its_way.get()
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                if not piece:
                    up.write_eof()
                    return
                up.write(piece)
                await up.drain()

        arriving = asyncio.ensure_future(arrive())
        count, tried = 0, 0
        try:
            while piece := await near.read(_STEP):
                count += len(piece)
                if count // _CUT_EVERY > tried:
                    tried = count // _CUT_EVERY
                    if self._chance.random() < self._cuts:
                        self.cut += 1
                        raise ConnectionAbortedError
                now = time.monotonic()
                self._free_at = max(self._free_at, now - 0.02) + len(piece) / self._rate
                await asyncio.sleep(max(0.0, self._free_at - now))
                self.carried += len(piece)
                await on_its_way.put((time.monotonic() + self._delay, piece))
            await on_its_way.put((time.monotonic() + self._delay, b""))
            await arriving
        finally:
            arriving.cancel()

    @staticmethod
    async def _down(far: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while piece := await far.read(_STEP):
                back.write(piece)
                await back.drain()
