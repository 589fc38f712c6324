"""A signer for tests, written from the description of the scheme."""

import hashlib
import hmac
from collections.abc import Callable, Generator, Sequence
from datetime import UTC, datetime
from urllib.parse import quote

import httpx

from skybind_emulators.koomap.account import REGION


class Signs(httpx.Auth):
    """Signs with SDK-HMAC-SHA256, or its derived variant.

    Attributes:
        names: headers to sign, in lower case; date and host by default.
        extra: further headers, sent and signed.
        scope: region and service of the derived variant; None for the plain one.
    """

    requires_request_body = True

    def __init__(
        self,
        ak: str,
        sk: str,
        wall: Callable[[], float],
        *,
        names: Sequence[str] = ("host", "x-sdk-date"),
        extra: dict[str, str] | None = None,
        derived: tuple[str, str] | None = None,
    ) -> None:
        self.ak = ak
        self.sk = sk
        self.wall = wall
        self.names = list(names)
        self.extra = extra or {}
        self.derived = derived

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the headers."""
        date = datetime.fromtimestamp(self.wall(), UTC).strftime("%Y%m%dT%H%M%SZ")
        request.headers["X-Sdk-Date"] = date
        request.headers.update(self.extra)
        names = sorted({*self.names, *(name.lower() for name in self.extra)})
        query = sorted(request.url.params.multi_items(), key=lambda pair: pair[0])
        canonical = "\n".join(
            [
                request.method,
                "/".join(quote(part, safe="") for part in request.url.path.split("/")).rstrip("/") + "/",
                "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in query),
                *(f"{name}:{request.headers[name].strip()}" for name in names),
                "",
                ";".join(names),
                self.extra.get("X-Sdk-Content-Sha256", hashlib.sha256(request.content).hexdigest()),
            ]
        )
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        if self.derived is None:
            signature = self._hmac(self.sk.encode(), f"SDK-HMAC-SHA256\n{date}\n{digest}").hex()
            who = f"SDK-HMAC-SHA256 Access={self.ak}"
        else:
            scope = "/".join((date[:8], *self.derived))
            extracted = self._hmac(self.ak.encode(), self.sk)
            key = self._hmac(extracted, scope + "\x01").hex().encode()
            signature = self._hmac(key, f"V11-HMAC-SHA256\n{date}\n{scope}\n{digest}").hex()
            who = f"V11-HMAC-SHA256 Credential={self.ak}/{scope}"
        request.headers["Authorization"] = f"{who}, SignedHeaders={';'.join(names)}, Signature={signature}"
        yield request

    @staticmethod
    def _hmac(key: bytes, text: str) -> bytes:
        return hmac.digest(key, text.encode(), "sha256")


HERE = (REGION, "koomap")
