"""The coverage page: what it says, what it is made of, and that the one in `docs/` is about the present operations."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import coverage_page

ROOT = Path(__file__).parents[3]
METHODS = ("get", "put", "post", "delete", "patch")

SERVICES = {
    "lamps": [
        coverage_page.Row(
            operation="switchLamp",
            effect="once",
            source="seed | doc",
            verified="live 2026-11-02",
            emulated=True,
            property_tested=True,
            tests=("contract/test_tour.py", "e2e/test_main_job.py", "e2e/test_other.py"),
            live="2026-11-02",
        ),
        coverage_page.Row(
            operation="getLamp",
            effect="safe",
            source="inferred",
            verified="documented",
            emulated=False,
            property_tested=False,
            tests=(),
            live=None,
            unknown=("how bright it is", "what it costs"),
        ),
    ]
}


def notes(folder: Path, name: str = "gw0", **more: Any) -> Path:
    """The notes of one process."""
    folder.mkdir(exist_ok=True)
    content = {"called": [["terra", "getJob", "e2e/test_a.py"]], "succeeded": [], "property_tested": [], **more}
    (folder / f"{name}.json").write_text(json.dumps(content))
    return folder


def snapshot(folder: Path, operation: str, host: str) -> None:
    """A recorded answer."""
    (folder / "terra").mkdir(parents=True, exist_ok=True)
    content = {"service": "terra", "operation": operation, "host": host, "recorded": "2026-11-02", "answers": []}
    (folder / "terra" / f"{operation}.json").write_text(json.dumps(content))


def test_notes_of_all_processes_are_put_together(tmp_path: Path) -> None:
    """What one worker of a run saw and what another saw is one page."""
    notes(tmp_path, "gw0", succeeded=[["terra", "getJob"]])
    notes(tmp_path, "gw1", called=[["terra", "getJob", "contract/test_b.py"]], property_tested=[["terra", "getJob"]])
    found = coverage_page.read_notes(tmp_path)
    assert found.called == {("terra", "getJob"): {"e2e/test_a.py", "contract/test_b.py"}}
    assert found.succeeded == found.property_tested == {("terra", "getJob")}


def test_without_notes_there_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that called nothing, or none at all, does not become a page that says that nothing is covered."""
    docs = tmp_path / "docs"
    assert coverage_page.main(["--notes", str(tmp_path / "none"), "--docs", str(docs)]) == 2
    notes(tmp_path / "empty", called=[])
    assert coverage_page.main(["--notes", str(tmp_path / "empty"), "--docs", str(docs)]) == 2
    assert not docs.exists()
    assert "pytest with --notes" in capsys.readouterr().err


def test_answers_from_loopback_do_not_count_as_live(tmp_path: Path) -> None:
    """A recording that was made of an emulator, to try the recorder, verifies nothing."""
    snapshot(tmp_path, "getJob", "openapi-us.dji.com")
    for number, host in enumerate(["127.0.0.1", "localhost", "::1", ""]):
        snapshot(tmp_path, f"other{number}", host)
    assert coverage_page.live_days(tmp_path) == {("terra", "getJob"): "2026-11-02"}


def test_a_claim_that_does_not_hold_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the specification claims in `x-verified` must be what was seen: no more, and no less."""
    snapshot(tmp_path / "snapshots", "listJobs", "openapi-us.dji.com")
    folder = notes(tmp_path / "notes", succeeded=[["terra", "getJob"], ["terra", "listJobs"]])
    options = ["--notes", str(folder), "--snapshots", str(tmp_path / "snapshots"), "--docs", str(tmp_path / "docs")]
    assert coverage_page.main([*options, "--summary"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert "terra listJobs: x-verified is 'emulated', and what was seen is 'live 2026-11-02'" in told
    assert "terra stopJob: x-verified is 'emulated', and what was seen is 'documented'" in told
    assert not any("getJob" in line for line in told)
    assert not (tmp_path / "docs").exists()


def test_the_page_for_people_has_a_row_for_each_operation() -> None:
    """One row an operation, with callers by folder; a bar in a source does not break the table."""
    text = coverage_page.as_markdown(SERVICES)
    assert text.startswith("<!-- Made by `make coverage`")
    assert "lamps        2 operations     1 emulated     1 property-tested     1 verified live" in text
    assert (
        "| `switchLamp` | once | yes | yes | 2026-11-02 | seed \\| doc | contract: tour; e2e: main_job, other |"
        in text.splitlines()
    )
    assert "| `getLamp` | safe | no | no | no | inferred | nothing |" in text.splitlines()


def test_what_is_not_known_is_told() -> None:
    """Below the table of a service stands what its specification names as unknown; the specifications do name some."""
    assert "- `getLamp`: how bright it is; what it costs" in coverage_page.as_markdown(SERVICES).splitlines()
    gaps = coverage_page.unknown_facts(ROOT / "specs")
    assert "keys of the four parameter texts" in gaps["startReconstructions"]


def test_the_page_for_programs_holds_the_same() -> None:
    """All that is on the page can be read by a program."""
    rows = json.loads(coverage_page.as_json(SERVICES))["services"]["lamps"]
    assert [row["operation"] for row in rows] == ["switchLamp", "getLamp"]
    assert rows[0]["tests"] == ["contract/test_tour.py", "e2e/test_main_job.py", "e2e/test_other.py"]
    assert (rows[0]["live"], rows[1]["live"]) == ("2026-11-02", None)


def specified() -> dict[str, list[str]]:
    """Operations of all specifications, read anew."""
    services: dict[str, list[str]] = {}
    for file in sorted((ROOT / "specs").glob("*/*openapi.yaml")):  # with the parts of a specification
        items = (yaml.safe_load(file.read_text(encoding="utf-8")).get("paths") or {}).values()
        services.setdefault(file.parent.name, []).extend(
            item[method]["operationId"] for item in items for method in METHODS if method in item
        )
    for file in sorted((ROOT / "specs").glob("*/operations/*/*.graphql")):
        [operation] = re.findall(r"^(?:query|mutation) (\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
        services.setdefault(file.parents[2].name, []).append(operation)
    return services


def test_the_committed_page_lists_the_operations_of_the_specifications() -> None:
    """No operation is missing from the page in `docs/`, and none is on it that there is no more."""
    page = json.loads((ROOT / "docs" / "coverage.json").read_text(encoding="utf-8"))
    listed = {name: [row["operation"] for row in rows] for name, rows in page["services"].items()}
    assert {name: sorted(rows) for name, rows in listed.items()} == {n: sorted(ops) for n, ops in specified().items()}
    shown = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert shown == [operation for operations in listed.values() for operation in operations]


def test_the_committed_page_claims_what_the_specifications_claim() -> None:
    """Effect, source and claim on the page are those of the generated tables, and no claim is contradicted."""
    page = json.loads((ROOT / "docs" / "coverage.json").read_text(encoding="utf-8"))
    for name, operations in coverage_page.operation_tables():
        for entry in page["services"][name]:
            row = coverage_page.Row(**entry)
            operation = operations[row.operation]
            assert (row.effect, row.source, row.verified) == (operation.effect, operation.source, operation.verified)
            assert row.contradiction is None
