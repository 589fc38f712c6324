"""DJI TerraAPI, version 2: signed REST in front of an object store, files, resources, jobs."""

from skybind_emulators.terra.emulator import TerraEmulator, make_terra

__all__ = ["TerraEmulator", "make_terra"]
