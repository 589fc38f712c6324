import pytest

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Fault
from skybind_emulators.identity import Identities
from skybind_emulators.settings import Settings, TerraRules
from skybind_emulators.speed import Speed, parse_speed


@pytest.mark.parametrize(
    ("text", "speed"),
    [
        ("instant", Speed("instant")),
        ("polls:3", Speed("polls", 3)),
        ("time:60", Speed("time", 0, 60.0)),
        ("time:0.5", Speed("time", 0, 0.5)),
    ],
)
def test_three_speeds_are_known(text: str, speed: Speed) -> None:
    """Each form of a speed gives its rule and number."""
    assert parse_speed(text) == speed


@pytest.mark.parametrize(
    "text", ["", "fast", "polls", "polls:0", "polls:-1", "polls:1.5", "time:0", "time:x", "instant:1"]
)
def test_other_speeds_are_refused(text: str) -> None:
    """What is no speed is refused with a text that lists the forms."""
    with pytest.raises(ValueError, match="instant, polls:N"):
        Settings(speed=text)


@pytest.mark.parametrize(
    "wrong", [{"port": -1}, {"port": 65536}, {"storage_port": 70000}, {"region": "eu"}, {"faults": ["terra.getJob"]}]
)
def test_wrong_settings_are_refused(wrong: dict[str, object]) -> None:
    """A choice that cannot be meant is refused when it is made."""
    with pytest.raises(ValueError):
        Settings(**wrong)  # type: ignore[arg-type]


def test_rules_take_two_answers_to_a_repeated_callback() -> None:
    """`repeat_callback` is one of two words."""
    assert TerraRules(repeat_callback="duplicate").repeat_callback == "duplicate"
    with pytest.raises(ValueError):
        TerraRules(repeat_callback="twice")  # type: ignore[arg-type]


def test_faults_may_be_given_as_text() -> None:
    """Settings read the text form of faults."""
    assert Settings(faults=["terra.getJob:drop:1"]).faults == (Fault("terra.getJob", "drop", 1),)


def test_the_same_seed_gives_the_same_ids() -> None:
    """Ids and keys depend on seed and name only, and are well formed."""
    first, again, other = Identities(1, "x"), Identities(1, "x"), Identities(2, "x")
    ids = [first.uuid() for _ in range(3)]
    assert ids == [again.uuid() for _ in range(3)]
    assert len(set(ids)) == 3
    assert ids[0] != other.uuid()
    assert all(len(one) == 36 and one[14] == "4" for one in ids)
    assert first.text(40) == again.text(40)
    assert len(first.text(40)) == 40


def test_a_clock_has_wall_service_and_simulated_time() -> None:
    """Scale speeds up simulated time only; advancing moves service and simulated time, not the wall clock."""
    at = [1000.0]
    clock = SimulatedClock(60, wall=lambda: at[0])
    at[0] += 2
    assert (clock.wall(), clock.now(), clock.simulated()) == (1002, 1002, 120)
    clock.advance(30)
    assert (clock.wall(), clock.now(), clock.simulated()) == (1002, 1032, 150)


def test_time_does_not_go_back() -> None:
    """A clock refuses negative steps and scales that stand still."""
    with pytest.raises(ValueError):
        SimulatedClock().advance(-1)
    with pytest.raises(ValueError):
        SimulatedClock(0)
