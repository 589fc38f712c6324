"""What differs between services, for a test body that does not know which one it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from harness.emulation import settings_of
from skybind.altizure import Altizure, AsyncAltizure
from skybind.flighthub import AsyncFlightHub, FlightHub
from skybind.koomap import AsyncKooMap, KooMap, Modeling
from skybind.terra import AsyncTerra, Reconstruction3D, Terra
from skybind_emulators import Running

__all__ = ["CASES", "Case"]


def _folder(_running: Running, folder: Path) -> dict[str, Any]:
    return {"source": folder}


def _pro_project(_running: Running, folder: Path) -> dict[str, Any]:
    return {"source": folder, "project_type": "pro"}  # others have no files to download


def _imported(running: Running, _folder: Path) -> dict[str, Any]:
    return {"folder_code": running.ready["services"]["koomap"]["folder_code"]}


@attrs.frozen
class Case:
    """A service, as its client and its emulator name things.

    Attributes:
        name: Of the service.
        sync: Its client.
        asynchronous: The same for asyncio.
        start: The operation that starts a reconstruction.
        photos: Arguments of ``upload`` for a folder of photos; of a service that takes none, for a folder that it has.
        options: A typed option of its own for ``reconstruct``.
        kind_of_none: A kind that it does not make.
    """

    name: str
    sync: Any
    asynchronous: Any
    start: str
    photos: Callable[[Running, Path], dict[str, Any]]
    options: Mapping[str, Any]
    kind_of_none: str

    def settings(self, running: Running) -> dict[str, str]:
        """Arguments of a client."""
        return settings_of(running, self.name)

    def starts(self, running: Running) -> int:
        """How often a start was asked for."""
        counted: int = getattr(running, self.name).arrivals(self.start)
        return counted


CASES = (
    Case("terra", Terra, AsyncTerra, "startJob", _folder, {"parameters": Reconstruction3D(generate_obj=True)}, "3dgs"),
    Case(
        "altizure",
        Altizure,
        AsyncAltizure,
        "startReconstructionWithError",
        _pro_project,
        {"task_type": "Native"},
        "2d",
    ),
    Case(
        "flighthub",
        FlightHub,
        AsyncFlightHub,
        "startReconstructions",
        _folder,
        {"parameters": {"quality": 1}},
        "mesh",
    ),
    Case("koomap", KooMap, AsyncKooMap, "startReal3DTask", _imported, {"modeling": Modeling(mesh="low")}, "lidar"),
)
