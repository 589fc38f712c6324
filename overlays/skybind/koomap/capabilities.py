"""What KooMap takes and gives, with the source of each fact."""

from __future__ import annotations

from skybind.reconstruction.capabilities import Capabilities, KindLimits

__all__ = ["CAPABILITIES"]

CAPABILITIES = Capabilities(
    service="koomap",
    title="KooMap",
    client="KooMap",
    kinds=(
        KindLimits(
            name="3d", makes="mesh or radiance field", source="API manual 4.5.1 [seed]; it gives no number of photos"
        ),
    ),
    regions={"cn-north-4": "https://koomap.cn-north-4.myhuaweicloud.com"},
    upload=False,
    download=False,
    results=("OBJ", "OSGB", "XML"),
    credentials=("SKYBIND_KOOMAP_DOMAIN", "SKYBIND_KOOMAP_USERNAME", "SKYBIND_KOOMAP_PASSWORD"),
    elsewhere={
        "upload": "Folders of oblique photos are imported in the console or with Huawei's own client.",
        "download": "The console has the files of a product.",
    },
    sources={
        "regions": "official SDK [sdk]",
        "upload": "API manual: no operation takes oblique photos [seed]",
        "download": "API manual: no operation gives a product's files [seed]",
        "results": "API manual 4.9.2 [seed]",
        "elsewhere": "user guide [doc]",
    },
)
