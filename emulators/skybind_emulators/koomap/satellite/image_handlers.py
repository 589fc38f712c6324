"""Operations of the group `satellite_images`."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from skybind_emulators.exchange import Call, Turned, json_answer
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.periods import period
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.satellite.checking import mismatches, raw_images, result_names, result_stems
from skybind_emulators.koomap.satellite.coordinates import check_coordinates
from skybind_emulators.koomap.satellite.images import ImageRecord, Images
from skybind_emulators.koomap.satellite.orders import Orders
from skybind_emulators.koomap.satellite.runs import Runs
from skybind_emulators.koomap.satellite.tasks import Tasks
from skybind_emulators.settings import KooMapRules

_TASK_NAME = re.compile("[\u4e00-\u9fa5A-Za-z0-9_]{1,50}")
_BAD_TIME = "KMP.00042002"
_NEWEST_FIRST = "-3"
_KEYS: Mapping[str, Callable[[ImageRecord], Any]] = {
    "1": lambda image: image.name,
    "2": lambda image: image.alias,
    "3": lambda image: (image.uploaded_at, image.serial),
}


class ImageHandlers:
    """Handlers of the group."""

    def __init__(
        self, account: Account, tasks: Tasks, images: Images, orders: Orders, runs: Runs, rules: KooMapRules
    ) -> None:
        self._account = account
        self._tasks = tasks
        self._images = images
        self._orders = orders
        self._runs = runs
        self._rules = rules

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {"validateImage": self.check, "listImageBaseInfo": self.list_page}

    def check(self, call: Call) -> Any:
        """The names of the results that the images would give.

        Raises:
            Turned: status 400 with a list: which images do not go with the others, and why (C-38).
            Refusal: 00051012 the name of the task; or an image cannot be worked on at all, or the coordinate system is
                wrong.
        """
        body = call.body
        if not _TASK_NAME.fullmatch(body["task_name"]):
            raise refuse("KMP.00051012")
        with self._tasks.lock:
            check_coordinates(body["coordination"])
            raws = raw_images(body["data_ids"], self._images, self._rules)
            if found := mismatches(raws):
                rows = [{"name": None, "data_id": one.image_id, "error_message": one.reason} for one in found]
                raise Turned(json_answer(400, rows))
            stems = result_stems(raws, body["production_level"], body["task_name"])
            names = result_names(stems, self._orders.taken())
            return [{"name": name, "data_id": None, "error_message": None} for name in names]

    def list_page(self, call: Call) -> Any:
        """A page of images, last uploaded first unless told otherwise (our assumption).

        C-43: the two dates filter the upload, not the capture.

        Raises:
            Refusal: 00042002, a time does not exist.
        """
        form = call.body
        uploaded = period(form, "image_date_from", "image_date_to", _BAD_TIME)
        order = form.get("order", _NEWEST_FIRST)
        with self._tasks.lock:
            self._runs.settle(stalled=call.struck("stall") is not None)
            found = [image for image in self._images.all() if uploaded(image.uploaded_at) and _fits(image, form)]
            found.sort(key=_KEYS[order.removeprefix("-")], reverse=order.startswith("-"))
            rows, page = paged(found, form.get("offset", 0), form.get("limit", 10))
            return {"data_info": [self._view(image) for image in rows], "page": page}

    def _view(self, image: ImageRecord) -> dict[str, Any]:
        return {
            "image_name": image.name,
            "is_product": image.origin,
            "image_level": image.level,
            "image_status": image.status.value,
            "image_date": moment(image.captured_at),
            "upload_date": moment(image.uploaded_at),
            "image_resolution": f"{image.resolution_m:.1f}",
            "image_description": image.description,
            "image_id": image.image_id,
            "image_type": image.kind,
            "user_name": self._account.username,
            "image_alias": image.alias,
            "product_clip": image.clip,
            "product_tile": image.tile,
            "is_cog": image.cog,
        }


def _fits(image: ImageRecord, form: Mapping[str, Any]) -> bool:
    """Whether an image passes the filters. Parts of names are compared without regard to case (our assumption)."""
    parts = {"image_name": image.name, "raw_alias": image.alias, "description": image.description}
    lists = {"image_status": image.status.value, "image_alias": image.alias, "image_levels": image.level}
    exact = {"is_product": image.origin, "image_type": image.kind}
    return (
        all(form.get(name, "").casefold() in text.casefold() for name, text in parts.items())
        and all(not form.get(name) or text in form[name].split(",") for name, text in lists.items())
        and all(not form.get(name) or text == form[name] for name, text in exact.items())
    )
