"""Replies that go wrong on purpose: lost, late, or not what the cloud expects."""

import threading
from collections.abc import Mapping
from typing import Any, Literal

from attrs import define, field

Garble = Literal["tid", "method", "no-result", "no-data", "duplicate"]
GARBLES: tuple[Garble, ...] = ("tid", "method", "no-result", "no-data", "duplicate")


@define
class Prank:
    """What happens to the next replies of a method.

    Attributes:
        method: whose replies; ``*`` is any.
        kind: `mute`, `late`, or a kind of garbling.
        left: how many replies it still strikes.
        seconds: of delay, wall clock.
    """

    method: str
    kind: str
    left: int
    seconds: float = 0.0


@define(eq=False)
class Mischief:
    """The pranks that are set, oldest first. Safe to use from any thread."""

    _set: list[Prank] = field(factory=list)
    _lock: threading.Lock = field(factory=threading.Lock)

    def add(self, prank: Prank) -> None:
        """Set one.

        Raises:
            ValueError: it is of no known kind, or strikes less than once.
        """
        if prank.kind not in ("mute", "late", *GARBLES) or prank.left < 1:
            raise ValueError("replies can be muted, late, or garbled as one of " + ", ".join(GARBLES))
        with self._lock:
            self._set.append(prank)

    def clear(self) -> None:
        """Behave from now on."""
        with self._lock:
            self._set.clear()

    def strike(self, method: str) -> Prank | None:
        """The prank for the reply to this method, if one is left."""
        with self._lock:
            for prank in self._set:
                if prank.left and prank.method in ("*", method):
                    prank.left -= 1
                    return prank
        return None


def garbled(envelope: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    """The messages that go out in the place of a reply."""
    reply = dict(envelope)
    if kind == "tid":
        reply["tid"] = f"{reply['tid']}-other"
    elif kind == "method":
        reply["method"] = "another_method"
    elif kind == "no-result":
        reply["data"] = {name: value for name, value in reply["data"].items() if name != "result"}
    elif kind == "no-data":
        del reply["data"]
    elif kind == "duplicate":
        return [reply, {**reply, "timestamp": reply["timestamp"] + 1}]
    return [reply]
