"""``skybind fleet`` as a user runs it."""

from __future__ import annotations

import json
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from harness.command import Command
from skybind_emulators import Running

PHOTOS = 10
QUICK = ("--every", "0.05")


@pytest.fixture
def running(start: Callable[..., Running]) -> Running:
    """Two services whose jobs end after two questions."""
    return start(services=("terra", "flighthub"), speed="polls:2")


@pytest.fixture
def skybind(running: Running, command_for: Callable[[Running], Command]) -> Command:
    """The command, with credentials."""
    return command_for(running)


@pytest.fixture
def april(tmp_path: Path) -> Path:
    """A list of two flights."""
    for name in ("site-1", "site-2"):
        folder = tmp_path / name
        folder.mkdir()
        for photo in range(PHOTOS):
            Image.new("RGB", (32, 24)).save(folder / f"{photo}.jpg", comment=f"{name} {photo}".encode())
    path = tmp_path / "april.csv"
    path.write_text("folder,service,out\nsite-1,terra,\nsite-2,flighthub,models/site-2\n")
    return path


def test_from_a_list_to_models(skybind: Command, running: Running, april: Path, tmp_path: Path) -> None:
    """`fleet run` takes all flights to the end and says so; again, it does nothing; `fleet status` knows, in a table,
    as JSON and as a page, and asks no service."""
    done = skybind("fleet", "run", april, "--json", *QUICK)
    assert done.code == 0, done.err
    facts = done.json()
    assert set(facts) == {"fleet", "counts", "flights"}
    assert (facts["fleet"], facts["counts"]) == ("april", {"done": 2})
    first, second = facts["flights"]
    assert (first["key"], first["stage"], first["files"], first["safe_files"]) == ("april/site-1", "done", 10, 10)
    assert (second["out"], second["fetched"] > 0) == (str(tmp_path / "models" / "site-2"), True)
    assert any((tmp_path / "models" / "site-2").rglob("*"))
    assert "april/site-1: at the service" in done.err
    running.terra.app.arrivals.clear()
    running.flighthub.app.arrivals.clear()
    again = skybind("fleet", "run", april, *QUICK)
    assert (again.code, again.out.strip()) == (0, "april: 2 done")
    status = skybind("fleet", "status", "--html", "april.html")
    assert status.code == 0, status.err
    assert re.search(r"site-1 +terra +done +10 of 10", status.out)
    assert status.out.endswith("april: 2 done\n")
    assert skybind("fleet", "status", "april", "--json").json() == facts
    html = (tmp_path / "april.html").read_text(encoding="utf-8")
    assert "site-2" in html
    assert not running.terra.app.arrivals + running.flighthub.app.arrivals


def test_failed_flights(skybind: Command, april: Path) -> None:
    """Others go on; the command ends with 9, and names each that failed with its reason."""
    april.write_text(april.read_text() + "site-3,terra,\n")
    done = skybind("fleet", "run", april, "--quiet", *QUICK)
    assert done.code == 9, done.err
    assert "april: 2 done · 1 failed" in done.out
    assert re.search(r"april/site-3: .*site-3", done.out)
    assert "failed" in skybind("fleet", "status").out


def test_a_dry_run(skybind: Command, running: Running, april: Path) -> None:
    """Folders are held against the limits of their services; nothing is sent, nothing goes on record, and a flight that
    cannot go makes it 2."""
    good = skybind("fleet", "run", april, "--dry-run")
    assert good.code == 0, good.err
    assert "april/site-1" in good.out
    april.write_text(april.read_text() + "nowhere,terra,\n")
    done = skybind("fleet", "run", april, "--dry-run", "--json")
    assert done.code == 2
    facts = done.json()
    assert (facts["fit"], facts["refused"]) == (2, 1)
    assert [flight["fits"] for flight in facts["flights"]] == [True, True, False]
    assert facts["flights"][0]["files"] == PHOTOS
    assert not running.terra.app.arrivals + running.flighthub.app.arrivals
    assert skybind("fleet", "status").code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("folder,service\na,moon\nb,\n", "2 faults"),
        ("folder,service,job.speed\na,terra,9\n", "has no option 'speed'"),
        ("name\na\n", "no column `folder`"),
    ],
)
def test_bad_lists(skybind: Command, running: Running, tmp_path: Path, text: str, said: str) -> None:
    """What is wrong with a list is told with 2, before anything starts."""
    (tmp_path / "bad.csv").write_text(text)
    done = skybind("fleet", "run", "bad.csv")
    assert done.code == 2
    assert said in done.err
    assert not running.terra.app.arrivals
    assert skybind("fleet", "run", "none.csv").code == 2


def test_other_photos_under_a_known_key(skybind: Command, april: Path) -> None:
    """A list that calls other photos by the name of a flight on record is refused, and says how to name them."""
    assert skybind("fleet", "run", april, *QUICK).code == 0
    april.write_text("folder,service,key\nsite-2,terra,site-1\n")
    done = skybind("fleet", "run", april, *QUICK)
    assert done.code == 2
    assert "is on record as 3d of" in done.err
    assert skybind("fleet", "run", april, "--name", "may", "--dry-run").code == 0


def test_no_such_fleet(skybind: Command, april: Path) -> None:
    """Without fleets, status says how to start one; with some, it names them."""
    none = skybind("fleet", "status")
    assert (none.code, "fleet run" in none.err) == (2, True)
    assert skybind("fleet", "run", april, "--quiet", *QUICK).code == 0
    other = skybind("fleet", "status", "may")
    assert (other.code, "There are: april." in other.err) == (2, True)


def test_without_credentials(command: Command, april: Path) -> None:
    """Credentials that are not there are trouble of the flights that need them, in words that help."""
    done = command("fleet", "run", april, *QUICK)
    assert done.code == 9
    assert "SKYBIND_TERRA" in done.out or "credentials" in done.out


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c(skybind: Command, running: Running, april: Path, times: int) -> None:
    """Once or twice, it ends soon and without a traceback, frees what it was at, and the same command goes on."""
    running.faults.add("store.put", "stall", seconds=0.3)
    process = skybind.begin("fleet", "run", april, *QUICK)
    end = time.monotonic() + 40
    while running.store.arrivals["put"] < 2:
        assert time.monotonic() < end
        time.sleep(0.02)
    for _ in range(times):
        process.send_signal(signal.SIGINT)
        time.sleep(0.15)
    _, errors = process.communicate(timeout=20)
    assert process.returncode in {130, -signal.SIGINT}, errors  # a second one may end Python itself
    assert "Traceback" not in errors
    assert "go on with the same command" in errors
    running.faults.clear()
    facts = skybind("fleet", "status", "--json").json()
    assert {flight["busy_until"] for flight in facts["flights"]} == {0.0}
    done = skybind("fleet", "run", april, *QUICK)
    assert done.code == 0, done.err
    assert len(running.terra.jobs) == len(running.flighthub.models) == 1


def test_help_says_what_there_is(command: Command) -> None:
    """Each command tells its options and shows examples."""
    assert "status" in command("fleet", "--help").out
    for name in ("run", "status"):
        told = command("fleet", name, "--help")
        assert told.code == 0
        assert f"skybind fleet {name}" in told.out


def test_a_ledger_that_is_not_there(command: Command, april: Path) -> None:
    """A record that cannot be opened is 10, and the password in its address is not told."""
    command.environment["SKYBIND_LEDGER"] = "postgresql://me:hunter2@127.0.0.1:9/fleet"
    for words in (("run", april), ("status",)):
        done = command("fleet", *words)
        assert done.code == 10
        assert "postgresql://127.0.0.1:9/fleet" in done.err
        assert "hunter2" not in done.out + done.err


def test_a_shared_record(skybind: Command, april: Path, postgres_database: str) -> None:
    """On PostgreSQL all is the same; neither status nor its page tells more of the address than where it is."""
    skybind.environment["SKYBIND_LEDGER"] = postgres_database.replace("postgres@", "postgres:hunter2@", 1)
    done = skybind("fleet", "run", april, "--json", *QUICK)
    assert done.code == 0, done.err
    status = skybind("fleet", "status", "--json", "--html", "april.html")
    assert status.json() == done.json()
    page = (april.parent / "april.html").read_text(encoding="utf-8")
    assert "hunter2" not in json.dumps(done.json()) + done.err + status.err + page
