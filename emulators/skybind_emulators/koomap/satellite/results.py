"""Result images: small GeoTIFF files of the place that the raw ones show, with a preview beside each."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

from attrs import frozen

from skybind_emulators.koomap.satellite.images import ImageRecord

BUCKET = "koomap-optical-image-data"  # as in the manual's example of a link

_SIZE_PX = 64
_SPAN_DEG = 0.3
_PIXEL_SCALE, _TIEPOINT, _GEO_KEYS = 33550, 33922, 34735
_SHORT, _DOUBLE = 3, 12
# Version 1.1, three keys: geographic model, pixel is area, EPSG 4326.
_WGS84_KEYS = (1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)


class StoredObject(Protocol):
    """An object that lies in the store."""

    @property
    def size(self) -> int:
        """Bytes."""


class Storage(Protocol):
    """What results need of an object store."""

    def create_bucket(self, name: str) -> None:
        """Make a bucket, unless it is there."""

    def put(self, bucket: str, key: str, source: Path | bytes) -> StoredObject:
        """Write an object."""

    def presign_get(
        self, bucket: str, key: str, *, base_url: str, lifetime_s: float, dialect: Literal["oss", "s3"]
    ) -> str:
        """A signed download link."""


@frozen
class Result:
    """A result that was written: keys of image and preview, bytes of both."""

    key: str
    preview: str
    size: int


@frozen
class ResultFolder:
    """Where the results of an account lie; names of folders and previews are those of the manual's example.

    Attributes:
        url: where the store is served; links begin with it.
        link_lifetime_s: life of a link.
    """

    store: Storage
    domain_id: str
    url: str
    link_lifetime_s: float

    def put(self, name: str, raws: Sequence[ImageRecord]) -> Result:
        """Write a result and its preview."""
        place = f"{self.domain_id}/数据加工/光学影像/成果影像/{name}"
        key, preview = f"{place}/{name}.tif", f"{place}/{name}_per.png"
        positions = [raw.position for raw in raws if raw.position is not None]
        west = min(x for x, _ in positions) - _SPAN_DEG / 2
        north = max(y for _, y in positions) + _SPAN_DEG / 2
        pixels = _picture(name)
        image = self.store.put(BUCKET, key, geotiff(pixels, west, north))
        small = self.store.put(BUCKET, preview, _png(pixels))
        return Result(key, preview, image.size + small.size)

    def link(self, preview: str) -> str:
        """The ``image_url`` of a task. It is signed as S3 signs; the example has the older form of OBS."""
        return self.store.presign_get(BUCKET, preview, base_url=self.url, lifetime_s=self.link_lifetime_s, dialect="s3")


def _picture(seed: str) -> Any:
    """An array of colours; the seed decides which."""
    import numpy as np  # noqa: PLC0415  heavy: loaded with the first result

    rows, columns = np.mgrid[0:_SIZE_PX, 0:_SIZE_PX]
    shade = sum(seed.encode("utf-8")) % 128
    return np.dstack((rows * 2 + shade, columns * 2 + shade, (rows ^ columns) + shade)).astype(np.uint8)


def _png(pixels: Any) -> bytes:
    from PIL import Image  # noqa: PLC0415  heavy

    made = io.BytesIO()
    Image.fromarray(pixels).save(made, "PNG")
    return made.getvalue()


def geotiff(pixels: Any, west_deg: float, north_deg: float) -> bytes:
    """A picture in WGS 84, its north-west corner given."""
    import tifffile  # noqa: PLC0415  heavy

    step = _SPAN_DEG / _SIZE_PX
    tags = [
        (_PIXEL_SCALE, _DOUBLE, 3, (step, step, 0.0), True),
        (_TIEPOINT, _DOUBLE, 6, (0.0, 0.0, 0.0, west_deg, north_deg, 0.0), True),
        (_GEO_KEYS, _SHORT, len(_WGS84_KEYS), _WGS84_KEYS, True),
    ]
    made = io.BytesIO()
    tifffile.imwrite(made, pixels, photometric="rgb", compression="zlib", metadata=None, extratags=tags)
    return made.getvalue()
