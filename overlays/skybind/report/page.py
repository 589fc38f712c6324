"""A report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere; light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from html import escape
from itertools import pairwise

import attrs

from skybind.jobs import JobState, Phase, Seen
from skybind.report.document import document
from skybind.report.drawing import CLASSES, map_of
from skybind.report.facts import Facts, Flight, JobFacts
from skybind.report.ground import ENOUGH

__all__ = ["Row", "page", "timeline"]

_MOST_FILES = 500
_MOST_ROWS = 300


def page(facts: Facts, pictures: Mapping[str, str] | None = None) -> str:
    """The page.

    Args:
        facts: What it says.
        pictures: ``data:`` addresses of small pictures by name of the photo.
    """
    title = f"Job {facts.job.state.job_id} at {facts.job.title}"
    sections = [
        _head(facts, title),
        _warnings(facts),
        _photos(facts.flight, pictures or {}),
        _timeline(facts.job.history),
        _files(facts),
        _next(facts),
    ]
    return document(title, sections, f"Made by skybind at {_time(facts.made)}")


def _head(facts: Facts, title: str) -> str:
    state = facts.job.state
    share = f" · {state.progress:.0%}" if state.progress is not None else ""
    left = f"about {_span(state.remaining)}" if state.remaining is not None and not state.phase.final else ""
    rows = {
        "service": f"{facts.job.title} ({facts.job.service})",
        "job": state.job_id,
        "service says": f"{state.native}{share}",
        "time left": left,
        "message": state.message,
        "token": facts.job.token,
    }
    return f'<h1>{escape(title)}</h1><p class="state {state.phase}">{state.phase}</p>{_pairs(rows)}'


def _pairs(rows: Mapping[str, str]) -> str:
    cells = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows.items() if value)
    return f"<dl>{cells}</dl>"


def _warnings(facts: Facts) -> str:
    if not facts.warnings:
        return ""
    items = "".join(f"<li>{escape(found.words)}<br><em>{escape(found.advice)}</em></li>" for found in facts.warnings)
    return f'<section id="warnings"><h2>Warnings</h2><ul>{items}</ul></section>'


# ------------------------------------------------------------------------------------------------------------ photos


def _photos(flight: Flight | None, pictures: Mapping[str, str]) -> str:
    if flight is None:
        return ""
    heights = sorted(shot.height for shot in flight.shots if shot.height is not None)
    times = sorted(shot.taken for shot in flight.shots if shot.taken)
    rows = {
        "folder": flight.name,
        "photos": f"{len(flight.shots):,}, {_size(flight.bytes)}",
        "taken": f"{times[0]} to {times[-1]}, by the camera's clock" if times else "",
        "height": _heights(heights),
        "ground sample": f"{flight.ground_sample * 100:.1f} cm" if flight.ground_sample else "",
        "seen": _seen(flight),
        "middle": f"{flight.plane.latitude:.6f}, {flight.plane.longitude:.6f} (WGS-84)" if flight.plane else "",
    }
    anchors = {name: f"p{number}" for number, name in enumerate(pictures)}
    drawn = f"<figure>{map_of(flight, anchors)}{_legend(flight)}</figure>" if flight.spots else ""
    return f'<section id="photos"><h2>Photos</h2>{_pairs(rows)}{drawn}{_pictures(flight, pictures, anchors)}</section>'


def _heights(heights: Sequence[float]) -> str:
    if not heights:
        return ""
    low, high = f"{heights[0]:.0f}", f"{heights[-1]:.0f}"
    return f"{low} m above take-off" if low == high else f"{low} to {high} m above take-off"


def _seen(flight: Flight) -> str:
    if flight.coverage is None:
        return ""
    return f"{_area(flight.coverage.area(1))}; {_area(flight.coverage.area(ENOUGH))} by {ENOUGH} photos or more"


def _legend(flight: Flight) -> str:
    if flight.coverage is None:
        return ""
    ends = [f"{least} to {after - 1}" for least, after in pairwise(CLASSES)]
    words = [*ends, f"{CLASSES[-1]} or more"]
    keys = "".join(f'<span><i class="k{kind}"></i>{text}</span>' for kind, text in enumerate(words))
    gaps = '<span><i class="kgap"></i>gap</span>' if flight.coverage.gaps else ""
    note = "Photos that see a place, if the ground were flat at the height of take-off."
    return f'<figcaption class="legend">{keys}{gaps}<br>{note}</figcaption>'


def _pictures(flight: Flight, pictures: Mapping[str, str], anchors: Mapping[str, str]) -> str:
    if not pictures:
        return ""
    shown = "".join(
        f'<figure id="{anchors[name]}"><img src="{escape(picture)}" alt="{escape(name)}" loading="lazy">'
        f"<figcaption>{escape(name)}</figcaption></figure>"
        for name, picture in pictures.items()
    )
    some = f"<p>{len(pictures)} of {len(flight.shots):,} photos.</p>" if len(pictures) < len(flight.shots) else ""
    return f'{some}<div class="pictures">{shown}</div>'


# ---------------------------------------------------------------------------------------------------------- timeline


@attrs.frozen
class Row:
    """A stretch of time in which a job stood the same.

    Attributes:
        at: When it was first seen so.
        until: When it was last seen so.
        state: How it was last seen.
        first: Its progress when it was first seen so.
    """

    at: datetime
    until: datetime
    state: JobState
    first: float | None


def timeline(history: Iterable[Seen]) -> list[Row]:
    """What was seen, in the order of time, with one row for each stretch of one state."""
    rows: list[Row] = []
    for seen in sorted(history, key=lambda seen: seen.at):
        state = seen.state
        same = rows and (rows[-1].state.phase, rows[-1].state.native, rows[-1].state.message) == (
            state.phase,
            state.native,
            state.message,
        )
        if same:
            rows[-1] = attrs.evolve(rows[-1], until=seen.at, state=state)
        else:
            rows.append(Row(seen.at, seen.at, state, state.progress))
    return rows


def _timeline(history: Sequence[Seen]) -> str:
    rows = timeline(history)
    if not rows:
        return ""
    shown = rows[-_MOST_ROWS:]
    cut = f"<p>The last {_MOST_ROWS} of {len(rows):,} changes.</p>" if len(shown) < len(rows) else ""
    items = "".join(_entry(row, after) for row, after in zip(shown, [*shown[1:], None], strict=True))
    return (
        f'<section id="timeline"><h2>Timeline</h2>{_bar(rows)}{cut}<ol>{items}</ol>'
        "<p>As seen from this machine; what happened while nobody asked is not here. Times are UTC.</p></section>"
    )


def _entry(row: Row, after: Row | None) -> str:
    share = ""
    if row.state.progress is not None:
        share = f"{row.state.progress:.0%}"
        if row.first is not None and row.first != row.state.progress:
            share = f"{row.first:.0%} to {share}"
    lasted = _span((after.at if after else row.until) - row.at) if after or row.until > row.at else ""
    facts = " · ".join(escape(part) for part in (row.state.native, share, lasted, row.state.message) if part)
    stamp = f'<time datetime="{row.at.isoformat()}">{_time(row.at)}</time>'
    return f'<li>{stamp} <b class="{row.state.phase}">{row.state.phase}</b> {facts}</li>'


def _bar(rows: Sequence[Row]) -> str:
    """How long each phase took, as lengths."""
    whole = (rows[-1].until - rows[0].at).total_seconds()
    if whole <= 0:
        return ""
    parts = []
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        begin = (row.at - rows[0].at).total_seconds() / whole * 1000
        end = ((after.at if after else row.until) - rows[0].at).total_seconds() / whole * 1000
        title = f"{row.state.phase}: {escape(row.state.native)}"
        parts.append(
            f'<rect class="b-{row.state.phase}" x="{begin:.1f}" width="{max(2.0, end - begin):.1f}" height="20">'
            f"<title>{title}</title></rect>"
        )
    label = f"{_span(timedelta(seconds=whole))} in all"
    bar = "".join(parts)
    return (
        f'<svg class="bar" role="img" aria-label="{label}" viewBox="0 0 1000 20" preserveAspectRatio="none">{bar}</svg>'
    )


# ------------------------------------------------------------------------------------------------------------- files


def _files(facts: Facts) -> str:
    files = facts.job.files
    if files is None:
        return ""
    if not files:
        return '<section id="files"><h2>Model</h2><p>The service lists no files.</p></section>'
    kinds = "".join(
        f"<tr><td>{escape(kind.kind)}</td><td>{kind.files:,}</td><td>{_size(kind.bytes)}</td></tr>"
        for kind in facts.kinds
    )
    listed = "".join(
        f"<tr><td>{escape(file.name)}</td><td>{_size(file.size)}</td></tr>" for file in files[:_MOST_FILES]
    )
    more = f"<p>and {len(files) - _MOST_FILES:,} more</p>" if len(files) > _MOST_FILES else ""
    return (
        f'<section id="files"><h2>Model</h2><table><thead><tr><th>kind</th><th>files</th><th>size</th></tr></thead>'
        f"<tbody>{kinds}</tbody></table><details><summary>{len(files):,} files</summary>"
        f"<table><tbody>{listed}</tbody></table>{more}</details></section>"
    )


def _next(facts: Facts) -> str:
    steps = "".join(
        f"<li>{escape(words)}" + (f"<br><code>{escape(command)}</code>" if command else "") + "</li>"
        for words, command in _steps(facts.job)
    )
    return f'<section id="next"><h2>What to do</h2><ul>{steps}</ul></section>'


def _steps(job: JobFacts) -> Iterator[tuple[str, str]]:
    out = " --out ./model" if job.downloads else ""
    if job.state.phase is Phase.DONE:
        if not job.downloads:
            yield job.elsewhere or "The service's API gives no files.", ""
        elif job.files:
            yield "Get the model:", f"skybind download {job.token}{out}"
    elif job.state.phase in {Phase.FAILED, Phase.STOPPED}:
        yield (
            "Make another one of the same photos; what is safe at the service is not sent again:",
            (f"skybind reconstruct FOLDER --service {job.service}"),
        )
    else:
        yield "Wait for it to end:", f"skybind resume {job.token}{out}"
        yield "Stop it:", f"skybind stop {job.token}"
    yield "Make this report again:", f"skybind report {job.token}"


# ------------------------------------------------------------------------------------------------------------- words


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S UTC")


def _span(time: timedelta) -> str:
    seconds = time.total_seconds()
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _size(count: int | None) -> str:
    if count is None:
        return "not told"
    size = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.2f} TB"


def _area(square_metres: float) -> str:
    return f"{square_metres / 10_000:.1f} ha" if square_metres >= 10_000 else f"{square_metres:,.0f} m²"
