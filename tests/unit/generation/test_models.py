"""Behaviour of generated models: what a service may send without breaking the rest of its answer."""

import copy
import datetime
import json
import pickle
from types import ModuleType
from typing import Any

import pytest

from unit.generation.made_up import Load

TASK = {"id": "t-1", "name": "survey", "status": 1}


def task(models: ModuleType, **fields: Any) -> Any:
    return models.Task.from_dict({**TASK, **fields})


# ------------------------------------------------------------------------------------------------------ open enums


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("TaskStatus", 9, "<TaskStatus.UNKNOWN: 9>"),
        ("TaskStatus", -7, "<TaskStatus.UNKNOWN: -7>"),
        ("Colour", "mauve", "<Colour.UNKNOWN: 'mauve'>"),
        ("Colour", "", "<Colour.UNKNOWN: ''>"),
        ("Signal", "weak", "<Signal.UNLISTED: 'weak'>"),
    ],
)
def test_an_unlisted_enum_value_is_kept(models: ModuleType, name: str, value: Any, shown: str) -> None:
    """A value that the spec does not list compares, hashes, prints and serialises as itself."""
    kind = getattr(models, name)
    member = kind(value)
    assert repr(member) == shown
    assert member == value
    assert hash(member) == hash(value)
    assert member.value == value
    assert str(member) == str(value)
    assert json.dumps(member) == json.dumps(value)
    assert member == kind(value)
    assert member != next(iter(kind))
    assert value not in [known.value for known in kind]


@pytest.mark.parametrize("value", [1, 9])
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_enum_values_survive_pickling_and_copying(models: ModuleType, value: int, protocol: int) -> None:
    """Listed and unlisted values come out of pickle and copy as the same type and value."""
    member = models.TaskStatus(value)
    for twin in (pickle.loads(pickle.dumps(member, protocol)), copy.copy(member), copy.deepcopy(member)):
        assert type(twin) is models.TaskStatus
        assert twin == value
        assert repr(twin) == repr(member)


@pytest.mark.parametrize(
    ("name", "value"), [("TaskStatus", "1"), ("TaskStatus", None), ("TaskStatus", 1.5), ("Colour", 3)]
)
def test_a_value_of_another_type_is_no_enum_value(models: ModuleType, name: str, value: Any) -> None:
    """An enum is open for values of its own type only."""
    with pytest.raises(ValueError, match="is not a valid"):
        getattr(models, name)(value)


def test_listed_values_are_singletons_in_the_order_of_the_spec(models: ModuleType) -> None:
    """Listed values are ordinary members with the spec's names."""
    assert models.TaskStatus(1) is models.TaskStatus.RUNNING
    assert [member.name for member in models.TaskStatus] == ["WAITING", "RUNNING", "FAILED"]


def test_an_unlisted_enum_value_survives_a_round_trip(models: ModuleType) -> None:
    """A model sends back the unlisted value that it got."""
    assert task(models, status=42, colour="mauve", signal="weak").to_dict() == {
        **TASK,
        "status": 42,
        "colour": "mauve",
        "signal": "weak",
    }


# ---------------------------------------------------------------------------------------------------- null and such

OPTIONAL = ["ownerToken", "colour", "class", "list", "count", "createdAt", "day", "uid", "points", "amount", "key"]
NULLABLE = ["signal", "endedAt", "first", "link", "anything"]


@pytest.mark.parametrize("name", OPTIONAL)
def test_null_in_an_optional_field_reads_as_left_out(models: ModuleType, traps: Load, name: str) -> None:
    """null where the spec does not allow it is taken for nothing, and is not sent back."""
    read = task(models, **{name: None})
    assert read == task(models)
    assert read.to_dict() == TASK


@pytest.mark.parametrize("name", NULLABLE)
def test_null_in_a_nullable_field_is_none(models: ModuleType, name: str) -> None:
    """null where the spec allows it is None, and is sent back as null."""
    assert task(models, **{name: None}).to_dict() == {**TASK, name: None}


def test_null_in_a_required_list_reads_as_an_empty_list(models: ModuleType) -> None:
    """A required list is a list, even if the service sends null."""
    assert models.Point.from_dict({"x": 1, "tags": None}).tags == []
    assert models.TaskPage.from_dict({"list": None}).list_ == []


@pytest.mark.parametrize("name", ["createdAt", "day", "uid"])
def test_an_empty_text_for_a_date_reads_as_left_out(models: ModuleType, name: str) -> None:
    """An empty text is the one bad date that is taken for nothing."""
    assert task(models, **{name: ""}) == task(models)


def test_an_empty_text_for_a_nullable_date_is_none(models: ModuleType) -> None:
    """Where null is allowed, an empty text is the same."""
    assert task(models, endedAt="").ended_at is None


@pytest.mark.parametrize("name", ["createdAt", "endedAt", "day"])
@pytest.mark.parametrize("value", ["soon", 1700000000, "2026-13-01T00:00:00Z"])
def test_a_bad_date_is_an_error(models: ModuleType, name: str, value: Any) -> None:
    """A date that cannot be read is not handed on as a text."""
    with pytest.raises((TypeError, ValueError)):
        task(models, **{name: value})


def test_dates_are_read_as_instants(models: ModuleType) -> None:
    """RFC 3339 times are aware datetimes."""
    read = task(models, createdAt="2026-01-31T10:00:00Z", endedAt="2026-01-31T18:00:00.5+08:00", day="2026-01-31")
    assert read.created_at == datetime.datetime(2026, 1, 31, 10, tzinfo=datetime.UTC)
    assert read.ended_at - read.created_at == datetime.timedelta(seconds=0.5)
    assert read.day == datetime.date(2026, 1, 31)


def test_unknown_fields_survive_a_round_trip(models: ModuleType) -> None:
    """What the spec does not know is kept and sent back, null included."""
    extra = {"brandNew": {"a": [1, None]}, "nothing": None}
    read = task(models, **extra)
    assert read.additional_properties == extra
    assert read.to_dict() == {**TASK, **extra}


def test_a_missing_required_key_is_an_error(models: ModuleType) -> None:
    """What the spec calls required must be there."""
    with pytest.raises(KeyError, match="name"):
        models.Task.from_dict({"id": "t-1", "status": 1})


@pytest.mark.parametrize(("value", "kind"), [(5, int), ("5", str)])
def test_a_union_of_plain_types_keeps_the_value(models: ModuleType, value: Any, kind: type) -> None:
    """Number or text: whichever came."""
    assert type(task(models, amount=value).amount) is kind


# -------------------------------------------------------------------------------------------------------- UNSET


def test_models_without_optional_fields_survive_pickling_and_copying(models: ModuleType, traps: Load) -> None:
    """UNSET is one object in the whole process, so that a copied model still leaves out what was left out."""
    unset = traps("types").UNSET
    assert repr(unset) == "UNSET"
    assert not unset
    for twin in (pickle.loads(pickle.dumps(task(models))), copy.deepcopy(task(models)), copy.copy(task(models))):
        assert twin.count is unset
        assert twin.to_dict() == TASK


# -------------------------------------------------------------------------------------------------------- secrets


def test_secrets_are_not_printed(models: ModuleType) -> None:
    """`format: password` and `x-secret`, on the property, behind a $ref, in a base or beside null, stay out of repr."""
    secrets = {"ownerToken": "canary-a", "key": "canary-b", "link": "canary-c", "newSecret": "canary-d"}
    read = task(models, **secrets)
    assert (read.owner_token, read.key, read.link) == ("canary-a", "canary-b", "canary-c")
    assert "canary" not in repr(read)
    assert "survey" in repr(read)
    assert "canary" not in repr(models.TaskAnswer.from_dict({"data": {**TASK, **secrets}}))
    assert read.to_dict() == {**TASK, **secrets}


def test_unknown_fields_are_printed_beside_no_secret(models: ModuleType) -> None:
    """A model without secrets shows all that it has."""
    assert "brandNew" in repr(models.Point.from_dict({"x": 1, "tags": [], "brandNew": 3}))


# --------------------------------------------------------------------------------------------------------- unions


def test_a_constant_chooses_the_member_of_a_union(models: ModuleType) -> None:
    """A union whose members differ in a constant is read by it, and the chosen member's own fault is reported."""
    read = models.Point.from_dict({"x": 0, "tags": [], "shapes": [{"kind": "square", "side": 2}]})
    assert read.shapes == [models.Square(kind="square", side=2)]
    with pytest.raises(KeyError, match="radius"):
        models.Point.from_dict({"x": 0, "tags": [], "shapes": [{"kind": "circle", "side": 2}]})


def test_an_unknown_constant_is_named_with_the_known_ones(models: ModuleType) -> None:
    """Without a member for the rest, the error says what came and what is known."""
    with pytest.raises(ValueError, match="kind is 'blob', which is none of 'circle', 'square'"):
        models.Point.from_dict({"x": 0, "tags": [], "shapes": [{"kind": "blob"}]})


@pytest.mark.parametrize(("method", "name"), [("go_to", "GoTo"), ("land", "Land"), ("dance", "AnyCommand")])
def test_a_mapping_chooses_the_member_of_a_union(models: ModuleType, method: str, name: str) -> None:
    """A declared discriminator chooses, not the order of the members; an unmapped member takes the rest."""
    read = models.Reply.from_dict({"command": {"method": method, "height": 3}})
    assert type(read.command).__name__ == name
    assert read.to_dict() == {"command": {"method": method, "height": 3}}


@pytest.mark.parametrize("value", ["circle", [1], 7])
def test_a_union_of_objects_wants_an_object(models: ModuleType, value: Any) -> None:
    """Something else is an error that says so."""
    with pytest.raises(TypeError, match="an object with kind was expected"):
        models.Reply.from_dict({"command": {"method": "land"}, "shape": value})


def test_null_in_an_optional_union_reads_as_left_out(models: ModuleType) -> None:
    """A union is no exception to the rule on null."""
    plain = {"command": {"method": "land"}}
    assert models.Reply.from_dict({**plain, "shape": None}).to_dict() == plain
