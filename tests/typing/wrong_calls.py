"""Mistakes that a type checker must see. A marked line has exactly the error that it names; no other line has one."""

from __future__ import annotations

from typing import Any, Literal

from skybind import Altizure, AsyncTerra, Downlink, Job, KooMap, Options, Phase, Schedule, Terra, altizure
from skybind.downlink import fly_to
from skybind.errors import JobFailed, ServiceError
from skybind.options import Attempt
from skybind.positions import GCJ02
from skybind.reconstruction import AsyncCloud, Cloud
from skybind.terra import JobStatus, Model, PhotoSet, Reconstruction2D, Reconstruction3D
from skybind_clients.downlink.models import ReturnHome


def arguments(terra: Terra, photos: PhotoSet) -> None:
    Terra("key", "secret", "cn")  # E: [call-arg] positional
    Terra(region=1)  # E: [arg-type] "region"
    Terra(key="key")  # E: [call-arg] Unexpected keyword argument "key"
    terra.upload(42)  # E: [arg-type] "upload"
    terra.upload("flight", "name")  # E: [call-arg] positional
    terra.reconstruct(photos, kind="4d")  # E: [arg-type] Literal['2d', '3d', 'lidar']
    terra.reconstruct(photos, parameters={"output_mesh": True})  # E: [arg-type] "parameters"
    terra.jobs.create("name")  # E: [call-arg] positional
    terra.jobs.list(status="failed")  # E: [arg-type] JobStatus
    terra.jobs.start("uuid", resource_uuid="uuid", parameters="{}")  # E: [call-arg] Missing named argument "type_"
    terra.files.update(uuid=7)  # E: [arg-type] "update"
    Reconstruction2D()  # E: [call-arg] "map_mode"
    Reconstruction3D(output_mesh="yes")  # E: [arg-type] "output_mesh"
    Reconstruction3D(output_mash=True)  # E: [call-arg] "output_mash"


def hooks_and_options(options: Options) -> None:
    def wrong_hook(attempt: int) -> None: ...

    Options(30)  # E: [call-arg] positional
    Options(retries=None)  # E: [arg-type] "retries"
    Options(before_attempt=wrong_hook)  # E: [arg-type] Callable[[Attempt], None]
    options.retries = 3  # E: [misc] read-only
    Schedule(first="soon")  # E: [arg-type] "first"
    Attempt("terra", "getJob", 1, "GET", "https://a").status = 200  # E: [misc] read-only


def results(terra: Terra, job: Job[Model], photos: PhotoSet) -> None:
    job.result().upload("flight")  # E: [attr-defined] "Model" has no attribute "upload"
    length: int = terra.jobs.get("uuid").message  # E: [assignment] "str | Unset"
    print(length, terra.resources.get("uuid").file_uuid)  # E: [attr-defined] maybe "file_uuids"?
    text: str = job.status().phase.final  # E: [assignment] "bool"
    for job_of_page in terra.jobs.list().pages():
        print(text, job_of_page.uuid)  # E: [attr-defined] "Page[Job]" has no attribute "uuid"
    terra.reconstruct(terra.upload)  # E: [arg-type] "reconstruct"
    if job.status().phase == JobStatus.FAILED:  # E: [comparison-overlap] Non-overlapping equality check
        print(photos)
    print(Phase.CANCELLED)  # E: [attr-defined] "CANCELLED"


async def forgotten_awaits(terra: AsyncTerra) -> None:
    print(terra.jobs.get("uuid").name)  # E: [attr-defined] "Coroutine[Any, Any, Job]" has no attribute "name"
    for job in terra.jobs.list():  # E: [attr-defined] "__iter__"
        print(job)
    terra.upload("flight")  # E: [unused-coroutine] must be used
    print(list(terra.jobs.list().pages()))  # E: [call-overload] AsyncIterator
    terra.job("uuid").result().files()  # E: [attr-defined] "Coroutine[Any, Any, AsyncModel]" has no attribute "files"


def one_way(cloud: Cloud, terra: Terra, maker: Altizure, koomap: KooMap, pictures: altizure.PhotoSet) -> None:
    flat: list[Cloud[Any, Any, Literal["2d", "3d"]]] = [terra]
    flat.append(maker)  # E: [arg-type] "Altizure"
    flat.append(koomap)  # E: [arg-type] "KooMap"
    cloud.reconstruct("id", kind="2d")  # E: [arg-type] Literal['3d']
    cloud.upload("flight", kind="lidar")  # E: [arg-type] Literal['3d']
    cloud.reconstruct("id", kind="3d").result().stream("a")  # E: [attr-defined] "stream"
    terra.reconstruct(pictures)  # E: [arg-type] "reconstruct"
    koomap.reconstruct(pictures)  # E: [arg-type] "reconstruct"
    awaited: AsyncCloud = terra  # E: [assignment] "AsyncCloud
    print(awaited.capabilities.kind("3d").fewest)  # E: [attr-defined] "fewest"


def errors() -> None:
    ServiceError("no", service="terra")  # E: [call-arg] Missing named argument "status"
    try:
        raise JobFailed("no", job_id="j")
    except JobFailed as error:
        print(error.code)  # E: [attr-defined] "code"


def commands(downlink: Downlink) -> None:
    downlink.send("return_home")  # E: [arg-type] "send"
    downlink.send(ReturnHome(), "dock-7")  # E: [call-arg] positional
    downlink.send(ReturnHome(), profile="lax")  # E: [arg-type] Literal['strict', 'compatible']
    downlink.flight("f-1", rth_altitude=80, exit_wayline_when_rc_lost=1)  # E: [call-arg] "file"
    fly_to(GCJ02(31.1, 121.5, 60.0), max_speed=8)  # E: [arg-type] "WGS84"
