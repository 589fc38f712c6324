from collections.abc import Callable

import pytest

from skybind_emulators.exchange import Refusal
from skybind_emulators.koomap.real3d.records import TaskRecord
from unit.emulators.koomap_real3d.scene import PARAMETERS, Scene

MakeScene = Callable[..., Scene]
DEFAULTS = {"accuracy": "High", "key_point_limit": "40000", "tie_point_limit": "4000", "mesh_accuracy": "0"}
NULL_BEFORE_START = (
    "complete_stage",
    "total_stage",
    "task_progress",
    "AT_progress",
    "exec_start_time",
    "exec_stop_time",
    "fail_message",
)


def record(scene: Scene, task: str) -> TaskRecord:
    return next(found for found in scene.half.tasks if found.id == task)


def test_a_new_task_is_shown_whole(scene: Scene) -> None:
    """A task has all that was sent, default parameters as text, its owner, and null for what a run would tell."""
    task = scene.call(
        "createReal3DTask",
        {
            "task_name": "测试_7",
            "task_description": "第一块",
            "task_type": "REAL3D-CTRL",
            "modeling_type": "Nerf",
            "folder_code": scene.half.folder_code,
            "coordinate_sys": "WGS84-UTM",
        },
    )
    assert [task[name] for name in ("task_name", "task_description", "task_type")] == [
        "测试_7",
        "第一块",
        "REAL3D-CTRL",
    ]
    assert [task[name] for name in ("modeling_type", "folder_code")] == ["Nerf", scene.half.folder_code]
    assert (task["modeling_params"], task["coordinate_sys"]) == (DEFAULTS, "WGS84-UTM")
    assert (task["tenant_domain_id"], task["creator"]) == (scene.account.domain_id, scene.account.creator)
    assert (task["task_status"], task["has_marker"], task["workspace_id"]) == ("INIT", False, scene.space)
    assert [task[name] for name in NULL_BEFORE_START] == [None] * len(NULL_BEFORE_START)
    assert task["create_time"] == task["update_time"] == "2025-10-09T08:53:20Z"
    assert len(task["task_id"]) == 32


def test_a_name_is_all_that_a_task_needs(scene: Scene) -> None:
    """Type, kind of modelling, folder and description may be set later; until then they are left out."""
    task = scene.call("createReal3DTask", {"task_name": "bare"})
    assert not {"task_type", "modeling_type", "folder_code", "task_description"} & set(task)


def test_null_parameters_are_the_defaults(scene: Scene) -> None:
    """At the creation null stands for the default, as the manual says of parameters and coordinate system."""
    body = {"task_name": "nulls", "modeling_params": None, "coordinate_sys": None}
    task = scene.call("createReal3DTask", body)
    assert (task["modeling_params"], task["coordinate_sys"]) == (DEFAULTS, "WGS84-UTM")


def test_a_task_without_a_kind_of_modelling_makes_a_mesh(scene: Scene) -> None:
    """As before the field existed."""
    scene.finished(modeling_type=None)
    details = scene.call("listReal3DProducts")["products"][0]["product_details"]
    assert [entry["type"] for entry in details] == ["mesh_osgb", "mesh_obj", "metadata"]


def test_a_name_is_taken_within_its_workspace_only(scene: Scene) -> None:
    """Another workspace may have a task of the same name."""
    scene.task("block_7")
    other = scene.workspaces.create("other").workspace_id
    assert scene.call("createReal3DTask", {"task_name": "block_7"}, workspace_id=other)["task_name"] == "block_7"


def test_a_deleted_task_makes_room(make: MakeScene) -> None:
    """The limit counts tasks that are there, and the name of a deleted one is free."""
    scene = make(real3d_tasks_max=1)
    task = scene.task("one")
    assert scene.refused("createReal3DTask", {"task_name": "two"}) == "21102"
    scene.call("deleteReal3DTask", {}, task_id=task)
    scene.task("one")


def test_a_workspace_with_tasks_is_occupied(scene: Scene) -> None:
    """The workspace cannot be deleted while it has a task."""
    task = scene.task()
    space = scene.workspaces.find(scene.space)
    with pytest.raises(Refusal):
        scene.workspaces.delete(space)
    scene.call("deleteReal3DTask", task_id=task)
    scene.workspaces.delete(space)


def test_update_changes_what_is_named(scene: Scene) -> None:
    """Fields that are left out stay; the time of change moves on."""
    task = scene.task()
    scene.clock.advance(90)
    body = {"task_name": "renamed", "modeling_type": "Nerf", "modeling_params": PARAMETERS}
    changed = scene.call("updateReal3DTask", body, task_id=task)
    assert (changed["task_name"], changed["modeling_type"], changed["modeling_params"]) == (
        "renamed",
        "Nerf",
        PARAMETERS,
    )
    assert (changed["task_type"], changed["folder_code"]) == ("REAL3D-UNCTRL", scene.half.folder_code)
    assert (changed["create_time"], changed["update_time"]) == ("2025-10-09T08:53:20Z", "2025-10-09T08:54:50Z")


def test_update_may_keep_the_name(scene: Scene) -> None:
    """A task does not stand in the way of its own name; another does, in whatever case."""
    task = scene.task("Block")
    scene.task("other")
    assert scene.call("updateReal3DTask", {"task_name": "BLOCK"}, task_id=task)["task_name"] == "BLOCK"
    assert scene.refused("updateReal3DTask", {"task_name": "OTHER"}, task_id=task) == "21122"


@pytest.mark.parametrize("state", ["FAILED", "START_FAILED"])
def test_update_leads_back_to_the_beginning(state: str, scene: Scene) -> None:
    """A task that did not succeed is INIT after an update, without a trace of its run."""
    task = scene.in_state(state)
    changed = scene.call("updateReal3DTask", {}, task_id=task)
    assert changed["task_status"] == "INIT"
    assert [changed[name] for name in NULL_BEFORE_START] == [None] * len(NULL_BEFORE_START)


def test_archive_and_back(scene: Scene) -> None:
    """A finished task goes into the archive and out; it keeps what its run told."""
    task = scene.finished()
    archived = scene.call("updateReal3DTaskArchivedStatus", {"archive": True}, task_id=task)
    assert (archived["task_status"], archived["task_progress"]) == ("ARCHIVED", "1.00")
    assert (archived["complete_stage"], archived["total_stage"]) == (10, 10)
    assert scene.refused("updateReal3DTaskArchivedStatus", {"archive": True}, task_id=task) == "21113"
    back = scene.call("updateReal3DTaskArchivedStatus", {"archive": False}, task_id=task)
    assert back["task_status"] == "SUCCESS"


def test_archived_tasks_are_shown_on_demand(scene: Scene) -> None:
    """The list leaves them out, unless it is asked for the state or for the id."""
    task = scene.in_state("ARCHIVED")
    scene.task("other")
    shown = scene.call("listTasksInWorkspace")
    assert ([entry["task_name"] for entry in shown["tasks"]], shown["page"]["total"]) == (["other"], 1)
    by_state = scene.call("listTasksInWorkspace", query={"task_status": ["ARCHIVED", "INIT"]})["tasks"]
    assert [entry["task_name"] for entry in by_state] == ["other", "block_7"]
    assert scene.look(task)["task_status"] == "ARCHIVED"
    assert scene.call("listTasksInWorkspace", query={"task_ids": [task], "task_status": ["INIT"]})["tasks"] == []


def test_the_overview_counts_groups_of_states(scene: Scene) -> None:
    """INIT and BUNDLE_SUCCESS are in no group, but in the total."""
    for state in ("FAILED", "START_FAILED", "ARCHIVED", "SUCCESS", "PENDING"):
        task = scene.in_state(state)
        scene.faults.clear() if state != "PENDING" else None
        record(scene, task).name = state
    scene.task("initial")
    counts = scene.call("showTaskOverviewInWorkspace")
    assert counts == {
        "workspace_id": scene.space,
        "total_count": 6,
        "running_count": 1,
        "success_count": 1,
        "failed_count": 2,
        "archived_count": 1,
    }


def test_filters_of_the_list(scene: Scene) -> None:
    """Names are found by a part in any case; lists of values by repeating or by commas; times include both ends."""
    first = scene.task("Block_A")
    scene.clock.advance(10)
    second = scene.task("block_b", task_type="REAL3D-CTRL", modeling_type="Nerf")

    def found(**query: object) -> list[str]:
        return [task["task_id"] for task in scene.call("listTasksInWorkspace", query=query)["tasks"]]

    assert found() == found(task_name="BLOCK") == [second, first]
    assert found(task_name="_a") == found(task_type=["REAL3D-UNCTRL"]) == found(modeling_type="Mesh") == [first]
    assert found(task_type="REAL3D-UNCTRL,REAL3D-CTRL", task_ids=[second, "0" * 32]) == [second]
    assert found(create_time_from="2025-10-09T08:53:20Z", create_time_to="2025-10-09T08:53:20Z") == [first]
    assert found(update_time_from="2025-10-09T08:53:21Z") == [second]
    assert found(task_status=["SUCCESS"]) == []
    assert found(create_time_to="2025-10-09T08:53:19Z") == []


@pytest.mark.parametrize("time", ["2025-13-09T08:53:20Z", "2025-10-09 08:53:20", "2025-10-09T08:53:20.000Z", "now"])
def test_times_have_one_form(time: str, scene: Scene) -> None:
    """Any other text, and a date that does not exist, is refused."""
    assert scene.refused("listTasksInWorkspace", query={"update_time_to": time}) == "21200"


def test_pages_count_records(scene: Scene) -> None:
    """Offset and limit are echoed, the total counts all, an offset at the end gives nothing."""
    for number in range(5):
        scene.task(f"t{number}")
    answer = scene.call("listTasksInWorkspace", query={"offset": 1, "limit": 2})
    assert [task["task_name"] for task in answer["tasks"]] == ["t3", "t2"]
    assert answer["page"] == {"offset": 1, "limit": 2, "total": 5}
    answer = scene.call("listTasksInWorkspace", query={"offset": 5})
    assert (answer["tasks"], answer["page"]) == ([], {"offset": 5, "limit": 10, "total": 5})
    for query in ({"limit": 0}, {"limit": 101}, {"limit": "ten"}):
        assert scene.refused("listTasksInWorkspace", query=query) == "21202"
    for query in ({"offset": -1}, {"offset": 2_147_483_648}):
        assert scene.refused("listTasksInWorkspace", query=query) == "21201"


@pytest.mark.parametrize("state", ["INIT", "FAILED", "START_FAILED", "SUCCESS"])
def test_states_that_allow_a_deletion(state: str, scene: Scene) -> None:
    """A task that neither runs nor is archived can be deleted."""
    task = scene.in_state(state)
    assert scene.call("deleteReal3DTask", {}, task_id=task) is True
    assert scene.half.tasks == []


def test_a_triangulated_task_can_be_deleted(scene: Scene) -> None:
    """BUNDLE_SUCCESS is in the advice of the code, if not in the text; files and points go with the task."""
    task = scene.triangulated()
    scene.point(task)
    assert scene.call("deleteReal3DTask", {}, task_id=task) is True
    assert scene.half.points == []
    assert scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/triangulations/") == []


def test_products_outlive_their_task(scene: Scene) -> None:
    """Deleting a task leaves its product, which goes on telling of it."""
    task = scene.finished("short_lived")
    scene.call("deleteReal3DTask", {}, task_id=task)
    product = scene.call("listReal3DProducts")["products"][0]
    assert (product["task_info"]["task_id"], product["task_info"]["task_name"]) == (task, "short_lived")
    assert product["status"] == "available"


def test_whole_numbers_may_have_a_point(scene: Scene) -> None:
    """JSON tells 0.0 and 0 apart only in writing: both are integers, and 0.5 is none."""
    numbers = {"key_point_limit": 1000.0, "tie_point_limit": 100, "mesh_accuracy": 0.0}
    made = scene.call("createReal3DTask", {"task_name": "a", "modeling_params": {"accuracy": "Low", **numbers}})
    wanted = {"accuracy": "Low", "key_point_limit": "1000", "tie_point_limit": "100", "mesh_accuracy": "0"}
    assert made["modeling_params"] == wanted
    assert scene.call("listFolder", {"limit": 2.0})["page"]["limit"] == 2
    half = {"task_name": "b", "modeling_params": {"accuracy": "Low", **numbers, "mesh_accuracy": 0.5}}
    assert scene.refused("createReal3DTask", half) == "21004"


def test_ids_repeat_with_the_seed(make: MakeScene) -> None:
    """The same calls on the same seed give the same ids."""
    assert make().task() == make().task()
    assert make().images == make().images
