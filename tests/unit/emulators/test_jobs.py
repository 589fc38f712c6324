from collections.abc import Callable
from typing import Any

import pytest

from skybind_emulators.settings import TerraRules
from unit.emulators.harness import Terra

MakeTerra = Callable[..., Terra]
WHOLE = {"Return-Detail": "true"}
ONLY_IN_DETAIL = {"message", "parameters", "percentage", "pixels", "remainSeconds"}
RUN_FIELDS = ONLY_IN_DETAIL | {"originResourceUuid", "outputResourceUuid", "startedAt"}


def created(terra: Terra, name: str = "job") -> str:
    uuid: str = terra.data("POST", "/v2/jobs", {"name": name})["uuid"]
    return uuid


def look(terra: Terra, job: str) -> Any:
    return terra.data("GET", f"/v2/jobs/{job}")


def start(resource: str, kind: int = 15, parameters: str = '{"parameter":{}}') -> dict[str, Any]:
    return {"resourceUuid": resource, "type": kind, "parameters": parameters}


def test_a_new_job_shows_no_field_of_a_run(terra: Terra) -> None:
    """Before the start, fields of the run are left out, not null; so is the type, which creation does not tell."""
    job = terra.data("POST", "/v2/jobs", {"name": "n", "meta": "m"}, headers=WHOLE)
    assert set(job) == {"uuid", "name", "meta", "status", "createdAt", "updatedAt"}
    assert (job["name"], job["meta"], job["status"]) == ("n", "m", 0)
    assert set(terra.data("POST", "/v2/jobs", {"name": "n"})) == {"uuid"}


def test_a_started_job_shows_its_run(make: MakeTerra) -> None:
    """After the start, input, output, parameters as sent and progress are there; the answer has only its result."""
    terra = make(speed="polls:2")
    resource, job = terra.flight(), created(terra)
    text = '{ "parameter": {"output_mesh": true} }'
    assert terra.data("POST", f"/v2/jobs/{job}/start", start(resource, parameters=text)) is None
    shown = look(terra, job)
    assert set(shown) > RUN_FIELDS
    assert (shown["type"], shown["originResourceUuid"], shown["parameters"]) == (15, resource, text)
    assert shown["status"] == 1
    assert "completedAt" not in shown
    assert terra.data("GET", f"/v2/resources/{resource}")["inputJobUuids"] == [job]


def test_list_entries_lack_what_only_the_single_job_has(terra: Terra) -> None:
    """Entries of a list leave out message, parameters, percentage, pixels and remainSeconds."""
    job = terra.started()
    entry = terra.data("GET", "/v2/jobs")["list"][0]
    assert set(look(terra, job)) - set(entry) == ONLY_IN_DETAIL


def test_instant_jobs_are_finished_when_looked_at(terra: Terra) -> None:
    """The first look after the start finds status 6."""
    job = look(terra, terra.started())
    assert (job["status"], job["percentage"], job["remainSeconds"]) == (6, 1.0, 0)
    assert job["completedAt"] >= job["startedAt"]


def test_polls_finish_at_the_nth_look(make: MakeTerra) -> None:
    """Looks at one job, or at the list, count; other calls do not."""
    terra = make(speed="polls:4")
    job = terra.started()
    seen = [look(terra, job)["status"], look(terra, job)["status"]]
    terra.data("GET", "/v2/resources")
    terra.data("PUT", f"/v2/jobs/{job}", {"name": "x"})
    seen += [terra.data("GET", "/v2/jobs")["list"][0]["status"], look(terra, job)["status"]]
    assert seen == [1, 2, 3, 6]


def test_time_moves_jobs_by_the_clock(make: MakeTerra) -> None:
    """A job of ten photos takes 120 simulated seconds: two on the wall at sixty times the speed."""
    terra = make(speed="time:60")
    job = terra.started()
    seen = []
    for _ in range(5):
        shown = look(terra, job)
        seen.append((shown["status"], shown["remainSeconds"]))
        terra.wall.at += 0.5
    assert seen == [(1, 2), (3, 2), (3, 1), (3, 1), (6, 0)]


def test_advancing_the_clock_moves_jobs(make: MakeTerra) -> None:
    """Simulated time can be skipped, while signatures go by the wall clock."""
    terra = make(speed="time:1")
    job = terra.started()
    terra.clock.advance(60)
    shown = look(terra, job)
    assert (shown["status"], shown["percentage"], shown["remainSeconds"]) == (3, 0.5, 60)
    terra.clock.advance(100_000)
    assert look(terra, job)["status"] == 6


def test_two_jobs_may_be_unfinished(terra: Terra) -> None:
    """A third is refused with 801, its public message and no description; created jobs count, final ones do not."""
    first = created(terra)
    created(terra)
    for path in ("/v2/jobs", f"/v2/jobs/{first}/copy"):
        response = terra.send("POST", path, json={"name": "third"})
        assert response.status_code == 429
        assert response.json() == {"result": {"code": 801, "msg": "too many requests: jobs over limit"}}
    terra.data("POST", f"/v2/jobs/{first}/stop")
    created(terra)


@pytest.mark.parametrize("how", ["finish", "fail", "delete"])
def test_a_job_that_is_over_frees_its_place(terra: Terra, how: str) -> None:
    """Finished, failed and deleted jobs do not count as unfinished."""
    created(terra)
    if how == "delete":
        terra.data("DELETE", f"/v2/jobs/{created(terra)}")
    else:
        terra.started(terra.flight(10 if how == "finish" else 1))
    created(terra)


def test_the_number_of_unfinished_jobs_can_be_chosen(make: MakeTerra) -> None:
    """The limit is a rule."""
    terra = make(terra=TerraRules(unfinished_jobs=1))
    created(terra)
    assert terra.refused("POST", "/v2/jobs", {"name": "n"})[:2] == (429, 801)


def test_a_job_is_started_once(terra: Terra) -> None:
    """Only a job at status 0 can be started, whatever its end."""
    resource, job = terra.flight(), created(terra)
    terra.data("POST", f"/v2/jobs/{job}/start", start(resource))
    assert terra.refused("POST", f"/v2/jobs/{job}/start", start(resource))[:2] == (403, 102003)
    stopped = created(terra)
    terra.data("POST", f"/v2/jobs/{stopped}/stop")
    assert terra.refused("POST", f"/v2/jobs/{stopped}/start", start(resource))[:2] == (403, 102003)


def test_a_start_needs_job_and_resource(terra: Terra) -> None:
    """An unknown job is refused with 102114, an unknown resource with 102002, and the job stays as it was."""
    assert terra.refused("POST", "/v2/jobs/none/start", start("none")) == (404, 102114, "job not found: none")
    job = created(terra)
    assert terra.refused("POST", f"/v2/jobs/{job}/start", start("none")) == (404, 102002, "resource not found: none")
    assert look(terra, job)["status"] == 0


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        (15, "not json", "not JSON"),
        (15, "[]", "parameters"),
        (15, "{}", "parameter"),
        (14, '{"parameter":{}}', "map_mode"),
        (14, '{"parameter":{"map_mode":7}}', "map_mode"),
        (14, '{"parameter":{"map_mode":1,"dom_tile_size":3}}', "dom_tile_size"),
        (15, '{"parameter":{"model_simplify":2}}', "model_simplify"),
        (15, '{"parameter":{"output_mesh":"yes"}}', "output_mesh"),
        (15, '{"parameter":{},"predefine_AOI":{"polygon_points":[[1,2,3]]}}', "polygon_points"),
        (13, '{"parameter":{"scene_type":9}}', "scene_type"),
    ],
)
def test_parameters_must_fit_the_type(terra: Terra, kind: int, text: str, says: str) -> None:
    """The text must be JSON of the shape that belongs to the job type; the refusal names what is wrong."""
    resource, job = terra.flight(), created(terra)
    status, code, message = terra.refused("POST", f"/v2/jobs/{job}/start", start(resource, kind, text))
    assert (status, code) == (400, 102001)
    assert says in message
    assert terra.data("GET", f"/v2/resources/{resource}")["summary"]["revisable"] is True


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (15, '{"parameter":{"unknown_key":1},"other":[]}'),
        (13, '{"parameter":{"SfM_method":"GLOBAL"}}'),
        (
            15,
            '{"parameter":{"output_geo_desc":{"cs_type":"GEO_CS","geo_cs":"EPSG:4326","geo_cs_wkt":"","override_vertical_cs":"EPSG:5773"}}}',
        ),
        (15, '{"parameter":{"output_geo_desc":{"cs_type":"","geo_cs":"","ref_GPS":""}}}'),
        (14, '{"parameter":{"map_mode":1},"export_parameter":{"pc_dir_structure":true}}'),
    ],
)
def test_parameters_of_public_clients_pass(terra: Terra, kind: int, text: str) -> None:
    """Unknown keys are tolerated, and members that are empty texts count as left out."""
    assert look(terra, terra.started(kind=kind, parameters=text))["parameters"] == text


def test_parameters_are_a_text_not_an_object(terra: Terra) -> None:
    """An object where JSON text belongs is refused."""
    resource, job = terra.flight(), created(terra)
    body = {**start(resource), "parameters": {"parameter": {}}}
    assert terra.refused("POST", f"/v2/jobs/{job}/start", body)[:2] == (400, 102001)


def test_a_job_type_must_be_known(terra: Terra) -> None:
    """Types other than 13, 14 and 15 are refused, the undescribed 4 too."""
    resource, job = terra.flight(), created(terra)
    assert terra.refused("POST", f"/v2/jobs/{job}/start", start(resource, 4))[:2] == (400, 102001)


@pytest.mark.parametrize(("looks", "status", "stoppable"), [(0, 1, True), (1, 1, True), (4, 4, False), (5, 6, False)])
def test_a_job_can_be_stopped_below_4(make: MakeTerra, looks: int, status: int, stoppable: bool) -> None:
    """Stopping works until results are written, ends at 5, and never publishes anything."""
    terra = make(speed="polls:5")
    job = terra.started()
    for _ in range(looks):
        look(terra, job)
    assert terra.emulator.jobs[0].status == status
    if not stoppable:
        assert terra.refused("POST", f"/v2/jobs/{job}/stop")[:2] == (403, 102003)
        return
    terra.data("POST", f"/v2/jobs/{job}/stop")
    for _ in range(6):
        shown = look(terra, job)
    assert (shown["status"], shown["message"], shown["remainSeconds"]) == (5, "stopped", 0)
    assert "completedAt" in shown
    assert terra.data("GET", f"/v2/resources/{shown['outputResourceUuid']}")["fileUuids"] == []
    assert terra.refused("POST", f"/v2/jobs/{job}/stop")[:2] == (403, 102003)


def test_a_job_can_be_changed_and_copied(terra: Terra) -> None:
    """Name and free text change at any time; a copy waits for its own start and keeps name, text and type."""
    job = terra.started()
    look(terra, job)
    changed = terra.data("PUT", f"/v2/jobs/{job}", {"meta": "m"}, headers=WHOLE)
    assert (changed["name"], changed["meta"], changed["status"]) == ("job", "m", 6)
    copy = terra.data("POST", f"/v2/jobs/{job}/copy", headers=WHOLE)
    assert set(copy) == {"uuid", "name", "meta", "type", "status", "createdAt", "updatedAt"}
    assert (copy["name"], copy["meta"], copy["type"], copy["status"]) == ("job", "m", 15, 0)
    named = terra.data("POST", f"/v2/jobs/{job}/copy", {"name": "other"}, headers=WHOLE)
    assert named["name"] == "other"


def test_a_running_job_cannot_be_deleted(make: MakeTerra) -> None:
    """It must be stopped first; its output resource stays."""
    terra = make(speed="polls:9")
    job = terra.started()
    output = look(terra, job)["outputResourceUuid"]
    assert terra.refused("DELETE", f"/v2/jobs/{job}")[:2] == (403, 102003)
    terra.data("POST", f"/v2/jobs/{job}/stop")
    assert terra.data("DELETE", f"/v2/jobs/{job}") is None
    assert terra.data("GET", f"/v2/resources/{output}")["outputJobUuids"] == []


def test_what_is_deleted_is_not_found(terra: Terra) -> None:
    """Every call on a deleted job is refused with 102114."""
    job = created(terra)
    terra.data("DELETE", f"/v2/jobs/{job}")
    for method, more, body in (
        ("GET", "", None),
        ("PUT", "", {"name": "x"}),
        ("DELETE", "", None),
        ("POST", "/stop", None),
        ("POST", "/copy", None),
        ("POST", "/start", start("x")),
    ):
        assert terra.refused(method, f"/v2/jobs/{job}{more}", body) == (404, 102114, f"job not found: {job}")


def test_jobs_can_be_chosen(terra: Terra) -> None:
    """type, status, input, output, search and uuids narrow the list, which comes newest first."""
    first = terra.started(kind=13)
    shown = look(terra, first)
    terra.data("PUT", f"/v2/jobs/{first}", {"name": "alpha"})
    second = created(terra, "beta")

    def listed(query: str) -> list[str]:
        return [job["uuid"] for job in terra.data("GET", f"/v2/jobs?{query}")["list"]]

    assert listed("") == [second, first]
    assert listed("type=13") == [first]
    assert listed("type=14") == []
    assert listed("status=0") == [second]
    assert listed("status=6") == [first]
    assert listed(f"originResourceUuid={shown['originResourceUuid']}") == [first]
    assert listed(f"outputResourceUuid={shown['outputResourceUuid']}") == [first]
    assert listed("originResourceUuid=&outputResourceUuid=") == [second, first]
    assert listed("search=BET") == [second]
    assert listed(f"uuids={first},{second}&rows=1") == [second]
    assert terra.refused("GET", "/v2/jobs?status=8")[:2] == (400, 102001)


def test_a_stalled_job_does_not_move_until_faults_are_cleared(terra: Terra) -> None:
    """stall at the start holds that job, though not others, until the fault is cleared."""
    terra.faults.add("terra.startJob", "stall", count=1)
    held, free = terra.started(), terra.started()
    assert [look(terra, held)["status"] for _ in range(3)] == [1, 1, 1]
    assert look(terra, held)["percentage"] == 0
    assert look(terra, free)["status"] == 6
    terra.faults.clear()
    assert look(terra, held)["status"] == 6


def test_a_stalled_look_does_not_count(make: MakeTerra) -> None:
    """stall at a status read makes that read find nothing new, by reads and by time."""
    by_reads = make(speed="polls:2")
    job = by_reads.started()
    by_reads.faults.add("terra.getJob", "stall", count=3)
    assert [look(by_reads, job)["status"] for _ in range(5)] == [1, 1, 1, 1, 6]
    by_time = make(speed="time:1")
    job = by_time.started()
    by_time.faults.add("terra.getJob", "stall", count=1)
    by_time.clock.advance(90)
    assert look(by_time, job)["percentage"] == 0
    by_time.clock.advance(60)
    assert look(by_time, job)["percentage"] == 0.5


@pytest.mark.parametrize("where", ["terra.startJob", "terra.getJob"])
def test_a_doomed_job_ends_as_failed(make: MakeTerra, where: str) -> None:
    """fail at the start or at a status read lets the job end at 7, with a message and no result."""
    terra = make(speed="polls:3")
    terra.faults.add(where, "fail", count=1)
    job = terra.started()
    shown = [look(terra, job) for _ in range(3)][-1]
    assert (shown["status"], shown["message"]) == (7, "reconstruction failed")
    assert terra.data("GET", f"/v2/resources/{shown['outputResourceUuid']}")["fileUuids"] == []
