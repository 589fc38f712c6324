"""What may be logged of a request: names, statuses and times; never a header, a body or a query.

Loggers are ``skybind.<service>`` for calls and ``skybind.storage`` for bulk bytes. The list below is one of what is
allowed, not of what is forbidden: a new secret is hidden until somebody decides otherwise.
"""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from skybind.options import Attempt

__all__ = ["bare_url", "log_attempt"]


def bare_url(url: str) -> str:
    """The address without user, query and fragment, which may hold secrets."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}" if parts.scheme else parts.path


def log_attempt(attempt: Attempt) -> None:
    """One line on DEBUG for an answer, on INFO for a fault."""
    logger = logging.getLogger(f"skybind.{attempt.service}")
    level = logging.DEBUG if attempt.error is None else logging.INFO
    if not logger.isEnabledFor(level):
        return
    logger.log(
        level,
        "%s %s %s attempt %d: %s in %.3f s",
        attempt.operation,
        attempt.method,
        attempt.url,
        attempt.number,
        attempt.error or attempt.status,
        attempt.seconds,
    )
