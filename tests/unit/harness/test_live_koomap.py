"""The switch to the real KooMap. A served emulator stands in for it: what runs cannot tell, and it counts."""

from __future__ import annotations

from collections.abc import Callable

from harness.contract.koomap.tour import COSTLY
from harness.contract.live import SWITCH
from harness.contract.services import CONTRACTS
from harness.contract_runs import Expected, contract_run, outcomes
from harness.emulation import settings_of
from skybind_emulators import Running

EXPECTED = Expected.of("koomap")


def environment(running: Running) -> dict[str, str]:
    """The switch, and credentials of a user who signs in with a password."""
    found = {f"SKYBIND_KOOMAP_{name.upper()}": value for name, value in settings_of(running, "koomap").items()}
    return {**found, SWITCH: "koomap"}


def test_live_runs_only_read(start: Callable[..., Running]) -> None:
    """Nothing that changes the account is sent, and one token is enough for a run; no secret is shown."""
    running = start(services=("koomap",))
    run = contract_run("koomap", environment(running), "--live-rate=100000")
    assert run.returncode == 0, run.stdout
    passed = EXPECTED.reading + EXPECTED.tour + EXPECTED.bookkeeping
    assert outcomes(run) == {"passed": passed, "skipped": EXPECTED.writing + EXPECTED.walks + EXPECTED.lives}
    koomap, operations = running.koomap, CONTRACTS["koomap"].operations
    assert koomap.arrivals("listFolder") > 0
    assert {name for name in koomap.app.arrivals if not operations[name].reads} == set()
    assert koomap.arrivals("createToken") == 1
    assert koomap.account.password not in run.stdout + run.stderr
    assert koomap.account.sk not in run.stdout + run.stderr


def test_live_runs_may_write_when_allowed(start: Callable[..., Running]) -> None:
    """With ``--allow-writes`` life cycles run too, but for what is charged for or is not ours to change; the account is
    afterwards what it was before."""
    running = start(services=("koomap",))
    run = contract_run("koomap", environment(running), "--live-rate=100000", "--allow-writes")
    assert run.returncode == 0, run.stdout
    passed = EXPECTED.reading + EXPECTED.tour + EXPECTED.bookkeeping + EXPECTED.lives
    assert outcomes(run) == {"passed": passed, "skipped": EXPECTED.writing + EXPECTED.walks}
    koomap = running.koomap
    assert koomap.arrivals("createReal3DTask") > 0
    assert not COSTLY.keys() & koomap.app.arrivals.keys()
    assert (koomap.workspaces, koomap.real3d.tasks, koomap.satellite.tasks) == ([], [], [])
