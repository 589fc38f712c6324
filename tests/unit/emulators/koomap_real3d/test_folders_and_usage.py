from collections.abc import Callable
from typing import Any

import pytest

from unit.emulators.koomap_real3d.scene import HEIGHT, PHOTOS, WIDTH, Scene

MakeScene = Callable[..., Scene]


def names(scene: Scene, **condition: Any) -> list[str]:
    answer = scene.call("listFolder", {"offset": 0, "limit": 10, "condition": condition})
    return [folder["folder_name"].partition("_")[0] for folder in answer["folders"]]


def test_an_account_has_folders_from_the_start(scene: Scene) -> None:
    """One that is done, one under way, one that failed, the latest upload first; times have the usual form."""
    answer = scene.call("listFolder", {"offset": 0, "limit": 10})
    assert [folder["status"] for folder in answer["folders"]] == [2, 0, 1]
    assert answer["page"] == {"offset": 0, "limit": 10, "total": 3}
    done = answer["folders"][2]
    assert (done["folder_code"], done["obs_endpoint"]) == (scene.half.folder_code, "127.0.0.1:1")
    assert done["obs_path"] == f"real3d/{scene.account.domain_id}/folders/riverside_block"
    assert done["create_time"] == "2025-10-06T08:53:20Z"


def test_filters_of_folders(scene: Scene) -> None:
    """Name, alias and description by a part in any case, state as text, times with both ends."""
    assert names(scene, folder_name="BLOCK") == ["quarry", "harbour", "riverside"]
    assert names(scene, folder_alias="block.7") == names(scene, folder_desc="April") == ["riverside"]
    assert names(scene, status="1") == names(scene, to="2025-10-06T08:53:20Z") == ["riverside"]
    assert names(scene, **{"from": "2025-10-08T08:53:20Z"}) == names(scene, status="2") == ["quarry"]
    assert names(scene, folder_name="nowhere") == []


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("1", "harbour"),
        ("-1", "riverside"),
        ("2", "harbour"),
        ("-2", "riverside"),
        ("3", "riverside"),
        ("-3", "quarry"),
    ],
)
def test_orders_of_folders(order: str, first: str, scene: Scene) -> None:
    """By name, alias or upload, either way."""
    assert names(scene, order=order)[0] == first


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ({"folder_name": ""}, "21004"),
        ({"folder_alias": "a b"}, "21004"),
        ({"status": "3"}, "21004"),
        ({"status": 1}, "21004"),
        ({"order": "4"}, "21004"),
        ({"order": "+1"}, "21004"),
        ({"from": "2023-05-11 17:10:13.000"}, "21200"),
    ],
)
def test_conditions_that_are_refused(condition: dict[str, Any], code: str, scene: Scene) -> None:
    """A condition that names no folder's property is refused, not passed over."""
    assert scene.refused("listFolder", {"offset": 0, "limit": 10, "condition": condition}) == code


def test_pages_of_folders(scene: Scene) -> None:
    """Offset and limit are held to their ranges here too."""
    answer = scene.call("listFolder", {"offset": 2, "limit": 1})
    assert ([folder["status"] for folder in answer["folders"]], answer["page"]["total"]) == ([1], 3)
    assert scene.refused("listFolder", {"offset": 0, "limit": 0}) == "21202"
    assert scene.refused("listFolder", {"offset": -1, "limit": 1}) == "21201"


def test_photos_are_drawn_when_they_are_needed(scene: Scene) -> None:
    """At the start there is nothing in the store; their codes are known all the same, and are long decimal texts."""
    assert scene.store.list(scene.half.bucket) == []
    scene.finished()
    photos = scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/folders/riverside_block/")
    assert len(photos) == PHOTOS == len(set(scene.images))
    assert all(code.isdecimal() and len(code) == 19 for code in scene.images)


def test_a_photo_that_is_gone_keeps_tasks_from_starting(scene: Scene) -> None:
    """The pixels of a folder with a hole cannot be counted."""
    scene.finished("first")
    photo = scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/folders/")[0].key
    scene.store.delete(scene.half.bucket, photo)
    assert scene.refused("startReal3DTask", {}, task_id=scene.task("second")) == "21136"


def test_storage_counts_all_that_lies_there(scene: Scene) -> None:
    """Photos, triangulations, uploads and products count, in gigabytes; deleted ones no more (C-45: no sub-kind)."""
    scene.finished()
    (row,) = scene.call("showReal3DUsage", query={"usage_type": "DATA"})["data"]
    there = sum(stored.size for stored in scene.store.list(scene.half.bucket))
    assert (row["usage_measure_name"], row["unit"], row["usage_unit_type"]) == ("时空专属存储", "GB", "VOLUME")
    assert row["usage"] == pytest.approx(there / 1e9)
    assert (row["capacity"], row["usage_subtype"], row["domain_id"]) == (0, None, scene.account.domain_id)
    scene.call("deleteReal3DProduct", {}, product_id=scene.half.products[0].id)
    (less,) = scene.call("showReal3DUsage", query={"usage_type": "DATA"})["data"]
    assert less["usage"] < row["usage"]


def test_photos_count_before_they_are_used(scene: Scene) -> None:
    """The folder that is done takes room from the start."""
    (row,) = scene.call("showReal3DUsage", query={"usage_type": "DATA"})["data"]
    assert row["usage"] > 0


def test_modelling_counts_what_succeeded(scene: Scene) -> None:
    """Gigapixels and times by edition: meshes are basic, radiance fields professional; failures do not count."""
    scene.finished("one")
    scene.finished("two")
    scene.finished("field", modeling_type="Nerf")
    scene.faults.add("koomap.startReal3DTask", "fail", count=1)
    failed = scene.task("failed")
    scene.start(failed)
    scene.wait_for(failed, "FAILED")
    rows = scene.call("showReal3DUsage", query={"usage_type": "REAL3D"})["data"]
    pixels = WIDTH * HEIGHT * PHOTOS / 1e9
    assert [(row["usage_subtype"], row["usage_unit_type"], row["unit"], row["usage"]) for row in rows] == [
        ("REAL3D_BASIC", "NUMBER", "GP", pytest.approx(2 * pixels)),
        ("REAL3D_BASIC", "COUNT", "次", 2),
        ("REAL3D_PRO", "NUMBER", "GP", pytest.approx(pixels)),
        ("REAL3D_PRO", "COUNT", "次", 1),
    ]
    scene.call("deleteReal3DTask", {}, task_id=failed)
    assert scene.call("showReal3DUsage", query={"usage_type": "REAL3D"})["data"] == rows


def test_the_kind_of_usage_must_be_named(scene: Scene) -> None:
    """Missing and unknown kinds have different codes."""
    assert scene.refused("showReal3DUsage") == "21009"
    assert scene.refused("showReal3DUsage", query={"usage_type": "TASK"}) == "21004"
