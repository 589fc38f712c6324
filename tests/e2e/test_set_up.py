"""Setting skybind up and finding out what is wrong, as a user does: `auth` and `doctor`."""

from __future__ import annotations

import re
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.command import SKYBIND, Command, Outcome
from skybind_emulators import Running

Start = Callable[..., Running]
Shell = Callable[[Running], Command]
SECRET = "s3cr3t-of-the-customer"


@pytest.fixture
def lonely(tmp_path: Path) -> Command:
    """The command of somebody who has set up nothing."""
    files = {"SKYBIND_PROFILE_FILE": str(tmp_path / "profiles.toml"), "SKYBIND_STATE_DIR": str(tmp_path / "state")}
    return Command(tmp_path, files)


def typed(command: Command, text: str, *arguments: str) -> Outcome:
    """The command with lines on its stdin."""
    done = subprocess.run(
        [*SKYBIND, *arguments],
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=command.folder,
        env={**command._environment()},
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


# ------------------------------------------------------------------------------------------------- auth


def test_credentials_are_kept_found_and_forgotten(lonely: Command, tmp_path: Path) -> None:
    """What `login` reads lies in the profile file, for its owner alone; `status` says where, and `logout` removes it.
    No value is ever printed."""
    kept = typed(lonely, f"my-key\n{SECRET}\n", "auth", "login", "terra", "region=us")
    assert kept.code == 0, kept.err
    file = tmp_path / "profiles.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert f'secret_key = "{SECRET}"' in file.read_text()
    found = lonely("auth", "status", "--json")
    terra = next(row for row in found.json() if row["service"] == "terra")
    assert terra == {
        "service": "terra",
        "complete": True,
        "found": dict.fromkeys(["app_key", "secret_key", "region"], "profile file"),
    }
    forgotten = lonely("auth", "logout", "terra")
    assert "secret_key" not in file.read_text()
    assert SECRET not in kept.out + kept.err + found.out + found.err + forgotten.out


def test_other_lines_of_the_profile_file_stay(lonely: Command, tmp_path: Path) -> None:
    """Comments and other sections outlive `login` and `logout`, byte for byte."""
    file = tmp_path / "profiles.toml"
    others = '# keys of the office\n[default.koomap]\nak = "1"  # from Li\nsk = "2"\n'
    file.write_text(others)
    file.chmod(0o600)
    assert typed(lonely, "k\ns\n", "auth", "login", "terra", "--profile", "field").code == 0
    assert others in file.read_text()
    assert lonely("auth", "logout", "terra", "--profile", "field").code == 0
    assert file.read_text().startswith(others)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["terra", "colour=red"], "'colour'"), (["terra", "region"], "'region'"), (["terra"], "secret_key is missing")],
)
def test_login_refuses_what_it_does_not_know(lonely: Command, arguments: list[str], said: str, tmp_path: Path) -> None:
    """Unknown names and missing values are refused with exit code 2, and nothing is written."""
    done = typed(lonely, "only-the-key\n", "auth", "login", *arguments)
    assert (done.code, said in done.err) == (2, True), done.err
    assert not (tmp_path / "profiles.toml").exists()


def test_a_spoilt_profile_file_is_left_alone(lonely: Command, tmp_path: Path) -> None:
    """A file that is not TOML is neither read nor replaced."""
    file = tmp_path / "profiles.toml"
    file.write_text("[default.terra\n")
    file.chmod(0o600)
    assert typed(lonely, "k\ns\n", "auth", "login", "terra").code == 2
    assert file.read_text() == "[default.terra\n"


# ------------------------------------------------------------------------------------------------- doctor


def findings(outcome: Outcome, where: str) -> dict[str, Any]:
    """What `doctor --json` found there, by what was looked at."""
    return {entry["what"]: entry for entry in outcome.json() if entry["where"] == where}


def test_all_is_well(start: Start, command_for: Shell) -> None:
    """With emulators that are up, every service that is set up is well, and the exit code is 0; nothing is changed."""
    running = start()
    done = command_for(running)("doctor", "--json")
    assert done.code == 0, done.out
    looked_at = {entry["where"] for entry in done.json() if entry["verdict"] == "well"}
    assert {"machine", "terra", "koomap", "altizure"} <= looked_at
    assert set(findings(done, "terra")) == {"credentials", "call jobs.list", "clock", "storage"}
    assert running.terra.resources == running.terra.jobs == []


def test_a_service_that_is_not_set_up_is_no_fault(lonely: Command) -> None:
    """Services without credentials are passed over, unless they are asked for by name: then it is exit code 3."""
    done = lonely("doctor", "--json")
    assert done.code == 0
    assert {entry["verdict"] for entry in done.json()} == {"well", "unused"}
    named = lonely("doctor", "terra")
    assert named.code == 3
    assert "SKYBIND_TERRA_APP_KEY" in named.out


@pytest.mark.parametrize(
    ("change", "what", "code"),
    [
        ({"SKYBIND_TERRA_SECRET_KEY": SECRET}, "call jobs.list", 3),
        ({"SKYBIND_TERRA_BASE_URL": "http://127.0.0.1:1"}, "call jobs.list", 5),
        ({"SKYBIND_TERRA_OSS_ENDPOINT": "http://127.0.0.1:1"}, "storage", 5),
        ({"SKYBIND_STATE_DIR": "/proc/nowhere"}, "records", 10),
    ],
)
def test_what_is_wrong_is_named(start: Start, command_for: Shell, change: dict[str, str], what: str, code: int) -> None:
    """A wrong key, an address where nobody is, storage that cannot be reached, a folder that cannot be written: each
    is named with what to do, has its exit code, and no secret is printed."""
    skybind = command_for(start(services=("terra",)))
    skybind.environment.update(change)
    done = skybind("doctor", "terra", "--json")
    assert done.code == code, done.out
    where = "machine" if what == "records" else "terra"
    finding = findings(done, where)[what]
    assert finding["verdict"] == "wrong"
    assert finding["advice"]
    assert SECRET not in done.out + done.err


def test_a_clock_that_is_off_is_seen(start: Start, command_for: Shell) -> None:
    """A clock that differs from the service's by more than half a minute is doubtful, even where calls still pass."""
    running = start(services=("altizure",))
    running.faults.add("altizure.my", "skew", seconds=120)
    done = command_for(running)("doctor", "altizure", "--json")
    clock = findings(done, "altizure")["clock"]
    assert clock["verdict"] == "doubtful"
    assert re.search(r"\b(119|120) s behind", clock["text"])
    assert done.code == 0


# ------------------------------------------------------------------------------------------------- the ends of the job


def test_upload_then_jobs_then_download(start: Start, command_for: Shell, flight: Path, tmp_path: Path) -> None:
    """`upload` starts nothing and sends nothing twice; `jobs` asks nobody; `download` takes what is done."""
    running = start(services=("terra",))
    skybind = command_for(running)
    first = skybind("upload", flight, "--kind", "2d", "--json")
    assert first.code == 0, first.err
    assert first.json()["files"] == len(list(flight.iterdir()))
    sent = running.store.arrivals["put"]
    assert skybind("upload", flight, "--json").json()["photos"] == first.json()["photos"]
    assert (running.store.arrivals["put"], running.terra.jobs) == (sent, [])
    job = skybind("reconstruct", flight, "--kind", "2d", "--no-wait", "--json").json()
    assert running.store.arrivals["put"] == sent
    asked = sum(running.terra.app.arrivals.values())
    listed = skybind("jobs", "--json").json()
    assert [entry["job"] for entry in listed] == [job["job"]]
    assert sum(running.terra.app.arrivals.values()) == asked
    done = skybind("download", job["token"], "--out", "model", "--json")
    assert done.code == 0, done.err
    assert done.json()["files"] == sum(path.is_file() for path in (tmp_path / "model").rglob("*"))


def test_download_does_not_wait(start: Start, command_for: Shell, flight: Path) -> None:
    """What is not done yet is not waited for: exit code 7, with the command that waits; a failed job is 8."""
    running = start(services=("terra",), speed="polls:50")
    skybind = command_for(running)
    job = skybind("reconstruct", flight, "--kind", "2d", "--no-wait", "--json").json()
    began = time.monotonic()
    done = skybind("download", job["token"], "--out", "model")
    assert done.code == 7, done.err
    assert f"skybind resume {job['token']}" in done.err
    assert time.monotonic() - began < 20
    skybind("stop", job["token"])
    assert skybind("download", job["token"], "--out", "model").code == 8
