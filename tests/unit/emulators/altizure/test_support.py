"""What the service says about itself: mode, clouds, buckets, errors, computations."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from skybind_emulators.altizure.fetching import CannotFetch, fetch
from skybind_emulators.settings import AltizureRules
from unit.emulators.altizure.harness import BASE, REGISTER_OSS, Altizure, MakeAltizure, photo, sha1

NEAREST = """{ FIELD { countryName nearestBuckets { bucket cloud display }
  nearestModelBuckets { bucket cloud } nearestMetaBuckets { bucket cloud } } }"""


class Files(BaseHTTPRequestHandler):
    """Serves one photo, to those who show the right token where one is needed."""

    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/photo.jpg")
        elif self.path == "/guarded.jpg" and self.headers.get("Authorization") != "Bearer right":
            self.send_response(403)
        elif self.path.partition("?")[0] in ("/photo.jpg", "/guarded.jpg"):
            self.send_response(200)
            self.send_header("Content-Length", str(len(photo())))
            self.end_headers()
            self.wfile.write(photo())
            return
        else:
            self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def files() -> Iterator[str]:
    """A server on loopback with one photo."""
    with HTTPServer(("127.0.0.1", 0), Files) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("field", ["getGeoIPInfo", "GeoIPInfo"])
@pytest.mark.parametrize(("region", "country", "first"), [("cn", "China", "OSS"), ("us", "United States", "S3")])
def test_buckets_come_nearest_first(
    make_altizure: MakeAltizure, field: str, region: str, country: str, first: str
) -> None:
    """Of all clouds, the one of the caller's region first; under both names of the field."""
    found = make_altizure(region=region).data(NEAREST.replace("FIELD", field))[field]
    assert found["countryName"] == country
    assert found["nearestBuckets"][0]["cloud"] == first
    assert {bucket["cloud"] for bucket in found["nearestBuckets"]} == {"OSS", "S3", "MINIO"}
    for name in ("nearestModelBuckets", "nearestMetaBuckets"):
        assert {bucket["cloud"] for bucket in found[name]} == {"S3", "MINIO"}
    assert "Beijing" in [bucket["bucket"] for bucket in found["nearestModelBuckets"]]


def test_every_bucket_that_is_named_can_be_used(altizure: Altizure) -> None:
    """Each literal is taken by the mutation of its cloud."""
    pid = altizure.project()
    mutations = {"OSS": "uploadImageOSS", "S3": "uploadImageS3", "MINIO": "uploadImageMinio"}
    for bucket in altizure.data(NEAREST.replace("FIELD", "getGeoIPInfo"))["getGeoIPInfo"]["nearestBuckets"]:
        name = mutations[bucket["cloud"]]
        call = f'{name}(pid: $p, bucket: {bucket["bucket"]}, filename: "a")'
        query = "mutation($p: ID!) { " + call + " { image { id } } }"
        assert altizure.data(query, p=pid)[name]["image"]["id"]


def test_clouds_can_be_left_out(make_altizure: MakeAltizure) -> None:
    """A server without OSS names no bucket there, and its mutation is null."""
    altizure = make_altizure(clouds=("S3",))
    query = "{ support { image: supportedCloud(kind: image) model: supportedCloud(kind: model) all: supportedCloud } }"
    assert altizure.data(query)["support"] == {"image": ["S3"], "model": ["S3"], "all": ["S3"]}
    given = {"pid": altizure.project(), "name": "a", "sum": sha1(photo())}
    assert altizure.data(REGISTER_OSS, **given) == {"uploadImageOSS": None}


@pytest.mark.parametrize(
    "wrong", [{"clouds": ("AZURE",)}, {"bad_key": "maybe"}, {"has_image": "no"}, {"started_state": "Ready"}]
)
def test_wrong_rules_are_refused(wrong: dict[str, object]) -> None:
    """A choice that cannot be meant is refused when it is made."""
    with pytest.raises(ValueError):
        AltizureRules(**wrong)  # type: ignore[arg-type]


def test_clouds_by_kind(altizure: Altizure) -> None:
    """Only images go to OSS."""
    query = "{ support { image: supportedCloud(kind: image) meta: supportedCloud(kind: meta) } }"
    assert altizure.data(query)["support"] == {"image": ["OSS", "S3", "MINIO"], "meta": ["S3", "MINIO"]}


def test_a_read_only_server_changes_nothing(make_altizure: MakeAltizure) -> None:
    """Mutations are null, a start says so, signing in and asking go on."""
    altizure = make_altizure(system_mode="ReadOnly")
    assert altizure.data("{ support { systemMode } }") == {"support": {"systemMode": "ReadOnly"}}
    assert altizure.data('mutation { createProject(name: "a") { id } }') == {"createProject": None}
    assert altizure.start("5e")["error"]["code"] == 3
    nobody = {"key": altizure.emulator.accounts.key}
    assert altizure.message('mutation { createProject(name: "a") { id } }', headers=nobody) == "Authentication Error"
    assert altizure.data('mutation { hasImage(pid: "a", checksum: "b") { id } }') == {"hasImage": None}
    user = altizure.emulator.user
    query = "mutation($e: String!, $p: String!) { getUserToken(email: $e, password: $p) }"
    assert altizure.data(query, e=user.email, p=user.password)["getUserToken"]


def test_endpoints_are_those_of_this_server(altizure: Altizure) -> None:
    """Under the address that the caller used."""
    found = altizure.data("{ support { endpoints { api web } } }")["support"]["endpoints"]
    assert found == {"api": BASE, "web": BASE}


def test_error_codes_are_explained(altizure: Altizure) -> None:
    """In the language that is asked for."""
    asked = [
        f"{lang}: errorCodeInfo(code: RECONSTRUCTION_FAILED, lang: {lang}) {{ code description solution }}"
        for lang in ("en", "zh_tw", "zh_cn")
    ]
    found = altizure.data("{ support { " + " ".join(asked) + " } }")["support"]
    assert len({info["description"] for info in found.values()}) == 3
    assert all(info["solution"] for info in found.values())


def test_money_goes_both_ways(altizure: Altizure) -> None:
    """11.80 USD a coin."""
    query = "{ bank { a: coinsToMoney(coins: 3, currency: USD) b: moneyToCoins(money: 12, currency: USD) } }"
    assert altizure.data(query)["bank"] == {"a": pytest.approx(35.4), "b": pytest.approx(1.0169, abs=1e-4)}


def test_gigapixels_are_worked_out(altizure: Altizure) -> None:
    """100 images of 4000 by 3000 are 1.2; small ones count more; null without all three."""
    query = """{ utility { a: sizeToGigaPixel(width: 4000, height: 3000, numImg: 100)
      b: sizeToGigaPixel(width: 10, height: 10, numImg: 1000) c: sizeToGigaPixel(width: 10) } }"""
    assert altizure.data(query)["utility"] == {"a": 1.2, "b": 2.0736, "c": None}


def test_no_pose_is_found(altizure: Altizure) -> None:
    """The answer says so, in two languages."""
    query = "{ utility { poseEstimation(input: {}) { ok message { en { description } zh_cn { description } } } } }"
    found = altizure.data(query)["utility"]["poseEstimation"]
    assert found["ok"] is False
    assert found["message"]["en"] != found["message"]["zh_cn"]


@pytest.mark.parametrize(
    ("path", "result"), [("/photo.jpg", "Success"), ("/away", "Success"), ("/nothing", None), ("/guarded.jpg", None)]
)
def test_the_network_is_really_tried(altizure: Altizure, files: str, path: str, result: str | None) -> None:
    """The server fetches the address, and follows it."""
    query = "query($u: String!) { support { networkTest(url: $u) } }"
    assert altizure.data(query, u=files + path)["support"]["networkTest"] == result


@pytest.mark.parametrize(
    "url",
    [
        "",
        "photo.jpg",
        "ftp://127.0.0.1/a",
        "https://127.0.0.1/a",
        "http://example.com/a",
        "http://192.0.2.1/a",
        "http://127.0.0.1:x/",
    ],
)
def test_nothing_is_fetched_from_elsewhere(url: str) -> None:
    """Loopback by HTTP only; the address is not in the message."""
    with pytest.raises(CannotFetch, match=r"cannot be reached from here$") as caught:
        fetch(url, timeout_s=1)
    assert "example.com" not in str(caught.value)


UPLOAD_URL = """mutation($p: ID!, $u: String!, $s: String, $t: String, $f: String) {
  uploadImageURL(pid: $p, url: $u, checksum: $s, token: $t, filename: $f) { id state name } }"""


@pytest.mark.parametrize(
    ("path", "token", "state"),
    [
        ("/photo.jpg?x=1", None, "Ready"),
        ("/guarded.jpg", "right", "Ready"),
        ("/guarded.jpg", "wrong", "Invalid"),
        ("/nothing", None, "Invalid"),
    ],
)
def test_the_server_downloads_images_itself(
    altizure: Altizure, files: str, path: str, token: str | None, state: str
) -> None:
    """It begins as Uploaded; the token goes along; there is no start and no done."""
    pid = altizure.project()
    image = altizure.data(UPLOAD_URL, p=pid, u=files + path, t=token, s=sha1(photo()))["uploadImageURL"]
    assert (image["state"], image["name"]) == ("Uploaded", path[1:].partition("?")[0])
    found = altizure.image(pid, image["id"])
    assert (found["state"], bool(found["error"])) == (state, state == "Invalid")


def test_a_download_that_failed_may_be_asked_for_again(altizure: Altizure, files: str) -> None:
    """The same checksum is the same image."""
    pid = altizure.project()
    first = altizure.data(UPLOAD_URL, p=pid, u=files + "/nothing", s=sha1(photo()))["uploadImageURL"]
    assert altizure.image(pid, first["id"])["state"] == "Invalid"
    again = altizure.data(UPLOAD_URL, p=pid, u=files + "/photo.jpg", s=sha1(photo()))["uploadImageURL"]
    assert again["id"] == first["id"]
    assert altizure.image(pid, first["id"])["state"] == "Ready"
