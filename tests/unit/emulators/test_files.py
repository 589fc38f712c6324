import pytest

from unit.emulators.harness import Terra


def names(terra: Terra, query: str) -> list[str]:
    return [file["name"] for file in terra.data("GET", f"/v2/files?{query}")["list"]]


@pytest.fixture
def stocked(terra: Terra) -> tuple[Terra, str, list[str]]:
    """An emulator with files 0.jpg to 4.jpg of one resource and other.txt of another; the first resource and uuids."""
    resource = terra.resource()
    linked = terra.upload(resource, [f"{number}.jpg" for number in range(5)])
    terra.upload(terra.resource(), ["Other.txt"])
    return terra, resource, [file["uuid"] for file in linked]


def test_files_come_newest_first_in_pages(stocked: tuple[Terra, str, list[str]]) -> None:
    """rows and page cut the list, total counts all, and a page after the last is empty."""
    terra, _, _ = stocked
    page = terra.data("GET", "/v2/files?rows=4&page=1")
    assert [file["name"] for file in page["list"]] == ["Other.txt", "4.jpg", "3.jpg", "2.jpg"]
    assert (page["page"], page["rows"], page["total"]) == (1, 4, 6)
    assert names(terra, "rows=4&page=2") == ["1.jpg", "0.jpg"]
    assert names(terra, "rows=4&page=3") == []


def test_without_rows_a_page_has_ten(terra: Terra) -> None:
    """Ten entries is the default, as clients ask for; a thousand the most."""
    terra.upload(terra.resource(), [f"{number}.jpg" for number in range(12)])
    page = terra.data("GET", "/v2/files")
    assert (len(page["list"]), page["rows"], page["total"]) == (10, 10, 12)
    assert terra.data("GET", "/v2/files?rows=5000")["rows"] == 1000


def test_files_can_come_oldest_first(stocked: tuple[Terra, str, list[str]]) -> None:
    """orderAsc turns the order round."""
    assert names(stocked[0], "orderAsc=true&rows=2") == ["0.jpg", "1.jpg"]
    assert names(stocked[0], "orderAsc=false&rows=1") == ["Other.txt"]


def test_files_can_be_chosen(stocked: tuple[Terra, str, list[str]]) -> None:
    """search, name, uuids and resourceUuid each narrow the list, together too; empty ones do not."""
    terra, resource, uuids = stocked
    assert names(terra, "search=OTHER") == ["Other.txt"]
    assert names(terra, "name=3.jpg") == ["3.jpg"]
    assert names(terra, "name=3.jp") == []
    assert names(terra, f"uuids={uuids[0]},{uuids[2]},unknown") == ["2.jpg", "0.jpg"]
    assert len(names(terra, f"resourceUuid={resource}")) == 5
    assert names(terra, "resourceUuid=unknown") == []
    assert names(terra, f"resourceUuid={resource}&search=2") == ["2.jpg"]
    assert len(names(terra, "search=&name=&uuids=&resourceUuid=")) == 6


def test_a_thousand_uuids_are_the_most(terra: Terra) -> None:
    """1000 uuids pass, 1001 are refused."""
    assert names(terra, "uuids=" + ",".join(["x"] * 1000)) == []
    assert terra.refused("GET", "/v2/files?uuids=" + ",".join(["x"] * 1001))[:2] == (400, 102001)


def test_links_in_lists_come_only_when_asked_for(stocked: tuple[Terra, str, list[str]]) -> None:
    """needURL=true fills url; the single file always has it."""
    terra, _, uuids = stocked
    assert all("url" not in file for file in terra.data("GET", "/v2/files")["list"])
    assert all("url" not in file for file in terra.data("GET", "/v2/files?needURL=false")["list"])
    assert all(file["url"] for file in terra.data("GET", "/v2/files?needURL=true")["list"])
    assert terra.data("GET", f"/v2/files/{uuids[0]}")["url"].startswith("http://127.0.0.1:1/")


def test_a_file_can_be_renamed(stocked: tuple[Terra, str, list[str]]) -> None:
    """Name and free text change, what is left out stays; Return-Detail decides how much comes back."""
    terra, _, uuids = stocked
    path = f"/v2/files/{uuids[0]}"
    assert terra.data("PUT", path, {"meta": "m"}) == {"uuid": uuids[0]}
    terra.clock.advance(5)
    whole = terra.data("PUT", path, {"name": "new.jpg"}, headers={"Return-Detail": "true"})
    assert (whole["name"], whole["meta"], whole["size"]) == ("new.jpg", "m", 23)
    assert whole["updatedAt"] > whole["createdAt"]


def test_a_deleted_file_is_gone_everywhere(stocked: tuple[Terra, str, list[str]]) -> None:
    """It leaves its resources and storage, and cannot be deleted again."""
    terra, resource, uuids = stocked
    record = terra.emulator.files[0]
    assert terra.data("DELETE", f"/v2/files/{uuids[0]}") is None
    assert terra.store.head(record.bucket, record.key) is None
    assert terra.data("GET", f"/v2/resources/{resource}")["fileUuids"] == uuids[1:]
    for method in ("GET", "DELETE"):
        assert terra.refused(method, f"/v2/files/{uuids[0]}") == (404, 102002, f"file not found: {uuids[0]}")
    assert terra.refused("PUT", f"/v2/files/{uuids[0]}", {"name": "x"})[:2] == (404, 102002)


def test_a_file_in_work_cannot_be_deleted(terra: Terra) -> None:
    """A file of a running job's input stays; once the job is over it can go."""
    terra.faults.add("terra.startJob", "stall", count=1)
    resource = terra.flight()
    job = terra.started(resource)
    file = terra.data("GET", f"/v2/resources/{resource}")["fileUuids"][0]
    assert terra.refused("DELETE", f"/v2/files/{file}")[:2] == (403, 102003)
    terra.data("POST", f"/v2/jobs/{job}/stop")
    terra.data("DELETE", f"/v2/files/{file}")
