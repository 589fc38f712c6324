"""Files to and from the dock. They stay on this machine: an emulator speaks with loopback only."""

import http.client
import ipaddress
from urllib.parse import urlsplit


class CannotTransfer(Exception):
    """The file cannot be had, or not be left there; the text says why, without its address."""


def fetch(url: str, *, largest: int, timeout_s: float) -> bytes:
    """The bytes at a URL.

    Raises:
        CannotTransfer: it is not HTTP, not on loopback, cannot be reached, is larger than `largest` bytes, or answers
            anything but 200.
    """
    status, content = _exchange("GET", url, None, largest=largest, timeout_s=timeout_s)
    if status != 200:
        raise CannotTransfer(f"the server of the file answered {status}")
    if len(content) > largest:
        raise CannotTransfer("the file is too large")
    return content


def put(url: str, content: bytes, *, timeout_s: float) -> None:
    """Leave bytes at a URL.

    Raises:
        CannotTransfer: it is not HTTP, not on loopback, cannot be reached, or answers anything but 200.
    """
    status, _ = _exchange("PUT", url, content, largest=0, timeout_s=timeout_s)
    if status != 200:
        raise CannotTransfer(f"the storage answered {status}")


def _exchange(method: str, url: str, body: bytes | None, *, largest: int, timeout_s: float) -> tuple[int, bytes]:
    """Status, and content up to a byte more than `largest`."""
    try:
        place = urlsplit(url)
        loopback = place.hostname == "localhost" or ipaddress.ip_address(place.hostname or "").is_loopback
        port = place.port or 80
    except ValueError:
        raise CannotTransfer("the address cannot be reached from here") from None
    if place.scheme != "http" or not loopback:
        raise CannotTransfer("the address cannot be reached from here")
    # Not urllib: it would go through the machine's proxies.
    connection = http.client.HTTPConnection(place.hostname or "", port, timeout=timeout_s)
    try:
        connection.request(method, (place.path or "/") + (f"?{place.query}" if place.query else ""), body)
        answer = connection.getresponse()
        return answer.status, answer.read(largest + 1)
    except (OSError, http.client.HTTPException, ValueError):
        raise CannotTransfer("the server cannot be reached") from None
    finally:
        connection.close()
