"""Docks and drones by the command, as a user runs it: catalogue, one command, a whole flight, a lost answer."""

from __future__ import annotations

import functools
import http.server
import json
import os
import pty
import select
import shlex
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.command import SKYBIND, Command
from skybind_emulators import Running
from skybind_emulators.downlink.dock.kmz import survey_points, write_kmz
from skybind_emulators.downlink.dock.places import Place

Start = Callable[..., Running]
Shell = Callable[[Running], Command]


@pytest.fixture
def platform(start: Start) -> Running:
    """The open platform with its dock."""
    return start(services=("downlink",), speed="instant")


@pytest.fixture
def skybind(platform: Running, command_for: Shell) -> Command:
    """The command of somebody who has the platform's credentials."""
    return command_for(platform)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def route(platform: Running, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A route of six photos above the dock, and where the dock downloads it."""
    home = platform.downlink.dock.state
    centre = Place(home.latitude_deg, home.longitude_deg, home.height_m + 60)
    file = tmp_path / "route.kmz"
    file.write_bytes(write_kmz(survey_points(centre, 6)))
    handler = functools.partial(_Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield file, f"http://127.0.0.1:{server.server_address[1]}/route.kmz"
        server.shutdown()


# ------------------------------------------------------------------------------------------------- catalogue


def test_the_catalogue_is_whole_and_can_be_searched(tmp_path: Path) -> None:
    """`commands` lists all 83 without an account; words narrow it down; nothing found is exit code 2."""
    skybind = Command(tmp_path)
    everything = skybind("downlink", "commands", "--json").json()
    assert len(everything) == len({entry["type"] for entry in everything}) == 83
    found = {entry["type"] for entry in skybind("downlink", "commands", "gimbal", "reset", "--json").json()}
    assert found == {"gimbal_reset"}
    assert skybind("downlink", "commands", "submarine").code == 2


def test_one_command_is_described(tmp_path: Path) -> None:
    """A type is told with its members, their units, ranges and values, its rules, and what sending it may do."""
    told = Command(tmp_path)("downlink", "commands", "flighttask_prepare").out
    for words in (
        "* rth_altitude  integer, m, 20 to 1500",
        "0  RETURN_HOME",
        "moves a machine",
        "ready_conditions must be given for a conditional task",
        "wayline_precision_type",
    ):
        assert words in told


# ------------------------------------------------------------------------------------------------- one command


def test_a_dry_run_sends_nothing(platform: Running, skybind: Command) -> None:
    """The signed request is shown, without signature, secrets and question; nothing arrives."""
    broker = json.dumps(
        {
            "address": "b:1883",
            "client_id": "c",
            "username": "u",
            "password": "hush-hush",
            "expire_time": 1,
            "enable_tls": True,
        }
    )
    done = skybind(
        "downlink", "send", "drc_mode_enter", f"mqtt_broker:={broker}", "osd_frequency=10", "hsi_frequency=1",
        "--compatible", "--dry-run", "--json",
    )  # fmt: skip
    assert done.code == 0, done.err
    shown = done.json()
    assert (shown["method"], shown["sent"]) == ("POST", False)
    assert shown["url"].endswith("/api/v1/open/downlink/commands")
    assert shown["headers"]["x-api-signature"] == "(hidden)"
    assert shown["headers"]["x-api-id"] == platform.ready["services"]["downlink"]["api_id"]
    assert shown["body"]["payload"]["mqtt_broker"]["password"] == "(hidden)"
    assert "hush-hush" not in done.out + done.err
    assert platform.downlink.arrivals("createCommand") == 0


def test_what_moves_is_confirmed(platform: Running, skybind: Command) -> None:
    """Without a terminal and without --yes nothing is sent; what is harmless needs no question."""
    refused = skybind("downlink", "send", "return_home")
    assert (refused.code, platform.downlink.arrivals("createCommand")) == (2, 0)
    assert "--yes" in refused.err
    assert "return_home to drone-001" in refused.err
    assert skybind("downlink", "send", "debug_mode_open").code == 0
    assert platform.downlink.dock.state.debug_mode


@pytest.mark.parametrize(("typed", "code", "arrived"), [("n", 2, 0), ("y", 0, 1)])
def test_a_person_is_asked(platform: Running, skybind: Command, typed: str, code: int, arrived: int) -> None:
    """On a terminal the question names the command and what it does; only a yes sends it."""
    assert skybind("downlink", "send", "debug_mode_open").code == 0
    mine, theirs = pty.openpty()
    process = subprocess.Popen(
        [*SKYBIND, "downlink", "send", "cover_open"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, **skybind.environment},
        cwd=skybind.folder,
    )
    os.close(theirs)
    seen, end = "", time.monotonic() + 30
    while "Send it?" not in seen:
        assert time.monotonic() < end, seen
        if select.select([mine], [], [], 0.1)[0]:
            seen += os.read(mine, 4096).decode()
    os.write(mine, f"{typed}\n".encode())
    process.communicate(timeout=30)
    os.close(mine)
    assert "Open the dock's cover" in seen
    assert process.returncode == code
    assert len(platform.downlink.dock.arrivals("cover_open")) == arrived


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["flighttask_prepar"], "flighttask_prepare"),
        (["gimbal_reset", "payload_index=52-0-0", "reset=1"], "reset_mode"),
        (["gimbal_reset", "payload_index=52-0-0", "reset_mode=sideways"], "0 CENTRE"),
        (["gimbal_reset", "payload_index=52-0-0", "reset_mode=9", "--yes"], "known values are 0, 1, 2, 3"),
        (["takeoff_to_point", "target_height=3000", "--yes"], "must be given"),
        (["flighttask_undo", "--payload", "missing.json"], "missing.json"),
    ],
)
def test_what_cannot_be_is_refused(platform: Running, skybind: Command, arguments: list[str], said: str) -> None:
    """A wrong type, member or value is refused with what could be, exit code 2, and nothing is sent."""
    done = skybind("downlink", "send", *arguments)
    assert done.code == 2
    assert said in done.err
    assert platform.downlink.arrivals("createCommand") == 0


def test_the_device_refuses(skybind: Command) -> None:
    """A refusal tells the device's code, what it means and what to do: exit code 8."""
    done = skybind("downlink", "send", "flighttask_pause", "--yes")
    assert done.code == 8
    assert "device code 3" in done.err
    assert "cannot be paused" in done.err


def test_get_and_watch(skybind: Command) -> None:
    """A command that was not waited for is found again by its token or id, in another process."""
    sent = skybind("downlink", "send", "fileupload_list", "module_list=0,3", "--no-wait", "--json").json()
    watched = skybind("downlink", "watch", sent["token"], "--json").json()
    assert (watched["status"], watched["taken"], watched["type"]) == ("SUCCEEDED", True, "fileupload_list")
    assert skybind("downlink", "get", sent["command"], "--json").json()["code"] == "0"
    assert skybind("downlink", "get", "676eda60-93c8-3534-3add-1e24d30c7d43").code == 4


# ------------------------------------------------------------------------------------------------- a lost answer


def test_a_lost_answer_is_said_and_asked_about(platform: Running, skybind: Command) -> None:
    """A physical command whose answer is lost is exit code 12 with the line that asks; asking finds the command, and
    the dock has got it once."""
    assert skybind("downlink", "send", "debug_mode_open").code == 0
    platform.faults.add("downlink.createCommand", "lose-answer", count=1)
    lost = skybind("downlink", "send", "cover_open", "--yes")
    assert lost.code == 12
    line = next(line for line in lost.err.splitlines() if "--ask" in line).partition("skybind ")[2]
    assert skybind(*shlex.split(line)).code == 2  # a person says whether it may be carried out now
    found = skybind(*shlex.split(line), "--yes")
    assert found.code == 0, found.err
    assert len(platform.downlink.dock.arrivals("cover_open")) == 1
    assert platform.downlink.arrivals("createCommand") == 3


def test_a_lost_answer_prints_no_secret(platform: Running, skybind: Command) -> None:
    """The payload that the question needs lies in a file for its owner alone, and is not printed."""
    broker = {"address": "b:1", "client_id": "c", "username": "u", "password": "hush-hush", "expire_time": 1776859200}
    members = (f"mqtt_broker:={json.dumps({**broker, 'enable_tls': True})}", "osd_frequency=10", "hsi_frequency=1")
    platform.faults.add("downlink.createCommand", "lose-answer", count=1)
    lost = skybind("downlink", "send", "drc_mode_enter", *members, "--yes")
    assert lost.code == 12, lost.err
    assert "hush-hush" not in lost.out + lost.err
    words = shlex.split(next(line for line in lost.err.splitlines() if "--ask" in line).partition("skybind ")[2])
    file = Path(words[words.index("--payload") + 1])
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_text())["mqtt_broker"]["password"] == broker["password"]
    asked = skybind(*words, "--yes", "--no-wait")
    assert asked.code == 0, asked.err
    assert len(platform.downlink.dock.arrivals("drc_mode_enter")) == 1


def test_a_full_disk_hides_no_lost_answer(platform: Running, skybind: Command, tmp_path: Path) -> None:
    """Where the payload cannot be kept, that is said beside the key; it is exit code 12 all the same."""
    (tmp_path / "no-folder").write_text("")
    skybind.environment["SKYBIND_STATE_DIR"] = str(tmp_path / "no-folder")
    platform.faults.add("downlink.createCommand", "lose-answer", count=1)
    lost = skybind("downlink", "send", "return_home", "--yes")
    assert lost.code == 12, lost.err
    assert "could not be kept" in lost.err
    assert "--ask skybind-return_home-" in lost.err


def test_a_harmless_command_is_sent_again(platform: Running, skybind: Command) -> None:
    """What moves nothing goes again by itself with its key; the dock gets it once all the same."""
    platform.faults.add("downlink.createCommand", "lose-answer", count=1)
    assert skybind("downlink", "send", "debug_mode_open").code == 0
    assert platform.downlink.arrivals("createCommand") == 2
    assert len(platform.downlink.dock.arrivals("debug_mode_open")) == 1


# ------------------------------------------------------------------------------------------------- a flight


def test_from_prepare_to_landed(platform: Running, skybind: Command, route: tuple[Path, str]) -> None:
    """`fly` prepares, executes, shows how the flight goes, and ends when the aircraft is back in its dock."""
    file, url = route
    done = skybind("downlink", "fly", file, "--url", url, "--rth-altitude", "80", "--yes", "--json")
    assert done.code == 0, done.err
    assert (done.json()["status"], done.json()["media"]) == ("ok", 6)
    shown = skybind("downlink", "fly", file, "--url", url, "--rth-altitude", "80", "--yes")
    assert "landed (ok), 6 photos" in shown.out
    assert [line.split(" · ")[0] for line in shown.err.splitlines() if "waypoint" in line][-1] == "ok"
    assert any("in_progress" in line for line in shown.err.splitlines())
    assert platform.downlink.dock.state.mode == "docked"
    assert len(platform.downlink.dock.arrivals("flighttask_execute")) == 2


def test_photos_come_home(platform: Running, skybind: Command, route: tuple[Path, str], tmp_path: Path) -> None:
    """`fly --photos` waits for what the dock uploads and fetches it; without the broker nothing is even sent."""
    given = ("downlink", "fly", route[0], "--bucket", "utmos-objects", "--rth-altitude", "80", "--yes")
    done = skybind(*given, "--photos", tmp_path / "field", "--json")
    assert done.code == 0, done.err
    assert sorted(done.json()["photos"]) == sorted(map(str, (tmp_path / "field").iterdir()))
    assert len(done.json()["photos"]) == 6
    del skybind.environment["SKYBIND_DOWNLINK_MQTT_URL"]
    refused = skybind(*given, "--photos", tmp_path / "field")
    assert refused.code == 2
    assert "--mqtt-url" in refused.err
    assert len(platform.downlink.dock.arrivals("flighttask_prepare")) == 1


def test_without_the_broker_the_end_is_not_known(platform: Running, skybind: Command, route: tuple[Path, str]) -> None:
    """Who cannot read the broker is told that the flight has begun, and no more."""
    del skybind.environment["SKYBIND_DOWNLINK_MQTT_URL"]
    file, url = route
    done = skybind("downlink", "fly", file, "--url", url, "--rth-altitude", "80", "--yes")
    assert done.code == 0, done.err
    assert "has begun" in done.out
    assert "landed" not in done.out
    assert len(platform.downlink.dock.arrivals("flighttask_execute")) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--rth-altitude", "8"], "it must be at least 20"), (["--rth-altitude", "80", "--url", ""], "")],
)
def test_a_flight_that_cannot_be_is_not_begun(
    platform: Running, skybind: Command, route: tuple[Path, str], arguments: list[str], said: str
) -> None:
    """A return height below DJI's range, or no address for the route: exit code 2, and nothing is sent."""
    file, url = route
    done = skybind("downlink", "fly", file, "--url", url, *arguments, "--yes")
    assert done.code == 2
    assert said in done.err
    assert platform.downlink.arrivals("createCommand") == 0


def test_a_changed_file_is_seen(platform: Running, skybind: Command, route: tuple[Path, str], tmp_path: Path) -> None:
    """What lies at the address is compared with the file before anything moves."""
    _, url = route
    other = tmp_path / "other.kmz"
    home = platform.downlink.dock.state
    other.write_bytes(write_kmz(survey_points(Place(home.latitude_deg, home.longitude_deg, 90.0), 9)))
    done = skybind("downlink", "fly", other, "--url", url, "--rth-altitude", "80", "--yes")
    assert done.code == 2
    assert platform.downlink.arrivals("createCommand") == 0
