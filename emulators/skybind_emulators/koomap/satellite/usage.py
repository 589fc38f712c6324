"""What was used of satellite storage and processing."""

from typing import Any

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.satellite.images import RESULT, Images
from skybind_emulators.koomap.satellite.materials import Materials

_STORAGE = "时空专属存储"
_PROCESSING = {
    "L2": "基础处理：色彩增强与粗纠正L2",
    "L3": "基础处理：色彩增强与精纠正L3",
    "L4": "基础处理：正射纠正L4",
    "L5": "基础处理：影像镶嵌L5",
}
_GIGABYTE = 10**9


class Usage:
    """Counts finished tasks, and tells what lies in storage."""

    def __init__(self, account: Account, clock: SimulatedClock, images: Images, materials: Materials) -> None:
        self._account = account
        self._clock = clock
        self._images = images
        self._materials = materials
        self._begun_at = self._changed_at = clock.now()
        self._times = dict.fromkeys(_PROCESSING, 0)

    def processed(self, level: str) -> None:
        """Count a task that succeeded."""
        self._times[level] += 1
        self._changed_at = self._clock.now()

    def answer(self, call: Call) -> Any:
        """A page of usage: storage of all kinds in one record, or for each level the size of its results and the
        number of tasks that succeeded."""
        query = call.arguments.query
        rows = self._storage() if query["usage_type"] == "DATA" else self._tasks()
        shown, page = paged(rows, query.get("offset", 0), query.get("limit", 10))
        return {"data": shown, "page": page}

    def _storage(self) -> list[dict[str, Any]]:
        sizes: list[int] = [image.size for image in self._images.all()]
        sizes += [csv.size for csv in self._materials.csvs.values()]
        sizes += [vector.size for vector in self._materials.vectors.values()]
        return [self._row(_STORAGE, "DATA", None, "VOLUME", sum(sizes) / _GIGABYTE)]

    def _tasks(self) -> list[dict[str, Any]]:
        rows = []
        for level, name in _PROCESSING.items():
            results = [image.size for image in self._images.all() if (image.origin, image.level) == (RESULT, level)]
            rows.append(self._row(name, "TASK", level, "VOLUME", sum(results) / _GIGABYTE))
            rows.append(self._row(name, "TASK", level, "TIME", float(self._times[level])))
        return rows

    def _row(self, name: str, kind: str, level: str | None, unit_type: str, used: float) -> dict[str, Any]:
        return {
            "usage_measure_name": name,
            "usage_unit_type": unit_type,
            "usage_type": kind,
            "domain_id": self._account.domain_id,
            "usage_subtype": level,
            "usage": used,
            "capacity": 0.0,  # nothing was bought in advance
            "unit": "GB" if unit_type == "VOLUME" else "次",
            "created_time": moment(self._begun_at),
            "update_time": moment(self._changed_at),
        }
