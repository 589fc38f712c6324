"""Images as they are sent for positioning: base64 in JSON."""

import base64
import binascii
import io

from attrs import frozen


class NotBase64(Exception):
    """The text is not base64."""


class NotImage(Exception):
    """The bytes are no image that can be read to its end."""


@frozen
class Photo:
    """What was found out about an image.

    Attributes:
        width_px: its width.
        height_px: its height.
        contrast: standard deviation of its brightness, 0 to about 128. Without contrast there is nothing to recognise.
    """

    width_px: int
    height_px: int
    contrast: float


def look_at(text: str) -> Photo:
    """Decode and read an image, whole.

    Raises:
        NotBase64: see there.
        NotImage: see there.
    """
    try:
        raw = base64.b64decode(text.partition("base64,")[2] or text, validate=True)
    except binascii.Error:
        raise NotBase64 from None
    from PIL import Image, ImageStat  # noqa: PLC0415  heavy: loaded with the first positioning

    try:
        with Image.open(io.BytesIO(raw)) as image:
            grey = image.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise NotImage from None
    return Photo(grey.width, grey.height, ImageStat.Stat(grey).stddev[0])
