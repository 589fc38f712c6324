"""The orthophoto shows each thing at its place on the earth."""

import json
from math import cos, radians

import numpy as np
import pytest
import tifffile
from PIL import Image

from skybind_emulators.products import orthophoto
from skybind_emulators.products.grids import Utm
from skybind_emulators.products.photographs import read_photographs
from skybind_emulators.products.placement import place

from .ground_truth import utm, white_middle


def geotiff(path):
    """Pixels and GeoTIFF tags as tifffile understands them."""
    with tifffile.TiffFile(path) as tiff:
        return tiff.asarray(), tiff.pages[0].geotiff_tags


def target_errors(flown, pixels, to_grid, tags):
    """How far, in pixels, each survey target is from its true place."""
    step_x, step_y, _ = tags["ModelPixelScale"]
    _, _, _, west, north, _ = tags["ModelTiepoint"]
    errors = []
    for target in flown.scene.landmarks:
        place = flown.survey.frame.to_geodetic(target.east_m, target.north_m)
        x, y = to_grid(place.latitude_deg, place.longitude_deg)
        column, row = (x - west) / step_x, (north - y) / step_y
        if found := white_middle(pixels, column, row, reach=9):
            errors.append((found[0] - column, found[1] - row))
    return np.array(errors)


def test_targets_are_at_their_place_in_utm(flown, made):
    """By default the map is in the UTM zone of the site, and the targets are within 1.5 ground samples of the truth."""
    pixels, tags = geotiff(made("2d").paths["map/result.tif"])

    assert tags["GTModelTypeGeoKey"] == 1
    assert tags["ProjectedCSTypeGeoKey"] == 32650
    errors = target_errors(flown, pixels, lambda lat, lon: utm(lat, lon, 50), tags)
    assert len(errors) >= 5
    assert np.abs(errors).max() < 1.5
    assert np.abs(errors.mean(axis=0)).max() < 0.5


def test_targets_are_at_their_place_in_degrees(flown, elsewhere):
    """`output_geo_desc` EPSG:4326 gives a geographic GeoTIFF, as right as the projected one."""
    pixels, tags = geotiff(elsewhere.paths["map/result.tif"])

    assert tags["GTModelTypeGeoKey"] == 2
    assert tags["GeographicTypeGeoKey"] == 4326
    step_x, step_y, _ = tags["ModelPixelScale"]
    latitude = flown.survey.plan.centre_latitude_deg
    assert step_x * cos(radians(latitude)) == pytest.approx(step_y, rel=0.01)
    errors = target_errors(flown, pixels, lambda lat, lon: (lon, lat), tags)
    assert len(errors) >= 5
    assert np.abs(errors).max() < 1.5


def test_the_map_has_the_resolution_of_the_photos(flown, made):
    """At the best quality a pixel is one ground sample of the photos; the others are two and four times coarser."""
    gsd = flown.survey.view(flown.survey.stations[0]).gsd_m
    _, tags = geotiff(made("2d").paths["map/result.tif"])
    assert tags["ModelPixelScale"][0] == pytest.approx(gsd, rel=0.02)
    for quality, factor in ((1, 1), (2, 2), (3, 4)):
        report = json.loads(made("3d", quality_level=quality, output_mesh=False).paths["result.json"].read_text())
        assert report["picture"]["gsd_m"] == pytest.approx(gsd * factor, rel=0.02)


def test_alpha_marks_what_no_photo_saw(made):
    """The fourth band is 255 inside the flight, 0 outside, where the colours are black."""
    pixels, _ = geotiff(made("2d").paths["map/result.tif"])

    assert set(np.unique(pixels[..., 3])) == {0, 255}
    assert pixels[pixels.shape[0] // 2, pixels.shape[1] // 2, 3] == 255
    assert pixels[0, 0, 3] == 0  # the course is oblique to the grid, so corners stay empty
    assert (pixels[pixels[..., 3] == 0] == 0).all()


def test_neighbouring_photos_join_without_a_seam(flown, made):
    """The map looks like the ground it was flown over: it agrees with the scene all over, not only at targets."""
    pixels, tags = geotiff(made("2d").paths["map/result.tif"])
    scene = flown.scene
    step_x, step_y, _ = tags["ModelPixelScale"]
    _, _, _, west, north, _ = tags["ModelTiepoint"]
    rng = np.random.default_rng(1)
    truth, shown = [], []
    ground = np.asarray(Image.merge("RGB", scene._ground.split()[:3]).reduce(2))
    resolution = scene.resolution_m * 2
    for east, to_north in rng.uniform(-70, 70, (3000, 2)):
        place = flown.survey.frame.to_geodetic(float(east), float(to_north))
        x, y = utm(place.latitude_deg, place.longitude_deg, 50)
        truth.append(
            ground[int((scene.bounds.north_m - to_north) / resolution), int((east - scene.bounds.west_m) / resolution)]
        )
        shown.append(pixels[int((north - y) / step_y), int((x - west) / step_x), :3])
    for channel in range(3):
        assert np.corrcoef(np.array(truth)[:, channel], np.array(shown)[:, channel])[0, 1] > 0.85


def test_another_reader_opens_the_map(made):
    """Pillow reads the GeoTIFF, tiled and deflated as it is, to the same pixels."""
    path = made("2d").paths["map/result.tif"]
    with Image.open(path) as image:
        assert image.mode == "RGBA"
        assert np.array_equal(np.asarray(image), geotiff(path)[0])


def test_the_surface_is_the_ground_of_the_flight(flown, made):
    """The surface model holds the ground's ellipsoidal height where photos looked, its no-data value elsewhere."""
    result = made("2d")
    heights, tags = geotiff(result.paths["map/dsm.tif"])
    with tifffile.TiffFile(result.paths["map/dsm.tif"]) as tiff:
        assert tiff.pages[0].nodata == -9999

    seen = heights[heights != -9999]
    assert 0.3 < seen.size / heights.size < 1
    assert seen == pytest.approx(flown.survey.plan.ground_height_m, abs=0.05)
    _, picture_tags = geotiff(result.paths["map/result.tif"])
    assert tags["ModelTiepoint"] == picture_tags["ModelTiepoint"]


def test_blocks_cover_the_whole_map(elsewhere):
    """`dom_tile_size` writes the map in blocks too; each lies where it belongs, and together they are the map."""
    whole, tags = geotiff(elsewhere.paths["map/result.tif"])
    step_x, step_y, _ = tags["ModelPixelScale"]
    _, _, _, west, north, _ = tags["ModelTiepoint"]
    rebuilt = np.zeros_like(whole)
    for path in elsewhere.under("map/dom_tiles").values():
        block, place = geotiff(path)
        left = round((place["ModelTiepoint"][3] - west) / step_x)
        top = round((north - place["ModelTiepoint"][4]) / step_y)
        rebuilt[top : top + block.shape[0], left : left + block.shape[1]] = block
    assert np.array_equal(rebuilt, whole)


def test_the_preview_fits_a_screen(made):
    """The preview is a JPEG of at most 1024 pixels a side, in the proportions of the map."""
    result = made("2d")
    pixels, _ = geotiff(result.paths["map/result.tif"])
    with Image.open(result.paths["map/preview.jpg"]) as preview:
        assert preview.format == "JPEG"
        assert max(preview.size) <= 1024
        assert preview.width / preview.height == pytest.approx(pixels.shape[1] / pixels.shape[0], rel=0.01)


def test_a_large_job_gets_a_coarser_map(flown, monkeypatch):
    """However many pixels the photos have, the map has no more than its limit, and memory with it."""
    placed = place(read_photographs(flown.photos)[0]).photos
    fine, _ = orthophoto.mosaic(placed, Utm(50))
    monkeypatch.setattr(orthophoto, "LARGEST_PIXELS", 40_000)
    coarse, _ = orthophoto.mosaic(placed, Utm(50))

    assert fine.size[0] * fine.size[1] > 200_000
    assert coarse.size[0] * coarse.size[1] == pytest.approx(40_000, rel=0.02)
    assert coarse.size[0] * coarse.step_x == pytest.approx(fine.size[0] * fine.step_x, rel=0.01)
    assert coarse.covered.mean() == pytest.approx(fine.covered.mean(), abs=0.02)
