"""Valid calls of KooMap, in an order in which each succeeds; what they make, they take away again."""

from harness.contract.contract import Found, Known, Step

__all__ = ["COSTLY", "TOUR"]

_SPACE = {"workspace_id": Found("createCommonWorkspace", "/workspace_id")}
_TASK = {**_SPACE, "task_id": Found("createReal3DTask", "/task_id")}
_SATELLITE = {"id": Found("createTask", "/task_id")}
_ALL_TASKS = {"workspace_id": Known("workspace"), "limit": 100}
_PAGE = {"offset": 0, "limit": 10}
_DONE = {"workspace_id": Known("workspace"), "task_id": Known("done")}
_NERF = {"workspace_id": Known("workspace"), "task_id": Known("nerf")}
_SUBTASK = {**_NERF, "subtask_id": Known("uploading")}
_PLACE = {"longitude": "113.5", "latitude": "22.25", "height": "12.125", "accuracy": "0.05"}
_MARKS = {"imageCode": Known("photo"), "taskId": Known("triangulated")}
_DEVICE = {"Uuid": "skybind-tour"}

TOUR = (
    # Reading: what the account has.
    Step(operation="listCommonWorkspace", query=_PAGE),
    Step(operation="listTaskInfo", query={"workspace_id": Known("workspace"), **_PAGE}),
    Step(operation="showTaskOverview", query={"workspace_id": Known("workspace")}),
    Step(operation="listUsageInfo", query={"usage_type": "DATA", **_PAGE}),
    Step(operation="listUsageInfo", query={"usage_type": "TASK", **_PAGE}),
    Step(operation="listImageBaseInfo", body={"is_product": "0", "limit": 10, "offset": 0}),
    Step(operation="listTasksInWorkspace", path={"workspace_id": Known("workspace")}, query=_PAGE),
    Step(operation="showTaskOverviewInWorkspace", path={"workspace_id": Known("workspace")}),
    Step(operation="listReal3DSubTasks", path=_NERF, query=_PAGE),
    Step(operation="showReal3DUsage", query={"usage_type": "DATA"}),
    Step(operation="showReal3DUsage", query={"usage_type": "REAL3D"}),
    Step(operation="listFolder", body={**_PAGE, "condition": {"status": "1", "order": "-3"}}),
    Step(operation="listReal3DProducts", query=_PAGE),
    Step(operation="listReal3DRefineProducts", query=_PAGE),
    Step(operation="listSpurPoints", body={**_MARKS, **_PAGE}),
    Step(operation="showSpurCount", body={"taskId": Known("triangulated"), **_PLACE}),
    Step(operation="startVps", headers=_DEVICE, body={"payload": Known("positioning")}),
    Step(operation="startNavi", headers=_DEVICE, body={"payload": Known("route")}),
    # Writing: a workspace, with a task of each kind.
    Step(operation="createCommonWorkspace", body={"workspace_name": "skybind_tour"}),
    Step(operation="updateCommonWorkspace", path=_SPACE, body={"workspace_description": "made_by_skybind", "star": 0}),
    Step(operation="createReal3DTask", path=_SPACE, body={"task_name": "skybind_tour", "modeling_type": "Mesh"}),
    Step(
        operation="updateReal3DTask",
        path=_TASK,
        body={"task_type": "REAL3D-UNCTRL", "folder_code": Found("listFolder", "/folders/0/folder_code")},
    ),
    Step(operation="startReal3DTask", path=_TASK, body={"run_AT_only": False}),
    Step(operation="stopReal3DTask", path=_TASK, body={}),
    Step(operation="validateImage", body=Known("image_check")),
    Step(operation="createTask", body=Known("satellite_order")),
    Step(operation="startTask", body=_SATELLITE),
    Step(operation="stopTask", body=_SATELLITE),
    Step(operation="listTaskInfo", query=_ALL_TASKS),
    Step(operation="listTaskInfo", query=_ALL_TASKS),
    Step(operation="updateTaskArchivedStatus", query={"archived": "true"}, body={"id": Known("finished")}),
    Step(operation="updateTaskArchivedStatus", query={"archived": "false"}, body={"id": Known("finished")}),
    Step(operation="updateReal3DTaskArchivedStatus", path=_DONE, body={"archive": True}),
    Step(operation="updateReal3DTaskArchivedStatus", path=_DONE, body={"archive": False}),
    Step(operation="addSpurPoint", body={**_MARKS, **_PLACE, "pointWidth": "1.5", "pointHeight": "2"}),
    Step(operation="createMarkerInfo", path={"task_id": Known("triangulated")}, body={}),
    Step(operation="createReal3DSubTask", path=_NERF, body={"subtask_name": "skybind-tour"}),
    Step(operation="updateReal3DSubTaskUploadStatus", path=_SUBTASK, body={"upload_status": "UPLOAD_SUCCESS"}),
    Step(operation="startReal3DSubTask", path=_SUBTASK, body={}),
    Step(operation="stopReal3DSubTask", path=_SUBTASK, body={}),
    # Taking away.
    Step(
        operation="deleteReal3DSubTask",
        path={**_NERF, "subtask_id": Found("createReal3DSubTask", "/subtask_id")},
        body={},
    ),
    Step(operation="deleteSpurPoint", body={"id": Found("addSpurPoint", "/id")}),
    Step(operation="deleteTask", body=_SATELLITE),
    Step(operation="deleteReal3DTask", path=_TASK, body={}),
    Step(operation="deleteCommonWorkspace", path=_SPACE, body={}),
    Step(operation="deleteReal3DProduct", path={"product_id": Known("product")}, body={}),
    Step(operation="deleteReal3DRefineProduct", path={"refine_product_id": Known("refine_product")}, body={}),
)

_CHARGED = "it is charged for"
_OWN = "there are only the account's own"

COSTLY = {
    "startTask": _CHARGED,
    "startReal3DTask": _CHARGED,
    "startReal3DSubTask": _CHARGED,
    "startVps": _CHARGED,
    "startNavi": _CHARGED,
    "stopTask": "nothing is started",
    "stopReal3DTask": "nothing is started",
    "stopReal3DSubTask": "nothing is started",
    "updateReal3DSubTaskUploadStatus": "it is our guess, and may hit something else",
    "deleteReal3DProduct": _OWN,
    "deleteReal3DRefineProduct": _OWN,
}
