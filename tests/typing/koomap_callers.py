"""How programs use KooMap. Type-checked, never run."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_type

from skybind import AsyncKooMap, JobState, KooMap
from skybind.errors import ActionNeeded
from skybind.koomap import (
    AsyncTaskJob,
    MarkedPoint,
    Model,
    ModelFile,
    Modeling,
    ModelingType,
    TaskJob,
    UsageLine,
    read_marks,
)
from skybind_clients.koomap.models import (
    MarkPoint,
    Product,
    Real3DTask,
    RefineProduct,
    SatelliteTask,
    VpsAnswer,
    Workspace,
)
from skybind_clients.runtime import Raw, Unset


def a_folder_becomes_a_product(code: str) -> None:
    with KooMap.from_env() as koomap:
        job = koomap.reconstruct(code, workspace="survey_2026", model=ModelingType.NERF, modeling=Modeling(mesh="low"))
        assert_type(job, TaskJob)
        model = job.result(timeout=timedelta(hours=6))
        assert_type(model, Model)
        assert_type(model.files(), list[ModelFile])
        assert_type(model.made, Product | RefineProduct | SatelliteTask)
        assert_type(job.archive().unarchive().start(triangulation_only=True), TaskJob)
        assert_type(koomap.refine(job, "model/", upload_state=True), TaskJob)


async def a_task_of_ones_own(code: str) -> None:
    async with AsyncKooMap(ak="…", sk="…", project_id="…") as koomap:
        space = await koomap.workspaces.create(workspace_name="survey_2026")
        assert_type(space, Workspace)
        assert not isinstance(space.workspace_id, Unset)
        task = await koomap.real3d_tasks.create(
            space.workspace_id, task_name="block_7", modeling_type=ModelingType.MESH, folder_code=code
        )
        assert_type(task, Real3DTask)
        job = await koomap.job(task).start()
        assert_type(job, AsyncTaskJob)
        async for update in job.updates(timeout=timedelta(hours=8)):
            assert_type(update, JobState)
        async for satellite in koomap.satellite_tasks.list(workspace_id=space.workspace_id):
            assert_type(satellite, SatelliteTask)


def control_points(koomap: KooMap, code: str) -> None:
    try:
        koomap.reconstruct_controlled(code, timeout=3600)
    except ActionNeeded as needed:
        assert_type(needed.token, str | None)
    points = read_marks("points.csv")
    assert_type(points, list[MarkedPoint])
    job = koomap.reconstruct_controlled(code, points)
    assert_type(koomap.mark(job, "points.csv"), list[MarkPoint])


def single_calls(koomap: KooMap) -> None:
    assert_type(koomap.locate("DJI_0001.JPG", gps_accuracy_m=0.02), VpsAnswer)
    assert_type(koomap.usage(), list[UsageLine])
    assert_type(koomap.workspaces.with_raw.create(workspace_name="x").headers["x-request-id"], str)
    assert_type(koomap.workspaces.with_raw.create(workspace_name="x"), Raw[Workspace])
    koomap.with_options(timeout=5, check_limits=False).workspaces.delete("…")
    koomap.satellite_tasks.create(
        task_name="north",
        task_type="ORSIP",  # type: ignore[arg-type]  # a bare value is sent all the same
        workspace_id="…",
        data_ids=["…"],
        production_level="L2",  # type: ignore[arg-type]
        data_alias={"a": "North"},
        coordination="EPSG:4326",
        data_description={"a": None},
        csv_ids=[],
        is_clip="0",  # type: ignore[arg-type]
        is_tile="0",  # type: ignore[arg-type]
    )
