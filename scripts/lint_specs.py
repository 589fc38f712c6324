"""Check what `specs/` says: sources and effects are there, and nothing that the generator would drop or get wrong.

    python scripts/lint_specs.py

One line a finding: file, JSON pointer, problem, what to do. The exit code is 1 if there is one.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generation.document import find_documents
from generation.graphql.lint import lint_graph
from generation.graphql.service import find_graph_services
from generation.lint import lint
from generation.lint.findings import Finding
from generation.problems import GenerationError

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 1 if there is a finding, 2 if a spec cannot be read."""
    parser = argparse.ArgumentParser(prog="lint_specs.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder with one folder a service")
    options = parser.parse_args(arguments)
    try:
        documents = find_documents(options.specs)
        graphs = find_graph_services(options.specs)
        if not documents and not graphs:
            raise GenerationError(f"{options.specs}: no folder in it has an openapi.yaml or a schema.graphql")
    except GenerationError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    found = [line(document.file_of(finding.pointer), finding) for document in documents for finding in lint(document)]
    found += [line(file, finding) for graph in graphs for file, finding in lint_graph(graph)]
    for text in found:
        print(text)
    operations = sum(len(list(document.operations())) for document in documents)
    operations += sum(len(graph.documents) for graph in graphs)
    print(f"{len(documents) + len(graphs)} specs, {operations} operations, {len(found)} findings", file=sys.stderr)
    return 1 if found else 0


def line(file: Path, finding: Finding) -> str:
    """A finding as it is printed."""
    shown = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
    return f"{shown}#{finding.pointer}: {finding.problem}: {finding.advice}"


if __name__ == "__main__":
    sys.exit(main())
