from unit.emulators.harness import Terra

WHOLE = {"Return-Detail": "true"}


def test_without_return_detail_only_the_uuid_comes(terra: Terra) -> None:
    """Create and update answer with the uuid alone, unless the whole is asked for."""
    short = terra.data("POST", "/v2/resources", {"name": "a", "type": "map"})
    assert set(short) == {"uuid"}
    assert (
        terra.data("PUT", f"/v2/resources/{short['uuid']}", {"name": "b"}, headers={"Return-Detail": "false"}) == short
    )
    whole = terra.data("PUT", f"/v2/resources/{short['uuid']}", {"meta": "m"}, headers=WHOLE)
    assert (whole["name"], whole["meta"], whole["type"], whole["revisable"]) == ("b", "m", "map", True)
    assert "scope" not in whole


def test_only_input_resources_can_be_created(terra: Terra) -> None:
    """The type of a new resource is map and nothing else."""
    assert terra.refused("POST", "/v2/resources", {"name": "a", "type": "job_output"})[:2] == (400, 102001)


def test_a_resource_can_be_made_of_known_files(terra: Terra) -> None:
    """files links files that exist; one unknown among them, and nothing is created."""
    uuids = [file["uuid"] for file in terra.upload(terra.resource(), ["a.jpg", "b.jpg"])]
    made = terra.resource("again", files=[*uuids, uuids[0]])
    assert terra.data("GET", f"/v2/resources/{made}")["fileUuids"] == uuids
    body = {"name": "no", "type": "map", "files": [uuids[0], "unknown"]}
    assert terra.refused("POST", "/v2/resources", body) == (404, 102002, "file not found: unknown")
    assert [resource.name for resource in terra.emulator.resources] == ["flight", "again"]


def test_the_scope_bounds_the_positions(terra: Terra) -> None:
    """scope is the box around all positions reported."""
    resource = terra.resource()
    token = terra.data("POST", "/v2/store/obtain_token")
    reports = []
    for number, (latitude, longitude) in enumerate([(22.5, 113.9), (22.7, 113.8)]):
        stored = terra.store.put(terra.bucket, token["storePath"].replace("{fileName}", str(number)), b"x")
        position = {"latitude": latitude, "longitude": longitude}
        reports.append({"name": str(number), "etag": stored.etag, "checksum": "", "position": position})
    body = {"callbackParam": token["callbackParam"], "resourceUUID": resource, "files": reports}
    terra.data("POST", "/v2/store/upload_callback", body)
    scope = terra.data("GET", f"/v2/resources/{resource}")["summary"]["scope"]
    assert scope == {"maxLatitude": 22.7, "maxLongitude": 113.9, "minLatitude": 22.5, "minLongitude": 113.8}


def test_output_resources_are_never_listed(terra: Terra) -> None:
    """Lists hold input resources; asking for outputs gives none, though the single one can be read."""
    job = terra.started()
    output = terra.data("GET", f"/v2/jobs/{job}")["outputResourceUuid"]
    for query in ("", "?type=map"):
        assert [one["name"] for one in terra.data("GET", f"/v2/resources{query}")["list"]] == ["flight"]
    assert terra.data("GET", "/v2/resources?type=job_output")["total"] == 0
    assert terra.data("GET", f"/v2/resources?uuids={output}")["total"] == 0
    detail = terra.data("GET", f"/v2/resources/{output}")
    assert (detail["summary"]["type"], detail["summary"]["revisable"]) == ("job_output", False)
    assert detail["summary"]["name"] == f"output of job: {job}"
    assert detail["outputJobUuids"] == [job]


def test_resources_are_listed_newest_first(terra: Terra) -> None:
    """Order, search and pages work as for files."""
    for name in ("one", "two", "three"):
        terra.resource(name)
    page = terra.data("GET", "/v2/resources?rows=2")
    assert ([one["name"] for one in page["list"]], page["total"]) == (["three", "two"], 3)
    assert terra.data("GET", "/v2/resources?search=o&page=2&rows=1")["list"][0]["name"] == "one"


def test_files_are_added_and_removed(terra: Terra) -> None:
    """Adding twice or removing what is not there does no harm."""
    uuids = [file["uuid"] for file in terra.upload(terra.resource(), ["a.jpg", "b.jpg"])]
    path = f"/v2/resources/{terra.resource('other')}"
    for _ in range(2):
        assert terra.data("POST", path + "/file_operation", {"operation": "add", "files": uuids}) is None
        assert terra.data("GET", path)["fileUuids"] == uuids
    for _ in range(2):
        terra.data("POST", path + "/file_operation", {"operation": "remove", "files": uuids[:1]})
        assert terra.data("GET", path)["fileUuids"] == uuids[1:]
    assert len(terra.emulator.files) == 2


def test_an_unknown_file_spoils_the_whole_change(terra: Terra) -> None:
    """Nothing is added or removed when one file does not exist."""
    resource = terra.resource()
    known = terra.upload(resource, ["a.jpg"])[0]["uuid"]
    for operation in ("add", "remove"):
        body = {"operation": operation, "files": [known, "unknown"]}
        assert terra.refused("POST", f"/v2/resources/{resource}/file_operation", body)[:2] == (404, 102002)
    assert terra.data("GET", f"/v2/resources/{resource}")["fileUuids"] == [known]


def test_a_job_locks_its_input(terra: Terra) -> None:
    """After the start the files of the input cannot be changed, its name can, and a copy is free."""
    resource = terra.flight()
    terra.started(resource)
    path = f"/v2/resources/{resource}"
    assert terra.data("GET", path)["summary"]["revisable"] is False
    files = terra.data("GET", path)["fileUuids"]
    body = {"operation": "remove", "files": files[:1]}
    assert terra.refused("POST", path + "/file_operation", body)[:2] == (403, 102003)
    terra.data("PUT", path, {"name": "still"})
    copy = terra.data("POST", path + "/copy", headers=WHOLE)
    assert (copy["name"], copy["revisable"], copy["fileCount"]) == ("still", True, 10)
    terra.data("POST", f"/v2/resources/{copy['uuid']}/file_operation", body)
    assert terra.data("GET", f"/v2/resources/{copy['uuid']}")["fileUuids"] == files[1:]
    assert terra.data("GET", path)["fileUuids"] == files


def test_a_copy_can_be_named(terra: Terra) -> None:
    """The body of copy is like that of an update."""
    original = terra.resource("a", meta="m")
    copy = terra.data("POST", f"/v2/resources/{original}/copy", {"name": "b"}, headers=WHOLE)
    assert (copy["name"], copy["meta"]) == ("b", "m")
    assert copy["uuid"] != original


def test_deleting_keeps_files_unless_told_otherwise(terra: Terra) -> None:
    """deleteMode 0, or none, keeps the files; 1 deletes those that no other resource holds."""
    first, second, third = terra.resource(), terra.resource(), terra.resource()
    own = terra.upload(third, ["own.jpg"])[0]["uuid"]
    shared = terra.upload(first, ["shared.jpg"])[0]["uuid"]
    for resource in (second, third):
        terra.data("POST", f"/v2/resources/{resource}/file_operation", {"operation": "add", "files": [shared]})
    terra.data("DELETE", f"/v2/resources/{first}")
    terra.data("DELETE", f"/v2/resources/{third}?deleteMode=1")
    assert [file.uuid for file in terra.emulator.files] == [shared]
    assert terra.refused("GET", f"/v2/files/{own}")[:2] == (404, 102002)
    terra.data("DELETE", f"/v2/resources/{second}?deleteMode=0")
    assert terra.data("GET", f"/v2/files/{shared}")["name"] == "shared.jpg"
    assert terra.refused("DELETE", f"/v2/resources/{second}?deleteMode=2")[:2] == (400, 102001)


def test_what_is_deleted_is_not_found(terra: Terra) -> None:
    """Every call on a deleted resource is refused with 102002."""
    resource = terra.resource()
    path = f"/v2/resources/{resource}"
    terra.data("DELETE", path)
    change = {"operation": "add", "files": ["x"]}
    for method, more, body in (
        ("GET", "", None),
        ("PUT", "", {"name": "x"}),
        ("DELETE", "", None),
        ("POST", "/copy", None),
        ("POST", "/file_operation", change),
    ):
        assert terra.refused(method, path + more, body) == (404, 102002, f"resource not found: {resource}")


def test_a_resource_in_work_cannot_be_deleted(terra: Terra) -> None:
    """Neither input nor output of a running job can go; afterwards both can."""
    terra.faults.add("terra.startJob", "stall", count=1)
    resource = terra.flight()
    job = terra.started(resource)
    output = terra.data("GET", f"/v2/jobs/{job}")["outputResourceUuid"]
    for uuid in (resource, output):
        assert terra.refused("DELETE", f"/v2/resources/{uuid}")[:2] == (403, 102003)
    terra.data("POST", f"/v2/jobs/{job}/stop")
    for uuid in (resource, output):
        terra.data("DELETE", f"/v2/resources/{uuid}")
