import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from unit.emulators.koomap_real3d.scene import Scene

MakeScene = Callable[..., Scene]


def listed(scene: Scene) -> list[dict[str, object]]:
    found: list[dict[str, object]] = scene.call("listReal3DProducts")["products"]
    return found


def test_a_finished_task_gives_a_product(scene: Scene) -> None:
    """It tells its task, parameters as JSON text, and files whose sizes add up to what lies in the store."""
    task = scene.finished("block_7")
    shown = scene.look(task)
    (product,) = scene.call("listReal3DProducts")["products"]
    assert product["name"] == "riverside_block_block_7_20251009165320"
    assert (product["status"], product["folder_code"]) == ("available", scene.half.folder_code)
    info = product["task_info"]
    assert (info["task_id"], info["task_name"]) == (task, "block_7")
    assert json.loads(info["task_params"]) == shown["modeling_params"]
    assert (info["task_exec_start_time"], info["task_exec_end_time"]) == (
        shown["exec_start_time"],
        shown["exec_stop_time"],
    )
    prefix = f"real3d/{scene.account.domain_id}/products/{product['id']}/"
    there = {stored.key.removeprefix(prefix): stored for stored in scene.store.list(scene.half.bucket, prefix)}
    assert {name for entry in product["product_details"] for name in entry["files"]} == set(there)
    for entry in product["product_details"]:
        assert entry["storage_size_byte"] == sum(there[name].size for name in entry["files"])
    assert product["storage_size_byte"] == sum(stored.size for stored in there.values())


def test_what_cannot_be_written_is_an_entry_without_files(scene: Scene) -> None:
    """OSGB is named and empty; OBJ is an archive, and metadata.xml tells the origin."""
    scene.finished()
    scene.finished("field", modeling_type="Nerf")
    field, block = scene.call("listReal3DProducts")["products"]
    assert [(entry["type"], len(entry["files"])) for entry in block["product_details"]] == [
        ("mesh_osgb", 0),
        ("mesh_obj", 1),
        ("metadata", 1),
    ]
    assert [entry["type"] for entry in field["product_details"]] == ["nerf_osgb", "nerf_obj", "metadata"]
    assert block["product_details"][1]["files"] == [f"MESH_OBJ_{block['name']}-Tile_+000~+000.zip"]
    assert block["product_details"][2]["files"] == ["metadata.xml"]


def test_products_are_prepared_first(make: MakeScene) -> None:
    """While it is prepared a product has names but no sizes and cannot be deleted; deleted, it is shown once more."""
    scene = make(speed="polls:3")
    scene.finished()
    (product,) = scene.call("listReal3DProducts")["products"]
    assert (product["status"], product["storage_size_byte"]) == ("preparing", None)
    assert [entry["storage_size_byte"] for entry in product["product_details"]] == [0, 0, 0]
    assert scene.refused("deleteReal3DProduct", {}, product_id=product["id"]) == "42012"
    (product,) = scene.call("listReal3DProducts")["products"]
    assert product["status"] == "available"
    assert scene.call("deleteReal3DProduct", {}, product_id=product["id"]) is True
    assert scene.refused("deleteReal3DProduct", {}, product_id=product["id"]) == "42012"
    assert [entry["status"] for entry in listed(scene)] == ["deleting"]
    assert listed(scene) == []
    assert scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/products/") == []


def test_preparing_takes_its_time_by_the_clock(make: MakeScene) -> None:
    """Looks do not hasten it; a stalled look does not count."""
    scene = make(speed="time:1", settling_s=5.0)
    scene.finished()
    assert [entry["status"] for entry in listed(scene) + listed(scene)] == ["preparing", "preparing"]
    scene.wall.at += 4
    scene.faults.add("koomap.listReal3DProducts", "stall", count=1)
    assert [entry["status"] for entry in listed(scene)] == ["preparing"]
    scene.wall.at += 2
    assert [entry["status"] for entry in listed(scene)] == ["preparing"]
    scene.wall.at += 3
    assert [entry["status"] for entry in listed(scene)] == ["available"]


def test_products_are_listed_by_their_last_change(scene: Scene) -> None:
    """The latest first; names are found by a part in any case, ids exactly."""
    for name in ("first", "second", "third"):
        scene.finished(name)
        scene.clock.advance(5)
    third, second, first = listed(scene)
    assert [str(product["name"]).split("_")[2] for product in (first, second, third)] == ["first", "second", "third"]

    def found(**query: object) -> list[object]:
        return [product["id"] for product in scene.call("listReal3DProducts", query=query)["products"]]

    assert found(product_name="SECOND") == found(product_id=second["id"]) == found(offset=1, limit=1) == [second["id"]]
    assert found(product_id="0" * 32) == []
    assert scene.refused("listReal3DProducts", query={"limit": 101}) == "21202"


def test_refine_products_in_order(scene: Scene) -> None:
    """They are ordered by the name of task or subtask either way, and found by parts of names and by times."""
    made = []
    for task_name, subtask_name in (("Alpha", "roof-2"), ("beta", "Roof-1")):
        task = scene.finished(task_name, modeling_type="Nerf")
        subtask = scene.subtask(task, subtask_name)
        scene.clock.advance(20)
        scene.call("startReal3DSubTask", {}, task_id=task, subtask_id=subtask)
        made.append(scene.look_at_subtask(task, subtask)["refine_product_id"])
    alpha, beta = made

    def found(**query: object) -> list[object]:
        products = scene.call("listReal3DRefineProducts", query=query)["refine_products"]
        return [product["id"] for product in products]

    assert found() == [beta, alpha]
    assert found(order_by="task_name_asc") == found(order_by="subtask_name_desc") == [alpha, beta]
    assert found(order_by="task_name_desc") == found(order_by="subtask_name_asc") == [beta, alpha]
    assert found(task_name="ALPH") == found(subtask_name="-2") == found(refine_product_id=alpha) == [alpha]
    assert found(subtask_create_time_to="2025-10-09T08:53:20Z") == [alpha]
    assert found(subtask_completed_time_from="2025-10-09T08:53:41Z") == [beta]
    assert scene.refused("listReal3DRefineProducts", query={"order_by": "name"}) == "21004"
    assert scene.refused("listReal3DRefineProducts", query={"subtask_completed_time_to": "x"}) == "21200"
    assert scene.call("deleteReal3DRefineProduct", {}, refine_product_id=alpha) is True
    assert found() == [beta]
    assert scene.refused("deleteReal3DRefineProduct", refine_product_id=alpha) == "42010"


def test_true_photos_give_a_true_mesh(tmp_path: Path) -> None:
    """With nothing replaced, six photos of a flight become an OBJ with texture, and the cameras of a triangulation."""
    scene = Scene(tmp_path, real=True)
    try:
        scene.finished()
        (product,) = scene.call("listReal3DProducts")["products"]
        prefix = f"real3d/{scene.account.domain_id}/products/{product['id']}/"
        stored = scene.store.head(scene.half.bucket, prefix + product["product_details"][1]["files"][0])
        assert stored is not None
        with zipfile.ZipFile(io.BytesIO(stored.path.read_bytes())) as archive:
            assert archive.namelist() == ["model.jpg", "model.mtl", "model.obj"]
            assert archive.read("model.obj").count(b"\nf ") > 100
        task = scene.triangulated()
        cameras = scene.store.head(
            scene.half.bucket, f"real3d/{scene.account.domain_id}/triangulations/{task}/camera_list.json"
        )
        assert cameras is not None
        assert len(json.loads(cameras.path.read_bytes())["cameras"]) == len(scene.images) == 6
        scene.point(task, pointWidth="250.5", pointHeight="100")
        assert scene.call("createMarkerInfo", {}, task_id=task) is True
    finally:
        scene.close()
