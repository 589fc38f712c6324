"""`skybind api`: any operation of any service, as a user runs it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Template
from typing import Any

import attrs
import pytest

import skybind_emulators
from harness.command import Command, environment_of
from skybind.cli.services import SERVICES
from skybind_clients.iam.operations import OPERATIONS as OF_IAM
from skybind_clients.koomap.operations import OPERATIONS as OF_KOOMAP

Facts = dict[str, str]


@pytest.fixture(scope="module")
def served() -> Iterator[skybind_emulators.Running]:
    """KooMap alone, whose tasks move with each question; shared by the tests of this file."""
    with skybind_emulators.start(skybind_emulators.Settings(services=("koomap",), speed="polls:1")) as running:
        yield running


@pytest.fixture
def skybind(served, tmp_path) -> Command:
    """``skybind`` with credentials for it."""
    return Command(tmp_path, environment_of(served))


@attrs.frozen
class Step:
    """One call.

    Attributes:
        call: Group and method.
        arguments: As typed; ``$name`` stands for what an earlier step kept.
        keep: What to keep of the answer: name, and path in the JSON.
        until: The call is made again until the answer has this text.
        service: Whose operation it is.
    """

    call: str
    arguments: tuple[str, ...] = ()
    keep: dict[str, str] = attrs.field(factory=dict)
    until: str = ""
    service: str = "koomap"


def step(call: str, *arguments: str, until: str = "", service: str = "koomap", **keep: str) -> Step:
    """A step in short."""
    return Step(call, arguments, keep, until, service)


CONTROL_POINT = ("longitude=121.4737", "latitude=31.2304", "height=37.884999999999998", "accuracy=0.05")
PARAMETERS = '{"accuracy":"Low","key_point_limit":"1000","tie_point_limit":"1000","mesh_accuracy":"2"}'
REAL3D = ("workspace_id=$space", "task_id=$task")
SUBTASK = ("workspace_id=$space", "task_id=$nerf", "subtask_id=$subtask")

#: All operations. Each step succeeds, most of them with what an earlier one made.
JOURNEY = (
    step("tokens.create", "auth:=@-", "nocatalog=1", service="iam", expires="expires_at"),
    step("workspaces.create", "workspace_name=survey_2026", space="workspace_id"),
    step("workspaces.update", "workspace_id=$space", "star=1", "workspace_description=by_hand"),
    step("workspaces.list", "workspace_ids=$space,$space", "order_by=create_time_desc", "star=true"),
    # real-scene 3D with control points
    step("folders.list", "condition:={}", "limit=100", "offset=0"),
    step(
        "real3d_tasks.create",
        *("workspace_id=$space", "task_name=block_7", "task_type=REAL3D-CTRL", "folder_code=$folder"),
        *(f"modeling_params:={PARAMETERS}", "modeling_type=mesh"),
        task="task_id",
    ),
    step("real3d_tasks.update", *REAL3D, "task_name=block_7", "task_description=changed"),
    step("real3d_tasks.start", *REAL3D, "run_AT_only=true"),
    step("real3d_tasks.list", "workspace_id=$space", "task_ids=$task", until="BUNDLE_SUCCESS"),
    step("mark_points.add", "task_id=$task", "image_code=$image", "point_width=10", "point_height=10", *CONTROL_POINT),
    step(
        "mark_points.add", "task_id=$task", "imageCode=$other_image", "pointWidth=11", "pointHeight=9", *CONTROL_POINT
    ),
    step("mark_points.list", "image_code=$image", "task_id=$task", until="37.884999999999998", mark="0.id"),
    step("mark_points.count", "task_id=$task", *CONTROL_POINT, marks="count"),
    step("mark_points.delete", "id=$mark"),
    step("mark_points.write_file", "task_id=$task"),
    step("real3d_tasks.start", *REAL3D),
    step("real3d_tasks.stop", *REAL3D),
    step("real3d_tasks.overview", "workspace_id=$space"),
    # a radiance field, and what people refine of it
    step(
        "real3d_tasks.create",
        *("workspace_id=$space", "task_name=field", "task_type=REAL3D-UNCTRL", "folder_code=$folder"),
        *(f"modeling_params={PARAMETERS}", "modeling_type=Nerf"),
        nerf="task_id",
    ),
    step("real3d_tasks.start", "workspace_id=$space", "task_id=$nerf"),
    step("real3d_tasks.list", "workspace_id=$space", "task_ids=$nerf", until="SUCCESS"),
    step("real3d_tasks.archive", "workspace_id=$space", "task_id=$nerf", "archive=true"),
    step("real3d_tasks.archive", "workspace_id=$space", "task_id=$nerf", "archive=no"),
    step(
        "refine_subtasks.create",
        *("workspace_id=$space", "task_id=$nerf", "subtask_name=by-hand"),
        subtask="subtask_id",
        model_path="model_path",
    ),
    step("refine_subtasks.set_upload_state", *SUBTASK, "upload_status=UPLOADING"),
    step("refine_subtasks.set_upload_state", *SUBTASK, "upload_status=upload_success"),
    step("refine_subtasks.start", *SUBTASK),
    step("refine_subtasks.stop", *SUBTASK),
    step("refine_subtasks.start", *SUBTASK),
    step("refine_subtasks.list", "workspace_id=$space", "task_id=$nerf", until='"SUCCESS"'),
    step("products.list", until="available", product="0.id"),
    step("refine_products.list", until="available", refined="0.id"),
    step("refine_products.delete", "refine_product_id=$refined"),
    step("products.delete", "product_id=$product"),
    step("refine_subtasks.create", "workspace_id=$space", "task_id=$nerf", "subtask_name=more", subtask="subtask_id"),
    step("refine_subtasks.delete", *SUBTASK),
    step("real3d_tasks.delete", *REAL3D),
    step("real3d_usage.list", "usage_type=REAL3D"),
    # satellite images
    step("satellite_images.list", "image_status=0", "image_levels=L1A", "limit=5"),
    step(
        "satellite_images.check",
        *("data_ids=$images", "production_level=L2", "task_name=harbour", "coordination=EPSG:4326"),
        name="0.name",
    ),
    step(
        "satellite_tasks.create",
        *("task_name=harbour", "task_type=ORSIP", "workspace_id=$space", "data_ids=$images", "production_level=L2"),
        *('data_alias:={"$name": "harbour_1"}', 'data_description:={"$name": null}', "coordination=EPSG:4326"),
        *("csv_ids:=[]", "is_clip=0", "isTile=0"),
        scene="task_id",
    ),
    step("satellite_tasks.list", "workspace_id=$space", "task_name=harbour"),
    step("satellite_tasks.overview", "workspace_id=$space"),
    step("satellite_tasks.start", "id=$scene"),
    step("satellite_tasks.stop", "id=$scene"),
    step("satellite_tasks.list", "workspace_id=$space", until="STOP_SUCCESS"),
    step("satellite_tasks.start", "id=$scene"),
    step("satellite_tasks.list", "workspace_id=$space", until='"SUCCESS"'),
    step("satellite_tasks.archive", "id=$scene", "archived=true"),
    step(
        "satellite_images.check",
        *("data_ids=$more_images", "production_level=l2", "task_name=again", "coordination=EPSG:4326"),
        name="0.name",
    ),
    step(
        "satellite_tasks.create",
        *("task_name=again", "task_type=orsip", "workspace_id=$space", "data_ids=$more_images", "production_level=l2"),
        *('data_alias={"$name": "again_1"}', 'data_description={"$name": "x"}', "coordination=EPSG:4326"),
        *("csv_ids=", "is_clip=0", "is_tile=0"),
        other="task_id",
    ),
    step("satellite_tasks.delete", "id=$other"),
    step("satellite_usage.list", "usage_type=TASK", "limit=3"),
    # where one is, and how one gets on
    step("positioning.locate", "uuid=device-1", "payload:=@position.json", x="pose.t.0", y="pose.t.1", utm="utmcode"),
    step(
        "navigation.route",
        "uuid=device-1",
        'payload:={"from":{"x":"$x","y":"$y","z":"0"},"to":{"x":"$x","y":"$y","z":"6"},"utm":"$utm"}',
    ),
    step("workspaces.create", "workspace_name=empty", empty="workspace_id"),
    step("workspaces.delete", "workspace_id=$empty"),
)


def login_of(running: skybind_emulators.Running) -> str:
    """What IAM wants, as JSON; it goes over stdin, where no list of processes shows it."""
    facts = running.ready["services"]["koomap"]
    user = {"name": facts["username"], "password": facts["password"], "domain": {"name": facts["domain"]}}
    identity = {"methods": ["password"], "password": {"user": user}}
    return json.dumps({"identity": identity, "scope": {"project": {"id": facts["project_id"]}}})


def at(answer: Any, path: str) -> str:
    """What a path such as ``pose.t.0`` leads to."""
    for part in path.split("."):
        answer = answer[int(part)] if isinstance(answer, list) else answer[part]
    return str(answer)


def write_position(folder: Path, photo: Path) -> None:
    """What a positioning takes, in the middle of the emulated area."""
    import base64

    pose = {"x": 0, "y": 0, "z": 0, "qx": 0, "qy": 0, "qz": 0, "qw": 1}
    turn = {"azimuth": 0, "roll": 0, "pitch": 0, "qx": 0, "qy": 0, "qz": 0, "qw": 1, "accuracy": 0}
    payload = {
        "user": {"image": base64.b64encode(photo.read_bytes()).decode(), "requestType": 0},
        "camera": {"fx": 300.0, "fy": 300.0, "cx": 100, "cy": 80},
        "gps": [{"longitude": 121.4737, "latitude": 31.2304, "accuracy": 5}],
        "imu": [turn],
        "slam": [pose],
    }
    (folder / "position.json").write_text(json.dumps(payload))


def put_a_model(running: skybind_emulators.Running, path: str) -> None:
    """The refined model where the subtask wants it."""
    bucket, _, prefix = path.removeprefix("obs://").partition("/")
    running.store.put(bucket, f"{prefix.rstrip('/')}/model.obj", b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")


def test_every_operation_is_called(served, skybind, rendered_flight) -> None:
    """Each operation of KooMap and IAM is called through the command, succeeds, and arrives at the emulator."""
    facts = served.ready["services"]["koomap"]
    write_position(skybind.folder, next(iter(sorted(rendered_flight.iterdir()))))
    kept: Facts = {
        "folder": facts["folder_code"],
        "image": facts["image_codes"][0],
        "other_image": facts["image_codes"][1],
        "images": facts["satellite_image_ids"][0],
        "more_images": facts["satellite_image_ids"][1],
    }
    for one in JOURNEY:
        words = [Template(word).substitute(kept) for word in one.arguments]
        for _ in range(40):
            done = skybind("api", one.service, one.call, *words, "--json", stdin=login_of(served))
            assert done.code == 0, f"{one.call}: {done.err}"
            answer = done.json()
            if one.until in done.out:
                break
            time.sleep(0.05)
        assert one.until in done.out, f"{one.call}: {done.out}"
        kept |= {name: at(answer, path) for name, path in one.keep.items()}
        if "model_path" in one.keep:
            put_a_model(served, kept["model_path"])
    called = {one.call for one in JOURNEY}
    assert called == {operation.call for operation in (*OF_KOOMAP.values(), *OF_IAM.values())}
    assert [name for name in OF_KOOMAP if not served.koomap.arrivals(name)] == []
    assert kept["marks"] == "2"


# ------------------------------------------------------------------------------------------------- what is shown


def test_operations_are_listed_by_group(skybind) -> None:
    """Without an operation: one line each with call, summary and effect; of a group alone; as JSON."""
    everything = skybind("api", "koomap")
    lines = everything.out.splitlines()
    assert any(line.split()[:1] == ["workspaces.create"] and line.endswith("once") for line in lines)
    assert sum(line.startswith("  ") for line in lines) == len(OF_KOOMAP)
    assert len({line for line in lines if line and not line.startswith(" ")}) == len(set(map(group_of, OF_KOOMAP)))
    assert "workspaces.create" not in skybind("api", "koomap", "folders").out
    assert {row["id"] for row in skybind("api", "koomap", "--json").json()} == set(OF_KOOMAP)
    assert {line.split()[0] for line in skybind("api").out.splitlines()[: len(SERVICES)]} == {*SERVICES}


def group_of(operation: str) -> str:
    return OF_KOOMAP[operation].call.partition(".")[0]


def test_an_operation_describes_itself(command) -> None:
    """--describe needs no credentials: arguments with meaning, limits, known values, fields, effect, errors."""
    done = command("api", "koomap", "real3d_tasks.create", "--describe")
    assert done.code == 0
    for words in (
        "task_name  text; needed",
        "1 to 50 characters; Chinese characters, letters, digits, underscores",
        "modeling_type  one of Mesh, Nerf",
        "Nerf: neural radiance field",
        "accuracy  one of Highest, High, Medium, Low, Lowest; needed",
        "1000 to 1000000",
        "The service takes WGS84-UTM if it is left out",
        "Effect: once",
        "KMP.00021122  Task name taken.",
    ):
        assert words in done.out
    about = command("api", "koomap", "createReal3DTask", "--describe", "--json").json()
    assert about["operation"] == "real3d_tasks.create"
    assert {one["name"] for one in about["arguments"] if one["needed"]} == {"workspace_id", "task_name"}
    assert "isTile" in command("api", "koomap", "createTask", "--describe").out


def test_lists_are_tables_and_json(served, skybind) -> None:
    """For eyes a table of the columns that fit; JSON is an array; stdout holds nothing else."""
    for name in ("table_1", "table_2"):
        assert skybind("api", "koomap", "workspaces.create", f"workspace_name={name}").code == 0
    shown = skybind("api", "koomap", "workspaces.list", "workspace_name=table_")
    head, *rows = shown.out.splitlines()
    assert head.split()[:2] == ["workspace_id", "workspace_name"]
    assert {row.split()[1] for row in rows} == {"table_1", "table_2"}
    listed = skybind("api", "koomap", "workspaces.list", "workspace_name=table_", "--json")
    assert {row["workspace_name"] for row in listed.json()} == {"table_1", "table_2"}
    assert shown.err == listed.err == ""


def test_the_first_page_says_how_many_there_are(served, skybind) -> None:
    """Without --page-all one page is asked for; the rest is announced on stderr; with it all pages come."""
    for name in ("page_1", "page_2", "page_3"):
        assert skybind("api", "koomap", "workspaces.create", f"workspace_name={name}").code == 0
    before = served.koomap.arrivals("listCommonWorkspace")
    first = skybind("api", "koomap", "workspaces.list", "workspace_name=page_", "limit=2", "--json")
    assert served.koomap.arrivals("listCommonWorkspace") == before + 1
    assert len(first.json()) == 2
    assert "2 of 3; --page-all" in first.err
    every = skybind("api", "koomap", "workspaces.list", "workspace_name=page_", "limit=2", "--page-all", "--json")
    assert served.koomap.arrivals("listCommonWorkspace") == before + 3
    assert {row["workspace_name"] for row in every.json()} == {"page_1", "page_2", "page_3"}
    assert every.err == ""


def test_raw_is_what_came(skybind) -> None:
    """--raw prints the body byte by byte, with what the models leave out."""
    done = skybind("api", "koomap", "workspaces.list", "limit=1", "--raw")
    assert set(done.json()) == {"data", "page"}
    assert done.err == ""


def test_a_token_is_hidden(served, skybind) -> None:
    """The token that IAM gives is in a header: its place is shown, and it is not, unless it is asked for."""
    call = ("api", "iam", "tokens.create", "auth:=@-", "nocatalog=1", "--json")
    done = skybind(*call, stdin=login_of(served))
    answer = done.json()
    assert answer["x-subject-token"] == "(hidden)"
    assert answer["expires_at"]
    assert "--show-secrets" in done.err


def test_lost_answer_of_what_must_not_be_repeated(start, command_for) -> None:
    """When nobody knows whether it was done: exit code 12, what was sent, and how to find out; it is sent once."""
    running = start(services=("koomap",))
    running.faults.add("koomap.createCommonWorkspace", "lose-answer", count=5)
    done = command_for(running)("api", "koomap", "workspaces.create", "workspace_name=survey_2026")
    assert done.code == 12
    assert "workspaces.create workspace_name=survey_2026" in done.err
    assert "skybind api koomap workspaces.list" in done.err
    assert running.koomap.arrivals("createCommonWorkspace") == 1


# ------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("koomp", "workspaces.list"), ("koomp", ", ".join(SERVICES))),
        (("koomap", "workspaces.crate"), ("workspaces.crate", "Did you mean workspaces.create")),
        (("koomap", "listCommonWorkspaces"), ("listCommonWorkspaces", "listCommonWorkspace")),
        (("koomap", "workspaces", "a=b"), ("group of operations", "workspaces.create")),
        (("koomap", "workspaces.create"), ("needs workspace_name",)),
        (("koomap", "workspaces.create", "workspace_nme=x"), ("'workspace_nme'", "Did you mean workspace_name")),
        (("koomap", "workspaces.create", "workspace_name"), ("NAME=VALUE",)),
        (("koomap", "workspaces.create", "workspace_name=ab", "workspaceName=cd"), ("given twice",)),
        (("koomap", "workspaces.create", "workspace_name=a"), ("at least 2", "--unchecked")),
        (("koomap", "workspaces.create", "workspace_name=@nowhere"), ("nowhere", "cannot be read")),
        (("koomap", "workspaces.create", "workspace_name:=5"), ("not text", "workspace_name=VALUE")),
        (("koomap", "workspaces.create", "workspace_name:={"), ("not JSON",)),
        (("koomap", "workspaces.list", "limit=many"), ("'many'", "whole number")),
        (("koomap", "workspaces.list", "star=perhaps"), ("true or false",)),
        (("koomap", "workspaces.list", "order_by=create_time_desk"), ("Did you mean create_time_desc",)),
        (("koomap", "workspaces.update", "workspace_id=x", "star=7"), ("known values are 0, 1",)),
        (("koomap", "positioning.locate", "uuid=a", "payload=photo"), ("not an object", "payload:=@file.json")),
        (("koomap", "positioning.locate", "uuid=a", "payload:={}"), ("must be given",)),
        (
            ("koomap", "real3d_tasks.create", "workspace_id=a", "task_name=b", 'modeling_params:={"acuracy":"High"}'),
            ("no field 'acuracy'", "Did you mean accuracy"),
        ),
        (("koomap", "workspaces.delete", "workspace_id=a", "--page-all"), ("no pages",)),
        (("koomap", "workspaces.list", "--page-all", "--raw"), ("--raw",)),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(served, skybind, words, said) -> None:
    """A wrong name or value: exit code 2, what is wrong, what there is; no request leaves."""
    before = sum(served.koomap.arrivals(name) for name in OF_KOOMAP)
    done = skybind("api", *words)
    assert done.code == 2, done.err
    assert done.out == ""
    assert done.err.count("error: ") == 1
    for part in said:
        assert part in done.err
    assert sum(served.koomap.arrivals(name) for name in OF_KOOMAP) == before


def test_unchecked_goes_beyond_the_limits(skybind) -> None:
    """--unchecked leaves it to the service to refuse, which does it with its own code."""
    done = skybind("api", "koomap", "workspaces.list", "order_by=upwards", "--unchecked")
    assert done.code == 6
    assert "KMP.00011109" in done.err


def test_refusals_have_the_codes_of_the_command(served, skybind) -> None:
    """What the service refuses has the exit code of its kind, and nothing on stdout."""
    missing = skybind("api", "koomap", "workspaces.delete", "workspace_id=" + "0" * 32)
    assert (missing.code, missing.out) == (4, "")
    skybind.environment["SKYBIND_KOOMAP_PASSWORD"] = "not-this-one"
    assert skybind("api", "koomap", "workspaces.list").code == 3


def test_completion_knows_operations_and_arguments(command) -> None:
    """The shell is told services, operations by either name, and arguments."""
    complete: Callable[..., list[str]] = lambda *words: completed(command, *words)  # noqa: E731
    assert complete("api", "koo") == ["koomap"]
    assert complete("api", "koomap", "workspaces.") == [
        f"workspaces.{name}" for name in ("list", "create", "update", "delete")
    ]
    assert complete("api", "koomap", "createCommon") == ["createCommonWorkspace"]
    assert complete("api", "koomap", "workspaces.list", "order") == ["order_by="]
    assert complete("koomap", "call", "folders.") == ["folders.list"]
    assert complete("api", "terra", "jobs.list", "ty") == ["type="]
    assert complete("api", "nowhere", "a") == []


@pytest.mark.parametrize(
    ("shell", "told"),
    [
        ("bash", "plain,gimbal_reset"),
        ("zsh", "plain\ngimbal_reset\nTurn the gimbal back"),
        ("fish", "plain,gimbal_reset\tTurn the gimbal back"),
    ],
)
def test_commands_to_devices_are_completed_in_each_shell(command, shell, told) -> None:
    """bash, zsh and fish are told the types of commands, the latter two with what they do; members come after."""
    command.environment |= {"_SKYBIND_COMPLETE": f"{shell}_complete", "COMP_WORDS": "skybind downlink send gimb"}
    command.environment["COMP_CWORD"] = "gimb" if shell == "fish" else "3"
    assert command().out.strip() == told
    command.environment["COMP_WORDS"] = "skybind downlink send gimbal_reset payload"
    command.environment["COMP_CWORD"] = "payload" if shell == "fish" else "4"
    assert "payload_index=" in command().out


def completed(command: Command, *words: str) -> list[str]:
    command.environment |= {
        "_SKYBIND_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["skybind", *words]),
        "COMP_CWORD": str(len(words)),
    }
    return [line.partition(",")[2] for line in command().out.splitlines() if line]
