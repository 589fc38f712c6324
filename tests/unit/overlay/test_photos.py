"""What lies in a folder of photos."""

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import PhotoError, UsageError
from skybind.transfers.photos import LIDAR_SUFFIXES, PHOTO_SUFFIXES, Photo, scan
from unit.overlay.cards import JPEG, photo_of, put_on


def names(photos: list[Photo]) -> list[str]:
    return [photo.name for photo in photos]


# -------------------------------------------------------------------------------------------------------- what is found


def test_a_photo_is_known_by_name_place_size_and_time(photos: Path) -> None:
    """What was found says how the file was when the folder was read; names are relative, with slashes."""
    path = put_on(photos, "100MEDIA/DJI_0001.JPG", size=1234)
    os.utime(path, ns=(1, 1_700_000_000_123_456_789))
    assert scan(photos) == [Photo("100MEDIA/DJI_0001.JPG", path, 1234, 1_700_000_000_123_456_789)]
    assert scan(str(photos)) == scan(photos)


def test_photos_come_in_the_order_of_their_names(photos: Path) -> None:
    """The order is that of the names as the service sees them, whatever order the disk gives, folders among files."""
    ordered = ["a-1.jpg", "a.jpg", "a/1/x.jpg", "a/10.jpg", "a/2.jpg", "b.jpg", "z/0.jpg"]
    for name in reversed(ordered):
        put_on(photos, name)
    assert names(scan(photos)) == ordered


def test_only_photos_count(photos: Path) -> None:
    """Other files are passed over; suffixes count in any case."""
    for name in ("a.jpg", "b.JPEG", "c.Dng", "d.tiff", "e.heic", "f.TIF", "g.heif"):
        put_on(photos, name, b"II*\0...." if name.lower().endswith(("dng", "tif", "tiff")) else None)
    for name in ("notes.txt", "video.mp4", "jpg", "x.jpg.bak", "flight.MRK"):
        put_on(photos, name)
    assert names(scan(photos)) == ["a.jpg", "b.JPEG", "c.Dng", "d.tiff", "e.heic", "f.TIF", "g.heif"]
    assert names(scan(photos, suffixes=LIDAR_SUFFIXES)) == ["flight.MRK"]


def test_hidden_files_are_passed_over(photos: Path) -> None:
    """What a system leaves on cards under a name with a dot is no photo, nor is what lies in such a folder."""
    put_on(photos, "DJI_0001.JPG")
    put_on(photos, "._DJI_0001.JPG", b"\0\5\x16\7")
    put_on(photos, ".Trashes/DJI_0002.JPG")
    assert names(scan(photos)) == ["DJI_0001.JPG"]


def test_links_to_photos_are_photos(photos: Path, tmp_path: Path) -> None:
    """A link to a file or folder elsewhere is followed; one that leads nowhere is passed over."""
    put_on(tmp_path / "elsewhere", "1.jpg", size=77)
    (photos / "day").symlink_to(tmp_path / "elsewhere")
    (photos / "0.jpg").symlink_to(tmp_path / "elsewhere" / "1.jpg")
    (photos / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    assert [(photo.name, photo.size) for photo in scan(photos)] == [("0.jpg", 77), ("day/1.jpg", 77)]


def test_a_list_goes_by_last_names_in_their_order(photos: Path) -> None:
    """Files of a list are taken whatever their suffix, and go by their last name."""
    b, a = put_on(photos, "x/b.jpg"), put_on(photos, "y/a.jpg")
    other = put_on(photos, "z/c.bin")
    assert scan([b, str(a), other]) == [photo_of(a), photo_of(b), photo_of(other)]


# -------------------------------------------------------------------------------------------------- what cannot be used


def test_nothing_there(photos: Path) -> None:
    """An empty folder, and one without photos, is said to be so, with the suffixes that count."""
    with pytest.raises(PhotoError, match="no photos") as caught:
        scan(photos)
    assert "jpg" in caught.value.advice
    put_on(photos, "notes.txt")
    with pytest.raises(PhotoError, match="no photos"):
        scan(photos)
    with pytest.raises(PhotoError, match="no photos"):
        scan([])


def test_no_folder(photos: Path) -> None:
    """A path that is not there, or is a file, is told apart from an empty folder."""
    with pytest.raises(PhotoError, match="no such folder"):
        scan(photos / "missing")
    with pytest.raises(PhotoError, match="is a file"):
        scan(put_on(photos, "a.jpg"))


def test_a_file_without_bytes(photos: Path) -> None:
    """An empty file is refused by name: the camera or the copy broke off."""
    put_on(photos, "a.jpg")
    put_on(photos, "b.jpg", b"")
    with pytest.raises(PhotoError, match=r"b\.jpg: is empty"):
        scan(photos)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", bytes(500)),
        ("a.JPEG", b"II*\0" + bytes(99)),
        ("a.dng", JPEG + bytes(99)),
        ("a.tif", b"<html>"),
        ("a.jpg", b"\xff\xd8"),
    ],
)
def test_a_file_that_is_something_else(photos: Path, name: str, content: bytes) -> None:
    """A file of the right size full of zeros, or of another kind than its name says, is refused by name."""
    put_on(photos, name, content)
    kind = name.rpartition(".")[2].upper()
    with pytest.raises(PhotoError, match=rf"is not a {kind} file"):
        scan(photos)


@pytest.mark.parametrize("start", [b"II*\0", b"MM\0*"])
def test_both_byte_orders_of_tiff(photos: Path, start: bytes) -> None:
    """DNG and TIFF may begin with either byte order."""
    for name in ("a.dng", "b.tif", "c.tiff"):
        put_on(photos, name, start + bytes(50))
    assert len(scan(photos)) == 3


def test_a_file_that_cannot_be_read(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not let us read is refused by name, with the system's reason."""
    put_on(photos, "a.jpg")
    broken = put_on(photos, "b.jpg")
    opened = open

    def refusing(path: str, *args: Any, **kwargs: Any) -> object:
        if path == str(broken):
            raise OSError(5, "Input/output error", path)
        return opened(path, *args, **kwargs)

    monkeypatch.setattr("builtins.open", refusing)
    with pytest.raises(PhotoError, match=r"b\.jpg: cannot be read: Input/output error"):
        scan(photos)


def test_a_folder_that_cannot_be_read(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sub-folder that cannot be listed is an error: its photos would be missing without a word."""
    put_on(photos, "a.jpg")
    put_on(photos, "locked/b.jpg")
    listed = os.scandir

    def refusing(path: str | Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(PhotoError, match="locked: cannot be read: Permission denied"):
        scan(photos)


def test_a_folder_in_itself_is_an_error(photos: Path) -> None:
    """A link that leads back up is reported; it does not make the walk endless."""
    put_on(photos, "a.jpg")
    (photos / "loop").symlink_to(photos)
    with pytest.raises(PhotoError, match="cannot be read"):
        scan(photos)


def test_files_of_a_list_that_are_not_there(photos: Path) -> None:
    """A missing file and a folder in a list are refused by name."""
    good = put_on(photos, "a.jpg")
    with pytest.raises(PhotoError, match=r"gone\.jpg: cannot be read"):
        scan([good, photos / "gone.jpg"])
    with pytest.raises(PhotoError, match="photos: cannot be read"):
        scan([good, photos])


def test_faults_are_gathered(photos: Path) -> None:
    """Not only the first fault is told: three are named, the others counted."""
    for number in range(8):
        put_on(photos, f"{number}.jpg", b"" if number % 2 else None)
    with pytest.raises(PhotoError) as caught:
        scan(photos)
    told = str(caught.value)
    assert [f"{number}.jpg: is empty" in told for number in (1, 3, 5, 7)] == [True, True, True, False]
    assert told.endswith("and 1 more")
    assert caught.value.advice


def test_a_name_that_is_no_text(photos: Path) -> None:
    """A name of bytes that no text gives could be neither sent nor recorded; it is refused before anything is sent."""
    path = os.fsencode(photos) + b"/gr\xfcn.jpg"
    try:
        Path(os.fsdecode(path)).write_bytes(JPEG)
    except OSError:
        pytest.skip("this file system takes no such names")
    with pytest.raises(PhotoError, match="name"):
        scan(photos)


# ---------------------------------------------------------------------------------------------------------------- twins


def test_twins_by_case(photos: Path) -> None:
    """Two names that differ in case only would be one photo elsewhere; both are named."""
    put_on(photos, "day/DJI_0001.JPG")
    put_on(photos, "Day/dji_0001.jpg")
    if len(list(photos.iterdir())) == 1:
        pytest.skip("this file system does not tell case apart")
    with pytest.raises(PhotoError, match="two files of one name") as caught:
        scan(photos)
    assert "DJI_0001.JPG" in str(caught.value)
    assert "dji_0001.jpg" in str(caught.value)


def test_twins_by_unicode_form(photos: Path) -> None:
    """The same name in composed and decomposed form is one name."""
    put_on(photos, unicodedata.normalize("NFC", "Forêt é.jpg"))
    put_on(photos, unicodedata.normalize("NFD", "Forêt é.jpg"))
    if len(list(photos.iterdir())) == 1:
        pytest.skip("this file system does not tell forms apart")
    with pytest.raises(PhotoError, match="two files of one name"):
        scan(photos)


def test_twins_in_a_list(photos: Path) -> None:
    """Files of two folders with one last name would overwrite each other; both paths are named."""
    one, two = put_on(photos, "a/1.jpg"), put_on(photos, "b/1.jpg")
    with pytest.raises(PhotoError, match="two files of one name") as caught:
        scan([one, two])
    assert str(one) in str(caught.value)
    assert str(two) in str(caught.value)


def test_the_same_name_in_two_folders_is_no_twin(photos: Path) -> None:
    """In a folder, names go with their path."""
    put_on(photos, "a/1.jpg")
    put_on(photos, "b/1.jpg")
    assert names(scan(photos)) == ["a/1.jpg", "b/1.jpg"]


# ------------------------------------------------------------------------------------------------------- what was known


def test_known_photos_are_not_opened_again(photos: Path) -> None:
    """What is on record is believed by its size and time; only new files are looked into."""
    put_on(photos, "old.jpg", bytes(50))
    put_on(photos, "new.jpg")
    asked: list[Photo] = []

    def known(photo: Photo) -> bool:
        asked.append(photo)
        return photo.name == "old.jpg"

    assert names(scan(photos, known=known)) == ["new.jpg", "old.jpg"]
    assert sorted(names(asked)) == ["new.jpg", "old.jpg"]


def test_photo_errors_are_usage_errors() -> None:
    """A folder that cannot be used is the caller's to mend, and nothing was sent."""
    assert issubclass(PhotoError, UsageError)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text("aAäÄb1_. /-", min_size=1, max_size=12), max_size=8))
def test_no_folder_breaks_the_scan(tmp_path_factory: pytest.TempPathFactory, wanted: list[str]) -> None:
    """Whatever names a folder holds: its photos, each once, with unique folded names, or a PhotoError."""
    folder = tmp_path_factory.mktemp("any")
    for name in wanted:
        try:
            put_on(folder, name.strip("/") + ".jpg")
        except OSError:
            continue
    try:
        found = scan(folder)
    except PhotoError:
        return
    folded = [unicodedata.normalize("NFC", name).casefold() for name in names(found)]
    assert len(set(folded)) == len(found)
    assert all(photo.path == folder / photo.name and photo.path.is_file() for photo in found)
    assert all(photo.path.suffix.lower() in PHOTO_SUFFIXES for photo in found)


@settings(deadline=None, max_examples=60)
@given(st.sets(st.text("aB1-. /0é~", min_size=1, max_size=9), max_size=12))
def test_the_walk_is_in_the_order_of_whole_names(tmp_path_factory: pytest.TempPathFactory, wanted: set[str]) -> None:
    """Known files are asked about, and photos come, as sorted names do; a record in that order is read beside it."""
    folder = tmp_path_factory.mktemp("any")
    for name in wanted:
        try:
            put_on(folder, name.strip("/") + ".jpg")
        except OSError:
            continue
    asked: list[str] = []

    def known(photo: Photo) -> bool:
        asked.append(photo.name)
        return True

    found = scan(folder, known=known, faults=[])
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.jpg") if path.is_file())
    seen = [name for name in there if not any(part.startswith(".") for part in name.split("/"))]
    twins = len(seen) - len({unicodedata.normalize("NFC", name).casefold() for name in seen})
    assert asked == names(found) == sorted(asked)
    assert set(asked) <= set(seen)
    assert len(asked) == len(seen) - twins
