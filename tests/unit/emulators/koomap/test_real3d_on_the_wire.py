"""The real-scene 3D half behind the gateway: that its answers fit the specification, through a whole life."""

from typing import Any

import pytest

from unit.emulators.koomap.harness import KooMap, MakeKooMap

PARAMETERS = {
    "accuracy": "High",
    "key_point_limit": "8000",
    "tie_point_limit": "2000",
    "mesh_accuracy": "1",
}


def created(koomap: KooMap, **changes: Any) -> tuple[str, dict[str, Any]]:
    """The path of a new task, and how it was shown."""
    workspace = koomap.workspace()
    body = {
        "task_name": "block_7",
        "task_type": "REAL3D-UNCTRL",
        "modeling_type": "Nerf",
        "folder_code": koomap.emulator.real3d.folder_code,
        **changes,
    }
    task = koomap.data("POST", f"/v1/real3d/{workspace}/tasks", body)
    return f"/v1/real3d/{workspace}/tasks", task


def status(koomap: KooMap, tasks: str) -> str:
    shown: str = koomap.data("GET", tasks, params={"task_status": list(ALL)})["tasks"][0]["task_status"]
    return shown


ALL = (
    *("INIT", "PENDING", "STARTING", "START_FAILED", "RUNNING", "SUCCESS", "FAILED"),
    *("STOPPING", "STOP_SUCCESS", "ARCHIVED", "BUNDLE_SUCCESS"),
)


def test_a_task_goes_from_creation_to_a_product_and_the_archive(koomap: KooMap) -> None:
    """Create, change, start, list, look at usage and products, archive and back, delete: every answer fits."""
    tasks, task = created(koomap)
    path = f"{tasks}/{task['task_id']}"
    koomap.data("PUT", path, {"task_description": "changed"})
    koomap.data("POST", f"{path}/start", {"run_AT_only": False})
    assert status(koomap, tasks) == "SUCCESS"
    assert koomap.data("GET", f"{tasks}/overview")["total_count"] == 1
    (product,) = koomap.data("GET", "/v1/real3d/products")["products"]
    assert product["task_info"]["task_name"] == "block_7"
    for kind in ("DATA", "REAL3D"):
        assert koomap.data("GET", f"/v1/real3d/usages?usage_type={kind}")["data"]
    for archive, state in ((True, "ARCHIVED"), (False, "SUCCESS")):
        koomap.data("POST", f"{path}/archive", {"archive": archive})
        assert status(koomap, tasks) == state
    assert koomap.data("DELETE", path, {}) is True
    assert koomap.data("DELETE", f"/v1/real3d/products/{product['id']}", {}) is True


def test_a_refined_model_becomes_a_product(koomap: KooMap) -> None:
    """A subtask takes uploaded data by the undocumented call and makes a product of its own."""
    tasks, task = created(koomap)
    path = f"{tasks}/{task['task_id']}"
    koomap.data("POST", f"{path}/start", {})
    assert status(koomap, tasks) == "SUCCESS"
    made = koomap.data("POST", f"{path}/subtasks", {"subtask_name": "refined-1"})
    subtask = f"{path}/subtasks/{made['subtask_id']}"
    koomap.data("PUT", f"{subtask}/uploadstatus", {"upload_status": "UPLOADING"})
    bucket, _, prefix = made["model_path"].removeprefix("obs://").partition("/")
    koomap.store.put(bucket, f"{prefix.rstrip('/')}/model.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    koomap.data("PUT", f"{subtask}/uploadstatus", {"upload_status": "UPLOAD_SUCCESS"})
    koomap.data("POST", f"{subtask}/start", {})
    assert koomap.data("GET", f"{path}/subtasks")["subtasks"][0]["subtask_status"] == "SUCCESS"
    (product,) = koomap.data("GET", "/v1/real3d/refineproducts")["refine_products"]
    assert koomap.data("DELETE", subtask, {}) is True
    assert product["id"] == made["refine_product_id"]


def test_a_controlled_task_takes_mark_points(koomap: KooMap) -> None:
    """Triangulation, points, count, list, marker file, model: every answer fits."""
    tasks, task = created(koomap, task_type="REAL3D-CTRL", modeling_type="Mesh", modeling_params=PARAMETERS)
    path = f"{tasks}/{task['task_id']}"
    koomap.data("POST", f"{path}/start", {"run_AT_only": True})
    assert status(koomap, tasks) == "BUNDLE_SUCCESS"
    point = {
        "taskId": task["task_id"],
        "imageCode": koomap.emulator.real3d.image_codes[0],
        "pointWidth": "100.5",
        "pointHeight": "80.25",
        "longitude": "113.8800482786927",
        "latitude": "37.884999999999998",
        "height": "12.5",
        "accuracy": "0.02",
    }
    node = koomap.data("POST", "/v1/real3d/spur", point)
    assert node["latitude"] == "37.884999999999998"
    control = {name: point[name] for name in ("taskId", "longitude", "latitude", "height", "accuracy")}
    koomap.data("POST", "/v1/real3d/spur/count", control)
    search = {"taskId": task["task_id"], "imageCode": point["imageCode"], "offset": 0, "limit": 10}
    found = koomap.data("POST", "/v1/real3d/spurs", search)
    assert found["page"]["total"] == 1
    assert koomap.data("POST", f"/v1/real3d/spur/{task['task_id']}/markerinfo", {}) is True
    koomap.data("POST", f"{path}/start", {})
    assert status(koomap, tasks) == "SUCCESS"


def test_a_running_task_is_stopped(make_koomap: MakeKooMap) -> None:
    """Through its states by looks, then stopped."""
    koomap = make_koomap(speed="polls:9")
    tasks, task = created(koomap)
    path = f"{tasks}/{task['task_id']}"
    koomap.data("POST", f"{path}/start", {})
    while status(koomap, tasks) != "RUNNING":
        pass
    assert koomap.data("POST", f"{path}/stop", {}) is True
    seen = {status(koomap, tasks) for _ in range(9)}
    assert "STOP_SUCCESS" in seen


@pytest.mark.parametrize(
    ("method", "path", "body", "code"),
    [
        ("POST", "/v1/real3d/{w}/tasks", {}, "KMP.00021009"),
        ("POST", "/v1/real3d/{w}/tasks", {"task_name": "?"}, "KMP.00021119"),
        ("POST", "/v1/real3d/{w}/tasks", {"task_name": "a", "task_type": "REAL3D_CTRL"}, "KMP.00021105"),
        ("POST", "/v1/real3d/{w}/tasks", {"task_name": "a", "modeling_type": "Box"}, "KMP.00021135"),
        ("POST", "/v1/real3d/{n}/tasks", {"task_name": "a"}, "KMP.00021128"),
        ("GET", "/v1/real3d/{w}/tasks?limit=0", None, "KMP.00021202"),
        ("GET", "/v1/real3d/{w}/tasks?offset=-1", None, "KMP.00021201"),
        ("GET", "/v1/real3d/{w}/tasks?create_time_from=x", None, "KMP.00021200"),
        ("GET", "/v1/real3d/{w}/tasks?task_status=NONE", None, "KMP.00021121"),
        ("POST", "/v1/real3d/{w}/tasks/{n}/start", {}, "KMP.00021118"),
        ("POST", "/v1/real3d/spur", {}, "KMP.00021009"),
        ("POST", "/v1/real3d/folders/query_by_condition", {"limit": 0, "offset": 0}, "KMP.00021202"),
        ("GET", "/v1/real3d/usages?usage_type=x", None, "KMP.00021004"),
    ],
)
def test_requests_that_do_not_fit_have_the_part_s_codes(
    koomap: KooMap, method: str, path: str, body: Any, code: str
) -> None:
    """What the specification refuses is refused with a code that the operation lists."""
    target = path.replace("{w}", koomap.workspace()).replace("{n}", "0" * 32)
    assert koomap.refused(method, target, body)[1] == code


def test_another_content_type_is_refused(koomap: KooMap) -> None:
    """C-16: the real-scene 3D part refuses it with 400."""
    path = f"/v1/real3d/{koomap.workspace()}/tasks"
    assert koomap.refused("POST", path, content=b"x", headers={"Content-Type": "text/plain"}) == (400, "KMP.00021005")


def test_run_at_only_in_another_case_is_not_read(koomap: KooMap) -> None:
    """C-14: an error text writes run_at_only; names are taken literally."""
    tasks, task = created(koomap, task_type="REAL3D-UNCTRL")
    koomap.data("POST", f"{tasks}/{task['task_id']}/start", {"run_at_only": True})
    assert status(koomap, tasks) == "SUCCESS"
