"""Recordings: what goes into them, what must not, and what a comparison with an emulator finds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from harness.contract.services import CONTRACTS
from harness.contract.shapes import differences
from harness.contract.snapshots import read, record
from harness.contract.stage import Stage
from harness.contract.terms import answer_terms
from harness.contract.terra import account
from harness.contract.tour import Visit, answers_of, take_tour

CONTRACT = CONTRACTS["terra"]
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> list[Visit]:
    """A tour of an emulator, which stands in for the service."""
    stage = Stage(CONTRACT, live=False)
    with stage.opened(lambda: CONTRACT.emulate(tmp_path_factory.mktemp("service"))):
        return take_tour(stage)


@pytest.fixture
def folder(visits: list[Visit], tmp_path: Path) -> Path:
    """The tour as a recording."""
    record(tmp_path, CONTRACT, visits, base_url="https://openapi-cn.test/terra", on=DAY)
    return tmp_path


def texts(value: Any) -> Iterator[str]:
    """All strings in a JSON value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def answer(folder: Path, operation: str) -> Any:
    """The first recorded answer of an operation."""
    snapshot = read(folder, "terra", operation)
    assert snapshot is not None
    return snapshot.answers[0]


def test_every_step_of_the_tour_is_recorded(folder: Path) -> None:
    """Each operation that answered has a file, which says of whom and when."""
    recorded = {file.stem for file in (folder / "terra").iterdir()}
    assert recorded == {step.operation for step in CONTRACT.tour}
    snapshot = read(folder, "terra", "listJobs")
    assert snapshot is not None
    assert (snapshot.host, snapshot.recorded) == ("openapi-cn.test", "2026-11-22")


def test_nothing_of_the_account_is_recorded(folder: Path, visits: list[Visit]) -> None:
    """No text of an answer is in any file, but for what tells of the service: enumerated values and readable fields."""
    written = "\n".join(file.read_text() for file in folder.rglob("*.json"))
    said = {text for answers in answers_of(visits).values() for text in texts(answers)}
    kept = {"success", "ali_oss", "oss-cn-hangzhou", "map", "job_output", ""}
    assert len(said - kept) > 30
    assert [text for text in sorted(said - kept) if json.dumps(text) in written] == []


def test_secrets_are_dropped(folder: Path) -> None:
    """Secrets are not even told apart: of keys, tokens and signed links nothing but the word is left."""
    token = answer(folder, "obtainToken")["data"]
    for name in ("accessKeyID", "secretAccessKey", "sessionToken", "callbackParam"):
        assert token[name] == "(secret)"
    assert answer(folder, "getFile")["data"]["url"] == "(secret)"


def test_references_hold(folder: Path) -> None:
    """What is equal in two answers is equal in their recordings, and what is not is not."""
    made = answer(folder, "createResource")["data"]
    assert made["uuid"] == answer(folder, "updateResource")["data"]["uuid"]
    assert made["uuid"] != answer(folder, "copyResource")["data"]["uuid"]
    listed = answer(folder, "listFiles")["data"]["list"]
    assert listed[0]["uuid"] == answer(folder, "getFile")["data"]["uuid"]
    assert len({file["uuid"] for file in listed}) == len(listed)


def test_a_second_recording_is_the_same(
    folder: Path, visits: list[Visit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another account with other ids gives the same files, so that a change in them is a change of the service."""
    monkeypatch.setattr(account, "CHOICES", attrs.evolve(account.CHOICES, seed=2))
    stage, again = Stage(CONTRACT, live=False), tmp_path / "again"
    with stage.opened(lambda: CONTRACT.emulate(tmp_path / "account")):
        others = take_tour(stage)
    record(again, CONTRACT, others, base_url="https://openapi-cn.test/terra", on=DAY)
    ids = [{job["uuid"] for job in answers_of(tour)["listJobs"][0]["data"]["list"]} for tour in (visits, others)]
    assert not ids[0] & ids[1]
    for file in (folder / "terra").iterdir():
        assert (again / "terra" / file.name).read_text() == file.read_text()


@pytest.mark.parametrize("operation", [step.operation for step in CONTRACT.tour])
def test_an_emulator_fits_its_own_recording(operation: str, folder: Path, visits: list[Visit]) -> None:
    """Masking changes no shape."""
    snapshot = read(folder, "terra", operation)
    assert snapshot is not None
    terms = answer_terms(CONTRACT.document, CONTRACT.operations[operation].node)
    assert differences(snapshot.answers, answers_of(visits)[operation], terms) == []


def changed(answer: Any, pointer: str, change: Any) -> Any:
    """A copy of an answer with ``change`` applied to what holds the last part of the pointer."""
    copy = json.loads(json.dumps(answer))
    holder = copy
    *steps, last = pointer.split("/")
    for step in steps:
        holder = holder[int(step) if isinstance(holder, list) else step]
    change(holder, last)
    return copy


@pytest.mark.parametrize(
    ("pointer", "change", "found"),
    [
        ("data/priority", lambda job, name: job.update({name: 1}), "data.priority: the emulator lacks it"),
        (
            "data/percentage",
            lambda job, name: job.update({name: "100 %"}),
            "data.percentage: string at the service, number in the emulator",
        ),
        (
            "data/meta",
            lambda job, name: job.update({name: None}),
            "data.meta: null at the service, string in the emulator",
        ),
        ("data/status", lambda job, name: job.update({name: 8}), "data.status: the specification does not list 8"),
        (
            "data/name",
            lambda job, name: job.pop(name),
            "data.name: the specification says it is always there, and the service lacks it",
        ),
    ],
)
def test_a_difference_is_found(pointer: str, change: Any, found: str, visits: list[Visit]) -> None:
    """A field more, another type, null, an unlisted value, a required field less: each is told with its place."""
    [emulated] = answers_of(visits)["getJob"]
    terms = answer_terms(CONTRACT.document, CONTRACT.operations["getJob"].node)
    assert differences([changed(emulated, pointer, change)], [emulated], terms) == [found]


def test_an_invention_of_the_emulator_is_found(visits: list[Visit]) -> None:
    """A field that neither the service sends nor the specification knows is a difference; an optional one may be
    missing by chance."""
    [service] = answers_of(visits)["getJob"]
    terms = answer_terms(CONTRACT.document, CONTRACT.operations["getJob"].node)
    invented = changed(service, "data/mood", lambda job, name: job.update({name: "fine"}))
    assert differences([service], [invented], terms) == ["data.mood: only the emulator knows it"]
    without = changed(service, "data/message", lambda job, name: job.pop(name))
    assert differences([without], [service], terms) == []
