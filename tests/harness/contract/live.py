"""The switch from emulators to the real services: ``SKYBIND_LIVE=terra``, several with commas."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Mapping, MutableMapping
from typing import Any

import attrs
import requests

from harness.thorough import SWITCH as THOROUGH

__all__ = ["SET_ASIDE", "SWITCH", "Pace", "Paced", "UnknownService", "live_services", "set_aside"]

SWITCH = "SKYBIND_LIVE"

#: The user's settings and proxies. They are out of the environment, so that no test meets them by accident, and are
#: given back to tests of a live service for as long as these run.
SET_ASIDE: dict[str, str] = {}


class UnknownService(ValueError):
    """The switch names a service that there is not."""


def set_aside(environ: MutableMapping[str, str]) -> None:
    """Take the user's settings and proxies out of the environment, the switches of the tests excepted."""
    for name in [name for name in environ if name.startswith("SKYBIND_") or name.lower().endswith("_proxy")]:
        if name not in {SWITCH, THOROUGH}:
            SET_ASIDE[name] = environ.pop(name)


def live_services(known: Collection[str], environ: Mapping[str, str] | None = None) -> frozenset[str]:
    """The services that the switch names.

    Raises:
        UnknownService: one of them is not known.
    """
    text = (os.environ if environ is None else environ).get(SWITCH, "")
    named = frozenset(filter(None, (part.strip() for part in text.split(","))))
    if odd := sorted(named - set(known)):
        raise UnknownService(f"{SWITCH} names {', '.join(odd)}; there are {', '.join(sorted(known))}")
    return named


class Pace:
    """Keeps requests apart. Workers share the rate in equal parts, as they cannot see each other.

    Args:
        per_minute: requests of the whole run.
        workers: processes that share it.
    """

    def __init__(
        self,
        per_minute: float,
        workers: int = 1,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.interval_s = 60.0 / per_minute * workers
        self._monotonic = monotonic
        self._sleep = sleep
        self._next = monotonic()
        self._lock = threading.Lock()

    def __call__(self) -> None:
        """Wait until the next request may go."""
        with self._lock:
            now = self._monotonic()
            turn = max(self._next, now)
            self._next = turn + self.interval_s
        if turn > now:
            self._sleep(turn - now)


@attrs.frozen
class Paced(requests.auth.AuthBase):
    """Signs a request when its turn has come."""

    sign: Callable[[requests.PreparedRequest], requests.PreparedRequest]
    pace: Callable[[], Any]

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        self.pace()
        return self.sign(request)
