"""The life cycles of KooMap's objects, after section 5 of what is known about the service: who may do what when."""

from harness.contract.koomap.lives.modelling import ModellingLives
from harness.contract.koomap.lives.refining import RefiningLives
from harness.contract.koomap.lives.satellite import SatelliteLives
from harness.contract.koomap.lives.workspaces import WorkspaceLives

__all__ = ["ModellingLives", "RefiningLives", "SatelliteLives", "WorkspaceLives"]
