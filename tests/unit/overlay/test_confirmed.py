"""The files on record, read block by block, beside a plain dict of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skybind.errors import LedgerError
from skybind.transfers import confirmed
from skybind.transfers.ledger import Confirmed, Ledger
from skybind.transfers.photos import Photo

NAMES = st.text("aAé/-.\U0001f4be\uffff", min_size=1, max_size=4)


def photo(name: str, size: int = 1) -> Photo:
    return Photo(name, Path(name), size, 7)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("state") / "ledger.sqlite3") as made:
        yield made


@pytest.fixture(scope="module", autouse=True)
def _small_blocks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(confirmed, "_BLOCK", 3)
        yield


@given(st.sets(NAMES, max_size=15), st.lists(NAMES, max_size=12))
def test_it_is_what_a_dict_is(ledger: Ledger, names: set[str], asked: list[str]) -> None:
    """In whatever order names are asked for, and while others go through all of them: what a dict would answer."""
    ledger.forget_files("f")
    ledger.confirm("f", "r", [(photo(name), "e", f"id-{name}") for name in names])
    ledger.confirm("another", "r", [(photo(name), "e", "id") for name in asked])
    known = ledger.confirmed("f")
    plain = {name: Confirmed(name, 1, 7, "e", f"id-{name}", "r") for name in names}
    assert [known.get(name) for name in sorted([*names, *asked])] == [plain.get(n) for n in sorted([*names, *asked])]
    assert [known.get(name) for name in asked] == [plain.get(name) for name in asked]
    assert known == plain
    assert len(known) == len(plain)
    walk = []
    for name in known:
        walk.append(name)
        assert [known.get(other) for other in asked] == [plain.get(other) for other in asked]
    assert walk == sorted(plain)
    with pytest.raises(KeyError):
        known["x"]


@given(st.sets(NAMES, min_size=1, max_size=15))
def test_what_is_on_record_as_it_is(ledger: Ledger, names: set[str]) -> None:
    """A photo is held if its name, its size and its time are those on record."""
    ledger.forget_files("f")
    ledger.confirm("f", "r", [(photo(name), "e", "id") for name in names])
    known = ledger.confirmed("f")
    for name in sorted(names):
        assert known.holds(photo(name))
        assert not known.holds(photo(name, size=2))
        assert not known.holds(Photo(name, Path(name), 1, 8))
        assert not known.holds(photo(name + "x")) or name + "x" in names


def test_it_is_read_block_by_block(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Photos in the order of their names cost a query a block, however many of them are on record."""
    names = [f"{number:02}.jpg" for number in range(30)]
    ledger.forget_files("f")
    ledger.confirm("f", "r", [(photo(name), "e", "id") for name in names[::2]])
    known = ledger.confirmed("f")
    queries = []
    read = ledger._db.read

    def counting(query: str, values: tuple[object, ...]) -> list[object]:
        queries.append(query)
        return read(query, values)

    monkeypatch.setattr(ledger._db, "read", counting)
    assert [known.holds(photo(name)) for name in names] == [True, False] * 15
    assert len(queries) <= 10


def test_a_record_that_cannot_be_read(tmp_path: Path) -> None:
    """Trouble shows when it is asked, as a LedgerError."""
    ledger = Ledger(tmp_path / "ledger.sqlite3")
    known = ledger.confirmed("f")
    ledger.close()
    for ask in (known.__len__, lambda: list(known), lambda: known.holds(photo("a.jpg"))):
        with pytest.raises(LedgerError):
            ask()
