"""Random patterns that tile without a seam: the roughness of the ground and the noise of a sensor."""

import numpy as np
import numpy.typing as npt
from PIL import Image

Grey = npt.NDArray[np.uint8]
# From pixels (column, row) to ground: east = a·column + b·row + c, north = d·column + e·row + f.
Affine = tuple[float, float, float, float, float, float]


def cloud_pattern(seed: int, purpose: int, side: int, *, falloff: float) -> Grey:
    """A periodic square of noise about 128.

    Args:
        seed: of the scene.
        purpose: tells patterns of one seed apart.
        side: in pixels.
        falloff: how fast the amplitude falls with frequency: 0 is sand, 1 and more are patches and clouds.
    """
    rng = np.random.default_rng([seed, 100 + purpose])
    spectrum = np.fft.rfft2(rng.standard_normal((side, side)))
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None, :])
    frequency[0, 0] = np.inf
    pattern = np.fft.irfft2(spectrum / np.maximum(frequency, 2 / side) ** falloff, s=(side, side))
    pattern *= 32 / pattern.std()
    return np.clip(np.rint(pattern + 128), 0, 255).astype(np.uint8)


class Wallpaper:
    """A periodic pattern spread over the whole ground, north up, from which any view can be cut."""

    def __init__(self, pattern: Grey, resolution_m: float, reach_m: float) -> None:
        """`reach_m` is the side of the largest area that one cut will span."""
        self.resolution_m = resolution_m
        self._period = pattern.shape[0]
        copies = int(np.ceil(reach_m / resolution_m / self._period)) + 2
        self._image = Image.fromarray(np.tile(pattern, (copies, copies)))

    def cut(self, size: tuple[int, int], to_ground: Affine) -> Grey:
        """The pattern as seen by an image of `size` (width and height) that lies so on the ground."""
        scale = 1 / self.resolution_m
        a, b, c, d, e, f = (value * scale for value in to_ground)
        rows = (-d, -e, -f)  # rows count towards the south
        corners = [(0.0, 0.0), (float(size[0]), 0.0), (0.0, float(size[1])), (float(size[0]), float(size[1]))]
        left = min(a * x + b * y + c for x, y in corners)
        top = min(rows[0] * x + rows[1] * y + rows[2] for x, y in corners)
        period = self._period
        c -= np.floor((left - 1) / period) * period
        offset = rows[2] - np.floor((top - 1) / period) * period
        image = self._image.transform(
            size, Image.Transform.AFFINE, (a, b, c, rows[0], rows[1], offset), Image.Resampling.BILINEAR
        )
        return np.asarray(image)


class SensorNoise:
    """Read-out noise: mostly brightness, a little colour, never more than `limit` either way."""

    limit = 15

    def __init__(self, seed: int, width: int, *, sigma: float = 2.4, colour_share: float = 0.35) -> None:
        rng = np.random.default_rng([seed, 90])
        self._height, self._spare = 512, 512
        shape = (self._height, width + self._spare)
        bright = rng.standard_normal(shape, dtype=np.float32)
        self._planes = [
            np.clip(np.rint(sigma * (bright + colour_share * rng.standard_normal(shape, dtype=np.float32))), -15, 15)
            .astype(np.int8)
            .view(np.uint8)
            for _ in range(3)
        ]

    def add_to(self, planes: list[Grey], rng: np.random.Generator) -> None:
        """Disturb three colour planes in place.

        The planes must stay `limit` away from black and white: the sum then cannot leave the range of a byte, and
        bytes can be added as they are.
        """
        height, width = planes[0].shape
        step = self._height // 2
        for top in range(0, height, step):
            rows = min(step, height - top)
            down, right = int(rng.integers(step)), int(rng.integers(self._spare))
            for plane, noise in zip(planes, self._planes, strict=True):
                plane[top : top + rows] += noise[down : down + rows, right : right + width]
