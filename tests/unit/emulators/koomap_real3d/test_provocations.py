"""Each code of the real-scene 3D part that an operation can produce: how it is provoked."""

from collections.abc import Callable
from typing import Any

import pytest

from skybind_emulators.spec import load
from unit.emulators.koomap_real3d.scene import PARAMETERS, PLACE, Scene, photo

NOBODY = "0" * 32

Provocation = Callable[[Scene], str]


def _task(**fields: Any) -> Provocation:
    return lambda scene: scene.refused("createReal3DTask", {"task_name": "block_7", **fields})


def _listed(**query: Any) -> Provocation:
    return lambda scene: scene.refused("listTasksInWorkspace", query=query)


def _controlled(operation: Callable[[Scene, str], str]) -> Provocation:
    return lambda scene: operation(scene, scene.triangulated())


def _started(**missing: Any) -> Provocation:
    return lambda scene: scene.refused("startReal3DTask", {}, task_id=scene.task(**missing))


def _on(operation: str, state: str, body: Any = None) -> Provocation:
    """The operation on a task in a state."""

    def provoke(scene: Scene) -> str:
        task = scene.in_state(state)
        return scene.refused(operation, body, task_id=task)

    return provoke


def _second_task(scene: Scene) -> str:
    scene.task("Block_7")
    return scene.refused("createReal3DTask", {"task_name": "bLOCK_7"})


def _full_workspace(scene: Scene) -> str:
    for number in range(500):
        scene.task(f"t{number}")
    return scene.refused("createReal3DTask", {"task_name": "one_more"})


def _without_parameters(scene: Scene) -> str:
    task = scene.task()
    scene.call("updateReal3DTask", {"modeling_params": None}, task_id=task)
    return scene.refused("startReal3DTask", {}, task_id=task)


def _other_workspace(scene: Scene) -> str:
    task = scene.task()
    other = scene.workspaces.create("other").workspace_id
    return scene.refused("startReal3DTask", {}, workspace_id=other, task_id=task)


def _unfinished_folder(scene: Scene) -> str:
    folders = scene.call("listFolder", {"offset": 0, "limit": 10, "condition": {"status": "0"}})["folders"]
    return scene.refused("startReal3DTask", {}, task_id=scene.task(folder_code=folders[0]["folder_code"]))


def _busy_subtask(scene: Scene) -> str:
    task = scene.finished(modeling_type="Nerf")
    made = scene.call("createReal3DSubTask", {"subtask_name": "roof"}, task_id=task)
    scene.upload(task, made["subtask_id"], "UPLOADING")
    return scene.refused("deleteReal3DTask", task_id=task)


def _subtask(operation: str, state: str = "INIT", body: Any = None, **changed: str) -> Provocation:
    """The operation on a subtask in a state."""

    def provoke(scene: Scene) -> str:
        task = scene.finished(modeling_type="Nerf")
        made = scene.call("createReal3DSubTask", {"subtask_name": "roof"}, task_id=task)["subtask_id"]
        if state != "INIT":
            scene.upload(task, made, "UPLOADING")
        path = {"task_id": task, "subtask_id": made, **changed}
        return scene.refused(operation, body, **path)

    return provoke


def _new_subtask(name: str, times: int = 1, **task: Any) -> Provocation:
    def provoke(scene: Scene) -> str:
        parent = scene.finished(**{"modeling_type": "Nerf", **task})
        for number in range(times - 1):
            scene.call("createReal3DSubTask", {"subtask_name": "roof" if times == 2 else f"r{number}"}, task_id=parent)
        return scene.refused("createReal3DSubTask", {"subtask_name": name}, task_id=parent)

    return provoke


def _unfinished_parent(scene: Scene) -> str:
    task = scene.task(modeling_type="Nerf")
    return scene.refused("createReal3DSubTask", {"subtask_name": "roof"}, task_id=task)


def _photo_key(scene: Scene) -> str:
    return scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/folders/")[0].key


def _photo_gone(scene: Scene, task: str) -> str:
    scene.store.delete(scene.half.bucket, _photo_key(scene))
    return scene.point_refused(task)


def _photo_spoiled(scene: Scene, task: str) -> str:
    scene.store.put(scene.half.bucket, _photo_key(scene), b"no photo")
    return scene.point_refused(task)


def _photo_changed(scene: Scene, task: str) -> str:
    scene.store.put(scene.half.bucket, _photo_key(scene), photo(7))
    return scene.point_refused(task)


def _photo_of_other_folder(scene: Scene, task: str) -> str:
    scene.half.tasks[-1].folder_code = "another"
    return scene.point_refused(task)


def _same_point(scene: Scene, task: str) -> str:
    scene.point(task)
    return scene.point_refused(task, pointWidth="7.50", longitude="1")


def _colleagues_point(scene: Scene, task: str) -> str:
    point = scene.point(task)["id"]
    scene.half.points[0].creator = "a_colleague"
    return scene.refused("deleteSpurPoint", {"id": point})


def _file_not_stored(scene: Scene, task: str) -> str:
    scene.point(task)
    scene.faults.add("koomap.createMarkerInfo", "fail", count=1)
    return scene.refused("createMarkerInfo", {}, task_id=task)


def _triangulation(scene: Scene, task: str, **changes: bytes | None) -> str:
    prefix = f"real3d/{scene.account.domain_id}/triangulations/{task}/"
    for name, content in {"camera_list.json": changes["cameras"], "sparse.ply": changes["points"]}.items():
        if content is None:
            scene.store.delete(scene.half.bucket, prefix + name)
        else:
            scene.store.put(scene.half.bucket, prefix + name, content)
    return scene.refused("createMarkerInfo", {}, task_id=task)


PROVOKED: dict[str, Provocation] = {
    "21004": _task(coordinate_sys="CGCS2000"),
    "21006": _subtask("startReal3DSubTask", subtask_id=NOBODY),
    "21009": lambda scene: scene.refused("createReal3DTask", {}),
    "21102": _full_workspace,
    "21103": _started(folder_code=None),
    "21104": _started(task_type=None),
    "21105": _task(task_type="REAL3D_CTRL"),
    "21106": _without_parameters,
    "21107": lambda scene: scene.refused("createMarkerInfo", {}, task_id=scene.task()),
    "21108": _controlled(lambda scene, task: scene.refused("startReal3DTask", {}, task_id=task)),
    "21109": _started(task_type="REAL3D-CTRL"),
    "21110": _task(folder_code=NOBODY),
    "21111": _on("startReal3DTask", "PENDING", {}),
    "21112": _on("updateReal3DTaskArchivedStatus", "SUCCESS", {"archive": False}),
    "21113": _on("updateReal3DTaskArchivedStatus", "INIT", {"archive": True}),
    "21114": _on("deleteReal3DTask", "ARCHIVED"),
    "21115": _on("startReal3DTask", "SUCCESS", {}),
    "21116": _on("updateReal3DTask", "SUCCESS", {"task_name": "other"}),
    "21117": _on("stopReal3DTask", "INIT"),
    "21118": lambda scene: scene.refused("startReal3DTask", {}, task_id=NOBODY),
    "21119": _task(task_name="a-b"),
    "21120": _task(task_description="a b"),
    "21121": _listed(task_status=["UPLOADING"]),
    "21122": _second_task,
    "21125": lambda scene: scene.refused("deleteReal3DTask", task_id="short"),
    "21126": _on("updateReal3DTaskArchivedStatus", "SUCCESS", {"archive": "true"}),
    "21128": lambda scene: scene.refused("listTasksInWorkspace", workspace_id=NOBODY),
    "21129": _other_workspace,
    "21134": lambda scene: scene.refused("startReal3DTask", {"run_AT_only": True}, task_id=scene.task()),
    "21135": _task(modeling_type="nerf"),
    "21136": _unfinished_folder,
    "21137": _busy_subtask,
    "21138": _subtask("updateReal3DSubTaskUploadStatus", "UPLOADING", {"upload_status": "UPLOAD_SUCCESS"}),
    "21139": _subtask("updateReal3DSubTaskUploadStatus", "UPLOADING", {"upload_status": "UPLOADING"}),
    "21140": _new_subtask("roof", modeling_type="Mesh"),
    "21141": _unfinished_parent,
    "21142": _new_subtask("one_more", 11),
    "21143": _new_subtask("ROOF", 2),
    "21144": _new_subtask("a.b"),
    "21145": _subtask("startReal3DSubTask"),
    "21146": _subtask("stopReal3DSubTask"),
    "21147": _subtask("deleteReal3DSubTask", "UPLOADING"),
    "21148": _subtask("updateReal3DSubTaskUploadStatus", "INIT", {"upload_status": "UPLOAD_FAILED"}),
    "21149": lambda scene: scene.refused(
        "listReal3DSubTasks", query={"subtask_status": ["ARCHIVED"]}, task_id=scene.task()
    ),
    "21150": _subtask("updateReal3DSubTaskUploadStatus", "INIT", {"upload_status": "DONE"}),
    "21151": lambda scene: scene.refused("createMarkerInfo", {}, task_id=NOBODY),
    "21152": _controlled(_photo_gone),
    "21153": _controlled(_photo_of_other_folder),
    "21154": _controlled(_photo_spoiled),
    "21155": _controlled(lambda scene, task: scene.point_refused(task, pointWidth="wide")),
    "21156": _controlled(lambda scene, task: scene.point_refused(task, pointHeight="30.01")),
    "21157": _controlled(_same_point),
    "21158": lambda scene: scene.refused("deleteSpurPoint", {"id": "1648990917789065216"}),
    "21160": _controlled(_colleagues_point),
    "21162": _controlled(_photo_changed),
    "21163": _controlled(_file_not_stored),
    "21164": _controlled(lambda scene, task: _triangulation(scene, task, cameras=None, points=b"ply")),
    "21165": _controlled(lambda scene, task: _triangulation(scene, task, cameras=None, points=None)),
    "21166": _controlled(lambda scene, task: _triangulation(scene, task, cameras=b"{", points=b"ply")),
    "21168": _controlled(lambda scene, task: scene.point_refused(task, longitude="10000000.1")),
    "21169": _controlled(lambda scene, task: scene.point_refused(task, latitude="-10000000.1")),
    "21170": _controlled(lambda scene, task: scene.point_refused(task, height="99999999")),
    "21171": _controlled(lambda scene, task: scene.point_refused(task, accuracy="100")),
    "21172": lambda scene: scene.point_refused(scene.task()),
    "21173": lambda scene: scene.point_refused(scene.task(task_type="REAL3D-CTRL")),
    "21200": _listed(create_time_from="2024-05-17"),
    "21201": _listed(offset=-1),
    "21202": _listed(limit=101),
    "42009": lambda scene: _product_without_files(scene),
    "42010": lambda scene: scene.refused("deleteReal3DProduct", product_id=NOBODY),
    "42012": lambda scene: _product_twice(scene),
}

NOT_OF_THESE_OPERATIONS = {
    "20000": "a fault of the service; ordered by the fault `refuse`",
    "20101": "a fault of the service; ordered by the fault `refuse`",
    "20102": "a fault of the service; ordered by the fault `refuse`",
    "20201": "a fault of the service; ordered by the fault `refuse`",
    "20202": "a fault of the service; ordered by the fault `refuse`",
    "20301": "a fault of the service; ordered by the fault `refuse`",
    "20302": "a fault of the service; ordered by the fault `refuse`",
    "21001": "the account has the service; ordered by the fault `refuse`",
    "21002": "the user has the right; ordered by the fault `refuse`",
    "21003": "the account is in order; ordered by the fault `refuse`",
    "21005": "the gateway checks the media type before a handler is asked",
    "21007": "the gateway checks the token before a handler is asked",
    "21101": "no operation asks for thumbnails",
    "21123": "no operation asks for thumbnails",
    "21159": "every token and key names a user and an account; ordered by the fault `refuse`",
    "21161": "there is one account; ordered by the fault `refuse`",
    "21167": "no operation takes the name of a control point; ordered by the fault `refuse`",
}


def _product(scene: Scene) -> tuple[str, str]:
    scene.finished()
    product = scene.call("listReal3DProducts")["products"][0]
    return product["id"], f"real3d/{scene.account.domain_id}/products/{product['id']}/"


def _product_without_files(scene: Scene) -> str:
    product, prefix = _product(scene)
    scene.store.delete(scene.half.bucket, prefix + "metadata.xml")
    return scene.refused("deleteReal3DProduct", product_id=product)


def _product_twice(scene: Scene) -> str:
    product, _ = _product(scene)
    scene.faults.add("koomap.deleteReal3DProduct", "stall")
    scene.call("deleteReal3DProduct", product_id=product)
    return scene.refused("deleteReal3DProduct", product_id=product)


@pytest.mark.parametrize("code", PROVOKED)
def test_the_code_is_what_the_mistake_gives(code: str, scene: Scene) -> None:
    """Each mistake is refused with its own code, in the service's words and with its status."""
    assert PROVOKED[code](scene) == code


def test_every_code_of_the_part_is_accounted_for() -> None:
    """A code of the real-scene 3D part is provoked here, or there is a reason why it cannot be."""
    codes = {str(code)[-5:] for code in load("koomap").errors if str(code).startswith("KMP.0002")}
    assert codes == {code for code in PROVOKED if code < "40000"} | set(NOT_OF_THESE_OPERATIONS)
    assert not set(PROVOKED) & set(NOT_OF_THESE_OPERATIONS)


def test_all_four_parameters_or_none(scene: Scene) -> None:
    """Modelling parameters come all together, each in its range, as text or number; they are shown as text."""
    shown = scene.look(scene.task(modeling_params={**PARAMETERS, "mesh_accuracy": 2}))
    assert shown["modeling_params"] == PARAMETERS
    for name, value, code in (
        ("accuracy", None, "21009"),
        ("accuracy", "high", "21004"),
        ("key_point_limit", "999", "21004"),
        ("tie_point_limit", 100_001, "21004"),
        ("mesh_accuracy", True, "21004"),
        ("mesh_accuracy", "3", "21004"),
    ):
        assert _task(task_name="other", modeling_params={**PARAMETERS, name: value})(scene) == code


def test_a_point_needs_all_its_fields(scene: Scene) -> None:
    """A missing field is "parameter missing", whichever it is; text that is no number is "not valid"."""
    task = scene.triangulated()
    for name in ("imageCode", "taskId", "pointWidth", *PLACE):
        assert scene.point_refused(task, **{name: None}) == "21009"
    for text in ("", "1e3", "NaN", "١", " 1", "0x1"):
        assert scene.point_refused(task, longitude=text) == "21004"
