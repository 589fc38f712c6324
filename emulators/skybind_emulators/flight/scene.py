"""The ground of a flight as one large picture from which every photo of it is cut."""

from collections.abc import Sequence
from math import ceil, cos, hypot, radians, sin, sqrt

import numpy as np
import numpy.typing as npt
from attrs import field, frozen
from PIL import Image, ImageFilter

from .camera import View
from .canvas import Bounds, Canvas
from .countryside import CROP_ROW_PATTERNS, Countryside, Landmark
from .grain import Affine, Grey, Wallpaper, cloud_pattern

FINEST_M = 0.1
FINEST_DETAIL_M = 0.05
_LARGEST_PIXELS = 48_000_000  # 200 MB; a larger area is painted more coarsely
_STRIP = 256
_DARKEST, _LIGHTEST = 16, 239  # room for sensor noise on both sides


@frozen
class Scene:
    """Painted ground. `landmarks` are the survey targets on it, by which a map of it can be checked."""

    bounds: Bounds
    landmarks: Sequence[Landmark]
    resolution_m: float
    _ground: Image.Image = field(repr=False)  # red, green, blue, and how strongly the fine texture shows
    _grain: Wallpaper = field(repr=False)

    @classmethod
    def paint(cls, seed: int, views: Sequence[View]) -> "Scene":
        """The land under a flight, with as much detail as its photos can show."""
        gsd = min(view.gsd_m for view in views)
        corners = [corner for view in views for corner in view.corners()]
        bounds = Bounds.around(corners, margin_m=5 + 2 * gsd)
        finest = max(FINEST_M, sqrt(bounds.width_m * bounds.height_m / _LARGEST_PIXELS))
        canvas = Canvas(bounds, finest)
        countryside = Countryside(seed)
        countryside.paint(canvas)
        reduction = _reduction(finest, gsd)
        ground = _compose(canvas, seed)
        footprint_m = max(hypot(view.width_px, view.height_px) * view.gsd_m for view in views)
        return cls(
            bounds=bounds,
            landmarks=countryside.landmarks(bounds),
            resolution_m=finest * reduction,
            ground=ground.reduce(reduction) if reduction > 1 else ground,
            grain=_fine_grain(seed, gsd, footprint_m),
        )

    def seen_by(self, view: View, reduction: int = 1) -> list[Grey]:
        """A view as planes of red, green and blue, `reduction` times smaller than the photo (rounded up).

        Values stay within 16..239.
        """
        size = ceil(view.width_px / reduction), ceil(view.height_px / reduction)
        a, b, c, d, e, f = to_ground = _pixel_to_ground(view, reduction)
        scale = 1 / self.resolution_m
        to_scene = (
            a * scale, b * scale, (c - self.bounds.west_m) * scale,
            -d * scale, -e * scale, (self.bounds.north_m - f) * scale,
        )  # fmt: skip
        seen = self._ground.transform(size, Image.Transform.AFFINE, to_scene, Image.Resampling.BILINEAR)
        *planes, texture = (np.array(channel) for channel in seen.split())
        relief = (self._grain.cut(size, to_ground).astype(np.int16) - 128) * texture.astype(np.int16)
        relief //= 190
        return [np.clip(plane + relief, _DARKEST, _LIGHTEST).astype(np.uint8) for plane in planes]


def working_reduction(gsd_m: float) -> int:
    """How many times smaller a photo may be computed: the ground holds no detail finer than its grain."""
    return 4 if gsd_m * 4 <= FINEST_DETAIL_M * 1.2 else 2 if gsd_m * 2 <= FINEST_DETAIL_M * 1.2 else 1


def _pixel_to_ground(view: View, reduction: int) -> Affine:
    right_e, right_n = cos(radians(view.yaw_deg)), -sin(radians(view.yaw_deg))
    step = view.gsd_m * reduction
    east, north = view.ground_of(0, 0)
    # One row down is a step back along the heading, whose direction is (-right_n, right_e).
    return (right_e * step, right_n * step, east, right_n * step, -right_e * step, north)


def _reduction(finest_m: float, gsd_m: float) -> int:
    reduction = 1
    while finest_m * reduction * 2 <= gsd_m:
        reduction *= 2
    return reduction


def _fine_grain(seed: int, gsd_m: float, reach_m: float) -> Wallpaper:
    sand = cloud_pattern(seed, 1, 1024, falloff=0.55)
    reduction = min(_reduction(FINEST_DETAIL_M, gsd_m), 64)
    if reduction > 1:
        sand = np.asarray(Image.fromarray(sand).reduce(reduction))
    return Wallpaper(sand, FINEST_DETAIL_M * reduction, reach_m)


def _compose(canvas: Canvas, seed: int) -> Image.Image:
    """Light, patches of growth and crop rows over the painted colours."""
    width, height = canvas.size
    bounds, step = canvas.bounds, canvas.resolution_m
    shade = np.asarray(canvas.shade.filter(ImageFilter.BoxBlur(max(1, round(0.15 / step)))))
    colour, texture, rows = np.asarray(canvas.colour), np.asarray(canvas.texture), np.asarray(canvas.rows)
    patches = Wallpaper(cloud_pattern(seed, 2, 512, falloff=1.3), 0.6, max(bounds.width_m, bounds.height_m))
    growth = Wallpaper(cloud_pattern(seed, 3, 256, falloff=1.1), 0.9, max(bounds.width_m, bounds.height_m))
    crops = _CropRows(seed)
    ground = np.empty((height, width, 4), np.uint8)
    for top in range(0, height, _STRIP):
        strip = slice(top, min(top + _STRIP, height))
        size = width, strip.stop - top
        north = bounds.north_m - top * step
        to_ground = (step, 0.0, bounds.west_m, 0.0, -step, north)
        living = texture[strip].astype(np.float32) / 255
        light = shade[strip].astype(np.float32) / 255
        light *= 1 + living * (patches.cut(size, to_ground).astype(np.float32) - 128) / 250
        green = living * (growth.cut(size, to_ground).astype(np.float32) - 128) / 680
        light += crops.ridges(rows[strip], bounds.west_m, north, step)
        for channel, tint in ((0, -1.0), (1, 0.35), (2, -0.6)):
            value = colour[strip][..., channel] * light * (1 + tint * green)
            ground[strip][..., channel] = np.clip(value, _DARKEST, _LIGHTEST)
        ground[strip][..., 3] = texture[strip]
    return Image.frombytes("RGBX", canvas.size, ground.tobytes())


class _CropRows:
    """Light and dark along the rows of a crop. Each pattern has its own direction, width and strength."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng([seed, 5])
        count = CROP_ROW_PATTERNS + 1
        angle = rng.uniform(0, np.pi, count)
        wave = 2 * np.pi / rng.uniform(0.8, 3.2, count)
        self._east = (np.cos(angle) * wave).astype(np.float32)
        self._north = (np.sin(angle) * wave).astype(np.float32)
        self._strength = rng.uniform(0.03, 0.11, count).astype(np.float32)
        self._strength[0] = 0  # pattern 0 is ground without rows

    def ridges(self, rows: Grey, west_m: float, north_m: float, step: float) -> npt.NDArray[np.float32]:
        height, width = rows.shape
        east = (west_m + step * (np.arange(width, dtype=np.float32) + 0.5)).astype(np.float32)
        north = (north_m - step * (np.arange(height, dtype=np.float32) + 0.5)).astype(np.float32)
        phase = self._east[rows] * east[None, :]
        phase += self._north[rows] * north[:, None]
        np.sin(phase, out=phase)
        phase *= self._strength[rows]
        return phase
