"""What a program costs: processor time, peak memory and wall time of a process of its own; and tables of medians."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).resolve().parents[2] / "build" / "bench"


@dataclass
class Cost:
    """Of one run.

    Attributes:
        cpu: Seconds of processor time, user and system, interpreter start and imports included.
        peak_mb: Most memory that it had, in MB. It is read from /proc while it runs: the counter that the system hands
            out at the end begins with that of the process which started it.
        wall: Seconds.
    """

    cpu: float
    peak_mb: float
    wall: float


def cost_of(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a program to its end.

    Raises:
        SystemExit: it failed; says how.
    """
    began = time.monotonic()
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    peak = 0
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        peak = max(peak, _peak_kib(process.pid))
        time.sleep(0.02)
    wall = time.monotonic() - began
    assert process.stderr is not None
    words = process.stderr.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}: {words[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, peak * 1024 / 1e6, wall)


def _peak_kib(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("VmHWM")), 0)


def median(costs: Iterable[Cost]) -> Cost:
    """Each figure's median."""
    listed = list(costs)
    return Cost(*(statistics.median(getattr(cost, name) for cost in listed) for name in ("cpu", "peak_mb", "wall")))


def machine() -> dict[str, str]:
    """What it was measured on."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "?"
    )
    return {
        "processor": f"{os.cpu_count()} × {model}",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "date": time.strftime("%Y-%m-%d"),
        "load": f"{os.getloadavg()[1]:.1f} before and while measuring",
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def keep(name: str, figures: object) -> None:
    """Put figures where ``page.py`` finds them."""
    RESULTS.mkdir(parents=True, exist_ok=True)

    def plain(value: object) -> object:
        return asdict(value) if isinstance(value, Cost) else str(value)

    text = json.dumps({"machine": machine(), "figures": figures}, indent=2, default=plain)
    (RESULTS / f"{name}.json").write_text(text + "\n")
