"""KooMap's tasks: their names, their states, and how they are asked about."""

from typing import Any

import pytest

from skybind.errors import NotFound, UsageError
from skybind.jobs import Phase
from skybind.koomap.tasks import _PHASES, TaskKind, TaskRef, found, state_of, states_of
from skybind.tokens import write_token
from skybind_clients.koomap.models import (
    Real3DTask,
    Real3DTaskStatus,
    RefineSubtask,
    RefineSubtaskStatus,
    SatelliteTask,
    SatelliteTaskStatus,
)
from unit.overlay.worlds import World

REAL3D = Real3DTask(task_id="t1", workspace_id="w1", task_status=Real3DTaskStatus.RUNNING, task_progress="0.25")
REFINE = RefineSubtask(subtask_id="s1", task_id="t1", workspace_id="w1", subtask_status=RefineSubtaskStatus.INIT)
SATELLITE = SatelliteTask(
    task_id="t2", workspace_id="w1", task_name="north", task_status=SatelliteTaskStatus.START_RUNNING
)


@pytest.mark.parametrize("task", [REAL3D, REFINE, SATELLITE])
def test_a_token_names_its_task(task: Any) -> None:
    """What goes into a token comes out of it, whatever kind of task it names."""
    ref = TaskRef.of(task)
    assert TaskRef.of(ref.token) == ref
    assert ref.id in {"t1", "s1", "t2"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0123456789abcdef0123456789abcdef", "by workspace and id"),
        (write_token("koomap", {"k": "lidar", "w": "w", "t": "t"}), "Copy it whole"),
        (write_token("koomap", {"k": "real3d"}), "Copy it whole"),
        (write_token("terra", {"j": "1"}), "Use it with terra"),
    ],
)
def test_what_names_no_task_is_refused(text: str, words: str) -> None:
    """A bare id, a token of another service and one without a task are refused with what to do."""
    with pytest.raises(UsageError) as refused:
        TaskRef.of(text)
    assert words in refused.value.advice


def test_every_documented_state_has_a_phase() -> None:
    """No state of the specification is unknown to a wait."""
    documented = [*SatelliteTaskStatus, *Real3DTaskStatus, *RefineSubtaskStatus]
    assert [state for state in documented if state not in _PHASES] == []


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("INIT", Phase.CREATED),
        ("PENDING", Phase.QUEUED),
        ("BUNDLE_SUCCESS", Phase.HELD),
        ("SUCCESS", Phase.DONE),
        ("ARCHIVED", Phase.DONE),
        ("START_FAILED", Phase.FAILED),
        ("STOP_SUCCESS", Phase.STOPPED),
        ("SOMETHING_NEW", Phase.UNKNOWN),
    ],
)
def test_states_of_real_scene_tasks(status: str, phase: Phase) -> None:
    """Each state has its phase; one that is not documented is unknown, and kept as it came."""
    state = state_of(Real3DTask(task_id="t", workspace_id="w", task_status=Real3DTaskStatus(status)))
    assert (state.phase, state.native) == (phase, status)


@pytest.mark.parametrize(
    ("task", "at", "share"),
    [("0.25", None, 0.25), (None, None, None), ("0.00", "0.60", 0.6), ("1.50", None, 1.0), ("soon", None, None)],
)
def test_progress_is_read_from_text(task: str | None, at: str | None, share: float | None) -> None:
    """Progress is decimal text; during the aerial triangulation that of the triangulation counts."""
    model = Real3DTask(task_id="t", workspace_id="w", task_progress=task, at_progress=at)
    assert state_of(model).progress == share


class Lists:
    """Lists of tasks that remember what they were asked for."""

    def __init__(self, world: World, **tasks: list[Any]) -> None:
        self.asked: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
        for group in ("real3d_tasks", "refine_subtasks", "satellite_tasks"):
            setattr(self, group, self._group(world, group, tasks.get(group, [])))

    def _group(self, world: World, name: str, tasks: list[Any]) -> Any:
        asked = self.asked

        class Group:
            @staticmethod
            def list(*where: Any, **filters: Any) -> Any:
                asked.append((name, where, filters))
                status = filters.get("task_status")
                return world.listed([task for task in tasks if status is None or task.task_status in status])

        return Group


def test_many_tasks_are_asked_about_together(world: World) -> None:
    """One question for each workspace and kind; those that are gone are said to be."""
    tasks = [Real3DTask(task_id=f"t{n}", workspace_id="w1") for n in range(3)]
    lists = Lists(world, real3d_tasks=tasks[:2])
    refs = [TaskRef.of(task) for task in tasks]
    states = world.carry_out(states_of(refs), lists, lambda _seconds: None)
    assert len(lists.asked) == 1
    assert lists.asked[0][2] == {"task_ids": ["t0", "t1", "t2"]}
    assert isinstance(states["t2"], NotFound)
    assert states["t0"].job_id == "t0"


def test_a_satellite_task_is_looked_for_in_the_archive_too(world: World) -> None:
    """The list leaves archived tasks out, unless it is asked for them."""
    put_away = SatelliteTask(
        task_id="t2", workspace_id="w1", task_name="north", task_status=SatelliteTaskStatus.ARCHIVED
    )
    lists = Lists(world, satellite_tasks=[put_away])
    lists_without_archive = Lists(world)
    ref = TaskRef(TaskKind.SATELLITE, "w1", "t2", name="north")
    task = world.carry_out(found(ref), lists, lambda _seconds: None)
    assert task is put_away
    with pytest.raises(NotFound):
        world.carry_out(found(ref), lists_without_archive, lambda _seconds: None)
    assert [filters.get("task_status") for _, _, filters in lists_without_archive.asked] == [None, ["ARCHIVED"]]
