"""Downloads by the server itself. They stay on this machine: an emulator fetches from loopback only."""

import http.client
import ipaddress
from urllib.parse import SplitResult, urljoin, urlsplit

_LARGEST = 5 * 1024**3
_REDIRECTS = 3


class CannotFetch(Exception):
    """The URL could not be downloaded; the text says why, without the URL."""


def fetch(url: str, *, bearer: str | None = None, timeout_s: float) -> bytes:
    """The bytes at a URL.

    Raises:
        CannotFetch: it is not HTTP, not on loopback, cannot be reached, or answers anything but 200.
    """
    for _ in range(_REDIRECTS + 1):
        status, where, content = _get(_place(url), bearer, timeout_s)
        if status in (301, 302, 303, 307, 308) and where:
            url = urljoin(url, where)
            continue
        if status != 200:
            raise CannotFetch(f"the server of the file answered {status}")
        return content
    raise CannotFetch("the server of the file redirects too often")


def _place(url: str) -> SplitResult:
    try:
        place = urlsplit(url)
        loopback = place.hostname == "localhost" or ipaddress.ip_address(place.hostname or "").is_loopback
        place.port  # noqa: B018  reading it checks it
    except ValueError:
        raise CannotFetch("the address of the file cannot be reached from here") from None
    if place.scheme != "http" or not loopback:
        raise CannotFetch("the address of the file cannot be reached from here")
    return place


def _get(place: SplitResult, bearer: str | None, timeout_s: float) -> tuple[int, str | None, bytes]:
    # Not urllib: it would go through the machine's proxies.
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=timeout_s)
    target = (place.path or "/") + (f"?{place.query}" if place.query else "")
    try:
        connection.request("GET", target, headers={"Authorization": f"Bearer {bearer}"} if bearer else {})
        answer = connection.getresponse()
        content = answer.read(_LARGEST)
        return answer.status, answer.getheader("location"), content
    except (OSError, http.client.HTTPException, ValueError):
        raise CannotFetch("the server of the file cannot be reached") from None
    finally:
        connection.close()
