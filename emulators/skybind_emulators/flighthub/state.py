"""What an organisation has: upload grants, resources, models, its quota of images, and media models."""

import threading
from enum import IntEnum
from pathlib import Path

from attrs import define, field

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Refusal
from skybind_emulators.flighthub.dialect import NOT_FOUND
from skybind_emulators.identity import Identities


class ResourceStatus(IntEnum):
    """States of a resource."""

    IMPORTED = 1
    WAITING_FOR_DELETION = 2
    DELETED = 3


class ModelType(IntEnum):
    """Kinds of models."""

    MAP_2D = 1
    MODEL_3D = 2
    SPLATS_3DGS = 3
    LIDAR = 4


class ModelStatus(IntEnum):
    """States of a model. That 15, or 9 for kinds with a map stage, is where it ends, is our assumption."""

    MAPPING_FAILED = 8
    MAPPING_DONE = 9
    ASKING_FOR_COMPUTE = 12
    COMPUTE_REFUSED = 13
    RECONSTRUCTING = 14
    RECONSTRUCTED = 15
    CANCELLED = 16


class ZipStatus(IntEnum):
    """States of a model's archive."""

    INITIAL = 0
    RUNNING = 1
    FINISHED = 2
    FAILED = 3


@define(kw_only=True)
class Grant:
    """Upload credentials that were given out, and the resource that they stand for."""

    callback_param: str = field(repr=False)
    resource_uuid: str
    bucket: str
    prefix: str
    expires_at: float


@define(kw_only=True)
class UploadedFile:
    """A file of a resource."""

    name: str
    key: str
    size: int
    etag: str
    path: Path


@define(kw_only=True)
class ResourceRecord:
    """An uploaded set of files, by name."""

    uuid: str
    bucket: str
    name: str = ""
    files: dict[str, UploadedFile] = field(factory=dict)
    status: ResourceStatus = ResourceStatus.IMPORTED
    delete_when_done: bool = False

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files.values())


@define(kw_only=True)
class ModelRecord:
    """A model that is made or ready. ``charged`` images went off the quota for it."""

    uuid: str
    resource_uuid: str
    type: ModelType
    charged: int
    status: ModelStatus = ModelStatus.ASKING_FOR_COMPUTE
    progress: int = 0
    error_code: int = 0
    zip_status: ZipStatus = ZipStatus.INITIAL
    zip_progress: int = 0
    zip_key: str = ""
    size: int = 0
    over: bool = False


@define(kw_only=True)
class MediaModelRecord:
    """A model of media that FlightHub holds."""

    id: str
    name: str
    file_type: str
    model_uuid: str
    created_at: float


class State:
    """All of an organisation. Whoever reads or changes it holds ``lock``."""

    def __init__(self, clock: SimulatedClock, ids: Identities, *, quota: int) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.ids = ids
        self.quota = quota
        self.grants: dict[str, Grant] = {}
        self.resources: dict[str, ResourceRecord] = {}
        self.models: dict[str, ModelRecord] = {}
        self.media: dict[str, MediaModelRecord] = {}

    def resource(self, uuid: str) -> ResourceRecord:
        """A resource, deleted ones included.

        Raises:
            Refusal: 200404, there is none.
        """
        if uuid not in self.resources:
            raise Refusal(NOT_FOUND, "resource not found")
        return self.resources[uuid]

    def model(self, uuid: str) -> ModelRecord:
        """A model.

        Raises:
            Refusal: 200404, there is none.
        """
        if uuid not in self.models:
            raise Refusal(NOT_FOUND, "model not found")
        return self.models[uuid]

    def running(self) -> list[ModelRecord]:
        """Models that are being made, oldest first."""
        return [model for model in self.models.values() if not model.over]
