"""The services by name: where their clients and their operations are, and who does the main job with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from skybind.errors import UsageError

__all__ = [
    "DEFAULT_SERVICE",
    "KINDS",
    "SERVICES",
    "WORKING",
    "Service",
    "connect",
    "loaded",
    "service_named",
    "service_of_token",
    "work",
]


class Service(NamedTuple):
    """What the command must know of a service. Plain texts, so that ``--help`` loads nothing of it.

    Attributes:
        title: For lists.
        package: Generated code: operations, facade, models, limits.
        client: Module and class, which has ``from_env`` and the groups of the facade.
        work: Module and class that do ``skybind reconstruct`` with it; None if it reconstructs nothing.
        answer_headers: Headers of answers that are part of what was asked for. They are treated as secrets.
        ways: Fields of credentials, for each way to sign in.
        settings: Other fields that may go with them.
        probe: Group and method of a call that changes nothing, with its arguments, to see whether all is well.
        storage: Module and function from a client to the addresses of its storage; None if there are none.
    """

    title: str
    package: str
    client: str
    work: str | None = None
    answer_headers: tuple[str, ...] = ()
    ways: tuple[tuple[str, ...], ...] = ()
    settings: tuple[str, ...] = ()
    probe: tuple[str, Mapping[str, Any]] | None = None
    storage: str | None = None


SERVICES: Mapping[str, Service] = {
    "terra": Service(
        "DJI TerraAPI",
        "skybind_clients.terra",
        "skybind.terra.client:Terra",
        "skybind.cli.terra_work:TerraWork",
        ways=(("app_key", "secret_key"),),
        settings=("region", "base_url", "oss_endpoint", "s3_endpoint"),
        probe=("jobs.list", {"rows": 1}),
        storage="skybind.cli.storage_addresses:of_terra",
    ),
    "flighthub": Service(
        "DJI FlightHub 2: Open Modeling",
        "skybind_clients.flighthub",
        "skybind.flighthub.client:FlightHub",
        "skybind.cli.flighthub_work:FlightHubWork",
        ways=(("user_token", "project_uuid"), ("user_token",)),
        settings=(
            *("region", "base_url", "version", "language", "organization_key"),
            *("oss_endpoint", "s3_endpoint", "renewal", "archive"),
        ),
        probe=("models.running", {}),
        storage="skybind.cli.storage_addresses:of_flighthub",
    ),
    "koomap": Service(
        "Huawei KooMap",
        "skybind_clients.koomap",
        "skybind.koomap.client:KooMap",
        "skybind.cli.koomap_work:KooMapWork",
        ways=(("domain", "username", "password"), ("ak", "sk"), ("token",)),
        settings=("region", "base_url", "iam_url", "project_id", "project_name", "obs_endpoint"),
        probe=("workspaces.list", {"limit": 1, "offset": 0}),
    ),
    "altizure": Service(
        "Altizure",
        "skybind_clients.altizure",
        "skybind.altizure.client:Altizure",
        "skybind.cli.altizure_work:AltizureWork",
        ways=(("key", "email", "password"), ("key", "altitoken"), ("key",)),
        settings=("endpoint", "app_secret", "oss_endpoint", "s3_endpoint"),
        probe=("account.me", {}),
    ),
    "downlink": Service(
        "UTMOS open platform: commands to docks and drones",
        "skybind_clients.downlink",
        "skybind.downlink:Downlink",
        ways=(("api_id", "api_key"),),
        settings=("base_url", "device_id", "canonical"),
        probe=("device_requests.list", {}),
    ),
    "iam": Service(
        "Huawei Cloud IAM: tokens for KooMap",
        "skybind_clients.iam",
        "skybind.cli.identity:Identity",
        answer_headers=("x-subject-token",),
    ),
}

#: Those that reconstruct something.
WORKING = tuple(name for name, service in SERVICES.items() if service.work)
#: What services make; none makes all.
KINDS = ("2d", "3d", "3dgs", "lidar")
#: Whose jobs bare ids are.
DEFAULT_SERVICE = "terra"


def service_named(name: str) -> Service:
    """The service.

    Raises:
        UsageError: there is no such service.
    """
    if name not in SERVICES:
        raise UsageError(f"this skybind has no service {name!r}", advice=f"Services are: {', '.join(SERVICES)}.")
    return SERVICES[name]


def service_of_token(token: str) -> str:
    """The service that a resume token belongs to; nothing is sent to find out.

    Raises:
        UsageError: not a token, a damaged one, or of a service that this skybind does not have.
    """
    from skybind.tokens import read_token, token_service

    name = token_service(token)
    service_named(name)
    try:
        read_token(token, name)
    except UsageError as error:
        raise UsageError(f"{error.message}; it is one of {name}", advice=error.advice) from None
    return name


def loaded(place: str) -> Any:
    """What a ``module:name`` of the registry stands for."""
    from importlib import import_module

    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


def connect(service: str, profile: str | None) -> Any:
    """A client with credentials from environment, profile file or keyring.

    Raises:
        UsageError: there is no such service.
        CredentialsMissing: no credentials for it.
    """
    return loaded(service_named(service).client).from_env(profile=profile)


def work(service: str) -> Any:
    """The class that does the main job with a service; see :class:`skybind.cli.flow.Work`.

    Raises:
        UsageError: there is no such service, or it reconstructs nothing.
    """
    place = service_named(service).work
    if place is None:
        raise UsageError(f"{service} reconstructs nothing", advice=f"Services that do: {', '.join(WORKING)}.")
    return loaded(place)
