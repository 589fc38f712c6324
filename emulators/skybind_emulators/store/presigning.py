"""URLs that carry their own signature."""

from typing import Literal

from .canonical import percent_encode
from .records import Credential, Dialect
from .request import Request
from .schemes import SCHEMES

_TOKEN: dict[Dialect, str] = {"s3": "X-Amz-Security-Token", "oss": "x-oss-security-token"}


def presigned_url(
    base_url: str,
    bucket: str,
    key: str,
    *,
    credential: Credential,
    dialect: Dialect,
    region: str,
    now: float,
    lifetime_s: int,
    method: Literal["GET", "PUT"] = "GET",
) -> str:
    """A URL in path style below ``base_url`` that gets one object, or puts one. Temporary keys bring their token along.

    Raises:
        ValueError: the lifetime is not one of 1 to 604800 s (seven days), the range of both services.
    """
    if not 1 <= lifetime_s <= 604_800:
        raise ValueError(f"a URL lives for 1 to 604800 s, not {lifetime_s}")
    path = percent_encode(f"/{bucket}/{key}", keep="/")
    request = Request(
        method=method,
        raw_path=path,
        pairs=[(_TOKEN[dialect], credential.session_token)] if credential.session_token else [],
        headers={"host": base_url.partition("://")[2].partition("/")[0]},
        dialect=dialect,
        bucket=bucket,
        key=key,
    )
    query = SCHEMES[dialect].presigned_query(
        request,
        access_key_id=credential.access_key_id,
        secret=credential.secret_access_key,
        region=region,
        now=now,
        lifetime_s=lifetime_s,
    )
    return f"{base_url.rstrip('/')}{path}?{query}"
