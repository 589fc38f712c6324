"""Images, from their registration until they are Ready or Invalid."""

import httpx
import pytest

from skybind_emulators.altizure.buckets import DISK
from unit.emulators.altizure.harness import (
    DONE,
    REGISTER_OSS,
    REGISTER_S3,
    START,
    Altizure,
    MakeAltizure,
    photo,
    sha1,
)

HAS = "mutation($pid: ID!, $sum: String) { hasImage(pid: $pid, checksum: $sum) { id state name } }"
OSS_BUCKET, S3_BUCKET = "altizure-image-oss-shenzhen", "altizure-image-s3-paris"


def has(altizure: Altizure, pid: str, content: bytes) -> str | None:
    """The id of the image that `hasImage` knows."""
    found = altizure.data(HAS, pid=pid, sum=sha1(content))["hasImage"]
    return None if found is None else found["id"]


def test_an_image_by_oss_becomes_ready(altizure: Altizure) -> None:
    """Register, start, put, done: the file is checked, measured, kept, and gone from the upload bucket."""
    pid, content = altizure.project(), photo(size=(200, 100))
    image = altizure.register(pid, content, "DJI 1.JPG", type="JPEG")
    assert (image["state"], image["name"], image["checksum"]) == ("Pending", "DJI 1.JPG", sha1(content))
    assert image["filename"] != "DJI 1.JPG"
    assert image["filename"].endswith(".jpg")
    assert altizure.data(START, id=image["id"])["startImageUpload"] == {"id": image["id"], "state": "Pending"}
    altizure.put(pid, image["filename"], content)
    assert altizure.data(DONE, id=image["id"])["doneImageUpload"] == {"id": image["id"], "state": "Uploaded"}
    found = altizure.image(pid, image["id"])
    assert (found["state"], found["error"], found["grounded"]) == ("Ready", [], True)
    assert altizure.store.head(OSS_BUCKET, f"{pid}/{image['filename']}") is None
    [record] = altizure.emulator.images
    assert (record.width, record.height, record.size, record.sha1) == (200, 100, len(content), sha1(content))


def test_an_image_by_s3_is_noticed_without_done(altizure: Altizure) -> None:
    """Once it lies in the bucket, it is worked on."""
    pid, content = altizure.project(), photo()
    found = altizure.data(REGISTER_S3, pid=pid, name="a.jpg", type="JPEG", sum=sha1(content))["uploadImageS3"]
    image = found["image"]
    altizure.data(START, id=image["id"])
    assert altizure.image(pid, image["id"])["state"] == "Pending"
    altizure.put(pid, image["filename"], content, S3_BUCKET)
    assert altizure.image(pid, image["id"])["state"] == "Ready"


def test_an_image_by_oss_waits_for_done(altizure: Altizure) -> None:
    """What lies in an OSS bucket is not noticed by itself; without `doneImageUpload` the image becomes Invalid."""
    pid, content = altizure.project(), photo()
    image = altizure.register(pid, content)
    altizure.data(START, id=image["id"])
    altizure.put(pid, image["filename"], content)
    assert altizure.image(pid, image["id"])["state"] == "Pending"
    altizure.clock.advance(3901)
    assert altizure.image(pid, image["id"])["error"][0] == "Timeout Error"


def test_s3_registers_when_the_url_alone_is_selected(altizure: Altizure) -> None:
    """Since 1.9.3; url and image together register one image."""
    pid = altizure.project()
    query = 'mutation($pid: ID!) { uploadImageS3(pid: $pid, bucket: Paris, filename: "a") { url again: url } }'
    urls = altizure.data(query, pid=pid)["uploadImageS3"]
    [image] = altizure.emulator.images
    assert image.filename in urls["url"]
    assert image.filename in urls["again"]


def test_oss_registers_only_when_the_image_is_selected(altizure: Altizure) -> None:
    """A call for credentials alone leaves no image with a dummy name."""
    pid = altizure.project()
    query = 'mutation($pid: ID!) { uploadImageOSS(pid: $pid, bucket: Shenzhen, filename: "") { sts { id } } }'
    assert altizure.data(query, pid=pid)["uploadImageOSS"]["sts"]["id"]
    assert altizure.emulator.images == []


def test_credentials_are_signed_only_when_selected(altizure: Altizure) -> None:
    """One STS for the first call, none for the call that wants an image."""
    pid = altizure.project()
    before = len(altizure.store.access._grants)
    altizure.register(pid, photo())
    assert len(altizure.store.access._grants) == before


def test_minio_keeps_the_clients_name(altizure: Altizure) -> None:
    """Since 2.7.0; a second file of the name gets another one."""
    pid = altizure.project()
    query = """mutation($pid: ID!, $sum: String) {
      uploadImageMinio(pid: $pid, bucket: Minio, filename: "a b.jpg", checksum: $sum) { image { filename } } }"""
    names = [
        altizure.data(query, pid=pid, sum=sha1(photo(number)))["uploadImageMinio"]["image"]["filename"]
        for number in range(2)
    ]
    assert names[0] == "a b.jpg"
    assert names[1] != "a b.jpg"


@pytest.mark.parametrize("argument", ["checksum", "sha1sum"])
def test_has_image_takes_both_names(altizure: Altizure, argument: str) -> None:
    """The early guide called the argument `sha1sum`; letters may be upper case."""
    pid = altizure.project()
    identity = altizure.upload(pid, photo())
    query = "mutation($pid: ID!, $sum: String) { hasImage(pid: $pid, " + argument + ": $sum) { id } }"
    assert altizure.data(query, pid=pid, sum=sha1(photo()).upper())["hasImage"] == {"id": identity}
    assert altizure.data(query, pid=altizure.project(), sum=sha1(photo()))["hasImage"] is None


def test_has_image_needs_a_checksum(altizure: Altizure) -> None:
    """Neither argument: an error."""
    assert "checksum" in altizure.message(HAS, pid=altizure.project())


@pytest.mark.parametrize(
    ("rule", "known"),
    [("arrived", [False, True, True, False]), ("ready", [False, False, True, False]), ("any", [True] * 4)],
)
def test_which_images_has_image_knows_is_a_rule(make_altizure: MakeAltizure, rule: str, known: list[bool]) -> None:
    """Registered, arrived, Ready and Invalid ones."""
    altizure = make_altizure(has_image=rule, speed="polls:2")
    pid = altizure.project()
    altizure.register(pid, photo(0))
    altizure.upload(pid, photo(1))
    ready = altizure.upload(pid, photo(2))
    bad = altizure.upload(pid, b"no photo")
    for _ in range(2):
        altizure.image(pid, ready)
        altizure.image(pid, bad)
    contents = (photo(0), photo(1), photo(2), b"no photo")
    assert [has(altizure, pid, content) is not None for content in contents] == known


@pytest.mark.parametrize(
    ("content", "told", "reason"),
    [
        (photo(), sha1(b"other"), "Checksum Error"),
        (b"no photo", None, "Extract Info Error"),
        (photo(size=(900, 900))[:-900], None, "Resize Error"),
        (b"", None, "Size Error"),
        (None, None, "Download Error"),
    ],
)
def test_a_bad_file_becomes_invalid_with_its_reason(
    altizure: Altizure, content: bytes | None, told: str | None, reason: str
) -> None:
    """Another checksum, no picture, half a picture, nothing in it, nothing there."""
    pid = altizure.project()
    image = altizure.data(REGISTER_OSS, pid=pid, name="a.jpg", sum=told)["uploadImageOSS"]["image"]
    altizure.data(START, id=image["id"])
    if content is not None:
        altizure.put(pid, image["filename"], content)
    altizure.data(DONE, id=image["id"])
    found = altizure.image(pid, image["id"])
    assert (found["state"], found["error"][0]) == ("Invalid", reason)
    assert (found["url"], found["grounded"]) == (None, False)
    assert altizure.store.list(OSS_BUCKET) == altizure.store.list(DISK) == []


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_other_formats_are_taken(altizure: Altizure, form: str) -> None:
    """PNG and TIFF, with an extension that fits the type."""
    pid, content = altizure.project(), photo(form=form)
    image = altizure.register(pid, content, "a", type=form)
    assert image["filename"].endswith({"PNG": ".png", "TIFF": ".tif"}[form])
    altizure.data(START, id=image["id"])
    altizure.put(pid, image["filename"], content)
    altizure.data(DONE, id=image["id"])
    assert altizure.image(pid, image["id"])["state"] == "Ready"


def test_a_limit_on_the_size_can_be_set(make_altizure: MakeAltizure) -> None:
    """The real one is not public."""
    altizure = make_altizure(image_bytes_max=len(photo()))
    pid = altizure.project()
    good, bad = altizure.upload(pid, photo()), altizure.upload(pid, photo() + b"x")
    assert altizure.image(pid, good)["state"] == "Ready"
    assert altizure.image(pid, bad)["error"][0] == "Size Error"


def test_an_invalid_image_may_be_uploaded_again(altizure: Altizure) -> None:
    """The same checksum gives the same image, from the beginning (2.1.4)."""
    pid, content = altizure.project(), photo()
    image = altizure.register(pid, content)
    altizure.data(START, id=image["id"])
    altizure.put(pid, image["filename"], b"damaged")
    altizure.data(DONE, id=image["id"])
    assert altizure.image(pid, image["id"])["state"] == "Invalid"
    assert has(altizure, pid, content) is None
    again = altizure.register(pid, content)
    assert (again["id"], again["state"], again["error"]) == (image["id"], "Pending", [])
    altizure.data(START, id=again["id"])
    altizure.put(pid, again["filename"], content)
    altizure.data(DONE, id=again["id"])
    assert altizure.image(pid, again["id"])["state"] == "Ready"


def test_registering_again_makes_no_second_image(altizure: Altizure) -> None:
    """A lost answer may be asked for again; a Ready image stays as it is."""
    pid, content = altizure.project(), photo()
    first, second = altizure.register(pid, content), altizure.register(pid, content)
    assert first["id"] == second["id"]
    altizure.data(START, id=first["id"])
    altizure.put(pid, first["filename"], content)
    altizure.data(DONE, id=first["id"])
    altizure.image(pid, first["id"])
    assert altizure.register(pid, content)["state"] == "Ready"


def test_images_without_checksum_are_different_images(altizure: Altizure) -> None:
    """Nothing tells that they are the same."""
    pid = altizure.project()
    assert altizure.register(pid)["id"] != altizure.register(pid)["id"]


def test_an_image_is_invalid_after_65_minutes_without_change(altizure: Altizure) -> None:
    """Counted from the last change, which a start is; at 65 minutes exactly it still lives."""
    pid = altizure.project()
    image = altizure.register(pid, photo())
    altizure.clock.advance(3000)
    altizure.data(START, id=image["id"])
    altizure.clock.advance(3900)
    assert altizure.image(pid, image["id"])["state"] == "Pending"
    altizure.clock.advance(1)
    found = altizure.image(pid, image["id"])
    assert (found["state"], found["error"][0]) == ("Invalid", "Timeout Error")


def test_a_file_that_came_in_time_counts_when_it_is_noticed_late(altizure: Altizure) -> None:
    """Nobody asked for hours; the upload was in time all the same."""
    pid, content = altizure.project(), photo()
    image = altizure.data(REGISTER_S3, pid=pid, name="a", sum=sha1(content))["uploadImageS3"]["image"]
    altizure.data(START, id=image["id"])
    altizure.clock.advance(3000)
    altizure.put(pid, image["filename"], content, S3_BUCKET)
    altizure.clock.advance(9000)
    assert altizure.image(pid, image["id"])["state"] == "Ready"


def test_a_put_within_three_hours_may_still_be_too_late(altizure: Altizure) -> None:
    """The link lives longer than the image: a file that comes after 65 minutes is not taken."""
    pid, content = altizure.project(), photo()
    image = altizure.data(REGISTER_S3, pid=pid, name="a", sum=sha1(content))["uploadImageS3"]["image"]
    altizure.data(START, id=image["id"])
    altizure.clock.advance(3901)
    altizure.put(pid, image["filename"], content, S3_BUCKET)
    assert altizure.image(pid, image["id"])["error"][0] == "Timeout Error"
    assert altizure.store.list(S3_BUCKET) == []


def test_done_before_start_is_null(altizure: Altizure) -> None:
    """And what lies in S3 is not noticed either, until the start."""
    pid, content = altizure.project(), photo()
    image = altizure.register(pid, content)
    altizure.put(pid, image["filename"], content)
    assert altizure.data(DONE, id=image["id"]) == {"doneImageUpload": None}
    other = altizure.data(REGISTER_S3, pid=pid, name="a", sum=sha1(photo(1)))["uploadImageS3"]["image"]
    altizure.put(pid, other["filename"], photo(1), S3_BUCKET)
    assert altizure.image(pid, other["id"])["state"] == "Pending"
    altizure.data(START, id=other["id"])
    assert altizure.image(pid, other["id"])["state"] == "Ready"


def test_a_rule_makes_the_start_unnecessary(make_altizure: MakeAltizure) -> None:
    """Calls in the wrong order: what happens is not public."""
    altizure = make_altizure(start_needed=False)
    pid = altizure.project()
    image = altizure.register(pid, photo())
    altizure.put(pid, image["filename"], photo())
    assert altizure.data(DONE, id=image["id"])["doneImageUpload"]["state"] == "Uploaded"


def test_start_and_done_may_be_repeated(altizure: Altizure) -> None:
    """On a Ready image they change nothing."""
    pid = altizure.project()
    identity = altizure.upload(pid, photo())
    altizure.image(pid, identity)
    for call in (START, DONE):
        assert [one["state"] for one in altizure.data(call, id=identity).values()] == ["Ready"]


def test_the_state_after_start_can_be_another(make_altizure: MakeAltizure) -> None:
    """Its name is not public; one that the schema does not list gets through."""
    altizure = make_altizure(started_state="Uploading")
    image = altizure.register(altizure.project(), photo())
    assert altizure.data(START, id=image["id"])["startImageUpload"]["state"] == "Uploading"


def test_states_pass_by_polls(make_altizure: MakeAltizure) -> None:
    """Uploaded, Verifying, Copying, and Ready at the Nth look; one request counts once."""
    altizure = make_altizure(speed="polls:4")
    pid = altizure.project()
    identity = altizure.upload(pid, photo())
    assert [altizure.image(pid, identity)["state"] for _ in range(4)] == ["Uploaded", "Verifying", "Copying", "Ready"]
    other = altizure.upload(pid, photo(1))
    twice = "query($p: ID!, $i: ID!) { a: project(id: $p) { image(id: $i) { state } allImages { totalCount } } }"
    states = [altizure.data(twice, p=pid, i=other)["a"]["image"]["state"] for _ in range(4)]
    assert states[-1] == "Ready"
    assert "Ready" not in states[:-1]


def test_states_pass_by_time(make_altizure: MakeAltizure) -> None:
    """With the simulated clock, whatever is asked."""
    altizure = make_altizure(speed="time:1")
    pid = altizure.project()
    identity = altizure.upload(pid, photo())
    states = []
    for _ in range(4):
        states += [altizure.image(pid, identity)["state"] for _ in range(2)]
        altizure.clock.advance(1.4)
    assert states == ["Uploaded"] * 2 + ["Verifying"] * 2 + ["Copying"] * 2 + ["Ready"] * 2


def test_images_of_others_are_out_of_reach(altizure: Altizure) -> None:
    """Nulls for another user, in mutations and in the project."""
    pid = altizure.project()
    identity = altizure.upload(pid, photo())
    other = altizure.as_user()
    assert altizure.data(START, headers=other, id=identity) == {"startImageUpload": None}
    assert altizure.data(HAS, headers=other, pid=pid, sum=sha1(photo())) == {"hasImage": None}
    given = {"pid": pid, "name": "a", "sum": None}
    assert altizure.data(REGISTER_OSS, headers=other, **given) == {"uploadImageOSS": None}
    query = "query($p: ID!) { project(id: $p) { allImages { totalCount } } }"
    assert altizure.data(query, headers=other, p=pid)["project"]["allImages"]["totalCount"] == 0


@pytest.mark.parametrize("identity", ["", "x", "5e000001c1537f3b12000001"])
def test_unknown_ids_are_null(altizure: Altizure, identity: str) -> None:
    """No error for a project or an image that does not exist."""
    assert altizure.data(START, id=identity) == {"startImageUpload": None}
    assert altizure.data(HAS, pid=identity, sum="a") == {"hasImage": None}


def test_all_images_come_in_pages(altizure: Altizure) -> None:
    """In the order of registration; everything without `first`."""
    pid = altizure.flight(5)
    query = """query($p: ID!, $n: Int, $a: String) { project(id: $p) { numImage
      allImages(first: $n, after: $a, filter: All) {
        totalCount edges { node { name state } } pageInfo { hasNextPage endCursor } } } }"""
    names, after = [], ""
    while True:
        found = altizure.data(query, p=pid, n=2, a=after)["project"]["allImages"]
        names += [edge["node"]["name"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert names == [f"DJI_{number:04}.JPG" for number in range(5)]
    whole = altizure.data(query, p=pid)["project"]
    assert (whole["numImage"], whole["allImages"]["totalCount"], len(whole["allImages"]["edges"])) == (5, 5, 5)


def test_an_image_is_found_by_its_stored_name(altizure: Altizure) -> None:
    """Since 2.7.1; another name gives null."""
    pid = altizure.project()
    image = altizure.register(pid, photo())
    query = "query($p: ID!, $f: String) { project(id: $p) { imageByFilename(filename: $f) { id } } }"
    assert altizure.data(query, p=pid, f=image["filename"])["project"]["imageByFilename"]["id"] == image["id"]
    assert altizure.data(query, p=pid, f="a.jpg")["project"]["imageByFilename"] is None


def test_links_to_originals_are_signed(altizure: Altizure) -> None:
    """Only for Ready images, and with a life of their own."""
    pid = altizure.project()
    link = httpx.URL(altizure.image(pid, altizure.upload(pid, photo()))["url"])
    assert (link.host, link.params["X-Amz-Expires"]) == ("127.0.0.1", "86400")
