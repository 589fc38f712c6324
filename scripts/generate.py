"""Make `generated/` from `specs/`, or check that it is up to date.

    python scripts/generate.py            write what has changed
    python scripts/generate.py --check    write nothing; list what would change, and fail if there is something

The output depends on the specs, the templates and the pinned tools, and on nothing else: not on the working directory,
the machine's settings or the order of a set.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generation.pipeline import Run, generate
from generation.problems import GenerationError
from generation.toolchain import check_upstream, check_versions, read_pins, record_upstream
from generation.trees import bring_up_to_date, compare

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "scripts" / "templates"
PACKAGE = "skybind_clients"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 1 for a stale output (`--check`), 2 if nothing can be generated."""
    parser = argparse.ArgumentParser(prog="generate.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if the output is not up to date")
    parser.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder with one folder a service")
    parser.add_argument("--out", type=Path, default=ROOT / "generated", help=f"folder that holds {PACKAGE}")
    parser.add_argument("--templates", type=Path, default=TEMPLATES, help="folder of the templates")
    parser.add_argument(
        "--accept-upstream", action="store_true", help="record the installed generator's templates as known, and stop"
    )
    options = parser.parse_args(arguments)
    try:
        pins = read_pins(ROOT / "pyproject.toml")
        check_versions(pins)
        if options.accept_upstream:
            record_upstream(options.templates)
            return 0
        check_upstream(options.templates)
        return _generate(options, Run(options.specs, options.templates, pins))
    except GenerationError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def _generate(options: argparse.Namespace, run: Run) -> int:
    present = options.out / PACKAGE
    with tempfile.TemporaryDirectory(prefix="skybind-generate-") as folder:
        fresh = Path(folder) / PACKAGE
        fresh.mkdir()
        services = generate(run, fresh)
        if options.check:
            difference = compare(fresh, present)
            for line in difference.lines():
                print(line)
            if difference:
                print("generated/ is not what specs/ and scripts/templates make: run make generate", file=sys.stderr)
            return 1 if difference else 0
        difference = bring_up_to_date(fresh, present)
    for line in difference.lines():
        print(line)
    print(f"{', '.join(services)}: {len(difference.lines())} files differed" if difference else "up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
