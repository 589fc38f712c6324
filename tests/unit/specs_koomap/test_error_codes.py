"""The codes of the spec against those of the manual and the gateway."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generation.document import Document
from unit.specs_koomap.documents import read
from unit.specs_koomap.places import request_body

Code = Mapping[str, Any]

# Codes that no documented operation answers, by the reason.
NOT_PRODUCED: Mapping[str, tuple[str, ...]] = {
    "no operation has to do with thumbnails": ("KMP.00021101", "KMP.00021123"),
    "data get in and out by other means than this API": (
        *("KMP.00042004", "KMP.00042005", "KMP.00042006", "KMP.00042007", "KMP.00042008", "KMP.00042011"),
        *("KMP.00042013", "KMP.00042014", "KMP.00042015", "KMP.00042021", "KMP.00042024", "KMP.00042025"),
        *("KMP.00042026", "KMP.00042027", "KMP.00042028", "KMP.00042029", "KMP.00042031", "KMP.00042032"),
        *("KMP.00042033", "KMP.00042034", "KMP.00042035"),
    ),
    "workspaces answer with the codes of their own area (C-20)": (
        *("KMP.00051021", "KMP.00051024", "KMP.00051025", "KMP.00051034", "KMP.00051062", "KMP.00051063"),
        "KMP.00051064",
    ),
    "workspaces have no type, and a change to what is there already is accepted": (
        *("KMP.00051023", "KMP.00051027", "KMP.00051028"),
    ),
    "usage is only read": ("KMP.00051057",),
    "the service is opened and closed elsewhere": (
        *("KMP.00060000", "KMP.00060101", "KMP.00060201", "KMP.00060202", "KMP.00061001", "KMP.00061002"),
        *("KMP.00061003", "KMP.00061004", "KMP.00061005", "KMP.00061006", "KMP.00061007", "KMP.00061008"),
        "KMP.00061009",
    ),
}

# An operation that no document has, and the codes that only it answers: they are the reason to assume it (C-60).
GUESSED = "updateReal3DSubTaskUploadStatus"
ONLY_GUESSED = {"KMP.00021138", "KMP.00021139", "KMP.00021148", "KMP.00021150"}

# Which area's codes the operations below a path answer; a product's files belong to the data area too.
AREAS = {
    "/v1/workspaces": {"KMP.0001"},
    "/v1/kmp-control/": {"KMP.0005"},
    "/v1/kmp-data/": {"KMP.0004"},
    "/v1/real3d/": {"KMP.0002"},
    "/v1/real3d/products/": {"KMP.0002", "KMP.0004"},
    "/v1/real3d/refineproducts/": {"KMP.0002", "KMP.0004"},
    "/v1/algo/vps": {"VPS", "GATEWAY"},
    "/v1/algo/navi": {"NAVI", "GATEWAY"},
}

# What the sections and the codes themselves say about who refuses with what.
REFUSALS: Mapping[str, tuple[str, ...]] = {
    "createCommonWorkspace": ("KMP.00011100", "KMP.00011105"),
    "updateCommonWorkspace": ("KMP.00011101", "KMP.00011105"),
    "deleteCommonWorkspace": ("KMP.00011102", "KMP.00011103"),
    "createTask": ("KMP.00051004", "KMP.00051006", "KMP.00051008", "KMP.00051011", "KMP.00051075"),
    "startTask": ("KMP.00051015",),
    "stopTask": ("KMP.00051017",),
    "updateTaskArchivedStatus": ("KMP.00051018", "KMP.00051019"),
    "deleteTask": ("KMP.00051047",),
    "createReal3DTask": ("KMP.00021102", "KMP.00021122"),
    "updateReal3DTask": ("KMP.00021116", "KMP.00021122"),
    "startReal3DTask": ("KMP.00021115", "KMP.00021134"),
    "updateReal3DTaskArchivedStatus": ("KMP.00021112", "KMP.00021113"),
    "stopReal3DTask": ("KMP.00021117",),
    "deleteReal3DTask": ("KMP.00021114", "KMP.00021137"),
    "createReal3DSubTask": ("KMP.00021140", "KMP.00021141", "KMP.00021142", "KMP.00021143"),
    "startReal3DSubTask": ("KMP.00021145",),
    "stopReal3DSubTask": ("KMP.00021146",),
    "deleteReal3DSubTask": ("KMP.00021147",),
    "addSpurPoint": ("KMP.00021172", "KMP.00021173"),
    "createMarkerInfo": ("KMP.00021173",),
}


@pytest.fixture(scope="module")
def documented_codes() -> list[Code]:
    """Every row of both tables; a code of the gateway may have several."""
    tables = read("errors.json")
    return [*tables["codes"], *tables["gateway_codes"]]


@pytest.fixture(scope="module")
def codes(spec: Document) -> Mapping[str, Code]:
    """The spec's codes."""
    return {str(entry["code"]): entry for entry in spec.root["x-errors"]}


def readings(entry: Code) -> Iterator[Code]:
    """A code as the spec has it, and each of its variants."""
    yield entry
    yield from entry.get("variants", [])


def listed(spec: Document) -> Mapping[str, set[str]]:
    """The codes that each operation lists."""
    return {raw.id: {str(code) for code in raw.operation["x-errors"]} for raw in spec.operations()}


def test_every_code_is_there_once(spec: Document, documented_codes: list[Code]) -> None:
    """267 codes of the manual and 10 of the gateway, as normalised, each with a name of its own."""
    entries = spec.root["x-errors"]
    assert sorted(entry["code"] for entry in entries) == sorted({row["code"] for row in documented_codes})
    assert len({entry["name"] for entry in entries}) == len(entries) == 267 + 10
    assert all(str(entry["name"]).isidentifier() and str(entry["name"]).islower() for entry in entries)


def test_each_row_has_its_status_and_message(codes: Mapping[str, Code], documented_codes: list[Code]) -> None:
    """Each documented row is the code itself or a variant of it, with the same status and the same text."""
    for row in documented_codes:
        found = {(reading["status"], reading["message"]) for reading in readings(codes[row["code"]])}
        assert (row["status"], row["message"]) in found, row["code"]
    readable = sum(1 for entry in codes.values() for _ in readings(entry))
    assert readable == len(documented_codes)


def test_ten_codes_have_a_message_of_their_own(codes: Mapping[str, Code], documented_codes: list[Code]) -> None:
    """Where ten codes share one message, the spec has what describes each (C-19)."""
    shared = [row for row in documented_codes if "message_column" in row]
    assert len(shared) == 10
    assert len({codes[row["code"]]["message"] for row in shared}) == 10
    assert all(codes[row["code"]]["message"] != row["message_column"] for row in shared)
    assert all("C-19" in codes[row["code"]]["source"] for row in shared)


def test_class_and_retry_follow_the_category(codes: Mapping[str, Code], documented_codes: list[Code]) -> None:
    """Each reading has the class of its row's category, and is sent again where the row says that it may help."""
    for row in documented_codes:
        reading = next(r for r in readings(codes[row["code"]]) if r["message"] == row["message"])
        assert (reading["class"], reading["retry"]) == (row["category"], row["retryable"]), row["code"]


def test_every_code_is_explained(codes: Mapping[str, Code]) -> None:
    """Each code says what it means and what to do, in English and in sentences."""
    for code, entry in codes.items():
        assert all(reading["meaning"].isascii() and reading["meaning"].endswith(".") for reading in readings(entry)), (
            code
        )
        assert entry["advice"].isascii(), code
        assert entry["advice"].endswith("."), code


def test_every_code_is_answered_or_says_why_not(spec: Document, codes: Mapping[str, Code]) -> None:
    """A code is in the list of an operation, or in the table above, and never in both."""
    answered = set().union(*listed(spec).values())
    never = [code for reason in NOT_PRODUCED.values() for code in reason]
    assert len(never) == len(set(never))
    assert answered & set(never) == set()
    assert answered | set(never) == set(codes)


def test_codes_of_the_guessed_operation(spec: Document) -> None:
    """The codes that led to the guessed operation are answered by no documented one."""
    lists = dict(listed(spec))
    guessed = lists.pop(GUESSED)
    assert guessed - set().union(*lists.values()) == ONLY_GUESSED


def test_operations_answer_codes_of_their_area(spec: Document) -> None:
    """Apart from the gateway's, the codes of an operation are those of its area."""
    for raw in spec.operations():
        area = AREAS[max((path for path in AREAS if raw.path.startswith(path)), key=len)]
        prefixes = {code[:8] if code.startswith("KMP.") else code.split(".")[0] for code in listed(spec)[raw.id]}
        assert prefixes == area | {"APIGW"}, raw.id


def test_refusals_are_with_the_operations_they_belong_to(spec: Document, codes: Mapping[str, Code]) -> None:
    """An operation lists the codes of its own refusals; a code about a state or a limit is in no other list."""
    lists = listed(spec)
    own = {code for refusals in REFUSALS.values() for code in refusals if codes[code]["class"] in ("state", "limit")}
    for operation, answered in lists.items():
        refusals = set(REFUSALS.get(operation, ()))
        assert refusals - answered == set(), operation
        assert (answered & own) - refusals == set(), operation


def test_rules_between_fields_name_codes_of_their_operations(spec: Document) -> None:
    """A rule of a request says with which codes the service refuses what breaks it: codes that the operation lists."""
    rules = 0
    for raw in spec.operations():
        for media in request_body(spec, raw).get("content", {}).values():
            for rule in spec.resolve(media["schema"]).get("x-rules", []):
                rules += 1
                assert rule["codes"], f"{raw.id}: {rule['says']}"
                assert set(rule["codes"]) - listed(spec)[raw.id] == set(), f"{raw.id}: {rule['says']}"
                assert "C-" in rule["x-source"], f"{raw.id}: {rule['says']}"
    assert rules > 0
