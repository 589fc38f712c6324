"""What becomes of a flight whose step did not go through."""

from __future__ import annotations

import pytest

from skybind import errors
from skybind.fleet.troubles import BUSY, MOST_TRIES, Verdict, verdict

STOP = Verdict(None)
SOON = Verdict(15.0)
TABLE = [
    (errors.UsageError("x"), STOP),
    (errors.CredentialsMissing("x"), STOP),
    (errors.PhotosRefused("x", findings=(), failed={}), STOP),
    (errors.AuthenticationFailed("x", service="terra", status=400), STOP),
    (errors.TokenRefused("x", service="terra", status=400), STOP),
    (errors.PermissionDenied("x", service="terra", status=400), STOP),
    (errors.QuotaExceeded("x", service="terra", status=400), STOP),
    (errors.BadRequest("x", service="terra", status=400), STOP),
    (errors.NotFound("x", service="terra", status=400), STOP),
    (errors.OutcomeUnknown("x"), STOP),
    (errors.JobFailed("x", job_id="j"), STOP),
    (errors.JobStopped("x", job_id="j"), STOP),
    (ZeroDivisionError("x"), STOP),  # our own fault: the same again ends the same
    (errors.ActionNeeded("x"), Verdict(None, held=True)),
    (errors.LedgerBusy("x"), Verdict(BUSY, counts=False)),
    (errors.JobLimit("x", service="terra", status=400), Verdict(BUSY, counts=False)),
    (errors.Throttled("x", service="terra", status=429, retry_after=70.0), Verdict(70.0, counts=False)),
    (errors.Throttled("x", service="terra", status=400), SOON),
    (errors.Conflict("x", service="terra", status=400), SOON),
    (errors.ServerError("x", service="terra", status=400), SOON),
    (errors.NotSent("x"), SOON),
    (errors.AnswerLost("x"), SOON),
    (errors.DecodeError("x", operation="o", body=b""), SOON),
    (errors.DeadlineExceeded("x"), SOON),
    (errors.UploadIncomplete("x", failed={}), SOON),
    (errors.DownloadIncomplete("x", failed={}), SOON),
    (errors.IntegrityError("x"), SOON),
    (errors.LedgerError("x"), SOON),
]


@pytest.mark.parametrize(("error", "expected"), TABLE, ids=lambda one: type(one).__name__)
def test_verdicts(error: BaseException, expected: Verdict) -> None:
    """What can help itself is tried again; what costs money, or needs somebody, is not."""
    assert verdict(error, 0) == expected


def test_pauses_grow_and_end() -> None:
    """They double up to half an hour; then it is given up. Turns that are waited for never end it."""
    error = errors.ServerError("x", service="terra", status=400)
    pauses = [verdict(error, tries).pause for tries in range(MOST_TRIES)]
    assert pauses == [15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 960.0, 1800.0, 1800.0, None]
    assert verdict(errors.LedgerBusy("x"), 1000).pause == BUSY


def test_a_question_about_a_job_fails_no_job() -> None:
    """The job goes on while nobody answers; pages that cannot be read have an end, as a wrong specification has."""
    for error in (errors.NotSent("x"), errors.ServerError("x", service="terra", status=502)):
        assert verdict(error, 0, asking=True) == Verdict(15.0, counts=False)
    assert verdict(errors.DecodeError("x", operation="o", body=b""), MOST_TRIES, asking=True).pause is None
    assert verdict(errors.PermissionDenied("x", service="terra", status=403), 0, asking=True).pause is None


def test_a_new_job_may_not_be_known_yet() -> None:
    """That there is no such job counts when it was seen before, or has been said three times."""
    error = errors.NotFound("x", service="terra", status=404)
    new = [verdict(error, tries, asking=True, seen=False) for tries in range(4)]
    assert [one.pause for one in new] == [15.0, 15.0, 15.0, None]
    assert new[0].counts
    assert verdict(error, 0, asking=True, seen=True).pause is None
    assert verdict(error, 0, seen=False).pause is None
