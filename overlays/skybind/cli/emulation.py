"""``skybind emulate`` and ``skybind demo``: the services on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from skybind.cli.options import display_for, quiet_option
from skybind.cli.services import DEFAULT_SERVICE, KINDS, WORKING
from skybind.errors import UsageError

__all__ = ["demo", "emulate"]


@click.command()
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
@click.option("--no-dock", is_flag=True, help="Leave the dock's place to an MQTT device of your own.")
@click.option("--mqtt-url", default="", help="A broker that is there already: mqtt://user:password@host:port.")
@click.option(
    "--env-file", type=click.Path(path_type=Path, dir_okay=False), help="Write the settings as shell exports."
)
def emulate(
    port: int,
    storage_port: int,
    speed: str,
    region: str,
    seed: int,
    faults: tuple[str, ...],
    no_dock: bool,
    mqtt_url: str,
    env_file: Path | None,
) -> None:
    """Serve the services on loopback, for any client in any language, until Ctrl-C.

    Prints one line of JSON when ready: addresses and credentials.

    \b
    Examples:
      skybind emulate --env-file emulators.env
      skybind emulate --no-dock --mqtt-url mqtt://127.0.0.1:1883
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
            port=port,
            storage_port=storage_port,
            speed=speed,
            region=region,
            seed=seed,
            faults=faults,
            mqtt_url=mqtt_url,
            downlink=emulators.settings.DownlinkRules(dock=not no_dock),
        )
        emulators.serve.serve(settings, ready=ready)
    except (ValueError, emulators.server.PortInUse, emulators.downlink.broker.NotConnected) as error:
        raise UsageError(str(error)) from error


@click.command()
@click.option("--service", type=click.Choice(WORKING), default=DEFAULT_SERVICE, show_default=True, help="Which cloud.")
@click.option("--photos", type=click.Path(path_type=Path), help="Your own photos in place of a sample flight.")
@click.option("--kind", type=click.Choice(KINDS), help="What to make; what is made soonest if left out.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("demo-out"), show_default=True, help="Folder."
)
@click.option("--region", type=click.Choice(["cn", "us"]), default="cn", show_default=True, help="cn: OSS, us: S3.")
@quiet_option
def demo(service: str, photos: Path | None, kind: str | None, out: Path, region: str, quiet: bool) -> None:
    """Run the main job on emulators: nothing else is needed, and nothing leaves this machine.

    \b
    Examples:
      skybind demo
      skybind demo --photos ./flight-42 --kind 3d
      skybind demo --service flighthub --kind 3dgs
    """
    from skybind.cli.demo import run_demo

    run_demo(_emulators(), service, photos, kind, out, region, display_for(quiet=quiet))


def _emulators() -> Any:
    try:
        import skybind_emulators
        import skybind_emulators.downlink.broker
        import skybind_emulators.serve
        import skybind_emulators.server
        import skybind_emulators.settings
    except ImportError as error:
        raise UsageError(
            f"the emulators need more packages ({error.name})", advice='pip install "skybind[cli,emulators]"'
        ) from error
    return skybind_emulators
