"""What is told of a whole upload and download: to logs, hooks, spans and metrics. None of it holds a secret."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.semconv._incubating.attributes import url_attributes  # `url.template` is not stable yet
from opentelemetry.semconv.attributes import error_attributes, http_attributes, server_attributes
from opentelemetry.trace import SpanKind, StatusCode

import skybind_clients
from harness.canary import Canary, Secrets
from harness.emulation import settings_of
from skybind import AsyncTerra, Options, Schedule
from skybind.errors import NotFound, ServerError
from skybind.options import Attempt
from skybind.wire import telemetry

ROOT = Path(__file__).resolve().parents[3]
CONVENTIONS = {
    value
    for module in (error_attributes, http_attributes, server_attributes, url_attributes)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, str)
}


@pytest.fixture
def known(canary: Canary, monkeypatch: pytest.MonkeyPatch) -> Secrets:
    """The secrets of this test alone."""
    monkeypatch.setattr(canary, "secrets", Secrets())
    return canary.secrets


class Observed:
    """OpenTelemetry as a program has it that uses skybind."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.tracing = TracerProvider()
        self.tracing.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.reader = InMemoryMetricReader()
        self.metering = MeterProvider([self.reader])

    def metrics(self) -> list[Any]:
        data = self.reader.get_metrics_data()
        return [m for r in data.resource_metrics for scope in r.scope_metrics for m in scope.metrics] if data else []


@pytest.fixture
def observed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Observed]:
    """Spans and metrics of this test alone; the process-wide providers stay as they are."""
    observed = Observed()
    monkeypatch.setattr(trace, "get_tracer", observed.tracing.get_tracer)
    monkeypatch.setattr(metrics, "get_meter", observed.metering.get_meter)
    telemetry._instruments.cache_clear()
    yield observed
    telemetry._instruments.cache_clear()
    observed.tracing.shutdown()
    observed.metering.shutdown()


def whole_job(running: Any, flight: Path, out: Path, options: Options) -> list[object]:
    """Photos up, model down, a refusal on the way; returns what a program has in its hands meanwhile."""

    async def awaited() -> list[object]:
        own = {**settings_of(running), "schedule": Schedule(first=0.01), "options": options}
        async with AsyncTerra(**own) as terra:
            photos = await terra.upload(flight)
            job = await terra.reconstruct(photos, kind="2d")
            model = await job.result(60)
            files = await model.files()
            link = await terra.files.get(files[0].uuid)
            with pytest.raises(NotFound) as refused:
                await terra.jobs.get("5f0c0000-0000-4000-8000-000000000000")
            token = await terra.store.obtain_token()
            await model.download(out)
            return [terra, photos, job, job.token, model, files, link, token, terra.jobs, terra.options, refused.value]

    return asyncio.run(awaited())


@pytest.mark.parametrize("region", ["cn", "us"])
def test_a_whole_job_tells_no_secret(
    region: str,
    start: Any,
    flight: Path,
    tmp_path: Path,
    known: Secrets,
    observed: Observed,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """All loggers on DEBUG, hooks, spans, metrics and everything that can be printed: signatures and keys nowhere."""
    attempts: list[Attempt] = []
    options = Options(before_attempt=attempts.append, after_attempt=attempts.append)
    running = start(region=region)
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="skybind"):
        things = whole_job(running, flight, tmp_path / "map", options)
    spans = observed.exporter.get_finished_spans()
    told = {
        "logs": "\n".join(f"{record.name} {record.getMessage()} {record.exc_text}" for record in caplog.records),
        "hooks": repr(attempts),
        "spans": "\n".join(span.to_json() for span in spans),
        "metrics": "\n".join(metric.to_json() for metric in observed.metrics()),
        "things": "\n".join(text for thing in things for text in (repr(thing), str(thing))),
    }
    assert {where: kinds for where, text in told.items() if (kinds := known.kinds_in(text))} == {}
    # It would have been found: every kind was there, and every place has told something of this job.
    assert {"secret_key", "sessionToken", "callbackParam", "signature of a request"} <= set(known._long.values())
    assert all("uploadCallback" in told[where] for where in ("logs", "hooks", "spans"))
    assert all("127.0.0.1" in text for text in told.values())


def test_spans_follow_the_conventions(start: Any, client_for: Any, observed: Observed) -> None:
    """A client span an attempt, named by method and template, with the attributes of HTTP spans and one of ours."""
    running = start()
    running.faults.add("terra.createResource", "status-503", count=1)
    terra = client_for(running)
    with pytest.raises(ServerError):
        terra.resources.create(name="flight", type_="map")
    resource = terra.resources.create(name="flight", type_="map").uuid
    terra.resources.get(resource)
    list(terra.files.list(search="a secret of the caller"))
    spans = observed.exporter.get_finished_spans()
    assert [(span.attributes or {})["skybind.operation"] for span in spans] == [
        "createResource",
        "createResource",
        "getResource",
        "listFiles",
    ]
    for span in spans:
        attributes = dict(span.attributes or {})
        assert span.kind is SpanKind.CLIENT
        assert span.name == f"{attributes['http.request.method']} {attributes['url.template']}"
        assert attributes.keys() - CONVENTIONS == {"skybind.operation"}
        assert {"http.request.method", "server.address", "server.port", "url.full"} <= attributes.keys()
        url = str(attributes["url.full"])
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/terra-rescon-be/[\w./-]+", url)
        assert url.split(":")[2].startswith(f"{attributes['server.port']}/")
        assert span.end_time is not None
    assert [span.name for span in spans[2:]] == ["GET /v2/resources/{uuid}", "GET /v2/files"]
    assert [span.status.status_code is StatusCode.ERROR for span in spans] == [True, False, False, False]
    assert [(span.attributes or {}).get("error.type") for span in spans] == ["503", None, None, None]


def test_a_repeated_request_says_so(start: Any, client_for: Any, observed: Observed) -> None:
    """The second attempt is a span of its own, and counts the ones before it."""
    running = start()
    running.faults.add("terra.listJobs", "status-503", count=1)
    list(client_for(running).jobs.list())
    first, second = observed.exporter.get_finished_spans()
    assert (first.attributes or {})["http.response.status_code"] == 503
    assert "http.request.resend_count" not in (first.attributes or {})
    assert (second.attributes or {})["http.request.resend_count"] == 1


def test_durations_follow_the_conventions(start: Any, client_for: Any, observed: Observed) -> None:
    """One histogram, in seconds, with the required attributes and none that grows with the number of objects."""
    terra = client_for(start())
    for number in range(3):
        with pytest.raises(NotFound):
            terra.jobs.get(f"5f0c0000-0000-4000-8000-00000000000{number}")
    (metric,) = observed.metrics()
    assert (metric.name, metric.unit) == ("http.client.request.duration", "s")
    (point,) = metric.data.data_points
    assert point.count == 3
    assert 0 < point.sum < 30
    assert {"http.request.method", "server.address", "server.port", "http.response.status_code"} <= set(
        point.attributes
    )
    assert set(point.attributes) <= CONVENTIONS
    assert "url.full" not in point.attributes


def secret_properties() -> Iterator[tuple[str, str, str]]:
    """Service, schema and property of whatever a specification marks as secret."""
    for file in sorted((ROOT / "specs").glob("*/openapi.yaml")):
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        for schema, content in document["components"]["schemas"].items():
            for name, described in content.get("properties", {}).items():
                if described.get("x-secret") is True or described.get("format") == "password":
                    yield file.parent.name, schema, name


@pytest.mark.parametrize(("service", "schema", "name"), list(secret_properties()))
def test_what_the_specification_calls_secret_does_not_print(service: str, schema: str, name: str) -> None:
    """The generated model of each secret property leaves it out of its repr."""
    __import__(f"{skybind_clients.__name__}.{service}.models")
    model = getattr(getattr(skybind_clients, service).models, schema)
    (field,) = [field for field in attrs.fields(model) if field.name.replace("_", "") == name.replace("_", "").lower()]
    assert field.repr is False
