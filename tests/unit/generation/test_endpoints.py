"""Behaviour of the endpoint functions and of their client, for those who use the generated package alone."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import httpx
import pytest

from unit.generation.made_up import Load

REFUSAL = {"code": 404001}


@pytest.fixture
def answering(traps: Load) -> Callable[..., Any]:
    """A client whose every answer is the given one."""

    def make(status: int, *, sent: list[httpx.Request] | None = None, **content: Any) -> Any:
        def answer(request: httpx.Request) -> httpx.Response:
            request.read()
            if sent is not None:
                sent.append(request)
            return httpx.Response(status, **content)

        transport = httpx.MockTransport(answer)
        return traps("client").Client(base_url="http://traps.invalid", httpx_args={"transport": transport})

    return make


@pytest.mark.parametrize("status", [404, 499, 520, 599])
def test_an_odd_status_is_a_number(traps: Load, answering: Callable[..., Any], status: int) -> None:
    """A status that no standard lists is read like any other."""
    answer = traps("api.tasks.get_task").sync_detailed("t-1", client=answering(status, json=REFUSAL))
    assert answer.status_code == status
    assert answer.parsed.code == 404001


def test_an_undescribed_status_has_no_parsed_body(traps: Load, answering: Callable[..., Any]) -> None:
    """What the spec does not describe is not guessed at, but the content is there."""
    answer = traps("api.tasks.get_task").sync_detailed("t-1", client=answering(302, content=b"moved"))
    assert (answer.status_code, answer.parsed, answer.content) == (302, None, b"moved")


@pytest.mark.parametrize(
    ("status", "content"),
    [
        (502, {"html": "<html>Bad gateway</html>"}),
        (200, {"json": {"data": {"id": "t-1", "name": "n"}}}),
        (200, {"json": {"data": {"id": "t-1", "name": "n", "status": 1, "createdAt": "soon"}}}),
        (200, {"json": {"data": {"id": "t-1", "name": "n", "status": 1, "uid": 5}}}),
        (200, {"json": [1]}),
        (200, {"content": b""}),
        (404, {"json": {"neither": 1}}),
    ],
    ids=["html", "missing key", "bad date", "number for a uuid", "list for an object", "nothing", "unknown refusal"],
)
def test_an_unreadable_answer_is_one_error(
    traps: Load, answering: Callable[..., Any], status: int, content: dict[str, Any]
) -> None:
    """Whatever is wrong with a body, one error with status and content says so."""
    errors = traps("errors")
    client = answering(status, **content)
    with pytest.raises(errors.UndecodableAnswer) as caught:
        traps("api.tasks.get_task").sync("t-1", client=client)
    assert caught.value.status_code == status
    assert caught.value.content == httpx.Response(status, **content).content
    assert caught.value.__cause__ is caught.value.fault
    assert isinstance(caught.value, errors.DecodeError)


def test_an_unreadable_answer_says_where_it_is_wrong(traps: Load, answering: Callable[..., Any]) -> None:
    """The message names the models on the way to the fault, and holds nothing of the body."""
    body = {"data": {"id": "t-1", "status": 1, "key": "canary"}}
    with pytest.raises(traps("errors").UndecodableAnswer) as caught:
        traps("api.tasks.get_task").sync("t-1", client=answering(200, json=body))
    assert caught.value.models == ("TaskAnswer", "Task")
    assert "cannot read TaskAnswer.Task: 'name' is missing" in str(caught.value)
    assert "canary" not in str(caught.value)


def test_an_unexpected_status_keeps_the_body_out_of_its_message(traps: Load, answering: Callable[..., Any]) -> None:
    """A body may hold credentials; the message says how long it was."""
    client = answering(302, content=b"canary")
    client.raise_on_unexpected_status = True
    with pytest.raises(traps("errors").UnexpectedStatus, match="302, 6 bytes") as caught:
        traps("api.tasks.get_task").sync("t-1", client=client)
    assert "canary" not in str(caught.value)


def test_an_answer_does_not_print_its_content(traps: Load, answering: Callable[..., Any]) -> None:
    """Content and headers of an answer may hold secrets."""
    client = answering(302, content=b"canary", headers={"x-token": "canary"})
    assert "canary" not in repr(traps("api.tasks.get_task").sync_detailed("t-1", client=client))


def test_a_client_waits_for_a_minute_by_default(traps: Load) -> None:
    """No wait is without an end unless it was asked for."""
    client = traps("client").Client(base_url="http://traps.invalid")
    assert client.get_httpx_client().timeout == httpx.Timeout(60)
    assert client.get_async_httpx_client().timeout == httpx.Timeout(60)
    assert traps("client").Client(base_url="http://traps.invalid", timeout=None).get_httpx_client().timeout.read is None


def test_a_client_does_not_print_secrets(traps: Load) -> None:
    """Tokens, headers, cookies and arguments for the HTTP library stay out of repr."""
    client = traps("client").AuthenticatedClient(
        base_url="http://traps.invalid",
        token="canary",
        headers={"a": "canary"},
        cookies={"b": "canary"},
        httpx_args={"auth": ("user", "canary")},
    )
    client.get_httpx_client()
    assert "canary" not in repr(client)
    assert "http://traps.invalid" in repr(client)


def test_a_changed_client_leaves_the_original_alone(traps: Load) -> None:
    """`with_headers` makes another client."""
    first = traps("client").Client(base_url="http://traps.invalid")
    http = first.get_httpx_client()
    second = first.with_headers({"x-new": "1"})
    assert "x-new" not in http.headers
    assert second.get_httpx_client().headers["x-new"] == "1"


def test_a_client_with_an_injected_http_client_cannot_be_changed(traps: Load) -> None:
    """The injected client, which may sign, is not lost in silence."""
    client = traps("client").Client(base_url="http://traps.invalid").set_httpx_client(httpx.Client())
    for change in (client.with_headers, client.with_cookies):
        with pytest.raises(RuntimeError, match="an httpx client was set"):
            change({"a": "b"})
    with pytest.raises(RuntimeError, match="an httpx client was set"):
        client.with_timeout(httpx.Timeout(1))


def test_a_form_has_a_boundary_of_its_own_and_plain_booleans(traps: Load, answering: Callable[..., Any]) -> None:
    """The boundary is not a fixed text that a file may contain, and true is written as in JSON."""
    sent: list[httpx.Request] = []
    form = traps("models").Form(file=traps("types").File(BytesIO(b"--+++--"), "a.bin"), flag=True)
    assert traps("api.blobs.send_form").sync("n", client=answering(200, sent=sent, json=True), body=form) is True
    boundary = sent[0].headers["content-type"].removeprefix("multipart/form-data; boundary=")
    assert len(boundary) >= 16
    parts = sent[0].content.split(f"--{boundary}".encode())
    assert any(part.endswith(b"\r\n\r\ntrue\r\n") for part in parts)
    assert any(part.endswith(b"\r\n\r\n--+++--\r\n") for part in parts)


def test_a_body_of_two_content_types_is_sent_as_its_model_says(traps: Load, answering: Callable[..., Any]) -> None:
    """The module loads, and each model goes out in its own content type."""
    sent: list[httpx.Request] = []
    amend, models = traps("api.blobs.amend_blob"), traps("models")
    client = answering(204, sent=sent)
    amend.sync_detailed("n", client=client, body=models.Rename(task_id="x"))
    amend.sync_detailed("n", client=client, body=models.TaskChange(name="y"))
    amend.sync_detailed("n", client=client)
    assert [request.headers.get("content-type") for request in sent[:2]] == [
        "application/json",
        "application/x-www-form-urlencoded",
    ]
    assert [request.content for request in sent] == [b'{"task_id":"x"}', b"name=y", b""]


def test_a_path_parameter_is_one_segment(traps: Load) -> None:
    """A slash in a value does not open another path."""
    assert traps("api.blobs.get_blob")._get_kwargs(name="a/b c")["url"] == "/v1/blobs/a%2Fb%20c"
