"""What authenticates a request where its dialect alone cannot: a token that ends, or keys that sign its headers too.

The transport asks for the credential before each attempt, has it sign what is about to go out, and replaces it when
the service refuses it. Credentials are made by the services' own packages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import attrs

__all__ = ["Credential", "Outgoing"]


@attrs.frozen
class Outgoing:
    """A request as it is about to be sent. Nothing of it prints but method and host.

    Attributes:
        method: Upper case.
        host: With the port, if that is not the scheme's own; the value of ``Host``.
        target: Path with query, exactly as sent.
        headers: All that go with it so far; names in lower case.
        body: Exactly the bytes that are sent; empty if there is none.
        unix_seconds: Now, by the service's clock as far as it is known.
    """

    method: str
    host: str
    target: str = attrs.field(repr=False)
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)
    unix_seconds: float


class Credential(Protocol):
    """Something that authenticates requests, as long as the service takes it."""

    def sign(self, outgoing: Outgoing) -> Mapping[str, str]:
        """Headers that authenticate exactly this request.

        Raises:
            UsageError: it cannot authenticate such a request.
        """
        ...
