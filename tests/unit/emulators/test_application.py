import io
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from skybind_emulators.application import Application
from skybind_emulators.faults import Faults
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.spec import load
from skybind_emulators.terra.dialect import TerraDialect
from skybind_emulators.terra.gateway import Gateway
from unit.emulators.harness import InProcess, Terra

MakeTerra = Callable[..., Terra]


def test_every_operation_needs_a_handler() -> None:
    """An application with an operation too few or too many is not built."""
    handlers = {name: lambda call: None for name in load("terra").operations if name != "getJob"}
    dialect = TerraDialect.__new__(TerraDialect)
    with pytest.raises(ValueError, match="getJob"):
        Application(load("terra"), handlers, dialect, Faults(), RequestLog(None))


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/v2/store/obtain_token", "POST"),
        ("/v2/files", "GET"),
        ("/v2/resources", "GET, POST"),
        ("/v2/jobs/some-uuid", "DELETE, GET, PUT"),
    ],
)
@pytest.mark.parametrize("method", ["PATCH", "HEAD", "OPTIONS", "TRACE", "QUERY", "BREW"])
def test_any_verb_on_any_path_is_answered(terra: Terra, method: str, path: str, allowed: str) -> None:
    """A verb that a path does not know is refused with 405 and the verbs that it knows."""
    response = terra.send(method, path)
    assert (response.status_code, response.headers["allow"]) == (405, allowed)
    if method != "HEAD":
        assert response.json()["result"]["code"] == 102003


@pytest.mark.parametrize(
    "path", ["/", "/v2", "/v2/jobs/", "/v2/jobs//start", "/v2/jobs/a/b", "/v3/jobs", "/v2/jobs/a/start/"]
)
def test_an_unknown_path_is_refused_in_the_service_s_words(terra: Terra, path: str) -> None:
    """Where nothing is, the service answers 404 with its envelope, and never redirects."""
    assert terra.refused("GET", path)[:2] == (404, 102002)


def test_an_escaped_slash_belongs_to_its_segment(terra: Terra) -> None:
    """`/v2/jobs/a%2Fstart` is the job named `a/start`, not the start of job `a`."""
    assert terra.refused("GET", "/v2/jobs/a%2Fstart") == (404, 102114, "job not found: a/start")


def test_unsigned_requests_get_no_further_than_the_gateway(terra: Terra) -> None:
    """Without a signature even a wrong verb or an unknown path is answered by the gateway."""
    for method, path in (("GET", "/v2/jobs"), ("PATCH", "/v2/jobs"), ("GET", "/v2/nothing")):
        response = terra.http.request(method, path)
        assert (response.status_code, response.json()) == (401, {"message": "Unauthorized"})


def test_every_answer_has_the_date_of_the_service(terra: Terra) -> None:
    """Good answers, refusals and answers of the gateway all carry the gateway's date."""
    for response in (terra.send("GET", "/v2/jobs"), terra.send("GET", "/v2/x"), terra.http.get("/v2/jobs")):
        assert response.headers["date"] == "Thu, 09 Oct 2025 08:53:20 GMT"


def test_a_body_over_the_limit_is_refused(terra: Terra) -> None:
    """A body of more than a megabyte is turned away by the gateway, and one of exactly that is not."""
    envelope = len(json.dumps({"name": ""}).encode())
    room = 1_000_000 - envelope
    over = terra.send("POST", "/v2/jobs", content=json.dumps({"name": "x" * (room + 1)}).encode())
    assert (over.status_code, over.json()) == (413, {"message": "Request size limit exceeded"})
    headers = {"content-type": "application/json"}
    exactly = terra.send("POST", "/v2/jobs", content=json.dumps({"name": "x" * room}).encode(), headers=headers)
    assert exactly.status_code == 200


def test_invalid_requests_are_refused_as_bad_parameters(terra: Terra) -> None:
    """What does not fit the operation is refused with 102001; a wrong content type with 415."""
    assert terra.refused("GET", "/v2/jobs?rows=0")[:2] == (400, 102001)
    assert terra.refused("POST", "/v2/jobs", {})[:2] == (400, 102001)
    assert terra.refused("POST", "/v2/jobs", content=b'{"name":"n"}')[:2] == (415, 102001)
    header = {"Return-Detail": "perhaps"}
    assert terra.refused("POST", "/v2/jobs", {"name": "n"}, headers=header)[:2] == (400, 102001)


class Broken:
    """Handlers that fail for a reason of the emulator's own."""

    def __call__(self, call: Any) -> Any:
        raise KeyError("a mistake of ours")


def test_a_mistake_of_the_emulator_never_crosses_asgi(terra: Terra, caplog: pytest.LogCaptureFixture) -> None:
    """An unexpected exception is answered once with 500 and 102000, told in the log, and not raised any further."""
    specification = load("terra")
    emulator = terra.emulator
    dialect = TerraDialect(
        specification, Gateway(specification.prefix, {emulator.app_key: emulator.secret_key}), terra.clock
    )
    app = Application(
        specification, dict.fromkeys(specification.operations, Broken()), dialect, Faults(), RequestLog(None)
    )
    with httpx.Client(transport=InProcess(app), base_url=terra.http.base_url, auth=terra.sign()) as client:
        response = client.get("/v2/jobs")
    assert (response.status_code, response.json()["result"]["code"]) == (500, 102000)
    assert "a mistake of ours" in caplog.text
    assert "a mistake of ours" not in response.text


def test_the_log_has_a_line_per_request_and_no_secret(make: MakeTerra) -> None:
    """A line names method, path, operation, status and duration; no header, no query, no body."""
    log = io.StringIO()
    terra = make(log=RequestLog(log))
    token = terra.data("POST", "/v2/store/obtain_token")
    terra.send("GET", "/v2/files?search=canary", headers={"X-Other": "canary"})
    terra.send("POST", "/v2/jobs", json={"name": "canary"})
    terra.send("GET", "/v2/nothing")
    lines = log.getvalue().splitlines()
    assert [line.rsplit(" ", 2)[0] for line in lines] == [
        "terra POST /terra-rescon-be/v2/store/obtain_token obtainToken 200",
        "terra GET /terra-rescon-be/v2/files listFiles 200",
        "terra POST /terra-rescon-be/v2/jobs createJob 200",
        "terra GET /terra-rescon-be/v2/nothing - 404",
    ]
    secrets = [
        "canary",
        terra.emulator.secret_key,
        terra.emulator.app_key,
        token["sessionToken"],
        token["callbackParam"],
    ]
    assert not [secret for secret in secrets if secret in log.getvalue()]


def test_arrivals_are_counted_before_anything_else(terra: Terra) -> None:
    """Refused, unsigned and faulted requests count as arrivals of their operation."""
    terra.faults.add("terra.listJobs", "drop", count=1)
    with pytest.raises(ConnectionResetError):
        terra.send("GET", "/v2/jobs")
    terra.http.get("/v2/jobs")
    terra.send("GET", "/v2/jobs?rows=0")
    terra.send("GET", "/v2/jobs")
    assert terra.emulator.arrivals("listJobs") == 4
    assert terra.emulator.arrivals("getJob") == 0


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_status_fault_stands_in_for_the_service(terra: Terra, status: int) -> None:
    """The answer has the status and, if asked for, Retry-After; the work is not done."""
    terra.faults.add("terra.createJob", f"status-{status}", count=1, retry_after=7)
    response = terra.send("POST", "/v2/jobs", json={"name": "n"})
    assert (response.status_code, response.headers["retry-after"]) == (status, "7")
    assert terra.emulator.jobs == []
    assert terra.send("POST", "/v2/jobs", json={"name": "n"}).status_code == 200


def test_a_status_fault_without_retry_after_has_no_such_header(terra: Terra) -> None:
    """Retry-After comes only when asked for."""
    terra.faults.add("terra.listJobs", "status-503")
    assert "retry-after" not in terra.send("GET", "/v2/jobs").headers


def test_an_html_page_comes_from_a_proxy(terra: Terra) -> None:
    """The html fault answers 502 with a page in place of JSON."""
    terra.faults.add("terra.listJobs", "html", count=1)
    response = terra.send("GET", "/v2/jobs", unchecked=True)
    assert (response.status_code, response.headers["content-type"]) == (502, "text/html")
    assert response.text.startswith("<html>")


def test_a_dropped_request_does_nothing(terra: Terra) -> None:
    """drop cuts the connection before the work."""
    terra.faults.add("terra.createJob", "drop", count=1)
    with pytest.raises(ConnectionResetError):
        terra.send("POST", "/v2/jobs", json={"name": "n"})
    assert terra.emulator.jobs == []


def test_a_lost_answer_leaves_the_work_done(terra: Terra) -> None:
    """lose-answer cuts the connection after the work."""
    terra.faults.add("terra.createJob", "lose-answer", count=1)
    with pytest.raises(ConnectionResetError):
        terra.send("POST", "/v2/jobs", json={"name": "n"})
    assert [job.name for job in terra.emulator.jobs] == ["n"]


def test_a_truncated_answer_is_cut_in_its_middle(terra: Terra) -> None:
    """truncated does the work and cuts the connection within the body."""
    terra.faults.add("terra.createJob", "truncated", count=1)
    with pytest.raises(ConnectionResetError):
        terra.send("POST", "/v2/jobs", json={"name": "n"})
    assert len(terra.emulator.jobs) == 1


def test_a_skewed_service_has_another_time(terra: Terra) -> None:
    """skew moves the Date of the answer and what counts as a right date; a client that follows the Date gets in."""
    terra.faults.add("terra.*", "skew", seconds=-900)
    refused = terra.send("GET", "/v2/jobs")
    assert (refused.status_code, refused.headers["date"]) == (401, "Thu, 09 Oct 2025 08:38:20 GMT")
    auth = terra.sign()
    auth.wall = lambda: terra.wall.at - 900  # type: ignore[attr-defined]
    assert terra.send("GET", "/v2/jobs", auth=auth).status_code == 200


def test_an_unlisted_enum_comes_where_an_enum_is(terra: Terra) -> None:
    """unlisted-enum replaces each value of an enum by one that the specification does not have, and nothing else."""
    uuid = terra.resource("n")
    terra.faults.add("terra.getResource", "unlisted-enum", count=1)
    summary = terra.data("GET", f"/v2/resources/{uuid}", unchecked=True)["summary"]
    assert (summary["type"], summary["name"], summary["fileCount"]) == ("an_unlisted_value", "n", 0)
    terra.data("POST", "/v2/jobs", {"name": "n"})
    terra.faults.add("terra.listJobs", "unlisted-enum", count=1)
    assert terra.data("GET", "/v2/jobs", unchecked=True)["list"][0]["status"] == 99


def test_null_comes_where_a_list_is(terra: Terra) -> None:
    """null-list puts null in the place of each list."""
    terra.faults.add("terra.listJobs", "null-list", count=1)
    assert terra.data("GET", "/v2/jobs", unchecked=True) == {"list": None, "page": 1, "rows": 10, "total": 0}


def test_a_delay_comes_before_the_rest(terra: Terra) -> None:
    """delay waits, then lets the next fault strike."""
    terra.faults.add("terra.listJobs", "delay", count=1, seconds=0.05)
    terra.faults.add("terra.listJobs", "status-503", count=1)
    log = io.StringIO()
    terra.emulator.app._log = RequestLog(log)
    assert terra.send("GET", "/v2/jobs").status_code == 503
    assert float(log.getvalue().split()[-2]) >= 50


def test_a_websocket_is_not_taken(terra: Terra) -> None:
    """The application closes what is no HTTP."""
    sent: list[Any] = []

    async def run() -> None:
        async def receive() -> dict[str, Any]:
            return {"type": "websocket.connect"}

        async def send(message: Any) -> None:
            sent.append(message)

        await terra.emulator.app({"type": "websocket", "path": "/"}, receive, send)

    import asyncio

    asyncio.run(run())
    assert sent == [{"type": "websocket.close"}]
