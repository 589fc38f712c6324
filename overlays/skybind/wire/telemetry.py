"""What may be told of a request: names, statuses and times; never a header, a body or a query.

Log lines go to ``skybind.<service>``. Spans and metrics go to OpenTelemetry (extra ``telemetry``), with attributes of
its HTTP conventions, if the program uses it: a program that has not imported ``opentelemetry`` pays nothing.

The fields below are a list of what is allowed, not of what is forbidden: a new secret is hidden until somebody decides
otherwise.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from skybind.options import Attempt, Options

if TYPE_CHECKING:
    from opentelemetry.metrics import Histogram
    from opentelemetry.trace import Tracer

__all__ = ["bare_url", "listened", "log_attempt", "observe"]


def bare_url(url: str) -> str:
    """The address without user, query and fragment, which may hold secrets."""
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}" if parts.scheme else parts.path


def listened(service: str, options: Options) -> bool:
    """Whether anybody wants to know of an attempt: a hook, the log, or OpenTelemetry."""
    return bool(
        options.before_attempt
        or options.after_attempt
        or "opentelemetry" in sys.modules
        or logging.getLogger(f"skybind.{service}").isEnabledFor(logging.INFO)
    )


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


def observe(attempt: Attempt, template: str) -> Callable[[Attempt], None]:
    """Begin a span for an attempt; the returned function ends it, and counts the attempt.

    Args:
        attempt: As it begins.
        template: Path of the operation with its parameters in braces; spans are named by it.
    """
    if "opentelemetry" not in sys.modules:
        return _nothing
    tracer, durations = _instruments()
    from opentelemetry.trace import SpanKind, Status, StatusCode  # noqa: PLC0415 - an extra

    parts = urlsplit(attempt.url)
    common: dict[str, Any] = {
        "http.request.method": attempt.method,
        "server.address": parts.hostname or "",
        "server.port": parts.port or (443 if parts.scheme == "https" else 80),
        "url.template": template,
    }
    span = tracer.start_span(
        f"{attempt.method} {template}",
        kind=SpanKind.CLIENT,
        attributes={**common, "url.full": attempt.url, "skybind.operation": attempt.operation},
    )
    if attempt.number > 1:
        span.set_attribute("http.request.resend_count", attempt.number - 1)

    def end(ended: Attempt) -> None:
        outcome: dict[str, Any] = {}
        if ended.status is not None:
            outcome["http.response.status_code"] = ended.status
        if ended.error is not None or (ended.status or 0) >= 400:
            outcome["error.type"] = (ended.error or str(ended.status)).split(":")[0]
            span.set_status(Status(StatusCode.ERROR))
        span.set_attributes(outcome)
        span.end()
        durations.record(ended.seconds, {**common, **outcome})

    return end


def _nothing(_attempt: Attempt) -> None:
    return


@cache
def _instruments() -> tuple[Tracer, Histogram]:
    from opentelemetry import metrics, trace  # noqa: PLC0415 - an extra

    meter = metrics.get_meter("skybind")
    histogram = meter.create_histogram(
        "http.client.request.duration", unit="s", description="Duration of HTTP client requests"
    )
    return trace.get_tracer("skybind"), histogram
