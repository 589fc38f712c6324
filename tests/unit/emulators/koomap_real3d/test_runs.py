from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest

from skybind_emulators.exchange import Call
from skybind_emulators.koomap.real3d.orders import NothingMade
from skybind_emulators.spec import load
from skybind_emulators.validation import Arguments
from unit.emulators.koomap_real3d.scene import Scene

MakeScene = Callable[..., Scene]


def states(scene: Scene, task: str, looks: int) -> list[str]:
    return [scene.look(task)["task_status"] for _ in range(looks)]


def test_a_start_answers_that_the_task_waits(scene: Scene) -> None:
    """The answer shows PENDING and nothing of a run; the next look, at full speed, shows the end."""
    task = scene.task()
    started = scene.start(task)
    assert started["task_status"] == "PENDING"
    assert [started[name] for name in ("task_progress", "complete_stage", "exec_start_time")] == [None, None, None]
    done = scene.look(task)
    assert (done["task_status"], done["task_progress"], done["complete_stage"]) == ("SUCCESS", "1.00", 10)
    assert done["exec_start_time"] <= done["exec_stop_time"]
    assert (done["AT_progress"], done["fail_message"]) == (None, None)


def test_polls_pass_through_every_state(make: MakeScene) -> None:
    """Looks at the list count; other calls, and looks at other tasks, do not."""
    scene = make(speed="polls:4")
    task, other = scene.task(), scene.task("other")
    scene.start(task)
    seen = states(scene, task, 1)
    scene.call("showTaskOverviewInWorkspace")
    scene.look(other)
    seen += states(scene, task, 3)
    assert seen == ["PENDING", "STARTING", "RUNNING", "SUCCESS"]


def test_progress_grows_while_it_runs(make: MakeScene) -> None:
    """Progress is text of two places, never above what is done, and 1.00 only at the end."""
    scene = make(speed="polls:12")
    task = scene.task()
    scene.start(task)
    shown = []
    for _ in range(12):
        scene.clock.advance(1)
        shown.append(scene.look(task))
    told = [entry["task_progress"] for entry in shown if entry["task_progress"] is not None]
    assert told == sorted(told)
    assert told[-1] == "1.00"
    assert all(text < "1.00" for text in told[:-1])
    assert [entry["complete_stage"] for entry in shown if entry["task_status"] == "RUNNING"] == [6, 7, 8]
    assert {entry["total_stage"] for entry in shown} == {None, 10}
    running = [entry for entry in shown if entry["task_status"] == "RUNNING"]
    assert shown[0]["update_time"] < running[0]["update_time"] == running[-1]["update_time"] < shown[-1]["update_time"]
    assert len({entry["exec_start_time"] for entry in running}) == 1


def test_time_moves_a_run_by_the_clock(make: MakeScene) -> None:
    """Three photos take 150 simulated seconds; looks do not hasten them."""
    scene = make(speed="time:10")
    task = scene.task()
    scene.start(task)
    seen = []
    for _ in range(6):
        seen += [scene.look(task)["task_status"], scene.look(task)["task_status"]]
        scene.wall.at += 3.0
    assert seen[0] == "PENDING"
    assert seen[2] == seen[8] == "RUNNING"
    assert seen[10] == "SUCCESS"


def test_a_stalled_start_waits_until_the_fault_is_cleared(make: MakeScene) -> None:
    """A task that a fault holds stays PENDING, and goes on from there."""
    scene = make(speed="polls:2")
    scene.faults.add("koomap.startReal3DTask", "stall")
    task = scene.task()
    scene.start(task)
    assert states(scene, task, 3) == ["PENDING"] * 3
    scene.faults.clear()
    assert states(scene, task, 2) == ["PENDING", "SUCCESS"]


def test_time_stands_still_for_a_stalled_task(make: MakeScene) -> None:
    """What passes while a fault holds the task is not counted once it goes on."""
    scene = make(speed="time:1")
    scene.faults.add("koomap.startReal3DTask", "stall")
    task = scene.task()
    scene.start(task)
    scene.wall.at += 1000
    assert states(scene, task, 1) == ["PENDING"]
    scene.faults.clear()
    scene.wall.at += 60
    assert states(scene, task, 1) == ["RUNNING"]


def test_a_stalled_look_does_not_count(make: MakeScene) -> None:
    """While the list stalls, nothing moves, at any speed."""
    for speed in ("instant", "polls:1", "time:1"):
        scene = make(speed=speed)
        task = scene.task()
        scene.start(task)
        scene.faults.add("koomap.listTasksInWorkspace", "stall", count=2)
        scene.wall.at += 1000
        assert states(scene, task, 2) == ["PENDING", "PENDING"]


def test_a_doomed_start_never_runs(make: MakeScene) -> None:
    """`fail-start` shows the way to START_FAILED; an update leads out, a start does not."""
    scene = make(speed="polls:6")
    scene.faults.add("koomap.startReal3DTask", "fail-start", count=1)
    task = scene.task()
    scene.start(task)
    assert states(scene, task, 6) == ["PENDING", "PENDING", "STARTING", "STARTING", "START_FAILED", "START_FAILED"]
    shown = scene.look(task)
    assert shown["fail_message"]
    assert (shown["exec_start_time"], shown["task_progress"]) == (None, None)
    assert scene.refused("startReal3DTask", {}, task_id=task) == "21115"
    scene.call("updateReal3DTask", {}, task_id=task)
    scene.start(task)
    scene.wait_for(task, "SUCCESS")


def test_a_failed_task_can_be_started_again(scene: Scene) -> None:
    """`fail` ends a run as FAILED with a reason and without a product; the next start forgets the reason."""
    scene.faults.add("koomap.startReal3DTask", "fail", count=1)
    task = scene.task()
    scene.start(task)
    failed = scene.look(task)
    assert (failed["task_status"], bool(failed["fail_message"])) == ("FAILED", True)
    assert scene.half.products == []
    assert scene.start(task)["fail_message"] is None
    assert scene.look(task)["task_status"] == "SUCCESS"


@pytest.mark.parametrize(("kind", "state"), [("fail", "FAILED"), ("fail-start", "START_FAILED")])
def test_a_look_can_spoil_what_it_finds(kind: str, state: str, make: MakeScene) -> None:
    """The faults of a start strike at a list too, for tasks and subtasks that run by then."""
    scene = make(speed="polls:2")
    parent = scene.finished(modeling_type="Nerf")
    subtask = scene.subtask(parent)
    scene.call("startReal3DSubTask", {}, task_id=parent, subtask_id=subtask)
    task = scene.task("doomed")
    scene.start(task)
    scene.faults.add("koomap.listTasksInWorkspace", kind, count=1)
    scene.faults.add("koomap.listReal3DSubTasks", kind, count=1)
    assert states(scene, task, 3)[1:] == [state, state]
    assert scene.look_at_subtask(parent, subtask)["subtask_status"] == "PENDING"
    assert scene.look_at_subtask(parent, subtask)["subtask_status"] == state


@pytest.mark.parametrize(
    ("error", "told"), [(NothingMade("no surface"), "no surface"), (KeyError("secret path"), "the run failed")]
)
def test_an_engine_that_gives_up_ends_the_run(error: Exception, told: str, scene: Scene) -> None:
    """Its reason is told if it is meant for users, and nothing of it else."""
    scene.engine.broken = error
    task = scene.task()
    scene.start(task)
    failed = scene.look(task)
    assert (failed["task_status"], failed["fail_message"]) == ("FAILED", told)


def test_a_waiting_task_that_is_stopped_is_as_before_its_start(make: MakeScene) -> None:
    """PENDING goes to INIT at once."""
    scene = make(speed="polls:4")
    task = scene.task()
    scene.start(task)
    assert scene.call("stopReal3DTask", {}, task_id=task) is True
    assert states(scene, task, 2) == ["INIT", "INIT"]


@pytest.mark.parametrize("looks", [2, 3])
def test_a_running_task_takes_a_while_to_stop(looks: int, make: MakeScene) -> None:
    """STARTING and RUNNING go to STOPPING, then to STOP_SUCCESS, from where the task starts anew."""
    scene = make(speed="polls:4")
    task = scene.task()
    scene.start(task)
    assert states(scene, task, looks)[-1] in ("STARTING", "RUNNING")
    scene.call("stopReal3DTask", {}, task_id=task)
    assert scene.call("showTaskOverviewInWorkspace")["running_count"] == 1
    assert scene.refused("stopReal3DTask", {}, task_id=task) == "21117"
    assert scene.refused("startReal3DTask", {}, task_id=task) == "21115"
    assert scene.refused("deleteReal3DTask", {}, task_id=task) == "21114"
    assert states(scene, task, 3) == ["STOPPING", "STOP_SUCCESS", "STOP_SUCCESS"]
    assert scene.half.products == []
    assert scene.start(task)["task_status"] == "PENDING"
    scene.wait_for(task, "SUCCESS")


def test_a_stop_takes_its_time_by_the_clock(make: MakeScene) -> None:
    """Thirty simulated seconds unless the rules say otherwise."""
    scene = make(speed="time:1", settling_s=8.0)
    task = scene.task()
    scene.start(task)
    scene.wall.at += 60
    assert states(scene, task, 1) == ["RUNNING"]
    scene.call("stopReal3DTask", {}, task_id=task)
    scene.wall.at += 7.9
    assert states(scene, task, 1) == ["STOPPING"]
    scene.wall.at += 0.2
    stopped = scene.look(task)
    assert (stopped["task_status"], stopped["task_progress"]) == ("STOP_SUCCESS", "0.40")


def test_a_run_goes_on_until_its_files_are_there(make: MakeScene) -> None:
    """A call waits for files that are still being made no longer than the rules say, and shows that the run goes on."""
    scene = make(patience_s=0.05)
    scene.engine.gate = Event()
    task = scene.task()
    scene.start(task)
    assert [(entry["task_status"], entry["task_progress"]) for entry in (scene.look(task), scene.look(task))] == [
        ("RUNNING", "0.99")
    ] * 2
    assert scene.call("stopReal3DTask", {}, task_id=task) is True
    scene.engine.gate.set()
    assert scene.look(task)["task_status"] == "STOP_SUCCESS"
    assert scene.half.products == []


def test_a_stop_wins_over_files_that_come_late(make: MakeScene) -> None:
    """Somebody waits for the end of a run while it is stopped: it stays stopped, and its files are removed."""
    scene = make(speed="polls:3")
    scene.engine.gate = Event()
    task = scene.task()
    scene.start(task)
    states(scene, task, 2)
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(scene.look, task)
        while scene.half._stock.tasks[task].status.value != "RUNNING":
            sleep(0.001)
        scene.half._handlers["stopReal3DTask"](
            Call(
                load("koomap").operations["stopReal3DTask"],
                Arguments({"workspace_id": scene.space, "task_id": task}, {}, {}),
                {},
            )
        )
        scene.engine.gate.set()
        assert waiting.result(10)["task_status"] == "STOPPING"
    assert states(scene, task, 2)[-1] == "STOP_SUCCESS"
    assert scene.half.products == []
    assert scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/products/") == []


def test_the_engine_gets_the_photos_of_the_folder(scene: Scene) -> None:
    """A whole modelling asks for a mesh of all photos."""
    task = scene.finished()
    (asked,) = scene.engine.asked
    assert asked["kind"] == "3d"
    assert asked["photos"] == ["DJI_0000.JPG", "DJI_0001.JPG", "DJI_0002.JPG"]
    assert (asked["job_id"], asked["output_mesh"], asked["generate_obj"]) == (task, True, True)
