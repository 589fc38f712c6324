"""Where each photo lies on the ground.

The ground is a plane at one height. Each photo maps to it by the homography of a pinhole camera.
"""

from collections.abc import Sequence
from math import ceil, cos, radians, sin, sqrt
from statistics import fmean, median

import numpy as np
from attrs import evolve, frozen

from .geodesy import Floats, Site, metres_per_degree
from .photographs import LeftOut, Photograph

# Rays farther off the vertical than this see too much ground in too few pixels.
_STEEPEST_RAY_DEG = 62.0
# Photos without a height of their own: a usual one for a survey. Our assumption.
_USUAL_HEIGHT_M = 100.0
# No single flight is this wide or this high; a photo that claims to be has a damaged position.
_FARTHEST_DEG = 0.2
_HIGHEST_M = 3000.0


@frozen
class PlacedPhoto:
    """A photo above the ground. Its own ground frame starts below the camera: metres east and north."""

    photo: Photograph
    latitude_deg: float
    longitude_deg: float
    above_ground_m: float

    @property
    def gsd_m(self) -> float:
        """Ground sample distance below the camera."""
        return self.above_ground_m / self.photo.focal_px

    def ground_to_pixel(self) -> Floats:
        """3 x 3 homography from (east, north, 1) to the photo's (column, row, 1)."""
        right, up, ahead = self._axes()
        focal, centre_x, centre_y = self.photo.focal_px, self.photo.width_px / 2, self.photo.height_px / 2
        rows = np.stack((focal * right + centre_x * ahead, -focal * up + centre_y * ahead, ahead))
        rows[:, 2] *= -self.above_ground_m  # the ground is that far below the camera
        return rows

    def footprint(self) -> list[tuple[float, float]] | None:
        """East and north of the four corners, or `None` when the photo looks too far to the side."""
        right, up, ahead = self._axes()
        corners = []
        for x, y in ((-1, 1), (1, 1), (1, -1), (-1, -1)):
            ray = ahead * self.photo.focal_px + right * x * self.photo.width_px / 2 + up * y * self.photo.height_px / 2
            ray /= np.linalg.norm(ray)
            if -ray[2] < cos(radians(_STEEPEST_RAY_DEG)):
                return None
            reach = self.above_ground_m / -ray[2]
            corners.append((float(ray[0] * reach), float(ray[1] * reach)))
        return corners

    def _axes(self) -> tuple[Floats, Floats, Floats]:
        """The camera's right, up and viewing directions as east, north, up."""
        yaw, pitch, roll = (radians(a) for a in (self.photo.yaw_deg, self.photo.pitch_deg, self.photo.roll_deg))
        ahead = np.array((sin(yaw) * cos(pitch), cos(yaw) * cos(pitch), sin(pitch)))
        level = np.array((cos(yaw), -sin(yaw), 0.0))
        upright = np.cross(level, ahead)
        return level * cos(roll) - upright * sin(roll), upright * cos(roll) + level * sin(roll), ahead


@frozen
class Placement:
    """All photos of a job on their ground. `is_local` says that the positions are made up."""

    site: Site
    photos: Sequence[PlacedPhoto]
    left_out: Sequence[LeftOut]
    is_local: bool


def place(photographs: Sequence[Photograph], *, use_positions: bool = True) -> Placement:
    """Put photos on the ground by their metadata.

    Photos without a position are left out. If none has one, all are laid out side by side on a grid of our own.
    """
    located = [photo for photo in photographs if photo.has_position] if use_positions else []
    if not located:
        return _laid_out(photographs)
    left_out = [LeftOut(photo.name, "no position") for photo in photographs if not photo.has_position]
    near = _together(located)
    left_out += [LeftOut(p.name, "its position is far from the others") for p in located if p not in near]
    located = near
    ground = _ground_height(located)
    placed = [PlacedPhoto(photo, *photo.position, _above_ground(photo, ground)) for photo in located]
    site = Site(fmean(p.latitude_deg for p in placed), fmean(p.longitude_deg for p in placed), ground)
    if oblique := [p for p in placed if p.footprint() is None]:
        if len(oblique) == len(placed):  # better a rough map than none
            placed = [evolve(p, photo=evolve(p.photo, pitch_deg=-90.0, roll_deg=0.0)) for p in placed]
        else:
            left_out += [LeftOut(p.photo.name, "looks too far to the side for a map") for p in oblique]
            placed = [p for p in placed if p not in oblique]
    return Placement(site, placed, left_out, is_local=False)


def _together(located: Sequence[Photograph]) -> list[Photograph]:
    """The photos of one place: around the middle of all, or around the first when they lie scattered."""
    middle = median(photo.position[0] for photo in located), median(photo.position[1] for photo in located)
    for latitude, longitude in (middle, located[0].position):
        near = [
            photo
            for photo in located
            if max(abs(photo.position[0] - latitude), abs(photo.position[1] - longitude)) < _FARTHEST_DEG
        ]
        if near:
            return near
    return list(located)


def _ground_height(located: Sequence[Photograph]) -> float:
    both = [p.height_m - p.above_ground_m for p in located if p.height_m is not None and p.above_ground_m is not None]
    if both:
        return median(both)
    heights = [p.height_m for p in located if p.height_m is not None]
    return median(heights) - _USUAL_HEIGHT_M if heights else 0.0


def _above_ground(photo: Photograph, ground_m: float) -> float:
    if photo.above_ground_m is not None and 1 < photo.above_ground_m < _HIGHEST_M:
        return photo.above_ground_m
    if photo.height_m is not None and 1 < photo.height_m - ground_m < _HIGHEST_M:
        return photo.height_m - ground_m
    return _USUAL_HEIGHT_M


def _laid_out(photographs: Sequence[Photograph]) -> Placement:
    """A block flown northwards with the usual overlaps, around the point 0° N 0° E."""
    per_latitude, per_longitude = metres_per_degree(0.0)
    columns = ceil(sqrt(len(photographs) / 2))
    placed = []
    for index, photo in enumerate(photographs):
        step, column = divmod(index, columns)
        width = _USUAL_HEIGHT_M * photo.width_px / photo.focal_px
        height = _USUAL_HEIGHT_M * photo.height_px / photo.focal_px
        upright = evolve(photo, yaw_deg=0.0, pitch_deg=-90.0, roll_deg=0.0)
        placed.append(
            PlacedPhoto(
                upright, step * height * 0.2 / per_latitude, column * width * 0.3 / per_longitude, _USUAL_HEIGHT_M
            )
        )
    return Placement(Site(0.0, 0.0, 0.0), placed, [], is_local=True)


def nowhere() -> Placement:
    """A ground without photos, for point-cloud data that an emulator cannot read."""
    return Placement(Site(0.0, 0.0, 0.0), [], [], is_local=True)
