"""The life cycles of FlightHub held to their purpose: a service that does not keep what it says fails them.

Its objects have other parts than the planted faults of all services know: no names, no changes, resources that are told
of after their end.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from harness.contract.contract import EVERYWHERE
from harness.contract.documents import read_document
from harness.contract.flighthub import CONTRACT
from harness.contract.flighthub.account import emulate
from harness.contract.flighthub.life_cycles import ResourceLives
from harness.contract.flighthub.manners import SPECIFICATION
from harness.contract.flighthub.placing import placed
from harness.contract.notes import disregard
from harness.contract.stage import Stage
from harness.contract.terms import answer_terms
from harness.contract.witness import Witness
from harness.contract.world import World
from skybind.errors import SkybindError

Handler = Callable[[Any], Any]


def forgets(_genuine: Handler, _call: Any) -> Any:
    """Says yes, and does nothing."""


def counts_one_less(genuine: Handler, call: Any) -> Any:
    answer = genuine(call)
    return {**answer, "file_name_list": answer["file_name_list"][1:]}


def starts_one(genuine: Handler, call: Any) -> Any:
    """A second start gives the model of the first."""
    starts_one.kept = getattr(starts_one, "kept", None) or genuine(call)  # type: ignore[attr-defined]
    return starts_one.kept  # type: ignore[attr-defined]


def put_wrong(application: Any, operation: str, fault: Callable[[Handler, Any], Any]) -> None:
    genuine = application._handlers[operation]
    application._handlers = {**application._handlers, operation: lambda call: fault(genuine, call)}


@pytest.mark.parametrize(
    ("operation", "fault"),
    [
        ("deleteModel", forgets),
        ("deleteResource", forgets),
        ("stopReconstruction", forgets),
        ("uploadCallback", counts_one_less),
        ("startReconstructions", starts_one),
    ],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_a_service_that_keeps_nothing_fails(
    tmp_path: Path, operation: str, fault: Callable[[Handler, Any], Any]
) -> None:
    """Each of these faults shows in a short life, which passes without it."""
    for planted in (False, True):
        with emulate(tmp_path / f"{planted}") as world:
            application = world.app
            disregard(application)
            if planted:
                put_wrong(application, operation, fault)
            with world.client() as client:
                life = ResourceLives.over(client, world.known, ())()
                if planted:
                    with pytest.raises(AssertionError):
                        life.short_life()
                else:
                    life.short_life()


@pytest.mark.parametrize(("code", "body_is_well"), [(200404, True), (0, False)])
def test_the_witness_reads_refusals_with_200(tmp_path: Path, code: int, body_is_well: bool) -> None:
    """An answer with HTTP 200 and no data is as specified if its code is a refusal's, and a breach if it is 0."""
    with emulate(tmp_path) as world:
        application = world.app
        disregard(application)
        world.app = witness = Witness(placed(read_document(SPECIFICATION)), application)
        application._dialect.wrap = lambda _payload: {"code": code, "message": "planted"}
        with world.client() as client, pytest.raises(SkybindError):
            client.stores.obtain_token()
        assert (witness.breaches == []) is body_is_well


def test_secrets_of_answers_are_known() -> None:
    """What stands beside refusals is still told to be a secret, so that no snapshot shows it."""
    answer = answer_terms(CONTRACT.document, CONTRACT.operations["obtainToken"].node)
    secrets = ("access_key_id", "secret_access_key", "session_token", "callback_param")
    assert [name for name in secrets if not answer.field("data").field(name).secret] == []
    assert not answer.field("data").field("region").secret


def test_a_walk_along_links_finds_what_is_used_after_its_end(tmp_path: Path) -> None:
    """A model that can be read after it was deleted is noticed, though FlightHub says that it is gone with HTTP 200."""
    stage = Stage(CONTRACT, live=False)
    stage.hunted = True
    folders = (tmp_path / str(number) for number in itertools.count())

    @contextmanager
    def opens() -> Iterator[World]:
        with emulate(next(folders)) as world:
            disregard(world.app)
            put_wrong(world.app, "deleteModel", forgets)
            yield world

    with stage.opened(opens), pytest.raises(BaseException, match="succeeded on what was deleted"):
        stage.walk_links(EVERYWHERE)
