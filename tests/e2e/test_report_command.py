"""``skybind report``, and the same by the library with each service."""

from __future__ import annotations

import io
import json
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from contract.one_way.cases import CASES, Case
from harness.aerial import grid
from harness.browser import chromium, needs_chromium, window
from harness.emulation import settings_of
from skybind import Schedule, Terra
from skybind.report import Facts, write_report, write_report_async
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

SECRET = re.compile(r"secret[_-]?key|signature=|x-amz|password", re.IGNORECASE)


def test_report_of_a_finished_job(start, command_for, flight, tmp_path) -> None:
    """After `reconstruct`, `report TOKEN` knows the folder, the kind and how it went, and writes one page."""
    skybind = command_for(start(speed="polls:2"))
    made = skybind("reconstruct", flight, "--kind", "2d", "--json")
    assert made.code == 0, made.err
    done = skybind("report", made.json()["token"], "--json")
    assert done.code == 0, done.err
    facts = done.json()
    assert facts["state"] == "done"
    states = [entry["state"] for entry in facts["history"]]
    assert states[0] != "done"
    assert states[-1] == "done"
    assert facts["photos"]["on_map"] == facts["photos"]["with_footprint"] == 12
    assert sum(kind["files"] for kind in facts["kinds"]) == len(facts["files"]) > 100
    html = (tmp_path / facts["out"]).read_text(encoding="utf-8")
    assert html.count('<circle class="dot"') == 12
    assert not SECRET.search(html + done.out)


def test_report_of_a_bare_id_on_another_machine(start, command_for, flight, tmp_path) -> None:
    """Where nothing is on record, `report` has the state and the files; `--photos` adds the map, `--out` says where."""
    skybind = command_for(start(speed="instant"))
    job = skybind("reconstruct", flight, "--kind", "2d", "--json").json()["job"]
    other = command_for(start(speed="instant"))
    other.environment = {**skybind.environment, "SKYBIND_STATE_DIR": str(tmp_path / "other")}
    alone = other("report", job, "--json").json()
    assert alone["photos"] is None
    assert len(alone["files"]) > 100
    done = other("report", job, "--photos", flight, "--out", tmp_path / "deep" / "survey.html")
    assert done.code == 0, done.err
    assert "survey.html" in done.out
    assert "<svg" in (tmp_path / "deep" / "survey.html").read_text(encoding="utf-8")


def test_what_cannot_work_says_so(start, command_for, flight, tmp_path) -> None:
    """No such job, no such folder and no place to write have their exit codes, and leave no file."""
    skybind = command_for(start(speed="instant"))
    job = skybind("reconstruct", flight, "--kind", "2d", "--json").json()["job"]
    assert skybind("report", "00000000-0000-4000-8000-000000000000").code == 4
    assert skybind("report", job, "--photos", "nowhere").code == 2
    (tmp_path / "file").touch()
    assert skybind("report", job, "--out", tmp_path / "file" / "r.html").code == 2
    assert not list(tmp_path.glob("*.html"))


def test_kill_9_keeps_the_timeline(start, command_for, flight, tmp_path) -> None:
    """What a killed command saw of a job is in the report of the next one."""
    skybind = command_for(start(speed="polls:1000"))
    process = skybind.begin("reconstruct", flight, "--kind", "2d")
    timelines = tmp_path / "state" / "timelines" / "terra"
    end = time.monotonic() + 40
    while not list(timelines.glob("*.jsonl")):
        assert time.monotonic() < end, "no state was put on record"
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    (file,) = timelines.glob("*.jsonl")
    done = skybind("report", file.stem, "--json")
    assert done.code == 0, done.err
    first = json.loads(file.read_text(encoding="utf-8").split("\n")[1])
    assert done.json()["history"][0]["at"] == first["at"]
    assert "skybind resume" in (tmp_path / "report.html").read_text(encoding="utf-8")


# --------------------------------------------------------------------------------------------------- every service


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Sync or async."""
    made = request.param()
    yield made
    made.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_service_has_reports(case: Case, world: World, start: Callable[..., Any], flight: Path, tmp_path) -> None:
    """One body, four services, sync and async: state, timeline, files and map; nothing of one service is asked for."""
    running = start(services=(case.name,), speed="instant")
    kind = case.asynchronous if isinstance(world, AsyncWorld) else case.sync
    write: Any = write_report_async if isinstance(world, AsyncWorld) else write_report
    cloud = kind(**case.settings(running), schedule=Schedule(first=0.01, longest=0.05))
    try:
        photos = world.run(cloud.upload(**case.photos(running, flight)))
        job = world.run(cloud.reconstruct(photos, kind="3d"))
        world.run(job.wait(60))
        facts: Facts = world.run(write(cloud, job.token, tmp_path / "r.html", photos=flight, kind="3d"))
    finally:
        world.run(cloud.close()) if isinstance(world, AsyncWorld) else cloud.close()
    assert facts.job.service == case.name
    assert facts.job.history[-1].state.phase == "done"
    assert facts.job.files
    assert facts.flight is not None
    assert len(facts.flight.spots) == 12
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert ("skybind download" in html) == cloud.capabilities.download


# --------------------------------------------------------------------------------------------------------- looked at


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with chromium() as found:
        yield found


@pytest.fixture
def report(start, tmp_path) -> Path:
    """A report with a gap, a photo without a place, and a timeline."""
    folder = tmp_path / "strips"
    grid(folder, 24, 6, 20.0, skip=range(8, 18))
    (folder / "odd.JPG").write_bytes(b"\xff\xd8\xff\xd9")
    with ExitStack() as stack:
        running = start(speed="polls:4")
        schedule = Schedule(first=0.01, longest=0.02)
        terra = stack.enter_context(Terra(**settings_of(running), schedule=schedule))
        job = terra.reconstruct(terra.upload(folder), "3d")
        job.wait(60)
        write_report(terra, job.token, tmp_path / "r.html", photos=folder, kind="3d")
    return tmp_path / "r.html"


CONTRAST = """() => {
  const WITH_TEXT = 'h1,h2,p,dt,dd,li,b,em,time,td,th,code,figcaption,footer,summary,text';
  const channel = value => { value /= 255; return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4 };
  const numbers = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const found = numbers(getComputedStyle(at).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll(WITH_TEXT)) {
    const style = getComputedStyle(element);
    const ink = element.tagName === 'text' ? style.fill : style.color;
    const [a, b] = [light(numbers(ink)), light(behind(element))].sort((x, y) => y - x);
    found.push([(a + 0.05) / (b + 0.05), element.tagName + ' ' + element.textContent.slice(0, 30)]);
  }
  return found.sort((x, y) => x[0] - y[0]);
}"""


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])
def test_a_browser_shows_it(report: Path, browser: Any, scheme: str, width: int) -> None:
    """Light and dark, wide and narrow: no error, no request, all photos on the map, text of enough contrast.

    It takes more than two seconds because a job runs first.
    """
    address = report.as_uri()
    with window(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
        page.goto(address)
        assert page.locator("#map .dot").count() == 14 * 6
        assert page.locator("#map .gap").count() == 1
        assert page.locator("#warnings li").count() == 2
        assert page.locator("#scale text").text_content() in {"50 m", "100 m"}
        times = page.locator("#timeline time").evaluate_all("all => all.map(one => one.dateTime)")
        assert len(times) >= 3
        assert times == sorted(times)
        assert page.locator("#timeline b").all_inner_texts()[-1] == "done"
        assert page.locator("img").evaluate_all("all => all.every(one => one.naturalWidth > 0)")
        worst, what = page.evaluate(CONTRAST)[0]
        assert worst >= 4.5, what
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (paper == "rgb(255, 255, 255)") == (scheme == "light")
        colours = _colours(page.locator("#map").screenshot())
        assert len(colours) > 20
        assert max(colours.values()) < 0.9 * sum(colours.values())


def _colours(png: bytes) -> dict[Any, int]:
    with Image.open(io.BytesIO(png)) as picture:
        return {colour: count for count, colour in picture.convert("RGB").getcolors(1 << 24)}


@needs_chromium
def test_north_is_up_and_the_scale_is_right(report: Path, browser: Any) -> None:
    """Dots lie as the photos do, 20 m apart: names say the column from west and the row from south."""
    with window(browser, report.as_uri()) as page:
        page.goto(report.as_uri())
        bar = page.evaluate("document.querySelector('#scale path').getBBox().width")
        length, unit = str(page.locator("#scale text").text_content()).split()
        dots = page.locator("#map .dot").evaluate_all(
            "all => all.map(one => [one.textContent, one.cx.baseVal.value, one.cy.baseVal.value])"
        )
    places = {name: (x, y) for name, x, y in dots}
    west, east, north = (places[f"DJI_{name}.JPG"] for name in ("000_000", "023_000", "000_005"))
    assert west[0] < east[0]
    assert west[1] == pytest.approx(east[1], abs=1)
    assert north[1] < west[1]
    assert north[0] == pytest.approx(west[0], abs=1)
    assert unit == "m"
    assert bar / float(length) == pytest.approx((east[0] - west[0]) / (23 * 20), rel=0.01)
