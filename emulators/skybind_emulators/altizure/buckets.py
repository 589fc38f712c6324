"""Where uploads may go: the literals of the schema's bucket enums, and what lies behind them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

from attrs import frozen

from skybind_emulators.altizure.schema import enum_values
from skybind_emulators.store import ObjectStore

Cloud = Literal["OSS", "S3", "MINIO"]
UploadKind = Literal["image", "model", "meta"]

DISK = "altizure-disk"
"""Bucket that stands for the service's own disk: files that passed, and results."""

# Which enum names the buckets of a cloud for a kind of upload.
ENUMS: Mapping[UploadKind, Mapping[Cloud, str]] = {
    "image": {"OSS": "BucketOSS", "S3": "BucketS3", "MINIO": "BucketMinio"},
    "model": {"S3": "BucketS3Model", "MINIO": "BucketMinioModel"},
    "meta": {"S3": "BucketS3", "MINIO": "BucketMinioMeta"},
}
# Regions that the names of literals suggest. Any other literal gets the cloud's usual one; all our assumption.
_REGIONS: Mapping[tuple[Cloud, str], str] = {
    ("S3", "Paris"): "eu-west-3",
    ("S3", "Stockholm"): "eu-north-1",
    ("S3", "HongKong"): "ap-east-1",
    ("S3", "Beijing"): "cn-north-1",
    ("S3", "Virginia"): "us-east-1",
    ("S3", "London"): "eu-west-2",
}
_USUAL: Mapping[Cloud, str] = {"OSS": "oss-cn-shenzhen", "S3": "us-west-2", "MINIO": "us-east-1"}
# Literals nearest to a caller come first; where the enum has none of them, its own order stands. Our assumption.
_NEAR: Mapping[str, Sequence[str]] = {
    "cn": ("Shenzhen", "Beijing", "HongKong", "Singapore"),
    "us": ("USWest", "Oregon", "Virginia", "London", "Paris", "Stockholm"),
}
_CLOUDS: Mapping[str, Sequence[Cloud]] = {"cn": ("OSS", "S3", "MINIO"), "us": ("S3", "OSS", "MINIO")}
COUNTRIES: Mapping[str, str] = {"cn": "China", "us": "United States"}


@frozen
class Bucket:
    """A place for uploads.

    Attributes:
        literal: what the schema calls it.
        cloud: which mutations fit it.
        kind: of upload.
        name: of the real bucket.
        region: as the cloud calls it.
    """

    literal: str
    cloud: Cloud
    kind: UploadKind
    name: str
    region: str

    @property
    def dialect(self) -> Literal["oss", "s3"]:
        """How requests to it are signed."""
        return "oss" if self.cloud == "OSS" else "s3"


class Buckets:
    """All buckets that the schema has literals for, made in the store.

    Args:
        store: gets the buckets.
        region: of the caller: ``cn`` or ``us``.
        clouds: those that this server offers.
    """

    def __init__(self, store: ObjectStore, region: str, clouds: Collection[str]) -> None:
        self._region = region
        self._clouds: list[Cloud] = [cloud for cloud in _CLOUDS[region] if cloud in clouds]
        self._by_literal: dict[tuple[UploadKind, Cloud], dict[str, Bucket]] = {}
        for kind, enums in ENUMS.items():
            for cloud, enum in enums.items():
                self._by_literal[kind, cloud] = {
                    literal: _bucket(literal, cloud, kind) for literal in enum_values(enum)
                }
        store.create_bucket(DISK)
        for made in self._by_literal.values():
            for bucket in made.values():
                # No region for OSS: its clients take theirs from a host name, which is missing on loopback.
                store.create_bucket(bucket.name, s3_region=bucket.region if bucket.dialect == "s3" else None)

    def offered(self, kind: UploadKind | None) -> list[Cloud]:
        """Clouds for a kind of upload; for all kinds together without one."""
        kinds: Collection[UploadKind] = ENUMS if kind is None else (kind,)
        return [cloud for cloud in self._clouds if any(cloud in ENUMS[one] for one in kinds)]

    def find(self, kind: UploadKind, cloud: Cloud, literal: str) -> Bucket | None:
        """The bucket that a mutation names; None if the server does not offer its cloud."""
        return self._by_literal[kind, cloud].get(literal) if cloud in self._clouds else None

    def nearest(self, kind: UploadKind) -> list[Bucket]:
        """All buckets for a kind, nearest first: by cloud, then by place."""
        near = _NEAR[self._region]
        found: list[Bucket] = []
        for cloud in self._clouds:
            members = list(self._by_literal.get((kind, cloud), {}).values())
            members.sort(key=lambda bucket: near.index(bucket.literal) if bucket.literal in near else len(near))
            found += members
        return found


def shown(bucket: Bucket) -> dict[str, Any]:
    """The bucket as a list of nearest ones names it."""
    return {"bucket": bucket.literal, "cloud": bucket.cloud, "display": f"{bucket.literal} ({bucket.cloud})"}


def _bucket(literal: str, cloud: Cloud, kind: UploadKind) -> Bucket:
    name = f"altizure-{kind}-{cloud.lower()}-{literal.lower().replace('_', '-')}"
    return Bucket(literal, cloud, kind, name, _REGIONS.get((cloud, literal), _USUAL[cloud]))
