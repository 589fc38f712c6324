"""How a client behaves on the wire: one frozen object, given per client and overridden per call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

__all__ = ["Attempt", "Options"]


@attrs.frozen
class Attempt:
    """What a hook is told about one attempt; it holds no header, no body and no query.

    Attributes:
        service: Name of the service.
        operation: Operation id of the specification.
        number: 1 for the first attempt.
        method: HTTP method.
        url: Address without query.
        status: HTTP status, or None before the answer and when there was none.
        error: Name of the fault in words, or None.
        seconds: Time that the attempt took; 0 before the answer.
    """

    service: str
    operation: str
    number: int
    method: str
    url: str
    status: int | None = None
    error: str | None = None
    seconds: float = 0.0


Hook = Callable[[Attempt], None]


def _positive(_: object, attribute: attrs.Attribute[Any], value: float) -> None:
    if value <= 0:
        raise ValueError(f"{attribute.name} must be above 0 seconds, not {value}")


@attrs.frozen(kw_only=True)
class Options:
    """Behaviour on the wire.

    Attributes:
        connect_timeout: Seconds to get a connection.
        read_timeout: Seconds without a byte from the peer before an attempt is given up.
        total_timeout: Seconds for one call with all its attempts and pauses.
        retries: Attempts after the first; 0 sends once. What may be sent again at all, the specification says.
        proxy: Address of an HTTP proxy, or None to use the environment's.
        ca_bundle: File of certificate authorities, or None for the default set.
        bwlimit: Bytes a second that an upload or a download may take, all its files together; None takes what the line
            gives. Calls of the API do not count.
        headers: Sent with every request of the API, never to storage.
        check_limits: Whether a request is held against the documented limits before it leaves.
        app_name: Put before skybind's own name in the User-Agent.
        before_attempt: Called before each attempt.
        after_attempt: Called after each attempt, whatever came of it.
    """

    connect_timeout: float = attrs.field(default=10.0, validator=_positive)
    read_timeout: float = attrs.field(default=30.0, validator=_positive)
    total_timeout: float = attrs.field(default=120.0, validator=_positive)
    retries: int = attrs.field(default=4, validator=attrs.validators.ge(0))
    proxy: str | None = attrs.field(default=None, repr=False)  # may hold a password
    ca_bundle: Path | None = None
    bwlimit: float | None = attrs.field(default=None, validator=attrs.validators.optional(attrs.validators.gt(0)))
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    check_limits: bool = True
    app_name: str | None = None
    before_attempt: Hook | None = attrs.field(default=None, repr=False)
    after_attempt: Hook | None = attrs.field(default=None, repr=False)

    def replace(self, *, timeout: float | None = None, **changes: Any) -> Options:
        """A copy with changes; ``timeout`` is short for ``total_timeout``.

        Raises:
            TypeError: there is no such option.
        """
        if timeout is not None:
            changes["total_timeout"] = timeout
        return attrs.evolve(self, **changes)
