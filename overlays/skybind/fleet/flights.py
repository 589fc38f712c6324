"""A flight of a fleet as plain data, and lists of them in CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from skybind.errors import UsageError

__all__ = ["COLUMNS", "Flight", "read_flights"]

#: What a CSV file of flights may have; ``folder`` or ``photos`` must be there. Columns ``upload.NAME`` and ``job.NAME``
#: besides are options of the service's own, as the client's ``upload`` and ``reconstruct`` take them.
COLUMNS = ("folder", "photos", "service", "kind", "profile", "out", "name", "key")
_NAMED = 10  # faults that a message names; the others are counted


@attrs.frozen(kw_only=True)
class Flight:
    """A flight whose photos shall become a model. Plain texts: it goes to other processes and machines as it is.

    Attributes:
        key: Names it on the record, for ever; what comes before the last slash names its fleet.
        service: ``terra``, ``flighthub``, ``koomap`` or ``altizure``.
        kind: ``3d``, or another kind that the service makes.
        folder: Its photos, an absolute path that is the same on all machines; None if they are at the service.
        photos: The service's id of photos that are there already; None if there is a folder.
        out: Where the model goes, an absolute path; None fetches nothing.
        profile: Name of the credentials, where it runs; None takes those of the environment.
        name: Name at the service; the folder's if None.
        upload_options: What else the client's ``upload`` takes: ``{"project_type": "pro"}``.
        job_options: What else its ``reconstruct`` takes: ``{"workspace": "survey"}``.

    Raises:
        UsageError: no key, neither folder nor photos, or both, a relative path, or options that are not texts.
    """

    key: str
    service: str
    kind: str = "3d"
    folder: str | None = None
    photos: str | None = None
    out: str | None = None
    profile: str | None = None
    name: str | None = None
    upload_options: Mapping[str, str] = attrs.field(factory=dict)
    job_options: Mapping[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if not self.key or not self.key.isprintable():
            raise UsageError("a flight needs a key of visible characters", advice="Name it: FLEET/FLIGHT.")
        for path in (self.folder, self.out):
            if path is not None and not Path(path).is_absolute():
                raise UsageError(f"flight {self.key}: {path!r} is no absolute path", advice="Workers lie elsewhere.")
        if (self.folder is None) == (self.photos is None):
            raise UsageError(
                f"flight {self.key}: it has a folder of photos, or the id of photos at the service; one of both",
                advice="Give folder or photos.",
            )
        if not all(isinstance(value, str) for value in (*self.upload_options.values(), *self.job_options.values())):
            raise UsageError(f"flight {self.key}: options are texts", advice="They must fit into a CSV file.")

    @property
    def fleet(self) -> str:
        """The fleet that it belongs to."""
        return self.key.rpartition("/")[0]


def read_flights(
    path: Path,
    *,
    service: str | None = None,
    kind: str | None = None,
    out: Path | None = None,
    fleet: str | None = None,
) -> list[Flight]:
    """The flights of a CSV file with a line of column names; see :data:`COLUMNS`. Paths are relative to the file.

    Args:
        path: The file: UTF-8, with commas, semicolons or tabs.
        service: For lines that name none.
        kind: The same; the kind is ``3d`` if neither names one.
        out: Folder of the models, a sub-folder for each flight, for lines that have no ``out``.
        fleet: Name of the fleet; that of the file if None.

    Raises:
        UsageError: the file cannot be read, or lines are wrong; all of these are named.
    """
    faults: list[str] = []
    flights: dict[str, Flight] = {}
    defaults = {"service": service, "kind": kind}
    for number, line in _lines(path):
        if line is None:
            faults.append(f"line {number}: more values than columns; one that holds the separator goes between quotes")
            continue
        given = line | {column: line.get(column) or value for column, value in defaults.items()}
        try:
            flight = _flight(given, path, fleet or path.stem, out)
        except UsageError as error:
            faults.append(f"line {number}: {error.message}")
            continue
        if flight.key in flights:
            faults.append(f"line {number}: a second flight {flight.key}")
        flights[flight.key] = flight
    if faults:
        more = f"\n  and {len(faults) - _NAMED} more" if len(faults) > _NAMED else ""
        raise UsageError(
            f"{path}: {len(faults)} fault{'s' * (len(faults) > 1)}"
            + "".join(f"\n  {fault}" for fault in faults[:_NAMED])
            + more,
            advice="Nothing was started. Flights of one folder need keys of their own, in a column `key`.",
        )
    if not flights:
        raise UsageError(f"{path}: no flights in it", advice="One line a flight, below the line of column names.")
    return list(flights.values())


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str | None] | None]]:
    """Lines by their number, values by column; None for one with more values than there are columns."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # spreadsheets put a mark before the first character
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"{path}: cannot be read: {reason}", advice="Check the path, and save it as UTF-8.") from error
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restkey="", skipinitialspace=True)
    columns = [name.strip().lower() for name in rows.fieldnames or ()]
    unknown = [name for name in columns if name not in COLUMNS and not name.startswith(("upload.", "job."))]
    if unknown or not {"folder", "photos"} & set(columns):
        said = f"unknown columns {', '.join(map(repr, unknown))}" if unknown else "no column `folder`"
        raise UsageError(f"{path}: {said}", advice=f"Columns are: {', '.join(COLUMNS)}, upload.NAME, job.NAME.")
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise UsageError(f"{path}: columns {', '.join(map(repr, twice))} are there twice", advice="Keep one of each.")
    rows.fieldnames = columns
    try:
        for row in rows:
            if "" in row:
                yield rows.line_num, None
            elif any((value or "").strip() for value in row.values()):
                yield rows.line_num, {column: (value or "").strip() or None for column, value in row.items()}
    except csv.Error as error:
        raise UsageError(f"{path}: line {rows.line_num}: {error}", advice="Save it as CSV.") from error


def _flight(given: Mapping[str, str | None], path: Path, fleet: str, out: Path | None) -> Flight:
    from skybind.fleet.clouds import capabilities_of, check_option  # noqa: PLC0415 - loads only services that are named

    if given["service"] is None:
        raise UsageError("no service", advice="Give a column `service`, or --service.")
    kind = given["kind"] or "3d"
    capabilities_of(given["service"]).kind(kind)
    here = path.resolve().parent
    folder = given.get("folder")
    place = str((here / folder).resolve()) if folder else None
    name = given.get("key") or given.get("name") or (Path(place).name if place else given.get("photos"))
    if not name:
        raise UsageError("neither folder nor photos", advice="Give one of both.")
    if "/" in name or "\\" in name or name in {".", ".."}:
        raise UsageError(f"{name!r} cannot be a key, nor the name of a folder", advice="Give a `key` without slashes.")
    options: dict[str, dict[str, str]] = {"upload": {}, "job": {}}
    for column, value in given.items():
        step, dot, option = column.partition(".")
        if dot and value is not None:
            check_option(given["service"], "upload" if step == "upload" else "reconstruct", option)
            options[step][option] = value
    into = given.get("out")
    result = here / into if into else out / name if out else None
    return Flight(
        key=f"{fleet}/{name}",
        service=given["service"],
        kind=kind,
        folder=place,
        photos=given.get("photos"),
        out=str(result.resolve()) if result else None,
        profile=given.get("profile"),
        name=given.get("name"),
        upload_options=options["upload"],
        job_options=options["job"],
    )
