"""The canary sings: each kind of secret is found at each place, said without its value, and only then."""

from __future__ import annotations

import base64
import json
import os
import random
import string
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.canary import Canary, Secrets
from harness.emulation import settings_of
from skybind import Options
from skybind.errors import UsageError
from skybind.tokens import write_token

chance = random.Random(20)
PLAIN = "".join(chance.choices(string.ascii_letters + string.digits, k=44))
BASE64 = base64.b64encode(b"\xff\xfe" + chance.randbytes(40)).decode()  # slash and plus among its first characters
HEX = chance.randbytes(32).hex()
PASSWORD = "p@ss:w0rd"

SECRETS: dict[str, tuple[Callable[[Canary], None], str]] = {
    "secret key": (lambda canary: canary.answer({"services": {"a": {"secret_key": PLAIN}}}), PLAIN),
    "STS secret": (lambda canary: canary.answer([{"data": {"secretAccessKey": PLAIN}}]), PLAIN),
    "STS token": (lambda canary: canary.answer({"data": {"sessionToken": BASE64}}), BASE64),
    "callback parameter": (lambda canary: canary.answer({"data": {"callbackParam": BASE64}}), BASE64),
    "link in an answer": (lambda canary: canary.answer({"url": f"https://a/b?e=1&X-Amz-Signature={HEX}"}), HEX),
    "link that is fetched": (lambda canary: canary.target(f"/b?x-oss-signature={HEX}&e=1"), HEX),
    "token in a link": (lambda canary: canary.target("/b?X-Amz-Security-Token=" + BASE64.replace("/", "%2F")), BASE64),
    "signature of the gateway": (
        lambda canary: canary.header("Authorization", f'hmac username="k", signature="{BASE64}"'),
        BASE64,
    ),
    "signature of a store": (
        lambda canary: canary.header("authorization", f"AWS4-HMAC-SHA256 Credential=a/b, Signature={HEX}"),
        HEX,
    ),
    "bearer": (lambda canary: canary.header("Authorization", f"Bearer {PLAIN}"), PLAIN),
    "digest": (lambda canary: canary.header("Digest", f"SHA-256={BASE64}"), BASE64),
    "token in a header": (lambda canary: canary.header("x-amz-security-token", BASE64), BASE64),
    "password of a proxy": (lambda canary: canary.proxy("http://me:p%40ss%3Aw0rd@proxy:3128"), PASSWORD),
}  # fmt: skip


@pytest.fixture(params=SECRETS)
def planted(request: pytest.FixtureRequest) -> tuple[Canary, str]:
    """A canary that knows one secret, and the secret."""
    plant, value = SECRETS[request.param]
    canary = Canary()
    plant(canary)
    return canary, value


def sings(canary: Canary, value: str, where: str, **folders: Path) -> None:
    """It has found the secret there, once, and does not say it."""
    (leak,) = canary.leaks(**folders)
    assert where in leak
    assert value[:8] not in leak


def test_silence(planted: tuple[Canary, str], tmp_path: Path) -> None:
    """What holds no secret is no finding, although it looks like one."""
    canary, value = planted
    canary.text("stdout", f"{value[:7]} {value[1:]} {HEX[::-1]} {PLAIN.swapcase()}")
    (tmp_path / "a").write_bytes(bytes(range(256)) * 100)
    assert canary.leaks(tmp_path, tmp_path) == []


@pytest.mark.parametrize("frame", ["{}", "x={}&y", "'{}'", "Bearer {}", 'signature="{}"', "\x00{}\x00", "ü{}ü", "a{}b"])
def test_in_a_text(planted: tuple[Canary, str], frame: str) -> None:
    """A secret is found whatever stands around it."""
    canary, value = planted
    canary.text("captured stderr (call)", frame.format(value))
    sings(canary, value, "captured stderr (call)")


def test_cut_off(planted: tuple[Canary, str]) -> None:
    """A message that is cut after the start of a long secret has said enough of it."""
    canary, value = planted
    canary.text("a log", f"refused: {value[:16]}")
    sings(canary, value, "a log")


def test_in_an_address(planted: tuple[Canary, str]) -> None:
    """A secret is found percent-encoded too."""
    canary, value = planted
    coded = "".join(c if c.isalnum() else f"%{ord(c):02X}" for c in value)
    canary.text("a log", f"GET /?t={coded}")
    sings(canary, value, "a log")


def test_in_a_resume_token(planted: tuple[Canary, str]) -> None:
    """A token is opened, wherever it stands."""
    canary, value = planted
    canary.text("stdout", f"go on with: skybind resume {write_token('terra', {'j': 'x', 'k': value})}")
    sings(canary, value, "stdout")


@pytest.mark.parametrize("how", ["message", "advice", "token", "cause", "context"])
def test_in_an_error(planted: tuple[Canary, str], how: str) -> None:
    """What an error says, advises, carries and is caused by is looked through."""
    canary, value = planted
    if how == "token":
        error = UsageError("no", token=write_token("terra", {"j": value}))
    elif how == "advice":
        error = UsageError("no", advice=f"try {value}")
    else:
        error = UsageError(f"no {value}" if how == "message" else "no")
    if how == "cause":
        error.__cause__ = ValueError(f"http://a/?s={value}")
    elif how == "context":
        error.__context__ = ValueError(f"http://a/?s={value}")
    canary.error(error)
    leaks = canary.leaks()
    assert leaks
    assert all("of UsageError" in leak and value[:8] not in leak for leak in leaks)


def test_in_the_ledger(planted: tuple[Canary, str], tmp_path: Path) -> None:
    """Files of the state folder are looked through as bytes."""
    canary, value = planted
    (tmp_path / "ledger.sqlite3-wal").write_bytes(os.urandom(5000) + value.encode() + b"\x00" * 5000)
    sings(canary, value, "the file ledger.sqlite3-wal", state=tmp_path)


def test_in_files_of_commands(planted: tuple[Canary, str], tmp_path: Path) -> None:
    """Files that are there before a command begins are not its; what is written later is looked through."""
    canary, value = planted
    (tmp_path / "before").write_text(value)
    os.utime(tmp_path / "before", (0, 0))
    assert canary.leaks(folder=tmp_path) == []
    canary.command(["python", "-m", "skybind.cli", "emulate", "--env-file", str(tmp_path / "keys.env")])
    (tmp_path / "keys.env").write_text(value)
    assert canary.leaks(folder=tmp_path) == []
    (tmp_path / "model.json").write_text(value)
    sings(canary, value, "the file model.json", folder=tmp_path)


def test_in_the_output_of_commands(planted: tuple[Canary, str]) -> None:
    """What a command prints is looked through; its values are not repeated in the finding."""
    canary, value = planted
    canary.output(["python", "-m", "skybind.cli", "status", value], "stderr", f"error: {value}")
    sings(canary, value, "stderr of skybind.cli status")


def test_the_ready_line_is_let_pass() -> None:
    """The emulators' own line may tell keys, and makes them known; the next line, or another command, may not."""
    canary = Canary()
    ready = json.dumps({"services": {"terra": {"secret_key": PLAIN}}})
    canary.output(["python", "-m", "skybind.cli", "emulate"], "stdout", ready)
    assert canary.leaks() == []
    canary.output(["python", "-m", "skybind.cli", "emulate"], "stdout", f"{ready}\n{PLAIN}")
    sings(canary, PLAIN, "stdout of")
    canary.begin()
    canary.output(["python", "-m", "skybind.cli", "status"], "stdout", ready)
    sings(canary, PLAIN, "stdout of")


def test_a_new_test_begins_anew(planted: tuple[Canary, str]) -> None:
    """Places belong to a test, secrets to the session."""
    canary, value = planted
    canary.text("stdout", value)
    canary.begin()
    assert canary.leaks() == []
    canary.text("stdout", value)
    sings(canary, value, "stdout")


# ------------------------------------------------------------------------------------------------ in this very suite


def test_secrets_of_this_suite_are_known(start, client_for, flight, canary: Canary, monkeypatch) -> None:
    """After an upload and a download the canary knows every kind of secret that went by."""
    known = Secrets()
    monkeypatch.setattr(canary, "secrets", known)
    running = start(region="us")
    terra = client_for(running)
    file = terra.reconstruct(terra.upload(flight), kind="2d").result().files()[0]
    url = terra.files.get(file.uuid).url
    Options(proxy="http://me:secret-of-the-proxy@127.0.0.1:9")
    token = terra.store.obtain_token()
    for value, kind in {
        settings_of(running)["secret_key"]: "secret_key",
        token.secret_access_key: "secretAccessKey",
        token.session_token: "sessionToken",
        token.callback_param: "callbackParam",
        str(url): "X-Amz-Signature of a signed link",
        "secret-of-the-proxy": "password of a proxy",
    }.items():
        assert known.kinds_in(value) == {kind}
    assert {"signature of a request", "digest of a request"} <= set(known._long.values())


LEAKS = """
import logging, os, subprocess, sys
from pathlib import Path
import pytest
from skybind.errors import UsageError
from skybind.options import Options
from skybind.tokens import write_token

SECRET = "planted-in-this-test"

@pytest.fixture(autouse=True)
def secret(tmp_path, monkeypatch):
    monkeypatch.setenv("SKYBIND_STATE_DIR", str(tmp_path / "state"))
    Options(proxy=f"http://me:{SECRET}@proxy")

def test_clean():
    print("nothing")

def test_stdout():
    print(SECRET)

def test_stderr():
    print(SECRET, file=sys.stderr)

def test_log():
    logging.getLogger("skybind.any").debug("sent %s", SECRET)

def test_error():
    with pytest.raises(UsageError):
        raise UsageError(f"no {SECRET}")

def test_traceback():
    with pytest.raises(UsageError):
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise UsageError("no") from error

def test_token():
    write_token("any", {"k": SECRET})

def test_ledger(tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "ledger").write_bytes(b"\\x00" + SECRET.encode())

def test_output():
    code = f"import sys; print('{SECRET}', file=sys.stderr)"
    subprocess.run([sys.executable, "-c", code, "skybind"], capture_output=True)

def test_file(tmp_path):
    code = f"import pathlib; pathlib.Path('out').write_text('{SECRET}')"
    subprocess.run([sys.executable, "-c", code, "skybind"], cwd=tmp_path)

@pytest.fixture
def says_it_at_its_end():
    yield
    print(SECRET)

def test_teardown(says_it_at_its_end):
    pass
"""


PLACES = (
    "captured stdout (call)",
    "captured stderr (call)",
    "the log of skybind.any",
    "str of UsageError",
    "traceback of UsageError",
    "a resume token",
    "the file ledger",
    "stderr of",
    "the file out",
    "captured stdout (teardown)",
)


def test_a_leak_fails_the_test_that_leaks(tmp_path: Path) -> None:
    """In a run with two workers each leaking test fails, the other one passes, and no report says the secret itself."""
    (tmp_path / "test_leaks.py").write_text(LEAKS)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    paths = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "harness.canary", "-p", "xdist", "-n", "2", "-rA", "--tb=line", "."],
        capture_output=True, text=True, timeout=120, cwd=tmp_path, env={**os.environ, "PYTHONPATH": paths}, check=False,
    )  # fmt: skip
    said = run.stdout
    places = ["stdout", "stderr", "log", "error", "traceback", "token", "ledger", "output", "file"]
    assert [place for place in places if f"FAILED test_leaks.py::test_{place} " not in said] == []
    assert "ERROR test_leaks.py::test_teardown" in said
    assert "PASSED test_leaks.py::test_clean" in said
    assert "9 failed, 2 passed, 1 error" in said
    for place in PLACES:
        assert f"password of a proxy in {place}" in said
