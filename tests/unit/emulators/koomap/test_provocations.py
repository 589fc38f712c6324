"""Every code that an operation of this half lists is really produced, or there is a reason why it is not."""

import re
from typing import Any

import pytest
from attrs import evolve

from skybind_emulators.koomap.mistakes import code_of
from skybind_emulators.spec import Operation, load
from skybind_emulators.validation import Invalid
from unit.emulators.koomap.harness import KooMap, MakeKooMap, specification_check
from unit.emulators.koomap.provocations import ELSEWHERE, NOBODY, OPERATIONS, ORDERED_ONLY, PROVOKED, Provoke


@pytest.mark.parametrize(
    ("code", "operation", "provoke", "choices"),
    PROVOKED,
    ids=[f"{code}-{operation}" for code, operation, *_ in PROVOKED],
)
def test_the_code_is_produced(
    make_koomap: MakeKooMap, code: str, operation: str, provoke: Provoke, choices: dict[str, Any]
) -> None:
    """The answer has the code, a status that is documented for it, and comes from the operation that lists it."""
    specification = specification_check()
    response = provoke(make_koomap(**choices))
    assert response.json()["error_code"] == code
    assert response.status_code in specification.statuses[code]
    node = specification.node(response.request.method, response.request.url.path)
    assert code == "APIGW.0101" or node["operationId"] == operation
    assert code in specification.node(*OPERATIONS[operation])["x-errors"]


def test_no_code_is_forgotten() -> None:
    """What the operations list is provoked here or elsewhere, or has its reason."""
    listed = {code for method, path in OPERATIONS.values() for code in _codes(method, path)}
    provoked = {code for code, *_ in PROVOKED}
    assert listed - provoked - ELSEWHERE - set(ORDERED_ONLY) == set()
    assert set(ORDERED_ONLY) & (provoked | ELSEWHERE) == set()
    assert (provoked | ELSEWHERE | set(ORDERED_ONLY)) - listed == set()


def _codes(method: str, path: str) -> list[str]:
    codes: list[str] = specification_check().node(method, path)["x-errors"]
    return codes


@pytest.mark.parametrize("operation", load("koomap").operations.values(), ids=lambda operation: operation.id)
def test_any_listed_code_can_be_ordered(koomap: KooMap, operation: Operation) -> None:
    """A refuse fault answers with each code that the operation lists, in the service's own text, before any work.

    This is of all operations, those of the real-scene 3D half too.
    """
    path = re.sub(r"\{\w+\}", NOBODY, operation.path)
    for code in operation.codes:
        koomap.faults.add(f"koomap.{operation.id}", "refuse", count=1, code=code)
        response = koomap.send(operation.method, path)
        known = load("koomap").errors[code]
        assert (response.status_code, response.json()["error_code"]) == (known.status, code)
        assert response.json()["error_msg"] == known.message


def test_a_code_that_the_operation_does_not_list_gives_way() -> None:
    """The most telling code is answered only where the operation lists it, else the general one of its part."""
    operation = load("koomap").operations["createTask"]
    error = Invalid("task_name: missing", ("body", "task_name"), "required")
    assert code_of(error, operation) == "KMP.00051020"
    assert code_of(error, evolve(operation, codes=("KMP.00051076",))) == "KMP.00051076"


def test_a_code_that_is_not_listed_cannot_be_ordered(koomap: KooMap) -> None:
    """It is refused with its name when it is asked for; a whole service takes what one of its operations lists."""
    with pytest.raises(ValueError, match=r"KMP\.00021004"):
        koomap.faults.add("koomap.createTask", "refuse", code="KMP.00021004")
    koomap.faults.add("koomap.*", "refuse", code="KMP.00021007")
    assert koomap.send("GET", "/v1/workspaces").status_code == 200
    assert koomap.refused("GET", "/v1/real3d/products") == (401, "KMP.00021007")
