"""The tools that write the code: which versions, which templates of theirs we replace, how the formatter is run."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from .problems import GenerationError

OPENAPI_TOOLS = ("openapi-python-client", "ruff")
GRAPHQL_TOOLS = ("ariadne-codegen", "graphql-core", "ruff")
TOOLS = ("ariadne-codegen", "graphql-core", "openapi-python-client", "ruff")
UPSTREAM_DIGESTS = "upstream.sha256.json"
OVERRIDES = "opc"
LINE_LENGTH = 120


def read_pins(pyproject: Path) -> dict[str, str]:
    """The exact versions that the `codegen` dependency group asks for.

    Raises:
        GenerationError: A tool is missing from the group, or not pinned with `==`.
    """
    group = tomllib.loads(pyproject.read_text(encoding="utf-8")).get("dependency-groups", {}).get("codegen", [])
    exact = dict(item.split("==", 1) for item in group if isinstance(item, str) and "==" in item)
    for tool in TOOLS:
        if tool not in exact:
            raise GenerationError(f"{pyproject}: pin {tool} with == in the dependency group `codegen`")
    return {tool: exact[tool].strip() for tool in TOOLS}


def check_versions(pins: Mapping[str, str]) -> None:
    """Refuse to work with other versions than the pinned ones: they write other code.

    Raises:
        GenerationError: A tool is missing or has another version.
    """
    for tool, wanted in pins.items():
        try:
            installed = version(tool)
        except PackageNotFoundError:
            installed = "not installed"
        if installed != wanted:
            raise GenerationError(
                f"{tool} is {installed}, the project pins {wanted}: pip install --group codegen, or move the pin"
            )


def upstream_digests(templates: Path) -> dict[str, str]:
    """SHA-256 of each template of the generator that we replace, as the installed version has it."""
    spec = find_spec("openapi_python_client")
    if spec is None or spec.origin is None:
        raise GenerationError("openapi-python-client is not installed: pip install --group codegen")
    upstream = Path(spec.origin).parent / "templates"
    found = {}
    for ours in sorted((templates / OVERRIDES).rglob("*.jinja")):
        name = ours.relative_to(templates / OVERRIDES).as_posix()
        theirs = upstream / name
        if not theirs.is_file():
            raise GenerationError(f"{ours}: the generator has no template of this name; ours would never be used")
        found[name] = sha256(theirs.read_bytes()).hexdigest()
    return found


def check_upstream(templates: Path) -> None:
    """Refuse to work if a template that ours was derived from has changed.

    Raises:
        GenerationError: Names the templates to compare again.
    """
    record = templates / UPSTREAM_DIGESTS
    recorded = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
    installed = upstream_digests(templates)
    changed = [name for name in sorted({*recorded, *installed}) if recorded.get(name) != installed.get(name)]
    if changed:
        raise GenerationError(
            f"templates of the generator are not those that ours were derived from: {', '.join(changed)}. "
            f"Compare them with {templates / OVERRIDES}, carry over what matters, run generate.py --accept-upstream"
        )


def record_upstream(templates: Path) -> None:
    """Write down the digests of the installed generator's templates."""
    text = json.dumps(upstream_digests(templates), indent=2, sort_keys=True) + "\n"
    (templates / UPSTREAM_DIGESTS).write_text(text, encoding="utf-8")


def tidy(folder: Path) -> None:
    """Drop unused imports, sort the rest, and format every Python file below a folder.

    The interpreter's own ruff is used, wherever PATH points, and no configuration of the machine or of the project
    is read: both would change the output.

    Raises:
        GenerationError: Ruff failed; the message has its words.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("RUFF_")}
    shared = ["--isolated", "--no-cache", "--target-version", "py311", "--line-length", str(LINE_LENGTH)]
    for command in (["check", "--quiet", "--fix-only", "--extend-select", "I", *shared, "."], ["format", *shared, "."]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise GenerationError(f"ruff {command[0]} failed on the generated code: {done.stderr or done.stdout}")
