"""Photos that are not what one hopes for."""

import json
import random

import numpy as np
import pytest
import tifffile
from PIL import Image

from skybind_emulators.products import ReconstructionFailed, reconstruct
from skybind_emulators.products.grids import Utm
from skybind_emulators.products.orthophoto import mosaic
from skybind_emulators.products.photographs import read_photographs
from skybind_emulators.products.placement import place


def run(kind, photos, out, **parameters):
    products = reconstruct(kind, photos, job_id="j", out=out, parameters=parameters, seed=1)
    return {product.name: product.path for product in products}, json.loads((out / "result.json").read_text())


def plain_photos(folder, count):
    """JPEG files with no metadata at all."""
    rng = np.random.default_rng(1)
    photos = []
    for number in range(count):
        pixels = rng.integers(40, 200, (12, 16, 3), dtype=np.uint8).repeat(10, axis=0).repeat(10, axis=1)
        path = folder / f"plain_{number}.jpg"
        Image.fromarray(pixels).save(path, quality=80)
        photos.append((path.name, path))
    return photos


@pytest.mark.parametrize("kind", ["3d", "lidar"])
def test_photos_without_positions_make_a_local_result(tmp_path, kind):
    """Photos that know nothing are laid side by side on a local grid, and the report says so."""
    photos = plain_photos(tmp_path, 6)
    paths, report = run(kind, photos, tmp_path / "out", generate_dem=True, output_mesh=False, generate_pnts=False)

    assert report["coordinate_system"] == {"epsg": None, "title": "local grid, metres", "local": True}
    assert report["photos"]["used"] == 6
    if kind == "lidar":
        with tifffile.TiffFile(paths["terra_dem/dem.tif"]) as tiff:
            tags = tiff.pages[0].geotiff_tags
        assert tags["GTModelTypeGeoKey"] == 32767
        assert "ProjectedCSTypeGeoKey" not in tags


def test_photos_with_positions_win_over_those_without(flown, tmp_path):
    """In a mixed set the located photos make the map; the others are left out by name."""
    _, report = run("3d", [*flown.photos, *plain_photos(tmp_path, 2)], tmp_path / "out", output_mesh=False)

    assert report["coordinate_system"]["epsg"] == 32650
    assert report["photos"]["used"] == len(flown.photos)
    assert [item["name"] for item in report["photos"]["left_out"]] == ["plain_0.jpg", "plain_1.jpg"]
    assert {item["reason"] for item in report["photos"]["left_out"]} == {"no position"}


def test_use_image_position_false_ignores_positions(flown, tmp_path):
    """`use_image_position` false makes a local result of photos that have positions."""
    _, report = run("3d", flown.photos, tmp_path, use_image_position=False, output_mesh=False)

    assert report["coordinate_system"]["local"] is True
    assert report["photos"]["used"] == len(flown.photos)


def test_exif_alone_places_a_photo(flown, tmp_path):
    """Without DJI's XMP, latitude, longitude and lens come from EXIF."""
    name, path = flown.photos[0]
    with Image.open(path) as image:
        image.save(tmp_path / "bare.jpg", exif=image.info["exif"])
    (with_xmp,), _ = read_photographs([(name, path)])
    (bare,), _ = read_photographs([("bare.jpg", tmp_path / "bare.jpg")])

    assert bare.position == pytest.approx(with_xmp.position, abs=1e-7)
    assert bare.height_m == pytest.approx(with_xmp.height_m, abs=0.01)
    assert bare.focal_px == pytest.approx(with_xmp.focal_px, rel=0.001)
    assert with_xmp.above_ground_m is not None
    assert bare.above_ground_m is None


def test_calibration_wins_over_the_data_sheet(flown, tmp_path):
    """A calibrated focal length in XMP counts more than the lens in EXIF."""
    _, path = flown.photos[0]
    (photo,), _ = read_photographs([("photo", path)])
    word = f'CalibratedFocalLength="{photo.focal_px:.6f}"'.encode()
    longer = f'CalibratedFocalLength="{photo.focal_px * 1.1:.6f}"'.encode()
    assert len(word) == len(longer)
    (tmp_path / "longer.jpg").write_bytes(path.read_bytes().replace(word, longer))
    (calibrated,), _ = read_photographs([("longer.jpg", tmp_path / "longer.jpg")])

    assert calibrated.focal_px == pytest.approx(photo.focal_px * 1.1, abs=1e-5)


def test_the_nearest_camera_gives_the_colour(flown, tmp_path):
    """Where photos overlap, each place is taken from the photo whose camera was nearest above it."""
    photos = []
    for (name, path), colour in zip(flown.photos[:2], ((200, 0, 0), (0, 0, 200)), strict=True):
        with Image.open(path) as image:
            plain = Image.new("RGB", image.size, colour)
            plain.save(tmp_path / path.name, exif=image.info["exif"], xmp=image.info["xmp"], quality=95)
        photos.append((name, tmp_path / path.name))
    placed = place(read_photographs(photos)[0]).photos
    picture, _ = mosaic(placed, Utm(50))

    # Along the line through both cameras, between and beyond them, both photos see the ground.
    red, blue = (np.array(picture.pixel_of(p.latitude_deg, p.longitude_deg)) for p in placed)
    for share in (-0.5, 0.0, 0.4, 0.6, 1.0, 1.5):
        column, row = (red + share * (blue - red)).astype(int)
        channel = 0 if share < 0.5 else 2
        assert picture.colour[row, column, channel] > 150, f"at {share} of the way"


def test_files_that_are_no_photos_are_left_out(flown, tmp_path):
    """Text, empty files and broken-off photos do not stop a job; the report names them."""
    (tmp_path / "notes.txt").write_text("no photo")
    (tmp_path / "empty.jpg").write_bytes(b"")
    broken = flown.photos[0][1].read_bytes()
    (tmp_path / "broken.jpg").write_bytes(broken[: len(broken) // 2])
    extra = [(name, tmp_path / name) for name in ("notes.txt", "empty.jpg", "broken.jpg")]
    paths, report = run("3d", [*flown.photos[1:], *extra], tmp_path / "out", output_mesh=False)

    left_out = {item["name"]: item["reason"] for item in report["photos"]["left_out"]}
    assert left_out == {
        "notes.txt": "not a photo that can be read",
        "empty.jpg": "not a photo that can be read",
        "broken.jpg": "its pixels cannot be decoded",
    }
    listed = json.loads(paths["images/survey/image_list.json"].read_text())["images"]
    assert [image["path"] for image in listed if not image["used"]] == list(left_out)


def test_a_position_far_from_the_others_is_not_believed(flown, tmp_path):
    """One photo whose position is damaged does not stretch the map over half the earth."""
    _, path = flown.photos[0]
    content = path.read_bytes().replace(b'GpsLatitude="+30', b'GpsLatitude="+70')
    (tmp_path / "far.jpg").write_bytes(content)
    _, report = run("3d", [*flown.photos[1:], ("far.jpg", tmp_path / "far.jpg")], tmp_path / "out", output_mesh=False)

    assert [item["name"] for item in report["photos"]["left_out"]] == ["far.jpg"]
    assert report["picture"]["gsd_m"] < 0.5


@pytest.mark.parametrize("kind", ["2d", "3d"])
def test_no_photo_at_all_fails_the_job(tmp_path, kind):
    """With nothing to decode a job raises ReconstructionFailed."""
    (tmp_path / "notes.txt").write_text("no photo")
    for files in ([], [("notes.txt", tmp_path / "notes.txt")]):
        with pytest.raises(ReconstructionFailed, match="photo"):
            reconstruct(kind, files, job_id="j", out=tmp_path / "out", parameters={}, seed=1)


def test_lidar_data_without_photos_still_makes_a_cloud(tmp_path):
    """Raw LiDAR files cannot be read here; a job made of them gets a made-up ground, and an empty one fails."""
    files = []
    for suffix in ("LDR", "IMU", "RTK"):
        path = tmp_path / f"DJI_0001.{suffix}"
        path.write_bytes(b"\x00\x01raw")
        files.append((path.name, path))
    paths, report = run("lidar", files, tmp_path / "out", generate_dem=True, generate_pnts=False)

    assert "terra_las/cloud.las" in paths
    assert "terra_dem/dem.tif" in paths
    assert report["notes"]
    with pytest.raises(ReconstructionFailed):
        reconstruct("lidar", [], job_id="j", out=tmp_path / "out2", parameters={}, seed=1)


def test_damaged_photos_never_break_a_job(flown, tmp_path):
    """Flipped bits, wherever they are, leave a job with a result or with ReconstructionFailed."""
    rng = random.Random(5)
    for attempt in range(8):
        photos = []
        for name, path in flown.photos[:2]:
            content = bytearray(path.read_bytes())
            for _ in range(rng.choice((1, 4, 40))):
                content[rng.randrange(rng.choice((200, 5000, len(content))))] ^= 1 << rng.randrange(8)
            damaged = tmp_path / f"{attempt}_{path.name}"
            damaged.write_bytes(content)
            photos.append((name, damaged))
        try:
            paths, _ = run("lidar", photos, tmp_path / f"out{attempt}", generate_pnts=False)
        except ReconstructionFailed:
            continue
        assert "terra_las/cloud.las" in paths


def test_a_tilted_camera_is_laid_where_it_looks(flown):
    """The middle of a photo pitched to -70° lies height / tan 70° ahead of the camera, in its heading."""
    from attrs import evolve

    (photo,), _ = read_photographs(flown.photos[:1])
    (placed,) = place([evolve(photo, pitch_deg=-70.0, yaw_deg=90.0, above_ground_m=100.0)]).photos
    ahead = 100.0 / np.tan(np.radians(70))

    pixel = placed.ground_to_pixel() @ np.array([ahead, 0.0, 1.0])
    assert pixel[:2] / pixel[2] == pytest.approx((photo.width_px / 2, photo.height_px / 2), abs=1e-6)
    right_of_it = placed.ground_to_pixel() @ np.array([ahead, -10.0, 1.0])  # south is to the right when looking east
    assert right_of_it[0] / right_of_it[2] > photo.width_px / 2 + 10


def test_oblique_photos_are_left_out_of_a_map(flown):
    """Photos that look to the horizon do not take part, unless there are no others."""
    from attrs import evolve

    photographs, _ = read_photographs(flown.photos[:3])
    oblique = evolve(photographs[0], pitch_deg=-30.0)

    mixed = place([oblique, *photographs[1:]])
    assert [placed.photo.name for placed in mixed.photos] == [photo.name for photo in photographs[1:]]
    assert [item.name for item in mixed.left_out] == [oblique.name]
    alone = place([oblique])
    assert len(alone.photos) == 1
