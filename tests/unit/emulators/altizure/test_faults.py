"""Misbehaviour to order, by query and mutation."""

from typing import Any

import pytest

from skybind_emulators.faults import Fault, parse
from unit.emulators.altizure.harness import DONE, REGISTER_OSS, REGISTER_S3, START, Altizure, MakeAltizure, photo, sha1

CREATE = 'mutation { createProject(name: "a") { id } }'
MODE = "{ support { systemMode } }"


@pytest.mark.parametrize(("kind", "made"), [("drop", 0), ("lose-answer", 1), ("truncated", 1)])
def test_cut_connections(altizure: Altizure, kind: str, made: int) -> None:
    """Before the work, after it, and in the middle of the answer; the next call works."""
    altizure.faults.add("altizure.createProject", kind, count=1)
    with pytest.raises(ConnectionResetError):
        altizure.post(CREATE)
    assert len(altizure.emulator.projects) == made
    assert altizure.emulator.arrivals("createProject") == 1
    assert altizure.data(CREATE)["createProject"]["id"]


@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [
        ("status-500", 500, "application/json"),
        ("status-429,retry_after=2", 429, "application/json"),
        ("status-503,retry_after=2", 503, "text/html"),
        ("html", 502, "text/html"),
    ],
)
def test_refusals_by_http(altizure: Altizure, fault: str, status: int, kind: str) -> None:
    """The request does not reach the service; a gateway speaks HTML."""
    wanted = parse(f"altizure.createProject:{fault}")
    altizure.faults.add(wanted.target, wanted.kind, count=1, **wanted.args)
    response = altizure.post(CREATE)
    assert response.status_code == status
    assert response.headers["content-type"].startswith(kind)
    assert response.headers.get("retry-after") == ("2" if "retry_after" in fault else None)
    assert altizure.emulator.projects == []


def test_a_fault_strikes_its_own_field_only(altizure: Altizure) -> None:
    """Another query in between does not count, and is not struck."""
    altizure.faults.add("altizure.createProject", "status-503", count=1, after=1)
    statuses = [altizure.post(query).status_code for query in (CREATE, MODE, CREATE, CREATE)]
    assert statuses == [200, 200, 503, 200]


def test_a_fault_for_all_fields(altizure: Altizure) -> None:
    """With a star it strikes whatever comes first, and not introspection."""
    altizure.faults.add("altizure.*", "status-503", count=1)
    assert altizure.post("{ __typename }").status_code == 200
    assert [altizure.post(MODE).status_code for _ in range(2)] == [503, 200]


def test_an_ordered_refusal_of_the_user(altizure: Altizure) -> None:
    """The words of a bad token."""
    altizure.faults.add("altizure.createProject", "refuse", count=1, code="Authentication Error")
    assert altizure.message(CREATE) == "Authentication Error"
    assert altizure.data(CREATE)["createProject"]


@pytest.mark.parametrize("code", [1, 4, 10])
def test_an_ordered_refusal_of_a_start(altizure: Altizure, code: int) -> None:
    """With one of the ten codes; nothing is started."""
    pid = altizure.flight(3)
    altizure.faults.add("altizure.startReconstructionWithError", "refuse", count=1, code=code)
    refused = altizure.start(pid)
    assert (refused["task"], refused["error"]["code"]) == (None, code)
    assert altizure.start(pid)["error"] is None


@pytest.mark.parametrize("fault", [("createProject", 4), ("startReconstructionWithError", 11)])
def test_a_code_that_nobody_knows_cannot_be_ordered(altizure: Altizure, fault: tuple[str, int]) -> None:
    """Only a start has codes, and ten of them."""
    with pytest.raises(ValueError, match=str(fault[1])):
        altizure.faults.add(f"altizure.{fault[0]}", "refuse", code=fault[1])


def test_a_null_without_error(altizure: Altizure) -> None:
    """How the service fails softly; nothing is done."""
    altizure.faults.add("altizure.createProject", "null-answer", count=1)
    assert altizure.data(CREATE) == {"createProject": None}
    assert altizure.emulator.projects == []


@pytest.mark.parametrize("kind", ["null-answer", "invalid-image"])
def test_its_own_kinds_are_unknown_elsewhere(kind: str) -> None:
    """Other services have no such thing."""
    with pytest.raises(ValueError, match="no such state"):
        Fault("terra.createJob", kind)


def test_an_expired_user_token(altizure: Altizure) -> None:
    """The token that is shown does not count, once."""
    altizure.faults.add("altizure.createProject", "expire-token", count=1)
    assert altizure.message(CREATE) == "Authentication Error"
    assert altizure.data(CREATE)["createProject"]


def test_an_sts_that_is_over(altizure: Altizure) -> None:
    """The call itself goes well; the keys are of no use, though their text says another time."""
    pid = altizure.project()
    altizure.faults.add("altizure.uploadImageOSS", "expire-token", count=1)
    query = 'mutation($p: ID!) { uploadImageOSS(pid: $p, bucket: Shenzhen, filename: "") { sts { id expire } } }'
    over, good = (altizure.data(query, p=pid)["uploadImageOSS"]["sts"] for _ in range(2))
    assert over["expire"] == good["expire"]
    ends = [altizure.store.access.find(keys["id"]).credential.expires_at for keys in (over, good)]  # type: ignore[union-attr]
    assert [end - altizure.clock.now() for end in ends] == [0, 3600]


def test_a_link_that_is_over(altizure: Altizure) -> None:
    """Signed three hours and a second ago."""
    pid = altizure.project()
    altizure.faults.add("altizure.uploadImageS3", "expire-token", count=1)
    given = {"pid": pid, "name": "a", "sum": None}
    over, good = (altizure.data(REGISTER_S3, **given)["uploadImageS3"]["url"] for _ in range(2))
    assert "X-Amz-Date=20251009T055319Z" in over
    assert "X-Amz-Date=20251009T085320Z" in good


@pytest.mark.parametrize("field", ["uploadImageOSS", "startImageUpload", "doneImageUpload", "project"])
def test_images_that_become_invalid(altizure: Altizure, field: str) -> None:
    """Whichever call the fault is for, the image of that call ends as Invalid with the reason given."""
    pid = altizure.project()
    altizure.faults.add(f"altizure.{field}", "invalid-image", count=1, reason="Resize Error")
    bad, good = (altizure.upload(pid, photo(number)) for number in range(2))
    assert (altizure.image(pid, bad)["state"], altizure.image(pid, bad)["error"]) == ("Invalid", ["Resize Error"])
    assert altizure.image(pid, good)["state"] == "Ready"
    again = altizure.upload(pid, photo(0))
    assert altizure.image(pid, again)["state"] == "Ready"


def test_images_that_stall(altizure: Altizure) -> None:
    """They do not move until the fault is cleared, and become Invalid after 65 minutes."""
    pid = altizure.project()
    altizure.faults.add("altizure.doneImageUpload", "stall", count=1)
    stuck = altizure.upload(pid, photo())
    assert altizure.image(pid, stuck)["state"] == "Uploaded"
    altizure.faults.clear()
    assert altizure.image(pid, stuck)["state"] == "Ready"
    altizure.faults.add("altizure.doneImageUpload", "stall", count=1)
    late = altizure.upload(pid, photo(1))
    altizure.clock.advance(3901)
    assert altizure.image(pid, late)["error"][0] == "Timeout Error"


def test_looks_that_do_not_count(make_altizure: MakeAltizure) -> None:
    """Time stands still for a stalled look at an image and at a task."""
    altizure = make_altizure(speed="polls:2", images_min=1)
    pid = altizure.project()
    identity = altizure.upload(pid, photo())
    altizure.faults.add("altizure.project", "stall", count=2)
    assert [altizure.image(pid, identity)["state"] for _ in range(4)] == ["Uploaded"] * 3 + ["Ready"]
    altizure.start(pid)
    altizure.faults.add("altizure.project", "stall", count=2)
    assert [altizure.look(pid)["taskState"] for _ in range(4)] == ["Pending"] * 3 + ["Done"]


@pytest.mark.parametrize("field", ["startReconstructionWithError", "project"])
def test_tasks_that_fail(altizure: Altizure, field: str) -> None:
    """Ordered at the start or at a look."""
    pid = altizure.flight(3)
    altizure.faults.add(f"altizure.{field}", "fail", count=1)
    altizure.start(pid)
    found = altizure.look(pid)
    assert (found["taskState"], found["errorCode"]) == ("Failed", "RECONSTRUCTION_FAILED")


def test_a_task_that_stalls(altizure: Altizure) -> None:
    """Until the fault is cleared."""
    pid = altizure.flight(3)
    altizure.faults.add("altizure.startReconstructionWithError", "stall", count=1)
    altizure.start(pid)
    assert altizure.look(pid)["taskState"] == "Pending"
    altizure.faults.clear()
    assert altizure.look(pid)["taskState"] == "Done"


def test_values_outside_the_enum(altizure: Altizure) -> None:
    """Of enums, of lists of them, and of states that are texts; the rest of the answer is as it should be."""
    pid = altizure.flight(3)
    altizure.start(pid)
    altizure.look(pid)
    altizure.faults.add("altizure.project", "unlisted-enum", count=1)
    query = """query($p: ID!) { support { supportedCloud } project(id: $p) {
      name visibility taskState tasks { state taskType } allImages { edges { node { state } } } } }"""
    found = altizure.data(query, p=pid)
    odd = "an_unlisted_value"
    assert found["support"]["supportedCloud"] == ["OSS", "S3", "MINIO"]
    assert found["project"]["name"] == "survey"
    assert (found["project"]["visibility"], found["project"]["taskState"]) == (odd, odd)
    assert found["project"]["tasks"] == [{"state": odd, "taskType": odd}]
    assert {edge["node"]["state"] for edge in found["project"]["allImages"]["edges"]} == {odd}
    altizure.faults.add("altizure.support", "unlisted-enum", count=1)
    assert altizure.data("{ support { supportedCloud } }")["support"]["supportedCloud"] == [odd] * 3


def test_null_in_place_of_lists(altizure: Altizure) -> None:
    """Where edges and buckets are expected."""
    altizure.faults.add("altizure.getGeoIPInfo", "null-list", count=1)
    query = "{ getGeoIPInfo { countryName nearestBuckets { bucket } } }"
    assert altizure.data(query)["getGeoIPInfo"] == {"countryName": "China", "nearestBuckets": None}


def test_a_wrong_clock(altizure: Altizure) -> None:
    """The date of the answer is off."""
    altizure.faults.add("altizure.support", "skew", count=1, seconds=3600)
    dates = [altizure.post(MODE).headers["date"] for _ in range(2)]
    assert dates == ["Thu, 09 Oct 2025 09:53:20 GMT", "Thu, 09 Oct 2025 08:53:20 GMT"]


def test_a_delay(altizure: Altizure) -> None:
    """The answer comes later, and is right."""
    altizure.faults.add("altizure.support", "delay", count=1, seconds=0.01)
    assert altizure.data(MODE)["support"]["systemMode"] == "Normal"


def test_work_is_done_once_though_the_answer_is_lost(altizure: Altizure) -> None:
    """Registering, starting and reporting again after a lost answer ends with one Ready image."""
    pid, content = altizure.project(), photo()
    for field in ("uploadImageOSS", "startImageUpload", "doneImageUpload"):
        altizure.faults.add(f"altizure.{field}", "lose-answer", count=1)

    def twice(query: str, **given: Any) -> dict[str, Any]:
        with pytest.raises(ConnectionResetError):
            altizure.post(query, **given)
        return altizure.data(query, **given)

    image = twice(REGISTER_OSS, pid=pid, name="a", sum=sha1(content))["uploadImageOSS"]["image"]
    twice(START, id=image["id"])
    altizure.put(pid, image["filename"], content)
    twice(DONE, id=image["id"])
    assert [(one.id, one.state) for one in altizure.emulator.images] == [(image["id"], "Ready")]
