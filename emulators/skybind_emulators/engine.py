"""What makes products of photos, as the services see it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol


class ProductFile(Protocol):
    """A file that a reconstruction made."""

    @property
    def name(self) -> str:
        """Relative path, with slashes."""

    @property
    def path(self) -> Path:
        """Where it lies."""


class Engine(Protocol):
    """Makes the products of a job. Raises ``ReconstructionFailed`` if nothing can be made."""

    def __call__(
        self,
        kind: Literal["2d", "3d", "lidar"],
        photos: Sequence[tuple[str, Path]],
        *,
        job_id: str,
        out: Path,
        parameters: Mapping[str, Any],
        seed: int,
    ) -> Sequence[ProductFile]:
        """Write products under ``out``."""
