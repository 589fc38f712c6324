"""Other people's uploaders with what the emulator gives out: Alibaba's `oss2`, Amazon's `boto3`, and plain HTTP."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit

import boto3
import oss2
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from contract.altizure.speaker import Speaker
from skybind_emulators import Running, Settings, start
from unit.emulators.altizure.harness import photo, sha1

SIGN = """mutation ($p: ID!) { uploadImageOSS(pid: $p, bucket: Shenzhen, filename: "", type: JPEG) {
  sts { id secret token bucket endpoint expire } } }"""
OSS = """mutation ($p: ID!, $n: String!, $c: String) {
  uploadImageOSS(pid: $p, bucket: Shenzhen, filename: $n, type: JPEG, checksum: $c) { image { id filename } } }"""
S3 = """mutation ($p: ID!, $n: String!, $c: String) {
  uploadImageS3(pid: $p, bucket: Paris, filename: $n, type: JPEG, checksum: $c) { url image { id filename } } }"""
BEGIN = "mutation ($id: ID!) { startImageUpload(id: $id) { id } }"
END = "mutation ($id: ID!) { doneImageUpload(id: $id) { id } }"

Sts = dict[str, str]


def signed(speaker: Speaker, project: str) -> Sts:
    """Credentials for a project."""
    sts: Sts = speaker.ask(SIGN, p=project)["sts"]
    return sts


def oss(sts: Sts, version: str = oss2.AUTH_VERSION_4) -> oss2.Bucket:
    """Alibaba's client."""
    keys = oss2.StsAuth(sts["id"], sts["secret"], sts["token"], auth_version=version)
    return oss2.Bucket(keys, sts["endpoint"], sts["bucket"], region="cn-shenzhen", is_path_style=True)


def s3(sts: Sts) -> Any:
    """Amazon's client; OSS understands its signatures too."""
    return boto3.client(
        "s3",
        endpoint_url=sts["endpoint"],
        region_name="cn-shenzhen",
        aws_access_key_id=sts["id"],
        aws_secret_access_key=sts["secret"],
        aws_session_token=sts["token"],
        config=Config(s3={"addressing_style": "path"}, proxies={}, retries={"max_attempts": 1}),
    )


@pytest.fixture
def fresh() -> Iterator[tuple[Running, Speaker]]:
    """Emulators of a test of its own, whose time it may move."""
    with start(Settings(services=("altizure",))) as running:
        speaker = Speaker(running)
        yield running, speaker
        speaker.close()


# ------------------------------------------------------------------------------------------------- whole uploads


def _put_object(bucket: oss2.Bucket, key: str, path: Path) -> None:
    bucket.put_object_from_file(key, str(path))


def _in_parts(bucket: oss2.Bucket, key: str, path: Path) -> None:
    oss2.resumable_upload(bucket, key, str(path), multipart_threshold=1, part_size=100 * 1024, num_threads=2)


@pytest.mark.parametrize("send", [_put_object, _in_parts])
def test_oss2_uploads_a_project_with_one_set_of_credentials(
    speaker: Speaker, tmp_path: Path, send: Callable[[oss2.Bucket, str, Path], None]
) -> None:
    """Eight images from four threads, whole or in parts, with the credentials of one call: all become Ready."""
    project = speaker.project()
    bucket = oss(signed(speaker, project))
    lock = threading.Lock()  # of the session of requests

    def upload(number: int) -> None:
        content = photo(number, size=(64 + number, 48))
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(content)
        with lock:
            image = speaker.ask(OSS, p=project, n=path.name, c=sha1(content))["image"]
            speaker.ask(BEGIN, id=image["id"])
        send(bucket, f"{project}/{image['filename']}", path)
        with lock:
            speaker.ask(END, id=image["id"])

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(upload, range(8)))
    assert speaker.states(project) == {f"{number}.jpg": "Ready" for number in range(8)}


def test_boto3_uploads_with_the_same_credentials(speaker: Speaker) -> None:
    """The keys are good for any client that can show the token."""
    project, content = speaker.project(), photo(1)
    sts = signed(speaker, project)
    image = speaker.ask(OSS, p=project, n="a.jpg", c=sha1(content))["image"]
    speaker.ask(BEGIN, id=image["id"])
    s3(sts).put_object(Bucket=sts["bucket"], Key=f"{project}/{image['filename']}", Body=content)
    speaker.ask(END, id=image["id"])
    assert speaker.states(project) == {"a.jpg": "Ready"}


def test_the_standard_library_puts_to_a_signed_address(speaker: Speaker) -> None:
    """No client of a vendor is needed for S3: one PUT, and no end to be said."""
    project, content = speaker.project(), photo(2)
    made = speaker.ask(S3, p=project, n="a.jpg", c=sha1(content))
    speaker.ask(BEGIN, id=made["image"]["id"])
    assert _put(made["url"], content) == 200
    assert speaker.states(project) == {"a.jpg": "Ready"}


def _put(url: str, content: bytes, method: str = "PUT") -> int:
    """HTTP status of a request by the standard library."""
    request = urllib.request.Request(url, data=content, method=method, headers={"Content-Type": "image/jpeg"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=20) as response:
            return int(response.status)
    except HTTPError as error:
        with error:
            return error.code


# ------------------------------------------------------------------------------------------------- what they may not

FORBIDDEN: dict[str, Callable[[oss2.Bucket, str], Any]] = {
    "another project": lambda bucket, project: bucket.put_object("0" * 24 + "/a.jpg", b"x"),
    "a longer prefix": lambda bucket, project: bucket.put_object(f"{project}x/a.jpg", b"x"),
    "no prefix": lambda bucket, project: bucket.put_object("a.jpg", b"x"),
    "reading": lambda bucket, project: bucket.get_object(f"{project}/a.jpg").read(),
    "listing": lambda bucket, project: bucket.list_objects(f"{project}/"),
    "deleting": lambda bucket, project: bucket.delete_object(f"{project}/a.jpg"),
    "parts elsewhere": lambda bucket, project: bucket.init_multipart_upload("b.jpg"),
}


@pytest.mark.parametrize("act", FORBIDDEN.values(), ids=FORBIDDEN)
def test_credentials_write_below_the_project_and_nothing_else(
    running: Running, speaker: Speaker, act: Callable[[oss2.Bucket, str], Any]
) -> None:
    """Seed 3.1: write only, on the project's prefix; the store holds what was put there, and nothing else."""
    project = speaker.project()
    bucket = oss(signed(speaker, project))
    bucket.put_object(f"{project}/a.jpg", b"x")
    before = [(one.key, one.size) for one in running.store.list(bucket.bucket_name)]
    with pytest.raises(oss2.exceptions.ServerError) as refused:
        act(bucket, project)
    assert (refused.value.status, refused.value.code) == (403, "AccessDenied")
    assert [(one.key, one.size) for one in running.store.list(bucket.bucket_name)] == before


def test_credentials_of_one_bucket_are_good_in_no_other(speaker: Speaker) -> None:
    """The second OSS bucket, the bucket of S3, and the service's own disk are out of reach, whatever the client."""
    project = speaker.project()
    sts = signed(speaker, project)
    for other in ("altizure-image-oss-uswest", "altizure-image-s3-paris", "altizure-disk"):
        with pytest.raises(oss2.exceptions.ServerError):
            oss({**sts, "bucket": other}).put_object(f"{project}/a.jpg", b"x")
        with pytest.raises(ClientError):
            s3(sts).put_object(Bucket=other, Key=f"{project}/a.jpg", Body=b"x")


@pytest.mark.parametrize("field", ["id", "secret", "token"])
def test_credentials_are_good_together_or_not_at_all(speaker: Speaker, field: str) -> None:
    """Another key, a wrong secret or a wrong token: refused."""
    project = speaker.project()
    sts = signed(speaker, project)
    wrong = {**sts, field: sts[field][:-1] + ("a" if sts[field][-1] != "a" else "b")}
    with pytest.raises(oss2.exceptions.ServerError) as refused:
        oss(wrong).put_object(f"{project}/a.jpg", b"x")
    assert refused.value.status == 403


def test_a_signed_address_is_for_one_put_of_one_object(speaker: Speaker) -> None:
    """Another method, another object, or a changed signature: refused, and the object stays what it was."""
    project, content = speaker.project(), photo(3)
    one = speaker.ask(S3, p=project, n="a.jpg", c=sha1(content))
    other = speaker.ask(S3, p=project, n="b.jpg", c=sha1(photo(4)))
    assert _put(one["url"], content) == 200
    assert _put(one["url"], b"", "GET") == _put(one["url"], b"", "DELETE") == 403
    stolen = urlsplit(one["url"])._replace(path=urlsplit(other["url"]).path).geturl()
    assert _put(stolen, content) == 403
    signature = parse_qs(urlsplit(one["url"]).query)["X-Amz-Signature"][0]
    assert _put(one["url"].replace(signature, signature[::-1]), content) == 403


# ------------------------------------------------------------------------------------------------- time


def test_credentials_end_after_an_hour(fresh: tuple[Running, Speaker]) -> None:
    """Good at 59 minutes and refused at 61, by either client; the same mutation renews them."""
    running, speaker = fresh
    project = speaker.project()
    sts = signed(speaker, project)
    running.altizure.clock.advance(59 * 60)
    oss(sts).put_object(f"{project}/a.jpg", b"x")
    running.altizure.clock.advance(2 * 60)
    with pytest.raises(oss2.exceptions.ServerError) as by_oss:
        oss(sts).put_object(f"{project}/a.jpg", b"x")
    with pytest.raises(ClientError) as by_s3:
        s3(sts).put_object(Bucket=sts["bucket"], Key=f"{project}/a.jpg", Body=b"x")
    assert (by_oss.value.status, by_oss.value.details["EC"]) == (403, "0002-00000007")
    assert by_s3.value.response["Error"]["Code"] == "ExpiredToken"
    oss(signed(speaker, project)).put_object(f"{project}/a.jpg", b"x")


def test_a_signed_address_ends_after_three_hours(fresh: tuple[Running, Speaker]) -> None:
    """It may be used again until then."""
    running, speaker = fresh
    url = speaker.ask(S3, p=speaker.project(), n="a.jpg", c=None)["url"]
    assert [_put(url, b"x"), _put(url, b"y")] == [200, 200]
    running.altizure.clock.advance(3 * 3600 - 60)
    assert _put(url, b"z") == 200
    running.altizure.clock.advance(120)
    assert _put(url, b"z") == 403
