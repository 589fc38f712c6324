import json
from typing import Any

import pytest

from unit.emulators.koomap_real3d.scene import PLACE, Scene

COUNTED = {name: PLACE[name] for name in ("longitude", "latitude", "height", "accuracy")}


def test_the_whole_way_of_a_controlled_task(scene: Scene) -> None:
    """Triangulate, mark points, write the marker file, model: each step needs the one before."""
    task = scene.task(task_type="REAL3D-CTRL")
    assert scene.refused("startReal3DTask", {"run_AT_only": False}, task_id=task) == "21109"
    assert scene.point_refused(task) == "21173"
    assert scene.refused("createMarkerInfo", {}, task_id=task) == "21109"
    scene.start(task, run_AT_only=True)
    done = scene.look(task)
    assert (done["task_status"], done["AT_progress"], done["task_progress"]) == ("BUNDLE_SUCCESS", "1.00", "0.40")
    assert (done["complete_stage"], done["total_stage"], done["has_marker"]) == (4, 10, False)
    assert scene.refused("createMarkerInfo", {}, task_id=task) == "21108"
    scene.point(task)
    assert scene.look(task)["has_marker"] is True
    assert scene.refused("startReal3DTask", {}, task_id=task) == "21108"
    assert scene.call("createMarkerInfo", {}, task_id=task) is True
    assert scene.start(task)["task_progress"] == "0.40"
    done = scene.look(task)
    assert (done["task_status"], done["AT_progress"], done["task_progress"]) == ("SUCCESS", "1.00", "1.00")
    assert [asked["output_mesh"] for asked in scene.engine.asked] == [False, True]


def test_points_alone_may_do(make: Any) -> None:
    """Whether the marker file is needed is our assumption, and can be switched off."""
    scene = make(marker_file_needed=False)
    task = scene.triangulated()
    assert scene.refused("startReal3DTask", {}, task_id=task) == "21108"
    scene.point(task)
    scene.start(task)
    scene.wait_for(task, "SUCCESS")


def test_a_triangulation_makes_no_product_and_does_not_count(scene: Scene) -> None:
    """Its files lie in the account's storage."""
    task = scene.triangulated()
    assert scene.half.products == []
    assert {row["usage"] for row in scene.call("showReal3DUsage", query={"usage_type": "REAL3D"})["data"]} == {0}
    prefix = f"real3d/{scene.account.domain_id}/triangulations/{task}/"
    names = [stored.key.removeprefix(prefix) for stored in scene.store.list(scene.half.bucket, prefix)]
    assert names == ["camera_list.json", "sparse.ply"]


def test_triangulation_progress_is_told_while_it_runs(make: Any) -> None:
    """It reaches 1.00 while the whole task is at 0.40; uncontrolled tasks never tell it."""
    scene = make(speed="polls:6")
    task = scene.task(task_type="REAL3D-CTRL")
    scene.start(task, run_AT_only=True)
    shown = [scene.look(task) for _ in range(6)]
    assert [entry["AT_progress"] for entry in shown] == [None, None, None, None, "0.66", "1.00"]
    assert [entry["task_progress"] for entry in shown][-2:] == ["0.26", "0.40"]
    plain = scene.finished("plain")
    assert scene.look(plain)["AT_progress"] is None


def test_a_second_triangulation_takes_the_place_of_the_first(scene: Scene) -> None:
    """If it fails, there is none."""
    task = scene.triangulated()
    scene.point(task)
    scene.call("createMarkerInfo", {}, task_id=task)
    scene.faults.add("koomap.startReal3DTask", "fail", count=1)
    scene.start(task, run_AT_only=True)
    assert scene.look(task)["task_status"] == "FAILED"
    assert scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/triangulations/") == []
    assert scene.refused("startReal3DTask", {}, task_id=task) == "21109"
    assert scene.point_refused(task, pointWidth="1") == "21173"
    scene.start(task, run_AT_only=True)
    assert scene.look(task)["task_status"] == "BUNDLE_SUCCESS"
    scene.start(task)
    scene.wait_for(task, "SUCCESS")


def test_a_failed_modelling_starts_from_the_triangulation(scene: Scene) -> None:
    """After a failure the triangulation, the points and the marker file still count."""
    task = scene.triangulated()
    scene.point(task)
    scene.call("createMarkerInfo", {}, task_id=task)
    scene.faults.add("koomap.startReal3DTask", "fail", count=1)
    scene.start(task)
    assert scene.look(task)["task_status"] == "FAILED"
    scene.start(task)
    scene.wait_for(task, "SUCCESS")


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"task_name": "renamed", "modeling_params": {"mesh_accuracy": "1"}}, None),
        ({"modeling_params": {"accuracy": "Low"}}, "21109"),
    ],
)
def test_other_input_undoes_the_triangulation(change: dict[str, Any], refusal: str | None, scene: Scene) -> None:
    """A triangulation holds for the parameters that it was made with; the quality of the mesh is none of them."""
    task = scene.triangulated()
    scene.point(task)
    scene.call("createMarkerInfo", {}, task_id=task)
    scene.faults.add("koomap.startReal3DTask", "fail", count=1)
    scene.start(task)
    whole = {**scene.look(task)["modeling_params"], **change["modeling_params"]}
    scene.call("updateReal3DTask", {**change, "modeling_params": whole}, task_id=task)
    if refusal is None:
        assert scene.start(task)["task_status"] == "PENDING"
    else:
        assert scene.refused("startReal3DTask", {}, task_id=task) == refusal
        assert len(scene.half.points) == 1


def test_another_kind_of_task_has_no_points(scene: Scene) -> None:
    """A task that becomes uncontrolled loses its mark points."""
    task = scene.triangulated()
    scene.point(task)
    scene.call("createMarkerInfo", {}, task_id=task)
    scene.faults.add("koomap.startReal3DTask", "fail", count=1)
    scene.start(task)
    scene.look(task)
    changed = scene.call("updateReal3DTask", {"task_type": "REAL3D-UNCTRL"}, task_id=task)
    assert (changed["has_marker"], scene.half.points) == (False, [])
    scene.call("updateReal3DTask", {"task_type": "REAL3D-CTRL"}, task_id=task)
    assert scene.refused("startReal3DTask", {}, task_id=task) == "21109"
    assert scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/markers/") == []


def test_numbers_come_back_as_they_were_sent(scene: Scene) -> None:
    """No digit of a decimal text is rounded or dropped."""
    task = scene.triangulated()
    texts = {"pointWidth": "7.08984000", "pointHeight": "0", "height": "37.884999999999998", "accuracy": "0.0500"}
    point = scene.point(task, **texts)
    assert {name: point[name] for name in texts} == texts
    assert scene.call("listSpurPoints", {"imageCode": scene.images[0], "taskId": task})["spurInfos"] == [point]
    assert point["id"].isdecimal()
    assert len(point["id"]) == 19


def test_ends_of_the_ranges(scene: Scene) -> None:
    """Coordinates include both ends, the accuracy excludes both, pixels include the edges of the photo."""
    task = scene.triangulated()
    scene.point(task, pointWidth="40", pointHeight="30", longitude="10000000", latitude="-10000000", accuracy="99.99")
    scene.point(task, pointWidth="0", pointHeight="0.0", height="+10000000.000", accuracy="0.0001")
    assert scene.point_refused(task, accuracy="0.000") == "21171"
    assert scene.point_refused(task, longitude="10000000.0000000000000000001") == "21168"
    assert scene.point_refused(task, pointWidth="40.0000000000000000001") == "21156"
    assert scene.point_refused(task, pointHeight="-0.0001") == "21156"


def test_a_pixel_is_marked_once_in_each_photo_and_task(scene: Scene) -> None:
    """The same pixel of another photo, or in another task, is another point."""
    task, other = scene.triangulated(), scene.triangulated("other")
    scene.point(task)
    scene.point(task, imageCode=scene.images[1])
    scene.point(other)
    assert scene.point_refused(task) == "21157"


def test_points_of_a_photo_are_listed_newest_first(scene: Scene) -> None:
    """Only those of the photo and the task; the page echoes the request, also past the end (C-23)."""
    task = scene.triangulated()
    ids = [scene.point(task, pointWidth=str(column))["id"] for column in range(3)]
    scene.point(task, imageCode=scene.images[1])
    answer = scene.call("listSpurPoints", {"imageCode": scene.images[0], "taskId": task, "offset": 1, "limit": 1})
    assert [point["id"] for point in answer["spurInfos"]] == [ids[1]]
    assert answer["page"] == {"offset": 1, "limit": 1, "total": 3}
    answer = scene.call("listSpurPoints", {"imageCode": scene.images[0], "taskId": task, "offset": 3})
    assert (answer["spurInfos"], answer["page"]) == ([], {"offset": 3, "limit": 10, "total": 3})


def test_a_photo_can_be_asked_for_before_anything_ran(scene: Scene) -> None:
    """Photos of the task's folder are known from the start; there are no points in them yet."""
    answer = scene.call("listSpurPoints", {"imageCode": scene.images[2], "taskId": scene.task()})
    assert (answer["spurInfos"], answer["page"]["total"]) == ([], 0)


def test_what_a_list_of_points_is_refused_for(scene: Scene) -> None:
    """Unknown tasks and photos have their codes, missing fields and pages too."""
    task = scene.triangulated()
    body = {"imageCode": scene.images[0], "taskId": task}
    for change, code in (
        ({"taskId": "0" * 32}, "21151"),
        ({"imageCode": "1"}, "21152"),
        ({"taskId": scene.task("unbound", folder_code=None)}, "21153"),
        ({"imageCode": None}, "21009"),
        ({"offset": -1}, "21201"),
        ({"limit": 0}, "21202"),
    ):
        assert scene.refused("listSpurPoints", {**body, **change}) == code


def test_the_count_is_of_photos_and_compares_exactly(scene: Scene) -> None:
    """A control point counts once a photo; equal numbers are equal however they are written, and only then."""
    task = scene.triangulated()
    scene.point(task)
    scene.point(task, pointWidth="9")
    scene.point(task, imageCode=scene.images[1], accuracy="0.050")
    scene.point(task, imageCode=scene.images[2], height="37.885")

    def count(**change: object) -> int:
        answer: int = scene.call("showSpurCount", {"taskId": task, **COUNTED, **change})["count"]
        return answer

    assert count() == 2
    assert count(longitude="113.8789056521262600") == 2
    assert count(height="37.885") == 1
    assert count(accuracy="0.06") == count(longitude="113.878905652126260000001") == 0


def test_the_count_takes_numbers_too(scene: Scene) -> None:
    """The manual's example sends JSON numbers (C-61)."""
    task = scene.triangulated()
    scene.point(task, longitude="9.24242349", latitude="12.718883191", height="3.247742033", accuracy="0.05")
    body = {"taskId": task, "longitude": 9.24242349, "latitude": 12.718883191, "height": 3.247742033, "accuracy": 0.05}
    assert scene.call("showSpurCount", body) == {"count": 1}
    assert scene.refused("showSpurCount", {**body, "accuracy": 100}) == "21171"
    assert scene.refused("showSpurCount", {**body, "longitude": True}) == "21004"
    assert scene.refused("showSpurCount", {**body, "taskId": "0" * 32}) == "21151"


def test_without_points_the_marker_file_is_gone(scene: Scene) -> None:
    """Deleting the last point takes the mark off the task and its file out of the store."""
    task = scene.triangulated()
    point = scene.point(task)["id"]
    scene.call("createMarkerInfo", {}, task_id=task)
    assert scene.call("deleteSpurPoint", {"id": point}) is True
    assert scene.look(task)["has_marker"] is False
    assert scene.refused("deleteSpurPoint", {"id": point}) == "21158"
    assert scene.refused("startReal3DTask", {}, task_id=task) == "21108"
    assert scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/markers/") == []


def test_the_marker_file_lists_every_point(scene: Scene) -> None:
    """It is a file in the store: control points with the pixels that show them, all texts unchanged."""
    task = scene.triangulated()
    first = scene.point(task)
    second = scene.point(task, imageCode=scene.images[1], accuracy="0.050")
    third = scene.point(task, pointWidth="1", longitude="1")
    scene.call("createMarkerInfo", task_id=task)
    key = f"real3d/{scene.account.domain_id}/markers/{task}/markerinfo.json"
    stored = scene.store.head(scene.half.bucket, key)
    assert stored is not None
    content = json.loads(stored.path.read_bytes())
    assert content["task_id"] == task
    groups = [[mark["id"] for mark in group["marks"]] for group in content["control_points"]]
    assert groups == [[first["id"], second["id"]], [third["id"]]]
    group = content["control_points"][0]
    assert {name: group[name] for name in COUNTED} == COUNTED
    assert group["marks"][0] == {"id": first["id"], "imageCode": scene.images[0], "column": "7.5", "row": "5.25"}


def test_a_changed_photo_spoils_the_marker_file(scene: Scene) -> None:
    """A point in a photo that is gone cannot be written."""
    task = scene.triangulated()
    scene.point(task)
    photo = scene.store.list(scene.half.bucket, f"real3d/{scene.account.domain_id}/folders/")[0].key
    scene.store.delete(scene.half.bucket, photo)
    assert scene.refused("createMarkerInfo", {}, task_id=task) == "21162"
