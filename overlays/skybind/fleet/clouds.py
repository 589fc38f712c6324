"""The clouds by name, as flights name them."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, get_args

from skybind.errors import UsageError
from skybind.options import Options
from skybind.reconstruction import Capabilities, Cloud

__all__ = ["CLOUDS", "capabilities_of", "check_option", "connect"]

#: Client class in ``skybind`` by the name of its service.
CLOUDS: Mapping[str, str] = {
    "altizure": "Altizure",
    "flighthub": "FlightHub",
    "koomap": "KooMap",
    "terra": "Terra",
}


def _client(service: str) -> Any:
    import skybind  # noqa: PLC0415 - its front door loads the one client that is asked for

    if service not in CLOUDS:
        raise UsageError(f"no service {service!r} makes models", advice=f"Those that do: {', '.join(CLOUDS)}.")
    return getattr(skybind, CLOUDS[service])


def capabilities_of(service: str) -> Capabilities:
    """What a service takes and gives.

    Raises:
        UsageError: there is no such service, or it makes no models.
    """
    found: Capabilities = _client(service).capabilities
    return found


#: Arguments that a fleet gives by itself.
_OWN = frozenset({"self", "source", "photos", "folder_code", "name", "kind", "workers", "progress", "cancelled"})


def check_option(service: str, method: str, option: str) -> None:
    """See whether ``upload`` or ``reconstruct`` of a service's client takes an option.

    Raises:
        UsageError: it does not; says what it takes.
    """
    function = getattr(_client(service), method)
    taken = inspect.signature(function).parameters.items()
    options = sorted(name for name, one in taken if name not in _OWN and _takes_text(str(one.annotation), function))
    if option not in options:
        raise UsageError(
            f"{method} of {service} has no option {option!r}", advice=f"Options are: {', '.join(options) or 'none'}."
        )


def connect(service: str, profile: str | None, bwlimit: float | None = None) -> Cloud[Any, Any, str]:
    """A client with the credentials of a profile, or of the environment; close it.

    Args:
        service: Its name.
        profile: Name of the credentials, or None.
        bwlimit: Bytes a second that its transfers take at most.

    Raises:
        UsageError: there is no such service.
        CredentialsMissing: no credentials for it here.
    """
    cloud: Cloud[Any, Any, str] = _client(service).from_env(profile=profile, options=Options(bwlimit=bwlimit))
    return cloud


def _takes_text(declared: str, function: Any) -> bool:
    """Whether an argument may be a text; one that may not would take ``false`` for true."""
    kinds = declared.split(" | ")
    return "str" in kinds or any(str in get_args(function.__globals__.get(kind)) for kind in kinds)
