"""JSON as the services read and write it: strict in form, and never a text that cannot be sent back."""

import json
import math
from typing import Any

_LONE_SURROGATE_HINT = b"\\ud"


class NotJson(ValueError):
    """The text is not JSON, or holds what no JSON text can hold."""


def read(raw: bytes) -> Any:
    """Parse UTF-8 JSON.

    ``NaN``, ``Infinity`` and numbers beyond a double are refused, although Python's parser takes them. Halves of
    surrogate pairs, which JSON can escape but UTF-8 cannot carry, become U+FFFD, as in Go's parser.

    Raises:
        NotJson: with one short reason.
    """
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_refuse_constant, parse_float=_finite)
    except UnicodeDecodeError:
        raise NotJson("the text is not UTF-8") from None
    except RecursionError:
        raise NotJson("the text is nested too deeply") from None
    except NotJson:
        raise
    except ValueError as error:
        # The parser's message names line and column, not the text.
        raise NotJson(f"the text is not JSON: {error}") from None
    return _whole(value) if _LONE_SURROGATE_HINT in raw.lower() else value


def write(value: Any) -> bytes:
    """Compact UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")


def _refuse_constant(name: str) -> float:
    raise NotJson(f"{name} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise NotJson("a number is too large")
    return number


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value
