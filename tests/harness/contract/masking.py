"""Takes the account out of an answer, and leaves the service.

What is not known to be harmless goes: kept are names of fields, truth values, enumerated values, and the few fields
that a contract calls readable. Everything else becomes what it is a kind of. References hold: what was equal stays
equal, also between answers that one mask has seen.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from harness.contract.terms import Terms

__all__ = ["SECRET", "Mask"]

SECRET = "(secret)"

_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")
_URL = re.compile(r"[a-z][a-z0-9+.-]*://.*", re.DOTALL)
_SECRET_NAME = re.compile(r"secret|token|password|passwd|signature|credential|authorization|access_?key", re.IGNORECASE)


class Mask:
    """Masks the answers of one recording.

    Args:
        readable: fields that are shown as they are.
    """

    def __init__(self, readable: Collection[str]) -> None:
        self._readable = frozenset(readable)
        self._seen: dict[str, dict[str, str]] = {}

    def masked(self, answer: Any, terms: Terms) -> Any:
        """The answer with everything of the account replaced."""
        return self._masked("", answer, terms)

    def _masked(self, name: str, value: Any, terms: Terms) -> Any:
        if isinstance(value, dict):
            # Keys that are ids belong to a map, and to the account.
            return {self._key(key): self._masked(key, item, terms.field(key)) for key, item in value.items()}
        if isinstance(value, list):
            return [self._masked(name, item, terms.items) for item in value]
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str) and (terms.secret or _SECRET_NAME.search(name)):
            return SECRET
        if name in self._readable or value in terms.values:
            return value
        if isinstance(value, str):
            return self._text(value, terms)
        return 0 if isinstance(value, int) else 0.5

    def _key(self, key: str) -> str:
        return self._reference("id", key) if _ID.fullmatch(key) else key

    def _text(self, value: str, terms: Terms) -> str:
        if _ID.fullmatch(value):
            return self._reference("id", value)
        if _URL.fullmatch(value):
            return self._reference("url", value)
        if "date-time" in terms.formats or _TIME.fullmatch(value):
            return self._reference("time", value)
        return self._reference("text", value) if value else value

    def _reference(self, kind: str, value: str) -> str:
        seen = self._seen.setdefault(kind, {})
        return seen.setdefault(value, f"{kind}-{len(seen) + 1}")
