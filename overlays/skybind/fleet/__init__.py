"""Many flights: photos of each go up, a job runs, its model comes down, on one machine or on many.

    from skybind.fleet import Flight, fetch, plan, poll_once, start, upload

    flight = Flight(key="april/site-7", service="terra", folder="/data/site-7", out="/models/site-7", profile="survey")
    plan(flight)                # no network: its photos, and the limits of the service
    upload(flight)              # again: only what is missing
    start(flight)               # once
    while not (state := poll_once([flight])[flight.key]).phase.final:
        time.sleep(30)
    fetch(flight)

The functions take plain data and go by the flight's key: called again, by another process or on another machine, they
go on where the record says that it stands. The record is the ledger of uploads (``SKYBIND_LEDGER``): a file of SQLite
on one machine, a PostgreSQL database on many. Credentials are named by their profile and never travel.

:func:`run` drives them for all flights of a list, on any executor of ``concurrent.futures``; ``skybind fleet run`` does
it in threads or on a Dask cluster. Of the functions, any engine of workflows can make tasks: see the recipes in the
documentation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.fleet.engines import Engine, dask_engine, local_engine
    from skybind.fleet.flights import Flight, read_flights
    from skybind.fleet.record import FleetRecord, Standing
    from skybind.fleet.running import Told, run
    from skybind.fleet.steps import Manifest, fetch, plan, poll_once, start, upload

_HOMES = {
    "Engine": "skybind.fleet.engines",
    "FleetRecord": "skybind.fleet.record",
    "Flight": "skybind.fleet.flights",
    "Manifest": "skybind.fleet.steps",
    "Standing": "skybind.fleet.record",
    "Told": "skybind.fleet.running",
    "dask_engine": "skybind.fleet.engines",
    "fetch": "skybind.fleet.steps",
    "local_engine": "skybind.fleet.engines",
    "plan": "skybind.fleet.steps",
    "poll_once": "skybind.fleet.steps",
    "read_flights": "skybind.fleet.flights",
    "run": "skybind.fleet.running",
    "start": "skybind.fleet.steps",
    "upload": "skybind.fleet.steps",
}

__all__ = [
    "Engine",
    "FleetRecord",
    "Flight",
    "Manifest",
    "Standing",
    "Told",
    "dask_engine",
    "fetch",
    "local_engine",
    "plan",
    "poll_once",
    "read_flights",
    "run",
    "start",
    "upload",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
