"""``skybind reconstruct``, ``resume``, ``status``, ``jobs``, ``stop``: the main job, with any service for it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from skybind.cli.options import (
    bwlimit_option,
    display_for,
    finish,
    json_option,
    out_option,
    parameters_of,
    profile_option,
    quiet_option,
    timeout_option,
    unchecked_option,
    workers_option,
)
from skybind.cli.services import DEFAULT_SERVICE, KINDS, WORKING, connect, service_of_token, work
from skybind.errors import CredentialsMissing, NotFound, UsageError

__all__ = ["jobs", "reconstruct", "resume", "service_of", "status", "stop"]

_service = click.option("--service", type=click.Choice(WORKING), help=f"Which cloud.  [default: {DEFAULT_SERVICE}]")
_marks = click.option(
    "--marks", type=click.Path(path_type=Path, dir_okay=False), help="CSV file of control points marked in photos."
)


@click.command()
@click.argument("source", metavar="FOLDER")
@_service
@click.option("--kind", type=click.Choice(KINDS), help="What to make.  [default: 3d]")
@out_option
@click.option("--name", help="Name at the service; follows from the folder if left out.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A parameter of the reconstruction.")
@workers_option
@bwlimit_option
@timeout_option
@click.option("--no-wait", is_flag=True, help="Start the job and leave.")
@click.option("--wait-for-slot", is_flag=True, help="terra: wait while two of your jobs are unfinished.")
@click.option("--again", is_flag=True, help="Make another job even if this one was made before.")
@click.option("--workspace", help="koomap: name or id; made if there is none.  [default: skybind]")
@click.option("--model", metavar="Mesh|Nerf", help="koomap: textured mesh or radiance field.  [default: Mesh]")
@_marks
@click.option("--controlled", is_flag=True, help="koomap: with control points, which follow.")
@unchecked_option
@profile_option
@json_option
@quiet_option
def reconstruct(
    source: str,
    service: str | None,
    settings: tuple[str, ...],
    bwlimit: float | None,
    timeout: timedelta | None,
    no_wait: bool,
    unchecked: bool,
    profile: str | None,
    as_json: bool,
    quiet: bool,
    **wishes: Any,
) -> None:
    """Make a model of FOLDER: upload its photos, reconstruct, wait, and download.

    KooMap takes no photos by its API: FOLDER is the code of a folder that was imported there, and the model stays
    there. With control points it stops after the aerial triangulation (exit code 11) until --marks brings them; the
    columns of that file are image_code, column, row, longitude, latitude, height, accuracy. --timeout bounds each of
    the two runs.

    Run the same command again after any interruption: it goes on where it was, and sends nothing twice that is safe.

    \b
    Examples:
      skybind reconstruct ./flight-42 --kind 3d --out ./model
      skybind reconstruct ./field-7 --kind 2d --set map_mode=0 --set quality_level=1 --out ./map
      skybind reconstruct ./flight-42 --no-wait --json
      skybind reconstruct ./flight-42 --service flighthub --kind 3dgs --out ./splats
      skybind reconstruct 5f2c… --service koomap --workspace survey_2026 --model Nerf
      skybind reconstruct 5f2c… --service koomap --set mesh=medium --marks points.csv
    """
    from skybind.cli.flow import Order, carry_out, completed

    kind = work(service or DEFAULT_SERVICE)
    order = completed(
        kind,
        Order(
            source=source,
            settings=parameters_of(settings),
            seconds=timeout.total_seconds() if timeout else None,
            wait=not no_wait,
            **wishes,
        ),
    )
    with connect(kind.name, profile) as client, display_for(quiet=quiet) as display:
        working = kind(client.with_options(check_limits=not unchecked, bwlimit=bwlimit))
        result = carry_out(working, order, display)
    finish(result, as_json, working.told(result))


@click.command()
@click.argument("token")
@out_option
@_marks
@workers_option
@bwlimit_option
@timeout_option
@unchecked_option
@profile_option
@json_option
@quiet_option
def resume(
    token: str,
    out: Path | None,
    marks: Path | None,
    workers: int,
    bwlimit: float | None,
    timeout: timedelta | None,
    unchecked: bool,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Go on with interrupted work, given its TOKEN: an upload on this machine, or a job on any.

    \b
    Examples:
      skybind resume sb1.terra.eyJqIj…
      skybind resume sb1.terra.eyJqIj… --out ./model
      skybind resume sb1.koomap.eyJrIj… --marks points.csv
    """
    from skybind.cli.flow import Order, check_options

    kind = work(service_of_token(token))
    seconds = timeout.total_seconds() if timeout else None
    order = Order("", out=out, marks=marks, workers=workers, seconds=seconds)
    check_options(kind, order)
    with connect(kind.name, profile) as client, display_for(quiet=quiet) as display:
        working = kind(client.with_options(check_limits=not unchecked, bwlimit=bwlimit))
        result = working.resume(token, order, display)
    finish(result, as_json, working.told(result))


@click.command()
@click.argument("tokens", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every job on record on this machine.")
@_service
@profile_option
@json_option
def status(tokens: tuple[str, ...], everything: bool, service: str | None, profile: str | None, as_json: bool) -> None:
    """Say where jobs stand, given their TOKENS or uuids, or --all.

    \b
    Examples:
      skybind status sb1.terra.eyJqIj…
      skybind status --all --json | jq .
      skybind status --all --service koomap
    """
    wanted: dict[str, list[tuple[str, str | None]]] = {}
    for token in tokens:
        wanted.setdefault(service_of(token, service), []).append((token, None))
    if everything:
        for one, name, job in _on_record(service):
            wanted.setdefault(one, []).append((job, name))
    elif not tokens:
        raise UsageError("which job?", advice="Give a token or uuid, or --all.")
    rows: list[dict[str, Any]] = []
    for one, jobs in wanted.items():
        rows += _standing(one, jobs, profile, everything=everything)
    if as_json:
        click.echo(json.dumps([{key: value for key, value in row.items() if key != "text"} for row in rows]))
    for row in rows if not as_json else ():
        click.echo(f"{row['job']}  {row['state']:<8} {row['text']}{'  ' + row['name'] if row['name'] else ''}")


def service_of(token: str, service: str | None) -> str:
    """The service that a token names; a bare id is of the service that was chosen."""
    return service_of_token(token) if "." in token else service or DEFAULT_SERVICE


def _on_record(service: str | None) -> list[tuple[str, str, str]]:
    """Service, name and job of all jobs that were begun on this machine."""
    from skybind.transfers.ledger import Ledger

    with Ledger() as ledger:
        return [
            (one, record.name, record.job)
            for one in ([service] if service else WORKING)
            for record in ledger.jobs(one)
            if record.job
        ]


def _standing(
    service: str, jobs: list[tuple[str, str | None]], profile: str | None, *, everything: bool
) -> list[dict[str, Any]]:
    """A row for each job of one service."""
    from skybind.cli.display import remaining

    rows: list[dict[str, Any]] = []
    try:
        client = connect(service, profile)
    except CredentialsMissing as error:
        if not everything:
            raise
        # Jobs of one service are told even if nobody has signed in to another.
        unknown = {"state": "unknown", "text": error.message}
        return [{"service": service, "job": job, "token": None, "name": name, **unknown} for job, name in jobs]
    with client:
        for token, name in jobs:
            job = client.job(token)
            row: dict[str, Any] = {"service": service, "job": job.id, "token": job.token, "name": name}
            try:
                state = job.status()
            except NotFound:
                if not everything:
                    raise
                rows.append({**row, "state": "gone", "text": "not at the service any more"})
                continue
            seconds = state.remaining.total_seconds() if state.remaining is not None else None
            share = f"{state.progress:.0%}" if state.progress is not None else ""
            text = " · ".join(part for part in (state.native, share, remaining(state), state.message) if part)
            row |= {"state": state.phase.value, "native": state.native, "progress": state.progress}
            rows.append({**row, "remaining_seconds": seconds, "message": state.message, "text": text})
    return rows


@click.command()
@_service
@json_option
def jobs(service: str | None, as_json: bool) -> None:
    """List the jobs that were begun on this machine, without asking anybody. `skybind status --all` asks.

    \b
    Examples:
      skybind jobs
      skybind jobs --service terra --json
    """
    from skybind.transfers.ledger import Ledger

    rows = []
    with Ledger() as ledger:
        for one in [service] if service else WORKING:
            for record in ledger.jobs(one):
                flight = ledger.find_flight(record.flight)
                facts = {"service": one, "job": record.job, "name": record.name, "kind": record.kind}
                rows.append({**facts, "folder": flight.folder if flight else None, "out": record.out})
    if as_json:
        click.echo(json.dumps(rows))
        return
    for row in rows:
        began = row["job"] or "not started yet"
        out = f" → {row['out']}" if row["out"] else ""
        click.echo(f"{row['service']:<9} {began}  {row['kind'] or '':<5} {row['name']}  {row['folder'] or ''}{out}")
    if not rows:
        click.echo("no job was begun on this machine")


@click.command()
@click.argument("token")
@_service
@profile_option
@json_option
def stop(token: str, service: str | None, profile: str | None, as_json: bool) -> None:
    """Stop a job, given its TOKEN or uuid. What it made so far is lost.

    \b
    Examples:
      skybind stop sb1.terra.eyJqIj…
      skybind stop sb1.koomap.eyJrIj…
    """
    with connect(service_of(token, service), profile) as client:
        job = client.job(token)
        job.stop()
        state = job.status()
    finish({"job": job.id, "state": state.phase.value}, as_json, f"job {job.id}: {state.native}")
