"""The satellite half of KooMap: raw images, tasks that make result images of them, and what was used."""

from skybind_emulators.koomap.satellite.satellite import Satellite

__all__ = ["Satellite"]
