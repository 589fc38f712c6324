"""The command as a user runs it: a process of its own, forked from one that has loaded it where that is the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

import skybind_emulators
from harness import preloaded
from harness.thorough import THOROUGH
from skybind.cli.environment import environment

SKYBIND = [sys.executable, "-m", "skybind.cli"]


def environment_of(running: skybind_emulators.Running) -> dict[str, str]:
    """What ``skybind emulate --env-file`` writes for these emulators."""
    return environment(running.ready)


@attrs.frozen
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Its result."""
        return json.loads(self.out)


@attrs.define
class Command:
    """Runs ``skybind`` with an environment of its own."""

    folder: Path
    environment: dict[str, str] = attrs.field(factory=dict)

    def _environment(self) -> Mapping[str, str]:
        return {**os.environ, **self.environment, "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}

    def __call__(self, *arguments: str | Path, timeout: float = 60, stdin: str | None = None) -> Outcome:
        words, environment = [*map(str, arguments)], self._environment()
        if THOROUGH or not preloaded.fits(environment):
            done = subprocess.run(
                [*SKYBIND, *words],
                capture_output=True,
                text=True,
                timeout=timeout,
                cwd=self.folder,
                env=environment,
                check=False,
                **({"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}),
            )
            return Outcome(done.returncode, done.stdout, done.stderr)
        from harness.canary import CANARY  # a plugin, which pytest is to load first

        CANARY.command([*SKYBIND, *words])
        outcome = Outcome(*preloaded.run(words, environment, self.folder, stdin=stdin, timeout=timeout))
        CANARY.output([*SKYBIND, *words], "stdout", outcome.out)
        CANARY.output([*SKYBIND, *words], "stderr", outcome.err)
        return outcome

    def begin(self, *arguments: str | Path) -> subprocess.Popen[str]:
        """The command, still running."""
        return subprocess.Popen(
            [*SKYBIND, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env=self._environment(),
        )
