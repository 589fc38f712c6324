"""A canary in the whole suite: secrets that are handed out in a test must not come to light in it.

A pytest plugin. It notes each secret as it comes into being (keys and tokens in the emulators' answers, signatures in
headers and links as they go over the wire, passwords of proxies) and looks for all of them at the end of each test: in
what was printed and logged, in skybind's errors with their tracebacks, in the ledger, in resume tokens, and in the
output and the files of commands. A test in which one is found fails; the message says where, and not what.

Two things show keys on purpose, and are let pass: the line that ``skybind emulate`` prints when it is ready, and the
file that it is asked to write with ``--env-file``. App keys and access key ids are names, not secrets.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import functools
import itertools
import json
import logging
import os
import re
import time
import traceback
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest

SHORTEST = 8
_PREFIX = 16  # characters of a long secret that give it away; a log line may be cut after them
_RUN = re.compile(rb"[A-Za-z0-9+/=_.%~-]{16,}")
_TOKEN = re.compile(r"\bsb\d+\.\w+\.([A-Za-z0-9_-]+)")
_LARGEST_FILE = 1_000_000  # bytes of a file that are looked at
_MOST_ERRORS = 32  # of a test; held until it ends

SECRET_FIELDS = re.compile(r"secret|password|token$|^callbackparam$", re.IGNORECASE)
SIGNED = re.compile(r"[?&]([\w.-]*(?:signature|security-token|access-?token))=([^&#]+)", re.IGNORECASE)
SIGNATURE = re.compile(r'signature="?([^",\s]+)', re.IGNORECASE)
TOKEN_HEADERS = frozenset({"x-amz-security-token", "x-oss-security-token", "x-auth-token", "x-subject-token", "cookie"})


class Secrets:
    """What must not come to light, by kind."""

    def __init__(self) -> None:
        self._long: dict[bytes, str] = {}
        self._short: dict[bytes, str] = {}

    def add(self, kind: str, value: str) -> None:
        """Note a secret, also as it looks in an address. Very short ones would be found everywhere; they are left."""
        if len(value) < SHORTEST:
            return
        for spelling in {value} if value.isalnum() else {value, quote(value, safe=""), quote(value)}:
            raw = spelling.encode()
            if len(raw) >= _PREFIX and _RUN.fullmatch(raw):
                self._long.setdefault(raw[:_PREFIX], kind)
            else:
                self._short.setdefault(raw, kind)

    def kinds_in(self, text: str | bytes) -> set[str]:
        """Kinds of the secrets that a text holds, in the open or inside a resume token."""
        if isinstance(text, str):
            inside = b"\n".join(_opened(token) for token in _TOKEN.findall(text))
            raw = text.encode("utf-8", "backslashreplace") + b"\n" + inside
        else:
            raw = text
        found = {kind for secret, kind in self._short.items() if secret in raw}
        for match in _RUN.finditer(raw):
            run = match[0]
            for start in range(len(run) - _PREFIX + 1):
                kind = self._long.get(run[start : start + _PREFIX])
                if kind is not None:
                    found.add(kind)
        return found


def _opened(token: str) -> bytes:
    """What a resume token holds; its last six characters are a checksum."""
    payload = token[:-6]
    with contextlib.suppress(binascii.Error, ValueError):
        return base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    return b""


class Canary:
    """Secrets of a session, and the places of one test at which they might come to light."""

    def __init__(self) -> None:
        self.secrets = Secrets()
        self.watching = False
        self.begin()

    def begin(self) -> None:
        """Forget the places of the test before; its secrets stay secret."""
        self._texts: list[tuple[str, str | bytes]] = []
        self._errors: list[BaseException] = []
        self._commands_began: int | None = None
        self._allowed: set[Path] = set()

    # -------------------------------------------------------------------------------------------- secrets

    def answer(self, payload: Any) -> None:
        """Note the secrets in a service's answer, or in a ready line."""
        if isinstance(payload, Mapping):
            for name, value in payload.items():
                if isinstance(value, str):
                    if SECRET_FIELDS.search(str(name)):
                        self.secrets.add(str(name), value)
                    elif value.startswith("http"):
                        self.target(value)
                else:
                    self.answer(value)
        elif isinstance(payload, list | tuple):
            for item in payload:
                self.answer(item)

    def header(self, name: str, value: str) -> None:
        """Note what authenticates in a header of a request."""
        name = name.lower()
        if name == "authorization":
            signature = SIGNATURE.search(value)
            self.secrets.add("signature of a request", signature[1] if signature else value.rpartition(" ")[2])
        elif name == "proxy-authorization":
            self.secrets.add("credentials for a proxy", value.rpartition(" ")[2])
        elif name == "digest":
            self.secrets.add("digest of a request", value.partition("=")[2])
        elif name in TOKEN_HEADERS:
            self.secrets.add(f"header {name}", value)

    def target(self, url: str) -> None:
        """Note the signature and the token in a signed address."""
        if "?" in url:
            for name, value in SIGNED.findall(url):
                self.secrets.add(f"{name} of a signed link", unquote(value))

    def proxy(self, address: str | None) -> None:
        """Note the password of a proxy."""
        password = urlsplit(address if "//" in address else f"//{address}").password if address else None
        if password:
            self.secrets.add("password of a proxy", password)
            self.secrets.add("password of a proxy", unquote(password))

    # -------------------------------------------------------------------------------------------- places

    def text(self, where: str, text: str | bytes) -> None:
        """Have a text looked through when the test ends."""
        self._texts.append((where, text))

    def error(self, error: BaseException) -> None:
        """Have an error looked through when the test ends: what it says, and its traceback."""
        if len(self._errors) < _MOST_ERRORS:
            self._errors.append(error)

    def command(self, arguments: list[str]) -> None:
        """Note that a command of ours begins: files that are written from now on may be its."""
        self._commands_began = self._commands_began or time.time_ns()
        for option, value in itertools.pairwise(arguments):
            if option == "--env-file":
                self._allowed.add(Path(value))

    def output(self, arguments: list[str], stream: str, output: str | bytes | None) -> None:
        """Take what a command printed. The ready line of the emulators tells keys on purpose."""
        text = output.decode("utf-8", "replace") if isinstance(output, bytes) else output or ""
        rest = []
        for line in text.splitlines():
            ready = _ready_line(line) if "emulate" in arguments or "skybind_emulators" in arguments else None
            if ready is None:
                rest.append(line)
            else:
                self.answer(ready)
        self.text(f"{stream} of {' '.join(_words(arguments))}", "\n".join(rest))

    def leaks(self, state: Path | None = None, folder: Path | None = None) -> list[str]:
        """Where secrets have come to light: a line for each place.

        Args:
            state: Folder of the ledger.
            folder: Where commands of this test write.
        """
        found: list[str] = []
        for where, text in [*self._texts, *self._said(), *self._files(state, folder)]:
            found += [f"{kind} in {where}" for kind in sorted(self.secrets.kinds_in(text))]
        return list(dict.fromkeys(found))

    def _said(self) -> Iterator[tuple[str, str]]:
        for error in self._errors:
            name = type(error).__name__
            yield f"str of {name}", str(error)
            yield f"repr of {name}", repr(error)
            yield f"traceback of {name}", "".join(traceback.format_exception(error))
            for attribute in ("advice", "token"):
                yield f"{attribute} of {name}", str(getattr(error, attribute, None) or "")

    def _files(self, state: Path | None, folder: Path | None) -> Iterator[tuple[str, bytes]]:
        for home, since in ((state, 0), (folder, self._commands_began)):
            if home is None or since is None:
                continue
            for place, _, names in os.walk(home):  # passes over what it may not read
                for name in names:
                    file = Path(place, name)
                    where = str(file.relative_to(home))
                    with contextlib.suppress(OSError):
                        if file not in self._allowed and file.stat().st_mtime_ns >= since:
                            yield f"the name of {where}", os.fsencode(where)
                            with file.open("rb") as content:
                                yield f"the file {where}", content.read(_LARGEST_FILE)


def _ready_line(line: str) -> Any:
    if line.startswith("{"):
        with contextlib.suppress(ValueError):
            content = json.loads(line)
            return content if isinstance(content, dict) and "services" in content else None
    return None


def _words(arguments: list[str]) -> list[str]:
    """A command without its interpreter and without values, which are long."""
    shown = [word for word in arguments[1:] if re.fullmatch(r"[a-z_.]+", word)]
    return shown[:3] or ["a command"]


# ------------------------------------------------------------------------------------------------------ the plugin

CANARY = Canary()
_OURS = ("skybind.cli", "skybind_emulators", "skybind")


def watch(canary: Canary, patch: pytest.MonkeyPatch) -> None:
    """Have the canary told of all secrets and places, by hooks at the few doors through which they all go.

    A door that has moved fails the session: a canary that hears nothing would be worse than none.
    """
    import http.client
    import subprocess

    import httpx

    from skybind import errors, options, tokens
    from skybind_emulators import jsontext, serve
    from skybind_emulators.store.access import Access

    def before(owner: Any, name: str, look: Callable[..., None]) -> None:
        inner = getattr(owner, name)

        @functools.wraps(inner)
        def outer(*args: Any, **kwargs: Any) -> Any:
            look(*args, **kwargs)
            return inner(*args, **kwargs)

        patch.setattr(owner, name, outer)

    def after(owner: Any, name: str, look: Callable[[Any, tuple[Any, ...]], None]) -> None:
        inner = getattr(owner, name)

        @functools.wraps(inner)
        def outer(*args: Any, **kwargs: Any) -> Any:
            result = inner(*args, **kwargs)
            look(result, args)
            return result

        patch.setattr(owner, name, outer)

    # What emulators hand out.
    after(serve.Running, "__init__", lambda _, args: canary.answer(args[0].ready))
    before(jsontext, "write", lambda payload, *_a, **_k: canary.answer(payload))
    for name in ("issue", "issue_service_key"):
        after(
            Access,
            name,
            lambda credential, _: canary.answer(
                {"secretAccessKey": credential.secret_access_key, "sessionToken": credential.session_token or ""}
            ),
        )

    # What goes over the wire.
    def request(_transport: Any, sent: Any, *_a: Any, **_k: Any) -> None:
        canary.target(str(sent.url))
        for name, value in sent.headers.items():
            canary.header(name, value)

    before(httpx.HTTPTransport, "handle_request", request)
    before(httpx.AsyncHTTPTransport, "handle_async_request", request)
    before(http.client.HTTPConnection, "putrequest", lambda _, _method, url, *_a, **_k: canary.target(url))

    def put_header(_connection: Any, name: Any, *values: Any) -> None:
        for value in values:
            canary.header(_text(name), _text(value))

    before(http.client.HTTPConnection, "putheader", put_header)
    after(options.Options, "__init__", lambda _, args: canary.proxy(args[0].proxy))

    # Where it might come to light.
    after(errors.SkybindError, "__init__", lambda _, args: canary.error(args[0]))
    before(tokens, "_check", lambda service, payload: canary.text("a resume token", f"sb1.{service}.{payload}------"))

    def began(_process: Any, args: Any, *_a: Any, **_k: Any) -> None:
        if words := _command(args):
            canary.command(words)

    def ended(result: Any, args: tuple[Any, ...]) -> None:
        if words := _command(args[0].args):
            for stream, output in zip(("stdout", "stderr"), result, strict=True):
                canary.output(words, stream, output)

    before(subprocess.Popen, "__init__", began)
    after(subprocess.Popen, "communicate", ended)


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _command(args: Any) -> list[str]:
    """The words of a command, if it is one of ours."""
    words = [str(word) for word in args] if isinstance(args, list | tuple) else [str(args)]
    return words if any(word in _OURS or Path(word).name == "skybind" for word in words) else []


class _Listener(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        CANARY.text(f"the log of {record.name}", self.format(record))


_UNDO: pytest.StashKey[Callable[[], None]] = pytest.StashKey()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin to watch, where tests are run: with xdist, in its workers. A session inside a test is watched already."""
    if not session.items or CANARY.watching:
        return
    patch = pytest.MonkeyPatch()
    watch(CANARY, patch)
    # Have every request logged: what is not logged cannot be found in a log. Reports of failing tests stay as they are.
    logger, listener = logging.getLogger("skybind"), _Listener()
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(listener)
    reporting = getattr(session.config.pluginmanager.getplugin("logging-plugin"), "report_handler", None)
    if reporting is not None:
        reporting.addFilter(lambda record: record.levelno >= logging.WARNING or not record.name.startswith("skybind"))
    CANARY.watching = True

    def undo() -> None:
        patch.undo()
        logger.removeHandler(listener)
        logger.setLevel(level)
        CANARY.watching = False

    session.config.stash[_UNDO] = undo


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave everything as it was."""
    config.stash.get(_UNDO, lambda: None)()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Each test answers for itself."""
    CANARY.begin()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Look everywhere when a test has run: its output is captured by now, and its files are still there."""
    result = yield
    for phase, stream, text in item._report_sections:
        CANARY.text(f"captured {stream} ({phase})", text)
    state = os.environ.get("SKYBIND_STATE_DIR")
    _judge(CANARY.leaks(Path(state) if state else None, getattr(item, "funcargs", {}).get("tmp_path")))
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """What fixtures print at their end counts too."""
    CANARY.begin()
    result = yield
    for phase, stream, text in item._report_sections:
        if phase == "teardown":
            CANARY.text(f"captured {stream} ({phase})", text)
    _judge(CANARY.leaks())
    return result


def _judge(leaks: list[str]) -> None:
    if leaks:
        pytest.fail("the canary has found secrets where there must be none:\n" + "\n".join(leaks), pytrace=False)


@pytest.fixture
def canary() -> Canary:
    """The canary of the session, for tests that bring secrets of their own or write them down on purpose."""
    return CANARY
