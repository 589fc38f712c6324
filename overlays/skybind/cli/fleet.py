"""``skybind fleet``: many flights at once, and where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.options import bwlimit_option, display_for, json_option, quiet_option, workers_option
from skybind.cli.services import WORKING
from skybind.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from skybind.cli.display import Display
    from skybind.fleet import Flight, Standing
    from skybind.fleet.running import Told

__all__ = ["fleet"]


@click.group()
def fleet() -> None:
    """Many flights: photos up, jobs, models down, on one machine or many.

    What is done is on record, so that the same command goes on after any interruption: in the file that keeps the
    uploads, or in the PostgreSQL database that SKYBIND_LEDGER names, which several machines may share.
    """


@fleet.command()
@click.argument("flights", type=click.Path(path_type=Path))
@click.option("--service", type=click.Choice(WORKING), help="For lines without one.")
@click.option("--kind", help="For lines without one.  [default: 3d]")
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the models, for lines without one.")
@click.option("--name", help="Name of the fleet; that of the file if left out.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Dask: local:N for N worker processes, or the address of a scheduler.  [default: threads of this process]",
)
@click.option(
    "--uploads", type=click.IntRange(1, 64), default=1, show_default=True, help="Flights that upload at a time."
)
@click.option(
    "--every",
    type=click.FloatRange(0.05),
    default=30.0,
    show_default=True,
    help="Seconds between questions about a job.",
)
@click.option("--dry-run", is_flag=True, help="Look at the folders and limits; send nothing.")
@workers_option
@bwlimit_option
@json_option
@quiet_option
def run(
    flights: Path,
    service: str | None,
    kind: str | None,
    out: Path | None,
    name: str | None,
    scheduler: str | None,
    uploads: int,
    every: float,
    dry_run: bool,
    workers: int,
    bwlimit: float | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Take all FLIGHTS of a CSV file from photos to models. Again, it goes on, and tries again what failed.

    \b
    Columns, in any order, with a first line of their names:
      folder       photos of the flight, relative to the file
      photos       id of photos at the service, in place of a folder
      service, kind, profile, out, name, key
      upload.NAME, job.NAME    options of the service's own: upload.project_type, job.workspace

    \b
    Examples:
      skybind fleet run april.csv --service terra --out ./models
      skybind fleet run april.csv --dry-run
      skybind fleet run april.csv --scheduler local:2 --json
      SKYBIND_LEDGER=postgresql://skybind@db/skybind skybind fleet run april.csv --scheduler tcp://10.0.0.4:8786
    """
    from skybind.fleet import FleetRecord, dask_engine, local_engine, read_flights
    from skybind.fleet.running import run as run_fleet

    listed = read_flights(flights, service=service, kind=kind, out=out, fleet=name)
    if dry_run:
        _dry_run(listed, as_json)
        return
    title = listed[0].fleet
    with FleetRecord() as record, display_for(quiet=quiet) as display:
        record.add(listed)
        engine = dask_engine(scheduler, uploads) if scheduler else local_engine(uploads)
        try:
            run_fleet(record, title, engine, workers=workers, bwlimit=bwlimit, every=every, told=_telling(display))
        except KeyboardInterrupt:
            click.echo("\nstopped; go on with the same command", err=True)
            raise click.exceptions.Exit(130) from None
        finally:
            engine.close()
        standings = record.standings(title)
    wanted = {flight.key for flight in listed}
    _finish(title, [standing for standing in standings if standing.flight.key in wanted], as_json)


def _telling(display: Display) -> Callable[[Told], None]:
    """A line for each step that ended: what comes next, or the trouble, and how many are where."""
    import time

    from skybind.fleet.words import counted, word

    def told(now: Told) -> None:
        for standing, trouble in now.ended:
            display.note(f"{standing.flight.key}: {trouble or word(standing, time.time())}   [{counted(now.counts)}]")

    return told


def _dry_run(flights: Sequence[Flight], as_json: bool) -> None:
    from skybind.cli.answers import table, width_of_screen
    from skybind.cli.display import size
    from skybind.cli.options import finish
    from skybind.fleet.clouds import capabilities_of
    from skybind.reconstruction import check

    rows: list[dict[str, Any]] = []
    for flight in flights:
        row: dict[str, Any] = {"key": flight.key, "service": flight.service, "kind": flight.kind}
        if flight.folder is not None:
            try:
                report = check(flight.folder, capabilities_of(flight.service), flight.kind)
            except UsageError as error:
                row |= {"files": 0, "bytes": 0, "findings": [str(error)], "fits": False}
            else:
                found = [str(finding) for finding in report.findings]
                row |= {"files": len(report.photos), "bytes": report.bytes, "findings": found, "fits": report.fits}
        else:
            row |= {"files": None, "bytes": None, "findings": [], "fits": True}
        rows.append(row)
    bad = sum(not row["fits"] for row in rows)
    shown = [
        {
            "flight": row["key"],
            "service": row["service"],
            "kind": row["kind"],
            "photos": row["files"],
            "size": "" if row["bytes"] is None else size(row["bytes"]),
            "findings": "; ".join(row["findings"]) or "ok",
        }
        for row in rows
    ]
    text = table(shown, width_of_screen())
    finish({"flights": rows, "fit": len(rows) - bad, "refused": bad}, as_json, text)
    if bad:
        raise click.exceptions.Exit(2)


def _finish(title: str, standings: Sequence[Standing], as_json: bool) -> None:
    from skybind.cli.options import finish
    from skybind.fleet.words import counted, counts_of

    counts = counts_of(standings)
    lines = [f"{title}: {counted(counts)}"]
    lines += [f"  {each.flight.key}: {each.trouble}" for each in standings if each.stuck]
    finish(_facts(title, standings), as_json, "\n".join(lines))
    if counts.get("failed"):
        raise click.exceptions.Exit(9)
    if counts.get("held"):
        raise click.exceptions.Exit(11)


def _facts(title: str, standings: Sequence[Standing]) -> dict[str, Any]:
    import attrs

    from skybind.fleet.words import counts_of

    flights = []
    for standing in standings:
        facts = attrs.asdict(standing, recurse=False)
        flight = attrs.asdict(facts.pop("flight"))
        for private in ("owner", "photo_set"):
            facts.pop(private)
        flights.append({**flight, **facts, "photos": standing.photo_set or standing.flight.photos})
    return {"fleet": title, "counts": counts_of(standings), "flights": flights}


@fleet.command()
@click.argument("name", required=False)
@click.option("--html", type=click.Path(path_type=Path), help="Write a page of it to this file.")
@json_option
def status(name: str | None, html: Path | None, as_json: bool) -> None:
    """Where the flights of a fleet stand, from the record; nothing is asked. NAME is that of the last one, if left out.

    \b
    Examples:
      skybind fleet status
      skybind fleet status april --json
      skybind fleet status april --html april.html
    """
    import time

    from skybind.cli.answers import table, width_of_screen
    from skybind.cli.display import size
    from skybind.cli.options import finish
    from skybind.fleet import FleetRecord
    from skybind.fleet.words import counted, counts_of, word

    with FleetRecord() as record:
        names = record.fleets()
        if name is None and not names:
            raise UsageError("no fleet is on record", advice="Start one: skybind fleet run FLIGHTS.csv.")
        title = name if name is not None else names[0]
        standings = record.standings(title)
    if not standings:
        raise UsageError(f"no fleet {title!r} is on record", advice=f"There are: {', '.join(names)}.")
    if html is not None:
        from skybind.fleet.page import page

        html.write_text(page(title, standings, time.time()), encoding="utf-8")
    now = time.time()
    rows = [
        {
            "flight": each.flight.key.rpartition("/")[2],
            "service": each.flight.service,
            "state": word(each, now),
            "photos safe": "" if each.files is None else f"{each.safe_files:,} of {each.files:,}",
            "size": "" if each.bytes is None else size(each.bytes),
            "trouble": each.trouble,
        }
        for each in standings
    ]
    shown = table(rows, width_of_screen())
    finish(_facts(title, standings), as_json, f"{shown}\n{title}: {counted(counts_of(standings))}")
