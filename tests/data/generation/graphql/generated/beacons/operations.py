# Made by `python scripts/generate.py` from specs/beacons/schema.graphql and 8 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""What Beacons can do, and the codes that it refuses with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..runtime import ErrorCode, Operation, Paging

_OPERATIONS = (
    Operation(
        id="getCrew",
        method="POST",
        path="",
        tag="lamps",
        call="lamps.crew",
        summary="Who looks after a lamp",
        effect="safe",
        verified="documented",
        source="made up",
        root="lamp",
        null="absent",
    ),
    Operation(
        id="getLamp",
        method="POST",
        path="",
        tag="lamps",
        call="lamps.get",
        summary="Look up a lamp",
        effect="safe",
        verified="documented",
        source="made up",
        root="lamp",
        null="absent",
    ),
    Operation(
        id="lightLamp",
        method="POST",
        path="",
        tag="lamps",
        call="lamps.light",
        summary="Light a lamp",
        effect="once",
        verified="documented",
        source="made up",
        root="light",
        null="failed",
        errors=("No Oil",),
    ),
    Operation(
        id="listLamps",
        method="POST",
        path="",
        tag="lamps",
        call="lamps.list",
        summary="List lamps",
        effect="safe",
        verified="documented",
        source="made up",
        paging=Paging(
            style="cursor",
            items="data.lamps.edges.node",
            page_param="after",
            size_param="first",
            total="data.lamps.totalCount",
            next="data.lamps.pageInfo.endCursor",
            place="variables",
            usual=20,
        ),
        root="lamps",
        null="absent",
    ),
    Operation(
        id="getPlaceOfLamp",
        method="POST",
        path="",
        tag="places",
        call="places.of_lamp",
        summary="Where a lamp stands",
        effect="safe",
        verified="documented",
        source="made up",
        root="lamp",
        null="absent",
    ),
    Operation(
        id="getLampState",
        method="POST",
        path="",
        tag="places",
        call="places.state",
        summary="How a lamp is",
        effect="safe",
        verified="documented",
        source="made up",
        root="lamp",
        null="absent",
    ),
)

_ERRORS: tuple[ErrorCode, ...] = (
    ErrorCode(
        code="No Oil",
        name="no_oil",
        kind="conflict",
        meaning="The lamp is empty.",
        advice="Fill it.",
        source="made up",
    ),
)

#: Every operation by its operationId, in the order of the spec.
OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType({operation.id: operation for operation in _OPERATIONS})

#: Every code that the service is known to refuse with, by the code.
ERRORS: Final[Mapping[int | str, ErrorCode]] = MappingProxyType({error.code: error for error in _ERRORS})

__all__ = ("ERRORS", "OPERATIONS")
