"""Pinhole cameras that look straight down, and what one of them sees from one place."""

from math import cos, radians, sin, sqrt

from attrs import field, frozen, validators

# Photos of surveying drones come to 3 to 5 bits per pixel; a smaller file is a smaller photo, not a worse one.
_BITS_PER_PIXEL = 3.8
_SMALLEST_WIDTH_PX = 96


@frozen
class Camera:
    """A camera as the vendor's data sheet gives it.

    Reduced photos keep the field of view: their pixels are larger by the same ratio.
    """

    model: str
    drone: str
    focal_length_mm: float = field(validator=validators.gt(0))
    focal_length_35mm: int
    f_number: float
    pixel_pitch_um: float = field(validator=validators.gt(0))
    width_px: int = field(validator=validators.gt(0))
    height_px: int = field(validator=validators.gt(0))
    file_suffix: str = ""

    def focal_px(self, width_px: int) -> float:
        """The focal length in pixels of a photo that is so many pixels wide."""
        return self.focal_length_mm * 1000 / self.pixel_pitch_um * width_px / self.width_px

    def footprint_m(self, altitude_m: float) -> tuple[float, float]:
        """Width (across the flight) and height (along it) of the ground in one photo."""
        return altitude_m * self.width_px / self.focal_px(self.width_px), altitude_m * self.height_px / self.focal_px(
            self.width_px
        )

    def resolution(self, size: int | None) -> tuple[int, int]:
        """Width and height in pixels that suit a file of about `size` bytes.

        Without a size a quarter of the full width and height: quick to make, and sharp enough to look at.
        """
        if size is None:
            width = self.width_px // 4
        else:
            width = round(sqrt(size * 8 / _BITS_PER_PIXEL * self.width_px / self.height_px))
        width = min(max(width, _SMALLEST_WIDTH_PX), self.width_px)
        return width, round(width * self.height_px / self.width_px)


MAVIC_3_ENTERPRISE = Camera(
    model="M3E",
    drone="Mavic 3 Enterprise",
    focal_length_mm=12.29,
    focal_length_35mm=24,
    f_number=2.8,
    pixel_pitch_um=3.3,
    width_px=5280,
    height_px=3956,
    file_suffix="_V",
)
ZENMUSE_P1 = Camera(
    model="ZenmuseP1",
    drone="Matrice 300 RTK",
    focal_length_mm=35.0,
    focal_length_35mm=35,
    f_number=5.6,
    pixel_pitch_um=4.4,
    width_px=8192,
    height_px=5460,
)

# From here on the 20 megapixels of the smaller camera would need more bits per pixel than an honest photo has.
_LARGE_CAMERA_FROM = 12_500_000


def camera_for(size: int | None) -> Camera:
    """The camera whose photos have about `size` bytes when nobody chose one."""
    return ZENMUSE_P1 if size is not None and size > _LARGE_CAMERA_FROM else MAVIC_3_ENTERPRISE


@frozen
class View:
    """One photo's geometry: a camera above flat ground, optical axis vertical, image top towards the heading.

    Ground coordinates are east and north in metres in the survey's frame. Pixel coordinates start at the top left
    corner of the photo; the centre of the first pixel is (0.5, 0.5).
    """

    east_m: float
    north_m: float
    altitude_m: float
    yaw_deg: float
    width_px: int
    height_px: int
    focal_px: float

    @property
    def gsd_m(self) -> float:
        """Ground sample distance: the side of one pixel on the ground, in metres."""
        return self.altitude_m / self.focal_px

    def ground_of(self, column: float, row: float) -> tuple[float, float]:
        """East and north of what a pixel shows."""
        right = (column - self.width_px / 2) * self.gsd_m
        ahead = (self.height_px / 2 - row) * self.gsd_m
        yaw = radians(self.yaw_deg)
        return (
            self.east_m + right * cos(yaw) + ahead * sin(yaw),
            self.north_m - right * sin(yaw) + ahead * cos(yaw),
        )

    def pixel_of(self, east_m: float, north_m: float) -> tuple[float, float]:
        """Column and row at which a ground point shows, inside the photo or not."""
        yaw = radians(self.yaw_deg)
        de, dn = east_m - self.east_m, north_m - self.north_m
        right = de * cos(yaw) - dn * sin(yaw)
        ahead = de * sin(yaw) + dn * cos(yaw)
        return self.width_px / 2 + right / self.gsd_m, self.height_px / 2 - ahead / self.gsd_m

    def sees(self, east_m: float, north_m: float, *, margin_px: float = 0.0) -> bool:
        """Whether a ground point is in the photo, at least `margin_px` from its edges."""
        column, row = self.pixel_of(east_m, north_m)
        return margin_px <= column <= self.width_px - margin_px and margin_px <= row <= self.height_px - margin_px

    def corners(self) -> list[tuple[float, float]]:
        """East and north of the photo's corners, clockwise from the top left."""
        width, height = self.width_px, self.height_px
        return [self.ground_of(*corner) for corner in ((0, 0), (width, 0), (width, height), (0, height))]
