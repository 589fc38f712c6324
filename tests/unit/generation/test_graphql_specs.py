"""What the linter finds in a GraphQL spec, and what the generator refuses to make."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import lint_specs
from generation.graphql.lint import lint_graph
from generation.graphql.service import load_graph_service
from generation.pipeline import Run, generate
from generation.problems import GenerationError
from unit.generation.made_up import DATA, PINS, TEMPLATES

SPECS = DATA / "graphql" / "specs"
LAMP = "operations/lamps/get.graphql"
LISTING = "operations/lamps/list.graphql"
LIGHT = "operations/lamps/light.graphql"
CREW = "operations/fragments.graphql"
SCHEMA = "schema.graphql"
SOURCE = ' @source(text: "made up")'

# What to replace in which file, and the finding: its file, its place, the beginning of the problem.
FAULTS = {
    "a field without a source": (SCHEMA, f"  class: String{SOURCE}", "  class: String", "Lamp.class", "@source"),
    "a type without a source": (SCHEMA, f"type Place{SOURCE}", "type Place", "Place", "@source"),
    "an argument without a source": (SCHEMA, f"after: String{SOURCE}", "after: String", "Query.lamps.after", "@source"),
    "an input field without a source": (SCHEMA, f"brightness: Int{SOURCE}", "brightness: Int", None, "@source"),
    "a type without words": (SCHEMA, '"Where a lamp stands."\n', "", "Place", "the description is missing"),
    "a root field without words": (SCHEMA, '"All lamps."\n', "", "Query.lamps", "the description is missing"),
    "a root field without effect": (SCHEMA, "@effect(is: once) ", "", "Mutation.light", "@effect is missing"),
    "a root field that is silent on null": (SCHEMA, "@null(means: failed) ", "", "Mutation.light", "@null is missing"),
    "a field that is not there": (LAMP, "...Lamp", "...Lamp\n    oil", None, "does not fit the schema"),
    "no summary": (
        LAMP,
        "# Look up a lamp\n#\n# Whether it shines is up to the second.\n",
        "#",
        "getLamp",
        "the summary",
    ),
    "no source": (LAMP, "# @source made up\n", "", "getLamp", "@source is missing"),
    "not tried": (LAMP, "# @verified documented\n", "", "getLamp", "@verified is ''"),
    "tried in no known way": (LAMP, "@verified documented", "@verified often", "getLamp", "@verified is 'often'"),
    "an effect without a reason": (LAMP, "#\n# @source", "#\n# @effect once\n# @source", "getLamp", "@effect gives no"),
    "an effect that there is not": (
        LAMP,
        "#\n# @source",
        "#\n# @effect big why\n# @source",
        "getLamp",
        "there is no effect",
    ),
    "a refusal that is not listed": (
        LIGHT,
        "@errors No Oil",
        "@errors No Wick",
        "lightLamp",
        "@errors names 'No Wick'",
    ),
    "a result that leads nowhere": (
        LAMP,
        "documented\n",
        "documented\n# @result lamp.oil\n",
        "getLamp",
        "lamp.oil leads",
    ),
    "a result without a name": (LAMP, "...Lamp", "id", "getLamp", "what lamp returns has no name"),
    "two fields of the root": (
        LAMP,
        "query getLamp($id: ID!) {",
        "query getLamp($id: ID!) {\n  a: lamp(id: $id) { id }",
        "getLamp",
        "an operation selects one",
    ),
    "a guessed name": (
        SCHEMA,
        f"input Lighting{SOURCE}",
        'input Lighting @source(text: "x; name: inferred")',
        "lightLamp",
        "$how is of Lighting",
    ),
    "something deprecated": (LAMP, "...Lamp", "...Lamp\n    old", "old", "is deprecated"),
    "something unknown": (LAMP, "...Lamp", "...Lamp\n    extra", "extra", "is Unknown"),
    "a union that does not say what it is": (
        CREW,
        "    __typename\n    ... on Person",
        "    ... on Person",
        "Keeper",
        "no __typename",
    ),
}


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[..., Path]:
    """Copies the spec of the tests and replaces a text in one of its files; returns the service's folder."""

    def run(name: str, old: str, new: str) -> Path:
        folder = tmp_path / "specs" / "beacons"
        shutil.copytree(SPECS / "beacons", folder)
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return run


def attempt(specs: Path, out: Path) -> str:
    """What the generator says when it is asked for the impossible."""
    out.mkdir()
    with pytest.raises(GenerationError) as caught:
        generate(Run(specs, TEMPLATES, PINS), out)
    return str(caught.value)


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_where_it_is(spoil: Callable[..., Path], fault: str) -> None:
    """A finding names the place and the problem, and says what to do."""
    file, old, new, place, problem = FAULTS[fault]
    service = load_graph_service(spoil(file, old, new))
    found = [finding for _, finding in lint_graph(service) if finding.problem.startswith(problem)]
    assert found
    assert place is None or found[0].pointer == place
    assert all(finding.advice for finding in found)


def test_the_spec_of_the_tests_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """The spec that the tests of this file spoil has no fault of its own."""
    assert lint_specs.main(["--specs", str(SPECS)]) == 0
    assert capsys.readouterr() == ("", "1 specs, 6 operations, 0 findings\n")


def test_findings_are_lines_with_file_and_place(spoil: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints a line a finding, and fails."""
    folder = spoil(LAMP, "# @source made up\n", "")
    assert lint_specs.main(["--specs", str(folder.parent)]) == 1
    assert capsys.readouterr().out == (
        f"{folder / LAMP}#getLamp: @source is missing: name the document and section, and its mark\n"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (SCHEMA, "type Lamp ", "type Lamp @", "schema.graphql"),
        (SCHEMA, "place: Place!", "place: Plaice!", "Unknown type 'Plaice'"),
        (LAMP, "query", "quarry", "get.graphql"),
        (LAMP, "query getLamp", "query", "one operation with a name"),
        (LAMP, "# @source", "# @sauce", "@sauce is unknown"),
        (LAMP, "# @source made up", "# @source made up\n# @source again", "given twice"),
        ("operations/groups.yaml", "places: Where lamps stand\n", "", "places: no group"),
    ],
)
def test_what_cannot_be_read_is_refused(
    spoil: Callable[..., Path], tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    """A file that is no GraphQL, a comment with unknown tags, and a folder that is no group stop the generation."""
    folder = spoil(file, old, new)
    assert says in attempt(folder.parent, tmp_path / "out")


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (LAMP, "...Lamp", "oil", "do not fit the schema"),
        (LAMP, "query getLamp", "query listLamps", "only one operation named"),
        (LAMP, "($id: ID!)", '($id: ID! = "l-1")', "$id has a default"),
        (LAMP, "...Lamp", "id", "what lamp returns has no name"),
        (LISTING, "@paging lamps 20", "@paging lamps many", "@paging names a connection"),
        (LISTING, "      endCursor\n", "", "endCursor is not selected"),
        (SCHEMA, "@effect(is: once) ", "", "the effect is ''"),
    ],
)
def test_what_cannot_be_made_is_refused(
    spoil: Callable[..., Path], tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    """Nothing is left out in silence: the message names what is in the way."""
    folder = spoil(file, old, new)
    assert says in attempt(folder.parent, tmp_path / "out")


def test_no_spec_at_all_is_refused(tmp_path: Path) -> None:
    """A mistyped folder does not empty the package."""
    assert "no folder in it has" in attempt(tmp_path, tmp_path / "out")
