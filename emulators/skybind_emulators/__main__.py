"""``python -m skybind_emulators``: the services on loopback, until interrupted."""

import argparse
import sys
from typing import NoReturn

from skybind_emulators.downlink.broker import NotConnected
from skybind_emulators.faults import API_KINDS, STORE_KINDS, check_targets
from skybind_emulators.serve import fault_targets, serve
from skybind_emulators.server import PortInUse
from skybind_emulators.settings import SERVICES, DownlinkRules, Settings


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without the usage text."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def _arguments() -> argparse.ArgumentParser:
    kinds = ", ".join(["status-<code>", *dict.fromkeys([*API_KINDS, *STORE_KINDS])])
    parser = _Parser(
        prog="skybind_emulators",
        description="Serve emulated services on loopback. One line of JSON on stdout says where, with which keys.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--services",
        default=",".join(SERVICES),
        help=f"which services, separated by commas; all: {', '.join(SERVICES)}",
    )
    parser.add_argument("--port", type=int, default=0, help="port of TerraAPI; 0 (the default) takes a free one")
    parser.add_argument("--koomap-port", type=int, default=0, help="port of KooMap; 0 takes a free one")
    parser.add_argument("--iam-port", type=int, default=0, help="port of KooMap's IAM; 0 takes a free one")
    parser.add_argument("--altizure-port", type=int, default=0, help="port of Altizure; 0 takes a free one")
    parser.add_argument("--flighthub-port", type=int, default=0, help="port of FlightHub; 0 takes a free one")
    parser.add_argument("--downlink-port", type=int, default=0, help="port of the downlink; 0 takes a free one")
    parser.add_argument("--mqtt-port", type=int, default=0, help="port of its MQTT broker; 0 takes a free one")
    parser.add_argument("--mqtt-url", default="", help="a broker that is there already: mqtt://user:password@host:port")
    parser.add_argument("--no-dock", action="store_true", help="leave the dock's place to an MQTT device of your own")
    parser.add_argument("--storage-port", type=int, default=0, help="port of the object store; 0 takes a free one")
    parser.add_argument("--speed", default="instant", help="instant (the default), polls:N or time:X")
    parser.add_argument("--region", default="cn", help="where callers are: cn (the default; OSS is near) or us (S3 is)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same ids and keys")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="SPEC",
        help=f"TARGET:KIND[:COUNT][,name=value...], for example terra.startJob:lose-answer:1; kinds: {kinds}",
    )
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code: 0 after a signal, 1 if it cannot run, 2 for wrong arguments."""
    parser = _arguments()
    given = parser.parse_args(arguments)
    try:
        settings = Settings(
            services=given.services.split(","),
            port=given.port,
            koomap_port=given.koomap_port,
            iam_port=given.iam_port,
            altizure_port=given.altizure_port,
            flighthub_port=given.flighthub_port,
            downlink_port=given.downlink_port,
            mqtt_port=given.mqtt_port,
            mqtt_url=given.mqtt_url,
            storage_port=given.storage_port,
            speed=given.speed,
            region=given.region,
            seed=given.seed,
            faults=given.fault,
            downlink=DownlinkRules(dock=not given.no_dock),
        )
        check_targets(settings.faults, fault_targets())
    except ValueError as error:
        parser.error(str(error))
    try:
        serve(settings)
    except (PortInUse, NotConnected, OSError) as error:
        sys.stderr.write(f"{parser.prog}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
