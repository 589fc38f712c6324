"""What a device's answer says about a command: the seed's mapping, as plain functions."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

_TEXTS = ("message", "msg", "description")


@frozen
class Outcome:
    """A reply, read.

    Attributes:
        succeeded: whether ``data.result`` is 0; None if there is no usable result.
        response_code: ``data.code`` if there is one, else ``data.result``; as text.
        response_message: the first of ``message``, ``msg`` and ``description`` that says something.
        vendor_response: all of ``data``.
    """

    succeeded: bool | None
    response_code: str | None
    response_message: str | None
    vendor_response: Mapping[str, Any]


def read_reply(data: Mapping[str, Any] | None) -> Outcome:
    """Read the ``data`` of a reply; None stands for a reply without any."""
    data = data or {}
    result = _number(data.get("result"))
    code = data.get("code")
    if code is None or isinstance(code, dict | list):
        code = result
    message = next((text for name in _TEXTS if isinstance(text := data.get(name), str) and text), None)
    return Outcome(None if result is None else result == 0, _text(code), message, data)


def _number(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) else None


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    whole = _number(value)
    return str(value if whole is None else whole)
