"""How photos leave a dock: it asks the cloud for storage, renders what the flight took, and uploads it there.

Source: DJI Cloud API, ``storage_config_get`` and ``file_upload_callback`` (1.11.3). A real dock asks when its keys run
out and tries for days; that this one asks once a flight and gives up after a few attempts is our assumption.
"""

import logging
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from attrs import field, frozen

from skybind_emulators.store import Credential
from skybind_emulators.store.presigning import presigned_url

from .flights import Photo
from .places import Place
from .transfers import CannotTransfer, put

_ATTEMPTS = 3
_LINK_S = 900
_TIMEOUT_S = 30.0
_DIALECTS = {"ali": "oss", "aws": "s3", "minio": "s3"}

_log = logging.getLogger(__name__)


@frozen
class Taken:
    """What a flight brought home."""

    flight_id: str
    photos: Sequence[Photo]
    ground: Place


@frozen
class Uploaded:
    """A photo that is in the cloud's storage."""

    flight_id: str
    photo: Photo
    name: str
    object_key: str


@frozen
class _Storage:
    """What the cloud answered."""

    bucket: str
    endpoint: str
    region: str
    prefix: str
    provider: str
    credential: Credential = field(repr=False)

    @classmethod
    def of(cls, data: object) -> "_Storage | None":
        """The storage in the `data` of a reply to ``storage_config_get``."""
        output = data.get("output") if isinstance(data, Mapping) and data.get("result") == 0 else None
        if not isinstance(output, Mapping) or output.get("provider") not in _DIALECTS:
            return None
        keys = output.get("credentials")
        try:
            given: Mapping[str, Any] = keys if isinstance(keys, Mapping) else {}
            credential = Credential(
                given["access_key_id"], given["access_key_secret"], given.get("security_token") or ""
            )
            return cls(
                output["bucket"], output["endpoint"], output["region"], output.get("object_key_prefix") or "",
                output["provider"], credential,
            )  # fmt: skip
        except KeyError:
            return None

    def link(self, key: str, now: float) -> str:
        """Where to put an object."""
        return presigned_url(
            self.endpoint, self.bucket, key, credential=self.credential,
            dialect="oss" if _DIALECTS[self.provider] == "oss" else "s3",
            region=self.region, now=now, lifetime_s=_LINK_S, method="PUT",
        )  # fmt: skip


class Media:
    """Uploads, one photo after another in a thread of its own. `begin` and `answered` belong to the dock's thread.

    Args:
        size: wanted bytes per photo.
        seed: picks the land and the noise of the sensor.
        now: Unix seconds; signatures are made with it.
        news: told of each photo that is uploaded, from that thread.
    """

    def __init__(self, size: int, seed: int, now: Callable[[], float], news: Callable[[Uploaded], None]) -> None:
        self._size, self._seed, self._now, self._news = size, seed, now, news
        self._asked: dict[str, Taken] = {}
        self._closed = threading.Event()
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="skybind-dock-media")

    def begin(self, taken: Taken, tid: str) -> None:
        """The cloud was asked for storage, in a message with this tid."""
        self._asked[tid] = taken

    def answered(self, body: Mapping[str, Any]) -> None:
        """The cloud answered a question of the dock. Answers to other questions change nothing."""
        taken = self._asked.pop(str(body.get("tid")), None)
        if taken is None:
            return
        storage = _Storage.of(body.get("data"))
        if storage is None:
            _log.warning("the cloud gave no storage: the photos of %s stay in the dock", taken.flight_id)
            return
        self._workers.submit(self._upload, taken, storage)

    def close(self) -> None:
        """Give up, after the photo under way."""
        self._closed.set()
        self._workers.shutdown(wait=False, cancel_futures=True)

    def _upload(self, taken: Taken, storage: _Storage) -> None:
        from .photographs import photographed  # noqa: PLC0415  numpy and Pillow wait until there are photos

        try:
            survey = photographed(taken.photos, taken.ground, size=self._size, seed=self._seed)
            with tempfile.TemporaryDirectory(prefix="skybind-flight-") as folder:
                files = survey.photograph(Path(folder), size=self._size)
                for photo, file in zip(taken.photos, files, strict=False):
                    if self._closed.is_set():
                        return
                    key = "/".join(filter(None, (storage.prefix.strip("/"), taken.flight_id, file.name)))
                    self._put(storage, key, file.read_bytes())
                    self._news(Uploaded(taken.flight_id, photo, file.name, key))
        except (CannotTransfer, ValueError) as error:
            _log.warning("photos of %s stay in the dock: %s", taken.flight_id, error)
        except Exception:  # noqa: BLE001  nobody looks at what a worker raises
            _log.exception("the simulated dock made a mistake")

    def _put(self, storage: _Storage, key: str, content: bytes) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                put(storage.link(key, self._now()), content, timeout_s=_TIMEOUT_S)
            except CannotTransfer:
                if attempt == _ATTEMPTS:
                    raise
            else:
                return
