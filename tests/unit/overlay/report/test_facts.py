"""What a folder of photos tells, and what is told of it."""

from __future__ import annotations

import base64
import io
import json
import resource
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from PIL import Image

from harness.aerial import Camera, grid, photo
from skybind.errors import PhotoError
from skybind.jobs import JobState, Phase, Seen
from skybind.koomap.capabilities import CAPABILITIES as KOOMAP
from skybind.report import Facts, Flight, JobFacts, flight_in, page
from skybind.report.page import timeline
from skybind.report.shots import Shot
from skybind.report.thumbnails import MOST, chosen, thumbnails
from skybind.report.writing import save
from skybind.terra.capabilities import CAPABILITIES
from skybind.terra.results import ModelFile

NASTY = '"><script>alert(1)</script>'


def job(phase: Phase = Phase.DONE, **facts: object) -> JobFacts:
    """A job at TerraAPI."""
    given = {"state": JobState("j1", phase, "native (6)", 1.0), "history": (), "files": (), **facts}
    return JobFacts("terra", "TerraAPI", "sb1.terra.x", **given)  # type: ignore[arg-type]


def words(flight: Flight) -> str:
    return "\n".join(warned.words for warned in flight.warnings)


def written(folder: Path, cameras: list[Camera], **more: int | None) -> Path:
    folder.mkdir()
    for number, camera in enumerate(cameras):
        (folder / f"DJI_{number:04d}.JPG").write_bytes(photo(camera, **more))
    return folder


def test_positions_become_metres(tmp_path: Path) -> None:
    """Cameras are where they were, to a decimetre in a hundred metres, around the middle of the flight."""
    folder = written(tmp_path / "f", [Camera(-50, -40), Camera(50, 40), Camera(0, 30)])
    flight = flight_in(folder, CAPABILITIES)
    assert flight.plane is not None
    assert (flight.plane.latitude, flight.plane.longitude) == pytest.approx((47.0, 8.0), abs=1e-6)
    expected = [(-50, -40), (50, 40), (0, 30)]
    for found, camera in zip(flight.spots.values(), expected, strict=True):
        assert found == pytest.approx(camera, abs=0.3)
    assert flight.shots[0].height == 100.0
    assert flight.ground_sample == pytest.approx(144.2 / 4000, rel=1e-3)


@pytest.mark.parametrize(
    ("cameras", "said"),
    [
        ([Camera(0, 0), Camera(9, 0, placed=False)], "1 of 2 photos have no GPS position: DJI_0001.JPG"),
        ([Camera(0, 0), Camera(9, 0, height=None)], "1 of 2 photos do not say their height"),
        ([Camera(0, 0), Camera(1, 1), Camera(90_000, 0)], "1 photos lie more than 30 km from the others: DJI_0002.JPG"),
        ([Camera(90_000, 0), Camera(1, 1), Camera(0, 0)], "1 photos lie more than 30 km from the others: DJI_0000.JPG"),
        ([Camera(0, 0), Camera(500, 0)], "no place is seen by 3 photos"),
    ],
)
def test_warnings_say_what_and_which(tmp_path: Path, cameras: list[Camera], said: str) -> None:
    """Photos without a position, without a height, or far off are named; missing overlap is told."""
    assert said in words(flight_in(written(tmp_path / "f", cameras), CAPABILITIES))


def test_a_place_in_the_sea_is_no_place(tmp_path: Path) -> None:
    """Cameras without a fix write 0, 0; the others keep the map."""
    folder = written(tmp_path / "f", [Camera(0, 0), Camera(5, 5)])
    (folder / "nofix.JPG").write_bytes(photo(Camera(0, 0), (0.0, 0.0)))
    flight = flight_in(folder, CAPABILITIES)
    assert len(flight.spots) == 2
    assert "nofix.JPG" in words(flight)


def test_refused_files_and_limits_are_told_without_paths(tmp_path: Path) -> None:
    """What an upload would refuse is a warning; the report does not tell where the folder lies."""
    folder = written(tmp_path / "f", [Camera(0, 0)])
    (folder / "torn.JPG").write_bytes(b"\0" * 100)
    (folder / "empty.JPG").touch()
    flight = flight_in(folder, CAPABILITIES, "2d")
    assert "torn.JPG" in words(flight)
    assert "empty.JPG" in words(flight)
    text = json.dumps(Facts(job(), flight).plain()) + page(Facts(job(), flight))
    assert str(tmp_path) not in text


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\xff\xff" + b"A" * 300, b"II*\0" + b"\xff" * 99]
)
@pytest.mark.parametrize("suffix", [".jpg", ".dng", ".heic", ".tif"])
def test_broken_headers_stop_nothing(tmp_path: Path, content: bytes, suffix: str) -> None:
    """A photo that cannot be read has no place; the report is made."""
    folder = written(tmp_path / "f", [Camera(0, 0)])
    (folder / f"odd{suffix}").write_bytes(content)
    flight = flight_in(folder, CAPABILITIES)
    save(Facts(job(), flight), tmp_path / "r.html")
    assert list(flight.spots) == ["DJI_0000.JPG"]


def test_no_photos_at_all(tmp_path: Path) -> None:
    """An empty folder is a warning; one that is not there is an error."""
    (tmp_path / "f").mkdir()
    assert "no photos" in words(flight_in(tmp_path / "f", CAPABILITIES))
    with pytest.raises(PhotoError):
        flight_in(tmp_path / "nowhere", CAPABILITIES)


def test_a_service_that_takes_no_photos_has_a_map_all_the_same(tmp_path: Path) -> None:
    """KooMap's photos were imported elsewhere; a copy of them on this machine is shown."""
    folder = written(tmp_path / "f", [Camera(0, 0), Camera(5, 5)])
    assert len(flight_in(folder, KOOMAP).spots) == 2


def test_pictures_are_few_and_spread() -> None:
    """Of many photos some are shown, the first and the last among them."""
    shots = [Shot(f"{number}.jpg", Path(f"{number}.jpg")) for number in range(5000)]
    some = chosen(shots)
    assert len(some) == len({shot.name for shot in some}) == MOST
    assert (some[0], some[-1]) == (shots[0], shots[-1])
    assert chosen(shots[:3]) == shots[:3]


def test_a_picture_within_a_photo_is_taken(tmp_path: Path) -> None:
    """The camera's own small picture is used as it is; of a photo without one a picture is made with Pillow."""
    small = io.BytesIO()
    Image.new("RGB", (16, 12), "red").save(small, "JPEG")
    # A first directory without entries; behind it the second one, with the picture's kind, place and length.
    entries = [(0x0103, 3, 6), (0x0201, 4, 56), (0x0202, 4, len(small.getvalue()))]
    second = struct.pack("<H", 3) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    block = b"II*\0" + struct.pack("<IHI", 8, 0, 14) + second + struct.pack("<I", 0)
    exif = b"Exif\0\0" + block.ljust(56, b"\0") + small.getvalue()
    own, made = tmp_path / "own.jpg", tmp_path / "made.jpg"
    Image.new("RGB", (800, 600), "blue").save(own, exif=exif)
    Image.new("RGB", (800, 600), "blue").save(made)
    found = thumbnails([Shot(path.name, path) for path in (own, made)])
    pictures = {name: base64.b64decode(address.partition(",")[2]) for name, address in found.items()}
    assert pictures["own.jpg"] == small.getvalue()
    with Image.open(io.BytesIO(pictures["made.jpg"])) as picture:
        assert picture.size == (200, 150)


def test_pictures_have_a_limit_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that are too large are left out, and so are those for which there is no room any more."""
    sizes = {"large.jpg": 70_000, **{f"{number}.jpg": 50_000 for number in range(40)}}
    monkeypatch.setattr("skybind.report.thumbnails._embedded", lambda path: b"x" * sizes[path.name])
    found = thumbnails([Shot(name, Path(name)) for name in sizes])
    assert "large.jpg" not in found
    assert len(found) == 30


HISTORY = [
    Seen(datetime(2026, 6, 1, 10, minute, tzinfo=UTC), JobState("j1", phase, phase.value, progress))
    for minute, phase, progress in [
        (9, Phase.DONE, 1.0),
        (0, Phase.QUEUED, None),
        (1, Phase.RUNNING, 0.1),
        (4, Phase.RUNNING, 0.7),
        (5, Phase.QUEUED, None),
        (7, Phase.RUNNING, 0.8),
    ]
]


def test_the_timeline_goes_by_time_and_joins_what_is_the_same() -> None:
    """States come in the order in which they were; progress within one is one row; going back is a row of its own."""
    rows = timeline(HISTORY)
    assert [row.state.phase for row in rows] == ["queued", "running", "queued", "running", "done"]
    assert (rows[1].first, rows[1].state.progress) == (0.1, 0.7)
    assert rows[1].until - rows[1].at == timedelta(minutes=3)
    assert timeline([]) == []


def test_files_are_added_up_by_kind() -> None:
    """By suffix, the largest first; a size that the service does not tell makes the sum unknown."""
    sizes = {"a/b.TIF": 5, "c.tif": 7, "d": None, "e.obj": 1}
    files = tuple(ModelFile(name, name, size) for name, size in sizes.items())
    kinds = [(kind.kind, kind.files, kind.bytes) for kind in Facts(job(files=files), None).kinds]
    assert kinds == [("tif", 2, 12), ("obj", 1, 1), ("other", 1, None)]


@pytest.mark.parametrize(
    ("phase", "told", "untold"),
    [
        (Phase.DONE, "skybind download sb1.terra.x", "skybind stop"),
        (Phase.RUNNING, "skybind resume sb1.terra.x", "skybind download"),
        (Phase.FAILED, "skybind reconstruct FOLDER", "skybind resume"),
    ],
)
def test_what_to_do_follows_from_the_state(phase: Phase, told: str, untold: str) -> None:
    """Each state has its next steps, and none that cannot work."""
    html = page(Facts(job(phase, files=(ModelFile("1", "a.tif", 5),)), None))
    assert told in html
    assert untold not in html


def test_no_download_is_offered_where_there_is_none() -> None:
    """A service that gives no files says who does."""
    facts = Facts(job(downloads=False, elsewhere="The console has them.", files=(ModelFile("1", "a", 1),)), None)
    assert "The console has them." in page(facts)
    assert "skybind download" not in page(facts)


def test_foreign_text_is_text(tmp_path: Path) -> None:
    """Names on a card and words of a service cannot become elements of the page."""
    folder = tmp_path / NASTY.replace("/", "")
    folder.mkdir()
    (folder / f"{NASTY.replace('/', '')}.JPG").write_bytes(photo(Camera(0, 0)))
    state = JobState(NASTY, Phase.FAILED, NASTY, message=NASTY)
    seen = Seen(datetime.now(UTC), state)
    facts = Facts(job(state=state, history=(seen,), files=(ModelFile("1", NASTY, 1),)), flight_in(folder, CAPABILITIES))
    html = page(facts, thumbnails(facts.flight.shots if facts.flight else ()))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 6


def test_facts_are_json() -> None:
    """All of it prints as JSON, without a folder and with one."""
    plain = Facts(job(history=tuple(HISTORY)), None).plain()
    assert json.loads(json.dumps(plain)) == plain
    assert len(plain["history"]) == len(HISTORY)
    assert plain["photos"] is None


def test_the_page_is_replaced_in_one_go(tmp_path: Path) -> None:
    """A page that cannot be written leaves the one before it, and no half of another."""
    out = tmp_path / "r.html"
    save(Facts(job(), None), out)
    before = out.read_bytes()
    bad = attrs.evolve(Facts(job(), None), made=None)
    with pytest.raises(AttributeError):
        save(bad, out)
    assert out.read_bytes() == before
    assert list(tmp_path.iterdir()) == [out]


def test_five_thousand_photos(tmp_path: Path) -> None:
    """Within ten seconds, below five megabytes, with a dot for each, and memory does not grow with what is read.

    It takes more than two seconds because five thousand headers are read, which is the point.
    """
    names = grid(tmp_path / "f", 100, 50, 20.0)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    flight = flight_in(tmp_path / "f", CAPABILITIES, "3d")
    save(Facts(job(), flight), tmp_path / "r.html")
    took = time.process_time() - began
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before  # kB
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert took < 10.0
    assert len(html.encode()) < 5_000_000
    assert html.count('<circle class="dot"') == len(names) == 5000
    assert grown < 60_000
