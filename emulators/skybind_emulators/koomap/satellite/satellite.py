"""The satellite half of KooMap, put together."""

from typing import Any

from skybind_emulators.application import Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Call
from skybind_emulators.faults import Faults
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.satellite.image_handlers import ImageHandlers
from skybind_emulators.koomap.satellite.images import MULTISPECTRAL, Images, ImageStatus
from skybind_emulators.koomap.satellite.materials import Materials
from skybind_emulators.koomap.satellite.orders import Orders
from skybind_emulators.koomap.satellite.results import BUCKET, ResultFolder, Storage
from skybind_emulators.koomap.satellite.runs import Runs
from skybind_emulators.koomap.satellite.task_handlers import TaskHandlers
from skybind_emulators.koomap.satellite.tasks import TaskRecord, Tasks
from skybind_emulators.koomap.satellite.usage import Usage
from skybind_emulators.koomap.workspaces import Workspaces
from skybind_emulators.settings import KooMapRules
from skybind_emulators.speed import Speed


class Satellite:
    """Images, tasks, materials and usage of one account.

    Attributes:
        images: all satellite images; tests may add some, broken ones too.
        materials: csv and vector files.
        foreign_workspace_id: a workspace of another tenant.
        foreign_task_id: a task of another tenant.
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
        storage_url: str,
    ) -> None:
        """Put it together.

        Args:
            account: who owns all of it.
            workspaces: of the same account; its lock is the lock of all.
            clock: the service's time.
            rules: what is not documented.
            store: an object store; the bucket of results is made in it.
            faults: where misbehaviour is ordered. Starts and lists heed ``stall`` and ``fail``, stops ``fail-stop``.
            pace: how fast tasks move.
            seed: the same seed gives the same ids and images.
            storage_url: where the store is served; links to results begin with it.
        """
        store.create_bucket(BUCKET)
        self.images = Images(Ids(seed, "koomap-images"))
        self.materials = Materials(Ids(seed, "koomap-materials"))
        self._tasks = Tasks(account, workspaces, clock, Ids(seed, "koomap-satellite"))
        self._usage = Usage(account, clock, self.images, self.materials)
        results = ResultFolder(store, account.domain_id, storage_url, rules.link_lifetime_s)
        self._runs = Runs(self._tasks, self.images, results, self._usage, faults, speed=pace, stop_s=rules.settling_s)
        orders = Orders(self._tasks, self.images, self.materials, rules)
        self._handlers: dict[str, Handler] = {
            **TaskHandlers(self._tasks, orders, self._runs, results).by_operation(),
            **ImageHandlers(account, self._tasks, self.images, orders, self._runs, rules).by_operation(),
            "listUsageInfo": self._list_usage,
        }
        self.foreign_workspace_id = self._tasks.foreign_workspace
        self.foreign_task_id = self._tasks.foreign_task

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId."""
        return self._handlers

    @property
    def tasks(self) -> list[TaskRecord]:
        """All tasks, oldest first, brought up to date."""
        with self._tasks.lock:
            self._runs.settle()
            return list(self._tasks.records.values())

    @property
    def ready_image_ids(self) -> list[str]:
        """Raw multispectral images that a task can be made of, alone or together."""
        return [
            image.image_id
            for image in self.images.all()
            if (image.kind, image.origin, image.status) == (MULTISPECTRAL, "0", ImageStatus.DONE)
        ]

    def _list_usage(self, call: Call) -> Any:
        with self._tasks.lock:
            self._runs.settle(stalled=call.struck("stall") is not None)
            return self._usage.answer(call)
