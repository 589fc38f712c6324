"""Real-scene 3D modelling (实景三维): tasks that make models of folders of oblique photos, and what belongs to them."""

from skybind_emulators.koomap.real3d.mistakes import code_of_invalid
from skybind_emulators.koomap.real3d.real3d import Real3D

__all__ = ["Real3D", "code_of_invalid"]
