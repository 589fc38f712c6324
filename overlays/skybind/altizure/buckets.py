"""Where the files of a project go: a cloud, and one of its buckets. The two must fit, or the service refuses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import attrs

from skybind.errors import ServerError, UsageError
from skybind.steps import Workflow, ask
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import Cloud
from skybind_clients.altizure.models.fragments import EnumValue, NearestBucket

__all__ = ["FileKind", "Route", "chosen_route"]

FileKind = Literal["image", "meta", "model"]

# Name of the enum that lists a cloud's buckets for a kind of file. No other pair has an upload call.
_ENUMS: dict[tuple[FileKind, str], str] = {
    ("image", Cloud.OSS): "BucketOSS",
    ("image", Cloud.S3): "BucketS3",
    ("image", Cloud.MINIO): "BucketMinio",
    ("meta", Cloud.S3): "BucketS3",
    ("meta", Cloud.MINIO): "BucketMinioMeta",
    ("model", Cloud.S3): "BucketS3Model",
    ("model", Cloud.MINIO): "BucketMinioModel",
}


@attrs.frozen
class Route:
    """A cloud, and a bucket of that cloud.

    Attributes:
        cloud: ``OSS``, ``S3`` or ``MINIO``.
        bucket: What the upload call takes; not the bucket's name at the vendor.
    """

    cloud: Cloud
    bucket: str


def _cloud(text: str | None) -> Cloud:
    return Cloud((text or "").upper())


def chosen_route(kind: FileKind, cloud: str | None = None, bucket: str | None = None) -> Workflow[Route]:
    """The nearest bucket for a kind of file, among those that the server supports and the caller wants.

    Args:
        kind: What will be uploaded.
        cloud: ``OSS``, ``S3`` or ``MINIO``, in any case; the one with the nearest bucket if None.
        bucket: Name of a bucket, in any case; the nearest if None.

    Raises:
        UsageError: no such bucket, or one of another cloud; the message lists those there are.
        ServerError: the service names no bucket that can be used.
    """
    nearest = [
        Route(_cloud(found.cloud), found.bucket)
        for found in (yield from ask(_nearest(kind)))
        if found.bucket and (kind, _cloud(found.cloud)) in _ENUMS
    ]
    supported = {_cloud(name) for name in (yield from ask(_supported(kind)))}
    usable = [route for route in nearest if not supported or route.cloud in supported]
    wanted = [route for route in usable if cloud is None or route.cloud == _cloud(cloud)]
    if bucket is not None:
        wanted = [route for route in wanted if route.bucket.lower() == bucket.lower()]
    if wanted:
        return wanted[0]
    if cloud is not None and (kind, _cloud(cloud)) in _ENUMS:
        # Lists of the nearest need not hold all; the enum does.
        names = [found.name for found in (yield from ask(_values(_ENUMS[kind, _cloud(cloud)])))]
        fitting = [name for name in names if bucket is None or name.lower() == bucket.lower()]
        if fitting and (not supported or _cloud(cloud) in supported):
            return Route(_cloud(cloud), fitting[0])
    if cloud is None and bucket is None:
        raise ServerError(
            f"Altizure names no bucket for a {kind} that can be used",
            service="altizure",
            status=200,
            operation="listNearestImageBuckets",
            advice="Ask again later, or choose a cloud and a bucket.",
        )
    known = ", ".join(f"{route.cloud} {route.bucket}" for route in usable) or "none"
    raise UsageError(
        f"Altizure has no bucket for a {kind} with {_asked(cloud, bucket)}", advice=f"Nearest first, it has: {known}."
    )


def _asked(cloud: str | None, bucket: str | None) -> str:
    return " and ".join(
        f"{name} {value!r}" for name, value in (("cloud", cloud), ("bucket", bucket)) if value is not None
    )


def _nearest(kind: FileKind) -> Callable[[AltizureGroups], Sequence[NearestBucket]]:
    if kind == "image":
        return lambda api: api.buckets.for_images()
    if kind == "meta":
        return lambda api: api.buckets.for_meta_files()
    return lambda api: api.buckets.for_models()


def _supported(kind: FileKind) -> Callable[[AltizureGroups], Sequence[str]]:
    return lambda api: api.support.supported_clouds(kind=kind)


def _values(enum: str) -> Callable[[AltizureGroups], Sequence[EnumValue]]:
    return lambda api: api.support.enum_values(name=enum)
