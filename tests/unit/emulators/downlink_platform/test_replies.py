"""The seed's mapping of a reply, as a table."""

from typing import Any

import pytest

from skybind_emulators.downlink.replies import read_reply


@pytest.mark.parametrize(
    ("data", "succeeded", "code", "message"),
    [
        ({"result": 0}, True, "0", None),
        ({"result": 0.0}, True, "0", None),
        ({"result": 314000}, False, "314000", None),
        ({"result": 0, "code": 5001}, True, "5001", None),
        ({"result": 1, "code": 0}, False, "0", None),
        ({"result": 1, "code": "E-1"}, False, "E-1", None),
        ({"result": 1, "code": None}, False, "1", None),
        ({"result": 1, "code": {}}, False, "1", None),
        ({"result": 1, "message": "camera busy", "msg": "b", "description": "c"}, False, "1", "camera busy"),
        ({"result": 1, "msg": "b", "description": "c"}, False, "1", "b"),
        ({"result": 1, "message": "", "description": "c"}, False, "1", "c"),
        ({"result": 1, "message": 7, "msg": "b"}, False, "1", "b"),
        ({"code": 7}, None, "7", None),
        ({"result": "0"}, None, None, None),
        ({"result": True}, None, None, None),
        ({"result": 0.5}, None, None, None),
        ({}, None, None, None),
        (None, None, None, None),
    ],
)
def test_a_reply_is_read(data: Any, succeeded: bool | None, code: str | None, message: str | None) -> None:
    """The outcome is `result` alone; the code prefers `code`; the message has three names; a result is a number."""
    outcome = read_reply(data)
    assert (outcome.succeeded, outcome.response_code, outcome.response_message) == (succeeded, code, message)
    assert outcome.vendor_response == (data or {})
