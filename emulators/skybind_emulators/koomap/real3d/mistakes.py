"""Which code goes with a mistake in which field."""

from collections.abc import Mapping, Sequence

INVALID, MISSING = "KMP.00021004", "KMP.00021009"
TIME = "KMP.00021200"
_TIMES = ("from", "to")

_CODES: Mapping[str, str] = {
    "task_ids": "KMP.00021125",
    "task_name": "KMP.00021119",
    "task_description": "KMP.00021120",
    "task_type": "KMP.00021105",
    "modeling_type": "KMP.00021135",
    "task_status": "KMP.00021121",
    "subtask_name": "KMP.00021144",
    "subtask_status": "KMP.00021149",
    "archive": "KMP.00021126",
    "upload_status": "KMP.00021150",
    "pointWidth": "KMP.00021155",
    "pointHeight": "KMP.00021155",
    "offset": "KMP.00021201",
    "limit": "KMP.00021202",
}
# These say what is needed, so they fit a missing field better than "parameter missing".
_ALSO_MISSING = ("archive",)


def code_of(field: str) -> str:
    """The code for a field whose value is wrong."""
    if field in _TIMES or field.endswith(("_time_from", "_time_to")):
        return TIME
    return _CODES.get(field, INVALID)


def code_of_invalid(place: Sequence[str | int], rule: str) -> str:
    """The code for a request that does not fit the specification.

    Args:
        place: where it goes wrong: names from the request's part down, indexes among them.
        rule: the keyword of JSON Schema that is broken, or ``missing`` for a body that is not there.
    """
    names = [step for step in place if isinstance(step, str)]
    field = names[-1] if names else ""
    if rule in ("required", "missing") and field not in _ALSO_MISSING:
        return MISSING
    return code_of(field)
