"""The emulator of FlightHub behaves as public clients and notes tell of the service."""

import io
import json
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.flighthub.progress import progress
from skybind_emulators.speed import parse_speed
from unit.emulators.flighthub.organisation import Organisation, keeps_to

Make = Callable[..., Organisation]
RUNNING = "/open_model/models/running"


# ------------------------------------------------------------------------------------------------- at the door


@pytest.mark.parametrize("token", [None, "", "eyJhbGciOiJIUzI1NiJ9.e30.other"])
def test_only_the_token_of_the_organisation_opens(hub: Organisation, token: str | None) -> None:
    """A missing or wrong token gets HTTP 401 and the code 200401."""
    answer = hub.call("GET", RUNNING, headers={"X-User-Token": token})
    assert (answer.status, answer.code) == (401, 200401)
    keeps_to("Refusal", answer.body)


def test_the_same_refusal_may_come_with_http_200(make: Make) -> None:
    """By rule, a wrong token gets HTTP 200; and codes may be texts, success too."""
    hub = make(refused_token="code", codes="text")
    answer = hub.call("GET", RUNNING, headers={"X-User-Token": "x"})
    assert (answer.status, answer.code) == (200, "200401")
    assert hub.call("GET", RUNNING).code == "0"


@pytest.mark.parametrize("name", ["X-Request-Id", "X-Language"])
def test_needed_headers(make: Make, hub: Organisation, name: str) -> None:
    """Request id and language are needed, unless the rules say otherwise."""
    assert hub.call("GET", RUNNING, headers={name: None}).status == 400
    assert make(headers_needed=()).call("GET", RUNNING, headers={name: None}).code == 0


def test_language_is_one_of_two(hub: Organisation) -> None:
    """Messages are in English or Chinese."""
    assert hub.call("GET", RUNNING, headers={"X-Language": "de"}).status == 400
    assert hub.call("GET", RUNNING, headers={"X-Language": "zh"}).code == 0


def test_the_project(make: Make, hub: Organisation) -> None:
    """A wrong project is refused; none will do for Open Modeling, unless the rules want one, and not for media."""
    assert hub.call("GET", RUNNING, headers={"X-Project-Uuid": "other"}).code == 200403
    assert hub.call("GET", RUNNING, headers={"X-Project-Uuid": None}).code == 0
    assert hub.call("GET", "/model", headers={"X-Project-Uuid": None}).code == 200403
    strict = make(project_needed=("listRunningModels",))
    assert strict.call("GET", RUNNING, headers={"X-Project-Uuid": None}).code == 200403


def test_versions_of_the_path(hub: Organisation) -> None:
    """Both versions serve Open Modeling; a link to a file is of v2.0 only, and elsewhere is a bare 404."""
    assert hub.call("GET", RUNNING, version="v2.0").code == 0
    for version, path in (("v1.0", RUNNING), ("v0.1", "/model/download-url/x"), ("v0.1", "/open_model/nothing")):
        assert hub.call("GET", path, version=version).status == 404
    assert hub.call("GET", "/model/download-url/x", version="v2.0").code == 200404
    assert hub.call("POST", "/model/api/v1/workspaces/p/reconstructions", {}, version="v0.1").status == 404


def test_too_many_requests(make: Make) -> None:
    """Above the rate of the rules, the answer is 429 with Retry-After."""
    hub = make(requests_per_s=2)
    answers = [hub.call("GET", RUNNING) for _ in range(4)]
    assert [answer.status for answer in answers].count(429) >= 1
    refused = next(answer for answer in answers if answer.status == 429)
    assert (refused.code, refused.headers["retry-after"]) == (210429, "1")


def test_what_does_not_fit(hub: Organisation) -> None:
    """A body that does not fit its operation is refused with the code of the rules."""
    answer = hub.call("POST", "/open_model/models/reconstruction/start", {"resource_uuid": "x"})
    assert (answer.status, answer.code) == (400, 200400)


# ------------------------------------------------------------------------------------------------- uploads


@pytest.mark.parametrize("region", ["cn", "us"])
def test_files_become_a_resource(make: Make, photos: list[Path], region: str) -> None:
    """What is uploaded with credentials and reported is a resource, whose uuid is in the path, on both clouds."""
    hub = make(region=region)
    answer = hub.call("POST", "/open_model/stores/obtain_token")
    keeps_to("UploadTokenAnswer", answer.body)
    token = answer.data
    uuid = token["store_path"].split("/")[-2]
    assert hub.call("GET", f"/open_model/resource/{uuid}").code == 200404
    etag = hub.put(token, photos[0].name, photos[0].read_bytes())
    reported = hub.report(token, [(photos[0].name, etag)])
    keeps_to("UploadReceiptAnswer", reported.body)
    assert reported.data == {"resource_uuid": uuid, "upload_count": 1, "file_name_list": [photos[0].name]}
    resource = hub.call("GET", f"/open_model/resource/{uuid}")
    keeps_to("ResourceAnswer", resource.body)
    assert resource.data["resource_size"] == photos[0].stat().st_size
    assert resource.data["file_names"] == [photos[0].name]


def test_only_what_lies_there_is_counted(hub: Organisation) -> None:
    """A file that is not in storage, or is another, is not counted; with none there is no resource."""
    token = hub.token()
    etag = hub.put(token, "a.jpg", b"a")
    assert hub.report(token, [("missing.jpg", etag)]).data["file_name_list"] is None
    assert hub.call("GET", f"/open_model/resource/{token['store_path'].split('/')[-2]}").code == 200404
    counted = hub.report(token, [("a.jpg", etag), ("b.jpg", etag), ("a.jpg", "0" * 32)]).data
    assert (counted["upload_count"], counted["file_name_list"]) == (1, ["a.jpg"])


def test_reports_add_up(hub: Organisation) -> None:
    """Several reports add to one resource; a name that is reported again is still one file."""
    token = hub.token()
    for name in ("a.jpg", "b.jpg", "a.jpg"):
        hub.report(token, [(name, hub.put(token, name, name.encode()))])
    uuid = token["store_path"].split("/")[-2]
    assert hub.call("GET", f"/open_model/resource/{uuid}").data["file_names"] == ["a.jpg", "b.jpg"]


def test_a_report_has_a_hundred_files_at_most(hub: Organisation) -> None:
    """101 files in one report, or none, are refused; a hundred are taken."""
    token = hub.token()
    etag = hub.put(token, "a.jpg", b"a")
    assert hub.report(token, [(f"{n}.jpg", etag) for n in range(101)]).status == 400
    assert hub.report(token, []).status == 400
    assert hub.report(token, [(f"{n}.jpg", etag) for n in range(100)]).code == 0


def test_credentials_are_for_one_resource(hub: Organisation) -> None:
    """Each token is a resource of its own; its parameter reports for no other, its keys write nowhere else."""
    first, second = hub.token(), hub.token()
    assert first["store_path"] != second["store_path"]
    etag = hub.put(first, "a.jpg", b"a")
    mixed = {**first, "callback_param": second["callback_param"]}
    assert hub.report(mixed, [("a.jpg", etag)]).code == 200404
    with pytest.raises(Exception, match=r"AccessDenied|denied"):
        hub.put({**first, "store_path": second["store_path"]}, "a.jpg", b"a")


@pytest.mark.parametrize("joined", [True, False])
def test_files_of_new_credentials_in_an_earlier_resource(make: Make, joined: bool) -> None:
    """Whether files of other credentials may be reported under a resource that is there is a rule; under one that is
    not, never. Its files are then of both, and are deleted with it."""
    hub = make(joined_reports=joined)
    first, second = hub.token(), hub.token()
    path = {"store_path": first["store_path"]}
    etag = hub.put(second, "b.jpg", b"b")
    assert hub.report({**second, **path}, [("b.jpg", etag)]).code == 200404
    assert hub.report(first, [("a.jpg", hub.put(first, "a.jpg", b"a"))]).code == 0
    answer = hub.report({**second, **path}, [("b.jpg", etag)])
    uuid = first["store_path"].split("/")[-2]
    names = hub.call("GET", f"/open_model/resource/{uuid}").data["file_names"]
    assert (answer.code, names) == ((0, ["a.jpg", "b.jpg"]) if joined else (200404, ["a.jpg"]))
    hub.call("DELETE", f"/open_model/resource/{uuid}")
    left = hub.running.store.list(hub.running.flighthub.cloud.bucket, "fh/organizations/")
    assert len(left) == (0 if joined else 1)


def test_credentials_end(make: Make) -> None:
    """Ended credentials write nothing; whether they may still report is a rule."""
    for late, code in ((True, 0), (False, 200404)):
        hub = make(token_lifetime_s=60.0, late_reports=late)
        token = hub.token()
        etag = hub.put(token, "a.jpg", b"a")
        hub.running.flighthub.clock.advance(61)
        with pytest.raises(Exception, match=r"[Ee]xpired|InvalidSecurityToken|SecurityTokenExpired"):
            hub.put(token, "b.jpg", b"b")
        assert hub.report(token, [("a.jpg", etag)]).code == code


def test_a_resource_is_deleted(hub: Organisation, photos: list[Path]) -> None:
    """A deleted resource has no files, frees its objects, takes no report, makes no model, and may be deleted again."""
    uuid = hub.resource(photos)
    for _ in range(2):
        keeps_to("Done", hub.call("DELETE", f"/open_model/resource/{uuid}").body)
    found = hub.call("GET", f"/open_model/resource/{uuid}").data
    assert found == {"resource_uuid": uuid, "status": 3, "resource_size": 0, "file_names": None}
    assert not hub.running.store.list(hub.running.flighthub.cloud.bucket, "fh/organizations/")
    assert hub.start(uuid, "2d").code == 200404


# ------------------------------------------------------------------------------------------------- models


def test_several_models_of_one_start(make: Make, photos: list[Path]) -> None:
    """One start makes a model of each kind; a kind with too few files is refused by itself."""
    hub = make(speed="polls:3")
    answer = hub.start(hub.resource(photos), "2d", "3d", "3dgs", "lidar")
    keeps_to("StartedModelsAnswer", answer.body)
    started = answer.data
    assert started["model_3dgs"] == {"uuid": "", "status": 13, "sub_error_code": 1}
    assert {started[f"model_{kind}"]["status"] for kind in ("2d", "3d", "lidar")} == {12}
    running = hub.call("GET", RUNNING)
    keeps_to("RunningModelsAnswer", running.body)
    assert {model["model_type"] for model in running.data["list"]} == {1, 2, 4}


@pytest.mark.parametrize(("kind", "final"), [("2d", 9), ("3d", 15)])
def test_life_of_a_model(make: Make, photos: list[Path], kind: str, final: int) -> None:
    """A model waits for compute, is reconstructed and packed; 2D goes on to 9. It never goes back, and then is listed
    nowhere."""
    hub = make(speed="polls:12")
    uuid = hub.start(hub.resource(photos), kind).data[f"model_{kind}"]["uuid"]
    seen: list[tuple[int, int, int, int]] = []
    for _ in range(14):
        answer = hub.call("GET", f"/open_model/models/{uuid}")
        keeps_to("ModelAnswer", answer.body)
        model = answer.data
        entry = (model["model_status"], model["reconstruction_progress"], model["zip_status"], model["zip_progress"])
        if entry not in seen:
            seen.append(entry)
    statuses = list(dict.fromkeys(entry[0] for entry in seen))
    assert statuses == [12, 14, 15, 9][: 3 + (final == 9)]
    assert [entry[1:] for entry in seen] == sorted(entry[1:] for entry in seen)
    assert seen[-1] == (final, 100, 2, 100)
    assert hub.call("GET", RUNNING).data["list"] is None


@pytest.mark.parametrize("speed", ["instant", "polls:7", "time:60"])
def test_progress_only_grows(speed: str) -> None:
    """Whatever the speed, a model's progress and its archive's never go back, and end."""
    rule = parse_speed(speed)
    shown = [progress(rule, reads=n, elapsed_s=n * 10.0, whole_s=90.0) for n in range(12)]
    numbers = [(state.percent, state.zip_status, state.zip_percent) for state in shown]
    assert numbers == sorted(numbers)
    assert shown[-1].over
    assert (rule.rule == "instant") == shown[0].over


def test_the_result_is_an_archive(hub: Organisation, photos: list[Path]) -> None:
    """A finished model has one zip with a real result, which a link of v2.0 downloads; the same start, same bytes."""
    uuid = hub.start(hub.resource(photos), "2d").data["model_2d"]["uuid"]
    model = hub.model(uuid)
    for wanted in (uuid, model["zip_file_key"].replace("/", "%2F")):
        link = hub.call("GET", f"/model/download-url/{wanted}", version="v2.0")
        keeps_to("DownloadLinkAnswer", link.body)
        with urllib.request.urlopen(link.data["url"], timeout=30) as answer:
            content = answer.read()
        assert len(content) == model["model_size"]
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            assert "map/result.tif" in archive.namelist()


def test_a_stop_gives_images_back(make: Make, photos: list[Path]) -> None:
    """Images go off the quota at the start and come back when the model is stopped; stopping again changes nothing."""
    hub = make(speed="polls:50", quota_images=10)
    resource = hub.resource(photos)
    uuid = hub.start(resource, "2d").data["model_2d"]["uuid"]
    assert hub.running.flighthub.quota == 4
    assert hub.start(resource, "3d").data["model_3d"]["sub_error_code"] == 2
    for _ in range(2):
        assert hub.call("POST", f"/open_model/models/{uuid}/reconstruction/stop").code == 0
        assert hub.running.flighthub.quota == 10
    assert hub.model(uuid)["model_status"] == 16
    assert hub.start(resource, "3d").data["model_3d"]["sub_error_code"] == 0


def test_a_model_is_deleted(make: Make, photos: list[Path]) -> None:
    """A deleted model is gone with its archive; one that is being made is stopped too, and its images come back."""
    hub = make(speed="polls:50", quota_images=10)
    uuid = hub.start(hub.resource(photos), "2d").data["model_2d"]["uuid"]
    assert hub.call("DELETE", f"/open_model/models/{uuid}").code == 0
    assert hub.running.flighthub.quota == 10
    assert hub.call("GET", f"/open_model/models/{uuid}").code == 200404
    assert hub.call("DELETE", f"/open_model/models/{uuid}").code == 200404


def test_a_resource_may_go_with_its_last_model(make: Make, photos: list[Path]) -> None:
    """`delete_resource_if_finish` deletes the resource when all its models have ended, and not before."""
    hub = make(speed="polls:3")
    resource = hub.resource(photos)
    models = hub.start(resource, "2d", "3d", delete_resource_if_finish=True).data
    status = lambda: hub.call("GET", f"/open_model/resource/{resource}").data["status"]  # noqa: E731
    for _ in range(3):
        hub.model(models["model_2d"]["uuid"])
    assert (hub.model(models["model_2d"]["uuid"])["zip_status"], status()) == (2, 1)
    for _ in range(3):
        hub.model(models["model_3d"]["uuid"])
    assert status() == 3


def test_a_resource_in_work_waits_for_its_deletion(make: Make, photos: list[Path]) -> None:
    """A resource that is deleted while a model is made of it waits; the model is made all the same."""
    hub = make(speed="polls:3")
    resource = hub.resource(photos)
    uuid = hub.start(resource, "2d").data["model_2d"]["uuid"]
    hub.call("DELETE", f"/open_model/resource/{resource}")
    assert hub.call("GET", f"/open_model/resource/{resource}").data["status"] == 2
    for _ in range(3):
        hub.model(uuid)
    assert hub.model(uuid)["zip_status"] == 2
    assert hub.call("GET", f"/open_model/resource/{resource}").data["status"] == 3


def test_files_that_are_no_photos_fail(hub: Organisation) -> None:
    """A model of files that cannot be read fails with 8, and has no archive."""
    token = hub.token()
    files = [(f"{n}.jpg", hub.put(token, f"{n}.jpg", b"no photo")) for n in range(5)]
    hub.report(token, files)
    model = hub.model(hub.start(token["store_path"].split("/")[-2], "2d").data["model_2d"]["uuid"])
    assert (model["model_status"], model["error_code"], model["zip_file_key"]) == (8, 1, "")


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_parameters_are_json_objects(hub: Organisation, photos: list[Path], text: str) -> None:
    """A parameter text that is no JSON object is refused, and nothing is started."""
    resource = hub.resource(photos)
    assert hub.start(resource, parameter_2d=text).status == 400
    assert hub.running.flighthub.models == []


# ------------------------------------------------------------------------------------------------- faults and media


def test_faults_strike(hub: Organisation, photos: list[Path]) -> None:
    """A model may be ordered to fail; an answer may be lost after the work was done; a code may be ordered."""
    faults, resource = hub.running.faults, hub.resource(photos)
    faults.add("flighthub.startReconstructions", "lose-answer", count=1)
    with pytest.raises(OSError, match=r".*"):
        hub.start(resource, "2d")
    assert len(hub.running.flighthub.models) == 1
    faults.add("flighthub.getModel", "fail", count=1)
    uuid = hub.start(resource, "2d").data["model_2d"]["uuid"]
    assert hub.model(uuid)["model_status"] == 8
    faults.add("flighthub.listRunningModels", "refuse", code=210318)
    answer = hub.call("GET", RUNNING)
    assert (answer.status, answer.code) == (200, 210318)


def test_media_models(hub: Organisation) -> None:
    """A model of the project's folder is made, listed, linked; an unknown folder is refused; no models is null."""
    assert hub.call("GET", "/model").data == {"list": None}
    body: dict[str, Any] = {"name": "m", "task_folder_id": "other", "reconstruction_type": ["model_2d"]}
    assert hub.call("POST", "/model/create", body).code == 200404
    made = hub.call("POST", "/model/create", {**body, "task_folder_id": hub.running.flighthub.folder_id})
    keeps_to("NewMediaModelAnswer", made.body)
    listed = hub.call("GET", "/model")
    keeps_to("MediaModelsAnswer", listed.body)
    assert [entry["id"] for entry in listed.data["list"]] == [made.data["id"]]
    one = hub.call("GET", f"/model/{made.data['id']}")
    keeps_to("MediaModelAnswer", one.body)
    with urllib.request.urlopen(one.data["url"], timeout=30) as answer:
        assert zipfile.is_zipfile(io.BytesIO(answer.read()))
    assert hub.call("GET", RUNNING).data["list"] is None


def test_the_beta(hub: Organisation) -> None:
    """The beta of version 0.9 makes a model of each number."""
    body = {
        "folder_uuids": [hub.running.flighthub.folder_id],
        "name": "m",
        "reconstruction_type": [1, 2],
        "wkt": "EPSG:4326",
    }
    path = f"/model/api/v1/workspaces/{hub.keys['project_uuid']}/reconstructions"
    answer = hub.call("POST", path, body, version="v0.9")
    keeps_to("MediaReconstructionAnswer", answer.body)
    assert len(answer.data["ids"]) == 2


def test_ready_line_is_json(hub: Organisation) -> None:
    """The ready line has what a client needs, as plain JSON."""
    ready = json.loads(json.dumps(hub.running.ready))["services"]["flighthub"]
    assert set(ready) == {"base_url", "user_token", "project_uuid", "storage"}
    assert set(ready["storage"]) == {"oss_endpoint", "s3_endpoint", "region"}
    assert ready["user_token"].count(".") == 2
