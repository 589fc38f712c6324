"""What FlightHub Open Modeling takes and gives, with the source of each fact. DJI's own pages could not be read."""

from __future__ import annotations

from skybind.flighthub.dialect import HOSTS
from skybind.reconstruction.capabilities import Capabilities, KindLimits, PositionNeed
from skybind.transfers.photos import LIDAR_SUFFIXES, PHOTO_SUFFIXES

__all__ = ["CAPABILITIES"]

_CLIENT = "a public Python client [client-code]"

CAPABILITIES = Capabilities(
    service="flighthub",
    title="FlightHub",
    client="FlightHub",
    kinds=(
        KindLimits(name="2d", makes="map", least=5, most=20_000, of_files=True, source=_CLIENT),
        KindLimits(name="3d", makes="model", least=5, most=20_000, of_files=True, source=_CLIENT),
        KindLimits(name="3dgs", makes="Gaussian splats", least=10, most=4_000, of_files=True, source=_CLIENT),
        KindLimits(name="lidar", makes="point cloud", least=5, most=20_000, of_files=True, source=_CLIENT),
    ),
    regions=HOSTS,
    stores=("OSS", "S3"),
    photos=PHOTO_SUFFIXES,
    companions=LIDAR_SUFFIXES,
    longest_name=255,
    position=PositionNeed.UNKNOWN,
    archive=True,
    results=("not documented",),
    credentials=("SKYBIND_FLIGHTHUB_USER_TOKEN", "SKYBIND_FLIGHTHUB_PROJECT_UUID", "SKYBIND_FLIGHTHUB_REGION"),
    sources={
        "regions": "public clients [client-code]",
        "stores": "OSS: a public client [client-code]; S3 elsewhere is our assumption, as with TerraAPI",
        "photos": "our assumption: as TerraAPI's clients take them",
        "companions": "our assumption: as TerraAPI's",
        "longest_name": "our assumption",
        "archive": "public clients [client-code]; its layout is not documented",
        "results": "not documented",
    },
)
