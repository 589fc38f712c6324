from collections.abc import Callable
from typing import Any

import pytest

from skybind_emulators.settings import TerraRules
from unit.emulators.harness import Terra

MakeTerra = Callable[..., Terra]
CALLBACK = "/v2/store/upload_callback"


def token(terra: Terra) -> Any:
    return terra.data("POST", "/v2/store/obtain_token")


def put(terra: Terra, given: Any, name: str, content: bytes = b"bytes") -> dict[str, Any]:
    stored = terra.store.put(terra.bucket, given["storePath"].replace("{fileName}", name), content)
    return {"name": name, "etag": stored.etag, "checksum": "my-own-" + name}


def report(given: Any, resource: str, *files: dict[str, Any]) -> dict[str, Any]:
    return {"callbackParam": given["callbackParam"], "resourceUUID": resource, "files": list(files)}


def test_credentials_in_mainland_china_are_for_oss(terra: Terra) -> None:
    """Kind, region, bucket, key template and lifetime are those of public clients."""
    given = token(terra)
    assert (given["cloudName"], given["region"]) == ("ali_oss", "oss-cn-hangzhou")
    assert given["cloudBucketName"] == "hz-terra-be-prod"
    assert given["expireTime"] == terra.wall.at + 600
    first, tmp, second, name = given["storePath"].split("/")
    assert (len(first), tmp, len(second), name) == (36, "tmp", 36, "{fileName}")


def test_credentials_elsewhere_are_for_s3(make: MakeTerra) -> None:
    """The other region stores at AWS."""
    given = token(make(region="us"))
    assert (given["cloudName"], given["region"]) == ("AWS_S3", "us-west-2")


def test_each_token_has_a_place_of_its_own(terra: Terra) -> None:
    """Asking again gives another prefix, callback parameter and key."""
    first, second = token(terra), token(terra)
    for name in ("storePath", "callbackParam", "accessKeyID", "secretAccessKey", "sessionToken"):
        assert first[name] != second[name]


def test_the_body_of_obtain_token_is_ignored(terra: Terra) -> None:
    """Whatever is sent along, credentials come."""
    assert terra.send("POST", "/v2/store/obtain_token", content=b"{nonsense").status_code == 200


def test_the_same_seed_gives_the_same_account(make: MakeTerra) -> None:
    """Keys, ids and prefixes repeat under a seed and differ under another."""
    one, same, other = make(seed=5), make(seed=5), make(seed=6)
    assert one.emulator.app_key == same.emulator.app_key != other.emulator.app_key
    assert one.emulator.secret_key == same.emulator.secret_key
    assert token(one)["storePath"] == token(same)["storePath"] != token(other)["storePath"]
    assert one.resource() == same.resource() != other.resource()


def test_uploaded_files_are_linked_and_described(terra: Terra) -> None:
    """The answer names each file with uuid, size, checksum as reported, free text and position."""
    given, resource = token(terra), terra.resource()
    position = {"attitude": 120.5, "latitude": 22.5, "longitude": 113.9}
    first = {**put(terra, given, "a/DJI_1.JPG", b"12345"), "meta": "left", "position": position}
    second = put(terra, given, "DJI_2.JPG", b"123")
    linked = terra.data("POST", CALLBACK, report(given, resource, first, second))
    assert [(file["name"], file["size"], file["checksum"]) for file in linked] == [
        ("a/DJI_1.JPG", 5, "my-own-a/DJI_1.JPG"),
        ("DJI_2.JPG", 3, "my-own-DJI_2.JPG"),
    ]
    assert (linked[0]["meta"], linked[0]["position"]) == ("left", position)
    assert (linked[1]["meta"], "position" in linked[1]) == ("", False)
    detail = terra.data("GET", f"/v2/resources/{resource}")
    assert detail["fileUuids"] == [file["uuid"] for file in linked]
    assert (detail["summary"]["fileCount"], detail["summary"]["totalSize"]) == (2, 8)


@pytest.mark.parametrize("shape", ['"{}"', "{}"])
@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_an_etag_may_have_quotes_and_capitals(terra: Terra, shape: str, change: Callable[[str], str]) -> None:
    """Both stores' habits are accepted."""
    given, resource = token(terra), terra.resource()
    file = put(terra, given, "x.jpg")
    file["etag"] = shape.format(change(file["etag"]))
    assert len(terra.data("POST", CALLBACK, report(given, resource, file))) == 1


def test_the_resource_s_key_may_be_spelled_as_elsewhere(terra: Terra) -> None:
    """`resourceUuid` does for `resourceUUID`."""
    given, resource = token(terra), terra.resource()
    body = report(given, resource, put(terra, given, "x.jpg"))
    body["resourceUuid"] = body.pop("resourceUUID")
    assert terra.data("POST", CALLBACK, body)[0]["name"] == "x.jpg"


def nothing_linked(terra: Terra, resource: str) -> bool:
    return terra.data("GET", f"/v2/resources/{resource}")["fileUuids"] == [] and terra.emulator.files == []


def test_a_file_that_is_not_in_storage_is_refused_and_nothing_linked(terra: Terra) -> None:
    """One missing file spoils the whole report."""
    given, resource = token(terra), terra.resource()
    there = put(terra, given, "there.jpg")
    body = report(given, resource, there, {**there, "name": "missing.jpg"})
    assert terra.refused("POST", CALLBACK, body) == (400, 102001, "files: missing.jpg is not in storage")
    assert nothing_linked(terra, resource)


def test_another_etag_is_refused_and_nothing_linked(terra: Terra) -> None:
    """What lies in storage must be what was reported."""
    given, resource = token(terra), terra.resource()
    body = report(given, resource, {**put(terra, given, "a.jpg"), "etag": "0" * 32})
    assert terra.refused("POST", CALLBACK, body) == (400, 102001, "files: a.jpg is in storage with another etag")
    assert nothing_linked(terra, resource)


def test_files_of_another_token_are_refused(terra: Terra) -> None:
    """A callback goes with the token that the files were uploaded with."""
    mine, other, resource = token(terra), token(terra), terra.resource()
    assert terra.refused("POST", CALLBACK, report(other, resource, put(terra, mine, "a.jpg")))[:2] == (400, 102001)


def test_an_unknown_callback_parameter_is_refused(terra: Terra) -> None:
    """Only callback parameters that were given out count."""
    given, resource = token(terra), terra.resource()
    body = {**report(given, resource, put(terra, given, "a.jpg")), "callbackParam": "invented"}
    assert terra.refused("POST", CALLBACK, body) == (400, 102001, "callbackParam: not known")


def test_an_expired_callback_parameter_is_refused(terra: Terra) -> None:
    """After ten minutes a callback comes too late; a moment before, it does not."""
    given, resource = token(terra), terra.resource()
    body = report(given, resource, put(terra, given, "a.jpg"))
    terra.clock.advance(600)
    assert terra.refused("POST", CALLBACK, body) == (400, 102001, "callbackParam: expired; ask for another token")
    assert nothing_linked(terra, resource)


def test_a_callback_in_time_is_taken(terra: Terra) -> None:
    """A callback may come until the token expires."""
    given, resource = token(terra), terra.resource()
    body = report(given, resource, put(terra, given, "a.jpg"))
    terra.clock.advance(599)
    terra.data("POST", CALLBACK, body)
    assert terra.data("GET", f"/v2/resources/{resource}")["summary"]["uploadUsedTime"] == 599


def test_a_fault_lets_tokens_expire_at_once(terra: Terra) -> None:
    """expire-token gives out credentials that are of no use any more."""
    terra.faults.add("terra.obtainToken", "expire-token", count=1)
    given, resource = token(terra), terra.resource()
    assert given["expireTime"] == terra.wall.at
    assert terra.refused("POST", CALLBACK, report(given, resource, put(terra, given, "a.jpg")))[:2] == (400, 102001)


def test_an_unknown_resource_is_refused(terra: Terra) -> None:
    """The resource must exist at callback time."""
    given = token(terra)
    status = terra.refused("POST", CALLBACK, report(given, "nowhere", put(terra, given, "a.jpg")))
    assert status == (404, 102002, "resource not found: nowhere")


def test_a_resource_that_a_job_took_is_locked(terra: Terra) -> None:
    """After the start no file can be added."""
    resource = terra.flight()
    terra.started(resource)
    given = token(terra)
    assert terra.refused("POST", CALLBACK, report(given, resource, put(terra, given, "a.jpg")))[:2] == (403, 102003)


def test_a_repeated_report_gives_the_same_file(terra: Terra) -> None:
    """The same name and etag for the same resource is the same file; another content is another file."""
    given, resource = token(terra), terra.resource()
    body = report(given, resource, put(terra, given, "a.jpg", b"one"))
    first = terra.data("POST", CALLBACK, body)
    assert terra.data("POST", CALLBACK, body)[0]["uuid"] == first[0]["uuid"]
    other = terra.data("POST", CALLBACK, report(given, resource, put(terra, given, "a.jpg", b"two")))
    assert other[0]["uuid"] != first[0]["uuid"]
    assert len(terra.emulator.files) == 2


def test_a_repeated_report_can_make_duplicates(make: MakeTerra) -> None:
    """The other behaviour can be chosen: nobody knows which one the service has."""
    terra = make(terra=TerraRules(repeat_callback="duplicate"))
    given, resource = token(terra), terra.resource()
    body = report(given, resource, put(terra, given, "a.jpg"))
    assert terra.data("POST", CALLBACK, body)[0]["uuid"] != terra.data("POST", CALLBACK, body)[0]["uuid"]
    assert len(terra.emulator.files) == 2
