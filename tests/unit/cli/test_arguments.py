"""What people type for an operation becomes its arguments, or is refused before anything is sent."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

import pytest

from skybind.cli.arguments import arguments_of, given_of, parameters_of_method, schema_of
from skybind.cli.describing import described, description_text
from skybind.cli.operations import advice_for, find_operation, groups_of, method_of, operations
from skybind.cli.services import SERVICES
from skybind.errors import UsageError
from skybind_clients.koomap.models import ModelingParamsWanted, ModelingType, WorkspaceOrder, YesOrNo
from skybind_clients.terra.models import UploadedFile

KOOMAP, TERRA = "skybind_clients.koomap", "skybind_clients.terra"


def read(package: str, call: str, *words: str, checked: bool = True) -> dict[str, Any]:
    """The arguments that words become."""
    operation = find_operation(package.rpartition(".")[2], package, call)
    parameters = parameters_of_method(package, method_of(groups_of(package), operation))
    limits = import_module(f"{package}.limits").limits().get(operation.id, {})
    return arguments_of(operation, parameters, given_of(words), limits, checked=checked)


@pytest.mark.parametrize(
    ("call", "words", "values"),
    [
        ("workspaces.list", ("limit=20", "star=true"), {"limit": 20, "star": True}),
        ("workspaces.list", ("limit:=20", "star:=false"), {"limit": 20, "star": False}),
        ("workspaces.list", ("star=No",), {"star": False}),
        ("workspaces.list", ("workspace_ids=a,b",), {"workspace_ids": ["a", "b"]}),
        ("workspaces.list", ("workspace_ids=",), {"workspace_ids": []}),
        ("workspaces.list", ('workspace_ids=["a,b"]',), {"workspace_ids": ["a,b"]}),
        ("workspaces.list", ('workspaceIds:=["a"]',), {"workspace_ids": ["a"]}),
        ("workspaces.list", ("order-by=create_time_desc",), {"order_by": WorkspaceOrder.CREATE_TIME_DESC}),
        ("workspaces.list", ("workspace_name=a=b:=c",), {"workspace_name": "a=b:=c"}),
        ("satellite_images.list", ("order=-created_at",), None),
        ("workspaces.update", ("workspace_id=1", "star=yes"), {"workspace_id": "1", "star": YesOrNo.YES}),
        ("workspaces.update", ("workspace_id=1", "star:=1"), {"workspace_id": "1", "star": YesOrNo.YES}),
        ("workspaces.update", ("workspace_id=1", "star=1"), {"workspace_id": "1", "star": YesOrNo.YES}),
    ],
)
def test_values_are_read_by_their_types(call: str, words: tuple[str, ...], values: dict[str, Any] | None) -> None:
    """Numbers, truth, lists and known values, typed or as JSON, under any spelling of their names."""
    if values is None:
        with pytest.raises(UsageError, match="known values are"):
            read(KOOMAP, call, *words)
    else:
        assert read(KOOMAP, call, *words) == values


def test_coordinates_keep_their_digits() -> None:
    """What may be text or number stays the text that was typed: a float would round it."""
    words = ("longitude=121.4737", "latitude=31.2304", "height=37.884999999999998", "accuracy=0.05", "task_id=t")
    assert read(KOOMAP, "mark_points.count", *words)["height"] == "37.884999999999998"


def test_objects_are_json() -> None:
    """An object becomes its model; a list of objects a list of models; a free map stays one."""
    params = '{"accuracy":"High","key_point_limit":"5000","tie_point_limit":"1000","mesh_accuracy":"1"}'
    for sign in ("=", ":="):
        found = read(KOOMAP, "real3d_tasks.create", "workspace_id=w", "task_name=t", f"modeling_params{sign}{params}")
        assert isinstance(found["modeling_params"], ModelingParamsWanted)
        assert found["modeling_params"].key_point_limit == "5000"
    files = read(
        TERRA,
        "store.upload_callback",
        *("callback_param=p", "resource_uuid=r", 'files:=[{"name":"a.jpg","etag":"e","checksum":"c"}]'),
    )["files"]
    assert isinstance(files[0], UploadedFile)


def test_files_and_stdin(tmp_path, monkeypatch) -> None:
    """@file stands for its content, @- for stdin: a password need not be typed."""
    (tmp_path / "name.txt").write_text("survey")
    monkeypatch.chdir(tmp_path)
    assert read(KOOMAP, "workspaces.list", "workspace_name=@name.txt") == {"workspace_name": "survey"}
    monkeypatch.setattr("sys.stdin", io.StringIO('["a"]'))
    assert read(KOOMAP, "workspaces.list", "workspace_ids:=@-") == {"workspace_ids": ["a"]}
    assert read(KOOMAP, "workspaces.list", 'workspace_name:="@name.txt"') == {"workspace_name": "@name.txt"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("limit:=true",), "not a whole number"),
        (("limit:=2.5",), "not a whole number"),
        (("limit:=null",), "not a whole number"),
        (("star:=1",), "not true or false"),
        (("workspace_ids:=5",), "not a list"),
        (("workspace_ids:=[5]",), "not text"),
        (("=x",), "no argument"),
        (("workspace_name",), "no argument"),
    ],
)
def test_wrong_values_are_refused(words: tuple[str, ...], said: str) -> None:
    """JSON of another type is no value: nothing is guessed."""
    with pytest.raises(UsageError, match=said):
        read(KOOMAP, "workspaces.list", *words)


def test_unknown_values_go_out_when_they_are_wanted() -> None:
    """Unchecked, a value or field that no document lists is kept as it is."""
    words = ("workspace_id=w", "task_name=t", "modeling_type=Cloud")
    with pytest.raises(UsageError, match="Mesh, Nerf"):
        read(KOOMAP, "real3d_tasks.create", *words)
    assert read(KOOMAP, "real3d_tasks.create", *words, checked=False)["modeling_type"] == ModelingType("Cloud")
    assert read(KOOMAP, "workspaces.update", "workspace_id=w", "star=7", checked=False)["star"] == YesOrNo(7)
    odd = 'condition:={"folder_nme":"a"}'
    with pytest.raises(UsageError, match="folder_nme"):
        read(KOOMAP, "folders.list", odd)
    assert read(KOOMAP, "folders.list", odd, checked=False)["condition"].to_dict() == {"folder_nme": "a"}


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_can_be_typed_and_described(service: str) -> None:
    """Of each operation of each service: types of all arguments are known, each has a meaning, needed ones are said."""
    package = SERVICES[service].package
    limits = import_module(f"{package}.limits").limits()
    groups = groups_of(package)
    for operation in operations(package).values():
        assert find_operation(service, package, operation.id) is operation
        assert find_operation(service, package, operation.call) is operation
        method = method_of(groups, operation)
        parameters = parameters_of_method(package, method)
        about = described(service, package, operation, method, parameters, limits.get(operation.id, {}))
        text = description_text(about, 100)
        for one in about["arguments"]:
            assert one["meaning"], f"{operation.call}: {one['name']}"
            assert one["type"] != "JSON"
            assert f"\n  {one['name']}  " in text
        for parameter in parameters:
            if not parameter.needed:
                continue
            with pytest.raises(UsageError, match=parameter.word):
                read(package, operation.call)
        assert max(len(line) for line in text.splitlines() if not line.startswith("Request: ")) <= 100


def test_schemas_are_found_wherever_they_are() -> None:
    """An argument's limits are those of its place, whatever its spelling there."""
    limits = import_module(f"{KOOMAP}.limits").limits()
    assert schema_of(limits["createTask"], "is_clip")["enum"] == ["0", "1"]
    assert schema_of(limits["listImageBaseInfo"], "image_name")["maxLength"] == 100
    assert "accuracy" in schema_of(limits["createReal3DTask"], "modeling_params")["properties"]
    assert schema_of(limits["createTask"], "nothing") == {}


def test_near_names_are_offered() -> None:
    """The nearest names come first; of a few that are all far, all are told; of many, none."""
    assert advice_for("workspce", ["workspace", "folder"]) == "Did you mean workspace?"
    assert advice_for("xyz", ["a", "b"]) == "There are: a, b."
    assert advice_for("xyz", ["a", "b"], many=0) == ""
