"""What KooMap takes beyond its specification, because its sources contradict each other."""

from harness.contract.documents import Tolerance

__all__ = ["TOLERANCES"]

_JOINED = "C-24: nobody says how a list is written in a query; names are repeated, and commas are read too"
_NUMBERS = "C-73: positions are text in requests and numbers in answers"
_NULLS = "C-36, C-37: null stands for nothing in the examples"

TOLERANCES = (
    Tolerance("/paths/~1v1~1workspaces/get/parameters/star/schema", {"enum": ["0", "1"]}, "C-27: 0 and 1 in the text"),
    Tolerance(
        "/components/schemas/WorkspaceChange/properties/star", {"type": "boolean"}, "C-27: a boolean in the query"
    ),
    Tolerance(
        "/paths/~1v1~1kmp-control~1tasks/get/parameters/task_status/schema/items",
        {"enum": ["INIT,RUNNING", "SUCCESS,FAILED,ARCHIVED"]},
        _JOINED,
    ),
    Tolerance(
        "/paths/~1v1~1real3d~1{workspace_id}~1tasks/get/parameters/task_status/schema/items",
        {"enum": ["INIT,PENDING", "SUCCESS,FAILED,ARCHIVED"]},
        _JOINED,
    ),
    Tolerance("/components/schemas/NewSatelliteTask/properties/shape_id", {"type": "null"}, _NULLS),
    Tolerance("/components/schemas/NewSatelliteTask/properties/task_description", {"type": "null"}, _NULLS),
    *(
        Tolerance(f"/components/schemas/NaviPosition/properties/{axis}", {"type": "number"}, _NUMBERS)
        for axis in ("x", "y", "z")
    ),
)
