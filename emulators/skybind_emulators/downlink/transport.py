"""The way to the devices, as the platform sees it. ``bridge.Bridge`` is one, over MQTT."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from skybind_emulators.downlink.bridge import Request

OnReply = Callable[[str, str, str, str, Mapping[str, Any] | None], None]
OnRequest = Callable[[Request], None]


class Transport(Protocol):
    """Carries commands to gateways and brings back what they say.

    Callbacks come from a thread of the transport's own and must be short.
    """

    def deliver(self, gateway_sn: str, method: str, data: Mapping[str, Any], bid: str, *, tid: str) -> str:
        """Send a command, once. Raises ``NotDelivered``: nothing was sent and nothing will be."""

    def on_reply(self, callback: OnReply) -> None:
        """Be told of replies: gateway, tid, bid, method, data (None if there is none)."""

    def on_request(self, callback: OnRequest) -> None:
        """Be told of what devices ask."""

    def answer_request(self, request: Request, data: Mapping[str, Any]) -> None:
        """Answer a device."""
