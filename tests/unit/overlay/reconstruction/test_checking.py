"""Photos held against limits before the first byte leaves."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

from skybind.errors import PhotoError, PhotosRefused, UsageError
from skybind.reconstruction import Capabilities, Finding, KindLimits, PositionNeed, check
from skybind.reconstruction.checking import accepted
from unit.overlay.cards import put_on

PLAIN = Capabilities(
    service="made-up",
    title="MadeUp",
    client="MadeUp",
    kinds=(
        KindLimits(name="2d", makes="map", least=3, most=5, source="page 1"),
        KindLimits(name="3d", makes="mesh", least=4, most=8, most_bytes=2_000, source="page 2"),
        KindLimits(name="lidar", makes="points", most_bytes=1_500, needs=frozenset({".ldr"}), source="page 3"),
    ),
    photos=frozenset({".jpg"}),
    companions=frozenset({".ldr"}),
    longest_name=20,
)
ANY_NUMBER = (KindLimits(name="3d", makes="mesh", source="none"),)


def with_(**changes: Any) -> Capabilities:
    return attrs.evolve(PLAIN, **changes)


def fill(folder: Path, count: int, *, suffix: str = ".jpg", size: int = 100) -> Path:
    for number in range(count):
        put_on(folder, f"{number}{suffix}", size=size)
    return folder


def rules(folder: Path, kind: str | None = None, capabilities: Capabilities = PLAIN) -> list[str]:
    """Rules of what was found, in its order."""
    return [finding.rule for finding in check(folder, capabilities, kind).findings]


def only(folder: Path, kind: str | None = None, capabilities: Capabilities = PLAIN) -> Finding:
    """The one thing that was found."""
    (finding,) = check(folder, capabilities, kind).findings
    return finding


# ------------------------------------------------------------------------------------------------- how many


@pytest.mark.parametrize(
    ("count", "kind", "fits"),
    [
        (2, "2d", False), (3, "2d", True), (5, "2d", True), (6, "2d", False),
        (3, "3d", False), (4, "3d", True), (8, "3d", True), (9, "3d", False),
        (2, None, False), (3, None, True), (8, None, True), (9, None, False),
    ],
)  # fmt: skip
def test_how_many_photos_a_kind_takes(photos: Path, count: int, kind: str | None, fits: bool) -> None:
    """The documented limits are taken themselves; without a kind it is enough that there is one for so many."""
    report = check(fill(photos, count), PLAIN, kind)
    assert report.fits is fits
    assert len(report.photos) == count
    assert report.bytes == 100 * count
    assert [finding.rule for finding in report.findings] == ([] if fits else ["count"])


def test_a_count_names_limit_source_and_way_out(photos: Path) -> None:
    """How many there are, what each kind takes and who says so, and whether to add photos or to divide them."""
    few = only(fill(photos, 2))
    assert str(few) == "2 photos; at MadeUp 2d takes 3 to 5 (page 1); 3d takes 4 to 8 (page 2)"
    assert few.advice.startswith("Add photos")
    assert only(fill(photos, 9), "2d").advice.startswith("Divide")


def test_limits_that_nobody_documents_refuse_nothing(photos: Path) -> None:
    """A kind without numbers takes any number."""
    anything = with_(kinds=ANY_NUMBER)
    assert check(fill(photos, 1), anything, "3d").fits
    assert anything.kinds[0].range == "not documented"
    assert KindLimits(name="x", makes="x", most=1_000, source="s").range == "up to 1,000"
    assert KindLimits(name="x", makes="x", least=1_000, source="s").range == "1,000 or more"


def test_files_that_must_be_mended_count(photos: Path) -> None:
    """Three photos of which one is empty are three photos: the empty one is to be copied again, not another flown."""
    fill(photos, 3)
    put_on(photos, "0.jpg", b"")
    assert rules(photos, "2d") == ["file"]


def test_companions_are_no_photos(photos: Path) -> None:
    """Files that go up beside photos do not count as such; without them their kind is not possible."""
    fill(photos, 5)
    missing = only(photos, "lidar")
    assert missing.rule == "companions"
    assert "ldr" in missing.words
    assert "page 3" in missing.words
    put_on(photos, "scan.LDR")
    assert check(photos, PLAIN, "lidar").fits
    assert check(photos, PLAIN, "2d").fits


def test_numbers_of_all_files(photos: Path) -> None:
    """Where a service counts files, a flight without a photo may be enough."""
    kind = KindLimits(name="lidar", makes="points", least=3, of_files=True, source="s")
    fill(photos, 2, suffix=".ldr")
    told = only(photos, "lidar", with_(kinds=(kind,)))
    assert told.words.startswith("0 photos and 2 other files;")
    put_on(photos, "1.jpg")
    assert check(photos, with_(kinds=(kind,)), "lidar").fits
    assert not check(photos, with_(kinds=(attrs.evolve(kind, of_files=False),)), "lidar").fits


def test_how_many_bytes(photos: Path) -> None:
    """The size of all files is held against a kind's limit; without a kind against that of any possible one."""
    fill(photos, 5, size=500)
    assert rules(photos, "3d") == ["size"]
    assert rules(photos, "2d") == []
    assert rules(photos) == []


def test_a_kind_that_there_is_not(photos: Path) -> None:
    """It is refused with those that there are, before the folder is looked into."""
    with pytest.raises(UsageError, match="'4d'") as refused:
        accepted(fill(photos, 5), PLAIN, "4d")
    assert refused.value.advice == "It makes: 2d, 3d, lidar."


# ------------------------------------------------------------------------------------------------- files and names


def test_all_findings_at_once(photos: Path) -> None:
    """Empty, foreign, twice, too long, too many: one look tells all, each with its files; nothing hides another."""
    fill(photos, 9)
    put_on(photos, "empty.jpg", b"")
    put_on(photos, "page.jpg", b"<html>")
    put_on(photos, "EMPTY.jpg")
    put_on(photos, "a/very/deep/folder/of/folders/1.jpg")
    report = check(photos, PLAIN)
    found = {finding.rule: finding for finding in report.findings}
    assert [finding.rule for finding in report.findings] == ["file", "file", "name", "count"]
    assert not report.fits
    assert found["name"].files == ("a/very/deep/folder/of/folders/1.jpg",)
    with pytest.raises(PhotosRefused) as refused:
        accepted(photos, PLAIN)
    error = refused.value
    assert error.findings == tuple(str(finding) for finding in report.findings)
    assert error.failed.keys() == {"empty.jpg", "page.jpg", "a/very/deep/folder/of/folders/1.jpg"}
    assert str(error).splitlines()[0] == f"{photos}: 4 findings before the upload to MadeUp"
    assert [line.strip() for line in str(error).splitlines()[1:]] == list(error.findings)
    assert all(finding.advice in error.advice for finding in report.findings)
    assert isinstance(error, PhotoError)
    assert pickle.loads(pickle.dumps(error)).failed == error.failed


def test_many_files_are_counted_and_the_first_named(photos: Path) -> None:
    """A text stays short; the finding has all names."""
    for number in range(40):
        put_on(photos, f"{number:02}.jpg", b"")
    finding = only(photos, "3d", with_(kinds=ANY_NUMBER))
    assert finding.files == tuple(f"{number:02}.jpg" for number in range(40))
    assert "04.jpg" in finding.words
    assert "05.jpg" not in finding.words
    assert finding.words.endswith("and 35 more")


def test_one_finding_is_its_own_message(photos: Path) -> None:
    """Nothing is said around a single finding; of a file that cannot be sent, no way past it is offered."""
    put_on(fill(photos, 4), "empty.jpg", b"")
    with pytest.raises(PhotosRefused, match=r"empty\.jpg: is empty$") as refused:
        accepted(photos, PLAIN)
    assert "check_limits" not in refused.value.advice


def test_names_are_measured_in_bytes(photos: Path) -> None:
    """A limit holds for UTF-8, in which a letter may take several bytes."""
    fill(photos, 3)
    put_on(photos, "ü" * 8 + ".jpg")
    assert rules(photos) == []
    put_on(photos, "ü" * 9 + ".jpg")
    assert rules(photos) == ["name"]
    assert check(photos, with_(longest_name=None)).fits


def test_formats_that_the_service_does_not_take(photos: Path) -> None:
    """Among others they are passed over, which is said; alone they are no photos, and it is said what they are."""
    fill(photos, 2, suffix=".png")
    put_on(photos, "3.dng", b"II*\0")
    (alone,) = [finding for finding in check(photos, PLAIN).findings if finding.fatal]
    assert str(alone) == f"{photos}: no photos in it that MadeUp takes, but 1 .dng, 2 .png"
    assert "jpg" in alone.advice
    with pytest.raises(PhotoError, match="no photos in it"):
        accepted(photos, PLAIN, limits=False)
    fill(photos, 4)
    beside = only(photos)
    assert not beside.fatal
    assert beside.words.startswith("1 .dng, 2 .png: passed over")
    assert [photo.name for photo in accepted(photos, PLAIN)] == ["0.jpg", "1.jpg", "2.jpg", "3.jpg"]


def test_limits_may_be_passed_over(photos: Path) -> None:
    """What is documented yields to the caller; a file that cannot be sent does not."""
    folder = fill(photos, 9)
    put_on(folder, "deep/er/and/deeper/1.jpg")
    assert len(accepted(folder, PLAIN, limits=False)) == 10
    with pytest.raises(PhotosRefused) as refused:
        accepted(folder, PLAIN)
    assert "check_limits=False" in refused.value.advice
    put_on(folder, "0.jpg", b"")
    with pytest.raises(PhotosRefused, match="is empty") as refused:
        accepted(folder, PLAIN, limits=False)
    assert len(refused.value.findings) == 1


def test_a_list_of_files(photos: Path) -> None:
    """A list is held against the same limits, and is named by its length."""
    files = [put_on(photos, f"{number}.jpg") for number in range(9)]
    put_on(photos, "0.jpg", b"")
    with pytest.raises(PhotosRefused, match=r"^9 files: 2 findings"):
        accepted(files, PLAIN)


def test_photos_of_a_former_run_are_not_read_again(photos: Path) -> None:
    """What is known is taken as it is, so that a run over a finished flight opens no file."""
    fill(photos, 3)
    put_on(photos, "0.jpg", b"")
    assert len(accepted(photos, PLAIN, known=lambda _photo: True)) == 3


# ------------------------------------------------------------------------------------------------- positions


def test_positions_where_they_are_needed(photos: Path, rendered_flight: Path) -> None:
    """Each photo without a position is named, and the upload refused; photos that have one pass."""
    needy = with_(position=PositionNeed.NEEDED, kinds=ANY_NUMBER, longest_name=None)
    assert check(rendered_flight, needy).findings == ()
    fill(photos, 3)
    (photos / "good.jpg").write_bytes(sorted(rendered_flight.iterdir())[0].read_bytes())
    finding = only(photos, "3d", needy)
    assert (finding.rule, finding.fatal, finding.files) == ("position", True, ("0.jpg", "1.jpg", "2.jpg"))
    with pytest.raises(PhotosRefused, match="3 photos without a GPS position"):
        accepted(photos, needy)


def test_positions_where_they_are_of_use(photos: Path, rendered_flight: Path) -> None:
    """If a flight has none at all, that is said and refuses nothing; one photo without is no news."""
    useful = with_(position=PositionNeed.USED, kinds=ANY_NUMBER)
    finding = only(fill(photos, 30), None, useful)
    assert (finding.rule, finding.fatal) == ("position", False)
    assert finding.words == "none of 20 photos that were looked into has a GPS position (there are 30)"
    assert len(accepted(photos, useful)) == 30
    (photos / "0.jpg").write_bytes(sorted(rendered_flight.iterdir())[0].read_bytes())
    assert check(photos, useful).findings == ()


# ------------------------------------------------------------------------------------------------- at the service


def test_the_size_of_a_set_before_its_job() -> None:
    """A set that is at the service is held against the kind's numbers; one whose size nobody knows passes."""
    PLAIN.check_count("2d", 5)
    PLAIN.check_count("2d", None)
    with pytest.raises(UsageError, match=r"6 photos, and MadeUp takes 3 to 5 for 2d \(page 1\)"):
        PLAIN.check_count("2d", 6)


def test_capabilities_cannot_be_changed() -> None:
    """They are one value for all; what was handed in does not shine through either."""
    regions = {"cn": "https://a"}
    told = with_(regions=regions)
    regions["us"] = "https://b"
    assert dict(told.regions) == {"cn": "https://a"}
    with pytest.raises(TypeError):
        told.regions["us"] = "x"  # type: ignore[index]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        told.title = "x"  # type: ignore[misc]
