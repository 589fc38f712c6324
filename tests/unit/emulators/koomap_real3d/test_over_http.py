"""The same handlers behind the gateway: what only the wire can show."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Faults
from skybind_emulators.koomap import KooMapEmulator, make_koomap
from skybind_emulators.settings import KooMapRules, Settings
from skybind_emulators.store import ObjectStore
from unit.emulators.harness import InProcess

SOMEBODY = "0" * 32


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Callable[..., httpx.Client]]:
    """Makes emulators, and gives clients whose requests carry a token."""
    made: list[KooMapEmulator] = []

    def connect(**rules: Any) -> httpx.Client:
        clock = SimulatedClock()
        store = ObjectStore(tmp_path / str(len(made)), now=clock.now)
        emulator = make_koomap(Settings(koomap=KooMapRules(**rules)), store, Faults(), clock)
        made.append(emulator)
        headers = {"X-Auth-Token": emulator.token.text}
        return httpx.Client(transport=InProcess(emulator.app), base_url="http://koomap.test/v1", headers=headers)

    yield connect
    for emulator in made:
        emulator.close()


def outcome(response: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return response.status_code, response.json()["error_code"]


def space_of(http: httpx.Client) -> str:
    """A new workspace."""
    space: str = http.post("/workspaces", json={"workspace_name": "survey"}).json()["workspace_id"]
    return space


def test_true_is_a_bare_true(connect: Callable[..., httpx.Client]) -> None:
    """Answers without content are the JSON word, and empty bodies may be `{}`, empty or missing."""
    http = connect()
    tasks = f"/real3d/{space_of(http)}/tasks"
    bodies: dict[str, dict[str, Any]] = {"one": {"json": {}}, "two": {"content": b""}, "three": {}}
    for name, more in bodies.items():
        task = http.post(tasks, json={"task_name": name}).json()["task_id"]
        deleted = http.request("DELETE", f"{tasks}/{task}", **more)
        assert (deleted.status_code, deleted.content) == (200, b"true")
        assert deleted.headers["content-type"] == "application/json"


def test_lists_may_repeat_or_join(connect: Callable[..., httpx.Client]) -> None:
    """A list in the query is its name repeated, or its values with commas."""
    http = connect()
    tasks = f"/real3d/{space_of(http)}/tasks"
    ids = [http.post(tasks, json={"task_name": name}).json()["task_id"] for name in ("one", "two", "three")]
    for query in (f"task_ids={ids[0]}&task_ids={ids[2]}", f"task_ids={ids[0]},{ids[2]}"):
        assert http.get(f"{tasks}?{query}").json()["page"]["total"] == 2


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "KMP.00021009"),
        ({"task_name": "a b"}, "KMP.00021119"),
        ({"task_name": "a", "task_description": "ä"}, "KMP.00021120"),
        ({"task_name": "a", "task_type": "CTRL"}, "KMP.00021105"),
        ({"task_name": "a", "modeling_type": "mesh"}, "KMP.00021135"),
        ({"task_name": "a", "coordinate_sys": "x"}, "KMP.00021004"),
    ],
)
def test_mistakes_have_the_code_of_their_field(
    body: dict[str, Any], code: str, connect: Callable[..., httpx.Client]
) -> None:
    """What the specification refuses has the same code as what a handler refuses."""
    http = connect()
    assert outcome(http.post(f"/real3d/{space_of(http)}/tasks", json=body)) == (400, code)


def test_fixed_words_are_no_workspaces(connect: Callable[..., httpx.Client]) -> None:
    """`spur`, `products` and their like are found beside the workspaces of the same level."""
    http = connect()
    assert http.get("/real3d/products").json()["products"] == []
    assert outcome(http.post("/real3d/spurs", json={"imageCode": "1", "taskId": SOMEBODY})) == (400, "KMP.00021151")
    assert outcome(http.get(f"/real3d/{SOMEBODY}/tasks")) == (404, "KMP.00021128")


def test_without_the_extension_nobody_is_there(connect: Callable[..., httpx.Client]) -> None:
    """The update of the upload state can be switched off; the gateway then does not know it."""
    path = f"/real3d/{SOMEBODY}/tasks/{SOMEBODY}/subtasks/{SOMEBODY}/uploadstatus"
    body = {"upload_status": "UPLOADING"}
    assert outcome(connect().put(path, json=body)) == (404, "KMP.00021128")
    assert outcome(connect(upload_extension=False).put(path, json=body)) == (404, "APIGW.0101")


def test_every_state_is_reached_by_calls_alone(connect: Callable[..., httpx.Client]) -> None:
    """From a workspace to the product of a controlled task and back to nothing, over the wire."""
    http = connect()
    space = space_of(http)
    tasks = f"/real3d/{space}/tasks"
    folder = http.post(
        "/real3d/folders/query_by_condition", json={"offset": 0, "limit": 1, "condition": {"status": "1"}}
    )
    task = http.post(
        tasks,
        json={
            "task_name": "block_7",
            "task_type": "REAL3D-CTRL",
            "modeling_type": "Mesh",
            "folder_code": folder.json()["folders"][0]["folder_code"],
        },
    ).json()["task_id"]
    assert http.post(f"{tasks}/{task}/start", json={"run_AT_only": True}).json()["task_status"] == "PENDING"
    assert http.get(tasks, params={"task_status": "BUNDLE_SUCCESS"}).json()["page"]["total"] == 1
    assert outcome(http.post(f"{tasks}/{task}/start", json={})) == (400, "KMP.00021108")
    assert outcome(http.request("DELETE", f"/workspaces/{space}", json={})) == (400, "KMP.00011103")
    assert http.request("DELETE", f"{tasks}/{task}", json={}).json() is True
    assert http.request("DELETE", f"/workspaces/{space}", json={}).json() is True
