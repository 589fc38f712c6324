"""Where flights stand, in words and as a page."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest

from skybind.fleet import Flight, Standing
from skybind.fleet.page import page
from skybind.fleet.words import counted, counts_of, word

NOW = datetime(2026, 4, 2, 8, 30, tzinfo=UTC).timestamp()
FLIGHT = Flight(key="april/a", service="terra", folder="/a", out="/m/a")


def standing(**more: Any) -> Standing:
    plain = {field.name: None for field in attrs.fields(Standing)}
    texts = {"flight": FLIGHT, "stage": "plan", "stuck": "", "trouble": "", "owner": ""}
    numbers = {"tries": 0, "not_before": 0.0, "busy_until": 0.0, "safe_files": 0, "moved_bytes": 0, "changed": NOW}
    return Standing(**{**plain, **texts, **numbers, **more})


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "to plan"),
        ({"stage": "upload"}, "to upload"),
        ({"stage": "upload", "busy_until": NOW + 1}, "uploading"),
        ({"stage": "upload", "busy_until": NOW - 1}, "to upload"),
        ({"stage": "start", "busy_until": NOW + 1}, "starting"),
        ({"stage": "wait"}, "at the service"),
        ({"stage": "wait", "busy_until": NOW + 1}, "at the service"),
        ({"stage": "wait", "phase": "running", "progress": 0.434}, "running 43%"),
        ({"stage": "wait", "phase": "queued"}, "queued"),
        ({"stage": "wait", "phase": "failed", "stuck": "failed"}, "failed"),
        ({"stage": "wait", "phase": "held", "stuck": "held"}, "waits for a person"),
        ({"stage": "fetch", "phase": "done"}, "to fetch"),
        ({"stage": "done", "phase": "done"}, "done"),
    ],
)
def test_words(more: dict[str, Any], said: str) -> None:
    """What is to be done, what is being done while somebody holds it, or what the job says."""
    assert word(standing(**more), NOW) == said


def test_counts() -> None:
    """By stage, those that are stuck by how; told in the order of the way."""
    counts = counts_of([standing(), standing(stage="done"), standing(stage="wait", stuck="failed"), standing()])
    assert counts == {"plan": 2, "done": 1, "failed": 1}
    assert counted(counts) == "2 to plan · 1 done · 1 failed"
    assert counted({"done": 12_345}) == "12,345 done"


def test_the_page_is_whole_and_takes_no_name_for_markup() -> None:
    """Names and troubles are texts, nothing is loaded, and light and dark are the browser's choice."""
    bad = '<script>alert("x")'
    flights = [
        standing(flight=attrs.evolve(FLIGHT, key=f"april/{bad}"), stage="done", files=12, safe_files=12),
        standing(stuck="failed", trouble=f"{bad} & more"),
        standing(stage="wait", phase="running", progress=0.5),
    ]
    html = page(bad, flights, NOW)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 4
    assert "& more" not in html
    assert not re.search(r"https?://|src=|url\(", html)
    assert "default-src 'none'" in html
    assert 'name="color-scheme" content="light dark"' in html
    assert "2026-04-02 08:30 UTC" in html
    assert "3 flights: 1 at the service · 1 done · 1 failed" in html
    assert "12 of 12" in html
    widths = [float(width) for width in re.findall(r'width="([\d.]+)"', html)]
    assert sum(widths) == pytest.approx(1000, abs=0.5)


def test_a_page_of_none() -> None:
    """A fleet without flights is a page as well."""
    assert "0 flights" in page("april", [], NOW)
