"""Operations on products, those of tasks and those of refine subtasks."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.periods import period
from skybind_emulators.koomap.real3d import reading
from skybind_emulators.koomap.real3d.mistakes import TIME
from skybind_emulators.koomap.real3d.records import ProductRecord, RefineProductRecord
from skybind_emulators.koomap.real3d.shelf import MISSING, Shelf
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.views import product_view, refine_product_view
from skybind_emulators.koomap.refusals import refuse

_ORDERS = ("task_name_asc", "task_name_desc", "subtask_name_asc", "subtask_name_desc")


@frozen
class ProductHandlers:
    """Handlers of these operations."""

    stock: Stock
    shelf: Shelf

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId."""
        return {
            "listReal3DProducts": self.list,
            "deleteReal3DProduct": self.delete,
            "listReal3DRefineProducts": self.list_refined,
            "deleteReal3DRefineProduct": self.delete_refined,
        }

    def list(self, call: Call) -> Any:
        """A page of products, the latest changed first. It counts as a look at each that the filters admit.

        Raises:
            Refusal: 00021201, 00021202, offset or limit is out of range.
        """
        query = call.arguments.query
        offset, limit = reading.page_of(query)
        name, wanted = reading.text(query, "product_name"), reading.text(query, "product_id")
        with self.stock.lock:
            found = [
                product
                for product in self.stock.products.values()
                if wanted in (None, product.id) and reading.like(product.name, name)
            ]
            if not call.struck("stall"):
                self.shelf.read(found)
            found = [product for product in found if product.id in self.stock.products]
            found.sort(key=_changed, reverse=True)
            rows, page = paged(found, offset, limit)
            return {"products": [product_view(product, self.stock.account) for product in rows], "page": page}

    def delete(self, call: Call) -> Any:
        """Begin to delete an available product.

        Raises:
            Refusal: 00042010 no such product; others as ``Shelf.delete``.
        """
        with self.stock.lock:
            product = self.stock.products.get(call.arguments.path["product_id"])
            if product is None:
                raise refuse(MISSING)
            self.shelf.delete(product)
            return True

    def list_refined(self, call: Call) -> Any:
        """A page of refine products, ordered by a name or, our assumption, the latest changed first.

        That names are found by a part of them is our assumption too.

        Raises:
            Refusal: 00021201, 00021202, 00021200, 00021004 a parameter is not valid.
        """
        query = call.arguments.query
        offset, limit = reading.page_of(query)
        admits = _refine_filter(query)
        order = reading.one_of(query, "order_by", _ORDERS)
        with self.stock.lock:
            found = [product for product in self.stock.refine_products.values() if admits(product)]
            if not call.struck("stall"):
                self.shelf.read(found)
            found = [product for product in found if product.id in self.stock.refine_products]
            found.sort(key=_changed, reverse=True)
            if order is not None:
                field, _, direction = order.rpartition("_")
                found.sort(key=lambda product: getattr(product, field).casefold(), reverse=direction == "desc")
            rows, page = paged(found, offset, limit)
            views = [refine_product_view(product, self.stock.account) for product in rows]
            return {"refine_products": views, "page": page}

    def delete_refined(self, call: Call) -> Any:
        """Begin to delete an available refine product.

        Raises:
            Refusal: 00042010 no such product; others as ``Shelf.delete``.
        """
        with self.stock.lock:
            product = self.stock.refine_products.get(call.arguments.path["refine_product_id"])
            if product is None:
                raise refuse(MISSING)
            self.shelf.delete(product)
            return True


def _changed(product: ProductRecord) -> tuple[int, int]:
    return int(product.updated_at), product.serial


def _refine_filter(query: reading.Fields) -> Callable[[RefineProductRecord], bool]:
    wanted = reading.text(query, "refine_product_id")
    # A name that could not be one finds nothing, so its form is not checked.
    task_name, subtask_name = str(query.get("task_name") or ""), str(query.get("subtask_name") or "")
    created = period(query, "subtask_create_time_from", "subtask_create_time_to", TIME)
    completed = period(query, "subtask_completed_time_from", "subtask_completed_time_to", TIME)

    def admits(product: RefineProductRecord) -> bool:
        return (
            wanted in (None, product.id)
            and reading.like(product.task_name, task_name)
            and reading.like(product.subtask_name, subtask_name)
            and created(product.subtask_created_at)
            and completed(product.subtask_completed_at)
        )

    return admits
