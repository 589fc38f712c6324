"""Where records lie: the state folder, and the database of the ledger."""

from __future__ import annotations

import os
from pathlib import Path

from skybind.transfers.database import Database

__all__ = ["Place", "is_address", "ledger_place", "opened", "state_dir"]

#: A file of SQLite, or the address of a PostgreSQL database: ``postgresql://user@host/name``.
Place = Path | str


def state_dir() -> Path:
    """``SKYBIND_STATE_DIR``, else the user's folder for state."""
    override = os.environ.get("SKYBIND_STATE_DIR")
    if override:
        return Path(override)
    from platformdirs import user_state_path  # noqa: PLC0415 - 50 ms that most calls do not need

    return user_state_path("skybind")


def ledger_place() -> Place:
    """``SKYBIND_LEDGER``, a file or the address of a PostgreSQL database; else a file in the state folder."""
    return os.environ.get("SKYBIND_LEDGER") or state_dir() / "ledger.sqlite3"


def is_address(place: Place) -> bool:
    """Whether it is a PostgreSQL database and not a file."""
    return isinstance(place, str) and place.startswith(("postgresql://", "postgres://"))


def opened(place: Place | None = None) -> Database:
    """The database at a place; at :func:`ledger_place` if None.

    Raises:
        LedgerError: it cannot be opened.
    """
    where = ledger_place() if place is None else place
    if is_address(where):
        from skybind.transfers.postgres import PostgreSQL  # noqa: PLC0415 - only fleets need it

        return PostgreSQL(str(where))
    from skybind.transfers.sqlite import SQLite  # noqa: PLC0415 - 10 ms that are not needed without a ledger

    return SQLite(Path(where))
