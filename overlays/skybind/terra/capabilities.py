"""What TerraAPI takes and gives, with the source of each fact."""

from __future__ import annotations

from skybind.reconstruction.capabilities import Capabilities, KindLimits, PositionNeed
from skybind.terra.dialect import HOSTS
from skybind.transfers.photos import LIDAR_SUFFIXES, PHOTO_SUFFIXES

__all__ = ["CAPABILITIES"]

_FAQ = "DJI's FAQ as a public client's author quotes it [client-code]"

CAPABILITIES = Capabilities(
    service="terra",
    title="TerraAPI",
    client="Terra",
    kinds=(
        KindLimits(name="2d", makes="orthophoto and surface model", least=10, most=4_000, source=_FAQ),
        KindLimits(name="3d", makes="mesh and point cloud", least=10, most=20_000, source=_FAQ),
        KindLimits(
            name="lidar",
            makes="point cloud",
            most_bytes=48 * 10**9,
            needs=LIDAR_SUFFIXES,
            source=f"{_FAQ}; that one file of the set is enough to try is our assumption",
        ),
    ),
    regions=HOSTS,
    stores=("OSS", "S3"),
    photos=PHOTO_SUFFIXES,
    companions=LIDAR_SUFFIXES,
    longest_name=900,
    position=PositionNeed.USED,
    results=("GeoTIFF", "tiles", "OBJ", "PLY", "OSGB", "B3DM", "I3S", "S3MB", "LAS", "PNTS", "PCD"),
    unfinished_jobs=2,
    credentials=("SKYBIND_TERRA_APP_KEY", "SKYBIND_TERRA_SECRET_KEY", "SKYBIND_TERRA_REGION"),
    sources={
        "regions": "quick start, en and cn [doc]",
        "stores": "API reference, introduction [seed]",
        "photos": "the TypeScript client's list, and TIFF [client-code]; officially not documented",
        "companions": "DJI's FAQ as quoted [client-code]",
        "longest_name": "our assumption: OSS and S3 keys hold 1,024 bytes, and the service's prefix takes about 80",
        "position": "algorithm parameters: SfM_method INCREMENTAL is for images without GPS [doc]",
        "results": "algorithm parameters [doc] and the TypeScript client [client-code]",
        "unfinished_jobs": "the TypeScript client's author [client-code]",
    },
)
