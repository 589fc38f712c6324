"""``skybind downlink fly``: one wayline flight, from prepare to home."""

from __future__ import annotations

import contextlib
import secrets
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.downlink.connecting import connected
from skybind.cli.downlink.following import followed
from skybind.cli.downlink.sending import confirmed, explained
from skybind.cli.options import finish, json_option, profile_option, quiet_option, timeout_option
from skybind.errors import JobFailed, UsageError

if TYPE_CHECKING:
    from skybind.downlink import Downlink, Flight
    from skybind.downlink.events import FlightEvent, FlightEvents
    from skybind_clients.downlink.models import WaylineFile

__all__ = ["fly"]

_FLOWN = frozenset({"ok", "partially_done"})


@click.command()
@click.argument("route", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--url", help="Where the dock downloads ROUTE, if it lies there already.")
@click.option("--bucket", help="Bucket of the platform: ROUTE goes there unless there is --url, and photos lie there.")
@click.option("--device", metavar="ID", help="The dock.  [default: SKYBIND_DOWNLINK_DEVICE_ID]")
@click.option("--rth-altitude", type=int, required=True, metavar="METRES", help="Height of a return, above the dock.")
@click.option(
    "--when-link-lost",
    type=click.Choice(["carry-on", "leave-wayline"]),
    default="leave-wayline",
    show_default=True,
    help="What becomes of the wayline; must be the same as in ROUTE.",
)
@click.option("--flight-id", help="Name of the task, never used before; made if it is left out.")
@click.option("--mqtt-url", envvar="SKYBIND_DOWNLINK_MQTT_URL", help="Broker of the dock, to see how the flight goes.")
@click.option("--gateway-sn", envvar="SKYBIND_DOWNLINK_GATEWAY_SN", help="Serial number of the dock, for the same.")
@click.option(
    "--photos",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Bring home what was photographed; needs --bucket and the broker.",
)
@click.option("-y", "--yes", is_flag=True, help="Fly without a question.")
@timeout_option
@profile_option
@json_option
@quiet_option
def fly(
    route: Path,
    url: str | None,
    bucket: str | None,
    device: str | None,
    rth_altitude: int,
    when_link_lost: str,
    flight_id: str | None,
    mqtt_url: str | None,
    gateway_sn: str | None,
    photos: Path | None,
    yes: bool,
    timeout: timedelta | None,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Fly ROUTE, a wayline file (KMZ), now: the dock takes it, the aircraft takes off, flies and comes home.

    The platform publishes no flight events. With the address of the MQTT broker that the dock talks to, progress is
    shown until the aircraft is back; without it, this ends when the dock has taken the order to start.

    Ctrl-C ends this command, not the flight: what pauses or ends it is printed.

    \b
    Examples:
      skybind downlink fly route.kmz --url https://files.example.com/route.kmz --device dock-7 --rth-altitude 80
      skybind downlink fly route.kmz --bucket field-work --rth-altitude 80 --photos ./field-7 --yes
    """
    from skybind_clients.downlink.models import ExitWaylineWhenRcLost

    lost = {"carry-on": ExitWaylineWhenRcLost.CARRY_ON, "leave-wayline": ExitWaylineWhenRcLost.LEAVE_WAYLINE}
    name = flight_id or f"skybind-{secrets.token_hex(8)}"
    if photos and not (bucket and mqtt_url and gateway_sn):
        raise UsageError("--photos needs --bucket, --mqtt-url and --gateway-sn", advice="Nothing was sent.")
    fetched: list[Path] = []
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(connected(profile))
        confirmed(f"{route.name} on {device or 'the device of the profile'}: the aircraft takes off", yes)
        flight = client.flight(
            name,
            device_id=device,
            file=_within_reach(client, route, url, bucket, name),
            rth_altitude=rth_altitude,
            exit_wayline_when_rc_lost=lost[when_link_lost],
        )
        events = stack.enter_context(_events(mqtt_url, gateway_sn)) if mqtt_url and gateway_sn else None
        try:
            with explained(profile):
                _begun(flight, quiet=quiet or as_json)
            last = _seen(events, name, timeout, quiet=quiet or as_json) if events else None
            if photos and bucket and events and last and last.status in _FLOWN:
                for file in events.media(name, expected=last.media or 0, timeout=timeout):
                    fetched += client.download_media([file], photos, bucket=bucket)
                    if not (quiet or as_json):
                        click.echo(f"{file.name} ({len(fetched)} of {last.media})", err=True)
        except KeyboardInterrupt:
            _still_flying(device)
            raise
    if last is None:
        result: dict[str, Any] = {"flight": name, "status": "begun"}
        finish(result, as_json, f"flight {name} has begun; the platform does not tell how it goes on")
        return
    result = {"flight": name, "status": last.native, "media": last.media, "break_point": last.break_point}
    if last.status not in _FLOWN:
        words = last.meaning or last.break_reason or last.native
        raise JobFailed(f"flight {name} ended with {last.native}: {words}", job_id=name)
    words = f"flight {name}: landed ({last.native}), {last.media or 0} photos and videos"
    if photos:
        result["photos"] = [str(path) for path in fetched]
        words += f", {len(fetched)} of them in {photos}"
    finish(result, as_json, words)


def _within_reach(client: Downlink, route: Path, url: str | None, bucket: str | None, name: str) -> WaylineFile:
    if url is not None:
        return client.wayline_file(route, url)
    if bucket is not None:
        return client.upload_wayline(route, bucket=bucket, object_key=f"waylines/{name}.kmz")
    raise UsageError(
        f"{route}: the dock downloads the route by itself, and cannot reach this machine's disk",
        advice="Give --url if it lies where the dock can download it, or --bucket to upload it to the platform.",
    )


def _events(mqtt_url: str, gateway_sn: str) -> FlightEvents:
    from skybind.downlink.events import FlightEvents

    return FlightEvents(mqtt_url, gateway_sn)


def _begun(flight: Flight, *, quiet: bool) -> None:
    """Prepare and execute; each is waited for until the dock took it."""
    followed(flight.prepare(), quiet=quiet)
    followed(flight.execute(), quiet=quiet)


def _seen(events: FlightEvents, name: str, timeout: timedelta | None, *, quiet: bool) -> FlightEvent | None:
    last = None
    with _screen(quiet) as show:
        for event in events.flight(name, timeout):
            show(event)
            last = event
    return last


@contextlib.contextmanager
def _screen(quiet: bool) -> Any:
    """A bar on a terminal, lines elsewhere."""
    if quiet:
        yield lambda _event: None
    elif not sys.stderr.isatty():
        yield _lines()
    else:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (TextColumn("flight"), BarColumn(bar_width=36), TextColumn("{task.description}"))
        with Progress(*columns, console=Console(stderr=True)) as progress:
            task = progress.add_task("", total=100)
            yield lambda event: progress.update(task, completed=event.percent or 0, description=_line(event))


def _lines() -> Callable[[FlightEvent], None]:
    """A line for each change of status and each waypoint, and otherwise for each tenth."""
    last: list[object] = []

    def show(event: FlightEvent) -> None:
        mark = [event.native, event.waypoint, (event.percent or 0) // 10]
        if mark != last:
            last[:] = mark
            click.echo(_line(event), err=True)

    return show


def _line(event: FlightEvent) -> str:
    parts = [event.native]
    if event.percent is not None:
        parts.append(f"{event.percent} %")
    if event.waypoint is not None:
        parts.append(f"waypoint {event.waypoint}")
    if event.media:
        parts.append(f"{event.media} photos")
    parts += [text for text in (event.meaning, event.break_reason) if text]
    return " · ".join(parts)


def _still_flying(device: str | None) -> None:
    target = f" --device {device}" if device else ""
    click.echo(
        "\nnothing was sent to the aircraft: it flies on. To stop it:\n"
        f"  skybind downlink send flighttask_pause{target}\n  skybind downlink send return_home{target}",
        err=True,
    )
