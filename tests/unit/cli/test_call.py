"""`skybind api` with a service that is not there: what is asked of a client, and what of its answer is shown."""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any, Self

import pytest
from click.testing import CliRunner, Result

from skybind.cli.commands import cli
from skybind.errors import OutcomeUnknown
from skybind_clients.iam.models import Token
from skybind_clients.runtime import Page, Raw


class Answers:
    """A client whose every call has the same answer; remembers what it was asked."""

    def __init__(self, answer: Any, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        self._answer = answer
        self._headers = headers or {}
        self._body = body
        self.options: dict[str, Any] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def with_options(self, **changes: Any) -> Answers:
        self.options = changes
        return self

    def __getattr__(self, name: str) -> Any:
        if name == "with_raw":
            return self

        def call(**arguments: Any) -> Any:
            self.calls.append((name, arguments))
            if isinstance(self._answer, Exception):
                raise self._answer
            return Raw(200, self._headers, self._body, read=lambda: self._answer)

        return call if name in {"create", "list", "upload_callback"} else self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        return


@pytest.fixture
def run(monkeypatch):
    """Runs the command with a client of ours."""

    def ran(client: Answers, *words: str) -> Result:
        monkeypatch.setattr("skybind.cli.api.connect", lambda _service, _profile: client)
        return CliRunner().invoke(cli, ["api", *words])

    return ran


IDENTITY = {"methods": ["password"], "password": {"user": {"name": "n", "password": "p", "domain": {"name": "d"}}}}
AUTH = f"auth:={json.dumps({'identity': IDENTITY, 'scope': {'project': {'name': 'cn-north-4'}}})}"
TIMES = {"issued_at": "2026-01-01T00:00:00.000000Z", "expires_at": "2026-01-02T00:00:00.000000Z"}
TOKEN = Answers(Token.from_dict(TIMES), {"x-subject-token": "MIIabc"})


def test_the_token_in_a_header_is_shown_when_it_is_asked_for(run) -> None:
    """It is part of the answer; only --show-secrets shows it."""
    hidden = run(TOKEN, "iam", "tokens.create", AUTH, "--json")
    assert hidden.exit_code == 0, hidden.output
    assert json.loads(hidden.stdout)["x-subject-token"] == "(hidden)"
    assert "--show-secrets" in hidden.stderr
    shown = run(TOKEN, "iam", "tokens.create", AUTH, "--show-secrets", "--json")
    assert json.loads(shown.stdout)["x-subject-token"] == "MIIabc"
    assert shown.stderr == ""


def test_raw_bytes_pass_unchanged(run) -> None:
    """--raw is for what our models cannot read, too: bytes that are no text come out as they went in."""
    client = Answers(None, body=b"\xff\x00not json")
    assert run(client, "koomap", "workspaces.list", "--raw").stdout_bytes == b"\xff\x00not json"


def test_pages_without_a_total(run) -> None:
    """Where the service does not say how many there are, the command says that it does not know."""
    done = run(Answers(Page(items=[])), "koomap", "workspaces.list")
    assert (done.stdout, done.stderr) == ("nothing\n", "")
    from skybind_clients.koomap.models import Workspace

    done = run(Answers(Page(items=[Workspace(workspace_name="a")])), "koomap", "workspaces.list")
    assert "there may be more" in done.stderr


def test_unchecked_switches_the_limits_off(run) -> None:
    """The client is told to send what the documents forbid, and only then."""
    client = Answers(Page(items=[]))
    run(client, "koomap", "workspaces.list")
    assert client.options == {}
    run(client, "koomap", "workspaces.list", "--unchecked")
    assert client.options == {"check_limits": False}


def test_what_was_sent_is_told_without_secrets(run) -> None:
    """When nobody knows the outcome, the arguments are shown but for those that are secret."""
    client = Answers(OutcomeUnknown("the answer is lost", operation="uploadCallback"))
    done = run(
        client,
        *("terra", "store.upload_callback", "callback_param=classified", "resource_uuid=r-1"),
        'files:=[{"name":"a.jpg","etag":"e","checksum":"c"}]',
    )
    assert done.exit_code == 12
    assert "resource_uuid=r-1" in done.stderr
    assert "callback_param=(hidden)" in done.stderr
    assert "classified" not in done.stderr
