"""Workspaces, which all tasks belong to."""

import threading
from collections.abc import Callable

from attrs import define

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.settings import KooMapRules


@define(kw_only=True)
class WorkspaceRecord:
    """A workspace. Times are Unix seconds; ``serial`` tells the order of creation."""

    workspace_id: str
    workspace_name: str
    workspace_description: str
    creator: str
    latest_operator: str
    create_time: float
    update_time: float
    star: int
    serial: int


class Workspaces:
    """The workspaces of an account.

    Attributes:
        lock: held by whoever reads or changes workspaces, tasks or anything else of the account: there is one lock for
            all of it, and it can be taken again by the thread that holds it.
        occupied: each tells whether a workspace, named by its id, has tasks of one kind.
    """

    def __init__(self, account: Account, clock: SimulatedClock, ids: Ids, rules: KooMapRules) -> None:
        self.lock = threading.RLock()
        self.occupied: list[Callable[[str], bool]] = []
        self._account = account
        self._clock = clock
        self._ids = ids
        self._rules = rules
        self._records: dict[str, WorkspaceRecord] = {}
        self._deleted: set[str] = set()
        self._serial = 0

    def find(self, workspace_id: str, missing: str = "KMP.00011104") -> WorkspaceRecord:
        """A workspace by its id.

        Args:
            workspace_id: the id.
            missing: the code of the refusal if there is none: each area of the service has its own.

        Raises:
            Refusal: there is none.
        """
        if workspace_id not in self._records:
            raise refuse(missing)
        return self._records[workspace_id]

    def was_deleted(self, workspace_id: str) -> bool:
        """Whether there was a workspace with this id."""
        return workspace_id in self._deleted

    def all(self) -> list[WorkspaceRecord]:
        """All workspaces, oldest first."""
        return list(self._records.values())

    def has_tasks(self, workspace_id: str) -> bool:
        """Whether the workspace has tasks of any kind."""
        return any(occupied(workspace_id) for occupied in self.occupied)

    def create(self, name: str, description: str = "") -> WorkspaceRecord:
        """A new workspace, not pinned.

        Raises:
            Refusal: 00011105 the name is taken; 00011100 there are as many as there may be.
        """
        self._claim(name)
        if len(self._records) >= self._rules.workspaces_max:
            raise refuse("KMP.00011100")
        self._serial += 1
        now = self._clock.now()
        record = WorkspaceRecord(
            workspace_id=self._ids.hex32(),
            workspace_name=name,
            workspace_description=description,
            creator=self._account.creator,
            latest_operator=self._account.creator,
            create_time=now,
            update_time=now,
            star=0,
            serial=self._serial,
        )
        self._records[record.workspace_id] = record
        return record

    def change(
        self,
        record: WorkspaceRecord,
        *,
        name: str | None = None,
        description: str | None = None,
        star: int | None = None,
    ) -> None:
        """Change what is given; None leaves a field as it is.

        Raises:
            Refusal: 00011105 the name is taken; 00011101 as many are pinned as may be.
        """
        if name is not None:
            self._claim(name, besides=record)
        if star and not record.star and sum(other.star for other in self._records.values()) >= self._rules.pinned_max:
            raise refuse("KMP.00011101")
        record.workspace_name = record.workspace_name if name is None else name
        record.workspace_description = record.workspace_description if description is None else description
        record.star = record.star if star is None else star
        record.latest_operator = self._account.creator
        record.update_time = self._clock.now()

    def delete(self, record: WorkspaceRecord) -> None:
        """Delete a workspace.

        Raises:
            Refusal: 00011102 it is pinned; 00011103 it has tasks.
        """
        if record.star:
            raise refuse("KMP.00011102")
        if self.has_tasks(record.workspace_id):
            raise refuse("KMP.00011103")
        del self._records[record.workspace_id]
        self._deleted.add(record.workspace_id)

    def _claim(self, name: str, besides: WorkspaceRecord | None = None) -> None:
        for other in self._records.values():
            if other is not besides and other.workspace_name.casefold() == name.casefold():
                raise refuse("KMP.00011105")
