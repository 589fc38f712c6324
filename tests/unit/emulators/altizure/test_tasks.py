"""Tasks: starting, what keeps them from it, what they cost, how they move and end."""

import io
import zipfile
from typing import Any

import pytest

from unit.emulators.altizure.harness import Altizure, MakeAltizure, photo

STOP = "mutation($id: ID!) { stopReconstruction(id: $id) { id state endDate } }"
PRE = "mutation($id: ID!) { preStartReconstruction(id: $id, options: { taskType: Native }) { __typename } }"
GP = 0.0020736


def balance(altizure: Altizure) -> float:
    """Coins of the first user."""
    found: float = altizure.data("{ my { self { balance } } }")["my"]["self"]["balance"]
    return found


def test_a_task_ends_with_a_result(altizure: Altizure) -> None:
    """Started with the images as they were uploaded; a pro project offers downloads."""
    pid = altizure.flight(3, type="pro")
    started = altizure.start(pid, taskType="Native")
    assert started["error"] is None
    assert started["task"]["state"] == "Pending"
    assert started["task"]["startDate"].endswith("Z")
    found = altizure.look(pid)
    assert (found["taskState"], found["error"], found["lastDoneGP"]) == ("Done", None, pytest.approx(3 * GP))
    [task] = found["tasks"]
    assert (task["id"], task["step"]) == (started["task"]["id"], started["task"]["totalSteps"])
    [download] = [edge["node"] for edge in found["downloads"]["edges"]]
    assert (download["name"], download["state"]) == ("obj.zip", "Ready")
    stored = altizure.store.head("altizure-disk", f"{pid}/{task['id']}/obj.zip")
    assert stored is not None
    assert stored.size == download["size"]
    with zipfile.ZipFile(io.BytesIO(stored.path.read_bytes())) as archive:
        assert archive.namelist() == ["model.mtl", "model.obj"]
    [asked] = altizure.engine.asked
    assert asked["photos"] == [(f"DJI_{number:04}.JPG", photo(number)) for number in range(3)]


def test_types_of_tasks_differ(altizure: Altizure) -> None:
    """Native asks the engine for a mesh, Dense for points; no options mean Native."""
    for options in ({}, {"taskType": "Dense"}):
        pid = altizure.flight(3)
        task = altizure.start(pid, **options)["task"]
        assert task["taskType"] == options.get("taskType", "Native")
        altizure.look(pid)
    native, dense = (asked["parameters"] for asked in altizure.engine.asked)
    assert native["generate_obj"] is True
    assert dense["output_mesh"] is False


def test_free_projects_have_nothing_to_download(altizure: Altizure) -> None:
    """And cost nothing; nor does anyone else see a pro project's results."""
    pid = altizure.flight(3)
    altizure.start(pid)
    assert altizure.look(pid)["downloads"]["totalCount"] == 0
    assert balance(altizure) == 100
    pro = altizure.flight(3, type="pro")
    altizure.start(pro)
    altizure.look(pro)
    query = "query($p: ID!) { project(id: $p) { downloads { totalCount } } }"
    assert altizure.data(query, p=pro)["project"]["downloads"]["totalCount"] == 1
    seen = altizure.data(query, headers=altizure.as_user(), p=pro)["project"]["downloads"]["totalCount"]
    assert seen == 0


def test_refusals_stand_in_the_result(altizure: Altizure) -> None:
    """Each kind has its code, beside a task that is null; nothing is paid."""
    foreign = altizure.data('mutation { createProject(name: "b") { id } }', headers=altizure.as_user())
    imported = altizure.project(imported=True)
    codes = {
        altizure.start("5e")["error"]["code"]: 1,
        altizure.start(foreign["createProject"]["id"])["error"]["code"]: 2,
        altizure.start(altizure.project())["error"]["code"]: 5,
        altizure.start(altizure.flight(2))["error"]["code"]: 6,
        altizure.start(imported)["error"]["code"]: 7,
        altizure.start(altizure.flight(3), coupons=["none"])["error"]["code"]: 8,
    }
    assert all(code == meant for code, meant in codes.items())
    assert len(codes) == 6
    assert balance(altizure) == 100
    assert altizure.emulator.tasks == []


def test_a_second_task_has_to_wait(make_altizure: MakeAltizure) -> None:
    """Until the first has ended."""
    altizure = make_altizure(speed="polls:6")
    pid = altizure.project()
    for number in range(3):
        altizure.upload(pid, photo(number))
    while not all(image.state == "Ready" for image in altizure.emulator.images):
        altizure.data("query($p: ID!) { project(id: $p) { allImages { edges { node { state } } } } }", p=pid)
    assert altizure.start(pid)["error"] is None
    refused = altizure.start(pid)
    assert (refused["task"], refused["error"]["code"]) == (None, 4)


@pytest.mark.parametrize(
    ("rules", "coupons", "given", "left"),
    [
        ({"balance": 1.0}, {}, [], {"balance": 1 - 3 * GP, "free": 0.0, "coupons": {}}),
        ({"balance": 1.0, "coin_per_gp": 2.0}, {}, [], {"balance": 1 - 6 * GP, "free": 0.0, "coupons": {}}),
        ({"balance": 1.0, "free_gp": 3.0}, {}, [], {"balance": 1.0, "free": 3 - 3 * GP, "coupons": {}}),
        ({"balance": 1.0}, {"c1": 2 * GP, "c2": 5.0}, ["c1"], {"balance": 1 - GP, "free": 0.0, "coupons": {"c2": 5.0}}),
        ({"balance": 0.0}, {"c1": 5.0, "c2": 5.0}, ["c1", "c2"], {"balance": 0.0, "free": 0.0, "coupons": {"c2": 5.0}}),
    ],
)
def test_a_pro_project_pays_at_its_start(
    make_altizure: MakeAltizure,
    rules: dict[str, Any],
    coupons: dict[str, float],
    given: list[str],
    left: dict[str, Any],
) -> None:
    """From the free quota first, then coupons, then coins; a coupon that is not needed is not used."""
    altizure = make_altizure(**rules)
    user = altizure.emulator.user
    user.coupons.update(coupons)
    assert altizure.start(altizure.flight(3, type="pro"), coupons=given)["error"] is None
    assert user.balance == pytest.approx(left["balance"])
    assert user.free_gp == pytest.approx(left["free"])
    assert user.coupons == left["coupons"]


def test_too_few_coins_refuse_the_start(make_altizure: MakeAltizure) -> None:
    """And nothing is taken, not even coupons."""
    altizure = make_altizure(balance=GP)
    altizure.emulator.user.coupons["c1"] = GP
    refused = altizure.start(altizure.flight(3, type="pro"), coupons=["c1"])
    assert (refused["task"], refused["error"]["code"]) == (None, 9)
    assert altizure.emulator.user.coupons == {"c1": GP}


@pytest.mark.parametrize(("after_s", "back"), [(900, True), (901, False)])
def test_a_task_stopped_within_15_minutes_is_paid_back(make_altizure: MakeAltizure, after_s: float, back: bool) -> None:
    """Coins and coupons; later there is nothing back. Stopped again, there is no task."""
    altizure = make_altizure(speed="polls:9", coin_per_gp=1000.0)
    pid = altizure.project(type="pro")
    for number in range(3):
        altizure.upload(pid, photo(number))
    for _ in range(9):
        altizure.data("query($p: ID!) { project(id: $p) { allImages { edges { node { state } } } } }", p=pid)
    altizure.emulator.user.coupons["c1"] = 1.0
    started = altizure.start(pid, coupons=["c1"])["task"]
    assert balance(altizure) < 100
    altizure.clock.advance(after_s)
    stopped = altizure.data(STOP, id=pid)["stopReconstruction"]
    assert (stopped["id"], stopped["state"]) == (started["id"], "Stopped")
    assert stopped["endDate"]
    assert (balance(altizure) == pytest.approx(100), "c1" in altizure.emulator.user.coupons) == (back, back)
    assert altizure.data(STOP, id=pid) == {"stopReconstruction": None}
    assert altizure.look(pid)["taskState"] == "Stopped"
    assert altizure.start(pid)["error"] is None


def test_who_paid_is_paid_back(altizure: Altizure) -> None:
    """Though the project was handed over meanwhile."""
    pid = altizure.flight(3, type="pro")
    other = altizure.as_user(email="new@example.com", balance=0.0)
    altizure.faults.add("altizure.startReconstructionWithError", "stall")
    altizure.start(pid)
    query = 'mutation($id: ID!) { transferProject(id: $id, options: { email: "new@example.com" }) { result } }'
    altizure.data(query, id=pid)
    assert balance(altizure) < 100
    assert altizure.data(STOP, headers=other, id=pid)["stopReconstruction"]["state"] == "Stopped"
    assert balance(altizure) == 100
    query = "{ my { self { balance } } }"
    assert altizure.data(query, headers=other)["my"]["self"]["balance"] == 0


def test_tasks_move_by_polls(make_altizure: MakeAltizure) -> None:
    """Pending, Processing, and Done at the Nth look; several fields in one request are one look."""
    altizure = make_altizure(speed="polls:4", images_min=1)
    pid = altizure.project()
    identity = altizure.upload(pid, photo())
    for _ in range(4):
        altizure.image(pid, identity)
    altizure.start(pid)
    states = [altizure.look(pid)["taskState"] for _ in range(4)]
    assert states == ["Pending", "Processing", "Processing", "Done"]


def test_tasks_move_by_time(make_altizure: MakeAltizure) -> None:
    """60 simulated seconds and 6 for each image."""
    altizure = make_altizure(speed="time:1")
    pid = altizure.project()
    for number in range(3):
        altizure.upload(pid, photo(number))
    altizure.clock.advance(5)
    altizure.data("query($p: ID!) { project(id: $p) { allImages { edges { node { state } } } } }", p=pid)
    altizure.start(pid)
    states = []
    for _ in range(4):
        states.append(altizure.look(pid)["taskState"])
        altizure.clock.advance(26.5)
    assert states == ["Pending", "Processing", "Processing", "Done"]


def test_pre_start_waits_for_all_images(make_altizure: MakeAltizure) -> None:
    """It starts with the Ready ones once every image is Ready or Invalid, and leaves the bad one out."""
    altizure = make_altizure(speed="polls:2")
    pid = altizure.project()
    for content in (photo(0), photo(1), photo(2), b"no photo"):
        altizure.upload(pid, content)
    assert altizure.data(PRE, id=pid)["preStartReconstruction"] == {"__typename": "Project"}
    states = [altizure.look(pid)["taskState"] for _ in range(5)]
    assert states[0] is None
    assert states[-1] == "Done"
    assert len(altizure.engine.asked[0]["photos"]) == 3


def test_pre_start_that_cannot_start_shows_in_the_project(altizure: Altizure) -> None:
    """Too few images: an error on the project, and no task."""
    pid = altizure.flight(2)
    altizure.data(PRE, id=pid)
    found = altizure.look(pid)
    assert (found["tasks"], found["errorCode"]) == ([], "RECONSTRUCTION_FAILED")
    assert found["error"]


def test_pre_start_of_an_unknown_project_is_null(altizure: Altizure) -> None:
    """Since 1.4.0; another's is unknown too."""
    pid = altizure.project()
    assert altizure.data(PRE, id="5e") == {"preStartReconstruction": None}
    assert altizure.data(PRE, headers=altizure.as_user(), id=pid) == {"preStartReconstruction": None}


def test_a_stop_ends_the_wait_for_images(make_altizure: MakeAltizure) -> None:
    """What was to start by itself does not."""
    altizure = make_altizure(speed="polls:2")
    pid = altizure.project()
    for number in range(3):
        altizure.upload(pid, photo(number))
    altizure.data(PRE, id=pid)
    assert altizure.data(STOP, id=pid) == {"stopReconstruction": None}
    assert [altizure.look(pid)["taskState"] for _ in range(4)] == [None] * 4


def test_a_failed_task_says_why(altizure: Altizure) -> None:
    """Whatever the engine stumbles over; the code can be looked up."""
    altizure.engine.fails = "no photo can be decoded"
    pid = altizure.flight(3, type="pro")
    altizure.start(pid)
    found = altizure.look(pid)
    assert (found["taskState"], found["error"]) == ("Failed", "no photo can be decoded")
    assert found["errorCode"] == "RECONSTRUCTION_FAILED"
    assert found["downloads"]["totalCount"] == 0
