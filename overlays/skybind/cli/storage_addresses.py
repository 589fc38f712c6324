"""Where photos would go, for ``skybind doctor``: the service is asked for credentials, and they are thrown away."""

from __future__ import annotations

from skybind.flighthub import FlightHub
from skybind.flighthub.storage import bucket_of as flighthub_bucket
from skybind.terra import Terra
from skybind.terra.storage import bucket_of

__all__ = ["of_flighthub", "of_terra"]


def of_terra(terra: Terra) -> list[str]:
    """The one storage of the account's region."""
    return [bucket_of(terra.store.obtain_token(), terra.endpoints).endpoint]


def of_flighthub(flighthub: FlightHub) -> list[str]:
    """The one storage of the organisation. No resource comes of it: that begins with the first report of a file."""
    return [flighthub_bucket(flighthub.stores.obtain_token(), flighthub.endpoints).endpoint]
