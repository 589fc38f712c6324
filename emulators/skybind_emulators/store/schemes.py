"""The signature scheme of each dialect, behind one face."""

from collections.abc import Mapping
from typing import Protocol

from . import ossv4, sigv4
from .claims import Claim
from .records import Dialect
from .request import Request


class Scheme(Protocol):
    """What `sigv4` and `ossv4` both have."""

    def is_presigned(self, request: Request) -> bool: ...

    def read_claim(self, request: Request) -> Claim: ...

    def canonical_request(self, request: Request, claim: Claim) -> str: ...

    def string_to_sign(self, request: Request, claim: Claim) -> str: ...

    def signing_key(self, secret: str, claim: Claim) -> bytes: ...

    def presigned_query(
        self, request: Request, *, access_key_id: str, secret: str, region: str, now: float, lifetime_s: int
    ) -> str: ...


SCHEMES: Mapping[Dialect, Scheme] = {"oss": ossv4, "s3": sigv4}
