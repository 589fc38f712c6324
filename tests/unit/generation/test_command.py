"""The command line of the generator: what it writes, what it refuses, and that its output depends on nothing else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import generate
from generation.problems import GenerationError
from generation.toolchain import check_upstream, check_versions, read_pins, record_upstream, tidy
from unit.generation.made_up import DATA, ROOT, TEMPLATES

TINY = DATA / "golden" / "specs"


def run(out: Path, *more: str) -> int:
    return generate.main(["--specs", str(TINY), "--out", str(out), *more])


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_what_is_committed_is_what_the_specs_make(capsys: pytest.CaptureFixture[str]) -> None:
    """`generated/` is up to date with specs, templates and pinned tools."""
    assert generate.main(["--check"]) == 0, capsys.readouterr().out


def test_check_lists_what_would_change_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New, missing and changed files are named, the exit code is 1, and the folder stays as it is."""
    assert run(tmp_path) == 0
    package = tmp_path / "skybind_clients"
    (package / "tiny" / "operations.py").write_text("# edited\n", encoding="utf-8")
    (package / "tiny" / "models" / "lamp.py").unlink()
    (package / "tiny" / "stale.py").write_text("", encoding="utf-8")
    (package / "tiny" / "__pycache__").mkdir(exist_ok=True)
    (package / "tiny" / "__pycache__" / "stale.pyc").write_bytes(b"")
    before = tree(tmp_path)
    capsys.readouterr()
    assert run(tmp_path, "--check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "new     tiny/models/lamp.py",
        "missing tiny/stale.py",
        "changed tiny/operations.py",
    ]
    assert tree(tmp_path) == before


def test_writing_touches_only_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Stale files and folders go, changed ones are written, equal ones keep their time stamp."""
    run(tmp_path)
    package = tmp_path / "skybind_clients"
    fresh = tree(package)
    (package / "tiny" / "operations.py").write_text("# edited\n", encoding="utf-8")
    (package / "gone" / "models" / "__pycache__").mkdir(parents=True)
    (package / "gone" / "models" / "old.py").write_text("", encoding="utf-8")
    (package / "gone" / "models" / "__pycache__" / "old.pyc").write_bytes(b"")
    os.utime(package / "runtime.py", (1, 1))
    assert run(tmp_path) == 0
    assert tree(package) == fresh
    assert not (package / "gone").exists()
    assert (package / "runtime.py").stat().st_mtime == 1
    assert run(tmp_path, "--check") == 0


def test_the_output_depends_on_nothing_else(tmp_path: Path) -> None:
    """Working directory, home, hash seed, PATH and the machine's ruff settings change no byte."""
    strange = tmp_path / "strange"
    (strange / ".config" / "ruff").mkdir(parents=True)
    for file in (strange / "ruff.toml", strange / ".config" / "ruff" / "ruff.toml"):
        file.write_text('line-length = 40\nindent-width = 2\n[format]\nquote-style = "single"\n', encoding="utf-8")
    surroundings: list[dict[str, str]] = [
        {"PYTHONHASHSEED": "1", "HOME": str(tmp_path)},
        {
            "PYTHONHASHSEED": "4242",
            "HOME": str(strange),
            "XDG_CONFIG_HOME": str(strange / ".config"),
            "TMPDIR": str(strange),
            "RUFF_CONFIG": str(strange / "ruff.toml"),
            "LC_ALL": "C",
            "TZ": "Asia/Shanghai",
        },
    ]
    for index, variables in enumerate(surroundings):
        command = [sys.executable, str(ROOT / "scripts" / "generate.py"), "--out", str(tmp_path / str(index))]
        done = subprocess.run(
            [*command, "--specs", str(TINY)],
            cwd=strange if index else ROOT,
            env={"PATH": "/nowhere", **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "0") == tree(tmp_path / "1")
    assert len(tree(tmp_path / "0")) > 15


def test_the_manifest_says_what_went_in(tmp_path: Path) -> None:
    """Spec digests and exact versions of the tools lie beside the output."""
    run(tmp_path)
    manifest = json.loads((tmp_path / "skybind_clients" / "tiny" / "manifest.json").read_text(encoding="utf-8"))
    pins = read_pins(ROOT / "pyproject.toml")
    assert manifest["tools"] == {tool: pins[tool] for tool in ("openapi-python-client", "ruff")}
    assert list(manifest["specs"]) == ["specs/tiny/openapi.yaml"]
    assert len(manifest["specs"]["specs/tiny/openapi.yaml"]) == 64
    assert manifest["operations"] == 2
    assert (tmp_path / "skybind_clients" / "py.typed").read_bytes() == b""


def test_another_version_of_a_tool_is_refused() -> None:
    """Another version writes other code, so it does not run at all."""
    with pytest.raises(GenerationError, match=r"ruff is .*, the project pins 0\.0\.1: pip install --group codegen"):
        check_versions({"ruff": "0.0.1"})
    with pytest.raises(GenerationError, match="no-such-tool is not installed"):
        check_versions({"no-such-tool": "1"})


@pytest.mark.parametrize(
    ("pins", "missing"),
    [
        ([], "ariadne-codegen"),
        (["ariadne-codegen==1", "graphql-core==1", "ruff==1"], "openapi-python-client"),
        (["ariadne-codegen==1", "graphql-core==1", "openapi-python-client>=0.29", "ruff==1"], "openapi-python-client"),
        (["ariadne-codegen==1", "graphql-core>=3.2", "openapi-python-client==0.29", "ruff==1"], "graphql-core"),
    ],
)
def test_pins_are_exact(tmp_path: Path, pins: list[str], missing: str) -> None:
    """A bound is not a pin."""
    (tmp_path / "pyproject.toml").write_text(f"[dependency-groups]\ncodegen = {json.dumps(pins)}\n", encoding="utf-8")
    with pytest.raises(GenerationError, match=f"pin {missing} with == in the dependency group `codegen`"):
        read_pins(tmp_path / "pyproject.toml")


def test_the_templates_are_derived_from_the_installed_ones() -> None:
    """What the project records of the generator's templates is what is installed."""
    check_upstream(TEMPLATES)


def test_a_changed_upstream_template_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template that ours was derived from has changed: someone has to look."""
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    record = templates / "upstream.sha256.json"
    digests = json.loads(record.read_text(encoding="utf-8"))
    digests["model.py.jinja"] = "0" * 64
    record.write_text(json.dumps(digests), encoding="utf-8")
    assert run(tmp_path / "out", "--templates", str(templates)) == 2
    assert "are not those that ours were derived from: model.py.jinja." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    record_upstream(templates)
    assert record.read_bytes() == (TEMPLATES / "upstream.sha256.json").read_bytes()


def test_a_template_that_replaces_nothing_is_refused(tmp_path: Path) -> None:
    """A template with a misspelt name would never be used."""
    (tmp_path / "opc").mkdir()
    (tmp_path / "opc" / "modle.py.jinja").write_text("", encoding="utf-8")
    with pytest.raises(GenerationError, match="the generator has no template of this name"):
        record_upstream(tmp_path)


def test_every_template_is_explained() -> None:
    """The list of templates names each one, and the generator's licence lies beside what is derived from it."""
    text = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    for file in TEMPLATES.rglob("*.jinja"):
        assert f"`{file.name.split('.')[0]}`" in text, file
    assert "Copyright (c) 2020 Triax Technologies" in (TEMPLATES / "opc" / "LICENSE").read_text(encoding="utf-8")


def test_code_that_is_no_python_is_refused(tmp_path: Path) -> None:
    """A template that writes nonsense is found by the formatter, and its words are passed on."""
    (tmp_path / "broken.py").write_text("def (:\n", encoding="utf-8")
    with pytest.raises(GenerationError, match=r"ruff .* failed on the generated code: .*broken\.py"):
        tidy(tmp_path)
