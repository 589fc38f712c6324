# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Beacons as Python calls: a class for each group of operations, in two versions.

The methods build a request, and hand it with its operation and a decoder to the caller that the group was given. The
caller signs, sends, and raises what the service refuses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..runtime import UNSET, AsyncCaller, AsyncPages, Caller, Page, Pages, Raw, Unset, graphql_request
from . import decoders
from .documents import DOCUMENTS
from .operations import OPERATIONS

if TYPE_CHECKING:
    from .models.enums import LampState
    from .models.fragments import Crew, Lamp, Place
    from .models.input_types import Lighting


class Lamps:
    """Lamps along the coast."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawLamps:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawLamps(self._caller)

    def crew(self, id: str) -> Crew | None:
        """Who looks after a lamp.

        Args:
            id: Of the lamp.

        Returns:
            A lamp. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getCrew", _variables)
        return self._caller(OPERATIONS["getCrew"], _request, decoders.get_crew)

    def get(self, id: str) -> Lamp | None:
        """Look up a lamp.

        Whether it shines is up to the second.

        Args:
            id: Of the lamp.

        Returns:
            A lamp. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLamp", _variables)
        return self._caller(OPERATIONS["getLamp"], _request, decoders.get_lamp)

    def light(self, id: str, *, password: str, how: Lighting | Unset = UNSET) -> Lamp | None:
        """Light a lamp.

        Args:
            id: Of the lamp.
            password: Who may. Secret.
            how: How to light a lamp.

        Returns:
            A lamp. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `No Oil` (no_oil).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id, "how": how, "password": password}
        _request = graphql_request(DOCUMENTS, "lightLamp", _variables)
        return self._caller(OPERATIONS["lightLamp"], _request, decoders.light_lamp)

    def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, state: LampState | str | Unset = UNSET
    ) -> Pages[Lamp]:
        """List lamps.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.
            state: How a lamp is. Known: Lit, DarkForNow.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"first": first, "after": after, "state": state}
        _request = graphql_request(DOCUMENTS, "listLamps", _variables)
        return self._caller.pages(OPERATIONS["listLamps"], _request, decoders.list_lamps)


class RawLamps:
    """The calls of `Lamps`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def crew(self, id: str) -> Raw[Crew | None]:
        """See `Lamps.crew`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getCrew", _variables)
        return self._caller.raw(OPERATIONS["getCrew"], _request, decoders.get_crew)

    def get(self, id: str) -> Raw[Lamp | None]:
        """See `Lamps.get`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLamp", _variables)
        return self._caller.raw(OPERATIONS["getLamp"], _request, decoders.get_lamp)

    def light(self, id: str, *, password: str, how: Lighting | Unset = UNSET) -> Raw[Lamp | None]:
        """See `Lamps.light`."""
        _variables: dict[str, object] = {"id": id, "how": how, "password": password}
        _request = graphql_request(DOCUMENTS, "lightLamp", _variables)
        return self._caller.raw(OPERATIONS["lightLamp"], _request, decoders.light_lamp)

    def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, state: LampState | str | Unset = UNSET
    ) -> Raw[Page[Lamp]]:
        """See `Lamps.list`."""
        _variables: dict[str, object] = {"first": first, "after": after, "state": state}
        _request = graphql_request(DOCUMENTS, "listLamps", _variables)
        return self._caller.raw(OPERATIONS["listLamps"], _request, decoders.list_lamps)


class Places:
    """Where lamps stand."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> RawPlaces:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return RawPlaces(self._caller)

    def of_lamp(self, id: str) -> Place | None:
        """Where a lamp stands.

        Args:
            id: Of the lamp.

        Returns:
            Where a lamp stands. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getPlaceOfLamp", _variables)
        return self._caller(OPERATIONS["getPlaceOfLamp"], _request, decoders.get_place_of_lamp)

    def state(self, id: str) -> LampState | None:
        """How a lamp is.

        Args:
            id: Of the lamp.

        Returns:
            Changes at dusk. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLampState", _variables)
        return self._caller(OPERATIONS["getLampState"], _request, decoders.get_lamp_state)


class RawPlaces:
    """The calls of `Places`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def of_lamp(self, id: str) -> Raw[Place | None]:
        """See `Places.of_lamp`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getPlaceOfLamp", _variables)
        return self._caller.raw(OPERATIONS["getPlaceOfLamp"], _request, decoders.get_place_of_lamp)

    def state(self, id: str) -> Raw[LampState | None]:
        """See `Places.state`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLampState", _variables)
        return self._caller.raw(OPERATIONS["getLampState"], _request, decoders.get_lamp_state)


class BeaconsGroups:
    """All groups of Beacons.

    Attributes:
        lamps: Lamps along the coast.
        places: Where lamps stand.
    """

    def __init__(self, caller: Caller) -> None:
        self.lamps = Lamps(caller)
        self.places = Places(caller)


class AsyncLamps:
    """Lamps along the coast."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawLamps:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawLamps(self._caller)

    async def crew(self, id: str) -> Crew | None:
        """Who looks after a lamp.

        Args:
            id: Of the lamp.

        Returns:
            A lamp. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getCrew", _variables)
        return await self._caller(OPERATIONS["getCrew"], _request, decoders.get_crew)

    async def get(self, id: str) -> Lamp | None:
        """Look up a lamp.

        Whether it shines is up to the second.

        Args:
            id: Of the lamp.

        Returns:
            A lamp. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLamp", _variables)
        return await self._caller(OPERATIONS["getLamp"], _request, decoders.get_lamp)

    async def light(self, id: str, *, password: str, how: Lighting | Unset = UNSET) -> Lamp | None:
        """Light a lamp.

        Args:
            id: Of the lamp.
            password: Who may. Secret.
            how: How to light a lamp.

        Returns:
            A lamp. None if it was not done, for which the service gives no reason.

        Effect: once (not sent again when its answer is lost).

        Refusals: `No Oil` (no_oil).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id, "how": how, "password": password}
        _request = graphql_request(DOCUMENTS, "lightLamp", _variables)
        return await self._caller(OPERATIONS["lightLamp"], _request, decoders.light_lamp)

    def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, state: LampState | str | Unset = UNSET
    ) -> AsyncPages[Lamp]:
        """List lamps.

        Args:
            first: How many entries a page shall have.
            after: Cursor to go on from.
            state: How a lamp is. Known: Lit, DarkForNow.

        Returns:
            The entries of all pages, asked for page by page as they are needed.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"first": first, "after": after, "state": state}
        _request = graphql_request(DOCUMENTS, "listLamps", _variables)
        return self._caller.pages(OPERATIONS["listLamps"], _request, decoders.list_lamps)


class AsyncRawLamps:
    """The calls of `AsyncLamps`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def crew(self, id: str) -> Raw[Crew | None]:
        """See `AsyncLamps.crew`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getCrew", _variables)
        return await self._caller.raw(OPERATIONS["getCrew"], _request, decoders.get_crew)

    async def get(self, id: str) -> Raw[Lamp | None]:
        """See `AsyncLamps.get`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLamp", _variables)
        return await self._caller.raw(OPERATIONS["getLamp"], _request, decoders.get_lamp)

    async def light(self, id: str, *, password: str, how: Lighting | Unset = UNSET) -> Raw[Lamp | None]:
        """See `AsyncLamps.light`."""
        _variables: dict[str, object] = {"id": id, "how": how, "password": password}
        _request = graphql_request(DOCUMENTS, "lightLamp", _variables)
        return await self._caller.raw(OPERATIONS["lightLamp"], _request, decoders.light_lamp)

    async def list(
        self, *, first: int | Unset = UNSET, after: str | Unset = UNSET, state: LampState | str | Unset = UNSET
    ) -> Raw[Page[Lamp]]:
        """See `AsyncLamps.list`."""
        _variables: dict[str, object] = {"first": first, "after": after, "state": state}
        _request = graphql_request(DOCUMENTS, "listLamps", _variables)
        return await self._caller.raw(OPERATIONS["listLamps"], _request, decoders.list_lamps)


class AsyncPlaces:
    """Where lamps stand."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw(self) -> AsyncRawPlaces:
        """The same calls, each of which returns its answer as it came: status, headers, bytes."""
        return AsyncRawPlaces(self._caller)

    async def of_lamp(self, id: str) -> Place | None:
        """Where a lamp stands.

        Args:
            id: Of the lamp.

        Returns:
            Where a lamp stands. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getPlaceOfLamp", _variables)
        return await self._caller(OPERATIONS["getPlaceOfLamp"], _request, decoders.get_place_of_lamp)

    async def state(self, id: str) -> LampState | None:
        """How a lamp is.

        Args:
            id: Of the lamp.

        Returns:
            Changes at dusk. None if there is none, or the caller may not see it.

        Effect: safe (changes nothing, may be sent again).

        Source: made up
        """
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLampState", _variables)
        return await self._caller(OPERATIONS["getLampState"], _request, decoders.get_lamp_state)


class AsyncRawPlaces:
    """The calls of `AsyncPlaces`, each with its answer as it came; of a list, the first page."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def of_lamp(self, id: str) -> Raw[Place | None]:
        """See `AsyncPlaces.of_lamp`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getPlaceOfLamp", _variables)
        return await self._caller.raw(OPERATIONS["getPlaceOfLamp"], _request, decoders.get_place_of_lamp)

    async def state(self, id: str) -> Raw[LampState | None]:
        """See `AsyncPlaces.state`."""
        _variables: dict[str, object] = {"id": id}
        _request = graphql_request(DOCUMENTS, "getLampState", _variables)
        return await self._caller.raw(OPERATIONS["getLampState"], _request, decoders.get_lamp_state)


class AsyncBeaconsGroups:
    """All groups of Beacons.

    Attributes:
        lamps: Lamps along the coast.
        places: Where lamps stand.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self.lamps = AsyncLamps(caller)
        self.places = AsyncPlaces(caller)


__all__ = (
    "AsyncBeaconsGroups",
    "AsyncLamps",
    "AsyncPlaces",
    "BeaconsGroups",
    "Lamps",
    "Places",
)
