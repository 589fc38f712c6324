"""A workflow over all operations of KooMap, and one over that of IAM; each written once for sync and async."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from harness.contract.koomap.furniture import PLACE, vps_payload
from skybind import Options
from skybind.koomap.iam import IamDialect
from skybind.steps import Workflow, ask, first
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.iam.facade import AsyncIamGroups, IamGroups
from skybind_clients.iam.models import (
    TokenAuth,
    TokenDomain,
    TokenIdentity,
    TokenMethod,
    TokenPassword,
    TokenProject,
    TokenScope,
    TokenUser,
)
from skybind_clients.koomap.models import (
    Flag,
    ModelingType,
    NaviPayload,
    ProductionLevel,
    Real3DTaskType,
    Real3DUsageType,
    SatelliteTaskType,
    SatelliteUsageType,
    UploadStatus,
    VpsPayload,
)
from skybind_emulators import Running

__all__ = ["AsyncIam", "Iam", "all_of_iam", "all_of_koomap"]

LOOKS = 4


class Iam:
    """IAM, which users meet only behind a client that signs in."""

    def __init__(self, base_url: str) -> None:
        self._transport = Transport(IamDialect(base_url), Options())
        self.tokens = IamGroups(self._transport).tokens

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._transport.close()


class AsyncIam:
    """The same for asyncio."""

    def __init__(self, base_url: str) -> None:
        self._transport = AsyncTransport(IamDialect(base_url), Options())
        self.tokens = AsyncIamGroups(self._transport).tokens

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        await self._transport.close()


def all_of_iam(emulators: Running) -> Workflow[None]:
    """A token for a password."""
    account = emulators.koomap.account
    user = TokenUser(name=account.username, password=account.password, domain=TokenDomain(name=account.domain))
    identity = TokenIdentity(methods=[TokenMethod.PASSWORD], password=TokenPassword(user=user))
    scope = TokenScope(project=TokenProject(name=account.region))
    token = yield from ask(lambda api: api.tokens.create(auth=TokenAuth(identity=identity, scope=scope)))
    assert token.user.name == account.username


def all_of_koomap(emulators: Running) -> Workflow[None]:
    """One call after another, each of an operation."""
    space = (yield from ask(lambda api: api.workspaces.create(workspace_name="survey"))).workspace_id
    yield from ask(lambda api: api.workspaces.update(space, workspace_description="flight_42"))
    assert space in {one.workspace_id for one in (yield from first(lambda api: api.workspaces.list()))}
    yield from _satellite(emulators, space)
    yield from _real3d(emulators, space)
    yield from _augmented(emulators)
    empty = (yield from ask(lambda api: api.workspaces.create(workspace_name="empty"))).workspace_id
    yield from ask(lambda api: api.workspaces.delete(empty))


def _satellite(emulators: Running, space: str) -> Workflow[None]:
    image = emulators.koomap.satellite.ready_image_ids[2]
    assert image in {one.image_id for one in (yield from first(lambda api: api.satellite_images.list(limit=100)))}
    tasks = []
    for name in ("kept", "dropped"):
        asked: dict[str, Any] = {
            "data_ids": [image],
            "production_level": ProductionLevel.L2,
            "task_name": name,
            "coordination": "WGS84",
        }
        [checked] = yield from ask(lambda api, asked=asked: api.satellite_images.check(**asked))
        order = {
            "task_type": SatelliteTaskType.ORSIP,
            "workspace_id": space,
            "data_alias": {checked.name: name},
            "data_description": {checked.name: name},
            "csv_ids": [],
            "is_clip": Flag.NO,
            "is_tile": Flag.NO,
        }
        made = yield from ask(lambda api, all_of={**asked, **order}: api.satellite_tasks.create(**all_of))
        tasks.append(made.task_id)
        yield from ask(lambda api, id_=made.task_id: api.satellite_tasks.start(id=id_))
    kept, dropped = tasks
    yield from ask(lambda api: api.satellite_tasks.stop(id=dropped))
    for _ in range(LOOKS):
        yield from first(lambda api: api.satellite_tasks.list(workspace_id=space))
    yield from ask(lambda api: api.satellite_tasks.delete(id=dropped))
    yield from ask(lambda api: api.satellite_tasks.archive(id=kept, archived=True))
    assert (yield from ask(lambda api: api.satellite_tasks.overview(workspace_id=space))).total == 1
    assert (yield from first(lambda api: api.satellite_usage.list(usage_type=SatelliteUsageType.TASK)))


def _real3d(emulators: Running, space: str) -> Workflow[None]:
    [folder] = [one.folder_code for one in (yield from first(lambda api: api.folders.list())) if one.status == 1]
    controlled = yield from _task(space, "marked", Real3DTaskType.CONTROLLED, ModelingType.MESH, folder)
    nerf = yield from _task(space, "field", Real3DTaskType.UNCONTROLLED, ModelingType.NERF, folder)
    yield from ask(lambda api: api.real3d_tasks.start(space, controlled, run_at_only=True))
    yield from ask(lambda api: api.real3d_tasks.start(space, nerf))
    for _ in range(LOOKS):
        yield from first(lambda api: api.real3d_tasks.list(space))
    yield from _marks(emulators, controlled)
    yield from ask(lambda api: api.real3d_tasks.start(space, controlled))
    yield from ask(lambda api: api.real3d_tasks.stop(space, controlled))
    yield from ask(lambda api: api.real3d_tasks.update(space, controlled, task_name="marked_again"))
    assert (yield from ask(lambda api: api.real3d_tasks.overview(space))).success_count == 1
    yield from _refined(emulators, space, nerf)
    for _ in range(LOOKS):
        [product] = yield from first(lambda api: api.products.list())
    yield from ask(lambda api: api.products.delete(product.id))
    yield from ask(lambda api: api.real3d_usage.list(usage_type=Real3DUsageType.DATA))
    yield from ask(lambda api: api.real3d_tasks.archive(space, nerf, archive=True))
    yield from ask(lambda api: api.real3d_tasks.delete(space, controlled))


def _task(space: str, name: str, type_: Real3DTaskType, modeling: ModelingType, folder: str) -> Workflow[str]:
    fields = {"task_name": name, "task_type": type_, "modeling_type": modeling, "folder_code": folder}
    made = yield from ask(lambda api: api.real3d_tasks.create(space, **fields))
    return str(made.task_id)


def _marks(emulators: Running, task: str) -> Workflow[None]:
    photo = emulators.koomap.real3d.image_codes[0]
    pixels = {"point_width": "1.5", "point_height": "2"}
    mark = yield from ask(lambda api: api.mark_points.add(image_code=photo, task_id=task, **pixels, **PLACE))
    more = yield from ask(
        lambda api: api.mark_points.add(image_code=photo, task_id=task, point_width="3", point_height="4", **PLACE)
    )
    yield from ask(lambda api: api.mark_points.delete(id=more.id))
    listed = yield from first(lambda api: api.mark_points.list(image_code=photo, task_id=task))
    assert [one.id for one in listed] == [mark.id]
    assert (yield from ask(lambda api: api.mark_points.count(task_id=task, **PLACE))).count == 1
    yield from ask(lambda api: api.mark_points.write_file(task))


def _refined(emulators: Running, space: str, task: str) -> Workflow[None]:
    made = yield from ask(lambda api: api.refine_subtasks.create(space, task, subtask_name="roof"))
    bucket, _, prefix = made.model_path.removeprefix("obs://").partition("/")
    emulators.store.put(bucket, f"{prefix}/model.obj", b"v 1 2 3\n")
    one = (space, task, made.subtask_id)
    for state in (UploadStatus.UPLOADING, UploadStatus.UPLOAD_SUCCESS):
        yield from ask(lambda api, state=state: api.refine_subtasks.set_upload_state(*one, upload_status=state))
    yield from ask(lambda api: api.refine_subtasks.start(*one))
    yield from ask(lambda api: api.refine_subtasks.stop(*one))
    yield from ask(lambda api: api.refine_subtasks.start(*one))
    for _ in range(LOOKS):
        yield from first(lambda api: api.refine_subtasks.list(space, task))
    for _ in range(LOOKS):
        [product] = yield from first(lambda api: api.refine_products.list())
    yield from ask(lambda api: api.refine_products.delete(product.id))
    yield from ask(lambda api: api.refine_subtasks.delete(*one))


def _augmented(emulators: Running) -> Workflow[None]:
    area = emulators.koomap.area
    photo = VpsPayload.from_dict(vps_payload(121.4737, 31.2304))
    assert (yield from ask(lambda api: api.positioning.locate(uuid="device", payload=photo))).status == "succeeded"
    here = {"x": f"{area.east_m:.1f}", "y": f"{area.north_m:.1f}", "z": "0"}
    way = NaviPayload.from_dict({"from": here, "to": {**here, "z": "3"}, "utm": area.utm})
    assert (yield from ask(lambda api: api.navigation.route(uuid="device", payload=way))).path
