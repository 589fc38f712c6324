"""What an account has used, of both halves of the service, as one table."""

from __future__ import annotations

import attrs

from skybind.steps import Workflow, ask, first
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import (
    Real3DUsageRecord,
    Real3DUsageType,
    SatelliteUsageRecord,
    SatelliteUsageType,
)
from skybind_clients.runtime import Pages

__all__ = ["UsageLine", "usage_lines"]

_MOST_LISTED = 10_000


@attrs.frozen
class UsageLine:
    """What was used of one item.

    Attributes:
        area: ``satellite`` or ``real3d``; storage is told by both.
        kind: What is counted: DATA, TASK or REAL3D.
        item: As bills name it.
        detail: Level or edition; empty if there is none.
        used: Amount used.
        bought: Amount bought; 0 when it is paid by use.
        unit: Unit of both, as the service names it.
        since: When the record was made, UTC; empty if unknown.
    """

    area: str
    kind: str
    item: str
    detail: str
    used: float
    bought: float
    unit: str
    since: str

    @property
    def left(self) -> float | None:
        """What is left of what was bought; None when it is paid by use."""
        return self.bought - self.used if self.bought else None


def usage_lines() -> Workflow[list[UsageLine]]:
    """All usage: storage, satellite processing, and real-scene 3D modelling."""
    lines: list[UsageLine] = []
    for kind in SatelliteUsageType:

        def listed(api: KoomapGroups, kind: SatelliteUsageType = kind) -> Pages[SatelliteUsageRecord]:
            return api.satellite_usage.list(usage_type=kind)

        lines += [_line("satellite", record) for record in (yield from first(listed, _MOST_LISTED))]
    for other in Real3DUsageType:

        def told(api: KoomapGroups, other: Real3DUsageType = other) -> list[Real3DUsageRecord] | None:
            return api.real3d_usage.list(usage_type=other)

        lines += [_line("real3d", record) for record in (yield from ask(told)) or []]
    return lines


def _line(area: str, record: SatelliteUsageRecord | Real3DUsageRecord) -> UsageLine:
    return UsageLine(
        area=area,
        kind=_text(record.usage_type),
        item=_text(record.usage_measure_name),
        detail=_text(record.usage_subtype),
        used=_number(record.usage),
        bought=_number(record.capacity),
        unit=_text(record.unit),
        since=_text(record.created_time),
    )


def _text(value: object) -> str:
    return str(getattr(value, "value", value)) if isinstance(value, str) else ""


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0
