"""Forks of a process that has loaded the command, beside processes that load it themselves."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from harness import preloaded
from harness.command import SKYBIND, environment_of


def fresh(words: list[str], folder: Path, stdin: str | None = None) -> tuple[int, str, str]:
    done = subprocess.run(
        [*SKYBIND, *words], cwd=folder, input=stdin or "", capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        (["--version"], None),
        (["no-such-command"], None),  # exit code 2, said on stderr
        (["status", "--all", "--json"], None),
        (["resume", "no token"], None),
        (["api", "terra", "resources.create", "@body.json", "--json"], None),
        (["api", "iam", "tokens.create", "auth:=@-"], "no JSON"),
    ],
)
def test_a_fork_is_like_a_process(words: list[str], stdin: str | None, tmp_path: Path) -> None:
    """Exit code, stdout and stderr are those of a process from nothing, in the same folder and environment."""
    (tmp_path / "body.json").write_text('{"name": "a"}')
    assert preloaded.fits(os.environ)
    forked = preloaded.run(words, os.environ, tmp_path, stdin=stdin, timeout=60)
    assert forked == fresh(words, tmp_path, stdin)


def test_a_fork_has_its_own_environment(tmp_path: Path) -> None:
    """A setting is there for the command that is given it, and not for the next one."""
    words, given = ["status", "--all"], {**os.environ, "SKYBIND_STATE_DIR": str(tmp_path / "taken")}
    Path(given["SKYBIND_STATE_DIR"]).write_text("a file where a folder must be")
    assert preloaded.fits(given)
    assert preloaded.run(words, given, tmp_path, stdin=None, timeout=60)[0] != 0
    assert preloaded.run(words, os.environ, tmp_path, stdin=None, timeout=60)[0] == 0


def test_settings_of_the_interpreter_need_a_process_of_their_own() -> None:
    """What Python reads when it starts would come too late for a fork."""
    assert preloaded.fits({**os.environ, "SKYBIND_TERRA_REGION": "cn", "COLUMNS": "80"})
    for name in ("PYTHONPATH", "PYTHONUTF8", "LC_ALL", "TZ"):
        assert not preloaded.fits({**os.environ, name: "other"})


def test_what_takes_too_long_is_killed(start, tmp_path: Path) -> None:
    """As ``subprocess`` does it; the next command runs."""
    running = start(services=("koomap",))
    given = {**os.environ, **environment_of(running)}
    with pytest.raises(subprocess.TimeoutExpired):
        preloaded.run(["koomap", "workspaces"], given, tmp_path, stdin=None, timeout=0.001)
    assert preloaded.run(["--version"], given, tmp_path, stdin=None, timeout=60)[0] == 0
