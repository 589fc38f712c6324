"""The client's memory does not grow with the size of files, nor with their number."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.emulation import settings_of
from skybind_emulators import Running

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is read from /proc")

MB = 1_000_000
WORKERS = 4
# A worker holds one block of 1 MiB; the allocator and the libraries take some more. A client that held whole files
# would need four times 24 MB, and one that kept 30 kB for each file 18 MB. Seen: 8 MB more.
SLACK = 16 * MB

# The peak of this very program: the counter of getrusage would begin with that of the process it was started from.
PEAK = """
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(peak.split()[1]) * 1024)
"""

UPLOAD = f"""
import json, sys
from skybind import Terra
with Terra(**json.load(sys.stdin), state=sys.argv[2]) as terra:
    terra.with_options(check_limits=False).upload(sys.argv[1], workers={WORKERS})
{PEAK}"""

DOWNLOAD = f"""
import json, pathlib, sys
from skybind.options import Options
from skybind.transfers.download import Wanted, download
links = json.load(sys.stdin)
wanted = [Wanted(str(number), None, lambda link=link: link) for number, link in enumerate(links)]
download(wanted, pathlib.Path(sys.argv[1]), options=Options(), workers={WORKERS})
{PEAK}"""


def peak_of(code: str, told: object, *arguments: Path) -> int:
    """Most bytes of memory that a program of its own had; it is told something as JSON."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    run = subprocess.run(command, input=json.dumps(told), capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    return int(run.stdout)


def card(folder: Path, files: int, size: int) -> Path:
    """A folder of files that begin like photos; the rest of each is a hole, which costs no room."""
    folder.mkdir()
    for number in range(files):
        with (folder / f"{number:05}.jpg").open("wb") as file:
            file.write(b"\xff\xd8\xff")
            file.truncate(size)
    return folder


SMALL, LARGE, MANY = (4, 20_000), (4, 24 * MB), (600, 2_000)


def peak_of_upload(running: Running, folder: Path, shape: tuple[int, int]) -> int:
    photos = card(folder / f"card-{shape[0]}-{shape[1]}", *shape)
    return peak_of(UPLOAD, settings_of(running), photos, folder / f"state-{shape[0]}-{shape[1]}")


def peak_of_download(running: Running, folder: Path, shape: tuple[int, int]) -> int:
    store, bucket = running.store, running.terra.cloud.bucket
    endpoint = running.ready["services"]["terra"]["storage"]["oss_endpoint"]
    files, size = shape
    (content,) = card(folder / f"content-{files}-{size}", 1, size).iterdir()
    links = []
    for number in range(files):
        key = f"{files}-{size}-{number}"
        store.put(bucket, key, content)
        links.append(store.presign_get(bucket, key, base_url=endpoint, lifetime_s=600, dialect="oss"))
    out = folder / f"out-{files}-{size}"
    peak = peak_of(DOWNLOAD, links, out)
    assert sum(file.stat().st_size for file in out.iterdir()) == files * size
    return peak


@pytest.mark.parametrize("peak_of_shape", [peak_of_upload, peak_of_download], ids=["upload", "download"])
def test_memory_does_not_grow_with_files(
    peak_of_shape: Callable[..., int], start: Callable[..., Running], tmp_path: Path
) -> None:
    """Four files of 24 MB take as much as four of 20 kB, and so do six hundred small ones."""
    running = start(region="cn")
    small, large, many = (peak_of_shape(running, tmp_path, shape) for shape in (SMALL, LARGE, MANY))
    assert large - small < SLACK
    assert many - small < SLACK
