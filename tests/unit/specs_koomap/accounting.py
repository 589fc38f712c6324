"""Every row of the manual's tables: found in the spec, decided otherwise there, or missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generation.document import Document, RawOperation
from unit.specs_koomap.comparing import differences
from unit.specs_koomap.documents import Operation, Row
from unit.specs_koomap.places import Place, credential_headers, places_of

# What differs, and for which rows, with the contradictions that may be the reason; see `decisions.py`.
Decisions = Mapping[str, tuple[str, Mapping[str, int]]]

# Rows without a place for an `x-source`: security schemes stand for them.
_CREDENTIALS = {
    ("listUsageInfo", "X-Auth-Token"): "C-47",
    ("startVps", "X-Auth-Token"): "C-69",
    ("startVps", "Authorization"): "C-69",
    ("startNavi", "X-Auth-Token"): "C-69",
    ("startNavi", "Authorization"): "C-69",
}


@dataclass
class Account:
    """What became of the rows.

    Attributes:
        found: Rows that the spec has as documented.
        decided: Rows that the spec has otherwise, as is listed, and says why.
        missing: Rows that nothing accounts for, and what differs.
    """

    found: list[Row] = field(default_factory=list)
    decided: dict[Row, list[str]] = field(default_factory=dict)
    missing: dict[Row, list[str]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows were looked at."""
        return len(self.found) + len(self.decided) + len(self.missing)


def account(document: Document, documented: Mapping[str, Operation], decided: Decisions) -> Account:
    """Look for every row.

    Args:
        decided: The differences that are meant.
    """
    result = Account()
    raws = {raw.id: raw for raw in document.operations()}
    for operation in documented.values():
        raw = raws.get(operation.id)
        for row in operation.rows:
            if raw is None:
                result.missing[row] = ["the spec has no such operation"]
                continue
            if row.is_credential:
                differing, ids = _credential(document, raw, row)
            else:
                differing, ids = _judge(document, row, places_of(document, operation, raw, row))
            if not differing:
                result.found.append(row)
            elif _is_decided(decided, row, differing, ids):
                result.decided[row] = differing
            else:
                result.missing[row] = differing
    return result


def _is_decided(decided: Decisions, row: Row, differing: list[str], ids: frozenset[str]) -> bool:
    reasons, rows = decided.get("; ".join(differing), ("", {}))
    return row.name in rows and bool(ids & set(reasons.split()))


def _judge(document: Document, row: Row, places: list[Place]) -> tuple[list[str], frozenset[str]]:
    """The fewest differences of all places, with the reasons given there."""
    if not places:
        return ["not in the spec"], frozenset()
    judged = [(differences(document, row, place.node, required=place.required), place.node.ids) for place in places]
    return min(judged, key=lambda verdict: (len(verdict[0]), -len(verdict[1])))


def _credential(document: Document, raw: RawOperation, row: Row) -> tuple[list[str], frozenset[str]]:
    excuse = frozenset({_CREDENTIALS[row.operation, row.name]} if (row.operation, row.name) in _CREDENTIALS else ())
    if row.name not in credential_headers(document, raw):
        return [f"no security scheme sends {row.name}"], frozenset()
    differing = []
    if not row.facts["required"]:
        differing.append("documented as not required: one of two credentials is")
    if "max_length" in row.facts:
        differing.append("a length is documented")
    return differing, excuse
