"""What cannot work is said in one clear message on stderr, with an exit code that means something; nothing is sent."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FLIGHT = ("--kind", "2d", "--json")


def assert_said(outcome, code: int, *words: str) -> None:
    """One error, no traceback, nothing on stdout."""
    assert outcome.code == code, outcome.err
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert outcome.err.count("error: ") == 1
    for word in words:
        assert word in outcome.err


def assert_silent(running) -> None:
    """No request came."""
    assert sum(running.terra.app.arrivals.values()) == 0
    assert sum(running.store.arrivals.values()) == 0


def test_no_such_folder(start, command_for) -> None:
    """A path that is not there."""
    running = start()
    assert_said(command_for(running)("reconstruct", "nowhere", *FLIGHT), 2, "nowhere", "no such folder")
    assert_silent(running)


def test_empty_folder(start, command_for, tmp_path) -> None:
    """A folder without photos: says which files count."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text("x")
    running = start()
    assert_said(command_for(running)("reconstruct", "empty", *FLIGHT), 2, "no photos", "jpg")
    assert_silent(running)


def test_photo_of_zeros(start, command_for, flight) -> None:
    """A photo full of zeros, as a card leaves it that was pulled too early."""
    photo = sorted(flight.iterdir())[3]
    photo.write_bytes(bytes(1000))
    running = start()
    assert_said(command_for(running)("reconstruct", flight, *FLIGHT), 2, photo.name, "is not a JPG file")
    assert_silent(running)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_photo(start, command_for, flight) -> None:
    """A photo that we may not read."""
    photo = sorted(flight.iterdir())[3]
    photo.chmod(0)
    assert_said(command_for(start())("reconstruct", flight, *FLIGHT), 2, photo.name, "cannot be read")


def test_two_photos_of_one_name(start, command_for, flight) -> None:
    """Names that differ in case only would overwrite each other at many stores."""
    first = sorted(flight.iterdir())[0]
    (flight / first.name.lower()).write_bytes(first.read_bytes())
    running = start()
    assert_said(command_for(running)("reconstruct", flight, *FLIGHT), 2, "two files of one name", first.name)
    assert_silent(running)


def test_all_findings_at_once(start, command_for, flight) -> None:
    """Too few photos and a broken one are told in one message, with what to do, before any request."""
    photos = sorted(flight.iterdir())
    for photo in photos[5:]:
        photo.unlink()
    photos[0].write_bytes(b"")
    running = start()
    said = (photos[0].name, "is empty", "5 photos; at TerraAPI 2d takes 10 to 4,000", "Add photos")
    assert_said(command_for(running)("reconstruct", flight, *FLIGHT), 2, "2 findings", *said)
    assert_silent(running)


def test_limits_may_be_passed_over(start, command_for, flight) -> None:
    """The message names the option that sends photos all the same; with it they go up."""
    for photo in sorted(flight.iterdir())[5:]:
        photo.unlink()
    running = start()
    skybind = command_for(running)
    refused = skybind("upload", flight, "--kind", "2d")
    assert_said(refused, 2, "5 photos", "--unchecked")
    assert "check_limits" not in refused.err
    assert skybind("upload", flight, "--kind", "2d", "--unchecked").code == 0
    assert running.store.arrivals["put"] == 5


def test_lidar_needs_more_than_photos(start, command_for, flight) -> None:
    """Photos alone make no point cloud of LiDAR: which files are missing is said before 12 GB are on their way."""
    running = start()
    outcome = command_for(running)("reconstruct", flight, "--kind", "lidar", "--json")
    assert_said(outcome, 2, "ldr", "imu", "whole folder")
    assert_silent(running)


def test_photo_shrinks_while_it_is_read(start, command_for, flight) -> None:
    """A photo that is still being written is named; the others are safe, and the next run sends the rest."""
    running = start()
    running.faults.add("store.put", "stall", seconds=1.0, count=1)
    skybind = command_for(running)
    photos = sorted(flight.iterdir())
    whole = photos[-1].read_bytes()
    process = skybind.begin("reconstruct", flight, *FLIGHT, "--no-wait", "--jobs", "1")
    while running.store.arrivals["put"] < 1:
        assert process.poll() is None
    photos[-1].write_bytes(whole[:10_000])
    out, errors = process.communicate(timeout=30)
    assert process.returncode == 9, errors
    assert out == ""
    assert photos[-1].name in errors
    assert "changed while it was read" in errors
    assert len(running.terra.files) == 11
    photos[-1].write_bytes(whole)
    assert skybind("reconstruct", flight, *FLIGHT, "--no-wait").code == 0
    assert {path.name for path in photos} <= {file.name for file in running.terra.files}


def test_no_credentials(command, flight) -> None:
    """Without credentials: says which variables to set, and which file to write."""
    assert_said(command("reconstruct", flight, *FLIGHT), 3, "SKYBIND_TERRA_APP_KEY", "profiles.toml")


def test_no_region(start, command_for, flight) -> None:
    """A key belongs to a region; without one there is no address to guess."""
    skybind = command_for(start())
    del skybind.environment["SKYBIND_TERRA_REGION"]
    del skybind.environment["SKYBIND_TERRA_BASE_URL"]
    assert_said(skybind("reconstruct", flight, *FLIGHT), 2, "SKYBIND_TERRA_REGION")


def test_wrong_region_or_key(start, command_for, flight) -> None:
    """A key that the region does not know: says that keys belong to regions."""
    skybind = command_for(start())
    skybind.environment["SKYBIND_TERRA_APP_KEY"] = "a-key-of-the-other-region"
    outcome = skybind("reconstruct", flight, *FLIGHT)
    assert_said(outcome, 3, "region", "skybind resume")
    assert skybind.environment["SKYBIND_TERRA_SECRET_KEY"] not in outcome.err


def test_profile_that_others_may_read(start, command_for, flight, tmp_path) -> None:
    """A profile file that others may read is not used."""
    running = start()
    skybind = command_for(running)
    secret = skybind.environment.pop("SKYBIND_TERRA_SECRET_KEY")
    profile = tmp_path / "profiles.toml"
    profile.write_text(f'[default.terra]\nsecret_key = "{secret}"\n')
    profile.chmod(0o644)
    assert_said(skybind("reconstruct", flight, *FLIGHT), 2, "chmod 600")
    profile.chmod(0o600)
    assert skybind("reconstruct", flight, *FLIGHT).code == 0


def test_service_cannot_be_reached(command_for, start, flight) -> None:
    """No connection is said as such."""
    skybind = command_for(start())
    skybind.environment["SKYBIND_TERRA_BASE_URL"] = "http://127.0.0.1:9"
    assert_said(skybind("reconstruct", flight, *FLIGHT, timeout=120), 5, "cannot reach 127.0.0.1:9")


def test_target_is_a_file(start, command_for, flight, tmp_path) -> None:
    """A target that cannot be written to is found before anything is sent."""
    (tmp_path / "taken").write_text("x")
    running = start()
    assert_said(command_for(running)("reconstruct", flight, *FLIGHT, "--out", tmp_path / "taken" / "map"), 2, "taken")
    assert_silent(running)


def test_read_only_target(start, command_for, flight, tmp_path) -> None:
    """The same for one that is mounted read-only."""
    target = _mounted(tmp_path / "ro", "size=1m,ro")
    try:
        running = start()
        assert_said(
            command_for(running)("reconstruct", flight, *FLIGHT, "--out", target / "map"), 2, "cannot be written"
        )
        assert_silent(running)
    finally:
        subprocess.run(["umount", target], check=True)


def _mounted(target: Path, options: str) -> Path:
    target.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", target], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root may mount a small disk")
    return target


def test_full_disk_for_the_model(start, command_for, flight, tmp_path) -> None:
    """A model that does not fit is refused with sizes; nothing half-written lies there, and elsewhere it succeeds."""
    target = _mounted(tmp_path / "small", "size=1m")
    try:
        skybind = command_for(start())
        assert_said(skybind("reconstruct", flight, *FLIGHT, "--out", target / "map"), 2, "are free", "Make room")
        assert [path for path in target.rglob("*") if path.is_file()] == []
        assert skybind("reconstruct", flight, *FLIGHT, "--out", tmp_path / "map").code == 0
    finally:
        subprocess.run(["umount", target], check=True)


def test_disk_that_fills_up_during_the_download(start, command_for, flight, tmp_path) -> None:
    """If room goes while files come, that is said, files in place are kept, and no part of a file has its name."""
    target = _mounted(tmp_path / "filling", "size=40m")
    try:
        running = start()
        running.faults.add("store.get", "stall", seconds=2.0, count=8)
        skybind = command_for(running)
        process = skybind.begin("reconstruct", flight, *FLIGHT, "--out", target / "map")
        while running.store.arrivals["get"] < 1:
            assert process.poll() is None
        ballast = target / "ballast"
        ballast.write_bytes(bytes(shutil.disk_usage(target).free - 200_000))
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 2, errors
        assert "disk is full" in errors
        whole = {path: path.stat().st_mtime_ns for path in target.rglob("*.png") if not path.name.startswith(".")}
        ballast.unlink()
        assert skybind("reconstruct", flight, *FLIGHT, "--out", target / "map").code == 0
        assert all(path.stat().st_mtime_ns == at for path, at in whole.items())
        assert list(target.rglob(".*")) == []
        assert running.terra.arrivals("createJob") == 1
    finally:
        subprocess.run(["umount", target], check=True)


def test_full_disk_for_the_ledger(start, command_for, flight, tmp_path) -> None:
    """If the record of uploads cannot be written, the upload ends with that reason; with room it goes on."""
    state = _mounted(tmp_path / "state-disk", "size=300k")
    try:
        (state / "ballast").write_bytes(bytes(260_000))
        skybind = command_for(start())
        skybind.environment["SKYBIND_STATE_DIR"] = str(state)
        assert_said(skybind("reconstruct", flight, *FLIGHT), 10, "record of uploads", "SKYBIND_STATE_DIR")
        (state / "ballast").unlink()
        assert skybind("reconstruct", flight, *FLIGHT).code == 0
    finally:
        subprocess.run(["umount", state], check=True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--set", "output_mesh"), "NAME=VALUE"),
        (("--set", "no_such_thing=1"), "no parameter 'no_such_thing'"),
        (("--set", "dom_tile_size=3"), "multiple of 2"),
        (("--timeout", "soon"), "not a duration"),
    ],
)
def test_options_that_make_no_sense(start, command_for, flight, arguments, words) -> None:
    """A wrong option is told before anything is sent."""
    running = start()
    outcome = command_for(running)("reconstruct", flight, "--kind", "2d", *arguments)
    assert outcome.code == 2
    assert words in outcome.err
    assert "Traceback" not in outcome.err
    assert_silent(running)


@pytest.mark.parametrize(
    "token", ["nonsense", "sb1.terra.abc", "sb9.terra.abcdefghij", "sb1.koomap.eyJqIjoieCJ9000000"]
)
def test_tokens_that_are_none(start, command_for, token) -> None:
    """A token that is damaged, of another version or of another service is refused as such."""
    assert_said(command_for(start())("resume", token), 2, "token" if "koomap" not in token else "koomap")


def test_job_that_is_not_there(start, command_for) -> None:
    """An unknown job is a matter of its own exit code."""
    assert_said(command_for(start())("status", "00000000-0000-4000-8000-000000000000"), 4, "102114")


def test_emulator_port_taken(command, start) -> None:
    """`skybind emulate` on a port that is taken says so."""
    port = start().ready["services"]["terra"]["base_url"].rpartition(":")[2]
    outcome = command("emulate", "--port", port)
    assert outcome.code == 2
    assert port in outcome.err
    assert "Traceback" not in outcome.err
