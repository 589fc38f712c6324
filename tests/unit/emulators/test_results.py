import json
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import wait
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from skybind_emulators.products import ReconstructionFailed
from skybind_emulators.settings import TerraRules
from unit.emulators.harness import Made, Terra, TwoTiles

MakeTerra = Callable[..., Terra]


def look(terra: Terra, job: str) -> Any:
    return terra.data("GET", f"/v2/jobs/{job}")


@pytest.mark.parametrize(
    ("kind", "name", "parameters"), [(13, "lidar", {}), (14, "2d", {"map_mode": 1}), (15, "3d", {})]
)
def test_each_type_of_job_is_reconstructed_in_its_way(terra: Terra, kind: int, name: str, parameters: Any) -> None:
    """The engine gets the kind, the names and real bytes of the input, the parameters, the job and the seed."""
    resource = terra.flight(12)
    job = terra.started(resource, kind, json.dumps({"parameter": parameters}))
    assert look(terra, job)["status"] == 6
    asked = terra.engine.asked[0]
    assert (asked["kind"], asked["job_id"], asked["parameters"], asked["seed"]) == (
        name,
        job,
        {"parameter": parameters},
        1,
    )
    assert [photo for photo, _ in asked["photos"]] == [f"DJI_{number:04}.JPG" for number in range(12)]
    assert asked["photos"][3][1].read_bytes() == b"not really a photoDJI_0003.JPG"


def test_products_become_files_of_the_output(terra: Terra) -> None:
    """Each product lies in storage under one uuid and its relative path, and is a file of the output resource."""
    shown = look(terra, terra.started())
    output = terra.data("GET", f"/v2/resources/{shown['outputResourceUuid']}")
    files = [terra.data("GET", f"/v2/files/{uuid}") for uuid in output["fileUuids"]]
    assert [(file["name"], file["size"]) for file in files] == [("map/result.tif", 14), ("map/tiles/0/0/0.png", 19)]
    assert (output["summary"]["fileCount"], output["summary"]["totalSize"]) == (2, 33)
    records = [record for record in terra.emulator.files if record.uuid in output["fileUuids"]]
    bases = {record.key.partition("/")[0] for record in records}
    assert len(bases) == 1
    assert len(bases.pop()) == 36
    for record in records:
        stored = terra.store.head(record.bucket, record.key)
        assert stored is not None
        assert record.key.partition("/")[2] == record.name
        assert stored.path.read_bytes() == record.name.encode()
        assert record.checksum == stored.etag


def test_nothing_is_published_before_the_end(make: MakeTerra) -> None:
    """While a job runs, its output resource exists and is empty."""
    terra = make(speed="polls:3")
    job = terra.started()
    for _ in range(2):
        output = look(terra, job)["outputResourceUuid"]
        assert terra.data("GET", f"/v2/resources/{output}")["fileUuids"] == []
    look(terra, job)
    assert len(terra.data("GET", f"/v2/resources/{output}")["fileUuids"]) == 2


@pytest.mark.parametrize("kind", [14, 15])
def test_too_few_photos_fail_the_job(terra: Terra, kind: int) -> None:
    """2D and 3D need ten photos; other files are no photos. The job fails and says so."""
    resource = terra.flight(9)
    terra.upload(resource, ["notes.txt", "DJI_0001.MRK"])
    shown = look(terra, terra.started(resource, kind, '{"parameter":{"map_mode":1}}'))
    assert (shown["status"], terra.engine.asked) == (7, [])
    assert shown["message"].startswith("9 photos; from 10 to ")
    assert terra.data("GET", f"/v2/resources/{shown['outputResourceUuid']}")["fileUuids"] == []


def test_the_number_of_photos_can_be_chosen(make: MakeTerra) -> None:
    """Least and most are rules."""
    terra = make(terra=TerraRules(min_photos=2, max_photos_3d=3))
    assert look(terra, terra.started(terra.flight(2)))["status"] == 6
    assert look(terra, terra.started(terra.flight(4)))["status"] == 7


def test_lidar_takes_any_files_but_some(terra: Terra) -> None:
    """A LiDAR job gets all files, whatever their names; without any it fails."""
    resource = terra.resource()
    terra.upload(resource, ["flight.LDR", "flight.IMU"])
    assert look(terra, terra.started(resource, 13))["status"] == 6
    assert [name for name, _ in terra.engine.asked[0]["photos"]] == ["flight.LDR", "flight.IMU"]
    shown = look(terra, terra.started(terra.flight(0), 13))
    assert (shown["status"], shown["message"]) == (7, "the input resource has no files")


def test_only_what_lies_in_storage_counts(terra: Terra) -> None:
    """A file whose object vanished is not an input."""
    resource = terra.flight(10)
    record = terra.emulator.files[0]
    terra.store.delete(record.bucket, record.key)
    assert look(terra, terra.started(resource))["message"].startswith("9 photos;")


class GivesUp(TwoTiles):
    """An engine that can make nothing, for a reason that is given."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def __call__(
        self,
        kind: Any,
        photos: Sequence[tuple[str, Path]],
        *,
        job_id: str,
        out: Path,
        parameters: Mapping[str, Any],
        seed: int,
    ) -> Sequence[Made]:
        raise self.error


def test_the_engine_s_reason_is_told(terra: Terra) -> None:
    """What the engine says becomes the job's message."""
    terra.emulator._runs._engine = GivesUp(ReconstructionFailed("no photo could be decoded"))
    shown = look(terra, terra.started())
    assert (shown["status"], shown["message"]) == (7, "no photo could be decoded")


def test_a_mistake_of_the_engine_is_not_told(terra: Terra, caplog: pytest.LogCaptureFixture) -> None:
    """An unexpected exception fails the job, goes to the log, and stays out of the answer."""
    terra.emulator._runs._engine = GivesUp(RuntimeError("inner details"))
    shown = look(terra, terra.started())
    assert (shown["status"], shown["message"]) == (7, "the reconstruction stopped unexpectedly")
    assert "inner details" in caplog.text


def test_pixels_are_those_of_the_photos(terra: Terra, tmp_path: Path) -> None:
    """pixels adds up the sizes of the input photos; what cannot be read counts nothing."""
    path = tmp_path / "photo.png"
    Image.new("RGB", (40, 30)).save(path)
    resource = terra.resource()
    token = terra.data("POST", "/v2/store/obtain_token")
    reports = []
    for number in range(10):
        content = path.read_bytes() if number < 3 else b"broken"
        stored = terra.store.put(terra.bucket, token["storePath"].replace("{fileName}", f"{number}.jpg"), content)
        reports.append({"name": f"{number}.jpg", "etag": stored.etag, "checksum": ""})
    body = {"callbackParam": token["callbackParam"], "resourceUUID": resource, "files": reports}
    terra.data("POST", "/v2/store/upload_callback", body)
    assert look(terra, terra.started(resource))["pixels"] == 3600


class TakesItsTime(TwoTiles):
    """An engine that waits until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()

    def __call__(
        self,
        kind: Any,
        photos: Sequence[tuple[str, Path]],
        *,
        job_id: str,
        out: Path,
        parameters: Mapping[str, Any],
        seed: int,
    ) -> Sequence[Made]:
        assert self.go_on.wait(20)
        return super().__call__(kind, photos, job_id=job_id, out=out, parameters=parameters, seed=seed)


def test_a_job_waits_for_its_products_and_nothing_else_does(make: MakeTerra) -> None:
    """While products are still made, a job whose time is up shows 4, cannot be stopped, and other calls go on."""
    terra = make(terra=TerraRules(patience_s=0.05))
    slow = terra.emulator._runs._engine = TakesItsTime()
    job = terra.started()
    shown = look(terra, job)
    assert (shown["status"], shown["percentage"], shown["message"]) == (4, 0.99, "writing the results")
    assert terra.refused("POST", f"/v2/jobs/{job}/stop")[:2] == (403, 102003)
    assert terra.data("GET", "/v2/files")["total"] == 10
    slow.go_on.set()
    wait([terra.emulator._runs._runs[job].made])
    assert look(terra, job)["status"] == 6
    assert terra.data("GET", "/v2/files")["total"] == 12


def test_nothing_is_left_of_jobs_in_the_folder(
    make: MakeTerra, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finished and stopped jobs, and those cut short by the end of the emulator, leave no files behind."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    terra = make(speed="polls:2")
    finished, stopped = terra.started(), terra.started()
    look(terra, finished)
    look(terra, finished)
    terra.data("POST", f"/v2/jobs/{stopped}/stop")
    terra.started()
    terra.emulator.close()
    assert list(tmp_path.glob("job-*")) == []
