"""Flights as plain data, and lists of them in CSV files."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from skybind.errors import UsageError
from skybind.fleet import Flight, read_flights


def written(folder: Path, text: str | bytes, name: str = "april.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(path: Path, **more: Any) -> UsageError:
    with pytest.raises(UsageError) as caught:
        read_flights(path, **more)
    return caught.value


# -------------------------------------------------------------------------------------------------------------- flights


def test_a_flight_goes_to_other_processes_as_it_is() -> None:
    """What is unpickled is equal, and its key names its fleet."""
    flight = Flight(key="april/a", service="terra", folder="/a", upload_options={"x": "1"}, job_options={"y": "2"})
    assert pickle.loads(pickle.dumps(flight)) == flight
    assert flight.fleet == "april"
    assert Flight(key="2026/april/a", service="terra", folder="/a").fleet == "2026/april"
    assert Flight(key="a", service="terra", folder="/a").fleet == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"key": ""}, "visible characters"),
        ({"key": "a/\n"}, "visible characters"),
        ({"folder": None}, "one of both"),
        ({"photos": "p1"}, "one of both"),
        ({"folder": "site-7"}, "no absolute path"),
        ({"out": "../models"}, "no absolute path"),
        ({"job_options": {"again": True}}, "options are texts"),
    ],
)
def test_a_flight_that_makes_no_sense(given: dict[str, Any], said: str) -> None:
    """A key, one source of photos, paths that are the same everywhere, options that are texts; else a UsageError."""
    with pytest.raises(UsageError, match=said):
        Flight(**{"key": "april/a", "service": "terra", "folder": "/a"} | given)


# ------------------------------------------------------------------------------------------------------------ the lists


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "marked"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_files_as_spreadsheets_write_them(tmp_path: Path, separator: str, mark: bytes, end: str) -> None:
    """Commas, semicolons or tabs; with or without a mark before the first character; lines of any system."""
    lines = (("Folder", "Service", "out"), ("site 7", "terra", "m"), ("", "", ""), ('"a, b;c"', "terra", ""))
    text = end.join(separator.join(line) for line in lines) + end
    first, second = read_flights(written(tmp_path, mark + text.encode()))
    assert first == Flight(
        key="april/site 7", service="terra", folder=str(tmp_path / "site 7"), out=str(tmp_path / "m")
    )
    assert (second.folder, second.out) == (str(tmp_path / "a, b;c"), None)


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command runs; ``--out`` is relative to where it runs, with a folder for each flight."""
    (tmp_path / "lists").mkdir()
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path / "lists", "folder,out\n../a,x\n/b,\n")
    first, second = read_flights(path, service="terra", out=Path("models"))
    assert (first.folder, first.out) == (str(tmp_path / "a"), str(tmp_path / "lists" / "x"))
    assert (second.folder, second.out) == ("/b", str(tmp_path / "models" / "b"))


def test_what_lines_leave_out_is_said_once(tmp_path: Path) -> None:
    """A line's own word counts; then what is said for all; a kind that nobody names is 3d."""
    path = written(tmp_path, "folder,photos,service,kind,key,name,profile\na,,flighthub,2d,k,n,p\nb,,,,,,\n,p7,,,,,\n")
    first, second, third = read_flights(path, service="terra", kind="lidar", fleet="may")
    assert first == Flight(
        key="may/k", service="flighthub", kind="2d", folder=str(tmp_path / "a"), name="n", profile="p"
    )
    assert (second.key, second.service, second.kind) == ("may/b", "terra", "lidar")
    assert (third.key, third.photos, third.folder) == ("may/p7", "p7", None)
    assert read_flights(written(tmp_path, "folder\na\n"), service="terra")[0].kind == "3d"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Each with its line, none hides another, and the number of those that are not named is said."""
    path = written(
        tmp_path,
        "folder,photos,service,kind,key\n"
        "a,,terra,,\n"  # the only good one
        "b,,,,\n"
        "c,,moon,,\n"
        "d,,terra,4d,\n"
        ",,terra,,\n"
        "e,p1,terra,,\n"
        "f,,terra,,x,y\n"
        "a,,terra,,\n"
        "g,,terra,,x/y\n"
        "h,,terra,,..\n",
    )
    error = refused(path)
    for line, said in [
        (3, "no service"),
        (4, "'moon'"),
        (5, "'4d'"),
        (6, "neither folder nor photos"),
        (7, "one of both"),
        (8, "more values than columns"),
        (9, "a second flight april/a"),
        (10, "'x/y' cannot be a key"),
        (11, "'..' cannot be a key"),
    ]:
        assert f"line {line}: " in error.message
        assert said in error.message
    assert "9 faults" in error.message
    many = written(tmp_path, "folder,service\n" + "a,moon\n" * 15)
    assert "and 5 more" in refused(many).message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("folder,colour\na,red\n", "unknown columns 'colour'"),
        ("service\nterra\n", "no column `folder`"),
        ("folder,service,folder\na,terra,b\n", "'folder' are there twice"),
        ("folder,service\n", "no flights"),
        ("", "no column `folder`"),
        (b"folder\n\xff\n", "not UTF-8"),
        ('folder,service\n"' + "a" * 200_000 + '",terra\n', "field larger"),
    ],
)
def test_files_that_are_no_lists(tmp_path: Path, text: str | bytes, said: str) -> None:
    """A file that cannot be a list of flights is a UsageError that names it, and says what it wants."""
    path = written(tmp_path, text)
    error = refused(path)
    assert said in error.message
    assert str(path) in error.message
    assert error.advice


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The system's reason is told."""
    assert "No such file" in refused(tmp_path / "none.csv").message


# -------------------------------------------------------------------------------------------------------------- options


def test_options_of_a_service(tmp_path: Path) -> None:
    """Columns ``upload.NAME`` and ``job.NAME`` are what the service's own client takes, for lines that fill them in."""
    path = written(
        tmp_path,
        "folder,photos,service,upload.project_type,job.task_type,job.workspace,job.parameters\n"
        "a,,altizure,pro,Native,,\n"
        ",c7,koomap,,,survey,\n"
        'b,,flighthub,,,,"{""quality"": ""high""}"\n',
    )
    first, second, third = read_flights(path)
    assert (first.upload_options, first.job_options) == ({"project_type": "pro"}, {"task_type": "Native"})
    assert (second.upload_options, second.job_options) == ({}, {"workspace": "survey"})
    assert third.job_options == {"parameters": '{"quality": "high"}'}


@pytest.mark.parametrize(
    ("service", "column"),
    [
        ("terra", "upload.project_type"),
        ("terra", "job.parameters"),  # a model of its own, no text
        ("terra", "job.again"),
        ("terra", "job.name"),
        ("terra", "upload.workers"),
        ("flighthub", "job.delete_resource"),  # a text `false` would be taken for true
        ("altizure", "job.coupons"),
        ("altizure", "job.pre_start"),
        ("koomap", "job.folder_code"),
        ("koomap", "job.modeling"),
    ],
)
def test_options_that_a_service_does_not_take_as_texts(tmp_path: Path, service: str, column: str) -> None:
    """They are refused before anything starts, and those that it takes are named."""
    error = refused(written(tmp_path, f"folder,service,{column}\na,{service},false\n"))
    assert "has no option" in error.message
