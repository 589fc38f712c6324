"""What goes with every request to FlightHub, and how it says no."""

import json
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    Conflict,
    DecodeError,
    NotFound,
    OutcomeUnknown,
    PermissionDenied,
    ServerError,
    ServiceError,
    Throttled,
    UsageError,
)
from skybind.flighthub.dialect import HOSTS, FlightHubDialect
from skybind.wire.conversation import Reply
from skybind_clients.flighthub.operations import ERRORS, OPERATIONS
from skybind_clients.runtime import ErrorCode
from unit.overlay.flighthub.service import PROJECT, TOKEN, Said, lost, once, refused
from unit.overlay.flighthub.town import Town
from unit.overlay.worlds import World

STOP = OPERATIONS["stopReconstruction"]
SETTINGS = {"base_url": "http://127.0.0.1:30812"}


def answer(status: int, body: Any, **headers: str) -> ServiceError | None:
    """What an answer stands for."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lower = {name.replace("_", "-"): value for name, value in headers.items()}
    return FlightHubDialect.of(TOKEN, **SETTINGS).refusal(Reply(status, lower, content, attempt=2), STOP)


def no(status: int, body: Any, **headers: str) -> ServiceError:
    error = answer(status, body, **headers)
    assert error is not None
    return error


# ----------------------------------------------------------------------------------------------------- success or not


@pytest.mark.parametrize("code", [0, "0", " 0 ", "000"])
def test_a_code_of_zero_is_a_success(code: int | str) -> None:
    """As a number and as text."""
    assert answer(200, {"code": code, "message": "", "data": {}}) is None


@pytest.mark.parametrize("status", [200, 201, 400, 401, 429, 500])
@pytest.mark.parametrize("form", [int, str])
@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (200401, AuthenticationFailed),
        (200403, PermissionDenied),
        (200404, NotFound),
        (200610, Conflict),
        (210429, Throttled),
        (200500, ServerError),
        (210318, ServerError),
        (210500, ServerError),
        (210504, ServerError),
        (231011, NotFound),
    ],
)
def test_a_known_code_decides_whatever_the_status(status: int, form: Any, code: int, kind: type[ServiceError]) -> None:
    """HTTP 200 with a code that is not 0 is an error of its own type; the code comes out as a number."""
    error = no(status, {"code": form(code), "message": "words", "data": None})
    assert type(error) is kind
    assert (error.code, error.status, error.service_message) == (code, status, "words")
    assert error.meaning
    assert error.advice or code == 231011


def test_every_code_of_the_specification_has_a_type_of_its_class() -> None:
    """No code of the specification falls back on its status."""
    for entry in ERRORS.values():
        assert isinstance(entry, ErrorCode)
        assert type(no(200, {"code": entry.code})) is not BadRequest, entry.name


@pytest.mark.parametrize("code", [1, -1, 999999, "E-17", "no"])
def test_an_unknown_code_is_kept(code: int | str) -> None:
    """With HTTP 200 it is a bad request; text that is no number stays text."""
    error = no(200, {"code": code, "message": "strange"})
    assert (type(error), error.again) == (BadRequest, None)
    assert str(error.code) == str(code)
    assert "strange" in str(error)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, BadRequest), (401, AuthenticationFailed), (403, PermissionDenied), (404, NotFound), (409, Conflict),
     (429, Throttled), (500, ServerError), (503, ServerError), (302, BadRequest)],
)  # fmt: skip
@pytest.mark.parametrize("body", [b"", b"404 page not found", b"<html>", b"{broken", {"code": 0}, {"message": "words"}])
def test_a_bare_status_decides_where_there_is_no_code(status: int, kind: type[ServiceError], body: Any) -> None:
    """A route that a region does not have is a bare 404; a code of 0 does not make a refusal a success."""
    error = no(status, body)
    assert (type(error), error.code) == (kind, None)


@pytest.mark.parametrize(
    "body",
    [{}, {"message": "ok"}, {"code": None}, {"code": True}, {"code": ""}, {"data": {}}, [], True, False, None, "ok", 0],
)
def test_json_without_a_code_is_no_success(body: Any) -> None:
    """What is no answer of FlightHub does not make a stop seem done."""
    assert isinstance(no(200, body), ServerError)


def test_a_page_is_no_success(world: World, town: Town) -> None:
    """A portal's page with HTTP 200 does not make a stop seem done."""
    town.play.before["stop"] = Said(b"<html>please sign in</html>")
    with pytest.raises(DecodeError):
        world.run(town.client(world).reconstructions.stop("m"))


def test_retry_after_is_read() -> None:
    """Seconds that the service asks to wait are in the error."""
    assert no(429, b"", retry_after="7").retry_after == 7.0
    assert no(200, {"code": 210429}, retry_after="3").retry_after == 3.0


@given(st.binary(max_size=60) | st.builds(lambda text: b"{" + text, st.binary(max_size=60)), st.integers(100, 599))
def test_no_body_upsets_the_judgement(body: bytes, status: int) -> None:
    """Whatever comes is judged and never raises; only 2xx can be a success."""
    found = answer(status, body)
    assert found is not None or 200 <= status < 300


# ---------------------------------------------------------------------------------------------------- over the wire


def test_headers_of_a_call(world: World, town: Town) -> None:
    """Token, project, language, and a request id that is a UUID."""
    client = town.client(world, language="zh", organization_key="canary-key")
    world.run(client.models.running())
    sent = town.play.headers[0]
    assert sent["x-user-token"] == TOKEN
    assert sent["x-project-uuid"] == PROJECT
    assert sent["x-language"] == "zh"
    assert sent["x-organization-key"] == "canary-key"
    assert str(uuid.UUID(sent["x-request-id"])) == sent["x-request-id"]


def test_what_is_not_given_is_not_sent(world: World, town: Town) -> None:
    """Without a project and the older key there are no headers for them."""
    world.run(town.client(world, project_uuid=None).models.running())
    assert not {"x-project-uuid", "x-organization-key"} & set(town.play.headers[0])
    assert town.play.headers[0]["x-language"] == "en"


def test_each_attempt_has_an_id_of_its_own_and_the_error_names_the_last(world: World, town: Town) -> None:
    """A read that is throttled goes again with another id; DJI's support gets that of the refusal."""
    town.play.before["running"] = refused(210429)
    with pytest.raises(Throttled) as caught:
        world.run(town.client(world).models.running())
    ids = [headers["x-request-id"] for headers in town.play.headers]
    assert len(ids) == len(set(ids)) == 2
    assert caught.value.request_id == ids[-1]


def test_the_id_of_the_answer_goes_before_ours(world: World, town: Town) -> None:
    """Where the service names the request itself, its name counts."""
    town.play.before["running"] = refused(200403, headers={"X-Request-Id": "theirs"})
    with pytest.raises(PermissionDenied) as caught:
        world.run(town.client(world).models.running())
    assert caught.value.request_id == "theirs"


@pytest.mark.parametrize("trouble", [refused(210429), refused("210504"), Said(b"", 503), lost])
def test_reads_go_again(world: World, town: Town, trouble: Any) -> None:
    """What passes by itself is met with another attempt of a safe call."""
    town.play.before["running"] = once(trouble)
    assert world.run(town.client(world).models.running()) is None
    assert town.play.count("running") == 2


@pytest.mark.parametrize("trouble", [refused(200403), refused(200404), refused(999), Said(b"", 404)])
def test_final_refusals_are_asked_once(world: World, town: Town, trouble: Any) -> None:
    """What time does not cure is not asked for again."""
    town.play.before["running"] = trouble
    with pytest.raises(ServiceError):
        world.run(town.client(world).models.running())
    assert town.play.count("running") == 1


@pytest.mark.parametrize(("trouble", "error"), [(lost, OutcomeUnknown), (refused(210504), ServerError)])
def test_a_start_is_sent_once(world: World, town: Town, trouble: Any, error: type[Exception]) -> None:
    """The documented call itself never goes again after it may have been carried out."""
    town.play.after["start"] = trouble
    with pytest.raises(error):
        world.run(town.client(world).reconstructions.start(resource_uuid="r", parameter_2d="{}"))
    assert town.play.count("start") == 1


def test_the_beta_call_has_its_own_version(world: World, town: Town) -> None:
    """``media_models.reconstruct`` goes to v0.9, everything else to the client's version."""
    client = town.client(world, version="v2.0")
    world.run(client.media_models.reconstruct("p1", folder_uuids=["f"], name="n", reconstruction_type=[1], wkt="w"))
    world.run(
        client.media_models.with_raw.reconstruct("p1", folder_uuids=["f"], name="n", reconstruction_type=[1], wkt="w")
    )
    world.run(client.models.running())
    assert town.play.targets == [
        "/openapi/v0.9/model/api/v1/workspaces/p1/reconstructions",
        "/openapi/v0.9/model/api/v1/workspaces/p1/reconstructions",
        "/openapi/v2.0/open_model/models/running",
    ]


# ------------------------------------------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    ("address", "version", "base"),
    [
        ("http://10.0.0.5:30812", None, "http://10.0.0.5:30812/openapi/v0.1"),
        ("http://10.0.0.5:30812/", "v2.0", "http://10.0.0.5:30812/openapi/v2.0"),
        ("http://10.0.0.5:30812/openapi", None, "http://10.0.0.5:30812/openapi/v0.1"),
        ("http://10.0.0.5:30812/openapi/v2.0/", None, "http://10.0.0.5:30812/openapi/v2.0"),
        ("http://10.0.0.5:30812/openapi/v2.0", "v0.1", "http://10.0.0.5:30812/openapi/v0.1"),
        ("http://10.0.0.5:30812/openapi/{version}", None, "http://10.0.0.5:30812/openapi/v0.1"),
        ("https://proxy.example/fh/openapi/v2.0", None, "https://proxy.example/fh/openapi/v2.0"),
    ],
)
def test_an_address_may_have_its_path_or_not(address: str, version: str | None, base: str) -> None:
    """Host, prefix and version are found in it; a version that is given counts more."""
    assert FlightHubDialect.of(TOKEN, base_url=address, version=version).base_url == base


def test_each_region_has_a_host() -> None:
    """Mainland China, USA and Europe."""
    assert {FlightHubDialect.of(TOKEN, region=region).host for region in ("cn", "us", "eu")} == set(HOSTS.values())


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"region": "de"}, "no region 'de'"),
        ({"region": "eu", "version": "2"}, "no version '2'"),
        ({"region": "eu", "language": "de"}, "does not speak"),
        ({"base_url": "es-flight-api-eu.djigate.com"}, "is not an address"),
        ({"base_url": "https://fh.dji.com/"}, "web site"),
        ({"region": "eu", "project_uuid": "a b"}, "no header can hold"),
    ],
)
def test_what_cannot_be_is_refused_at_once(more: dict[str, str], words: str) -> None:
    """Before anything is sent."""
    with pytest.raises(UsageError, match=words):
        FlightHubDialect.of(TOKEN, **more)


def test_secrets_do_not_print() -> None:
    """Neither the token nor the older key is in a ``repr`` or in an error."""
    dialect = FlightHubDialect.of("canary1", region="eu", organization_key="canary2")
    assert "canary" not in repr(dialect)
    with pytest.raises(UsageError) as caught:
        FlightHubDialect.of("canary\nline", region="eu")
    assert "canary" not in str(caught.value)
