"""Lists: which entries, in which order, which page."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from skybind_emulators.exchange import Refusal
from skybind_emulators.settings import TerraRules
from skybind_emulators.terra.dialect import BAD_PARAMETER
from skybind_emulators.terra.state import FileRecord, JobRecord, ResourceRecord

Record = TypeVar("Record", FileRecord, ResourceRecord, JobRecord)


def chosen(records: Iterable[Record], query: Mapping[str, Any], rules: TerraRules) -> list[Record]:
    """The records that `search` and `uuids` leave. Empty texts leave all.

    That `search` looks into names only, and without regard to case, is our assumption.

    Raises:
        Refusal: 102001, `uuids` names too many.
    """
    left = list(records)
    if search := query.get("search"):
        left = [record for record in left if search.casefold() in record.name.casefold()]
    if uuids := query.get("uuids"):
        wanted = set(uuids.split(","))
        if uuids.count(",") >= rules.uuids_max:
            raise Refusal(BAD_PARAMETER, f"uuids: more than {rules.uuids_max}")
        left = [record for record in left if record.uuid in wanted]
    return left


def page(
    records: Iterable[Record],
    query: Mapping[str, Any],
    rules: TerraRules,
    view: Callable[[Record], dict[str, Any]],
    *,
    oldest_first: bool = False,
) -> dict[str, Any]:
    """One page. A page after the last is empty; `total` counts all pages.

    Newest first is known of files; that resources and jobs come so too is our assumption.
    """
    number: int = query.get("page", 1)
    rows: int = min(query.get("rows", rules.rows_default), rules.rows_max)
    ordered = sorted(records, key=lambda record: record.serial, reverse=not oldest_first)
    start = (number - 1) * rows
    shown = ordered[start : start + rows]
    return {"list": [view(record) for record in shown], "page": number, "rows": rows, "total": len(ordered)}
