"""Waiting until the service has looked into each image: all of them end as Ready or Invalid.

One listing tells of all images at once; no image is asked for by itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import attrs

from skybind import waiting
from skybind.errors import ServerError, Throttled, TransportError
from skybind.jobs import Schedule
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import UploadFileState
from skybind_clients.altizure.models.fragments import ProjectImage

__all__ = ["GOOD", "Settled", "curable", "images_of", "settle"]

GOOD = frozenset({UploadFileState.READY, UploadFileState.READY_STRONG})
_BAD = frozenset({UploadFileState.INVALID, UploadFileState.FAILED})
_PAGE = 500  # images an answer; the service sets no limit, and would send all at once

_GRACE = 60.0  # seconds in which an image may be missing from the list: it was made a moment ago. Our assumption.
# The service gives an image up 65 minutes after its last change. If nothing at all changes for longer, it does not
# keep its own rule, and waiting for it will not help.
_STANDSTILL = 70 * 60.0

# What the worker of the service writes when the content is at fault: the same bytes will fare no better.
_CONTENT_AT_FAULT = ("extract info error", "resize error")


@attrs.frozen
class Settled:
    """How images ended.

    Attributes:
        ready: Ids of those that are of use.
        invalid: Reasons by id of those that are not.
        unsettled: What became of the others when the wait ended, by id.
    """

    ready: frozenset[str]
    invalid: dict[str, str]
    unsettled: dict[str, str]


@attrs.frozen
class Standing:
    """How an image stands.

    Attributes:
        state: In the service's words; empty if it tells none.
        reason: Why it was given up, in the service's words; empty if it was not.
    """

    state: str
    reason: str

    @classmethod
    def of(cls, image: ProjectImage) -> Standing:
        return cls(str(image.state or ""), _reason_of(image) if image.state in _BAD else "")

    @property
    def lost(self) -> bool:
        """Whether it was given up, and sending the same bytes again may help."""
        return bool(self.reason) and curable(self.reason)


def images_of(api: AltizureGroups, project: str, ids: Iterable[str]) -> dict[str, Standing]:
    """How those of a project's images stand that have these ids; all are listed, a page at a time in memory."""
    wanted = frozenset(ids)
    kinds: dict[Standing, Standing] = {}  # there are few
    found = {}
    for image in api.images.list(project, first=_PAGE):
        if image.id in wanted:
            standing = Standing.of(image)
            found[image.id] = kinds.setdefault(standing, standing)
    return found


def _reason_of(image: ProjectImage) -> str:
    """Why an image is of no use, in the service's words."""
    return "; ".join(text for text in image.error or () if text) or "the service gives no reason"


def curable(reason: str) -> bool:
    """Whether sending the same bytes again may help."""
    return not reason.lower().startswith(_CONTENT_AT_FAULT)


def settle(
    api: AltizureGroups,
    project: str,
    ids: Iterable[str],
    *,
    schedule: Schedule,
    told: Callable[[int], None] = lambda _ready: None,
    cancelled: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], None] = waiting.sleep,
    monotonic: Callable[[], float] = time.monotonic,
) -> Settled:
    """Wait until each of these images is Ready or Invalid, or nothing has changed for 70 minutes.

    Args:
        api: The generated facade.
        project: Its id.
        ids: Images to wait for.
        schedule: Pauses between listings.
        told: Called after each listing with the number of images that are ready.
        cancelled: Asked at least once a second; True ends the wait like Ctrl-C.
        sleep: For pauses.
        monotonic: Seconds.

    Raises:
        KeyboardInterrupt: it was cancelled.
        SkybindError: the service refuses to list the images.
    """
    wanted = frozenset(ids)
    began = changed = monotonic()
    seen: dict[str, Standing] = {}
    pause: float | None = None
    while wanted:
        try:
            found = images_of(api, project, wanted)
        except (TransportError, ServerError, Throttled):
            if monotonic() - changed > _STANDSTILL:
                raise
        else:
            if found != seen:
                seen, changed, pause = found, monotonic(), None
            outcome = _outcome(found, wanted, missing_is_final=monotonic() - began > _GRACE)
            told(len(outcome.ready))
            if not outcome.unsettled or monotonic() - changed > _STANDSTILL:
                return outcome
        pause = schedule.pause(pause, None)
        _rest(pause, cancelled, sleep)
    return Settled(frozenset(), {}, {})


def _outcome(found: dict[str, Standing], wanted: frozenset[str], *, missing_is_final: bool) -> Settled:
    ready = frozenset(image_id for image_id, image in found.items() if image.state in GOOD)
    invalid = {image_id: image.reason for image_id, image in found.items() if image.reason}
    unsettled = {}
    for image_id in wanted - ready - invalid.keys():
        if image_id in found:
            unsettled[image_id] = f"is still {found[image_id].state or 'without a state'}"
        elif missing_is_final:
            invalid[image_id] = "the project does not list it"
        else:
            unsettled[image_id] = "is not listed yet"
    return Settled(ready, invalid, unsettled)


def _rest(seconds: float, cancelled: Callable[[], bool], sleep: Callable[[float], None]) -> None:
    while seconds > 0:
        if cancelled():
            raise KeyboardInterrupt
        sleep(min(1.0, seconds))
        seconds -= 1.0
