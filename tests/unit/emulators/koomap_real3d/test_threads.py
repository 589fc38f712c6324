"""Calls arrive in threads of their own; whoever loses a race is refused, and nothing happens twice."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from skybind_emulators.exchange import Refusal
from unit.emulators.koomap_real3d.scene import PLACE, Scene

MakeScene = Callable[..., Scene]
THREADS = 8


def race(call: Callable[[int], Any]) -> Counter[str]:
    """Make the same call in many threads at once; return how often each outcome came."""
    ready = Barrier(THREADS)

    def one(number: int) -> str:
        ready.wait(10)
        try:
            call(number)
        except Refusal as refusal:
            return str(refusal.code)[-5:]
        return "done"

    with ThreadPoolExecutor(THREADS) as threads:
        return Counter(threads.map(one, range(THREADS)))


def test_a_name_goes_to_one(scene: Scene) -> None:
    """Of many tasks of one name one is made."""
    assert race(lambda _: scene.call("createReal3DTask", {"task_name": "same"})) == {"done": 1, "21122": THREADS - 1}


def test_a_task_is_started_once(make: MakeScene) -> None:
    """Of many starts one counts; the photos are drawn once."""
    scene = make(speed="polls:9")
    task = scene.task()
    assert race(lambda _: scene.start(task)) == {"done": 1, "21111": THREADS - 1}
    assert scene.store.commits_of(scene.half.bucket, scene.store.list(scene.half.bucket)[0].key) == 1


def test_a_run_ends_once(scene: Scene) -> None:
    """However many look at it, a run gives one product."""
    task = scene.task()
    scene.start(task)
    assert race(lambda _: scene.look(task)) == {"done": THREADS}
    assert len(scene.half.products) == 1
    files = scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/products/")
    assert len(files) == 2


def test_a_pixel_is_marked_once(scene: Scene) -> None:
    """Of many equal points one is kept; different ones are all kept."""
    task = scene.triangulated()
    body = {"imageCode": scene.images[0], "taskId": task, "pointHeight": "1", **PLACE}
    same = race(lambda _: scene.call("addSpurPoint", {**body, "pointWidth": "1"}))
    assert same == {"done": 1, "21157": THREADS - 1}
    assert race(lambda number: scene.call("addSpurPoint", {**body, "pointWidth": f"{number + 2}"})) == {"done": THREADS}
    assert len(scene.half.points) == THREADS + 1


def test_the_last_place_goes_to_one(make: MakeScene) -> None:
    """A workspace never has more tasks than it may."""
    scene = make(real3d_tasks_max=3)
    outcomes = race(lambda number: scene.call("createReal3DTask", {"task_name": f"t{number}"}))
    assert outcomes == {"done": 3, "21102": THREADS - 3}


def test_a_stop_and_the_end_do_not_both_happen(make: MakeScene) -> None:
    """A task that many stop while others look at it is stopped, or has succeeded with a product, never both."""
    for _ in range(5):
        scene = make(speed="polls:3")
        task = scene.task()
        scene.start(task)
        scene.look(task)

        def act(number: int, scene: Scene = scene, task: str = task) -> None:
            if number % 2:
                scene.call("stopReal3DTask", {}, task_id=task)
            else:
                scene.look(task)

        outcomes = race(act)
        for _ in range(3):
            state = scene.look(task)["task_status"]
        stopped = outcomes["21117"] < THREADS // 2
        assert state == ("SUCCESS" if not stopped else "INIT" if state == "INIT" else "STOP_SUCCESS")
        assert len(scene.half.products) == (0 if stopped else 1)
