"""What time it is at a service."""

import locale
import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.wire.clock import ServiceClock, http_date, parse_http_date
from unit.overlay.dials import Clock

FEBRUARY = 1_739_433_600  # Thu, 13 Feb 2025 08:00:00 GMT


def test_a_date_reads_as_the_services_want_it() -> None:
    """English names, two digits, GMT; fractions of a second are left out."""
    assert http_date(FEBRUARY) == "Thu, 13 Feb 2025 08:00:00 GMT"
    assert http_date(FEBRUARY + 0.9) == "Thu, 13 Feb 2025 08:00:00 GMT"


@settings(deadline=None, max_examples=120)
@given(st.integers(0, 253_402_300_799))
def test_what_is_written_is_read_back(seconds: int) -> None:
    """Every second between 1970 and 9999 survives, in the grammar of RFC 9110."""
    text = http_date(seconds)
    assert re.fullmatch(
        r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d "
        r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT",
        text,
    )
    assert parse_http_date(text) == seconds


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose zone is nine hours ahead, and whose calendar speaks German where that is installed."""
    monkeypatch.setenv("TZ", "JST-9")
    time.tzset()
    monkeypatch.setattr(time, "strftime", lambda *_args: "Do, 13 Feb 2025 17:00:00 MEZ")
    before = locale.setlocale(locale.LC_ALL)
    for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "zh_CN.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        break
    yield
    locale.setlocale(locale.LC_ALL, before)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_away")
def test_neither_language_nor_zone_of_the_machine_matter() -> None:
    """A date is the same on every machine, and so is what is read from one, also if it leaves its zone out."""
    assert http_date(FEBRUARY) == "Thu, 13 Feb 2025 08:00:00 GMT"
    assert parse_http_date("Thu, 13 Feb 2025 08:00:00 GMT") == FEBRUARY
    assert parse_http_date("Thu, 13 Feb 2025 08:00:00") == FEBRUARY


@pytest.mark.parametrize(
    "text", [None, "", "yesterday", "Thu, 33 Feb 2025 08:00:00 GMT", f"Thu, 13 Feb 2025 08:00:00 +{'9' * 20}"]
)
def test_what_is_no_date_is_none(text: str | None) -> None:
    """A header that cannot be read is no date; it raises nothing."""
    assert parse_http_date(text) is None


@settings(deadline=None, max_examples=120)
@given(st.text() | st.text(alphabet="0123456789:+- ,JanGMT", max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever a peer sends as its date, reading it raises nothing."""
    seconds = parse_http_date(text)
    assert seconds is None or isinstance(seconds, float)


def test_a_clock_that_learnt_nothing_is_ours() -> None:
    """Without a refusal, a service's time is the machine's."""
    assert ServiceClock(Clock(1000.0)).now("a") == 1000.0


@pytest.mark.parametrize("offset", [-86_400.0, -2.0, 2.0, 400.0])
def test_an_offset_is_learnt_and_kept(offset: float) -> None:
    """After ``learn``, the host's time is ours plus the offset, and goes on with our clock."""
    wall = Clock(float(FEBRUARY))
    clock = ServiceClock(wall)
    assert clock.learn("a", http_date(FEBRUARY + offset))
    assert clock.now("a") == FEBRUARY + offset
    wall.time += 3600
    assert clock.now("a") == FEBRUARY + offset + 3600


def test_hosts_have_their_own_offsets() -> None:
    """What one host teaches says nothing about another."""
    clock = ServiceClock(Clock(float(FEBRUARY)))
    clock.learn("a", http_date(FEBRUARY + 100))
    clock.learn("b", http_date(FEBRUARY - 100))
    assert [clock.now(host) - FEBRUARY for host in ("a", "b", "c")] == [100, -100, 0]


def test_the_same_lesson_twice_changes_nothing() -> None:
    """``learn`` says whether the offset changed by more than a second, the resolution of a date."""
    clock = ServiceClock(Clock(FEBRUARY + 0.5))
    assert not clock.learn("a", http_date(FEBRUARY))
    assert clock.learn("a", http_date(FEBRUARY + 60))
    assert not clock.learn("a", http_date(FEBRUARY + 61))
    assert clock.learn("a", http_date(FEBRUARY))


@pytest.mark.parametrize("date", [None, "", "soon"])
def test_no_date_teaches_nothing(date: str | None) -> None:
    """A refusal without a readable date leaves the offset as it was."""
    clock = ServiceClock(Clock(float(FEBRUARY)))
    clock.learn("a", http_date(FEBRUARY + 100))
    assert not clock.learn("a", date)
    assert clock.now("a") == FEBRUARY + 100
