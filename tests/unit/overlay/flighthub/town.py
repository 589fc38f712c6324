"""A town to upload from: the service, the store, a folder, and clients."""

from pathlib import Path
from typing import Any

from attrs import define

from skybind.flighthub import AsyncFlightHub, FlightHub
from unit.overlay.flighthub.service import TOKEN
from unit.overlay.flighthub.service import FlightHub as Play
from unit.overlay.warehouse import BUCKET, Warehouse
from unit.overlay.worlds import SyncWorld, World


@define
class Town:
    """The service, the store, a folder for photos, and clients of both worlds.

    Attributes:
        ways: Arguments of a client.
    """

    play: Play
    house: Warehouse
    folder: Path
    ways: dict[str, Any]

    def client(self, world: World | None = None, **changes: Any) -> Any:
        """Another client, as of another process on the same machine."""
        kind = FlightHub if world is None or isinstance(world, SyncWorld) else AsyncFlightHub
        return kind(TOKEN, **{**self.ways, **changes})

    def stored(self) -> list[str]:
        """Keys in the store, from the batch on."""
        return [item.key.split("/tmp/")[1] for item in self.house.store.list(BUCKET, "fh/")]

    def puts(self) -> int:
        """PUTs that the store has seen."""
        return self.house.store.arrivals.get("put", 0)
