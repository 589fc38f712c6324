"""Names that would be one elsewhere."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skybind.transfers import twins
from skybind.transfers.twins import Twins

NAMES = st.lists(st.text("aAéE\u0301ßsS/", max_size=4), max_size=30)


def found(names: list[str]) -> list[str | None]:
    shown = [(name, f"{place}: {name}") for place, name in enumerate(names)]
    finder = Twins(lambda: iter(shown))
    return [finder.earlier(name) for name in names]


def expected(names: list[str]) -> list[str | None]:
    first: dict[str, str] = {}
    answers: list[str | None] = []
    for place, name in enumerate(names):
        folded = unicodedata.normalize("NFC", name).casefold()
        answers.append(first.get(folded))
        first.setdefault(folded, f"{place}: {name}")
    return answers


@given(NAMES)
def test_the_first_of_a_name_is_told(names: list[str]) -> None:
    """Each later file of a name learns of the first one, as it is shown; the first of each learns nothing."""
    assert found(names) == expected(names)


@given(NAMES)
def test_two_names_of_one_number(names: list[str]) -> None:
    """Names that have a number in common by chance are no twins."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(twins, "hash", lambda name: len(name) % 3, raising=False)
        assert found(names) == expected(names)


def test_so_many_that_the_table_grows() -> None:
    """Twins are found however many names lie between them, and no name is taken for another."""
    names = [f"DJI_{number:05}.JPG" for number in range(5000)]
    assert found([*names, "dji_00000.jpg", "dji_04999.jpg"])[-3:] == [
        None,
        "0: DJI_00000.JPG",
        "4999: DJI_04999.JPG",
    ]
    assert not any(found(names))
