"""Uploads in every order that hypothesis can think of, and the machine held to its own purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import format_exception
from typing import Any

import hypothesis
import pytest
from hypothesis.stateful import run_state_machine_as_test

from contract.altizure.upload_lives import UploadLives
from harness.contract.preloading import load_everything
from harness.emulation import settings_of
from harness.thorough import THOROUGH, of
from skybind import Options
from skybind.altizure import Altizure
from skybind_emulators import Settings, start
from skybind_emulators.altizure.intake import Intake
from skybind_emulators.settings import AltizureRules

load_everything()

LIVES, RULES = 25, 30


def settings(lives: int, *, hunted: bool = False) -> hypothesis.settings:
    """So many lives of so many rules, the same each time; a fault that is known to be there is not made small."""
    return hypothesis.settings(
        max_examples=lives,
        stateful_step_count=RULES,
        phases=[hypothesis.Phase.generate, *(() if hunted else [hypothesis.Phase.shrink])],
        derandomize=True,
        deadline=None,
        database=None,
        print_blob=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[type[UploadLives]]:
    """The machine over emulators of its own. Tokens live long, as years pass; nothing is sent twice."""
    rules = AltizureRules(user_token_lifetime_s=1e12)
    with start(Settings(services=("altizure",), altizure=rules)) as running:
        given = settings_of(running, "altizure")
        with Altizure(**given, state=tmp_path / "state", options=Options(retries=0)) as client:
            yield UploadLives.over(client, running)


def test_images_live_as_their_model_says(machine: type[UploadLives]) -> None:
    """Whatever is done to images, in whatever order, each is in the state that the public pages give it."""
    run_state_machine_as_test(machine, settings=settings(of(LIVES)))


def forgets_the_65_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Images wait for ever."""
    genuine = Intake.__init__

    def patient(self: Intake, *given: Any, rules: AltizureRules, **more: Any) -> None:
        genuine(self, *given, rules=AltizureRules(stale_s=1e12, user_token_lifetime_s=1e12), **more)

    monkeypatch.setattr(Intake, "__init__", patient)


def believes_every_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was never announced is taken for sent."""
    genuine = Intake.done

    def done(self: Intake, file: Any) -> bool:
        file.started = True
        return genuine(self, file)

    monkeypatch.setattr(Intake, "done", done)


def makes_a_second_image(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same content is another image each time."""
    monkeypatch.setattr(Intake, "_known", lambda *_: None)


def checks_no_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Damaged bytes pass."""
    import skybind_emulators.altizure.intake as module

    genuine = module.Order

    def order(*given: Any) -> Any:
        return genuine(*given[:5], None, *given[6:])

    monkeypatch.setattr(module, "Order", order)


#: What is wrong, a rule in which it shows at once, and what the machine must say of it.
PLANTS: dict[Callable[[pytest.MonkeyPatch], None], tuple[Callable[[UploadLives], None], str]] = {
    forgets_the_65_minutes: (lambda lives: lives.pass_time(68), "assert shown == kept"),
    believes_every_done: (lambda lives: lives.done(0), "should have been refused with ServiceError"),
    makes_a_second_image: (
        lambda lives: lives.register(0, 0, "OSS"),
        "assert (image.id, image.filename) == (before.id, before.filename)",
    ),
    checks_no_digest: (lambda lives: lives.send(0, damaged=True), "assert shown == kept"),
}


def begun(machine: type[UploadLives]) -> UploadLives:
    """A life with a project and an image at each cloud."""
    lives = machine()
    lives.begin()
    return lives


def hunt(machine: type[UploadLives]) -> None:
    """Look for a fault that is known to be there."""
    run_state_machine_as_test(machine, settings=settings(LIVES * 3, hunted=True))


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_without_a_fault_nothing_is_caught(plant: Callable[..., None], machine: type[UploadLives]) -> None:
    """The same rules hold where nothing is wrong."""
    rule, _ = PLANTS[plant]
    rule(begun(machine))


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_caught(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """An emulator that is wrong on purpose is told from one that is right, and for what is wrong.

    A thorough run leaves it to hypothesis to come upon the rule.
    """
    plant(monkeypatch)
    rule, words = PLANTS[plant]
    machine: type[UploadLives] = request.getfixturevalue("machine")
    with pytest.raises((AssertionError, BaseExceptionGroup)) as caught:
        hunt(machine) if THOROUGH else rule(begun(machine))
    assert words in "".join(format_exception(caught.value))
