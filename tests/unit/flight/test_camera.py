import pytest

from skybind_emulators.flight import MAVIC_3_ENTERPRISE, ZENMUSE_P1, View

VIEW = View(east_m=12.0, north_m=-7.0, altitude_m=100.0, yaw_deg=33.0, width_px=800, height_px=600, focal_px=560.0)


@pytest.mark.parametrize("pixel", [(0, 0), (400, 300), (799.5, 12.25)])
def test_a_pixel_goes_to_the_ground_and_back(pixel):
    """ground_of and pixel_of undo each other."""
    assert VIEW.pixel_of(*VIEW.ground_of(*pixel)) == pytest.approx(pixel, abs=1e-9)


def test_the_middle_of_a_photo_lies_below_the_camera():
    """The optical axis is vertical."""
    assert VIEW.ground_of(400, 300) == pytest.approx((12.0, -7.0))


@pytest.mark.parametrize(
    ("yaw", "direction"), [(0, (0, 1)), (90, (1, 0)), (180, (0, -1)), (-90, (-1, 0))], ids=["N", "E", "S", "W"]
)
def test_the_top_of_a_photo_points_along_the_heading(yaw, direction):
    """Yaw counts clockwise from north."""
    view = View(0.0, 0.0, 100.0, yaw, 800, 600, 560.0)

    east, north = view.ground_of(400, 0)

    reach = 300 * 100 / 560
    assert (east, north) == pytest.approx((direction[0] * reach, direction[1] * reach), abs=1e-9)


@pytest.mark.parametrize("camera", [MAVIC_3_ENTERPRISE, ZENMUSE_P1], ids=lambda camera: camera.model)
def test_a_smaller_photo_sees_as_much_ground(camera):
    """Reduced photos keep the field of view: the footprint is altitude times sensor width over focal length."""
    width_mm = camera.width_px * camera.pixel_pitch_um / 1000
    for size in (50_000, 200_000, 5_000_000):
        width, height = camera.resolution(size)
        view = View(0.0, 0.0, 120.0, 0.0, width, height, camera.focal_px(width))
        assert view.gsd_m * width == pytest.approx(120 * width_mm / camera.focal_length_mm)
        assert height / width == pytest.approx(camera.height_px / camera.width_px, rel=5e-3)
    assert camera.footprint_m(120.0)[0] == pytest.approx(120 * width_mm / camera.focal_length_mm)


def test_no_photo_has_more_pixels_than_its_sensor():
    """Very large files come from finer quantisation, not from invented pixels."""
    assert MAVIC_3_ENTERPRISE.resolution(25_000_000) == (5280, 3956)
