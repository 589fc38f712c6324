"""Nothing that holds a secret shows it when it is printed."""

import pprint
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

import skybind
from skybind.credentials import find
from skybind.errors import CredentialsMissing, DecodeError, ServiceError, SkybindError
from skybind.options import Attempt, Options
from skybind.terra.dialect import TerraDialect
from skybind.terra.settings import TerraSettings
from skybind.transfers.download import Wanted
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket
from skybind.transfers.upload import Grant
from skybind.wire.bulk import BulkAnswer
from skybind.wire.telemetry import bare_url
from skybind.wire.transport import Reply, Transport
from skybind_clients.terra.models import File, UploadToken
from unit.overlay.peers import Peer, says
from unit.overlay.probing import Probe

SECRET = "canary-c0ffee"
OPTIONS = Options(proxy=f"http://me:{SECRET}@proxy:3128", headers={"X-Key": SECRET})


def terra(tmp_path: Path) -> skybind.Terra:
    return skybind.Terra(SECRET, SECRET, region="cn", options=OPTIONS, state=tmp_path)


def async_terra(tmp_path: Path) -> skybind.AsyncTerra:
    return skybind.AsyncTerra(SECRET, SECRET, region="cn", options=OPTIONS, state=tmp_path)


TOKEN = UploadToken(
    cloud_name="ali_oss",
    access_key_id=SECRET,
    secret_access_key=SECRET,
    session_token=SECRET,
    region="oss-cn-hangzhou",
    cloud_bucket_name="b",
    callback_param=SECRET,
    store_path="p/{fileName}",
    expire_time=1,
)
KEYS = StoreKeys(SECRET, SECRET, SECRET)
BUCKET = Bucket("oss", "http://127.0.0.1:1", "b", "r")

HOLDERS: dict[str, Callable[[Path], object]] = {
    "upload token": lambda _path: TOKEN,
    "upload token with more": lambda _path: UploadToken.from_dict({**TOKEN.to_dict(), "newSecret": SECRET}),
    "file with link": lambda _path: File(uuid="u", name="n", url=f"https://b/f?signature={SECRET}"),
    "store keys": lambda _path: KEYS,
    "grant": lambda _path: Grant(BUCKET, KEYS, lambda name: SECRET + name, 1.0, SECRET),
    "dialect": lambda _path: TerraDialect.of(SECRET, SECRET, "cn", None),
    "options": lambda _path: OPTIONS,
    "settings": lambda path: TerraSettings.of(
        {"app_key": SECRET, "secret_key": SECRET, "region": "cn"}, None, OPTIONS, None, path
    ),
    "client": terra,
    "async client": async_terra,
    "view of a client": lambda path: terra(path).with_options(timeout=5, headers={"X-Key": SECRET}),
    "groups": lambda path: terra(path).jobs,
    "job": lambda path: terra(path).job("uuid-1"),
    "transport": lambda _path: Transport(Probe("http://127.0.0.1:1"), OPTIONS),
    "reply": lambda _path: Reply(200, {"set-cookie": SECRET}, SECRET.encode()),
    "answer of a store": lambda _path: BulkAnswer(200, {"x": SECRET}, SECRET.encode()),
    "wanted file": lambda _path: Wanted("n", 1, lambda: SECRET),
    "service error": lambda _path: ServiceError("no", service="terra", status=400, body=SECRET.encode()),
    "decode error": lambda _path: DecodeError("no", operation="getJob", body=SECRET.encode()),
}


def shown(thing: object) -> Iterator[str]:
    """All that a log, a debugger or a traceback would print of a thing."""
    yield repr(thing)
    yield str(thing)
    yield f"{thing}"
    yield pprint.pformat(thing)
    yield repr([thing])
    if isinstance(thing, BaseException):
        yield "".join(traceback.format_exception(thing))
        yield repr(thing.args)


@pytest.mark.parametrize("holder", HOLDERS)
def test_what_holds_a_secret_does_not_print_it(holder: str, tmp_path: Path) -> None:
    """Whatever is printed of it, alone or inside of something, the secret is not there."""
    thing = HOLDERS[holder](tmp_path)
    assert not [text for text in shown(thing) if SECRET in text]


def test_the_secrets_are_there_all_the_same() -> None:
    """The walk above would find them if they were printed: they are attributes of these things."""
    assert TOKEN.session_token == KEYS.session_token == SECRET
    assert SECRET in (OPTIONS.proxy or "")
    assert HOLDERS["dialect"](Path()).secret_key == SECRET  # type: ignore[attr-defined]


def test_a_token_to_go_on_with_holds_no_secret(tmp_path: Path) -> None:
    """Neither key is in the token of a job, in whatever coding."""
    import base64

    token = terra(tmp_path).job("uuid-1").token
    payload = token.split(".")[2][:-6]
    assert SECRET not in token
    assert SECRET.encode() not in base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))


def test_a_plan_on_record_holds_no_secret(tmp_path: Path) -> None:
    """The ledger knows an account by a hash of its key only."""
    client = terra(tmp_path / "state")
    (tmp_path / "card").mkdir()
    client.plan(tmp_path / "card", "3d", "{}", out=tmp_path / "out")
    client.close()
    content = b"".join(file.read_bytes() for file in (tmp_path / "state").iterdir())
    assert b"card" in content
    assert SECRET.encode() not in content


def test_missing_credentials_do_not_show_those_that_were_found() -> None:
    """Half of a pair is not printed while the other half is asked for."""
    with pytest.raises(CredentialsMissing) as caught:
        find("terra", ("app_key", "secret_key"), given={"app_key": SECRET}, environ={})
    assert SECRET not in "".join(shown(caught.value)) + caught.value.advice


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, b'{"message": "HMAC signature does not match"}'),
        (200, b"<html>"),
        (503, b""),
        (400, b'{"result": {"code": 102001, "msg": "bad"}}'),
    ],
)
def test_errors_of_calls_show_neither_request_nor_answer(tmp_path: Path, status: int, body: bytes) -> None:
    """What was sent (signature, query, headers) and the body that came are in no message and no traceback."""
    with Peer(says(status, body + b" " * 10, X_Secret=SECRET)) as peer:
        client = skybind.Terra(
            "key", SECRET, base_url=peer.url, options=attrs.evolve(OPTIONS, proxy=None, retries=0), state=tmp_path
        )
        with pytest.raises(SkybindError) as caught:
            client.jobs.get("uuid-1")
        client.close()
        signature = peer.requests[0].headers["authorization"].rpartition('signature="')[2].strip('"')
    text = "".join(shown(caught.value)) + caught.value.advice
    assert SECRET not in text
    assert signature not in text


def test_an_attempt_has_no_room_for_a_secret() -> None:
    """Hooks and logs are told these facts and no others; each new one needs a thought."""
    assert {field.name for field in attrs.fields(Attempt)} == {
        "service",
        "operation",
        "number",
        "method",
        "url",
        "status",
        "error",
        "seconds",
    }


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        (f"https://h/p/q?signature={SECRET}#{SECRET}", "https://h/p/q"),
        (f"https://me:{SECRET}@h:8443/p", "https://h:8443/p"),
        (f"/p?x={SECRET}", "/p"),
        ("http://[::1]:8080/p", "http://[::1]:8080/p"),
        ("https://h", "https://h"),
    ],
)
def test_a_bare_address(url: str, bare: str) -> None:
    """Scheme, host, port and path stay; user, query and fragment go."""
    assert bare_url(url) == bare
