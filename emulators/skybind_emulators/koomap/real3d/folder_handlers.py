"""The operation on folders of oblique photos."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.periods import period
from skybind_emulators.koomap.real3d import reading
from skybind_emulators.koomap.real3d.mistakes import INVALID, TIME
from skybind_emulators.koomap.real3d.records import FolderRecord
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.views import folder_view
from skybind_emulators.koomap.refusals import refuse

_STATES = ("0", "1", "2")
_ORDERS: dict[str, Callable[[FolderRecord], Any]] = {
    "1": lambda folder: folder.name.casefold(),
    "2": lambda folder: folder.alias.casefold(),
    "3": lambda folder: folder.created_at,
}
_NEWEST_FIRST = "-3"


@frozen
class FolderHandlers:
    """The handler of this operation."""

    stock: Stock
    obs_endpoint: str

    def by_operation(self) -> dict[str, Handler]:
        """The handler by its operationId."""
        return {"listFolder": self.list}

    def list(self, call: Call) -> Any:
        """A page of folders, by default the latest upload first (our assumption).

        That name, alias and description are found by a part of them is our assumption too.

        Raises:
            Refusal: 00021201, 00021202, 00021200, 00021004 a field is not valid.
        """
        offset, limit = reading.page_of(call.body)
        condition = call.body.get("condition") or {}
        if not isinstance(condition, dict):
            raise refuse(INVALID)
        admits = _filter(condition)
        order = reading.one_of(condition, "order", [sign + key for key in _ORDERS for sign in ("", "-")])
        order = order or _NEWEST_FIRST
        with self.stock.lock:
            found = [folder for folder in self.stock.folders.values() if admits(folder)]
            found.sort(key=_ORDERS[order.removeprefix("-")], reverse=order.startswith("-"))
            rows, page = paged(found, offset, limit)
            return {"folders": [folder_view(folder, self.obs_endpoint) for folder in rows], "page": page}


def _filter(condition: reading.Fields) -> Callable[[FolderRecord], bool]:
    name = reading.text(condition, "folder_name", reading.FOLDER_NAME)
    alias = reading.text(condition, "folder_alias", reading.FOLDER_NAME)
    description = reading.text(condition, "folder_desc", reading.FOLDER_DESCRIPTION)
    status = reading.one_of(condition, "status", _STATES)
    uploaded = period(condition, "from", "to", TIME)

    def admits(folder: FolderRecord) -> bool:
        return (
            reading.like(folder.name, name)
            and reading.like(folder.alias, alias)
            and reading.like(folder.description, description)
            and status in (None, str(folder.status))
            and uploaded(folder.created_at)
        )

    return admits
