"""Parameters of real-scene 3D tasks."""

from typing import Any

import pytest

from skybind.errors import UsageError
from skybind.koomap.modeling import Modeling
from skybind.koomap.reconstruction import Wanted
from skybind_clients.koomap.models import ModelingType


def test_the_defaults_are_the_services() -> None:
    """Nothing said is what the manual says the service takes; numbers go as text."""
    assert Modeling().params().to_dict() == {
        "accuracy": "High",
        "key_point_limit": "40000",
        "tie_point_limit": "4000",
        "mesh_accuracy": "0",
    }


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"key_points": 999}, "1000 to 1000000"),
        ({"key_points": True}, "1000 to 1000000"),
        ({"tie_points": 100_001}, "100 to 100000"),
        ({"mesh": "best"}, "high, medium or low"),
        ({"accuracy": "highest"}, "Highest, High"),
    ],
)
def test_what_is_beyond_the_limits_is_refused(wrong: dict[str, Any], words: str) -> None:
    """A number or word that the manual does not allow is refused, with what it allows."""
    with pytest.raises(UsageError) as refused:
        Modeling(**wrong)
    assert words in refused.value.advice


def test_the_same_wish_has_the_same_name() -> None:
    """A task that is wanted again is found by its name; another wish has another name."""
    wish = Wanted("folder", ModelingType.NERF, modeling=Modeling(mesh="low"))
    assert wish.task_name == Wanted("folder", ModelingType.NERF, modeling=Modeling(mesh="low")).task_name
    others = [
        Wanted("folder"),
        Wanted("other", ModelingType.NERF),
        Wanted("folder", ModelingType.NERF, controlled=True),
    ]
    assert len({wish.task_name, *(other.task_name for other in others)}) == 4
    assert Wanted("folder", name="block_7").task_name == "block_7"
    assert wish.task_name.replace("_", "").isalnum()
