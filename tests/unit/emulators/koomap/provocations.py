"""How each code of this half of KooMap is provoked, and which codes only a ``refuse`` fault orders.

Each entry of ``PROVOKED`` names the code, the operation, and what to do to an emulator; the last answer has the code.
"""

from collections.abc import Callable
from typing import Any

import httpx

from unit.emulators.koomap.harness import KooMap
from unit.emulators.koomap.places import request as positioning_request
from unit.emulators.koomap.places import way

Provoke = Callable[[KooMap], httpx.Response]
Entry = tuple[str, str, Provoke, dict[str, Any]]

WORKSPACES, TASKS = "/v1/workspaces", "/v1/kmp-control/tasks"
IMAGES, USAGES = "/v1/kmp-data/imageinfo", "/v1/kmp-control/usages"
CHECK = f"{TASKS}/image"
VPS, NAVI = "/v1/algo/vps", "/v1/algo/navi"
NOBODY = "0" * 32
#: The part of the service that the operations of this half are of.
OPERATIONS = {
    "createCommonWorkspace": ("POST", WORKSPACES),
    "listCommonWorkspace": ("GET", WORKSPACES),
    "updateCommonWorkspace": ("PUT", f"{WORKSPACES}/{NOBODY}"),
    "deleteCommonWorkspace": ("DELETE", f"{WORKSPACES}/{NOBODY}"),
    "createTask": ("POST", TASKS),
    "showTaskOverview": ("GET", f"{TASKS}/overview"),
    "listTaskInfo": ("GET", TASKS),
    "startTask": ("POST", f"{TASKS}/start"),
    "stopTask": ("POST", f"{TASKS}/stop"),
    "updateTaskArchivedStatus": ("POST", f"{TASKS}/archive"),
    "deleteTask": ("DELETE", TASKS),
    "validateImage": ("POST", CHECK),
    "listUsageInfo": ("GET", USAGES),
    "listImageBaseInfo": ("POST", IMAGES),
    "startVps": ("POST", VPS),
    "startNavi": ("POST", NAVI),
}


def sent(operation: str, body: Any = None, query: str = "", **more: Any) -> Provoke:
    """One request."""
    method, path = OPERATIONS[operation]
    return lambda koomap: koomap.send(method, path + query, body, **more)


def twice(operation: str, body: Any) -> Provoke:
    """The same request two times."""

    def provoke(koomap: KooMap) -> httpx.Response:
        koomap.send(*OPERATIONS[operation], body)
        return koomap.send(*OPERATIONS[operation], body)

    return provoke


def ordered(**changes: Any) -> Provoke:
    """A request for a task, wrong in one thing. The data that images give are found first, for the right request."""

    def provoke(koomap: KooMap) -> httpx.Response:
        order = koomap.order(koomap.workspace(), production_level=changes.get("production_level", "L2"))
        return koomap.send("POST", TASKS, {**order, **changes})

    return provoke


def without(name: str) -> Provoke:
    """A request for a task that lacks a field."""

    def provoke(koomap: KooMap) -> httpx.Response:
        order = koomap.order(koomap.workspace())
        return koomap.send("POST", TASKS, {key: value for key, value in order.items() if key != name})

    return provoke


def with_csv(points: list[tuple[float, float, float]], *, there: bool = True, times: int = 1) -> Provoke:
    """A request for a task of level L3 with a csv file of these points."""

    def provoke(koomap: KooMap) -> httpx.Response:
        csv = koomap.satellite.materials.add_csv(points, there=there).csv_id
        return ordered(production_level="L3", csv_ids=[csv] * times)(koomap)

    return provoke


def with_image(operation: str, **fields: Any) -> Provoke:
    """A check of an image, or a request for a task with it, that is not as it should be."""

    def provoke(koomap: KooMap) -> httpx.Response:
        given = {"satellite": "GF1", "position": (110.0, 30.0), "captured_at": 0.0, **fields}
        image = koomap.satellite.images.add("GF1_WFV1_L1A-MSS", **given).image_id
        if operation == "createTask":
            return ordered(data_ids=[image])(koomap)
        return koomap.send("POST", CHECK, checked([image]))

    return provoke


def checked(image_ids: list[str], **changes: Any) -> dict[str, Any]:
    """The body of a check of images."""
    return {"data_ids": image_ids, "production_level": "L2", "task_name": "t", "coordination": "WGS84", **changes}


def check_of_pair(**changes: Any) -> Provoke:
    """A check of two good images, wrong in something else."""
    return lambda koomap: koomap.send("POST", CHECK, checked(koomap.pan_and_mss(), **changes))


def _full(koomap: KooMap) -> httpx.Response:
    koomap.workspace("first")
    return koomap.send("POST", WORKSPACES, {"workspace_name": "second"})


def _pinned_too_many(koomap: KooMap) -> httpx.Response:
    for name in ("first", "second"):
        answer = koomap.send("PUT", f"{WORKSPACES}/{koomap.workspace(name)}", {"star": 1})
    return answer


def _delete_pinned(koomap: KooMap) -> httpx.Response:
    path = f"{WORKSPACES}/{koomap.workspace()}"
    koomap.data("PUT", path, {"star": 1})
    return koomap.send("DELETE", path, {})


def _delete_occupied(koomap: KooMap) -> httpx.Response:
    workspace = koomap.workspace()
    koomap.task(workspace)
    return koomap.send("DELETE", f"{WORKSPACES}/{workspace}", {})


def _same_task_name(koomap: KooMap) -> httpx.Response:
    workspace = koomap.workspace()
    order = koomap.order(workspace, task_name="block")
    koomap.data("POST", TASKS, order)
    return koomap.send("POST", TASKS, {**order, "task_name": "BLOCK"})


def _same_result_name(koomap: KooMap) -> httpx.Response:
    workspace = koomap.workspace()
    order = koomap.order(workspace)
    koomap.data("POST", TASKS, order)
    return koomap.send("POST", TASKS, {**order, "task_name": "other"})


def _same_alias(koomap: KooMap) -> httpx.Response:
    order = koomap.order(koomap.workspace(), data_ids=koomap.singles())
    return koomap.send("POST", TASKS, {**order, "data_alias": dict.fromkeys(order["data_alias"], "same")})


def _too_many_tasks(koomap: KooMap) -> httpx.Response:
    workspace = koomap.workspace()
    koomap.task(workspace, task_name="first")
    return koomap.send("POST", TASKS, koomap.order(workspace, task_name="second"))


def _clip_with_lost_vector(koomap: KooMap) -> httpx.Response:
    vector = koomap.satellite.materials.add_vector(there=False).shape_id
    return ordered(production_level="L5", isClip="1", shape_id=vector)(koomap)


def _result_as_raw(koomap: KooMap) -> httpx.Response:
    koomap.act("start", koomap.task())
    result = koomap.images(is_product="1")["data_info"][0]["image_id"]
    return koomap.send("POST", CHECK, checked([result]))


def _image_twice(koomap: KooMap) -> httpx.Response:
    return koomap.send("POST", CHECK, checked(koomap.pan_and_mss()[:1] * 2))


def _importing(koomap: KooMap) -> httpx.Response:
    image = koomap.images(image_status="1")["data_info"][0]["image_id"]
    return koomap.send("POST", CHECK, checked([image]))


def _of_deleted_workspace(koomap: KooMap) -> httpx.Response:
    workspace = koomap.workspace()
    koomap.data("DELETE", f"{WORKSPACES}/{workspace}", {})
    return koomap.send("GET", f"{TASKS}?workspace_id={workspace}")


def _of_foreign_workspace(koomap: KooMap) -> httpx.Response:
    return koomap.send("GET", f"{TASKS}/overview?workspace_id={koomap.satellite.foreign_workspace_id}")


def _foreign_task(koomap: KooMap) -> httpx.Response:
    return koomap.act("start", koomap.satellite.foreign_task_id)


def _deleted_task(koomap: KooMap) -> httpx.Response:
    task = koomap.task()
    koomap.act("delete", task)
    return koomap.act("delete", task)


def act(action: str, *before: str, id_: str | None = None) -> Provoke:
    """Actions on a new task, or on an id."""

    def provoke(koomap: KooMap) -> httpx.Response:
        task = id_ or koomap.task()
        for earlier in before:
            koomap.act(earlier, task)
        return koomap.act(action, task)

    return provoke


def fault(operation: str, kind: str) -> Provoke:
    """A request that a fault strikes."""

    def provoke(koomap: KooMap) -> httpx.Response:
        koomap.faults.add(f"koomap.{operation}", kind)
        return koomap.send(*OPERATIONS[operation])

    return provoke


def no_token(operation: str) -> Provoke:
    """A request without a token."""
    return sent(operation, headers={"X-Auth-Token": ""})


def no_project(operation: str) -> Provoke:
    """A request with a token for the whole account."""

    def provoke(koomap: KooMap) -> httpx.Response:
        token = koomap.emulator.tokens.issue(None, lifetime_s=60).text
        return koomap.send(*OPERATIONS[operation], headers={"X-Auth-Token": token})

    return provoke


def form(**fields: str) -> Provoke:
    """A search for images."""
    return lambda koomap: koomap.send("POST", IMAGES, files={name: (None, text) for name, text in fields.items()})


def position(**changes: Any) -> Provoke:
    """A request for positioning."""
    return lambda koomap: koomap.send("POST", VPS, positioning_request(**changes))


def walk(end: tuple[float, float, float], **more: Any) -> Provoke:
    """A request for a way from the middle of the area."""
    return lambda koomap: koomap.send("POST", NAVI, way(koomap, (0.0, 0.0, 0.0), end, **more))


_PLACE = [(115.9, 39.6, 50.0), (116.6, 39.6, 50.0), (116.6, 40.1, 50.0), (115.9, 40.1, 50.0)]
_ELSEWHERE = [(x + 30, y, z) for x, y, z in _PLACE]
_ONE_LINE = [(115.9 + n / 10, 39.6, 50.0) for n in range(4)]
_OFF_EARTH = [(x, y + 90, z) for x, y, z in _PLACE]
_UNREADABLE = "bm8gaW1hZ2U="

PROVOKED: list[Entry] = [
    # workspaces
    ("KMP.00010000", "listCommonWorkspace", fault("listCommonWorkspace", "status-500"), {}),
    ("KMP.00011001", "listCommonWorkspace", sent("listCommonWorkspace"), {"account": "unopened"}),
    ("KMP.00011002", "listCommonWorkspace", no_project("listCommonWorkspace"), {}),
    ("KMP.00011003", "listCommonWorkspace", sent("listCommonWorkspace"), {"account": "abnormal"}),
    ("KMP.00011004", "createCommonWorkspace", sent("createCommonWorkspace", []), {}),
    ("KMP.00011005", "createCommonWorkspace", sent("createCommonWorkspace", content=b"x"), {}),
    ("KMP.00011007", "createCommonWorkspace", no_token("createCommonWorkspace"), {}),
    ("KMP.00011100", "createCommonWorkspace", _full, {"workspaces_max": 1}),
    ("KMP.00011101", "updateCommonWorkspace", _pinned_too_many, {"pinned_max": 1}),
    ("KMP.00011102", "deleteCommonWorkspace", _delete_pinned, {}),
    ("KMP.00011103", "deleteCommonWorkspace", _delete_occupied, {}),
    ("KMP.00011104", "deleteCommonWorkspace", sent("deleteCommonWorkspace", {}), {}),
    ("KMP.00011105", "createCommonWorkspace", twice("createCommonWorkspace", {"workspace_name": "same"}), {}),
    ("KMP.00011106", "createCommonWorkspace", sent("createCommonWorkspace", {"workspace_name": "?!"}), {}),
    ("KMP.00011107", "createCommonWorkspace", sent("createCommonWorkspace", {}), {}),
    (
        "KMP.00011108",
        "createCommonWorkspace",
        sent("createCommonWorkspace", {"workspace_name": "ok", "workspace_description": "?"}),
        {},
    ),
    ("KMP.00011109", "listCommonWorkspace", sent("listCommonWorkspace", query="?order_by=x"), {}),
    ("KMP.00011110", "listCommonWorkspace", sent("listCommonWorkspace", query="?workspace_ids=x"), {}),
    ("KMP.00011111", "listCommonWorkspace", sent("listCommonWorkspace", query="?create_time_to=x"), {}),
    ("KMP.00011112", "listCommonWorkspace", sent("listCommonWorkspace", query="?offset=-1"), {}),
    ("KMP.00011113", "listCommonWorkspace", sent("listCommonWorkspace", query="?limit=0"), {}),
    # satellite tasks
    ("KMP.00050001", "listTaskInfo", fault("listTaskInfo", "status-500"), {}),
    ("KMP.00051001", "validateImage", sent("validateImage", checked(["x"], production_level="L9")), {}),
    ("KMP.00051002", "showTaskOverview", _of_foreign_workspace, {}),
    ("KMP.00051003", "validateImage", check_of_pair(), {"satellite_images_max": 1}),
    ("KMP.00051004", "createTask", _same_task_name, {}),
    ("KMP.00051005", "createTask", _same_alias, {}),
    ("KMP.00051006", "createTask", ordered(production_level="L5", isClip="1"), {}),
    ("KMP.00051007", "createTask", ordered(production_level="L5", isClip="1", shape_id=NOBODY), {}),
    ("KMP.00051008", "createTask", ordered(production_level="L3"), {}),
    ("KMP.00051010", "createTask", _same_result_name, {}),
    ("KMP.00051011", "createTask", _too_many_tasks, {"satellite_tasks_max": 1}),
    ("KMP.00051012", "createTask", ordered(task_name="?"), {}),
    ("KMP.00051013", "createTask", ordered(isClip="2"), {}),
    ("KMP.00051014", "startTask", _foreign_task, {}),
    ("KMP.00051015", "startTask", act("start", "start"), {}),
    ("KMP.00051016", "validateImage", _result_as_raw, {}),
    ("KMP.00051017", "stopTask", act("stop"), {}),
    ("KMP.00051018", "updateTaskArchivedStatus", act("archive"), {}),
    ("KMP.00051019", "updateTaskArchivedStatus", act("unarchive"), {}),
    ("KMP.00051020", "createTask", without("data_ids"), {}),
    ("KMP.00051022", "createTask", ordered(task_description="?"), {}),
    ("KMP.00051026", "listTaskInfo", sent("listTaskInfo", query=f"?workspace_id={NOBODY}&create_time_end=x"), {}),
    ("KMP.00051029", "listTaskInfo", sent("listTaskInfo"), {"account": "unopened"}),
    ("KMP.00051035", "validateImage", with_image("validateImage", position=None), {}),
    ("KMP.00051036", "validateImage", check_of_pair(coordination="UTM61N"), {}),
    ("KMP.00051037", "validateImage", check_of_pair(coordination="EPSG:1"), {}),
    ("KMP.00051038", "validateImage", with_image("validateImage", position=(200.0, 30.0)), {}),
    ("KMP.00051039", "validateImage", with_image("validateImage", suffix=".jpg"), {}),
    ("KMP.00051041", "validateImage", _importing, {}),
    ("KMP.00051042", "createTask", ordered(csv_ids=[NOBODY]), {}),
    ("KMP.00051043", "startTask", act("start", "start"), {"speed": "polls:9"}),
    ("KMP.00051044", "startTask", act("start", id_=NOBODY), {}),
    ("KMP.00051045", "createTask", with_csv(_PLACE, there=False), {}),
    ("KMP.00051046", "deleteTask", _deleted_task, {}),
    ("KMP.00051047", "deleteTask", act("delete", "start"), {}),
    ("KMP.00051049", "validateImage", check_of_pair(coordination="Mars2000"), {}),
    ("KMP.00051050", "validateImage", with_image("validateImage", rpc=False), {}),
    ("KMP.00051051", "validateImage", check_of_pair(coordination="?"), {}),
    ("KMP.00051052", "startTask", act("start", id_="short"), {}),
    ("KMP.00051053", "listTaskInfo", sent("listTaskInfo", query=f"?workspace_id={NOBODY}"), {}),
    ("KMP.00051056", "createTask", _clip_with_lost_vector, {}),
    ("KMP.00051060", "listUsageInfo", sent("listUsageInfo"), {"account": "abnormal"}),
    ("KMP.00051061", "listTaskInfo", _of_deleted_workspace, {}),
    ("KMP.00051069", "createTask", ordered(data_alias={"other": "alias"}), {}),
    ("KMP.00051072", "createTask", with_csv(_PLACE, times=2), {}),
    ("KMP.00051073", "validateImage", _image_twice, {}),
    ("KMP.00051074", "validateImage", sent("validateImage", checked([NOBODY])), {}),
    ("KMP.00051075", "createTask", ordered(isTile="1"), {}),
    ("KMP.00051076", "createTask", ordered(workspace_id="short"), {}),
    ("KMP.00051077", "createTask", no_token("createTask"), {}),
    ("KMP.00054001", "createTask", with_csv(_PLACE[:3]), {}),
    ("KMP.00054002", "createTask", with_csv(_ONE_LINE), {}),
    ("KMP.00054004", "createTask", with_csv(_OFF_EARTH), {}),
    ("KMP.00054006", "createTask", with_csv(_ELSEWHERE), {}),
    ("KMP.00054007", "validateImage", with_image("validateImage", bands=5), {}),
    *(
        (code, operation, with_image(operation, defect=code), {})
        for code in ("KMP.00054008", "KMP.00054009", "KMP.00054010", "KMP.00054011", "KMP.00054012")
        for operation in ("validateImage", "createTask")
    ),
    ("KMP.00054013", "createTask", with_image("createTask", width_px=0), {}),
    # data
    ("KMP.00040000", "listImageBaseInfo", fault("listImageBaseInfo", "status-500"), {}),
    ("KMP.00041001", "listImageBaseInfo", no_token("listImageBaseInfo"), {}),
    ("KMP.00042001", "listImageBaseInfo", form(limit="0"), {}),
    ("KMP.00042002", "listImageBaseInfo", form(image_date_from="x"), {}),
    ("KMP.00042030", "listImageBaseInfo", form(limit="101"), {}),
    # AR
    ("GATEWAY.0002", "startVps", no_token("startVps"), {}),
    ("GATEWAY.0003", "startVps", sent("startVps", {}), {"account": "unopened"}),
    ("GATEWAY.0005", "startNavi", no_project("startNavi"), {}),
    ("GATEWAY.0006", "startNavi", twice("startNavi", {}), {"throttle_per_s": 1}),
    ("GATEWAY.0007", "startVps", fault("startVps", "status-502"), {}),
    ("VPS.0001", "startVps", fault("startVps", "status-500"), {}),
    ("VPS.0002", "startVps", position(user={"image": _UNREADABLE}), {}),
    ("VPS.0003", "startVps", position(gps=[]), {}),
    ("VPS.0004", "startVps", position(gps=[{"longitude": 0, "latitude": 0, "accuracy": 1}]), {}),
    ("NAVI.0001", "startNavi", fault("startNavi", "status-500"), {}),
    ("NAVI.0002", "startNavi", walk((0.0, 0.0, 0.0)), {}),
    ("NAVI.0003", "startNavi", walk((1.0, 0.0, 0.0), utm="x"), {}),
    ("NAVI.0004", "startNavi", walk((90_000.0, 0.0, 0.0)), {}),
    # the gateway; test_gateway.py has more of each
    ("APIGW.0101", "createTask", lambda koomap: koomap.send("PUT", TASKS, {}), {}),
    ("APIGW.0201", "listTaskInfo", fault("listTaskInfo", "status-502"), {}),
    ("APIGW.0301", "listTaskInfo", fault("listTaskInfo", "expire-token"), {}),
    ("APIGW.0308", "listTaskInfo", fault("listTaskInfo", "status-429"), {}),
]

_SERVER = "a fault inside the service"
_IMPORT = "said of an import, for which there is no operation"
#: Codes that nothing a caller does leads to, and why. A ``refuse`` fault orders them.
ORDERED_ONLY: dict[str, str] = {
    "APIGW.0103": "a backend that the gateway was not told of",
    "APIGW.0104": "a gateway set up wrongly",
    "APIGW.0105": "a gateway set up wrongly",
    "APIGW.0106": "a gateway set up wrongly",
    "GATEWAY.0001": _SERVER,
    "KMP.00010101": _SERVER,
    "KMP.00010102": _SERVER,
    "KMP.00010201": _SERVER,
    "KMP.00011006": "a resource that is neither a workspace nor a path",
    "KMP.00011008": "an address that the gateway lets pass and the service does not know",
    "KMP.00040101": _SERVER,
    "KMP.00041002": _SERVER,
    "KMP.00041003": _IMPORT,
    "KMP.00042003": _SERVER,
    "KMP.00042010": "said of one object; the search names none",
    "KMP.00042016": _IMPORT,
    "KMP.00042017": _IMPORT,
    "KMP.00042018": "said of a download, for which there is no operation",
    "KMP.00042019": _IMPORT,
    "KMP.00042020": _SERVER,
    "KMP.00042022": "said of one object; the search names none",
    "KMP.00042023": "said of one object; the search names none",
    "KMP.00051009": "a workspace with tasks cannot be deleted, so that no task loses its own",
    "KMP.00051030": _SERVER,
    "KMP.00051031": _SERVER,
    "KMP.00051032": _SERVER,
    "KMP.00051033": _SERVER,
    "KMP.00051040": _SERVER,
    "KMP.00051048": _SERVER,
    "KMP.00051054": _SERVER,
    "KMP.00051055": _SERVER,
    "KMP.00051058": _SERVER,
    "KMP.00051059": _SERVER,
    "KMP.00051065": _SERVER,
    "KMP.00051066": _SERVER,
    "KMP.00051067": _SERVER,
    "KMP.00051068": _SERVER,
    "KMP.00051070": _SERVER,
    "KMP.00051071": _SERVER,
}
#: Codes whose provocation takes more than one line; see test_gateway.py.
ELSEWHERE = {"APIGW.0307", "APIGW.0310"}
