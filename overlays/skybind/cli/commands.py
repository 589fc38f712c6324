"""Commands of ``skybind``. Each loads what it needs when it runs, so that ``--help`` is quick."""

from __future__ import annotations

import json
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.exits import EXIT_CODES, exit_code, say
from skybind.cli.options import DURATION, parameters_of
from skybind.errors import SkybindError, UsageError

if TYPE_CHECKING:
    from skybind.cli.display import Display
    from skybind.cli.flow import Order

__all__ = ["cli"]

_EXITS = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in EXIT_CODES.items())


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


class _Group(click.Group):
    """Turns errors into one message on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        signal.signal(signal.SIGTERM, _interrupt)  # a polite kill puts on record what has arrived, like Ctrl-C
        try:
            return super().invoke(ctx)
        except SkybindError as error:
            from skybind.cli.flow import Stopped

            if isinstance(error, Stopped):
                click.echo(
                    f"\nstopped: {error.message}. Go on with the same command, or: skybind resume {error.token}",
                    err=True,
                )
                ctx.exit(130)
            click.echo(say(error), err=True)
            ctx.exit(exit_code(error))
        except KeyboardInterrupt:
            click.echo("\nstopped", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(1)


@click.group(
    cls=_Group, epilog=_EXITS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(package_name="skybind")
@click.option("-v", "--verbose", count=True, help="Log requests to stderr (redacted); twice for more.")
def cli(verbose: int) -> None:
    """Photos up, model down: drone and reality-capture clouds from one command.

    \b
    Examples:
      skybind demo
      skybind reconstruct ./flight-42 --service terra --kind 3d --out ./model
      skybind resume sb1.terra.…
      skybind status --all --json

    Credentials come from the environment (SKYBIND_TERRA_APP_KEY, SKYBIND_TERRA_SECRET_KEY, SKYBIND_TERRA_REGION),
    the profile file or a keyring.
    """
    if verbose:
        import logging

        # Our own loggers only: the HTTP library logs queries.
        logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
        logging.getLogger("skybind").setLevel(logging.INFO if verbose == 1 else logging.DEBUG)


_service = click.option(
    "--service", type=click.Choice(["terra"]), default="terra", show_default=True, help="Which cloud."
)
_profile = click.option("--profile", help="Section of the profile file.")
_json = click.option("--json", "as_json", is_flag=True, help="Result as JSON on stdout.")
_quiet = click.option("-q", "--quiet", is_flag=True, help="No progress.")
_jobs = click.option(
    "-j", "--jobs", "workers", type=click.IntRange(1, 64), default=8, show_default=True, help="Files at a time."
)
_timeout = click.option("--timeout", type=DURATION, help="Longest wait for the job, such as 6h.")
_out = click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the model.")


def _finish(result: dict[str, Any], as_json: bool, text: str) -> None:
    click.echo(json.dumps(result) if as_json else text)


def _display(quiet: bool) -> Display:
    from skybind.cli.display import choose

    return choose(quiet=quiet)


def _run(service: str, order: Order, profile: str | None, as_json: bool, quiet: bool) -> None:
    from skybind.cli.flow import carry_out
    from skybind.cli.services import connect

    with connect(service, profile) as terra, _display(quiet) as display:
        result = carry_out(terra, order, display)
    _finish(result, as_json, _told(result))


def _told(result: dict[str, Any]) -> str:
    where = f"{result['files']:,} files in {result['out']}" if "out" in result else f"{result['state']}"
    return f"job {result['job']}: {where}"


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_service
@click.option("--kind", type=click.Choice(["2d", "3d", "lidar"]), default="3d", show_default=True, help="What to make.")
@_out
@click.option("--name", help="Name at the service; the folder's if left out.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A parameter of the reconstruction.")
@_jobs
@_timeout
@click.option("--no-wait", is_flag=True, help="Start the job and leave.")
@click.option("--wait-for-slot", is_flag=True, help="Wait while two of your jobs are unfinished.")
@click.option("--again", is_flag=True, help="Make another job even if this one was made before.")
@_profile
@_json
@_quiet
def reconstruct(
    folder: Path,
    service: str,
    kind: str,
    out: Path | None,
    name: str | None,
    settings: tuple[str, ...],
    workers: int,
    timeout: timedelta | None,
    no_wait: bool,
    wait_for_slot: bool,
    again: bool,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Upload FOLDER, reconstruct it, wait, and download the model.

    Run the same command again after any interruption: it goes on where it was, and sends nothing twice that is safe.

    \b
    Examples:
      skybind reconstruct ./flight-42 --kind 3d --out ./model
      skybind reconstruct ./field-7 --kind 2d --set map_mode=0 --set quality_level=1 --out ./map
      skybind reconstruct ./flight-42 --no-wait --json
    """
    from skybind.cli.flow import Order
    from skybind.terra.parameters import parameters_from_text, parameters_text

    chosen = parameters_of(settings)
    if kind == "2d":
        chosen.setdefault("map_mode", 1)
    parameters, _, _ = parameters_from_text(kind, json.dumps({"parameter": chosen}))
    order = Order(
        folder=folder,
        kind=kind,
        text=parameters_text(kind, parameters),
        out=out,
        name=name,
        workers=workers,
        seconds=timeout.total_seconds() if timeout else None,
        wait=not no_wait,
        wait_for_slot=wait_for_slot,
        again=again,
    )
    _run(service, order, profile, as_json, quiet)


@cli.command()
@click.argument("token")
@_out
@_jobs
@_timeout
@_profile
@_json
@_quiet
def resume(
    token: str,
    out: Path | None,
    workers: int,
    timeout: timedelta | None,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Go on with interrupted work, given its TOKEN: an upload on this machine, or a job on any.

    \b
    Examples:
      skybind resume sb1.terra.eyJqIj…
      skybind resume sb1.terra.eyJqIj… --out ./model
    """
    import attrs

    from skybind.cli.flow import Order, carry_out, fetch
    from skybind.cli.services import connect
    from skybind.tokens import read_token, token_service
    from skybind.transfers.ledger import Ledger

    service = token_service(token)
    with connect(service, profile) as terra, Ledger() as ledger, _display(quiet) as display:
        content = read_token(token, service)
        flight = ledger.find_flight(content["f"]) if "f" in content else None
        records = ledger.jobs(service, content["f"]) if flight else []
        known = ledger.job(content["j"]) if "j" in content else None
        order = Order(
            Path(),
            "",
            "",
            out=out or (Path(known.out) if known and known.out else None),
            workers=workers,
            seconds=timeout.total_seconds() if timeout else None,
        )
        if "j" in content:
            result = fetch(terra, token, order, display)
        elif flight and records:
            record = records[0]
            target = out or (Path(record.out) if record.out else None)
            result = carry_out(
                terra,
                attrs.evolve(
                    order,
                    folder=Path(flight.folder),
                    kind=record.kind,
                    text=record.request,
                    out=target,
                    name=record.name,
                ),
                display,
            )
        else:
            raise UsageError(
                "nothing is on record for this token on this machine",
                advice="Uploads are resumed where they were begun; or run the reconstruct command again.",
            )
    _finish(result, as_json, _told(result))


@cli.command()
@click.argument("tokens", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every job on record on this machine.")
@_service
@_profile
@_json
def status(tokens: tuple[str, ...], everything: bool, service: str, profile: str | None, as_json: bool) -> None:
    """Say where jobs stand, given their TOKENS or uuids, or --all.

    \b
    Examples:
      skybind status sb1.terra.eyJqIj…
      skybind status --all --json | jq .
    """
    from skybind.cli.display import remaining
    from skybind.cli.services import connect
    from skybind.errors import NotFound
    from skybind.transfers.ledger import Ledger

    wanted = list(tokens)
    names: dict[str, str] = {}
    if everything:
        with Ledger() as ledger:
            for record in ledger.jobs(service):
                if record.job:
                    wanted.append(record.job)
                    names[record.job] = record.name
    if not wanted and not everything:
        raise UsageError("which job?", advice="Give a token or uuid, or --all.")
    rows: list[dict[str, Any]] = []
    with connect(service, profile) as terra:
        for token in wanted:
            job = terra.job(token)
            row: dict[str, Any] = {"service": service, "job": job.id, "token": job.token, "name": names.get(job.id)}
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
    if as_json:
        click.echo(json.dumps([{key: value for key, value in row.items() if key != "text"} for row in rows]))
    for row in rows if not as_json else ():
        click.echo(f"{row['job']}  {row['state']:<8} {row['text']}{'  ' + row['name'] if row['name'] else ''}")


@cli.command()
@click.argument("token")
@_service
@_profile
@_json
def stop(token: str, service: str, profile: str | None, as_json: bool) -> None:
    """Stop a job, given its TOKEN or uuid. What it made so far is lost.

    \b
    Example:
      skybind stop sb1.terra.eyJqIj…
    """
    from skybind.cli.services import connect

    with connect(service, profile) as terra:
        job = terra.job(token)
        job.stop()
        state = job.status()
    _finish({"job": job.id, "state": state.phase.value}, as_json, f"job {job.id}: {state.native}")


@cli.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port of the services; any free one if left out."
)
@click.option("--storage-port", type=click.IntRange(0, 65535), default=0, help="Port of the object store.")
@click.option("--speed", default="polls:3", show_default=True, help="How jobs move: instant, polls:N, time:X.")
@click.option("--region", type=click.Choice(["cn", "us"]), default="cn", show_default=True, help="cn: OSS, us: S3.")
@click.option("--seed", type=int, default=1, show_default=True, help="Ids and keys follow from it.")
@click.option(
    "--fault", "faults", multiple=True, metavar="SPEC", help="Misbehave, for example terra.startJob:lose-answer:1."
)
@click.option(
    "--env-file", type=click.Path(path_type=Path, dir_okay=False), help="Write the settings as shell exports."
)
def emulate(
    port: int, storage_port: int, speed: str, region: str, seed: int, faults: tuple[str, ...], env_file: Path | None
) -> None:
    """Serve the services on loopback, for any client in any language, until Ctrl-C.

    Prints one line of JSON when ready: addresses and credentials.

    \b
    Examples:
      skybind emulate --env-file emulators.env
      skybind emulate --speed time:60 --fault 'store.put:status-503:3,retry_after=1'
    """
    emulators = _emulators()

    def ready(line: dict[str, Any]) -> None:
        if env_file is not None:
            from skybind.cli.environment import exports

            env_file.touch(mode=0o600)
            env_file.write_text(exports(line), encoding="utf-8")

    try:
        settings = emulators.Settings(
            port=port, storage_port=storage_port, speed=speed, region=region, seed=seed, faults=faults
        )
        emulators.serve.serve(settings, ready=ready)
    except (ValueError, emulators.server.PortInUse) as error:
        raise UsageError(str(error)) from error


@cli.command()
@click.option("--photos", type=click.Path(path_type=Path), help="Your own photos in place of a sample flight.")
@click.option("--kind", type=click.Choice(["2d", "3d", "lidar"]), default="2d", show_default=True, help="What to make.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("demo-out"), show_default=True, help="Folder."
)
@click.option("--region", type=click.Choice(["cn", "us"]), default="cn", show_default=True, help="cn: OSS, us: S3.")
@_quiet
def demo(photos: Path | None, kind: str, out: Path, region: str, quiet: bool) -> None:
    """Run the main job on emulators: nothing else is needed, and nothing leaves this machine.

    \b
    Examples:
      skybind demo
      skybind demo --photos ./flight-42 --kind 3d
    """
    from skybind.cli.demo import run_demo

    run_demo(_emulators(), photos, kind, out, region, _display(quiet))


def _emulators() -> Any:
    try:
        import skybind_emulators
        import skybind_emulators.serve
        import skybind_emulators.server
    except ImportError as error:
        raise UsageError(
            f"the emulators need more packages ({error.name})", advice='pip install "skybind[cli,emulators]"'
        ) from error
    return skybind_emulators
