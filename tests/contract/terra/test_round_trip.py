"""Photos go up and the model comes down, with the vendors' own storage clients."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import httpx
import oss2
import pytest
from botocore.config import Config

from contract.terra.signer import SignsForHttpx
from skybind_emulators import Running, Settings, start
from skybind_emulators.flight import render_flight

Put = Callable[[str, bytes], str]


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Ten small photos of one flight."""
    return render_flight(tmp_path_factory.mktemp("flight"), photos=10, size=60_000, seed=1)


@pytest.fixture(params=["cn", "us"])
def running(request: pytest.FixtureRequest) -> Iterator[Running]:
    """Emulators of each region."""
    with start(Settings(region=request.param, speed="polls:2")) as running:
        yield running


def uploader(token: dict[str, Any], storage: dict[str, Any]) -> Put:
    """A function that stores bytes under a name with the vendor's client, and returns the etag as that gives it."""
    keys = (token["accessKeyID"], token["secretAccessKey"])
    bucket = token["cloudBucketName"]
    if token["cloudName"].lower() == "ali_oss":
        region = token["region"].removeprefix("oss-")
        auth = oss2.StsAuth(*keys, token["sessionToken"], auth_version=oss2.AUTH_VERSION_4)
        oss = oss2.Bucket(auth, storage["oss_endpoint"], bucket, region=region, is_path_style=True)
        return lambda name, content: str(oss.put_object(name, content).etag)
    s3 = boto3.client(
        "s3",
        endpoint_url=storage["s3_endpoint"],
        region_name=token["region"],
        aws_access_key_id=keys[0],
        aws_secret_access_key=keys[1],
        aws_session_token=token["sessionToken"],
        config=Config(s3={"addressing_style": "path"}, proxies={}),
    )
    return lambda name, content: str(s3.put_object(Bucket=bucket, Key=name, Body=content)["ETag"])


def test_photos_go_up_and_the_model_comes_down(running: Running, photos: list[Path], tmp_path: Path) -> None:
    """Token, upload, callback, job, polls, output resource, links: the whole way, in both regions."""
    service = running.ready["services"]["terra"]
    auth = SignsForHttpx(service["app_key"], service["secret_key"])
    with httpx.Client(base_url=service["base_url"] + "/terra-rescon-be", auth=auth, trust_env=False) as http:

        def data(method: str, path: str, body: Any = None) -> Any:
            response = http.request(method, path, **({} if body is None else {"json": body}))
            assert response.status_code == 200, response.text
            return response.json().get("data")

        token = data("POST", "/v2/store/obtain_token")
        resource = data("POST", "/v2/resources", {"name": "flight", "type": "map"})["uuid"]
        put = uploader(token, service["storage"])
        reports = []
        for photo in photos:
            etag = put(token["storePath"].replace("{fileName}", photo.name), photo.read_bytes())
            reports.append({"name": photo.name, "etag": etag, "checksum": etag})
        body = {"callbackParam": token["callbackParam"], "resourceUUID": resource, "files": reports}
        linked = data("POST", "/v2/store/upload_callback", body)
        assert [file["size"] for file in linked] == [photo.stat().st_size for photo in photos]

        job = data("POST", "/v2/jobs", {"name": "model"})["uuid"]
        parameters = json.dumps({"parameter": {"output_mesh": True, "generate_ply": True}})
        data("POST", f"/v2/jobs/{job}/start", {"resourceUuid": resource, "type": 15, "parameters": parameters})
        statuses = [data("GET", f"/v2/jobs/{job}")["status"] for _ in range(2)]
        assert statuses == [1, 6]

        output = data("GET", f"/v2/jobs/{job}")["outputResourceUuid"]
        uuids = data("GET", f"/v2/resources/{output}")["fileUuids"]
        assert uuids
        for uuid in uuids:
            file = data("GET", f"/v2/files/{uuid}")
            content = httpx.get(file["url"], trust_env=False).content
            assert len(content) == file["size"]
            if file["name"].endswith(".ply"):
                (tmp_path / "model.ply").write_bytes(content)
    assert (tmp_path / "model.ply").read_bytes().startswith(b"ply\n")
