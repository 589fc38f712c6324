"""Pages of listings."""

from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.store.listing import page_of

KEY = st.text("ab/é", min_size=1, max_size=6)


def expected_entries(keys: list[str], prefix: str, delimiter: str) -> list[tuple[str, bool]]:
    """What a listing shows in all: (entry, whether it is a common prefix), by the plain definition."""
    entries: set[tuple[str, bool]] = set()
    for key in keys:
        if key.startswith(prefix):
            end = key.find(delimiter, len(prefix)) if delimiter else -1
            entries.add((key, False) if end < 0 else (key[: end + len(delimiter)], True))
    return sorted(entries)


@settings(deadline=None, max_examples=200)
@given(
    keys=st.sets(KEY, max_size=12).map(sorted),
    prefix=st.text("ab/", max_size=2),
    delimiter=st.sampled_from(["", "/", "ab"]),
    limit=st.integers(1, 5),
)
def test_pages_together_are_the_listing(keys: list[str], prefix: str, delimiter: str, limit: int) -> None:
    """Going from page to page gives every entry once and in order, no page is too long, only the last is not cut."""
    seen: list[tuple[str, bool]] = []
    after = ""
    while True:
        page = page_of(keys, prefix=prefix, delimiter=delimiter, after=after, limit=limit)
        assert len(page.keys) + len(page.prefixes) <= limit
        seen += sorted([(key, False) for key in page.keys] + [(common, True) for common in page.prefixes])
        if not page.truncated:
            break
        assert len(page.keys) + len(page.prefixes) == limit
        after = page.last
    assert seen == expected_entries(keys, prefix, delimiter)


@settings(deadline=None, max_examples=100)
@given(keys=st.sets(KEY, max_size=12).map(sorted), after=KEY)
def test_after_is_exclusive(keys: list[str], after: str) -> None:
    """A listing that starts after a key holds what is greater, whether or not the key exists."""
    assert list(page_of(keys, after=after, limit=100).keys) == [key for key in keys if key > after]


def test_marker_inside_of_a_folder_still_shows_the_folder() -> None:
    """Only a marker that is the common prefix itself passes over all of it."""
    keys = ["a/1", "a/2", "b"]
    assert page_of(keys, delimiter="/", after="a/1", limit=10).prefixes == ("a/",)
    assert page_of(keys, delimiter="/", after="a/", limit=10).prefixes == ()


def test_empty_page() -> None:
    """A limit of 0 gives nothing and claims nothing more."""
    page = page_of(["a"], limit=0)
    assert (page.keys, page.truncated) == ((), False)
