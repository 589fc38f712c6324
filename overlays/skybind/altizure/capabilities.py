"""What Altizure takes and gives, with the source of each fact."""

from __future__ import annotations

from skybind.altizure.settings import ADDRESSES
from skybind.reconstruction.capabilities import Capabilities, KindLimits, PositionNeed

__all__ = ["CAPABILITIES"]

_SUPPORT = "support pages 4 and 29 [doc]"

CAPABILITIES = Capabilities(
    service="altizure",
    title="Altizure",
    client="Altizure",
    kinds=(KindLimits(name="3d", makes="mesh", least=3, source=_SUPPORT),),
    regions=ADDRESSES,
    stores=("OSS", "S3", "Minio"),
    photos=frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff"}),
    position=PositionNeed.USED,
    results=("OBJ", "OSGB", "tiles for viewers"),
    credentials=("SKYBIND_ALTIZURE_KEY", "SKYBIND_ALTIZURE_EMAIL", "SKYBIND_ALTIZURE_PASSWORD"),
    elsewhere={"download": "Only pro projects have files to download: upload(..., project_type='pro')."},
    sources={
        "regions": "upload guide [doc]; both serve the same data",
        "stores": "upload guide [seed] and changelog 1.8.0 [doc]",
        "photos": _SUPPORT,
        "position": f"{_SUPPORT}: EXIF is recommended",
        "results": "changelog 2.2.1 [doc]; the full list is not documented",
        "elsewhere": "the Go client [client-code]",
    },
)
