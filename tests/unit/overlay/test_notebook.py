"""What a notebook shows."""

from __future__ import annotations

import importlib
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from skybind import errors
from skybind.altizure.flights import PhotoSet as AltizurePhotos
from skybind.altizure.results import Model as AltizureModel
from skybind.flighthub.flights import PhotoSet as FlightHubPhotos
from skybind.jobs import Job, JobState, Phase
from skybind.koomap.folders import PhotoSet as KooMapPhotos
from skybind.koomap.results import Model as KooMapModel
from skybind.notebook import ErrorTable, table
from skybind.options import Options
from skybind.polling import Outcome
from skybind.terra.flights import PhotoSet as TerraPhotos
from skybind.terra.results import Model as TerraModel
from skybind_clients.koomap.models import SatelliteTask

NASTY = '<script>alert("x")</script>&'


class _Reader(HTMLParser):
    """Text and elements; fails on elements that are not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: set[str] = set()
        self.text = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.elements.add(tag)
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data + "\n"


class _Silent:
    """A port that nobody may ask."""

    def token(self, job_id: str) -> str:
        return f"sb1.terra.{job_id}"


def refused() -> errors.SkybindError:
    return errors.QuotaExceeded(
        NASTY, service="terra", status=200, code=2103, service_message=NASTY, body=b"secret", advice="Ask for more."
    )


SHOWN = {
    "job": Job(NASTY, _Silent()),
    "state": JobState(NASTY, Phase.FAILED, NASTY, 0.5, message=NASTY),
    "outcome": Outcome(NASTY, JobState(NASTY, Phase.DONE, "finished (6)")),
    "outcome of an error": Outcome("j", None, refused()),
    "error": errors.JobFailed(NASTY, job_id="j", token="sb1.terra.x"),
    "service error": refused(),
    "findings": errors.PhotosRefused("two", findings=[NASTY, "two"], failed={NASTY: "one"}, advice="Leave them out."),
    "failed files": errors.UploadIncomplete("some", failed={NASTY: "no answer"}),
    "photos at terra": TerraPhotos(NASTY, "flight", 12, 99),
    "photos at altizure": AltizurePhotos(NASTY, "flight", 12, 99, without_position=3),
    "photos at flighthub": FlightHubPhotos(NASTY, "flight", 12, 99),
    "photos at koomap": KooMapPhotos(NASTY, "folder"),
    "model of terra": TerraModel(NASTY, "r", None, Options()),
    "model of altizure": AltizureModel(NASTY, None, Options()),
}


@pytest.mark.parametrize("name", SHOWN)
def test_shown_as_text_and_nothing_else(name: str) -> None:
    """Each shows well-formed HTML; what a service or a card wrote is text in it, never elements; nothing is asked."""
    read = _Reader(SHOWN[name]._repr_html_())
    assert not read.elements & {"script", "img", "iframe", "link", "style"}
    assert "secret" not in read.text
    if name != "outcome of an error":
        assert NASTY in read.text


def test_a_job_shows_what_was_last_seen() -> None:
    """Before it was asked about a job says so; afterwards it shows the state."""

    class Port(_Silent):
        def state(self, job_id: str, _seconds: float) -> JobState:
            return JobState(job_id, Phase.RUNNING, "executing (3)", 0.43)

    job = Job("j", Port())
    assert "not asked yet" in job._repr_html_()
    job.status()
    assert "running · 43%" in _Reader(job._repr_html_()).text
    assert "executing (3)" in job._repr_html_()


def test_an_error_says_what_to_do_and_its_code() -> None:
    """Code, advice and request id are there; the body is not."""
    text = _Reader(refused()._repr_html_()).text
    assert "2103" in text
    assert "Ask for more." in text


def test_long_lists_are_cut_with_a_count() -> None:
    """Of five thousand rows twenty are shown, and the number of the others."""
    html = table(("file", "why"), [(f"DJI_{number}.JPG", "no") for number in range(5000)])
    assert len(html) < 10_000
    assert "and 4,980 more" in html


@pytest.mark.parametrize("service", ["terra", "koomap", "altizure", "flighthub", "downlink"])
def test_all_codes_of_a_service(service: str) -> None:
    """The table has each code with its meaning."""
    codes = importlib.import_module(f"skybind_clients.{service}.operations").ERRORS
    text = _Reader(ErrorTable(codes)._repr_html_()).text
    assert codes
    assert all(str(code) in text and entry.meaning in text for code, entry in codes.items())


def test_products_and_satellite_tasks() -> None:
    """KooMap's models show their files; a satellite task, which has none, shows its name."""
    product = SimpleNamespace(
        name="survey", id="p1", product_details=[SimpleNamespace(type_="mesh_obj", files=[NASTY])]
    )
    text = _Reader(KooMapModel(product)._repr_html_()).text  # type: ignore[arg-type]
    assert "survey" in text
    assert NASTY in text
    assert "fields" in _Reader(KooMapModel(SatelliteTask(task_id="t1", task_name="fields"))._repr_html_()).text


def test_colours_are_those_of_the_page() -> None:
    """No text and no background has a colour of its own, so that dark themes stay readable."""
    for shown in SHOWN.values():
        html = shown._repr_html_()
        assert "color:#" not in html.replace("border-left:4px solid #", "")
        assert "background:none" in html
