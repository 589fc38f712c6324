"""How a real-scene 3D task is modelled, as typed options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import attrs

from skybind.errors import UsageError
from skybind_clients.koomap.models import ModelingParamsWanted, TriangulationAccuracy

__all__ = ["Modeling"]

_QUALITIES = {"high": "0", "medium": "1", "low": "2"}


def _within(low: int, high: int) -> Callable[[object, attrs.Attribute[int], int], None]:
    def check(_: object, attribute: attrs.Attribute[int], value: int) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise UsageError(f"{attribute.name} is {value!r}", advice=f"Give a whole number from {low} to {high}.")

    return check


def _accuracy(value: TriangulationAccuracy | str) -> TriangulationAccuracy:
    known = {member.value: member for member in TriangulationAccuracy}
    if value not in known:
        raise UsageError(f"accuracy is {value!r}", advice=f"Say one of {', '.join(known)}.")
    return known[value]


@attrs.frozen(kw_only=True)
class Modeling:
    """Parameters of a real-scene 3D task; the defaults are the service's own (manual, 4.5.1).

    Attributes:
        accuracy: Of the aerial triangulation: Highest, High, Medium, Low or Lowest.
        key_points: Key points of the aerial triangulation at most, 1,000 to 1,000,000.
        tie_points: Tie points of the aerial triangulation at most, 100 to 100,000.
        mesh: Quality of the mesh.

    Raises:
        UsageError: a number beyond the documented limits, or a word that is not known.
    """

    accuracy: TriangulationAccuracy = attrs.field(default=TriangulationAccuracy.HIGH, converter=_accuracy)
    key_points: int = attrs.field(default=40_000, validator=_within(1_000, 1_000_000))
    tie_points: int = attrs.field(default=4_000, validator=_within(100, 100_000))
    mesh: Literal["high", "medium", "low"] = "high"

    def __attrs_post_init__(self) -> None:
        if self.mesh not in _QUALITIES:
            raise UsageError(f"mesh is {self.mesh!r}", advice="Say high, medium or low.")

    def params(self) -> ModelingParamsWanted:
        """As they are sent: numbers as text, like Huawei's newest SDK and the manual's own example (C-30)."""
        return ModelingParamsWanted(
            accuracy=self.accuracy,
            key_point_limit=str(self.key_points),
            tie_point_limit=str(self.tie_points),
            mesh_accuracy=_QUALITIES[self.mesh],
        )
