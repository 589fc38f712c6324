"""The operation on usage: storage, and finished modelling."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.real3d import reading
from skybind_emulators.koomap.real3d.album import Album
from skybind_emulators.koomap.real3d.records import MESH, NERF
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault

_STORAGE, _MODELLING = "DATA", "REAL3D"
_GIGA = 1e9
# Which edition makes what is our assumption: the professional one came with radiance fields.
_EDITIONS = {
    "REAL3D_BASIC": ("实景三维生产服务基础版", MESH),
    "REAL3D_PRO": ("实景三维生产服务专业版", NERF),
}


@frozen
class UsageHandlers:
    """The handler of this operation.

    Attributes:
        vaults: all that the account keeps.
        opened_at: when counting began, Unix seconds.
    """

    stock: Stock
    vaults: Sequence[Vault]
    album: Album
    opened_at: float

    def by_operation(self) -> dict[str, Handler]:
        """The handler by its operationId."""
        return {"showReal3DUsage": self.show}

    def show(self, call: Call) -> Any:
        """What was used: for DATA the gigabytes (10^9 bytes) of all that lies in the account's storage; for REAL3D the
        gigapixels and the number of modellings that succeeded, by edition. Nothing is bought ahead.

        Raises:
            Refusal: 00021009 the kind is missing; 00021004 there is no such kind.
        """
        reading.needed(call.arguments.query, "usage_type")
        kind = reading.one_of(call.arguments.query, "usage_type", (_STORAGE, _MODELLING))
        self.album.draw()
        with self.stock.lock:
            return {"data": [self._storage()] if kind == _STORAGE else self._modelling()}

    def _storage(self) -> dict[str, Any]:
        used = sum(stored.size for vault in self.vaults for stored in vault.under(vault.root)) / _GIGA
        return self._row("时空专属存储", _STORAGE, None, "VOLUME", "GB", round(used, 9), self.stock.clock.now())

    def _modelling(self) -> list[dict[str, Any]]:
        rows = []
        for edition, (name, modeling_type) in _EDITIONS.items():
            done = [run for run in self.stock.done if run.modeling_type == modeling_type]
            at = done[-1].at if done else self.opened_at
            pixels = round(sum(run.pixels for run in done) / _GIGA, 9)
            rows.append(self._row(name, _MODELLING, edition, "NUMBER", "GP", pixels, at))
            rows.append(self._row(name, _MODELLING, edition, "COUNT", "次", len(done), at))
        return rows

    def _row(
        self, name: str, kind: str, edition: str | None, unit_type: str, unit: str, usage: float, at: float
    ) -> dict[str, Any]:
        return {
            "usage_measure_name": name,
            "usage_type": kind,
            "domain_id": self.stock.account.domain_id,
            "usage_subtype": edition,
            "usage": usage,
            "capacity": 0,
            "usage_unit_type": unit_type,
            "unit": unit,
            "created_time": moment(self.opened_at),
            "update_time": moment(at),
        }
