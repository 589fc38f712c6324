"""What ``skybind doctor`` looks at: this machine, and one service after the other, as far as each lets it."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import attrs

from skybind.cli.display import size
from skybind.cli.exits import exit_code
from skybind.cli.services import connect, loaded, service_named
from skybind.credentials import profile_path
from skybind.errors import CredentialsMissing, NotFound, SkybindError
from skybind.transfers.places import state_dir
from skybind.wire.clock import parse_http_date

__all__ = ["Finding", "look_at_machine", "look_at_service"]

_LOW_SPACE = 1_000_000_000
_SKEW_WARNED, _SKEW_REFUSED = 30.0, 300.0
_PATIENCE = 15.0


@attrs.frozen
class Finding:
    """One thing that was looked at.

    Attributes:
        where: ``machine``, or the service.
        what: What was looked at.
        verdict: ``well``, ``doubtful``, ``wrong``, or ``unused`` for a service that is not set up.
        text: What was seen.
        advice: What to do; empty if nothing.
        code: Exit code that a command would end with because of this; 0 if it would not.
        seconds: How long it took.
    """

    where: str
    what: str
    verdict: Literal["well", "doubtful", "wrong", "unused"]
    text: str
    advice: str = ""
    code: int = 0
    seconds: float = 0.0


def look_at_machine() -> Iterator[Finding]:
    """Versions, the folder for records, the file of profiles."""
    yield Finding("machine", "versions", "well", f"skybind {version('skybind')}, Python {sys.version.split()[0]}")
    yield _records(state_dir())
    yield _profiles(profile_path())


def look_at_service(name: str, profile: str | None, *, wanted: bool) -> Iterator[Finding]:
    """Credentials, a call that changes nothing, the clock, the storage.

    Args:
        name: The service.
        profile: Section of the profile file.
        wanted: Whether the user named it; then missing credentials are wrong.
    """
    service = service_named(name)
    try:
        client = connect(name, profile)
    except CredentialsMissing as error:
        verdict: Literal["wrong", "unused"] = "wrong" if wanted else "unused"
        yield Finding(name, "credentials", verdict, error.message, error.advice or "", 3 if wanted else 0)
        return
    except SkybindError as error:
        yield _wrong(name, "credentials", error)
        return
    with client:
        yield Finding(name, "credentials", "well", "found")
        if service.probe is None:
            return
        call, arguments = service.probe
        group, _, method = call.partition(".")
        began = time.monotonic()
        patient = client.with_options(timeout=_PATIENCE, retries=0)
        try:
            raw = getattr(attrgetter(group)(patient).with_raw, method)(**arguments)
            date = raw.headers.get("date")
        except NotFound:
            date = None  # who is told that something does not exist was let in
        except SkybindError as error:
            yield _wrong(name, f"call {call}", error, began)
            return
        yield Finding(name, f"call {call}", "well", "let in", seconds=time.monotonic() - began)
        if date:
            yield _clock(name, date)
        if service.storage is not None:
            yield from _storage(name, service.storage, patient)


def _records(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0")
        free = shutil.disk_usage(folder).free
    except OSError as error:
        advice = "Give it to yourself, or set SKYBIND_STATE_DIR to a folder that can be written."
        return Finding("machine", "records", "wrong", f"{folder}: {error.strerror}", advice, 10)
    if free < _LOW_SPACE:
        return Finding("machine", "records", "doubtful", f"{folder}: {size(free)} free", "Make room on that disk.")
    return Finding("machine", "records", "well", f"{folder}, {size(free)} free")


def _profiles(path: Path) -> Finding:
    if not path.exists():
        return Finding("machine", "profiles", "well", f"{path}: none, which is fine")
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        return Finding("machine", "profiles", "wrong", f"{path}: others may read it", f"chmod 600 {path}", 2)
    return Finding("machine", "profiles", "well", str(path))


def _clock(name: str, date: str) -> Finding:
    server = parse_http_date(date)
    if server is None:
        return Finding(name, "clock", "doubtful", f"the service's Date cannot be read: {date}")
    off = time.time() - server
    told = f"this machine is {abs(off):.0f} s {'ahead' if off > 0 else 'behind'}" if abs(off) >= 1 else "the same time"
    if abs(off) > _SKEW_REFUSED:
        return Finding(name, "clock", "wrong", told, "Set the clock: signed requests are refused beyond 5 minutes.", 3)
    if abs(off) > _SKEW_WARNED:
        return Finding(name, "clock", "doubtful", told, "Set the clock, for example by NTP.")
    return Finding(name, "clock", "well", told)


def _storage(name: str, place: str, client: Any) -> Iterator[Finding]:
    began = time.monotonic()
    try:
        addresses = loaded(place)(client)
    except SkybindError as error:
        yield _wrong(name, "storage credentials", error, began)
        return
    for address in addresses:
        parts = urlsplit(address)
        began = time.monotonic()
        try:
            port = parts.port or {"http": 80}.get(parts.scheme, 443)
            with socket.create_connection((parts.hostname or "", port), timeout=_PATIENCE):
                pass
        except OSError as error:
            advice = "Photos go there, not to the service: open this host and port in firewall or proxy."
            yield Finding(name, "storage", "wrong", f"{parts.netloc}: {error}", advice, 5, time.monotonic() - began)
        else:
            yield Finding(name, "storage", "well", f"{parts.netloc} answers", seconds=time.monotonic() - began)


def _wrong(where: str, what: str, error: SkybindError, began: float | None = None) -> Finding:
    seconds = time.monotonic() - began if began is not None else 0.0
    return Finding(where, what, "wrong", error.message, error.advice or "", exit_code(error), seconds)
