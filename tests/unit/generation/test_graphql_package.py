"""Behaviour of what is generated from a GraphQL schema: what is sent, what is read, and what is never printed."""

import asyncio
import copy
import importlib
import json
import pickle
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from unit.generation.made_up import DATA, Load
from unit.generation.test_facade import AsyncRecordingCaller, RecordingCaller
from unit.generation.test_package import MYPY, loaded_by

SECRET = "canary-7c1d"
LAMP = {"id": "l-1", "state": "Lit", "height": 3.5, "doorCode": SECRET, "notes": ["new"], "place": {"name": "Pier"}}


@pytest.fixture(scope="module")
def models(beacons: Load) -> ModuleType:
    return beacons("models")


def answer(**data: Any) -> dict[str, Any]:
    return {"data": data}


# --------------------------------------------------------------------------------------------------------------- sent


def test_a_request_is_a_document_with_its_variables(beacons: Load) -> None:
    """The facade posts the document, its name, and the variables that were given, to the endpoint itself."""
    caller = RecordingCaller(answer(lamp=LAMP))
    groups = beacons("facade").BeaconsGroups(caller)
    assert groups.lamps.get("l-1").place.name == "Pier"
    assert caller.request == {
        "method": "post",
        "url": "",
        "json": {
            "query": beacons("documents").DOCUMENTS["getLamp"],
            "operationName": "getLamp",
            "variables": {"id": "l-1"},
        },
    }
    assert caller.operation is beacons("operations").OPERATIONS["getLamp"]


def test_what_is_left_out_is_not_sent_and_none_is_null(beacons: Load, models: ModuleType) -> None:
    """UNSET is no variable at all; of an input model only the fields that were given go along."""
    caller = RecordingCaller(answer(light=None))
    lamps = beacons("facade").BeaconsGroups(caller).lamps
    assert lamps.light("l-1", password="p") is None
    assert caller.request["json"]["variables"] == {"id": "l-1", "password": "p"}
    lamps.light("l-1", password="p", how=models.Lighting(colours=["red"]))
    assert caller.request["json"]["variables"]["how"] == {"colours": ["red"]}
    lamps.light("l-1", password="p", how=None)
    assert caller.request["json"]["variables"]["how"] is None


def test_enums_are_sent_as_text(beacons: Load, models: ModuleType) -> None:
    """A listed value, one that came from the service, and bare text all become plain text."""
    caller = RecordingCaller(answer(lamps=None))
    lamps = beacons("facade").BeaconsGroups(caller).lamps
    for state in (models.LampState.DARK_FOR_NOW, models.LampState("DarkForNow"), "DarkForNow"):
        lamps.list(state=state)
        sent = caller.request["json"]["variables"]["state"]
        assert sent == "DarkForNow"
        assert type(sent) is str


def test_fragments_are_put_in_place(beacons: Load) -> None:
    """No document names a type but in its variables: many real names are not public."""
    for text in beacons("documents").DOCUMENTS.values():
        assert "fragment" not in text
        assert "...Lamp" not in text.replace(" ", "")
    assert "place {" in beacons("documents").DOCUMENTS["getLamp"]


# --------------------------------------------------------------------------------------------------------------- read


def test_sync_and_async_decode_the_same(beacons: Load) -> None:
    """Both worlds send the same request and return the same model."""
    one, other = RecordingCaller(answer(lamp=LAMP)), AsyncRecordingCaller(answer(lamp=LAMP))
    facade = beacons("facade")
    lamp = facade.BeaconsGroups(one).lamps.get("l-1")
    assert asyncio.run(facade.AsyncBeaconsGroups(other).lamps.get("l-1")) == lamp
    assert one.request == other.request


def test_an_unlisted_value_is_kept(beacons: Load) -> None:
    """An enum value that the spec does not list compares, prints, copies and goes back as the text that came."""
    state = beacons("decoders").get_lamp_state(answer(lamp={"state": "Flickering"}))
    assert state == "Flickering"
    assert state.name == "UNKNOWN"
    assert f"{state}" == "Flickering"
    assert copy.deepcopy(state) == pickle.loads(pickle.dumps(state)) == state
    lamp = beacons("decoders").get_lamp(answer(lamp={**LAMP, "state": "Flickering"}))
    assert lamp.to_dict()["state"] == "Flickering"


def test_a_listed_value_is_its_member(models: ModuleType) -> None:
    """Members have Python's names for constants, and are what the service says."""
    assert models.LampState("DarkForNow") is models.LampState.DARK_FOR_NOW
    with pytest.raises(ValueError, match="3"):
        models.LampState(3)


def test_an_unlisted_member_of_a_union_does_not_break_the_rest(beacons: Load, models: ModuleType) -> None:
    """A kind of object that the spec does not list keeps its name and its fields, among members that it does list."""
    keepers = [{"__typename": "Robot", "model": "R2"}, {"__typename": "Gull", "wings": 2}, None]
    crew = beacons("decoders").get_crew(answer(lamp={"id": "l-1", "__typename": "Lantern", "keepers": keepers}))
    robot, gull, nobody = crew.keepers
    assert (robot.typename__, robot.model) == ("Robot", "R2")
    assert (gull.typename__, gull.wings) == ("Gull", 2)
    assert nobody is None
    assert crew.typename__ == "Lantern"
    assert crew.to_dict()["keepers"][1] == {"__typename": "Gull", "wings": 2}


@pytest.mark.parametrize("lamp", [{}, dict.fromkeys(LAMP), {**LAMP, "notes": [None]}, {"id": 7, "new": 1}])
def test_nothing_is_demanded_of_an_answer(beacons: Load, lamp: dict[str, Any]) -> None:
    """Missing and null fields read as None, whatever the schema promises; a number for an id becomes text."""
    read = beacons("decoders").get_lamp(answer(lamp=lamp))
    assert read.place is None or read.place.name == "Pier"
    assert read.id in (None, "l-1", "7")


@pytest.mark.parametrize("data", [{}, {"lamp": None}, {"lamp": {}}, {"lamp": {"place": None}}])
def test_a_result_below_nothing_is_none(beacons: Load, data: dict[str, Any]) -> None:
    """Each step of the way to a result may be null."""
    assert beacons("decoders").get_place_of_lamp({"data": data}) is None


def test_partial_data_is_read(beacons: Load) -> None:
    """Errors beside the data do not hide what came."""
    payload = {"data": {"lamp": {**LAMP, "place": None}}, "errors": [{"path": ["lamp", "place"]}]}
    lamp = beacons("decoders").get_lamp(payload)
    assert lamp.place is None
    assert lamp.notes == ["new"]


@pytest.mark.parametrize("payload", [None, [], {}, {"data": None}, {"data": []}, {"data": {"lamp": 1}}])
def test_what_is_no_answer_is_named(beacons: Load, payload: Any) -> None:
    """An answer without data, or with something else in its place, is an error of its own."""
    error = importlib.import_module("beacon_clients.runtime").DecodeError
    with pytest.raises(error, match="get_lamp: cannot read"):
        beacons("decoders").get_lamp(payload)


def test_pages_are_relay_connections(beacons: Load) -> None:
    """A page has the nodes that are not null, the total, and the cursor if there is more."""
    connection = {
        "totalCount": 9,
        "pageInfo": {"hasNextPage": True, "endCursor": "c2"},
        "edges": [{"node": LAMP}, None, {"node": None}, {"node": {"id": "l-2"}}],
    }
    page = beacons("decoders").list_lamps(answer(lamps=connection))
    assert [lamp.id for lamp in page.items] == ["l-1", "l-2"]
    assert (page.total, page.next) == (9, "c2")
    connection["pageInfo"] = {"hasNextPage": False, "endCursor": "c2"}
    assert beacons("decoders").list_lamps(answer(lamps=connection)).next is None


@pytest.mark.parametrize("connection", [None, {}, {"edges": None, "pageInfo": None}])
def test_a_connection_that_is_not_there_is_an_empty_page(beacons: Load, connection: Any) -> None:
    """Null in place of a list is a list of nothing."""
    page = beacons("decoders").list_lamps(answer(lamps=connection))
    assert page.items == []
    assert page.next is None


# ------------------------------------------------------------------------------------------------------ never printed


def test_secrets_are_not_printed(beacons: Load, models: ModuleType) -> None:
    """Fields that the schema calls secret, and fields that it does not know, stay out of repr and of messages."""
    lamp = beacons("decoders").get_lamp(answer(lamp={**LAMP, "unlisted": SECRET}))
    assert lamp.door_code == SECRET
    how = models.Lighting(brightness=1, key=SECRET)
    assert how.to_dict()["key"] == SECRET
    assert SECRET not in f"{lamp!r} {lamp} {how!r} {how}"
    with pytest.raises(ValueError, match="cannot read") as caught:
        beacons("decoders").get_lamp(answer(lamp={**LAMP, "height": SECRET}))
    assert SECRET not in str(caught.value)
    assert SECRET not in str(caught.value.__cause__)


# ---------------------------------------------------------------------------------------------------------- the table


def test_the_table_knows_effect_null_and_paging(beacons: Load) -> None:
    """What the schema says of a root field, and the document of its list, stands in the operations table."""
    operations = beacons("operations").OPERATIONS
    light, listing = operations["lightLamp"], operations["listLamps"]
    assert (light.effect, light.root, light.null, light.errors) == ("once", "light", "failed", ("No Oil",))
    assert (light.method, light.path, light.call) == ("POST", "", "lamps.light")
    paging = listing.paging
    assert (paging.style, paging.place, paging.page_param, paging.size_param) == (
        "cursor",
        "variables",
        "after",
        "first",
    )
    assert (paging.items, paging.next, paging.usual) == (
        "data.lamps.edges.node",
        "data.lamps.pageInfo.endCursor",
        20,
    )
    assert beacons("operations").ERRORS["No Oil"].kind == "conflict"
    assert beacons("limits").limits() == {}


# ---------------------------------------------------------------------------------------------------------- as a whole


def test_the_package_and_its_use_are_strictly_typed(beacons_folder: Path, tmp_path: Path) -> None:
    """mypy --strict accepts every generated module, the ways to use them, and no misuse of them."""
    (tmp_path / "mypy.ini").write_text(MYPY, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(tmp_path / "mypy.ini")]
    done = subprocess.run(
        [*command, "--cache-dir", str(tmp_path / "cache"), "beacon_clients", str(DATA / "graphql" / "uses.py")],
        cwd=beacons_folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["", ".facade", ".operations", ".documents", ".models", ".decoders"])
def test_nothing_heavy_is_loaded_early(beacons_folder: Path, name: str) -> None:
    """Neither pydantic nor any model comes with the service, its facade or its table."""
    loaded = loaded_by(beacons_folder, f"import beacon_clients.beacons{name}")
    assert "pydantic" not in loaded
    assert not [module for module in loaded if module.startswith("beacon_clients.beacons.models.")]


def test_enums_come_without_pydantic(beacons_folder: Path) -> None:
    """Who only names a value does not wait for the models."""
    assert "pydantic" not in loaded_by(beacons_folder, "from beacon_clients.beacons.models import LampState")


def test_models_are_found_by_name(models: ModuleType) -> None:
    """The package of models gives what it lists, and names what it does not have."""
    assert {name: getattr(models, name).__name__ for name in models.__all__} == {name: name for name in models.__all__}
    assert set(models.__all__) <= set(dir(models))
    with pytest.raises(AttributeError, match="has no attribute 'Lantern'"):
        models.Lantern  # noqa: B018


def test_models_read_what_they_write(models: ModuleType) -> None:
    """The service's JSON survives a round trip, its unlisted fields too."""
    given = {**LAMP, "class": "A", "new": {"x": 1}}
    assert json.loads(json.dumps(models.Lamp.from_dict(given).to_dict())) == given
