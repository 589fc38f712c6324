"""The switch to real services. A served emulator stands in for the real one: what runs cannot tell, and it counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.command import environment_of
from harness.contract.live import SWITCH, Pace, UnknownService, live_services, set_aside
from harness.contract_runs import Expected, contract_run, outcomes
from skybind_emulators import Running

EXPECTED = Expected.of("terra")


def test_live_runs_only_read(start: Callable[..., Running], tmp_path: Path) -> None:
    """The bodies that hold the emulator hold the service that the credentials lead to. They read and leave nothing
    behind; what changes the account is skipped. Answers are kept as snapshots when asked for."""
    running = start(region="cn")
    job = running.terra
    folder = tmp_path / "snapshots"
    run = contract_run(
        "terra",
        {**environment_of(running), SWITCH: "terra"},
        *("--live-rate=100000", "--record", f"--snapshots={folder}"),
        *("-n", "1"),  # a worker has an environment of its own
    )
    assert run.returncode == 0, run.stdout
    passed = EXPECTED.reading + EXPECTED.tour + EXPECTED.bookkeeping
    assert outcomes(run) == {"passed": passed, "skipped": EXPECTED.writing + EXPECTED.walks + EXPECTED.lives}
    assert "changes the account: --allow-writes" in run.stdout
    writes = {name for name in job.app.arrivals if not name.startswith(("get", "list"))}
    assert writes == set()
    assert job.arrivals("listJobs") > 3
    recorded = {file.stem for file in (folder / "terra").iterdir()}
    assert recorded == {"listFiles", "listResources", "listJobs"}  # the account is empty: there is nothing to get
    assert json.loads((folder / "terra" / "listJobs.json").read_text())["host"] == "127.0.0.1"
    for secret in (
        running.ready["services"]["terra"]["secret_key"],
        environment_of(running)["SKYBIND_TERRA_SECRET_KEY"],
    ):
        assert secret not in run.stdout + run.stderr


def test_live_runs_may_write_when_allowed(start: Callable[..., Running]) -> None:
    """With ``--allow-writes`` the tour and the life cycles run in full, but for what costs money or is not ours to
    change; the account is afterwards what it was before."""
    running = start(region="cn")
    run = contract_run("terra", {**environment_of(running), SWITCH: "terra"}, "--live-rate=100000", "--allow-writes")
    assert run.returncode == 0, run.stdout
    # Made-up calls and walks along links leave things behind, and go on being skipped.
    passed = EXPECTED.reading + EXPECTED.tour + EXPECTED.bookkeeping + EXPECTED.lives
    assert outcomes(run) == {"passed": passed, "skipped": EXPECTED.writing + EXPECTED.walks}
    arrivals = running.terra.app.arrivals
    assert arrivals["createResource"] > 1
    assert arrivals["copyJob"] > 0
    assert not {"startJob", "updateFile", "deleteFile", "uploadCallback"} & set(arrivals)
    assert (running.terra.resources, running.terra.jobs) == ([], [])


def test_without_credentials_live_runs_say_what_to_set() -> None:
    """Nothing fails where there are no credentials; the reason names the variables."""
    run = contract_run("terra", {SWITCH: "terra"})
    assert run.returncode == 0, run.stdout
    skipped = EXPECTED.reading + EXPECTED.writing + EXPECTED.walks + EXPECTED.lives + EXPECTED.tour
    assert outcomes(run) == {"passed": EXPECTED.bookkeeping, "skipped": skipped}
    assert "SKYBIND_TERRA_APP_KEY and SKYBIND_TERRA_SECRET_KEY" in run.stdout


def test_the_switch_names_services_that_exist() -> None:
    """A slip in the switch must not pass for a live run."""
    assert live_services(["koomap", "terra"], {SWITCH: "terra, koomap"}) == {"terra", "koomap"}
    assert live_services(["terra"], {}) == frozenset()
    with pytest.raises(UnknownService, match="tera; there are koomap, terra"):
        live_services(["koomap", "terra"], {SWITCH: "tera"})


def test_recording_needs_the_switch() -> None:
    """Answers of an emulator are never kept as the service's."""
    run = contract_run("terra", {}, "--record")
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "set SKYBIND_LIVE=<service>" in run.stderr


def test_settings_and_proxies_are_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that could lead a test out of the machine leaves the environment; the switch stays."""
    monkeypatch.setattr("harness.contract.live.SET_ASIDE", {})
    environ = {"SKYBIND_TERRA_APP_KEY": "k", "HTTPS_PROXY": "p", "no_proxy": "n", SWITCH: "terra", "HOME": "/"}
    set_aside(environ)
    assert environ == {SWITCH: "terra", "HOME": "/"}


def test_requests_keep_their_distance() -> None:
    """At 30 a minute, two workers each wait four seconds between requests; time that has passed anyway counts."""
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(30, workers=2, monotonic=lambda: now[0], sleep=sleep)
    pace()
    pace()
    now[0] += 3
    pace()
    now[0] += 100
    pace()
    assert slept == [4.0, 1.0]
