# Made by `python scripts/generate.py` from specs/tiny/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""What Tiny can do, and the codes that it refuses with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..runtime import ErrorCode, Operation, Paging

_OPERATIONS = (
    Operation(
        id="listLamps",
        method="GET",
        path="/lamps",
        tag="lamps",
        call="lamps.list",
        summary="List lamps",
        effect="safe",
        verified="documented",
        source="made up",
        paging=Paging(
            style="page",
            items="lamps",
            page_param="page",
            size_param="rows",
            total="total",
        ),
    ),
    Operation(
        id="switchLamp",
        method="PUT",
        path="/lamps/{id}",
        tag="lamps",
        call="lamps.switch",
        summary="Switch a lamp",
        effect="physical",
        verified="documented",
        source="made up",
        errors=(4,),
    ),
)

_ERRORS: tuple[ErrorCode, ...] = (
    ErrorCode(
        code=4,
        name="lamp_not_found",
        kind="not_found",
        status=404,
        meaning="There is no such lamp.",
        advice="Check the id.",
        source="made up",
    ),
)

#: Every operation by its operationId, in the order of the spec.
OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType({operation.id: operation for operation in _OPERATIONS})

#: Every code that the service is known to refuse with, by the code.
ERRORS: Final[Mapping[int | str, ErrorCode]] = MappingProxyType({error.code: error for error in _ERRORS})

__all__ = ("ERRORS", "OPERATIONS")
