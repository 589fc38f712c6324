"""Positioning and navigation."""

import base64
from typing import Any

import pytest

from skybind_emulators.koomap.ar.utm import project, utm_code
from unit.emulators.koomap.harness import KooMap, MakeKooMap
from unit.emulators.koomap.places import picture, request, way

VPS, NAVI = "/v1/algo/vps", "/v1/algo/navi"


def test_a_pose_follows_from_what_was_sent(koomap: KooMap) -> None:
    """Position from GPS in UTM, attitude from SLAM; the same for the same request, but for its id."""
    first, second = (koomap.data("POST", VPS, request()) for _ in range(2))
    pose = first["pose"]
    assert pose["t"] == pytest.approx([*project(121.4737, 31.2304, "51N"), 43.6])
    assert pose["r"] == pytest.approx([0, -1, 0, 1, 0, 0, 0, 0, 1], abs=1e-12)
    assert pose["K"] == [1120, 0, 320, 0, 1120.5, 240, 0, 0, 1]
    assert (first["status"], first["utmcode"], first["processMode"], first["vpsMode"]) == (
        "succeeded",
        "51N",
        "gvps",
        0,
    )
    assert (first["couplingTime"], first["retry"]) == (15_000, 3_000)
    assert first["requestId"] != second["requestId"]
    assert {**first, "requestId": ""} == {**second, "requestId": ""}


def test_several_readings_are_averaged(koomap: KooMap) -> None:
    """The position is the mean of the GPS readings."""
    gps = [{"longitude": 121.47 + d, "latitude": 31.23, "accuracy": 5} for d in (-0.001, 0.001)]
    moved = koomap.data("POST", VPS, request(gps=gps))["pose"]["t"][:2]
    assert moved == pytest.approx(project(121.47, 31.23, "51N"), abs=0.5)


def test_a_centre_between_pixels_is_rounded(koomap: KooMap) -> None:
    """C-71: whole numbers are documented; others are read."""
    camera = {"fx": 1120, "fy": 1120, "cx": 319.6, "cy": 240.4}
    assert koomap.data("POST", VPS, request(camera=camera))["pose"]["K"][2:6:3] == [320, 240]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_images_of_several_forms_are_read(koomap: KooMap, form: str) -> None:
    """With the prefix of a data URL too."""
    for prefix in ("", f"data:image/{form.lower()};base64,"):
        user = {"image": prefix + picture(form=form)}
        assert koomap.data("POST", VPS, request(user=user))["status"] == "succeeded"


def test_an_image_of_nothing_is_not_recognised(koomap: KooMap) -> None:
    """The answer says `failed` and has no pose; it is no refusal."""
    answer = koomap.data("POST", VPS, request(user={"image": picture(plain=True)}))
    assert (answer["status"], answer["VpsCode"]) == ("failed", 1)
    assert "pose" not in answer


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"user": {"image": "!!!"}}, "VPS.0003"),
        ({"user": {"image": base64.b64encode(b"no image").decode()}}, "VPS.0002"),
        ({"user": {"image": picture()[:2000]}}, "VPS.0002"),
        ({"user": {"image": ""}}, "VPS.0002"),
        ({"user": {"image": picture(), "vpsMode": "HalfMode"}}, "VPS.0003"),
        ({"user": {"image": picture(), "requestType": 5}}, "VPS.0003"),
        ({"user": {}}, "VPS.0003"),
        ({"camera": {"fx": 0, "fy": 1, "cx": 1, "cy": 1}}, "VPS.0003"),
        ({"camera": {"fx": 1, "fy": 1, "cx": 640, "cy": 1}}, "VPS.0003"),
        ({"camera": {"fx": 1, "fy": 1, "cx": -1, "cy": 1}}, "VPS.0003"),
        ({"gps": []}, "VPS.0003"),
        ({"gps": [{"longitude": "xxx", "latitude": "xxx", "accuracy": "12"}]}, "VPS.0003"),
        ({"gps": [{"longitude": 181, "latitude": 31, "accuracy": 1}]}, "VPS.0003"),
        ({"gps": [{"longitude": 121.47, "latitude": 31.23, "accuracy": -1}]}, "VPS.0003"),
        ({"gps": [{"longitude": "1e999", "latitude": 31.23, "accuracy": 1}]}, "VPS.0003"),
        ({"gps": [{"longitude": 116.4, "latitude": 39.9, "accuracy": 1}]}, "VPS.0004"),
        ({"gps": [{"longitude": -58.5, "latitude": 31.23, "accuracy": 1}]}, "VPS.0004"),
        ({"gps": [{"longitude": 121.47, "latitude": 89, "accuracy": 1}]}, "VPS.0004"),
        ({"slam": []}, "VPS.0003"),
        ({"slam": [dict.fromkeys(("x", "y", "z", "qx", "qy", "qz", "qw"), 0)]}, "VPS.0003"),
    ],
)
def test_a_wrong_request_has_its_code(koomap: KooMap, changes: dict[str, Any], code: str) -> None:
    """0003 for what makes no sense, 0004 outside the area, 0002 for an image that cannot be read."""
    assert koomap.refused("POST", VPS, request(**changes)) == (400, code)


@pytest.mark.parametrize(("path", "code"), [(VPS, "VPS.0003"), (NAVI, "NAVI.0003")])
def test_the_device_must_be_named(koomap: KooMap, path: str, code: str) -> None:
    """The header Uuid is a must."""
    response = koomap.http.post(path, json={}, headers={"X-Auth-Token": koomap.emulator.token.text})
    assert (response.status_code, response.json()["error_code"]) == (400, code)


# ---------------------------------------------------------------- navigation


@pytest.mark.parametrize(
    ("end", "statuses"),
    [
        ((10.0, 0.0, 0.0), [1, 9]),
        ((10.0, 10.0, 0.0), [1, 2, 9]),
        ((10.0, -10.0, 0.0), [1, 5, 9]),
        ((-10.0, 10.0, 0.0), [1, 5, 9]),
        ((-10.0, -10.0, 0.0), [1, 2, 9]),
        ((0.0, 0.0, 6.0), [1, 8, 9]),
        ((10.0, 10.0, 6.0), [1, 2, 8, 9]),
    ],
)
def test_a_way_turns_and_climbs(koomap: KooMap, end: tuple[float, float, float], statuses: list[int]) -> None:
    """Straight on, left or right by where it leads, by lift where heights differ, and an end at the destination."""
    body = way(koomap, (0.0, 0.0, 0.0), end)
    answer = koomap.data("POST", NAVI, body)
    assert (answer["result"], [step["status"] for step in answer["path"]]) == (0, statuses)
    last = answer["path"][-1]
    assert [last["x"], last["y"], last["z"]] == [float(body["payload"]["to"][axis]) for axis in "xyz"]
    assert (answer["path"][0]["floor"], last["floor"]) == ("1", "3" if end[2] else "1")


@pytest.mark.parametrize(
    ("start", "end", "result"),
    [((0, 0, 2000), (1, 0, 0), 1), ((0, 0, 0), (1, 0, 2000), 2), ((0, 0, 0), (1, 0, 400), 3)],
)
def test_no_way_is_an_answer(koomap: KooMap, start: Any, end: Any, result: int) -> None:
    """Start invalid, destination invalid, not connected: a result without a path."""
    assert koomap.data("POST", NAVI, way(koomap, start, end)) == {"result": result, "path": []}


def test_numbers_are_read_as_text(koomap: KooMap) -> None:
    """C-73: coordinates as JSON numbers are taken too."""
    body = way(koomap, (0.0, 0.0, 0.0), (10.0, 0.0, 0.0))
    for name in ("from", "to"):
        body["payload"][name] = {axis: float(value) for axis, value in body["payload"][name].items()}
    assert koomap.data("POST", NAVI, body)["result"] == 0


@pytest.mark.parametrize(
    ("start", "end", "more", "code"),
    [
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), {}, "NAVI.0002"),
        ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), {"utm": "99N"}, "NAVI.0003"),
        ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), {"to": {"x": "xxx", "y": "0", "z": "0"}}, "NAVI.0003"),
        ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), {"to": {"x": "inf", "y": "0", "z": "0"}}, "NAVI.0003"),
        ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), {"to": {"x": "0"}}, "NAVI.0003"),
        ((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), {"utm": "50N"}, "NAVI.0004"),
        ((0.0, 0.0, 0.0), (30_000.0, 0.0, 0.0), {}, "NAVI.0004"),
    ],
)
def test_a_wrong_way_has_its_code(koomap: KooMap, start: Any, end: Any, more: Any, code: str) -> None:
    """0003 for what makes no sense, 0004 outside the area, 0002 for a way to where one is."""
    assert koomap.refused("POST", NAVI, way(koomap, start, end, **more)) == (400, code)


def test_the_area_can_be_moved(make_koomap: MakeKooMap) -> None:
    """Where the services are offered is a choice."""
    koomap = make_koomap(ar_longitude_deg=-58.5, ar_latitude_deg=-34.6)
    gps = [{"longitude": -58.5, "latitude": -34.6, "accuracy": 1}]
    assert koomap.data("POST", VPS, request(gps=gps))["utmcode"] == "21S"


@pytest.mark.parametrize(
    ("longitude", "latitude", "code", "east", "north"),
    [
        # A point on a central meridian, and a published example (Toronto's CN Tower), mirrored in the south too.
        (3.0, 0.0, "31N", 500_000.0, 0.0),
        (-79.387139, 43.642567, "17N", 630_084.0, 4_833_439.0),
        (-79.387139, -43.642567, "17S", 630_084.0, 10_000_000 - 4_833_439.0),
    ],
)
def test_utm_is_right(longitude: float, latitude: float, code: str, east: float, north: float) -> None:
    """Zone, easting and northing agree with published values."""
    assert utm_code(longitude, latitude) == code
    assert project(longitude, latitude, code) == pytest.approx((east, north), abs=2.0)
