"""JPEG files of a wanted size, by choosing how coarsely they are quantised. Nothing is padded."""

import io
from collections.abc import Sequence
from math import exp, log

from PIL import Image

# The example tables of the JPEG standard (ITU-T T.81, annex K.1), in rows.
_LUMINANCE = (
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
)  # fmt: skip
_CHROMINANCE = (
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, *[99] * 32,
)  # fmt: skip
_FINEST, _COARSEST = 0.004, 4.0
_ATTEMPTS = 9
# Bytes grow with about this power of the fineness, near the qualities that cameras use.
_TYPICAL_SLOPE = -0.55


class SizeOutOfReachError(ValueError):
    """No quantisation gives this photo the wanted size."""


class Encoder:
    """Encodes photo after photo; each starts where the one before ended, so that most take one or two attempts."""

    def __init__(self, scale: float = 0.2) -> None:
        self._scale = scale

    def encode(
        self, photo: Image.Image, *, exif: bytes, xmp: bytes, size: int | None, tolerance: float = 0.05
    ) -> bytes:
        """The photo as a JPEG file.

        Args:
            photo: RGB.
            exif: EXIF block without its marker.
            xmp: XMP packet.
            size: wanted bytes of the file; without it the last scale is used as it is.
            tolerance: largest share by which the file may miss the size.

        Raises:
            SizeOutOfReachError: the photo is too small or too large for that size.
        """
        encoded = _encode(photo, self._scale, exif, xmp)
        if size is None:
            return encoded
        # Scales known to give too much (below) and too little (above), as (log scale, log bytes).
        finer: tuple[float, float] | None = None
        coarser: tuple[float, float] | None = None
        for _ in range(_ATTEMPTS):
            if abs(len(encoded) / size - 1) <= tolerance:
                return encoded
            here = log(self._scale), log(len(encoded))
            finer, coarser = (here, coarser) if len(encoded) > size else (finer, here)
            wanted = min(max(_next_scale(here, log(size), finer, coarser), log(_FINEST)), log(_COARSEST))
            if wanted == here[0]:
                break
            self._scale = exp(wanted)
            encoded = _encode(photo, self._scale, exif, xmp)
        raise SizeOutOfReachError(
            f"a photo of {photo.width} x {photo.height} pixels cannot be {size} bytes long; "
            f"the nearest is {len(encoded)}"
        )


def _next_scale(
    here: tuple[float, float],
    target: float,
    finer: tuple[float, float] | None,
    coarser: tuple[float, float] | None,
) -> float:
    if finer and coarser:
        share = (finer[1] - target) / (finer[1] - coarser[1])
        # Kept off the ends: a step that lands on a known scale would learn nothing.
        return finer[0] + min(max(share, 0.1), 0.9) * (coarser[0] - finer[0])
    return here[0] + (target - here[1]) / _TYPICAL_SLOPE


def _encode(photo: Image.Image, scale: float, exif: bytes, xmp: bytes) -> bytes:
    out = io.BytesIO()
    tables = [_scaled(_LUMINANCE, scale), _scaled(_CHROMINANCE, scale)]
    photo.save(out, "JPEG", qtables=tables, subsampling="4:2:0", exif=exif, xmp=xmp)
    return out.getvalue()


def _scaled(table: Sequence[int], scale: float) -> list[int]:
    return [min(max(round(step * scale), 1), 255) for step in table]
