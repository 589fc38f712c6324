"""Satellite tasks from their creation to the archive."""

import json
from typing import Any

import pytest

from unit.emulators.koomap.harness import KooMap, MakeKooMap

PATH = "/v1/kmp-control/tasks"


def states(koomap: KooMap, task: str, looks: int) -> list[str]:
    return [koomap.look(task)["task_status"] for _ in range(looks)]


def refused(koomap: KooMap, action: str, task: str) -> tuple[int, str]:
    response = koomap.act(action, task)
    return response.status_code, response.json()["error_code"]


def test_a_new_task_waits_for_its_start(koomap: KooMap) -> None:
    """All fields as documented: text where text is, null where nothing is yet."""
    workspace = koomap.workspace()
    order = koomap.order(workspace, task_name="任务_1", task_description="说明")
    made = koomap.data("POST", PATH, order)
    assert made == {
        "task_id": koomap.satellite.tasks[0].task_id,
        "workspace_id": workspace,
        "data_id": json.dumps(koomap.pan_and_mss()),
        "task_name": "任务_1",
        "creator": koomap.emulator.account.username,
        "create_time": "2025-10-09T08:53:20Z",
        "task_status": "INIT",
        "task_type": "ORSIP",
        "task_description": "说明",
        "exec_start_time": None,
        "exec_stop_time": None,
        "origin_data_alias": None,
        "production_level": "L2",
        "task_progress": "0.0",
        "shape_id": None,
        "is_deleted": 0,
        "image_url": None,
        "domain_id": koomap.emulator.account.domain_id,
        "fail_message": None,
        "frozen_tag": None,
        "isClip": "0",
        "isTile": "0",
    }


def test_the_examples_spelling_and_nulls_are_taken(koomap: KooMap) -> None:
    """C-29, C-36, C-37: is_clip and is_tile, a null vector, null aliases and descriptions."""
    order = koomap.order(koomap.workspace())
    names = list(order["data_alias"])
    order |= {"is_clip": order.pop("isClip"), "is_tile": order.pop("isTile"), "shape_id": None}
    order |= {"data_alias": dict.fromkeys(names), "data_description": dict.fromkeys(names)}
    task = koomap.data("POST", PATH, order)
    assert (task["isClip"], task["isTile"]) == ("0", "0")
    koomap.act("start", task["task_id"])
    assert koomap.images(is_product="1")["data_info"][0]["image_alias"] == names[0]


def test_an_instant_task_is_finished_when_looked_at(koomap: KooMap) -> None:
    """Its result is an image of the level, made now, with the alias and description that were asked for."""
    task = koomap.task(task_name="block")
    koomap.clock.advance(60)
    assert koomap.act("start", task).json() is True
    shown = koomap.look(task)
    assert (shown["task_status"], shown["task_progress"]) == ("SUCCESS", "1.0")
    assert shown["exec_start_time"] == shown["exec_stop_time"] == "2025-10-09T08:54:20Z"
    (image,) = koomap.images(is_product="1")["data_info"]
    assert image["image_name"].endswith("_L2")
    assert image["image_alias"] == image["image_name"] + "_block"
    assert (image["image_level"], image["image_description"]) == ("L2", "made_by_a_test")
    assert (image["upload_date"], image["is_cog"]) == ("2025-10-09T08:54:20Z", 1)


def test_a_result_is_a_picture_in_the_store(koomap: KooMap) -> None:
    """A GeoTIFF lies there, and the link leads to a preview."""
    import io

    import tifffile
    from PIL import Image

    from skybind_emulators.koomap.satellite.results import BUCKET

    task = koomap.task()
    koomap.act("start", task)
    url = koomap.look(task)["image_url"]
    assert url.startswith(f"http://127.0.0.1:1/{BUCKET}/")
    assert "_per.png?" in url
    stored = {thing.key.rpartition(".")[2]: thing.path.read_bytes() for thing in koomap.store.list(BUCKET)}
    with tifffile.TiffFile(io.BytesIO(stored["tif"])) as tiff:
        west, north = tiff.pages.first.tags["ModelTiepointTag"].value[3:5]
    assert (west, north) == pytest.approx((116.4 - 0.15, 39.9 + 0.15))
    assert Image.open(io.BytesIO(stored["png"])).size == (64, 64)


def test_polls_move_a_task_through_its_states(make_koomap: MakeKooMap) -> None:
    """With polls:4 the fourth look finds it finished; before, it waits and runs."""
    koomap = make_koomap(speed="polls:4")
    task = koomap.task()
    koomap.act("start", task)
    assert states(koomap, task, 5) == ["START_RUNNING", "RUNNING", "RUNNING", "SUCCESS", "SUCCESS"]


def test_simulated_time_moves_a_task(make_koomap: MakeKooMap) -> None:
    """With time:X it waits for a tenth of its time, then runs, then is finished; progress grows."""
    koomap = make_koomap(speed="time:1")
    task = koomap.task()
    koomap.act("start", task)
    seen = []
    for seconds in (0, 29, 2, 200, 100):
        koomap.clock.advance(seconds)
        shown = koomap.look(task)
        seen.append((shown["task_status"], shown["task_progress"]))
    assert seen == [
        ("START_RUNNING", "0.0"),
        ("START_RUNNING", "0.1"),
        ("RUNNING", "0.1"),
        ("RUNNING", "0.8"),
        ("SUCCESS", "1.0"),
    ]


@pytest.mark.parametrize("looks", [0, 2])
def test_a_task_that_waits_or_runs_can_be_stopped(make_koomap: MakeKooMap, looks: int) -> None:
    """C-40: both readings; STOPPING is seen before STOP_SUCCESS, and the task can be started again."""
    koomap = make_koomap(speed="polls:9")
    task = koomap.task()
    koomap.act("start", task)
    states(koomap, task, looks)
    assert koomap.act("stop", task).json() is True
    assert states(koomap, task, 3) == ["STOPPING", "STOP_SUCCESS", "STOP_SUCCESS"]
    assert koomap.act("start", task).json() is True
    assert koomap.look(task)["exec_stop_time"] is None


def test_a_stop_takes_simulated_time(make_koomap: MakeKooMap) -> None:
    """With time:X the stop takes as long as the rules say."""
    koomap = make_koomap(speed="time:1", settling_s=30.0)
    task = koomap.task()
    koomap.act("start", task)
    koomap.act("stop", task)
    koomap.clock.advance(29)
    assert koomap.look(task)["task_status"] == "STOPPING"
    koomap.clock.advance(1)
    assert koomap.look(task)["task_status"] == "STOP_SUCCESS"


def test_a_stop_can_fail(make_koomap: MakeKooMap) -> None:
    """fail-stop leads to STOP_FAILED, which only another stop leads out of."""
    koomap = make_koomap(speed="polls:9")
    task = koomap.task()
    koomap.act("start", task)
    koomap.faults.add("koomap.stopTask", "fail-stop", count=1)
    koomap.act("stop", task)
    assert states(koomap, task, 2) == ["STOPPING", "STOP_FAILED"]
    assert refused(koomap, "start", task) == (400, "KMP.00051015")
    assert refused(koomap, "delete", task) == (400, "KMP.00051047")
    koomap.act("stop", task)
    assert states(koomap, task, 2) == ["STOPPING", "STOP_SUCCESS"]


def test_a_task_can_fail_and_be_started_again(koomap: KooMap) -> None:
    """fail ends it as failed with a reason and without a result; the next run may succeed."""
    task = koomap.task()
    koomap.faults.add("koomap.startTask", "fail", count=1)
    koomap.act("start", task)
    failed = koomap.look(task)
    assert failed["task_status"] == "FAILED"
    assert failed["fail_message"]
    assert koomap.images(is_product="1")["page"]["total"] == 0
    koomap.act("start", task)
    assert koomap.look(task)["task_status"] == "SUCCESS"
    assert koomap.look(task)["fail_message"] is None


def test_a_stalled_task_waits_until_the_fault_is_cleared(koomap: KooMap) -> None:
    """stall at the start holds the task; stall at a list lets that look not count."""
    task = koomap.task()
    koomap.faults.add("koomap.startTask", "stall")
    koomap.act("start", task)
    assert states(koomap, task, 3) == ["START_RUNNING"] * 3
    koomap.faults.clear()
    assert states(koomap, task, 1) == ["SUCCESS"]


def test_a_stalled_look_does_not_count(make_koomap: MakeKooMap) -> None:
    """Three stalled looks leave a task of two looks where it was."""
    koomap = make_koomap(speed="polls:2")
    task = koomap.task()
    koomap.act("start", task)
    koomap.faults.add("koomap.listTaskInfo", "stall", count=3)
    assert states(koomap, task, 5)[2:] == ["START_RUNNING", "RUNNING", "SUCCESS"]


ACTIONS = ("start", "stop", "archive", "unarchive", "delete")
ALLOWED = {
    "INIT": {"start", "delete"},
    "START_RUNNING": {"stop"},
    "RUNNING": {"stop"},
    "STOPPING": set(),
    "STOP_SUCCESS": {"start", "delete"},
    "STOP_FAILED": {"stop"},
    "SUCCESS": {"archive"},
    "ARCHIVED": {"unarchive"},
    "FAILED": {"start", "delete"},
}
CODES = {
    "start": "KMP.00051015",
    "stop": "KMP.00051017",
    "archive": "KMP.00051018",
    "unarchive": "KMP.00051019",
    "delete": "KMP.00051047",
}


def brought_to(koomap: KooMap, state: str) -> str:
    """A task in a state, of an emulator with polls:3."""
    task = koomap.task()
    if state == "INIT":
        return task
    if state == "FAILED":
        koomap.faults.add("koomap.startTask", "fail", count=1)
    koomap.act("start", task)
    if state.startswith("STOP"):
        if state == "STOP_FAILED":
            koomap.faults.add("koomap.stopTask", "fail-stop", count=1)
        koomap.act("stop", task)
    looks = {"START_RUNNING": 0, "RUNNING": 2, "STOPPING": 0, "STOP_SUCCESS": 2, "STOP_FAILED": 2}
    states(koomap, task, looks.get(state, 3))
    if state == "ARCHIVED":
        koomap.act("archive", task)
    assert koomap.satellite.tasks[0].status == state
    return task


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", ALLOWED)
def test_a_state_allows_what_is_documented(make_koomap: MakeKooMap, state: str, action: str) -> None:
    """Section 5: every action in every state is done, or refused with its code; a second start has its own."""
    koomap = make_koomap(speed="polls:3")
    task = brought_to(koomap, state)
    response = koomap.act(action, task)
    if action in ALLOWED[state]:
        assert (response.status_code, response.json()) == (200, True)
    else:
        code = CODES[action]
        if action == "start" and state in ("START_RUNNING", "RUNNING"):
            code = "KMP.00051043"
        assert (response.status_code, response.json()["error_code"]) == (400, code)


def test_an_archived_task_leaves_the_list(koomap: KooMap) -> None:
    """It is listed only when its state is asked for, and comes back when it is taken out."""
    workspace = koomap.workspace()
    task = koomap.task(workspace)
    koomap.act("start", task)
    koomap.act("archive", task)

    def listed(query: str = "") -> list[str]:
        found = koomap.data("GET", f"{PATH}?workspace_id={workspace}&offset=0&limit=10{query}")
        assert found["page"]["total"] == len(found["data"])
        return [row["task_status"] for row in found["data"]]

    assert listed() == []
    assert listed("&task_status=ARCHIVED") == ["ARCHIVED"]
    koomap.act("unarchive", task)
    assert listed() == ["SUCCESS"]


def test_a_list_counts_by_state(koomap: KooMap) -> None:
    """C-32: taskNumVo is an object; it counts all of the workspace, whatever is filtered."""
    workspace = koomap.workspace()
    for number, end in enumerate(("", "fail", "", "archive")):
        task = koomap.task(workspace, task_name=f"task_{number}")
        if end == "fail":
            koomap.faults.add("koomap.startTask", "fail", count=1)
        if number:
            koomap.act("start", task)
        if end == "archive":
            koomap.act("archive", task)
    found = koomap.data("GET", f"{PATH}?workspace_id={workspace}&offset=0&limit=10&task_name=task_2")
    assert [row["task_name"] for row in found["data"]] == ["task_2"]
    assert found["taskNumVo"] == {"totalNum": 4, "failedNum": 1, "archivedNum": 1, "successNum": 1, "runningNum": 0}


def test_the_overview_counts_finished_and_running(make_koomap: MakeKooMap) -> None:
    """C-39: finished includes archived; what was not started is in the total only."""
    koomap = make_koomap(speed="polls:3")
    workspace = koomap.workspace()
    tasks = [koomap.task(workspace, task_name=f"task_{number}") for number in range(4)]
    for task in tasks[:2]:
        koomap.act("start", task)
    states(koomap, tasks[0], 3)
    koomap.act("archive", tasks[0])
    koomap.act("start", tasks[2])
    overview = koomap.data("GET", f"{PATH}/overview?workspace_id={workspace}")
    assert overview == {"total": 4, "finished": 2, "unfinished": 1}


def test_filters_of_the_list(koomap: KooMap) -> None:
    """Part of the name, states, period, page; newest first."""
    workspace = koomap.workspace()
    for name in ("north_1", "north_2", "south_1"):
        koomap.task(workspace, task_name=name)
        koomap.clock.advance(3600)
    koomap.act("start", koomap.satellite.tasks[0].task_id)

    def named(query: str) -> list[str]:
        found = koomap.data("GET", f"{PATH}?workspace_id={workspace}&{query}")
        return [row["task_name"] for row in found["data"]]

    assert named("") == ["south_1", "north_2", "north_1"]
    assert named("task_name=NORTH") == ["north_2", "north_1"]
    assert named("offset=1&limit=1") == ["north_2"]
    assert named("task_status=INIT&task_status=FAILED") == ["south_1", "north_2"]
    assert named("task_status=INIT,SUCCESS") == ["south_1", "north_2", "north_1"]
    assert named("create_time_start=2025-10-09T09:53:20Z&create_time_end=2025-10-09T09:53:20Z") == ["north_2"]


@pytest.mark.parametrize("level", ["L2", "L3", "L4", "L5"])
def test_every_level_has_its_results(koomap: KooMap, level: str) -> None:
    """One result an image, one for all in a mosaic; L3 needs a csv file."""
    images = [*koomap.pan_and_mss(), *[image.image_id for image in koomap.satellite.images.all()[2:4]]]
    csvs = list(koomap.satellite.materials.csvs)[:1] if level == "L3" else []
    koomap.act("start", koomap.task(task_name="block", data_ids=images, production_level=level, csv_ids=csvs))
    found = koomap.images(is_product="1", image_levels=level, order="1")["data_info"]
    names = [image["image_name"] for image in found]
    assert names == ["block_L5"] if level == "L5" else len(names) == 2 and all(n.endswith(level) for n in names)


def test_a_clipped_and_tiled_mosaic_says_so(koomap: KooMap) -> None:
    """isClip and isTile need L5 and, for the clip, a vector."""
    vector = next(iter(koomap.satellite.materials.vectors))
    changes: dict[str, Any] = {"production_level": "L5", "isClip": "1", "isTile": "1", "shape_id": vector}
    task = koomap.task(**changes)
    koomap.act("start", task)
    shown, image = koomap.look(task), koomap.images(is_product="1")["data_info"][0]
    assert (shown["shape_id"], shown["isClip"], shown["isTile"]) == (vector, "1", "1")
    assert (image["product_clip"], image["product_tile"], image["is_cog"]) == (1, 1, 0)


def test_a_second_task_of_the_same_images_gets_other_names(koomap: KooMap) -> None:
    """Names are numbered where one is taken; the taken one is refused."""
    images = koomap.pan_and_mss()
    first = koomap.names(images)
    workspace = koomap.workspace()
    koomap.task(workspace, task_name="first")
    second = koomap.names(images)
    assert second == [f"{name}_1" for name in first]
    koomap.task(workspace, task_name="second")
    order = koomap.order(workspace, task_name="third", data_alias=dict.fromkeys(first))
    assert koomap.refused("POST", PATH, order) == (400, "KMP.00051010")


@pytest.mark.parametrize("finished", [False, True])
def test_an_alias_is_taken_by_tasks_and_by_results(koomap: KooMap, finished: bool) -> None:
    """Another task's result has the alias, promised or made."""
    workspace = koomap.workspace()
    order = koomap.order(workspace, task_name="first", data_ids=koomap.singles()[:1])
    aliases = dict.fromkeys(order["data_alias"], "same")
    task = koomap.data("POST", PATH, {**order, "data_alias": aliases})["task_id"]
    if finished:
        koomap.act("start", task)
    other = koomap.order(workspace, task_name="second", data_ids=koomap.singles()[1:])
    refused = koomap.refused("POST", PATH, {**other, "data_alias": dict.fromkeys(other["data_alias"], "same")})
    assert refused == (400, "KMP.00051005")


def test_there_are_at_most_500_tasks(koomap: KooMap) -> None:
    """One more is refused."""
    workspace = koomap.workspace()
    order = koomap.order(workspace)
    tasks = koomap.satellite._tasks
    task = koomap.task(workspace, task_name="first")
    record = tasks.records[task]
    for number in range(499):
        tasks.records[f"{number:032}"] = record
    assert koomap.refused("POST", PATH, {**order, "task_name": "last"}) == (400, "KMP.00051011")
