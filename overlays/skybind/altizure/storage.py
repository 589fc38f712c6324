"""Altizure's storage: OSS with credentials for an hour, or any store with an address that is signed for one file."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from skybind.altizure.settings import StorageEndpoints
from skybind.errors import ServerError
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket
from skybind.transfers.upload import Grant
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import ImageType
from skybind_clients.altizure.models.fragments import OssCredentials

__all__ = ["PRESIGNED", "granted"]

_LIFE = 3600.0  # seconds that credentials live
_LONGEST_LIFE = 2 * _LIFE
_REGION = "cn-hangzhou"  # where an address names none; the store of an emulator takes any

#: Permission to send to signed addresses: each carries its own.
PRESIGNED = Grant(Bucket("presigned", "", "", ""), StoreKeys("", ""), lambda name: name, None, "")


def granted(
    api: AltizureGroups,
    project: str,
    bucket: str,
    storage: StorageEndpoints,
    *,
    now: Callable[[], float] = time.time,
) -> Grant:
    """OSS credentials for a project, good for all its images.

    Raises:
        ServerError: the answer lacks some of them.
    """
    asked_at = now()
    # Only `sts` is selected, so no image comes into being under this name.
    sts = api.images.sign_oss(project, bucket=bucket, filename="", type_=ImageType.JPEG)
    if sts is None or not (sts.id and sts.secret and sts.bucket and (sts.endpoint or storage.oss)):
        raise ServerError(
            "Altizure gave OSS credentials that are not whole",
            service="altizure",
            status=200,
            operation="signImagesOSS",
        )
    return Grant(
        bucket=_bucket(sts, storage),
        keys=StoreKeys(sts.id, sts.secret, sts.token or None),
        key_of=lambda name: f"{project}/{name}",
        expires_at=asked_at + _lives(sts.expire, asked_at),
        reference="",
    )


def _bucket(sts: OssCredentials, storage: StorageEndpoints) -> Bucket:
    told = sts.endpoint or ""
    endpoint = told if "//" in told else f"https://{told if '.' in told else f'{told}.aliyuncs.com'}"
    label = (urlsplit(endpoint).hostname or "").partition(".")[0]
    region = label.removeprefix("oss-").removesuffix("-internal") if label.startswith("oss-") else _REGION
    return Bucket("oss", storage.oss or endpoint, sts.bucket or "", region)


def _lives(expire: str | None, asked_at: float) -> float:
    """Seconds that credentials live. Their end is by the service's clock, so what cannot be is not believed."""
    try:
        end = datetime.fromisoformat(expire or "")
    except ValueError:
        return _LIFE
    left = (end if end.tzinfo else end.replace(tzinfo=UTC)).timestamp() - asked_at
    return left if 0 < left <= _LONGEST_LIFE else _LIFE
