"""A job as one page for people: where its photos were taken, how it went, what it made, what to look out for.

from skybind import Terra
from skybind.report import write_report

with Terra.from_env() as terra:
    write_report(terra, "sb1.terra.…", "report.html", photos="flight-42/")
"""

from __future__ import annotations

from skybind.report.facts import Facts, Flight, JobFacts, KindOfFile, Warned, flight_in
from skybind.report.page import page
from skybind.report.writing import gather, gather_async, write_report, write_report_async

__all__ = [
    "Facts",
    "Flight",
    "JobFacts",
    "KindOfFile",
    "Warned",
    "flight_in",
    "gather",
    "gather_async",
    "page",
    "write_report",
    "write_report_async",
]
