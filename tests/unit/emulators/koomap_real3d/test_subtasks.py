import io
import zipfile
from collections.abc import Callable
from typing import Any

import boto3
import pytest
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError

from skybind_emulators.store import StoreServer
from unit.emulators.koomap_real3d.scene import Scene

MakeScene = Callable[..., Scene]


def started(scene: Scene, **files: Any) -> tuple[str, str]:
    task = scene.finished(modeling_type="Nerf")
    subtask = scene.subtask(task, **files)
    scene.call("startReal3DSubTask", {}, task_id=task, subtask_id=subtask)
    return task, subtask


def s3(server: StoreServer, key: str, secret: str, token: str | None) -> BaseClient:
    return boto3.client(
        "s3",
        endpoint_url=server.s3_endpoint,
        region_name="cn-north-4",
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        config=Config(s3={"addressing_style": "path"}, proxies={}, retries={"total_max_attempts": 1}),
    )


def states(scene: Scene, task: str, subtask: str, looks: int) -> list[str]:
    return [scene.look_at_subtask(task, subtask)["subtask_status"] for _ in range(looks)]


def test_a_new_subtask_says_where_its_data_go(scene: Scene) -> None:
    """Upload path and id of the product are known from the start; what a run would tell is null."""
    task = scene.finished("parent", modeling_type="Nerf")
    made = scene.call("createReal3DSubTask", {"subtask_name": "屋顶-1_a"}, task_id=task)
    assert (made["subtask_name"], made["task_name"], made["task_id"]) == ("屋顶-1_a", "parent", task)
    assert made["subtask_status"] == "INIT"
    assert made["model_path"].startswith(f"obs://{scene.half.upload_bucket}/real3d/")
    assert made["model_path"].endswith(made["subtask_id"])
    assert len(made["refine_product_id"]) == 32
    assert made["modeling_params"]["key_point_limit"] == "40000"
    for name in ("subtask_progress", "exec_start_time", "exec_stop_time", "fail_message"):
        assert made[name] is None
    assert scene.call("listReal3DRefineProducts")["refine_products"] == []


def test_an_archived_task_is_finished_too(scene: Scene) -> None:
    """Subtasks may be made for a task in the archive (our assumption)."""
    task = scene.finished(modeling_type="Nerf")
    scene.call("updateReal3DTaskArchivedStatus", {"archive": True}, task_id=task)
    assert scene.call("createReal3DSubTask", {"subtask_name": "roof"}, task_id=task)["subtask_status"] == "INIT"


def test_names_are_taken_within_a_task_only(scene: Scene) -> None:
    """Another task may have a subtask of the same name."""
    for name in ("one", "two"):
        scene.subtask(scene.finished(name, modeling_type="Nerf"))


def test_the_way_of_an_upload(scene: Scene) -> None:
    """INIT, UPLOADING, then UPLOAD_SUCCESS once an .obj lies at the upload path, or UPLOAD_FAILED."""
    task = scene.finished(modeling_type="Nerf")
    made = scene.call("createReal3DSubTask", {"subtask_name": "roof"}, task_id=task)
    subtask = made["subtask_id"]
    bucket, _, prefix = made["model_path"].removeprefix("obs://").partition("/")
    assert scene.upload(task, subtask, "UPLOADING")["subtask_status"] == "UPLOADING"
    body = {"upload_status": "UPLOAD_SUCCESS"}
    for name, content in (("model.mtl", b"m"), ("empty.obj", b""), ("model.obj.txt", b"x")):
        scene.store.put(bucket, f"{prefix}/{name}", content)
        path: dict[str, Any] = {"task_id": task, "subtask_id": subtask}
        assert scene.refused("updateReal3DSubTaskUploadStatus", body, **path) == "21138"
    assert scene.look_at_subtask(task, subtask)["subtask_status"] == "UPLOADING"
    scene.store.put(bucket, f"{prefix}/deep/Model.OBJ", b"v 0 0 0\n")
    assert scene.upload(task, subtask, "UPLOAD_SUCCESS")["subtask_status"] == "UPLOAD_SUCCESS"
    for state, code in (("UPLOADING", "21139"), ("UPLOAD_SUCCESS", "21148"), ("UPLOAD_FAILED", "21148")):
        body = {"upload_status": state}
        assert scene.refused("updateReal3DSubTaskUploadStatus", body, **path) == code


def test_a_failed_upload_leaves_only_deletion(scene: Scene) -> None:
    """UPLOAD_FAILED can neither be started nor uploaded to again."""
    task = scene.finished(modeling_type="Nerf")
    subtask = scene.call("createReal3DSubTask", {"subtask_name": "roof"}, task_id=task)["subtask_id"]
    scene.upload(task, subtask, "UPLOADING")
    scene.upload(task, subtask, "UPLOAD_FAILED")
    path: dict[str, Any] = {"task_id": task, "subtask_id": subtask}
    assert scene.refused("startReal3DSubTask", {}, **path) == "21145"
    assert scene.refused("updateReal3DSubTaskUploadStatus", {"upload_status": "UPLOADING"}, **path) == "21139"
    assert scene.call("deleteReal3DSubTask", {}, **path) is True


def test_the_upload_state_is_an_extension(make: MakeScene) -> None:
    """Without the extension there is no such operation."""
    assert "updateReal3DSubTaskUploadStatus" in make().handlers
    assert "updateReal3DSubTaskUploadStatus" not in make(upload_extension=False).handlers


def test_keys_open_the_upload_path_only(scene: Scene) -> None:
    """Temporary keys for one subtask may write below its path and nowhere else; the account's keys, in all uploads."""
    task = scene.finished(modeling_type="Nerf")
    made = scene.call("createReal3DSubTask", {"subtask_name": "roof"}, task_id=task)
    bucket, _, path = made["model_path"].removeprefix("obs://").partition("/")
    with StoreServer(scene.store) as server:
        temporary = scene.half.upload_keys(made["subtask_id"])
        narrow = s3(server, temporary.access_key_id, temporary.secret_access_key, temporary.session_token)
        wide = s3(server, scene.account.ak, scene.account.sk, None)
        narrow.put_object(Bucket=bucket, Key=f"{path}/after/model.obj", Body=b"v 1 2 3\n")
        wide.put_object(Bucket=bucket, Key=f"{path}/before/model.obj", Body=b"v 3 2 1\n")
        for client, place in ((narrow, bucket), (narrow, scene.half.bucket), (wide, scene.half.bucket)):
            with pytest.raises(ClientError, match="AccessDenied"):
                client.put_object(Bucket=place, Key=f"{path}x/model.obj", Body=b"v")
    scene.upload(task, made["subtask_id"], "UPLOADING")
    assert scene.upload(task, made["subtask_id"], "UPLOAD_SUCCESS")["subtask_status"] == "UPLOAD_SUCCESS"
    with pytest.raises(KeyError):
        scene.half.upload_keys("0" * 32)


def test_a_start_answers_that_the_subtask_waits(make: MakeScene) -> None:
    """PENDING, STARTING and RUNNING are passed through like those of a task (C-57)."""
    scene = make(speed="polls:4")
    task = scene.finished(modeling_type="Nerf")
    subtask = scene.subtask(task)
    answer = scene.call("startReal3DSubTask", {}, task_id=task, subtask_id=subtask)
    assert (answer["subtask_status"], answer["subtask_progress"]) == ("PENDING", None)
    assert states(scene, task, subtask, 4) == ["PENDING", "STARTING", "RUNNING", "SUCCESS"]
    assert scene.look_at_subtask(task, subtask)["subtask_progress"] == "1.00"


def test_stopping_a_subtask(make: MakeScene) -> None:
    """A waiting one goes back to UPLOAD_SUCCESS, a running one to STOPPING and STOP_SUCCESS; both start again."""
    scene = make(speed="polls:4")
    task, subtask = started(scene)
    path: dict[str, Any] = {"task_id": task, "subtask_id": subtask}
    scene.call("stopReal3DSubTask", {}, **path)
    assert states(scene, task, subtask, 1) == ["UPLOAD_SUCCESS"]
    scene.call("startReal3DSubTask", {}, **path)
    states(scene, task, subtask, 3)
    scene.call("stopReal3DSubTask", {}, **path)
    assert scene.refused("deleteReal3DTask", {}, task_id=task) == "21137"
    assert states(scene, task, subtask, 2) == ["STOPPING", "STOP_SUCCESS"]
    scene.call("startReal3DSubTask", {}, **path)
    assert states(scene, task, subtask, 4)[-1] == "SUCCESS"


@pytest.mark.parametrize(("kind", "state"), [("fail", "FAILED"), ("fail-start", "START_FAILED")])
def test_a_failed_subtask_starts_again(kind: str, state: str, scene: Scene) -> None:
    """Nothing else leads a subtask out of START_FAILED (C-78)."""
    scene.faults.add("koomap.startReal3DSubTask", kind, count=1)
    task, subtask = started(scene)
    assert states(scene, task, subtask, 1) == [state]
    scene.call("startReal3DSubTask", {}, task_id=task, subtask_id=subtask)
    assert states(scene, task, subtask, 1) == ["SUCCESS"]


def test_a_refine_product_holds_the_uploaded_files(scene: Scene) -> None:
    """OSGB cannot be written: the archive says so and holds what was uploaded; sizes add up."""
    files = {"after/model.obj": b"v 1 2 3\n", "before/model.obj": b"v 3 2 1\n"}
    task, subtask = started(scene, files=files)
    shown = scene.look_at_subtask(task, subtask)
    (product,) = scene.call("listReal3DRefineProducts")["refine_products"]
    assert (product["id"], product["status"]) == (shown["refine_product_id"], "available")
    assert product["task_info"]["workspace_id"] == scene.space
    info = product["subtask_info"]
    assert (info["subtask_id"], info["subtask_name"], info["create_time"]) == (subtask, "roof", shown["create_time"])
    assert info["completed_time"] == shown["exec_stop_time"]
    (entry,) = product["product_details"]
    assert (entry["type"], entry["storage_size_byte"]) == ("nerf_osgb", product["storage_size_byte"])
    (name,) = entry["files"]
    key = f"real3d/{scene.account.domain_id}/products/{product['id']}/{name}"
    stored = scene.store.head(scene.half.bucket, key)
    assert stored is not None
    assert stored.size == entry["storage_size_byte"]
    with zipfile.ZipFile(io.BytesIO(stored.path.read_bytes())) as archive:
        assert {file: archive.read(file) for file in files} == files
        assert b"OSGB is not written" in archive.read("OSGB_LEFT_OUT.txt")


def test_a_product_goes_with_its_subtask(scene: Scene) -> None:
    """Deleting a subtask deletes its product and what was uploaded, at once."""
    task, subtask = started(scene)
    scene.look_at_subtask(task, subtask)
    assert len(scene.half.refine_products) == 1
    scene.call("deleteReal3DSubTask", {}, task_id=task, subtask_id=subtask)
    assert scene.half.refine_products == []
    assert scene.refused("deleteReal3DSubTask", {}, task_id=task, subtask_id=subtask) == "21006"
    root = f"real3d/{scene.account.domain_id}/"
    kept = [stored.key.removeprefix(root).split("/")[0] for stored in scene.store.list(scene.half.bucket, root)]
    assert scene.store.list(scene.half.upload_bucket) == []
    assert set(kept) == {"folders", "products"}
    assert len([place for place in kept if place == "products"]) == 2


def test_subtasks_go_with_their_task(scene: Scene) -> None:
    """A finished subtask does not keep its task; its product stays (our assumption)."""
    task, subtask = started(scene)
    scene.look_at_subtask(task, subtask)
    scene.call("deleteReal3DTask", {}, task_id=task)
    assert (scene.half.subtasks, scene.store.list(scene.half.upload_bucket)) == ([], [])
    assert len(scene.call("listReal3DRefineProducts")["refine_products"]) == 1


def test_a_subtask_belongs_to_its_task(scene: Scene) -> None:
    """Asked for under another task it is not found."""
    task = scene.finished(modeling_type="Nerf")
    subtask = scene.subtask(task)
    other = scene.task("other")
    assert scene.refused("startReal3DSubTask", {}, task_id=other, subtask_id=subtask) == "21006"
    assert scene.call("listReal3DSubTasks", task_id=other)["subtasks"] == []


def test_filters_of_the_list(scene: Scene) -> None:
    """By id, part of the name, states and times; newest first."""
    task = scene.finished(modeling_type="Nerf")
    first = scene.subtask(task, "Roof-A")
    scene.clock.advance(10)
    second = scene.call("createReal3DSubTask", {"subtask_name": "roof-b"}, task_id=task)["subtask_id"]

    def found(**query: Any) -> list[str]:
        listed = scene.call("listReal3DSubTasks", query=query, task_id=task)["subtasks"]
        return [subtask["subtask_id"] for subtask in listed]

    assert found() == found(subtask_name="ROOF") == found(subtask_status=["INIT", "UPLOAD_SUCCESS"]) == [second, first]
    assert found(subtask_id=first) == found(subtask_name="a") == found(subtask_status="UPLOAD_SUCCESS") == [first]
    assert found(create_time_to="2025-10-09T08:53:20Z") == found(update_time_to="2025-10-09T08:53:20Z") == [first]
    assert found(offset=1, limit=1) == [first]
    assert scene.refused("listReal3DSubTasks", query={"update_time_from": "x"}, task_id=task) == "21200"
