"""What every result has, whatever the kind: names, reports, image lists, the same bytes again."""

import hashlib
import json
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from skybind_emulators.products import ReconstructionFailed, reconstruct

from .conftest import PHOTOS, SIZE

KINDS = ["2d", "3d", "lidar"]


@pytest.mark.parametrize("kind", KINDS)
def test_products_are_the_files_on_disk(made, kind):
    """Names are relative with slashes and unique; sizes are those of the files."""
    products = made(kind).products
    names = [product.name for product in products]

    assert names == sorted(set(names))
    for product in products:
        assert not PurePosixPath(product.name).is_absolute()
        assert ".." not in product.name
        assert product.size == product.path.stat().st_size > 0
        assert product.path.as_posix().endswith(product.name)


@pytest.mark.parametrize("kind", KINDS)
def test_every_result_lists_the_photos(flown, made, kind):
    """`images/survey/image_list.json` and the camera list name every photo with its true position."""
    result = made(kind)
    images = json.loads(result.paths["images/survey/image_list.json"].read_text())["images"]
    cameras = json.loads(result.paths["AT/camera_list.json"].read_text())["cameras"]

    assert [image["path"] for image in images] == [camera["path"] for camera in cameras] == [n for n, _ in flown.photos]
    for station, image, camera in zip(flown.survey.stations, images, cameras, strict=True):
        place = flown.survey.frame.to_geodetic(station.east_m, station.north_m, station.altitude_m)
        assert image["latitude"] == pytest.approx(place.latitude_deg, abs=1e-8)
        assert camera["position"]["longitude"] == pytest.approx(place.longitude_deg, abs=1e-8)
        assert camera["position"]["altitude"] == pytest.approx(place.height_m, abs=0.01)
        assert camera["attitude"]["yaw"] == station.yaw_deg
        assert image["taken_at"].startswith(f"{station.taken_at:%Y-%m-%dT%H:%M:%S}")
        assert image["taken_at"].endswith("+08:00")


@pytest.mark.parametrize("kind", KINDS)
def test_every_result_has_a_report(made, kind):
    """`result.json` says what was made of how many photos, in which coordinate system."""
    report = json.loads(made(kind).paths["result.json"].read_text())

    assert (report["job"], report["kind"]) == ("job-1", kind)
    assert report["photos"] == {"given": PHOTOS, "used": PHOTOS, "left_out": []}
    assert report["coordinate_system"]["epsg"] == 32650


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_job_gives_the_same_bytes(flown, made, tmp_path, kind):
    """A result is a function of photos, parameters and seed."""
    again = reconstruct(kind, flown.photos[::-1], job_id="job-1", out=tmp_path, parameters={}, seed=1)

    def digests(products):
        return {product.name: hashlib.sha256(product.path.read_bytes()).hexdigest() for product in products}

    assert digests(again) == digests(made(kind).products)


@pytest.mark.parametrize("kind", KINDS)
def test_a_dozen_photos_are_quick(made, kind):
    """12 small photos become any kind of result in less than 3 seconds of processor time."""
    assert made(kind).processor_s < 3


def test_desktop_structure_moves_the_folders(flown, tmp_path):
    """`pc_dir_structure` puts 3D results into the folders of desktop Terra; inner parameters alone do not."""
    parameters = {
        "parameter": {"output_pointcloud": True, "generate_las": True, "generate_pnts": False},
        "export_parameter": {"pc_dir_structure": True},
    }
    products = reconstruct("3d", flown.photos, job_id="j", out=tmp_path, parameters=parameters, seed=1)
    names = {product.name for product in products}

    assert {"models/pc/0/terra_b3dms/tileset.json", "models/pc/0/terra_las/cloud.las", "AT/sparse.ply"} <= names
    assert not any(name.startswith("terra_") for name in names)


def test_export_parameters_add_files(flown, tmp_path):
    """Undistorted photos are the photos themselves, not copies; outlines and BlocksExchange come on request."""
    parameters = {
        "parameter": {"generate_blocks_exchange_xml": True, "output_mesh": False},
        "export_parameters": {"undistort_images": True, "temp_result_files": True},
    }
    products = reconstruct("3d", flown.photos, job_id="j", out=tmp_path, parameters=parameters, seed=1)
    paths = {product.name: product.path for product in products}

    for name, path in flown.photos:
        assert paths[f"images/undistort/{name}"] == path
    outlines = json.loads(paths["temp/footprints.geojson"].read_text())
    assert len(outlines["features"]) == len(flown.photos)
    ring = outlines["features"][0]["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert len(ring) == 5
    root = ET.parse(paths["AT/BlocksExchange.xml"]).getroot()
    assert [photo.findtext("ImagePath") for photo in root.iter("Photo")] == [name for name, _ in flown.photos]
    assert root.findtext(".//SRS/Definition") == "EPSG:4326"


def test_unmade_formats_and_idle_parameters_are_reported(flown, tmp_path):
    """What was asked for and not done is named in the report, not passed over."""
    parameters = {"parameter": {"generate_osgb": True, "generate_b3dm": False, "use_Dehaze": True, "novel": 1}}
    reconstruct("3d", flown.photos, job_id="j", out=tmp_path, parameters=parameters, seed=1)
    report = json.loads((tmp_path / "result.json").read_text())

    assert report["formats_left_out"] == ["generate_osgb"]
    assert report["parameters_without_effect"] == ["generate_osgb", "novel", "use_Dehaze"]


@pytest.mark.parametrize(
    ("code", "epsg"), [("EPSG:32651", 32651), ("EPSG:4549", 32650), ("EPSG:32610", 32650), ("", 32650)]
)
def test_coordinate_systems_are_followed_or_explained(flown, tmp_path, code, epsg):
    """WGS-84 UTM zones nearby are honoured; other systems fall back to the site's zone with a note."""
    parameters = {"output_geo_desc": {"cs_type": "GEO_CS", "geo_cs": code}, "generate_pnts": False}
    reconstruct("lidar", flown.photos, job_id="j", out=tmp_path, parameters=parameters, seed=1)
    report = json.loads((tmp_path / "result.json").read_text())

    assert report["coordinate_system"]["epsg"] == epsg
    assert bool(report["notes"]) == (bool(code) and code != f"EPSG:{epsg}")


@pytest.mark.parametrize(
    "parameters",
    [
        {"parameter": {"quality_level": "high"}},
        {"parameter": {"generate_las": 1}},
        {"parameter": {"quality_level": 1.5}},
        {"parameter": {"output_geo_desc": "EPSG:4326"}},
        {"parameter": {"dem_resolution": float("inf")}},
        {"parameter": []},
    ],
    ids=str,
)
def test_values_of_the_wrong_type_fail_the_job(flown, tmp_path, parameters):
    """A parameter with a value of another type than documented raises ReconstructionFailed that names it."""
    name = next(iter(parameters["parameter"]), "parameter")
    with pytest.raises(ReconstructionFailed, match=name):
        reconstruct("2d", flown.photos, job_id="j", out=tmp_path, parameters=parameters, seed=1)


def test_an_unknown_kind_fails_the_job(flown, tmp_path):
    """Only 2d, 3d and lidar are known."""
    with pytest.raises(ReconstructionFailed, match="4d"):
        reconstruct("4d", flown.photos, job_id="j", out=tmp_path, parameters={}, seed=1)


def test_photos_are_only_read(flown, made):
    """A job leaves its input as it was."""
    for _, path in flown.photos:
        with Image.open(path) as image:
            image.verify()
        assert path.stat().st_size == pytest.approx(SIZE, rel=0.1)
