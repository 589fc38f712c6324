"""Behaviour of the generated facade: what its methods ask of the caller, and what they return."""

import asyncio
import importlib
import inspect
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import pytest

from unit.generation.made_up import Load

TASK = {"id": "t-1", "name": "survey", "status": 1}


class FakePages:
    """Both kinds of pages over one payload."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def __iter__(self) -> Iterator[Any]:
        return iter(self.page.items)

    def pages(self) -> Iterator[Any]:
        yield self.page

    async def __aiter__(self) -> AsyncIterator[Any]:
        for item in self.page.items:
            yield item


class RecordingCaller:
    """Notes what it is asked, and answers with a fixed payload."""

    def __init__(self, payload: Any = None) -> None:
        self.payload = payload
        self.operation: Any = None
        self.request: Mapping[str, Any] = {}

    def __call__(self, operation: Any, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> Any:
        self.operation, self.request = operation, request
        return decode(self.payload)

    def raw(self, operation: Any, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> Any:
        self.operation, self.request = operation, request
        return lambda: decode(self.payload)

    def pages(self, operation: Any, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> FakePages:
        return FakePages(self(operation, request, decode))


class AsyncRecordingCaller(RecordingCaller):
    """The same, awaited."""

    async def __call__(self, operation: Any, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> Any:
        return RecordingCaller.__call__(self, operation, request, decode)

    async def raw(self, operation: Any, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> Any:
        return RecordingCaller.raw(self, operation, request, decode)

    def pages(self, operation: Any, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> FakePages:
        return FakePages(RecordingCaller.__call__(self, operation, request, decode))


@pytest.fixture
def caller() -> RecordingCaller:
    return RecordingCaller()


@pytest.fixture
def groups(traps: Load, caller: RecordingCaller) -> Any:
    return traps("facade").TrapsGroups(caller)


def parameters(method: Callable[..., Any]) -> dict[str, str]:
    """Names of a method's parameters with kind, annotation and default, as text."""
    return {
        name: f"{'*' if parameter.kind is parameter.KEYWORD_ONLY else ''}{parameter}"
        for name, parameter in inspect.signature(method).parameters.items()
    }


def test_every_operation_has_a_method_in_both_worlds(traps: Load) -> None:
    """The table says where each operation is, and there it is, sync and async."""
    facade = traps("facade")
    sync, asynchronous = facade.TrapsGroups(RecordingCaller()), facade.AsyncTrapsGroups(AsyncRecordingCaller())
    for operation in traps("operations").OPERATIONS.values():
        group, method = operation.call.split(".")
        assert callable(getattr(getattr(sync, group), method)), operation.id
        twin = getattr(getattr(asynchronous, group), method)
        assert inspect.iscoroutinefunction(twin) is (operation.paging is None), operation.id


def test_methods_are_named_after_operations_without_the_noun(traps: Load) -> None:
    """`x-method`, or else the operationId without the tag's noun, singular or plural."""
    calls = {operation.id: operation.call for operation in traps("operations").OPERATIONS.values()}
    assert calls["listTasks"] == "tasks.list"
    assert calls["getTask"] == "tasks.get"
    assert calls["searchTasks"] == "tasks.search"
    assert calls["flyToMarkPoint"] == "mark_points.fly_to"
    assert calls["sendForm"] == "blobs.send_form"


def test_path_parameters_are_positional_and_the_rest_are_keywords(groups: Any) -> None:
    """Required keywords have no default, optional ones are UNSET, a constant has its value."""
    assert parameters(groups.tasks.get) == {"task_id": "task_id: 'str'"}
    assert parameters(groups.tasks.create) == {
        "name": "*name: 'str'",
        "kind": "*kind: \"Literal['task']\" = 'task'",
        "status": "*status: 'TaskStatus | Unset' = UNSET",
        "labels": "*labels: 'builtins.list[str] | Unset' = UNSET",
        "password": "*password: 'str | Unset' = UNSET",
        "return_detail": "*return_detail: 'bool | Unset' = UNSET",
    }


def test_a_call_hands_over_operation_request_and_decoder(groups: Any, caller: RecordingCaller, traps: Load) -> None:
    """The caller gets the row of the table, the endpoint's keywords, and returns what the decoder makes."""
    caller.payload = {"data": TASK}
    task = groups.tasks.get("a/b")
    assert caller.operation is traps("operations").OPERATIONS["getTask"]
    assert caller.request == {"method": "get", "url": "/v1/tasks/a%2Fb"}
    assert task == traps("models").Task.from_dict(TASK)


def test_an_object_body_is_flattened(groups: Any, caller: RecordingCaller, traps: Load) -> None:
    """Properties of the body are keywords; what is not given is not sent; header parameters are keywords too."""
    caller.payload = {"data": TASK}
    groups.tasks.create(name="survey", status=traps("models").TaskStatus.WAITING, return_detail=True)
    assert caller.request["json"] == {"kind": "task", "name": "survey", "status": 0}
    assert caller.request["headers"] == {"Return-Detail": "true", "Content-Type": "application/json"}


def test_an_optional_body_is_left_out_if_nothing_is_given(groups: Any, caller: RecordingCaller) -> None:
    """No keyword, no body."""
    caller.payload = {}
    groups.tasks.copy("t-1")
    assert "json" not in caller.request
    groups.tasks.copy("t-1", note="n")
    assert caller.request["json"] == {"note": "n"}


def test_a_body_that_cannot_be_flattened_is_one_argument(groups: Any, caller: RecordingCaller, traps: Load) -> None:
    """A name that is taken, a list, a union, bytes: the argument is `body`."""
    models = traps("models")
    assert parameters(groups.tasks.rename) == {"task_id": "task_id: 'str'", "body": "*body: 'Rename'"}
    groups.tasks.rename("t-1", body=models.Rename(task_id="t-2"))
    assert (caller.request["url"], caller.request["json"]) == ("/v1/tasks/t-1", {"task_id": "t-2"})
    caller.payload = ["p-1"]
    assert groups.mark_points.create(body=[models.Point(x=1, tags=[])]) == ["p-1"]
    assert caller.request["json"] == [{"x": 1, "tags": []}]


def test_a_list_returns_pages(groups: Any, caller: RecordingCaller, traps: Load) -> None:
    """The decoder of a list makes a page: entries, total and the whole answer."""
    caller.payload = {"data": {"list": [TASK], "total": 3}}
    pages = groups.tasks.list(rows=10, status=traps("models").TaskStatus(9), need_url=False)
    assert caller.request["params"] == {"rows": 10, "status": 9, "needURL": False}
    assert [task.id for task in pages] == ["t-1"]
    (page,) = pages.pages()
    assert (page.total, page.next) == (3, None)
    assert page.raw.data.total == 3


@pytest.mark.parametrize("payload", [{}, {"page": None}, {"page": {}}, {"page": {"rows": None, "total": None}}])
def test_a_list_that_is_left_out_is_an_empty_page(groups: Any, caller: RecordingCaller, payload: Any) -> None:
    """Where the spec does not promise the list, its absence is no error."""
    caller.payload = payload
    (page,) = groups.tasks.search(text="x").pages()
    assert (page.items, page.total, page.next) == ([], None, None)


def test_a_page_says_how_to_go_on(groups: Any, caller: RecordingCaller, traps: Load) -> None:
    """Cursor and place of the paging parameters come from x-paging."""
    caller.payload = {"page": {"rows": [TASK], "total": 9, "marker": "m-2"}}
    (page,) = groups.tasks.search(text="x", offset=5).pages()
    assert page.next == "m-2"
    paging = traps("operations").OPERATIONS["searchTasks"].paging
    assert (paging.style, paging.page_param, paging.size_param, paging.place) == ("offset", "offset", "limit", "json")


@pytest.mark.parametrize(("payload", "name"), [({"data": TASK}, "survey"), ({"data": None}, None), ({}, None)])
def test_a_result_that_may_be_missing_is_none(
    groups: Any, caller: RecordingCaller, payload: Any, name: str | None
) -> None:
    """`x-result` through an optional or nullable step gives None where it ends early."""
    caller.payload = payload
    assert groups.tasks.copy("t-1") == name


@pytest.mark.parametrize("payload", [None, {"data": TASK}, "anything"])
def test_a_call_without_result_returns_none(groups: Any, caller: RecordingCaller, traps: Load, payload: Any) -> None:
    """`x-result: none` and an answer without content return None, whatever came."""
    caller.payload = payload
    assert groups.tasks.rename("t-1", body=traps("models").Rename(task_id="x")) is None
    assert groups.tasks.delete("t-1") is None


def test_answers_that_are_no_json_are_said_to_be_none(groups: Any, caller: RecordingCaller, traps: Load) -> None:
    """The table tells the caller how to read the content that it hands to the decoder."""
    operations = traps("operations").OPERATIONS
    assert [operations[name].answer for name in ("getBlob", "putBlob", "sendForm", "deleteTask")] == [
        "bytes",
        "text",
        "json",
        "none",
    ]
    caller.payload = b"\x00\x01"
    assert groups.blobs.get("n").payload.read() == b"\x00\x01"
    caller.payload = "word"
    assert groups.blobs.put("n", body=traps("types").File(payload=b"x")) == "word"
    assert caller.request["content"] == b"x"


@pytest.mark.parametrize(
    ("payload", "what"),
    [
        (None, "TaskAnswer: TypeError"),
        ({}, "TaskAnswer: 'data' is missing"),
        ({"data": {**TASK, "uid": 5}}, "TaskAnswer.Task: AttributeError"),
        ({"data": {**TASK, "points": [{"x": 1}]}}, "TaskAnswer.Task.Point: 'tags' is missing"),
    ],
)
def test_what_cannot_be_decoded_is_one_error(
    groups: Any, caller: RecordingCaller, traps: Load, payload: Any, what: str
) -> None:
    """A decoder raises DecodeError, a ValueError, which names the call and the models on the way to the fault."""
    caller.payload = payload
    with pytest.raises(ValueError, match=f"get_task: cannot read {what}") as caught:
        groups.tasks.get("t-1")
    assert type(caught.value) is traps("errors").DecodeError


def test_async_groups_do_the_same(traps: Load) -> None:
    """The async facade makes the same requests and returns the same values."""

    async def use() -> None:
        caller = AsyncRecordingCaller({"data": TASK})
        groups = traps("facade").AsyncTrapsGroups(caller)
        assert (await groups.tasks.get("t-1")).name == "survey"
        assert (await groups.tasks.delete("t-1")) is None
        caller.payload = {"data": {"list": [TASK]}}
        assert [task.id async for task in groups.tasks.list(rows=1)] == ["t-1"]
        assert caller.request["params"] == {"rows": 1}

    asyncio.run(use())


def test_every_call_has_a_raw_twin(traps: Load) -> None:
    """`with_raw` has the same methods with the same arguments; a list gives its first page."""
    facade = traps("facade")
    caller = RecordingCaller()
    groups, awaited = facade.TrapsGroups(caller), facade.AsyncTrapsGroups(AsyncRecordingCaller())
    for operation in traps("operations").OPERATIONS.values():
        group, method = operation.call.split(".")
        plain, raw = getattr(groups, group), getattr(groups, group).with_raw
        assert parameters(getattr(raw, method)) == parameters(getattr(plain, method)), operation.id
        assert inspect.iscoroutinefunction(getattr(getattr(awaited, group).with_raw, method)), operation.id
    caller.payload = {"data": {"list": [TASK], "total": 3}}
    read = groups.tasks.with_raw.list(rows=1)
    assert (caller.operation.id, caller.request["params"]) == ("listTasks", {"rows": 1})
    assert read().items == [traps("models").Task.from_dict(TASK)]


def test_async_raw_twins_are_awaited(traps: Load) -> None:
    """The raw calls of the async world ask for the same, and are awaited, lists included."""

    async def use() -> None:
        groups = traps("facade").AsyncTrapsGroups(AsyncRecordingCaller({"data": {"list": [TASK]}}))
        read = await groups.tasks.with_raw.list()
        assert [task.id for task in read().items] == ["t-1"]

    asyncio.run(use())


def test_a_raw_answer_prints_nothing_of_itself(traps: Load) -> None:
    """Headers and bytes of an answer may hold secrets; reading it gives what the call would have returned."""
    raw = traps("types").Unset.__module__
    kind = importlib.import_module(raw).Raw
    answer = kind(status=200, headers={"x-token": "canary"}, body=b"canary", read=lambda: "canary", attempt=2)
    assert "canary" not in repr(answer)
    assert (answer.status, answer.attempt, answer.parse()) == (200, 2, "canary")


def test_the_two_worlds_take_the_same_arguments(traps: Load) -> None:
    """A sync call becomes an async one by `await` alone."""
    facade = traps("facade")
    for operation in traps("operations").OPERATIONS.values():
        group, method = operation.call.split(".")
        name = type(getattr(facade.TrapsGroups(RecordingCaller()), group)).__name__
        sync, asynchronous = getattr(facade, name), getattr(facade, f"Async{name}")
        assert parameters(getattr(sync, method)) == parameters(getattr(asynchronous, method))


def test_docstrings_tell_what_the_spec_tells(groups: Any) -> None:
    """Summary, arguments with limits, result, effect, refusals and source are there."""
    text = inspect.getdoc(groups.tasks.list)
    assert text is not None
    assert text.startswith("List tasks.\n")
    assert "    rows: Entries a page. 1 to 100.\n" in text
    assert "Effect: safe (changes nothing, may be sent again)." in text
    assert "Refusals: 404001 task_not_found." in text
    assert text.endswith("Source: made up; second page")
    created = inspect.getdoc(groups.tasks.create)
    assert created is not None
    assert "name: Name. 1 to 64 characters; matches `^[a-z]+$`." in created
    assert "return_detail: Whole object. Header Return-Detail." in created
    assert "Returns:\n    The task." in created
    flight = inspect.getdoc(groups.mark_points.fly_to)
    assert flight is not None
    assert r'Backslash \N and """ are harmless here, and so is a closing "quote".' in flight


def test_the_table_holds_what_the_spec_says(traps: Load) -> None:
    """Everything in the x- keys of an operation is in its row, and the codes are in theirs."""
    operations, errors = traps("operations").OPERATIONS, traps("operations").ERRORS
    row = operations["getTask"]
    assert (row.method, row.path, row.tag, row.effect) == ("GET", "/v1/tasks/{task_id}", "tasks", "safe")
    assert (row.summary, row.source, row.verified) == ("Get one task", "made up", "documented")
    assert row.errors == (404001, "GW.1")
    assert operations["flyToMarkPoint"].effect == "physical"
    assert (errors[404001].name, errors[404001].kind, errors[404001].status) == ("task_not_found", "not_found", 404)
    assert errors["GW.1"].status is None
    with pytest.raises(AttributeError):
        row.effect = "safe"
    with pytest.raises(TypeError):
        operations["x"] = row


def test_a_request_is_made_of_an_endpoints_keywords(traps: Load, groups: Any, caller: RecordingCaller) -> None:
    """`Request.of` names what `_get_kwargs` returns, and prints nothing that may be secret."""
    caller.payload = {"data": TASK}
    groups.tasks.create(name="survey", password="canary")
    runtime = inspect.getmodule(traps("types").Unset)
    assert runtime is not None
    request = runtime.Request.of(caller.operation, caller.request)
    assert (request.method, request.url, request.json["password"]) == ("post", "/v1/tasks", "canary")
    assert request.content is None
    assert "canary" not in repr(request)
