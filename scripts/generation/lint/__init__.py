"""What a spec must say and must not use: sources for everything, and nothing that the generator drops in silence."""

from collections.abc import Iterator

from ..document import Document
from .commands import COMMAND_RULES
from .findings import Finding
from .operations import OPERATION_RULES
from .schemas import SCHEMA_RULES
from .structure import STRUCTURE_RULES

RULES = (*STRUCTURE_RULES, *OPERATION_RULES, *SCHEMA_RULES, *COMMAND_RULES)


def lint(document: Document) -> Iterator[Finding]:
    """All findings in one spec, rule by rule, each place once."""
    seen: set[Finding] = set()
    for rule in RULES:
        for finding in rule(document):
            if finding not in seen:
                seen.add(finding)
                yield finding
