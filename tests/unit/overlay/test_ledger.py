"""The record of what is safe at a service."""

import contextlib
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import filelock
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import LedgerBusy, LedgerError
from skybind.transfers.ledger import Confirmed, FlightRecord, JobRecord, Ledger, flight_key
from skybind.transfers.photos import Photo
from skybind.transfers.places import Place, state_dir
from unit.overlay.cards import not_ours


def photo(name: str, size: int = 10, mtime_ns: int = 1) -> Photo:
    return Photo(name, Path("/card") / name, size, mtime_ns)


def job(digest: str = "d1", *, flight: str = "f", out: str | None = None, uuid: str | None = None) -> JobRecord:
    return JobRecord(flight, digest, "3d", "{}", out, uuid, "survey")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "ledger.sqlite3"


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, path: Path) -> Place:
    """Each of the two databases; both keep the same rules."""
    if request.param == "sqlite":
        return path
    address: str = request.getfixturevalue("postgres_database")
    return address


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    with Ledger(place) as opened:
        yield opened


# ---------------------------------------------------------------------------------------------------------------- files


def test_what_is_confirmed_is_known_afterwards(ledger: Ledger, place: Place) -> None:
    """A confirmed file is on record with all that tells it apart, also for who opens the ledger later."""
    ledger.flight("f", "terra", "/card")
    ledger.confirm("f", "r1", [(photo("a/1.jpg", 7, 8), "etag", "id-1"), (photo("ü.jpg"), "e2", "id-2")])
    expected = {
        "a/1.jpg": Confirmed("a/1.jpg", 7, 8, "etag", "id-1", "r1"),
        "ü.jpg": Confirmed("ü.jpg", 10, 1, "e2", "id-2", "r1"),
    }
    assert ledger.confirmed("f") == expected
    assert ledger.confirmed("another") == {}
    with Ledger(place) as later:
        assert later.confirmed("f") == expected


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 2**40), st.integers(0, 2**63 - 1), st.text("abc"))
    )
)
def test_the_last_confirmation_of_a_name_counts(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[str, int, int, str]]
) -> None:
    """A file that changed and went up again replaces its record; sizes and times of any magnitude survive."""
    with Ledger(tmp_path_factory.mktemp("ledger") / "l.sqlite3") as ledger:
        for name, size, mtime_ns, etag in entries:
            ledger.confirm("f", "r", [(photo(name, size, mtime_ns), etag, "id")])
        last = {name: (size, mtime_ns, etag) for name, size, mtime_ns, etag in entries}
        found = {name: (file.size, file.mtime_ns, file.etag) for name, file in ledger.confirmed("f").items()}
        assert found == last


def test_files_can_be_forgotten(ledger: Ledger) -> None:
    """What the service does not have any more is off the record, for this flight only."""
    for key in ("f", "g"):
        ledger.confirm(key, "r", [(photo("1.jpg"), "e", "id")])
    ledger.forget_files("f")
    assert ledger.confirmed("f") == {}
    assert set(ledger.confirmed("g")) == {"1.jpg"}


def test_a_batch_is_on_record_whole_or_not_at_all(ledger: Ledger) -> None:
    """If something breaks while a batch is written, nothing of it is on record, and the ledger goes on."""

    def broken() -> Iterator[tuple[Photo, str, str]]:
        yield photo("1.jpg"), "e", "id"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ledger.confirm("f", "r", broken())
    assert ledger.confirmed("f") == {}
    ledger.confirm("f", "r", [(photo("2.jpg"), "e", "id")])
    assert set(ledger.confirmed("f")) == {"2.jpg"}


# -------------------------------------------------------------------------------------------------------------- flights


def test_a_flight_is_made_once(ledger: Ledger) -> None:
    """Asking again gives the flight that is there, with its resource."""
    assert ledger.find_flight("f") is None
    assert ledger.flight("f", "terra", "/card") == FlightRecord("f", "terra", "/card", None, 0)
    ledger.set_resource("f", "r1")
    assert ledger.flight("f", "terra", "/card") == FlightRecord("f", "terra", "/card", "r1", 0)
    assert ledger.find_flight("f") == FlightRecord("f", "terra", "/card", "r1", 0)


def test_a_new_generation_forgets_the_set_and_keeps_the_files(ledger: Ledger) -> None:
    """A set that must be made anew gets another number; confirmed files stay known, with the set they were in."""
    ledger.flight("f", "terra", "/card")
    ledger.set_resource("f", "r1")
    ledger.confirm("f", "r1", [(photo("1.jpg"), "e", "id")])
    assert ledger.begin_generation("f") == FlightRecord("f", "terra", "/card", None, 1)
    assert ledger.confirmed("f")["1.jpg"].resource == "r1"
    assert ledger.begin_generation("f").generation == 2


def test_members_move_to_the_new_set(ledger: Ledger) -> None:
    """Files that a new set starts with belong to it from then on; the others to where they were."""
    ledger.flight("f", "terra", "/card")
    ledger.confirm("f", "r1", [(photo("1.jpg"), "e", "a"), (photo("2.jpg"), "e", "b")])
    ledger.set_resource("f", "r2", ["1.jpg"])
    assert {name: file.resource for name, file in ledger.confirmed("f").items()} == {"1.jpg": "r2", "2.jpg": "r1"}


def test_the_key_of_a_flight() -> None:
    """The same folder at the same account has the same key; anything else another one, and none shows the account."""
    key = flight_key("terra", "account", "https://a", "/card")
    others = [
        flight_key("koomap", "account", "https://a", "/card"),
        flight_key("terra", "account2", "https://a", "/card"),
        flight_key("terra", "account", "https://b", "/card"),
        flight_key("terra", "account", "https://a", "/card2"),
    ]
    assert key == flight_key("terra", "account", "https://a", "/card")
    assert len({key, *others}) == 5
    assert "account" not in key
    assert key.isalnum()


def test_where_the_ledger_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In ``SKYBIND_STATE_DIR``, else in the user's folder for state, unless ``SKYBIND_LEDGER`` says where."""
    monkeypatch.setenv("SKYBIND_STATE_DIR", str(tmp_path / "a" / "b"))
    with Ledger():
        assert (tmp_path / "a" / "b" / "ledger.sqlite3").exists()
    monkeypatch.setenv("SKYBIND_LEDGER", str(tmp_path / "fleet.sqlite3"))
    with Ledger():
        assert (tmp_path / "fleet.sqlite3").exists()
    monkeypatch.delenv("SKYBIND_STATE_DIR")
    assert "skybind" in state_dir().parts


# ----------------------------------------------------------------------------------------------------------------- jobs


def test_a_job_is_wanted_before_it_exists(ledger: Ledger) -> None:
    """A wanted job has no id until the service gave one; wanting it again finds the same record with the id."""
    assert ledger.intend_job(job()) == job()
    ledger.set_job("f", "d1", "uuid-1")
    assert ledger.intend_job(job()) == job(uuid="uuid-1")
    assert ledger.intend_job(job("d2")) == job("d2")
    ledger.set_job("f", "d1", None)
    assert ledger.intend_job(job()) == job()


def test_where_a_result_goes_may_be_said_later(ledger: Ledger) -> None:
    """The folder of the last wish counts; a wish without one leaves it."""
    ledger.intend_job(job())
    assert ledger.intend_job(job(out="/a")).out == "/a"
    assert ledger.intend_job(job()).out == "/a"
    assert ledger.intend_job(job(out="/b")).out == "/b"


def test_jobs_are_listed_newest_first(ledger: Ledger) -> None:
    """All, of a service, of a flight; and one by the service's id."""
    ledger.flight("f", "terra", "/1")
    ledger.flight("g", "koomap", "/2")
    for number, key in enumerate("ffg"):
        ledger.intend_job(job(f"d{number}", flight=key))
        ledger.set_job(key, f"d{number}", f"uuid-{number}")
    assert [record.job for record in ledger.jobs()] == ["uuid-2", "uuid-1", "uuid-0"]
    assert [record.job for record in ledger.jobs("terra")] == ["uuid-1", "uuid-0"]
    assert [record.job for record in ledger.jobs(flight="g")] == ["uuid-2"]
    assert ledger.jobs("terra", "g") == []
    assert ledger.job("uuid-1") == job("d1", uuid="uuid-1")
    assert ledger.job("uuid-9") is None


# ------------------------------------------------------------------------------------------------------ other processes

HOLD = """
import sys, time
from skybind.transfers.ledger import Ledger
with Ledger(sys.argv[1]) as ledger, ledger.exclusive("f"):
    print("held", flush=True)
    time.sleep(60)
"""

WRITE = """
import sys
from pathlib import Path
from skybind.transfers.ledger import JobRecord, Ledger
from skybind.transfers.photos import Photo
ledger = Ledger(sys.argv[1])
run = sys.argv[2]
for number in range(1_000_000):
    name = f"{run}-{number}.jpg"
    ledger.confirm("f", "r", [(Photo(name, Path(name), number, number), "etag", f"id-{number}")])
    if number % 10 == 0:
        ledger.intend_job(JobRecord("f", name, "3d", "{}", None, None, "survey"))
    print(name, flush=True)
"""


@contextlib.contextmanager
def process(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def test_one_process_works_on_a_flight(ledger: Ledger, place: Place) -> None:
    """A second process is refused at once; when the first is killed, its lock dies with it."""
    with process(HOLD, place) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        began = time.monotonic()
        with pytest.raises(LedgerError, match="another process"), ledger.exclusive("f"):
            pass
        assert time.monotonic() - began < 1
        with ledger.exclusive("another flight"):
            pass
        other.send_signal(signal.SIGKILL)
        other.wait()
        end = time.monotonic() + 10
        while True:  # a server takes a moment to see that its client is gone
            try:
                with ledger.exclusive("f"):
                    break
            except LedgerBusy:
                assert time.monotonic() < end
                time.sleep(0.02)


def test_a_lock_ends_with_the_work(ledger: Ledger, place: Place) -> None:
    """Also within a process a flight is worked on once at a time; an error frees it."""
    with Ledger(place) as second:
        with ledger.exclusive("f"), pytest.raises(LedgerError), second.exclusive("f"):
            pass
        with pytest.raises(ZeroDivisionError), ledger.exclusive("f"):
            raise ZeroDivisionError
        with second.exclusive("f"):
            pass


def test_a_killed_process_loses_nothing_that_was_written(place: Place) -> None:
    """After ``kill -9`` in the middle of writing, all that was on record is on record, and the database is whole."""
    told: list[str] = []
    for run in range(3):
        with process(WRITE, place, run) as writer:
            assert writer.stdout is not None
            for _ in range(random.Random(run).randint(1, 40)):
                told.append(writer.stdout.readline().strip())
            writer.send_signal(signal.SIGKILL)
            told += [line.strip() for line in writer.stdout if line.endswith("\n")]
    with Ledger(place) as ledger:
        known = ledger.confirmed("f")
        assert set(told) <= set(known)
        assert all(known[name].size == int(name.split("-")[1].removesuffix(".jpg")) for name in told)
        if isinstance(place, Path):
            assert ledger._db.read("PRAGMA integrity_check") == [("ok",)]
        wanted = {row[0] for row in ledger._db.read("SELECT digest FROM jobs")}
        assert {name for name in told if name.endswith("0.jpg")} <= wanted


def test_writers_wait_for_each_other(place: Place) -> None:
    """Two flights may be worked on at a time; neither writer is refused because the other one is writing."""

    def write(key: str) -> None:
        with Ledger(place) as ledger:
            for number in range(40):
                ledger.confirm(key, "r", [(photo(f"{number}.jpg"), "e", "id")])

    threads = [threading.Thread(target=write, args=(key,)) for key in "fgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Ledger(place) as ledger:
        assert [len(ledger.confirmed(key)) for key in "fgh"] == [40, 40, 40]


# ----------------------------------------------------------------------------------------- disks that do not play along


@contextlib.contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """What a full disk does, by a limit of the system: writes beyond fail."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk(path: Path) -> None:
    """Running out of room is a LedgerError; what was on record stays, and with room again the ledger goes on."""
    with Ledger(path) as ledger:
        ledger.flight("f", "terra", "/card")
        done: list[str] = []

        def go_on() -> None:
            for number in range(1000):
                name = f"{number}" + "x" * 1000
                ledger.confirm("f", "r", [(photo(name), "e", "id")])
                done.append(name)

        with no_file_larger_than(150_000), pytest.raises(LedgerError, match="cannot be used") as caught:
            go_on()
        assert "SKYBIND_STATE_DIR" in caught.value.advice
        assert done
        assert set(ledger.confirmed("f")) == set(done)
        with no_file_larger_than(1), pytest.raises(LedgerError):
            ledger.set_resource("f", "r" * 5000)
        ledger.set_resource("f", "r1")
    with Ledger(path) as ledger:
        assert set(ledger.confirmed("f")) == set(done)
        assert ledger.flight("f", "terra", "/card").resource == "r1"


def test_a_folder_that_cannot_be_written_to() -> None:
    """A ledger that cannot be opened is a LedgerError that names it and says what to do."""
    with not_ours() as locked:
        for place in (locked / "ledger.sqlite3", locked / "new" / "ledger.sqlite3"):
            with pytest.raises(LedgerError, match=str(place)) as caught:
                Ledger(place)
            assert "SKYBIND_STATE_DIR" in caught.value.advice


def test_a_lock_that_cannot_be_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in which no lock can be made is a LedgerError too."""

    def refused(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(filelock.FileLock, "acquire", refused)
    with Ledger(path) as ledger, pytest.raises(LedgerError, match="cannot be used"), ledger.exclusive("f"):
        pass


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + bytes(4096)])
def test_a_file_that_is_no_ledger(path: Path, content: bytes) -> None:
    """A file that is no database, or a broken one, is a LedgerError, and is left as it is."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(LedgerError):
        Ledger(path)
    assert path.read_bytes() == content


def test_a_ledger_that_broke_later(path: Path) -> None:
    """Damage that shows when a record is read is a LedgerError as well, not an error of the database library."""
    with Ledger(path) as ledger:
        for key in "fg":
            ledger.flight(key, "terra", "/card")
            ledger.confirm(key, "r", [(photo(f"{n}" + "x" * 500), "e", "id") for n in range(300)])
            ledger.intend_job(job(flight=key))
    whole = path.read_bytes()
    page = 4096
    with path.open("r+b") as file:
        file.seek(page)
        file.write(os.urandom(len(whole) - page))
    with contextlib.closing(Ledger(path)) as ledger:
        for read in (
            lambda: len(ledger.confirmed("f")),
            lambda: list(ledger.confirmed("f")),
            lambda: ledger.confirmed("f").get("a.jpg"),
            lambda: ledger.find_flight("f"),
            lambda: ledger.jobs(),
            lambda: ledger.job("uuid"),
        ):
            with pytest.raises(LedgerError):
                read()


def test_after_it_is_closed(place: Place) -> None:
    """A closed ledger takes nothing more, and says so in our words."""
    ledger = Ledger(place)
    ledger.close()
    with pytest.raises(LedgerError):
        ledger.flight("f", "terra", "/card")
    with pytest.raises(LedgerError):
        len(ledger.confirmed("f"))
