"""Which code goes with a request that does not fit the specification."""

from collections.abc import Mapping

from skybind_emulators.koomap.areas import DATA, REAL3D, SATELLITE, WORKSPACES, area_of
from skybind_emulators.koomap.real3d import mistakes as real3d
from skybind_emulators.spec import Operation
from skybind_emulators.validation import Invalid, UnsupportedMedia

_WORKSPACES: Mapping[str, str] = {
    "workspace_name": "KMP.00011106",
    "workspace_description": "KMP.00011108",
    "order_by": "KMP.00011109",
    "workspace_ids": "KMP.00011110",
    "create_time_from": "KMP.00011111",
    "create_time_to": "KMP.00011111",
    "update_time_from": "KMP.00011111",
    "update_time_to": "KMP.00011111",
    "offset": "KMP.00011112",
    "limit": "KMP.00011113",
}
_NAME_MISSING = "KMP.00011107"

_SATELLITE: Mapping[str, str] = {
    "task_name": "KMP.00051012",
    "task_description": "KMP.00051022",
    "production_level": "KMP.00051001",
    "coordination": "KMP.00051051",
    "create_time_start": "KMP.00051026",
    "create_time_end": "KMP.00051026",
    "archived": "KMP.00051013",
    "isClip": "KMP.00051013",
    "isTile": "KMP.00051013",
    "limit": "KMP.00051013",
    "offset": "KMP.00051013",
    "task_status": "KMP.00051013",
    "task_type": "KMP.00051013",
    "usage_type": "KMP.00051013",
}
_INPUT_EMPTY = "KMP.00051020"

_DATA: Mapping[str, str] = {"image_date_from": "KMP.00042002", "image_date_to": "KMP.00042002"}
_TOO_MANY = "KMP.00042030"


def code_of(error: Invalid, operation: Operation) -> str:
    """The most telling code that the operation lists."""
    area = area_of(operation)
    code = area.media if isinstance(error, UnsupportedMedia) else _telling(error, operation)
    return code if code in operation.codes else area.parameter


def _telling(error: Invalid, operation: Operation) -> str:
    area = area_of(operation)
    if area is REAL3D:
        return real3d.code_of_invalid(error.place, error.rule)
    name = str(error.place[1]) if len(error.place) > 1 else ""
    missing = error.rule in ("required", "missing")
    if area is WORKSPACES:
        # A null is what the text of the code speaks of.
        unnamed = name == "workspace_name" and error.rule in ("required", "type")
        return _NAME_MISSING if unnamed else _WORKSPACES.get(name, area.parameter)
    if area is SATELLITE:
        return _INPUT_EMPTY if missing and error.place[0] == "body" else _SATELLITE.get(name, area.parameter)
    if area is DATA:
        return _TOO_MANY if (name, error.rule) == ("limit", "maximum") else _DATA.get(name, area.parameter)
    return area.parameter
