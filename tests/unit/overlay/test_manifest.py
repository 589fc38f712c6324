"""Photos in a few bytes each, beside a plain list of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skybind.transfers.manifest import Photo, Photos

NAMES = st.text("aä💾/._ \udcff", min_size=1, max_size=8).filter(lambda name: not name.endswith("/"))
NUMBERS = st.integers(-(2**63), 2**63 - 1)
PHOTOS = st.builds(
    lambda folder, name, size, mtime: Photo(name, Path(folder) / name, size, mtime),
    st.sampled_from(["/card", "/card/2", "card", "."]),
    NAMES,
    st.integers(0, 2**62),
    NUMBERS,
)
LISTS = st.lists(PHOTOS, max_size=12)
BOUNDS = st.none() | st.integers(-15, 15)


@given(LISTS, st.slices(12), st.integers(-15, 15))
def test_it_is_what_a_list_is(plain: list[Photo], part: slice, index: int) -> None:
    """Length, order, each element, any part, and parts of parts are those of a list of the same photos."""
    photos = Photos(iter(plain))
    assert len(photos) == len(plain)
    assert list(photos) == plain
    assert photos == plain
    assert photos[part] == plain[part]
    assert list(photos[part][::-2]) == plain[part][::-2]
    assert list(reversed(photos)) == plain[::-1]
    assert photos.bytes == sum(photo.size for photo in plain)
    assert photos[part].bytes == sum(photo.size for photo in plain[part])
    assert [photo.path for photo in photos] == [photo.path for photo in plain]
    if -len(plain) <= index < len(plain):
        assert photos[index] == plain[index]
    else:
        with pytest.raises(IndexError):
            photos[index]


@given(LISTS, st.data())
def test_two_parts_are_the_whole(plain: list[Photo], data: st.DataObject) -> None:
    """Parting asks about each photo once, in order; both parts keep that order, and can be parted and cut again."""
    verdicts = data.draw(st.lists(st.booleans(), min_size=len(plain), max_size=len(plain)))
    asked: list[Photo] = []

    def wanted(photo: Photo) -> bool:
        asked.append(photo)
        return verdicts[len(asked) - 1]

    kept, left = Photos(plain).parted(wanted)
    assert asked == plain
    assert kept == [photo for photo, yes in zip(plain, verdicts, strict=True) if yes]
    assert left == [photo for photo, yes in zip(plain, verdicts, strict=True) if not yes]
    assert left.parted(lambda _photo: False)[1][1:] == list(left)[1:]
    assert kept.bytes + left.bytes == sum(photo.size for photo in plain)


def test_what_differs_is_not_equal() -> None:
    """Another photo, another number of them, or no sequence at all is not the same."""
    one, other = Photo("a.jpg", "/card/a.jpg", 1, 1), Photo("a.jpg", "/card/a.jpg", 1, 2)
    photos = Photos([one])
    assert photos == Photos([one])
    assert photos != [other]
    assert photos != [one, one]
    assert photos != Photos()
    assert photos != {one}
    assert "1 files" in repr(photos)


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.JPG", ".jpg"), ("d.x/b.Tiff", ".tiff"), ("d.jpg/b", ""), (".jpg", ""), ("a.b.dng", ".dng")]
)
def test_the_suffix_of_a_photo(name: str, suffix: str) -> None:
    """It is that of the last part of the name, in lower case, as a path has it."""
    photo = Photo(name, Path("/card") / name, 1, 1)
    assert photo.suffix == suffix == photo.path.suffix.lower()
