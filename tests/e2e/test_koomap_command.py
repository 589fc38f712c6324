"""KooMap by the command: a folder becomes a model, with control points and without, and what people do by hand."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import skybind_emulators
from harness.command import SKYBIND, Command
from skybind import AsyncKooMap, KooMap, Phase
from skybind_emulators.settings import KooMapRules

POINTS = (
    ("121.47", "31.23", "37.884999999999998"),
    ("121.48", "31.23", "12.5"),
    ("121.48", "31.24", "11.25"),
)
Started = Callable[..., tuple[skybind_emulators.Running, Command]]


@pytest.fixture
def begun(start, command_for) -> Started:
    """Emulators with KooMap alone, and a command with credentials for them."""

    def begin(speed: str = "polls:1", **settings: object) -> tuple[skybind_emulators.Running, Command]:
        running = start(services=("koomap",), speed=speed, **settings)
        return running, command_for(running)

    return begin


@pytest.fixture(scope="module")
def served() -> Iterator[skybind_emulators.Running]:
    """KooMap alone, as it begins; shared by the tests that change nothing."""
    with skybind_emulators.start(skybind_emulators.Settings(services=("koomap",))) as running:
        yield running


@pytest.fixture
def skybind(served, command_for) -> Command:
    """A command with credentials for it."""
    return command_for(served)


def folder_of(running: skybind_emulators.Running) -> str:
    code: str = running.ready["services"]["koomap"]["folder_code"]
    return code


def write_marks(file: Path, codes: Sequence[str], *, head: str = "photo,px,py,lon,lat,z,accuracy") -> Path:
    """Each control point marked in four photos."""
    rows = [
        f"{code},{10 + row},{12 + column},{','.join(point)},0.05"
        for row, point in enumerate(POINTS)
        for column, code in enumerate(codes[:4])
    ]
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return file


def reconstruct(skybind: Command, running: skybind_emulators.Running, *more: str | Path):
    return skybind("reconstruct", folder_of(running), "--service", "koomap", "--workspace", "survey_2026", *more)


# ------------------------------------------------------------------------------------------------- the main job


def test_a_folder_becomes_a_model(begun) -> None:
    """One command makes workspace and task, waits, and says which product there is and of what files it consists."""
    running, skybind = begun()
    done = reconstruct(skybind, running, "--json")
    assert done.code == 0, done.err
    result = done.json()
    assert result["state"] == "done"
    assert result["files"]["mesh_obj"] > 0
    product = skybind("koomap", "products", "--json").json()[0]
    assert product["id"] == result["product"]
    assert "SUCCESS" in done.err
    shown = reconstruct(skybind, running)
    assert f"product {result['product']}" in shown.out
    assert "mesh_obj: " in shown.out


def test_the_same_command_is_the_same_task(begun) -> None:
    """Run again, it finds the task; another model or other parameters are another task."""
    running, skybind = begun(speed="instant")
    first, second = (reconstruct(skybind, running, "--json").json() for _ in range(2))
    assert first["job"] == second["job"]
    third = reconstruct(skybind, running, "--model", "nerf", "--set", "mesh=low", "--set", "key_points=5000", "--json")
    assert third.code == 0, third.err
    assert third.json()["job"] != first["job"]
    assert "nerf_obj" in third.json()["files"]
    task = next(
        row
        for row in skybind("api", "koomap", "real3d_tasks.list", f"workspace_id={workspace(skybind)}", "--json").json()
        if row["task_id"] == third.json()["job"]
    )
    assert task["modeling_params"]["key_point_limit"] == "5000"
    assert running.koomap.arrivals("createCommonWorkspace") == 1
    assert running.koomap.arrivals("startReal3DTask") == 2


def workspace(skybind: Command) -> str:
    (found,) = skybind("koomap", "workspaces", "--json").json()
    number: str = found["workspace_id"]
    return number


def test_control_points_come_from_a_person(begun, tmp_path) -> None:
    """Without marks it stops after the triangulation: exit code 11 and a token; the same command with them goes on."""
    running, skybind = begun()
    stopped = reconstruct(skybind, running, "--controlled")
    assert stopped.code == 11
    assert stopped.out == ""
    assert "--marks" in stopped.err
    token = token_in(stopped.err)
    assert skybind("status", token, "--json").json()[0]["state"] == "held"
    marks = write_marks(tmp_path / "points.csv", running.ready["services"]["koomap"]["image_codes"])
    done = reconstruct(skybind, running, "--marks", marks, "--json")
    assert done.code == 0, done.err
    assert done.json()["token"] == token
    assert done.json()["state"] == "done"
    assert running.koomap.arrivals("addSpurPoint") == 12
    assert running.koomap.arrivals("startReal3DTask") == 2
    again = reconstruct(skybind, running, "--marks", marks, "--json")
    assert again.json()["job"] == done.json()["job"]
    assert running.koomap.arrivals("addSpurPoint") == 12


def test_marks_may_come_with_resume_or_by_hand(begun, tmp_path) -> None:
    """`resume TOKEN --marks` goes on; so do `koomap mark`, `koomap start` and `resume` one after another."""
    running, skybind = begun()
    marks = write_marks(tmp_path / "points.csv", running.ready["services"]["koomap"]["image_codes"])
    token = token_in(reconstruct(skybind, running, "--controlled").err)
    assert skybind("resume", token).code == 11
    assert skybind("resume", token, "--marks", marks).code == 0
    other = token_in(reconstruct(skybind, running, "--controlled", "--name", "by_hand").err)
    marked = skybind("koomap", "mark", "survey_2026/by_hand", marks)
    assert marked.code == 0, marked.err
    assert "12 points" in marked.out
    assert skybind("koomap", "start", "survey_2026/by_hand").code == 0
    done = skybind("resume", other, "--json")
    assert done.code == 0, done.err
    assert done.json()["product"]


def test_resume_after_ctrl_c(begun, tmp_path) -> None:
    """Ctrl-C leaves the task running, says so with its token, and the token goes on to the end."""
    running, skybind = begun(speed="polls:100000")
    process = skybind.begin("reconstruct", folder_of(running), "--service", "koomap", "--json")
    deadline = time.monotonic() + 30

    def arrived(operation: str, more_than: int) -> int:
        while (number := running.koomap.arrivals(operation)) <= more_than:
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        return number

    arrived("startReal3DTask", 0)
    # A look that comes after the start has come: whoever looks has had the answer to the start.
    arrived("listTasksInWorkspace", running.koomap.arrivals("listTasksInWorkspace"))
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=20)
    assert process.returncode == 130, errors
    assert out == ""
    token = token_in(errors)
    assert skybind("status", token, "--json").json()[0]["state"] in {"queued", "running"}
    assert skybind("stop", token, "--json").code == 0
    assert running.koomap.arrivals("createReal3DTask") == 1


def test_no_wait_then_resume(begun) -> None:
    """--no-wait starts and leaves; status and resume find the job by its token, and by the record of this machine."""
    running, skybind = begun(speed="polls:3")
    left = reconstruct(skybind, running, "--no-wait", "--json")
    assert left.code == 0, left.err
    token = left.json()["token"]
    rows = skybind("status", "--all", "--json").json()
    assert [(row["service"], row["token"]) for row in rows] == [("koomap", token)]
    assert skybind("status", "--all", "--service", "terra", "--json").json() == []
    done = skybind("resume", token, "--json")
    assert done.json()["state"] == "done"
    assert done.json()["product"]
    controlled = reconstruct(skybind, running, "--controlled", "--no-wait", "--json")
    assert controlled.code == 0, controlled.err
    assert skybind("resume", controlled.json()["token"]).code == 11


def test_time_runs_out(begun) -> None:
    """--timeout bounds the wait: exit code 7, and the token that goes on."""
    running, skybind = begun(speed="polls:100000")
    done = reconstruct(skybind, running, "--timeout", "1s")
    assert done.code == 7
    assert token_in(done.err).startswith("sb1.koomap.")


def test_a_stopped_task_is_no_result(begun) -> None:
    """A task that was stopped ends the wait with exit code 8; resume does not start it again, reconstruct does."""
    running, skybind = begun(speed="polls:4")
    token = reconstruct(skybind, running, "--no-wait", "--json").json()["token"]
    while skybind("status", token, "--json").json()[0]["native"] != "RUNNING":
        pass
    assert skybind("stop", token).code == 0
    while skybind("status", token, "--json").json()[0]["native"] == "STOPPING":
        pass
    assert skybind("resume", token).code == 8
    before = running.koomap.arrivals("startReal3DTask")
    assert reconstruct(skybind, running, "--no-wait").code == 0
    assert running.koomap.arrivals("startReal3DTask") == before + 1


def token_in(errors: str) -> str:
    """The resume token that was said."""
    return next(word for word in errors.split() if word.startswith("sb1.koomap."))


# ------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((".", "--service", "koomap"), ("takes no photos", "skybind koomap folders")),
        (("abc", "--service", "koomap", "--out", "model"), ("no --out", "no download")),
        (("abc", "--service", "koomap", "--kind", "2d"), ("2d", "Its kind is 3d")),
        (("abc", "--service", "koomap", "--again"), ("no --again", "--name")),
        (("abc", "--service", "koomap", "--model", "Nrf"), ("Mesh or Nerf",)),
        (("abc", "--service", "koomap", "--set", "mash=low"), ("'mash'", "Did you mean mesh")),
        (("abc", "--service", "koomap", "--set", "mesh=best"), ("high, medium or low",)),
        (("abc", "--service", "koomap", "--set", "key_points=5"), ("1000 to 1000000",)),
        (("abc", "--service", "koomap", "--marks", "nowhere.csv"), ("nowhere.csv", "cannot be read")),
        (("abc", "--workspace", "survey"), ("terra has no --workspace",)),
        (("abc", "--marks", "points.csv"), ("terra has no --marks",)),
    ],
)
def test_what_cannot_work_is_said_before_anything_is_sent(command, words, said) -> None:
    """Exit code 2 without credentials: nothing could be sent, and nothing would be."""
    done = command("reconstruct", *words)
    assert done.code == 2, done.err
    assert done.out == ""
    assert done.err.count("error: ") == 1
    for part in said:
        assert part in done.err


def test_a_folder_that_is_not_there(begun) -> None:
    """A folder code that KooMap does not know is refused with its code; the workspace that was made stays."""
    _, skybind = begun()
    done = skybind("reconstruct", "0" * 32, "--service", "koomap")
    assert done.code in {4, 6}
    assert "KMP." in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("koomap", "stop", "block_7"), 2),
        (("koomap", "stop", "nowhere/block_7"), 4),
        (("koomap", "tasks", "--workspace", "nowhere"), 4),
        (("koomap", "start", "sb1.koomap.damaged000000"), 2),
        (("koomap", "start", "sb1.terra.eyJqIjoieCJ9"), 2),
        (("koomap", "mark", "a/b", "nowhere.csv"), 2),
        (("koomap", "locate", "nowhere.jpg"), 2),
        (("status", "sb1.koomap.damaged000000"), 2),
        (("resume", "sb1.koomap.damaged000000"), 2),
        (("stop", "sb1.koomap.damaged000000"), 2),
    ],
)
def test_tasks_that_are_none(skybind, words, code) -> None:
    """A task that cannot be found, and a token that is none, are said as such."""
    done = skybind(*words)
    assert done.code == code, done.err
    assert done.err.count("error: ") == 1
    assert done.out == ""


# ------------------------------------------------------------------------------------------------- by hand


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        (("folders",), ("folder_code", "folder_name", "status")),
        (("images",), ("image_name", "image_id", "image_status")),
        (("usage",), ("area", "kind", "item", "used", "unit")),
    ],
)
def test_lists_for_eyes_and_for_programs(skybind, words, columns) -> None:
    """A table with a head, codes in words; the same entries as JSON, as the service sent them."""
    shown = skybind("koomap", *words)
    assert shown.code == 0, shown.err
    head, *rows = shown.out.splitlines()
    assert set(columns) <= set(head.split())
    entries = skybind("koomap", *words, "--json").json()
    assert len(entries) == len(rows) > 0
    if words == ("folders",):
        assert {entry["status"] for entry in entries} <= {0, 1, 2}
        assert any("importing" in row for row in rows)


def test_life_of_a_task_by_hand(begun) -> None:
    """start, stop, archive and unarchive take WORKSPACE/NAME or a token, and say the state; tasks lists them."""
    running, skybind = begun(speed="polls:1")
    assert skybind("koomap", "tasks").out == "nothing\n"
    task = reconstruct(skybind, running, "--name", "block_7", "--json").json()
    (row,) = skybind("koomap", "tasks", "--workspace", "SURVEY_2026", "--json").json()
    assert (row["name"], row["state"], row["token"]) == ("block_7", "SUCCESS", task["token"])
    assert "ARCHIVED" in skybind("koomap", "archive", "survey_2026/Block_7").out
    assert skybind("koomap", "tasks", "--json").json() == []
    assert len(skybind("koomap", "tasks", "--archived", "--json").json()) == 1
    assert skybind("koomap", "unarchive", task["token"], "--json").json()["native"] == "SUCCESS"
    assert skybind("koomap", "start", task["token"]).code == 6
    assert skybind("koomap", "stop", task["token"]).code == 6
    assert "block_7" in skybind("koomap", "tasks").out
    products = skybind("koomap", "products")
    assert task["product"] in products.out
    assert skybind("koomap", "products", "--refined").out == "nothing\n"


def test_a_refined_model_goes_up(begun, tmp_path) -> None:
    """`refine` uploads, and stops for the console (11); with --upload-state it goes on, and sends nothing twice."""
    running, skybind = begun(speed="instant")
    field = reconstruct(skybind, running, "--model", "Nerf", "--name", "field", "--json").json()
    folder = tmp_path / "refined"
    folder.mkdir()
    for name in ("model.obj", "model.mtl"):
        (folder / name).write_text("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    stopped = skybind("koomap", "refine", field["token"], folder)
    assert stopped.code == 11, stopped.err
    assert "2 files" in stopped.err
    assert "--upload-state" in stopped.err
    assert running.store.arrivals["put"] == 2
    done = skybind("koomap", "refine", "survey_2026/field", folder, "--upload-state", "--json")
    assert done.code == 0, done.err
    assert running.store.arrivals["put"] == 2
    resumed = skybind("resume", done.json()["token"], "--json")
    assert resumed.code == 0, resumed.err
    (refined,) = skybind("koomap", "products", "--refined", "--json").json()
    assert resumed.json()["product"] == refined["id"]


def test_where_a_photo_was_taken_outside_the_area(begun, flight) -> None:
    """The service's refusal of a photo from elsewhere comes through, with its code."""
    _, skybind = begun(koomap=KooMapRules(ar_longitude_deg=0.0, ar_latitude_deg=0.0))
    done = skybind("koomap", "locate", sorted(flight.iterdir())[0])
    assert done.code == 3
    assert "VPS.0004" in done.err


def test_call_is_api_of_koomap(begun) -> None:
    """`skybind koomap call` is `skybind api koomap`."""
    _, skybind = begun()
    assert skybind("koomap", "call").out == skybind("api", "koomap").out
    named = skybind("koomap", "call", "workspaces.create", "workspace_name=survey_2026", "--json")
    assert named.json()["workspace_name"] == "survey_2026"
    assert "survey_2026" in skybind("koomap", "workspaces").out


@pytest.mark.parametrize(
    "words",
    [
        *(("koomap", name) for name in ("folders", "workspaces", "tasks", "products", "usage", "images", "mark")),
        *(("koomap", name) for name in ("locate", "refine", "start", "stop", "archive", "unarchive", "call")),
        *(("koomap",), ("api",), ("reconstruct",), ("resume",), ("status",), ("stop",)),
    ],
)
def test_each_command_has_examples(command, words) -> None:
    """`--help` shows how to type it."""
    done = command(*words, "--help")
    assert done.code == 0
    assert "Example" in done.out
    assert f"skybind {' '.join(words)}" in done.out


# ------------------------------------------------------------------------------------------------- by the library


def test_prepare_makes_a_task_and_does_not_start_it(begun, tmp_path) -> None:
    """What the command stands on: `prepare` makes one task for the same arguments, sync and async, and starts none."""
    running, _ = begun()
    facts = running.ready["services"]["koomap"]
    names = ("base_url", "iam_url", "domain", "username", "password", "project_id")
    settings = {name: facts[name] for name in names}

    async def prepared() -> tuple[str, Phase]:
        async with AsyncKooMap(**settings, state=tmp_path) as koomap:
            job = await koomap.prepare(facts["folder_code"], controlled=True)
            return job.id, (await job.status()).phase

    with KooMap(**settings, state=tmp_path) as koomap:
        job = koomap.prepare(facts["folder_code"], controlled=True)
        assert job.status().phase is Phase.CREATED
        assert koomap.prepare(facts["folder_code"]).id != job.id
    assert asyncio.run(prepared()) == (job.id, Phase.CREATED)
    assert running.koomap.arrivals("createReal3DTask") == 2
    assert running.koomap.arrivals("startReal3DTask") == 0


# ------------------------------------------------------------------------------------------------- settings


def test_the_environment_file_is_all_that_is_needed(command, tmp_path) -> None:
    """What `emulate --env-file` writes suffices to reach KooMap; the token, which would end, is not in it."""
    file = tmp_path / "emulators.env"
    process = command.begin("emulate", "--env-file", file, "--speed", "instant")
    try:
        assert process.stdout is not None
        facts = json.loads(process.stdout.readline())["services"]["koomap"]
        names = {line.partition("=")[0].removeprefix("export ") for line in file.read_text().splitlines()}
        wanted = ("BASE_URL", "IAM_URL", "DOMAIN", "USERNAME", "PASSWORD", "AK", "SK", "PROJECT_ID", "OBS_ENDPOINT")
        assert {f"SKYBIND_KOOMAP_{name}" for name in wanted} <= names
        assert "SKYBIND_KOOMAP_TOKEN" not in names
        said = subprocess.run(
            ["bash", "-c", f"set -eu; . {file}; {' '.join(SKYBIND)} api koomap workspaces.list --json"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (said.returncode, said.stdout) == (0, "[]\n"), said.stderr
        assert facts["base_url"].startswith("http://127.0.0.1:")
    finally:
        process.terminate()
        process.communicate(timeout=20)
