"""Where a service is: in this process, or far away. Test bodies cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

import attrs
import requests

__all__ = ["World"]


@attrs.define(kw_only=True)
class World:
    """A service within reach.

    Attributes:
        base_url: what stands before the paths of the specification.
        sign: authenticates a request, by other code than the client's.
        client: opens skybind's client of the service. It sends nothing twice, so that every fault shows.
        known: ids and other things that exist in the account, by names that the service's ``acquaint`` reads.
        app: the ASGI application, None for the real service.
    """

    base_url: str
    sign: requests.auth.AuthBase = attrs.field(repr=False)
    client: Callable[[], AbstractContextManager[Any]] = attrs.field(repr=False)
    known: Mapping[str, Any] = attrs.field(repr=False)
    app: Any = attrs.field(default=None, repr=False)

    @property
    def complete(self) -> bool:
        """Whether the account has all that a tour needs; a real one has what it happens to have."""
        return not self.live

    @property
    def live(self) -> bool:
        """Whether this is the real service."""
        return self.app is None
