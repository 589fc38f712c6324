"""Satellite images: search, check, and what they use."""

from typing import Any
from urllib.parse import urlencode

import pytest

from skybind_emulators.koomap.satellite.checking import NO_PARTNER, SATELLITES_DIFFER
from unit.emulators.koomap.harness import KooMap

SEARCH = "/v1/kmp-data/imageinfo"
CHECK = "/v1/kmp-control/tasks/image"
USAGE = "/v1/kmp-control/usages"


def by_position(koomap: KooMap, longitude: float) -> list[str]:
    """Ids of the images of a place."""
    return [
        image.image_id
        for image in koomap.satellite.images.all()
        if image.position is not None and image.position[0] == longitude
    ]


def check(image_ids: list[str], **changes: Any) -> dict[str, Any]:
    return {
        "data_ids": image_ids,
        "production_level": "L2",
        "task_name": "block",
        "coordination": "WGS84",
        **changes,
    }


def test_an_image_is_shown_as_documented(koomap: KooMap) -> None:
    """Codes as text, resolution with one decimal, flags as numbers."""
    image = koomap.images(order="3")["data_info"][0]
    record = koomap.satellite.images.all()[0]
    assert image == {
        "image_name": "GF2_PMS1_E116.4_N39.9_20240401_L1A-PAN",
        "is_product": "0",
        "image_level": "L1A",
        "image_status": "0",
        "image_date": "2024-04-01T03:00:00Z",
        "upload_date": "2024-04-11T00:00:00Z",
        "image_resolution": "1.0",
        "image_description": "",
        "image_id": record.image_id,
        "image_type": "0",
        "user_name": koomap.emulator.account.username,
        "image_alias": "PMS1_PAN_1",
        "product_clip": 0,
        "product_tile": 0,
        "is_cog": 0,
    }


@pytest.mark.parametrize("kind", ["multipart", "urlencoded"])
def test_the_search_is_a_form(koomap: KooMap, kind: str) -> None:
    """C-05: multipart as the SDK sends it, URL-encoded too; a field that comes twice is no mistake (C-42)."""
    pairs = [("limit", "2"), ("offset", "1"), ("is_product", "0"), ("image_levels", "L1,L1A"), ("is_product", "0")]
    if kind == "multipart":
        found = koomap.data("POST", SEARCH, files=[(name, (None, value)) for name, value in pairs])
    else:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        found = koomap.data("POST", SEARCH, content=urlencode(pairs).encode(), headers=headers)
    assert (len(found["data_info"]), found["page"]) == (2, {"offset": 1, "limit": 2, "total": 12})


def test_parts_of_the_java_sdk_have_a_length_of_their_own(koomap: KooMap) -> None:
    """Its parts carry Content-Length; they are read all the same."""
    part = '--7f3a\r\nContent-Disposition: form-data; name="{}"\r\nContent-Length: {}\r\n\r\n{}\r\n'
    fields = {"limit": "1", "offset": "0", "image_name": "测试"}
    body = "".join(part.format(name, len(value.encode()), value) for name, value in fields.items()) + "--7f3a--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=7f3a"}
    assert koomap.data("POST", SEARCH, content=body.encode(), headers=headers)["page"]["total"] == 0


@pytest.mark.parametrize(
    ("content_type", "content"),
    [
        ("application/json", b'{"limit": 1}'),
        ("text/plain", b"limit=1"),
        ("multipart/form-data", b"--x\r\n\r\n--x--"),
        ("multipart/form-data; boundary=x", b"nothing"),
        ("multipart/form-data; boundary=x", b"--x\r\nX-Name: a\r\n\r\nb\r\n--x--\r\n"),
        ("application/x-www-form-urlencoded", b"image_name=%FF"),
        ("multipart/form-data; boundary=x", b""),
    ],
)
def test_what_is_no_form_is_refused(koomap: KooMap, content_type: str, content: bytes) -> None:
    """JSON, broken forms and nothing at all: the general code of the data part."""
    headers = {"Content-Type": content_type}
    assert koomap.refused("POST", SEARCH, content=content, headers=headers) == (400, "KMP.00042001")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"limit": "0"}, "KMP.00042001"),
        ({"limit": "101"}, "KMP.00042030"),
        ({"limit": "ten"}, "KMP.00042001"),
        ({"offset": "-1"}, "KMP.00042001"),
        ({"order": "4"}, "KMP.00042001"),
        ({"is_product": "2"}, "KMP.00042001"),
        ({"image_type": "2"}, "KMP.00042001"),
        ({"image_status": "5"}, "KMP.00042001"),
        ({"image_levels": "L9"}, "KMP.00042001"),
        ({"image_name": "a" * 101}, "KMP.00042001"),
        ({"image_name": "a b"}, "KMP.00042001"),
        ({"image_date_from": "2023-05-17"}, "KMP.00042002"),
        ({"image_date_to": "2023-02-29T00:00:00Z"}, "KMP.00042002"),
    ],
)
def test_a_wrong_field_has_its_code(koomap: KooMap, form: dict[str, str], code: str) -> None:
    """Times and too large pages have codes of their own."""
    fields = {"limit": "10", "offset": "0", **form}
    assert koomap.refused("POST", SEARCH, files={n: (None, v) for n, v in fields.items()}) == (400, code)


@pytest.mark.parametrize(
    ("form", "count"),
    [
        ({}, 12),
        ({"image_name": "gf2"}, 5),
        ({"raw_alias": "pms1"}, 5),
        ({"image_alias": "PMS1_PAN_1,WFV3_MSS_3"}, 2),
        ({"image_status": "1,2,6"}, 3),
        ({"image_status": "0"}, 9),
        ({"image_type": "0"}, 4),
        ({"image_levels": "L1,L2"}, 0),
        ({"is_product": "1"}, 0),
        ({"description": "x"}, 0),
        ({"image_date_from": "2024-04-20T00:00:00Z"}, 1),
        ({"image_date_to": "2024-04-11T00:00:00Z"}, 2),
        ({"image_name": "", "image_alias": "", "description": ""}, 12),
    ],
)
def test_filters_leave_what_fits(koomap: KooMap, form: dict[str, str], count: int) -> None:
    """Parts of names without regard to case, lists by commas; C-43: dates filter the upload."""
    assert koomap.images(**form)["page"]["total"] == count


@pytest.mark.parametrize(("order", "field"), [("1", "image_name"), ("2", "image_alias"), ("3", "upload_date")])
def test_orders_go_both_ways(koomap: KooMap, order: str, field: str) -> None:
    """By name, alias or upload; without one, last uploaded first."""
    ascending = [image[field] for image in koomap.images(order=order)["data_info"]]
    assert ascending == sorted(ascending)
    assert [image[field] for image in koomap.images(order=f"-{order}")["data_info"]] == ascending[::-1]
    last_first = [image["image_id"] for image in koomap.images(order="-3")["data_info"]]
    assert [image["image_id"] for image in koomap.images()["data_info"]] == last_first


def test_a_pair_and_single_images_pass_the_check(koomap: KooMap) -> None:
    """One result a pair, one a multispectral image, one in all for a mosaic, named by satellite, day, place, level."""
    pair = koomap.pan_and_mss()
    found = koomap.data("POST", CHECK, check(pair))
    assert found == [{"name": "GF2_20240401_E116.4_N39.9_L2", "data_id": None, "error_message": None}]
    assert len(koomap.data("POST", CHECK, check(koomap.singles()))) == 2
    mosaic = koomap.data("POST", CHECK, check(koomap.singles(), production_level="L5"))
    assert [row["name"] for row in mosaic] == ["block_L5"]


def test_images_that_do_not_go_together_are_listed(koomap: KooMap) -> None:
    """C-38: 400 with a list: which image, and why."""
    alone = by_position(koomap, 115.2)
    response = koomap.send("POST", CHECK, check(alone))
    assert (response.status_code, response.json()) == (
        400,
        [{"name": None, "data_id": alone[0], "error_message": NO_PARTNER}],
    )
    two_satellites = by_position(koomap, 114.3)
    response = koomap.send("POST", CHECK, check(two_satellites))
    assert response.status_code == 400
    assert {row["data_id"]: row["error_message"] for row in response.json()} == dict.fromkeys(
        two_satellites, SATELLITES_DIFFER
    )


def test_a_pair_beside_a_single_image_does_not_pass(koomap: KooMap) -> None:
    """With panchromatic images all must pair up: a single multispectral one is the odd one."""
    single = koomap.singles()[0]
    response = koomap.send("POST", CHECK, check([*koomap.pan_and_mss(), single]))
    assert [row["data_id"] for row in response.json()] == [single]


def test_pairs_are_one_to_one(koomap: KooMap) -> None:
    """Two panchromatic images of one scene do not share their multispectral one: all three are listed."""
    pair = koomap.pan_and_mss()
    first = koomap.satellite.images.all()[0]
    twin = koomap.satellite.images.add(
        "GF2_PMS1_again", satellite="GF2", position=first.position, captured_at=first.captured_at, kind="0"
    )
    response = koomap.send("POST", CHECK, check([*pair, twin.image_id]))
    assert {row["data_id"] for row in response.json()} == {*pair, twin.image_id}


def test_such_images_make_no_task(koomap: KooMap) -> None:
    """What the check refuses, a task refuses."""
    order = koomap.order(koomap.workspace(), data_ids=by_position(koomap, 115.2), data_alias={"x": None})
    assert koomap.refused("POST", "/v1/kmp-control/tasks", order) == (400, "KMP.00051076")


@pytest.mark.parametrize("text", ["WGS84", "CGCS2000", "UTM1N", "UTM60S", "EPSG:4326", "EPSG:32650", "EPSG:4550"])
def test_known_coordinate_systems_pass(koomap: KooMap, text: str) -> None:
    """Names, UTM zones and EPSG numbers."""
    koomap.data("POST", CHECK, check(koomap.pan_and_mss(), coordination=text))


def test_storage_is_one_record(koomap: KooMap) -> None:
    """All that lies there, in GB; the subtype is null (C-45)."""
    found = koomap.data("GET", f"{USAGE}?usage_type=DATA")
    (row,) = found["data"]
    assert (row["usage_measure_name"], row["usage_unit_type"], row["unit"]) == ("时空专属存储", "VOLUME", "GB")
    assert (row["usage_subtype"], row["capacity"]) == (None, 0)
    assert row["usage"] == pytest.approx(4 * 1.6 + 8 * 0.42, abs=0.001)
    assert found["page"] == {"offset": 0, "limit": 10, "total": 1}


def test_processing_counts_results_and_times(koomap: KooMap) -> None:
    """A finished task counts once at its level and its results' bytes do; a failed one counts nothing."""

    def used() -> dict[tuple[str, str], float]:
        rows = koomap.data("GET", f"{USAGE}?usage_type=TASK")["data"]
        return {(row["usage_subtype"], row["usage_unit_type"]): row["usage"] for row in rows}

    assert set(used().values()) == {0}
    storage = koomap.data("GET", f"{USAGE}?usage_type=DATA")["data"][0]["usage"]
    koomap.act("start", koomap.task(task_name="good"))
    koomap.faults.add("koomap.startTask", "fail", count=1)
    koomap.act("start", koomap.task(task_name="bad"))
    koomap.clock.advance(60)
    counted = used()
    assert counted["L2", "TIME"] == 1
    assert counted["L2", "VOLUME"] > 0
    assert counted["L4", "TIME"] == 0
    row = koomap.data("GET", f"{USAGE}?usage_type=DATA")["data"][0]
    assert row["usage"] == pytest.approx(storage + counted["L2", "VOLUME"], abs=1e-9)


def test_usage_is_paged(koomap: KooMap) -> None:
    """Two records a level: eight in all."""
    found = koomap.data("GET", f"{USAGE}?usage_type=TASK&offset=6&limit=5")
    assert ([row["usage_subtype"] for row in found["data"]], found["page"]["total"]) == (["L5", "L5"], 8)
