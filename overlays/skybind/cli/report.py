"""``skybind report``: a job as one page for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from skybind.cli.jobs import service_of
from skybind.cli.options import finish, json_option, profile_option
from skybind.cli.services import DEFAULT_SERVICE, WORKING, connect

if TYPE_CHECKING:
    from skybind.transfers.ledger import JobRecord

__all__ = ["report"]


@click.command()
@click.argument("token", metavar="JOB")
@click.option("--service", type=click.Choice(WORKING), help=f"Which cloud.  [default: {DEFAULT_SERVICE}]")
@click.option(
    "--photos",
    type=click.Path(path_type=Path),
    help="Folder of its photos.  [default: where they were uploaded from, if that is on this machine]",
)
@click.option("--kind", help="What is made of them.  [default: what was asked for on this machine]")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), default=Path("report.html"), show_default=True
)
@profile_option
@json_option
def report(
    token: str,
    service: str | None,
    photos: Path | None,
    kind: str | None,
    out: Path,
    profile: str | None,
    as_json: bool,
) -> None:
    """Write one HTML page about JOB, a token or uuid: map of its photos, overlap, timeline, files, warnings.

    The page loads nothing, so that it can be mailed. It holds small pictures of up to 48 photos, and no credentials.
    With --json the facts are printed, and the page is written as well.

    \b
    Examples:
      skybind report sb1.terra.eyJqIj…
      skybind report sb1.altizure.eyJwIj… --photos ./flight-42 --out survey.html
      skybind report sb1.terra.eyJqIj… --json | jq .warnings
    """
    from skybind.report import write_report

    with connect(service_of(token, service), profile) as client:
        job = client.job(token)
        record, folder = _on_record(job.id)
        facts = write_report(
            client, token, out, photos=photos or folder, kind=kind or (record.kind if record is not None else None)
        )
    warned = len(facts.warnings)
    told = f"{out}: {warned} warning{'s' if warned != 1 else ''}" if warned else str(out)
    finish({**facts.plain(), "out": str(out)}, as_json, told)


def _on_record(job: str) -> tuple[JobRecord | None, Path | None]:
    """What was asked for, and the folder it was uploaded from, if both are known here and it is still there."""
    from skybind.transfers.ledger import Ledger

    with Ledger() as ledger:
        record = ledger.job(job)
        flight = ledger.find_flight(record.flight) if record is not None else None
    folder = Path(flight.folder) if flight is not None else None
    return record, folder if folder is not None and folder.is_absolute() and folder.is_dir() else None
