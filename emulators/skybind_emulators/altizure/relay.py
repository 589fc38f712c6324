"""Pages as the service's pagination library makes them: Relay connections over records sorted by id."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from graphql import GraphQLError

Record = TypeVar("Record")


def connection(
    records: Sequence[Record], arguments: Mapping[str, Any], *, identify: Callable[[Record], str]
) -> dict[str, Any]:
    """A page.

    Args:
        records: the whole list, sorted by id.
        arguments: ``first``, ``last``, ``before`` and ``after``, each may be missing, null or an empty text. Without
            ``first`` and ``last`` everything is on the page; with both, ``last`` does not count.
        identify: the id of a record.

    Raises:
        GraphQLError: ``first`` or ``last`` is negative.
    """
    first, last = arguments.get("first"), arguments.get("last")
    for name, number in (("first", first), ("last", last)):
        if number is not None and number < 0:
            raise GraphQLError(f"{name}({number}) could not be negative")
    after, before = identity_of(arguments.get("after")), identity_of(arguments.get("before"))
    inside = [
        record
        for record in records
        if (after is None or identify(record) > after) and (before is None or identify(record) < before)
    ]
    shown = inside
    if first is not None:
        shown = inside[:first]
    elif last is not None:
        shown = inside[len(inside) - last :] if last < len(inside) else inside
    edges = [{"node": record, "cursor": cursor_of(identify(record))} for record in shown]
    return {
        "edges": edges,
        "totalCount": len(records),
        "pageInfo": {
            # Each is only worked out for the direction that was asked for.
            "hasNextPage": first is not None and len(inside) > len(shown),
            "hasPreviousPage": first is None and last is not None and len(inside) > len(shown),
            "startCursor": edges[0]["cursor"] if edges else "",
            "endCursor": edges[-1]["cursor"] if edges else "",
        },
    }


def cursor_of(identity: str) -> str:
    """The cursor of a record: base64 of a JSON object."""
    return base64.b64encode(json.dumps({"field": "_id", "id": identity}).encode()).decode("ascii")


def identity_of(cursor: str | None) -> str | None:
    """The id in a cursor; None for no cursor, and for a text that is none: that is not an error."""
    if not cursor:
        return None
    try:
        found = json.loads(base64.b64decode(cursor, validate=True))
    except (binascii.Error, ValueError):
        return None
    identity = found.get("id") if isinstance(found, dict) else None
    return identity if isinstance(identity, str) else None
