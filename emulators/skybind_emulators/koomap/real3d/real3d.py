"""The real-scene 3D half of KooMap, put together."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from skybind_emulators.application import Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.engine import Engine, ProductFile
from skybind_emulators.exchange import Call
from skybind_emulators.faults import Faults
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.real3d.album import Album, Render
from skybind_emulators.koomap.real3d.folder_handlers import FolderHandlers
from skybind_emulators.koomap.real3d.making import Workshop
from skybind_emulators.koomap.real3d.marker_file import MarkerFile
from skybind_emulators.koomap.real3d.orders import NothingMade
from skybind_emulators.koomap.real3d.point_handlers import PointHandlers
from skybind_emulators.koomap.real3d.product_handlers import ProductHandlers
from skybind_emulators.koomap.real3d.records import (
    PointRecord,
    ProductRecord,
    RefineProductRecord,
    SubtaskRecord,
    TaskRecord,
)
from skybind_emulators.koomap.real3d.runs import Runs
from skybind_emulators.koomap.real3d.shelf import Shelf
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import UPLOAD_BUCKET, Vault
from skybind_emulators.koomap.real3d.subtask_handlers import SubtaskHandlers
from skybind_emulators.koomap.real3d.task_handlers import TaskHandlers
from skybind_emulators.koomap.real3d.task_lists import TaskLists
from skybind_emulators.koomap.real3d.task_runs import TaskRuns
from skybind_emulators.koomap.real3d.usage_handlers import UsageHandlers
from skybind_emulators.koomap.workspaces import Workspaces
from skybind_emulators.settings import KooMapRules
from skybind_emulators.speed import Speed
from skybind_emulators.storage import Credential, Storage

Record = TypeVar("Record")


class Real3D:
    """Tasks, refine subtasks, mark points, folders, products and usage of one account.

    Attributes:
        folder_code: the one folder of oblique photos that is ready to be modelled.
        image_codes: its photos, in the order of flight. No operation lists them.
        bucket: where its files lie in the object store; products under ``real3d/<domain id>/products/<product id>/``.
        upload_bucket: where users put refined models.
    """

    def __init__(
        self,
        account: Account,
        workspaces: Workspaces,
        clock: SimulatedClock,
        *,
        rules: KooMapRules,
        store: Storage,
        faults: Faults,
        pace: Speed,
        seed: int,
        obs_endpoint: str,
        folder: Path | None = None,
        engine: Engine | None = None,
        render: Render | None = None,
    ) -> None:
        """Put it together; nothing heavy is loaded or made before the first start of a task.

        Args:
            account: who owns all of it.
            workspaces: of the same account; its lock is the lock of all.
            clock: the service's time.
            rules: what is not documented.
            store: an object store; the bucket is made in it.
            faults: where misbehaviour is ordered. Starts and lists heed ``stall``, ``fail`` and ``fail-start``, marker
                files ``fail``.
            pace: how fast tasks move.
            seed: the same seed gives the same ids, photos and products.
            obs_endpoint: what folders name as the place of their photos.
            folder: where files lie until they are in the store; by default, the system's temporary folder.
            engine: what makes models; by default, ``skybind_emulators.products.reconstruct``.
            render: what draws photos; by default, ``skybind_emulators.flight.render_flight``.
        """
        vault, uploads = Vault(store, account.domain_id), Vault(store, account.domain_id, UPLOAD_BUCKET)
        for bucket in (vault.bucket, uploads.bucket):
            store.create_bucket(bucket)
        store.add_static(account.ak, account.sk, {uploads.bucket})
        stock = Stock(account, workspaces, clock, Ids(seed, "koomap-real3d"))
        album = Album.seeded(stock, vault, render or _flight(rules, seed), rules.folder_photos)
        workshop = Workshop(engine or _reconstruct, seed)
        self._stock, self._uploads = stock, uploads
        self._runs = Runs(stock, vault, faults, speed=pace, rules=rules, folder=folder)
        self._shelf = Shelf(stock, vault, pace, rules)
        self.bucket, self.upload_bucket = vault.bucket, uploads.bucket
        self.folder_code, self.image_codes = album.folder_code, album.image_codes
        self._handlers: dict[str, Handler] = {
            **TaskHandlers(stock, vault, uploads, rules).by_operation(),
            **TaskRuns(stock, vault, album, workshop, self._runs, rules).by_operation(),
            **TaskLists(stock, self._runs).by_operation(),
            **SubtaskHandlers(stock, vault, uploads, self._runs, self._shelf, rules).by_operation(),
            **PointHandlers(stock, album, MarkerFile(stock, vault, album)).by_operation(),
            **ProductHandlers(stock, self._shelf).by_operation(),
            **FolderHandlers(stock, obs_endpoint).by_operation(),
            **UsageHandlers(stock, (vault, uploads), album, clock.now()).by_operation(),
        }

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId. That of the upload state is among them if the rules say so."""
        return {name: self._settled(handler) for name, handler in self._handlers.items()}

    @property
    def tasks(self) -> list[TaskRecord]:
        """All tasks, oldest first, brought up to date."""
        self._settle()
        return self._listed(self._stock.tasks)

    @property
    def subtasks(self) -> list[SubtaskRecord]:
        """All refine subtasks, oldest first, brought up to date."""
        self._settle()
        return self._listed(self._stock.subtasks)

    @property
    def points(self) -> list[PointRecord]:
        """All mark points, oldest first."""
        return self._listed(self._stock.points)

    @property
    def products(self) -> list[ProductRecord]:
        """All products of tasks, oldest first, brought up to date."""
        self._settle()
        return self._listed(self._stock.products)

    @property
    def refine_products(self) -> list[RefineProductRecord]:
        """All products of refine subtasks, oldest first, brought up to date."""
        self._settle()
        return self._listed(self._stock.refine_products)

    def upload_keys(self, subtask_id: str, lifetime_s: float = 3600.0) -> Credential:
        """Temporary keys for the upload path of one subtask and nothing else.

        How the service lets users in there is not known. The account's own AK and SK open it too, for all subtasks:
        OBS takes the same keys as other services of the cloud.

        Raises:
            KeyError: there is no such subtask.
        """
        with self._stock.lock:
            prefix = self._stock.subtasks[subtask_id].prefix
        return self._uploads.store.issue(self._uploads.bucket, prefix, lifetime_s=lifetime_s)

    def close(self) -> None:
        """Throw away what is being made, and end the thread that makes it."""
        self._runs.close()

    def _listed(self, records: Mapping[str, Record]) -> list[Record]:
        with self._stock.lock:
            return list(records.values())

    def _settle(self, *, stalled: bool = False) -> None:
        self._runs.settle(stalled=stalled)
        with self._stock.lock:
            self._shelf.settle(stalled=stalled)

    def _settled(self, handler: Handler) -> Handler:
        """The handler, called once all runs and products are up to date."""

        def handle(call: Call) -> Any:
            self._settle(stalled=call.struck("stall") is not None)
            return handler(call)

        return handle


def _flight(rules: KooMapRules, seed: int) -> Render:
    def render(out: Path) -> Sequence[Path]:
        from skybind_emulators.flight import render_flight  # noqa: PLC0415  heavy: loaded with the first task

        return render_flight(out, photos=rules.folder_photos, size=rules.folder_photo_bytes, seed=seed)

    return render


def _reconstruct(
    kind: Literal["2d", "3d", "lidar"],
    photos: Sequence[tuple[str, Path]],
    *,
    job_id: str,
    out: Path,
    parameters: Mapping[str, Any],
    seed: int,
) -> Sequence[ProductFile]:
    from skybind_emulators.products import ReconstructionFailed, reconstruct  # noqa: PLC0415  heavy: loaded when needed

    try:
        return reconstruct(kind, photos, job_id=job_id, out=out, parameters=parameters, seed=seed)
    except ReconstructionFailed as error:
        raise NothingMade(str(error)) from error
