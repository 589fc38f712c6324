"""The spec against the tables of the manual, row by row, in both directions."""

from collections import Counter
from collections.abc import Mapping

from generation.document import Document
from unit.specs_koomap.accounting import account
from unit.specs_koomap.additions import unexplained
from unit.specs_koomap.decisions import DECIDED
from unit.specs_koomap.documents import Operation
from unit.specs_koomap.nodes import ids_in, open_node
from unit.specs_koomap.places import answer, credential_headers

# Contradictions that no line of a spec has to do with.
UNNAMED = {
    "C-08": "header names have no case, and the specs write each one way",
    "C-11": "which answers carry the request id is for the emulator",
    "C-15": "hosts and methods of examples; paths are those of the URI sections",
}

# Operations of ours that no document has.
GUESSED = {"updateReal3DSubTaskUploadStatus": "C-60"}


def test_the_inventory_has_every_row(documented: Mapping[str, Operation]) -> None:
    """263 tables with 917 rows in 40 operations, as many as the manual has."""
    tables = [row.table for operation in documented.values() for row in operation.rows]
    assert (len(documented), len(set(tables)), len(tables)) == (40, 263, 917)


def test_every_row_is_accounted_for(spec: Document, documented: Mapping[str, Operation]) -> None:
    """Each row is in the spec as documented, or the spec names the contradiction that is the reason."""
    result = account(spec, documented, DECIDED)
    assert result.rows == 917
    assert [f"{row}: {'; '.join(what)}" for row, what in result.missing.items()] == []


def test_decisions_against_the_tables_are_all_in_use(
    spec: Document, documented: Mapping[str, Operation], known: Mapping[str, str]
) -> None:
    """Each listed difference is met in exactly so many rows, and its reason is one of the contradictions."""
    met: dict[str, Counter[str]] = {}
    for row, what in account(spec, documented, DECIDED).decided.items():
        met.setdefault("; ".join(what), Counter())[row.name] += 1
    assert met == {words: dict(rows) for words, (_, rows) in DECIDED.items()}
    assert {reason for reasons, _ in DECIDED.values() for reason in reasons.split()} - set(known) == set()


def test_requests_have_nothing_unexplained(spec: Document, documented: Mapping[str, Operation]) -> None:
    """Paths, parameters and body fields are those of the tables; what is more says where it is from."""
    assert unexplained(spec, documented) == []


def test_operations_are_those_of_the_manual(spec: Document, documented: Mapping[str, Operation]) -> None:
    """An operation that no document has is listed here, and says that it is our assumption."""
    more = {raw.id: str(raw.operation["x-source"]) for raw in spec.operations() if raw.id not in documented}
    assert set(more) == set(GUESSED)
    for name, source in more.items():
        assert "our assumption" in source
        assert GUESSED[name] in source


def test_every_operation_takes_the_documented_credentials(spec: Document, documented: Mapping[str, Operation]) -> None:
    """Each operation takes a token and a signature: the manual names AK/SK for AR only, the SDK signs all (C-04)."""
    for raw in spec.operations():
        assert credential_headers(spec, raw) == {"X-Auth-Token", "Authorization"}, raw.id
    assert {auth for operation in documented.values() for auth in operation.auth} == {"token", "aksk"}


def test_bare_true_is_answered_where_it_is_documented(spec: Document, documented: Mapping[str, Operation]) -> None:
    """Thirteen operations answer `true` and nothing else; no other does."""
    bare = {
        raw.id
        for raw in spec.operations()
        for media in answer(spec, raw, "200")["content"].values()
        if open_node(spec, media["schema"]).facts.get("enum") == [True]
    }
    assert bare == {operation.id for operation in documented.values() if operation.answers_true}
    assert len(bare) == 13


def test_the_empty_body_is_always_sent(spec: Document, documented: Mapping[str, Operation]) -> None:
    """Operations without anything to say send `{}`, also where only an example has it or nothing is said (C-07)."""
    silent = {operation.id for operation in documented.values() if operation.body in ("empty object", "nothing said")}
    assert {raw.id for raw in spec.operations() if raw.operation.get("x-body") == "always"} == silent


def test_every_contradiction_is_named(specs: Mapping[str, Document], known: Mapping[str, str]) -> None:
    """The specs name the contradictions where they bear on something, and name no others; 79 there are."""
    named = {found for spec in specs.values() for found in ids_in(spec.root)}
    assert named | set(UNNAMED) == set(known) == {f"C-{number:02}" for number in range(1, 80)}
    assert named & set(UNNAMED) == set()
