"""Options of the contract runs, and what they need of pytest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from harness.contract.live import SET_ASIDE, SWITCH
from harness.contract.notes import NOTES, NoteTaker
from harness.thorough import SWITCH as TAKES_ITS_TIME
from harness.thorough import THOROUGH

SNAPSHOTS = Path(__file__).parents[2] / "live" / "snapshots"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options; all but one concern runs against a real service."""
    group = parser.getgroup("contract", "contract runs (SKYBIND_LIVE=<service> for the real one)")
    group.addoption("--allow-writes", action="store_true", help="live: also call what changes the account")
    group.addoption("--record", action="store_true", help="live: keep masked answers as snapshots")
    group.addoption("--snapshots", type=Path, default=SNAPSHOTS, metavar="DIR", help="where snapshots lie")
    group.addoption("--live-rate", type=float, default=30.0, metavar="N", help="live: requests a minute (30)")
    group.addoption("--notes", type=Path, metavar="DIR", help="note there which operations tests call")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to take notes if asked to."""
    config.addinivalue_line("markers", "writes(tidy): a contract test that writes, and takes away what it made if tidy")
    SET_ASIDE.update(getattr(config, "workerinput", {}).get("set_aside", {}))
    if config.option.notes:
        config.stash[NOTES] = taker = NoteTaker(config)
        config.pluginmanager.register(taker)


def pytest_report_header() -> str:
    """Say how long is looked for what nobody thought of."""
    return f"{TAKES_ITS_TIME}: {'all sequences' if THOROUGH else 'few sequences (1 for all)'}"


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse options that make no sense."""
    if session.config.option.record and not os.environ.get(SWITCH):
        raise pytest.UsageError(f"--record keeps answers of real services; set {SWITCH}=<service>")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Hand the user's settings to an xdist worker: its environment, a copy of ours, lacks them."""
    node.workerinput["set_aside"] = dict(SET_ASIDE)  # type: ignore[attr-defined]
