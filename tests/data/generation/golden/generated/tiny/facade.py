# Made by `python scripts/generate.py` from specs/tiny/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Tiny as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..runtime import UNSET, AsyncCaller, AsyncPages, Caller, Page, Pages, Raw, Unset
from . import decoders
from .operations import OPERATIONS

if TYPE_CHECKING:
    from .models.lamp import Lamp
    from .models.state import State


class Lamps:
    """Lamps."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawLamps:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawLamps(self._caller)

    def list(
        self, *, page: int | Unset = UNSET, rows: int | Unset = UNSET, state: State | Unset = UNSET
    ) -> Pages[Lamp]:
        """List lamps.

        Args:
            page: Page number. 1 or more.
            rows: Lamps a page. 1 to 100.
            state: Only lamps in this state.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        from .api.lamps import list_lamps as _endpoint

        _request = _endpoint._get_kwargs(page=page, rows=rows, state=state)
        return self._caller.pages(OPERATIONS["listLamps"], _request, decoders.list_lamps)

    def switch(self, id: str, *, state: State, after_seconds: float | Unset = UNSET) -> Lamp:
        """Switch a lamp.

        Args:
            id: The lamp.
            state: State to reach.
            after_seconds: Delay. Above 0.

        Returns:
            The lamp.

        Effect: physical (moves a machine, never sent again).

        Refusals: 4 lamp_not_found.

        Source: made up
        """
        from .api.lamps import switch_lamp as _endpoint
        from .models.switch import Switch

        _body = Switch(state=state, after_seconds=after_seconds)
        _request = _endpoint._get_kwargs(id=id, body=_body)
        return self._caller(OPERATIONS["switchLamp"], _request, decoders.switch_lamp)


class RawLamps:
    """The calls of `Lamps`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, *, page: int | Unset = UNSET, rows: int | Unset = UNSET, state: State | Unset = UNSET
    ) -> Raw[Page[Lamp]]:
        """See `Lamps.list`."""
        from .api.lamps import list_lamps as _endpoint

        _request = _endpoint._get_kwargs(page=page, rows=rows, state=state)
        return self._caller.raw(OPERATIONS["listLamps"], _request, decoders.list_lamps)

    def switch(self, id: str, *, state: State, after_seconds: float | Unset = UNSET) -> Raw[Lamp]:
        """See `Lamps.switch`."""
        from .api.lamps import switch_lamp as _endpoint
        from .models.switch import Switch

        _body = Switch(state=state, after_seconds=after_seconds)
        _request = _endpoint._get_kwargs(id=id, body=_body)
        return self._caller.raw(OPERATIONS["switchLamp"], _request, decoders.switch_lamp)


class TinyGroups:
    """All groups of Tiny.

    Attributes:
        lamps: Lamps.
    """

    def __init__(self, caller: Caller) -> None:
        self.lamps = Lamps(caller)


class AsyncLamps:
    """Lamps."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawLamps:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawLamps(self._caller)

    def list(
        self, *, page: int | Unset = UNSET, rows: int | Unset = UNSET, state: State | Unset = UNSET
    ) -> AsyncPages[Lamp]:
        """List lamps.

        Args:
            page: Page number. 1 or more.
            rows: Lamps a page. 1 to 100.
            state: Only lamps in this state.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        from .api.lamps import list_lamps as _endpoint

        _request = _endpoint._get_kwargs(page=page, rows=rows, state=state)
        return self._caller.pages(OPERATIONS["listLamps"], _request, decoders.list_lamps)

    async def switch(self, id: str, *, state: State, after_seconds: float | Unset = UNSET) -> Lamp:
        """Switch a lamp.

        Args:
            id: The lamp.
            state: State to reach.
            after_seconds: Delay. Above 0.

        Returns:
            The lamp.

        Effect: physical (moves a machine, never sent again).

        Refusals: 4 lamp_not_found.

        Source: made up
        """
        from .api.lamps import switch_lamp as _endpoint
        from .models.switch import Switch

        _body = Switch(state=state, after_seconds=after_seconds)
        _request = _endpoint._get_kwargs(id=id, body=_body)
        return await self._caller(OPERATIONS["switchLamp"], _request, decoders.switch_lamp)


class AsyncRawLamps:
    """The calls of `AsyncLamps`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self, *, page: int | Unset = UNSET, rows: int | Unset = UNSET, state: State | Unset = UNSET
    ) -> Raw[Page[Lamp]]:
        """See `AsyncLamps.list`."""
        from .api.lamps import list_lamps as _endpoint

        _request = _endpoint._get_kwargs(page=page, rows=rows, state=state)
        return await self._caller.raw(OPERATIONS["listLamps"], _request, decoders.list_lamps)

    async def switch(self, id: str, *, state: State, after_seconds: float | Unset = UNSET) -> Raw[Lamp]:
        """See `AsyncLamps.switch`."""
        from .api.lamps import switch_lamp as _endpoint
        from .models.switch import Switch

        _body = Switch(state=state, after_seconds=after_seconds)
        _request = _endpoint._get_kwargs(id=id, body=_body)
        return await self._caller.raw(OPERATIONS["switchLamp"], _request, decoders.switch_lamp)


class AsyncTinyGroups:
    """All groups of Tiny.

    Attributes:
        lamps: Lamps.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.lamps = AsyncLamps(caller)


__all__ = (
    "AsyncLamps",
    "AsyncTinyGroups",
    "Lamps",
    "TinyGroups",
)
