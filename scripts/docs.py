"""Build the documentation site.

    python scripts/docs.py                  build/site
    python scripts/docs.py --out FOLDER     somewhere else

Sources are docs/, CHANGELOG.md, the specifications and the command; settings and navigation are in mkdocs.yml. Nothing
is fetched. The exit code is 1 if the generator warns: of a link, or of an anchor, that leads nowhere.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from documentation.site import assemble

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="docs.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--out", type=Path, default=ROOT / "build" / "site", metavar="FOLDER", help="where the site goes"
    )
    options = parser.parse_args(arguments)
    site = options.out.resolve()
    configuration = assemble(ROOT, site)
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "--config-file", str(configuration)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
