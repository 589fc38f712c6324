"""The tree of errors."""

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from skybind import errors
from skybind.errors import NotFound, SkybindError
from unit.overlay.probing import fail

MADE: list[SkybindError] = [
    errors.CredentialsMissing("no key", advice="set it"),
    NotFound(
        "no job", service="terra", status=404, code=102114, request_id="r-1", attempt=3, body=b"x", retry_after=2.0
    ),
    errors.OutcomeUnknown("lost", operation="createJob", attempt=2, token="sb1.x"),
    errors.DecodeError("what?", operation="getJob", body=b"<html>"),
    errors.DeadlineExceeded("60 s", token="sb1.x"),
    errors.JobStopped("stopped", job_id="uuid-1", service_message="by hand", token="sb1.x"),
    errors.UploadIncomplete("1 of 2", failed={"a.jpg": "unreadable"}, advice="again"),
    errors.LedgerError("full"),
]


def test_the_tree_of_errors_is_the_one_that_is_drawn() -> None:
    """Each name of the drawing is a class, below the one that it hangs from; nothing public is missing from it."""
    drawing = (errors.__doc__ or "").split("::", 1)[1]
    parents: list[tuple[int, type[BaseException]]] = []
    drawn: set[str] = set()
    for line in drawing.splitlines():
        name = line.strip("│├└─ ").split(" ")[0]
        if not name or not hasattr(errors, name):
            continue
        depth = len(line) - len(line.lstrip("│├└─ "))
        kind = getattr(errors, name)
        parents = [(at, parent) for at, parent in parents if at < depth]
        if parents:
            assert parents[-1][1] in kind.__mro__[1:]
        parents.append((depth, kind))
        drawn.add(name)
    assert drawn == set(errors.__all__)


def test_errors_say_which_attempt_and_request() -> None:
    """The text of a refusal has status, code, request id and, beyond the first, the attempt."""
    error = NotFound("no job", service="terra", status=404, code=102114, request_id="r-1", attempt=3, body=b"x")
    assert str(error) == "no job (HTTP 404, code 102114, request r-1, attempt 3)"
    assert str(NotFound("no job", service="terra", status=404)) == "no job (HTTP 404)"
    assert isinstance(errors.DeadlineExceeded("x"), TimeoutError)
    assert isinstance(errors.UsageError("x"), ValueError)


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_errors_survive_copies_and_pickles(error: SkybindError) -> None:
    """What a worker process raises arrives with all that it says, of the same class."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)
        assert twin.args == error.args


def test_errors_come_out_of_a_pool_of_processes() -> None:
    """A pool does not break over an error of ours."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool, pytest.raises(NotFound) as caught:
        pool.submit(fail, MADE[1]).result(timeout=30)
    assert caught.value.code == 102114
