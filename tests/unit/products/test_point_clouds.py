"""Point clouds of 3D and LiDAR jobs, as laspy and plain parsing read them."""

import laspy
import numpy as np
import pytest
import tifffile

from .ground_truth import utm

STATION = 64


def las_of(result, name="terra_las/cloud.las"):
    return laspy.read(result.paths[name])


def test_las_is_in_the_grid_that_it_names(flown, made):
    """LAS 1.4 in the site's UTM zone, with WKT; the stations are where EXIF says the cameras were."""
    las = las_of(made("lidar"))

    assert str(las.header.version) == "1.4"
    assert las.header.point_format.id == 7
    wkt = next(vlr for vlr in las.header.vlrs if vlr.record_id == 2112).string
    assert 'AUTHORITY["EPSG","32650"]' in wkt
    assert las.header.global_encoding.wkt
    stations = las.points[las.classification == STATION]
    for index, station in enumerate(flown.survey.stations):
        place = flown.survey.frame.to_geodetic(station.east_m, station.north_m, station.altitude_m)
        truth = (*utm(place.latitude_deg, place.longitude_deg, 50), place.height_m)
        shown = np.array(stations.x)[index], np.array(stations.y)[index], np.array(stations.z)[index]
        assert shown == pytest.approx(truth, abs=0.02)


def test_points_have_the_colour_of_the_map(made):
    """A point's colour, scaled from 16 bits, is that of the orthophoto's pixel at its place."""
    las = las_of(made("lidar"))
    with tifffile.TiffFile(made("2d").paths["map/result.tif"]) as tiff:
        pixels, tags = tiff.asarray(), tiff.pages[0].geotiff_tags
    ground = np.flatnonzero(np.asarray(las.classification) != STATION)[::97]
    column = ((np.asarray(las.x)[ground] - tags["ModelTiepoint"][3]) / tags["ModelPixelScale"][0]).astype(int)
    row = ((tags["ModelTiepoint"][4] - np.asarray(las.y)[ground]) / tags["ModelPixelScale"][1]).astype(int)
    shown = np.stack([np.asarray(getattr(las, name))[ground] // 257 for name in ("red", "green", "blue")], axis=-1)

    exact = (shown == pixels[row, column, :3]).all(axis=1)
    assert exact.mean() > 0.95  # millimetre rounding puts some points into the neighbouring pixel


def test_lidar_quality_thins_the_cloud(made):
    """`quality_level` 1, 2, 3 keep 100, 25 and 6.25 % of the points."""
    results = made("lidar"), *(made("lidar", quality_level=level, generate_pnts=False) for level in (2, 3))
    counts = [np.sum(las_of(result).classification != STATION) for result in results]

    assert counts[0] / counts[1] == pytest.approx(4, rel=0.1)
    assert counts[1] / counts[2] == pytest.approx(4, rel=0.1)


@pytest.fixture(scope="module")
def shaped(made):
    """A LiDAR result with all that is not by default."""
    return made(
        "lidar",
        output_height_offset=5.0,
        sample_distance=2.0,
        ground_extract=True,
        colorize_point=False,
        generate_dem=True,
        dem_resolution=1.0,
        generate_pnts=False,
    )


def test_lidar_parameters_shape_the_cloud(flown, shaped):
    """Offset, spacing, ground class and colour are followed."""
    las = las_of(shaped)
    ground = np.asarray(las.classification) == 2

    assert las.header.point_format.id == 6
    assert not hasattr(las, "red")
    assert np.asarray(las.z)[ground] == pytest.approx(flown.survey.plan.ground_height_m + 5.0, abs=0.2)
    assert set(np.asarray(las.classification)) == {2, STATION}
    x = np.unique(np.asarray(las.x)[ground].round(2))
    assert np.diff(x).min() == pytest.approx(2.0, rel=0.03)


def test_a_dem_is_made_on_request(flown, made, shaped):
    """`generate_dem` gives a height raster with the resolution and the offset asked for; without it there is none."""
    with tifffile.TiffFile(shaped.paths["terra_dem/dem.tif"]) as tiff:
        heights, tags = tiff.asarray(), tiff.pages[0].geotiff_tags

    assert tags["ModelPixelScale"][0] == pytest.approx(1.0, rel=0.03)
    assert heights[heights != -9999] == pytest.approx(flown.survey.plan.ground_height_m + 5.0, abs=0.05)
    assert "terra_dem/dem.tif" not in made("lidar").paths


def test_formats_follow_the_parameters(made, every_format):
    """`output_pointcloud` is the master switch; pnts is on by default, LAS, PLY and PCD when asked for."""
    bare = made("3d")
    assert not any(name.startswith(("terra_las", "terra_pnts", "terra_point_ply", "terra_pcd")) for name in bare.paths)

    merged = {"terra_las/cloud_merged.las", "terra_point_ply/cloud_merged.ply", "terra_pcd/cloud_merged.pcd"}
    assert merged <= set(every_format.paths)
    assert every_format.under("terra_pnts")

    none = made("3d", output_pointcloud=False, generate_las=True, output_mesh=False, generate_b3dm=True)
    assert not any(name.startswith("terra_") for name in none.paths)


def test_ply_pcd_and_las_hold_the_same_points(every_format):
    """The formats differ in frame and precision only: equal counts, equal shape."""
    result = every_format
    las = las_of(result, "terra_las/cloud_merged.las")
    header, _, body = result.paths["terra_point_ply/cloud_merged.ply"].read_bytes().partition(b"end_header\n")
    count = len(las.points)
    assert f"element vertex {count}\n".encode() in header
    ply = np.frombuffer(body, [("xyz", "<f4", 3), ("rgb", "u1", 3)])
    header, _, body = result.paths["terra_pcd/cloud_merged.pcd"].read_bytes().partition(b"DATA binary\n")
    assert f"POINTS {count}\n".encode() in header
    pcd = np.frombuffer(body, [("xyz", "<f4", 3), ("rgb", "<u4")])

    assert len(ply) == len(pcd) == count
    assert np.array_equal(ply["xyz"], pcd["xyz"])
    assert np.array_equal(ply["rgb"][:, 0], pcd["rgb"] >> 16)
    assert np.ptp(ply["xyz"][:, 2]) == pytest.approx(np.ptp(np.asarray(las.z)), abs=0.05)
    assert np.ptp(ply["xyz"][:, 0]) == pytest.approx(np.ptp(np.asarray(las.x)), rel=0.03)
