"""What public pages and public clients show of Altizure, word by word: the upload guide, the changelog, the official
command line's read-me, the demos. The seed is an early upload guide; where it differs, both ways are taken."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import oss2
import pytest

from contract.altizure.speaker import Speaker
from skybind_emulators import Running
from unit.emulators.altizure.harness import photo, sha1

PHOTO = photo(1)
START = "mutation ($id: ID!) { startImageUpload(id: $id) { id state } }"
DONE = "mutation ($id: ID!) { doneImageUpload(id: $id) { id state } }"


# ------------------------------------------------------------------------------------------------- the seed


@pytest.mark.parametrize("field", ["GeoIPInfo", "getGeoIPInfo"])
def test_the_nearest_bucket_is_chosen_first(speaker: Speaker, field: str) -> None:
    """Seed 1: `GeoIPInfo.nearestBuckets`, which is called `getGeoIPInfo` today; both are answered the same."""
    found = speaker.ask(f"{{ {field} {{ id nearestBuckets {{ bucket cloud display }} }} }}", user=False)
    assert found["nearestBuckets"][0]["cloud"] == "OSS"
    assert {one["cloud"] for one in found["nearestBuckets"]} == {"OSS", "S3", "MINIO"}


@pytest.mark.parametrize("argument", ["sha1sum", "checksum"])
def test_uploading_to_oss_as_the_guide_orders_it(speaker: Speaker, argument: str) -> None:
    """Seed 2 and 3.1: hasImage is null, one call for credentials, one for the image, start, PUT, done, then Ready."""
    project, digest = speaker.project(), sha1(PHOTO)
    has = f"mutation ($p: ID!, $c: String!) {{ hasImage(pid: $p, {argument}: $c) {{ id name }} }}"
    assert speaker.ask(has, p=project, c=digest) is None

    sts = speaker.ask(
        'mutation ($p: ID!) { uploadImageOSS(pid: $p, bucket: Shenzhen, filename: "", type: JPEG) '
        "{ sts { id secret token bucket endpoint expire } } }",
        p=project,
    )["sts"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", sts["expire"])
    assert speaker.states(project) == {}, "credentials alone register nothing"

    image = speaker.ask(
        'mutation ($p: ID!, $c: String) { uploadImageOSS(pid: $p, bucket: Shenzhen, filename: "a.jpg", type: JPEG, '
        "checksum: $c) { image { id state name filename checksum error } } }",
        p=project,
        c=digest,
    )["image"]
    assert (image["state"], image["name"], image["checksum"]) == ("Pending", "a.jpg", digest)
    assert image["filename"] != "a.jpg"

    assert speaker.ask(START, id=image["id"])["id"] == image["id"]
    keys = oss2.StsAuth(sts["id"], sts["secret"], sts["token"], auth_version=oss2.AUTH_VERSION_4)
    bucket = oss2.Bucket(keys, sts["endpoint"], sts["bucket"], region="cn-shenzhen", is_path_style=True)
    bucket.put_object(f"{project}/{image['filename']}", PHOTO, headers={"Content-Type": "image/jpeg"})
    assert speaker.ask(DONE, id=image["id"])["id"] == image["id"]

    assert speaker.states(project) == {"a.jpg": "Ready"}
    assert speaker.ask(has, p=project, c=digest) == {"id": image["id"], "name": "a.jpg"}


@pytest.mark.parametrize("content_type", ["JPEG", "image/jpeg"])
def test_uploading_to_s3_as_the_guide_orders_it(speaker: Speaker, content_type: str) -> None:
    """Seed 3.2: a signed URL, start, PUT; no done. The guide writes `Content-type: JPEG`, clients a MIME type."""
    project = speaker.project()
    made = speaker.ask(
        'mutation ($p: ID!, $c: String) { uploadImageS3(pid: $p, bucket: Paris, filename: "a.jpg", type: JPEG, '
        "checksum: $c) { url image { id state } } }",
        p=project,
        c=sha1(PHOTO),
    )
    speaker.ask(START, id=made["image"]["id"])
    put = speaker.session.put(made["url"], data=PHOTO, headers={"Content-type": content_type}, timeout=20)
    assert put.status_code == 200
    assert speaker.states(project) == {"a.jpg": "Ready"}


def _three_ready(speaker: Speaker, running: Running) -> str:
    """A project with three images that are Ready."""
    project = speaker.project()
    for number in range(3):
        made = speaker.ask(
            'mutation ($p: ID!, $c: String) { uploadImageS3(pid: $p, bucket: Paris, filename: "a", checksum: $c) '
            "{ url image { id } } }",
            p=project,
            c=sha1(photo(number)),
        )
        speaker.ask(START, id=made["image"]["id"])
        assert speaker.session.put(made["url"], data=photo(number), timeout=20).status_code == 200
    return project


def test_starting_when_all_are_ready(speaker: Speaker, running: Running) -> None:
    """Seed 4: `startReconstructionWithError(id, options)` gives a task; `options` may be left out; then it is Done."""
    project = _three_ready(speaker, running)
    query = """query ($p: ID!) { project(id: $p) { numImage taskState error errorCode
      downloads { edges { node { state name size mtime link } } } } }"""
    assert speaker.ask(query, p=project)["numImage"] == 3
    start = "mutation ($p: ID!) { startReconstructionWithError(id: $p) { error { code message } task { id state } } }"
    started = speaker.ask(start, p=project)
    assert (started["error"], bool(started["task"]["id"])) == (None, True)
    found = speaker.ask(query, p=project)
    assert (found["taskState"], found["errorCode"]) == ("Done", None)
    assert all(edge["node"]["link"] for edge in found["downloads"]["edges"])


def test_starting_without_waiting(speaker: Speaker, running: Running) -> None:
    """Seed 4 and 1.2.0: `preStartReconstruction` after the last upload; it starts with the valid images."""
    project = _three_ready(speaker, running)
    start = "mutation ($p: ID!) { preStartReconstruction(id: $p, options: { taskType: Native }) { __typename } }"
    assert speaker.ask(start, p=project) is not None
    assert speaker.ask("query ($p: ID!) { project(id: $p) { taskState } }", p=project) == {"taskState": "Done"}


# ------------------------------------------------------------------------------------------------- numbers and words

ANSWERS: list[tuple[str, str, Any]] = [
    ("guide: 100 images", "{ utility { sizeToGigaPixel(width: 4000, height: 3000, numImg: 100) } }", 1.2),
    ("1.9.8: the smallest", "{ utility { sizeToGigaPixel(width: 1, height: 1, numImg: 1000) } }", 2.0736),
    ("alti-cli: 3 coins", "{ bank { coinsToMoney(coins: 3, currency: USD) } }", 35.40),
    ("alti-cli: 12 USD", "{ bank { moneyToCoins(money: 12, currency: USD) } }", 1.02),
    ("1.8.3", "{ versions { api } }", "2.7.4"),
    ("alti-cli", "{ support { systemMode } }", "Normal"),
    ("2.5.1", "{ support { supportedCloud(kind: model) } }", ["S3", "MINIO"]),
    (
        "2.3.2",
        '{ __type(name: "BucketS3") { enumValues { name } } }',
        [{"name": n} for n in ("Paris", "Stockholm", "HongKong")],
    ),
    ("1.9.4", 'mutation { getUserToken(email: "a@b.c", password: "wrong", fresh: false) }', None),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS])
def test_published_numbers_and_words(speaker: Speaker, document: str, expected: Any) -> None:
    """What a page or a read-me prints is what comes out, with the app's key alone."""
    found = speaker.ask(document, user=False)
    while isinstance(found, dict):
        [found] = found.values()
    assert (pytest.approx(expected, abs=0.005) if isinstance(expected, float) else expected) == found


def test_phones_sign_in_by_a_code(speaker: Speaker, running: Running) -> None:
    """1.9.4: `requestLoginCode` says `Success`, and the code that came by SMS gives a token of 124 characters."""
    phone = running.altizure.user.phone
    asked = "mutation ($p: String!) { requestLoginCode(phone: $p) { result error { code message } } }"
    assert speaker.ask(asked, user=False, p=phone) == {"result": "Success", "error": None}
    code = running.altizure.accounts.messages[-1][1]
    token = "mutation ($p: String!, $c: String!) { getUserTokenByLoginCode(phone: $p, code: $c, fresh: false) }"
    assert re.fullmatch(r"\w{124}", speaker.ask(token, user=False, p=phone, c=code))


def test_authentication_error_is_said_in_these_words(speaker: Speaker) -> None:
    """1.6.2: mutations without a user; 1.4.0: a query without a user is no HTTP 500."""
    response = speaker.answer('mutation { createProject(name: "a") { id } }', user=False)
    assert response.status_code == 200
    assert response.json()["errors"][0]["message"] == "Authentication Error"
    assert speaker.ask("{ my { self { email } } }", user=False) in (None, {"self": None})


# ------------------------------------------------------------------------------------------------- requests and pages


def test_requests_as_the_sdk_posts_them(speaker: Speaker) -> None:
    """A form whose text is not URL-encoded, with `#sdk` at its end."""
    headers = {**speaker.headers, "content-type": "application/x-www-form-urlencoded"}
    body = "query={ versions { api } } #sdk"
    response = speaker.session.post(speaker.facts["endpoint"], data=body, headers=headers, timeout=20)
    assert response.json() == {"data": {"versions": {"api": "2.7.4"}}}


def test_pages_as_the_official_client_walks_them(speaker: Speaker) -> None:
    """`before` and `after` are always sent, empty at first; ten a page; cursors are base64 of field and id."""
    project = speaker.project()
    register = """mutation ($p: ID!, $n: String!) {
      uploadImageOSS(pid: $p, bucket: Shenzhen, filename: $n) { image { id } } }"""
    for number in range(12):
        speaker.ask(register, p=project, n=f"{number}.jpg")
    query = """query ($p: ID!, $first: Int, $last: Int, $before: String, $after: String) { project(id: $p) {
      allImages(first: $first, last: $last, before: $before, after: $after) { totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { name } } } } }"""
    names, after, pages = [], "", 0
    while True:
        found = speaker.ask(query, p=project, first=10, last=None, before="", after=after)["allImages"]
        names += [edge["node"]["name"] for edge in found["edges"]]
        pages, after = pages + 1, found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert (pages, found["totalCount"]) == (2, 12)
    assert names == [f"{number}.jpg" for number in range(12)]
    assert set(json.loads(base64.b64decode(after))) == {"field", "id"}
    empty = speaker.ask(query, p=speaker.project(), first=10)["allImages"]
    assert (empty["pageInfo"]["startCursor"], empty["pageInfo"]["endCursor"]) == ("", "")
    negative = speaker.answer(query, p=project, first=-1)
    assert negative.json()["errors"][0]["message"] == "first(-1) could not be negative"


def test_a_part_of_an_id_finds_the_project(speaker: Speaker) -> None:
    """alti-cli turns a partial id into a whole one before everything else."""
    project = speaker.project()
    query = "query ($i: String!) { search { projectID(id: $i, myProject: true, limit: 1) { id name } } }"
    assert speaker.ask(query, i=project[:-1])["projectID"] == [{"id": project, "name": "survey"}]


def test_an_image_nobody_touches_is_given_up(running: Running, speaker: Speaker) -> None:
    """1.6.0: Invalid after 65 minutes without change; a wrong checksum, 1.8.4: Invalid too."""
    project = speaker.project()
    register = """mutation ($p: ID!, $c: String) {
      uploadImageS3(pid: $p, bucket: Paris, filename: "a.jpg", checksum: $c) { url image { id } } }"""
    made = speaker.ask(register, p=project, c=sha1(b"something else"))
    speaker.ask(START, id=made["image"]["id"])
    speaker.session.put(made["url"], data=PHOTO, timeout=20)
    late = speaker.ask(register, p=project, c=sha1(PHOTO))["image"]["id"]
    running.altizure.clock.advance(66 * 60)
    query = "query ($p: ID!, $i: ID!) { project(id: $p) { image(id: $i) { state error } } }"
    for identity in (made["image"]["id"], late):
        assert speaker.ask(query, p=project, i=identity)["image"]["state"] == "Invalid"


def test_selecting_the_url_alone_registers(speaker: Speaker) -> None:
    """1.9.3."""
    project = speaker.project()
    speaker.ask('mutation ($p: ID!) { uploadImageS3(pid: $p, bucket: Paris, filename: "a.jpg") { url } }', p=project)
    assert speaker.states(project) == {"a.jpg": "Pending"}
