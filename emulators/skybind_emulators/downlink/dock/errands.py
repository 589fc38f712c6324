"""How a dock comes by a wayline file: it asks the cloud where the file is, and downloads it."""

import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from attrs import define, field, frozen

from .codes import Code
from .rules import DockRules
from .transfers import CannotTransfer, fetch

_log = logging.getLogger(__name__)


@define(eq=False)
class _Errand:
    """A file that a flight waits for. `tid` is of the question to the cloud."""

    flight_id: str
    tid: str
    deadline: float
    download: "Future[bytes] | None" = None


@frozen
class Fetched:
    """The end of an errand: the file, or a code and `None`."""

    flight_id: str
    code: Code
    content: bytes | None = field(repr=False)


class Errands:
    """One file at a time, as a dock flies one task at a time. All methods belong to the dock's thread.

    Args:
        rules: how long the dock waits, and how large a file may be.
        news: called from another thread when a download ended, so that `downloaded` is asked.
    """

    def __init__(self, rules: DockRules, news: Callable[[], None]) -> None:
        self._rules = rules
        self._news = news
        self._errand: _Errand | None = None
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="skybind-dock-download")

    @property
    def under_way(self) -> bool:
        """Whether a flight waits for its file."""
        return self._errand is not None

    def begin(self, flight_id: str, tid: str) -> None:
        """The cloud was asked, in a message with this tid."""
        self._errand = _Errand(flight_id, tid, time.monotonic() + self._rules.answer_patience_s)

    def answered(self, body: Mapping[str, Any]) -> Fetched | None:
        """The cloud answered a question of the dock. Answers to other questions change nothing."""
        errand = self._errand
        if errand is None or body.get("tid") != errand.tid or errand.download is not None:
            return None
        url = _url_in(body.get("data"))
        if url is None:
            return self._end(Code.NOT_FETCHED)
        # A little more than the download's own limit, which ends it with a better reason.
        errand.deadline = time.monotonic() + self._rules.answer_patience_s + 1.0
        errand.download = self._workers.submit(
            fetch, url, largest=self._rules.wayline_bytes_max, timeout_s=self._rules.answer_patience_s
        )
        errand.download.add_done_callback(lambda _: self._news())
        return None

    def downloaded(self) -> Fetched | None:
        """The end of the errand, if its download ended."""
        download = None if self._errand is None else self._errand.download
        if download is None or not download.done() or download.cancelled():
            return None
        try:
            return self._end(Code.NOT_FETCHED, download.result())
        except CannotTransfer as error:
            _log.info("the wayline file was not fetched: %s", error)
            return self._end(Code.NOT_FETCHED)

    def expired(self) -> Fetched | None:
        """The end of the errand, if the cloud or the file's server took too long."""
        if self._errand is None or time.monotonic() <= self._errand.deadline:
            return None
        return self._end(Code.CLOUD_SILENT if self._errand.download is None else Code.NOT_FETCHED)

    def close(self) -> None:
        """Give up."""
        self._workers.shutdown(wait=False, cancel_futures=True)

    def _end(self, code: Code, content: bytes | None = None) -> Fetched | None:
        errand, self._errand = self._errand, None
        return None if errand is None else Fetched(errand.flight_id, code, content)


def _url_in(data: object) -> str | None:
    """The address in the `data` of a reply to ``flighttask_resource_get``."""
    if not isinstance(data, Mapping) or data.get("result") != 0:
        return None
    output = data.get("output")
    file = output.get("file") if isinstance(output, Mapping) else None
    url = file.get("url") if isinstance(file, Mapping) else None
    return url if isinstance(url, str) else None
