"""``skybind upload`` and ``skybind download``: the two ends of the main job, one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from skybind.cli.options import (
    display_for,
    finish,
    json_option,
    out_option,
    profile_option,
    quiet_option,
    unchecked_option,
    workers_option,
)
from skybind.cli.services import DEFAULT_SERVICE, WORKING, connect, work
from skybind.errors import DeadlineExceeded, UsageError

__all__ = ["download", "upload"]

_service = click.option("--service", type=click.Choice(WORKING), help=f"Which cloud.  [default: {DEFAULT_SERVICE}]")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_service
@click.option("--kind", help="What will be made, so that its limits are looked at now.")
@click.option("--name", help="Name at the service; follows from the folder if left out.")
@workers_option
@unchecked_option
@profile_option
@json_option
@quiet_option
def upload(
    folder: Path,
    service: str | None,
    kind: str | None,
    name: str | None,
    workers: int,
    unchecked: bool,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Upload the photos of FOLDER, and start nothing. Again, it sends only what is missing.

    \b
    Examples:
      skybind upload ./flight-42
      skybind upload ./flight-42 --service altizure --kind 3d -j 4
    """
    with connect(service or DEFAULT_SERVICE, profile) as client, display_for(quiet=quiet) as display:
        cloud = client.with_options(check_limits=not unchecked)
        photos = cloud.upload(folder, kind=kind, name=name, workers=workers, progress=display.upload)
    result = {"service": client.name, "photos": photos.id, "files": photos.files, "bytes": photos.bytes}
    finish(result, as_json, f"{photos.files:,} photos are at {client.name}: {photos.id}")


@click.command()
@click.argument("token")
@_service
@out_option
@workers_option
@profile_option
@json_option
@quiet_option
def download(
    token: str,
    service: str | None,
    out: Path | None,
    workers: int,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Download what a job has made, given its TOKEN or uuid. It must be done; `skybind resume` waits for that.

    Files that are in place and whole are not fetched again; others go on where they broke off.

    \b
    Examples:
      skybind download sb1.terra.eyJqIj… --out ./model
      skybind download 6f03194b-… --service terra --out ./model --json
    """
    from skybind.cli.flow import Order, check_options
    from skybind.cli.jobs import service_of
    from skybind.jobs import Phase

    if out is None:
        raise UsageError("where to?", advice="Say --out FOLDER.")
    kind = work(service_of(token, service))
    order = Order("", out=out, workers=workers)
    check_options(kind, order)
    with connect(kind.name, profile) as client, display_for(quiet=quiet) as display:
        working = kind(client)
        job = working.job(token)
        state = job.status()
        if not state.phase.final:
            raise DeadlineExceeded(
                f"job {job.id} is not done yet ({state.native})", advice="Wait with `skybind resume`.", token=job.token
            )
        if state.phase is not Phase.DONE:
            job.result(timeout=0.1)  # raises, and says why there is none
        result: dict[str, Any] = {"job": job.id, "token": job.token, "state": state.phase.value}
        result |= working.collect(job, order, display)
    finish(result, as_json, working.told(result))
