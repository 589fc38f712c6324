"""Products from the end of their run until they are gone: preparing, available, deleting."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta, timezone

from attrs import frozen

from skybind_emulators.koomap.real3d import progress
from skybind_emulators.koomap.real3d.records import ProductRecord, RefineProductRecord
from skybind_emulators.koomap.real3d.states import ProductStatus
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.settings import KooMapRules
from skybind_emulators.speed import Speed

MISSING, FILES_MISSING, NOT_NOW = "KMP.00042010", "KMP.00042009", "KMP.00042012"
_CHINA = timezone(timedelta(hours=8))


@frozen
class Shelf:
    """Moves products on. Its methods are called with the lock held."""

    stock: Stock
    vault: Vault
    speed: Speed
    rules: KooMapRules

    def settle(self, *, stalled: bool = False) -> None:
        """Bring all products up to the present.

        Args:
            stalled: time has stood still for them since.
        """
        now = self.stock.clock.simulated()
        for product in self._all():
            passed, product.seen_at = now - product.seen_at, now
            if not stalled:
                product.waited_s += passed
                self._move(product)

    def read(self, products: Iterable[ProductRecord]) -> None:
        """Count a look at the state of these products."""
        for product in products:
            product.reads += 1
            self._move(product)

    def delete(self, product: ProductRecord) -> None:
        """Begin to delete a product.

        Raises:
            Refusal: 00042012 it is not available; 00042009 its files are not there any more.
        """
        if product.status is not ProductStatus.AVAILABLE:
            raise refuse(NOT_NOW)
        there = {stored.key for stored in self.vault.under(product.prefix)}
        if not {product.prefix + name for detail in product.details for name in detail.files} <= there:
            raise refuse(FILES_MISSING)
        self._enter(product, ProductStatus.DELETING)

    def remove(self, product: ProductRecord) -> None:
        """Forget a product and its files at once."""
        home: dict[str, ProductRecord] | dict[str, RefineProductRecord]
        home = self.stock.refine_products if isinstance(product, RefineProductRecord) else self.stock.products
        home.pop(product.id, None)
        self.vault.clear(product.prefix)

    def _all(self) -> Collection[ProductRecord]:
        return [*self.stock.products.values(), *self.stock.refine_products.values()]

    def _move(self, product: ProductRecord) -> None:
        if product.status is ProductStatus.AVAILABLE:
            return
        whole_s = self.rules.settling_s
        if not progress.waited(self.speed, reads=product.reads, elapsed_s=product.waited_s, whole_s=whole_s):
            return
        if product.status is ProductStatus.PREPARING:
            self._enter(product, ProductStatus.AVAILABLE)
        else:
            self.remove(product)

    def _enter(self, product: ProductRecord, status: ProductStatus) -> None:
        product.status, product.updated_at = status, self.stock.clock.now()
        product.reads, product.waited_s = 0, 0.0


def product_name(*parts: str, at: float) -> str:
    """A product's name: what it is made of, and when, by the clock in Beijing (manual's example)."""
    return "_".join([*parts, datetime.fromtimestamp(at, _CHINA).strftime("%Y%m%d%H%M%S")])
