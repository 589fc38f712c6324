"""Faults, each of which breaks one invariant, with the check that must notice it.

A pytest plugin (``-p put_in``) that puts each fault in for its own check, and keeps what the check says of it. Programs
that a check starts get the fault too, by a ``sitecustomize.py`` that :func:`for_programs` writes.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

NAME, REPORT = "PUT_IN_FAULT", "PUT_IN_REPORT"
Replace = Callable[[Any, str, Any], None]


@dataclass(frozen=True)
class Fault:
    """A fault.

    Attributes:
        invariant: Its number in the architecture.
        check: Node id of the test that must fail.
        says: Part of what it says then.
        put_in: Replaces what has to be replaced.
        reaches_programs: Whether it is also put into programs that the check starts.
    """

    invariant: int
    check: str
    says: str
    put_in: Callable[[Replace], None]
    reaches_programs: bool = False


def physical_is_sent_again(replace: Replace) -> None:
    """Retry what moves a machine like what may be repeated."""
    from skybind.wire import conversation

    decide = conversation.decide
    replace(conversation, "decide", lambda _effect, *args, **more: decide("idempotent", *args, **more))


def unknown_is_taken_for_harmless(replace: Replace) -> None:
    """Say of every lost answer that it may be asked for again."""
    from skybind import errors
    from skybind.wire import conversation

    replace(conversation, "OutcomeUnknown", errors.AnswerLost)


def the_ledger_forgets(replace: Replace) -> None:
    """Do not remember what was confirmed, nor look at what the service has."""
    from skybind.terra.flights import _Reconciliation
    from skybind.transfers.ledger import Ledger

    confirmed = Ledger.confirmed
    replace(Ledger, "confirmed", lambda ledger, _key: confirmed(ledger, "of another flight"))
    replace(_Reconciliation, "_adopt", lambda *_args: None)


def files_get_their_names_unchecked(replace: Replace) -> None:
    """Rename a download without comparing digests."""
    from skybind.transfers import fetching
    from skybind.transfers.digests import Nothing

    replace(fetching, "digest_for", lambda _told: Nothing())


def a_wait_returns_nothing(replace: Replace) -> None:
    """Return None when time has run out."""
    from skybind import errors, jobs

    wait = jobs.Job.wait

    def patient(job: jobs.Job[Any], timeout: float | None = None, **more: Any) -> Any:
        try:
            return wait(job, timeout, **more)
        except errors.DeadlineExceeded:
            return None

    replace(jobs.Job, "wait", patient)


def a_pause_outlives_the_deadline(replace: Replace) -> None:
    """Pause as the schedule says, whatever time is left."""
    from skybind import jobs

    begin = jobs.course

    def course(schedule: jobs.Schedule, seconds: float | None, monotonic: Callable[[], float]) -> Any:
        steps = begin(schedule, seconds, monotonic)
        step = next(steps)
        while True:
            answer = yield jobs.Pause(schedule.longest) if isinstance(step, jobs.Pause) else step
            try:
                step = steps.send(answer)
            except StopIteration as end:
                return end.value

    replace(jobs, "course", course)


def signatures_are_logged(replace: Replace) -> None:
    """Log the headers of a request."""
    from skybind.wire import transport

    sign = transport._Signing._sign

    def talkative(signing: Any, request: Any) -> None:
        sign(signing, request)
        logging.getLogger("skybind.wire").debug("sent %s", dict(request.headers))

    replace(transport._Signing, "_sign", talkative)


def tokens_hold_keys(replace: Replace) -> None:
    """Put the secret key into resume tokens, so that they work without credentials."""
    from skybind.terra.settings import TerraSettings
    from skybind.tokens import write_token

    def token(settings: TerraSettings, job: str) -> str:
        return write_token("terra", {"j": job, "region": settings.region, "k": settings.dialect.secret_key})

    replace(TerraSettings, "job_token", token)


def whole_files_are_read(replace: Replace) -> None:
    """Read a photo in one piece."""
    from skybind.transfers import stores

    replace(stores, "BLOCK", 1 << 40)


def generated_code_was_edited(replace: Replace) -> None:
    """Have one line in the generated tree that the specs do not make."""
    import generate

    compare = generate.compare

    def edited(fresh: Path, present: Path) -> Any:
        with (fresh / "runtime.py").open("a") as file:
            file.write("# by hand\n")
        return compare(fresh, present)

    replace(generate, "compare", edited)


def a_method_calls_another_operation(replace: Replace) -> None:
    """Make a copy by making a new job."""
    from skybind_clients.terra.facade import Jobs

    replace(Jobs, "copy", lambda jobs, _uuid, *, name: jobs.create(name=name))


def a_method_is_missing(replace: Replace) -> None:
    """Leave an operation out of the async client."""
    from skybind_clients.terra.facade import AsyncJobs

    replace(AsyncJobs, "stop", None)


_GUARDS, _OVERLAY = "tests/unit/guards", "tests/unit/overlay"
FAULTS = [
    Fault(1, "tests/faults/test_at_most_once.py::test_sync_arrivals", "arrived == 1", physical_is_sent_again),
    Fault(1, "tests/faults/test_at_most_once.py::test_async_arrivals", "OutcomeUnknown", unknown_is_taken_for_harmless),
    Fault(2, "tests/faults/test_killed.py::test_what_is_confirmed_is_never_sent_again", "assert [1, 1] == [1]",
          the_ledger_forgets, reaches_programs=True),
    Fault(2, f"{_OVERLAY}/test_download.py::test_a_wrong_digest_is_no_file[headers0]", "DID NOT RAISE",
          files_get_their_names_unchecked),
    Fault(3, f"{_OVERLAY}/test_jobs.py::test_no_deadline_is_outlived_and_no_wait_returns_nothing", "'NoneType'",
          a_wait_returns_nothing),
    Fault(3, f"{_OVERLAY}/test_jobs.py::test_a_wait_that_runs_out[sync-60]", "assert",
          a_pause_outlives_the_deadline),
    Fault(4, f"{_GUARDS}/test_every_operation.py::test_every_operation_comes_through[async-terra]",
          "signature of a request in the log of skybind.wire", signatures_are_logged),
    Fault(4, f"{_GUARDS}/test_canary.py::test_secrets_of_this_suite_are_known", "secret_key in a resume token",
          tokens_hold_keys),
    Fault(5, f"{_GUARDS}/test_client_memory.py::test_memory_does_not_grow_with_files[upload]", "large - small",
          whole_files_are_read, reaches_programs=True),
    Fault(6, "tests/unit/generation/test_command.py::test_what_is_committed_is_what_the_specs_make",
          "changed runtime.py", generated_code_was_edited),
    Fault(7, f"{_GUARDS}/test_every_operation.py::test_every_operation_comes_through[sync-terra]", "copyJob",
          a_method_calls_another_operation),
    Fault(7, f"{_GUARDS}/test_every_operation.py::test_every_operation_is_a_method_of_both_clients[terra]", "stopJob",
          a_method_is_missing),
]  # fmt: skip


def for_programs(folder: Path) -> None:
    """Write what puts a fault into every Python program that has ``folder`` on its path."""
    code = f"import sys; sys.path.append({str(Path(__file__).parent)!r}); import put_in; put_in.into_this_program()\n"
    (folder / "sitecustomize.py").write_text(code)


def into_this_program() -> None:
    """Put the fault in that the environment names."""
    for fault in FAULTS:
        if fault.put_in.__name__ == os.environ.get(NAME):
            fault.put_in(setattr)


# ------------------------------------------------------------------------------------------------------ the plugin


@pytest.fixture(autouse=True)
def _fault_of_this_check(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for fault in FAULTS:
        if fault.check == request.node.nodeid:
            fault.put_in(monkeypatch.setattr)
            if fault.reaches_programs:
                folder = tmp_path_factory.mktemp("fault")
                for_programs(folder)
                monkeypatch.setenv(NAME, fault.put_in.__name__)
                monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *filter(None, sys.path)]))


class _Said:
    """What each check said."""

    def __init__(self) -> None:
        self.outcomes: dict[str, dict[str, str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            self.outcomes[report.nodeid] = {"outcome": report.outcome, "said": report.longreprtext}


def pytest_configure(config: pytest.Config) -> None:
    """Listen to what checks say."""
    config.pluginmanager.register(_Said(), "said")


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Hand over what checks have said."""
    yield
    said = session.config.pluginmanager.getplugin("said")
    Path(os.environ[REPORT]).write_text(json.dumps(said.outcomes))
